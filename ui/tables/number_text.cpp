#include "ui/tables/number_text.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <string>

namespace footfall {
namespace {

struct Parts {
  bool valid = false;
  bool negative = false;
  std::string_view whole;
  std::string_view decimals;
};

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Parts split(std::string_view plain) {
  Parts parts;
  if (!plain.empty() && plain.front() == '-') {
    parts.negative = true;
    plain.remove_prefix(1);
  }
  const std::size_t point = plain.find('.');
  parts.whole = plain.substr(0, point);
  if (point != std::string_view::npos) parts.decimals = plain.substr(point + 1);
  parts.valid = !parts.whole.empty() && all_digits(parts.whole) && all_digits(parts.decimals);
  return parts;
}

// Digits in the locale's script.
QString local_digits(std::string_view digits, const QLocale& locale) {
  const QString zero = locale.zeroDigit();
  QString text;
  for (const char c : digits) {
    if (zero.size() == 1)
      text += QChar(static_cast<char16_t>(zero.front().unicode() + (c - '0')));
    else
      text += QLatin1Char(c);
  }
  return text;
}

QString grouped(std::string_view whole, const QLocale& locale) {
  QLocale grouping = locale;
  grouping.setNumberOptions(QLocale::DefaultNumberOptions);
  // 64 bits cover almost all; the locale knows groups that are not of three digits.
  if (whole.size() <= 18) return grouping.toString(std::stoll(std::string(whole)));
  QString text;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) text += locale.groupSeparator();
    text += local_digits(whole.substr(i, 1), locale);
  }
  return text;
}

// Adds one to the last digit of `digits`, which may hold a point.
void increment(std::string& digits) {
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] == '.') continue;
    if (digits[i] != '9') {
      ++digits[i];
      return;
    }
    digits[i] = '0';
  }
  digits.insert(digits.begin(), '1');
}

}  // namespace

QString localized_number(std::string_view plain, const QLocale& locale) {
  const Parts parts = split(plain);
  if (!parts.valid) return QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
  QString text = parts.negative ? locale.negativeSign() : QString();
  text += grouped(parts.whole, locale);
  if (!parts.decimals.empty()) text += locale.decimalPoint() + local_digits(parts.decimals, locale);
  return text;
}

QString localized_number(std::uint64_t value, const QLocale& locale) {
  return localized_number(std::to_string(value), locale);
}

std::string shortened_number(std::string_view plain, std::size_t decimals) {
  const Parts parts = split(plain);
  if (!parts.valid || parts.decimals.size() <= decimals) return std::string(plain);
  std::string kept =
      std::string(parts.whole) + '.' + std::string(parts.decimals.substr(0, decimals));
  const std::string_view cut = parts.decimals.substr(decimals);
  const bool beyond_half =
      cut.front() > '5' || (cut.front() == '5' && cut.find_first_not_of('0', 1) != cut.npos);
  const bool half = cut.front() == '5' && !beyond_half;
  const bool odd = (kept.back() - '0') % 2 == 1;
  if (beyond_half || (half && odd)) increment(kept);

  const auto is_zero = [](std::string_view text) {
    return text.find_first_not_of("0.") == text.npos;
  };
  if (is_zero(kept)) {
    if (is_zero(plain.substr(parts.negative ? 1 : 0))) return kept;
    std::string exact(plain);
    while (exact.back() == '0') exact.pop_back();
    return exact;
  }
  return (parts.negative ? "-" : "") + kept;
}

std::string percent_number(std::string_view plain) {
  const Parts parts = split(plain);
  if (!parts.valid) return std::string(plain);
  std::string decimals(parts.decimals);
  while (decimals.size() < 2) decimals += '0';
  std::string whole = std::string(parts.whole) + decimals.substr(0, 2);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  const std::string rest = decimals.substr(2);
  return (parts.negative ? "-" : "") + whole + (rest.empty() ? "" : "." + rest);
}

QString byte_text(double bytes, const QLocale& locale) {
  static constexpr std::array kUnits = {"B",  "kB", "MB", "GB", "TB", "PB",
                                        "EB", "ZB", "YB", "RB", "QB"};
  std::size_t unit = 0;
  // What would be shown as 1000 of a unit is one of the next.
  while (unit + 1 < kUnits.size() && bytes >= (unit == 0 ? 1000 : 999.5)) {
    bytes /= 1000;
    ++unit;
  }
  const int decimals = unit == 0 || bytes >= 99.95 ? 0 : 1;
  return locale.toString(bytes, 'f', decimals) + QStringLiteral("\u00A0") +
         QLatin1String(kUnits[unit]);
}

}  // namespace footfall
