#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <optional>

#include "model/report/customer_report.h"
#include "ui/charts/day_chart.h"
#include "ui/frame/choice_bar.h"
#include "ui/frame/elided_label.h"
#include "ui/pages/compared_figures.h"
#include "ui/pages/compared_parts.h"
#include "ui/pages/page_base.h"
#include "ui/tables/column_text.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/number_text.h"
#include "ui/tables/table_panel.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr unsigned kMoneyDecimals = 6;
constexpr int kSpendColumn = 2;
constexpr int kShardColumn = 7;
constexpr int kDayColumn = 1;
constexpr Column kMoney{"spend_usd", ColumnKind::amount};
constexpr Column kTicket{"avg_ticket_usd", ColumnKind::amount};

QString money(const WideDecimal& millionths) {
  std::string text;
  append_fixed(text, millionths, kMoneyDecimals, kMoneyDecimals);
  return cell_text(kMoney, text);
}

QString money(const AmountColumn& amounts, std::size_t row, const Column& column = kMoney) {
  std::string text;
  amounts.append_text(text, row);
  return cell_text(column, text);
}

class CustomersPage final : public PageBase {
  Q_OBJECT
 public:
  explicit CustomersPage(QWidget* parent);

  [[nodiscard]] QLineEdit* find_field() override { return panel_->find_field(); }
  [[nodiscard]] TablePtr current_table() override;
  [[nodiscard]] FrontTable front_table() override;
  void show_rates(const QString& rates) override;
  void take_picture(PictureTo to) override {
    take_pictures(to, {chart_}, Qt::Vertical, tr("Days of customer %1").arg(shown_name_),
                  QStringLiteral("customer_days"));
  }

 protected:
  void show_report(const ReportSet& reports) override;
  void clear_report() override;

 private:
  void show_figures(bool partial);
  void show_unconverted();
  [[nodiscard]] QString in_usd(const QString& label) const;
  [[nodiscard]] QString mark() const;
  void show_row(std::size_t row);
  void show_customer(std::size_t customer);
  void follow_table();
  QWidget* make_detail();

  CustomerReportPtr report_;
  ReportTableView* customers_;
  TablePanel* panel_;
  ElidedLabel* name_;
  FiguresRow* detail_;
  ChoiceBar* measure_;
  DayChart* chart_;
  ReportTableView* days_;
  QString shown_name_;
  QString rates_;                        // of which day they are, where they are kept ones
  std::optional<std::size_t> customer_;  // in detail
  bool chosen_ = false;  // by the user; else the first customer is shown, whoever that is
};

CustomersPage::CustomersPage(QWidget* parent)
    : PageBase(
          ReportKind::customer_report, tr("Customers"),
          tr("Customers come from payment events: NDJSON or CSV with event_id, customer_id and ts, "
             "and with "
             "event_type, amount and currency where they are known. Drop files here or open them."),
          parent),
      customers_(new ReportTableView(tr("Customers"))),
      panel_(new TablePanel),
      name_(new ElidedLabel),
      detail_(new FiguresRow),
      measure_(new ChoiceBar(tr("Measure"), {tr("Spend"), tr("Events")})),
      chart_(new DayChart),
      days_(new ReportTableView(tr("Days of the selected customer"), kDayColumn)) {
  customers_->set_default_sort(kSpendColumn, Qt::DescendingOrder);
  customers_->leave_out(kShardColumn);
  days_->hide_column(0);
  panel_->add_table(customers_, tr("All customers"), tr("Find a customer"));
  offer_filters(panel_, {customers_});
  offer_filters(days_);
  set_body(make_splitter(Qt::Horizontal, panel_, make_detail(), 60));

  auto* rates = new QToolButton;
  rates->setText(tr("Rates…"));
  rates->setToolTip(tr("Exchange rates and allowed event types (Ctrl+,)"));
  add_tool(rates);
  connect(rates, &QToolButton::clicked, this, &ReportPage::rates_requested);
  connect(customers_, &ReportTableView::row_chosen, this, [this](std::size_t customer) {
    chosen_ = true;
    show_row(customer);
  });
  connect(customers_, &ReportTableView::order_shown, this, &CustomersPage::follow_table);
  connect(detail_, &FiguresRow::mark_followed, this, &ReportPage::rates_requested);
  connect(measure_, &ChoiceBar::chosen, this, [this](int choice) {
    chart_->set_measure(choice == 0 ? DayChart::Measure::spend : DayChart::Measure::events);
  });
  connect(chart_, &DayChart::day_picked, this, [this](std::size_t day) {
    if (const TablePtr table = days_->report_model()->table())
      days_->select_row(row_of_present(*table, day));
  });
  connect(chart_, &PlotBase::picture_requested, this, &CustomersPage::take_picture);
  connect(chart_, &TimePlot::time_chosen, this, [this](const TimeBound& from, const TimeBound& to) {
    Filter filter = this->filter();
    filter.from = from;
    filter.to = to;
    chart_->fit();
    emit filter_requested(filter);
  });
}

