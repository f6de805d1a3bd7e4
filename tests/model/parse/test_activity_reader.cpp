#include <QTest>
#include <array>
#include <string>

#include "model/parse/row_reader.h"
#include "tests/support/padded_field.h"

using namespace footfall;

namespace {

Field text(std::string_view value) { return testing::text_field(value); }
Field number(std::string_view value) { return testing::number_field(value); }
const Field kAbsent{{}, FieldKind::missing};
const Field kWrong{"[]", FieldKind::wrong_type};

std::string read(Field id, Field user, Field type, Field price) {
  const std::array<Field, 4> fields = {id, user, type, price};
  ActivityReader reader;
  ActivityRow row;
  // A reader is used for many rows: nothing of the one before may be left.
  row.price = Decimal{7};
  row.type = "before";
  RowFault fault;
  bool rounded = false;
  if (!reader.read(fields.data(), row, fault, rounded))
    return std::string(reason_name(fault.reason)) + " in " + std::to_string(fault.column);
  std::string out(row.id);
  out.append("|").append(row.user).append("|").append(row.type).append("|");
  if (row.price) append_exact(out, DecimalSum(row.price->units), Decimal::kDigits, 0);
  return out + (rounded ? "|rounded" : "");
}

}  // namespace

class TestActivityReader : public QObject {
  Q_OBJECT
 private slots:
  void reads_a_row() {
    QCOMPARE(read(text("e"), text("u"), text("click"), text("1.50")), "e|u|click|1.5");
    QCOMPARE(read(number("1e2"), number("5"), number("0"), number("-2")), "1e2|5|0|-2");
    QCOMPARE(read(text(" "), text("\t"), text(" view "), text(" 3 ")), " |\t| view |3");
  }
  void a_price_may_be_absent() {
    QCOMPARE(read(text("e"), text("u"), text("click"), kAbsent), "e|u|click|");
    QCOMPARE(read(text("e"), text("u"), text("click"), text("")), "e|u|click|");
    QCOMPARE(read(text("e"), text("u"), text("click"), text(" \t")), "e|u|click|");
    QCOMPARE(read(text("e"), text("u"), kAbsent, text("0")), "e|u||0");
  }
  void missing_values_come_first() {
    QCOMPARE(read(kAbsent, text(""), kWrong, kWrong), "missing value in 0");
    QCOMPARE(read(kWrong, text(""), kWrong, kWrong), "missing value in 1");
  }
  void bad_values() {
    QCOMPARE(read(kWrong, kWrong, kWrong, kWrong), "wrong type in 0");
    QCOMPARE(read(text("e"), kWrong, kWrong, kWrong), "wrong type in 1");
    QCOMPARE(read(text("e"), text("u"), kWrong, kWrong), "wrong type in 2");
    QCOMPARE(read(text("e"), text("u"), text("view"), kWrong), "wrong type in 3");
    QCOMPARE(read(text("e"), text("u"), text("view"), text("free")), "bad number in 3");
    QCOMPARE(read(text("e"), text("u"), text("view"), text("1e19")), "out of range in 3");
  }
  void rounding_is_told() {
    QCOMPARE(read(text("e"), text("u"), text("x"), text("0.0000000000000000015")),
             "e|u|x|0.000000000000000002|rounded");
  }
};

QTEST_APPLESS_MAIN(TestActivityReader)
#include "test_activity_reader.moc"
