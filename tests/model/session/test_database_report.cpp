#include <QTest>

#include "model/session/database_report.h"

namespace footfall {
namespace {

using Phase = QuestionState;

struct Asked {
  Phase phase;
  std::uint64_t read;
  std::uint64_t total;  // 0: the server does not tell
  std::size_t step = 1;
  bool counted = true;
};

LoadProgress progress_of(const std::vector<Asked>& questions) {
  std::vector<std::unique_ptr<DatabaseReport>> reports;
  for (const Asked& question : questions) {
    auto report = std::make_unique<DatabaseReport>();
    report->state = QuestionStates(question.phase);
    report->counted = question.counted;
    SqlProgress& latest = report->progress->latest;
    latest.rows_read = question.read;
    if (question.total > 0) latest.rows_total = question.total;
    latest.step = question.step;
    latest.steps = 3;
    reports.push_back(std::move(report));
  }
  return footfall::progress_of(reports);
}

class TestDatabaseReport : public QObject {
  Q_OBJECT

 private slots:
  void one_question() {
    const LoadProgress progress = progress_of({{Phase::running, 30, 120, 2}});
    QCOMPARE(progress.rows, std::uint64_t{30});
    QCOMPARE(progress.rows_total, std::uint64_t{120});
    QCOMPARE(progress.step, std::size_t{2});
    QCOMPARE(progress.steps, std::size_t{3});
    QCOMPARE(progress.fraction(), 0.25);
  }

  void an_ended_question_stays_in_the_sum() {
    const double both =
        progress_of({{Phase::running, 90, 100}, {Phase::running, 20, 300}}).fraction();
    for (const Phase end : {Phase::done, Phase::failed, Phase::stopped}) {
      const LoadProgress left = progress_of({{end, 90, 100}, {Phase::running, 20, 300, 2}});
      QVERIFY(left.fraction() > both);
      QCOMPARE(left.rows, std::uint64_t{120});
      QCOMPARE(left.rows_total, std::uint64_t{400});
      QCOMPARE(left.step, std::size_t{2});
    }
  }

  void questions_of_an_earlier_time_do_not_count() {
    const LoadProgress progress =
        progress_of({{Phase::done, 100, 100, 3, false}, {Phase::running, 20, 80}});
    QCOMPARE(progress.fraction(), 0.25);
  }

  void is_asked_again_on_its_own_after_the_interval() {
    using std::chrono::seconds;
    DatabaseReport report;
    report.ended_at = std::chrono::steady_clock::time_point(seconds(100));
    const auto due = [&](Phase phase, const std::optional<SqlError>& error = {}) {
      report.state = QuestionStates(phase);
      return report.due(error);
    };
    QVERIFY(!due(Phase::done));  // nobody wants it
    report.source.ask_every = seconds(60);
    QVERIFY(due(Phase::done) == report.ended_at + seconds(60));
    QVERIFY(due(Phase::failed, SqlError{SqlErrorKind::refused, {}, {}}) ==
            report.ended_at + seconds(60));
    // A server may lock out who comes with a wrong password again and again.
    QVERIFY(!due(Phase::failed, SqlError{SqlErrorKind::wrong_password, {}, {}}));
    QVERIFY(!due(Phase::running));
    QVERIFY(!due(Phase::stopped));
  }

  void a_server_that_does_not_tell_leaves_the_share_open() {
    const LoadProgress open = progress_of({{Phase::running, 0, 0}, {Phase::running, 20, 80}});
    QVERIFY(!open.known());
    QCOMPARE(open.rows, std::uint64_t{20});
    QCOMPARE(open.steps, std::size_t{0});
    const LoadProgress told = progress_of({{Phase::done, 0, 0}, {Phase::running, 20, 80}});
    QCOMPARE(told.fraction(), 0.25);
  }
};

}  // namespace
}  // namespace footfall

QTEST_APPLESS_MAIN(footfall::TestDatabaseReport)
#include "test_database_report.moc"
