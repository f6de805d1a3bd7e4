#pragma once

#include <QColor>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "model/core/step.h"
#include "model/core/time_zone.h"
#include "model/report/compared_tables.h"
#include "model/report/filter.h"

class QCPGraph;
class QCPRange;
class QCustomPlot;

namespace footfall {

/// Another period in a chart over time: a line that lies where the same place of the present
/// period does, by the clock.
class ComparedLine {
 public:
  explicit ComparedLine(QCustomPlot& plot);

  /// A measure of a compared table of hours, days or weeks; `period` names the other period.
  /// `start_of` tells where a row of the present period's table begins. A table that is not
  /// compared, or null: no line.
  void set(const TablePtr& table, std::string_view measure, const QString& period, Step step,
           const TimeZone& zone, const std::function<std::int64_t(std::size_t)>& start_of);

  /// What one point stands for: those that have neighbouring numbers are joined.
  struct Bucket {
    std::int64_t number = 0;
    std::optional<double> key;  ///< of the sum; none: the point is the highest value, at its place
  };
  void draw(const std::function<Bucket(std::int64_t start)>& bucket_of);
  void set_style(const QColor& color, double width);

  /// The range, and as far as the line goes beyond it.
  [[nodiscard]] QCPRange widened(const QCPRange& range) const;
  /// Of the drawn points in a range; 0 without any.
  [[nodiscard]] double highest(const QCPRange& range) const;
  /// "Tue Jan 7, 10:00: 300 · +12.34 %" of what lies at an hour of the present period, and how
  /// `now` differs from it; empty where nothing does.
  [[nodiscard]] QString words_at(std::int64_t start, std::optional<std::uint64_t> now) const;
  /// The same of all that lies from one instant to another.
  [[nodiscard]] QString words_of(std::int64_t begin, std::int64_t end,
                                 std::optional<std::uint64_t> now) const;
  /// Where the next point of it begins, behind a stretch or before it (`by` is negative).
  [[nodiscard]] std::optional<std::int64_t> beside(std::int64_t begin, std::int64_t end,
                                                   int by) const;
  /// The other period, where there is a line.
  [[nodiscard]] QString period() const { return values_.empty() ? QString() : period_; }

 private:
  struct Value {
    std::int64_t start = 0;  // where it stands
    std::uint64_t value = 0;
    std::size_t row = 0;
  };
  [[nodiscard]] std::vector<Value>::const_iterator at_or_after(std::int64_t start) const;
  [[nodiscard]] std::optional<TimeBound> label_of(const Value& value) const;
  [[nodiscard]] QString time_of(const Value& value) const;

  QCPGraph* line_;
  QCPGraph* alone_;  // points between gaps
  TablePtr table_;
  QString period_;
  Step step_ = Step::hour;
  std::vector<Value> values_;
  bool years_ = false;  // what stands beside each other is of several
};

}  // namespace footfall
