#include "ui/pages/week_view.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/charts/typical_week_chart.h"
#include "ui/frame/choice_bar.h"
#include "ui/pages/page_base.h"

namespace footfall {

WeekView::WeekView(QWidget* parent)
    : QWidget(parent),
      measure_(new ChoiceBar(tr("Figure"), {tr("Median"), tr("Mean"), tr("Highest"), tr("Sum")})),
      heatmap_(new WeekHeatmap),
      line_(new TypicalWeekChart) {
  measure_->setToolTip(
      tr("Of the hours of the data that are the same hour of the same weekday. The sum counts who "
         "came in several of them several times."));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(measure_);
  column->addLayout(row);
  column->addWidget(make_splitter(Qt::Vertical, heatmap_, line_, 50), 1);
  connect(measure_, &ChoiceBar::chosen, this, &WeekView::show_measure);
  connect(heatmap_, &WeekHeatmap::menu_requested, this, &WeekView::menu_requested);
  for (PlotBase* chart : charts())
    connect(chart, &PlotBase::picture_requested, this, &WeekView::picture_requested);
}

void WeekView::set_report(const HourlyVisitorsPtr& report, const std::optional<Hour>& picked) {
  report_ = report && !report->hours.empty() ? report : nullptr;
  picked_ = picked;
  if (report_) week_ = typical_week(*report_);
  show_measure();
  show_present();
}

void WeekView::set_picked(const std::optional<Hour>& picked) {
  picked_ = picked;
  show_present();
}

std::vector<PlotBase*> WeekView::charts() const { return {heatmap_, line_}; }

void WeekView::show_measure() {
  if (!report_) return heatmap_->clear_week();
  heatmap_->set_week(week_, static_cast<WeekMeasure>(measure_->choice()),
                     QString::fromStdString(report_->zone));
}

void WeekView::show_present() {
  if (!report_) return line_->clear_week();
  const Hour hour = picked_.value_or(report_->hours.back().hour);
  line_->set_week(week_, *report_, first_day(Step::week, hour));
}

}  // namespace footfall
