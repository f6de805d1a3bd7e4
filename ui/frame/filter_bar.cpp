#include "ui/frame/filter_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <algorithm>

#include "ui/frame/bar_button.h"
#include "ui/frame/clean_popup.h"
#include "ui/frame/field_words.h"
#include "ui/frame/pick_popup.h"
#include "ui/frame/report_names.h"
#include "ui/frame/time_range_popup.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kChipTextWidth = 180;

// The report whose rows have the field.
ReportKind report_with(FilterField field) {
  const EventTypes events = kFilterFieldTable[field].events;
  return *std::find_if(kAllReports.begin(), kAllReports.end(),
                       [&](ReportKind kind) { return events.contains(events_of(kind)); });
}

}  // namespace

/// A rounded tint behind a chip's two buttons; an outline where the chip has no effect; nothing
/// where no filter is set.
class ChipBody : public QWidget {
 public:
  enum class Look { plain, active, idle };
  void set_look(Look look) {
    look_ = look;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    if (look_ == Look::plain) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (look_ == Look::active) {
      QColor tint = palette().color(QPalette::Highlight);
      tint.setAlphaF(0.14F);
      painter.setBrush(tint);
    } else {
      painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DashLine));
    }
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5), 5, 5);
  }

 private:
  Look look_ = Look::plain;
};

FilterBar::FilterBar(AnalysisSession& session, QWidget* parent)
    : QWidget(parent), session_(session) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);

  auto* range = new BarButton("calendar", {});
  range->set_arrow(true);
  connect(range, &QToolButton::clicked, this, &FilterBar::choose_range);
  range_ = make_chip(range);
  range_.clear->setToolTip(tr("Show all time"));
  range_.clear->setAccessibleName(tr("Show all time"));
  connect(range_.clear, &QToolButton::clicked, this, [this] { set_range({}, {}); });
  row->addWidget(range_.body);

  for (const FilterField field : kFilterFields) {
    auto* open = new BarButton({}, {});
    open->set_text_limit(kChipTextWidth);
    connect(open, &QToolButton::clicked, this, [this, field] { choose_names(field); });
    const Chip chip = chips_[field] = make_chip(open);
    chip.clear->setToolTip(tr("Remove this filter"));
    chip.clear->setAccessibleName(tr("Remove this filter"));
    connect(chip.clear, &QToolButton::clicked, this, [this, field] { set_names(field, {}); });
    chip.body->hide();
    row->addWidget(chip.body);
  }

  add_ = new BarButton({}, tr("+ filter"));
  add_->setToolTip(tr("Show only some pages, customers, campaigns or users (Ctrl+L)"));
  connect(add_, &QToolButton::clicked, this, &FilterBar::choose_field);
  row->addWidget(add_);

  auto* clean = new BarButton("clean", {});
  clean->set_arrow(true);
  clean->set_text_limit(kChipTextWidth);
  connect(clean, &QToolButton::clicked, this, &FilterBar::choose_cleaning);
  clean_ = make_chip(clean);
  clean_.clear->setToolTip(tr("Clean nothing"));
  clean_.clear->setAccessibleName(tr("Clean nothing"));
  connect(clean_.clear, &QToolButton::clicked, this, [this] { set_cleaning({}); });
  row->addWidget(clean_.body);
  clean_popup_ = new CleanPopup(this);
  connect(clean_popup_, &CleanPopup::cleaning_chosen, this, &FilterBar::set_cleaning);

  range_popup_ = new TimeRangePopup(this);
  connect(range_popup_, &TimeRangePopup::range_chosen, this,
          [this](const auto& from, const auto& to) { set_range(from, to); });
  names_popup_ = new PickPopup(PickPopup::Mode::several, tr("Find or type a name"), this);
  connect(names_popup_, &PickPopup::picked_names, this,
          [this](const std::vector<std::string>& names) { set_names(naming_, names); });
  refresh(page_);
}

FilterBar::Chip FilterBar::make_chip(BarButton* open) {
  auto* body = new ChipBody;
  auto* row = new QHBoxLayout(body);
  row->setContentsMargins(2, 0, 2, 0);
  row->setSpacing(0);
  auto* clear = new BarButton("close", {});
  row->addWidget(open);
  row->addWidget(clear);
  return {body, open, clear};
}

void FilterBar::refresh(ReportKind page) {
  page_ = page;
  refresh_range();
  for (const FilterField field : kFilterFields) refresh_chip(field);
  refresh_cleaning();
}

void FilterBar::refresh_range() {
  const Filter& filter = session_.filter();
  const bool set = filter.from || filter.to;
  const bool timed = kEventTypeTable[events_of(page_)].timed;
  range_.open->setText(range_words(filter));
  range_.open->updateGeometry();
  range_.open->setEnabled(timed);
  range_.open->set_quiet(!timed);
  const QString why = tr("User activity has no time: this page shows all of it.");
  range_.open->setToolTip(timed ? tr("Time range (Ctrl+T)") : why);
  range_.open->setAccessibleName(tr("Time range: %1").arg(range_words(filter)));
  range_.open->setAccessibleDescription(timed ? QString() : why);
  range_.clear->setVisible(set);
  range_.body->set_look(!set    ? ChipBody::Look::plain
                        : timed ? ChipBody::Look::active
                                : ChipBody::Look::idle);
}

