#pragma once

#include <optional>

#include "model/report/customer_report.h"
#include "ui/charts/axis_tickers.h"
#include "ui/charts/time_plot.h"

namespace footfall {

/// One customer's spend or events per UTC day, as bars; a click picks a day.
class DayChart : public TimePlot {
  Q_OBJECT
 public:
  enum class Measure { spend, events };
  explicit DayChart(QWidget* parent = nullptr);

  /// `customer` is an index into the report's customers; a null report empties the chart.
  void set_customer(const CustomerReportPtr& report, std::size_t customer);
  void set_measure(Measure measure);
  [[nodiscard]] std::optional<Bounds> bounds_of(const QCPRange& range) const override;

 signals:
  /// Index among the customer's days.
  void day_picked(std::size_t day);

 protected:
  void apply_style() override;
  [[nodiscard]] QCPRange full_span() const override;
  [[nodiscard]] QCPRange values_of(const QCPRange& span) const override;
  [[nodiscard]] QCPRange snapped(const QCPRange& range) const override;
  [[nodiscard]] QString range_text(const QCPRange& range) const override;
  [[nodiscard]] std::optional<double> cursor_key() const override;
  void point_at(const QPointF& position) override;
  void pick_at(const QPointF& position) override;
  void step_cursor(int by) override;
  void show_cursor() override;
  void pick_cursor() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void draw_bars();
  [[nodiscard]] std::size_t days() const;
  [[nodiscard]] std::size_t entry(std::size_t day) const;
  [[nodiscard]] double value(std::size_t day) const;
  [[nodiscard]] std::optional<std::size_t> day_at(double x) const;
  void show_day(std::size_t day, std::optional<double> y);

  CustomerReportPtr report_;
  std::size_t customer_ = 0;
  Measure measure_ = Measure::spend;
  QSharedPointer<TimeTicker> ticker_;
  QCPBars* bars_;
  std::optional<std::size_t> cursor_;
};

}  // namespace footfall
