#include "ui/frame/values_popup.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/frame/filter_words.h"
#include "ui/style/plain_text.h"

namespace footfall {
namespace {

constexpr int kHoursInRow = 6;
constexpr int kButtonWidth = 52;
constexpr int kButtonHeight = 28;

}  // namespace

ValuesPopup::ValuesPopup(ConditionField field, QWidget* parent)
    : Popup(parent),
      field_(field),
      grid_(new QGridLayout),
      title_(plain_label()),
      words_(plain_label()),
      remove_(new QPushButton(tr("Remove"))),
      apply_(new QPushButton(tr("Apply"))) {
  QFont strong = title_->font();
  strong.setWeight(QFont::DemiBold);
  title_->setFont(strong);
  words_->setForegroundRole(QPalette::PlaceholderText);
  grid_->setSpacing(4);
  const bool hours = field == ConditionField::hour_of_day;
  const int in_row = hours ? kHoursInRow : 7;
  const unsigned count = value_count(field);
  for (unsigned i = 0; i < count; ++i) {
    auto* button = new QToolButton;
    button->setText(value_words(field, value_of(field, i)));
    button->setCheckable(true);
    button->setFixedSize(kButtonWidth, kButtonHeight);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(hours ? tr("%1:00 to %1:59").arg(button->text()) : button->text());
    button->setToolTip(hours ? button->accessibleName() : QString());
    button->installEventFilter(this);
    connect(button, &QToolButton::toggled, this, &ValuesPopup::check);
    const int place = static_cast<int>(i);
    grid_->addWidget(button, place / in_row, place % in_row + 1);
    buttons_.push_back(button);
  }
  if (hours) {
    add_several(tr("Night"), 0, 5, 0, 0, 1);
    add_several(tr("Morning"), 6, 11, 1, 0, 1);
    add_several(tr("Afternoon"), 12, 17, 2, 0, 1);
    add_several(tr("Evening"), 18, 23, 3, 0, 1);
  } else {
    add_several(values_words(field, {value_of(field, 0), value_of(field, 1), value_of(field, 2),
                                     value_of(field, 3), value_of(field, 4)}),
                0, 4, 1, 1, 5);
    add_several(values_words(field, {value_of(field, 5), value_of(field, 6)}), 5, 6, 1, 6, 2);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(8);
  column->addWidget(title_);
  column->addLayout(grid_);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(8);
  foot->addWidget(words_, 1);
  for (QPushButton* button : {remove_, apply_}) {
    button->setAutoDefault(false);
    foot->addWidget(button);
  }
  apply_->setDefault(true);
  column->addLayout(foot);
  connect(apply_, &QPushButton::clicked, this, &ValuesPopup::accept);
  connect(remove_, &QPushButton::clicked, this, [this] {
    emit part_chosen({field_, Match::is, {}});
    close();
  });
}

// Several at once: on, and off where all are on.
void ValuesPopup::add_several(const QString& name, unsigned first, unsigned last, int row,
                              int column, int span) {
  auto* button = new QPushButton(name);
  button->setAutoDefault(false);
  button->setFixedHeight(kButtonHeight);
  grid_->addWidget(button, row, column, 1, span);
  connect(button, &QPushButton::clicked, this, [this, first, last] {
    bool on = false;
    for (unsigned i = first; i <= last; ++i) on = on || !buttons_[i]->isChecked();
    for (unsigned i = first; i <= last; ++i) {
      const QSignalBlocker quiet(buttons_[i]);
      buttons_[i]->setChecked(on);
    }
    check();
  });
}

void ValuesPopup::set_part(const FilterPart& part, bool edits, const QString& zone) {
  title_->setText(
      field_ == ConditionField::hour_of_day
          ? tr("Hour of day · hours in %1").arg(zone)
          : tr("Weekday · days in %1; of customers in UTC, of campaigns as dated").arg(zone));
  title_->setWordWrap(true);
  setAccessibleName(title_->text());
  remove_->setVisible(edits);
  for (unsigned i = 0; i < buttons_.size(); ++i) {
    const QSignalBlocker quiet(buttons_[i]);
    buttons_[i]->setChecked(std::ranges::find(part.values, value_of(field_, i)) !=
                            part.values.end());
  }
  check();
}

std::vector<std::string> ValuesPopup::chosen() const {
  std::vector<std::string> values;
  for (unsigned i = 0; i < buttons_.size(); ++i)
    if (buttons_[i]->isChecked()) values.push_back(value_of(field_, i));
  return values;
}

void ValuesPopup::check() {
  for (QToolButton* button : buttons_) {
    QPalette colors = palette();
    if (button->isChecked()) {
      colors.setColor(QPalette::Button, colors.color(QPalette::Highlight));
      colors.setColor(QPalette::ButtonText, colors.color(QPalette::HighlightedText));
    }
    button->setPalette(colors);
  }
  const std::vector<std::string> values = chosen();
  words_->setText(values.empty() ? tr("Choose what stays") : values_words(field_, values));
  apply_->setEnabled(!values.empty());
}

void ValuesPopup::showEvent(QShowEvent* event) {
  Popup::showEvent(event);
  buttons_.front()->setFocus(Qt::PopupFocusReason);
  setAttribute(Qt::WA_KeyboardFocusChange);  // arrows go on from what has the focus: it is seen
}

void ValuesPopup::move_focus(int by) {
  const auto at = std::ranges::find_if(buttons_, [](auto* button) { return button->hasFocus(); });
  const auto next = at - buttons_.begin() + by;
  if (at != buttons_.end() && next >= 0 && next < std::ssize(buttons_))
    buttons_[static_cast<std::size_t>(next)]->setFocus(Qt::TabFocusReason);
}

// A button of its own accord goes to the one before or behind.
bool ValuesPopup::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return Popup::eventFilter(watched, event);
  const int row = field_ == ConditionField::hour_of_day ? kHoursInRow : 0;
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
      move_focus(-1);
      return true;
    case Qt::Key_Right:
      move_focus(1);
      return true;
    case Qt::Key_Up:
      move_focus(-row);
      return true;
    case Qt::Key_Down:
      move_focus(row);
      return true;
    default:
      return Popup::eventFilter(watched, event);
  }
}

void ValuesPopup::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
    return Popup::keyPressEvent(event);
  accept();
}

void ValuesPopup::accept() {
  std::vector<std::string> values = chosen();
  if (values.empty()) return;
  // All of them: nothing is asked.
  if (values.size() == buttons_.size()) values.clear();
  emit part_chosen({field_, Match::is, values});
  close();
}

}  // namespace footfall
