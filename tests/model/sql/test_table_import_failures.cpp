#include <QProcess>
#include <QTest>

#include "tests/support/import_rig.h"

using namespace footfall;
using namespace footfall_test;

// Whatever ends an import: nothing of the file is left.
class TestTableImportFailures : public QObject, private ImportRig {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start(3, why), qPrintable(why));
  }

  // A value that a column does not take, behind hundreds of thousands that it takes.
  void a_bad_value_leaves_nothing() {
    const std::string bad = large_file("many");
    const std::string good = large_file("7");
    QCOMPARE(execute(*pg, "CREATE TABLE typed (n integer NOT NULL, name text)"), std::string());
    QCOMPARE(execute(*ch,
                     "CREATE TABLE typed (n Int64, name String) ENGINE = MergeTree PARTITION "
                     "BY n % 3 ORDER BY n"),
             std::string());
    QCOMPARE(execute(*ch, "CREATE TABLE logged (n Int64, name String) ENGINE = Log"),
             std::string());
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      for (const char* table : {"typed", "logged"}) {
        if (connection == pg.get() && std::string_view(table) == "logged") continue;
        const Imported failed = imported(*connection, bad, table, false, {}, as_csv());
        QVERIFY(!failed.result);
        QVERIFY2(is_kind(failed.result.error(), SqlErrorKind::server_error),
                 text_of(failed.result.error()).c_str());
        QCOMPARE(count_of(*connection, table), std::string("0\n"));
        QCOMPARE(left_behind(), std::string(kNothing));
        const Imported done = imported(*connection, good, table, false, {}, as_csv());
        QVERIFY2(done.result, done.result ? "" : text_of(done.result.error()).c_str());
        QCOMPARE(count_of(*connection, table), std::string("400001\n"));
      }
    }
    // At the very front: what follows is not sent in vain.
    const Imported early =
        imported(*pg, file_of("n,name\nx,y\n" + std::string(9000000, '\n') + "1,z\n"), "typed",
                 false, {}, as_csv());
    QVERIFY(!early.result && is_kind(early.result.error(), SqlErrorKind::server_error));
    QVERIFY2(text_of(early.result.error()).find("integer") != std::string::npos,
             text_of(early.result.error()).c_str());
  }

  void a_file_that_breaks_off_leaves_nothing() {
    // The front of a gzip file.
    QProcess gzip;
    gzip.start("gzip", {"-c", QString::fromStdString(large_file("7"))});
    QVERIFY(gzip.waitForFinished());
    const QByteArray packed = gzip.readAllStandardOutput();
    const std::string whole = file_of(packed.toStdString());
    const std::string broken = file_of(packed.left(packed.size() / 2).toStdString());
    for (SqlConnection* connection : {pg.get(), ch.get()}) {
      const Imported failed = imported(*connection, broken, "packed", true, {}, as_csv());
      QVERIFY(!failed.result);
      QVERIFY2(is_kind(failed.result.error(), ErrorKind::damaged_compression),
               text_of(failed.result.error()).c_str());
      QVERIFY(count_of(*connection, "packed").find("packed") != std::string::npos);
      QCOMPARE(left_behind(), std::string(kNothing));
      const Imported done = imported(*connection, whole, "packed", true, {}, as_csv());
      QVERIFY2(done.result, done.result ? "" : text_of(done.result.error()).c_str());
      QCOMPARE(count_of(*connection, "packed"), std::string("400001\n"));
    }
  }

  // A stop, and a backend that is ended, in the middle of the rows.
  void what_is_ended_midway_leaves_nothing() {
    for (const bool in_postgres : {true, false}) {
      const SqlConnectionPtr connection =
          in_postgres ? open_writer(postgres->settings(), PostgresServer::kPassword)
                      : open_writer(clickhouse->settings());
      std::stop_source stop;
      const auto stopped = import_and_disturb(*connection, stop, [&] { stop.request_stop(); });
      QVERIFY2(stopped == SqlErrorKind::cancelled, "not cancelled");
      QVERIFY(count_of(in_postgres ? *pg : *ch, "midway").find("midway") != std::string::npos);
      QCOMPARE(left_behind(), std::string(kNothing));
    }
    const SqlConnectionPtr connection =
        open_writer(postgres->settings(), PostgresServer::kPassword);
    const auto lost = import_and_disturb(*connection, {}, [&] {
      execute(*pg,
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'active' AND "
              "pid <> pg_backend_pid()");
    });
    QVERIFY(lost == SqlErrorKind::connection_lost);
    QVERIFY(count_of(*pg, "midway").find("midway") != std::string::npos);
    QCOMPARE(left_behind(), std::string(kNothing));
  }

  void rejects_that_cannot_be_kept_end_the_import() {
    ImportRequest request;
    request.path = file_of("name\n\"open\n");
    request.input = as_csv();
    request.table = {{}, "refused"};
    request.create = true;
    ImportEvents events;
    events.on_rejects = [](std::span<const Reject>) { return false; };
    const auto done = import_file(*pg, request, {}, events);
    QVERIFY(!done && is_kind(done.error(), SqlErrorKind::cancelled));
    QVERIFY(count_of(*pg, "refused").find("refused") != std::string::npos);
  }

  void a_reader_may_not_import() {
    QCOMPARE(execute(*pg,
                     "CREATE ROLE reader LOGIN PASSWORD 'r'; CREATE TABLE guarded (name "
                     "text); GRANT SELECT ON guarded TO reader"),
             std::string());
    ConnectionSettings settings = postgres->settings();
    settings.user = "reader";
    const SqlConnectionPtr pg_reader = open_writer(settings, "r");
    settings = clickhouse->settings();
    settings.user = "reader";
    const SqlConnectionPtr ch_reader = open_writer(settings, ClickHouseServers::kPassword);
    const std::string path = file_of("name\nx\n");
    const Imported done = imported(*pg_reader, path, "guarded", false, {}, as_csv());
    QVERIFY(!done.result && is_kind(done.result.error(), SqlErrorKind::no_permission));
    const Imported refused = imported(*ch_reader, path, "single", false, {}, as_csv());
    QVERIFY(!refused.result);
    QVERIFY2(is_kind(refused.result.error(), SqlErrorKind::no_permission),
             text_of(refused.result.error()).c_str());
    // Connections for reports cannot write.
    const auto reports = connect_database(postgres->settings(), PostgresServer::kPassword, {});
    QVERIFY(reports);
    QVERIFY(!imported(**reports, path, "single", false, {}, as_csv()).result);
  }

  // The last test: a server is killed in the middle of the rows, and is missing as a shard then.
  void a_dead_shard_gets_the_others_nothing() {
    for (const SqlConnectionPtr& shard : shards)
      QCOMPARE(execute(*shard,
                       "CREATE TABLE part (name Nullable(String)) ENGINE = MergeTree ORDER "
                       "BY tuple()"),
               std::string());
    QCOMPARE(execute(*ch,
                     "CREATE TABLE parts AS part ENGINE = Distributed(shards, default, part, "
                     "rand())"),
             std::string());
    const auto lost = import_and_disturb(*shards[2], {}, [&] { clickhouse->kill(2); });
    QVERIFY(lost == SqlErrorKind::connection_lost);
    const Imported done =
        imported(*ch, file_of("name\na\nb\nc\nd\ne\n"), "parts", false, {}, as_csv());
    QVERIFY(!done.result);
    QVERIFY2(is_kind(done.result.error(), SqlErrorKind::shard_down),
             text_of(done.result.error()).c_str());
    for (std::size_t i = 0; i < 2; ++i) QCOMPARE(count_of(*shards[i], "part"), std::string("0\n"));
    QCOMPARE(left_behind(), std::string(kNothing));
  }
};

QTEST_GUILESS_MAIN(TestTableImportFailures)
#include "test_table_import_failures.moc"
