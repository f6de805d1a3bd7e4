#include <QTest>
#include <array>
#include <optional>
#include <string>

#include "model/parse/row_reader.h"
#include "tests/support/padded_field.h"

using namespace footfall;

namespace {

Field text(std::string_view value) { return testing::text_field(value); }
Field number(std::string_view value) { return testing::number_field(value); }
const Field kAbsent{{}, FieldKind::missing};
const Field kWrong{"true", FieldKind::wrong_type};

struct Case {
  std::array<Field, 6> fields = {text("e1"),       text("c1"),    text("1700000000"),
                                 text("checkout"), text("12.50"), text("EUR")};
  Case& set(std::size_t column, Field field) {
    fields[column] = field;
    return *this;
  }
};

struct Outcome {
  bool read = false;
  bool rounded = false;
  PaymentRow row;
  RowFault fault;
};
Outcome read(const Case& given) {
  Outcome outcome;
  PaymentReader reader;
  outcome.read = reader.read(given.fields.data(), outcome.row, outcome.fault, outcome.rounded);
  return outcome;
}
std::string fault(const Case& given) {
  const Outcome outcome = read(given);
  if (outcome.read) return "none";
  return std::string(reason_name(outcome.fault.reason)) + " in " +
         std::to_string(outcome.fault.column);
}

}  // namespace

class TestPaymentReader : public QObject {
  Q_OBJECT
 private slots:
  void reads_a_row() {
    const Outcome outcome = read({});
    QVERIFY(outcome.read);
    QVERIFY(!outcome.rounded);
    QCOMPARE(outcome.row.event_id, std::string_view("e1"));
    QCOMPARE(outcome.row.customer, std::string_view("c1"));
    QCOMPARE(outcome.row.ts, std::int64_t{1700000000});
    QCOMPARE(outcome.row.event_type, std::string_view("checkout"));
    QCOMPARE(outcome.row.currency, std::string_view("EUR"));
    QVERIFY(outcome.row.amount.units == 125 * Decimal::kOne / 10);
  }
  void absent_optional_values_have_defaults() {
    for (const Field& empty : {kAbsent, text("")}) {
      const Outcome outcome = read(Case().set(3, empty).set(4, empty).set(5, empty));
      QVERIFY(outcome.read);
      QCOMPARE(outcome.row.event_type, std::string_view());
      QCOMPARE(outcome.row.currency, std::string_view());
      QVERIFY(outcome.row.amount.units == 0);
    }
    QVERIFY(read(Case().set(4, text(" \t "))).row.amount.units == 0);
  }
  void numbers_are_seconds_or_parts_of_them() {
    QCOMPARE(read(Case().set(2, text(" 1700000000.999\t"))).row.ts, std::int64_t{1700000000});
    QCOMPARE(read(Case().set(2, number("1.7e9"))).row.ts, std::int64_t{1700000000});
    for (const char* same : {"1700000000000", "1700000000123456", "1700000000123456789", "1.7e18"})
      QCOMPARE(read(Case().set(2, number(same))).row.ts, std::int64_t{1700000000});
    QCOMPARE(read(Case().set(2, number("99999999999"))).row.ts, std::int64_t{99999999999});
    QCOMPARE(read(Case().set(2, number("100000000000"))).row.ts, std::int64_t{100000000});
    QCOMPARE(read(Case().set(2, number("-0.9"))).row.ts, std::int64_t{0});
    QCOMPARE(read(Case().set(2, number("-1.9"))).row.ts, std::int64_t{-1});
    QCOMPARE(read(Case().set(2, text("+12"))).row.ts, std::int64_t{12});
    QCOMPARE(read(Case().set(2, text("-100000000000"))).row.ts, std::int64_t{-100000000000});
    QCOMPARE(read(Case().set(2, text("253402300799999999999"))).row.ts, std::int64_t{253402300799});
  }
  void values_missing_come_first_in_the_order_of_columns() {
    QCOMPARE(fault(Case().set(0, text("")).set(1, kAbsent)), "missing value in 0");
    QCOMPARE(fault(Case().set(1, kAbsent).set(2, text(" "))), "missing value in 1");
    QCOMPARE(fault(Case().set(0, kWrong).set(2, text(" \t"))), "missing value in 2");
    QCOMPARE(fault(Case().set(2, text("x")).set(1, text(""))), "missing value in 1");
    QCOMPARE(fault(Case().set(1, text(" "))), "none");
  }
  void bad_values_in_the_order_of_columns() {
    QCOMPARE(fault(Case().set(0, kWrong).set(1, kWrong)), "wrong type in 0");
    QCOMPARE(fault(Case().set(1, kWrong).set(2, text("x"))), "wrong type in 1");
    QCOMPARE(fault(Case().set(2, kWrong)), "wrong type in 2");
    QCOMPARE(fault(Case().set(2, text("2025-01-06T10:00")).set(4, text("x"))),
             "bad timestamp in 2");
    QCOMPARE(fault(Case().set(2, text("1_000"))), "bad timestamp in 2");
    QCOMPARE(fault(Case().set(2, text("253402300800000000000"))), "bad timestamp in 2");
    QCOMPARE(fault(Case().set(2, text("-1e19"))), "bad timestamp in 2");
    QCOMPARE(fault(Case().set(2, text("1e400"))), "bad timestamp in 2");
    QCOMPARE(fault(Case().set(3, kWrong).set(4, text("x"))), "wrong type in 3");
    QCOMPARE(fault(Case().set(4, text("nan")).set(5, kWrong)), "bad number in 4");
    QCOMPARE(fault(Case().set(4, text("1 2"))), "bad number in 4");
    QCOMPARE(fault(Case().set(4, kWrong)), "wrong type in 4");
    QCOMPARE(fault(Case().set(4, text("-1000000000000000000.1"))), "out of range in 4");
    QCOMPARE(fault(Case().set(4, text("-5"))), "none");
    QCOMPARE(fault(Case().set(5, kWrong)), "wrong type in 5");
  }
  void digits_beyond_the_18th_decimal_are_told() {
    QVERIFY(read(Case().set(4, text("0.1234567890123456789"))).rounded);
    QVERIFY(read(Case().set(2, text("17.1234567890123456789"))).rounded);
    QVERIFY(!read(Case().set(4, text("0.1234567890123456780"))).rounded);
  }
  void numbers_of_json_are_ids_by_their_text() {
    const Outcome outcome =
        read(Case().set(0, number("1e2")).set(1, number("007")).set(5, number("978")));
    QVERIFY(outcome.read);
    QCOMPARE(outcome.row.event_id, std::string_view("1e2"));
    QCOMPARE(outcome.row.customer, std::string_view("007"));
    QCOMPARE(outcome.row.currency, std::string_view("978"));
  }
};

QTEST_APPLESS_MAIN(TestPaymentReader)
#include "test_payment_reader.moc"
