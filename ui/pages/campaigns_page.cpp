#include <QLabel>
#include <QSpinBox>
#include <QSplitter>
#include <cmath>

#include "model/report/campaign_choice.h"
#include "ui/charts/horizontal_bars.h"
#include "ui/charts/label_digits.h"
#include "ui/pages/compared_figures.h"
#include "ui/pages/page_base.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"
#include "ui/tables/table_panel.h"
#include "ui/words.h"

namespace footfall {
namespace {

enum CampaignTab { kAll, kTopCtr, kTopCpa };

constexpr std::size_t kCtrColumn = 5;
constexpr std::size_t kCpaColumn = 6;
constexpr int kMostTop = 1000;
constexpr std::size_t kCpaColour = 2;  // the second is that of views on Activity

QString count_text(CountSum value) {
  std::string text;
  append_integer(text, WideInt<3>(static_cast<Int128>(value)));
  return localized_number(text);
}

int form_of(CountSum value) { return value == 1 ? 1 : 2; }

class CampaignsPage final : public PageBase {
  Q_OBJECT
 public:
  explicit CampaignsPage(QWidget* parent);

  [[nodiscard]] QLineEdit* find_field() override { return panel_->find_field(); }
  [[nodiscard]] TablePtr current_table() override {
    return report_ ? panel_->current_table() : nullptr;
  }
  [[nodiscard]] FrontTable front_table() override {
    const TablePtr table = report_ ? panel_->seen_table() : nullptr;
    if (!table) return {};
    return {table, file_stem({QString::fromStdString(table->name()), panel_->searched()})};
  }
  void take_picture(PictureTo to) override {
    take_pictures(to, {ctr_, cpa_}, Qt::Horizontal, tr("Campaigns"),
                  QStringLiteral("campaign_rankings"));
  }

 protected:
  void show_report(const ReportSet& reports) override;
  void clear_report() override;

 private:
  void show_figures(bool partial);
  [[nodiscard]] RowTotal total_of_rows(const std::vector<std::uint32_t>* ranking) const;
  void show_ranking(HorizontalBars& chart, const Table& table, std::size_t column,
                    std::size_t colour);
  void pick(CampaignTab tab, int row);
  void take_one(HorizontalBars& chart, const QString& stem, PictureTo to) {
    take_pictures(to, {&chart}, Qt::Vertical, chart.accessibleName(), stem);
  }

