#include "model/parse/role_fit.h"

#include <algorithm>

#include "model/core/blanks.h"
#include "model/core/decimal.h"
#include "model/core/digit.h"
#include "model/core/null_words.h"
#include "model/core/number_forms.h"
#include "model/core/time_forms.h"
#include "model/core/time_zone.h"
#include "model/core/timestamp.h"
#include "model/parse/number_field.h"
#include "model/parse/role_match.h"

namespace footfall {
namespace {

// Smaller numbers are seconds of 1970 to 1973, if they are times at all.
constexpr Int128 kFirstLikelySecond = 100'000'000;
// Where the day numbers of a spreadsheet lie.
constexpr Int128 kFirstDayNumber = 20'000;
constexpr Int128 kLastDayNumber = 80'000;

bool is_date_form(std::string_view text) {
  std::string squeezed;
  squeeze_blanks(text, squeezed);
  WrittenTime time;
  return read_written_time(squeezed, time) &&
         (time.possible(DateOrder::day_first) || time.possible(DateOrder::month_first));
}

// A header that repeats.
bool is_header(const Field& field, const std::string& header) {
  return field.text.size() <= header.size() + 8 && name_in_lower_case(field.text) == header;
}

}  // namespace

bool reads_as_time(std::string_view text) {
  static const TimeZone utc;
  thread_local TimestampParser parser(utc);
  Instant instant{};
  return parser.parse(text, instant) || parser.parse_log(text, instant) || is_date_form(text);
}

bool reads_as_number(std::string_view text) {
  if (parse_number(text).fault == NumberFault::none || null_word(text) != kNoNullWord) return true;
  std::string number;
  return rewrite_number(text, DecimalMark::point, number) ||
         rewrite_number(text, DecimalMark::comma, number);
}

bool empty_value(const Field& field) {
  return field.kind != FieldKind::wrong_type && trim_blanks(field.text).empty();
}

Fit fit_of(const Offer& offer, std::size_t place, ValueKind kind) {
  Fit fit;
  const std::string header = name_in_lower_case(offer.names()[place]);
  const bool times = kind == ValueKind::time || kind == ValueKind::day;
  for (const Field& field : offer.samples(place)) {
    if (empty_value(field) || (times && null_word(trim_blanks(field.text)) != kNoNullWord))
      continue;
    if (is_header(field, header)) continue;
    fit.add(value_fits(kind, field), field.text);
  }
  return fit;
}

const Field* first_of_clock_numbers(const Offer& offer, std::size_t place) {
  const std::string header = name_in_lower_case(offer.names()[place]);
  const Field* first = nullptr;
  bool all_days = true;
  for (const Field& field : offer.samples(place)) {
    const std::string_view text = trim_blanks(field.text);
    if (empty_value(field) || null_word(text) != kNoNullWord || is_header(field, header)) continue;
    const ParsedNumber number = parse_number(text);
    if (number.fault != NumberFault::none) {
      if (reads_as_time(text)) return nullptr;
      continue;
    }
    const Int128 units = number.value.units < 0 ? -number.value.units : number.value.units;
    if (units >= kFirstLikelySecond * Decimal::kOne) return nullptr;
    if (text.size() == 8 && std::ranges::all_of(text, is_digit)) return nullptr;
    if (first == nullptr) first = &field;
    all_days = all_days && units >= kFirstDayNumber * Decimal::kOne &&
               units <= kLastDayNumber * Decimal::kOne;
  }
  return all_days ? nullptr : first;
}

bool value_fits(ValueKind kind, const Field& field) {
  if (field.kind == FieldKind::wrong_type) return false;
  switch (kind) {
    case ValueKind::text:
      return true;
    case ValueKind::page:
      return field.text.find('/') != std::string_view::npos;
    case ValueKind::time:
    case ValueKind::day:
      return reads_as_time(trim_blanks(field.text));
    case ValueKind::code:
    case ValueKind::count:
    case ValueKind::number:
      return reads_as_number(trim_blanks(field.text));
  }
  return false;
}

}  // namespace footfall
