// The session's answers to filters and changed options.
#include "model/session/analysis_session.h"

#include <algorithm>

#include "model/report/compared_tables.h"

namespace footfall {

void AnalysisSession::set_options(const ReportOptions& options) {
  options_ = options;
  ask_again();
}

void AnalysisSession::set_filter(const Filter& filter) {
  if (filter == filter_) return;
  filter_ = filter;
  emit filter_changed();
  ask_again();
}

void AnalysisSession::set_compared_with(const std::optional<ComparedWith>& with) {
  if (with == compared_with_) return;
  compared_with_ = with;
  emit compared_with_changed();
  slice_again();
  update();
}

void AnalysisSession::ask_again() {
  slice_again();
  ask_databases_again();
  update();
}

void AnalysisSession::slice_again() {
  ++query_;
  for (const auto& group : groups_) {
    // What runs for an earlier question keeps nobody waiting.
    group->slice_stop.request_stop();
    group->slice_stop = {};
  }
  for (std::size_t i = 0; i < groups_.size(); ++i) show(*groups_[i]);
}

void AnalysisSession::show(LoadGroup& group) {
  const LoadResult& result = group.result;
  const Filter wanted = wanted_filter(group);
  if (!result.whole) {
    group.sliced->store(compared_with_ || wanted != group.options.filter);
    return;
  }
  const ReportOptions options = wanted_options(group);
  const bool same = options == result.options;
  group.sliced->store(compared_with_ || !same || wanted != group.options.filter);
  if (same && wanted == result.filter) return slice(group, result.whole, options, wanted);
  // Of rows that went through a filter while they were read, others are gone.
  const bool sliceable = result.slices && result.slices->can_report(options, wanted);
  if (sliceable && result.filter.empty()) return slice(group, nullptr, options, wanted);
  // Only a new reading answers this, unless the one to come or under way will. What is cleaned, and
  // what slices can answer, is read whole; of visitors they can once a reading has kept visits.
  const bool visits = asks_for(wanted, ConditionField::visitor);
  const bool will_be =
      result.slices &&
      result.slices->can_report(options, without_field(wanted, ConditionField::visitor));
  const Filter filter = same && wanted.cleaning.nothing() && !will_be ? wanted : Filter{};
  if (!group.begun) {
    group.options.filter = filter;
    return;
  }
  if (group.state == LoadState::running) {
    if (group.own_result && !result.slices) return;  // its next result comes with slices
    ReportOptions under_way = group.options.report;
    under_way.now = options.now;
    const bool fits =
        group.options.filter == wanted ||
        (group.options.filter == Filter{} && (!visits || group.options.run.keep_visits));
    if (!group.own_result && options == under_way && fits) return;
  }
  // Nor would one like the last.
  if (group.own_result && same && result.slices && filter == result.filter &&
      (!visits || group.options.run.keep_visits)) {
    group.slice_shown = ++*group.slice_wanted;
    group.slice_error = Error{ErrorKind::cleaned_whole, {}, {}, {}};
    return;
  }
  restart(group, filter);
}

// The reports of a filter, or `now` where they are there already, and beside them those of the
// other period.
void AnalysisSession::slice(LoadGroup& group, const ReportSetPtr& now, const ReportOptions& options,
                            const Filter& filter) {
  const LoadResult& result = group.result;
  const std::uint64_t version = ++*group.slice_wanted;
  ReportComparisons compared;
  const ReportKinds kinds = kinds_to_compare(group, compared);
  if (now && kinds.empty()) {
    group.slice_shown = version;
    return set_shown(group, now, std::move(compared));
  }
  const bool same_hours =
      options.zone == result.options.zone && options.step == result.options.step;
  const auto make = [this, id = group.id, query = query_, version, options, filter, now, kinds,
                     compared, with = compared_with_, slices = result.slices,
                     whole = same_hours ? result.whole : nullptr, newest = group.slice_wanted,
                     outdated = group.slice_stop](const std::stop_token& closing) mutable {
    if (newest->load() != version) return;
    const std::stop_callback close(closing, [&outdated] { outdated.request_stop(); });
    const std::stop_token stop = outdated.get_token();
    ReportSetPtr reports = now ? now : disposer_.guard(slices->report(options, filter, stop));
    if (!reports) return;
    for (const ReportKind kind : kAllReports) {
      if (!kinds.contains(kind)) continue;
      compared[kind] =
          compare_report(*slices, kind, options, filter, *with, reports, whole, disposer_, stop);
      if (!compared[kind]) return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, id, query, version, reports = std::move(reports),
         compared = std::move(compared)]() mutable {
          take_slice(id, query, version, std::move(reports), std::move(compared));
        },
        Qt::QueuedConnection);
  };
  slicer_.post(make, [this, id = group.id, query = query_, version](const Error& error) {
    QMetaObject::invokeMethod(
        this, [this, id, query, version, error] { take_slice_fault(id, query, version, error); },
        Qt::QueuedConnection);
  });
}

