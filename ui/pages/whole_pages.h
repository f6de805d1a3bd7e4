#pragma once

#include <QObject>
#include <QTimer>
#include <string>

#include "model/core/step.h"
#include "model/session/found_pages.h"
#include "ui/tables/report_table_view.h"

namespace footfall {

class TablePanel;

/// The tab of the pages over the whole time. They are counted when the tab is looked at, and only
/// then. Enter, a double click and the menu of a row ask for the hours of its page.
class WholePages : public QObject {
  Q_OBJECT
 public:
  explicit WholePages(QObject* parent);
  [[nodiscard]] ReportTableView* view() const { return view_; }
  /// The panel has taken the view at this index.
  void stand_in(TablePanel* panel, int tab);
  /// Enter and the menu of another table, whose rows are pages too.
  void offer_hours(ReportTableView* view);

  /// What is shown has changed; its rows are hours, days or weeks.
  void follow_report(Step step);
  void clear();
  void show_found(const FoundPages& found);

 signals:
  void requested();
  void hours_requested(const std::string& page);

 private:
  void look();
  void drop();

  ReportTableView* view_;
  TablePanel* panel_ = nullptr;
  int tab_ = 0;
  Step step_ = Step::hour;
  bool any_ = false;    // there is a report
  bool known_ = false;  // its pages are shown or asked for
  QTimer patience_;
};

}  // namespace footfall
