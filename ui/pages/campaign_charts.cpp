#include "ui/pages/campaign_charts.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/charts/campaign_lines.h"
#include "ui/charts/campaign_points.h"
#include "ui/charts/horizontal_bars.h"
#include "ui/charts/label_digits.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

struct CampaignCharts {
  Q_DECLARE_TR_FUNCTIONS(footfall::CampaignCharts)
};

}  // namespace

void show_ranking(HorizontalBars& chart, const Table& table, std::size_t column,
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
  chart.set_rows({percent ? CampaignCharts::tr("CTR") : CampaignCharts::tr("CPA")}, std::move(rows),
                 colour);
}

void fill_points(CampaignPoints& chart, const CampaignRankingPtr& report,
                 const std::vector<std::uint32_t>& spenders) {
  const TablePtr table = campaigns_table(report);
  const auto text = [table](std::size_t row, std::size_t column) {
    return cell_text(*table, row, column, telling_decimals(*table, column, {row}));
  };
  std::vector<CampaignPoints::Point> points;
  for (const std::uint32_t index : spenders) {
    const auto& campaign = report->campaigns[index];
    points.push_back({text(index, 0), cost_per_acquisition(campaign),
                      100 * click_through_rate(campaign), campaign.spend.to_double()});
  }
  const auto readout = [table, text, rows = spenders](std::size_t point) {
    QStringList lines;
    for (std::size_t column = 1; column < table->columns().size(); ++column)
      lines << column_title(table->columns()[column]) + QStringLiteral(": ") +
                   text(rows[point], column);
    return lines.join(QLatin1Char('\n'));
  };
  const auto without = static_cast<std::size_t>(std::ranges::count_if(
      report->campaigns, [](const auto& campaign) { return campaign.conversions.zero(); }));
  chart.set_points(std::move(points), report->campaigns.size(), without, readout);
}

void show_lines(CampaignLines& chart, const FoundDays& found, const AskedLines& asked) {
  std::vector<CampaignLines::Line> lines;
  bool dated = false;
  for (std::size_t i = 0; i < found.days.size(); ++i) {
    lines.push_back(
        {asked.names.empty() ? CampaignCharts::tr("all campaigns") : line_of_text(asked.names[i]),
         found.days[i]});
    dated = dated || !found.days[i]->empty();
  }
  if (!dated) lines.clear();
  chart.set_measure(asked.column);
  chart.set_lines(lines);
  const auto words = [&] {
    if (found.gap == CauseGap::loading)
      return CampaignCharts::tr("Dates are told once the files are read to the end");
    if (found.gap == CauseGap::database)
      return CampaignCharts::tr("Rows in a database are not told by date here");
    if (found.gap == CauseGap::failed) return CampaignCharts::tr("The dates could not be told");
    if (!dated) return CampaignCharts::tr("No row that is shown has a date of the form YYYY-MM-DD");
    if (asked.names.empty())
      return (asked.small_left_out
                  ? CampaignCharts::tr("%1 · all campaigns together, those left out below, too; "
                                       "rows selected in the table get a line each")
                  : CampaignCharts::tr(
                        "%1 · all campaigns together; rows selected in the table get a line each"))
          .arg(asked.measure);
    if (asked.selected > asked.names.size())
      return CampaignCharts::tr("%1 · the first %2 of %3 selected rows")
          .arg(asked.measure, localized_number(asked.names.size()),
               localized_number(asked.selected));
    return asked.measure;
  };
  chart.set_caption(words());
}

}  // namespace footfall
