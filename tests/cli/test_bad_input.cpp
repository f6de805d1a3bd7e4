#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "tests/cli/cli_process.h"
#include "tests/support/sanitized.h"

using namespace footfall_test;

// Inputs and outputs that cannot be used: exit status 1, one line that names the culprit, and no
// file of the output touched.
namespace {

const QByteArray kVisits = "timestamp,page_url,visitor_id\n2025-01-06T10:00Z,/a,v1\n";

// Files and folders of `folder` with what is in them.
QStringList snapshot(const QString& folder) {
  QStringList names;
  const auto entries = QDir(folder).entryInfoList(
      QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
  for (const QFileInfo& entry : entries) {
    names << entry.fileName() + (entry.isFile() ? ":" + QString::number(entry.size()) : "/");
    if (entry.isDir() && !entry.isSymLink()) names << snapshot(entry.filePath());
  }
  return names;
}

// The arguments behind the program, as a user without rights.
CliResult run_unprivileged(const QStringList& arguments, const QTemporaryDir& place) {
  // The build folder may be closed to others, the copy is not.
  const QString program = place.filePath("program");
  QFile::copy(cli_path(), program);
  ::chmod(qPrintable(program), 0755);
  ::chmod(qPrintable(place.path()), 0755);
  QProcess process;
  process.setWorkingDirectory(place.path());
  if (::geteuid() == 0) {
    process.start(
        "setpriv",
        QStringList{"--reuid=65534", "--regid=65534", "--clear-groups", program} + arguments);
  } else {
    process.start(program, arguments);
  }
  if (!process.waitForStarted()) return {};
  process.closeWriteChannel();
  return finish(process);
}

void verify_failure(const CliResult& result, const QByteArray& culprit) {
  QVERIFY2(result.status == 1, QByteArray::number(result.status) + ": " + result.errors);
  QCOMPARE(result.output, "");
  QVERIFY2(result.errors.startsWith("footfall-cli: ") && result.errors.count('\n') == 1 &&
               result.errors.endsWith('\n'),
           result.errors);
  QVERIFY2(result.errors.contains(culprit), result.errors);
}

}  // namespace

class TestBadInput : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    place_ = std::make_unique<QTemporaryDir>();
    QVERIFY(write_file(path("visits.csv"), kVisits));
    QVERIFY(QDir(place_->path()).mkdir("out"));
    QVERIFY(write_file(path("out/hourly_visitors.csv"), "old"));
  }

  void unusable_inputs_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("culprit");
    QTest::newRow("other columns") << QByteArray("a,b,c\n1,2,3\n") << QStringList()
                                   << QByteArray("lacks timestamp, page_url, visitor_id;");
    QTest::newRow("one column absent") << QByteArray("timestamp,page_url\n1,2\n") << QStringList()
                                       << QByteArray("lacks visitor_id;");
    QTest::newRow("doubled column")
        << QByteArray("timestamp,page_url,visitor_id, Page_URL \n1,2,3,4\n") << QStringList()
        << QByteArray("more than once");
    QTest::newRow("absent mapped column")
        << kVisits << QStringList{"--map", "page_url=Seite"} << QByteArray("\"Seite\"");
    QTest::newRow("binary") << QByteArray(
                                   "\x7f"
                                   "ELF\x02\x01\x01\0\0\0\0\n\0\0\0\x01",
                                   16)
                            << QStringList() << QByteArray("input.csv");
    QTest::newRow("prose") << QByteArray("Dear reader,\nthis is a letter.\n") << QStringList()
                           << QByteArray("input.csv");
    for (const char* front : {"B", "BZh", "BZh9", "BZh91AY&S", "\x1f", "PK\x03", "\xfd\x37zXZ"})
      QTest::addRow("front of a mark, %d bytes", static_cast<int>(qstrlen(front)))
          << QByteArray(front) << QStringList() << QByteArray("input.csv");
    QTest::newRow("empty object") << QByteArray("{}\n") << QStringList{"--input-format", "csv"}
                                  << QByteArray("input.csv");
  }
  void unusable_inputs() {
    QFETCH(QByteArray, content);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, culprit);
    QVERIFY(write_file(path("input.csv"), content));
    const QStringList before = snapshot(place_->path());
    const QStringList arguments =
        QStringList{"hourly-visitors", "--output", "out",    "--rejects",
                    "r.csv",           "--stats",  "s.json", "input.csv"} +
        options;
    verify_failure(run_cli(arguments, place_->path()), culprit);
    QCOMPARE(snapshot(place_->path()), before);
  }

  void absent_inputs_data() {
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<QByteArray>("culprit");
    QTest::newRow("missing") << QStringList{"nothing.csv"} << QByteArray("\"nothing.csv\"");
    QTest::newRow("missing behind a good one")
        << QStringList{"visits.csv", "nothing.csv"} << QByteArray("\"nothing.csv\"");
    QTest::newRow("folder without events") << QStringList{"out"} << QByteArray("\"out/");
    QTest::newRow("below a file") << QStringList{"visits.csv/x"} << QByteArray("visits.csv/x");
    QTest::newRow("name with a line end") << QStringList{"a\nb"} << QByteArray("a\\x0ab");
  }
  void absent_inputs() {
    QFETCH(QStringList, inputs);
    QFETCH(QByteArray, culprit);
    const QStringList before = snapshot(place_->path());
    verify_failure(
        run_cli(QStringList{"hourly-visitors", "--output", "new/folder"} + inputs, place_->path()),
        culprit);
    QCOMPARE(snapshot(place_->path()), before);
  }

  void an_input_without_permission() {
    QVERIFY(write_file(path("closed.csv"), kVisits));
    ::chmod(qPrintable(path("closed.csv")), 0);
    verify_failure(run_unprivileged({"hourly-visitors", "closed.csv"}, *place_),
                   "permission denied");
  }
  void an_output_without_permission() {
    ::chmod(qPrintable(path("out")), 0555);
    verify_failure(run_unprivileged({"hourly-visitors", "--output", "out", "visits.csv"}, *place_),
                   "permission denied");
    verify_failure(
        run_unprivileged({"hourly-visitors", "--output", "out/new", "visits.csv"}, *place_),
        "permission denied");
    verify_failure(
        run_unprivileged({"hourly-visitors", "--stats", "out/s.json", "visits.csv"}, *place_),
        "permission denied");
    QCOMPARE(read_file(path("out/hourly_visitors.csv")), "old");
  }

  void unusable_outputs_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("culprit");
    QTest::newRow("folder is a file")
        << QStringList{"--output", "visits.csv"} << QByteArray("visits.csv");
    QTest::newRow("folder below a file")
        << QStringList{"--output", "visits.csv/x"} << QByteArray("visits.csv");
    QTest::newRow("rejects in no folder")
        << QStringList{"--output", "out", "--rejects", "no/r.csv"} << QByteArray("no/r.csv");
    QTest::newRow("statistics are a folder")
        << QStringList{"--output", "out", "--stats", "out"} << QByteArray("\"out\"");
    QTest::newRow("full disk for statistics")
        << QStringList{"--output", "out", "--stats", "/dev/full"} << QByteArray("disk is full");
    QTest::newRow("full disk for rejects")
        << QStringList{"--output", "out", "--rejects", "/dev/full"} << QByteArray("disk is full");
  }
  void unusable_outputs() {
    QFETCH(QStringList, options);
    QFETCH(QByteArray, culprit);
    const QStringList before = snapshot(place_->path());
    verify_failure(run_cli(QStringList{"hourly-visitors", "visits.csv"} + options, place_->path()),
                   culprit);
    QCOMPARE(snapshot(place_->path()), before);
  }
  void a_report_file_that_is_a_folder() {
    QVERIFY(QDir(path("out")).mkdir("hourly_totals.csv"));
    const QStringList before = snapshot(place_->path());
    verify_failure(run_cli({"hourly-visitors", "visits.csv", "--output", "out"}, place_->path()),
                   "hourly_totals.csv");
    QCOMPARE(snapshot(place_->path()), before);
  }
  void a_full_disk_for_standard_output() {
    verify_failure(run_shell("\"$CLI\" hourly-visitors visits.csv --rejects r.csv > /dev/full",
                             place_->path()),
                   "disk is full");
    QVERIFY(!QFile::exists(path("r.csv")));
  }
  void a_file_that_may_not_grow() {
    QByteArray many = "timestamp,page_url,visitor_id\n";
    for (int i = 0; i < 2000; ++i)
      many += "2025-01-06T10:00Z,/page/" + QByteArray::number(i) + ",v\n";
    QVERIFY(write_file(path("many.csv"), many));
    const QStringList before = snapshot(place_->path());
    verify_failure(
        run_shell("ulimit -f 8; exec \"$CLI\" hourly-visitors --quiet many.csv --output out",
                  place_->path()),
        "hourly_visitors.csv");
    QCOMPARE(snapshot(place_->path()), before);
  }

  void an_output_that_is_an_input() {
    QVERIFY(write_file(path("hourly_visitors.csv"), kVisits));
    const QList<QStringList> commands = {
        {"hourly-visitors", "hourly_visitors.csv", "--output", "."},
        {"hourly-visitors", "visits.csv", "--rejects", "./visits.csv"},
        {"hourly-visitors", "visits.csv", "--stats", "visits.csv"}};
    for (const QStringList& command : commands) {
      const CliResult result = run_cli(command, place_->path());
      QCOMPARE(result.status, 2);
      QVERIFY2(result.errors.contains("would replace the input") && result.errors.count('\n') == 1,
               result.errors);
    }
    QCOMPARE(read_file(path("visits.csv")), kVisits);
    QCOMPARE(read_file(path("hourly_visitors.csv")), kVisits);
  }

  void a_line_of_100_megabytes_is_one_reject_and_bounded_memory() {
    QFile file(path("long.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kVisits);
    const QByteArray piece(1 << 20, 'x');
    for (int i = 0; i < 100; ++i) QCOMPARE(file.write(piece), piece.size());
    file.write("\n2025-01-06T10:00Z,/b,v1\n");
    file.close();
    const pid_t child = ::fork();
    if (child == 0) {
      if (::chdir(qPrintable(place_->path())) != 0) ::_exit(126);
      ::execl(qPrintable(cli_path()), "footfall-cli", "hourly-visitors", "long.csv", "--quiet",
              "--output", "out", "--rejects", "r.csv", nullptr);
      ::_exit(127);
    }
    QVERIFY(child > 0);
    int status = -1;
    struct rusage usage {};
    QCOMPARE(::wait4(child, &status, 0, &usage), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    QCOMPARE(read_file(path("out/hourly_visitors.csv")),
             "hour,page_url,unique_visitors\n2025-01-06 10:00,/a,1\n2025-01-06 10:00,/b,1\n");
    QCOMPARE(read_file(path("r.csv")),
             "file,line,offset,reason,column,excerpt\nlong.csv,3,54,record too long,," +
                 QByteArray(160, 'x') + "\n");
    // A record may have 16 MiB; a few of them may be under way.
    QVERIFY2(usage.ru_maxrss < 96 * 1024 || footfall::testing::kSanitized,
             QByteArray::number(qlonglong{usage.ru_maxrss}));
  }

 private:
  QString path(const char* name) const { return place_->filePath(QString::fromUtf8(name)); }
  std::unique_ptr<QTemporaryDir> place_;
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "test_bad_input.moc"
