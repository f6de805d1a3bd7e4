// Sources of files in a session, with an engine that does what the test says. Long, for every state
// of a load is met in each of the others, by one means.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <new>
#include <stdexcept>

#include "model/core/parallel.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/session/analysis_session.h"
#include "tests/support/fake_engine.h"
#include "tests/support/report_fixtures.h"

namespace footfall {
namespace {

using test::FakeEngine;
using State = AnalysisSession::State;

constexpr ReportKind kVisitors = ReportKind::hourly_visitors;
constexpr ReportKind kCampaigns = ReportKind::campaign_ranking;

std::uint64_t pageviews(const AnalysisSession& session) {
  const ReportSetPtr reports = session.reports(kVisitors);
  return reports && reports->get<HourlyVisitorsReport>()
             ? reports->get<HourlyVisitorsReport>()->pageviews
             : 0;
}

Filter one_page() {
  Filter filter;
  filter[FilterField::page] = {"/"};
  return filter;
}

/// Looks at no stop token until it is let go.
class StubbornLoad : public Load {
 public:
  StubbornLoad(std::atomic<bool>& begun, std::shared_future<void> let_go)
      : begun_(begun), let_go_(std::move(let_go)) {}
  Outcome run(std::stop_token, const AnalysisEvents&) override {
    begun_ = true;
    let_go_.wait();
    return {};
  }
  void add_inputs(std::vector<std::string>, InputOptionsByPath) override {}

 private:
  std::atomic<bool>& begun_;
  std::shared_future<void> let_go_;
};

/// Shows a report, and keeps no visitors to tell more by.
class HoursLoad : public Load {
 public:
  HoursLoad(std::shared_ptr<ReportSet> set, std::shared_future<void> let_go)
      : set_(std::move(set)), let_go_(std::move(let_go)) {}
  Outcome run(std::stop_token stop, const AnalysisEvents& events) override {
    events.on_partial(set_, nullptr);
    while (let_go_.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
      if (stop.stop_requested()) break;
    return {Outcome::Kind::done, set_, nullptr, nullptr, {}, {}};
  }
  void add_inputs(std::vector<std::string>, InputOptionsByPath) override {}

 private:
  std::shared_ptr<ReportSet> set_;
  std::shared_future<void> let_go_;
};

/// Reads once it is asked to stop, which a load that is still wanted answers with a result.
class LateLoad : public Load {
 public:
  struct Told {
    std::atomic<bool> begun = false, ended = false;
    std::optional<Outcome> outcome;  // once ended
  };
  LateLoad(Told& told, std::unique_ptr<Load> load) : told_(told), load_(std::move(load)) {}
  Outcome run(std::stop_token stop, const AnalysisEvents& events) override {
    {
      std::mutex mutex;
      std::unique_lock lock(mutex);
      std::condition_variable_any stopped;
      told_.begun = true;
      stopped.wait(lock, stop, [] { return false; });
    }
    told_.outcome = load_->run(stop, events);
    told_.ended = true;
    return *told_.outcome;
  }
  void add_inputs(std::vector<std::string>, InputOptionsByPath) override {}

