// Requests of random inputs, compared with the plain twin byte for byte.
#include <QTest>

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
};

QTEST_GUILESS_MAIN(TestRandomRequests)
#include "test_random_requests.moc"
