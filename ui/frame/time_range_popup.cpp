#include "ui/frame/time_range_popup.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/charts/time_text.h"
#include "ui/frame/bar_button.h"
#include "ui/frame/time_editor.h"
#include "ui/style/form_labels.h"
#include "ui/style/plain_text.h"

namespace footfall {
namespace {

constexpr std::int64_t kDay = kSecondsPerDay;

bool is_midnight(std::int64_t civil) { return floor_divide(civil, kDay) * kDay == civil; }

QString day_words(const QDateTime& time, bool with_year) {
  const auto day = static_cast<Day>(floor_divide(time.toSecsSinceEpoch(), kDay));
  return with_year ? date_text(day) : month_day_text(day);
}

QString moment_words(const QDateTime& time, bool with_year) {
  return day_words(time, with_year) + QLocale().toString(time.time(), " HH:mm");
}

QString span_words(std::int64_t begin, std::int64_t end) {
  const bool days = is_midnight(begin) && is_midnight(end);
  const QDateTime first = civil_moment(begin);
  const QDateTime last = civil_moment(days ? end - kDay : end);
  if (days && first.date() == last.date()) return day_words(first, true);
  const bool two_years = first.date().year() != last.date().year();
  return days ? day_words(first, two_years) + " – " + day_words(last, true)
              : moment_words(first, two_years) + " – " + moment_words(last, true);
}

}  // namespace

QString range_words(const Filter& filter) {
  if (filter.from && filter.to) return span_words(filter.from->civil, filter.to->civil);
  if (filter.from)
    return TimeRangePopup::tr("from %1").arg(moment_words(civil_moment(filter.from->civil), true));
  if (filter.to)
    return TimeRangePopup::tr("before %1").arg(moment_words(civil_moment(filter.to->civil), true));
  return TimeRangePopup::tr("All time");
}

Filter read_in(Filter filter, const TimeZone& zone) {
  for (std::optional<TimeBound>* bound : {&filter.from, &filter.to})
    if (*bound && (*bound)->instant)
      (*bound)->civil = *(*bound)->instant + zone.period_at(*(*bound)->instant).offset;
  return filter;
}

TimeRangePopup::TimeRangePopup(QWidget* parent) : Popup(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  presets_ = new QVBoxLayout;
  presets_->setSpacing(0);
  column->addLayout(presets_);

  const auto editor = [this](const QString& name) {
    QDateTimeEdit* edit = make_time_editor(name);
    connect(edit, &QDateTimeEdit::dateTimeChanged, this, &TimeRangePopup::check);
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
  apply_ = new QPushButton(tr("Apply"));
  connect(apply_, &QPushButton::clicked, this, &TimeRangePopup::apply);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(8, 0, 8, 8);
  foot->addStretch(1);
  foot->addWidget(apply_);
  column->addLayout(foot);
}

void TimeRangePopup::add_preset(const QString& name, const std::optional<TimeExtent>& range) {
  auto* button =
      new BarButton({}, range ? name + "   ·   " + span_words(range->begin, range->end) : name);
  button->set_text_limit(480);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(button, &QToolButton::clicked, this, [this, range] {
    if (range) {
      emit range_chosen(TimeBound{range->begin, {}}, TimeBound{range->end, {}});
    } else {
      emit range_chosen({}, {});
    }
    close();
  });
  presets_->addWidget(button);
}

void TimeRangePopup::set_range(const Filter& filter, const std::optional<TimeExtent>& extent) {
  while (QLayoutItem* item = presets_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  add_preset(tr("All time"), {});
  if (extent) {
    const std::int64_t first_day = floor_divide(extent->begin, kDay) * kDay;
    const std::int64_t end_day = floor_divide(extent->end - 1, kDay) * kDay + kDay;
    const auto last = [&](const QString& name, std::int64_t days) {
      const std::int64_t begin = end_day - days * kDay;
      if (begin > first_day) add_preset(name, TimeExtent{begin, end_day});
    };
    last(tr("Last day"), 1);
    last(tr("Last 7 days"), 7);
    last(tr("Last 30 days"), 30);
    last(tr("Last 90 days"), 90);
    from_->setDateTime(civil_moment(filter.from ? filter.from->civil : first_day));
    to_->setDateTime(civil_moment(filter.to ? filter.to->civil : end_day));
  } else {
    const std::int64_t today = floor_divide(QDateTime::currentSecsSinceEpoch(), kDay) * kDay;
    from_->setDateTime(civil_moment(filter.from ? filter.from->civil : today - 7 * kDay));
    to_->setDateTime(civil_moment(filter.to ? filter.to->civil : today));
  }
  check();
}

void TimeRangePopup::check() {
  const bool fits = from_->dateTime() < to_->dateTime();
  apply_->setEnabled(fits);
  fault_->setVisible(!fits);
}

// Return in a field is what Apply does; the fields leave the key to their parent.
void TimeRangePopup::keyPressEvent(QKeyEvent* event) {
  const bool in_field = from_->hasFocus() || to_->hasFocus();
  const bool is_return = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (!in_field || !is_return) return Popup::keyPressEvent(event);
  if (apply_->isEnabled()) apply();
}

void TimeRangePopup::apply() {
  emit range_chosen(TimeBound{from_->dateTime().toSecsSinceEpoch(), {}},
                    TimeBound{to_->dateTime().toSecsSinceEpoch(), {}});
  close();
}

}  // namespace footfall
