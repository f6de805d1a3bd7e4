#include "model/report/report_set.h"

namespace footfall {

std::vector<TablePtr> ReportSet::tables(ReportKind kind) const {
  const ReportPtr& report = reports[kind];
  return report ? report->tables(report) : std::vector<TablePtr>();
}

void ReportSet::release() const {
  for (const ReportPtr& report : reports)
    if (report) report->release();
}

}  // namespace footfall
