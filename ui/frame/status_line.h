#pragma once

#include <QWidget>
#include <cstdint>
#include <optional>

#include "model/report/report_set.h"
#include "model/session/source.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace footfall {

/// The foot of the window: rows, rejected rows and zone of the report in front; the loads under
/// way.
class StatusLine : public QWidget {
  Q_OBJECT
 public:
  explicit StatusLine(QWidget* parent = nullptr);

  /// `reports` may be null or without the report. `old`: they are no answer to what was asked last,
  /// but that of a database at the moment `answered`. `followed`: rows that come are added.
  void show_report(const ReportSetPtr& reports, ReportKind kind, const QString& zone, bool slicing,
                   bool old, const std::optional<DatabaseAnswer>& answered = {},
                   bool followed = false);
  /// Of a page that shows none.
  void show_no_report();
  void show_progress(const LoadProgress& progress, bool loading, bool stopping);
  [[nodiscard]] QString text() const;

 signals:
  void rejects_requested();
  void stop_requested();

 private:
  [[nodiscard]] static QString progress_words(const LoadProgress& progress);

  QLabel* rows_;
  QLabel* zone_;
  QProgressBar* bar_;
  QLabel* rate_;
  QToolButton* stop_;
};

}  // namespace footfall
