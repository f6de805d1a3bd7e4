// What goes wrong with a server, and what is said of it. Long, for the servers are started once for
// all that is asked of them.
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

#include "model/sql/sql_report.h"
#include "model/sql/table_inspection.h"
#include "tests/support/server_rig.h"
#include "tests/support/sql_events.h"

using namespace footfall;
using namespace footfall_test;

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// What a statement or a connection came to.
struct End {
  std::string kind = "done";
  std::string text;
};

const char* name_of(SqlErrorKind kind) {
  constexpr const char* names[] = {"missing_library", "name_resolution",  "refused",
                                   "timed_out",       "wrong_password",   "tls",
                                   "no_tls",          "no_such_database", "no_such_table",
                                   "no_such_column",  "stray_mark",       "stray_word",
                                   "open_mark",       "bad_condition",    "no_select",
                                   "query_mark",      "bad_query",        "unfit_column",
                                   "no_permission",   "cancelled",        "connection_lost",
                                   "shard_down",      "table_changed",    "inexact",
                                   "failed_where",    "failed_query",     "unsteady_query",
                                   "too_large",       "server_error",     "unexpected_answer",
                                   "out_of_memory",   "system_failure"};
  return names[static_cast<std::size_t>(kind)];
}

template <class T>
End end_of(const SqlResult<T>& result) {
  if (result) return {};
  return {name_of(result.error().kind), result.error().where + ": " + result.error().detail};
}

End connecting(const ConnectionSettings& settings, const std::string& password) {
  return end_of(connect_database(settings, password, {}));
}

End running(SqlConnection& connection, const std::string& statement, std::stop_token stop = {},
            int* rows = nullptr) {
  QueryControl control;
  control.stop = std::move(stop);
  return end_of(connection.query(
      statement, {AnswerShape::kAny},
      [&](auto) -> SqlStatus {
        if (rows != nullptr) ++*rows;
        return Done{};
      },
      control));
}

SqlQuestion question_of(const std::string& table, const std::string& where) {
  SqlQuestion question;
  question.kind = ReportKind::user_activity;
  question.table = {{}, table};
  question.where = where;
  return question;
}

End reporting(SqlConnection& connection, const std::string& table,
              std::vector<std::pair<std::string, std::string>> columns = {},
              const std::string& where = {}) {
  SqlQuestion question = question_of(table, where);
  question.columns = std::move(columns);
  return end_of(run_sql_report(connection, question, {}));
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

#define COMPARE_END(end, wanted)                                                                   \
  do {                                                                                             \
    const End got = (end);                                                                         \
    QVERIFY2(got.kind == (wanted), qPrintable(QString::fromStdString(got.kind + " " + got.text))); \
    QVERIFY2(got.text.find(kSecret) == std::string::npos, "the password is in the text");          \
  } while (false)

}  // namespace

class TestSqlFailures : public QObject, private ServerRig {
  Q_OBJECT

  static constexpr const char* kSecret = "hunter2-secret";

