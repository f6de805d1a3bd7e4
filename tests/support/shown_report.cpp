#include "tests/support/shown_report.h"

#include <QList>

#include <fmt/format.h>

#include <algorithm>

#include "model/export/csv.h"
#include "model/export/export_report.h"
#include "model/pipeline/analysis.h"
#include "model/report/customer_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/user_activity_report.h"

namespace footfall_test {

using namespace footfall;

std::string exports_of(const ReportSet& reports, ReportKind kind) {
  std::string out;
  for (const TablePtr& table : reports.tables(kind)) {
    out += table->name() + '\n';
    append_csv_header(out, *table);
    append_csv_rows(out, *table, 0, table->rows());
  }
  return out;
}

std::string shown(const ReportSet& reports, ReportKind kind) {
  std::string out = exports_of(reports, kind);
  const RowCounts& rows = reports.load_of(kind).rows;
  out += fmt::format("read {} counted {} filtered {} rounded {}\n", rows.read(), rows.counted,
                     rows.filtered(), rows.rounded);
  for (std::size_t i = 0; i < kRejectReasons; ++i)
    if (rows.rejected_by_reason[i] > 0)
      out += fmt::format("{}: {}\n", reason_name(static_cast<RejectReason>(i)),
                         rows.rejected_by_reason[i]);
  for (const FilterReason reason : kFilterReasons)
    if (rows.filtered_by_reason[reason] > 0)
      out += fmt::format("filtered by {}: {}\n", kFilterReasonTable[reason].name,
                         rows.filtered_by_reason[reason]);
  if (reports.get<HourlyVisitorsReport>())
    out += fmt::format("pages {} views {}\n", reports.get<HourlyVisitorsReport>()->unique_pages,
                       reports.get<HourlyVisitorsReport>()->pageviews);
  if (reports.get<UserActivityReport>())
    out += fmt::format("events {} duplicates {} conflicts {}\n",
                       reports.get<UserActivityReport>()->events,
                       reports.get<UserActivityReport>()->duplicate_events,
                       reports.get<UserActivityReport>()->conflicting_events);
  if (const auto& customers = reports.get<CustomerReport>()) {
    out += fmt::format("events {} duplicates {} conflicts {}\n", customers->events,
                       customers->duplicate_events, customers->conflicting_events);
    append_fixed(out, customers->total_spend, 6, 6);
    for (const auto& entry : customers->unconverted) {
      out += fmt::format("\n[{}] {} ", entry.currency, entry.rows);
      append_exact(out, entry.amount, 18, 2);
    }
  }
  for (const std::string_view name : reports.load_of(kind).ignored_filters)
    out += "ignored " + std::string(name) + '\n';
  return out;
}

QByteArray difference(const std::string& wanted, const std::string& got) {
  const QList<QByteArray> a = QByteArray::fromStdString(wanted).split('\n');
  const QList<QByteArray> b = QByteArray::fromStdString(got).split('\n');
  for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
    if (a.value(i) != b.value(i))
      return "line " + QByteArray::number(i) + "\nfile     " + a.value(i) + "\ndatabase " +
             b.value(i);
  return "none";
}

ReportSetPtr reports_of_file(const std::string& path, const ReportOptions& options,
                             const Filter& filter, const InputOptions& input) {
  AnalysisOptions all;
  all.input = input;
  all.report = options;
  all.filter = filter;
  all.run.threads = 1;
  Outcome outcome = Analysis({path}, all).run({});
  if (outcome.kind != Outcome::Kind::done) qFatal("cannot report on %s", path.c_str());
  return outcome.reports;
}

}  // namespace footfall_test
