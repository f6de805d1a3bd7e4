#include <algorithm>
#include <bit>
#include <iterator>
#include <map>
#include <optional>

#include "model/aggregate/hourly_visitors_slice.h"
#include "model/aggregate/page_choice.h"
#include "model/aggregate/visit_filter.h"

// Reports out of finished hours, whole or sliced.
namespace footfall {

namespace {
constexpr std::size_t kHoursPerSliceTask = 8;
}

// Of an hour that has variants. Those of a page stand together, as pages do; a visitor of several
// counts once.
std::vector<HourlyVisitorsReport::Cell> HourlyVisitors::whole_cells(std::size_t hour) const {
  using Cell = HourlyVisitorsReport::Cell;
  const VariantBucket& others = other_buckets_[hour];
  const std::vector<Cell>& usual = buckets_[hour].cells;
  std::vector<Cell> cells;
  cells.reserve(usual.size() + others.cells.size());
  auto next = usual.begin();
  auto repeated = others.repeated.begin();
  for (auto variant = others.cells.begin(); variant != others.cells.end();) {
    const TextId page = variants_.page_of(variant->page | PageVariants::kOther);
    while (next != usual.end() && next->page < page) cells.push_back(*next++);
    Cell cell{page, 0};
    if (next != usual.end() && next->page == page) cell.visitors = (next++)->visitors;
    for (; variant != others.cells.end() &&
           variants_.page_of(variant->page | PageVariants::kOther) == page;
         ++variant)
      cell.visitors += variant->visitors;
    if (repeated != others.repeated.end() && repeated->page == page)
      cell.visitors -= static_cast<std::uint32_t>((repeated++)->count);
    cells.push_back(cell);
  }
  cells.insert(cells.end(), next, usual.end());
  return cells;
}

PageChoice HourlyVisitors::choice_of(const ReportOptions& options, const Filter& filter,
                                     StopCheck check) const {
  return PageChoice(pages_, published_pages_, variants_, VisitFilter(options, filter),
                    filter.cleaning, std::move(check));
}

std::optional<VisitorSet> HourlyVisitors::visitors_kept(const Filter& filter,
                                                        const ParallelFor& parallel) const {
  if (VisitorChoice(filter).everything()) return std::nullopt;
  std::vector<std::vector<std::uint32_t>> found(VisitorTable::kPartitions);
  parallel(found.size(), [&](std::size_t partition) {
    const VisitorChoice choice(filter);
    StopCheck check = parallel.stop_check();
    visitors_.for_each(partition, [&](VisitorId id) {
      check();
      const VisitorTable::Name name = visitors_.name(id);
      if (choice.admits(name.id, name.agent)) found[partition].push_back(dense_(id));
    });
  });
  VisitorSet kept(dense_.size());
  for (const std::vector<std::uint32_t>& visitors : found)
    for (const std::uint32_t visitor : visitors) kept.insert(visitor);
  return kept;
}

std::vector<HourlyVisitors::Slice> HourlyVisitors::slices_of(
    const ReportOptions& options, const Filter& filter, const PageChoice& choice,
    const std::optional<VisitorSet>& kept, bool whole, const ParallelFor& parallel) const {
  const VisitFilter keep(options, filter);
  const bool everything = choice.everything() && !kept;
  std::vector<std::optional<Slice>> found(buckets_.size());
  const auto slice_of = [&](std::size_t i, ZoneCursor& zone, StopCheck& check) {
    // In another zone whose hours fall on the same instants an hour only gets another offset.
    const Hour hour = zone.hour_at(hours_.hours()[i].start);
    if (!keep.in_range(hour)) return;
    Slice slice{i, hour, {}, 0, 0, {}};
    if (everything) {
      // Repeats are known by page where slices are kept alone, but all of them are always.
      slice.visitors = buckets_[i].visitors;
      slice.pageviews = buckets_[i].pageviews;
      if (const VariantBucket* const others = others_of(i)) {
        slice.visitors += others->visitors;
        slice.pageviews += others->pageviews;
      }
    }
    if (whole) {
      found[i] = std::move(slice);
      return;
    }
    for_each_cell(i, [&](PageVariants::Id id, Slice::Run run, Slice::Repeats repeats) {
      check();
      if (!choice.keeps(id)) return;
      if (!everything) {
        if (kept) check(run.visitors + repeats.size());
        const Slice::Kept part = Slice::kept_of(run, repeats, kept, dense_);
        if (part.visitors == 0) return;
        slice.pageviews += part.rows;
      }
      run.page = choice.name_of(id);
      slice.runs.push_back(run);
    });
    if (slice.runs.empty()) return;
    if (choice.renames() || others_of(i) != nullptr)
      std::ranges::sort(slice.runs, {}, &Slice::Run::page);
    found[i] = std::move(slice);
  };
  parallel((buckets_.size() + kHoursPerSliceTask - 1) / kHoursPerSliceTask, [&](std::size_t task) {
    ZoneCursor zone(options.zone);
    StopCheck check = parallel.stop_check();
    const std::size_t end = std::min(buckets_.size(), (task + 1) * kHoursPerSliceTask);
    for (std::size_t i = task * kHoursPerSliceTask; i < end; ++i) slice_of(i, zone, check);
  });
  std::vector<Slice> slices;
  for (std::optional<Slice>& slice : found)
    if (slice) slices.push_back(*std::move(slice));
  return slices;
}

std::vector<HourlyVisitors::Slice> HourlyVisitors::joined(std::vector<Slice> hours,
                                                          const ReportOptions& options) {
  ZoneCursor zone(options.zone);
  std::map<Day, Slice> steps;
  for (Slice& hour : hours) {
    const Day first = first_day(options.step, hour.hour);
    const auto [found, fresh] = steps.try_emplace(first);
    Slice& step = found->second;
    if (fresh) step.hour = beginning_of(first, zone);
    step.runs.insert(step.runs.end(), hour.runs.begin(), hour.runs.end());
    step.pageviews += hour.pageviews;
    hour.runs = {};
  }
  std::vector<Slice> slices;
  for (auto& [first, step] : steps) slices.push_back(std::move(step));
  return slices;
}

std::shared_ptr<const HourlyVisitorsReport> HourlyVisitors::report(
    const ReportOptions& options, const Filter& filter, const ParallelFor& parallel) const {
  const PageChoice choice = choice_of(options, filter, parallel.stop_check());
  const bool by_hour = options.step == Step::hour;
  const std::optional<VisitorSet> kept = visitors_kept(filter, parallel);
  const bool every_page = choice.everything() && !kept && by_hour;
  std::vector<Slice> slices = slices_of(options, filter, choice, kept, every_page, parallel);
  std::optional<TimeExtent> within;
  if (!by_hour && !slices.empty()) {
    within = extent_of(slices.front().hour, slices.back().hour);
    slices = joined(std::move(slices), options);
  }
  const bool everything = every_page && VisitFilter(options, filter).every_hour();
  auto report = std::make_shared<HourlyVisitorsReport>();
  report->zone = options.zone.name();
  report->utc = options.zone.is_utc();
  report->step = options.step;
  report->within = within;
  report->pages = choice.names();
  if (every_page)
    for (Slice& slice : slices)
      if (others_of(slice.at) != nullptr) slice.cells = whole_cells(slice.at);

  // Distinct visitors over several pages of an hour, or over several hours, are counted again from
  // the pairs; each task marks what it sees, and the marks are united at the end.
  const std::size_t per_task = by_hour ? kHoursPerSliceTask : 1;
  const std::size_t tasks = everything ? 0 : (slices.size() + per_task - 1) / per_task;
  const std::size_t groups = std::min<std::size_t>(tasks, 4);
  std::vector<std::vector<std::uint64_t>> marks(groups);
  if (!everything) {
    const std::size_t words = (dense_.size() + 63) / 64;
    parallel(groups, [&](std::size_t group) {
      marks[group].resize(words);
      VisitorSet of_hour(dense_.size());
      VisitorSet of_page(dense_.size());
      std::vector<std::uint32_t> inserted;
      StopCheck check = parallel.stop_check();
      const auto each = [&](const Slice::Run& run, const auto& take) {
        for (const Pair* pair = run.pairs; pair != run.pairs + run.visitors; ++pair) {
          check();
          const std::uint32_t visitor = dense_(static_cast<VisitorId>(*pair));
          if (!kept || kept->contains(visitor)) take(visitor);
        }
      };
      const auto mark = [&](std::uint32_t visitor) {
        marks[group][visitor / 64] |= std::uint64_t{1} << (visitor % 64);
      };
      for (std::size_t i = slices.size() * group / groups; i < slices.size() * (group + 1) / groups;
           ++i) {
        Slice& slice = slices[i];
        if (every_page) {
          for_each_cell(slice.at, [&](PageVariants::Id, const Slice::Run& run, Slice::Repeats) {
            each(run, mark);
          });
          continue;
        }
        inserted.clear();
        if (!by_hour) std::ranges::sort(slice.runs, {}, &Slice::Run::page);
        slice.cells.reserve(by_hour ? slice.runs.size() : 0);
        for (auto run = slice.runs.begin(); run != slice.runs.end();) {
          HourlyVisitorsReport::Cell cell{run->page, 0};
          each(*run, [&](std::uint32_t visitor) {
            mark(visitor);
            ++cell.visitors;
            if (of_hour.insert(visitor)) inserted.push_back(visitor);
          });
          const auto first = run++;
          if (run != slice.runs.end() && run->page == first->page) {
            // Several parts of a page: a visitor of two counts once.
            each(*first, [&](std::uint32_t visitor) { of_page.insert(visitor); });
            for (; run != slice.runs.end() && run->page == first->page; ++run)
              each(*run, [&](std::uint32_t visitor) {
                mark(visitor);
                if (of_hour.insert(visitor)) inserted.push_back(visitor);
                cell.visitors += of_page.insert(visitor) ? 1 : 0;
              });
            for (auto one = first; one != run; ++one)
              each(*one, [&](std::uint32_t visitor) { of_page.erase(visitor); });
          }
          slice.cells.push_back(cell);
        }
        slice.visitors = inserted.size();
        for (const std::uint32_t visitor : inserted) of_hour.erase(visitor);
        slice.runs = {};
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

  const auto cells_of = [&](const Slice& slice) -> const std::vector<HourlyVisitorsReport::Cell>& {
    return every_page && others_of(slice.at) == nullptr ? buckets_[slice.at].cells : slice.cells;
  };
  std::vector<bool> page_seen(report->pages->size());
  std::size_t cells = 0;
  for (const Slice& slice : slices) cells += cells_of(slice).size();
  report->cells.reserve(cells);
  report->hours.reserve(slices.size());
  report->hour_begin.reserve(slices.size() + 1);
  StopCheck check = parallel.stop_check();
  for (const Slice& slice : slices) {
    const auto& from = cells_of(slice);
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

// Without visits rows that are repeats are known by page alone.
bool HourlyVisitors::can_report(const ReportOptions& options, const Filter& filter) const {
  const auto repeats = [](const Bucket& bucket) { return !bucket.repeats.empty(); };
  return options_.keep_slices &&
         (options.zone == options_.report.zone || hours_.are_hours_of(options.zone)) &&
         (options_.keep_visits || VisitorChoice(filter).everything() ||
          (std::ranges::none_of(buckets_, repeats) &&
           std::ranges::none_of(other_buckets_, repeats)));
}

std::uint64_t HourlyVisitors::rows(const ReportOptions& options, const Filter& filter,
                                   const ParallelFor& parallel) const {
  const PageChoice choice = choice_of(options, filter, parallel.stop_check());
  const std::optional<VisitorSet> kept = visitors_kept(filter, parallel);
  std::uint64_t rows = 0;
  for (const Slice& slice :
       slices_of(options, filter, choice, kept, choice.everything() && !kept, parallel))
    rows += slice.pageviews;
  return rows;
}

CleaningCounts HourlyVisitors::cleaning_counts(const ParallelFor& parallel) const {
  StopCheck check = parallel.stop_check();
  std::vector<std::uint64_t> of_pages(pages_.size());
  std::vector<std::uint64_t> of_variants(variants_.size());
  for (std::size_t hour = 0; hour < buckets_.size(); ++hour)
    for_each_cell(hour, [&](PageVariants::Id id, const Slice::Run& run, Slice::Repeats repeats) {
      check();
      (PageVariants::is_other(id) ? of_variants[id & ~PageVariants::kOther] : of_pages[id]) +=
          Slice::rows_of(run, repeats);
    });
  return count_cleaning(pages_, variants_, of_pages, of_variants, check);
}

}  // namespace footfall
