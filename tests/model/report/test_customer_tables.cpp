#include <QTest>
#include <cmath>
#include <memory>

#include "model/report/customer_report.h"

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
};

QTEST_APPLESS_MAIN(TestCustomerTables)
#include "test_customer_tables.moc"
