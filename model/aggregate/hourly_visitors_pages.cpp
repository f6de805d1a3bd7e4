#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "model/aggregate/hourly_visitors_slice.h"
#include "model/aggregate/page_choice.h"
#include "model/aggregate/visit_filter.h"

// Pages over the whole time: visitors of hours united.
namespace footfall {

namespace {

constexpr std::size_t kMostPageGroups = 4;  // of hours, or of pages, each with memory of its own
constexpr std::size_t kLeastWork = 4096;    // cells or visitors worth a group
constexpr std::size_t kAhead = 12;          // parts

std::size_t groups_for(std::size_t work, std::size_t cost) {
  return std::clamp<std::size_t>(work / std::max(cost, kLeastWork), 1, kMostPageGroups);
}

}  // namespace

class HourlyVisitors::PageCounter {
 public:
  PageCounter(const HourlyVisitors& state, const ReportOptions& options, const Filter& filter,
              const ParallelFor& parallel)
      : state_(state),
        parallel_(parallel),
        choice_(state.choice_of(options, filter, parallel.stop_check())),
        kept_(state.visitors_kept(filter, parallel)) {
    const VisitFilter keep(options, filter);
    everything_ = choice_.everything() && keep.every_hour() && !kept_;
    totals_->utc = options.zone.is_utc();
    totals_->names = choice_.names();
    gather(keep, options);
  }

