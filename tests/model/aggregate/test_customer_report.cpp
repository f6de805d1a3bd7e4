#include <QCryptographicHash>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "model/aggregate/customer_report_aggregate.h"
#include "model/aggregate/payment_filter.h"

using namespace footfall;

namespace {

// A row that owns its texts.
struct Payment {
  std::string id;
  std::string customer;
  std::int64_t ts = 0;
  std::string type;
  Decimal amount;
  std::string currency;
  auto operator<=>(const Payment&) const = default;

  [[nodiscard]] PaymentRow row() const { return {id, customer, ts, type, amount, currency}; }
};

std::string money(const WideDecimal& sum, std::uint64_t count = 1) {
  const WideDecimal divisor =
      WideDecimal(power_of_ten(30)) * WideDecimal(static_cast<Int128>(count));
  std::string out;
  append_fixed(out, divide_half_even(sum, divisor), 6, 6);
  return out;
}

// What the contract says, in maps and sets and at full width.
std::string plain_report(std::vector<Payment> rows, const ReportOptions& options) {
  std::size_t duplicates = 0;
  std::size_t conflicts = 0;
  if (options.distinct_events) {
    const std::set<Payment> distinct(rows.begin(), rows.end());
    std::map<std::string, std::size_t> by_id;
    for (const Payment& payment : distinct) ++by_id[payment.id];
    for (const auto& [id, events] : by_id) conflicts += events > 1 ? events : 0;
    duplicates = rows.size() - distinct.size();
    rows.assign(distinct.begin(), distinct.end());
  }
  struct DayTotals {
    std::uint64_t events = 0;
    WideDecimal spend;
  };
  struct Totals {
    std::uint64_t events = 0, tickets = 0;
    WideDecimal spend, ticket_sum;
    std::map<std::string, int> types;
    std::map<std::int64_t, DayTotals> days;
    std::int64_t latest = 0;
  };
  std::map<std::string, Totals> customers;
  std::map<std::string, std::pair<std::uint64_t, DecimalSum>> unconverted;
  WideDecimal all;
  for (const Payment& payment : rows) {
    Decimal rate{Decimal::kOne};
    if (options.rates.contains(payment.currency)) {
      rate = options.rates.at(payment.currency);
    } else if (payment.currency != "USD") {
      ++unconverted[payment.currency].first;
      unconverted[payment.currency].second += DecimalSum(payment.amount.units);
    }
    const WideDecimal usd = WideDecimal(payment.amount.units) * WideDecimal(rate.units);
    Totals& totals = customers[payment.customer];
    ++totals.events;
    totals.spend += usd;
    all += usd;
    if (payment.type == "checkout" && payment.amount.units > 0) {
      ++totals.tickets;
      totals.ticket_sum += usd;
    }
    ++totals.types[payment.type];
    ++totals.days[payment.ts / 86400].events;
    totals.days[payment.ts / 86400].spend += usd;
    totals.latest = std::max(totals.latest, payment.ts);
  }
  std::string out = std::to_string(rows.size()) + " events, " + money(all) + " USD, " +
                    std::to_string(duplicates) + " duplicates, " + std::to_string(conflicts) +
                    " conflicts\n";
  for (const auto& [currency, sums] : unconverted) {
    out += "no rate: " + currency + "|" + std::to_string(sums.first) + "|";
    append_exact(out, sums.second, Decimal::kDigits, 0);
    out += "\n";
  }
  for (const auto& [id, totals] : customers) {
    std::string top;
    int most = 0;
    for (const auto& [type, count] : totals.types)
      if (count > most) top = type, most = count;
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString(id), QCryptographicHash::Md5)
            .toHex()
            .left(8);
    out += id + "|" + std::to_string(totals.events) + "|" + money(totals.spend) + "|" +
           (totals.tickets > 0 ? money(totals.ticket_sum, totals.tickets) : "0.000000") + "|" +
           std::to_string(totals.days.size()) + "|" + top + "|" + std::to_string(totals.latest) +
           "|" + std::to_string(digest.toUInt(nullptr, 16) % options.shards) + "|\n";
    for (const auto& [day, in_day] : totals.days) {
      out += "  ";
      append_date(out, static_cast<Day>(day));
      out += "|" + std::to_string(in_day.events) + "|" + money(in_day.spend) + "|\n";
    }
  }
  return out;
}

