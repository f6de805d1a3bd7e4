#include "model/report/comparison.h"

#include <algorithm>

namespace footfall {
namespace {

std::int64_t rounded_up(std::int64_t reading, std::int64_t unit) {
  return -floor_divide(-reading, unit) * unit;
}

}  // namespace

std::optional<ComparedWith> parse_compared_with(std::string_view text) {
  if (text == "previous") return ComparedWith{ComparedWith::Kind::previous, {}, {}};
  if (text == "week-before") return ComparedWith{ComparedWith::Kind::week_before, {}, {}};
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  const auto from = parse_time_bound(text.substr(0, dots));
  const auto to = parse_time_bound(text.substr(dots + 2));
  if (!from || !to) return std::nullopt;
  const bool instants = from->instant && to->instant;
  if (instants ? *from->instant >= *to->instant : from->civil >= to->civil) return std::nullopt;
  return ComparedWith{ComparedWith::Kind::range, *from, *to};
}

bool Comparison::by_hour() const { return kEventTypeTable[events].hourly; }

std::optional<Comparison> Comparison::of(EventType events, const ReportOptions& options,
                                         const Filter& filter, const ComparedWith& with,
                                         std::optional<TimeExtent> data) {
  Comparison both;
  both.events = events;
  both.zone = options.zone;
  both.step = options.step;
  both.data = data;
  // The unit that begins at a bound or behind it.
  const auto reading = [&](const TimeBound& bound) {
    if (both.by_hour()) {
      ZoneCursor zone(options.zone);
      const std::int64_t clock =
          bound.instant ? *bound.instant + zone.offset_at(*bound.instant) : bound.civil;
      return rounded_up(clock, kSecondsPerHour);
    }
    const bool dates = events == EventType::campaign_figures;
    return rounded_up(dates ? bound.civil : bound.instant.value_or(bound.civil), kSecondsPerDay);
  };
  if ((!filter.from || !filter.to) && !data) return std::nullopt;
  const std::int64_t unit = both.by_hour() ? kSecondsPerHour : kSecondsPerDay;
  both.now.begin = filter.from ? reading(*filter.from) : floor_divide(data->begin, unit) * unit;
  both.now.end = filter.to ? reading(*filter.to) : rounded_up(data->end, unit);
  both.now.end = std::max(both.now.begin, both.now.end);
  const std::int64_t back = with.kind == ComparedWith::Kind::previous
                                ? both.now.end - both.now.begin
                                : kStepTable[Step::week].seconds;
  const bool range = with.kind == ComparedWith::Kind::range;
  both.before = range ? Period{reading(with.from), reading(with.to)}
                      : Period{both.now.begin - back, both.now.end - back};
  both.before_from = range ? with.from : TimeBound{both.before.begin, std::nullopt};
  both.before_to = range ? with.to : TimeBound{both.before.end, std::nullopt};
  return both;
}

Filter Comparison::filter_before(Filter filter) const {
  filter.from = before_from;
  filter.to = before_to;
  return filter;
}

Day Comparison::day_shift() const {
  const auto first = [&](std::int64_t reading) {
    return first_day(by_hour() ? step : Step::day, Hour{reading, 0});
  };
  return first(now.begin) - first(before.begin);
}

std::int64_t Comparison::length(const Period& period) const {
  if (!by_hour()) return (period.end - period.begin) / kSecondsPerDay;
  return (zone.from_local(period.end) - zone.from_local(period.begin)) / kSecondsPerHour;
}

std::string Comparison::shown(std::int64_t reading) const {
  std::string text;
  if (!by_hour()) {
    append_date(text, static_cast<Day>(floor_divide(reading, kSecondsPerDay)));
    return text;
  }
  const std::int64_t start = zone.from_local(reading);
  append_hour(text, {start, static_cast<std::int32_t>(reading - start)}, zone.is_utc());
  return text;
}

}  // namespace footfall
