// Tables of real servers as sources of a session. Long, for the servers are started once for all
// that is asked of them.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <csignal>

#include "model/report/user_activity_report.h"
#include "model/session/analysis_session.h"
#include "tests/support/fake_engine.h"
#include "tests/support/server_rig.h"
#include "tests/support/shown_report.h"
#include "tests/support/sql_events.h"

namespace footfall {
namespace {

using namespace footfall_test;
using test::FakeEngine;
using State = AnalysisSession::State;

constexpr ReportKind kActivity = ReportKind::user_activity;
constexpr int kPatience = 60'000;

#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, kPatience)
#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, kPatience)

DatabaseSource table_of(const ConnectionSettings& settings, const std::string& name) {
  return {settings, {{}, name}, kActivity, {}};
}

Filter one_user(const std::string& user) {
  Filter filter;
  filter[FilterField::user] = {user};
  return filter;
}

std::string password_of(const DatabaseSource& source) {
  return source.settings.engine == SqlEngine::postgresql ? PostgresServer::kPassword : "";
}

std::size_t users_shown(const AnalysisSession& session) {
  const ReportSetPtr reports = session.reports(kActivity);
  return reports && reports->get<UserActivityReport>()
             ? reports->get<UserActivityReport>()->users.size()
             : 0;
}

// Asks until the server says what is wanted; servers take a moment to tidy up.
bool comes_to(SqlConnection& connection, const std::string& statement, const std::string& wanted) {
  for (int i = 0; i < 200; ++i) {
    std::string rows;
    if (execute(connection, statement, &rows).empty() && rows == wanted) return true;
    QTest::qSleep(50);
  }
  return false;
}

constexpr const char* kSleepers =
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
constexpr const char* kReaders =
    "SELECT count() FROM system.processes WHERE read_rows > 100000 AND query LIKE '%moody%'";

class SessionDatabasesTest : public QObject, private ServerRig {
  Q_OBJECT

  std::uint64_t rows_ = 0;  // of the table events

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start(2, why), qPrintable(why));
    const SqlEvents events = make_events(kActivity, 1, 300, true);
    rows_ = events.rows.size();
    QCOMPARE(fill_table(*pg, "events", events, {}), std::string());
    QCOMPARE(fill_table(*ch, "events", events, {}), std::string());
    // Answers after a thousand seconds, and never.
    QCOMPARE(
        execute(*pg, "CREATE VIEW slow AS SELECT e.* FROM events e, (SELECT pg_sleep(1000)) s"),
        std::string());
    QCOMPARE(execute(*ch,
                     "CREATE VIEW slow AS SELECT toString(number) AS id, 'u' AS user_id, 'view' AS "
                     "type, '' AS metadata FROM system.numbers WHERE number % 7 = 8"),
             std::string());
  }

  void both_give_the_report_of_the_table() {
    for (const ConnectionSettings& settings : {postgres->settings(), clickhouse->settings()}) {
      FakeEngine fake;
      AnalysisSession session(fake.engine());
      const DatabaseSource table = table_of(settings, "events");
      session.open_database(table, password_of(table));
      QCOMPARE(session.state(), State::loading);
      QCOMPARE(session.sources().size(), std::size_t{1});
      TRY_COMPARE(session.state(), State::idle);
      const Source& source = session.sources().front();
      QCOMPARE(source.state, Source::State::ready);
      QVERIFY(!source.sql_error);
      QCOMPARE(source.rows.read(), rows_);
      QVERIFY(source.rows.rejected() > 0);
      const auto connection = connect_database(settings, password_of(table), {});
      QVERIFY(connection);
      const auto alone =
          run_sql_report(**connection, question_of(table, session.options(), {}), {});
      QVERIFY(alone);
      QCOMPARE(users_shown(session), (*alone)->get<UserActivityReport>()->users.size());
      QCOMPARE(session.reports(kActivity)->get<UserActivityReport>()->views,
               (*alone)->get<UserActivityReport>()->views);
      QVERIFY(!session.outdated(kActivity));
    }
  }

