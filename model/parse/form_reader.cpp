#include "model/parse/form_reader.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "model/core/blanks.h"
#include "model/core/wide_int.h"

namespace footfall {
namespace {

// Smaller numbers in a column of days are weeks, years or day numbers of a spreadsheet.
constexpr std::int64_t kFirstEpochDay = 100'000'000;

// Epoch numbers that reports on tables take for something else: those that are no seconds, of the
// times of payments, and those that are no milliseconds, of others.
constexpr std::int64_t kFirstMilliseconds = 100'000'000'000;
constexpr std::int64_t kFirstMicroseconds = 100'000'000'000'000;

// An ISO time or one of an access log.
bool has_offset(std::string_view time) {
  return time.find_first_of("+-Zz", time.find(':')) != std::string_view::npos;
}

// Multiplies by a power of ten, whatever the number's digits. False: the factor is none.
bool shift_number(std::string& number, Decimal factor) {
  const std::optional<int> shift = decimal_exponent(factor);
  if (!shift) return false;
  const std::size_t mark = std::min(number.find_first_of("eE"), number.size());
  int exponent = 0;
  if (mark < number.size()) {
    const char* begin = number.data() + mark + 1;
    if (*begin == '+') ++begin;
    const std::from_chars_result read =
        std::from_chars(begin, number.data() + number.size(), exponent);
    // Far exponents make 0 of it or more than is in range, either way.
    constexpr int kFar = 1'000'000'000;
    if (read.ec != std::errc() || exponent > kFar || exponent < -kFar) return true;
  }
  number.resize(mark);
  number += 'e' + std::to_string(exponent + *shift);
  return true;
}

// Abbreviations mean several zones; of the names of the tz database those that look like one are
// left to --source-zone.
bool means_one_zone(std::string_view name) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return name.size() > 5 || !std::ranges::all_of(name, capital);
}

}  // namespace

FormReader::FormReader(EventType events, const TimeZone& source_zone, For reader)
    : epoch_(events == EventType::payment),
      for_tables_(reader == For::tables),
      // Times that stay without an offset are read by any clock.
      source_(for_tables_ && !epoch_ ? TimeZone() : source_zone),
      usual_(for_tables_ && !epoch_ ? TimeZone() : source_zone) {}

void FormReader::follow(const ValueForms& forms, std::span<const ValueKind> kinds, bool null_ids) {
  forms_ = forms;
  kinds_ = kinds;
  null_ids_ = null_ids;
  plain_ = forms.plain();
}

