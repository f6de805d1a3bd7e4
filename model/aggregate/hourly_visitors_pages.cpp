#include <algorithm>
#include <limits>
#include <utility>

#include "model/aggregate/hourly_visitors_slice.h"
#include "model/aggregate/page_choice.h"
#include "model/aggregate/visit_filter.h"

// Pages over the whole time: visitors of hours united.
namespace footfall {

namespace {

constexpr std::size_t kMostGroups = 4;             // of pages, each with marks of its own
constexpr std::size_t kLeastVisitors = 64 * 1024;  // marks worth a thread

}  // namespace

class HourlyVisitors::PageCounter {
 public:
  PageCounter(const HourlyVisitors& state, const ReportOptions& options, const Filter& filter,
              const ParallelFor& parallel)
      : state_(state),
        parallel_(parallel),
        choice_(state.choice_of(options, filter, parallel.stop_check())) {
    const VisitFilter keep(options, filter);
    everything_ = choice_.everything() && keep.every_hour();
    totals_->utc = options.zone.is_utc();
    totals_->names = choice_.names();
    sums_.resize(totals_->names->size());
    std::vector<Hour> hours;
    std::vector<std::size_t> numbers;
    ZoneCursor zone(options.zone);
    for (std::size_t i = 0; i < state.buckets_.size(); ++i) {
      const Hour hour = zone.hour_at(state.hours_.hours()[i].start);
      if (!keep.in_range(hour) || !add_up(i)) continue;
      hours.push_back(hour);
      numbers.push_back(i);
    }
    totals_->stretches = Stretches::of(hours, options.step, options.zone);
    sort(numbers);
  }

  PageTotalsPtr count() {
    std::uint64_t all = 0;
    for (const Sum& sum : sums_) all += sum.visitors;
    const std::size_t worth = std::max(state_.dense_.size(), kLeastVisitors);
    std::vector<Found> groups(std::clamp<std::size_t>(all / worth, 1, kMostGroups));
    // Neighbouring pages that have about as many visitors.
    std::vector<std::size_t> begins{0};
    std::uint64_t behind = 0;
    for (std::size_t page = 0; page < sums_.size() && begins.size() < groups.size(); ++page) {
      behind += sums_[page].visitors;
      if (behind * groups.size() >= all * begins.size()) begins.push_back(page + 1);
    }
    begins.resize(groups.size() + 1, sums_.size());
    parallel_(groups.size(), [&](std::size_t i) { groups[i] = count(begins[i], begins[i + 1]); });
    VisitorSet visitors = std::move(groups.front().visitors);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const Found& found = groups[i];
      if (i > 0 && !everything_) visitors.insert(found.visitors);
      totals_->pages.insert(totals_->pages.end(), found.pages.begin(), found.pages.end());
      for (const std::size_t end : found.line_end)
        totals_->line_begin.push_back(totals_->points.size() + end);
      totals_->points.insert(totals_->points.end(), found.points.begin(), found.points.end());
    }
    totals_->visitors = everything_ ? state_.dense_.size() : visitors.count();
    return totals_;
  }

 private:
  struct Sum {
    std::size_t begin = 0;  // of the page's parts
    std::size_t parts = 0;
    std::uint64_t visitors = 0;  // of them, not distinct
    std::uint64_t pageviews = 0;
  };
  // Visitors of a page in an hour, or of a part of its rows.
  struct Part {
    const Pair* pairs = nullptr;
    std::uint32_t visitors = 0;
    std::uint32_t stretch = 0;
  };
  struct Found {
    VisitorSet visitors{0};  // where not everything is chosen
    std::vector<PageTotals::Page> pages;
    std::vector<PageTotals::Point> points;
    std::vector<std::size_t> line_end;
  };

  // True where something of the hour is chosen.
  bool add_up(std::size_t number) {
    bool any = false;
    state_.for_each_cell(number,
                         [&](PageVariants::Id id, const Slice::Run& run, std::uint64_t rows) {
                           check_();
                           if (!choice_.keeps(id)) return;
                           Sum& sum = sums_[choice_.name_of(id)];
                           ++sum.parts;
                           sum.visitors += run.visitors;
                           sum.pageviews += rows;
                           any = true;
                         });
    return any;
  }

  // By page, then time.
  void sort(const std::vector<std::size_t>& numbers) {
    std::size_t begin = 0;
    for (Sum& sum : sums_) {
      sum.begin = begin;
      begin += std::exchange(sum.parts, 0);
    }
    parts_.resize(begin);
    for (std::size_t i = 0; i < numbers.size(); ++i)
      state_.for_each_cell(numbers[i], [&](PageVariants::Id id, const Slice::Run& run,
                                           std::uint64_t) {
        check_();
        if (!choice_.keeps(id)) return;
        Sum& sum = sums_[choice_.name_of(id)];
        parts_[sum.begin + sum.parts++] = {run.pairs, run.visitors, totals_->stretches.of_hour[i]};
      });
  }

  // A visitor's mark is the number of the last line's point that counts it; those of a page are
  // higher than those of the pages before, so that marks need not be taken back. There are fewer
  // points than parts, whose memory ends before their numbers do.
  [[nodiscard]] Found count(std::size_t begin, std::size_t end) const {
    StopCheck check = parallel_.stop_check();
    Found found;
    if (!everything_) found.visitors = VisitorSet(state_.dense_.size());
    std::vector<std::uint32_t> marks(state_.dense_.size());
    std::uint32_t point = 0;
    for (std::size_t at = begin; at < end; ++at) {
      const Sum& sum = sums_[at];
      if (sum.parts == 0) continue;
      const std::uint32_t before = point;
      PageTotals::Page page{static_cast<TextId>(at), 0, sum.pageviews};
      constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
      std::uint32_t stretch = kNone;
      for (std::size_t i = sum.begin; i < sum.begin + sum.parts; ++i) {
        const Part& part = parts_[i];
        check(1 + part.visitors);
        if (std::exchange(stretch, part.stretch) != part.stretch) {
          ++point;
          found.points.push_back({part.stretch, 0});
        }
        std::uint32_t of_page = 0, of_point = 0;
        for (const Pair* pair = part.pairs; pair != part.pairs + part.visitors; ++pair) {
          const std::uint32_t visitor = state_.dense_(static_cast<VisitorId>(*pair));
          const std::uint32_t mark = std::exchange(marks[visitor], point);
          of_page += mark <= before ? 1 : 0;
          of_point += mark < point ? 1 : 0;
          if (!everything_) found.visitors.insert(visitor);
        }
        page.visitors += of_page;
        found.points.back().visitors += of_point;
      }
      found.pages.push_back(page);
      found.line_end.push_back(found.points.size());
    }
    return found;
  }

  const HourlyVisitors& state_;
  const ParallelFor& parallel_;
  StopCheck check_ = parallel_.stop_check();
  PageChoice choice_;
  bool everything_ = false;
  std::vector<Sum> sums_;  // by page
  std::vector<Part> parts_;
  std::shared_ptr<PageTotals> totals_ = std::make_shared<PageTotals>();
};

PageTotalsPtr HourlyVisitors::page_totals(const ReportOptions& options, const Filter& filter,
                                          const ParallelFor& parallel) const {
  return PageCounter(*this, options, filter, parallel).count();
}

}  // namespace footfall