  void a_filter_is_asked_of_the_database() {
    FakeEngine fake;
    AnalysisSession session(fake.engine());
    const DatabaseSource table = table_of(clickhouse->settings(), "events");
    session.open_database(table, {});
    TRY_COMPARE(session.state(), State::idle);
    const std::size_t all = users_shown(session);
    QVERIFY(all > 2);
    const auto& report = *session.whole(kActivity)->get<UserActivityReport>();
    const std::string user((*report.names)[report.users[1].name]);
    session.set_filter(one_user("nobody"));
    session.set_filter(one_user(user));
    QVERIFY(session.slicing());
    QCOMPARE(users_shown(session), all);  // until the answer is there
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(!session.slicing());
    QCOMPARE(users_shown(session), std::size_t{1});
    QCOMPARE(session.reports(kActivity)->filter[FilterField::user], std::vector<std::string>{user});
    QCOMPARE(session.whole(kActivity)->get<UserActivityReport>()->users.size(),
             all);  // names to pick from
    QCOMPARE(session.reports(kActivity)->load_of(kActivity).rows.read(), rows_);
    session.set_filter({});
    QCOMPARE(users_shown(session), all);  // known already
    QCOMPARE(session.state(), State::idle);

    // What the report has no field for changes nothing but what it says.
    Filter pages;
    pages[FilterField::page] = {"/"};
    session.set_filter(pages);
    QCOMPARE(session.state(), State::idle);
    QCOMPARE(users_shown(session), all);
    QCOMPARE(session.reports(kActivity)->load_of(kActivity).ignored_filters,
             std::vector<std::string_view>{"page"});
  }

  void stop_cancels_on_the_server_and_continue_asks_again() {
    FakeEngine fake;
    AnalysisSession session(fake.engine());
    session.open_database(table_of(postgres->settings(), "slow"), PostgresServer::kPassword);
    QVERIFY(comes_to(*pg, kSleepers, "1\n"));
    TRY_VERIFY(session.progress().seconds > 0);
    QVERIFY(!session.progress().known());
    // It tells no rows, but which statement it is at.
    TRY_COMPARE(session.progress().step, std::size_t{1});
    QCOMPARE(session.progress().steps, std::size_t{3});
    session.stop();
    QVERIFY(session.stopping());
    TRY_COMPARE(session.state(), State::stopped);
    QVERIFY(!session.stopping());
    QCOMPARE(session.sources().front().state, Source::State::stopped);
    QVERIFY(!session.reports(kActivity));
    QVERIFY(comes_to(*pg, kSleepers, "0\n"));
    session.resume();
    QCOMPARE(session.state(), State::loading);
    QVERIFY(comes_to(*pg, kSleepers, "1\n"));
    session.remove_all_sources();
    QCOMPARE(session.state(), State::idle);
    QVERIFY(comes_to(*pg, kSleepers, "0\n"));
  }

  void clickhouse_tells_its_progress_and_is_left_at_once() {
    FakeEngine fake;
    auto session = std::make_unique<AnalysisSession>(fake.engine());
    QSignalSpy ticks(session.get(), &AnalysisSession::progress_changed);
    session->open_database(table_of(clickhouse->settings(), "slow"), {});
    TRY_VERIFY(session->progress().rows > 0);
    ticks.clear();
    TRY_VERIFY(ticks.count() > 2);
    session.reset();
    QVERIFY(comes_to(*ch,
                     "SELECT count() FROM system.processes WHERE query LIKE '%slow%' AND query NOT "
                     "LIKE '%processes%'",
                     "0\n"));
  }

