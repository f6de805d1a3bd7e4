#include "ui/connect/range_fields.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include "model/core/calendar.h"
#include "ui/frame/time_editor.h"
#include "ui/style/plain_text.h"

namespace footfall {

RangeFields::RangeFields(QWidget* parent)
    : QWidget(parent),
      on_(new QCheckBox(tr("Only rows from"))),
      from_(make_time_editor(tr("From"))),
      to_(make_time_editor(tr("Before"))) {
  on_->setObjectName("only_range");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(on_);
  row->addWidget(from_);
  row->addWidget(plain_label(tr("and before")));
  row->addWidget(to_);
  row->addStretch(1);
  set_range({});
  connect(on_, &QCheckBox::toggled, this, [this](bool on) {
    from_->setEnabled(on);
    to_->setEnabled(on);
    emit changed();
  });
  for (QDateTimeEdit* edit : {from_, to_})
    connect(edit, &QDateTimeEdit::dateTimeChanged, this, &RangeFields::changed);
}

void RangeFields::set_range(const Filter& filter) {
  const QSignalBlocker quiet(this);
  const std::int64_t today =
      floor_divide(QDateTime::currentSecsSinceEpoch(), kSecondsPerDay) * kSecondsPerDay;
  const bool given = filter.from || filter.to;
  on_->setChecked(given);
  from_->setEnabled(given);
  to_->setEnabled(given);
  from_->setDateTime(civil_moment(filter.from ? filter.from->civil : today - 7 * kSecondsPerDay));
  to_->setDateTime(civil_moment(filter.to ? filter.to->civil : today + kSecondsPerDay));
}

void RangeFields::apply_to(Filter& filter) const {
  filter.from.reset();
  filter.to.reset();
  if (!isEnabled() || !on_->isChecked()) return;
  filter.from = TimeBound{from_->dateTime().toSecsSinceEpoch(), {}};
  filter.to = TimeBound{to_->dateTime().toSecsSinceEpoch(), {}};
}

bool RangeFields::fits() const {
  return !isEnabled() || !on_->isChecked() || from_->dateTime() < to_->dateTime();
}

}  // namespace footfall
