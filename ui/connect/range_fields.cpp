#include "ui/connect/range_fields.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "model/core/calendar.h"
#include "ui/frame/time_editor.h"
#include "ui/style/plain_text.h"

namespace footfall {

RangeFields::RangeFields(QWidget* parent)
    : QWidget(parent),
      on_(new QCheckBox(tr("Only rows from"))),
      from_(make_time_editor(tr("From"))),
      to_(make_time_editor(tr("Before"))),
      span_(plain_label()) {
  on_->setObjectName("only_range");
  from_->setObjectName("range_from");
  to_->setObjectName("range_to");
  span_->setObjectName("span");
  span_->setForegroundRole(QPalette::PlaceholderText);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* row = new QHBoxLayout;
  column->addLayout(row);
  column->addWidget(span_);
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

void RangeFields::await_span(const QString& zone) {
  zone_ = zone;
  awaited_ = true;
  span_->setText(tr("Looking for the first and the last time…"));
}

void RangeFields::show_span(const std::optional<ClockSpan>& span) {
  awaited_ = false;
  if (!span) return span_->setText(tr("No row has a time that can be read."));
  const bool days = zone_.isEmpty();
  const auto words = [days](std::int64_t seconds) {
    return civil_moment(seconds).toString(days ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm");
  };
  span_->setText(
      days
          ? tr("The rows have %1 to %2.").arg(words(span->first), words(span->last))
          : tr("The rows have %1 to %2, in %3.").arg(words(span->first), words(span->last), zone_));
  if (on_->isChecked()) return;
  const std::int64_t step = days ? kSecondsPerDay : kSecondsPerHour;
  const QSignalBlocker quiet(this);
  from_->setDateTime(civil_moment(floor_divide(span->first, step) * step));
  to_->setDateTime(civil_moment((floor_divide(span->last, step) + 1) * step));
}

void RangeFields::await_no_more() {
  if (awaited_) forget_span();
}

void RangeFields::forget_span() {
  awaited_ = false;
  span_->clear();
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
