#include "model/aggregate/requests.h"

#include <algorithm>
#include <map>
#include <utility>

#include "model/aggregate/page_choice.h"
#include "model/aggregate/visit_filter.h"

namespace footfall {
namespace {

// The hours of each day or week as one.
std::vector<RequestsReport::HourTotals> joined(const std::vector<RequestsReport::HourTotals>& hours,
                                               const ReportOptions& options) {
  std::map<Day, RequestTotals> steps;
  for (const auto& [hour, totals] : hours) steps[first_day(options.step, hour)] += totals;
  ZoneCursor zone(options.zone);
  std::vector<RequestsReport::HourTotals> all;
  for (const auto& [first, totals] : steps) all.push_back({beginning_of(first, zone), totals});
  return all;
}

}  // namespace

void Requests::count_staged() {
  const std::size_t count = std::exchange(staged_.count, 0);
  std::array<TextId, kStaged> pages;
  pages_.intern_all({staged_.pages.data(), count}, pages.data());
  if (options_.keep_slices) {
    variants_.number_all(pages.data(), {staged_.classes.data(), count});
    // Cells are many and far apart: all are asked for before the first is waited for.
    std::array<std::uint32_t, kStaged> cells;
    for (std::size_t i = 0; i < count; ++i) prefetch_cell(staged_.hours[i], pages[i]);
    for (std::size_t i = 0; i < count; ++i) {
      cells[i] = cell_of(staged_.hours[i], pages[i]);
      by_cell_.prefetch(cells[i]);
    }
    for (std::size_t i = 0; i < count; ++i)
      by_cell_.add(cells[i], staged_.answers[i], staged_.bytes[i]);
    return;
  }
  by_hour_.resize(hours_.hours().size());
  by_page_.resize(pages_.size());
  for (std::size_t i = 0; i < count; ++i) {
    by_hour_.add(staged_.hours[i], staged_.answers[i], staged_.bytes[i]);
    by_page_.add(pages[i], staged_.answers[i], staged_.bytes[i]);
  }
}

std::uint32_t Requests::cell_of(std::uint32_t hour, PageVariants::Id page) {
  const std::uint64_t key = key_of(hour, page);
  if (PageVariants::is_other(page)) return new_cell(key);
  if (page >= last_cells_.size()) last_cells_.resize(pages_.size());
  LastCell& last = last_cells_[page];
  if (last.hour != hour) last = {hour, new_cell(key)};
  return last.cell;
}

void Requests::prefetch_cell(std::uint32_t hour, PageVariants::Id page) const {
  if (page < last_cells_.size() && last_cells_[page].hour == hour) return;
  index_.prefetch(key_of(hour, page));
}

// Or that of an earlier row.
std::uint32_t Requests::new_cell(std::uint64_t key) {
  bool fresh = false;
  if (index_.size() != cells_.size())
    for (const std::uint64_t known : cells_) static_cast<void>(index_.insert(known, fresh));
  const std::uint32_t cell = index_.insert(key, fresh);
  if (fresh) {
    cells_.push_back(key);
    by_cell_.resize(cells_.size());
  }
  return cell;
}

void Requests::merge(std::vector<Requests>&& others, const ParallelFor& parallel) {
  StopCheck check = parallel.stop_check();
  for (Requests& other : others) {
    const PageVariants::Mapping pages =
        variants_.merge(other.variants_, pages_.merge(other.pages_, check), check);
    std::vector<std::uint32_t> hours;
    hours.reserve(other.hours_.hours().size());
    for (const Hour& hour : other.hours_.hours()) hours.push_back(hours_.number_of(hour));
    if (options_.keep_slices) {
      for (std::size_t i = 0; i < other.cells_.size(); ++i) {
        check();
        const std::uint64_t key = other.cells_[i];
        const std::uint32_t cell = cell_of(hours[static_cast<std::uint32_t>(key)],
                                           pages[static_cast<PageVariants::Id>(key >> 32)]);
        by_cell_.add(cell, other.by_cell_.totals(i));
      }
    } else {
      by_hour_.resize(hours_.hours().size());
      by_page_.resize(pages_.size());
      for (std::size_t i = 0; i < other.by_hour_.size(); ++i)
        by_hour_.add(hours[i], other.by_hour_.totals(i));
      for (std::size_t i = 0; i < other.by_page_.size(); ++i) {
        check();
        by_page_.add(pages.pages[i], other.by_page_.totals(i));
      }
    }
    other = Requests(other.options_);
  }
  others.clear();
}

void Requests::finish(const ParallelFor& parallel) {
  count_staged();
  StopCheck check = parallel.stop_check();
  const PageVariants::Mapping new_pages = variants_.sort(pages_.sort_ids(check), check);
  const std::vector<std::uint32_t> new_hours = hours_.sort();
  if (options_.keep_slices) {
    for (std::uint64_t& key : cells_) {
      check();
      key = static_cast<std::uint64_t>(new_pages[static_cast<PageVariants::Id>(key >> 32)]) << 32 |
            new_hours[static_cast<std::uint32_t>(key)];
    }
    index_.clear();
    last_cells_.clear();
  } else {
    by_page_.resize(new_pages.pages.size());
    by_hour_.resize(new_hours.size());
    by_page_.renumber(new_pages.pages);
    by_hour_.renumber(new_hours);
  }
  published_ = std::make_shared<const TextPool>(pages_.pool());
}

template <class Each>
void Requests::for_each_cell(const ReportOptions& options, const Filter& filter,
                             const PageChoice& choice, StopCheck check, const Each& each) const {
  const VisitFilter keep(options, filter);
  ZoneCursor zone(options.zone);
  std::vector<bool> hours(hours_.hours().size(), true);
  if (!keep.every_hour())
    for (std::size_t i = 0; i < hours.size(); ++i)
      hours[i] = keep.in_range(zone.hour_at(hours_.hours()[i].start));
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    check();
    const auto hour = static_cast<std::uint32_t>(cells_[i]);
    const auto page = static_cast<PageVariants::Id>(cells_[i] >> 32);
    if (hours[hour] && choice.keeps(page)) each(hour, page, by_cell_.totals(i));
  }
}

