#include "app/closing_words.h"

#include <fmt/format.h>

#include "app/reading_notes.h"
#include "app/reject_text.h"
#include "app/remark_text.h"

namespace footfall {
namespace {

std::string notes(const CliOptions& options) {
  std::string text;
  for (const std::string& note : options.notes) text += fmt::format("note: {}\n", note);
  return text;
}

std::string comparison_notes(const ComparedRun* compared) {
  std::string text;
  if (compared != nullptr)
    for (const ComparedRun::Note& note : compared->notes)
      text += fmt::format("note: {}\n", note.sentence);
  return text;
}

std::string remarks(const CliOptions& options, const ReportSet& reports) {
  std::string text;
  const Report* const report = reports.reports[options.report].get();
  for (const Remark& remark : report ? report->remarks() : std::vector<Remark>()) {
    // Who lists types knows which of them count.
    if (remark.kind == RemarkKind::no_usual_types && options.analysis.report.event_types) continue;
    text += fmt::format("warning: {}\n", remark_text(remark, options.report));
  }
  return text;
}

}  // namespace

std::string closing_words(const CliOptions& options, const std::string& warnings,
                          const RunStatistics& run) {
  if (options.quiet) return {};
  const LoadReport& load = run.reports.load_of(options.report);
  return notes(options) + comparison_notes(run.compared) + warnings + left_out_lines(load) +
         reading_note_lines(load) + row_warnings(load) + remarks(options, run.reports) +
         statistics_lines(run);
}

}  // namespace footfall
