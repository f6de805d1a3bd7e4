// Standard streams, pipes, full devices and signals, as the program meets them. Long, for each is
// tried with each of its commands, by the same means.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <string>

#include "model/core/leave_process.h"
#include "tests/cli/cli_process.h"
#include "tests/support/sanitized.h"

using namespace footfall_test;

// Pipes, progress, statistics, interrupts, and what must not change the result.
namespace {

const QByteArray kHeader = "timestamp,page_url,visitor_id\n";

QByteArray visits(int rows) {
  QByteArray text = kHeader;
  for (int i = 0; i < rows; ++i) {
    const QByteArray number = QByteArray::number(i);
    text += i % 97 == 0 ? "broken \"row\n" + QByteArray()
                        : "2025-01-0" + QByteArray::number(1 + i % 9) + "T1" +
                              QByteArray::number(i % 10) + ":00Z,";
    if (i % 97 != 0)
      text += (i % 5 == 0 ? "\"/p," + number.right(1) + "\"" : "/p" + number.right(2)) + ",v" +
              QByteArray::number(i % 251) + "\n";
  }
  return text;
}

QStringList listing(const QTemporaryDir& place) {
  return QDir(place.path())
      .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// From the last step of a process of so many bytes until its parent knows.
double seconds_to_end(std::size_t bytes) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return 0;
  const pid_t child = ::fork();
  if (child == 0) {
    void* const memory =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) ::_exit(1);
    std::memset(memory, 1, bytes);
    const double begin = now();
    if (::write(pipe[1], &begin, sizeof begin) != sizeof begin) ::_exit(1);
    footfall::leave_process(0);
  }
  double begin = 0;
  const bool told = child > 0 && ::read(pipe[0], &begin, sizeof begin) == sizeof begin;
  ::close(pipe[0]);
  ::close(pipe[1]);
  int status = 0;
  const bool well =
      ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  // A failure is long.
  return told && well ? now() - begin : 1e12;
}

}  // namespace

