#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "model/report/hourly_visitors_report.h"
#include "model/report/usual_hours.h"
#include "ui/charts/axis_tickers.h"
#include "ui/charts/compared_line.h"
#include "ui/charts/peak_marks.h"
#include "ui/charts/time_plot.h"

namespace footfall {

/// Unique visitors per hour, day or week over time. What is said of hours holds for days and weeks.
/// Hours without a row are gaps; an hour between two gaps is a point; the line is dashed to the
/// first and the last hour, within which the data begin and end. The highest peaks in view carry a
/// dot and a label; a click picks an hour. Where an hour is narrower than a pixel the line goes
/// through the highest hour of each day, week, ..., and the caption says so.
class HourlyChart : public TimePlot {
  Q_OBJECT
 public:
  explicit HourlyChart(QWidget* parent = nullptr);

  /// Ends of the report that a filter has cut between two hours, which leaves whole hours.
  struct WholeEnds {
    bool first = false;
    bool last = false;
  };
  /// Null empties the chart.
  void set_report(const HourlyVisitorsPtr& report, WholeEnds whole);
  void set_report(const HourlyVisitorsPtr& report) { set_report(report, {}); }
  /// Another period beside the report, out of its compared table of hours.
  void set_compared(const TablePtr& table, const QString& period);
  /// What is usual for each hour of the report.
  void set_usual(std::vector<Usual> usual);
  /// A span of time as marks of it are called.
  [[nodiscard]] QString words_of(std::int64_t from, std::int64_t to) const;
  /// Marks an hour of the report (index into hours).
  void set_picked(std::optional<std::size_t> hour);
  [[nodiscard]] const PeakMarks& peaks() const { return peaks_; }
  [[nodiscard]] std::optional<Bounds> bounds_of(const QCPRange& range) const override;

 signals:
  void hour_picked(std::size_t hour);

 protected:
  void apply_style() override;
  [[nodiscard]] QCPRange full_span() const override;
  [[nodiscard]] QCPRange values_of(const QCPRange& span) const override;
  void span_changed() override { draw_line(); }
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
  /// The first and last hour of the report that begin in a range.
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> hours_in(
      const QCPRange& range) const;
  [[nodiscard]] Hour local_hour(double instant) const;
  [[nodiscard]] Step step() const { return report_ ? report_->step : Step::hour; }
  /// Seconds that an hour of the report has by the clock.
  [[nodiscard]] double step_length() const {
    return static_cast<double>(kStepTable[step()].seconds);
  }
  [[nodiscard]] bool unfinished(std::size_t hour) const;
  [[nodiscard]] std::optional<std::size_t> hour_at(double x) const;
  [[nodiscard]] std::int64_t steps_from(std::size_t hour, std::int64_t steps) const;
  void show_hour(std::size_t hour, std::optional<double> pointer_y);
  bool step_beyond(int by);
  void show_beyond();
  void draw_picked(QCPPainter& painter) const;
  /// Days that one point of the line stands for in the visible range; 0: it is an hour.
  [[nodiscard]] int days_per_point() const;
  [[nodiscard]] QCPRange span_of_report() const;
  void draw_line();
  void draw_compared();
  void share_out(const QVector<QCPGraphData>& points);
  void name_line();

  HourlyVisitorsPtr report_;
  WholeEnds whole_;
  TimeZone zone_;
  std::vector<Usual> usual_;  // by hour; empty where it is not known
  bool years_ = false;        // more than one
  QSharedPointer<TimeTicker> ticker_;
  QCPGraph* line_;
  QCPGraph* ends_;   // the dashed first and last piece
  QCPGraph* alone_;  // hours between gaps
  ComparedLine compared_;
  PeakMarks peaks_;
  std::optional<std::size_t> picked_;
  std::optional<std::size_t> cursor_;
  // In place of an hour: one before or behind all of them, where the other period has a value.
  std::optional<std::int64_t> beyond_;
  int drawn_days_ = -1;  // days_per_point() of what is drawn; -1: nothing is
};

}  // namespace footfall
