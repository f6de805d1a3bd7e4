#include "model/core/time_zone.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <string_view>

namespace footfall {

struct TimeZone::Rules {
  absl::TimeZone zone;
};

namespace {

// The calendar, and with it every rule of a zone, repeats after 400 years.
constexpr std::int64_t kCycle = std::int64_t{146097} * 86400;
// Past it no zone changes but by its rule (the last date that one lists is of 2087).
constexpr std::int64_t kOnlyRules = 4102444800;  // 2100-01-01

bool has_change_after(const absl::TimeZone& zone, std::int64_t seconds) {
  absl::TimeZone::CivilTransition change;
  return zone.NextTransition(absl::FromUnixSeconds(seconds), &change);
}

/// absl lists a rule's changes for about 400 years and finds none behind them. Returns by how many
/// seconds, whole cycles, `seconds` must go back so that the changes around it are found; 0 also
/// where the zone has no rule that changes its clocks.
std::int64_t cycles_beyond_the_list(const absl::TimeZone& zone, std::int64_t seconds) {
  if (seconds < kOnlyRules || has_change_after(zone, seconds)) return 0;
  if (!has_change_after(zone, kOnlyRules)) return 0;
  const std::int64_t back = (seconds - kOnlyRules) / kCycle * kCycle;
  return has_change_after(zone, seconds - back) ? back : back + kCycle;
}

}  // namespace

Result<TimeZone> TimeZone::load(const std::string& name, const std::string& option) {
  constexpr std::array<std::string_view, 6> utc_names = {"UTC",      "Etc/UTC", "Zulu",
                                                         "Etc/Zulu", "UCT",     "Etc/UCT"};
  TimeZone result;
  if (std::find(utc_names.begin(), utc_names.end(), name) != utc_names.end()) return result;
  Rules rules;
  if (name.empty() || !absl::LoadTimeZone(name, &rules.zone))
    return Error{ErrorKind::unknown_zone, option, name, {}};
  // Never freed: threads may ask until the program ends.
  static auto& mutex = *new std::mutex;
  static auto& known = *new std::map<std::string, Rules>;
  const std::lock_guard lock(mutex);
  result.name_ = name;
  result.rules_ = &known.emplace(name, rules).first->second;
  return result;
}

TimeZone::Period TimeZone::period_at(std::int64_t seconds) const {
  if (is_utc()) return {};
  const absl::TimeZone& zone = rules_->zone;
  const std::int64_t cycles = cycles_beyond_the_list(zone, seconds);
  const std::int64_t time = seconds - cycles;
  // A gap is found by the first reading that does not exist, a fold by the first that comes twice.
  const auto instant_of = [&](const absl::TimeZone::CivilTransition& change) {
    return absl::ToUnixSeconds(zone.At(std::min(change.from, change.to)).trans);
  };
  const auto offset_at = [&](std::int64_t instant) {
    return zone.At(absl::FromUnixSeconds(instant)).offset;
  };
  Period period;
  period.offset = offset_at(time);
  // A change of the zone's name or of summer time alone, with the offset kept, ends no period.
  absl::TimeZone::CivilTransition change;
  for (absl::Time after = absl::FromUnixSeconds(time); zone.NextTransition(after, &change);) {
    const std::int64_t instant = instant_of(change);
    if (offset_at(instant) != period.offset) {
      period.end = instant + cycles;
      break;
    }
    after = absl::FromUnixSeconds(instant);
  }
  // PrevTransition finds changes strictly before its argument; a change at `time` itself begins
  // this period.
  for (absl::Time before = absl::FromUnixSeconds(time + 1); zone.PrevTransition(before, &change);) {
    const std::int64_t instant = instant_of(change);
    if (offset_at(instant - 1) != period.offset) {
      period.begin = instant + cycles;
      break;
    }
    before = absl::FromUnixSeconds(instant);
  }
  if (period.end <= seconds) period.end = seconds + 1;
  if (period.begin > seconds) period.begin = seconds;
  return period;
}

std::int64_t TimeZone::from_local(std::int64_t local_seconds) const {
  if (is_utc()) return local_seconds;
  const absl::CivilSecond civil = absl::CivilSecond(1970, 1, 1) + local_seconds;
  return absl::ToUnixSeconds(rules_->zone.At(civil).pre);
}

}  // namespace footfall
