#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "model/report/hourly_visitors_report.h"
#include "ui/charts/axis_tickers.h"
#include "ui/charts/time_plot.h"

namespace footfall {

/// Unique visitors as colours: a column per local date, a row per clock hour. Where a clock hour
/// happens twice in a day the cell shows the larger of both and the pointer tells them apart; an
/// hour without a row is hatched; one that does not happen is empty, as is the time before and
/// after the data. Where few hours are far above the others the scale ends at a quantile and the
/// cells above carry a dot. A click picks the hour.
class HeatmapChart : public TimePlot {
  Q_OBJECT
 public:
  /// More days than this are not drawn at once: the stretch with most pageviews is, and the caption
  /// says so.
  static constexpr int kMostDays = 3660;

  /// Where the scale ends when the highest hour is at least twice that quantile of the hours.
  static constexpr int kCapPercent = 99;

  explicit HeatmapChart(QWidget* parent = nullptr);

  /// One hue from the background to its strongest tone.
  [[nodiscard]] static QCPColorGradient tones(const ChartColors& colors);
  void set_report(const HourlyVisitorsPtr& report);
  void set_picked(std::optional<std::size_t> hour);
  [[nodiscard]] Day first_day() const { return first_day_; }
  [[nodiscard]] int days() const { return days_; }
  /// Where the scale ends, if below the highest hour.
  [[nodiscard]] const std::optional<std::uint64_t>& cap() const { return cap_; }
  /// The coloured bar of the legend, in pixels; empty where it has no room.
  [[nodiscard]] const QRect& legend_bar() const { return legend_bar_; }
  [[nodiscard]] const QString& legend_end() const { return legend_end_; }
  [[nodiscard]] QRectF cell_rect(std::size_t hour) const;
  [[nodiscard]] std::optional<Bounds> bounds_of(const QCPRange& range) const override;
  void fill_menu(QMenu& menu) override;

 signals:
  void hour_picked(std::size_t hour);
  /// The menu of an hour is about to open; what it gets now comes first.
  void menu_requested(QMenu* menu, std::size_t hour);

 protected:
  void apply_style() override;
  [[nodiscard]] QCPRange full_span() const override;
  [[nodiscard]] QCPRange values_of(const QCPRange& span) const override;
  [[nodiscard]] QCPRange snapped(const QCPRange& range) const override;
  [[nodiscard]] QString range_text(const QCPRange& range) const override;
  [[nodiscard]] std::optional<double> cursor_key() const override;
  void point_at(const QPointF& position) override;
  void drop_cursor() override { cursor_.reset(); }
  void pick_at(const QPointF& position) override;
  void step_cursor(int by) override;
  void show_cursor() override;
  void pick_cursor() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void choose_days();
  /// The hours of a cell, as indexes into the report; ascending.
  [[nodiscard]] std::vector<std::size_t> hours_at(const QPointF& position) const;
  void show_hours(const std::vector<std::size_t>& hours, const QPointF& anchor);
  /// Hours without a row that stand side by side, as columns and rows of cells, both ends included.
  struct Gap {
    int first_day, last_day;
    int first_hour, last_hour;
  };
  void choose_scale();
  void find_gaps();
  [[nodiscard]] QRectF cells_rect(const Gap& cells) const;
  void draw_gaps(QCPPainter& painter) const;
  void draw_capped(QCPPainter& painter) const;
  void draw_picked(QCPPainter& painter) const;
  void draw_scale(QCPPainter& painter);

  HourlyVisitorsPtr report_;
  QSharedPointer<TimeTicker> ticker_;
  QCPColorMap* map_;
  Day first_day_ = 0;
  int days_ = 0;
  double highest_ = 0;
  bool years_ = false;  // more than one
  std::optional<std::uint64_t> cap_;
  std::vector<Gap> gaps_;
  QRect legend_bar_;
  QString legend_end_;
  std::optional<std::size_t> picked_;
  std::optional<std::size_t> cursor_;
};

/// Rising strokes, for cells without a value.
void draw_hatch(QCPPainter& painter, const QRectF& rect);

}  // namespace footfall
