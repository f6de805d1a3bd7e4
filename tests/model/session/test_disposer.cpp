#include <QTest>
#include <atomic>
#include <thread>

#include "model/report/campaign_ranking_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/session/disposer.h"

namespace footfall {
namespace {

struct Ends {
  std::atomic<int> count = 0;
  std::atomic<std::thread::id> thread;
};

/// A report that notes where it is freed.
std::shared_ptr<const CampaignRankingReport> noted(Ends& ends) {
  return {new CampaignRankingReport, [&ends](const CampaignRankingReport* report) {
            delete report;
            ends.thread = std::this_thread::get_id();
            ++ends.count;
          }};
}

ReportSetPtr one_report(Ends& ends) {
  auto set = std::make_shared<ReportSet>();
  set->put(noted(ends));
  set->partial = true;
  return set;
}

}  // namespace

class TestDisposer : public QObject {
  Q_OBJECT
 private slots:
  void a_report_goes_on_another_thread_when_its_last_holder_lets_go() {
    Ends ends;
    const Disposer disposer;
    ReportSetPtr set = disposer.guard(one_report(ends));
    QVERIFY(set->partial);
    QVERIFY(!set->get<HourlyVisitorsReport>());
    CampaignRankingPtr part = set->get<CampaignRankingReport>();
    set.reset();
    QTest::qWait(20);
    QCOMPARE(ends.count.load(), 0);
    part.reset();
    QTRY_COMPARE(ends.count.load(), 1);
    QVERIFY(ends.thread.load() != std::this_thread::get_id());
    QVERIFY(!disposer.guard(nullptr));
  }

  void the_holder_never_frees_it_however_fast_the_thread_is() {
    const Disposer disposer;
    constexpr int kRounds = 5000;
    Ends ends;
    int here = 0;
    for (int round = 1; round <= kRounds; ++round) {
      CampaignRankingPtr part = disposer.guard(one_report(ends))->get<CampaignRankingReport>();
      part.reset();
      while (ends.count.load() < round) std::this_thread::yield();
      if (ends.thread.load() == std::this_thread::get_id()) ++here;
    }
    QCOMPARE(here, 0);
  }

  void a_report_may_outlive_the_disposer() {
    Ends ends;
    CampaignRankingPtr part;
    {
      const Disposer disposer;
      part = disposer.guard(one_report(ends))->get<CampaignRankingReport>();
    }
    QCOMPARE(ends.count.load(), 0);
    part.reset();
    QCOMPARE(ends.count.load(), 1);
  }
};

}  // namespace footfall

using footfall::TestDisposer;
QTEST_GUILESS_MAIN(TestDisposer)
#include "test_disposer.moc"