std::string_view FormReader::keep(std::string_view text) {
  char* const copy = texts_.allocate(text.size());
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

FormReader::Rewritten FormReader::rewrite(const Field* fields, NullWordCounts& words) {
  Rewritten row;
  for (std::size_t role = 0; role < kinds_.size(); ++role) {
    Field& field = row.fields[role];
    field = fields[role];
    const ValueKind kind = kinds_[role];
    if (field.kind != FieldKind::text && field.kind != FieldKind::number) continue;
    if (is_id(kind)) {
      if (!null_ids_) continue;
    } else if (kind != ValueKind::day) {
      field.text = trim_all_blanks(field.text);
    }
    if (kind != ValueKind::day) {
      const std::size_t word = null_word(field.text);
      if (word != kNoNullWord && (!is_id(kind) || is_null_id(field.text))) {
        ++words[word];
        field = {};
      }
    }
    if (field.text.empty()) continue;
    if (kind == ValueKind::time) rewrite_time(role, field, row);
    if (kind == ValueKind::day) rewrite_day(role, field);
    if (is_number(kind)) rewrite_number(role, field, row);
  }
  if (forms_.blank_is_zero)
    for (std::size_t role = 0; role < kinds_.size(); ++role) {
      Field& field = row.fields[role];
      const bool figure = is_number(kinds_[role]);
      if (figure && field.kind != FieldKind::wrong_type && field.text.empty())
        field = {keep("0"), FieldKind::text};
    }
  return row;
}

void FormReader::rewrite_time(std::size_t role, Field& field, Rewritten& row) {
  const TimeForm form = forms_.time(role);
  const std::string_view written = field.text;
  // Readers take numbers as they are.
  if (form.plain() && parse_number(written).fault != NumberFault::bad &&
      (!for_tables_ || is_table_time(written)))
    return;
  const std::optional<Instant> instant = read_time(written, form);
  if (!instant) {
    field.text = keep(kUnreadable);
    if (form.kind != TimeForm::Kind::ordered || form.order_given || row.contradiction) return;
    squeeze_blanks(written, squeezed_);
    WrittenTime time;
    // Where all days were their months so far, any other date tells that the order matters.
    if (read_written_time(squeezed_, time) && time.ordered && !time.possible(form.order) &&
        (time.possible(DateOrder::day_first) || time.possible(DateOrder::month_first)))
      row.contradiction = {role, written};
    return;
  }
  std::array<char, kTimeText> text;
  if (!epoch_) {
    const char* end = write_time(text.data(), *instant);
    if (for_tables_ && local_) --end;  // the Z
    field = {keep({text.data(), end}), FieldKind::text};
    return;
  }
  // Seconds that would be taken for thousandths are written as nanoseconds.
  std::string number = std::to_string(instant->seconds);
  if (instant->seconds >= 100'000'000'000) number += "000000000";
  field = {keep(number), FieldKind::text};
}

void FormReader::rewrite_day(std::size_t role, Field& field) {
  Day day = 0;
  if (parse_date(field.text, day)) return;
  const TimeForm form = forms_.time(role);
  const std::string_view text = trim_all_blanks(field.text);
  // Days are those of the clock that they were written by.
  std::int64_t seconds = 0;
  squeeze_blanks(text, squeezed_);
  WrittenTime time;
  if (form.kind == TimeForm::Kind::digits && read_time_digits(text, seconds)) {
    day = static_cast<Day>(floor_divide(seconds, kSecondsPerDay));
  } else if (form.kind == TimeForm::Kind::day_number && read_spreadsheet_day(text, seconds)) {
    day = static_cast<Day>(floor_divide(seconds, kSecondsPerDay));
  } else if (read_written_time(squeezed_, time) && time.possible(form.order)) {
    time.clock = 0;
    day = static_cast<Day>(time.local_seconds(form.order) / kSecondsPerDay);
  } else if (const std::optional<EpochTime> number = read_epoch(text);
             number && number->instant.seconds >= kFirstEpochDay &&
             number->instant <= kLastInstant) {
    day = static_cast<Day>(number->instant.seconds / kSecondsPerDay);
  } else {
    return;
  }
  std::array<char, kMostDate> date;
  field.text = keep({date.data(), write_date(date.data(), day)});
}

bool FormReader::is_table_time(std::string_view text) {
  const ParsedNumber number = parse_number(text);
  if (number.fault == NumberFault::none)
    return number.value.units <
           Decimal::kOne * Int128{epoch_ ? kFirstMilliseconds : kFirstMicroseconds};
  Instant instant;
  return number.fault == NumberFault::bad && !epoch_ && usual_.parse(text, instant);
}

Instant FormReader::from_source(std::int64_t local, const TimeForm& form) {
  local_ = !form.utc;
  return Instant{form.utc ? local : source_.from_local(local)};
}

std::optional<Instant> FormReader::read_time(std::string_view text, const TimeForm& form) {
  local_ = false;
  std::int64_t local = 0;
  if (form.kind == TimeForm::Kind::digits) {
    if (read_time_digits(text, local)) return from_source(local, form);
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (digits && (text.size() == 8 || text.size() == 14)) return std::nullopt;
  }
  if (form.kind == TimeForm::Kind::day_number && parse_number(text).fault == NumberFault::none) {
    if (!read_spreadsheet_day(text, local)) return std::nullopt;
    return from_source(local, form);
  }
  Instant instant;
  if (const std::optional<EpochTime> number = read_epoch(text)) {
    if ((number->negative && !epoch_) || number->instant > kLastInstant) return std::nullopt;
    return number->instant;
  }
  if (usual_.parse(text, instant) || usual_.parse_log(text, instant)) {
    local_ = !has_offset(text);
    return instant;
  }
  squeeze_blanks(text, squeezed_);
  WrittenTime time;
  if (!read_written_time(squeezed_, time)) return std::nullopt;
  return instant_of(time, form);
}

std::optional<Instant> FormReader::instant_of(const WrittenTime& time, const TimeForm& form) {
  if (!time.has_clock && form.kind != TimeForm::Kind::date_alone && !time.ordered)
    return std::nullopt;
  DateOrder order = form.order;
  if (time.ordered) {
    if (form.kind != TimeForm::Kind::ordered) return std::nullopt;
    if (order == DateOrder::unknown && time.first == time.second) order = DateOrder::day_first;
  }
  if (!time.possible(order)) return std::nullopt;
  const std::int64_t local = time.local_seconds(order);
  Instant instant;
  if (time.zone == WrittenTime::Zone::offset) {
    instant.seconds = local - time.offset;
  } else if (time.zone == WrittenTime::Zone::name) {
    const TimeZone* const named = form.zone_names ? zone(time.zone_name) : nullptr;
    if (named == nullptr && !form.other_zones) return std::nullopt;
    instant = named != nullptr ? Instant{named->from_local(local)} : from_source(local, form);
  } else {
    instant = from_source(local, form);
  }
  if (instant < kFirstInstant || instant > kLastInstant) return std::nullopt;
  return instant;
}

std::optional<TimeZone> FormReader::load_zone(std::string_view name) {
  if (!means_one_zone(name)) return std::nullopt;
  const Result<TimeZone> loaded = TimeZone::load(std::string(name), {});
  return loaded ? std::optional(*loaded) : std::nullopt;
}

const TimeZone* FormReader::zone(std::string_view name) {
  auto known = zones_.find(name);
  if (known == zones_.end()) {
    std::optional<TimeZone> zone = load_zone(name);
    known = zones_.emplace(name, std::move(zone)).first;
  }
  return known->second ? &*known->second : nullptr;
}

void FormReader::rewrite_number(std::size_t role, Field& field, Rewritten& row) {
  const std::string_view written = field.text;
  // Numbers of JSON always have a point.
  const bool rewritten = field.kind == FieldKind::number;
  if (!rewritten) {
    if (!footfall::rewrite_number(written, forms_.mark, number_)) {
      field.text = keep(kUnreadable);
      number_.clear();
    }
  } else {
    number_ = written;
  }
  const bool whole = kinds_[role] == ValueKind::count;
  if (!forms_.mark_known && !rewritten && !row.contradiction &&
      (number_.empty() || (whole && !is_whole(number_)))) {
    std::string other;
    if (footfall::rewrite_number(written, other_mark(forms_.mark), other) &&
        (!whole || is_whole(other)))
      row.contradiction = {role, written};
  }
  if (number_.empty()) return;
  if (role < forms_.scales.size() && forms_.scales[role].units != 0 &&
      !shift_number(number_, forms_.scales[role])) {
    const ParsedNumber parsed = parse_number(number_);
    if (parsed.fault == NumberFault::none) {
      number_.clear();
      append_exact(number_,
                   WideDecimal(parsed.value.units) * WideDecimal(forms_.scales[role].units),
                   2 * Decimal::kDigits, 0);
    }
  }
  field = {keep(number_), FieldKind::text};
}

}  // namespace footfall
