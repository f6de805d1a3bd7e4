#include <QSplitter>
#include <QToolButton>
#include <algorithm>
#include <optional>

#include "model/report/requests_report.h"
#include "ui/charts/request_chart.h"
#include "ui/charts/time_text.h"
#include "ui/pages/compared_figures.h"
#include "ui/pages/page_base.h"
#include "ui/pages/step_bar.h"
#include "ui/share_words.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/number_text.h"
#include "ui/tables/table_panel.h"
#include "ui/words.h"

namespace footfall {
namespace {

enum RequestTab { kHourTab, kPageTab };

class RequestsPage final : public PageBase {
  Q_OBJECT

  [[nodiscard]] static QString busiest_text(Step step, int count) {
    return step == Step::hour  ? tr("busiest hour · %1 requests", nullptr, count)
           : step == Step::day ? tr("busiest day · %1 requests", nullptr, count)
                               : tr("busiest week · %1 requests", nullptr, count);
  }

 public:
  explicit RequestsPage(QWidget* parent);

  [[nodiscard]] QLineEdit* find_field() override { return panel_->find_field(); }
  [[nodiscard]] TablePtr current_table() override {
    return report_ ? panel_->current_table() : nullptr;
  }
  [[nodiscard]] FrontTable front_table() override {
    const TablePtr table = report_ ? panel_->seen_table() : nullptr;
    if (!table) return {};
    return {table, file_stem({QString::fromStdString(table->name()), panel_->searched()}),
            panel_->searched()};
  }
  void take_picture(PictureTo to) override {
    take_pictures(to, {chart_}, Qt::Vertical, chart_->accessibleName(),
                  QString::fromStdString(hourly_requests_table(report_)->name()));
  }

 protected:
  void show_report(const ReportSet& reports) override;
  void clear_report() override;

 private:
  void show_figures(bool partial);
  void pick(std::size_t hour, bool from_table);
  void show_picked();
  void pick_again(const QString& begin);
  void fit_to_time(const TimeBound& from, const TimeBound& to);