void FilterBar::refresh_chip(FilterField field) {
  const std::vector<std::string>& names = session_.filter()[field];
  const Chip& chip = chips_[field];
  chip.body->setVisible(!names.empty());
  if (names.empty()) return;
  const FieldWords& words = field_words(field);
  QStringList all;
  for (std::size_t i = 0; i < names.size() && i < 20; ++i) all << visible_text(names[i]);
  const QString text =
      names.size() == 1 ? tr(words.one).arg(all.front()) : tr(words.several).arg(names.size());
  const bool fits = kFilterFieldTable[field].events.contains(events_of(page_));
  const QString why = tr("No effect here: the page %1 has no such field. It narrows %2.")
                          .arg(page_name(page_), page_name(report_with(field)));
  chip.open->setText(text);
  chip.open->set_quiet(!fits);
  chip.open->setToolTip(plain_tooltip((fits ? all : all << QString() << why).join("\n")));
  chip.open->setAccessibleName(text);
  chip.open->setAccessibleDescription(fits ? QString() : why);
  chip.body->set_look(fits ? ChipBody::Look::active : ChipBody::Look::idle);
}

void FilterBar::refresh_cleaning() {
  const Cleaning& cleaning = session_.filter().cleaning;
  const bool any = !cleaning.nothing();
  const bool fits = session_.shows_logs(page_);
  clean_.body->setVisible(any || fits);
  clean_.clear->setVisible(any);
  clean_.body->set_look(!any   ? ChipBody::Look::plain
                        : fits ? ChipBody::Look::active
                               : ChipBody::Look::idle);
  if (!any && !fits) return clean_popup_->hide();
  const QString words = cleaning_words(cleaning);
  const QString why = tr("No effect here: only access logs are cleaned, and this page shows none.");
  const QString text = any ? tr("Clean: %1").arg(words) : tr("Clean");
  clean_.open->setText(text);
  clean_.open->updateGeometry();
  clean_.open->setEnabled(fits);
  clean_.open->set_quiet(!fits);
  clean_.open->setToolTip(plain_tooltip(
      !fits ? why
      : any ? tr("Left out of the logs: %1 (Ctrl+Shift+K)").arg(words)
            : tr("Leave bots, static files, errors and the like out of the logs (Ctrl+Shift+K)")));
  clean_.open->setAccessibleName(text);
  clean_.open->setAccessibleDescription(fits ? QString() : why);
  if (clean_popup_->isVisible() && counted_.lock() != session_.whole(page_)) count_cleaning();
}

void FilterBar::choose_cleaning() {
  if (!session_.shows_logs(page_)) return;
  const QString before = left_out_words(session_.whole(page_)->load_of(page_).rows);
  clean_popup_->set_cleaning(
      session_.filter().cleaning,
      before.isEmpty() ? QString() : tr("Left out while reading already: %1").arg(before));
  clean_popup_->set_counts({});
  count_cleaning();
  clean_popup_->open_below(clean_.body);
}

void FilterBar::count_cleaning() {
  counted_ = session_.whole(page_);
  session_.count_cleaning(
      page_, [this](const CleaningCounts& counts) { clean_popup_->set_counts(counts); });
}

void FilterBar::set_cleaning(const Cleaning& cleaning) {
  Filter filter = session_.filter();
  filter.cleaning = cleaning;
  session_.set_filter(filter);
}

void FilterBar::choose_range() {
  if (!range_.open->isEnabled()) return;
  const ReportSetPtr whole = session_.whole(page_);
  range_popup_->set_range(session_.filter(), whole && whole->has(page_)
                                                 ? whole->reports[page_]->time_extent()
                                                 : std::nullopt);
  range_popup_->open_below(range_.open);
}

void FilterBar::set_range(const std::optional<TimeBound>& from,
                          const std::optional<TimeBound>& to) {
  Filter filter = session_.filter();
  filter.from = from;
  filter.to = to;
  session_.set_filter(filter);
}

void FilterBar::choose_field() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const FilterField field : kFilterFields)
    menu->addAction(tr(field_words(field).item), this, [this, field] { choose_names(field); });
  menu->popup(add_->mapToGlobal(QPoint(0, add_->height() + 2)));
}

void FilterBar::choose_names(FilterField field) {
  naming_ = field;
  const ReportKind kind = report_with(field);
  ReportSetPtr whole = session_.whole(kind);
  // Pages are picked by the names that cleaning gives them.
  if (const ReportSetPtr shown = session_.reports(kind);
      shown && shown->has(kind) && shown->filter.cleaning.pages != PageForm::whole)
    whole = shown;
  names_popup_->set_names(name_search(whole ? whole->reports[kind] : nullptr, field),
                          session_.filter()[field]);
  const QWidget* chip = chips_[field].body;
  names_popup_->open_below(chip->isVisible() ? chip : add_);
}

void FilterBar::set_names(FilterField field, const std::vector<std::string>& names) {
  Filter filter = session_.filter();
  filter[field] = names;
  session_.set_filter(filter);
}

}  // namespace footfall
