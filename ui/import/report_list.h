#pragma once

#include <QListWidget>

#include "model/pipeline/reading_preview.h"

namespace footfall {

/// The reports, each with how many of the first rows it counts, or what it lacks.
class ReportList : public QListWidget {
  Q_OBJECT
 public:
  explicit ReportList(QWidget* parent = nullptr);
  void show_preview(const ReadingPreview& preview);
  [[nodiscard]] ReportKind kind() const { return static_cast<ReportKind>(currentRow()); }
  void choose(ReportKind kind) { setCurrentRow(static_cast<int>(kind)); }
};

/// The report that a file feeds, or of whose required roles it has the largest part.
[[nodiscard]] ReportKind nearest_report(const ReadingPreview& preview);

}  // namespace footfall
