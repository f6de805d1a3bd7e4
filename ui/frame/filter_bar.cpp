#include "ui/frame/filter_bar.h"

#include <QLocale>
#include <QMenu>
#include <algorithm>

#include "ui/frame/bar_button.h"
#include "ui/frame/clean_popup.h"
#include "ui/frame/comparison_popup.h"
#include "ui/frame/comparison_words.h"
#include "ui/frame/condition_popup.h"
#include "ui/frame/field_words.h"
#include "ui/frame/filter_chip.h"
#include "ui/frame/filter_words.h"
#include "ui/frame/flow_layout.h"
#include "ui/frame/report_names.h"
#include "ui/frame/time_range_popup.h"
#include "ui/frame/values_popup.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kMostRows = 2;
constexpr int kChipSpacing = 4;
constexpr int kComparisonWidth = 360;

bool has_field(ReportKind kind, ConditionField field) {
  return kConditionFieldTable[field].events.contains(events_of(kind));
}

// "Visitors, Requests"
QString pages_with(ConditionField field) {
  QStringList pages;
  for (const ReportKind kind : kAllReports)
    if (has_field(kind, field)) pages += page_name(kind);
  return pages.join(QStringLiteral(", "));
}

}  // namespace

FilterBar::FilterBar(AnalysisSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      flow_(new FlowLayout(this, kChipSpacing)),
      range_(new FilterChip("calendar", tr("Show all time"))),
      compared_(new FilterChip("compare", tr("No comparison"))),
      add_(new BarButton({}, tr("+ filter"))),
      more_(new FilterChip({}, {})),
      range_popup_(new TimeRangePopup(this)),
      comparison_popup_(new ComparisonPopup(this)),
      condition_popup_(new ConditionPopup(this)),
      hours_popup_(new ValuesPopup(ConditionField::hour_of_day, this)),
      weekdays_popup_(new ValuesPopup(ConditionField::weekday, this)),
      clean_(new FilterChip("clean", tr("Clean nothing"))),
      clean_popup_(new CleanPopup(this)) {
  range_->open_button()->set_arrow(true);
  compared_->open_button()->set_arrow(true);
  compared_->open_button()->set_text_limit(kComparisonWidth);
  clean_->open_button()->set_arrow(true);
  more_->open_button()->set_arrow(true);
  more_->clear_button()->hide();
  add_->setToolTip(tr("Show only some pages, customers, hours, weekdays and the like (Ctrl+L)"));
  for (QWidget* widget : std::initializer_list<QWidget*>{range_, compared_, more_, add_, clean_})
    flow_->addWidget(widget);

  connect(range_->open_button(), &QToolButton::clicked, this, &FilterBar::choose_range);
  connect(range_->clear_button(), &QToolButton::clicked, this, [this] { set_range({}, {}); });
  connect(range_popup_, &TimeRangePopup::range_chosen, this,
          [this](const auto& from, const auto& to) { set_range(from, to); });
  connect(compared_->open_button(), &QToolButton::clicked, this, &FilterBar::choose_comparison);
  connect(compared_->clear_button(), &QToolButton::clicked, this,
          [this] { session_.set_compared_with(std::nullopt); });
  connect(comparison_popup_, &ComparisonPopup::comparison_chosen, &session_,
          &AnalysisSession::set_compared_with);
  connect(more_->open_button(), &QToolButton::clicked, this, &FilterBar::list_hidden);
  connect(add_, &QToolButton::clicked, this, &FilterBar::choose_field);
  connect(condition_popup_, &ConditionPopup::part_chosen, this, &FilterBar::set_part);
  for (ValuesPopup* popup : {hours_popup_, weekdays_popup_})
    connect(popup, &ValuesPopup::part_chosen, this, &FilterBar::set_part);
  connect(clean_->open_button(), &QToolButton::clicked, this, &FilterBar::choose_cleaning);
  connect(clean_->clear_button(), &QToolButton::clicked, this, [this] { set_cleaning({}); });
  connect(clean_popup_, &CleanPopup::cleaning_chosen, this, &FilterBar::set_cleaning);
  refresh(page_);
}

void FilterBar::refresh(ReportKind page) {
  page_ = page;
  refresh_range();
  refresh_comparison();
  refresh_chips();
  refresh_cleaning();
  fit_chips();
}

void FilterBar::refresh_range() {
  const Filter filter = read_in(session_.filter(), session_.options().zone);
  const bool set = filter.from || filter.to;
  const bool timed = kEventTypeTable[events_of(page_)].timed;
  const QString words = range_words(filter);
  const QString why =
      timed ? QString() : tr("User activity has no time: this page shows all of it.");
  range_->show_text(words, tr("Time range (Ctrl+T)"), why);
  range_->open_button()->setEnabled(timed);
  range_->open_button()->setAccessibleName(tr("Time range: %1").arg(words));
  range_->clear_button()->setVisible(set);
  range_->set_look(!set    ? FilterChip::Look::plain
                   : timed ? FilterChip::Look::active
                           : FilterChip::Look::idle);
  range_->open_button()->set_quiet(!timed);
}

void FilterBar::refresh_comparison() {
  const std::optional<ComparedWith>& with = session_.compared_with();
  const ReportComparisonPtr comparison = session_.comparison(page_);
  const bool timed = kEventTypeTable[events_of(page_)].timed;
  const QString why = comparison && comparison->fault ? why_not_words(*comparison->fault)
                      : timed                         ? QString()
                                                      : why_not_words(NotCompared::no_time);
  compared_->show_text(
      with ? tr("Compared with %1").arg(compared_words(*with, comparison)) : tr("Compare"),
      tr("Compare with another period (Ctrl+Shift+T)"), why);
  compared_->open_button()->setEnabled(timed);
  compared_->clear_button()->setVisible(with.has_value());
  compared_->set_look(!with           ? FilterChip::Look::plain
                      : why.isEmpty() ? FilterChip::Look::active
                                      : FilterChip::Look::idle);
  compared_->open_button()->set_quiet(!timed);
}

void FilterBar::choose_comparison() {
  if (!compared_->open_button()->isEnabled()) return;
  const ReportSetPtr whole = session_.whole(page_);
  comparison_popup_->set_choice(
      session_.compared_with(), events_of(page_), session_.options(), session_.filter(),
      whole && whole->has(page_) ? whole->reports[page_]->time_extent() : std::nullopt);
  comparison_popup_->open_below(compared_->open_button());
}

void FilterBar::refresh_chips() {
  parts_ = parts_of(session_.filter());
  std::ranges::stable_partition(
      parts_, [&](const FilterPart& part) { return has_field(page_, part.field); });
  while (chips_.size() < parts_.size()) {
    auto* chip = new FilterChip({}, tr("Remove this filter"), this);
    const std::size_t index = chips_.size();
    connect(chip->open_button(), &QToolButton::clicked, this,
            [this, index, chip] { edit(parts_[index], chip); });
    connect(chip->clear_button(), &QToolButton::clicked, this,
            [this, index] { remove_part(index); });
    chips_.push_back(chip);
    flow_->insert(static_cast<int>(chips_.size()) + 1, chip);
  }
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const QString why = why_no_effect(parts_[i]);
    chips_[i]->show_text(part_words(parts_[i]), part_lines(parts_[i]), why);
    chips_[i]->set_look(why.isEmpty() ? FilterChip::Look::active : FilterChip::Look::idle);
  }
}

