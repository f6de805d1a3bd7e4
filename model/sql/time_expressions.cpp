#include <fmt/format.h>

#include "model/core/calendar.h"
#include "model/sql/sql_text.h"
#include "model/sql/value_expressions.h"

// Points in time: what TimestampParser of model/core/timestamp.h does, in SQL.
namespace footfall {
namespace {

// Every part but the year and the length of the month is checked by the pattern.
constexpr std::string_view kReading =
    "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9]"
    "(?::(?:[0-5][0-9]|60)(?:[.,][0-9]+)?)?"
    "(?:[Zz]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?$";

// The offset at the end of what follows the minutes.
constexpr std::string_view kOffset = "([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)$";

std::string in_range(const std::string& seconds) {
  return fmt::format("{} BETWEEN {} AND {}", seconds, kFirstInstant.seconds, kLastInstant.seconds);
}

}  // namespace

// Seconds of a column of the database's own type; null (ClickHouse: 0) where missing.
std::string ValueExpressions::native_seconds(const ColumnInfo& column, std::string& missing) const {
  const std::string name = quote_identifier(engine_, column.name);
  if (postgres()) {
    missing = name + " IS NULL";
    return fmt::format("CASE WHEN isfinite({0}) THEN floor(extract(epoch FROM {0}))::bigint END",
                       name);
  }
  missing = column.nullable ? fmt::format("isNull({})", name) : kNever;
  std::string seconds = fmt::format("toInt64(toUInt32({}))", name);
  // As decimal with all of its digits: other ways cut fractions toward 1970.
  if (column.type.find("DateTime64") != std::string::npos)
    seconds = fmt::format("toInt64(floor(toDecimal128({}, 9)))", name);
  return column.nullable ? fmt::format("ifNull({}, 0)", seconds) : seconds;
}

TimeSql ValueExpressions::time(const std::string& role, const std::optional<ColumnSource>& source,
                               const ZoneTable* readings, std::string& stretch) {
  TimeSql result;
  const auto zoned = [&](const std::string& reading) {
    return readings == nullptr
               ? reading
               : fmt::format("{} - {}", reading, readings->offset_of_reading(engine_, reading));
  };
  const auto finish = [&](const std::string& seconds) {
    // Zones move an instant by less than two days.
    stretch = floor_to(engine_, seconds, ZoneTable::kStretch);
    result.seconds = seconds;
    result.bad = postgres() ? fmt::format("({0} IS NULL OR NOT {1})", seconds, in_range(seconds))
                            : fmt::format("(NOT ({}))", in_range(seconds));
  };
  const ColumnClass kind = source->column.kind;
  if (source->path.empty() && (kind == ColumnClass::instant || kind == ColumnClass::local)) {
    std::string missing;
    std::string seconds = define(0, role + "_c", native_seconds(source->column, missing));
    result.missing = define(0, role + "_m", missing);
    if (kind == ColumnClass::local) seconds = define(5, role + "_i", zoned(seconds));
    finish(seconds);
    return result;
  }
  const TextSql value = text(role, source);
  if (!postgres()) {
    result = clickhouse_time(role, value, readings);
    stretch = floor_to(engine_, result.seconds, ZoneTable::kStretch);
    return result;
  }
  const std::string s = define(1, role + "_s", trim(value.text));
  result.wrong = value.wrong;
  result.missing = s + " = ''";
  if (value.wrong != kNever)
    result.missing = fmt::format("({} AND NOT ({}))", result.missing, value.wrong);
  const std::string shaped = define(2, role + "_k", matches(s, kReading));
  const auto part = [&](const char* name, const std::string& expression) {
    return define(3, role + name, fmt::format("CASE WHEN {} THEN {} END", shaped, expression));
  };
  const std::string y = part("_y", whole(slice(s, 1, 4)));
  const std::string m = part("_mo", whole(slice(s, 6, 2)));
  const std::string d = part("_dy", whole(slice(s, 9, 2)));
  const std::string clock = part("_h", clock_seconds(s));
  const std::string zone = part(
      "_z", fmt::format("coalesce(substring(substr({}, 17) from {}), '')", s, literal(kOffset)));
  const std::string civil =
      define(4, role + "_c",
             fmt::format("CASE WHEN {} AND {} THEN ({})::bigint * 86400 + {} END", shaped,
                         possible_date(y, m, d), civil_days(y, m, d), clock));
  const std::string offset = define(4, role + "_f", offset_seconds(zone));
  // Numbers are seconds, or milliseconds where they are large.
  const std::string number =
      number_of_text(role, {kNever, kNever, s}, 3, "WHEN " + shaped + " THEN NULL").value[0];
  const std::string epoch = fmt::format(
      "CASE WHEN {0} < 0 OR {0} > 1e18 THEN NULL WHEN {0} >= 100000000000 THEN div({0}, 1000) ELSE "
      "trunc({0}) END",
      number);
  finish(define(
      5, role + "_i",
      fmt::format("CASE WHEN {0} IS NOT NULL THEN CASE WHEN {1} = '' THEN {2} ELSE {0} - {3} END "
                  "ELSE ({4})::bigint END",
                  civil, zone, zoned(civil), offset, epoch)));
  return result;
}

TimeSql ValueExpressions::clickhouse_time(const std::string& role, const TextSql& text,
                                          const ZoneTable* readings) {
  const std::string reading =
      readings == nullptr ? "ff_c" : "ff_c - " + readings->offset_of_reading(engine_, "ff_c");
  const std::string instant = let(
      "ff_i, ff_g",
      {fmt::format(
           "if(ff_k, if(ff_z = '', {}, ff_c - ({})), if(ff_q[1] >= 100000000000, intDiv(ff_q[1], "
           "1000), ff_q[1]))",
           reading, offset_seconds("ff_z")),
       fmt::format("if(ff_k, {}, ff_q[3] = 0 AND ff_q[1] >= 0 AND ff_q[2] >= 0)",
                   possible_date("ff_y", "ff_m", "ff_d"))},
      fmt::format("[ff_i, toInt64(ff_g AND {}), toInt64(ff_t = '')]", in_range("ff_i")));
  // The short way knows no numbers here.
  const std::string plain_no_number =
      fmt::format("[toInt64(0), toInt64(0), toInt64(throwIf(ff_t != '' AND NOT {}))]",
                  matches("ff_t", kReading));
  const std::string parts = define(
      5, role + "_i",
      let("ff_t", {plain_ ? text.text : trim(text.text)},
          let("ff_k, ff_y, ff_m, ff_d, ff_h, ff_z, ff_q",
              {matches("ff_t", kReading), whole(slice("ff_t", 1, 4)), whole(slice("ff_t", 6, 2)),
               whole(slice("ff_t", 9, 2)), clock_seconds("ff_t"),
               fmt::format("extract(substring(ff_t, 17), {})", literal(kOffset)),
               plain_ ? plain_no_number : clickhouse_parts("ff_t")},
              let("ff_c", {fmt::format("({}) * 86400 + ff_h", civil_days("ff_y", "ff_m", "ff_d"))},
                  instant))));
  TimeSql result;
  result.seconds = parts + "[1]";
  result.bad = parts + "[2] = 0";
  result.missing = parts + "[3] = 1";
  result.wrong = text.wrong;
  if (text.wrong != kNever)
    result.missing = fmt::format("({} AND NOT ({}))", result.missing, text.wrong);
  return result;
}

// Days since 1970 of a date from the year 1 on, with March as the first month.
std::string ValueExpressions::civil_days(const std::string& y, const std::string& m,
                                         const std::string& d) const {
  const auto divide = [&](const std::string& a, int b) {
    return postgres() ? fmt::format("{} / {}", a, b) : fmt::format("intDiv({}, {})", a, b);
  };
  const std::string year = fmt::format("({} - CASE WHEN {} <= 2 THEN 1 ELSE 0 END)", y, m);
  return fmt::format("365 * {0} + {1} - {2} + {3} + {4} + {5} - 719469", year, divide(year, 4),
                     divide(year, 100), divide(year, 400),
                     divide(fmt::format("(153 * (({} + 9) % 12) + 2)", m), 5), d);
}

// Seconds of the day of a reading that is in shape; a leap second is the one before it.
std::string ValueExpressions::clock_seconds(const std::string& s) const {
  return fmt::format(
      "{} * 3600 + {} * 60 + CASE WHEN {} <> ':' THEN 0 WHEN {} = '60' THEN 59 ELSE {} END",
      whole(slice(s, 12, 2)), whole(slice(s, 15, 2)), slice(s, 17, 1), slice(s, 18, 2),
      whole(slice(s, 18, 2)));
}

// Z is none, +HH, +HHMM, +HH:MM.
std::string ValueExpressions::offset_seconds(const std::string& zone) const {
  const std::string minutes = whole(
      postgres() ? fmt::format("substr({0}, length({0}) - 1, 2)", zone)
                 : fmt::format("substring({0}, greatest(toInt64(length({0})) - 1, 1), 2)", zone));
  return fmt::format(
      "CASE WHEN length({0}) < 3 THEN 0 ELSE ({1} * 3600 + CASE WHEN length({0}) >= 5 THEN {2} "
      "ELSE 0 "
      "END * 60) * CASE WHEN {3} = '-' THEN -1 ELSE 1 END END",
      zone, whole(slice(zone, 2, 2)), minutes, slice(zone, 1, 1));
}

TimeSql ValueExpressions::epoch(const std::string& role,
                                const std::optional<ColumnSource>& source) {
  TimeSql result;
  const ColumnClass kind = source->column.kind;
  if (source->path.empty() && (kind == ColumnClass::instant || kind == ColumnClass::local)) {
    std::string missing;
    result.seconds = define(0, role + "_c", native_seconds(source->column, missing));
    result.missing = define(0, role + "_m", missing);
    if (postgres()) result.bad = result.seconds + " IS NULL";
    return result;
  }
  const NumberSql number = this->number(role, source);
  result.missing = number.missing;
  result.wrong = number.wrong;
  // Whatever is no time is a bad one.
  result.bad = number.out == kNever   ? number.bad
               : number.bad == kNever ? number.out
                                      : fmt::format("({} OR {})", number.bad, number.out);
  result.rounded = number.rounded;
  // Out of range means there is no whole number to show.
  result.seconds =
      postgres()
          ? define(4, role + "_i",
                   fmt::format("CASE WHEN {0} BETWEEN -1e18 AND 1e18 THEN trunc({0})::bigint END",
                               number.value[0]))
          : number.value[0];
  return result;
}

}  // namespace footfall