  CampaignRankingPtr report_;
  QSpinBox* top_;
  HorizontalBars* ctr_;
  HorizontalBars* cpa_;
  ReportTableView* all_;
  ReportTableView* top_ctr_;
  ReportTableView* top_cpa_;
  TablePanel* panel_;
};

CampaignsPage::CampaignsPage(QWidget* parent)
    : PageBase(ReportKind::campaign_ranking, tr("Campaigns"),
               tr("Rankings come from campaign results: CSV or NDJSON with campaign_id, "
                  "impressions, clicks, spend "
                  "and conversions, and a date where it is known. Drop files here or open them."),
               parent),
      top_(new QSpinBox),
      ctr_(new HorizontalBars(tr("Highest click-through rate"), false, QStringLiteral(" %"))),
      cpa_(new HorizontalBars(tr("Lowest cost per conversion"), false)),
      all_(new ReportTableView(tr("All campaigns"))),
      top_ctr_(new ReportTableView(tr("Highest click-through rate"))),
      top_cpa_(new ReportTableView(tr("Lowest cost per conversion"))),
      panel_(new TablePanel) {
  top_->setRange(1, kMostTop);
  top_->setValue(10);
  top_->setPrefix(tr("Top "));
  top_->setKeyboardTracking(false);
  top_->setAccessibleName(tr("Length of the rankings"));
  top_->setToolTip(tr("How many campaigns each ranking lists"));
  add_tool(top_);
  all_->set_default_sort(static_cast<int>(kCtrColumn) - 2, Qt::DescendingOrder);
  panel_->add_table(all_, tr("All campaigns"), tr("Find a campaign"));
  panel_->add_table(top_ctr_, tr("Highest CTR"), tr("Find a campaign"));
  panel_->add_table(top_cpa_, tr("Lowest CPA"), tr("Find a campaign"));
  set_body(make_splitter(Qt::Vertical, make_splitter(Qt::Horizontal, ctr_, cpa_, 50), panel_, 60));

  offer_filters(panel_, {all_, top_ctr_, top_cpa_});
  for (const auto& [chart, view] : {std::pair{ctr_, top_ctr_}, {cpa_, top_cpa_}})
    connect(chart, &HorizontalBars::menu_requested, this,
            [this, view = view](QMenu* menu, int row) {
              add_row_entries(*menu, *view->report_model()->table(),
                              {static_cast<std::size_t>(row)}, filter_ask());
            });
  connect(top_, &QSpinBox::valueChanged, this, &ReportPage::top_changed);
  connect(ctr_, &HorizontalBars::row_picked, this, [this](int row) { pick(kTopCtr, row); });
  connect(cpa_, &HorizontalBars::row_picked, this, [this](int row) { pick(kTopCpa, row); });
  connect(top_ctr_, &ReportTableView::row_chosen, this,
          [this](std::size_t row) { ctr_->set_picked(static_cast<int>(row)); });
  connect(top_cpa_, &ReportTableView::row_chosen, this,
          [this](std::size_t row) { cpa_->set_picked(static_cast<int>(row)); });
  connect(ctr_, &PlotBase::picture_requested, this,
          [this](PictureTo to) { take_one(*ctr_, QStringLiteral("top_ctr"), to); });
  connect(cpa_, &PlotBase::picture_requested, this,
          [this](PictureTo to) { take_one(*cpa_, QStringLiteral("top_cpa"), to); });
}

void CampaignsPage::show_report(const ReportSet& reports) {
  report_ = reports.get<CampaignRankingReport>();
  {
    const QSignalBlocker blocker(top_);
    top_->setValue(static_cast<int>(report_->top));
  }
  show_figures(reports.partial);
  const TablePtr by_ctr = top_ctr_table(report_), by_cpa = top_cpa_table(report_);
  show_ranking(*ctr_, *by_ctr, kCtrColumn, 0);
  show_ranking(*cpa_, *by_cpa, kCpaColumn, kCpaColour);
  ctr_->set_caption(tr("Highest click-through rate · clicks per impression, %"));
  cpa_->set_caption(tr("Lowest cost per conversion · in the currency of spend"));
  all_->set_table(compared(campaigns_table(report_)), total_of_rows(nullptr));
  top_ctr_->set_table(compared(by_ctr), total_of_rows(&report_->top_ctr));
  top_cpa_->set_table(compared(by_cpa), total_of_rows(&report_->top_cpa));
}

// Of the rows that a table shows, by the thread that orders them.
RowTotal CampaignsPage::total_of_rows(const std::vector<std::uint32_t>* ranking) const {
  return [report = report_, ranking, before = before<CampaignRankingReport>(),
          with = shared_comparison()](const RowOrder& order, StopCheck& check) {
    std::vector<std::uint32_t> rows(order.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i] = static_cast<std::uint32_t>(order.row(i));
    return total_table({report, ranking, before, with ? &with->periods.periods : nullptr},
                       *order.request.table, rows, check);
  };
}

void CampaignsPage::clear_report() {
  report_.reset();
  for (ReportTableView* view : {all_, top_ctr_, top_cpa_}) view->set_table(nullptr);
  for (HorizontalBars* chart : {ctr_, cpa_}) chart->set_rows({}, {});
}

void CampaignsPage::show_figures(bool partial) {
  std::string spend;
  append_fixed(spend, report_->spend, Decimal::kDigits, 2);
  std::string conversions;
  append_exact(conversions, report_->conversions, Decimal::kDigits, 0);
  std::vector<FiguresRow::Figure> shown{
      {localized_number(report_->campaigns.size()),
       tr("campaigns", nullptr, plural(report_->campaigns.size()))},
      {count_text(report_->impressions), tr("impressions", nullptr, form_of(report_->impressions))},
      {count_text(report_->clicks), tr("clicks", nullptr, form_of(report_->clicks))},
      {localized_number(spend), tr("spend")},
      {localized_number(conversions), tr("conversions", nullptr, conversions == "1" ? 1 : 2)},
  };
  const auto other = before<CampaignRankingReport>();
  if (other) {
    const auto compare = [&](std::size_t at, const auto& now, const auto& then, QString text) {
      compare_figure(shown[at], exact_number(now), exact_number(then), text);
    };
    std::string spend_before, conversions_before;
    append_fixed(spend_before, other->spend, Decimal::kDigits, 2);
    append_exact(conversions_before, other->conversions, Decimal::kDigits, 0);
    compare(0, report_->campaigns.size(), other->campaigns.size(),
            localized_number(other->campaigns.size()));
    compare(1, report_->impressions, other->impressions, count_text(other->impressions));
    compare(2, report_->clicks, other->clicks, count_text(other->clicks));
    compare(3, report_->spend, other->spend, localized_number(spend_before));
    compare(4, report_->conversions, other->conversions, localized_number(conversions_before));
  }
  if (report_->impressions > 0) {
    const double rate =
        100 * static_cast<double>(report_->clicks) / static_cast<double>(report_->impressions);
    shown.insert(shown.begin() + 3,
                 {figure_text(rate) + QStringLiteral(" %"), tr("click-through rate")});
    if (other && other->impressions > 0) {
      const double rate_before =
          100 * static_cast<double>(other->clicks) / static_cast<double>(other->impressions);
      shown[3].label =
          tr("%1 · before %2").arg(shown[3].label, figure_text(rate_before) + QStringLiteral(" %"));
    }
  }
  figures()->set_figures(shown, partial);
}

void CampaignsPage::show_ranking(HorizontalBars& chart, const Table& table, std::size_t column,
                                 std::size_t colour) {
  const auto columns = table.columns();
  const auto cell = [&](std::size_t row, std::size_t at) {
    std::string text;
    table.append_cell(text, row, at);
    return cell_text(columns[at], text);
  };
  const bool percent = column == kCtrColumn;
  // Quotients have more digits than the table shows: as many as tell the rows of a ranking apart.
  const auto numbers = [&](std::size_t at) {
    std::vector<double> all;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const double number = table.number(row, at);
      all.push_back(std::isfinite(number) ? number * (at == kCtrColumn ? 100 : 1) : 0);
    }
    return all;
  };
  const std::vector<double> values = numbers(column);
  const QStringList rates = distinct_numbers(numbers(kCtrColumn), 2),
                    costs = distinct_numbers(numbers(kCpaColumn), 2);
  const auto text = [&](std::size_t row, std::size_t at) {
    const auto index = static_cast<qsizetype>(row);
    if (at == kCtrColumn) return rates[index];
    return at == kCpaColumn && std::isfinite(table.number(row, at)) ? costs[index] : cell(row, at);
  };
  std::vector<HorizontalBars::Row> rows;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    HorizontalBars::Row shown;
    shown.name = cell(row, 0);
    shown.values = {values[row]};
    shown.label = text(row, column) + (percent ? QStringLiteral(" %") : QString());
    for (std::size_t at = 1; at < columns.size(); ++at)
      shown.readout += (at > 1 ? QStringLiteral("\n") : QString()) + column_title(columns[at]) +
                       QStringLiteral(": ") + text(row, at);
    rows.push_back(std::move(shown));
  }
  chart.set_rows({percent ? tr("CTR") : tr("CPA")}, std::move(rows), colour);
}

void CampaignsPage::pick(CampaignTab tab, int row) {
  (tab == kTopCtr ? ctr_ : cpa_)->set_picked(row);
  panel_->set_current(tab);
  panel_->view(tab)->select_row(static_cast<std::size_t>(row));
}

}  // namespace

ReportPage* make_campaigns_page(QWidget* parent) { return new CampaignsPage(parent); }

}  // namespace footfall

#include "campaigns_page.moc"
