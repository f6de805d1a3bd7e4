#pragma once

#include <optional>

#include "model/report/customer_spend.h"
#include "ui/charts/plot_base.h"

namespace footfall {

/// How many customers have an average ticket of which size, as bars of one width; those above all
/// bars stand in one behind them. A click picks a bar.
class TicketChart : public PlotBase {
  Q_OBJECT
 public:
  explicit TicketChart(QWidget* parent = nullptr);

  /// Null empties the chart.
  void set_histogram(const TicketHistogramPtr& histogram);
  /// How many customers have tickets, and what lies in the middle.
  [[nodiscard]] static QString sentence(const TicketHistogram& histogram);

 signals:
  void bar_picked(std::size_t bar);

 protected:
  void apply_style() override;
  void show_full() override;
  void keep_view() override { show_full(); }
  void point_at(const QPointF& position) override;
  void drop_cursor() override { cursor_.reset(); }
  void pick_at(const QPointF& position) override;
  void step_cursor(int by) override;
  void show_cursor() override;
  void pick_cursor() override;

 private:
  [[nodiscard]] std::size_t bars() const;
  [[nodiscard]] std::uint64_t customers(std::size_t bar) const;
  [[nodiscard]] double middle(std::size_t bar) const;
  [[nodiscard]] std::optional<std::size_t> bar_at(double x) const;
  void show_bar(std::size_t bar, std::optional<double> y);
  void draw_above(QCPPainter& painter) const;

  TicketHistogramPtr histogram_;
  double width_ = 1;
  QCPBars* plot_;
  QCPBars* above_;
  std::optional<std::size_t> cursor_;
};

}  // namespace footfall
