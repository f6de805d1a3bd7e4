// Requests of random inputs, compared with the plain twin byte for byte.
#include <QTest>

#include "tests/support/random_inputs.h"
#include "tests/support/twin_compare.h"

using namespace footfall;
using twin::Format;

class TestRandomRequests : public QObject {
  Q_OBJECT
 private slots:
  void requests_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("dirty");
    QTest::newRow("clean CSV") << static_cast<int>(Format::csv) << false;
    QTest::newRow("dirty CSV") << static_cast<int>(Format::csv) << true;
    QTest::newRow("clean NDJSON") << static_cast<int>(Format::ndjson) << false;
    QTest::newRow("dirty NDJSON") << static_cast<int>(Format::ndjson) << true;
    QTest::newRow("clean access log") << static_cast<int>(Format::access_log) << false;
    QTest::newRow("dirty access log") << static_cast<int>(Format::access_log) << true;
  }
  void requests() {
    QFETCH(int, format);
    QFETCH(bool, dirty);
    const std::string failure = testing::compare_at_random(
        twin::Report::requests, static_cast<Format>(format), dirty, 1, 150);
    QVERIFY2(failure.empty(), failure.c_str());
  }

  // A log feeds visitors and requests from one reading of its lines: the same as each alone.
  void both_reports_of_a_log() {
    const testing::Workshop workshop;
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(60); ++seed) {
      testing::Random random(seed);
      const testing::RandomInput input =
          testing::random_input(random, twin::Report::requests, Format::access_log, true);
      const std::vector<twin::Input> inputs = workshop.write(input.files);
      AnalysisOptions engine = testing::engine_options(input.options);
      engine.report.kinds = ReportKinds{ReportKind::hourly_visitors, ReportKind::requests};
      engine.run.threads = 1 + static_cast<unsigned>(random.below(3));
      engine.run.chunk_bytes = 1 + random.below(2000);
      std::vector<std::string> paths;
      for (const twin::Input& one : inputs) paths.push_back(one.path);
      const Outcome outcome = Analysis(paths, engine).run({});
      QCOMPARE(outcome.kind, Outcome::Kind::done);
      for (const twin::Report report : {twin::Report::hourly_visitors, twin::Report::requests}) {
        twin::Options options = input.options;
        options.report = report;
        const std::string text =
            testing::difference(options, *outcome.reports, twin::run(options, inputs), inputs);
        QVERIFY2(text.empty(), ("seed " + std::to_string(seed) + "\n" + text).c_str());
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestRandomRequests)
#include "test_random_requests.moc"