std::string dump(const CustomerReportPtr& report) {
  std::string out = std::to_string(report->events) + " events, ";
  append_fixed(out, report->total_spend, 6, 6);
  out += " USD, " + std::to_string(report->duplicate_events) + " duplicates, " +
         std::to_string(report->conflicting_events) + " conflicts\n";
  for (const auto& currency : report->unconverted) {
    out += "no rate: " + currency.currency + "|" + std::to_string(currency.rows) + "|";
    append_exact(out, currency.amount, Decimal::kDigits, 0);
    out += "\n";
  }
  const TablePtr customers = customers_table(report);
  for (std::size_t row = 0; row < customers->rows(); ++row) {
    for (std::size_t column = 0; column < customers->columns().size(); ++column) {
      customers->append_cell(out, row, column);
      out += "|";
    }
    out += "\n";
    const TablePtr days = one_customer_days_table(report, row);
    for (std::size_t day = 0; day < days->rows(); ++day) {
      out += "  ";
      for (std::size_t column = 1; column < 4; ++column) {
        days->append_cell(out, day, column);
        out += "|";
      }
      out += "\n";
      if (report->days[report->customers[row].first_day + day].customer != row)
        out += "wrong customer\n";
    }
  }
  return out;
}

// How wild the random rows are.
struct Wildness {
  std::size_t customers = 20;
  std::size_t days = 5;
  bool wide_amounts = false;
  std::size_t ids = 1'000'000;
};

std::vector<Payment> random_payments(std::mt19937& random, std::size_t count,
                                     const Wildness& wild) {
  static const std::vector<std::string> tame = {
      "0",           "1",           "12.50",        "99.99",        "-5.25", "0.01",      "1000000",
      "21474836.47", "21474836.48", "-21474836.48", "-21474836.49", "0.005", "0.00000001"};
  static const std::vector<std::string> wide = {
      "1000000000000000000",  "-1000000000000000000", "0.000000000000000001",
      "92233720368.54775807", "92233720368.54775808", "-92233720368.54775808",
      "90000000000.5",        "0.123456789",          "999999999999999999.999999999999999999"};
  static const std::vector<std::string> types = {"checkout", "checkout", "view", "refund",
                                                 "",         "Checkout", "a",    "b"};
  static const std::vector<std::string> currencies = {"USD", "USD", "EUR", "GBP", "", "JPY", "usd"};
  std::vector<Payment> rows;
  while (rows.size() < count) {
    Payment payment;
    payment.id = "e" + std::to_string(random() % wild.ids);
    payment.customer = "cus_" + std::to_string(random() % wild.customers);
    if (random() % 50 == 0)
      payment.customer = std::string(random() % 5, static_cast<char>(random())) + "x";
    const std::int64_t day = static_cast<std::int64_t>(random() % wild.days);
    payment.ts =
        std::max<std::int64_t>(1, (day % 7 == 3 ? 2932890 : 19700) * 86400 * (day % 5 != 4) +
                                      day * 86400 + static_cast<std::int64_t>(random() % 86400));
    payment.type = types[random() % types.size()];
    payment.currency = currencies[random() % currencies.size()];
    const auto& amounts = wild.wide_amounts && random() % 4 == 0 ? wide : tame;
    payment.amount = parse_number(amounts[random() % amounts.size()]).value;
    rows.push_back(payment);
    while (wild.ids < 1'000'000 && random() % 3 == 0) rows.push_back(rows[random() % rows.size()]);
  }
  return rows;
}

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

Wildness random_wildness(std::mt19937& random) {
  Wildness wild;
  wild.customers = 1 + random() % 200;
  wild.days = 1 + random() % 40;
  wild.wide_amounts = random() % 2 == 0;
  wild.ids = random() % 2 == 0 ? 1 + random() % 500 : 1'000'000;
  return wild;
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
          filter.customers = {"cus_3", "cus_1", "nobody", "cus_1", "cus_0", "x"};
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
    filter.customers = {"c"};
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
    std::vector<Payment> all;
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
    const std::uint64_t types = 800'000;
    for (std::uint64_t i = 0; i < types; ++i) {
      const std::string type = "t" + std::to_string(i);
      const std::string other = "o" + std::to_string(i);
      a.add({"e", "c", 100, type, Decimal{Decimal::kOne}, "USD"});
      a.end_chunk();
      b.add({"e", "c", 100, i % 2 == 0 ? type : other, Decimal{Decimal::kOne}, "USD"});
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
    after.add({"new", "new", 5, "checkout", Decimal{5}, "USD"});
    after.end_chunk();
    after.finish(run_in_sequence);
    QCOMPARE(dump(before.report(options.report, {}, run_in_sequence)), expected);
    QCOMPARE(after.rows(options.report, {}), before.rows(options.report, {}) + 1);
  }
};

QTEST_APPLESS_MAIN(TestCustomerReport)
#include "test_customer_report.moc"
