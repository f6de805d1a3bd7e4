#include <QTest>
#include <string>
#include <vector>

#include "model/report/campaign_ranking_report.h"

using namespace footfall;

namespace {

struct Line {
  std::string name;
  unsigned impressions = 0;
  unsigned clicks = 0;
  int spend = 0;
  int conversions = 0;
};

std::string sums_among(const std::vector<Line>& lines, const std::vector<std::string>& named = {}) {
  CampaignRankingReport report;
  auto names = std::make_shared<TextPool>();
  report.names = names;
  report.totals_counted = named;
  for (const Line& line : lines) {
    CampaignRankingReport::Campaign campaign;
    campaign.name = names->append(line.name);
    campaign.impressions = line.impressions;
    campaign.clicks = line.clicks;
    campaign.spend += DecimalSum(line.spend * Decimal::kOne);
    campaign.conversions += DecimalSum(line.conversions * Decimal::kOne);
    add_figures(report, campaign);
    report.campaigns.push_back(campaign);
  }
  find_sums_of_others(report);
  std::string found;
  for (const std::string& name : report.sums_of_others) found += (found.empty() ? "" : ",") + name;
  return found;
}

}  // namespace

class TestSumsOfOthers : public QObject {
  Q_OBJECT
 private slots:
  void one_is_the_sum_of_at_least_two() {
    QCOMPARE(sums_among({{"a", 1, 2, 3, 4}, {"b", 10, 20, 30, 40}, {"All", 11, 22, 33, 44}}),
             "All");
    QCOMPARE(sums_among({{"a", 1, 2, 3, 4}, {"All", 1, 2, 3, 4}}), "");
    QCOMPARE(sums_among({{"a", 1}, {"b", 2}, {"All", 3}}), "All");
  }
  void every_figure_has_to_be() {
    QCOMPARE(sums_among({{"a", 1, 2, 3, 4}, {"b", 10, 20, 30, 40}, {"All", 11, 22, 33, 43}}), "");
    QCOMPARE(sums_among({{"a", 1, 2, 3, 4}, {"b", 10, 20, 30, 40}, {"All", 11, 22, 34, 44}}), "");
    QCOMPARE(sums_among({{"a"}, {"b"}, {"c"}}), "");
    QCOMPARE(sums_among({}), "");
  }
  void several_may_be_of_the_same_rows() {
    const std::vector<Line> lines = {{"a", 1, 2, 3, 4},
                                     {"b", 10, 20, 30, 40},
                                     {"All", 11, 22, 33, 44},
                                     {"Here", 11, 22, 33, 44}};
    QCOMPARE(sums_among(lines), "All,Here");
    QCOMPARE(sums_among({{"a", 1}, {"b", 1}, {"c", 1}}), "");
    QCOMPARE(sums_among({{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}}), "");
  }
  void total_words_are_told_of_otherwise() {
    QCOMPARE(sums_among({{"a", 1}, {"b", 2}, {"Total", 3}}, {"Total"}), "");
  }
};

QTEST_GUILESS_MAIN(TestSumsOfOthers)
#include "test_sums_of_others.moc"
