#pragma once

#include <QWidget>

#include "model/report/customer_report.h"
#include "ui/charts/day_chart.h"
#include "ui/pages/figures_row.h"
#include "ui/tables/report_table_view.h"

namespace footfall {

class ChoiceBar;
class ElidedLabel;

/// One customer of the report: figures, and the days as a chart and a table.
class CustomerDetail : public QWidget {
  Q_OBJECT
 public:
  explicit CustomerDetail(QWidget* parent = nullptr);

  /// `days`: the table of the customer's days.
  void show_customer(const CustomerReportPtr& report, std::size_t customer,
                     const std::vector<FiguresRow::Figure>& figures, bool partial,
                     const TablePtr& days);
  /// One that has nothing in this period.
  void show_absent(const std::string& name);
  void clear();

  /// The customer's name, as it is shown.
  [[nodiscard]] const QString& name() const { return name_; }
  [[nodiscard]] DayChart* chart() const { return chart_; }
  [[nodiscard]] ReportTableView* days() const { return days_; }

 signals:
  void mark_followed();

 private:
  QString name_;
  ElidedLabel* title_;
  FiguresRow* figures_;
  ChoiceBar* measure_;
  DayChart* chart_;
  ReportTableView* days_;
};

}  // namespace footfall
