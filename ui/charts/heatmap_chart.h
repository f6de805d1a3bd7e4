#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "model/report/hourly_visitors_report.h"
#include "ui/charts/axis_tickers.h"
#include "ui/charts/plot_base.h"

namespace footfall {

/// Unique visitors as colours: a column per local date, a row per clock hour. Where a clock hour
/// happens twice in a day the cell shows the larger of both and the pointer tells them apart; where
/// it does not happen, or had no pageviews, the cell is empty. A click picks the hour.
class HeatmapChart : public PlotBase {
  Q_OBJECT
 public:
  /// More days than this are not drawn at once: the stretch with most pageviews is, and the caption
  /// says so.
  static constexpr int kMostDays = 3660;

  explicit HeatmapChart(QWidget* parent = nullptr);

  void set_report(const HourlyVisitorsPtr& report);
  void set_picked(std::optional<std::size_t> hour);
  [[nodiscard]] Day first_day() const { return first_day_; }
  [[nodiscard]] int days() const { return days_; }

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
  void choose_days();
  /// The hours of a cell, as indexes into the report; ascending.
  [[nodiscard]] std::vector<std::size_t> hours_at(const QPointF& position) const;
  void show_hours(const std::vector<std::size_t>& hours, const QPointF& anchor);
  [[nodiscard]] QRectF cell_rect(std::size_t hour) const;
  void draw_picked(QCPPainter& painter) const;
  void draw_scale(QCPPainter& painter) const;

  HourlyVisitorsPtr report_;
  QSharedPointer<TimeTicker> ticker_;
  QCPColorMap* map_;
  Day first_day_ = 0;
  int days_ = 0;
  double highest_ = 0;
  std::optional<std::size_t> picked_;
  std::optional<std::size_t> cursor_;
};

}  // namespace footfall