 private:
  Told& told_;
  std::unique_ptr<Load> load_;
};

class AnalysisSessionTest : public QObject {
  Q_OBJECT
 private slots:
  void reads_the_files_of_one_kind_as_one_report() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 30});
    fake.put("b", {kVisitors, 12});
    fake.put("c", {kCampaigns, 5});
    AnalysisSession session(fake.engine());
    session.add_sources({"a", "b", "c"});
    QCOMPARE(session.state(), State::loading);
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 42U);
    QVERIFY(!session.reports(kVisitors)->partial);
    QVERIFY(!session.reports(kVisitors)->get<CampaignRankingReport>());
    QCOMPARE(static_cast<std::uint64_t>(
                 session.reports(kCampaigns)->get<CampaignRankingReport>()->impressions),
             5U);
    QCOMPARE(fake.loads_made(), 2);
    QCOMPARE(session.sources()[1].rows.counted, 12U);
    QCOMPARE(session.sources()[1].state, Source::State::ready);
    QCOMPARE(session.progress().fraction(), 1.0);
  }

  void leaving_waits_for_no_file() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 30});
    std::atomic<bool> begun = false;
    std::promise<void> let_go;
    LoadEngine engine = fake.engine();
    engine.make_load = [&, go = let_go.get_future().share()](const std::vector<std::string>&,
                                                             const AnalysisOptions&) {
      return std::make_unique<StubbornLoad>(begun, go);
    };
    AnalysisSession session(std::move(engine));
    session.add_sources({"a"});
    QTRY_VERIFY(begun);
    const QSignalSpy changed(&session, &AnalysisSession::state_changed);
    session.leave();
    // Only here; the destructor waits.
    let_go.set_value();
    QTest::qWait(50);
    QCOMPARE(changed.count(), 0);
  }

  void nothing_is_merged_for_who_has_gone() {
    // By the real engine: only a load that knows that nobody wants it makes no report of what it
    // has.
    const std::vector<
        std::pair<const char*, std::function<void(std::unique_ptr<AnalysisSession>&)>>>
        kGoodbyes = {{"destroyed", [](auto& session) { session.reset(); }},
                     {"left", [](auto& session) { session->leave(); }},
                     {"closed", [](auto& session) { session->remove_all_sources(); }},
                     {"read again", [](auto& session) { session->reload_all(); }},
                     {"stopped", [](auto& session) { session->stop(); }}};
    for (const auto& [name, say_goodbye] : kGoodbyes) {
      LateLoad::Told told;
      LoadEngine engine = file_engine();
      int loads = 0;
      engine.make_load = [&](std::vector<std::string> inputs, AnalysisOptions options) {
        std::unique_ptr<Load> load = file_engine().make_load(std::move(inputs), std::move(options));
        return loads++ == 0 ? std::make_unique<LateLoad>(told, std::move(load)) : std::move(load);
      };
      auto session = std::make_unique<AnalysisSession>(std::move(engine));
      session->add_sources({FOOTFALL_SAMPLES "/pageviews.csv"});
      QTRY_VERIFY(told.begun);
      say_goodbye(session);
      QTRY_VERIFY(told.ended);
      QVERIFY2(told.outcome->kind == Outcome::Kind::stopped, name);
      // Who only stops wants to see what was read.
      QVERIFY2((told.outcome->reports != nullptr) == (name == std::string("stopped")), name);
    }
  }

  void another_file_is_read_after_those_of_its_kind() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 30});
    fake.put("c", {kCampaigns, 5});
    fake.put("b", {kVisitors, 10});
    AnalysisSession session(fake.engine());
    session.add_sources({"a", "c"});
    QTRY_COMPARE(session.state(), State::idle);
    const ReportSetPtr campaigns = session.reports(kCampaigns);
    session.add_sources({"b"});
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 40U);
    QVERIFY(!session.reports(kVisitors)->partial);
    QCOMPARE(session.reports(kCampaigns), campaigns);
    QCOMPARE(fake.loads_made(), 2);  // what was read stays read
    QCOMPARE(session.sources()[2].rows.counted, 10U);
    session.remove_source("a");
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 10U);
    QCOMPARE(fake.loads_made(), 3);
  }

  void stopping_another_file_leaves_the_first_whole() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 30});
    fake.put("b", {kVisitors, 40});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    fake.allow_rows(45);
    session.add_sources({"b"});
    QTRY_COMPARE(session.progress().rows, 45U);
    QCOMPARE(session.sources()[0].state, Source::State::ready);
    QCOMPARE(session.sources()[1].state, Source::State::loading);
    session.stop();
    QTRY_COMPARE(session.state(), State::stopped);
    QCOMPARE(session.sources()[0].state, Source::State::ready);
    QCOMPARE(session.sources()[0].rows.counted, 30U);
    QCOMPARE(session.sources()[1].state, Source::State::stopped);
    QCOMPARE(session.sources()[1].rows.counted, 15U);
    QCOMPARE(pageviews(session), 45U);
    fake.allow_rows(UINT64_MAX);
    session.resume();
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 70U);
    QCOMPARE(fake.loads_made(), 1);
  }

  void files_opened_one_after_another_give_what_they_give_together() {
    // The same bytes of every table and the same rejected rows, by the real engine.
    const auto dump = [](const AnalysisSession& session) {
      std::string out;
      for (const ReportKind kind : kAllReports) {
        const ReportSetPtr reports = session.reports(kind);
        if (!reports || !reports->has(kind)) continue;
        for (const TablePtr& table : reports->tables(kind))
          for (std::size_t row = 0; row < table->rows(); ++row) {
            for (std::size_t column = 0; column < table->columns().size(); ++column) {
              table->append_cell(out, row, column);
              out += ',';
            }
            out += '\n';
          }
        const LoadReport& load = reports->load_of(kind);
        out += std::to_string(load.rows.read()) + ' ' + std::to_string(load.bytes) + '\n';
        for (const Reject& reject : load.rejects)
          out += std::to_string(reject.file) + ':' + std::to_string(reject.line) + '@' +
                 std::to_string(reject.offset) + reject.excerpt + '\n';
      }
      return out;
    };
    QTemporaryDir folder;
    const auto copy = [&](const char* name) {
      const QString place = folder.filePath(QString("more-") + name);
      QFile::copy(QString(FOOTFALL_SAMPLES "/") + name, place);
      return place.toStdString();
    };
    for (const char* name :
         {"pageviews.csv", "payments.ndjson", "campaigns.csv", "activity.ndjson"}) {
      const std::string first = std::string(FOOTFALL_SAMPLES "/") + name, second = copy(name);
      AnalysisSession together(file_engine()), apart(file_engine());
      together.add_sources({first, second});
      QTRY_COMPARE(together.state(), State::idle);
      apart.add_sources({first});
      QTRY_COMPARE(apart.state(), State::idle);
      const std::string before = dump(apart);
      apart.add_sources({second});
      QTRY_COMPARE(apart.state(), State::idle);
      QVERIFY(before != dump(apart));
      QVERIFY2(dump(apart) == dump(together), name);
      for (AnalysisSession* session : {&together, &apart}) session->set_filter(one_page());
      QTRY_VERIFY(!together.slicing() && !apart.slicing());
      QVERIFY2(dump(apart) == dump(together), name);
    }
  }

  void shows_what_is_there_while_it_loads() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    fake.allow_rows(25);
    AnalysisSession session(fake.engine());
    QSignalSpy progress(&session, &AnalysisSession::progress_changed);
    session.add_sources({"a"});
    QTRY_COMPARE(pageviews(session), 20U);
    QVERIFY(session.reports(kVisitors)->partial);
    QCOMPARE(session.sources()[0].state, Source::State::loading);
    QTRY_COMPARE(session.progress().rows, 25U);
    QCOMPARE(session.progress().fraction(), 0.25);
    progress.clear();
    QTRY_VERIFY(progress.count() >= 2);
    fake.allow_rows(UINT64_MAX);
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 100U);
    QVERIFY(!session.reports(kVisitors)->partial);
  }

  void stop_keeps_what_was_counted_and_continue_goes_on() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    fake.put("c", {kCampaigns, 7});
    fake.allow_rows(33);
    AnalysisSession session(fake.engine());
    session.add_sources({"a", "c"});
    QTRY_COMPARE(session.progress().rows, 33U);
    session.stop();
    QVERIFY(session.stopping());
    QTRY_COMPARE(session.state(), State::stopped);
    QVERIFY(!session.stopping());
    QCOMPARE(pageviews(session), 33U);
    QVERIFY(session.reports(kVisitors)->partial);
    QCOMPARE(session.sources()[0].state, Source::State::stopped);
    QVERIFY(!session.reports(kCampaigns));
    fake.allow_rows(UINT64_MAX);
    session.resume();
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 100U);
    QVERIFY(!session.reports(kVisitors)->partial);
    QVERIFY(session.reports(kCampaigns));
    QCOMPARE(fake.loads_made(), 2);  // the stopped one was continued, not begun again
  }

  void reload_reads_the_file_as_it_is_now() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 10});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    fake.put("a", {kVisitors, 50});
    session.reload_source("a");
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 50U);
    session.add_sources({"a"});  // opening it again is reading it again, not counting it twice
    QCOMPARE(session.sources().size(), std::size_t{1});
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 50U);
    fake.put("a", {kCampaigns, 3});
    session.reload_all();
    QTRY_COMPARE(session.state(), State::idle);
    QVERIFY(!session.reports(kVisitors));
    QVERIFY(session.reports(kCampaigns));
  }

  void a_file_opened_mid_load_is_read_after_the_others() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    fake.put("b", {kVisitors, 1});
    fake.allow_rows(55);
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(pageviews(session), 50U);
    session.add_sources({"b"});
    QTRY_COMPARE(session.sources()[1].state, Source::State::loading);
    std::vector<std::uint64_t> seen;
    connect(&session, &AnalysisSession::reports_changed, &session,
            [&] { seen.push_back(pageviews(session)); });
    fake.allow_rows(UINT64_MAX);
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 101U);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QCOMPARE(fake.loads_made(), 1);
  }

  void memory_that_runs_out_fails_its_file_alone() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 30});
    fake.put("c", {.kinds = kCampaigns, .rows = 5, .no_memory = true});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    const ReportSetPtr visitors = session.reports(kVisitors);
    session.add_sources({"c"});
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources()[1].state, Source::State::failed);
    QCOMPARE(session.sources()[1].error->kind, ErrorKind::out_of_memory);
    QCOMPARE(session.sources()[0].state, Source::State::ready);
    QCOMPARE(session.reports(kVisitors), visitors);
    QVERIFY(!session.reports(kCampaigns));
    fake.put("c", {kCampaigns, 5});
    session.reload_source("c");
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources()[1].state, Source::State::ready);
    QVERIFY(session.reports(kCampaigns));
  }

  void a_slice_without_memory_leaves_what_is_shown_and_says_so() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 30});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    fake.fail_slices(true);
    session.set_filter(one_page());
    QTRY_VERIFY(!session.slicing());
    QCOMPARE(session.slice_error(kVisitors)->kind, ErrorKind::out_of_memory);
    QVERIFY(session.outdated(kVisitors));
    QVERIFY(!session.outdated(kCampaigns));
    QCOMPARE(pageviews(session), 30U);
    fake.fail_slices(false);
    session.set_filter({});
    QTRY_VERIFY(!session.slicing());
    QVERIFY(!session.outdated(kVisitors));
    session.set_filter(one_page());
    QTRY_COMPARE(pageviews(session), 3U);
    QVERIFY(!session.slice_error(kVisitors));
  }

  void a_task_that_throws_is_told_and_the_next_one_runs() {
    std::mutex mutex;
    std::vector<ErrorKind> told;
    std::atomic<int> attempts = 0;
    std::atomic<bool> ran = false;
    const auto tell = [&](const Error& error) {
      if (++attempts == 1) throw std::bad_alloc();  // no memory for the message either
      const std::lock_guard lock(mutex);
      told.push_back(error.kind);
    };
    TaskThread thread;
    thread.post([](const std::stop_token&) { throw std::bad_alloc(); }, tell);
    thread.post([](const std::stop_token&) { throw Stopped{}; }, tell);
    thread.post([](const std::stop_token&) { throw std::runtime_error("x"); }, tell);
    thread.post([](const std::stop_token&) { throw 1; });
    thread.post([&](const std::stop_token&) { ran = true; });
    QTRY_VERIFY(ran);
    QCOMPARE(told, (std::vector{ErrorKind::out_of_memory, ErrorKind::system_failure}));
    QCOMPARE(attempts.load(), 3);
  }

  void removing_sources_mid_load_and_to_the_last() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    fake.put("b", {kVisitors, 10});
    fake.allow_rows(55);
    AnalysisSession session(fake.engine());
    session.add_sources({"a", "b"});
    QTRY_COMPARE(pageviews(session), 50U);
    session.remove_source("a");
    fake.allow_rows(UINT64_MAX);
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 10U);
    session.remove_all_sources();
    QVERIFY(session.sources().empty());
    QVERIFY(!session.reports(kVisitors));
    QCOMPARE(session.state(), State::idle);
  }

  void a_failing_file_says_why_and_leaves_the_others() {
    FakeEngine fake;
    fake.put("good", {kVisitors, 10});
    fake.put("broken",
             {kVisitors, 10, {}, Error{ErrorKind::damaged_compression, "broken", "crc", {}}});
    fake.put("odd", {{}, 10, Error{ErrorKind::unknown_format, "odd", "%PDF", {}}});
    AnalysisSession session(fake.engine());
    session.add_sources({"good", "broken", "odd", "absent"});
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 10U);
    QCOMPARE(session.sources()[0].state, Source::State::ready);
    QCOMPARE(session.sources()[1].state, Source::State::failed);
    QCOMPARE(session.sources()[1].error->kind, ErrorKind::damaged_compression);
    QCOMPARE(session.sources()[2].error->kind, ErrorKind::unknown_format);
    QCOMPARE(session.sources()[3].error->kind, ErrorKind::not_found);
    fake.put("broken", {kVisitors, 10});
    session.reload_source("broken");
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(pageviews(session), 20U);
    QVERIFY(!session.sources()[1].error);
  }

  void a_filter_slices_without_reading() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    session.set_filter(one_page());
    QVERIFY(session.slicing());
    QTRY_VERIFY(!session.slicing());
    QCOMPARE(pageviews(session), 10U);
    QCOMPARE(session.whole(kVisitors)->get<HourlyVisitorsReport>()->pageviews, 100U);
    session.set_filter({});
    QCOMPARE(pageviews(session), 100U);
    QCOMPARE(fake.loads_made(), 1);
  }

  // Which rows were repeats of whom is kept once it is asked for.
  void the_first_filter_of_visitors_reads_once_more() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath("visits.csv").toStdString();
    const QByteArray head = "timestamp,page_url,visitor_id\n";
    const QByteArray first = "2025-01-01T10:00:00Z,/,a\n2025-01-01T10:00:00Z,/,b\n";
    const auto write = [&](const QByteArray& text) {
      QFile file(QString::fromStdString(path));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(text);
    };
    std::atomic<int> loads = 0;
    LoadEngine engine = file_engine();
    engine.make_load = [&loads](std::vector<std::string> inputs, AnalysisOptions options) {
      ++loads;
      return file_engine().make_load(std::move(inputs), std::move(options));
    };
    const auto without = [](const char* visitor) {
      Filter filter;
      filter.conditions = {{ConditionField::visitor, Match::is_not, visitor}};
      return filter;
    };
    AnalysisSession session(engine);
    const auto views_are = [&](std::uint64_t count) {
      return QTest::qWaitFor([&] {
        return session.state() == State::idle && !session.slicing() && pageviews(session) == count;
      });
    };
    write(head + first);
    session.add_sources({path});
    QVERIFY(views_are(2));
    session.set_filter(without("a"));  // nothing is repeated
    QVERIFY(views_are(1));
    QCOMPARE(loads.load(), 1);
    session.set_filter({});
    write(head + first + first + "2025-01-01T10:30:00Z,/,a\n");
    session.reload_all();
    QVERIFY(views_are(5));
    QCOMPARE(loads.load(), 2);
    session.set_filter(without("a"));
    QVERIFY(views_are(2));
    QCOMPARE(loads.load(), 3);
    session.set_filter(without("b"));
    QVERIFY(views_are(3));
    session.set_filter({});
    QVERIFY(views_are(5));
    QCOMPARE(loads.load(), 3);
    QCOMPARE(session.whole(kVisitors)->get<HourlyVisitorsReport>()->pageviews, 5U);
  }

  void cleaning_holds_for_what_may_be_a_log() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    fake.put("c", {kCampaigns, 100});
    AnalysisSession session(fake.engine());
    Filter filter;
    filter.cleaning.leave_out = LogPart::bots;
    session.set_filter(filter);
    session.add_sources({"a", "c"});
    QTRY_COMPARE(session.state(), State::idle);
    QTRY_VERIFY(!session.slicing());
    // Files are read whole, and cleaned after that.
    QCOMPARE(pageviews(session), 10U);
    QCOMPARE(session.whole(kVisitors)->get<HourlyVisitorsReport>()->pageviews, 100U);
    QCOMPARE(session.reports(kVisitors)->filter, filter);
    QVERIFY(session.reports(kCampaigns) == session.whole(kCampaigns));
    QVERIFY(session.reports(kCampaigns)->filter.empty());
    QVERIFY(!session.shows_logs(kVisitors));
  }

  void what_is_followed_stays_clean() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath("access.log").toStdString();
    const auto append = [&](const char* status) {
      QFile file(QString::fromStdString(path));
      QVERIFY(file.open(QIODevice::Append));
      file.write(QByteArray("10.0.0.1 - - [01/Jan/2025:10:00:00 +0000] \"GET / HTTP/1.1\" ") +
                 status + " 5\n");
    };
    append("200");
    append("404");
    AnalysisSession session(file_engine());
    Filter filter;
    filter.cleaning.leave_out = LogPart::errors;
    session.set_filter(filter);
    session.set_following(true);
    session.add_sources({path});
    QTRY_COMPARE(session.state(), State::idle);
    QTRY_COMPARE(pageviews(session), 1U);
    QVERIFY(session.shows_logs(kVisitors));
    for (std::uint64_t rows = 2; rows < 4; ++rows) {
      append("500");
      append("200");
      QTRY_COMPARE(pageviews(session), rows);
      QCOMPARE(session.reports(kVisitors)
                   ->load_of(kVisitors)
                   .rows.filtered_by_reason[FilterReason::status],
               rows);
    }
    std::optional<CleaningCounts> counts;
    session.count_cleaning(kVisitors, [&](const CleaningCounts& found) { counts = found; });
    QTRY_VERIFY(counts.has_value());
    QCOMPARE(counts->left_out(LogPart::errors), 3U);
    QCOMPARE(counts->all(), 6U);
  }

  void what_made_a_span_is_found_of_what_is_shown() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath("visits.csv").toStdString();
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "timestamp,page_url,visitor_id\n2025-01-01T10:00:00Z,/,a\n2025-01-02T10:00:00Z,/,a\n"
        "2025-01-02T10:00:00Z,/,b\n2025-01-02T10:00:00Z,/x,b\n2025-01-02T11:00:00Z,/x,c\n");
    file.close();
    AnalysisSession session(file_engine());
    session.add_sources({path});
    QTRY_COMPARE(session.state(), State::idle);
    const std::int64_t ten = 1735812000;  // January 2
    std::vector<PeakCausePtr> told;
    const auto find = [&](std::int64_t from, std::int64_t to) {
      const std::size_t before = told.size();
      session.find_peak_cause({from, to}, [&](const FoundCause& found) {
        QVERIFY(found.gap == CauseGap::none);
        told.push_back(found.cause);
      });
      return QTest::qWaitFor([&] { return told.size() > before; });
    };
    QVERIFY(find(ten, ten + 3600));
    QCOMPARE(told[0]->visitors, 2U);
    QCOMPARE(told[0]->usual, (Usual{2, UsualOver::hour_of_day, 1}));
    QCOMPARE(told[0]->who->new_visitors(), 1U);
    QVERIFY(find(ten, ten + 7200));
    QCOMPARE(told[1]->visitors, 3U);
    session.set_filter([] {
      Filter filter;
      filter[FilterField::page] = {"/x"};
      return filter;
    }());
    QTRY_VERIFY(!session.slicing());
    QTRY_COMPARE(pageviews(session), 2U);
    QVERIFY(find(ten, ten + 3600));
    QCOMPARE(told[2]->visitors, 1U);
    QVERIFY(!told[2]->usual.known());
    // Of two questions the last one is answered.
    session.find_peak_cause({ten, ten + 3600}, [&](const FoundCause&) { told.clear(); });
    QVERIFY(find(ten + 3600, ten + 7200));
    QCOMPARE(told.size(), std::size_t{4});
    QCOMPARE(told[3]->who->top.front().id, std::string("c"));
  }

  void what_cannot_be_told_of_a_span_says_why() {
    auto set = std::make_shared<ReportSet>();
    set->put(test::hours_report({5, 9, 3}));
    const auto report = set->get<HourlyVisitorsReport>();
    std::promise<void> let_go;
    const auto end = let_go.get_future().share();
    LoadEngine engine;
    engine.detect = [](const std::string&, const InputOptions&) -> Result<Detection> {
      return Detection{{kVisitors}, "CSV"};
    };
    engine.make_load = [&](std::vector<std::string>, AnalysisOptions) {
      return std::make_unique<HoursLoad>(set, end);
    };
    AnalysisSession session(engine);
    std::optional<FoundCause> told;
    const auto find = [&](std::size_t first, std::size_t last, std::int64_t after = 0) {
      told.reset();
      session.find_peak_cause(
          {span_of(*report, first).from + after, span_of(*report, last).to + after},
          [&](const FoundCause& found) { told = found; });
      return QTest::qWaitFor([&] { return told.has_value(); });
    };
    session.add_sources({"a"});
    QTRY_VERIFY(session.reports(kVisitors));
    for (const CauseGap gap : {CauseGap::loading, CauseGap::failed}) {
      QVERIFY(find(1, 1));
      QVERIFY(told->gap == gap);
      QCOMPARE(told->cause->visitors, 9U);
      QVERIFY(!told->cause->who);
      QVERIFY(find(0, 1));
      QVERIFY(told->gap == gap && !told->cause);
      QVERIFY(find(0, 1, 10 * kSecondsPerHour));
      QVERIFY(told->cause && !told->cause->hour);  // nothing is there to be told of
      if (gap == CauseGap::loading) let_go.set_value();
      QTRY_COMPARE(session.state(), State::idle);
    }
  }

  void of_many_counts_the_latest_alone_goes_on() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    fake.hold_slices(true);  // a count ends by being stopped, or never
    std::vector<int> told;
    session.count_cleaning(kVisitors, [&](const CleaningCounts&) { told.push_back(1); });
    QTRY_COMPARE(fake.counts_begun(), 1);
    for (const int number : {2, 3})
      session.count_cleaning(kVisitors,
                             [&, number](const CleaningCounts&) { told.push_back(number); });
    QTRY_COMPARE(fake.counts_begun(), 2);  // nobody waits for the second any more
    fake.hold_slices(false);
    QTRY_COMPARE(told, std::vector<int>{3});

    // There is nothing to count of a page without files: no answer is for it.
    fake.hold_slices(true);
    session.count_cleaning(kVisitors, [&](const CleaningCounts&) { told.push_back(4); });
    session.count_cleaning(kCampaigns, [&](const CleaningCounts&) { told.push_back(5); });
    fake.hold_slices(false);
    session.set_filter(one_page());
    QTRY_COMPARE(pageviews(session), 10U);  // by the same thread, after them
    QCOMPARE(told, std::vector<int>{3});
  }

  void of_many_filters_the_latest_wins() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    fake.hold_slices(true);
    Filter filter = one_page();
    for (int i = 0; i < 20; ++i) {
      filter[FilterField::page] = {std::to_string(i)};
      session.set_filter(filter);
    }
    QCOMPARE(pageviews(session), 100U);
    fake.hold_slices(false);
    QTRY_VERIFY(!session.slicing());
    QCOMPARE(session.reports(kVisitors)->filter[FilterField::page], std::vector<std::string>{"19"});
    QVERIFY(fake.slices_made() <= 2);
  }

  void a_filter_during_a_load_holds_for_what_comes() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    fake.allow_rows(50);
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(pageviews(session), 50U);
    session.set_filter(one_page());
    fake.allow_rows(61);
    QTRY_COMPARE(pageviews(session), 6U);
    QVERIFY(session.reports(kVisitors)->partial);
    fake.allow_rows(UINT64_MAX);
    QTRY_COMPARE(session.state(), State::idle);
    QTRY_VERIFY(!session.slicing());
    QCOMPARE(pageviews(session), 10U);
    QVERIFY(!session.reports(kVisitors)->partial);
  }

  void options_that_slices_cannot_answer_read_again_in_the_background() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    session.set_filter(one_page());
    QTRY_COMPARE(pageviews(session), 10U);
    ReportOptions options = session.options();
    options.zone = TimeZone::load("Asia/Kolkata", "zone").value();
    session.set_options(options);
    QCOMPARE(session.state(), State::loading);
    QCOMPARE(pageviews(session), 10U);  // the old answer stays until the new one is there
    QTRY_COMPARE(session.state(), State::idle);
    QTRY_VERIFY(!session.slicing());
    QCOMPARE(fake.loads_made(), 2);
    QCOMPARE(pageviews(session), 10U);
    session.set_filter({});
    QTRY_COMPARE(pageviews(session), 100U);
    QCOMPARE(fake.loads_made(), 2);
  }

  void a_filter_that_no_reading_answers_is_not_read_for() {
    // What is cleaned is read whole: where slices take no condition, each reading is like the last.
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    Filter filter;
    filter.conditions.emplace_back();
    session.set_filter(filter);
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(fake.loads_made(), 2);  // the engine applies it while it reads
    filter.cleaning.leave_out.insert(LogPart::bots);
    session.set_filter(filter);
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(fake.loads_made(), 3);
    // What stays in sight is known not to follow the filter.
    QVERIFY(session.slice_error(ReportKind::hourly_visitors)->kind == ErrorKind::cleaned_whole);
    QVERIFY(session.outdated(ReportKind::hourly_visitors));
    session.set_filter({});
    QVERIFY(!session.slicing());
    QVERIFY(!session.outdated(ReportKind::hourly_visitors));
    QCOMPARE(pageviews(session), 100U);
    QCOMPARE(fake.loads_made(), 3);
  }

  void what_was_read_through_a_filter_answers_no_wider_one() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    Filter filter;
    filter.conditions.emplace_back();
    session.set_filter(filter);
    QTRY_COMPARE(session.state(), State::idle);
    QCOMPARE(fake.loads_made(), 2);
    session.set_filter(one_page());  // slices could answer it, if they had all rows
    QTRY_COMPARE(session.state(), State::idle);
    QTRY_VERIFY(!session.slicing());
    QCOMPARE(fake.loads_made(), 3);
    QCOMPARE(session.reports(ReportKind::hourly_visitors)->filter, one_page());
    session.set_filter({});  // read whole, it needs no other reading
    QTRY_COMPARE(pageviews(session), 100U);
    QCOMPARE(fake.loads_made(), 3);
  }

  void going_away_or_asking_again_stops_a_slice() {
    FakeEngine fake;
    fake.put("a", {kVisitors, 100});
    fake.hold_slices(true);  // a slice ends by being stopped, or never
    auto session = std::make_unique<AnalysisSession>(fake.engine());
    session->add_sources({"a"});
    QTRY_COMPARE(session->state(), State::idle);
    session->set_filter(one_page());
    QTest::qWait(5);
    Filter other;
    other[FilterField::page] = {"/other"};
    session->set_filter(other);
    session->set_filter({});
    QCOMPARE(pageviews(*session), 100U);
    QVERIFY(!session->slicing());
    session->set_filter(one_page());
    QTest::qWait(5);
    session.reset();
    QCOMPARE(fake.slices_made(), 0);
  }

  void may_be_destroyed_while_loading_or_slicing() {
    for (int i = 0; i < 20; ++i) {
      FakeEngine fake;
      fake.put("a", {kVisitors, 1000});
      fake.allow_rows(static_cast<std::uint64_t>(i) * 20);
      auto session = std::make_unique<AnalysisSession>(fake.engine());
      session->add_sources({"a"});
      if (i % 3 == 1) QTRY_VERIFY(session->progress().rows > 0 || i == 0);
      if (i % 3 == 2) session->set_filter(one_page());
      QTest::qWait(i % 4);
      session.reset();
      QCoreApplication::processEvents();
    }
  }
};

}  // namespace
}  // namespace footfall

QTEST_GUILESS_MAIN(footfall::AnalysisSessionTest)
#include "test_analysis_session.moc"
