#include "tests/support/twin_number.h"

#include <algorithm>

namespace footfall::twin {

Big::Big(std::int64_t value) {
  *this = from_digits(std::to_string(value).substr(value < 0), value < 0);
}

Big Big::from_digits(std::string_view digits, bool negative) {
  Big result;
  for (char c : digits) result.digits_.insert(result.digits_.begin(), c - '0');
  result.negative_ = negative;
  result.trim();
  return result;
}

void Big::trim() {
  while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
  if (digits_.empty()) negative_ = false;
}

Big Big::magnitude() const { return negative_ ? -*this : *this; }

Big Big::operator-() const {
  Big result = *this;
  if (!zero()) result.negative_ = !negative_;
  return result;
}

int compare(const Big& a, const Big& b) {
  if (a.negative_ != b.negative_) return a.negative_ ? -1 : 1;
  const int sign = a.negative_ ? -1 : 1;
  if (a.digits_.size() != b.digits_.size())
    return a.digits_.size() < b.digits_.size() ? -sign : sign;
  for (std::size_t i = a.digits_.size(); i-- > 0;)
    if (a.digits_[i] != b.digits_[i]) return a.digits_[i] < b.digits_[i] ? -sign : sign;
  return 0;
}

Big operator+(const Big& a, const Big& b) {
  Big result;
  if (a.negative_ == b.negative_) {
    int carry = 0;
    for (std::size_t i = 0; i < std::max(a.digits_.size(), b.digits_.size()) || carry > 0; ++i) {
      if (i < a.digits_.size()) carry += a.digits_[i];
      if (i < b.digits_.size()) carry += b.digits_[i];
      result.digits_.push_back(carry % 10);
      carry /= 10;
    }
    result.negative_ = a.negative_;
  } else {
    const bool a_larger = compare(a.magnitude(), b.magnitude()) >= 0;
    const Big& large = a_larger ? a : b;
    const Big& small = a_larger ? b : a;
    int borrow = 0;
    for (std::size_t i = 0; i < large.digits_.size(); ++i) {
      int digit = large.digits_[i] - borrow - (i < small.digits_.size() ? small.digits_[i] : 0);
      borrow = digit < 0 ? 1 : 0;
      if (digit < 0) digit += 10;
      result.digits_.push_back(digit);
    }
    result.negative_ = large.negative_;
  }
  result.trim();
  return result;
}

Big operator*(const Big& a, const Big& b) {
  Big result;
  result.digits_.assign(a.digits_.size() + b.digits_.size(), 0);
  for (std::size_t i = 0; i < a.digits_.size(); ++i) {
    int carry = 0;
    for (std::size_t j = 0; j < b.digits_.size() || carry > 0; ++j) {
      carry += result.digits_[i + j];
      if (j < b.digits_.size()) carry += a.digits_[i] * b.digits_[j];
      result.digits_[i + j] = carry % 10;
      carry /= 10;
    }
  }
  result.negative_ = a.negative_ != b.negative_;
  result.trim();
  return result;
}

void Big::divide(const Big& divisor, Big& quotient, Big& remainder) const {
  quotient = Big();
  remainder = Big();
  for (std::size_t i = digits_.size(); i-- > 0;) {
    remainder.digits_.insert(remainder.digits_.begin(), digits_[i]);
    remainder.trim();
    int digit = 0;
    while (compare(remainder, divisor) >= 0) {
      remainder = remainder - divisor;
      ++digit;
    }
    quotient.digits_.insert(quotient.digits_.begin(), digit);
  }
  quotient.trim();
}

std::string Big::text() const {
  std::string text;
  for (int digit : digits_) text.insert(text.begin(), static_cast<char>('0' + digit));
  if (text.empty()) text = "0";
  return (negative_ ? "-" : "") + text;
}

Big power_of_ten(std::size_t exponent) {
  return Big::from_digits("1" + std::string(exponent, '0'), false);
}

namespace {

/// Digits of a whole number with a point before the last `decimals`.
std::string with_point(std::string digits, std::size_t decimals, bool negative) {
  while (digits.size() <= decimals) digits.insert(digits.begin(), '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, ".");
  return (negative ? "-" : "") + digits;
}

}  // namespace

std::string fixed(const Big& numerator, const Big& denominator, std::size_t decimals) {
  Big quotient;
  Big remainder;
  (numerator.magnitude() * power_of_ten(decimals)).divide(denominator, quotient, remainder);
  const int half = compare(remainder + remainder, denominator);
  Big ignored;
  Big odd;
  quotient.divide(Big(2), ignored, odd);
  if (half > 0 || (half == 0 && !odd.zero())) quotient = quotient + Big(1);
  return with_point(quotient.text(), decimals, numerator.negative() && !quotient.zero());
}

std::string exact(const Big& units, std::size_t scale, std::size_t least) {
  std::string digits = with_point(units.magnitude().text(), scale, false);
  std::size_t decimals = scale;
  while (decimals > least && digits.back() == '0') {
    digits.pop_back();
    --decimals;
  }
  if (digits.back() == '.') digits.pop_back();
  return (units.negative() ? "-" : "") + digits;
}

Number read_number(std::string_view text) {
  Number number;
  std::size_t at = 0;
  const auto digit = [&] { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  bool minus = false;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) minus = text[at++] == '-';
  std::string digits;
  while (digit()) digits += text[at++];
  std::int64_t before_point = static_cast<std::int64_t>(digits.size());
  if (at < text.size() && text[at] == '.') {
    ++at;
    while (digit()) digits += text[at++];
  }
  if (digits.empty()) return number;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    bool smaller = false;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) smaller = text[at++] == '-';
    if (!digit()) return number;
    std::int64_t exponent = 0;
    while (digit())
      exponent = std::min<std::int64_t>(exponent * 10 + (text[at++] - '0'), 1'000'000'000'000);
    before_point += smaller ? -exponent : exponent;
  }
  if (at != text.size()) return number;
  number.good = true;

  while (!digits.empty() && digits.front() == '0') {
    digits.erase(digits.begin());
    --before_point;
  }
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  if (digits.empty()) {
    number.in_range = true;
    return number;
  }
  // Now the value is 0.DIGITS × 10^before_point, with a digit other than 0 at both ends.
  number.in_range = before_point <= 18 || (before_point == 19 && digits == "1");
  if (!number.in_range) return number;

  std::string kept;  // of the units: before_point + 18 digits
  std::string lost;
  const std::int64_t length = before_point + static_cast<std::int64_t>(kScale);
  if (length < 0) {
    number.rounded = true;
    return number;
  }
  for (std::int64_t i = 0;
       i < std::max<std::int64_t>(length, static_cast<std::int64_t>(digits.size())); ++i) {
    const char c =
        i < static_cast<std::int64_t>(digits.size()) ? digits[static_cast<std::size_t>(i)] : '0';
    (i < length ? kept : lost) += c;
  }
  if (kept.empty()) kept = "0";
  Big units = Big::from_digits(kept, false);
  number.rounded = !lost.empty();
  const bool above_half = !lost.empty() && (lost[0] > '5' || (lost[0] == '5' && lost.size() > 1));
  const bool half = lost == "5";
  if (above_half || (half && (kept.back() - '0') % 2 == 1)) units = units + Big(1);
  number.units = minus ? -units : units;
  Big part;
  units.divide(power_of_ten(kScale), number.whole, part);
  if (minus) number.whole = -number.whole;
  return number;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace footfall::twin
