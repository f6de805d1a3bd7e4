#pragma once

#include <QString>
#include <QWidget>

#include "model/report/peak_cause.h"

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

  /// Waits for what made that time; what was shown before stays away.
  void wait_for(const QString& time);
  /// Null: it cannot be told.
  void show_cause(const PeakCausePtr& cause);

 signals:
  void closed();

 private:
  void say(const QString& words);

  QString method_;  // in words
  ElidedLabel* title_;
  QLabel* words_;
  TablePanel* tables_;
  ReportTableView* pages_;
  ReportTableView* seen_;
  ReportTableView* top_;
};

}  // namespace footfall
