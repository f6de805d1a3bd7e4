#include "model/core/time_zone.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace footfall {

struct TimeZone::Rules {
  absl::TimeZone zone;
};

Result<TimeZone> TimeZone::load(const std::string& name, const std::string& option) {
  constexpr std::array<std::string_view, 6> utc_names = {"UTC", "Etc/UTC", "Zulu", "Etc/Zulu", "UCT", "Etc/UCT"};
  TimeZone result;
  if (std::find(utc_names.begin(), utc_names.end(), name) != utc_names.end()) return result;
  auto rules = std::make_shared<Rules>();
  if (name.empty() || !absl::LoadTimeZone(name, &rules->zone))
    return Error{ErrorKind::unknown_zone, option, name, {}};
  result.name_ = name;
  result.rules_ = std::move(rules);
  return result;
}

TimeZone::Period TimeZone::period_at(std::int64_t seconds) const {
  if (is_utc()) return {};
  const absl::TimeZone& zone = rules_->zone;
  const absl::Time time = absl::FromUnixSeconds(seconds);
  // A gap is found by the first reading that does not exist, a fold by the first that comes twice.
  const auto instant_of = [&](const absl::TimeZone::CivilTransition& change) {
    return absl::ToUnixSeconds(zone.At(std::min(change.from, change.to)).trans);
  };
  Period period;
  period.offset = zone.At(time).offset;
  // A change of the zone's name or of summer time alone, with the offset kept, ends no period.
  const auto offset_at = [&](std::int64_t instant) { return zone.At(absl::FromUnixSeconds(instant)).offset; };
  absl::TimeZone::CivilTransition change;
  for (absl::Time after = time; zone.NextTransition(after, &change);) {
    const std::int64_t instant = instant_of(change);
    if (offset_at(instant) != period.offset) {
      period.end = instant;
      break;
    }
    after = absl::FromUnixSeconds(instant);
  }
  // PrevTransition finds changes strictly before its argument; a change at `seconds` itself begins
  // this period.
  for (absl::Time before = time + absl::Seconds(1); zone.PrevTransition(before, &change);) {
    const std::int64_t instant = instant_of(change);
    if (offset_at(instant - 1) != period.offset) {
      period.begin = instant;
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
