#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/report/filter.h"
#include "model/report/report.h"
#include "model/report/report_options.h"

namespace footfall {

/// What a report's period is compared with.
struct ComparedWith {
  enum class Kind : std::uint8_t { previous, week_before, range };
  Kind kind{};
  TimeBound from;  ///< of a range
  TimeBound to;
  friend bool operator==(const ComparedWith&, const ComparedWith&) = default;
};
/// `previous`, `week-before` or `FROM..TO`; no value where it is none, or a range that
/// certainly ends before it begins.
[[nodiscard]] std::optional<ComparedWith> parse_compared_with(std::string_view text);

/// The hour that begins at an instant, or the next one that begins behind it.
[[nodiscard]] Hour first_hour_from(std::int64_t instant, const TimeZone& zone);
/// What the clock showed when an hour would begin that is a whole one.
constexpr std::int64_t clock_reading(const Hour& hour) {
  return floor_divide(hour.start + hour.offset, kSecondsPerHour) * kSecondsPerHour;
}

/// A stretch of time: whole hours of the report zone for visitors and requests, else whole days.
/// The end is not included.
struct Period {
  struct Edge {
    std::int64_t reading = 0;  ///< of the clock, in seconds as if it were UTC
    std::int64_t instant = 0;  ///< tells hours apart that have one reading
  };
  Edge begin;
  /// All readings of the period are before this one: where it ends in hours that come twice, it is
  /// that behind all of them.
  Edge end;
};

/// Two periods side by side.
struct Comparison {
  EventType events{};
  TimeZone zone;
  Step step = Step::hour;
  Period now;
  Period before;
  /// The whole hours or days of the data; none where there are no rows.
  std::optional<Period> data;

  /// The periods of a filter's range and of what it is compared with; the ends that the filter
  /// leaves open are those of the data. None where these have no rows.
  [[nodiscard]] static std::optional<Comparison> of(EventType events, const ReportOptions& options,
                                                    const Filter& filter, const ComparedWith& with,
                                                    std::optional<TimeExtent> data);

  TimeBound before_from;
  TimeBound before_to;
  /// The filter of the period before, out of that of the present one.
  [[nodiscard]] Filter filter_before(Filter filter) const;

  /// What is added to the reading of an hour before, and to a day or a week's Monday, so that it
  /// stands where the same place of the present period does.
  [[nodiscard]] std::int64_t shift() const { return now.begin.reading - before.begin.reading; }
  [[nodiscard]] Day day_shift() const;

  /// Hours that pass in a period, or days.
  [[nodiscard]] std::int64_t length(const Period& period) const;
  [[nodiscard]] bool by_hour() const;
  /// A beginning or end as files have hours or days.
  [[nodiscard]] std::string shown(const Period::Edge& edge) const;

 private:
  [[nodiscard]] Period::Edge at(std::int64_t reading) const;
  [[nodiscard]] Period::Edge edge(const TimeBound& bound, bool end) const;
};

}  // namespace footfall