QString FilterBar::why_no_effect(const FilterPart& part) const {
  return has_field(page_, part.field)
             ? QString()
             : tr("No effect here: the page %1 has no such field. It narrows %2.")
                   .arg(page_name(page_), pages_with(part.field));
}

// As many chips as have room in two rows are shown, and how many there are beside them.
void FilterBar::fit_chips() {
  const auto width_of = [](const QWidget* widget) { return widget->sizeHint().width(); };
  std::size_t shown = parts_.size();
  for (;; --shown) {
    std::vector<int> widths{width_of(range_), width_of(compared_)};
    for (std::size_t i = 0; i < shown; ++i) widths.push_back(width_of(chips_[i]));
    if (shown < parts_.size()) {
      const QString count = QLocale().toString(static_cast<qulonglong>(parts_.size() - shown));
      QStringList hidden;
      for (std::size_t i = shown; i < parts_.size(); ++i) hidden += part_words(parts_[i]);
      more_->show_text(QLatin1Char('+') + count, hidden.join(QLatin1Char('\n')), {});
      more_->open_button()->setAccessibleName(tr("%1 more filters").arg(count));
      more_->set_look(has_field(page_, parts_[shown].field) ? FilterChip::Look::active
                                                            : FilterChip::Look::idle);
      widths.push_back(width_of(more_));
    }
    widths.push_back(width_of(add_));
    if (!clean_->isHidden()) widths.push_back(width_of(clean_));
    if (shown == 0 || flow_->rows_of(widths, width()) <= kMostRows) break;
  }
  for (std::size_t i = 0; i < chips_.size(); ++i) chips_[i]->setVisible(i < shown);
  more_->setVisible(shown < parts_.size());
}

void FilterBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit_chips();
}

void FilterBar::list_hidden() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (std::size_t i = 0; i < parts_.size(); ++i)
    if (chips_[i]->isHidden())
      menu->addAction(part_words(parts_[i]).replace("&", "&&"), this,
                      [this, part = parts_[i]] { edit(part, more_); });
  add_clear_all(menu);
  menu->popup(more_->mapToGlobal(QPoint(0, more_->height() + 2)));
}

void FilterBar::add_clear_all(QMenu* menu) {
  if (session_.filter().empty()) return;
  menu->addSeparator();
  menu->addAction(tr("Clear all filters"), this, [this] { session_.set_filter({}); });
}

