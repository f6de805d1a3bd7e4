// Customers and their days as tables, and what customers spend together beside plain twins: sums
// kept by day, all customers sorted, each bar counted by itself.
#include <QTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

#include "model/report/customer_spend.h"
#include "tests/bench/random.h"

using namespace footfall;

namespace {

CustomerReportPtr sample() {
  auto names = std::make_shared<TextPool>();
  auto types = std::make_shared<TextPool>();
  auto report = std::make_shared<CustomerReport>();
  // Dictionaries may hold more than the report lists, in any order.
  for (const char* name : {"unused", "b,2", "a1"}) names->append(name);
  for (const char* type : {"view", "", "checkout"}) types->append(type);
  report->customers = {{2, 2, 2, 17, 5, 1704153600, 0}, {1, 1, 1, 3, 2, 1704067200, 2}};
  report->spend.append(WideDecimal(12'500'000));
  report->spend.append(WideDecimal(-1));
  report->average_ticket.append(WideDecimal(4'166'667));
  report->average_ticket.append(WideDecimal(0));
  report->days = {{19723, 0, 4}, {19724, 0, 1}, {19723, 1, 2}};
  report->day_spend.append(WideDecimal(12'500'000));
  report->day_spend.append(WideDecimal(0));
  report->day_spend.append(WideDecimal(power_of_ten(30)));
  report->names = names;
  report->event_types = types;
  return report;
}

std::string dump(const Table& table) {
  std::string out;
  for (const Column& column : table.columns()) out.append(column.name).append(" ");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    out += "\n";
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
      table.append_cell(out, row, column);
      out += "|";
    }
  }
  return out;
}

Int128 narrow(const WideDecimal& value) { return value.to_int128(); }

// Amounts that are often alike, now and then negative, huge, or of a few millionths.
Int128 random_amount(bench::Random& random) {
  const auto small = static_cast<Int128>(random.below(9)) - 2;
  if (random.chance(0.1)) return small;
  if (random.chance(0.03)) return small * power_of_ten(21);
  return small * power_of_ten(6) * static_cast<Int128>(1 + random.below(50));
}

std::shared_ptr<CustomerReport> random_report(bench::Random& random) {
  auto report = std::make_shared<CustomerReport>();
  auto names = std::make_shared<TextPool>();
  const std::size_t customers = random.below(80);
  const Day span = 1 + static_cast<Day>(random.below(60));
  for (std::size_t i = 0; i < customers; ++i) {
    CustomerReport::Customer customer;
    customer.name = names->append("c" + std::to_string(100 + i));
    customer.first_day = report->days.size();
    Int128 spend = 0;
    for (Day day = 0; day < span; ++day) {
      if (!random.chance(0.2) && !(day + 1 == span && customer.active_days == 0)) continue;
      const Int128 amount = random.chance(0.3) ? Int128{0} : random_amount(random);
      spend += amount;
      report->days.push_back({19700 + day, static_cast<std::uint32_t>(i), 1 + random.below(5)});
      report->day_spend.append(WideDecimal(amount));
      ++customer.active_days;
    }
    report->customers.push_back(customer);
    report->spend.append(WideDecimal(spend));
    const Int128 ticket = random.chance(0.2) ? Int128{0} : random_amount(random);
    report->average_ticket.append(WideDecimal(ticket < 0 ? -ticket : ticket));
  }
  report->names = names;
  return report;
}

struct PlainDay {
  std::set<std::uint32_t> customers;
  std::uint64_t events = 0;
  Int128 spend = 0;
};

void compare_days(const std::vector<SpendDay>& found, const std::map<Day, PlainDay>& plain) {
  QCOMPARE(found.size(), plain.size());
  auto at = found.begin();
  for (const auto& [day, sum] : plain) {
    QCOMPARE(at->day, day);
    QCOMPARE(at->customers, std::uint64_t{sum.customers.size()});
    QCOMPARE(at->events, sum.events);
    QVERIFY(narrow(at->spend) == sum.spend);
    ++at;
  }
}

}  // namespace