  [[nodiscard]] SqlConnectionPtr pg_with(SqlTimeouts timeouts) const {
    ConnectionSettings settings = postgres->settings();
    settings.timeouts = timeouts;
    return std::move(*connect_database(settings, PostgresServer::kPassword, {}));
  }
  [[nodiscard]] SqlConnectionPtr ch_with(SqlTimeouts timeouts) const {
    ConnectionSettings settings = clickhouse->settings();
    settings.timeouts = timeouts;
    return std::move(*connect_database(settings, {}, {}));
  }

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start(3, why), qPrintable(why));
    const SqlEvents events = make_events(ReportKind::user_activity, 1, 100, false);
    QCOMPARE(fill_table(*pg, "events", events, {}), std::string());
    for (const char* statement :
         {"CREATE ROLE reader LOGIN PASSWORD 'hunter2-secret'", "GRANT SELECT ON events TO reader",
          "CREATE TABLE closed AS SELECT * FROM events"})
      QCOMPARE(execute(*pg, statement), std::string());
    QCOMPARE(fill_table(*ch, "events", events, {}), std::string());
    for (std::size_t i = 0; i < 3; ++i)
      QCOMPARE(fill_table(*shards[i], "part", events, {}, i, 3), std::string());
    QCOMPARE(
        execute(*ch, "CREATE TABLE all_parts AS part ENGINE = Distributed(shards, default, part)"),
        std::string());
  }

  void names_what_is_wrong_with_a_connection() {
    for (const ConnectionSettings& good : {postgres->settings(), clickhouse->settings()}) {
      ConnectionSettings settings = good;
      settings.user = good.engine == SqlEngine::postgresql ? "reader" : "default";
      COMPARE_END(connecting(settings, std::string("wrong ") + kSecret), "wrong_password");
      const std::string password =
          good.engine == SqlEngine::postgresql ? PostgresServer::kPassword : "";
      settings = good;
      settings.database = "nothing \"here'";
      COMPARE_END(connecting(settings, password), "no_such_database");
      settings = good;
      settings.host = "no-such-host.invalid";
      COMPARE_END(connecting(settings, kSecret), "name_resolution");
      settings = good;
      settings.port = static_cast<std::uint16_t>(free_port());
      COMPARE_END(connecting(settings, kSecret), "refused");
      const SilentPort silent;
      settings.port = static_cast<std::uint16_t>(silent.port());
      settings.timeouts.connect = seconds(1);
      COMPARE_END(connecting(settings, kSecret), "timed_out");
      settings = good;
      settings.tls = TlsMode::verify;
      const End end = connecting(settings, password);
      // Random bytes of the greeting decide whether ClickHouse takes it for the front of a request.
      const bool waits = good.engine == SqlEngine::clickhouse && end.kind == "timed_out" &&
                         end.text.find("agreeing on encryption") != std::string::npos;
      if (!waits) COMPARE_END(end, "no_tls");
    }
  }

  void a_silent_port_can_be_left_at_once() {
    for (ConnectionSettings settings : {postgres->settings(), clickhouse->settings()}) {
      const SilentPort silent;
      settings.port = static_cast<std::uint16_t>(silent.port());
      settings.timeouts.connect = seconds(3600);
      std::stop_source stop;
      const std::jthread stopper([&] {
        QTest::qSleep(100);
        stop.request_stop();
      });
      QueryControl control;
      control.stop = stop.get_token();
      COMPARE_END(end_of(connect_database(settings, kSecret, control)), "cancelled");
    }
  }

  void names_what_is_wrong_with_a_table() {
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      COMPARE_END(reporting(*connection, "nothing"), "no_such_table");
      COMPARE_END(reporting(*connection, "events", {{"id", "nothing"}}), "no_such_column");
      COMPARE_END(reporting(*connection, "events", {{"price", "id->>'x'"}}),
                  connection == pg.get() ? "inexact" : "done");
      COMPARE_END(reporting(*connection, "events"), "done");
    }
  }

  // What fails while rows are read may be the condition's fault, not the table's.
  void names_the_condition_where_rows_fail() {
    for (const char* where : {"id::int > 3", "1 / (length(id) - length(id)) > 0"})
      COMPARE_END(reporting(*pg, "events", {}, where), "failed_where");
    for (const char* where : {"toInt64(id) > 3", "throwIf(length(id) > 0) = 0"})
      COMPARE_END(reporting(*ch, "events", {}, where), "failed_where");
    for (SqlConnection* connection : {pg.get(), ch.get()})
      COMPARE_END(reporting(*connection, "events", {}, "length(id) > 0"), "done");
    COMPARE_END(reporting(*pg, "events", {{"price", "id->>'x'"}}, " "), "inexact");
    const End of_preview =
        end_of(check_columns(*pg, question_of("events", "id::int > 3"), QueryControl()));
    COMPARE_END(of_preview, "failed_where");
    QVERIFY2(of_preview.text.starts_with("events: "), of_preview.text.c_str());
  }

  void reading_is_enough_and_all_there_is() {
    ConnectionSettings settings = postgres->settings();
    settings.user = "reader";
    const auto reader = connect_database(settings, kSecret, {});
    QVERIFY(reader);
    COMPARE_END(reporting(**reader, "events"), "done");
    COMPARE_END(reporting(**reader, "closed"), "no_permission");
    // Also where the user could write.
    const SqlConnectionPtr careful = pg_with({});
    COMPARE_END(running(*careful, "CREATE TABLE mine (x int)"), "no_permission");

    settings = clickhouse->settings();
    settings.user = "reader";
    const auto ch_reader = connect_database(settings, ClickHouseServers::kPassword, {});
    QVERIFY(ch_reader);
    COMPARE_END(reporting(**ch_reader, "events"), "done");
    COMPARE_END(running(**ch_reader, "DROP TABLE events"), "no_permission");
    COMPARE_END(running(*ch_with({}), "DROP TABLE events"), "no_permission");
    settings.user = "stranger";
    const End stranger = connecting(settings, ClickHouseServers::kPassword);
    QVERIFY2(stranger.kind == "no_permission" || stranger.kind == "no_such_database",
             stranger.kind.c_str());
  }

  void an_error_after_the_first_rows_is_an_error() {
    int rows = 0;
    COMPARE_END(running(*pg, "SELECT 1 / (3000 - x) FROM generate_series(1, 5000) x", {}, &rows),
                "inexact");
    QCOMPARE(rows, 2999);
    COMPARE_END(running(*ch,
                        "SELECT throwIf(number = 200000) FROM (SELECT number FROM system.numbers "
                        "LIMIT 300000)"),
                "inexact");
    // Both go on.
    COMPARE_END(running(*pg, "SELECT 1"), "done");
    COMPARE_END(running(*ch, "SELECT 1"), "done");
  }

  void a_handler_can_end_a_statement() {
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      const auto ended =
          connection->query("SELECT 1", {1},
                            [](auto) -> SqlStatus {
                              return SqlError{SqlErrorKind::unexpected_answer, "here", "enough"};
                            },
                            {});
      COMPARE_END(end_of(ended), "unexpected_answer");
    }
  }

  // The server has nothing left of a cancelled statement, and the connection goes on.
  void a_stop_cancels_on_the_server() {
    const auto stopped = [](SqlConnection& connection, const char* statement) {
      std::stop_source stop;
      const std::jthread stopper([&] {
        QTest::qSleep(300);
        stop.request_stop();
      });
      return running(connection, statement, stop.get_token());
    };
    COMPARE_END(stopped(*pg, "SELECT pg_sleep(1000)"), "cancelled");
    COMPARE_END(running(*pg, "SELECT 1"), "done");
    QVERIFY(comes_to(*pg,
                     "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(1000%' AND "
                     "state = 'active' AND pid <> pg_backend_pid()",
                     "0\n"));
    ConnectionSettings settings = clickhouse->settings();
    settings.user = "reader";
    const auto reader = connect_database(settings, ClickHouseServers::kPassword, {});
    COMPARE_END(stopped(**reader, "SELECT count() FROM system.numbers WHERE number % 7 = 8"),
                "cancelled");
    COMPARE_END(running(**reader, "SELECT 1"), "done");
    QVERIFY(comes_to(*ch,
                     "SELECT count() FROM system.processes WHERE query LIKE '%number % 7%' AND "
                     "query NOT LIKE '%processes%'",
                     "0\n"));
  }

  void time_runs_out() {
    SqlTimeouts timeouts;
    timeouts.query = seconds(1);
    COMPARE_END(running(*pg_with(timeouts), "SELECT pg_sleep(1000)"), "timed_out");
    COMPARE_END(
        running(*ch_with(timeouts), "SELECT count() FROM system.numbers WHERE number % 7 = 8"),
        "timed_out");
  }

  void progress_is_told() {
    std::atomic<std::uint64_t> most = 0;
    std::stop_source stop;
    QueryControl control;
    control.stop = stop.get_token();
    control.on_progress = [&](const SqlProgress& progress) {
      most = std::max(most.load(), progress.rows_read);
      if (most > 0) stop.request_stop();
    };
    const auto ended = ch->query(
        "SELECT count() FROM system.numbers WHERE number % 5 = 8", {1},
        [](auto) { return SqlStatus(Done{}); }, control);
    COMPARE_END(end_of(ended), "cancelled");
    QVERIFY(most > 0);
  }

  // Each of its three statements takes two seconds.
  void a_report_tells_one_progress() {
    for (const char* statement :
         {"CREATE TABLE paced_rows (id String, user_id String, type String, metadata String) "
          "ENGINE = MergeTree ORDER BY id SETTINGS index_granularity = 500",
          "INSERT INTO paced_rows SELECT toString(number), 'u', 'view', '' FROM system.numbers "
          "LIMIT 500",
          "CREATE VIEW paced AS SELECT * FROM paced_rows WHERE sleepEachRow(0.004) = 0"})
      QCOMPARE(execute(*ch, statement), std::string());
    std::vector<SqlProgress> shown;
    QueryControl control;
    control.on_progress = [&](const SqlProgress& progress) { shown.push_back(progress); };
    SqlQuestion question;
    question.kind = ReportKind::user_activity;
    question.table = {{}, "paced"};
    COMPARE_END(end_of(run_sql_report(*ch, question, control)), "done");
    SqlProgress last;
    std::size_t steps_seen = 0;
    for (const SqlProgress& now : shown) {
      if (now.step > last.step) ++steps_seen;
      QVERIFY(now.step >= last.step && now.seconds >= last.seconds);
      QVERIFY(now.rows_read >= last.rows_read);
      if (now.rows_total) QVERIFY(now.rows_read < *now.rows_total);
      if (last.rows_total) QCOMPARE(now.rows_total, last.rows_total);
      last = now;
    }
    QCOMPARE(steps_seen, std::size_t{3});
    QCOMPARE(last.steps, std::size_t{3});
    QCOMPARE(last.rows_total.value_or(0), 1500U);
    QVERIFY2(last.rows_read >= 1000, qPrintable(QString::number(last.rows_read)));
  }

  void a_killed_backend_is_a_lost_connection() {
    const SqlConnectionPtr victim = pg_with({});
    const std::jthread killer([this] {
      QTest::qSleep(300);
      execute(*pg,
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE "
              "'%sleep(2000%' AND pid <> pg_backend_pid()");
    });
    COMPARE_END(running(*victim, "SELECT pg_sleep(2000)"), "connection_lost");
    COMPARE_END(running(*victim, "SELECT 1"), "connection_lost");
  }

  // The last ones: they take the cluster apart.
  void a_hung_shard_is_noticed() {
    COMPARE_END(reporting(*ch, "all_parts"), "done");
    ::kill(static_cast<pid_t>(clickhouse->process_id(2)), SIGSTOP);
    SqlTimeouts timeouts;
    timeouts.silence = seconds(2);
    const End silent = reporting(*ch_with(timeouts), "all_parts");
    std::stop_source stop;
    const std::jthread stopper([&] {
      QTest::qSleep(300);
      stop.request_stop();
    });
    const End stopped = running(*ch, "SELECT count() FROM all_parts", stop.get_token());
    ::kill(static_cast<pid_t>(clickhouse->process_id(2)), SIGCONT);
    COMPARE_END(silent, "timed_out");
    COMPARE_END(stopped, "cancelled");
  }

  void a_killed_shard_is_an_error() {
    clickhouse->kill(2);
    COMPARE_END(reporting(*ch, "all_parts"), "shard_down");
    // The others' own tables are whole.
    COMPARE_END(reporting(*ch, "events"), "done");
  }

  void a_killed_server_is_a_lost_connection() {
    const SqlConnectionPtr victim = ch_with({});
    const std::jthread killer([this] {
      QTest::qSleep(300);
      ::kill(static_cast<pid_t>(clickhouse->process_id(0)), SIGKILL);
    });
    // A connection that was lost before the first byte is opened once more, in vain.
    const End lost = running(*victim, "SELECT count() FROM system.numbers WHERE number % 3 = 8");
    QVERIFY2(lost.kind == "connection_lost" || lost.kind == "refused", lost.kind.c_str());
    COMPARE_END(running(*victim, "SELECT 1"), "refused");
  }
};

QTEST_GUILESS_MAIN(TestSqlFailures)
#include "test_sql_failures.moc"
