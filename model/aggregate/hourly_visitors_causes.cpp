#include <algorithm>
#include <map>
#include <numeric>

#include "model/aggregate/hourly_visitors_slice.h"
#include "model/aggregate/page_choice.h"
#include "model/aggregate/visit_filter.h"

// What made spans of time: visitors of hours united, compared, and told by their names.
namespace footfall {

namespace {
constexpr std::size_t kMostGroups = 4;      // of hours, each with sets of its own
constexpr std::size_t kHoursPerGroup = 16;  // at least
}  // namespace

class HourlyVisitors::CauseFinder {
 public:
  CauseFinder(const HourlyVisitors& state, const ReportOptions& options, const Filter& filter,
              const ParallelFor& parallel)
      : state_(state),
        zone_(options.zone),
        parallel_(parallel),
        choice_(state.choice_of(options, filter, parallel.stop_check())),
        keep_(options, filter),
        kept_(state.visitors_kept(filter, parallel)),
        before_(state.dense_.size(), choice_.names()->size()),
        pages_seen_(state.dense_.size()) {
    ZoneCursor zone(options.zone);
    StopCheck check = parallel.stop_check();
    for (std::size_t i = 0; i < state.buckets_.size(); ++i) {
      check();
      const Hour hour = zone.hour_at(state.hours_.hours()[i].start);
      if (!keep_.in_range(hour) || !has_rows(i, check)) continue;
      hours_.push_back(hour);
      numbers_.push_back(i);
    }
  }

  PeakCauses find(std::span<const TimeSpan> spans) {
    // By their beginnings, so that what is before them grows.
    std::vector<std::size_t> order(spans.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return spans[i].from; });
    PeakCauses causes(spans.size());
    for (const std::size_t i : order) causes[i] = cause_of(spans[i]);
    return causes;
  }

 private:
  using Run = Slice::Run;

  // Visitors and pages of some hours.
  struct Marks {
    Marks(std::size_t visitors_limit, std::size_t pages_limit)
        : visitors(visitors_limit), pages(pages_limit) {}
    VisitorSet visitors;
    std::vector<bool> pages;
  };
  struct Sets {
    explicit Sets(std::size_t visitors) : of_page(visitors), of_span(visitors) {}
    VisitorSet of_page;
    VisitorSet of_span;
    std::vector<std::uint32_t> inserted;  // into of_span
  };

  [[nodiscard]] bool everything() const { return choice_.everything() && !kept_; }
  [[nodiscard]] bool keeps(std::uint32_t visitor) const {
    return !kept_ || kept_->contains(visitor);
  }
  // Shows the kept visitors of a run: see(id, dense number).
  template <class See>
  void each_kept(const Run& run, StopCheck& check, const See& see) const {
    for (const Pair* pair = run.pairs; pair != run.pairs + run.visitors; ++pair) {
      check();
      const auto id = static_cast<VisitorId>(*pair);
      if (const std::uint32_t visitor = state_.dense_(id); keeps(visitor)) see(id, visitor);
    }
  }

  [[nodiscard]] bool has_rows(std::size_t number, StopCheck& check) const {
    if (everything()) return true;
    bool any = false;
    state_.for_each_cell(number, [&](PageVariants::Id id, const Run& run, Slice::Repeats) {
      check();
      if (any || !choice_.keeps(id)) return;
      any = !kept_ || std::any_of(run.pairs, run.pairs + run.visitors, [&](Pair pair) {
        return keeps(state_.dense_(static_cast<VisitorId>(pair)));
      });
    });
    return any;
  }

  // By page; a page may have several.
  [[nodiscard]] std::vector<Run> runs_of(const HourSpan& span, StopCheck& check) const {
    std::vector<Run> runs;
    for (std::size_t hour = span.begin; hour < span.end; ++hour)
      state_.for_each_cell(numbers_[hour], [&](PageVariants::Id id, Run run, Slice::Repeats) {
        check();
        if (!choice_.keeps(id)) return;
        run.page = choice_.name_of(id);
        runs.push_back(run);
      });
    if (!std::ranges::is_sorted(runs, {}, &Run::page)) std::ranges::sort(runs, {}, &Run::page);
    return runs;
  }

