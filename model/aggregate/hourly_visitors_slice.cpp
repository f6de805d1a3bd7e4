#include <algorithm>

#include "model/aggregate/hourly_visitors.h"
#include "model/aggregate/visit_filter.h"

// Reports out of finished hours, whole or sliced.
namespace footfall {

namespace {
constexpr std::size_t kHoursPerTask = 8;
}

// An hour as a slice sees it.
struct HourlyVisitors::Slice {
  const Bucket* bucket = nullptr;
  Hour hour;
  std::vector<HourlyVisitorsReport::Cell>
      chosen;  // cells of the filter's pages, where it names pages
  std::uint64_t visitors = 0;
  std::uint64_t pageviews = 0;
};

std::vector<HourlyVisitors::Slice> HourlyVisitors::slices_of(const ReportOptions& options,
                                                             const Filter& filter,
                                                             StopCheck check) const {
  const VisitFilter keep(options, filter);
  ZoneCursor zone(options.zone);
  std::vector<Slice> slices;
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    check();
    // In another zone whose hours fall on the same instants an hour only gets another offset.
    const Hour hour = zone.hour_at(hours_.hours()[i].start);
    if (!keep.in_range(hour)) continue;
    const Bucket& bucket = buckets_[i];
    if (keep.every_page()) {
      slices.push_back({&bucket, hour, {}, bucket.visitors, bucket.pageviews});
      continue;
    }
    Slice slice{&bucket, hour, {}, 0, 0};
    auto repeats = bucket.repeats.begin();
    for (const HourlyVisitorsReport::Cell& cell : bucket.cells) {
      check();
      if (!keep.admits(pages_[cell.page])) continue;
      slice.chosen.push_back(cell);
      slice.pageviews += cell.visitors;
      while (repeats != bucket.repeats.end() && repeats->page < cell.page) ++repeats;
      if (repeats != bucket.repeats.end() && repeats->page == cell.page)
        slice.pageviews += repeats->count;
    }
    if (!slice.chosen.empty()) slices.push_back(std::move(slice));
  }
  return slices;
}

std::shared_ptr<const HourlyVisitorsReport> HourlyVisitors::report(
    const ReportOptions& options, const Filter& filter, const ParallelFor& parallel) const {
  std::vector<Slice> slices = slices_of(options, filter, parallel.stop_check());
  const bool every_page = filter[FilterField::page].empty();
  const bool everything = filter[FilterField::page].empty() && !filter.from && !filter.to;
  auto report = std::make_shared<HourlyVisitorsReport>();
  report->zone = options.zone.name();
  report->utc = options.zone.is_utc();
  report->pages = published_pages_;

  // Distinct visitors over several pages of an hour, or over several hours, are counted again from
  // the pairs; each task marks what it sees, and the marks are united at the end.
  const std::size_t tasks = everything ? 0 : (slices.size() + kHoursPerTask - 1) / kHoursPerTask;
  const std::size_t groups = std::min<std::size_t>(tasks, 4);
  std::vector<std::vector<std::uint64_t>> marks(groups);
  if (!everything) {
    const std::size_t words = (dense_.size() + 63) / 64;
    parallel(groups, [&](std::size_t group) {
      marks[group].resize(words);
      VisitorSet seen(dense_.size());
      std::vector<std::uint32_t> inserted;
      StopCheck check = parallel.stop_check();
      for (std::size_t i = slices.size() * group / groups; i < slices.size() * (group + 1) / groups;
           ++i) {
        Slice& slice = slices[i];
        auto pair = slice.bucket->pairs.begin();
        const auto end = slice.bucket->pairs.end();
        const auto mark = [&](std::uint32_t visitor) {
          marks[group][visitor / 64] |= std::uint64_t{1} << (visitor % 64);
        };
        if (every_page) {
          for (; pair != end; ++pair) {
            check();
            mark(dense_(static_cast<VisitorId>(*pair)));
          }
          continue;
        }
        inserted.clear();
        for (const HourlyVisitorsReport::Cell& cell : slice.chosen) {
          pair = std::lower_bound(pair, end, static_cast<Pair>(cell.page) << 32);
          for (std::uint32_t n = 0; n < cell.visitors; ++n, ++pair) {
            check();
            const std::uint32_t visitor = dense_(static_cast<VisitorId>(*pair));
            mark(visitor);
            if (seen.insert(visitor)) inserted.push_back(visitor);
          }
        }
        slice.visitors = inserted.size();
        for (const std::uint32_t visitor : inserted) seen.erase(visitor);
      }
    });
  }
  if (everything) {
    report->unique_visitors = dense_.size();
  } else {
    for (std::size_t group = 1; group < groups; ++group)
      for (std::size_t word = 0; word < marks[0].size(); ++word)
        marks[0][word] |= marks[group][word];
    if (groups > 0)
      for (std::uint64_t word : marks[0])
        report->unique_visitors += static_cast<std::uint64_t>(std::popcount(word));
  }

  std::vector<bool> page_seen(pages_.size());
  std::size_t cells = 0;
  for (const Slice& slice : slices)
    cells += every_page ? slice.bucket->cells.size() : slice.chosen.size();
  report->cells.reserve(cells);
  report->hours.reserve(slices.size());
  report->hour_begin.reserve(slices.size() + 1);
  StopCheck check = parallel.stop_check();
  for (const Slice& slice : slices) {
    const auto& from = every_page ? slice.bucket->cells : slice.chosen;
    report->hours.push_back({slice.hour, slice.visitors, slice.pageviews});
    report->hour_begin.push_back(report->cells.size());
    report->cells.append(from);
    report->pageviews += slice.pageviews;
    check(from.size() + 1);
    for (const HourlyVisitorsReport::Cell& cell : from) page_seen[cell.page] = true;
  }
  report->hour_begin.push_back(report->cells.size());
  report->unique_pages =
      static_cast<std::uint64_t>(std::count(page_seen.begin(), page_seen.end(), true));
  return report;
}

bool HourlyVisitors::can_report(const ReportOptions& options, const Filter& /*filter*/) const {
  return options_.keep_slices &&
         (options.zone == options_.report.zone || hours_.are_hours_of(options.zone));
}

std::uint64_t HourlyVisitors::rows(const ReportOptions& options, const Filter& filter,
                                   const ParallelFor& parallel) const {
  std::uint64_t rows = 0;
  for (const Slice& slice : slices_of(options, filter, parallel.stop_check()))
    rows += slice.pageviews;
  return rows;
}

}  // namespace footfall
