#include <QTest>
#include <limits>
#include <random>

#include "model/core/decimal.h"

using namespace footfall;

namespace {
std::string fixed(std::string_view text, unsigned decimals) {
  const ParsedNumber number = parse_number(text);
  if (number.fault != NumberFault::none) return number.fault == NumberFault::bad ? "bad" : "range";
  std::string out;
  append_fixed(out, DecimalSum(number.value.units), Decimal::kDigits, decimals);
  return out;
}
std::string exact(std::string_view text, unsigned least) {
  std::string out;
  append_exact(out, DecimalSum(parse_number(text).value.units), Decimal::kDigits, least);
  return out;
}
}  // namespace

class TestDecimal : public QObject {
  Q_OBJECT
 private slots:
  void reads_what_the_grammar_allows() {
    QCOMPARE(fixed("1", 2), "1.00");
    QCOMPARE(fixed("+1.5", 2), "1.50");
    QCOMPARE(fixed("-.5", 2), "-0.50");
    QCOMPARE(fixed("5.", 2), "5.00");
    QCOMPARE(fixed("1e3", 2), "1000.00");
    QCOMPARE(fixed("1.25E-2", 4), "0.0125");
    QCOMPARE(fixed("000000000000000000000000012.5", 1), "12.5");
    QCOMPARE(fixed("1000000000000000000", 0), "1000000000000000000");
    QCOMPARE(fixed("0e999999999999", 0), "0");
  }
  void refuses_everything_else() {
    for (const char* text : {"", ".", "+", "-", "e5", "1e", "1e+", "1_000", "nan", "inf", "0x10",
                             " 1", "1 ", "1.2.3", "--1", "1e5.0", ".e5"})
      QCOMPARE(fixed(text, 2), "bad");
    for (const char* text : {"1000000000000000001", "-1e19", "1e99999999999999999999",
                             "1000000000000000000.5", "1000000000000000000.0000000000000000001"})
      QCOMPARE(fixed(text, 2), "range");
  }
  void narrow_values_print_as_wide_ones() {
    std::mt19937_64 random(7);
    for (int round = 0; round < 20000; ++round) {
      auto value = static_cast<std::int64_t>(random() >> (random() % 64));
      if (round % 2 == 0) value = -value;
      if (round < 4) value = round < 2 ? std::numeric_limits<std::int64_t>::min() : round - 2;
      const auto decimals = static_cast<unsigned>(random() % 19);
      std::string narrow, wide;
      append_fixed(narrow, value, decimals);
      append_fixed(wide, WideInt<2>(Int128{value}), decimals, decimals);
      QCOMPARE(narrow, wide);
    }
  }
  void rounds_half_to_even_once() {
    QCOMPARE(fixed("0.125", 2), "0.12");
    QCOMPARE(fixed("0.135", 2), "0.14");
    QCOMPARE(fixed("-0.125", 2), "-0.12");
    QCOMPARE(fixed("-0.004", 2), "0.00");
    QCOMPARE(fixed("0.1250000000000000001", 2), "0.12");
    QCOMPARE(fixed("0.0000000000000000005", 18), "0.000000000000000000");
    QCOMPARE(fixed("0.0000000000000000015", 18), "0.000000000000000002");
    QCOMPARE(fixed("0.00000000000000000051", 18), "0.000000000000000001");
    QVERIFY(parse_number("0.0000000000000000005").rounded);
    QVERIFY(parse_number("1e-30").rounded);
    QVERIFY(!parse_number("0.1000000000000000000").rounded);
  }
  void prints_exact_values() {
    QCOMPARE(exact("12", 2), "12.00");
    QCOMPARE(exact("12.3400", 2), "12.34");
    QCOMPARE(exact("12.345678", 2), "12.345678");
    QCOMPARE(exact("12.0", 1), "12.0");
    QCOMPARE(exact("-0.000000000000000001", 0), "-0.000000000000000001");
    QCOMPARE(exact("7", 0), "7");
  }
  void wide_sums_do_not_overflow() {
    DecimalSum sum;
    for (int i = 0; i < 1000; ++i) sum += DecimalSum(parse_number("1e18").value.units);
    std::string out;
    append_fixed(out, sum, Decimal::kDigits, 2);
    QCOMPARE(out, "1000000000000000000000.00");
    WideDecimal product = WideDecimal(sum) * WideDecimal(parse_number("1e18").value.units);
    out.clear();
    append_fixed(out, product, 2 * Decimal::kDigits, 6);
    QCOMPARE(out, "1000000000000000000000000000000000000000.000000");
  }
};

QTEST_APPLESS_MAIN(TestDecimal)
#include "test_decimal.moc"
