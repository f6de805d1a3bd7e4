// Long, for all of the page that speaks of one hour follows together.
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "model/report/filter_part.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/peaks.h"
#include "ui/charts/heatmap_chart.h"
#include "ui/charts/hourly_chart.h"
#include "ui/frame/choice_bar.h"
#include "ui/pages/cause_panel.h"
#include "ui/pages/compared_figures.h"
#include "ui/pages/compared_parts.h"
#include "ui/pages/page_base.h"
#include "ui/pages/step_bar.h"
#include "ui/pages/visitor_figures.h"
#include "ui/pages/visitor_hours.h"
#include "ui/pages/week_view.h"
#include "ui/pages/whole_pages.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/table_panel.h"

namespace footfall {
namespace {

enum Shape { kLine, kHeatmap, kBoth, kWeek };
enum VisitorTab { kHours, kPages, kHourPages, kPeaks };

constexpr int kHourColumn = 0;
constexpr int kPageColumn = 1;
constexpr int kVisitorsColumn = 2;
constexpr int kCauseShare = 40;  // of the width, in percent
constexpr int kRankColumn = 0;   // of the peaks
constexpr int kPeakColumn = 1;
constexpr int kOverColumn = 5;
constexpr int kComparedColumn = 6;

class VisitorsPage final : public PageBase {
  Q_OBJECT
 public:
  explicit VisitorsPage(QWidget* parent);

  [[nodiscard]] QLineEdit* find_field() override { return panel_->find_field(); }
  [[nodiscard]] TablePtr current_table() override {
    return report_ ? panel_->current_table() : nullptr;
  }
  [[nodiscard]] FrontTable front_table() override;
  void take_picture(PictureTo to) override { take(shown_shape(), to); }
  void explain() override;
  void show_cause(const FoundCause& found) override;
  void show_found_pages(const FoundPages& found) override { whole_pages_->show_found(found); }

 protected:
  void show_report(const ReportSet& reports) override;
  void clear_report() override;

 private:
  void show_step();
  void show_shape();
  [[nodiscard]] bool by_hour() const { return !report_ || report_->step == Step::hour; }
  [[nodiscard]] int shown_shape() const { return by_hour() ? shape_->choice() : int{kLine}; }
  void show_figures();
  void show_peaks();
  /// Everything that speaks of one hour follows, the tables too but for the one it came from.
  void pick(std::size_t hour, const ReportTableView* from = nullptr);
  void pick_other(std::size_t row);
  void pick_again(const QString& begin);
  void ask_cause(const TimeSpan& span, const QString& time);
  void explain_marked(const TimeSpan& span);
  void close_cause();
  [[nodiscard]] bool filtered() const;
  [[nodiscard]] std::optional<std::size_t> picked_hour() const;
  void show_hour_pages(std::optional<std::size_t> hour);
  void show_hours_of(const std::string& page);
  [[nodiscard]] std::optional<std::size_t> busiest() const;
  void fit_to_time(const TimeBound& from, const TimeBound& to);
  void take(int shape, PictureTo to);

