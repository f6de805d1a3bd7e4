#include <QResizeEvent>
#include <QScopeGuard>
#include <QSplitter>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "model/report/customer_report.h"
#include "ui/frame/choice_bar.h"
#include "ui/pages/compared_figures.h"
#include "ui/pages/compared_parts.h"
#include "ui/pages/customer_detail.h"
#include "ui/pages/page_base.h"
#include "ui/pages/spend_view.h"
#include "ui/tables/column_text.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/number_text.h"
#include "ui/tables/table_panel.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr unsigned kMoneyDecimals = 6;
constexpr int kSpendColumn = 2;
constexpr int kActiveDaysColumn = 4;
constexpr int kTopTypeColumn = 5;
constexpr int kShardColumn = 7;
constexpr int kLeastDetailWidth = 880;         // of the page, for the detail to stand beside it
constexpr std::size_t kMostSelected = 10'000;  // whose days are added up
enum CustomerTab { kCustomers, kDays };        // then those of the other charts
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
  void take_picture(PictureTo to) override;

 protected:
  void show_report(const ReportSet& reports) override;
  void clear_report() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void show_figures(bool partial);
  void show_unconverted();
  void follow_selection();
  void show_spend_tables();
  [[nodiscard]] QString in_usd(const QString& label) const;
  [[nodiscard]] QString mark() const;
  void show_row(std::size_t row);
  void show_customer(std::size_t customer);
  void follow_table();

  CustomerReportPtr report_;
  ReportTableView* customers_;
  TablePanel* panel_;
  ChoiceBar* shape_;
  SpendView* spend_;
  std::array<ReportTableView*, SpendView::kShapes> spend_tables_;
  CustomerDetail* detail_;
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
      shape_(new ChoiceBar(tr("Chart"), {tr("Over time"), tr("Spread"), tr("Tickets")})),
      spend_(new SpendView),
      spend_tables_{new ReportTableView(tr("Days")), new ReportTableView(tr("Spread")),
                    new ReportTableView(tr("Tickets"))},
      detail_(new CustomerDetail) {
  customers_->set_default_sort(kSpendColumn, Qt::DescendingOrder);
  for (const int column : {kActiveDaysColumn, kTopTypeColumn, kShardColumn})
    customers_->leave_out(column);
  panel_->add_table(customers_, tr("All customers"), tr("Find a customer"));
  offer_filters(panel_, {customers_});
  offer_filters(detail_->days());
  panel_->add_table(spend_tables_[SpendView::kTime], tr("Days"), tr("Find a day"));
  panel_->add_table(spend_tables_[SpendView::kSpread], tr("Spread"), tr("Find a share"));
  panel_->add_table(spend_tables_[SpendView::kTickets], tr("Tickets"), tr("Find a ticket"));
  offer_filters(spend_tables_[SpendView::kTime]);
  set_body(
      make_splitter(Qt::Horizontal, make_splitter(Qt::Vertical, spend_, panel_, 48), detail_, 64));
  shape_->setToolTip(
      tr("Spend over time, how it is spread over the customers, or how large their "
         "average tickets are"));
  add_tool(shape_);

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
  connect(detail_, &CustomerDetail::mark_followed, this, &ReportPage::rates_requested);
  connect(detail_->chart(), &PlotBase::picture_requested, this, [this](PictureTo to) {
    take_pictures(to, {detail_->chart()}, Qt::Vertical,
                  tr("Days of customer %1").arg(detail_->name()), QStringLiteral("customer_days"));
  });
  connect(detail_->chart(), &TimePlot::time_chosen, this,
          [this](const TimeBound& from, const TimeBound& to) {
            detail_->chart()->fit();
            keep_time(from, to);
          });
  connect(detail_->chart(), &DayChart::menu_requested, this, [this](QMenu* menu, Day day) {
    add_day_entries(*menu, {day * kSecondsPerDay, {}}, filter_ask());
  });
  connect(shape_, &ChoiceBar::chosen, this,
          [this](int shape) { spend_->set_shape(static_cast<SpendView::Shape>(shape)); });
  keep_bar(QStringLiteral("chart"), shape_, {"time", "spread", "tickets"});
  keep_choice(QStringLiteral("measure"),
              {[this] { return spend_->by_events() ? QStringLiteral("events") : QString(); },
               [this](const QString& text) { spend_->set_by_events(text == "events"); }});
  connect(spend_, &SpendView::by_events_chosen, this, &CustomersPage::note_choice);
  keep_tab(panel_, {"customers", "days", "spread", "tickets"});
  keep_table(QStringLiteral("customers"), customers_);
  keep_table(QStringLiteral("days"), spend_tables_[SpendView::kTime]);
  keep_table(QStringLiteral("spread"), spend_tables_[SpendView::kSpread]);
  keep_table(QStringLiteral("tickets"), spend_tables_[SpendView::kTickets]);
  connect(spend_, &SpendView::found, this, &CustomersPage::show_spend_tables);
  connect(spend_, &SpendView::time_chosen, this,
          [this](const TimeBound& from, const TimeBound& to) { keep_time(from, to); });
  connect(spend_, &SpendView::menu_requested, this, [this](QMenu* menu, Day day) {
    add_day_entries(*menu, {day * kSecondsPerDay, {}}, filter_ask());
  });
  connect(spend_, &SpendView::row_picked, this, [this](std::size_t row) {
    panel_->set_current(static_cast<int>(kDays) + static_cast<int>(spend_->shape()));
    spend_tables_[spend_->shape()]->select_row(row);
  });
  connect(spend_, &SpendView::picture_requested, this, [this](PictureTo to) {
    take_pictures(to, {spend_->chart()}, Qt::Vertical, spend_->chart()->accessibleName(),
                  spend_->stem());
  });
  connect(customers_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &CustomersPage::follow_selection);
}

