#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <memory>
#include <new>
#include <numeric>
#include <random>

#include "model/session/table_order.h"
#include "model/session/text_matcher.h"
#include "tests/support/plain_table.h"

namespace footfall {
namespace {

using test::PlainTable;

std::shared_ptr<const PlainTable> campaigns() {
  return std::make_shared<PlainTable>(
      std::vector<Column>{
          {"id", ColumnKind::text}, {"clicks", ColumnKind::count}, {"CPA", ColumnKind::amount}},
      PlainTable::Rows{{"Alpha", "7", "2.50"},
                       {"beta", "12", ""},
                       {"gamma", "7", "0.10"},
                       {"delta", "0", ""},
                       {"Épsilon", "12", "2.50"}});
}

std::string ids(const RowOrder& order) {
  std::string text;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) text += ' ';
    order.request.table->append_cell(text, order.row(i), 0);
  }
  return text;
}

/// Many rows without texts held: values are hashes of the row.
class WideTable final : public Table {
 public:
  /// Where it lacks memory, its cells throw.
  explicit WideTable(std::size_t rows, bool no_memory = false)
      : rows_(rows), no_memory_(no_memory) {}
  [[nodiscard]] std::string name() const override { return "wide"; }
  [[nodiscard]] std::span<const Column> columns() const override { return columns_; }
  [[nodiscard]] std::size_t rows() const override { return rows_; }
  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    if (no_memory_) throw std::bad_alloc();
    out += column == 0 ? "/page/" + std::to_string(value(row)) : std::to_string(value(row));
  }
  [[nodiscard]] double number(std::size_t row, std::size_t column) const override {
    // Coarser than the exact value, as with sums wider than a double.
    return column == 0 ? std::nan("") : static_cast<double>(value(row) / 64);
  }
  [[nodiscard]] int compare(std::size_t a, std::size_t b, std::size_t column) const override {
    if (column == 0) return std::to_string(value(a)).compare(std::to_string(value(b)));
    return value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0;
  }
  [[nodiscard]] std::uint64_t value(std::size_t row) const { return row * 2654435761U % 786433; }

 private:
  std::size_t rows_;
  bool no_memory_;
  std::vector<Column> columns_ = {{"page", ColumnKind::text}, {"visitors", ColumnKind::count}};
};

}  // namespace

class TestTableOrder : public QObject {
  Q_OBJECT
 private slots:
  void natural_order_needs_no_rows() {
    const auto order = order_rows({campaigns(), {}, false, ""});
    QVERIFY(order->natural);
    QCOMPARE(ids(*order), std::string("Alpha beta gamma delta Épsilon"));
    QCOMPARE(order->position_of(3), std::optional<std::size_t>(3));
    QCOMPARE(order->position_of(5), std::optional<std::size_t>());
  }

  void sorts_exactly_with_ties_in_table_order() {
    QCOMPARE(ids(*order_rows({campaigns(), 0, false, ""})),
             std::string("Alpha beta delta gamma Épsilon"));
    QCOMPARE(ids(*order_rows({campaigns(), 0, true, ""})),
             std::string("Épsilon gamma delta beta Alpha"));
    QCOMPARE(ids(*order_rows({campaigns(), 1, false, ""})),
             std::string("delta Alpha gamma beta Épsilon"));
    QCOMPARE(ids(*order_rows({campaigns(), 1, true, ""})),
             std::string("beta Épsilon Alpha gamma delta"));
  }

  void absent_values_are_last_in_both_directions() {
    QCOMPARE(ids(*order_rows({campaigns(), 2, false, ""})),
             std::string("gamma Alpha Épsilon beta delta"));
    const auto order = order_rows({campaigns(), 2, true, ""});
    QCOMPARE(ids(*order), std::string("Alpha Épsilon gamma beta delta"));
    QCOMPARE(order->lowest, 0.1);
    QCOMPARE(order->highest, 2.5);
  }

  void filters_in_any_case_and_keeps_the_sort() {
    QCOMPARE(ids(*order_rows({campaigns(), {}, false, "TA"})), std::string("beta delta"));
    QCOMPARE(ids(*order_rows({campaigns(), 1, false, "a"})), std::string("delta Alpha gamma beta"));
    QCOMPARE(ids(*order_rows({campaigns(), 1, false, "éPS"})), std::string("Épsilon"));
    QCOMPARE(ids(*order_rows({campaigns(), 1, false, "12"})),
             std::string());  // numbers are not searched
    const auto order = order_rows({campaigns(), 0, false, "gamma"});
    QCOMPARE(order->position_of(2), std::optional<std::size_t>(0));
    QCOMPARE(order->position_of(0), std::optional<std::size_t>());
  }

