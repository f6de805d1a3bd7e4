// Campaigns. Long, for rankings, points and lines show one choice of campaigns and follow each
// other.
#include <QComboBox>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <algorithm>

#include "model/report/campaign_choice.h"
#include "model/session/latest_answer.h"
#include "ui/charts/campaign_lines.h"
#include "ui/charts/campaign_points.h"
#include "ui/charts/horizontal_bars.h"
#include "ui/frame/choice_bar.h"
#include "ui/pages/campaign_charts.h"
#include "ui/pages/campaign_figures.h"
#include "ui/pages/least_chip.h"
#include "ui/pages/page_base.h"
#include "ui/pages/spend_currency.h"
#include "ui/tables/column_text.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/number_text.h"
#include "ui/tables/table_panel.h"

namespace footfall {
namespace {

enum CampaignTab { kAll, kTopCtr, kTopCpa };
enum CampaignShape { kRankings, kPoints, kLines };

constexpr int kMostTop = 1000;
constexpr std::array<std::size_t, 6> kMeasures = {kCtrColumn, kCpaColumn, kSpendColumn, 2, 1, 4};
constexpr std::size_t kFewCampaigns = 4096;  // chosen among before anyone notices
constexpr std::size_t kCpaColour = 2;        // the second is that of views on Activity

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
    return {table, file_stem({QString::fromStdString(table->name()), panel_->searched()}),
            panel_->searched()};
  }
  void take_picture(PictureTo to) override {
    if (shape_->choice() == kPoints) return take_one(*points_, QStringLiteral("ctr_cpa"), to);
    if (shape_->choice() == kLines) return take_one(*lines_, QStringLiteral("by_date"), to);
    take_pictures(to, {ctr_, cpa_}, Qt::Horizontal, tr("Campaigns"),
                  QStringLiteral("campaign_rankings"));
  }
  void show_campaign_days(const FoundDays& found) override;

 protected:
  void show_report(const ReportSet& reports) override;
  void clear_report() override;

 private:
  void keep_least(std::uint64_t CampaignLeast::*figure, const QString& name);
  void choose_campaigns();
  void show_campaigns(const CampaignRankingPtr& chosen, const std::array<TablePtr, 3>& tables);
  void show_left_out();
  [[nodiscard]] QString in_currency(const QString& name) const {
    const QString currency = currency_.certain();
    return currency.isEmpty() ? name : tr("%1 (%2)", "spend (EUR)").arg(name, currency);
  }
  [[nodiscard]] QString with_least_words(const QString& caption) const {
    const QString least = least_words(least_->least());
    return least.isEmpty() ? caption : caption + QStringLiteral(" · ") + least;
  }
  [[nodiscard]] RowTotal total_of_rows(const std::vector<std::uint32_t>* ranking) const;
  void pick(CampaignTab tab, int row);
  void show_shape();
  void show_points();
  void ask_days(bool again);
  void place_points(const CampaignRankingPtr& report, std::vector<std::uint32_t> spenders);
  void pick_point(int point);
  void follow_table();
  [[nodiscard]] std::string_view name_of(std::uint32_t index) const {
    return (*pointed_->names)[pointed_->campaigns[index].name];
  }
  void take_one(PlotBase& chart, const QString& stem, PictureTo to) {
    take_pictures(to, {&chart}, Qt::Vertical, chart.accessibleName(), stem);
  }

  CampaignRankingPtr report_;
  std::vector<std::string> named_;       // what the lines stand for; empty: all together
  std::size_t selected_ = 0;             // rows, which may be more
  CampaignRankingPtr pointed_;           // what the points are of, ...
  std::vector<std::uint32_t> spenders_;  // ... and stand for
  SpendCurrency currency_;
  CampaignRankingPtr chosen_;  // of its campaigns those that are large enough
  LeastChip* least_;
  QSpinBox* top_;
  HorizontalBars* ctr_;
  HorizontalBars* cpa_;
  CampaignPoints* points_;
  CampaignLines* lines_;
  QComboBox* measure_;
  ChoiceBar* shape_;
  QStackedWidget* charts_;
  ReportTableView* all_;
  ReportTableView* top_ctr_;
  ReportTableView* top_cpa_;
  TablePanel* panel_;
  LatestAnswer choosing_{this};
  LatestAnswer pointing_{this};
  TaskThread chooser_;
};

