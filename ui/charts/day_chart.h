#pragma once

#include <optional>

#include "model/report/customer_spend.h"
#include "ui/charts/axis_tickers.h"
#include "ui/charts/time_plot.h"

namespace footfall {

/// Spend or events of customers per UTC day, as bars; where many days are in view, per week from
/// Monday. A day without a row has none. A click picks a day, of a week the first that has a row.
class DayChart : public TimePlot {
  Q_OBJECT
 public:
  enum class Measure { spend, events };
  explicit DayChart(QWidget* parent = nullptr);

  /// Of several customers; null empties the chart. `of_whom` begins the caption, where it is given.
  void set_days(const SpendDaysPtr& days, const QString& of_whom = {});
  /// Of the one at an index of the report's customers; a null report empties the chart.
  void set_customer(const CustomerReportPtr& report, std::size_t customer);
  void set_measure(Measure measure);
  [[nodiscard]] std::optional<Bounds> bounds_of(const QCPRange& range) const override;
  [[nodiscard]] bool by_week() const { return by_week_; }
  void fill_menu(QMenu& menu) override;

 signals:
  /// Index among the days.
  void day_picked(std::size_t day);
  /// The menu of a day, in epoch days, is about to open; what it gets now comes first.
  void menu_requested(QMenu* menu, footfall::Day day);

 protected:
  void apply_style() override;
  [[nodiscard]] QCPRange full_span() const override;
  [[nodiscard]] QCPRange values_of(const QCPRange& span) const override;
  void span_changed() override;
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
  void draw_bars();
  void say_caption();
  [[nodiscard]] const std::vector<SpendDay>& bars() const;
  [[nodiscard]] double key_of(const SpendDay& bar) const;
  [[nodiscard]] double value_of(const SpendDay& bar) const;
  [[nodiscard]] Day bar_day(double key) const;
  [[nodiscard]] std::optional<std::size_t> bar_at(double key) const;
  void show_bar(std::size_t bar, std::optional<double> y);
  void pick(std::size_t bar);

  SpendDaysPtr days_;
  QString of_whom_;
  bool by_week_ = false;
  Measure measure_ = Measure::spend;
  QSharedPointer<TimeTicker> ticker_;
  QCPBars* plot_;
  std::optional<std::size_t> cursor_;  // among the bars
};

}  // namespace footfall
