// Sums of requests: what carries over from the words of a row, merging, and slices.
#include <QTest>

#include "model/aggregate/requests.h"
#include "model/core/decimal.h"

using namespace footfall;

namespace {

constexpr std::uint64_t kMost = 1'000'000'000'000'000'000;  // bytes of a request
constexpr std::int64_t kTen = 1'736'157'600;                // 2025-01-06T10:00:00Z

RequestRow row(std::int64_t time, std::string_view page, AnswerClass answer, std::uint64_t bytes) {
  RequestRow row;
  row.time.seconds = time;
  row.page = page;
  row.answer = answer;
  row.bytes = bytes;
  return row;
}

QString line(const Table& table, std::size_t at) {
  std::string text;
  for (std::size_t column = 0; column < table.columns().size(); ++column) {
    if (column > 0) text += ',';
    table.append_cell(text, at, column);
  }
  return QString::fromStdString(text);
}

AggregateOptions options_with(bool slices) {
  AggregateOptions options;
  options.keep_slices = slices;
  return options;
}

// 16 bytes from the first of each may be read.
constexpr std::array<char, 64> kPages = {"/a\0/bbbbbbbbbbbbbbbbbbbbbb"};
const std::string_view kA(kPages.data(), 2);
const std::string_view kB(kPages.data() + 3, 4);
const std::string_view kNone(kPages.data(), 0);

}  // namespace

class TestRequests : public QObject {
  Q_OBJECT
 private slots:
  void words_carry_over() {
    AnswerCounts counts;
    counts.resize(2);
    for (int i = 0; i < 50; ++i) counts.add(0, AnswerClass::success, kMost);
    QVERIFY(counts.totals(0).bytes == UInt128{kMost} * 50);
    RequestTotals many;
    many.answers = {0xFFFF'FFFF, 0, 1, 0, 7};
    many.bytes = UInt128{1} << 100;
    counts.add(1, many);
    counts.add(1, AnswerClass::success, 3);
    counts.add(1, many);
    QCOMPARE(counts.totals(1).count(AnswerClass::success), std::uint64_t{0x1'FFFF'FFFF});
    QCOMPARE(counts.totals(1).count(AnswerClass::other), std::uint64_t{14});
    QVERIFY(counts.totals(1).bytes == (UInt128{1} << 101) + 3);
    const std::vector<std::uint32_t> swapped = {1, 0};
    counts.renumber(swapped);
    QVERIFY(counts.totals(1).bytes == UInt128{kMost} * 50);
    QVERIFY(counts.totals(0).bytes == (UInt128{1} << 101) + 3);
  }

  void wide_sums_reach_the_table_data() {
    QTest::addColumn<bool>("slices");
    QTest::newRow("report alone") << false;
    QTest::newRow("with slices") << true;
  }
  void wide_sums_reach_the_table() {
    QFETCH(bool, slices);
    Requests state(options_with(slices));
    for (int i = 0; i < 40; ++i) state.add(row(kTen + i, kA, AnswerClass::success, kMost));
    state.end_chunk();
    state.finish(run_in_sequence);
    const auto report = state.report({}, {}, run_in_sequence);
    QCOMPARE(line(*hourly_requests_table(report), 0),
             QString("2025-01-06 10:00,40,40000000000000000000,40,0,0,0,0"));
    QCOMPARE(line(*page_requests_table(report), 0),
             QString("/a,40,40000000000000000000,40,0,0,0,0"));
  }

  void merging_goes_on_behind_a_finish_data() { wide_sums_reach_the_table_data(); }
  void merging_goes_on_behind_a_finish() {
    QFETCH(bool, slices);
    const AggregateOptions options = options_with(slices);
    Requests all(options);
    // Later hours and later pages come first, so that both are renumbered.
    for (int round = 0; round < 3; ++round) {
      Requests part(options);
      part.add(row(kTen + 7200, kB, AnswerClass::client_error, 5));
      part.add(row(kTen, kA, AnswerClass::redirect, 1));
      part.add(row(kTen - 3600 * round, kNone, AnswerClass::other, 0));
      part.end_chunk();
      std::vector<Requests> parts;
      parts.push_back(std::move(part));
      all.merge(std::move(parts), run_in_sequence);
      all.finish(run_in_sequence);
    }
    const auto report = all.report({}, {}, run_in_sequence);
    const TablePtr hours = hourly_requests_table(report);
    QCOMPARE(hours->rows(), std::size_t{4});
    QCOMPARE(line(*hours, 0), QString("2025-01-06 08:00,1,0,0,0,0,0,1"));
    QCOMPARE(line(*hours, 2), QString("2025-01-06 10:00,4,3,0,3,0,0,1"));
    QCOMPARE(line(*hours, 3), QString("2025-01-06 12:00,3,15,0,0,3,0,0"));
    const TablePtr pages = page_requests_table(report);
    QCOMPARE(pages->rows(), std::size_t{3});
    QCOMPARE(line(*pages, 0), QString(",3,0,0,0,0,0,3"));
    QCOMPARE(line(*pages, 1), QString("/a,3,3,0,3,0,0,0"));
    QCOMPARE(line(*pages, 2), QString("/bbb,3,15,0,0,3,0,0"));
  }

  void slices_by_page_and_hour() {
    Requests state(options_with(true));
    for (int hour = 0; hour < 3; ++hour) {
      state.add(row(kTen + hour * 3600, kA, AnswerClass::success, 10));
      state.add(row(kTen + hour * 3600, kB, AnswerClass::server_error, 1));
    }
    state.end_chunk();
    state.finish(run_in_sequence);
    Filter filter;
    filter[FilterField::page] = {"/bbb"};
    filter.from = parse_time_bound("2025-01-06T11:00");
    QCOMPARE(state.rows({}, filter), std::uint64_t{2});
    const auto report = state.report({}, filter, run_in_sequence);
    QCOMPARE(hourly_requests_table(report)->rows(), std::size_t{2});
    QCOMPARE(line(*page_requests_table(report), 0), QString("/bbb,2,2,0,0,0,2,0"));
    QCOMPARE(report->all.errors(), std::uint64_t{2});
  }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "test_requests.moc"
