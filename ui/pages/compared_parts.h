#pragma once

#include "model/core/parallel.h"
#include "model/report/customer_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/session/report_comparison.h"

// Parts of reports that the window shows by themselves, beside what they are compared with.
namespace footfall {

/// The pages of an hour beside those of the hour it is compared with: the columns of
/// hour_pages_table(), and behind the measure what it is compared with. Takes as long as the pages
/// are many; throws Stopped.
[[nodiscard]] TablePtr compared_hour_pages(const HourlyVisitorsPtr& now, std::size_t hour,
                                           const ReportComparison& with, StopCheck check);

/// The days of a customer beside those of the other period.
[[nodiscard]] TablePtr compared_customer_days(const CustomerReportPtr& now, std::size_t customer,
                                              const ReportComparison& with);

}  // namespace footfall