  RequestsPtr report_;
  RequestChart* chart_;
  StepBar* step_;
  ReportTableView* hours_;
  ReportTableView* pages_;
  TablePanel* panel_;
  QToolButton* only_time_;
  std::optional<std::int64_t> picked_;  // where it begins; outlives a report
};

RequestsPage::RequestsPage(QWidget* parent)
    : PageBase(ReportKind::requests, tr("Requests"),
               tr("Hours of load come from requests: a web server's access log, or CSV or NDJSON "
                  "with timestamp, page_url, status and bytes. Drop files here or open them."),
               parent),
      chart_(new RequestChart),
      step_(new StepBar(this)),
      hours_(new ReportTableView(tr("Hours"))),
      pages_(new ReportTableView(tr("Pages"))),
      panel_(new TablePanel),
      only_time_(new QToolButton) {
  only_time_->setText(tr("Only this time"));
  only_time_->setToolTip(tr("Show the whole report for the time in view alone"));
  only_time_->hide();
  add_tool(only_time_);
  add_tool(step_);
  connect(step_, &StepBar::step_chosen, this, &ReportPage::step_changed);
  hours_->set_default_sort(1, Qt::DescendingOrder);
  pages_->set_default_sort(1, Qt::DescendingOrder);
  panel_->add_table(hours_, tr("Hours"), tr("Find an hour or date"));
  panel_->add_table(pages_, tr("Pages"), tr("Find a page"));
  offer_filters(panel_, {hours_, pages_});
  set_body(make_splitter(Qt::Vertical, chart_, panel_, 60));

  keep_tab(panel_, {"hours", "pages"});
  keep_table(QStringLiteral("hours"), hours_);
  keep_table(QStringLiteral("pages"), pages_);
  keep_choice(QStringLiteral("hour"),
              {[this] { return picked_ ? QString::number(*picked_) : QString(); },
               [this](const QString& text) { pick_again(text); }});
  keep_zoom(chart_);

  connect(chart_, &RequestChart::hour_picked, this,
          [this](std::size_t hour) { pick(hour, false); });
  connect(chart_, &PlotBase::picture_requested, this, &RequestsPage::take_picture);
  connect(chart_, &PlotBase::fitted_changed, only_time_,
          [this](bool fitted) { only_time_->setVisible(!fitted); });
  connect(only_time_, &QToolButton::clicked, this, [this] {
    if (const auto time = chart_->bounds_of(chart_->xAxis->range()))
      fit_to_time(time->first, time->second);
  });
  connect(chart_, &TimePlot::time_chosen, this, &RequestsPage::fit_to_time);
  connect(hours_, &ReportTableView::row_chosen, this, [this](std::size_t row) {
    if (const auto hour = present_row(*hours_->report_model()->table(), row))
      return pick(*hour, true);
    picked_.reset();  // there is such an hour in the other period alone
    chart_->set_picked(std::nullopt);
  });
}

void RequestsPage::show_report(const ReportSet& reports) {
  report_ = reports.get<RequestsReport>();
  show_figures(reports.partial);
  step_->set_step(report_->step);
  panel_->set_title(kHourTab, StepBar::rows_title(report_->step));
  panel_->set_find_hint(kHourTab, StepBar::find_hint(report_->step));
  chart_->set_report(report_);
  show_kept_zoom();
  hours_->set_table(compared(hourly_requests_table(report_)));
  if (comparison()) chart_->set_compared(compared(hourly_requests_table(report_)), period_before());
  pages_->set_table(compared(page_requests_table(report_)));
  if (picked_) show_picked();
}

// Where the report has it.
void RequestsPage::show_picked() {
  const auto& hours = report_->hours;
  const auto at = std::ranges::find(hours, picked_, [](const RequestsReport::HourTotals& of) {
    return std::optional(of.hour.start);
  });
  if (at == hours.end()) return chart_->set_picked(std::nullopt);
  const auto hour = static_cast<std::size_t>(at - hours.begin());
  chart_->set_picked(hour);
  if (const TablePtr table = hours_->report_model()->table(); table && !hours_->current_row())
    hours_->select_row(row_of_present(*table, hour));
}

void RequestsPage::pick_again(const QString& begin) {
  bool number = false;
  const std::int64_t start = begin.toLongLong(&number);
  picked_ = number ? std::optional(start) : std::nullopt;
  if (report_) show_picked();
}

void RequestsPage::clear_report() {
  report_.reset();
  picked_.reset();
  chart_->set_report(nullptr);
  hours_->set_table(nullptr);
  pages_->set_table(nullptr);
}

void RequestsPage::show_figures(bool partial) {
  const RequestTotals& all = report_->all;
  const std::uint64_t requests = all.requests(), errors = all.errors();
  const auto other = before<RequestsReport>();
  std::vector<FiguresRow::Figure> shown{
      {localized_number(requests), tr("requests", nullptr, plural(requests))}};
  if (other) compare_figure(shown.back(), requests, other->all.requests());
  const auto bytes = static_cast<double>(all.bytes);
  if (all.bytes > 0) {
    shown.push_back(
        {byte_text(bytes), tr("sent"), tr("%1 bytes").arg(QLocale().toString(bytes, 'f', 0))});
    if (other)
      compare_figure(shown.back(), exact_number(all.bytes), exact_number(other->all.bytes),
                     byte_text(static_cast<double>(other->all.bytes)));
  }
  shown.push_back({localized_number(report_->pages.size()),
                   tr("pages", nullptr, plural(report_->pages.size()))});
  if (other) compare_figure(shown.back(), report_->pages.size(), other->pages.size());
  if (requests > 0) {
    shown.push_back({share_words(errors, requests), tr("errors · 4xx and 5xx"),
                     tr("%1 answers of 4xx, %2 of 5xx")
                         .arg(localized_number(all.count(AnswerClass::client_error)),
                              localized_number(all.count(AnswerClass::server_error)))});
    if (other && other->all.requests() > 0)
      shown.back().label =
          tr("%1 · before %2")
              .arg(shown.back().label, share_words(other->all.errors(), other->all.requests()));
  }
  const auto& hours = report_->hours;
  if (!hours.empty()) {
    const auto most = std::ranges::max_element(hours, [](const auto& a, const auto& b) {
      return a.totals.requests() < b.totals.requests();
    });
    const std::uint64_t count = most->totals.requests();
    const bool years =
        in_several_years(local_day(hours.front().hour), local_day(hours.back().hour));
    shown.push_back({step_headline(report_->step, most->hour, report_->utc, years),
                     busiest_text(report_->step, plural(count)).arg(localized_number(count))});
  }
  figures()->set_figures(shown, partial);
}

void RequestsPage::pick(std::size_t hour, bool from_table) {
  if (!report_ || hour >= report_->hours.size()) return;
  picked_ = report_->hours[hour].hour.start;
  chart_->set_picked(hour);
  if (!from_table) {
    if (const TablePtr table = hours_->report_model()->table())
      hours_->select_row(row_of_present(*table, hour));
    panel_->set_current(kHourTab);
  }
  note_at_rest();
}

void RequestsPage::fit_to_time(const TimeBound& from, const TimeBound& to) {
  chart_->fit();
  keep_time(from, to);
}

}  // namespace

ReportPage* make_requests_page(QWidget* parent) { return new RequestsPage(parent); }

}  // namespace footfall

#include "requests_page.moc"