CampaignsPage::CampaignsPage(QWidget* parent)
    : PageBase(ReportKind::campaign_ranking, tr("Campaigns"),
               tr("Rankings come from campaign results: CSV or NDJSON with campaign_id, "
                  "impressions, clicks, spend "
                  "and conversions, and a date where it is known. Drop files here or open them."),
               parent),
      least_(new LeastChip),
      top_(new QSpinBox),
      ctr_(new HorizontalBars(tr("Highest click-through rate"), false, QStringLiteral(" %"))),
      cpa_(new HorizontalBars(tr("Lowest cost per conversion"), false)),
      points_(new CampaignPoints(tr("CTR against CPA"))),
      lines_(new CampaignLines),
      measure_(new QComboBox),
      shape_(
          new ChoiceBar(tr("Chart"), {tr("Rankings"), tr("CTR and CPA"), tr("Over time")}, this)),
      charts_(new QStackedWidget),
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
  add_tool(least_);
  add_tool(top_);
  measure_->setAccessibleName(tr("Measure"));
  for (const std::size_t column : kMeasures)
    measure_->addItem(column_title(campaign_columns()[column]), static_cast<int>(column));
  measure_->hide();
  add_tool(measure_);
  add_tool(shape_);
  all_->set_default_sort(static_cast<int>(kCtrColumn) - 2, Qt::DescendingOrder);
  panel_->add_table(all_, tr("All campaigns"), tr("Find a campaign"));
  panel_->add_table(top_ctr_, tr("Highest CTR"), tr("Find a campaign"));
  panel_->add_table(top_cpa_, tr("Lowest CPA"), tr("Find a campaign"));
  charts_->addWidget(make_splitter(Qt::Horizontal, ctr_, cpa_, 50));
  charts_->addWidget(points_);
  charts_->addWidget(lines_);
  set_body(make_splitter(Qt::Vertical, charts_, panel_, 60));

  offer_filters(panel_, {all_, top_ctr_, top_cpa_});
  for (const auto& [chart, view] : {std::pair{ctr_, top_ctr_}, {cpa_, top_cpa_}})
    connect(chart, &HorizontalBars::menu_requested, this,
            [this, view = view](QMenu* menu, int row) {
              add_row_entries(*menu, *view->report_model()->table(),
                              {static_cast<std::size_t>(row)}, filter_ask());
            });
  connect(top_, &QSpinBox::valueChanged, this, &ReportPage::top_changed);
  connect(least_, &LeastChip::chosen, this, [this] {
    if (report_) choose_campaigns();
    note_choice();
  });
  keep_least(&CampaignLeast::impressions, QStringLiteral("least_impressions"));
  keep_least(&CampaignLeast::conversions, QStringLiteral("least_conversions"));
  keep_bar(QStringLiteral("chart"), shape_, {"rankings", "points", "lines"});
  keep_tab(panel_, {"campaigns", "ctr", "cpa"});
  keep_table(QStringLiteral("campaigns"), all_);
  keep_table(QStringLiteral("ctr"), top_ctr_);
  keep_table(QStringLiteral("cpa"), top_cpa_);
  connect(shape_, &ChoiceBar::chosen, this, &CampaignsPage::show_shape);
  connect(measure_, &QComboBox::activated, this, [this] { ask_days(true); });
  connect(panel_, &TablePanel::current_changed, this, [this] { ask_days(false); });
  for (const ReportTableView* view : {all_, top_ctr_, top_cpa_})
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { ask_days(false); });
  connect(lines_, &TimePlot::time_chosen, this, [this](const TimeBound& from, const TimeBound& to) {
    lines_->fit();
    keep_time(from, to);
  });
  connect(lines_, &PlotBase::picture_requested, this,
          [this](PictureTo to) { take_one(*lines_, QStringLiteral("by_date"), to); });
  connect(points_, &CampaignPoints::point_picked, this, &CampaignsPage::pick_point);
  connect(points_, &CampaignPoints::menu_requested, this, [this](QMenu* menu, int point) {
    add_row_entries(*menu, *campaigns_table(pointed_), {spenders_[static_cast<std::size_t>(point)]},
                    filter_ask());
  });
  connect(points_, &PlotBase::picture_requested, this,
          [this](PictureTo to) { take_one(*points_, QStringLiteral("ctr_cpa"), to); });
  connect(all_, &ReportTableView::row_chosen, this, &CampaignsPage::follow_table);
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