  void a_stopped_or_failed_question_leaves_the_last_answer() {
    FakeEngine fake;
    AnalysisSession session(fake.engine());
    const DatabaseSource table = table_of(postgres->settings(), "events");
    session.open_database(table, PostgresServer::kPassword);
    TRY_COMPARE(session.state(), State::idle);
    const ReportSetPtr good = session.reports(kActivity);
    QVERIFY(good);
    QVERIFY(postgres->halt());
    session.reload_all();
    QVERIFY(!session.outdated(kActivity));
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().front().state, Source::State::failed);
    QVERIFY(session.sources().front().sql_error);
    QCOMPARE(session.reports(kActivity), good);
    QVERIFY(session.outdated(kActivity));
    session.set_filter(one_user("nobody"));
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().front().sql_error->kind, SqlErrorKind::refused);
    QCOMPARE(session.reports(kActivity), good);

    QVERIFY(postgres->start_again());
    session.reload_all();
    QVERIFY(!session.sources().front().sql_error);
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(!session.outdated(kActivity));
    QCOMPARE(users_shown(session), std::size_t{1});
    session.set_filter({});
    TRY_COMPARE(users_shown(session), good->get<UserActivityReport>()->users.size());
    // Idle connections do not survive a restart; nobody notices.
    QVERIFY(postgres->halt());
    QVERIFY(postgres->start_again());
    session.reload_all();
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(!session.sources().front().sql_error);
    pg = open_writer(postgres->settings(), PostgresServer::kPassword);
  }

  void a_table_is_asked_again_on_its_own() {
    const auto add = [&] {
      return execute(*pg, "INSERT INTO growing VALUES ('1', 'u1', 'view', '')");
    };
    QCOMPARE(execute(*pg, "CREATE TABLE growing (id text, user_id text, type text, price text)"),
             std::string());
    QCOMPARE(add(), std::string());
    FakeEngine fake;
    AnalysisSession session(fake.engine());
    DatabaseSource table = table_of(postgres->settings(), "growing");
    table.ask_every = std::chrono::seconds(1);
    // Of an earlier time: not before somebody asks.
    session.reopen({}, {table});
    QTest::qWait(1500);
    QCOMPARE(session.sources().front().state, Source::State::unasked);
    const std::string id = session.sources().front().path;
    table.ask_every = {};
    session.open_database(table, PostgresServer::kPassword);
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().front().database->ask_every, std::chrono::seconds(1));
    QCOMPARE(session.sources().front().rows.read(), std::uint64_t{1});
    QVERIFY(session.answered(kActivity)->seconds > 0);
    session.set_filter(one_user("u1"));
    QVERIFY(!session.unbidden());
    TRY_COMPARE(session.state(), State::idle);

    QSignalSpy filters(&session, &AnalysisSession::filter_changed);
    bool on_its_own = false;
    const auto noted = connect(&session, &AnalysisSession::state_changed, &session, [&] {
      on_its_own = on_its_own || (session.state() == State::loading && session.unbidden() &&
                                  session.reports(kActivity));
    });
    QCOMPARE(add(), std::string());
    TRY_COMPARE(session.sources().front().rows.read(), std::uint64_t{2});
    QVERIFY(on_its_own);
    disconnect(noted);
    QCOMPARE(filters.count(), 0);
    QCOMPARE(session.reports(kActivity)->filter[FilterField::user], std::vector<std::string>{"u1"});

    // No answer: what is shown stays, and is said to be old until there is one.
    const ReportSetPtr good = session.reports(kActivity);
    QVERIFY(postgres->halt());
    TRY_VERIFY(session.outdated(kActivity));
    bool doubted = false;
    int asked = 0;
    const auto watch = connect(&session, &AnalysisSession::state_changed, &session, [&] {
      doubted = doubted || !session.outdated(kActivity) || session.reports(kActivity) != good ||
                session.sources().front().state != Source::State::failed;
      if (session.state() == State::loading) ++asked;
    });
    TRY_VERIFY(asked > 1);
    QVERIFY(!doubted);
    disconnect(watch);
    QVERIFY(postgres->start_again());
    pg = open_writer(postgres->settings(), PostgresServer::kPassword);
    TRY_VERIFY(!session.outdated(kActivity) && session.state() == State::idle);
    QVERIFY(!session.sources().front().sql_error);

    session.ask_every(id, std::chrono::seconds(0));
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(add(), std::string());
    QTest::qWait(2500);
    QCOMPARE(session.sources().front().rows.read(), std::uint64_t{2});
  }

  void a_table_is_asked_one_question_at_a_time_and_none_after_a_stop() {
    FakeEngine fake;
    AnalysisSession session(fake.engine());
    const DatabaseSource table = table_of(postgres->settings(), "slow");
    session.open_database(table, PostgresServer::kPassword);
    session.ask_every(source_id(table), std::chrono::seconds(1));
    QVERIFY(comes_to(*pg, kSleepers, "1\n"));
    QString began;
    const auto beginning = [&] {
      std::string rows;
      execute(
          *pg,
          "SELECT backend_start, query_start FROM pg_stat_activity WHERE wait_event = 'PgSleep'",
          &rows);
      return QString::fromStdString(rows);
    };
    began = beginning();
    QTest::qWait(2500);
    QCOMPARE(beginning(), began);
    session.stop();
    TRY_COMPARE(session.state(), State::stopped);
    QVERIFY(comes_to(*pg, kSleepers, "0\n"));
    QTest::qWait(2500);
    QCOMPARE(session.state(), State::stopped);
    QVERIFY(comes_to(*pg, kSleepers, "0\n"));
  }

  void a_server_that_restarts_amid_a_report_data() {
    QTest::addColumn<bool>("on_postgres");
    QTest::newRow("PostgreSQL") << true;
    QTest::newRow("ClickHouse") << false;
  }
  void a_server_that_restarts_amid_a_report() {
    QFETCH(bool, on_postgres);
    SqlConnectionPtr& writer = on_postgres ? pg : ch;
    const auto become = [&](const std::string& view) {
      execute(*writer, on_postgres ? "DROP VIEW moody" : "DROP TABLE moody");
      return execute(*writer, "CREATE VIEW moody AS SELECT * FROM " + view);
    };
    QCOMPARE(become("events"), std::string());
    FakeEngine fake;
    AnalysisSession session(fake.engine());
    const DatabaseSource table =
        table_of(on_postgres ? postgres->settings() : clickhouse->settings(), "moody");
    session.open_database(table, password_of(table));
    TRY_COMPARE(session.state(), State::idle);
    const ReportSetPtr good = session.reports(kActivity);
    QVERIFY(good);
    QCOMPARE(become("slow"), std::string());
    session.reload_all();
    QVERIFY(comes_to(*writer, on_postgres ? kSleepers : kReaders, "1\n"));
    if (on_postgres)
      QVERIFY(postgres->halt());
    else
      clickhouse->kill(0);
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().front().state, Source::State::failed);
    // The lost question is asked once more, of nobody or of who is about to leave.
    const SqlErrorKind kind = session.sources().front().sql_error->kind;
    QVERIFY(kind == SqlErrorKind::refused || kind == SqlErrorKind::connection_lost);
    QCOMPARE(session.reports(kActivity), good);
    QVERIFY(session.outdated(kActivity));

    QVERIFY(on_postgres ? postgres->start_again() : clickhouse->start_again(0));
    writer = open_writer(table.settings, password_of(table));
    QCOMPARE(become("events"), std::string());
    session.reload_all();
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(!session.sources().front().sql_error);
    QVERIFY(!session.outdated(kActivity));
    QVERIFY(session.reports(kActivity) != good);
    QCOMPARE(users_shown(session), good->get<UserActivityReport>()->users.size());
    QCOMPARE(session.sources().front().rows.read(), rows_);
  }

  void a_shard_that_hangs_leaves_the_last_answer() {
    const SqlConnectionPtr other = open_writer(clickhouse->settings(1));
    const SqlEvents events = make_events(kActivity, 1, 300, true);
    QCOMPARE(fill_table(*ch, "part", events, {}, 0, 2), std::string());
    QCOMPARE(fill_table(*other, "part", events, {}, 1, 2), std::string());
    QCOMPARE(
        execute(*ch, "CREATE TABLE all_parts AS part ENGINE = Distributed(shards, default, part)"),
        std::string());
    FakeEngine fake;
    AnalysisSession session(fake.engine());
    DatabaseSource table = table_of(clickhouse->settings(), "all_parts");
    table.settings.timeouts.silence = std::chrono::seconds(2);
    session.open_database(table, {});
    TRY_COMPARE(session.state(), State::idle);
    const ReportSetPtr good = session.reports(kActivity);
    QVERIFY(good);
    QCOMPARE(good->load_of(kActivity).rows.read(), rows_);
    const auto shard = static_cast<pid_t>(clickhouse->process_id(1));
    ::kill(shard, SIGSTOP);
    session.reload_all();
    const bool over = QTest::qWaitFor([&] { return session.state() == State::idle; }, kPatience);
    ::kill(shard, SIGCONT);
    QVERIFY(over);
    QCOMPARE(session.sources().front().state, Source::State::failed);
    const SqlError& error = *session.sources().front().sql_error;
    QCOMPARE(error.kind, SqlErrorKind::timed_out);
    QVERIFY2(error.detail.find("shard") != std::string::npos, error.detail.c_str());
    QCOMPARE(session.reports(kActivity), good);
    QVERIFY(session.outdated(kActivity));
    session.reload_all();
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(!session.sources().front().sql_error);
    QVERIFY(!session.outdated(kActivity));
    QCOMPARE(session.sources().front().rows.read(), rows_);
  }

  void says_why_there_is_no_answer() {
    FakeEngine fake;
    AnalysisSession session(fake.engine());
    session.open_database(table_of(postgres->settings(), "events"), "wrong");
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().front().sql_error->kind, SqlErrorKind::wrong_password);
    QVERIFY(!session.reports(kActivity));
    session.open_database(table_of(postgres->settings(), "events"), PostgresServer::kPassword);
    QCOMPARE(session.sources().size(), std::size_t{1});
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(users_shown(session) > 0);
  }

  // A third of the rows in a file, the others in tables of two servers.
  void tables_are_read_beside_files() {
    const SqlEvents all = make_events(kActivity, 4, 900, true);
    SqlEvents in_file = all;
    in_file.rows.clear();
    for (std::size_t i = 0; i < all.rows.size(); i += 3) in_file.rows.push_back(all.rows[i]);
    QCOMPARE(fill_table(*pg, "third", all, {}, 1, 3), std::string());
    QCOMPARE(fill_table(*ch, "third", all, {}, 2, 3), std::string());
    const std::string file = file_of(as_file(in_file, kActivity));
    const std::string whole = file_of(as_file(all, kActivity));
    DatabaseSource in_postgres = table_of(postgres->settings(), "third");
    DatabaseSource in_clickhouse = table_of(clickhouse->settings(), "third");
    in_postgres.fetched = in_clickhouse.fetched = true;

    AnalysisSession of_all(file_engine());
    of_all.add_sources({whole});
    TRY_VERIFY(of_all.state() == State::idle && of_all.reports(kActivity));
    const auto shown_of = [](const AnalysisSession& session) {
      const ReportSetPtr reports = session.reports(kActivity);
      return reports ? footfall_test::shown(*reports, kActivity) : std::string();
    };

    AnalysisSession session(file_engine());
    session.add_sources({file});
    TRY_VERIFY(session.state() == State::idle && session.reports(kActivity));
    const std::string of_file = shown_of(session);
    // A wrong password leaves what the file gives.
    session.open_database(in_postgres, "wrong");
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().size(), std::size_t{2});
    QCOMPARE(session.sources()[1].state, Source::State::failed);
    QCOMPARE(session.sources()[1].sql_error->kind, SqlErrorKind::wrong_password);
    QCOMPARE(shown_of(session), of_file);
    session.open_database(in_postgres, PostgresServer::kPassword);
    session.open_database(in_clickhouse, {});
    TRY_COMPARE(session.state(), State::idle);
    for (const Source& source : session.sources()) {
      QCOMPARE(source.state, Source::State::ready);
      QVERIFY(source.rows.read() > 200 && !source.leaving);
    }
    const std::string wanted = shown_of(of_all);
    const std::string got = shown_of(session);
    QVERIFY2(got == wanted, difference(wanted, got));
    // A filter reads nothing again, and follows in all of them.
    const auto& report = *of_all.reports(kActivity)->get<UserActivityReport>();
    const Filter one = one_user(std::string((*report.names)[report.users[1].name]));
    QVERIFY(postgres->halt());
    for (AnalysisSession* each : {&of_all, &session}) each->set_filter(one);
    TRY_VERIFY(!session.slicing() && !of_all.slicing());
    QCOMPARE(shown_of(session), shown_of(of_all));
    for (AnalysisSession* each : {&of_all, &session}) each->set_filter({});
    // Read again, the table that does not answer is told of, and the others stay.
    session.reload_source(session.sources()[1].path);
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources()[1].state, Source::State::failed);
    QVERIFY(session.sources()[1].sql_error);
    QVERIFY(postgres->start_again());
    pg = open_writer(postgres->settings(), PostgresServer::kPassword);
    session.reload_all();
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(shown_of(session), wanted);
    session.remove_source(session.sources()[2].path);
    session.remove_source(session.sources()[1].path);
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(shown_of(session), of_file);
    // Asked of its database it takes the page for itself.
    in_postgres.fetched = false;
    session.open_database(in_postgres, PostgresServer::kPassword);
    TRY_VERIFY(session.state() == State::idle && session.sources().size() == 1);
    in_postgres.fetched = true;
    session.open_database(in_postgres, PostgresServer::kPassword);
    TRY_VERIFY(session.state() == State::idle);
    QCOMPARE(session.sources().size(), std::size_t{1});
    QCOMPARE(session.sources().front().state, Source::State::ready);
  }

  void fetching_is_stopped_and_begun_anew() {
    AnalysisSession session(file_engine());
    DatabaseSource slow = table_of(postgres->settings(), "slow");
    slow.fetched = true;
    session.open_database(slow, PostgresServer::kPassword);
    QVERIFY(comes_to(*pg, kSleepers, "1\n"));
    session.stop();
    TRY_COMPARE(session.state(), State::stopped);
    QCOMPARE(session.sources().front().state, Source::State::stopped);
    QVERIFY(comes_to(*pg, kSleepers, "0\n"));
    session.resume();
    QVERIFY(comes_to(*pg, kSleepers, "1\n"));
    session.remove_all_sources();
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(comes_to(*pg, kSleepers, "0\n"));
    // Stopped amid its rows, what was read counts, and Continue begins anew beside a file.
    QCOMPARE(execute(*pg,
                     "CREATE VIEW long AS SELECT i::text AS id, 'u' || i % 7 AS user_id, 'view' AS "
                     "type, NULL::jsonb AS metadata FROM generate_series(1, 3000000) i"),
             std::string());
    const std::string file = file_of("{\"id\":\"a\",\"user_id\":\"f\",\"type\":\"view\"}\n");
    session.add_sources({file});
    TRY_VERIFY(session.state() == State::idle && session.reports(kActivity));
    DatabaseSource longer = table_of(postgres->settings(), "long");
    longer.fetched = true;
    session.open_database(longer, PostgresServer::kPassword);
    TRY_VERIFY(session.progress().rows > 1000);
    session.stop();
    TRY_COMPARE(session.state(), State::stopped);
    const ReportSetPtr some = session.reports(kActivity);
    QVERIFY(some);
    QCOMPARE(some->load_of(kActivity).rows.read(), session.progress().rows);
    session.resume();
    TRY_COMPARE(session.state(), State::idle);
    for (const Source& source : session.sources()) QCOMPARE(source.state, Source::State::ready);
    QCOMPARE(session.reports(kActivity)->load_of(kActivity).rows.read(), std::uint64_t{3000001});
    session.remove_all_sources();
    // Of an earlier time it waits to be asked for.
    session.reopen({}, {slow});
    QCOMPARE(session.sources().front().state, Source::State::unasked);
  }

  void a_page_shows_files_or_one_table() {
    FakeEngine fake;
    fake.put("a", {kActivity, 30});
    fake.put("c", {ReportKind::campaign_ranking, 5});
    AnalysisSession session(fake.engine());
    session.add_sources({"a", "c"});
    TRY_COMPARE(session.state(), State::idle);
    session.open_database(table_of(clickhouse->settings(), "events"), {});
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().size(), std::size_t{2});
    QCOMPARE(session.reports(kActivity)->load_of(kActivity).rows.read(), rows_);
    QVERIFY(session.reports(ReportKind::campaign_ranking));
    session.open_database(table_of(postgres->settings(), "events"), PostgresServer::kPassword);
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().size(), std::size_t{2});
    session.add_sources({"a"});
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().size(), std::size_t{2});
    QVERIFY(!session.sources().front().database && !session.sources().back().database);
    QCOMPARE(session.reports(kActivity)->load_of(kActivity).rows.read(), 30U);
  }

  // What is finished stays in sight until what comes in its place has figures.
  void what_is_shown_stays_until_the_next_answers() {
    const DatabaseSource table = table_of(clickhouse->settings(), "events");
    const DatabaseSource slow = table_of(postgres->settings(), "slow");
    const DatabaseSource other = table_of(postgres->settings(), "events");
    FakeEngine fake;
    fake.put("a", {kActivity, 30});
    fake.put("b", {kActivity, 40});
    fake.put("broken", {kActivity, 5, {}, Error{ErrorKind::read_failed, "broken", {}, {}}});
    AnalysisSession session(fake.engine());
    const auto shows = [&](std::uint64_t rows) {
      const ReportSetPtr reports = session.reports(kActivity);
      return reports && reports->load_of(kActivity).rows.read() == rows;
    };
    session.open_database(table, {});
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(shows(rows_));
    const ReportSetPtr good = session.reports(kActivity);
    // A table that is stopped, and asked again, and given up.
    session.open_database(slow, PostgresServer::kPassword);
    QCOMPARE(session.reports(kActivity), good);
    QVERIFY(session.sources().front().leaving);
    QVERIFY(comes_to(*pg, kSleepers, "1\n"));
    session.stop();
    TRY_COMPARE(session.state(), State::stopped);
    QCOMPARE(session.reports(kActivity), good);
    QVERIFY(!session.outdated(kActivity));
    session.resume();
    QCOMPARE(session.state(), State::loading);
    QCOMPARE(session.reports(kActivity), good);
    session.remove_source(source_id(slow));
    QCOMPARE(session.state(), State::idle);
    QVERIFY(!session.sources().front().leaving);
    // One that is not let in.
    session.open_database(other, "wrong");
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.reports(kActivity), good);
    QCOMPARE(session.sources().size(), std::size_t{2});
    QVERIFY(!session.sources().front().leaving);
    // One that answers.
    session.open_database(other, PostgresServer::kPassword);
    QCOMPARE(session.reports(kActivity), good);
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.sources().size(), std::size_t{1});
    QCOMPARE(session.sources().front().path, source_id(other));
    const ReportSetPtr second = session.reports(kActivity);
    QVERIFY(second && second != good);
    // A file that cannot be read.
    session.add_sources({"broken"});
    TRY_COMPARE(session.state(), State::idle);
    QCOMPARE(session.reports(kActivity), second);
    session.remove_source("broken");
    // One that is stopped halfway, then read to its end.
    fake.allow_rows(15);
    session.add_sources({"a"});
    TRY_VERIFY(session.progress().rows == 15);
    QCOMPARE(session.reports(kActivity), second);
    session.stop();
    TRY_COMPARE(session.state(), State::stopped);
    QCOMPARE(session.reports(kActivity), second);
    fake.allow_rows(UINT64_MAX);
    session.resume();
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(shows(30));
    QCOMPARE(session.sources().size(), std::size_t{1});
    // Files that give way to a table, or do not.
    session.open_database(slow, PostgresServer::kPassword);
    QVERIFY(shows(30));
    session.reload_source("a");
    TRY_VERIFY(session.sources().front().state == Source::State::ready);
    QCOMPARE(session.sources().size(), std::size_t{2});
    session.add_sources({"b"});  // opened last, it is wanted rather than the table
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(shows(70));
    QCOMPARE(session.sources().size(), std::size_t{2});
    session.open_database(table, {});
    QVERIFY(shows(70));
    TRY_COMPARE(session.state(), State::idle);
    QVERIFY(shows(rows_));
    QCOMPARE(session.sources().size(), std::size_t{1});
  }

  void a_source_survives_being_written_as_an_url() {
    DatabaseSource table = table_of(clickhouse->settings(), "odd.\"name\" & ?");
    table.table.schema = "söme#where";
    table.settings.user = "an@alyst:1";
    table.settings.tls = TlsMode::verify;
    table.settings.authorities = "/etc/my certs.pem";
    table.settings.timeouts.query = std::chrono::seconds(7);
    table.where = "note = 'a & b?' AND x > 1";
    for (const char* host : {"db.example", "::1", "/var/run/postgresql"}) {
      table.settings.host = host;
      const auto read = parse_database_url(database_url(table));
      QVERIFY(read);
      QVERIFY(read->table == table.table);
      QCOMPARE(read->where, table.where);
      QCOMPARE(read->settings.host, table.settings.host);
      QCOMPARE(read->settings.port, table.settings.port);
      QCOMPARE(read->settings.user, table.settings.user);
      QCOMPARE(read->settings.database, table.settings.database);
      QCOMPARE(read->settings.tls, table.settings.tls);
      QCOMPARE(read->settings.authorities, table.settings.authorities);
      QCOMPARE(read->settings.timeouts.query, table.settings.timeouts.query);
      DatabaseSource query = table;
      query.table = table_of_query("SELECT 'a & b' AS \"ü\" -- ?\nFROM c");
      const auto asked = parse_database_url(database_url(query));
      QVERIFY(asked && asked->table == query.table);
    }
  }

  void may_be_destroyed_at_any_moment() {
    FakeEngine fake;
    for (int i = 0; i < 12; ++i) {
      auto session = std::make_unique<AnalysisSession>(fake.engine());
      const DatabaseSource table =
          table_of(i % 2 == 0 ? postgres->settings() : clickhouse->settings(), "events");
      session->open_database(table, password_of(table));
      if (i % 3 == 1) session->set_filter(one_user("nobody"));
      if (i % 3 == 2) session->open_database(table, password_of(table));
      QTest::qWait(i * 5);
      session.reset();
      QCoreApplication::processEvents();
    }
  }
};

}  // namespace
}  // namespace footfall

QTEST_GUILESS_MAIN(footfall::SessionDatabasesTest)
#include "test_session_databases.moc"
