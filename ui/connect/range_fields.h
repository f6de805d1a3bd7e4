#pragma once

#include <QWidget>

#include "model/report/filter.h"

class QCheckBox;
class QDateTimeEdit;

namespace footfall {

/// Two ends of a time range that may be left open by a check box.
class RangeFields : public QWidget {
  Q_OBJECT
 public:
  explicit RangeFields(QWidget* parent = nullptr);
  /// Takes the time range of a filter over.
  void set_range(const Filter& filter);
  /// Puts the time range in, or takes what is there away.
  void apply_to(Filter& filter) const;
  [[nodiscard]] bool fits() const;

 signals:
  void changed();

 private:
  QCheckBox* on_;
  QDateTimeEdit* from_;
  QDateTimeEdit* to_;
};

}  // namespace footfall
