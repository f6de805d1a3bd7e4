#include "model/report/usual_hours.h"

#include <algorithm>
#include <array>

#include "model/core/decimal.h"

namespace footfall {
namespace {

constexpr std::size_t kHoursOfDay = 24;
constexpr std::size_t kHoursOfWeek = 7 * kHoursOfDay;
constexpr unsigned kTimesDecimals = 2;

std::size_t hour_of_day(const Hour& hour) { return static_cast<std::size_t>(clock_hour(hour)); }

std::size_t hour_of_week(const Hour& hour) {
  return weekday_of(local_day(hour)) * kHoursOfDay + hour_of_day(hour);
}

// Hours that are like each other, by their index.
using Alike = std::vector<std::size_t>;

// Each gets the median of the others.
void set_medians(Alike& alike, std::span<const HourValue> hours, UsualOver over,
                 std::vector<Usual>& usual) {
  std::ranges::sort(alike, {}, [&](std::size_t i) { return hours[i].value; });
  const std::size_t others = alike.size() - 1;
  for (std::size_t out = 0; out < alike.size(); ++out) {
    Usual& of = usual[alike[out]];
    if (of.known()) continue;
    const auto other = [&](std::size_t i) { return hours[alike[i < out ? i : i + 1]].value; };
    of = {other((others - 1) / 2) + other(others / 2), over, others};
  }
}

bool enough(std::size_t of_weekday) { return of_weekday >= kLeastOfWeekday; }

Compared hours_like(std::span<const Hour> hours, std::size_t hour) {
  Compared compared;
  const auto look = [&](UsualOver over, std::size_t (*kind)(const Hour&)) {
    compared = {over, {}};
    for (std::size_t i = 0; i < hours.size(); ++i)
      if (i != hour && kind(hours[i]) == kind(hours[hour])) compared.with.push_back({i, i + 1});
  };
  look(UsualOver::weekday_and_hour, hour_of_week);
  if (!enough(compared.with.size())) look(UsualOver::hour_of_day, hour_of_day);
  if (compared.with.empty()) compared.over = UsualOver::nothing;
  return compared;
}

// Those that begin a number of days, or of times `days`, before or after the span.
std::vector<HourSpan> spans_like(std::span<const Hour> hours, const TimeZone& zone,
                                 const TimeSpan& span, std::int64_t days) {
  const std::int64_t first = hours.front().start, end = hours.back().start + kSecondsPerHour;
  const std::int64_t local = span.from + zone.period_at(span.from).offset;
  std::vector<HourSpan> found;
  for (const std::int64_t side : {-1, 1}) {
    for (std::int64_t step = side;; step += side) {
      const std::int64_t from = zone.from_local(local + step * days * kSecondsPerDay);
      const TimeSpan other{from, from + span.to - span.from};
      if (side < 0 ? other.from < first : other.to > end) break;
      if (other.to > end || other.from < first) continue;
      if (other.from < span.to && span.from < other.to) continue;
      const HourSpan inside = hours_in(hours, other);
      if (inside.begin < inside.end) found.push_back(inside);
    }
  }
  return found;
}

}  // namespace

std::uint64_t twice_median(std::vector<std::uint64_t>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle + (values.size() % 2 == 1 ? *middle : *std::max_element(values.begin(), middle));
}

std::vector<Usual> usual_values(std::span<const HourValue> hours) {
  std::array<Alike, kHoursOfWeek> of_week;
  std::array<Alike, kHoursOfDay> of_day;
  for (std::size_t i = 0; i < hours.size(); ++i) {
    of_week[hour_of_week(hours[i].hour)].push_back(i);
    of_day[hour_of_day(hours[i].hour)].push_back(i);
  }
  std::vector<Usual> usual(hours.size());
  for (Alike& alike : of_week)
    if (!alike.empty() && enough(alike.size() - 1))
      set_medians(alike, hours, UsualOver::weekday_and_hour, usual);
  for (Alike& alike : of_day)
    if (alike.size() > 1) set_medians(alike, hours, UsualOver::hour_of_day, usual);
  return usual;
}

HourSpan hours_in(std::span<const Hour> hours, const TimeSpan& span) {
  const auto before = [&](std::int64_t instant) {
    return static_cast<std::size_t>(std::ranges::lower_bound(hours, instant, {}, &Hour::start) -
                                    hours.begin());
  };
  const std::size_t begin = before(span.from);
  return {begin, std::max(begin, before(span.to))};
}

Compared compared_with(std::span<const Hour> hours, const TimeZone& zone, const TimeSpan& span) {
  const HourSpan inside = hours_in(hours, span);
  if (inside.begin == inside.end) return {};
  const std::int64_t seconds = span.to - span.from;
  if (seconds <= kSecondsPerHour && inside.end - inside.begin == 1)
    return hours_like(hours, inside.begin);
  std::vector<HourSpan> weeks = spans_like(hours, zone, span, 7);
  if (enough(weeks.size())) return {UsualOver::weekday_and_hour, std::move(weeks)};
  if (seconds > kSecondsPerDay) return {};
  std::vector<HourSpan> days = spans_like(hours, zone, span, 1);
  if (days.empty()) return {};
  return {UsualOver::hour_of_day, std::move(days)};
}

void append_half(std::string& out, std::int64_t twice) {
  append_exact(out, WideInt<2>(Int128{twice} * 5), 1, 0);
}

void append_usual(std::string& out, const Usual& usual) {
  if (usual.known()) append_half(out, static_cast<std::int64_t>(usual.twice));
}

std::strong_ordering operator<=>(const TimesUsual& a, const TimesUsual& b) {
  const auto product = [](std::uint64_t x, std::uint64_t y) { return static_cast<UInt128>(x) * y; };
  const UInt128 left = product(a.value, b.twice_usual), right = product(b.value, a.twice_usual);
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

void append_times_usual(std::string& out, const TimesUsual& times) {
  const WideInt<3> numerator(static_cast<Int128>(times.value) * 2 * power_of_ten(kTimesDecimals));
  append_fixed(out, divide_half_even(numerator, WideInt<3>(static_cast<Int128>(times.twice_usual))),
               kTimesDecimals, kTimesDecimals);
}

}  // namespace footfall
