#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "model/aggregate/customers/customer_report_aggregate.h"
#include "model/aggregate/customers/payment_filter.h"
#include "tests/support/payments.h"

using namespace footfall;
using namespace footfall_test;

namespace {

// Adds `rows` to several states in random turns, merges them in a random grouping.
CustomerReportAggregate spread(std::mt19937& random, const std::vector<Payment>& rows,
                               std::size_t states, const AggregateOptions& options) {
  std::vector<CustomerReportAggregate> parts;
  for (std::size_t i = 0; i < states; ++i) parts.emplace_back(options);
  for (const Payment& row : rows) {
    CustomerReportAggregate& state = parts[random() % states];
    state.add(row.row());
    if (random() % 50 == 0) state.end_chunk();
    if (random() % 300 == 0) state.finish(run_in_sequence);
  }
  for (CustomerReportAggregate& part : parts) part.end_chunk();
  CustomerReportAggregate whole(options);
  while (!parts.empty()) {
    std::vector<CustomerReportAggregate> some;
    for (std::size_t n = 1 + random() % parts.size(); n > 0; --n) {
      some.push_back(std::move(parts.back()));
      parts.pop_back();
    }
    // Sometimes guests bring guests of their own.
    if (some.size() > 1 && random() % 2 == 0) {
      CustomerReportAggregate first = std::move(some.front());
      some.erase(some.begin());
      first.merge(std::move(some), run_in_sequence);
      some.clear();
      some.push_back(std::move(first));
    }
    whole.merge(std::move(some), run_in_sequence);
    if (random() % 2 == 0) whole.finish(run_in_sequence);
  }
  whole.finish(run_in_sequence);
  return whole;
}

ReportOptions random_options(std::mt19937& random) {
  static const std::vector<std::string> rates = {"1",
                                                 "1.08",
                                                 "0.0067",
                                                 "1.123456",
                                                 "0.000000000000000001",
                                                 "1000000000000000000",
                                                 "123456789.123456789123456789",
                                                 "1.12345678901"};
  ReportOptions options;
  options.now = kLastInstant.seconds;
  options.shards = 1 + static_cast<std::uint32_t>(random() % 100);
  options.distinct_events = random() % 2 == 0;
  for (const char* currency : {"EUR", "GBP", "JPY", "USD", ""})
    if (random() % 3 == 0)
      options.rates[currency] =
          parse_number(rates[random() % (random() % 2 == 0 ? 4 : rates.size())]).value;
  return options;
}

}  // namespace

