#include "ui/pages/spend_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <tuple>
#include <utility>

#include "ui/application.h"
#include "ui/charts/spread_chart.h"
#include "ui/charts/ticket_chart.h"
#include "ui/frame/choice_bar.h"
#include "ui/style/plain_text.h"

namespace footfall {

SpendView::SpendView(QWidget* parent)
    : QWidget(parent),
      words_(plain_label({}, this)),
      whom_(new ChoiceBar(tr("Customers"), {tr("All"), tr("Selected")})),
      measure_(new ChoiceBar(tr("Measure"), {tr("Spend"), tr("Events")})),
      days_chart_(new DayChart),
      spread_chart_(new SpreadChart),
      ticket_chart_(new TicketChart),
      stack_(new QStackedLayout) {
  days_chart_->setAccessibleName(tr("Spend over time"));
  whom_->setToolTip(
      tr("Whose days the chart and the table Days show: all customers', or those of "
         "the rows selected in the table"));
  words_->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->addWidget(words_, 1);
  row->addWidget(whom_);
  row->addSpacing(8);
  row->addWidget(measure_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(row);
  column->addLayout(stack_, 1);
  for (PlotBase* chart :
       {static_cast<PlotBase*>(days_chart_), static_cast<PlotBase*>(spread_chart_),
        static_cast<PlotBase*>(ticket_chart_)}) {
    stack_->addWidget(chart);
    connect(chart, &PlotBase::picture_requested, this, &SpendView::picture_requested);
  }
  set_shape(kTime);

  connect(whom_, &ChoiceBar::chosen, this, &SpendView::find_days);
  connect(measure_, &ChoiceBar::chosen, this, [this] {
    set_by_events(by_events());
    emit by_events_chosen();
  });
  connect(days_chart_, &TimePlot::time_chosen, this,
          [this](const TimeBound& from, const TimeBound& to) {
            days_chart_->fit();
            emit time_chosen(from, to);
          });
  connect(days_chart_, &DayChart::menu_requested, this, &SpendView::menu_requested);
  connect(days_chart_, &DayChart::day_picked, this, &SpendView::row_picked);
  connect(ticket_chart_, &TicketChart::bar_picked, this, &SpendView::row_picked);
}

void SpendView::set_report(const CustomerReportPtr& report) {
  report_ = report;
  if (report_) return find_all();
  finding_all_.forget();
  finding_days_.forget();
  selected_.clear();
  spread_.reset();
  tickets_.reset();
  tables_ = {};
  days_chart_->set_days(nullptr);
  spread_chart_->set_spread(nullptr);
  ticket_chart_->set_histogram(nullptr);
  show_words();
}

void SpendView::set_selected(std::vector<std::size_t> customers, const QString& name) {
  if (selected_ == customers && selected_name_ == name) return;
  selected_ = std::move(customers);
  selected_name_ = name;
  if (report_ && !of_all()) find_days();
}

void SpendView::set_shape(Shape shape) {
  shape_ = shape;
  stack_->setCurrentIndex(shape);
  for (ChoiceBar* bar : {whom_, measure_}) bar->setVisible(shape == kTime);
  show_words();
}

bool SpendView::of_all() const { return whom_->choice() == 0; }

bool SpendView::by_events() const { return measure_->choice() == 1; }

void SpendView::set_by_events(bool by_events) {
  measure_->set_choice(by_events ? 1 : 0);
  days_chart_->set_measure(by_events ? DayChart::Measure::events : DayChart::Measure::spend);
}

PlotBase* SpendView::chart() const { return static_cast<PlotBase*>(stack_->currentWidget()); }

QString SpendView::stem() const {
  constexpr std::array kStems = {"spend_days", "spend_spread", "ticket_histogram"};
  return QString::fromLatin1(kStems[shape_]);
}

// Of many customers this takes longer than a frame.
void SpendView::find_all() {
  // Whose indexes those of the selected were is gone; set_selected() says the new ones.
  selected_.clear();
  if (of_all()) find_days();
  const auto tell =
      finding_all_.begin([this](const std::pair<SpendSpreadPtr, TicketHistogramPtr>& answer) {
        std::tie(spread_, tickets_) = answer;
        tables_[kSpread] = spend_spread_table(spread_);
        tables_[kTickets] = ticket_histogram_table(tickets_);
        spread_chart_->set_spread(spread_);
        ticket_chart_->set_histogram(tickets_);
        show_words();
        emit found();
      });
  finding_all_.post(
      finder_,
      [report = report_, tell](const std::stop_token& stop) {
        tell(std::pair(spend_spread(*report, StopCheck(stop)),
                       ticket_histogram(*report, StopCheck(stop))));
      },
      &tell_failure);
}

void SpendView::find_days() {
  if (!report_) return;
  const auto tell = finding_days_.begin([this](const SpendDaysPtr& days) { show_days(days); });
  finding_days_.post(
      finder_,
      [report = report_, all = of_all(), customers = selected_, tell](const std::stop_token& stop) {
        tell(all ? spend_days(*report, StopCheck(stop))
                 : spend_days(*report, customers, StopCheck(stop)));
      },
      &tell_failure);
}

void SpendView::show_days(const SpendDaysPtr& days) {
  tables_[kTime] = spend_days_table(days);
  days_chart_->set_days(days, of_all() ? tr("All customers") : selected_name_);
  emit found();
}

void SpendView::show_words() {
  QString words;
  if (shape_ == kSpread && spread_) words = SpreadChart::sentence(*spread_);
  if (shape_ == kTickets && tickets_) words = TicketChart::sentence(*tickets_);
  words_->setText(words);
}

}  // namespace footfall