class TestCustomerTables : public QObject {
  Q_OBJECT
 private slots:
  void customers() {
    const TablePtr table = customers_table(sample());
    QCOMPARE(table->name(), "customers");
    QCOMPARE(dump(*table),
             "customer_id total_events total_spend_usd avg_ticket_usd active_days top_event_type "
             "latest_event_ts shard \n"
             "a1|5|12.500000|4.166667|2|checkout|1704153600|17|\n"
             "b,2|2|-0.000001|0.000000|1||1704067200|3|");
    QVERIFY(std::isnan(table->number(0, 0)));
    QVERIFY(std::isnan(table->number(0, 5)));
    QCOMPARE(table->number(0, 1), 5.0);
    QCOMPARE(table->number(0, 2), 12.5);
    QCOMPARE(table->number(1, 6), 1704067200.0);
    for (std::size_t column = 1; column < 8; ++column) {
      QVERIFY(table->compare(0, 1, column) > 0);
      QVERIFY(table->compare(1, 0, column) < 0);
      QCOMPARE(table->compare(1, 1, column), 0);
    }
    QVERIFY(table->compare(0, 1, 0) < 0);
  }
  void days() {
    const TablePtr table = customer_days_table(sample());
    QCOMPARE(table->name(), "customer_days");
    QCOMPARE(dump(*table),
             "customer_id day events spend_usd \n"
             "a1|2024-01-01|4|12.500000|\n"
             "a1|2024-01-02|1|0.000000|\n"
             "b,2|2024-01-01|2|1000000000000000000000000.000000|");
    QCOMPARE(table->number(1, 1), 19724.0);
    QVERIFY(table->compare(0, 2, 0) < 0);
    QCOMPARE(table->compare(0, 1, 0), 0);
    QCOMPARE(table->compare(0, 2, 1), 0);
    QVERIFY(table->compare(0, 1, 2) > 0);
    QVERIFY(table->compare(0, 2, 3) < 0);
  }
  void days_of_one_customer() {
    QCOMPARE(
        dump(*one_customer_days_table(sample(), 1)),
        "customer_id day events spend_usd \nb,2|2024-01-01|2|1000000000000000000000000.000000|");
    const TablePtr table = one_customer_days_table(sample(), 0);
    QCOMPARE(table->rows(), std::size_t{2});
    QVERIFY(table->compare(0, 1, 1) < 0);
  }

