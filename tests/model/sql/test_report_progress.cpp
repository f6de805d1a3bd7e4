#include <QTest>

#include <vector>

#include "model/sql/report_progress.h"

using namespace footfall;

// Several statements, one progress.
class TestReportProgress : public QObject {
  Q_OBJECT

  // What a report of three statements shows.
  std::vector<SqlProgress> shown_;
  QueryControl control_;

  static SqlProgress at(std::uint64_t read, std::optional<std::uint64_t> total,
                        std::uint64_t result_rows = 0) {
    return {100, read, total, result_rows};
  }
  SqlProgress last_of(const ReportProgress& progress, const SqlProgress& statement) {
    progress.control().on_progress(statement);
    return shown_.back();
  }

 private slots:
  void init() {
    shown_.clear();
    control_ = {};
    control_.on_progress = [this](const SqlProgress& state) { shown_.push_back(state); };
  }

  void each_reading_of_the_table_counts() {
    ReportProgress progress(control_, 3);
    progress.next();
    SqlProgress now = last_of(progress, at(250, 1000));
    QCOMPARE(now.rows_read, 250U);
    QCOMPARE(now.rows_total.value_or(0), 3000U);
    QCOMPARE(now.step, std::size_t{1});
    QCOMPARE(now.steps, std::size_t{3});
    // Over before it was looked at again.
    progress.next();
    now = last_of(progress, at(0, std::nullopt));
    QCOMPARE(now.rows_read, 1000U);
    QCOMPARE(now.rows_total.value_or(0), 3000U);
    QCOMPARE(now.step, std::size_t{2});
    QCOMPARE(last_of(progress, at(600, 1000)).rows_read, 1600U);
    progress.next();
    now = last_of(progress, at(1, 1000, 7));
    QCOMPARE(now.rows_read, 2001U);
    QCOMPARE(now.result_rows, 7U);
  }

  void the_end_is_not_told_before_it_is_there() {
    ReportProgress progress(control_, 2);
    progress.next();
    QCOMPARE(last_of(progress, at(1000, 1000)).rows_read, 1000U);
    progress.next();
    QCOMPARE(last_of(progress, at(1000, 1000)).rows_read, 1999U);
    // More than the server thought.
    const SqlProgress more = last_of(progress, at(1200, 1000));
    QCOMPARE(more.rows_read, 1999U);
    QCOMPARE(more.rows_total.value_or(0), 2000U);
  }

  void it_never_falls() {
    ReportProgress progress(control_, 2);
    const std::vector<SqlProgress> statements[] = {
        {at(0, std::nullopt), at(90, 100), at(90, 900), at(500, 900), at(400, 900)},
        {at(0, 900), at(0, std::nullopt), at(300, 500), at(10, 5000), at(6000, 5000)},
        {at(0, std::nullopt), at(5, 10), at(9, 10)},
        {at(1, 10), at(10, 10)}};
    for (std::size_t i = 0; i < std::size(statements); ++i) {
      // After two statements the report begins again.
      if (i == 2) progress.again(2);
      progress.next();
      for (const SqlProgress& statement : statements[i]) progress.control().on_progress(statement);
    }
    double done = 0;
    std::uint64_t rows = 0;
    for (const SqlProgress& state : shown_) {
      const auto total = static_cast<double>(state.rows_total.value_or(0));
      const double share = total > 0 ? static_cast<double>(state.rows_read) / total : 0;
      QVERIFY2(share + 1e-3 > done, qPrintable(QString("%1 after %2").arg(share).arg(done)));
      QVERIFY(share < 1);
      QVERIFY(state.rows_read >= rows);
      done = share;
      rows = state.rows_read;
    }
    QCOMPARE(shown_.back().step, std::size_t{4});
    QCOMPARE(shown_.back().steps, std::size_t{4});
    QVERIFY(done > 0.99);
  }

  void rows_of_a_server_that_knows_no_total_are_added_up() {
    ReportProgress progress(control_, 2);
    progress.next();
    QCOMPARE(last_of(progress, at(70, std::nullopt)).rows_read, 70U);
    progress.next();
    const SqlProgress now = last_of(progress, at(20, std::nullopt));
    QCOMPARE(now.rows_read, 90U);
    QVERIFY(!now.rows_total);
  }

  void questions_beside_the_report_are_no_steps() {
    ReportProgress progress(control_, 2);
    const SqlProgress now = last_of(progress, at(7, 9, 3));
    QCOMPARE(now.rows_read, 0U);
    QVERIFY(!now.rows_total);
    QCOMPARE(now.steps, std::size_t{0});
    QCOMPARE(now.result_rows, 0U);
    // Since the report began, not the statement.
    QVERIFY(now.seconds < 100);
  }

  void who_does_not_listen_is_not_told() {
    const ReportProgress progress(QueryControl{}, 2);
    QVERIFY(!progress.control().on_progress);
  }
};

QTEST_APPLESS_MAIN(TestReportProgress)
#include "test_report_progress.moc"