// Of the kinds that are not, it is said why.
ReportKinds AnalysisSession::kinds_to_compare(LoadGroup& group, ReportComparisons& refused) const {
  ReportKinds kinds;
  if (!compared_with_ || !group.result.slices) return kinds;
  for (const ReportKind kind : kAllReports) {
    if (!group.kinds.contains(kind)) continue;
    const auto fault = why_not_compared(kind, options_, wanted_filter(group), *compared_with_,
                                        group.result.filter);
    if (fault)
      refused[kind] = std::make_shared<ReportComparison>(ReportComparison{fault, {}});
    else
      kinds.insert(kind);
  }
  return kinds;
}

ReportComparisonPtr AnalysisSession::comparison(ReportKind kind) const {
  if (!compared_with_) return nullptr;
  if (database_of(kind))
    return std::make_shared<ReportComparison>(ReportComparison{NotCompared::database, {}});
  const LoadGroup* group = group_of(kind);
  return group ? group->compared[kind] : nullptr;
}

void AnalysisSession::take_slice(std::uint64_t id, std::uint64_t query, std::uint64_t version,
                                 ReportSetPtr reports, ReportComparisons compared) {
  LoadGroup* group = find_group(id);
  if (!group || query != query_ || version <= group->slice_shown) {
    for (ReportComparisonPtr& one : compared) chores_.dispose(std::move(one));
    chores_.dispose(std::move(reports));
    return;
  }
  group->slice_shown = version;
  set_shown(*group, std::move(reports), std::move(compared));
  update();
}

// What is shown stays, and is known to answer another question.
void AnalysisSession::take_slice_fault(std::uint64_t id, std::uint64_t query, std::uint64_t version,
                                       const Error& error) {
  LoadGroup* group = find_group(id);
  if (!group || query != query_ || version <= group->slice_shown) return;
  group->slice_shown = version;
  group->slice_error = error;
  update();
}

std::optional<Error> AnalysisSession::slice_error(ReportKind kind) const {
  const LoadGroup* group = database_of(kind) ? nullptr : group_of(kind);
  return group ? group->slice_error : std::nullopt;
}

void AnalysisSession::set_shown(LoadGroup& group, ReportSetPtr reports,
                                ReportComparisons compared) {
  group.slice_error.reset();
  group.shown_options = wanted_options(group);
  if (group.shown == reports && group.compared == compared) return;
  ReportSetPtr before = std::exchange(group.shown, std::move(reports));
  ReportComparisons compared_before = std::exchange(group.compared, std::move(compared));
  emit reports_changed(group.kinds);
  for (ReportComparisonPtr& one : compared_before) chores_.dispose(std::move(one));
  chores_.dispose(std::move(before));
}

ReportOptions AnalysisSession::wanted_options(const LoadGroup& group) const {
  ReportOptions options = options_;
  options.kinds = group.kinds;
  options.now = group.result.options.now;
  return options;
}

Filter AnalysisSession::wanted_filter(const LoadGroup& group) const {
  Filter filter = filter_;
  const bool any_log = std::any_of(kAllReports.begin(), kAllReports.end(), [&](ReportKind kind) {
    return group.kinds.contains(kind) && kLoggedEvents.contains(events_of(kind));
  });
  if (!any_log) filter.cleaning = {};
  return filter;
}

Filter AnalysisSession::table_filter() const {
  Filter filter = filter_;
  filter.cleaning = {};
  return filter;
}

bool AnalysisSession::shows_logs(ReportKind kind) const {
  const LoadGroup* group = database_of(kind) ? nullptr : group_of(kind);
  return group && group->result.whole &&
         std::ranges::any_of(group->result.whole->load_of(kind).sources, &SourceCounts::is_log);
}

void AnalysisSession::count_cleaning(ReportKind kind,
                                     std::function<void(const CleaningCounts&)> take) {
  const LoadGroup* group = database_of(kind) ? nullptr : group_of(kind);
  // Nobody waits for an earlier one, and slices would wait behind it.
  if (!group || !group->result.slices) return counting_.forget();
  const auto tell =
      counting_.begin([this, id = group->id, take = std::move(take)](const CleaningCounts& counts) {
        if (find_group(id)) take(counts);
      });
  const auto count = [kind, tell, slices = group->result.slices](const std::stop_token& stop) {
    tell(slices->cleaning_counts(kind, stop));
  };
  counting_.post(slicer_, count, [](const Error&) {});
}

// Why visitors cannot be told, where they cannot.
CauseGap AnalysisSession::visitors_gap() const {
  constexpr ReportKind kVisitors = ReportKind::hourly_visitors;
  if (database_of(kVisitors)) return CauseGap::database;
  const LoadGroup* const group = group_of(kVisitors);
  return !group || group->active() ? CauseGap::loading : CauseGap::failed;
}

