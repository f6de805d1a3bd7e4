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
  // Of one with an offset and one without, the report zone tells.
  if (from->instant && to->instant && *from->instant >= *to->instant) return std::nullopt;
  if (!from->instant && !to->instant && from->civil >= to->civil) return std::nullopt;
  return ComparedWith{ComparedWith::Kind::range, *from, *to};
}

bool Comparison::by_hour() const { return kEventTypeTable[events].hourly; }

Hour first_hour_from(std::int64_t instant, const TimeZone& zone) {
  ZoneCursor cursor(zone);
  const Hour hour = cursor.hour_at(instant);
  if (hour.start == instant) return hour;
  // It ends by the clock, or where clocks change.
  const std::int64_t end = clock_reading(hour) + kSecondsPerHour - hour.offset;
  return cursor.hour_at(std::min(end, zone.period_at(instant).end));
}

Period::Edge Comparison::at(std::int64_t reading) const {
  return {reading, by_hour() ? zone.from_local(reading) : reading};
}

// The unit that begins at a bound or behind it.
Period::Edge Comparison::edge(const TimeBound& bound, bool end) const {
  if (!by_hour()) {
    const bool utc = kEventTypeTable[events].utc;
    return at(rounded_up(utc ? bound.instant.value_or(bound.civil) : bound.civil, kSecondsPerDay));
  }
  if (!bound.instant && rounded_up(bound.civil, kSecondsPerHour) == bound.civil)
    return at(bound.civil);
  const Hour hour = first_hour_from(bound.instant.value_or(zone.from_local(bound.civil)), zone);
  const std::int64_t reading = clock_reading(hour);
  if (!end || at(reading).instant == hour.start) return {reading, hour.start};
  const std::int64_t change = zone.period_at(hour.start).begin;
  return {rounded_up(change + zone.period_at(change - 1).offset, kSecondsPerHour), hour.start};
}

std::optional<Comparison> Comparison::of(EventType events, const ReportOptions& options,
                                         const Filter& filter, const ComparedWith& with,
                                         std::optional<TimeExtent> data) {
  if ((!filter.from || !filter.to) && !data) return std::nullopt;
  Comparison both;
  both.events = events;
  both.zone = options.zone;
  both.step = options.step;
  const std::int64_t unit = both.by_hour() ? kSecondsPerHour : kSecondsPerDay;
  if (data)
    both.data = {both.at(floor_divide(data->begin, unit) * unit),
                 both.at(rounded_up(data->end, unit))};
  const auto period = [](const Period::Edge& begin, const Period::Edge& end) {
    return Period{begin, begin.instant < end.instant ? end : begin};
  };
  both.now = period(filter.from ? both.edge(*filter.from, false) : both.data->begin,
                    filter.to ? both.edge(*filter.to, true) : both.data->end);
  const std::int64_t begin = both.now.begin.reading, end = both.now.end.reading;
  const auto back = [&](std::int64_t seconds) {
    both.before = {both.at(begin - seconds), both.at(end - seconds)};
    both.before_from = {both.before.begin.reading, std::nullopt};
    both.before_to = {both.before.end.reading, std::nullopt};
  };
  switch (with.kind) {
    case ComparedWith::Kind::previous:
      back(end - begin);
      if (!filter.from) break;
      both.before.end = both.edge(*filter.from, true);
      both.before_to = *filter.from;
      break;
    case ComparedWith::Kind::week_before:
      back(kStepTable[Step::week].seconds);
      break;
    case ComparedWith::Kind::range:
      both.before = period(both.edge(with.from, false), both.edge(with.to, true));
      both.before_from = with.from;
      both.before_to = with.to;
      break;
  }
  return both;
}

Filter Comparison::filter_before(Filter filter) const {
  filter.from = before_from;
  filter.to = before_to;
  return filter;
}

Day Comparison::day_shift() const {
  const auto first = [&](const Period::Edge& edge) {
    return first_day(by_hour() ? step : Step::day, Hour{edge.reading, 0});
  };
  return first(now.begin) - first(before.begin);
}

std::int64_t Comparison::length(const Period& period) const {
  return (period.end.instant - period.begin.instant) /
         (by_hour() ? kSecondsPerHour : kSecondsPerDay);
}

std::string Comparison::shown(const Period::Edge& edge) const {
  std::string text;
  if (by_hour())
    append_hour(text, ZoneCursor(zone).hour_at(edge.instant), zone.is_utc());
  else
    append_date(text, static_cast<Day>(floor_divide(edge.reading, kSecondsPerDay)));
  return text;
}

}  // namespace footfall
