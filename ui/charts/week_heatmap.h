#pragma once

#include <optional>

#include "model/report/typical_week.h"
#include "ui/charts/plot_base.h"

namespace footfall {

/// What of a typical week's hours a chart shows.
enum class WeekMeasure : std::uint8_t { median, mean, highest, sum, end };

/// The hours of a week as colours: a row per weekday, a column per clock hour. An hour of the week
/// without a row in the data is empty.
class WeekHeatmap : public PlotBase {
  Q_OBJECT
 public:
  explicit WeekHeatmap(QWidget* parent = nullptr);

  void set_week(const TypicalWeek& week, WeekMeasure measure, const QString& zone);
  void clear_week();
  [[nodiscard]] double value_of(std::size_t place) const;

 signals:
  /// Its menu opens over an hour of the week.
  void menu_requested(QMenu* menu, std::size_t place);

 protected:
  void fill_menu(QMenu& menu) override;
  void drop_cursor() override { cursor_.reset(); }
  void apply_style() override;
  void show_full() override;
  void keep_view() override { show_full(); }
  void point_at(const QPointF& position) override;
  void step_cursor(int by) override;
  void show_cursor() override;

 private:
  [[nodiscard]] std::optional<std::size_t> place_at(const QPointF& position) const;
  void show_place(std::size_t place);
  bool draw_gaps(QCPPainter& painter) const;
  void draw_scale(QCPPainter& painter, bool gaps);

  std::optional<TypicalWeek> week_;
  WeekMeasure measure_ = WeekMeasure::median;
  QCPColorMap* map_;
  double highest_ = 0;
  std::optional<std::size_t> cursor_;
};

/// "Thu 14:00"
[[nodiscard]] QString place_text(std::size_t place);
/// The figures of an hour of the week, line by line.
[[nodiscard]] QString place_figures(const TypicalHour& hour);

}  // namespace footfall
