#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/random.h"

namespace footfall::bench {

/// When events happen: quiet nights, other weekends, and a few hours that stand out.
class Rhythm {
 public:
  /// `first_day` in days since 1970-01-01, `days` > 0.
  Rhythm(std::int64_t first_day, std::size_t days, std::uint64_t seed);

  /// The second (since 1970) at which a share `part` of all events has happened; 0 <= part < 1.
  /// Rising parts give rising times.
  [[nodiscard]] std::int64_t at(double part) const;

  /// True in the few hours that stand out.
  [[nodiscard]] bool peak(std::int64_t seconds) const;

  /// Weight of a day against the average day.
  [[nodiscard]] static double day_weight(std::int64_t day);

 private:
  std::int64_t first_day_;
  std::vector<double> before_;        // share of events before hour i; last entry 1
  std::vector<std::uint32_t> guide_;  // hour of part i / guide_.size()
  std::vector<bool> peak_;
};

/// A calendar date as day number; walks years and months, so it needs no formula.
std::int64_t day_number(int year, int month, int day);
/// Appends `YYYY-MM-DD`.
void append_day(std::string& out, std::int64_t day);
/// Appends `HH:MM:SS` of a second of the day.
void append_clock(std::string& out, std::int64_t second);
/// Appends `06/Jan/2025`.
void append_log_day(std::string& out, std::int64_t day);

}  // namespace footfall::bench