  // Shows every visitor of a page once, see(id, dense number), and then the page, done(page, how
  // many), unless none is kept. `of_page` is empty before and after.
  template <class See, class Done>
  void walk(std::span<const Run> runs, VisitorSet& of_page, StopCheck& check, const See& see,
            const Done& done) const {
    for (auto run = runs.begin(); run != runs.end();) {
      const auto end =
          std::find_if(run, runs.end(), [&](const Run& other) { return other.page != run->page; });
      const bool several = end - run > 1;
      std::uint32_t count = 0;
      const auto each = [&](const auto& take) {
        for (auto part = run; part != end; ++part) each_kept(*part, check, take);
      };
      each([&](VisitorId id, std::uint32_t visitor) {
        if (several && !of_page.insert(visitor)) return;
        ++count;
        see(id, visitor);
      });
      if (several) each([&](VisitorId, std::uint32_t visitor) { of_page.erase(visitor); });
      if (count > 0) done(run->page, count);
      run = end;
    }
  }

  [[nodiscard]] SpanVisitors visitors_of(const HourSpan& span, Sets& sets) const {
    const std::size_t number = numbers_[span.begin];
    if (span.end - span.begin == 1 && everything()) {
      const VariantBucket* const others = state_.others_of(number);
      if (others == nullptr)
        return {state_.buckets_[number].visitors, state_.buckets_[number].cells};
      return {state_.buckets_[number].visitors + others->visitors, state_.whole_cells(number)};
    }
    StopCheck check = parallel_.stop_check();
    SpanVisitors found;
    sets.inserted.clear();
    walk(
        runs_of(span, check), sets.of_page, check,
        [&](VisitorId, std::uint32_t visitor) {
          if (sets.of_span.insert(visitor)) sets.inserted.push_back(visitor);
        },
        [&](TextId page, std::uint32_t visitors) {
          found.pages.push_back({page, visitors});
        });
    found.visitors = sets.inserted.size();
    if (sets.inserted.size() >= sets.of_span.clear_cost())
      sets.of_span.clear();
    else
      for (const std::uint32_t visitor : sets.inserted) sets.of_span.erase(visitor);
    return found;
  }

  [[nodiscard]] std::vector<SpanVisitors> visitors_of(const std::vector<HourSpan>& spans) const {
    std::vector<SpanVisitors> found(spans.size());
    const std::size_t groups = std::min(spans.size(), kMostGroups);
    parallel_(groups, [&](std::size_t group) {
      Sets sets(state_.dense_.size());
      for (std::size_t i = group; i < spans.size(); i += groups)
        found[i] = visitors_of(spans[i], sets);
    });
    return found;
  }

  void mark(const HourSpan& span, Marks& marks, StopCheck check) const {
    for (std::size_t hour = span.begin; hour < span.end; ++hour)
      state_.for_each_cell(numbers_[hour],
                           [&](PageVariants::Id id, const Run& run, Slice::Repeats) {
                             check();
                             if (!choice_.keeps(id)) return;
                             bool any = false;
                             each_kept(run, check, [&](VisitorId, std::uint32_t visitor) {
                               any = true;
                               marks.visitors.insert(visitor);
                             });
                             if (any) marks.pages[choice_.name_of(id)] = true;
                           });
  }

  // Marks what stands in the hours before `end`, behind those that were marked already.
  void look_until(std::size_t end) {
    const std::size_t begin = std::exchange(looked_until_, end);
    const std::size_t groups = std::min(kMostGroups, (end - begin) / kHoursPerGroup);
    if (groups < 2) return mark({begin, end}, before_, parallel_.stop_check());
    std::vector<Marks> marks(groups, Marks(state_.dense_.size(), choice_.names()->size()));
    const auto share = [&](std::size_t group) { return begin + (end - begin) * group / groups; };
    parallel_(groups, [&](std::size_t group) {
      mark({share(group), share(group + 1)}, marks[group], parallel_.stop_check());
    });
    for (const Marks& of_group : marks) {
      before_.visitors.insert(of_group.visitors);
      for (std::size_t page = 0; page < of_group.pages.size(); ++page)
        if (of_group.pages[page]) before_.pages[page] = true;
    }
  }