void CustomersPage::take_picture(PictureTo to) {
  std::vector<PlotBase*> charts = {spend_->chart()};
  if (!detail_->isHidden()) charts.push_back(detail_->chart());
  take_pictures(to, charts, Qt::Horizontal, tr("Customers"), QStringLiteral("customers"));
}

void CustomersPage::resizeEvent(QResizeEvent* event) {
  PageBase::resizeEvent(event);
  detail_->setVisible(width() >= kLeastDetailWidth);
}

void CustomersPage::show_spend_tables() {
  for (const SpendView::Shape shape : {SpendView::kTime, SpendView::kSpread, SpendView::kTickets})
    if (const TablePtr table = spend_->table(shape);
        table != spend_tables_[shape]->report_model()->table())
      spend_tables_[shape]->set_table(table);
}

void CustomersPage::follow_selection() {
  const TablePtr table = customers_->report_model()->table();
  if (!report_ || !table) return;
  std::vector<std::size_t> customers;
  const std::vector<std::size_t> rows = customers_->selected_rows(kMostSelected + 1);
  for (const std::size_t row : std::span(rows).first(std::min(rows.size(), kMostSelected)))
    if (const auto customer = present_row(*table, row);
        customer && *customer < report_->customers.size())
      customers.push_back(*customer);
  std::ranges::sort(customers);
  const QString name =
      customers.size() == 1
          ? line_of_text((*report_->names)[report_->customers[customers.front()].name], 80)
      : rows.size() > kMostSelected
          ? tr("the first %1 selected customers").arg(localized_number(customers.size()))
          : tr("%1 customers", nullptr, plural(customers.size()))
                .arg(localized_number(customers.size()));
  spend_->set_selected(std::move(customers), name);
}

TablePtr CustomersPage::current_table() {
  if (!report_) return nullptr;
  const ReportTableView* days = detail_->days();
  return days->hasFocus() ? days->report_model()->table() : panel_->current_table();
}

FrontTable CustomersPage::front_table() {
  if (!report_) return {};
  const bool days = detail_->days()->hasFocus();
  const TablePtr table = days ? detail_->days()->seen() : panel_->seen_table();
  if (!table) return {};
  return {table,
          file_stem(
              {QString::fromStdString(table->name()), days ? detail_->name() : panel_->searched()}),
          days ? QString() : panel_->searched()};
}

void CustomersPage::show_report(const ReportSet& reports) {
  report_ = reports.get<CustomerReport>();
  show_figures(reports.partial);
  show_unconverted();
  spend_->set_report(report_);
  if (!chosen_) customers_->select_key({});
  customers_->set_table(compared(customers_table(report_)));
}

void CustomersPage::clear_report() {
  report_.reset();
  customer_.reset();
  chosen_ = false;
  customers_->set_table(nullptr);
  detail_->clear();
  spend_->set_report(nullptr);
  for (ReportTableView* view : spend_tables_) view->set_table(nullptr);
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
  const auto follow = qScopeGuard([this] { follow_selection(); });
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
  detail_->show_absent(name);
}

void CustomersPage::show_customer(std::size_t customer) {
  // The table may still show the customers of the report before.
  if (!report_ || customer >= report_->customers.size()) return;
  customer_ = customer;
  const auto& shown = report_->customers[customer];
  const std::vector<FiguresRow::Figure> figures = {
      {money(report_->spend, customer), in_usd(tr("spend")), {}, mark()},
      {money(report_->average_ticket, customer, kTicket), in_usd(tr("average ticket")), {}, mark()},
      {localized_number(shown.events), tr("events", nullptr, plural(shown.events))},
      {localized_number(shown.active_days), tr("active days", nullptr, plural(shown.active_days))}};
  detail_->show_customer(report_, customer, figures, reports() && reports()->partial,
                         comparison() ? compared_customer_days(report_, customer, *comparison())
                                      : one_customer_days_table(report_, customer));
}

}  // namespace

ReportPage* make_customers_page(QWidget* parent) { return new CustomersPage(parent); }

}  // namespace footfall

#include "customers_page.moc"