QWidget* CustomersPage::make_detail() {
  auto* pane = new QWidget;
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(8, 4, 0, 0);
  column->setSpacing(8);
  QFont strong = name_->font();
  strong.setWeight(QFont::DemiBold);
  name_->setFont(strong);
  auto* heading = new QHBoxLayout;
  heading->addWidget(name_, 1);
  heading->addWidget(measure_);
  column->addLayout(heading);
  column->addWidget(detail_);
  column->addWidget(make_splitter(Qt::Vertical, chart_, days_, 55), 1);
  return pane;
}

TablePtr CustomersPage::current_table() {
  if (!report_) return nullptr;
  return days_->hasFocus() ? days_->report_model()->table() : panel_->current_table();
}

FrontTable CustomersPage::front_table() {
  if (!report_) return {};
  const bool days = days_->hasFocus();
  const TablePtr table = days ? days_->seen() : panel_->seen_table();
  if (!table) return {};
  return {table, file_stem({QString::fromStdString(table->name()),
                            days ? name_->accessibleName() : panel_->searched()})};
}

void CustomersPage::show_report(const ReportSet& reports) {
  report_ = reports.get<CustomerReport>();
  show_figures(reports.partial);
  show_unconverted();
  if (!chosen_) customers_->select_key({});
  customers_->set_table(compared(customers_table(report_)));
}

void CustomersPage::clear_report() {
  report_.reset();
  customer_.reset();
  chosen_ = false;
  customers_->set_table(nullptr);
  days_->set_table(nullptr);
  chart_->set_customer(nullptr, 0);
  set_note({});
}

void CustomersPage::show_rates(const QString& rates) {
  if (rates_ == rates) return;
  rates_ = rates;
  if (!report_) return;
  show_figures(reports()->partial);
  show_unconverted();
  if (customer_) show_customer(*customer_);
}

QString CustomersPage::in_usd(const QString& label) const {
  return rates_.isEmpty() ? tr("%1 (USD)").arg(label) : tr("%1 (USD, %2)").arg(label, rates_);
}

QString CustomersPage::mark() const {
  return report_->unconverted.empty()
             ? QString()
             : tr("Holds money that counts as USD for want of a rate. Set rates…");
}

void CustomersPage::show_figures(bool partial) {
  const std::size_t customers = report_->customers.size();
  std::vector<FiguresRow::Figure> shown{
      {localized_number(customers), tr("customers", nullptr, plural(customers))},
      {money(report_->total_spend), in_usd(tr("total spend")), {}, mark()},
      {localized_number(report_->events), tr("events", nullptr, plural(report_->events))},
  };
  const auto other = before<CustomerReport>();
  if (other) {
    compare_figure(shown[0], customers, other->customers.size());
    compare_figure(shown[1], exact_number(report_->total_spend), exact_number(other->total_spend),
                   money(other->total_spend));
    compare_figure(shown[2], report_->events, other->events);
  }
  if (customers > 0) {
    const double mean = report_->total_spend.to_double() /
                        static_cast<double>(power_of_ten(kMoneyDecimals)) /
                        static_cast<double>(customers);
    shown.insert(shown.begin() + 2,
                 {figure_text(mean), in_usd(tr("spend per customer")), {}, mark()});
  }
  if (other && customers > 0 && !other->customers.empty()) {
    const auto mean_of = [](const CustomerReport& report) {
      return ExactNumber{exact_number(report.total_spend).numerator,
                         exact_number(report.customers.size()).numerator};
    };
    compare_figure(shown[2], mean_of(*report_), mean_of(*other),
                   figure_text(other->total_spend.to_double() /
                               static_cast<double>(power_of_ten(kMoneyDecimals)) /
                               static_cast<double>(other->customers.size())));
  }
  if (report_->conflicting_events > 0)
    shown.push_back({localized_number(report_->conflicting_events),
                     tr("events sharing an id", nullptr, plural(report_->conflicting_events))});
  figures()->set_figures(shown, partial);
}

