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
};
/// `previous`, `week-before` or `FROM..TO`; no value where it is none, or a range that ends before
/// it begins.
[[nodiscard]] std::optional<ComparedWith> parse_compared_with(std::string_view text);

/// A stretch of time as clock readings, in seconds as if they were UTC: whole hours of the report
/// zone for visitors and requests, else whole days. The end is not included.
struct Period {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  friend bool operator==(const Period&, const Period&) = default;
};

/// Two periods side by side.
struct Comparison {
  EventType events{};
  TimeZone zone;
  Step step = Step::hour;
  Period now;
  Period before;
  /// Of the data; none where there are no rows.
  std::optional<TimeExtent> data;

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
  [[nodiscard]] std::int64_t shift() const { return now.begin - before.begin; }
  [[nodiscard]] Day day_shift() const;

  /// Hours that pass in a period, or days.
  [[nodiscard]] std::int64_t length(const Period& period) const;
  [[nodiscard]] bool by_hour() const;
  /// A beginning or end as files have hours or days.
  [[nodiscard]] std::string shown(std::int64_t reading) const;
};

}  // namespace footfall
