// Twice the rows take twice the time, whatever keys they have.
#include <malloc.h>

#include <QTest>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "model/aggregate/customer_report_aggregate.h"
#include "model/aggregate/user_activity.h"

using namespace footfall;

namespace {

double thread_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Memory stays with the process, so that no page is asked for twice: pages are what a large state
// pays that a small one does not.
void keep_memory() {
  constexpr int kGigabyte = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, kGigabyte);
  mallopt(M_TRIM_THRESHOLD, kGigabyte);
}

// What twice the rows cost, as a multiple: the mean of three doublings. Eight runs of one size are
// compared with one of eight times the size, so that both meet the same disturbance by whatever
// else the machine does, and the best of several tries counts. Quadratic work gives 4 in all.
double growth(std::size_t rows, const std::function<void(std::size_t)>& work) {
  double best = std::numeric_limits<double>::max();
  for (int tries = 0; tries < 7 && best > 2.4; ++tries) {
    const auto seconds = [&](int runs, std::size_t of) {
      const double begin = thread_seconds();
      for (int i = 0; i < runs; ++i) work(of);
      return thread_seconds() - begin;
    };
    const double before = seconds(4, rows);
    const double large = seconds(1, 8 * rows);
    const double small = before + seconds(4, rows);
    best = std::min(best, 2 * std::cbrt(large / small));
  }
  return best;
}

// A name with the bytes behind it that readers may load.
std::string numbered(const char* prefix, std::size_t number) {
  std::string name = prefix + std::to_string(number);
  name.reserve(name.size() + 16);
  return name;
}

}  // namespace

class TestGrowth : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { keep_memory(); }

  void events_of_one_id() {
    const std::string id = numbered("e", 0);
    const std::string type = "click";
    std::uint64_t conflicts = 0;
    const double times = growth(20'000, [&](std::size_t rows) {
      UserActivity state{AggregateOptions{}};
      for (std::size_t i = 0; i < rows; ++i) {
        const std::string user = numbered("u", i);
        state.add({id, user, type, {}});
        state.end_chunk();
      }
      state.finish(run_in_sequence);
      conflicts = state.report({}, {}, run_in_sequence)->conflicting_events;
    });
    QVERIFY(conflicts == 20'000 || conflicts == 160'000);
    QVERIFY2(times <= 2.5, std::to_string(times).c_str());
  }

  void payments_of_one_id() {
    AggregateOptions options;
    options.report.distinct_events = true;
    options.report.now = kLastInstant.seconds;
    const std::string id = numbered("e", 0);
    const std::string type = "checkout";
    const std::string currency = "USD";
    std::uint64_t conflicts = 0;
    const double times = growth(20'000, [&](std::size_t rows) {
      CustomerReportAggregate state(options);
      for (std::size_t i = 0; i < rows; ++i) {
        const std::string customer = numbered("c", i);
        state.add({id, customer, 100, type, Decimal{Decimal::kOne}, currency});
        state.end_chunk();
      }
      state.finish(run_in_sequence);
      conflicts = state.report(options.report, {}, run_in_sequence)->conflicting_events;
    });
    QVERIFY(conflicts == 20'000 || conflicts == 160'000);
    QVERIFY2(times <= 2.5, std::to_string(times).c_str());
  }
};

QTEST_APPLESS_MAIN(TestGrowth)
#include "test_growth.moc"
