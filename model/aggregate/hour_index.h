#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "model/core/time_zone.h"

namespace footfall {

/// Gives each hour of the report zone a dense number, in order of first sight. Rows of any order
/// hit a small direct-mapped cache; the map behind it holds every hour.
class HourIndex {
 public:
  explicit HourIndex(const TimeZone& zone) : zone_(zone) {}

  [[nodiscard]] std::uint32_t number_of(Instant time) {
    return number_of(zone_.hour_at(time.seconds));
  }
  [[nodiscard]] std::uint32_t number_of(Hour hour) {
    Entry& entry = cache_[static_cast<std::uint64_t>(hour.start / kSecondsPerHour) % cache_.size()];
    if (entry.hour != hour || entry.number == kNone) {
      const auto [found, fresh] =
          numbers_.try_emplace(hour, static_cast<std::uint32_t>(hours_.size()));
      if (fresh) hours_.push_back(hour);
      entry = {hour, found->second};
    }
    return entry.number;
  }
  [[nodiscard]] const std::vector<Hour>& hours() const { return hours_; }

  /// Whether in another zone they are hours too, with other offsets perhaps: its clock hours begin
  /// and end with them.
  [[nodiscard]] bool are_hours_of(const TimeZone& other) const {
    ZoneCursor zone(other);
    return std::ranges::all_of(hours_, [&](const Hour& hour) {
      const Hour first = zone.hour_at(hour.start);
      return hour.start % kSecondsPerHour == 0 && first.start == hour.start &&
             zone.hour_at(hour.start + kSecondsPerHour - 1) == first;
    });
  }

  /// Renumbers the hours by instant; result[old] is the new number.
  [[nodiscard]] std::vector<std::uint32_t> sort() {
    std::vector<std::uint32_t> new_numbers(hours_.size());
    std::uint32_t next = 0;
    for (auto& [hour, number] : numbers_) {
      new_numbers[number] = next;
      hours_[next] = hour;
      number = next++;
    }
    cache_.fill({});
    return new_numbers;
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  struct Entry {
    Hour hour;
    std::uint32_t number = kNone;
  };
  ZoneCursor zone_;
  std::array<Entry, 1024> cache_;
  std::map<Hour, std::uint32_t> numbers_;
  std::vector<Hour> hours_;
};

}  // namespace footfall
