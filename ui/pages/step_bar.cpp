#include "ui/pages/step_bar.h"

#include <array>

namespace footfall {

StepBar::StepBar(QWidget* parent)
    : ChoiceBar(tr("Step"), {tr("Hour"), tr("Day"), tr("Week")}, parent) {
  setToolTip(
      tr("What chart and table have a point and a row for. Visitors of a day or week count "
         "once in it; weeks begin on Monday."));
  connect(this, &ChoiceBar::chosen, this,
          [this](int step) { emit step_chosen(static_cast<Step>(step)); });
}

QString StepBar::find_hint(Step step) {
  const std::array<QString, kKinds<Step>> hints = {tr("Find an hour or date"), tr("Find a day"),
                                                   tr("Find a week")};
  return hints[static_cast<std::size_t>(step)];
}

QString StepBar::rows_title(Step step) {
  const std::array<QString, kKinds<Step>> titles = {tr("Hours"), tr("Days"), tr("Weeks")};
  return titles[static_cast<std::size_t>(step)];
}

}  // namespace footfall
