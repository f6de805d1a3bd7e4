#pragma once

#include <array>
#include <optional>

#include "model/report/typical_week.h"
#include "ui/charts/plot_base.h"

namespace footfall {

/// A week as it mostly is: a line through the medians of its hours, a band that holds the hours
/// between their tenth and their nine tenths, and one week of the data over it.
class TypicalWeekChart : public PlotBase {
  Q_OBJECT
 public:
  explicit TypicalWeekChart(QWidget* parent = nullptr);

  /// `monday`: of the week to show beside it.
  void set_week(const TypicalWeek& week, const HourlyVisitorsReport& report, Day monday);
  void clear_week();

 protected:
  void apply_style() override;
  void show_full() override;
  void keep_view() override { show_full(); }
  void point_at(const QPointF& position) override;
  void step_cursor(int by) override;
  void show_cursor() override;

 private:
  void show_place(std::size_t place, std::optional<double> pointer_y);
  void draw_legend(QCPPainter& painter);

  std::optional<TypicalWeek> week_;
  std::array<std::optional<std::uint64_t>, TypicalWeek::kDays * TypicalWeek::kClock> present_;
  QString present_name_;
  QCPGraph* low_;
  QCPGraph* high_;
  QCPGraph* median_;
  QCPGraph* line_;
  QCPGraph* median_alone_;  // hours between gaps
  QCPGraph* alone_;
  double highest_ = 0;
  std::optional<std::size_t> cursor_;
};

}  // namespace footfall
