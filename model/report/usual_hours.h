#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/calendar.h"
#include "model/core/kinds.h"
#include "model/core/time_zone.h"

// What is usual for an hour: the median of the hours like it.
namespace footfall {

/// Which hours are like an hour.
enum class UsualOver : std::uint8_t {
  weekday_and_hour,  ///< those of its weekday and hour of day, where there are at least four
  hour_of_day,       ///< else those of its hour of day
  nothing,           ///< there is none
  end
};
inline constexpr std::size_t kLeastOfWeekday = 4;

struct UsualOverFacts {
  UsualOver over{};
  std::string_view name;  ///< in files
};
inline constexpr auto kUsualOverTable = kind_table<&UsualOverFacts::over, UsualOverFacts>({
    {UsualOver::weekday_and_hour, "weekday and hour"},
    {UsualOver::hour_of_day, "hour of day"},
    {UsualOver::nothing, ""},
});

/// The median of what something is compared with; of an even number the mean of the middle two.
struct Usual {
  std::uint64_t twice = 0;  ///< two times the median, which is whole
  UsualOver over = UsualOver::nothing;
  std::size_t compared = 0;  ///< with how many others

  [[nodiscard]] bool known() const { return over != UsualOver::nothing; }
  friend bool operator==(const Usual&, const Usual&) = default;
};

/// Of at least one value, in any order; reorders them.
[[nodiscard]] std::uint64_t twice_median(std::vector<std::uint64_t>& values);

/// An hour that has rows, and what was counted in it; below 2^62.
struct HourValue {
  Hour hour;
  std::uint64_t value = 0;
};

/// What is usual for each of the hours, which are distinct: the median over the others of its
/// weekday and hour of day in the report zone, or over those of its hour of day. Both hours of a
/// fold are hours of their own. n log n.
[[nodiscard]] std::vector<Usual> usual_values(std::span<const HourValue> hours);

/// Instants, `to` not among them.
struct TimeSpan {
  std::int64_t from = 0;
  std::int64_t to = 0;
  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Hours [begin, end) of a list.
struct HourSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const HourSpan&, const HourSpan&) = default;
};

/// The hours that begin in the span. `hours` ascend.
[[nodiscard]] HourSpan hours_in(std::span<const Hour> hours, const TimeSpan& span);

struct Compared {
  UsualOver over = UsualOver::nothing;
  std::vector<HourSpan> with;
};

/// What a span of time is compared with among the hours that have rows, which ascend. A single hour
/// as in usual_values(). A longer span: those that begin at the same weekday and time of day and
/// last as long, where there are at least four, else, where it lasts no longer than a day, those
/// that begin at the same time of day; all that lie within the data, have a row, and do not overlap
/// it.
[[nodiscard]] Compared compared_with(std::span<const Hour> hours, const TimeZone& zone,
                                     const TimeSpan& span);

/// Appends the half of a number: `12` or `12.5`.
void append_half(std::string& out, std::int64_t twice);
/// Appends the median: `12` or `12.5`; nothing where none is known.
void append_usual(std::string& out, const Usual& usual);

/// value / usual, exact. `usual` is known and not 0.
struct TimesUsual {
  std::uint64_t value = 0;
  std::uint64_t twice_usual = 0;
  [[nodiscard]] double number() const {
    return 2 * static_cast<double>(value) / static_cast<double>(twice_usual);
  }
  friend bool operator==(const TimesUsual& a, const TimesUsual& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const TimesUsual& a, const TimesUsual& b);
};
/// Appends it with two decimals, rounded once, half to even.
void append_times_usual(std::string& out, const TimesUsual& times);

}  // namespace footfall
