#include "model/session/database_report.h"

#include <algorithm>

#include "model/report/filter.h"

namespace footfall {

std::optional<std::chrono::steady_clock::time_point> DatabaseReport::due(
    const std::optional<SqlError>& error) const {
  const bool locked_out = error && error->kind == SqlErrorKind::wrong_password;
  const bool over = state == QuestionState::done || (state == QuestionState::failed && !locked_out);
  if (source.ask_every.count() <= 0 || !over) return std::nullopt;
  return ended_at + source.ask_every;
}

LoadProgress progress_of(const std::vector<std::unique_ptr<DatabaseReport>>& reports) {
  LoadProgress sum;
  bool all_known = true;
  int running = 0;
  for (const auto& report : reports) {
    if (!report->counted) continue;
    const std::lock_guard lock(report->progress->mutex);
    const SqlProgress& latest = report->progress->latest;
    const std::uint64_t total = latest.rows_total.value_or(0);
    const bool over = report->state != QuestionState::running;
    sum.rows += over ? total : latest.rows_read;
    sum.rows_total += total;
    all_known = all_known && (over || total > 0);
    const std::chrono::duration<double> since = std::chrono::steady_clock::now() - report->asked_at;
    sum.seconds = std::max(sum.seconds, since.count());
    if (over) continue;
    ++running;
    sum.step = latest.step;
    sum.steps = latest.steps;
  }
  if (!all_known) sum.rows_total = 0;
  if (running > 1) sum.step = sum.steps = 0;
  return sum;
}

bool same_filter(ReportKind kind, const Filter& a, const Filter& b) {
  return answered_by(events_of(kind), a) == answered_by(events_of(kind), b);
}

ReportSetPtr relabelled(const ReportSetPtr& reports, ReportKind kind, const Filter& filter) {
  if (!reports || reports->filter == filter) return reports;
  auto copy = std::make_shared<ReportSet>(*reports);
  copy->filter = filter;
  copy->load[kind].ignored_filters = ignored_filters(events_of(kind), filter);
  return copy;
}

}  // namespace footfall
