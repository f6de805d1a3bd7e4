#include "ui/charts/label_digits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

namespace footfall {
namespace {

constexpr int kMostDecimals = 12;

// Different texts of the numbers that are not zero; a text of zeros tells nothing.
std::size_t told_apart(std::span<const double> values, int decimals) {
  std::set<QString> texts;
  const QLocale plain = QLocale::c();
  const QString zero = plain.toString(0.0, 'f', decimals);
  for (const double value : values) {
    const QString text = plain.toString(std::abs(value), 'f', decimals);
    if (value != 0 && text != zero) texts.insert(value < 0 ? QLatin1Char('-') + text : text);
  }
  return texts.size();
}

}  // namespace

QString step_number(double value, double step, const QLocale& locale) {
  constexpr std::array<const char16_t*, 7> suffixes = {u"", u"k", u"M", u"G", u"T", u"P", u"E"};
  // What is left of a sum of steps is no number to show.
  if (std::abs(value) < std::max(std::abs(step) * 1e-6, 1e-300)) return locale.toString(0);
  std::size_t power = 0;
  double unit = 1;
  while (std::abs(value) / unit >= 999.9999 && power + 1 < suffixes.size()) {
    unit *= 1000;
    ++power;
  }
  int decimals = 0;
  double scaled = std::abs(step) / unit;
  while (decimals < kMostDecimals && std::abs(scaled - std::round(scaled)) > 1e-6) {
    scaled *= 10;
    ++decimals;
  }
  if (decimals == kMostDecimals) return locale.toString(value, 'g', 3);
  const QString number = locale.toString(value / unit, 'f', decimals);
  return power == 0 ? number : number + QChar(0x202F) + QString::fromUtf16(suffixes[power]);
}

QStringList distinct_numbers(std::span<const double> values, int decimals, const QLocale& locale) {
  const std::size_t most = told_apart(values, kMostDecimals);
  while (decimals < kMostDecimals && told_apart(values, decimals) < most) ++decimals;
  QStringList texts;
  for (const double value : values) texts += locale.toString(value, 'f', decimals);
  return texts;
}

}  // namespace footfall