Requests::Sums Requests::sums(const ReportOptions& options, const Filter& filter,
                              const PageChoice& choice, StopCheck check) const {
  Sums sums{std::vector<RequestTotals>(hours_.hours().size()),
            std::vector<RequestTotals>(choice.names()->size())};
  if (options_.keep_slices) {
    for_each_cell(options, filter, choice, std::move(check),
                  [&](std::uint32_t hour, PageVariants::Id page, const RequestTotals& totals) {
                    sums.hours[hour] += totals;
                    sums.pages[choice.name_of(page)] += totals;
                  });
    return sums;
  }
  for (std::size_t i = 0; i < sums.hours.size(); ++i) sums.hours[i] = by_hour_.totals(i);
  for (std::size_t i = 0; i < sums.pages.size(); ++i) {
    check();
    sums.pages[i] = by_page_.totals(i);
  }
  return sums;
}

PageChoice Requests::choice_of(const ReportOptions& options, const Filter& filter,
                               StopCheck check) const {
  return PageChoice(pages_, published_, variants_, VisitFilter(options, filter), filter.cleaning,
                    std::move(check));
}

std::shared_ptr<const RequestsReport> Requests::report(const ReportOptions& options,
                                                       const Filter& filter,
                                                       const ParallelFor& parallel) const {
  StopCheck check = parallel.stop_check();
  const PageChoice choice = choice_of(options, filter, check);
  const Sums found = sums(options, filter, choice, check);
  auto report = std::make_shared<RequestsReport>();
  report->zone = options.zone.name();
  report->utc = options.zone.is_utc();
  report->step = options.step;
  report->names = choice.names();
  ZoneCursor zone(options.zone);
  for (std::size_t i = 0; i < found.hours.size(); ++i) {
    if (found.hours[i].requests() == 0) continue;
    // In another zone whose hours fall on the same instants an hour only gets another offset.
    report->hours.push_back({zone.hour_at(hours_.hours()[i].start), found.hours[i]});
    report->all += found.hours[i];
  }
  if (options.step != Step::hour && !report->hours.empty()) {
    report->within = extent_of(report->hours.front().hour, report->hours.back().hour);
    report->hours = joined(report->hours, options);
  }
  for (TextId page = 0; page < found.pages.size(); ++page) {
    check();
    if (found.pages[page].requests() > 0) report->pages.push_back({page, found.pages[page]});
  }
  return report;
}

bool Requests::can_report(const ReportOptions& options, const Filter& /*filter*/) const {
  return options_.keep_slices &&
         (options.zone == options_.report.zone || hours_.are_hours_of(options.zone));
}

std::uint64_t Requests::rows(const ReportOptions& options, const Filter& filter,
                             const ParallelFor& parallel) const {
  std::uint64_t rows = 0;
  if (!options_.keep_slices) {
    for (std::size_t i = 0; i < by_hour_.size(); ++i) rows += by_hour_.totals(i).requests();
    return rows;
  }
  for_each_cell(options, filter, choice_of(options, filter, parallel.stop_check()),
                parallel.stop_check(),
                [&](std::uint32_t, PageVariants::Id, const RequestTotals& totals) {
                  rows += totals.requests();
                });
  return rows;
}

CleaningCounts Requests::cleaning_counts(const ParallelFor& parallel) const {
  StopCheck check = parallel.stop_check();
  std::vector<std::uint64_t> of_pages(pages_.size());
  std::vector<std::uint64_t> of_variants(variants_.size());
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    check();
    const auto id = static_cast<PageVariants::Id>(cells_[i] >> 32);
    (PageVariants::is_other(id) ? of_variants[id & ~PageVariants::kOther] : of_pages[id]) +=
        by_cell_.totals(i).requests();
  }
  return count_cleaning(pages_, variants_, of_pages, of_variants, check);
}

std::size_t Requests::memory() const {
  return pages_.memory() + variants_.memory() + by_hour_.memory() + by_page_.memory() +
         by_cell_.memory() + cells_.capacity() * sizeof(cells_[0]) + index_.memory() +
         last_cells_.capacity() * sizeof(LastCell);
}

}  // namespace footfall
