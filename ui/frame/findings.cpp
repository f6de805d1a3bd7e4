#include "ui/frame/findings.h"

#include "model/report/reading_warnings.h"
#include "ui/reading_words.h"
#include "ui/words.h"

namespace footfall {

QStringList Findings::of(const ReportSetPtr& reports, ReportKind kind) {
  if (!reports || !reports->has(kind)) return {};
  const LoadReport& load = reports->load_of(kind);
  QStringList sentences;
  for (const RejectSummary& summary : notable_rejects(load))
    sentences << reject_summary_words(summary, load);
  for (const SourceCounts& source : load.sources)
    for (const ReadingNote& note : source.notes)
      if (warns(note.kind))
        sentences << (load.sources.size() > 1 ? file_name(source.path) + ": " : QString()) +
                         note_words(note);
  if (reports->partial) return sentences;
  if (known_[kind].reports.lock() != reports) look_for(reports, kind);
  return sentences + known_[kind].remarks;
}

void Findings::look_for(const ReportSetPtr& reports, ReportKind kind) {
  known_[kind] = {reports, {}};
  worker_.post([this, reports, kind](const std::stop_token& stop) {
    QStringList remarks;
    for (const Remark& remark : reports->reports[kind]->remarks())
      remarks << remark_words(remark, kind);
    if (remarks.isEmpty() || stop.stop_requested()) return;
    QMetaObject::invokeMethod(
        this,
        [this, of = std::weak_ptr<const ReportSet>(reports), kind, remarks] {
          if (known_[kind].reports.owner_before(of) || of.owner_before(known_[kind].reports))
            return;
          known_[kind].remarks = remarks;
          emit changed();
        },
        Qt::QueuedConnection);
  });
}

}  // namespace footfall