void CampaignsPage::keep_least(std::uint64_t CampaignLeast::*figure, const QString& name) {
  keep_choice(name, {[this, figure] {
                       const std::uint64_t least = least_->least().*figure;
                       return least > 0 ? QString::number(least) : QString();
                     },
                     [this, figure](const QString& text) {
                       CampaignLeast least = least_->least();
                       least.*figure = static_cast<std::uint64_t>(
                           std::clamp(text.toInt(), 0, LeastChip::kMost));
                       least_->set_least(least);
                       if (report_) choose_campaigns();
                     }});
}

void CampaignsPage::show_report(const ReportSet& reports) {
  report_ = reports.get<CampaignRankingReport>();
  {
    const QSignalBlocker blocker(top_);
    top_->setValue(static_cast<int>(report_->top));
  }
  currency_ = spend_currency(reports.load_of(kind()));
  for (ReportTableView* view : {all_, top_ctr_, top_cpa_})
    for (const std::size_t column : {kSpendColumn, kCpaColumn})
      view->report_model()->set_unit(campaign_columns()[column].name, currency_.certain());
  figures()->set_figures(
      campaign_figures(*report_, before<CampaignRankingReport>().get(), in_currency(tr("spend"))),
      reports.partial);
  choose_campaigns();
}

// Of many campaigns on a thread: until it has answered, those before stay.
void CampaignsPage::choose_campaigns() {
  choosing_.forget();
  if (least_->least().none())
    return show_campaigns(report_,
                          {compared(campaigns_table(report_)), compared(top_ctr_table(report_)),
                           compared(top_cpa_table(report_))});
  const auto choose = [report = report_, before = before<CampaignRankingReport>(),
                       with = shared_comparison(), least = least_->least()](StopCheck check) {
    const CampaignRankingPtr chosen = with_least(report, least, check);
    return std::pair(chosen,
                     tables_of({chosen, nullptr, before, with ? &with->periods.periods : nullptr},
                               std::move(check)));
  };
  if (report_->campaigns.size() <= kFewCampaigns) {
    const auto [chosen, tables] = choose({});
    return show_campaigns(chosen, tables);
  }
  const auto tell =
      choosing_.begin([this](const std::pair<CampaignRankingPtr, std::array<TablePtr, 3>>& shown) {
        show_campaigns(shown.first, shown.second);
      });
  choosing_.post(chooser_,
                 [choose, tell](const std::stop_token& stop) { tell(choose(StopCheck(stop))); });
}

void CampaignsPage::show_campaigns(const CampaignRankingPtr& chosen,
                                   const std::array<TablePtr, 3>& tables) {
  chosen_ = chosen;
  show_ranking(*ctr_, *top_ctr_table(chosen_), kCtrColumn, 0);
  show_ranking(*cpa_, *top_cpa_table(chosen_), kCpaColumn, kCpaColour);
  ctr_->set_caption(with_least_words(tr("Highest click-through rate · clicks per impression, %")));
  cpa_->set_caption(
      with_least_words(currency_.certain().isEmpty()
                           ? tr("Lowest cost per conversion · in the currency of spend")
                           : tr("Lowest cost per conversion · in %1").arg(currency_.certain())));
  all_->set_table(tables[0], total_of_rows(nullptr));
  top_ctr_->set_table(tables[1], total_of_rows(&chosen_->top_ctr));
  top_cpa_->set_table(tables[2], total_of_rows(&chosen_->top_cpa));
  show_left_out();
  show_points();
  ask_days(true);
}

void CampaignsPage::show_shape() {
  charts_->setCurrentIndex(shape_->choice());
  top_->setVisible(shape_->choice() == kRankings);
  measure_->setVisible(shape_->choice() == kLines);
  show_points();
  ask_days(true);
}

