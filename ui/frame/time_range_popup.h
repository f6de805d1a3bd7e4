#pragma once

#include <QDateTime>
#include <optional>

#include "model/report/filter.h"
#include "model/report/report.h"
#include "ui/frame/popup.h"

class QDateTimeEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace footfall {

/// A span of time in words: "Jan 6 – Jan 12, 2025", with hours where it does not fall on whole
/// days.
[[nodiscard]] QString range_words(const Filter& filter);
/// The same filter with bounds that are moments as they read in a zone.
[[nodiscard]] Filter read_in(Filter filter, const TimeZone& zone);

/// Chooses the time range of a filter: presets that follow from the data, or any from and to.
class TimeRangePopup : public Popup {
  Q_OBJECT
 public:
  explicit TimeRangePopup(QWidget* parent = nullptr);
  void set_range(const Filter& filter, const std::optional<TimeExtent>& extent);

 signals:
  void range_chosen(const std::optional<footfall::TimeBound>& from,
                    const std::optional<footfall::TimeBound>& to);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void add_preset(const QString& name, const std::optional<TimeExtent>& range);
  void check();
  void apply();

  QVBoxLayout* presets_;
  QDateTimeEdit* from_;
  QDateTimeEdit* to_;
  QLabel* fault_;
  QPushButton* apply_;
};

}  // namespace footfall
