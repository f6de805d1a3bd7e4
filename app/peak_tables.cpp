#include "app/peak_tables.h"

#include "model/report/peak_cause.h"
#include "model/report/peaks.h"

namespace footfall {
namespace {

constexpr ReportKinds kPeakReports = {ReportKind::hourly_visitors, ReportKind::requests};

bool tells_causes(const CliOptions& options) {
  return options.peaks > 0 && options.report == ReportKind::hourly_visitors &&
         !options.output.empty();
}

// Rows went through the filter while they were read: nothing is left to be filtered.
PeakCauses causes_of(const CliOptions& options, const HourlyVisitorsReport& report,
                     const Peaks& peaks, const SlicesPtr& slices) {
  std::vector<std::size_t> hours;
  for (const Peaks::Peak& peak : peaks.peaks) hours.push_back(peak.hour);
  if (slices == nullptr) return peak_causes(report, hours);
  std::vector<TimeSpan> spans;
  for (const std::size_t hour : hours) spans.push_back(span_of(report, hour));
  return slices->peak_causes(options.analysis.report, {}, spans, {});
}

}  // namespace

std::vector<std::string_view> peak_table_names(const CliOptions& options) {
  if (options.peaks == 0 || !kPeakReports.contains(options.report)) return {};
  std::vector<std::string_view> names{"peaks"};
  if (tells_causes(options)) names.push_back("peak_pages");
  if (needs_kept_visitors(options)) {
    names.push_back("peak_visitors");
    names.push_back("peak_top_visitors");
  }
  return names;
}

bool needs_kept_visitors(const CliOptions& options) {
  return tells_causes(options) && !options.database;
}

std::vector<TablePtr> peak_tables(const CliOptions& options, const ReportSet& reports,
                                  const SlicesPtr& slices) {
  if (options.peaks == 0 || !reports.has(options.report)) return {};
  const PeakOrder order = options.peaks_by.value_or(PeakOrder::size);
  if (options.report == ReportKind::requests)
    return {peaks_table(rank_peaks(*reports.get<RequestsReport>(), order, options.peaks))};
  if (options.report != ReportKind::hourly_visitors) return {};
  const auto report = reports.get<HourlyVisitorsReport>();
  const PeaksPtr peaks = rank_peaks(*report, order, options.peaks);
  std::vector<TablePtr> tables{peaks_table(peaks)};
  if (!tells_causes(options)) return tables;
  const PeakCauses causes = causes_of(options, *report, *peaks, slices);
  tables.push_back(peak_pages_table(causes));
  if (slices == nullptr) return tables;
  tables.push_back(peak_visitors_table(causes));
  tables.push_back(peak_top_visitors_table(causes));
  return tables;
}

}  // namespace footfall
