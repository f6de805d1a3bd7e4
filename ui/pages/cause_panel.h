#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>
#include <string>
#include <vector>

#include "model/session/found_cause.h"

class QLabel;

namespace footfall {

class ElidedLabel;
class ReportTableView;
class TablePanel;

/// What made a span of time: a sentence or two, the pages above their usual, who came. Beside the
/// page whose charts and tables say which span.
class CausePanel : public QWidget {
  Q_OBJECT
 public:
  explicit CausePanel(QWidget* parent = nullptr);

  /// Waits for what made that time; what was shown of another goes at once, of the same one when
  /// the answer takes long.
  void wait_for(const QString& time);
  /// `filtered`: it was found in what a filter leaves.
  void show_cause(const FoundCause& found, bool filtered);
  [[nodiscard]] TablePanel* tables() const { return tables_; }
  [[nodiscard]] ReportTableView* pages() const { return pages_; }
  [[nodiscard]] ReportTableView* seen() const { return seen_; }
  [[nodiscard]] ReportTableView* top() const { return top_; }
  /// The visitors in rows of seen(), as a filter names them; nothing where not all of them are
  /// known by name.
  [[nodiscard]] std::vector<std::string> visitors_of(const std::vector<std::size_t>& rows) const;

 signals:
  void closed();

 private:
  void say(const QString& words);
  void forget();

  QString method_;  // in words
  QString time_;
  QTimer patience_;
  PeakCausePtr cause_;  // that is shown
  ElidedLabel* title_;
  QLabel* words_;
  TablePanel* tables_;
  ReportTableView* pages_;
  ReportTableView* seen_;
  ReportTableView* top_;
};

}  // namespace footfall
