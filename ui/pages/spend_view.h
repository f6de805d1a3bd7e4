#pragma once

#include <QWidget>
#include <array>
#include <vector>

#include "model/report/customer_spend.h"
#include "model/session/latest_answer.h"
#include "ui/charts/chart_file.h"
#include "ui/charts/day_chart.h"

class QLabel;
class QStackedLayout;

namespace footfall {

class ChoiceBar;
class PlotBase;
class SpreadChart;
class TicketChart;

/// What customers spend together, as one of three charts, and the tables of these. It finds them on
/// a thread of its own; found() tells that they are there.
class SpendView : public QWidget {
  Q_OBJECT
 public:
  enum Shape { kTime, kSpread, kTickets, kShapes };
  explicit SpendView(QWidget* parent = nullptr);

  /// Null empties it.
  void set_report(const CustomerReportPtr& report);
  /// The customers that *Selected* speaks of, by their indexes in the report; `name` says who.
  void set_selected(std::vector<std::size_t> customers, const QString& name);
  void set_shape(Shape shape);
  [[nodiscard]] Shape shape() const { return shape_; }
  void set_by_events(bool by_events);
  [[nodiscard]] bool by_events() const;

  /// The one in front.
  [[nodiscard]] PlotBase* chart() const;
  /// What its table and a picture of it are called.
  [[nodiscard]] QString stem() const;
  /// Of a chart; null before it is found.
  [[nodiscard]] TablePtr table(Shape shape) const { return tables_[shape]; }

 signals:
  void found();
  void picture_requested(footfall::PictureTo to);
  void time_chosen(const footfall::TimeBound& from, const footfall::TimeBound& to);
  /// The menu of a day is about to open.
  void menu_requested(QMenu* menu, footfall::Day day);
  /// A row of the table of the chart in front.
  void row_picked(std::size_t row);
  void by_events_chosen();

 private:
  [[nodiscard]] bool of_all() const;
  void find_all();
  void find_days();
  void show_days(const SpendDaysPtr& days);
  void show_words();

  CustomerReportPtr report_;
  std::vector<std::size_t> selected_;
  QString selected_name_;
  SpendSpreadPtr spread_;
  TicketHistogramPtr tickets_;
  std::array<TablePtr, kShapes> tables_;
  Shape shape_ = kTime;
  QLabel* words_;
  ChoiceBar* whom_;
  ChoiceBar* measure_;
  DayChart* days_chart_;
  SpreadChart* spread_chart_;
  TicketChart* ticket_chart_;
  QStackedLayout* stack_;
  LatestAnswer finding_all_{this};
  LatestAnswer finding_days_{this};
  TaskThread finder_;
};

}  // namespace footfall
