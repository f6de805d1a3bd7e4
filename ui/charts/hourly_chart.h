#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "model/report/hourly_visitors_report.h"
#include "ui/charts/axis_tickers.h"
#include "ui/charts/peak_marks.h"

namespace footfall {

/// Unique visitors per hour over time. Hours without pageviews are drawn as zero; the peak hours
/// carry a dot and a label; a click picks an hour. Where an hour is narrower than a pixel the line
/// goes through the highest hour of each day, week, ..., and the caption says so.
class HourlyChart : public PlotBase {
  Q_OBJECT
 public:
  explicit HourlyChart(QWidget* parent = nullptr);

  /// Null empties the chart.
  void set_report(const HourlyVisitorsPtr& report);
  /// Marks an hour of the report (index into hours).
  void set_picked(std::optional<std::size_t> hour);
  [[nodiscard]] const PeakMarks& peaks() const { return peaks_; }
  /// The first and last visible hour of the report; none where no hour is in view.
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> visible_hours() const;

 signals:
  void hour_picked(std::size_t hour);

 protected:
  void apply_style() override;
  [[nodiscard]] Ranges full_ranges() const override;
  void point_at(const QPointF& position) override;
  void pick_at(const QPointF& position) override;
  void step_cursor(int by) override;
  void pick_cursor() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] std::optional<std::size_t> hour_at(double x) const;
  void show_hour(std::size_t hour, std::optional<double> pointer_y);
  void draw_picked(QCPPainter& painter) const;
  /// Days that one point of the line stands for in the visible range; 0: it is an hour.
  [[nodiscard]] int days_per_point() const;
  void draw_line();
  void name_line();

  HourlyVisitorsPtr report_;
  QSharedPointer<TimeTicker> ticker_;
  QCPGraph* line_;
  PeakMarks peaks_;
  std::optional<std::size_t> picked_;
  std::optional<std::size_t> cursor_;
  double highest_ = 0;
  int drawn_days_ = -1;  // days_per_point() of what is drawn; -1: nothing is
};

}  // namespace footfall