  void tells_where_a_row_went() {
    QCOMPARE(order_rows({campaigns(), 1, true, "", {}, "gamma", 0})->located,
             std::optional<std::size_t>(3));
    QCOMPARE(order_rows({campaigns(), 1, true, "ta", {}, "gamma", 0})->located,
             std::optional<std::size_t>());
    QCOMPARE(order_rows({campaigns(), {}, false, "", {}, "12", 1})->located,
             std::optional<std::size_t>(1));
  }

  void matcher_knows_bytes_and_letters() {
    QVERIFY(TextMatcher("b").matches("ab"));
    QVERIFY(TextMatcher("AbC").matches("xxaBc"));
    QVERIFY(!TextMatcher("abc").matches("ab"));
    QVERIFY(TextMatcher("aab").matches("aaab"));
    QVERIFY(TextMatcher("STRASSE").matches("\xff strasse"));
    QVERIFY(TextMatcher("ß").matches("straße"));
    QVERIFY(!TextMatcher("ß").matches("\xc3"));
  }

  void a_million_rows_agree_with_a_plain_sort() {
    const auto table = std::make_shared<WideTable>(1'000'000);
    for (const std::size_t column : {std::size_t{0}, std::size_t{1}}) {
      for (const bool descending : {false, true}) {
        std::vector<std::uint32_t> wanted(table->rows());
        std::iota(wanted.begin(), wanted.end(), 0U);
        std::vector<std::string> texts;
        if (column == 0)
          for (std::size_t row = 0; row < table->rows(); ++row)
            texts.push_back(std::to_string(table->value(row)));
        std::stable_sort(wanted.begin(), wanted.end(), [&](std::uint32_t a, std::uint32_t b) {
          if (descending) std::swap(a, b);
          return column == 0 ? texts[a] < texts[b] : table->value(a) < table->value(b);
        });
        QVERIFY(order_rows({table, column, descending, ""})->rows == wanted);
      }
    }
  }

  void worker_answers_the_latest_request_only() {
    TableOrder orderer;
    std::vector<RowOrderPtr> answers;
    connect(&orderer, &TableOrder::ordered, this,
            [&](const RowOrderPtr& order) { answers.push_back(order); });
    const auto table = std::make_shared<WideTable>(300'000);
    for (int i = 0; i < 20; ++i) orderer.request({table, 1, false, ""});
    orderer.request({table, 1, true, "77"});
    QVERIFY(orderer.busy());
    QVERIFY(answers.empty());
    QTRY_VERIFY(!orderer.busy());
    QCoreApplication::processEvents();
    QCOMPARE(answers.size(), std::size_t{1});
    QCOMPARE(answers.front()->request.contains, std::string("77"));
    QVERIFY(answers.front()->rows == order_rows({table, 1, true, "77"})->rows);
  }

  void a_small_table_overtakes_a_large_one() {
    TableOrder orderer;
    QSignalSpy answers(&orderer, &TableOrder::ordered);
    orderer.request({std::make_shared<WideTable>(2'000'000), 0, true, ""});
    orderer.request({campaigns(), {}, false, ""});
    QCOMPARE(answers.size(), 1);
    QVERIFY(!orderer.busy());
    QTest::qWait(50);
    QCOMPARE(answers.size(), 1);
  }

  void memory_that_runs_out_is_told_and_the_next_request_answered() {
    TableOrder orderer;
    QSignalSpy ordered(&orderer, &TableOrder::ordered);
    QSignalSpy failed(&orderer, &TableOrder::failed);
    orderer.request({std::make_shared<WideTable>(100'000, true), 0, false, ""});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!orderer.busy());
    QCOMPARE(ordered.count(), 0);
    orderer.request({std::make_shared<WideTable>(100'000), 0, false, ""});
    QTRY_COMPARE(ordered.count(), 1);
    QCOMPARE(failed.count(), 1);
  }

  void going_away_in_the_middle_is_safe() {
    for (int i = 0; i < 20; ++i) {
      TableOrder orderer;
      orderer.request(
          {std::make_shared<WideTable>(500'000), static_cast<std::size_t>(i % 2), true, ""});
      if (i % 4 == 0) QTest::qWait(1);
    }
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!order_rows({std::make_shared<WideTable>(500'000), 0, true, ""}, stop.get_token()));
  }
};

}  // namespace footfall

using footfall::TestTableOrder;
QTEST_GUILESS_MAIN(TestTableOrder)
#include "test_table_order.moc"
