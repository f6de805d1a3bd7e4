#pragma once

#include <QWidget>
#include <optional>

#include "model/report/filter.h"
#include "model/sql/table_inspection.h"

class QCheckBox;
class QDateTimeEdit;
class QLabel;

namespace footfall {

/// Two ends of a time range that may be left open by a check box.
class RangeFields : public QWidget {
  Q_OBJECT
 public:
  explicit RangeFields(QWidget* parent = nullptr);
  /// Takes the time range of a filter over.
  void set_range(const Filter& filter);
  /// Which times there are is being looked for; they are read in `zone`, empty for days.
  void await_span(const QString& zone);
  /// Shows them; the fields begin with all of them, unless a range was given.
  void show_span(const std::optional<ClockSpan>& span);
  /// Nobody looks for them any more.
  void await_no_more();
  /// They are those of other columns.
  void forget_span();
  /// Puts the time range in, or takes what is there away.
  void apply_to(Filter& filter) const;
  [[nodiscard]] bool fits() const;

 signals:
  void changed();

 private:
  QCheckBox* on_;
  QDateTimeEdit* from_;
  QDateTimeEdit* to_;
  QLabel* span_;
  QString zone_;
  bool awaited_ = false;
};

}  // namespace footfall
