#pragma once

#include <string>
#include <vector>

#include "model/report/campaign_ranking_report.h"
#include "ui/charts/axis_tickers.h"
#include "ui/charts/time_plot.h"

namespace footfall {

/// A measure of campaigns over dates: a line each, named at its right end. A date without a row, or
/// without the measure, is a gap.
class CampaignLines : public TimePlot {
  Q_OBJECT
 public:
  static constexpr std::size_t kMostLines = 6;
  struct Line {
    QString name;
    CampaignRankingPtr days;  ///< a report whose campaigns are dates
  };

  explicit CampaignLines(QWidget* parent = nullptr);

  /// At most kMostLines.
  void set_lines(const std::vector<Line>& lines);
  /// A column of campaigns_table() that holds numbers.
  void set_measure(std::size_t column);
  /// Values of a line by date, as they are drawn; CTR in percent, NaN in gaps.
  [[nodiscard]] std::vector<std::pair<Day, double>> values(std::size_t line) const;
  [[nodiscard]] const std::vector<QRectF>& label_rects() const { return label_rects_; }
  [[nodiscard]] std::optional<Bounds> bounds_of(const QCPRange& range) const override;

 protected:
  void apply_style() override;
  [[nodiscard]] QString shown_caption() const override;
  [[nodiscard]] QCPRange full_span() const override;
  [[nodiscard]] QCPRange values_of(const QCPRange& span) const override;
  [[nodiscard]] QCPRange snapped(const QCPRange& range) const override;
  [[nodiscard]] QString range_text(const QCPRange& range) const override;
  [[nodiscard]] std::optional<double> cursor_key() const override;
  void point_at(const QPointF& position) override;
  void step_cursor(int by) override;
  void show_cursor() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Drawn {
    QString name;
    TablePtr table;
    std::vector<Day> days;  // by row
    QCPGraph* line;
    QCPGraph* alone;  // points between gaps
  };
  void draw();
  void show_day(Day day, std::optional<double> pointer_y);
  void draw_names(QCPPainter& painter);
  [[nodiscard]] double number(const Drawn& line, std::size_t row) const;

  QSharedPointer<TimeTicker> ticker_;
  std::vector<Drawn> lines_;
  std::vector<Day> days_;  // of any line, ascending
  std::vector<QRectF> label_rects_;
  std::size_t column_ = 0;
  std::optional<Day> cursor_;
};

}  // namespace footfall
