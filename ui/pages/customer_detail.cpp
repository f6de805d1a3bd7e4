#include "ui/pages/customer_detail.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/frame/choice_bar.h"
#include "ui/frame/elided_label.h"
#include "ui/pages/page_base.h"
#include "ui/tables/column_text.h"
#include "ui/tables/compared_columns.h"

namespace footfall {
namespace {

constexpr int kDayOfCustomer = 1;  // column

}  // namespace

CustomerDetail::CustomerDetail(QWidget* parent)
    : QWidget(parent),
      title_(new ElidedLabel),
      figures_(new FiguresRow),
      measure_(new ChoiceBar(tr("Measure"), {tr("Spend"), tr("Events")})),
      chart_(new DayChart),
      days_(new ReportTableView(tr("Days of the selected customer"), kDayOfCustomer)) {
  days_->hide_column(0);
  QFont strong = title_->font();
  strong.setWeight(QFont::DemiBold);
  title_->setFont(strong);
  auto* heading = new QHBoxLayout;
  heading->addWidget(title_, 1);
  heading->addWidget(measure_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 0, 0);
  column->setSpacing(8);
  column->addLayout(heading);
  column->addWidget(figures_);
  column->addWidget(make_splitter(Qt::Vertical, chart_, days_, 55), 1);
  connect(figures_, &FiguresRow::mark_followed, this, &CustomerDetail::mark_followed);
  connect(measure_, &ChoiceBar::chosen, this, [this](int choice) {
    chart_->set_measure(choice == 0 ? DayChart::Measure::spend : DayChart::Measure::events);
  });
  connect(chart_, &DayChart::day_picked, this, [this](std::size_t day) {
    if (const TablePtr table = days_->report_model()->table())
      days_->select_row(row_of_present(*table, day));
  });
}

void CustomerDetail::show_customer(const CustomerReportPtr& report, std::size_t customer,
                                   const std::vector<FiguresRow::Figure>& figures, bool partial,
                                   const TablePtr& days) {
  name_ = line_of_text((*report->names)[report->customers[customer].name]);
  title_->set_full_text(name_, name_);
  figures_->set_figures(figures, partial);
  chart_->set_customer(report, customer);
  days_->set_table(days);
}

void CustomerDetail::show_absent(const std::string& name) {
  name_ = line_of_text(name);
  title_->set_full_text(tr("%1 · in the other period alone").arg(name_), name_);
  figures_->set_figures({}, false);
  clear();
}

void CustomerDetail::clear() {
  chart_->set_customer(nullptr, 0);
  days_->set_table(nullptr);
}

}  // namespace footfall
