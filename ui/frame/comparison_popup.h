#pragma once

#include <optional>

#include "model/report/comparison.h"
#include "ui/frame/popup.h"

class QDateTimeEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace footfall {

/// Chooses what the time range is compared with: nothing, the period before, the same weekdays of
/// the week before, or any from and to.
class ComparisonPopup : public Popup {
  Q_OBJECT
 public:
  explicit ComparisonPopup(QWidget* parent = nullptr);
  /// The choices in words are those of a report with that filter and extent.
  void set_choice(const std::optional<ComparedWith>& chosen, EventType events,
                  const ReportOptions& options, const Filter& filter,
                  std::optional<TimeExtent> extent);

 signals:
  void comparison_chosen(const std::optional<footfall::ComparedWith>& with);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void add_preset(const QString& name, const QString& period,
                  const std::optional<ComparedWith>& with, bool possible);
  void check();
  void apply();

  QVBoxLayout* presets_;
  QDateTimeEdit* from_;
  QDateTimeEdit* to_;
  QLabel* fault_;
  QPushButton* apply_;
};

}  // namespace footfall
