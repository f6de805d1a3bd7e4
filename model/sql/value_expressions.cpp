#include "model/sql/value_expressions.h"

#include <fmt/format.h>

#include "model/core/calendar.h"

namespace footfall {
namespace {

using namespace fmt::literals;

bool is_number(const ColumnSource& source) {
  return source.path.empty() &&
         (source.column.kind == ColumnClass::integer || source.column.kind == ColumnClass::decimal);
}

bool is_time(const ColumnSource& source) {
  return source.path.empty() &&
         (source.column.kind == ColumnClass::instant || source.column.kind == ColumnClass::local);
}

}  // namespace

std::string ValueExpressions::define(RowStep step, const std::string& name,
                                     const std::string& expression) {
  std::string full = prefix_ + name;
  layers_.add(step, full, expression);
  return full;
}

std::string ValueExpressions::missing_unless_wrong(const std::string& missing,
                                                   const TextSql& text) {
  return text.wrong == kNever ? missing : fmt::format("({} AND NOT ({}))", missing, text.wrong);
}

TextSql ValueExpressions::text(const std::string& role, const std::optional<ColumnSource>& source) {
  if (!source) return {};
  if (!source->path.empty()) return json_text(role, *source);
  const std::string name = define(RowStep::columns, role + "_t", column_text(source->column));
  return {name + " = ''", kNever, name};
}

TextSql ValueExpressions::trimmed_text(const std::string& role,
                                       const std::optional<ColumnSource>& source) {
  TextSql value = text(role, source);
  if (!source) return value;
  value.text = define(RowStep::texts, role + "_s", dialect_.trim(value.text));
  value.missing = missing_unless_wrong(value.text + " = ''", value);
  return value;
}

TextSql ValueExpressions::date_text(const std::string& role,
                                    const std::optional<ColumnSource>& source) {
  if (!source || !source->path.empty() || source->column.kind == ColumnClass::text ||
      source->column.kind == ColumnClass::integer || source->column.kind == ColumnClass::decimal)
    return text(role, source);
  const std::string name = define(RowStep::columns, role + "_t", shown_date(source->column));
  return {name + " = ''", kNever, name};
}

DateSql ValueExpressions::date(const std::string& role, const std::string& text) {
  const std::string shaped =
      define(RowStep::texts, role + "_k",
             dialect_.matches(text, "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"));
  const auto part = [&](const char* name, int from, int length) {
    return define(RowStep::shapes, role + name,
                  only_where(shaped, dialect_.whole(dialect_.slice(text, from, length))));
  };
  const std::string y = part("_y", 1, 4);
  const std::string m = part("_mo", 6, 2);
  const std::string d = part("_dy", 9, 2);
  return {fmt::format("({} AND {})", shaped, possible_date(y, m, d)), civil_days(y, m, d)};
}

// Numbers: what parse_number() of model/core/decimal.h does.

NumberSql ValueExpressions::number(const std::string& role,
                                   const std::optional<ColumnSource>& source, int shift) {
  if (!source) {
    NumberSql none;
    none.value = no_number();
    return none;
  }
  if (shift != 0) {
    TextSql written = text(role, source);
    written.text = shifted(role, written.text, shift);
    return number_of_text(role, written, RowStep::parts);
  }
  if (std::optional<NumberSql> typed = typed_number(role, *source)) return *std::move(typed);
  return number_of_text(role, text(role, source), RowStep::texts);
}

NumberSql ValueExpressions::number_or_dash(const std::string& role,
                                           const std::optional<ColumnSource>& source, int shift) {
  if (!source || is_number(*source)) return number(role, source, shift);
  TextSql written = text(role, source);
  written.text = fmt::format("CASE WHEN {trimmed} = '-' THEN '' ELSE {text} END",
                             "trimmed"_a = dialect_.trim(written.text), "text"_a = written.text);
  if (shift == 0) return number_of_text(role, written, RowStep::texts);
  written.text = shifted(role, written.text, shift);
  return number_of_text(role, written, RowStep::parts);
}

std::string ValueExpressions::shifted(const std::string& role, const std::string& text, int shift) {
  const std::string s = define(RowStep::texts, role + "_written", dialect_.trim(text));
  const Exponent exponent = {dialect_.matches(s, "[eE][+-]?0*[0-9]{1,6}$"),
                             dialect_.matches(s, "[eE]"),
                             replaced(s, "^.*[eE]([+-]?)0*([0-9])", "\\1\\2")};
  return define(RowStep::shapes, role + "_shifted", with_exponent(s, exponent, shift));
}

// Points in time: what TimestampParser of model/core/timestamp.h does.

std::string ValueExpressions::in_range(const std::string& seconds) {
  return fmt::format("{} BETWEEN {} AND {}", seconds, kFirstInstant.seconds, kLastInstant.seconds);
}

std::string ValueExpressions::no_time(const std::string& seconds) const {
  const std::string none = no_instant(seconds);
  return none == kNever ? fmt::format("(NOT ({}))", in_range(seconds))
                        : fmt::format("({} OR NOT {})", none, in_range(seconds));
}

std::string ValueExpressions::instant_of(const std::string& reading,
                                         const ZoneTable* readings) const {
  return readings == nullptr
             ? reading
             : fmt::format("{} - {}", reading, readings->offset_of_reading(dialect_, reading));
}

TimeSql ValueExpressions::native(const std::string& role, const ColumnInfo& column) {
  const NativeTime time = native_time(column);
  TimeSql result;
  result.seconds = define(RowStep::columns, role + "_c", time.seconds);
  result.missing = define(RowStep::columns, role + "_m", time.missing);
  return result;
}

ValueExpressions::WrittenSql ValueExpressions::written(const std::string& role,
                                                       const ColumnSource& source) {
  const TextSql shown = source.path.empty() && source.column.kind == ColumnClass::date
                            ? date_text(role, source)
                            : text(role, source);
  WrittenSql result = {shown.text, shown.wrong, "NULL"};
  if (is_time(source)) result.seconds = native(role, source.column).seconds;
  return result;
}

TimeSql ValueExpressions::time(const std::string& role, const std::optional<ColumnSource>& source,
                               const ZoneTable* readings, std::string& stretch) {
  TimeSql result;
  if (is_time(*source)) {
    result = native(role, source->column);
    if (source->column.kind == ColumnClass::local)
      result.seconds = define(RowStep::instants, role + "_i", instant_of(result.seconds, readings));
    result.bad = no_time(result.seconds);
  } else {
    result = time_of_text(role, text(role, source), readings);
  }
  // Zones move an instant by less than two days.
  stretch = dialect_.floor_to(result.seconds, ZoneTable::kStretch);
  return result;
}

TimeSql ValueExpressions::epoch(const std::string& role,
                                const std::optional<ColumnSource>& source) {
  if (is_time(*source)) {
    TimeSql result = native(role, source->column);
    result.bad = no_instant(result.seconds);
    return result;
  }
  const NumberSql number = this->number(role, source);
  TimeSql result;
  result.missing = number.missing;
  result.wrong = number.wrong;
  // Whatever is no time is a bad one.
  result.bad = number.out == kNever   ? number.bad
               : number.bad == kNever ? number.out
                                      : fmt::format("({} OR {})", number.bad, number.out);
  result.rounded = number.rounded;
  result.seconds = whole_seconds(role, number);
  return result;
}

std::string ValueExpressions::hour(const std::string& seconds, const ZoneTable* zone) {
  return zone == nullptr
             ? define(RowStep::clocks, "hour", dialect_.floor_to(seconds, kSecondsPerHour))
             : hour_in_zone(seconds, *zone);
}

std::string ValueExpressions::step(const std::string& hour, Step step, const ZoneTable* zone) {
  if (step == Step::hour) return hour;
  constexpr std::int64_t kMonday = 4 * kSecondsPerDay;  // 1970-01-05
  const std::string reading =
      zone == nullptr ? hour : fmt::format("({} + {})", hour, zone->offset_at(dialect_, hour));
  if (step == Step::day) return dialect_.floor_to(reading, kSecondsPerDay);
  return fmt::format(
      "({} + {})",
      dialect_.floor_to(fmt::format("({} - {})", reading, kMonday), kStepTable[Step::week].seconds),
      kMonday);
}

std::string ValueExpressions::clock(const std::string& seconds, const ZoneTable* zone) {
  if (zone == nullptr) return seconds;
  return define(RowStep::clocks, "shown",
                fmt::format("{} + {}", seconds, zone->offset_at(dialect_, seconds)));
}

std::string ValueExpressions::hour_of_day(const std::string& clock) const {
  return dialect_.divide(fmt::format("({} - {})", clock, dialect_.floor_to(clock, kSecondsPerDay)),
                         kSecondsPerHour);
}

std::string ValueExpressions::days(const std::string& clock) const {
  return dialect_.divide(dialect_.floor_to(clock, kSecondsPerDay), kSecondsPerDay);
}

// Far enough after 1970 that no remainder is negative.
std::string ValueExpressions::weekday(const std::string& days) {
  constexpr Day kWeeksBefore = 7 * 200'000;
  constexpr unsigned kFirst = weekday_of(0);
  return fmt::format("({} + {}) % 7", days, kWeeksBefore + static_cast<Day>(kFirst));
}

// Of parts that are in shape: a year, and a day that its month has.
std::string ValueExpressions::possible_date(const std::string& year, const std::string& month,
                                            const std::string& day) {
  return fmt::format(
      "({y} > 0 AND ({d} <= 28 OR ({m} <> 2 AND {d} <= 30) OR {m} IN (1, 3, 5, 7, 8, 10, 12) OR "
      "({d} = 29 AND {y} % 4 = 0 AND ({y} % 100 <> 0 OR {y} % 400 = 0))))",
      "y"_a = year, "m"_a = month, "d"_a = day);
}

// Days since 1970 of a date from the year 1 on, with March as the first month.
std::string ValueExpressions::civil_days(const std::string& year, const std::string& month,
                                         const std::string& day) const {
  const std::string y = fmt::format("({} - CASE WHEN {} <= 2 THEN 1 ELSE 0 END)", year, month);
  return fmt::format(
      "365 * {y} + {fours} - {centuries} + {fourth_centuries} + {months} + {d} - 719469", "y"_a = y,
      "fours"_a = dialect_.divide(y, 4), "centuries"_a = dialect_.divide(y, 100),
      "fourth_centuries"_a = dialect_.divide(y, 400),
      "months"_a = dialect_.divide(fmt::format("(153 * (({} + 9) % 12) + 2)", month), 5),
      "d"_a = day);
}

// Seconds of the day of a reading that is in shape; a leap second is the one before it.
std::string ValueExpressions::clock_seconds(const std::string& reading) const {
  const auto two = [&](int from) { return dialect_.slice(reading, from, 2); };
  return fmt::format(
      "{hours} * 3600 + {minutes} * 60 + CASE WHEN {colon} <> ':' THEN 0 WHEN {text} = '60' THEN "
      "59 ELSE {seconds} END",
      "hours"_a = dialect_.whole(two(12)), "minutes"_a = dialect_.whole(two(15)),
      "colon"_a = dialect_.slice(reading, 17, 1), "text"_a = two(18),
      "seconds"_a = dialect_.whole(two(18)));
}

// Z is none, +HH, +HHMM, +HH:MM.
std::string ValueExpressions::offset_seconds(const std::string& zone) const {
  return fmt::format(
      "CASE WHEN length({zone}) < 3 THEN 0 ELSE ({hours} * 3600 + CASE WHEN length({zone}) >= 5 "
      "THEN {minutes} ELSE 0 END * 60) * CASE WHEN {sign} = '-' THEN -1 ELSE 1 END END",
      "zone"_a = zone, "hours"_a = dialect_.whole(dialect_.slice(zone, 2, 2)),
      "minutes"_a = dialect_.whole(last_two(zone)), "sign"_a = dialect_.slice(zone, 1, 1));
}

}  // namespace footfall