  HourlyVisitorsPtr report_;
  bool partial_ = false;
  PeaksPtr ranked_;                // all hours
  std::vector<std::size_t> rank_;  // by hour, among these
  std::optional<TimeSpan> asked_;  // what made it
  bool marked_ = false;            // it was marked in the chart
  HourlyChart* line_;
  HeatmapChart* heatmap_;
  WeekView* week_;
  StepBar* step_;
  ChoiceBar* shape_;
  ReportTableView* hours_;
  ReportTableView* peaks_;
  WholePages* whole_pages_;
  ReportTableView* pages_;  // of the picked hour
  TablePanel* panel_;
  QSplitter* body_;
  CausePanel* cause_ = nullptr;  // once it was asked for
  QToolButton* explain_;
  QToolButton* only_time_;
  std::optional<std::int64_t> picked_;  // where it begins; outlives a report and its zone
  HourPages hour_pages_{*pages_};
};

VisitorsPage::VisitorsPage(QWidget* parent)
    : PageBase(ReportKind::hourly_visitors, tr("Visitors"),
               tr("Peak hours come from page views: CSV or NDJSON with the columns timestamp, "
                  "page_url and "
                  "visitor_id, or a web server's access log. Drop files here or open them."),
               parent),
      line_(new HourlyChart),
      heatmap_(new HeatmapChart),
      week_(new WeekView),
      step_(new StepBar(this)),
      shape_(new ChoiceBar(tr("Chart"), {tr("Line"), tr("Heatmap"), tr("Both"), tr("Typical week")},
                           this)),
      hours_(new ReportTableView(tr("Hours"), kHourColumn)),
      peaks_(new ReportTableView(tr("Peaks"), kPeakColumn)),
      whole_pages_(new WholePages(this)),
      pages_(new ReportTableView(tr("Pages of the picked hour"), kPageColumn)),
      panel_(new TablePanel),
      explain_(new QToolButton),
      only_time_(new QToolButton) {
  only_time_->setText(tr("Only this time"));
  only_time_->setToolTip(tr("Show the whole report for the time in view alone"));
  only_time_->hide();
  add_tool(only_time_);
  add_tool(shape_);
  add_tool(step_);  // last, so that it keeps its place where the others go
  auto* charts = make_splitter(Qt::Vertical, line_, heatmap_, 50);
  charts->addWidget(week_);
  hours_->set_default_sort(1, Qt::DescendingOrder);
  pages_->hide_column(kHourColumn);
  pages_->set_default_sort(kVisitorsColumn, Qt::DescendingOrder);
  peaks_->hide_column(kRankColumn);
  for (const int column : {kOverColumn, kComparedColumn}) peaks_->leave_out(column);
  peaks_->set_default_sort(kVisitorsColumn, Qt::DescendingOrder);
  panel_->add_table(hours_, tr("Hours"), tr("Find an hour or date"));
  whole_pages_->stand_in(panel_,
                         panel_->add_table(whole_pages_->view(), tr("Pages"), tr("Find a page")));
  panel_->add_table(pages_, tr("Pages in an hour"), tr("Find a page"));
  whole_pages_->offer_hours(pages_);
  panel_->add_table(peaks_, tr("Peaks"), tr("Find an hour or date"));
  explain_->setText(tr("What made it"));
  explain_->setToolTip(tr("The pages above their usual, and who came, in the hour in question"));
  panel_->add_tool(explain_);
  offer_filters(panel_, {hours_, whole_pages_->view(), pages_, peaks_});
  body_ = new QSplitter(Qt::Horizontal);
  body_->setChildrenCollapsible(false);
  body_->setHandleWidth(9);
  body_->addWidget(make_splitter(Qt::Vertical, charts, panel_, 60));
  body_->setStretchFactor(0, 100 - kCauseShare);
  set_body(body_);
  show_shape();

  keep_bar(QStringLiteral("chart"), shape_, {"line", "heatmap", "both", "week"});
  keep_tab(panel_, {"hours", "pages", "hour_pages", "peaks"});
  keep_table(QStringLiteral("hours"), hours_);
  keep_table(QStringLiteral("pages"), whole_pages_->view());
  keep_table(QStringLiteral("hour_pages"), pages_);
  keep_table(QStringLiteral("peaks"), peaks_);
  keep_choice(QStringLiteral("hour"),
              {[this] { return picked_ ? QString::number(*picked_) : QString(); },
               [this](const QString& text) { pick_again(text); }});
  keep_zoom(line_);

  connect(step_, &StepBar::step_chosen, this, &ReportPage::step_changed);
  connect(shape_, &ChoiceBar::chosen, this, &VisitorsPage::show_shape);
  connect(line_, &HourlyChart::hour_picked, this, [this](std::size_t hour) { pick(hour); });
  connect(heatmap_, &HeatmapChart::hour_picked, this, [this](std::size_t hour) { pick(hour); });
  connect(heatmap_, &HeatmapChart::menu_requested, this, [this](QMenu* menu, std::size_t hour) {
    const Hour& of = report_->hours[hour].hour;
    add_hour_entries(*menu, {of.start + of.offset, of.start}, filter_ask());
  });
  connect(week_, &WeekView::menu_requested, this, [this](QMenu* menu, std::size_t place) {
    add_week_hour_entries(*menu, static_cast<unsigned>(place / TypicalWeek::kClock),
                          static_cast<unsigned>(place % TypicalWeek::kClock), filter_ask());
  });
  connect(line_, &PlotBase::picture_requested, this, [this](PictureTo to) { take(kLine, to); });
  connect(heatmap_, &PlotBase::picture_requested, this,
          [this](PictureTo to) { take(kHeatmap, to); });
  connect(week_, &WeekView::picture_requested, this, [this](PictureTo to) { take(kWeek, to); });
  connect(line_, &PlotBase::fitted_changed, this,
          [this](bool fitted) { only_time_->setVisible(!fitted && line_->isVisibleTo(this)); });
  connect(only_time_, &QToolButton::clicked, this, [this] {
    if (const auto time = line_->bounds_of(line_->xAxis->range()))
      fit_to_time(time->first, time->second);
  });
  for (TimePlot* chart : {static_cast<TimePlot*>(line_), static_cast<TimePlot*>(heatmap_)})
    connect(chart, &TimePlot::time_chosen, this, &VisitorsPage::fit_to_time);
  connect(line_, &TimePlot::time_asked, this, [this](const TimeBound& from, const TimeBound& to) {
    explain_marked({*from.instant, *to.instant});
  });
  connect(hours_, &ReportTableView::row_chosen, this, [this](std::size_t row) {
    if (const auto hour = present_row(*hours_->report_model()->table(), row))
      pick(*hour, hours_);
    else
      pick_other(row);
  });
  connect(peaks_, &ReportTableView::row_chosen, this,
          [this](std::size_t row) { pick(ranked_->peaks[row].hour, peaks_); });
  for (ReportTableView* view : {hours_, peaks_})
    connect(view, &QAbstractItemView::activated, this, [this] { panel_->set_current(kHourPages); });
  connect(whole_pages_, &WholePages::requested, this, &ReportPage::pages_requested);
  connect(whole_pages_, &WholePages::hours_requested, this, &VisitorsPage::show_hours_of);
  connect(explain_, &QToolButton::clicked, this, &VisitorsPage::explain);
}

void VisitorsPage::show_report(const ReportSet& reports) {
  const HourlyVisitorsPtr before = std::exchange(report_, reports.get<HourlyVisitorsReport>());
  if (before && before->step != report_->step) picked_.reset();
  partial_ = reports.partial;
  show_step();
  line_->set_report(report_, whole_ends(*report_, reports.filter));
  show_kept_zoom();
  heatmap_->set_report(by_hour() ? report_ : nullptr);
  hours_->set_table(compared(hourly_totals_table(report_)));
  if (comparison()) line_->set_compared(compared(hourly_totals_table(report_)), period_before());
  show_peaks();
  const std::optional<std::size_t> hour = picked_hour();
  week_->set_report(by_hour() ? report_ : nullptr,
                    hour ? std::optional(report_->hours[*hour].hour) : std::nullopt);
  line_->set_picked(hour);
  heatmap_->set_picked(hour);
  show_figures();
  show_hour_pages(hour ? hour : busiest());
  whole_pages_->follow_report(report_->step);
  if (!asked_) return;
  if (marked_)
    explain_marked(*asked_);
  else
    explain();
}

// What there is of hours alone goes with them.
void VisitorsPage::show_step() {
  const Step step = report_->step;
  if (!by_hour()) close_cause();
  step_->set_step(step);
  shape_->setVisible(by_hour());
  show_shape();
  line_->offer_causes(by_hour());
  explain_->setVisible(by_hour());
  panel_->set_title(kHours, StepBar::rows_title(step));
  panel_->set_find_hint(kHours, StepBar::find_hint(step));
  panel_->set_shown(kPeaks, by_hour());
}

std::optional<std::size_t> VisitorsPage::picked_hour() const {
  // In a zone of half hours it is the hour that it falls into.
  return picked_ ? hour_at(*report_, *picked_) : std::nullopt;
}

void VisitorsPage::show_peaks() {
  ranked_ = rank_peaks(*report_, PeakOrder::size, report_->hours.size());
  std::vector<Usual> usual(report_->hours.size());
  rank_.assign(usual.size(), 0);
  for (std::size_t row = 0; row < ranked_->peaks.size(); ++row) {
    usual[ranked_->peaks[row].hour] = ranked_->peaks[row].usual;
    rank_[ranked_->peaks[row].hour] = row;
  }
  line_->set_usual(std::move(usual));
  peaks_->set_table(by_hour() ? peaks_table(ranked_) : nullptr);
}

void VisitorsPage::clear_report() {
  close_cause();
  report_.reset();
  ranked_.reset();
  picked_.reset();
  line_->set_report(nullptr);
  heatmap_->set_report(nullptr);
  week_->set_report(nullptr, std::nullopt);
  hour_pages_.show(nullptr, std::nullopt, nullptr);
  whole_pages_->clear();
  for (ReportTableView* view : {hours_, peaks_}) view->set_table(nullptr);
}

std::optional<std::size_t> VisitorsPage::busiest() const {
  if (ranked_->peaks.empty()) return std::nullopt;
  return ranked_->peaks.front().hour;
}

void VisitorsPage::show_figures() {
  const auto peak = [&](std::optional<std::size_t> hour) {
    return hour ? &ranked_->peaks[rank_[*hour]] : nullptr;
  };
  auto shown = visitor_figures(*report_, peak(busiest()), peak(picked_hour()), filtered());
  if (const auto other = before<HourlyVisitorsReport>()) compare_figures(shown, *report_, *other);
  figures()->set_figures(shown, partial_);
}

void VisitorsPage::pick(std::size_t hour, const ReportTableView* from) {
  if (!report_ || hour >= report_->hours.size()) return;
  picked_ = report_->hours[hour].hour.start;
  line_->set_picked(hour);
  heatmap_->set_picked(hour);
  show_figures();
  if (by_hour()) week_->set_picked(report_->hours[hour].hour);
  show_hour_pages(hour);
  if (asked_) explain();
  if (from != hours_ && hours_->report_model()->table())
    hours_->select_row(row_of_present(*hours_->report_model()->table(), hour));
  if (by_hour() && from != peaks_) peaks_->select_row(rank_[hour]);
  if (from == nullptr) panel_->set_current(kHourPages);
  note_at_rest();
}

// The hour that begins then, as soon as a report has it; or none.
void VisitorsPage::pick_again(const QString& begin) {
  bool number = false;
  const std::int64_t start = begin.toLongLong(&number);
  picked_ = number ? std::optional(start) : std::nullopt;
  if (!report_) return;
  const std::optional<std::size_t> hour = picked_hour();
  if (hour) return pick(*hour, pages_);  // the table in front is another choice
  line_->set_picked(std::nullopt);
  heatmap_->set_picked(std::nullopt);
  for (ReportTableView* view : {hours_, peaks_}) {
    view->clearSelection();
    view->setCurrentIndex({});
  }
  show_figures();
  show_hour_pages(busiest());
}

// A row of the table of hours that is there in the other period alone: nothing of this one is
// picked.
void VisitorsPage::pick_other(std::size_t row) {
  const TablePtr table = hours_->report_model()->table();
  const auto* const both = dynamic_cast<const ComparedTable*>(table.get());
  const std::uint32_t other = both ? both->matched(row).before : kNoRow;
  const auto report = before<HourlyVisitorsReport>();
  if (other == kNoRow || !report || other >= report->hours.size()) return;
  picked_.reset();
  line_->set_picked(std::nullopt);
  heatmap_->set_picked(std::nullopt);
  peaks_->clearSelection();
  peaks_->setCurrentIndex({});
  show_figures();
  panel_->set_title(kHourPages, tr("Pages in %1").arg(hour_name(*report, other)));
  hour_pages_.show_other(report_, other, shared_comparison());
}

// What made the picked hour, else the busiest.
void VisitorsPage::explain() {
  if (!report_ || !by_hour()) return;
  const auto picked = picked_hour();
  const auto hour = picked ? picked : busiest();
  if (!hour) return;
  marked_ = false;
  ask_cause(span_of(*report_, *hour), hour_name(*report_, *hour));
}

void VisitorsPage::explain_marked(const TimeSpan& span) {
  marked_ = true;
  ask_cause(span, line_->words_of(span.from, span.to));
}

void VisitorsPage::ask_cause(const TimeSpan& span, const QString& time) {
  asked_ = span;
  if (cause_ == nullptr) {
    cause_ = new CausePanel;
    connect(cause_, &CausePanel::closed, this, &VisitorsPage::close_cause);
    for (ReportTableView* view : {cause_->pages(), cause_->top()})
      offer_names(view, in_table(view));
    offer_names(cause_->seen(), [this](const std::vector<std::size_t>& rows) -> RowNames {
      return {FilterField::visitor, cause_->visitors_of(rows), {}};
    });
    offer_found(cause_->tables());
    body_->addWidget(cause_);
    body_->setStretchFactor(1, kCauseShare);
    body_->setSizes({(100 - kCauseShare) * 100, kCauseShare * 100});
  }
  cause_->wait_for(time);
  cause_->show();
  emit cause_requested(span);
}

void VisitorsPage::show_cause(const FoundCause& found) {
  if (asked_) cause_->show_cause(found, filtered());
}

bool VisitorsPage::filtered() const {
  return !answered_by(events_of(kind()), reports()->filter).empty();
}

void VisitorsPage::close_cause() {
  asked_.reset();
  if (cause_ != nullptr) cause_->hide();
}

void VisitorsPage::show_hour_pages(std::optional<std::size_t> hour) {
  panel_->set_title(kHourPages, hour ? tr("Pages in %1").arg(hour_name(*report_, *hour))
                                     : tr("Pages in an hour"));
  hour_pages_.show(report_, hour, shared_comparison());
}

// As a filter, so that chart, figures and exports follow, and Back leads here again.
void VisitorsPage::show_hours_of(const std::string& page) {
  panel_->set_current(kHours);
  if (!picked_) hours_->select_key({});  // the focus alone put it on a row
  emit filter_requested(with_part(filter(), {ConditionField::page, Match::is, {page}}));
}

FrontTable VisitorsPage::front_table() {
  const TablePtr table = report_ ? panel_->seen_table() : nullptr;
  if (!table) return {};
  if (panel_->current() != kHourPages)
    return {table, file_stem({QString::fromStdString(table->name()), panel_->searched()}),
            panel_->searched()};
  // "2025-01-06 20:00", outside of UTC with the offset, which tells a repeated hour from its twin.
  const TablePtr whole = panel_->current_table();
  std::string hour;
  if (whole->rows() > 0) whole->append_cell(hour, 0, kHourColumn);
  const QString label = QString::fromStdString(hour);
  const bool both = whole->name().ends_with(kComparedEnding);
  return {table,
          file_stem({both ? QStringLiteral("pages_compared") : QStringLiteral("pages"),
                     label.left(10), label.mid(11, 2) + label.mid(16), panel_->searched()}),
          panel_->searched()};
}

void VisitorsPage::fit_to_time(const TimeBound& from, const TimeBound& to) {
  line_->fit();
  heatmap_->fit();
  keep_time(from, to);
}

void VisitorsPage::show_shape() {
  const int shape = shown_shape();
  line_->setVisible(shape == kLine || shape == kBoth);
  heatmap_->setVisible(shape == kHeatmap || shape == kBoth);
  week_->setVisible(shape == kWeek);
  only_time_->setVisible(!line_->fitted() && line_->isVisibleTo(this));
}

void VisitorsPage::take(int shape, PictureTo to) {
  if (shape == kBoth)
    take_pictures(to, {line_, heatmap_}, Qt::Vertical, line_->accessibleName(),
                  QStringLiteral("hourly_visitors_heatmap"));
  else if (shape == kWeek)
    take_pictures(to, week_->charts(), Qt::Vertical, tr("Typical week"),
                  QStringLiteral("typical_week"));
  else if (shape == kHeatmap)
    take_pictures(to, {heatmap_}, Qt::Vertical, heatmap_->accessibleName(),
                  QStringLiteral("hourly_heatmap"));
  else
    take_pictures(to, {line_}, Qt::Vertical, line_->accessibleName(),
                  QString::fromStdString(hourly_visitors_table(report_)->name()));
}

}  // namespace

ReportPage* make_visitors_page(QWidget* parent) { return new VisitorsPage(parent); }

}  // namespace footfall

#include "visitors_page.moc"