void AnalysisSession::find_campaign_days(const std::vector<std::string>& names,
                                         std::function<void(const FoundDays&)> take) {
  constexpr ReportKind kCampaigns = ReportKind::campaign_ranking;
  const auto tell = dating_.begin(std::move(take));
  const LoadGroup* const group = database_of(kCampaigns) ? nullptr : group_of(kCampaigns);
  const ReportSetPtr shown = reports(kCampaigns);
  if (!group || !group->result.slices || !shown)
    return tell(FoundDays{{},
                          database_of(kCampaigns)     ? CauseGap::database
                          : !group || group->active() ? CauseGap::loading
                                                      : CauseGap::failed});
  const auto find = [names, tell, filter = shown->filter, slices = group->result.slices,
                     options = wanted_options(*group)](const std::stop_token& stop) {
    tell(FoundDays{slices->campaign_days(options, filter, names, stop), CauseGap::none});
  };
  dating_.post(slicer_, find, [tell](const Error&) { tell(FoundDays{{}, CauseGap::failed}); });
}

void AnalysisSession::find_peak_cause(const TimeSpan& span,
                                      std::function<void(const FoundCause&)> take) {
  constexpr ReportKind kVisitors = ReportKind::hourly_visitors;
  const auto tell = explaining_.begin(std::move(take));
  const LoadGroup* const group = database_of(kVisitors) ? nullptr : group_of(kVisitors);
  const CauseGap gap = visitors_gap();
  const ReportSetPtr shown = reports(kVisitors);
  if (!shown || !shown->has(kVisitors)) return tell(FoundCause{nullptr, gap});
  const auto find = [span, tell, shown, gap, slices = group ? group->result.slices : nullptr,
                     options = group ? wanted_options(*group)
                                     : options_](const std::stop_token& stop) mutable {
    const auto report = shown->get<HourlyVisitorsReport>();
    if (slices) {
      // What is shown may be older than what is wanted.
      if (auto zone = TimeZone::load(report->zone, {})) options.zone = *zone;
      if (slices->can_report(options, shown->filter)) {
        const PeakCauses causes = slices->peak_causes(options, shown->filter, {&span, 1}, stop);
        if (!causes.empty()) return tell(FoundCause{causes.front(), CauseGap::none});
      }
    }
    for (std::size_t hour = 0; hour < report->hours.size(); ++hour)
      if (span_of(*report, hour) == span)
        return tell(FoundCause{peak_causes(*report, {&hour, 1}).front(), gap});
    const bool any = std::ranges::any_of(report->hours, [&](const auto& total) {
      return total.hour.start >= span.from && total.hour.start < span.to;
    });
    if (any) return tell(FoundCause{nullptr, gap});
    auto nothing = std::make_shared<PeakCause>();
    nothing->span = span;
    tell(FoundCause{std::move(nothing), gap});
  };
  explaining_.post(slicer_, find, [tell](const Error&) {
    tell(FoundCause{nullptr, CauseGap::failed});
  });
}

void AnalysisSession::find_pages(std::function<void(const FoundPages&)> take) {
  constexpr ReportKind kVisitors = ReportKind::hourly_visitors;
  const auto tell = paging_.begin(std::move(take));
  const LoadGroup* const group = database_of(kVisitors) ? nullptr : group_of(kVisitors);
  const ReportSetPtr shown = reports(kVisitors);
  if (!group || !group->result.slices || !shown || !shown->has(kVisitors))
    return tell(FoundPages{nullptr, visitors_gap()});
  const ReportComparisonPtr& compared = group->compared[kVisitors];
  const bool comparable = compared && !compared->fault && compared->periods.known &&
                          compared->periods.now == shown &&
                          compared->periods.before->has(kVisitors);
  const auto find = [tell, shown, gap = visitors_gap(), with = comparable ? compared : nullptr,
                     slices = group->result.slices,
                     options = wanted_options(*group)](const std::stop_token& stop) mutable {
    // What is shown may be older than what is wanted.
    const auto report = shown->get<HourlyVisitorsReport>();
    if (auto zone = TimeZone::load(report->zone, {})) options.zone = *zone;
    options.step = report->step;
    const auto pages_of = [&](const Filter& filter) -> TablePtr {
      if (!slices->can_report(options, filter)) return nullptr;
      PageTotalsPtr totals = slices->page_totals(options, filter, stop);
      return totals ? std::make_shared<PageTotalsTable>(std::move(totals)) : nullptr;
    };
    TablePtr pages = pages_of(shown->filter);
    if (!pages) return tell(FoundPages{nullptr, gap});
    if (with)
      if (const TablePtr before = pages_of(with->periods.before->filter))
        pages = compared_tables({pages}, {before}, with->periods.periods, StopCheck(stop)).front();
    tell(FoundPages{std::move(pages), CauseGap::none});
  };
  paging_.post(slicer_, find, [tell](const Error&) {
    tell(FoundPages{nullptr, CauseGap::failed});
  });
}

}  // namespace footfall
