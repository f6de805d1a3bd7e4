#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "model/report/requests_report.h"
#include "ui/charts/axis_tickers.h"
#include "ui/charts/compared_line.h"
#include "ui/charts/time_plot.h"

namespace footfall {

/// Requests per hour over time as bars, stacked by the class of the answer. The busiest bars in
/// view carry a dot and a label: by requests, by bytes, by errors, then other peaks of requests.
/// Where an hour is too narrow to be seen a bar stands for a day, a week, ..., and the caption says
/// so. A click picks an hour.
class RequestChart : public TimePlot {
  Q_OBJECT
 public:
  explicit RequestChart(QWidget* parent = nullptr);

  /// Null empties the chart.
  void set_report(const RequestsPtr& report);
  /// Another period beside the report, out of its compared table of hours.
  void set_compared(const TablePtr& table, const QString& period);
  /// Marks an hour of the report (index into hours).
  void set_picked(std::optional<std::size_t> hour);
  [[nodiscard]] std::optional<Bounds> bounds_of(const QCPRange& range) const override;

  /// What is marked, as drawn last.
  struct Mark {
    std::size_t bar = 0;
    QString text;
    QPointF dot;
    QRectF label;
  };
  [[nodiscard]] const std::vector<Mark>& marks() const { return marks_; }
  /// The hours that a bar stands for: the first and the one behind the last.
  [[nodiscard]] std::pair<std::size_t, std::size_t> hours_of(std::size_t bar) const {
    return {bars_[bar].first, bars_[bar].end};
  }

 signals:
  void hour_picked(std::size_t hour);

 protected:
  void apply_style() override;
  [[nodiscard]] QCPRange full_span() const override;
  [[nodiscard]] QCPRange values_of(const QCPRange& span) const override;
  void span_changed() override { draw_bars(); }
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
  static constexpr std::size_t kClasses = kKinds<AnswerClass>;
  struct Bar {
    std::size_t first = 0;  // hours
    std::size_t end = 0;
    double begin = 0;  // seconds
    double width = 0;
    RequestTotals totals;
    [[nodiscard]] double center() const { return begin + width / 2; }
  };
  // A bar that is to be marked, and what is said of it.
  struct Wish {
    std::size_t bar = 0;
    QString text;
    QColor color;
  };
  [[nodiscard]] int days_per_bar() const;
  [[nodiscard]] QCPRange span_of_report() const;
  void draw_bars();
  void draw_compared();
  void name_bars();
  [[nodiscard]] std::pair<std::size_t, std::size_t> bars_in(const QCPRange& range) const;
  [[nodiscard]] QString bar_name(const Bar& bar, bool in_full) const;
  [[nodiscard]] std::vector<Wish> wishes() const;
  [[nodiscard]] int label_rows() const;
  void draw_marks(QCPPainter& painter);
  void draw_legend(QCPPainter& painter);
  void draw_picked(QCPPainter& painter) const;
  [[nodiscard]] QColor color_of(std::size_t answer) const;
  [[nodiscard]] std::optional<std::size_t> bar_at(double x) const;
  [[nodiscard]] std::pair<std::int64_t, std::int64_t> span_at(std::int64_t instant) const;
  void show_bar(std::size_t bar, std::optional<double> pointer_y);
  bool step_beyond(int by);
  void show_beyond();
  [[nodiscard]] std::size_t busiest_hour(const Bar& bar) const;

  [[nodiscard]] Step step() const { return report_ ? report_->step : Step::hour; }

  RequestsPtr report_;
  TimeZone zone_;
  bool years_ = false;  // more than one
  QSharedPointer<TimeTicker> ticker_;
  std::array<QCPBars*, kClasses> stack_{};
  std::optional<ComparedLine> compared_;  // made after the bars, to be drawn above them
  std::vector<Bar> bars_;
  std::vector<Mark> marks_;
  std::optional<std::size_t> picked_;  // hour
  std::optional<std::size_t> cursor_;  // bar
  // In place of a bar: an instant before or behind all of them, where the other period has values.
  std::optional<std::int64_t> beyond_;
  int drawn_days_ = -1;  // days_per_bar() of what is drawn; -1: nothing is
};

/// "2xx", "3xx", "4xx", "5xx", "other"
[[nodiscard]] QString answer_class_name(AnswerClass answer);

}  // namespace footfall