class TestCustomerReport : public QObject {
  Q_OBJECT
 private slots:
  void nothing_added() {
    const AggregateOptions options;
    CustomerReportAggregate state(options);
    state.finish(run_in_sequence);
    QCOMPARE(dump(state.report(options.report, {}, run_in_sequence)),
             plain_report({}, options.report));
    QCOMPARE(state.rows(options.report, {}), std::uint64_t{0});
  }
  void equals_the_plain_twin_however_rows_are_spread() {
    std::mt19937 random(11);
    for (int round = 0; round < 100; ++round) {
      std::vector<Payment> rows = random_payments(random, random() % 1200, random_wildness(random));
      AggregateOptions options;
      options.report = random_options(random);
      const std::string expected = plain_report(rows, options.report);
      for (std::size_t states : {1, 2, 8}) {
        std::shuffle(rows.begin(), rows.end(), random);
        const CustomerReportAggregate state = spread(random, rows, states, options);
        QCOMPARE(dump(state.report(options.report, {}, run_in_sequence)), expected);
        QCOMPARE(state.rows(options.report, {}), std::uint64_t{rows.size()});
      }
    }
  }
  void slices_equal_the_twin_on_matching_rows() {
    std::mt19937 random(12);
    for (int round = 0; round < 100; ++round) {
      const std::vector<Payment> rows =
          random_payments(random, random() % 600, random_wildness(random));
      AggregateOptions loaded;
      loaded.keep_slices = true;
      loaded.report = random_options(random);
      const CustomerReportAggregate state = spread(random, rows, 1 + random() % 4, loaded);
      for (int slice = 0; slice < 5; ++slice) {
        ReportOptions options = random_options(random);
        options.distinct_events = loaded.report.distinct_events;
        if (random() % 2 == 0) options.event_types = {"checkout", "b", "none such"};
        Filter filter;
        const auto bound = [&] {
          return TimeBound{(19700 + static_cast<std::int64_t>(random() % 30)) * 86400 -
                               static_cast<std::int64_t>(random() % 2),
                           {}};
        };
        if (random() % 2 == 0) filter.from = bound();
        if (random() % 2 == 0) filter.to = bound();
        if (random() % 2 == 0)
          filter[FilterField::customer] = {"cus_3", "cus_1", "nobody", "cus_1", "cus_0", "x"};
        const PaymentFilter keeps(options, filter);
        std::vector<Payment> matching;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(matching),
                     [&](const Payment& row) { return keeps.keep(row.row()); });
        QVERIFY(state.can_report(options, filter));
        QCOMPARE(dump(state.report(options, filter, run_in_sequence)),
                 plain_report(matching, options));
        QCOMPARE(state.rows(options, filter), std::uint64_t{matching.size()});
      }
    }
  }
  void what_needs_the_rows_again() {
    AggregateOptions loaded;
    loaded.report.now = 5;
    CustomerReportAggregate plain(loaded);
    QVERIFY(plain.can_report(loaded.report, {}));
    ReportOptions other = loaded.report;
    other.event_types = {"view"};
    QVERIFY(!plain.can_report(other, {}));
    Filter filter;
    filter[FilterField::customer] = {"c"};
    QVERIFY(!plain.can_report(loaded.report, filter));
    loaded.keep_slices = true;
    CustomerReportAggregate slices(loaded);
    QVERIFY(slices.can_report(other, filter));
    other.now = 6;
    QVERIFY(!slices.can_report(other, filter));
    other = loaded.report;
    other.distinct_events = true;
    QVERIFY(!slices.can_report(other, {}));
  }
  void few_keys_stay_small_however_many_rows() {
    std::mt19937 random(13);
    Wildness wild;
    wild.customers = 300;
    const std::vector<Payment> some = random_payments(random, 3000, wild);
    AggregateOptions options;
    options.report = random_options(random);
    options.report.distinct_events = false;
    CustomerReportAggregate state(options);
    for (int i = 0; i < 300; ++i)
      for (const Payment& row : some) state.add(row.row());
    state.end_chunk();
    QVERIFY(state.memory() < std::size_t{16} << 20);
    state.finish(run_in_sequence);
    QVERIFY(state.memory() < std::size_t{2} << 20);
    const CustomerReportPtr report = state.report(options.report, {}, run_in_sequence);
    QCOMPARE(report->events, std::uint64_t{some.size() * 300});
    // Every sum is 300 times that of the rows once.
    CustomerReportAggregate once(options);
    for (const Payment& row : some) once.add(row.row());
    once.end_chunk();
    once.finish(run_in_sequence);
    const CustomerReportPtr single = once.report(options.report, {}, run_in_sequence);
    QCOMPARE(report->days.size(), single->days.size());
    for (std::size_t i = 0; i < single->unconverted.size(); ++i)
      QVERIFY(report->unconverted[i].amount == single->unconverted[i].amount * DecimalSum(300));
    for (std::size_t i = 0; i < single->days.size(); ++i)
      QCOMPARE(report->days[i].events, single->days[i].events * 300);
  }
  void repeats_of_many_events_are_dropped_while_rows_come() {
    std::mt19937 random(14);
    Wildness wild;
    wild.ids = 2000;
    wild.wide_amounts = true;
    const std::vector<Payment> some = random_payments(random, 3000, wild);
    std::vector<Payment> all;
    for (int i = 0; i < 120; ++i) all.insert(all.end(), some.begin(), some.end());
    AggregateOptions options;
    options.report = random_options(random);
    options.report.distinct_events = true;
    const CustomerReportAggregate state = spread(random, all, 1, options);
    QCOMPARE(dump(state.report(options.report, {}, run_in_sequence)),
             plain_report(all, options.report));
  }
  void more_combinations_than_a_log_record_can_name() {
    // A million and a half types.
    AggregateOptions options;
    options.report.now = kLastInstant.seconds;
    CustomerReportAggregate a(options);
    CustomerReportAggregate b(options);
    // As strings, which have the bytes behind them that readers may load.
    const std::string event = "e";
    const std::string customer = "c";
    const std::string currency = "USD";
    const std::uint64_t types = 800'000;
    for (std::uint64_t i = 0; i < types; ++i) {
      const std::string type = "t" + std::to_string(i);
      const std::string other = "o" + std::to_string(i);
      a.add({event, customer, 100, type, Decimal{Decimal::kOne}, currency});
      a.end_chunk();
      b.add({event, customer, 100, i % 2 == 0 ? type : other, Decimal{Decimal::kOne}, currency});
      b.end_chunk();
    }
    std::vector<CustomerReportAggregate> others;
    others.push_back(std::move(b));
    a.merge(std::move(others), run_in_sequence);
    a.finish(run_in_sequence);
    const CustomerReportPtr report = a.report(options.report, {}, run_in_sequence);
    QCOMPARE(report->events, 2 * types);
    QCOMPARE((*report->event_types)[report->customers[0].top_event_type], std::string_view("t0"));
    std::string spend;
    report->spend.append_text(spend, 0);
    QCOMPARE(spend, "1600000.000000");
  }
  void a_copy_goes_on_alone() {
    std::mt19937 random(15);
    const std::vector<Payment> rows = random_payments(random, 300, {});
    AggregateOptions options;
    options.report = random_options(random);
    const CustomerReportAggregate before = spread(random, rows, 2, options);
    const std::string expected = dump(before.report(options.report, {}, run_in_sequence));
    CustomerReportAggregate after = before;
    const std::string id = "new";
    const std::string type = "checkout";
    const std::string currency = "USD";
    after.add({id, id, 5, type, Decimal{5}, currency});
    after.end_chunk();
    after.finish(run_in_sequence);
    QCOMPARE(dump(before.report(options.report, {}, run_in_sequence)), expected);
    QCOMPARE(after.rows(options.report, {}), before.rows(options.report, {}) + 1);
  }
};

QTEST_APPLESS_MAIN(TestCustomerReport)
#include "test_customer_report.moc"
