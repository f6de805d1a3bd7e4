#pragma once

#include "model/core/step.h"
#include "ui/frame/choice_bar.h"

namespace footfall {

/// Hour | Day | Week: what a page over time has rows and points for.
class StepBar : public ChoiceBar {
  Q_OBJECT
 public:
  explicit StepBar(QWidget* parent = nullptr);
  void set_step(Step step) { set_choice(static_cast<int>(step)); }

  /// "Find an hour or date", "Find a day", "Find a week"
  [[nodiscard]] static QString find_hint(Step step);
  /// "Hours", "Days", "Weeks"
  [[nodiscard]] static QString rows_title(Step step);

 signals:
  void step_chosen(footfall::Step step);
};

}  // namespace footfall