// Of the rows that are selected in the table in front.
void CampaignsPage::ask_days(bool again) {
  if (!report_ || shape_->choice() != kLines) return;
  const ReportTableView* view = panel_->view(panel_->current());
  std::vector<std::string> names;
  for (const std::size_t row : view->selected_rows(CampaignLines::kMostLines)) {
    names.emplace_back();
    view->report_model()->table()->append_cell(names.back(), row, 0);
  }
  selected_ = 0;
  for (const QItemSelectionRange& range : view->selectionModel()->selection())
    selected_ += static_cast<std::size_t>(range.height());
  if (!again && names == named_) return;
  named_ = std::move(names);
  emit campaign_days_requested(named_);
}

void CampaignsPage::show_campaign_days(const FoundDays& found) {
  if (!report_) return;
  const auto column = static_cast<std::size_t>(measure_->currentData().toInt());
  const bool money = column == kSpendColumn || column == kCpaColumn;
  const QString measure = money ? in_currency(measure_->currentText()) : measure_->currentText();
  show_lines(*lines_, found, {named_, selected_, column, measure, !least_->least().none()});
}

// Only for who looks at them; of many campaigns the spenders are found on a thread.
void CampaignsPage::show_points() {
  pointing_.forget();
  if (!chosen_ || shape_->choice() != kPoints) return;
  if (chosen_->campaigns.size() <= kFewCampaigns)
    return place_points(chosen_, biggest_spenders(*chosen_, CampaignPoints::kMostPoints));
  const auto tell =
      pointing_.begin([this, chosen = chosen_](const std::vector<std::uint32_t>& spenders) {
        place_points(chosen, spenders);
      });
  pointing_.post(chooser_, [chosen = chosen_, tell](const std::stop_token& stop) {
    tell(biggest_spenders(*chosen, CampaignPoints::kMostPoints, StopCheck(stop)));
  });
}

void CampaignsPage::place_points(const CampaignRankingPtr& report,
                                 std::vector<std::uint32_t> spenders) {
  pointed_ = report;
  spenders_ = std::move(spenders);
  points_->set_caption(
      with_least_words(tr("CTR (%) against %1 · area: spend").arg(in_currency(tr("CPA")))));
  fill_points(*points_, pointed_, spenders_);
  follow_table();
}

void CampaignsPage::pick_point(int point) {
  points_->set_picked(point);
  panel_->set_current(kAll);
  const std::uint32_t index = spenders_[static_cast<std::size_t>(point)];
  const TablePtr table = all_->report_model()->table();
  const std::size_t row = row_of_present(*table, index);
  std::string name;
  if (row < table->rows()) table->append_cell(name, row, 0);
  // A large table may still be that of before.
  if (name == name_of(index)) all_->select_row(row);
}

void CampaignsPage::follow_table() {
  const std::string key = all_->current_key();
  const auto at =
      std::ranges::find_if(spenders_, [&](std::uint32_t index) { return name_of(index) == key; });
  points_->set_picked(at == spenders_.end() ? -1 : static_cast<int>(at - spenders_.begin()));
}

void CampaignsPage::show_left_out() {
  const std::size_t all = report_->campaigns.size(), left_out = all - chosen_->campaigns.size();
  QStringList notes = currency_words(currency_);
  if (left_out > 0)
    notes << tr("Left out of charts and tables: %1 of %2 campaigns, with %3. The figures above "
                "count them, too.")
                 .arg(localized_number(left_out), localized_number(all),
                      fewer_words(least_->least()));
  set_note(notes.join(QLatin1Char(' ')));
}

// Of the rows that a table shows, by the thread that orders them.
RowTotal CampaignsPage::total_of_rows(const std::vector<std::uint32_t>* ranking) const {
  return [report = chosen_, ranking, before = before<CampaignRankingReport>(),
          with = shared_comparison()](const RowOrder& order, StopCheck& check) {
    std::vector<std::uint32_t> rows(order.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      rows[i] = static_cast<std::uint32_t>(order.row(i));
    return total_table({report, ranking, before, with ? &with->periods.periods : nullptr},
                       *order.request.table, rows, check);
  };
}

void CampaignsPage::clear_report() {
  choosing_.forget();
  pointing_.forget();
  report_.reset();
  chosen_.reset();
  for (ReportTableView* view : {all_, top_ctr_, top_cpa_}) view->set_table(nullptr);
  for (HorizontalBars* chart : {ctr_, cpa_}) chart->set_rows({}, {});
  spenders_.clear();
  pointed_.reset();
  points_->set_points({}, 0, 0, {});
  lines_->set_lines({});
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