  PageTotalsPtr count() {
    const std::size_t pages = totals_->names->size();
    const std::uint64_t all = visitors_before_.back();
    std::vector<Found> groups(groups_for(all, state_.dense_.size() / 8));
    // Neighbouring pages that have about as many visitors.
    const auto begin_of = [&](std::size_t group) {
      const auto first = std::ranges::lower_bound(visitors_before_, all * group / groups.size());
      return group == groups.size() ? pages
                                    : static_cast<std::size_t>(first - visitors_before_.begin());
    };
    parallel_(groups.size(),
              [&](std::size_t i) { groups[i] = count(begin_of(i), begin_of(i + 1)); });
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
  // Of a page in some hours.
  struct Sum {
    std::size_t parts = 0;
    std::uint64_t visitors = 0;  // of the parts, not distinct
    std::uint64_t pageviews = 0;
  };
  // Visitors of a page in an hour, or of a part of its rows.
  struct Part {
    const Pair* pairs = nullptr;
    std::uint32_t visitors = 0;
    std::uint32_t stretch = 0;
  };
  struct Found {
    explicit Found(std::size_t limit = 0) : visitors(limit) {}
    VisitorSet visitors;  // where not everything is chosen
    std::vector<PageTotals::Page> pages;
    std::vector<PageTotals::Point> points;
    std::vector<std::size_t> line_end;
  };

  // Shows the cells of an hour of which something is chosen: see(page, run, how much is).
  template <class See>
  void each_cell(std::size_t number, StopCheck& check, const See& see) const {
    state_.for_each_cell(
        number, [&](PageVariants::Id id, const Slice::Run& run, Slice::Repeats repeats) {
          check(kept_ ? 1 + run.visitors : 1);
          if (!choice_.keeps(id)) return;
          const Slice::Kept kept = Slice::kept_of(run, repeats, kept_, state_.dense_);
          if (kept.visitors > 0) see(choice_.name_of(id), run, kept);
        });
  }

  // The parts by page, then time. Groups of hours, one behind the other, find out how many they
  // have of each page, and so where theirs begin.
  void gather(const VisitFilter& keep, const ReportOptions& options) {
    const std::size_t pages = totals_->names->size(), count = state_.buckets_.size();
    std::size_t cells = 0;
    for (const Bucket& bucket : state_.buckets_) cells += bucket.cells.size();
    std::vector<std::vector<Sum>> sums(groups_for(cells, pages), std::vector<Sum>(pages));
    const auto begin_of = [&](std::size_t group) { return count * group / sums.size(); };
    std::vector<Hour> hour_of(count);
    std::vector<std::uint8_t> chosen(count);
    parallel_(sums.size(), [&](std::size_t group) {
      StopCheck check = parallel_.stop_check();
      ZoneCursor zone(options.zone);
      for (std::size_t i = begin_of(group); i < begin_of(group + 1); ++i) {
        hour_of[i] = zone.hour_at(state_.hours_.hours()[i].start);
        if (!keep.in_range(hour_of[i])) continue;
        each_cell(i, check, [&](TextId page, const Slice::Run&, const Slice::Kept& kept) {
          Sum& sum = sums[group][page];
          ++sum.parts;
          sum.visitors += kept.visitors;
          sum.pageviews += kept.rows;
          chosen[i] = 1;
        });
      }
    });

    std::vector<Hour> hours;
    for (std::size_t i = 0; i < count; ++i)
      if (chosen[i] != 0) hours.push_back(hour_of[i]);
    totals_->stretches = Stretches::of(hours, options.step, options.zone);
    std::vector<std::uint32_t> stretches(count);
    for (std::size_t i = 0, at = 0; i < count; ++i)
      if (chosen[i] != 0) stretches[i] = totals_->stretches.of_hour[at++];

    begins_.reserve(pages + 1);
    visitors_before_.reserve(pages + 1);
    pageviews_.resize(pages);
    std::size_t begin = 0;
    std::uint64_t visitors = 0;
    for (std::size_t page = 0; page < pages; ++page) {
      begins_.push_back(begin);
      visitors_before_.push_back(visitors);
      for (std::vector<Sum>& of_group : sums) {
        begin += std::exchange(of_group[page].parts, begin);  // where the group's next one stands
        visitors += of_group[page].visitors;
        pageviews_[page] += of_group[page].pageviews;
      }
    }
    begins_.push_back(begin);
    visitors_before_.push_back(visitors);

    parts_ = std::make_unique_for_overwrite<Part[]>(begin + kAhead);
    std::fill_n(parts_.get() + begin, kAhead, Part{});
    parallel_(sums.size(), [&](std::size_t group) {
      StopCheck check = parallel_.stop_check();
      for (std::size_t i = begin_of(group); i < begin_of(group + 1); ++i)
        if (chosen[i] != 0)
          each_cell(i, check, [&](TextId page, const Slice::Run& run, const Slice::Kept&) {
            parts_[sums[group][page].parts++] = {run.pairs, run.visitors, stretches[i]};
          });
    });
  }

  // Visitors of one part are distinct; those of a stretch, and of the page, are marked.
  [[nodiscard]] Found count(std::size_t begin, std::size_t end) const {
    StopCheck check = parallel_.stop_check();
    Found found(everything_ ? 0 : state_.dense_.size());
    VisitorSet of_page(state_.dense_.size()), of_stretch(state_.dense_.size());
    for (std::size_t at = begin; at < end; ++at) {
      const std::span<const Part> parts(parts_.get() + begins_[at], parts_.get() + begins_[at + 1]);
      if (parts.empty()) continue;
      PageTotals::Page page{static_cast<TextId>(at), 0, pageviews_[at]};
      for (auto part = parts.begin(); part != parts.end();) {
        const auto next = std::find_if(
            part, parts.end(), [&](const Part& other) { return other.stretch != part->stretch; });
        const std::span<const Part> stretch(part, next);
        const bool several = stretch.size() > 1;
        PageTotals::Point point{part->stretch, 0};
        each(stretch, check, [&](std::uint32_t visitor) {
          point.visitors += !several || of_stretch.insert(visitor) ? 1 : 0;
          page.visitors += of_page.insert(visitor) ? 1 : 0;
        });
        if (several) take_out(stretch, of_stretch, check);
        found.points.push_back(point);
        part = next;
      }
      if (!everything_)
        each(parts, check, [&](std::uint32_t visitor) { found.visitors.insert(visitor); });
      take_out(parts, of_page, check);
      found.pages.push_back(page);
      found.line_end.push_back(found.points.size());
    }
    return found;
  }

  // Parts of one page lie far apart, each in its hour.
  template <class See>
  void each(std::span<const Part> parts, StopCheck& check, const See& see) const {
    for (const Part& part : parts) {
      __builtin_prefetch((&part)[kAhead].pairs);
      check(1 + part.visitors);
      for (const Pair* pair = part.pairs; pair != part.pairs + part.visitors; ++pair) {
        const std::uint32_t visitor = state_.dense_(static_cast<VisitorId>(*pair));
        if (!kept_ || kept_->contains(visitor)) see(visitor);
      }
    }
  }
  void take_out(std::span<const Part> parts, VisitorSet& set, StopCheck& check) const {
    std::size_t visitors = 0;
    for (const Part& part : parts) visitors += part.visitors;
    if (visitors >= set.clear_cost()) return set.clear();
    each(parts, check, [&](std::uint32_t visitor) { set.erase(visitor); });
  }

  const HourlyVisitors& state_;
  const ParallelFor& parallel_;
  PageChoice choice_;
  std::optional<VisitorSet> kept_;  // visitors
  bool everything_ = false;
  std::unique_ptr<Part[]> parts_;               // and kAhead more
  std::vector<std::size_t> begins_;             // of a page's parts; by page, and the end
  std::vector<std::uint64_t> visitors_before_;  // those of all parts before; the same
  std::vector<std::uint64_t> pageviews_;        // by page
  std::shared_ptr<PageTotals> totals_ = std::make_shared<PageTotals>();
};

PageTotalsPtr HourlyVisitors::page_totals(const ReportOptions& options, const Filter& filter,
                                          const ParallelFor& parallel) const {
  return PageCounter(*this, options, filter, parallel).count();
}

}  // namespace footfall
