#include <QDir>
#include <QTest>

#include <csignal>

#include "tests/cli/cli_process.h"
#include "tests/support/server_rig.h"

using namespace footfall_test;

namespace {

// One line, no password.
bool is_plain_complaint(const CliResult& result, int status) {
  return result.status == status && result.errors.startsWith("footfall-cli: ") &&
         result.errors.count('\n') == 1 && !result.errors.contains("secret") &&
         result.output.isEmpty();
}

const QByteArray kVisits =
    "timestamp,page_url,visitor_id\n"
    "2025-01-06T10:00:00Z,/a,v1\n"
    "2025-01-06T10:10:00Z,\"/b,c\",v1\n"
    "x,/a,v2\n"
    "2025-01-06T11:00:00Z,/a,v2,surplus\n"
    "2025-01-06T11:00:00Z,\"/a\"x,v2\n"
    "timestamp,page_url,visitor_id\n";

}  // namespace

// footfall-cli load, as a user's shell runs it.
class TestLoad : public QObject, private ServerRig {
  Q_OBJECT

  [[nodiscard]] CliResult run(const QStringList& arguments, const QByteArray& input = {}) const {
    return run_cli(arguments, folder.path(), input);
  }

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start(1, why), qPrintable(why));
    QVERIFY(write_file(folder.filePath("visits.csv"), kVisits));
  }
  void init() { qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword); }

  void loads_and_reports() {
    const QByteArray wanted = run({"hourly-visitors", "visits.csv"}).output;
    QVERIFY(wanted.contains("\"/b,c\""));
    for (const bool in_postgres : {true, false}) {
      if (!in_postgres) qunsetenv("FOOTFALL_PASSWORD");
      const QString url = in_postgres ? postgres->url("visits") : clickhouse->url("visits");
      const CliResult loaded = run({"load", "visits.csv", "--create", "--rejects", "rejects.csv",
                                    "--stats", "stats.json", "--to", url});
      QVERIFY2(loaded.status == 0, loaded.errors);
      QVERIFY(loaded.output.isEmpty());
      QVERIFY2(loaded.errors.startsWith("files_loaded: 1\nrows_read: 6\nrows_counted: 3\n"
                                        "rows_skipped: 3\nrows_rejected: 2\nrows_filtered: 1\n"
                                        "parse_errors: 2\nbytes_read: "),
               loaded.errors);
      QVERIFY(
          loaded.errors.endsWith("\nmalformed row: 1\ntoo many fields: 1\nrepeated header: 1\n"));
      QCOMPARE(
          read_file(folder.filePath("rejects.csv")),
          QByteArray("file,line,offset,reason,column,excerpt\n"
                     "visits.csv,5,96,too many fields,,"
                     "\"2025-01-06T11:00:00Z,/a,v2,surplus\"\n"
                     "visits.csv,6,131,malformed row,,\"2025-01-06T11:00:00Z,\"\"/a\"\"x,v2\"\n"));
      const QByteArray stats = read_file(folder.filePath("stats.json"));
      QVERIFY2(stats.contains("\"rows_counted\":3,\n") &&
                   stats.contains("\"filtered\":{\"repeated header\":1},\n") &&
                   stats.endsWith("\"rejects\":{\"malformed row\":1,\"too many fields\":1}\n}\n"),
               stats);
      const CliResult report = run({"hourly-visitors", url});
      QCOMPARE(report.output, wanted);
      QVERIFY(report.errors.contains("bad timestamp: 1"));
      // Again, from a pipe: the rows are added, and nothing is said.
      const CliResult again = run({"--quiet", "load", "-", "--to=" + url}, kVisits);
      QVERIFY2(again.status == 0 && again.errors.isEmpty(), again.errors);
      QVERIFY(run({"hourly-visitors", url}).errors.contains("\nrows_read: 6\n"));
    }
  }

  // Status and bytes of a log are columns of the table; a request without target is one all the
  // same.
  void a_loaded_log_gives_the_same_requests() {
    const QByteArray begin = "10.0.0.1 - - [06/Jan/2025:10:00:00 +0100] ";
    QVERIFY(write_file(folder.filePath("odd.log"),
                       begin + "\"GET /a HTTP/1.1\" 200 10 \"-\" \"x\"\n" + begin +
                           "\"-\" 408 0 \"-\" \"-\"\n" + begin +
                           "\"GET /b HTTP/1.1\" 304 - \"-\" \"x\"\n" + begin +
                           "\"GET /a HTTP/1.1\" 999 many \"-\" \"x\"\n" + begin +
                           "\"GET /a HTTP/1.1\" - 5 \"-\" \"x\"\n"));
    const QByteArray wanted = run({"requests", "--zone", "Europe/Berlin", "odd.log"}).output;
    QVERIFY(wanted.contains("\n2025-01-06 10:00+01:00,4,15,1,1,1,0,1\n"));
    for (const bool in_postgres : {true, false}) {
      if (!in_postgres) qunsetenv("FOOTFALL_PASSWORD");
      const QString url = in_postgres ? postgres->url("odd") : clickhouse->url("odd");
      const CliResult loaded = run({"load", "odd.log", "--create", "--to", url});
      QVERIFY2(loaded.status == 0, loaded.errors);
      const CliResult report = run({"requests", "--zone", "Europe/Berlin", url});
      QCOMPARE(report.output, wanted);
      QVERIFY(report.errors.contains("bad number: 1"));
    }
  }

  void says_how_far_it_is() {
    QByteArray rows = "name\n";
    for (int i = 0; i < 100000; ++i) rows += "some text\n";
    const CliResult result = run({"load", "-", "--input-format", "csv", "--create", "--to",
                                  postgres->url("long"), "--progress-every", "40000"},
                                 rows);
    QVERIFY2(result.status == 0, result.errors);
    QVERIFY2(result.errors.startsWith("progress: 40000 rows, "), result.errors);
    QVERIFY2(result.errors.contains("progress: 80000 rows, "), result.errors);
  }

  void complains_in_one_line() {
    const QString url = postgres->url("never");
    const QString secret = QString(url).replace("postgres@", "postgres:secret@");
    const QStringList load = {"load", "visits.csv"};
    QVERIFY(is_plain_complaint(run(load), 2));
    QVERIFY(is_plain_complaint(run({"load", "--to", url}), 2));
    QVERIFY(is_plain_complaint(run({"load", url, "--to", url}), 2));
    QVERIFY(is_plain_complaint(run(load + QStringList{"--to", secret}), 2));
    QVERIFY(is_plain_complaint(run(load + QStringList{"--to", "mysql://u:secret@h/d"}), 2));
    QVERIFY(is_plain_complaint(run({"--to", "mysql://u:secret@h/d", "load", "visits.csv"}), 2));
    QVERIFY(is_plain_complaint(run(load + QStringList{"--to", url, "--to", url}), 2));
    QVERIFY(is_plain_complaint(run(load + QStringList{"--to", url, "--zone", "UTC"}), 2));
    QVERIFY(is_plain_complaint(run({"hourly-visitors", "visits.csv", "--create"}), 2));
    QVERIFY(is_plain_complaint(run({"hourly-visitors", "visits.csv", "--to", url}), 2));
    QVERIFY(is_plain_complaint(run(load + QStringList{"--to", url, "--columns", "a,a"}), 2));
    QVERIFY(is_plain_complaint(run(load + QStringList{"--to", url, "--rejects", "visits.csv"}), 2));
    const CliResult absent = run(load + QStringList{"--to", url, "--stats", "s", "--rejects", "r"});
    QVERIFY2(is_plain_complaint(absent, 1) && absent.errors.contains("--create"), absent.errors);
    QVERIFY(!QFile::exists(folder.filePath("s")) && !QFile::exists(folder.filePath("r")));
    QVERIFY(is_plain_complaint(run({"load", "--create", "nothing.csv", "--to", url}), 1));
    QVERIFY(QDir(folder.path()).mkdir("empty"));
    QVERIFY(is_plain_complaint(run({"load", "--create", "empty", "--to", url}), 1));
    QCOMPARE(execute(*pg, "CREATE TABLE narrow (timestamp text, page_url text)"), std::string());
    const CliResult narrow = run(load + QStringList{"--create", "--to", postgres->url("narrow")});
    QVERIFY2(is_plain_complaint(narrow, 1) && narrow.errors.contains("visitor_id"), narrow.errors);
    qputenv("FOOTFALL_PASSWORD", "wrong secret");
    const CliResult wrong = run(load + QStringList{"--create", "--to", url});
    QVERIFY2(is_plain_complaint(wrong, 1) && wrong.errors.contains("password"), wrong.errors);
    QVERIFY(rows_of(*pg, "SELECT count(*) FROM never").find("never") != std::string::npos);
  }

  // Each file is all or nothing: those before the one that fails stay.
  void keeps_the_files_before_one_that_fails() {
    QVERIFY(
        write_file(folder.filePath("other.csv"), "timestamp,page_url,visitor_id,more\n1,2,3,4\n"));
    const CliResult result = run({"load", "visits.csv", "other.csv", "visits.csv", "--create",
                                  "--to", postgres->url("several"), "--stats", "several.json"});
    QVERIFY2(is_plain_complaint(result, 1), result.errors);
    QVERIFY2(result.errors.contains("\"more\"") && result.errors.contains("1 of 3 files"),
             result.errors);
    QCOMPARE(rows_of(*pg, "SELECT count(*) FROM several"), std::string("3\n"));
    QVERIFY(!QFile::exists(folder.filePath("several.json")));
  }

  // While it waits for more rows of a pipe.
  void an_interrupt_leaves_nothing_behind() {
    QByteArray rows = "name\n";
    for (int i = 0; i < 300000; ++i) rows += "some text\n";
    for (const bool in_postgres : {true, false}) {
      if (!in_postgres) qunsetenv("FOOTFALL_PASSWORD");
      footfall::SqlConnection& other = in_postgres ? *pg : *ch;
      const std::string at_work =
          in_postgres
              ? "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY%' AND state = "
                "'active'"
              : "SELECT count() FROM system.processes WHERE query LIKE 'INSERT INTO%'";
      QProcess process;
      process.setWorkingDirectory(folder.path());
      process.start(cli_path(),
                    {"load", "-", "--input-format", "csv", "--create", "--rejects", "never.csv",
                     "--to", in_postgres ? postgres->url("half") : clickhouse->url("half")});
      QVERIFY(process.waitForStarted());
      process.write(rows);
      while (process.bytesToWrite() > 0) QVERIFY(process.waitForBytesWritten());
      for (int i = 0; i < 400 && rows_of(other, at_work) != "1\n"; ++i) QTest::qSleep(20);
      QCOMPARE(rows_of(other, at_work), std::string("1\n"));
      ::kill(static_cast<pid_t>(process.processId()), SIGINT);
      const CliResult result = finish(process);
      QCOMPARE(result.status, 130);
      QCOMPARE(result.errors, QByteArray("footfall-cli: interrupted\n"));
      QVERIFY(!QFile::exists(folder.filePath("never.csv")));
      for (int i = 0; i < 200 && rows_of(other, at_work) != "0\n"; ++i) QTest::qSleep(20);
      QCOMPARE(rows_of(other, at_work), std::string("0\n"));
      QVERIFY(rows_of(other, "SELECT count(*) FROM half").find("half") != std::string::npos);
      if (!in_postgres) {
        QCOMPARE(
            rows_of(other, "SELECT count() FROM system.tables WHERE name LIKE 'footfall_load%'"),
            std::string("0\n"));
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestLoad)
#include "test_load.moc"