  [[nodiscard]] PeakCause::Visitors who_came(const HourSpan& span, VisitorSet& of_page) {
    StopCheck check = parallel_.stop_check();
    pages_of_.resize(state_.dense_.size());
    std::vector<VisitorId> ids;
    walk(
        runs_of(span, check), of_page, check,
        [&](VisitorId id, std::uint32_t visitor) {
          if (pages_of_[visitor]++ == 0) ids.push_back(id);
        },
        [](TextId, std::uint32_t) {});
    const auto pages = [&](VisitorId id) { return pages_of_[state_.dense_(id)]; };
    const auto is_new = [&](VisitorId id) { return !before_.visitors.contains(state_.dense_(id)); };
    PeakCause::Visitors who;
    std::map<std::uint64_t, PeakCause::Seen> by_pages;
    for (const VisitorId id : ids) {
      check();
      PeakCause::Seen& seen = by_pages[pages(id)];
      ++seen.visitors;
      seen.new_visitors += is_new(id) ? 1 : 0;
    }
    for (auto& [count, seen] : by_pages) {
      seen.pages = count;
      who.by_pages.push_back(seen);
    }
    const auto top =
        ids.begin() + static_cast<std::ptrdiff_t>(std::min(PeakCause::kTop, ids.size()));
    std::partial_sort(ids.begin(), top, ids.end(), [&](VisitorId a, VisitorId b) {
      check();
      if (pages(a) != pages(b)) return pages(a) > pages(b);
      return state_.visitors_.name(a) < state_.visitors_.name(b);
    });
    for (auto id = ids.begin(); id != top; ++id) {
      const VisitorTable::Name name = state_.visitors_.name(*id);
      who.top.push_back({std::string(name.id), std::string(name.agent), pages(*id), is_new(*id)});
    }
    for (const VisitorId id : ids) pages_of_[state_.dense_(id)] = 0;
    return who;
  }

  [[nodiscard]] PeakCausePtr cause_of(const TimeSpan& span) {
    auto cause = std::make_shared<PeakCause>();
    cause->span = span;
    cause->utc = zone_.is_utc();
    cause->names = choice_.names();
    const HourSpan inside = hours_in(hours_, span);
    cause->begins_data = inside.begin == 0;
    cause->who.emplace();
    if (inside.begin == inside.end) return cause;
    cause->hour = hours_[inside.begin];
    const Compared compared = compared_with(hours_, zone_, span);
    std::vector<HourSpan> asked = compared.with;
    asked.push_back(inside);
    const std::vector<SpanVisitors> found = visitors_of(asked);
    set_pages(*cause, found.back(), compared.over, std::span(found).first(found.size() - 1),
              parallel_.stop_check());
    look_until(inside.begin);
    for (PeakCause::Page& page : cause->pages) page.first_seen = !before_.pages[page.page];
    cause->who = who_came(inside, pages_seen_);
    return cause;
  }

  const HourlyVisitors& state_;
  const TimeZone& zone_;
  const ParallelFor& parallel_;
  PageChoice choice_;
  VisitFilter keep_;
  std::optional<VisitorSet> kept_;    // visitors
  std::vector<Hour> hours_;           // that have rows
  std::vector<std::size_t> numbers_;  // of them, in the state
  Marks before_;                      // of the hours before looked_until_
  std::size_t looked_until_ = 0;
  VisitorSet pages_seen_;                // empty between uses
  std::vector<std::uint32_t> pages_of_;  // by visitor; 0 between uses
};

PeakCauses HourlyVisitors::peak_causes(const ReportOptions& options, const Filter& filter,
                                       std::span<const TimeSpan> spans,
                                       const ParallelFor& parallel) const {
  return CauseFinder(*this, options, filter, parallel).find(spans);
}

}  // namespace footfall
