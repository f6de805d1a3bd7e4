#include "model/report/campaign_ranking_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "model/report/campaign_order.h"
#include "model/report/rewritten_ids.h"

namespace footfall {
namespace {

using Campaign = CampaignRankingReport::Campaign;

// Counts stay below 2^127: 10^18 a row and 10^20 rows.
WideDecimal wide(CountSum count) { return WideDecimal(static_cast<Int128>(count)); }

// a.n / a.d against b.n / b.d by cross-multiplication; denominators > 0.
int order_of_quotients(const WideDecimal& numerator_a, const WideDecimal& denominator_a,
                       const WideDecimal& numerator_b, const WideDecimal& denominator_b) {
  return order(numerator_a * denominator_b, numerator_b * denominator_a);
}

int order_of_ctr(const Campaign& a, const Campaign& b) {
  // No impressions count as a rate of 0 = 0 / 1.
  const CountSum one = 1;
  return order_of_quotients(
      wide(a.impressions == 0 ? 0 : a.clicks), wide(a.impressions == 0 ? one : a.impressions),
      wide(b.impressions == 0 ? 0 : b.clicks), wide(b.impressions == 0 ? one : b.impressions));
}

int order_of_cpa(const Campaign& a, const Campaign& b) {
  return order_of_quotients(WideDecimal(a.spend), WideDecimal(a.conversions), WideDecimal(b.spend),
                            WideDecimal(b.conversions));
}

// numerator / denominator with `decimals` decimals, rounded half to even.
void append_quotient(std::string& out, const WideDecimal& numerator, const WideDecimal& denominator,
                     unsigned decimals) {
  append_fixed(out, divide_half_even(numerator * WideDecimal(power_of_ten(decimals)), denominator),
               decimals, decimals);
}

double as_number(const DecimalSum& sum) {
  return sum.to_double() / static_cast<double>(Decimal::kOne);
}

enum : std::size_t { kName, kImpressions, kClicks, kSpend, kConversions, kCtr, kCpa };
constexpr std::array<Column, 7> kColumns = {{{"campaign_id", ColumnKind::text},
                                             {"total_impressions", ColumnKind::count},
                                             {"total_clicks", ColumnKind::count},
                                             {"total_spend", ColumnKind::amount},
                                             {"total_conversions", ColumnKind::count},
                                             {"CTR", ColumnKind::amount, Measure::rate},
                                             {"CPA", ColumnKind::amount, Measure::rate}}};

class CampaignTable final : public Table {
 public:
  CampaignTable(std::string name, CampaignRankingPtr report,
                const std::vector<std::uint32_t>* ranking)
      : name_(std::move(name)), report_(std::move(report)), ranking_(ranking) {}

  std::string name() const override { return name_; }
  std::span<const Column> columns() const override { return kColumns; }
  std::size_t rows() const override {
    return ranking_ != nullptr ? ranking_->size() : report_->campaigns.size();
  }

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    const Campaign& c = campaign(row);
    switch (column) {
      case kName:
        out += (*report_->names)[c.name];
        return;
      case kImpressions:
        return append_integer(out, wide(c.impressions));
      case kClicks:
        return append_integer(out, wide(c.clicks));
      case kSpend:
        return append_fixed(out, c.spend, Decimal::kDigits, 2);
      case kConversions:
        return append_exact(out, c.conversions, Decimal::kDigits, 0);
      case kCtr:
        return append_quotient(out, wide(c.impressions == 0 ? 0 : c.clicks),
                               wide(c.impressions == 0 ? CountSum{1} : c.impressions), 4);
      default:
        if (!c.conversions.zero())
          append_quotient(out, WideDecimal(c.spend), WideDecimal(c.conversions), 2);
    }
  }

  std::optional<ExactNumber> exact(std::size_t row, std::size_t column) const override {
    const Campaign& c = campaign(row);
    const auto count = [](CountSum sum) { return WideInt<3>(static_cast<Int128>(sum)); };
    switch (column) {
      case kSpend:
        return ExactNumber{c.spend, WideInt<3>(Decimal::kOne)};
      case kCtr:
        if (c.impressions == 0) return ExactNumber{};
        return ExactNumber{count(c.clicks), count(c.impressions)};
      case kCpa:
        if (c.conversions.zero()) return std::nullopt;
        return ExactNumber{c.spend, c.conversions};
      default:
        return Table::exact(row, column);
    }
  }

  double number(std::size_t row, std::size_t column) const override {
    const Campaign& c = campaign(row);
    switch (column) {
      case kImpressions:
        return static_cast<double>(c.impressions);
      case kClicks:
        return static_cast<double>(c.clicks);
      case kSpend:
        return as_number(c.spend);
      case kConversions:
        return as_number(c.conversions);
      case kCtr:
        return click_through_rate(c);
      case kCpa:
        return cost_per_acquisition(c);
      default:
        return std::numeric_limits<double>::quiet_NaN();
    }
  }

  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    const Campaign& a = campaign(row_a);
    const Campaign& b = campaign(row_b);
    const auto sign = [](CountSum x, CountSum y) { return x < y ? -1 : y < x ? 1 : 0; };
    switch (column) {
      case kName:
        return (*report_->names)[a.name].compare((*report_->names)[b.name]);
      case kImpressions:
        return sign(a.impressions, b.impressions);
      case kClicks:
        return sign(a.clicks, b.clicks);
      case kSpend:
        return order(WideDecimal(a.spend), WideDecimal(b.spend));
      case kConversions:
        return order(WideDecimal(a.conversions), WideDecimal(b.conversions));
      case kCtr:
        return order_of_ctr(a, b);
      default:
        if (a.conversions.zero() || b.conversions.zero())
          return sign(a.conversions.zero() ? 1 : 0, b.conversions.zero() ? 1 : 0);
        return order_of_cpa(a, b);
    }
  }

