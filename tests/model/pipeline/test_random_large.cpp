// Inputs with thousands of keys, compared with the plain twin: what small ones cannot reach, such
// as tables that grow, merges of many states and slices of many cells.
#include <QTest>

#include "model/core/hash.h"
#include "tests/bench/random.h"
#include "tests/support/twin_compare.h"

using namespace footfall;
using bench::Random;
using testing::Work;
using twin::Options;

namespace {

constexpr int kRows = 12'000;
constexpr std::int64_t kBegin = 1743120000;  // 2025-03-28

std::string name(const char* stem, std::uint64_t number) { return stem + std::to_string(number); }
std::uint64_t skewed(Random& random, std::uint64_t count) {
  const double unit = random.unit();
  return static_cast<std::uint64_t>(unit * unit * static_cast<double>(count));
}
std::string cents(Random& random) {
  return std::to_string(random.below(500)) + '.' + std::to_string(10 + random.below(90));
}

std::string header_of(twin::Report report) {
  switch (report) {
    case twin::Report::hourly_visitors:
      return "timestamp,page_url,visitor_id\n";
    case twin::Report::customer_report:
      return "event_id,customer_id,ts,event_type,amount,currency\n";
    case twin::Report::campaign_ranking:
      return "campaign_id,date,impressions,clicks,spend,conversions\n";
    case twin::Report::user_activity:
      return "id,user_id,type,price\n";
    case twin::Report::requests:
      return "timestamp,page_url,status,bytes\n";
  }
  return {};
}

std::string row_of(twin::Report report, Random& random) {
  const std::vector<const char*> types = {"checkout", "refund", "click", "view", "purchase", ""};
  const std::vector<const char*> currencies = {"USD", "EUR", "JPY", "XTS", "ZZZ", ""};
  switch (report) {
    case twin::Report::hourly_visitors:
      return std::to_string(kBegin + static_cast<std::int64_t>(random.below(60 * 3600))) + ',' +
             name("/page/", skewed(random, 400)) + ',' +
             name(random.chance(0.2) ? "visitor-of-a-long-name-" : "visitor-",
                  skewed(random, 4000)) +
             '\n';
    case twin::Report::customer_report:
      return name("e", random.below(10000)) + ',' + name("customer-", skewed(random, 3000)) + ',' +
             std::to_string(kBegin + static_cast<std::int64_t>(random.below(20)) * 43200) + ',' +
             types[random.below(types.size())] + ',' + (random.chance(0.1) ? "-" : "") +
             cents(random) + ',' + currencies[random.below(currencies.size())] + '\n';
    case twin::Report::campaign_ranking:
      return name("campaign-", random.below(900)) + ",2025-03-" +
             std::to_string(10 + random.below(22)) + ',' + std::to_string(random.below(5000)) +
             ',' + std::to_string(random.below(50)) + ',' + cents(random) + ',' +
             std::to_string(random.below(4)) + '\n';
    case twin::Report::user_activity:
      return name("id-", random.below(9000)) + ',' + name("user-", skewed(random, 2000)) + ',' +
             types[random.below(types.size())] + ',' + std::to_string(random.below(3)) + '\n';
    case twin::Report::requests:
      return std::to_string(kBegin + static_cast<std::int64_t>(random.below(60 * 3600))) + ',' +
             name("/page/", skewed(random, 4000)) + ',' + std::to_string(100 + random.below(550)) +
             ',' + std::to_string(random.below(1'000'000'000)) + '\n';
  }
  return {};
}

/// Two files of one report.
std::vector<std::string> files_of(twin::Report report, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::string> files(2, header_of(report));
  for (int row = 0; row < kRows; ++row) files[random.below(2)] += row_of(report, random);
  return files;
}

Options options_of(twin::Report report) {
  Options options;
  options.report = report;
  options.rates = {{"EUR", "1.0833333333"}, {"JPY", "0.0067"}};
  return options;
}

}  // namespace

class TestRandomLarge : public QObject {
  Q_OBJECT
 private:
  static void reports() {
    QTest::addColumn<int>("report");
    QTest::newRow("visitors") << static_cast<int>(twin::Report::hourly_visitors);
    QTest::newRow("customers") << static_cast<int>(twin::Report::customer_report);
    QTest::newRow("campaigns") << static_cast<int>(twin::Report::campaign_ranking);
    QTest::newRow("activity") << static_cast<int>(twin::Report::user_activity);
    QTest::newRow("requests") << static_cast<int>(twin::Report::requests);
  }
  static void same(const std::string& difference) {
    QVERIFY2(difference.empty(), difference.substr(0, 2000).c_str());
  }

 private slots:
  void loads_data() { reports(); }
  void loads() {
    QFETCH(int, report);
    const testing::Workshop workshop;
    const std::vector<twin::Input> inputs =
        workshop.write(files_of(static_cast<twin::Report>(report), 1));
    Options options = options_of(static_cast<twin::Report>(report));
    options.distinct_events = true;
    const twin::Result expected = twin::run(options, inputs);
    std::uint64_t seed = 0;
    for (const Work& work : {Work{1, 0}, Work{2, 100'000}, Work{3, 20'000}, Work{8, 700}}) {
      set_hash_seed(++seed);  // nothing written follows from a hash
      same(testing::difference(options, inputs, expected, work));
    }
  }

  void slices_data() { reports(); }
  void slices() {
    QFETCH(int, report);
    const testing::Workshop workshop;
    const std::vector<std::string> files = files_of(static_cast<twin::Report>(report), 2);
    const Options options = options_of(static_cast<twin::Report>(report));
    Options days = options;
    days.from = "2025-03-29";
    days.to = "2025-03-30T01:00";
    days.zone = "Europe/Berlin";
    days.event_types = {"checkout", "view"};
    Options names = options;
    for (std::uint64_t number = 0; number < 120; number += 3) {
      names.pages.insert(name("/page/", number));
      names.customers.insert(name("customer-", number));
      names.campaigns.insert(name("campaign-", number));
      names.users.insert(name("user-", number));
    }
    names.rates = {{"EUR", "2"}, {"ZZZ", "0.3333"}, {"USD", "0.5"}};
    names.shards = 7;
    Options both = names;
    both.from = "2025-03-29T12:00";
    both.to = "2025-03-31";
    both.top = 25;
    for (const Options& slice : {days, names, both})
      same(testing::check_slice(workshop, options, slice, files, Work{2, 5000}));
  }
};

QTEST_GUILESS_MAIN(TestRandomLarge)
#include "test_random_large.moc"