void FilterBar::refresh_cleaning() {
  const Cleaning& cleaning = session_.filter().cleaning;
  const bool any = !cleaning.nothing();
  const bool fits = session_.shows_logs(page_);
  clean_->setVisible(any || fits);
  clean_->clear_button()->setVisible(any);
  clean_->set_look(!any   ? FilterChip::Look::plain
                   : fits ? FilterChip::Look::active
                          : FilterChip::Look::idle);
  if (!any && !fits) return clean_popup_->hide();
  const QString words = cleaning_words(cleaning);
  clean_->show_text(
      any ? tr("Clean: %1").arg(words) : tr("Clean"),
      any ? tr("Left out of the logs: %1 (Ctrl+Shift+K)").arg(words)
          : tr("Leave bots, static files, errors and the like out of the logs (Ctrl+Shift+K)"),
      fits ? QString()
           : tr("No effect here: only access logs are cleaned, and this page shows none."));
  clean_->open_button()->setEnabled(fits);
  clean_->open_button()->set_quiet(!fits);
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
  clean_popup_->open_below(clean_);
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
  if (!range_->open_button()->isEnabled()) return;
  const ReportSetPtr whole = session_.whole(page_);
  range_popup_->set_range(
      read_in(session_.filter(), session_.options().zone),
      whole && whole->has(page_) ? whole->reports[page_]->time_extent() : std::nullopt);
  range_popup_->open_below(range_->open_button());
}

void FilterBar::set_range(const std::optional<TimeBound>& from,
                          const std::optional<TimeBound>& to) {
  Filter filter = session_.filter();
  filter.from = from;
  filter.to = to;
  session_.set_filter(filter);
}

// The fields of the page in front, then those of other pages with their names.
void FilterBar::choose_field() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](ConditionField field, const QString& pages) {
    menu->addAction(tr(field_words(field).item) + (pages.isEmpty() ? pages : "\t" + pages), this,
                    [this, field] { choose(field); });
  };
  for (const ConditionField field : kConditionFields)
    if (has_field(page_, field)) add(field, {});
  menu->addSeparator();
  for (const ConditionField field : kConditionFields)
    if (!has_field(page_, field)) add(field, pages_with(field));
  add_clear_all(menu);
  menu->popup(add_->mapToGlobal(QPoint(0, add_->height() + 2)));
}

void FilterBar::choose(ConditionField field) {
  const FilterPart part = part_of(session_.filter(), field, Match::is);
  const auto at = std::ranges::find(parts_, part);
  const bool is_set = at != parts_.end();
  const QWidget* chip = is_set ? chips_[static_cast<std::size_t>(at - parts_.begin())] : nullptr;
  edited_.reset();
  open(part, is_set, chip && chip->isVisible() ? chip : add_);
}

void FilterBar::edit(const FilterPart& part, const QWidget* below) {
  edited_ = part;
  open(part, true, below);
}

void FilterBar::open(const FilterPart& part, bool is_set, const QWidget* below) {
  if (value_count(part.field) > 0) {
    ValuesPopup* popup = part.field == ConditionField::weekday ? weekdays_popup_ : hours_popup_;
    popup->set_part(part, is_set, to_text(session_.options().zone.name()));
    return popup->open_below(below);
  }
  ConditionPopup::Names names;
  if (has_list(part.field)) {
    const ReportKind kind = report_with(part.field);
    const ReportSetPtr reports = names_of(kind);
    names = [list = part.field,
             report = reports ? reports->reports[kind] : nullptr](Match match) -> NameSearch {
      const bool whole = match == Match::is || match == Match::is_not;
      return whole ? name_search(report, list) : name_search(report, list, match);
    };
  }
  condition_popup_->set_part(part, is_set, session_.filter(), names);
  condition_popup_->open_below(below);
}

// The page in front where it has the field and data, else the first such page.
ReportKind FilterBar::report_with(ConditionField field) const {
  const auto has_names = [&](ReportKind kind) {
    const ReportSetPtr whole = session_.whole(kind);
    return has_field(kind, field) && whole && whole->has(kind);
  };
  if (has_names(page_)) return page_;
  const auto with_data = std::ranges::find_if(kAllReports, has_names);
  if (with_data != kAllReports.end()) return *with_data;
  return *std::ranges::find_if(kAllReports,
                               [&](ReportKind kind) { return has_field(kind, field); });
}

// Pages are picked by the names that cleaning gives them.
ReportSetPtr FilterBar::names_of(ReportKind kind) const {
  const ReportSetPtr shown = session_.reports(kind);
  return shown && shown->has(kind) && shown->filter.cleaning.pages != PageForm::whole
             ? shown
             : session_.whole(kind);
}

void FilterBar::set_part(const FilterPart& part) {
  Filter filter = session_.filter();
  if (edited_) filter = without_part(std::move(filter), *edited_);
  session_.set_filter(with_part(std::move(filter), part));
}

void FilterBar::remove_part(std::size_t index) {
  session_.set_filter(without_part(session_.filter(), parts_[index]));
}

}  // namespace footfall
