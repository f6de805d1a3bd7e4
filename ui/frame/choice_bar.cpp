#include "ui/frame/choice_bar.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace footfall {

ChoiceBar::ChoiceBar(const QString& name, const QStringList& choices, QWidget* parent)
    : QWidget(parent), group_(new QButtonGroup(this)) {
  setAccessibleName(name);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  for (int i = 0; i < choices.size(); ++i) {
    auto* button = new QToolButton(this);
    button->setText(choices[i]);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    group_->addButton(button, i);
    row->addWidget(button);
  }
  set_choice(0);
  connect(group_, &QButtonGroup::idClicked, this, &ChoiceBar::chosen);
}

int ChoiceBar::choice() const { return group_->checkedId(); }

void ChoiceBar::set_choice(int choice) {
  if (QAbstractButton* button = group_->button(choice)) button->setChecked(true);
}

}  // namespace footfall
