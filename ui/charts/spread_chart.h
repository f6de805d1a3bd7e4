#pragma once

#include <optional>

#include "model/report/customer_spend.h"
#include "ui/charts/plot_base.h"

namespace footfall {

/// How spend is spread over the customers: from those who spend most, the share of them and what
/// share of spend they make, beside the line on which all would spend the same.
class SpreadChart : public PlotBase {
  Q_OBJECT
 public:
  explicit SpreadChart(QWidget* parent = nullptr);

  /// Null empties the chart.
  void set_spread(const SpendSpreadPtr& spread);
  /// "The top 10 % of customers (13 of 124) make 62.1 % of spend.", and who is left out.
  [[nodiscard]] static QString sentence(const SpendSpread& spread);

 protected:
  void apply_style() override;
  void show_full() override;
  void keep_view() override { show_full(); }
  void point_at(const QPointF& position) override;
  void drop_cursor() override { cursor_.reset(); }
  void step_cursor(int by) override;
  void show_cursor() override;

 private:
  [[nodiscard]] double share(std::size_t point) const;
  [[nodiscard]] double spend_share(std::size_t point) const;
  void show_point(std::size_t point, std::optional<double> y);
  void draw_tenth(QCPPainter& painter) const;

  SpendSpreadPtr spread_;
  QCPGraph* line_;
  QCPGraph* even_;
  std::optional<std::size_t> cursor_;
};

}  // namespace footfall