 private:
  [[nodiscard]] const Campaign& campaign(std::size_t row) const {
    return report_->campaigns[ranking_ != nullptr ? (*ranking_)[row] : row];
  }
  std::string name_;
  CampaignRankingPtr report_;
  const std::vector<std::uint32_t>* ranking_;  // inside report_; null: all campaigns
};

// The best `top` of `candidates` by `order_of`, then higher spend, then smaller id.
template <class Order>
std::vector<std::uint32_t> best(const CampaignRankingReport& report,
                                std::vector<std::uint32_t> candidates, StopCheck& check,
                                Order order_of) {
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    check();
    const Campaign& left = report.campaigns[a];
    const Campaign& right = report.campaigns[b];
    if (const int by_rate = order_of(left, right); by_rate != 0) return by_rate < 0;
    if (left.spend != right.spend) return left.spend > right.spend;
    return a < b;  // campaigns stand in order of their ids
  };
  const std::size_t kept = std::min(report.top, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                    candidates.end(), before);
  candidates.resize(kept);
  return candidates;
}

}  // namespace

std::vector<TablePtr> CampaignRankingReport::tables(const ReportPtr& self) const {
  const auto report = std::static_pointer_cast<const CampaignRankingReport>(self);
  return {campaigns_table(report), top_ctr_table(report), top_cpa_table(report)};
}

std::size_t CampaignRankingReport::choices(FilterField field) const {
  return field == FilterField::campaign ? campaigns.size() : 0;
}

std::string_view CampaignRankingReport::choice(FilterField, std::size_t index) const {
  return (*names)[campaigns[index].name];
}

std::vector<Remark> CampaignRankingReport::remarks() const {
  std::vector<Remark> remarks;
  if (!totals_counted.empty()) remarks.push_back({RemarkKind::totals_counted, totals_counted});
  if (!sums_of_others.empty()) remarks.push_back({RemarkKind::sums_of_others, sums_of_others});
  note_rewritten_ids(campaigns, *names, remarks);
  return remarks;
}

void CampaignRankingReport::release() const {
  names->release();
  campaigns.release();
}

// With n lines of totals each figure is there n + 1 times over in the sum of all.
void find_sums_of_others(CampaignRankingReport& report) {
  constexpr std::size_t kMostTotals = 4;
  const auto times = [](const auto& figure, std::size_t n) {
    auto sum = figure;
    for (std::size_t i = 1; i < n; ++i) sum += figure;
    return sum;
  };
  std::array<std::vector<TextId>, kMostTotals + 1> found;  // by n
  if (report.impressions == 0 && report.clicks == 0 && report.spend.zero() &&
      report.conversions.zero())
    return;
  for (const Campaign& campaign : report.campaigns)
    for (std::size_t n = 1; n <= kMostTotals; ++n)
      if (times(campaign.impressions, n + 1) == report.impressions &&
          times(campaign.clicks, n + 1) == report.clicks &&
          times(campaign.spend, n + 1) == report.spend &&
          times(campaign.conversions, n + 1) == report.conversions)
        found[n].push_back(campaign.name);
  for (std::size_t n = 1; n <= kMostTotals; ++n) {
    if (found[n].size() != n || report.campaigns.size() < n + 2) continue;
    for (const TextId name : found[n])
      if (std::ranges::find(report.totals_counted, (*report.names)[name]) ==
          report.totals_counted.end())
        report.sums_of_others.emplace_back((*report.names)[name]);
  }
}

void rank_campaigns(CampaignRankingReport& report, StopCheck check) {
  std::vector<std::uint32_t> all(report.campaigns.size());
  std::iota(all.begin(), all.end(), 0U);
  report.top_ctr = best(report, all, check,
                        [](const Campaign& a, const Campaign& b) { return order_of_ctr(b, a); });
  std::erase_if(all, [&](std::uint32_t i) { return report.campaigns[i].conversions.zero(); });
  report.top_cpa = best(report, std::move(all), check, order_of_cpa);
}

void rank_campaigns(CampaignRankingReport& report) { rank_campaigns(report, {}); }

CampaignRankingPtr with_top(const CampaignRankingPtr& report, std::size_t top) {
  auto copy = std::make_shared<CampaignRankingReport>(*report);
  copy->top = top;
  rank_campaigns(*copy);
  return copy;
}

double click_through_rate(const Campaign& campaign) {
  return campaign.impressions == 0
             ? 0.0
             : static_cast<double>(campaign.clicks) / static_cast<double>(campaign.impressions);
}

double cost_per_acquisition(const Campaign& campaign) {
  if (campaign.conversions.zero()) return std::numeric_limits<double>::quiet_NaN();
  return campaign.spend.to_double() / campaign.conversions.to_double();
}

std::span<const Column> campaign_columns() { return kColumns; }

TablePtr top_ctr_table(CampaignRankingPtr report) {
  const auto* const ranking = &report->top_ctr;
  return std::make_shared<CampaignTable>("top" + std::to_string(report->top) + "_ctr",
                                         std::move(report), ranking);
}

TablePtr top_cpa_table(CampaignRankingPtr report) {
  const auto* const ranking = &report->top_cpa;
  return std::make_shared<CampaignTable>("top" + std::to_string(report->top) + "_cpa",
                                         std::move(report), ranking);
}

TablePtr campaigns_table(CampaignRankingPtr report) {
  return std::make_shared<CampaignTable>("campaigns", std::move(report), nullptr);
}

}  // namespace footfall