class TestStreams : public QObject {
  Q_OBJECT
 private slots:
  void standard_input_is_an_input_like_others() {
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("a.csv"), kHeader + "2025-01-06T10:00Z,/a,v1\n"));
    const QByteArray input = kHeader + "2025-01-06T10:00Z,/a,v2\nbad,/a,v2\n";
    const CliResult result = run_cli(
        {"hourly-visitors", "--input", "a.csv", "-", "--rejects", "r.csv"}, place.path(), input);
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output, "hour,page_url,unique_visitors\n2025-01-06 10:00,/a,2\n");
    QVERIFY2(result.errors.contains("rows_read: 3\n"), result.errors);
    QCOMPARE(
        read_file(place.filePath("r.csv")),
        "file,line,offset,reason,column,excerpt\n-,3,54,bad timestamp,timestamp,\"bad,/a,v2\"\n");
  }
  void threads_chunks_and_file_order_do_not_matter() {
    const QTemporaryDir place;
    const QByteArray all = visits(3000);
    const qsizetype middle = all.indexOf('\n', all.size() / 2) + 1;
    QVERIFY(write_file(place.filePath("all.csv"), all));
    QVERIFY(write_file(place.filePath("a.csv"), all.left(middle)));
    QVERIFY(write_file(place.filePath("b.csv"), kHeader + all.mid(middle)));
    const CliResult whole =
        run_cli({"hourly-visitors", "--quiet", "all.csv", "--rejects", "r.csv"}, place.path());
    QCOMPARE(whole.status, 0);
    QVERIFY(whole.output.size() > 1000);
    const QByteArray rejects = read_file(place.filePath("r.csv"));
    QCOMPARE(rejects.count('\n'), 1 + 31);
    for (const char* chunk : {"1", "7", "64", "1000", "100000"}) {
      for (const char* threads : {"1", "2", "5"}) {
        const CliResult cut = run_cli({"hourly-visitors", "--quiet", "--threads", threads,
                                       "--chunk-bytes", chunk, "all.csv", "--rejects", "r2.csv"},
                                      place.path());
        QCOMPARE(cut.status, 0);
        QVERIFY2(cut.output == whole.output, chunk);
        QVERIFY2(read_file(place.filePath("r2.csv")) == rejects, chunk);
      }
      const CliResult turned = run_cli(
          {"hourly-visitors", "--quiet", "--chunk-bytes", chunk, "b.csv", "a.csv"}, place.path());
      QVERIFY2(turned.output == whole.output, chunk);
    }
  }
  // A second input that does not come yet holds the program, so that it can be looked at.
  void large_files_are_read_with_large_pages() {
    QFile modes("/sys/kernel/mm/transparent_hugepage/enabled");
    const bool there = modes.open(QIODevice::ReadOnly) && !modes.readAll().contains("[never]");
    const QTemporaryDir place;
    QByteArray rows = kHeader;
    while (rows.size() < (17 << 20)) rows += "2025-01-06T10:00Z,/a,v1\n";
    QVERIFY(write_file(place.filePath("large.csv"), rows));
    QVERIFY(write_file(place.filePath("small.csv"), kHeader + "2025-01-06T10:00Z,/a,v1\n"));
    struct Case {
      const char* file;
      const char* given;
      const char* environment;
    };
    const char* const ours = "GLIBC_TUNABLES=glibc.malloc.hugetlb=1";
    const char* const theirs = "GLIBC_TUNABLES=glibc.malloc.arena_max=2";
    for (const Case& run : {Case{"large.csv", "", there ? ours : ""}, Case{"small.csv", "", ""},
                            Case{"large.csv", theirs, theirs}}) {
      QProcess process;
      process.setWorkingDirectory(place.path());
      QStringList environment =
          QProcess::systemEnvironment().filter(QRegularExpression("^(?!GLIBC_TUNABLES=)"));
      if (*run.given != 0) environment += run.given;
      process.setEnvironment(environment);
      process.start(cli_path(), {"hourly-visitors", "--quiet", run.file, "-"});
      QVERIFY(process.waitForStarted());
      // It is begun anew long before it reads what the pipe holds.
      process.write(kHeader + "2025-01-06T11:00Z,/a,v2\n" + QByteArray(1 << 20, '\n'));
      while (process.bytesToWrite() > 0) QVERIFY(process.waitForBytesWritten(kHangMilliseconds));
      const QByteArray found =
          read_file("/proc/" + QString::number(process.processId()) + "/environ");
      process.closeWriteChannel();
      const CliResult result = finish(process);
      QCOMPARE(result.status, 0);
      QCOMPARE(result.output,
               "hour,page_url,unique_visitors\n2025-01-06 10:00,/a,1\n2025-01-06 11:00,/a,1\n");
      QByteArray tunables;
      for (const QByteArray& word : found.split('\0'))
        if (word.startsWith("GLIBC_TUNABLES=")) tunables = word.split(':').front();
      QCOMPARE(tunables, QByteArray(run.environment));
    }
  }
  void threads_that_cannot_be_had_change_nothing() {
    if (footfall::testing::kSanitized) return;  // its shadow memory alone is beyond any limit
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("all.csv"), visits(20000)));
    const CliResult whole = run_cli({"hourly-visitors", "--quiet", "all.csv"}, place.path());
    // The stack of each thread takes so much of what is allowed that few or none fit beside the
    // one that waits for signals.
    for (const char* memory : {"1300000", "2300000", "5000000"}) {
      const CliResult less = run_shell(
          QStringLiteral("ulimit -S -s 1000000; ulimit -v %1; exec \"$CLI\" "
                         "hourly-visitors --quiet --threads 64 --chunk-bytes 5000 all.csv")
              .arg(memory),
          place.path());
      QVERIFY2(less.status == 0, less.errors);
      QVERIFY(less.output == whole.output);
    }
    // Not one fits.
    const CliResult none =
        run_shell("ulimit -S -s 1000000; ulimit -v 500000; exec \"$CLI\" hourly-visitors all.csv",
                  place.path());
    QCOMPARE(none.status, 1);
    QVERIFY2(none.errors.startsWith("footfall-cli: cannot make a thread: "), none.errors);
    QCOMPARE(none.errors.count('\n'), 1);
  }
  void memory_that_runs_out_is_one_line() {
    if (footfall::testing::kSanitized) return;  // its shadow memory alone is beyond any limit
    const QTemporaryDir place;
    QByteArray visitors = kHeader;
    QByteArray payments = "event_id,customer_id,ts,event_type,amount,currency\n";
    QByteArray activity = "id,user_id,type,price\n";
    for (int i = 0; i < 200000; ++i) {
      const QByteArray number = QByteArray::number(i * 7919LL % 1000003);
      visitors += "2025-01-06T10:00Z,/p" + number + ",visitor-" + number + "\n";
      payments += "e" + number + ",customer-" + number + ",1736157600,checkout,1.5,USD\n";
      activity += "event-" + number + ",user-" + number + ",purchase,2.50\n";
    }
    QVERIFY(write_file(place.filePath("v.csv"), visitors));
    QVERIFY(write_file(place.filePath("p.csv"), payments));
    QVERIFY(write_file(place.filePath("a.csv"), activity));
    const std::vector<QString> jobs = {
        "hourly-visitors --format json v.csv", "customer-report --distinct-events p.csv",
        "customer-report --format xlsx p.csv", "user-activity a.csv"};
    int failed = 0;
    int done = 0;
    int run = 0;
    for (const QString& job : jobs) {
      for (int limit = 30000; limit < 400000; limit = limit * 3 / 2) {
        const char* const threads = ++run % 2 == 0 ? "1" : "3";
        const CliResult result =
            run_shell(QStringLiteral("ulimit -v %1; exec \"$CLI\" %2 --quiet --threads %3 "
                                     "--output out --stats stats.json")
                          .arg(limit)
                          .arg(job, threads),
                      place.path());
        const QByteArray context = job.toUtf8() + ' ' + QByteArray::number(limit) + ' ' + threads +
                                   " gives " + QByteArray::number(result.status) + ": " +
                                   result.errors;
        // The system's loader has its say before the program begins.
        if (result.errors.contains("error while loading shared libraries")) continue;
        QVERIFY2(result.status == 0 || result.status == 1, context);
        ++(result.status == 0 ? done : failed);
        if (result.status == 0) {
          QVERIFY2(result.errors.isEmpty(), context);
          QVERIFY(QDir(place.filePath("out")).removeRecursively());
          QVERIFY(QFile::remove(place.filePath("stats.json")));
        } else {
          QVERIFY2(result.errors.startsWith("footfall-cli: "), context);
          QVERIFY2(result.errors.count('\n') == 1, context);
        }
        QCOMPARE(listing(place), (QStringList{"a.csv", "p.csv", "v.csv"}));
      }
    }
    QVERIFY(failed > 5);
    QVERIFY(done > 5);
  }
  void a_file_that_changes_while_it_is_read_is_said() {
    const QTemporaryDir place;
    const QByteArray text = kHeader + QByteArray("x,/a,v\n").repeated(500000);
    // Rejected rows fill a pipe, so that reading waits in the middle of the file, where no other
    // thread goes on; and a pipe in front of the file waits for its rows when the file's layout was
    // looked at.
    const QByteArray said = "footfall-cli: \"all.csv\" changed while it was read (";
    const QString middle =
        "mkfifo pipe; \"$CLI\" hourly-visitors --threads 1 --quiet --output out --rejects pipe "
        "all.csv & "
        "pid=$!\n"
        "exec 3<pipe; head -c 1 <&3 >/dev/null; %1; cat <&3 >/dev/null; wait $pid";
    const QString before =
        "mkfifo pipe; \"$CLI\" hourly-visitors --quiet --output out pipe all.csv & pid=$!\n"
        "exec 3>pipe; %1; echo timestamp,page_url,visitor_id >&3; exec 3>&-; wait $pid";
    for (const QString& script : {middle, before}) {
      const auto outcome_of = [&](const char* change) {
        if (!write_file(place.filePath("all.csv"), text)) return CliResult();
        return run_shell("touch -d 2020-01-01 all.csv; rm -rf pipe out\n" + script.arg(change),
                         place.path());
      };
      for (const char* change : {"truncate -s 5000 all.csv", "touch all.csv"}) {
        const CliResult result = outcome_of(change);
        QVERIFY2(result.status == 1, change);
        QVERIFY2(result.errors.startsWith(said) && result.errors.count('\n') == 1, result.errors);
        QCOMPARE(listing(place), QStringList{"all.csv"});  // and the pipe
      }
      const CliResult grown = outcome_of("echo 2025-01-06T10:00Z,/a,v1 >> all.csv");
      QVERIFY2(grown.status == 0, grown.errors);
      QCOMPARE(read_file(place.filePath("out/hourly_visitors.csv")),
               "hour,page_url,unique_visitors\n2025-01-06 10:00,/a,1\n");
    }
  }
  void a_closed_pipe_ends_quietly() {
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("all.csv"), visits(200000)));
    const CliResult result = run_shell(
        "{ \"$CLI\" hourly-visitors --quiet all.csv; echo \"status $?\" >&2; } | head -n 1",
        place.path());
    QCOMPARE(result.output, "hour,page_url,unique_visitors\n");
    QCOMPARE(result.errors, "status 0\n");
  }
  void closed_standard_streams_do_no_harm() {
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("all.csv"), visits(10)));
    QCOMPARE(
        run_shell("exec \"$CLI\" hourly-visitors all.csv --output out 2>&-", place.path()).status,
        0);
    QVERIFY(read_file(place.filePath("out/hourly_visitors.csv"))
                .startsWith("hour,page_url,unique_visitors\n2025"));
    QCOMPARE(run_shell("exec \"$CLI\" hourly-visitors all.csv >&-", place.path()).status, 1);
  }
  void statistics_are_one_json_object() {
    const QTemporaryDir place;
    const QByteArray input = visits(1000);
    QVERIFY(write_file(place.filePath("all.csv"), input));
    const CliResult result =
        run_cli({"hourly-visitors", "all.csv", "--output", "out", "--stats", "out/stats.json"},
                place.path());
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output, "");
    const QJsonObject stats =
        QJsonDocument::fromJson(read_file(place.filePath("out/stats.json"))).object();
    QCOMPARE(stats["rows_read"].toInt(), 1000);
    QCOMPARE(stats["rows_counted"].toInt(), 989);
    QCOMPARE(stats["rows_skipped"].toInt(), 11);
    QCOMPARE(stats["rows_rejected"].toInt(), 11);
    QCOMPARE(stats["rows_filtered"].toInt(-1), 0);
    QCOMPARE(stats["parse_errors"].toInt(-1), 0);
    QCOMPARE(stats["bytes_read"].toInt(), input.size());
    QVERIFY(stats["elapsed_seconds"].isDouble());
    QVERIFY(stats["unique_pages"].toInt() > 0);
    QCOMPARE(stats["rejects"].toObject(), (QJsonObject{{"missing value", 11}}));
    // The same on standard error, one `key: value` a line.
    for (const char* key : {"rows_read", "rows_counted", "rows_skipped", "rows_rejected",
                            "rows_filtered", "parse_errors", "unique_pages", "bytes_read"})
      QVERIFY2(result.errors.contains(key + QByteArray(": ") +
                                      QByteArray::number(stats[key].toInt()) + "\n"),
               key);
    QVERIFY2(result.errors.contains("\nmissing value: 11\n"), result.errors);
  }
  void progress_comes_every_so_many_rows() {
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("all.csv"), visits(1000)));
    const CliResult loud =
        run_cli({"hourly-visitors", "all.csv", "--progress-every", "100", "--chunk-bytes", "500"},
                place.path());
    QCOMPARE(loud.errors.count("progress: "), 10);
    QVERIFY2(loud.errors.contains(" %, 500 rows, "), loud.errors);
    const CliResult plain = run_cli({"hourly-visitors", "all.csv"}, place.path());
    QCOMPARE(plain.errors.count("progress"), 0);
    const CliResult quiet =
        run_cli({"hourly-visitors", "all.csv", "--progress-every", "100", "--quiet"}, place.path());
    QCOMPARE(quiet.errors, "");
    QCOMPARE(quiet.output, loud.output);
  }

  void interrupts_data() {
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("busy");
    QTest::newRow("waiting for input") << SIGINT << false;
    QTest::newRow("at work") << SIGINT << true;
    QTest::newRow("asked to end at work") << SIGTERM << true;
  }
  void interrupts() {
    QFETCH(int, signal);
    QFETCH(bool, busy);
    const QTemporaryDir place;
    QVERIFY(QDir(place.path()).mkdir("old"));
    QVERIFY(write_file(place.filePath("old/hourly_visitors.csv"), "old"));
    QProcess feeder;
    QProcess process;
    process.setWorkingDirectory(place.path());
    // An endless input: the program is never done by itself.
    if (busy) feeder.setStandardOutputProcess(&process);
    process.start(cli_path(), {"hourly-visitors", "-", "--has-header", "no", "--output",
                               busy ? "old" : "new/folder", "--rejects", "rejects.csv"});
    if (busy) feeder.start("yes", {"2025-01-06T10:00Z,/a,v1\nbad,/a,v1"});
    QVERIFY(process.waitForStarted());
    // The temporary file shows that the work has begun.
    QTRY_VERIFY(QDir(place.path()).entryList({".footfall-*"}, QDir::Files | QDir::Hidden).size() ==
                1);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    const CliResult result = finish(process);
    QCOMPARE(result.status, 130);
    QCOMPARE(result.errors, "footfall-cli: interrupted\n");
    QCOMPARE(listing(place), QStringList({"old"}));
    QCOMPARE(read_file(place.filePath("old/hourly_visitors.csv")), "old");
    if (busy) {
      feeder.kill();
      feeder.waitForFinished();
    }
  }
  void an_interrupt_does_not_wait_for_a_reader_of_errors() {
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("v.csv"), visits(20'000)));
    std::array<int, 2> errors{};
    QCOMPARE(::pipe2(errors.data(), O_CLOEXEC), 0);
    const std::string program = cli_path().toStdString();
    const std::string folder = place.path().toStdString();
    const pid_t child = ::fork();
    if (child == 0) {
      if (::chdir(folder.c_str()) != 0) ::_exit(99);
      ::dup2(errors[1], STDERR_FILENO);
      ::execl(program.c_str(), "footfall-cli", "hourly-visitors", "v.csv", "--output", "new",
              "--rejects", "r.csv", "--chunk-bytes", "2000", "--progress-every", "1", nullptr);
      ::_exit(99);
    }
    QVERIFY(child > 0);
    // Nobody reads: the progress fills the pipe, and the program waits in the middle of its work.
    pollfd room{errors[1], POLLOUT, 0};
    int status = 0;
    QTRY_VERIFY(::poll(&room, 1, 0) == 0);
    QVERIFY(::waitpid(child, &status, WNOHANG) == 0);
    QCOMPARE(listing(place).size(), 3);
    QCOMPARE(::kill(child, SIGINT), 0);
    bool ended = false;
    const auto has_ended = [&] {
      return ended = ended || ::waitpid(child, &status, WNOHANG) == child;
    };
    if (!QTest::qWaitFor(has_ended, 30'000)) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
    }
    ::close(errors[0]);
    ::close(errors[1]);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 130);
    QCOMPARE(listing(place), QStringList({"v.csv"}));
  }
  void the_window_is_interrupted_as_the_command_line_is() {
    const QString window = QFileInfo(cli_path()).dir().filePath("footfall");
    if (!QFile::exists(window)) return;  // a build without it
    QProcess process;
    process.start(window, {"-platform", "offscreen"});
    QVERIFY(process.waitForStarted());
    const auto catches_the_end = [&] {
      const QByteArray status =
          read_file("/proc/" + QString::number(process.processId()) + "/status");
      const QByteArray caught = status.mid(status.indexOf("SigCgt:") + 7).trimmed().left(16);
      return (caught.toULongLong(nullptr, 16) >> (SIGTERM - 1) & 1) == 1;
    };
    QTRY_VERIFY(catches_the_end());
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);
    const CliResult result = finish(process);
    QCOMPARE(result.status, 130);
    QVERIFY2(result.errors.endsWith("footfall: interrupted\n"), result.errors);
  }
  void the_end_does_not_depend_on_memory() {
    if (footfall::testing::kSanitized) return;  // shadow memory ends with the process itself
    // The least of several, by turns and until it is told: other load does not decide.
    double small = 1e6;
    double large = 1e9;
    for (int round = 0; round < 5 || (large >= 2 * small && round < 40); ++round) {
      small = std::min(small, seconds_to_end(std::size_t{30} << 20));
      large = std::min(large, seconds_to_end(std::size_t{300} << 20));
    }
    QVERIFY2(large < 2 * small, qPrintable(QString("%1 s, %2 s").arg(large).arg(small)));
  }
};

QTEST_GUILESS_MAIN(TestStreams)
#include "test_streams.moc"
