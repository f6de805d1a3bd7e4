#include "tests/bench/rhythm.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/bench/text.h"

namespace footfall::bench {
namespace {

constexpr std::array<double, 24> kWorkday = {14, 9,  6,  4,  4,  7,  16, 32, 48, 60, 66, 70,
                                             78, 68, 62, 60, 61, 66, 74, 84, 96, 86, 58, 30};
constexpr std::array<double, 24> kWeekend = {24, 17, 11, 7,  5,  5,  8,  15, 28, 46, 62, 72,
                                             74, 76, 80, 82, 80, 74, 68, 66, 70, 64, 48, 32};

bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
int length_of_month(int year, int month) {
  constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

struct Date {
  int year = 1970;
  int month = 1;
  int day = 1;
};
Date date_of(std::int64_t number) {
  // Events of one run lie in few days: remember the last one.
  thread_local std::int64_t last_number = 0;
  thread_local Date last;
  if (number == last_number) return last;
  Date date;
  std::int64_t rest = number;
  while (rest >= (leap(date.year) ? 366 : 365)) rest -= leap(date.year++) ? 366 : 365;
  while (rest >= length_of_month(date.year, date.month))
    rest -= length_of_month(date.year, date.month++);
  date.day += static_cast<int>(rest);
  last_number = number;
  last = date;
  return date;
}

// 1970-01-01 was a Thursday; 0 is Monday.
std::int64_t weekday(std::int64_t day) { return (day + 3) % 7; }

}  // namespace

WeightedIndex::WeightedIndex(const std::vector<double>& weights)
    : share_(weights.size(), 1.0), other_(weights.size()) {
  double total = 0;
  for (double weight : weights) total += weight;
  std::vector<double> scaled(weights.size());
  std::vector<std::size_t> small;
  std::vector<std::size_t> large;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    scaled[i] = weights[i] / total * static_cast<double>(weights.size());
    other_[i] = i;
    (scaled[i] < 1 ? small : large).push_back(i);
  }
  while (!small.empty() && !large.empty()) {
    const std::size_t low = small.back();
    const std::size_t high = large.back();
    small.pop_back();
    share_[low] = scaled[low];
    other_[low] = high;
    scaled[high] -= 1 - scaled[low];
    if (scaled[high] < 1) {
      large.pop_back();
      small.push_back(high);
    }
  }
}

std::vector<double> zipf_weights(std::size_t count, double exponent) {
  std::vector<double> weights(count);
  for (std::size_t i = 0; i < count; ++i)
    weights[i] = std::pow(static_cast<double>(i + 1), -exponent);
  return weights;
}

Rhythm::Rhythm(std::int64_t first_day, std::size_t days, std::uint64_t seed)
    : first_day_(first_day), peak_(days * 24) {
  Random random(seed);
  std::vector<double> weights(days * 24);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::int64_t day = first_day + static_cast<std::int64_t>(i / 24);
    const double hour = weekday(day) < 5 ? kWorkday[i % 24] : kWeekend[i % 24];
    weights[i] = hour * day_weight(day) * (0.93 + 0.14 * random.unit());
  }
  // One hour in about four days stands out: a newsletter, a broadcast, a sale.
  for (std::size_t day = 2; day < days; day += 3 + random.below(3)) {
    const std::size_t hour = day * 24 + 9 + random.below(12);
    peak_[hour] = true;
    weights[hour] *= 1.9 + 0.9 * random.unit();
    if (hour + 1 < weights.size()) weights[hour + 1] *= 1.35;
  }
  double total = 0;
  for (double weight : weights) total += weight;
  double sum = 0;
  for (double weight : weights) {
    before_.push_back(sum / total);
    sum += weight;
  }
  before_.push_back(1.0);
  guide_.resize(weights.size() * 8);
  std::uint32_t hour = 0;
  for (std::size_t i = 0; i < guide_.size(); ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(guide_.size());
    while (hour + 1 < weights.size() && before_[hour + 1] <= part) ++hour;
    guide_[i] = hour;
  }
}

std::int64_t Rhythm::at(double part) const {
  std::size_t hour = guide_[static_cast<std::size_t>(part * static_cast<double>(guide_.size()))];
  while (hour + 2 < before_.size() && before_[hour + 1] <= part) ++hour;
  const double within = (part - before_[hour]) / (before_[hour + 1] - before_[hour]);
  const std::int64_t second =
      std::clamp<std::int64_t>(static_cast<std::int64_t>(within * 3600), 0, 3599);
  return first_day_ * 86400 + static_cast<std::int64_t>(hour) * 3600 + second;
}

bool Rhythm::peak(std::int64_t seconds) const {
  return peak_[static_cast<std::size_t>(seconds / 3600 - first_day_ * 24)];
}

double Rhythm::day_weight(std::int64_t day) {
  constexpr std::array<double, 7> weights = {1.06, 1.0, 0.98, 1.03, 0.94, 0.82, 0.9};
  return weights[static_cast<std::size_t>(weekday(day))];
}

std::int64_t day_number(int year, int month, int day) {
  std::int64_t number = day - 1;
  for (int y = 1970; y < year; ++y) number += leap(y) ? 366 : 365;
  for (int m = 1; m < month; ++m) number += length_of_month(year, m);
  return number;
}

void append_day(std::string& out, std::int64_t day) {
  const Date date = date_of(day);
  append_padded(out, static_cast<std::uint64_t>(date.year), 4);
  out += '-';
  append_padded(out, static_cast<std::uint64_t>(date.month), 2);
  out += '-';
  append_padded(out, static_cast<std::uint64_t>(date.day), 2);
}

void append_clock(std::string& out, std::int64_t second) {
  append_padded(out, static_cast<std::uint64_t>(second / 3600), 2);
  out += ':';
  append_padded(out, static_cast<std::uint64_t>(second / 60 % 60), 2);
  out += ':';
  append_padded(out, static_cast<std::uint64_t>(second % 60), 2);
}

void append_log_day(std::string& out, std::int64_t day) {
  constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Date date = date_of(day);
  append_padded(out, static_cast<std::uint64_t>(date.day), 2);
  out += '/';
  out += months[static_cast<std::size_t>(date.month - 1)];
  out += '/';
  append_padded(out, static_cast<std::uint64_t>(date.year), 4);
}

}  // namespace footfall::bench
