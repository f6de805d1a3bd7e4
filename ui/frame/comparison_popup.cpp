#include "ui/frame/comparison_popup.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/frame/bar_button.h"
#include "ui/frame/comparison_words.h"
#include "ui/frame/time_editor.h"
#include "ui/style/form_labels.h"
#include "ui/style/plain_text.h"

namespace footfall {

ComparisonPopup::ComparisonPopup(QWidget* parent) : Popup(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  presets_ = new QVBoxLayout;
  presets_->setSpacing(0);
  column->addLayout(presets_);
  const auto editor = [this](const QString& name) {
    QDateTimeEdit* edit = make_time_editor(name);
    connect(edit, &QDateTimeEdit::dateTimeChanged, this, &ComparisonPopup::check);
    return edit;
  };
  from_ = editor(tr("From"));
  to_ = editor(tr("Before"));
  auto* form = new QFormLayout;
  form->setContentsMargins(8, 8, 8, 0);
  form->setHorizontalSpacing(16);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  form->addRow(tr("From"), from_);
  form->addRow(tr("Before"), to_);
  align_form_labels(*form);
  column->addLayout(form);
  fault_ = plain_label(tr("“Before” must be later than “From”."));
  fault_->setContentsMargins(8, 0, 8, 0);
  column->addWidget(fault_);
  apply_ = new QPushButton(tr("Compare"));
  connect(apply_, &QPushButton::clicked, this, &ComparisonPopup::apply);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(8, 0, 8, 8);
  foot->addStretch(1);
  foot->addWidget(apply_);
  column->addLayout(foot);
}

void ComparisonPopup::add_preset(const QString& name, const QString& period,
                                 const std::optional<ComparedWith>& with, bool possible) {
  auto* button = new BarButton({}, period.isEmpty() ? name : name + "   ·   " + period);
  button->set_text_limit(560);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  button->setEnabled(possible);
  button->set_quiet(!possible);
  connect(button, &QToolButton::clicked, this, [this, with] {
    emit comparison_chosen(with);
    close();
  });
  presets_->addWidget(button);
}

void ComparisonPopup::set_choice(const std::optional<ComparedWith>& chosen, EventType events,
                                 const ReportOptions& options, const Filter& filter,
                                 std::optional<TimeExtent> extent) {
  while (QLayoutItem* item = presets_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  using Kind = ComparedWith::Kind;
  const auto with = [&](Kind kind) {
    return Comparison::of(events, options, filter, {kind, {}, {}}, extent);
  };
  const auto before = [](const std::optional<Comparison>& of) {
    return of ? period_words(of->before) : QString();
  };
  const auto week = with(Kind::week_before);
  add_preset(tr("No comparison"), {}, std::nullopt, true);
  add_preset(tr("Period before"),
             filter.from ? before(with(Kind::previous)) : tr("needs a time range that begins"),
             ComparedWith{Kind::previous, {}, {}}, filter.from.has_value());
  add_preset(tr("Same weekdays of the week before"), before(week),
             ComparedWith{Kind::week_before, {}, {}}, true);
  // Without data that tell what there is to compare: the week before this one.
  const std::int64_t today = QDateTime::currentSecsSinceEpoch() / kSecondsPerDay * kSecondsPerDay;
  Period range{{today - 14 * kSecondsPerDay, 0}, {today - 7 * kSecondsPerDay, 0}};
  if (week) range = week->before;
  if (chosen && chosen->kind == Kind::range)
    range = {{chosen->from.civil, 0}, {chosen->to.civil, 0}};
  from_->setDateTime(civil_moment(range.begin.reading));
  to_->setDateTime(civil_moment(range.end.reading));
  check();
}

void ComparisonPopup::check() {
  const bool fits = from_->dateTime() < to_->dateTime();
  apply_->setEnabled(fits);
  fault_->setVisible(!fits);
}

// Return in a field is what the button does; the fields leave the key to their parent.
void ComparisonPopup::keyPressEvent(QKeyEvent* event) {
  const bool in_field = from_->hasFocus() || to_->hasFocus();
  const bool is_return = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (!in_field || !is_return) return Popup::keyPressEvent(event);
  if (apply_->isEnabled()) apply();
}

void ComparisonPopup::apply() {
  emit comparison_chosen(ComparedWith{ComparedWith::Kind::range,
                                      TimeBound{from_->dateTime().toSecsSinceEpoch(), {}},
                                      TimeBound{to_->dateTime().toSecsSinceEpoch(), {}}});
  close();
}

}  // namespace footfall
