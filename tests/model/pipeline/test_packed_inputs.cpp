#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <string>

#include "model/pipeline/analysis.h"
#include "model/pipeline/detection.h"
#include "tests/support/archives.h"
#include "tests/support/twin_compare.h"

// Inputs that are packed or in another encoding give what the plain ones give.
using namespace footfall;
using footfall::testing::gzip;
using footfall::testing::Members;
using footfall::testing::rounds_of;
using footfall::testing::zstd;

namespace {

/// Main table, counts by reason and what was read, of one kind of report.
std::string report_of(const std::string& path, ReportKind kind, const std::string& encoding = {},
                      unsigned threads = 2, std::size_t chunk_bytes = 1000) {
  AnalysisOptions options;
  options.input.encoding = encoding;
  options.report.kinds = kind;
  options.run.threads = threads;
  options.run.chunk_bytes = chunk_bytes;
  Analysis analysis({path}, options);
  const Outcome outcome = analysis.run({});
  if (outcome.kind != Outcome::Kind::done) return "failed: " + outcome.error->found;
  std::string out;
  const TablePtr table = outcome.reports->tables(kind).front();
  for (std::size_t row = 0; row < table->rows(); ++row) {
    for (std::size_t column = 0; column < table->columns().size(); ++column) {
      table->append_cell(out, row, column);
      out += ',';
    }
    out += '\n';
  }
  const LoadReport& load = outcome.reports->load_of(kind);
  out += std::to_string(load.rows.counted) + " counted\n";
  for (const Reject& reject : load.rejects)
    out += std::to_string(reject.line) + " " + reject.excerpt + "\n";
  return out;
}
std::string format_of(const std::string& path) {
  const Result<Detection> found = detect_reports(path, {});
  return found ? found->format : "failed: " + found.error().found;
}

}  // namespace