// Money that counts one to one for want of a rate is said beside the figures.
void CustomersPage::show_unconverted() {
  QStringList names, lines;
  for (const auto& currency : report_->unconverted) {
    const QString name =
        currency.currency.empty() ? tr("no currency") : line_of_text(currency.currency, 16);
    std::string amount;
    append_exact(amount, currency.amount, Decimal::kDigits, 2);
    names += name;
    lines += tr("%1: %2 rows, sum %3", nullptr, plural(currency.rows))
                 .arg(name, localized_number(currency.rows), localized_number(amount));
  }
  constexpr qsizetype kNamed = 6;
  const qsizetype more = names.size() - kNamed;
  if (more > 0) names = names.mid(0, kNamed) << tr("%1 more").arg(more);
  if (!names.isEmpty()) {
    const QString text =
        tr("Without a rate, counted as USD: %1.").arg(names.join(QStringLiteral(", ")));
    set_note_on_rates(
        rates_.isEmpty() ? text : tr("Converted by %1.").arg(rates_) + QLatin1Char(' ') + text,
        tr("Set rates…"), lines.mid(0, 40).join(QLatin1Char('\n')));
  } else if (!rates_.isEmpty()) {
    set_note_on_rates(tr("Converted by %1.").arg(rates_), tr("Change rates…"), {});
  } else {
    set_note({});
  }
}

// After a new order: the selected customer stays, else the first one is shown.
void CustomersPage::follow_table() {
  if (!report_ || report_->customers.empty()) return;
  if (const auto row = customers_->current_row(); row && chosen_) return show_row(*row);
  if (customers_->report_model()->rowCount() == 0) return;
  const std::size_t first = customers_->report_model()->table_row(0);
  customers_->select_row(first);
  show_row(first);
}

// A customer of the other period alone has no figures in this one.
void CustomersPage::show_row(std::size_t row) {
  const TablePtr table = customers_->report_model()->table();
  // The table may still show the customers of the report before.
  if (!table || row >= table->rows()) return;
  if (const auto customer = present_row(*table, row)) return show_customer(*customer);
  customer_.reset();
  std::string name;
  table->append_cell(name, row, 0);
  shown_name_ = line_of_text(name);
  name_->set_full_text(tr("%1 · in the other period alone").arg(shown_name_), shown_name_);
  detail_->set_figures({}, false);
  chart_->set_customer(nullptr, 0);
  days_->set_table(nullptr);
}

void CustomersPage::show_customer(std::size_t customer) {
  // The table may still show the customers of the report before.
  if (!report_ || customer >= report_->customers.size()) return;
  customer_ = customer;
  const auto& shown = report_->customers[customer];
  shown_name_ = line_of_text((*report_->names)[shown.name]);
  name_->set_full_text(shown_name_, shown_name_);
  detail_->set_figures(
      {{money(report_->spend, customer), in_usd(tr("spend")), {}, mark()},
       {money(report_->average_ticket, customer, kTicket),
        in_usd(tr("average ticket")),
        {},
        mark()},
       {localized_number(shown.events), tr("events", nullptr, plural(shown.events))},
       {localized_number(shown.active_days),
        tr("active days", nullptr, plural(shown.active_days))}},
      reports() && reports()->partial);
  chart_->set_customer(report_, customer);
  days_->set_table(comparison() ? compared_customer_days(report_, customer, *comparison())
                                : one_customer_days_table(report_, customer));
}

}  // namespace

ReportPage* make_customers_page(QWidget* parent) { return new CustomersPage(parent); }

}  // namespace footfall

#include "customers_page.moc"