  void spend_over_time() {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      bench::Random random(seed);
      const auto report = random_report(random);
      std::vector<std::size_t> some;
      for (std::size_t i = 0; i < report->customers.size(); ++i)
        if (random.chance(0.3)) some.push_back(i);
      for (const bool all : {true, false}) {
        std::map<Day, PlainDay> days, weeks;
        for (std::size_t entry = 0; entry < report->days.size(); ++entry) {
          const auto& of = report->days[entry];
          if (!all && std::ranges::find(some, of.customer) == some.end()) continue;
          Day monday = of.day;  // 1970-01-05 was one
          while ((monday - 4) % 7 != 0) --monday;
          for (PlainDay* sum : {&days[of.day], &weeks[monday]}) {
            sum->customers.insert(of.customer);
            sum->events += of.events;
            sum->spend += narrow(report->day_spend.units(entry));
          }
        }
        const SpendDaysPtr found = all ? spend_days(*report) : spend_days(*report, some);
        compare_days(found->days, days);
        compare_days(found->weeks, weeks);
        const TablePtr table = spend_days_table(found);
        QCOMPARE(table->rows(), days.size());
        for (std::size_t row = 1; row < table->rows(); ++row)
          QVERIFY(table->compare(row - 1, row, 0) < 0);
      }
    }
  }

  void spread_of_spend() {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      bench::Random random(seed);
      const auto report = random_report(random);
      std::vector<Int128> spends;
      std::uint64_t without = 0, below = 0;
      Int128 sum_below = 0;
      for (std::size_t i = 0; i < report->spend.size(); ++i) {
        const Int128 spend = narrow(report->spend.units(i));
        if (spend > 0) spends.push_back(spend);
        if (spend == 0) ++without;
        if (spend < 0) ++below, sum_below += spend;
      }
      std::sort(spends.rbegin(), spends.rend());
      const SpendSpreadPtr found = spend_spread(*report);
      QCOMPARE(found->customers(), std::uint64_t{spends.size()});
      QCOMPARE(found->without, without);
      QCOMPARE(found->below, below);
      QVERIFY(narrow(found->spend_below) == sum_below);
      const TablePtr table = spend_spread_table(found);
      QCOMPARE(table->rows(), std::size_t{spends.empty() ? 0U : 12U});
      for (std::uint64_t part = 1; part <= 1000 && !spends.empty(); ++part) {
        std::size_t count = 0;
        Int128 sum = 0;
        while (count * 1000 < part * spends.size()) sum += spends[count++];
        QCOMPARE(found->top(part).customers, std::uint64_t{count});
        QVERIFY(narrow(found->top(part).spend) == sum);
      }
      for (std::size_t i = 1; i < found->points.size(); ++i)
        QVERIFY(found->points[i - 1].customers < found->points[i].customers);
    }
    // Three customers with 6, 3 and 1: the top tenth is the first.
    auto report = std::make_shared<CustomerReport>();
    for (const int spend : {1, -5, 6, 0, 3}) report->spend.append(WideDecimal(spend * 1'000'000));
    QVERIFY(dump(*spend_spread_table(spend_spread(*report)))
                .starts_with("share_of_customers customers spend_usd share_of_spend \n"
                             "0.0100|1|6.000000|0.6000|\n0.0500|1|6.000000|0.6000|\n"
                             "0.1000|1|6.000000|0.6000|\n0.2000|1|6.000000|0.6000|\n"
                             "0.3000|1|6.000000|0.6000|\n0.4000|2|9.000000|0.9000|\n"));
  }

  void tickets_by_size() {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
      bench::Random random(seed);
      const auto report = random_report(random);
      std::vector<Int128> tickets;
      for (std::size_t i = 0; i < report->average_ticket.size(); ++i)
        if (const Int128 ticket = narrow(report->average_ticket.units(i)); ticket != 0)
          tickets.push_back(ticket);
      const TicketHistogramPtr found = ticket_histogram(*report);
      QCOMPARE(found->customers, std::uint64_t{tickets.size()});
      QCOMPARE(found->without, std::uint64_t{report->average_ticket.size() - tickets.size()});
      const TablePtr table = ticket_histogram_table(found);
      if (tickets.empty()) {
        QCOMPARE(table->rows(), std::size_t{0});
        continue;
      }
      const auto not_exceeded_by = [&](std::size_t percent) {
        for (const Int128 value : std::set<Int128>(tickets.begin(), tickets.end()))
          if (100 * static_cast<std::size_t>(std::ranges::count_if(
                        tickets, [&](Int128 ticket) { return ticket <= value; })) >=
              percent * tickets.size())
            return value;
        return Int128{0};
      };
      QVERIFY(narrow(found->median) == not_exceeded_by(50));
      const Int128 tail = not_exceeded_by(99), highest = not_exceeded_by(100);
      const Int128 end = highest >= 2 * tail ? tail : highest;
      const Int128 width = narrow(found->width);
      // Bars reach the end, and those of the next smaller width would be too many.
      std::string digits;
      append_integer(digits, found->width);
      QVERIFY(digits.find_first_not_of('0', 1) == digits.npos);
      QVERIFY(digits[0] == '1' || digits[0] == '2' || digits[0] == '5');
      QVERIFY(40 * width > end);
      const Int128 smaller = digits[0] == '5' ? width / 5 * 2 : width / 2;
      QVERIFY(width == 1 || 40 * smaller <= end);
      std::vector<std::uint64_t> bars;
      for (Int128 from = 0; from <= end; from += width)
        bars.push_back(static_cast<std::uint64_t>(std::ranges::count_if(
            tickets, [&](Int128 ticket) { return ticket >= from && ticket < from + width; })));
      QCOMPARE(found->bars, bars);
      std::uint64_t inside = 0;
      for (const std::uint64_t bar : bars) inside += bar;
      QCOMPARE(found->above, std::uint64_t{tickets.size()} - inside);
      QCOMPARE(table->rows(), bars.size() + (found->above > 0 ? 1 : 0));
    }
  }
};

QTEST_APPLESS_MAIN(TestCustomerTables)
#include "test_customer_tables.moc"
