// The sample files, compared with the plain twin; files of any size too, where they are named:
//   FOOTFALL_TWIN_PAGEVIEWS=FILE FOOTFALL_TWIN_PAYMENTS=FILE FOOTFALL_TWIN_ACCESS_LOG=FILE
// The twin is slow and keeps whole sets of texts: ten million rows take minutes and gigabytes.
#include <QTest>
#include <fstream>
#include <iterator>

#include "tests/support/twin_compare.h"

using namespace footfall;
using testing::Work;
using twin::Format;
using twin::Options;

class TestSamples : public QObject {
  Q_OBJECT
 private slots:
  void samples_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("report");
    QTest::addColumn<int>("format");
    const auto add = [](const QString& path, twin::Report report, Format format) {
      if (!path.isEmpty())
        QTest::addRow("%s, report %d", qPrintable(path), static_cast<int>(report))
            << path << static_cast<int>(report) << static_cast<int>(format);
    };
    const QString samples = QStringLiteral(FOOTFALL_SAMPLES "/");
    add(samples + "pageviews.csv", twin::Report::hourly_visitors, Format::csv);
    add(samples + "access.log", twin::Report::hourly_visitors, Format::access_log);
    add(samples + "access.log", twin::Report::requests, Format::access_log);
    add(samples + "payments.ndjson", twin::Report::customer_report, Format::ndjson);
    add(samples + "campaigns.csv", twin::Report::campaign_ranking, Format::csv);
    add(samples + "activity.ndjson", twin::Report::user_activity, Format::ndjson);
    add(qEnvironmentVariable("FOOTFALL_TWIN_PAGEVIEWS"), twin::Report::hourly_visitors,
        Format::csv);
    add(qEnvironmentVariable("FOOTFALL_TWIN_ACCESS_LOG"), twin::Report::hourly_visitors,
        Format::access_log);
    add(qEnvironmentVariable("FOOTFALL_TWIN_PAYMENTS"), twin::Report::customer_report,
        Format::ndjson);
  }
  void samples() {
    QFETCH(QString, file);
    QFETCH(int, report);
    QFETCH(int, format);
    const std::string path = file.toStdString();
    std::ifstream stream(path, std::ios::binary);
    const std::vector<twin::Input> inputs = {
        {path, std::string(std::istreambuf_iterator<char>(stream), {})}};
    Options options;
    options.report = static_cast<twin::Report>(report);
    options.format = static_cast<Format>(format);
    options.rates = {{"EUR", "1.08"}, {"GBP", "1.27"}, {"JPY", "0.0067"}, {"INR", "0.012"}};
    options.zone = "Europe/Berlin";
    const twin::Result expected = twin::run(options, inputs);
    QVERIFY(expected.counted > 1000);
    QVERIFY(!expected.rejects.empty());
    for (const Work& work : {Work{1, 0}, Work{3, 5000}}) {
      const std::string text = testing::difference(options, inputs, expected, work);
      QVERIFY2(text.empty(), text.substr(0, 2000).c_str());
    }
  }
};

QTEST_GUILESS_MAIN(TestSamples)
#include "test_samples.moc"
