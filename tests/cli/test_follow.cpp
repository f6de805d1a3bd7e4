// footfall-cli --follow, as a shell and a service manager use it.
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>

#include "tests/cli/cli_process.h"

using namespace footfall_test;

namespace {

const QByteArray kHeader = "timestamp,page_url,visitor_id\n";

QByteArray visit(int number) {
  return "2025-01-01T10:00:00Z,/p" + QByteArray::number(number % 3) + ",v" +
         QByteArray::number(number) + "\n";
}

}  // namespace

class TestFollow : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> folder_;

  QString at(const char* name) const { return folder_->filePath(name); }
  void append(const char* name, const QByteArray& bytes) const {
    QFile file(at(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)) qFatal("cannot write %s", name);
    file.write(bytes);
  }
  static bool comes(const std::function<bool()>& there) {
    QElapsedTimer clock;
    clock.start();
    while (!there()) {
      if (clock.elapsed() > kHangMilliseconds) return false;
      QTest::qSleep(20);
    }
    return true;
  }
  bool totals_are(const QByteArray& totals) const {
    return comes([&] { return read_file(at("out/hourly_totals.csv")).contains(totals); });
  }
  void start(QProcess& process, QStringList more = {}) const {
    process.setWorkingDirectory(folder_->path());
    process.start(cli_path(), QStringList{"hourly-visitors", "--follow", "--output", "out"} + more);
    QVERIFY(process.waitForStarted());
  }
  static CliResult end_by(QProcess& process, int signal) {
    ::kill(static_cast<pid_t>(process.processId()), signal);
    return finish(process);
  }

 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }

  void wrong_usage_is_told() {
    QVERIFY(write_file(at("a.csv"), kHeader + visit(1)));
    CliResult result = run_cli({"hourly-visitors", "--follow", at("a.csv")});
    QCOMPARE(result.status, 2);
    QVERIFY(result.errors.contains("--output"));
    result = run_cli({"hourly-visitors", "--follow", "--output", at("out"),
                      "postgresql://u@127.0.0.1/d?table=t"});
    QCOMPARE(result.status, 2);
    result = run_cli({"hourly-visitors", "--follow", "--output", at("out"), at("none.csv")});
    QCOMPARE(result.status, 1);
    QCOMPARE(run_cli({"inspect", "--follow", at("a.csv")}).status, 2);
  }

  void new_rows_replace_the_files_until_a_signal_ends_it() {
    for (const int signal : {SIGINT, SIGTERM}) {
      init();
      QVERIFY(write_file(at("a.csv"), kHeader + visit(1)));
      QProcess process;
      start(process, {"--stats", "stats.json", "--rejects", "bad.csv", "a.csv"});
      QVERIFY(totals_are("10:00,"));
      append("a.csv", visit(10 + signal) + "yesterday,/x,v\n" + visit(11 + signal));
      QVERIFY(comes([&] { return read_file(at("bad.csv")).contains("yesterday"); }));
      append("a.csv", visit(99 + signal).chopped(1));
      const CliResult result = end_by(process, signal);
      QCOMPARE(result.status, 0);
      const CliResult plain =
          run_cli({"hourly-visitors", "--output", "plain", "--rejects", "plain-bad.csv", "a.csv"},
                  folder_->path());
      for (const char* name : {"hourly_totals.csv", "hourly_visitors.csv"})
        QCOMPARE(read_file(at("out/") + name), read_file(at("plain/") + name));
      QCOMPARE(read_file(at("bad.csv")), read_file(at("plain-bad.csv")));
      const auto counts = [](const QByteArray& words) {
        return words.left(words.indexOf("elapsed_seconds"));
      };
      QCOMPARE(counts(result.errors), counts(plain.errors));
      QVERIFY(read_file(at("stats.json")).contains("\"rows_rejected\""));
      // Nothing is left beside the files.
      QCOMPARE(QDir(at("out")).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }
  }

  void a_rotation_is_followed_and_said() {
    QVERIFY(write_file(at("a.csv"), kHeader + visit(1) + visit(2)));
    QProcess process;
    start(process, {"a.csv"});
    QVERIFY(totals_are("10:00,2,2"));
    append("a.csv", visit(3));
    QVERIFY(QFile::rename(at("a.csv"), at("a.csv.1")));
    append("a.csv.1", visit(4));
    QVERIFY(write_file(at("a.csv"), kHeader + visit(5)));
    QVERIFY(totals_are("10:00,5,5"));
    const CliResult result = end_by(process, SIGINT);
    QCOMPARE(result.status, 0);
    QVERIFY(result.errors.contains("another file now"));
    QVERIFY(result.errors.contains("rows_counted: 5"));
  }

  void what_ends_by_itself_ends_the_run() {
    QProcess process;
    start(process, {"-"});
    process.write(kHeader + visit(1));
    process.closeWriteChannel();
    const CliResult result = finish(process);
    QCOMPARE(result.status, 0);
    QVERIFY(result.errors.contains("read once"));
    QVERIFY(read_file(at("out/hourly_totals.csv")).contains("10:00,1,1"));
  }

  // A run over them would fail and touch nothing.
  void files_stay_while_every_row_is_rejected() {
    QVERIFY(write_file(at("a.csv"), kHeader + "yesterday,/x,v\n"));
    QVERIFY(QDir(folder_->path()).mkdir("out"));
    QVERIFY(write_file(at("out/hourly_totals.csv"), "old"));
    QProcess process;
    start(process, {"a.csv"});
    QVERIFY(comes([&] {
      process.waitForReadyRead(10);
      return process.bytesAvailable() > 0 || !process.peek(1).isEmpty() ||
             !process.readAllStandardError().isEmpty();
    }));
    QCOMPARE(read_file(at("out/hourly_totals.csv")), QByteArray("old"));
    append("a.csv", visit(1));
    QVERIFY(totals_are("10:00,1,1"));
    QCOMPARE(end_by(process, SIGINT).status, 0);
  }

  void waiting_costs_nothing() {
    QVERIFY(write_file(at("a.csv"), kHeader + visit(1)));
    QProcess process;
    start(process, {"a.csv"});
    QVERIFY(totals_are("10:00,1,1"));
    const auto ticks = [&] {
      const QList<QByteArray> words =
          read_file(QString("/proc/%1/stat").arg(process.processId())).split(' ');
      return words.value(13).toInt() + words.value(14).toInt();
    };
    QTest::qSleep(1500);
    const int before = ticks();
    QTest::qSleep(3000);
    // Of 300; one look a second takes none.
    QVERIFY(ticks() - before <= 5);
    QCOMPARE(end_by(process, SIGINT).status, 0);
  }
};

QTEST_GUILESS_MAIN(TestFollow)
#include "test_follow.moc"
