#pragma once

#include <QObject>
#include <optional>

#include "model/report/customer_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/session/latest_answer.h"
#include "model/session/report_comparison.h"
#include "ui/tables/report_table_view.h"

// Parts of reports that the window shows by themselves, beside what they are compared with.
namespace footfall {

/// Shows the pages of an hour in a table, beside those of the hour it is compared with: the columns
/// of hour_pages_table(), and behind the measure what it is compared with. They may be many, and
/// are compared on a thread.
class HourPages : public QObject {
 public:
  explicit HourPages(ReportTableView& view) : view_(view) {}
  /// No hour: no table. `with`: null where nothing is compared.
  void show(const HourlyVisitorsPtr& report, std::optional<std::size_t> hour,
            const ReportComparisonPtr& with);
  /// Of an hour of the other period alone.
  void show_other(const HourlyVisitorsPtr& report, std::size_t other,
                  const ReportComparisonPtr& with);

 private:
  void compare(const HourlyVisitorsPtr& report, std::optional<std::size_t> hour,
               std::optional<std::size_t> other, const ReportComparisonPtr& with);
  ReportTableView& view_;
  LatestAnswer comparing_{this};
  TaskThread worker_;
};

/// The days of a customer beside those of the other period.
[[nodiscard]] TablePtr compared_customer_days(const CustomerReportPtr& now, std::size_t customer,
                                              const ReportComparison& with);

}  // namespace footfall
