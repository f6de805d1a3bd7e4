#include "model/sql/field_reader.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "model/core/calendar.h"
#include "model/core/timestamp.h"

namespace footfall {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string_view FieldReader::next() {
  if (next_ < row_.size()) return row_[next_++];
  fault_ = true;
  return {};
}

std::string_view FieldReader::text() { return next(); }

std::int64_t FieldReader::number() {
  const std::string_view text = next();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  fault_ = fault_ || text.empty() || error != std::errc() || end != text.data() + text.size();
  return value;
}

std::uint64_t FieldReader::natural() {
  const std::int64_t value = number();
  fault_ = fault_ || value < 0;
  return static_cast<std::uint64_t>(value);
}

std::int64_t FieldReader::instant() {
  const std::int64_t value = number();
  fault_ = fault_ || value < kFirstInstant.seconds || value > kLastInstant.seconds;
  return fault_ ? 0 : value;
}

std::int64_t FieldReader::hour() {
  // The first one of a zone begins before the first instant.
  const std::int64_t value = number();
  fault_ = fault_ || value <= kFirstInstant.seconds - 3600 || value > kLastInstant.seconds;
  return fault_ ? 0 : value;
}

Day FieldReader::first_day(Step step) {
  const std::int64_t reading = number();
  // The clock may be a day off.
  fault_ = fault_ || reading < kFirstInstant.seconds - kSecondsPerDay - kStepTable[step].seconds ||
           reading > kLastInstant.seconds + kSecondsPerDay || reading % kSecondsPerDay != 0;
  if (fault_) return 0;
  const Day day = static_cast<Day>(reading / kSecondsPerDay);
  fault_ = step == Step::week && weekday_of(day) != 0;
  return day;
}

UInt128 FieldReader::count() {
  std::string_view text = next();
  // PostgreSQL's sums keep the decimals that a count was written with.
  if (text.find('.') != std::string_view::npos) {
    while (text.ends_with('0')) text.remove_suffix(1);
    if (text.ends_with('.')) text.remove_suffix(1);
  }
  UInt128 value = 0;
  // 38 digits fit.
  fault_ = fault_ || text.empty() || text.size() > 38 ||
           !std::all_of(text.begin(), text.end(), is_ascii_digit);
  if (fault_) return 0;
  for (const char c : text) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

// `decimals` digits are made whole; more of them are a fault.
DecimalSum FieldReader::decimal(std::string_view text, unsigned decimals) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  std::string digits(text.substr(0, point));
  if (point != std::string_view::npos) {
    std::string_view fraction = text.substr(point + 1);
    while (fraction.size() > decimals && fraction.ends_with('0')) fraction.remove_suffix(1);
    fault_ = fault_ || fraction.size() > decimals;
    digits += fraction;
    decimals -= static_cast<unsigned>(std::min<std::size_t>(fraction.size(), decimals));
  }
  digits.append(decimals, '0');
  // 57 digits fit 192 bits.
  fault_ = fault_ || text.empty() || digits.size() > 57 ||
           !std::all_of(digits.begin(), digits.end(), is_ascii_digit);
  if (fault_) return {};
  DecimalSum sum;
  constexpr std::size_t kPart = 18;
  for (std::size_t at = 0; at < digits.size(); at += kPart) {
    const std::size_t size = std::min(kPart, digits.size() - at);
    std::int64_t part = 0;
    std::from_chars(digits.data() + at, digits.data() + at + size, part);
    sum = sum * DecimalSum(power_of_ten(static_cast<unsigned>(size))) + DecimalSum(Int128{part});
  }
  return negative ? -sum : sum;
}

DecimalSum FieldReader::amount() {
  if (dialect_.amount_columns() == 1) return decimal(next(), Decimal::kDigits);
  const DecimalSum whole = decimal(next(), Decimal::kDigits);
  return whole + decimal(next(), 0);
}

}  // namespace footfall