class TestPackedInputs : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;

  std::string path(const char* name) { return folder_.filePath(name).toStdString(); }
  std::string put(const char* name, const std::string& text) {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", name);
    file.write(text.data(), static_cast<qint64>(text.size()));
    return path(name);
  }
  static std::string sample(const char* name) {
    QFile file(QString(FOOTFALL_SAMPLES "/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", name);
    return file.readAll().toStdString();
  }

 private slots:
  void packed_samples_give_the_same_reports() {
    const std::string campaigns = sample("campaigns.csv");
    const std::string plain =
        report_of(put("campaigns.csv", campaigns), ReportKind::campaign_ranking);
    QVERIFY(plain.find(" counted\n") != std::string::npos);
    QVERIFY(plain.size() > 1000);
    QCOMPARE(report_of(put("c.gz", gzip(campaigns)), ReportKind::campaign_ranking), plain);
    QCOMPARE(report_of(put("c.zst", zstd(campaigns)), ReportKind::campaign_ranking), plain);

    const std::string log = sample("access.log");
    const std::string visitors = report_of(put("access.log", log), ReportKind::hourly_visitors);
    QVERIFY(visitors.size() > 1000);
    QCOMPARE(report_of(put("access.log.1.gz", gzip(log)), ReportKind::hourly_visitors), visitors);
  }
  void other_encodings_give_the_same_report() {
    const QString text =
        "timestamp,page_url,visitor_id\n2025-01-06T10:00:00Z,/caf\u00e9,v1\n"
        "2025-01-06T10:00:00Z,/caf\u00e9,v2\n2025-01-06T10:00:00Z,,v3\n";
    const std::string plain =
        report_of(put("utf8.csv", text.toStdString()), ReportKind::hourly_visitors);
    QVERIFY(plain.starts_with("2025-01-06 10:00,/caf\u00e9,2,\n2 counted\n4 "));
    const std::string latin = put("latin1.csv", text.toLatin1().toStdString());
    QCOMPARE(report_of(latin, ReportKind::hourly_visitors, "latin1"), plain);
    const QString marked = QChar(0xfeff) + text;
    const std::string utf16(reinterpret_cast<const char*>(marked.utf16()),
                            static_cast<std::size_t>(marked.size()) * 2);
    QCOMPARE(report_of(put("utf16.csv", utf16), ReportKind::hourly_visitors), plain);
    QCOMPARE(report_of(put("utf16.zst", zstd(utf16)), ReportKind::hourly_visitors), plain);
  }
  void words_say_how_a_file_was_read() {
    QCOMPARE(format_of(put("plain.csv", sample("campaigns.csv"))), "CSV");
    QCOMPARE(format_of(put("words.gz", gzip(sample("campaigns.csv")))), "CSV, gzip");
    QCOMPARE(format_of(put("words.zst", zstd(sample("activity.ndjson")))), "NDJSON, zstd");
    QCOMPARE(format_of(put("log.gz", gzip(sample("access.log")))), "access log, Combined, gzip");
  }
  void containers_give_the_same_report_data() {
    QTest::addColumn<QByteArray>("bytes");
    // Two halves with a header each, whose rows are those of the whole.
    const std::string whole = sample("campaigns.csv");
    const std::size_t header = whole.find('\n') + 1;
    const std::size_t middle = whole.find('\n', whole.size() / 2) + 1;
    const Members one = {{"c.csv", whole}};
    const Members two = {{"a/first.csv", whole.substr(0, middle)},
                         {"notes.txt", "nothing to count\n"},
                         {"__MACOSX/a/._first.csv", "x"},
                         {"b.csv", whole.substr(0, header) + whole.substr(middle)}};
    const Members packed = {{"a.csv.gz", gzip(two[0].second)}, {"b.csv.zst", zstd(two[3].second)}};
    const auto row = [](const char* name, const std::string& bytes) {
      QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    };
    namespace make = footfall::testing;
    row("gzip", gzip(whole));
    row("gzip, members", gzip(whole.substr(0, 100)) + gzip(whole.substr(100)));
    row("gzip twice", gzip(gzip(whole)));
    row("zlib", make::zlib(whole));
    row("zstd", zstd(whole));
    row("xz", make::xz(whole));
    row("xz, streams", make::xz(whole.substr(0, 100)) + make::xz(whole.substr(100)));
    row("bzip2", make::bzip2(whole));
    row("bzip2, streams", make::bzip2(whole.substr(0, 100)) + make::bzip2(whole.substr(100)));
    row("lz4", make::lz4(whole));
    row("tar", make::tar(one));
    row("tar, members", make::tar(two));
    row("tar in gzip", gzip(make::tar(two)));
    row("tar in xz", make::xz(make::tar(two)));
    row("tar of packed ones", make::tar(packed));
    row("zip", make::zip(one, true));
    row("zip, members", make::zip(two, true));
    row("zip, stored", make::zip(two, false));
    row("zip of packed ones", make::zip(packed, false));
  }
  void containers_give_the_same_report() {
    QFETCH(QByteArray, bytes);
    const auto kind = ReportKind::campaign_ranking;
    // Lines and inputs of rejects differ, so only what is counted is compared.
    const auto counted = [](const std::string& report) {
      return report.substr(0, report.find(" counted\n"));
    };
    const std::string plain = counted(report_of(put("whole.csv", sample("campaigns.csv")), kind));
    QVERIFY(plain.size() > 1000);
    const std::string packed = bytes.toStdString();
    const std::string file = put("container", packed);
    for (const unsigned threads : {1U, 3U})
      for (const std::size_t chunk : {std::size_t{97}, std::size_t{4000}, std::size_t{0}})
        QCOMPARE(counted(report_of(file, kind, {}, threads, chunk)), plain);
    // Cut anywhere it is damaged, or no file of that kind any more; never a report of less.
    const std::size_t step = packed.size() / std::max<std::size_t>(12, rounds_of(97)) + 1;
    for (std::size_t size = 1; size < packed.size(); size += step) {
      const std::string cut = counted(report_of(put("cut", packed.substr(0, size)), kind));
      QVERIFY2(cut.starts_with("failed: ") || cut == plain, std::to_string(size).c_str());
    }
  }
  // Files are opened, and begin to unpack, before their turn. What a set gives, and in which order,
  // does not depend on that, nor on what is between them.
  void sets_give_what_one_file_gives() {
    namespace make = footfall::testing;
    const std::string whole = sample("campaigns.csv");
    const std::size_t begin = whole.find('\n') + 1;
    const std::string header = whole.substr(0, begin);
    const QString place = folder_.filePath("set");
    QVERIFY(QDir().mkpath(place));
    constexpr std::size_t kParts = 40;
    std::size_t at = begin;
    std::vector<std::string> unread;
    for (std::size_t part = 0; part < kParts; ++part) {
      std::size_t end =
          part + 1 == kParts ? whole.size() : begin + (whole.size() - begin) / kParts * (part + 1);
      end = part + 1 == kParts ? end : whole.find('\n', end) + 1;
      const std::string number = std::to_string(100 + part);
      const std::string rows = header + "c-1," + number + "\n" + whole.substr(at, end - at);
      const std::size_t middle = rows.find('\n', rows.size() / 2) + 1;
      at = end;
      const std::string name = "set/" + number;
      switch (part % 6) {
        case 0:
          put(name.c_str(), rows);
          break;
        case 1:
          put(name.c_str(), gzip(rows));
          break;
        case 2:
          put(name.c_str(), make::tar({{"a", rows.substr(0, middle)},
                                       {"b", "nothing to count\n"},
                                       {"c", header + rows.substr(middle)}}));
          unread.push_back(number + "/b");
          break;
        case 3:
          put(name.c_str(), zstd(rows));
          put((name + "x").c_str(), part % 4 == 1 ? "nothing to count\n" : "PAR1....PAR1");
          unread.push_back(number + "x");
          break;
        case 4:
          put(name.c_str(), make::zip({{"a", rows}}, true));
          break;
        default:
          put(name.c_str(), make::xz(gzip(rows)));
      }
    }
    const auto result_of = [&](unsigned threads, std::size_t chunk_bytes) {
      AnalysisOptions options;
      options.report.kinds = ReportKind::campaign_ranking;
      options.run.threads = threads;
      options.run.chunk_bytes = chunk_bytes;
      std::string inputs;
      AnalysisEvents events;
      events.on_input = [&](std::uint32_t, const std::string& name) { inputs += name + "\n"; };
      const Outcome outcome = Analysis({place.toStdString()}, options).run({}, events);
      if (outcome.kind != Outcome::Kind::done) return "failed: " + outcome.error->found;
      std::string out;
      const TablePtr table = outcome.reports->tables(ReportKind::campaign_ranking).front();
      for (std::size_t row = 0; row < table->rows(); ++row) {
        for (std::size_t column = 0; column < table->columns().size(); ++column) {
          table->append_cell(out, row, column);
          out += ',';
        }
        out += '\n';
      }
      const LoadReport& load = outcome.reports->load_of(ReportKind::campaign_ranking);
      out += inputs;
      for (const Reject& reject : load.rejects)
        out += std::to_string(reject.file) + ':' + std::to_string(reject.line) + reject.excerpt;
      out += "\nleft out:";
      for (const LeftOutInput& input : load.left_out)
        out += ' ' + input.path.substr(place.size() + 1);
      return out;
    };
    const std::string one = result_of(1, 0);
    const std::string plain = report_of(put("whole.csv", whole), ReportKind::campaign_ranking);
    QVERIFY(one.starts_with(plain.substr(0, plain.rfind("\n", plain.find(" counted\n")) + 1)));
    std::string listed = "\nleft out:";
    for (const std::string& name : unread) listed += ' ' + name;
    QVERIFY2(one.ends_with(listed), one.c_str());
    for (const unsigned threads : {1U, 2U, 5U})
      for (const std::size_t chunk_bytes : {0, 700})
        QVERIFY(result_of(threads, chunk_bytes) == one);
    // Damage within one is said when it is reached, and of the first of them.
    const std::string damaged = gzip(header + std::string(2 << 20, '\n'));
    for (const char* name : {"set/120b", "set/120c"})
      put(name, damaged.substr(0, damaged.size() - 9));
    for (const unsigned threads : {1U, 2U, 5U}) {
      AnalysisOptions options;
      options.report.kinds = ReportKind::campaign_ranking;
      options.run.threads = threads;
      const Outcome outcome = Analysis({place.toStdString()}, options).run({});
      QVERIFY(outcome.kind == Outcome::Kind::failed);
      QVERIFY(outcome.error->kind == ErrorKind::damaged_compression);
      QCOMPARE(outcome.error->where, place.toStdString() + "/120b");
    }
  }
  void damage_fails_the_run() {
    const std::string packed = zstd(sample("campaigns.csv"));
    const std::string cut = put("cut.zst", packed.substr(0, packed.size() - 10));
    QVERIFY(report_of(cut, ReportKind::campaign_ranking).starts_with("failed: "));
    QVERIFY(report_of(put("bad.csv", "timestamp,page_url,visitor_id\n"),
                      ReportKind::hourly_visitors, "klingon") == "failed: klingon");
  }
};

QTEST_APPLESS_MAIN(TestPackedInputs)
#include "test_packed_inputs.moc"
