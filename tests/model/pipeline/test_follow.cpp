// Files that are followed while others write, cut and rotate them, against a plain run over all
// that was ever written. Long, for every kind of change is met by the same writers.
#include <fmt/format.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "model/pipeline/analysis.h"
#include "tests/support/random_inputs.h"
#include "tests/support/shown_report.h"
#include "tests/support/twin_compare.h"

using namespace footfall;
using namespace footfall::testing;

namespace {

constexpr std::string_view kHeader = "timestamp,page_url,visitor_id\n";

std::string rejects_of(const LoadReport& load) {
  std::vector<Reject> all = load.rejects;
  std::ranges::stable_sort(all, {}, &Reject::file);
  std::string out;
  for (const Reject& reject : all)
    out += fmt::format("{}:{}@{} {} {} {{{}}}\n", reject.file, reject.line, reject.offset,
                       reason_name(reject.reason), reject.column, reject.excerpt);
  return out;
}

std::string told(const Outcome& outcome, ReportKind kind) {
  if (outcome.kind == Outcome::Kind::failed)
    return fmt::format("failed {} {}\n", static_cast<int>(outcome.error->kind),
                       outcome.error->found);
  const LoadReport& load = outcome.reports->load_of(kind);
  std::string plans;
  for (const SourceCounts& source : load.sources)
    plans += fmt::format("{}\n{} bytes, {} left out\n", source.plan, source.bytes,
                         source.rows.lines_left_out);
  return footfall_test::shown(*outcome.reports, kind) + rejects_of(load) + plans;
}

ReportKind kind_of(const AnalysisOptions& options) {
  for (const ReportKind kind : kAllReports)
    if (options.report.kinds.contains(kind)) return kind;
  return {};
}

std::string plain(const std::vector<std::string>& paths, AnalysisOptions options) {
  options.run.follow = options.run.keep_slices = false;
  const Outcome outcome = Analysis(paths, options).run({});
  return told(outcome, kind_of(options));
}

AnalysisOptions visitor_options() {
  AnalysisOptions options;
  options.report.kinds = ReportKind::hourly_visitors;
  options.report.kinds_required = true;
  options.run.follow = options.run.keep_slices = true;
  options.run.threads = 2;
  return options;
}

void append(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::app);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void write(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string visits(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i)
    text += i % 13 == 0 ? fmt::format("yesterday,/p{},v\n", i)
                        : fmt::format("2025-01-0{}T1{}:00:00Z,/p{},v{}\n", 1 + i % 7, i % 10, i % 5,
                                      i % 91);
  return text;
}

// A load that is followed step by step.
class Followed {
 public:
  Followed(std::vector<std::string> paths, const AnalysisOptions& options)
      : kind_(kind_of(options)), analysis_(std::move(paths), options) {
    keep(analysis_.run({}));
  }
  /// What came is read; whoever looks twice before that sees no less.
  void look(bool twice = true) {
    if (twice && !failed_) glance();
    go_on(analysis_.look(), false);
  }
  /// Looked at, but not read yet.
  void glance() {
    const Result<FollowLook> look = analysis_.look();
    if (look) notes_.insert(notes_.end(), look->notes.begin(), look->notes.end());
  }
  /// What a run over everything gave in the end.
  std::string end() {
    go_on(analysis_.end_following(), true);
    return told_;
  }
  [[nodiscard]] const std::string& told() const { return told_; }
  [[nodiscard]] bool has(FollowNoteKind kind) const {
    return std::ranges::find(notes_, kind, &FollowNote::kind) != notes_.end();
  }
  [[nodiscard]] bool more() const { return more_; }

 private:
  void keep(const Outcome& outcome) {
    told_ = ::told(outcome, kind_);
    failed_ = outcome.kind == Outcome::Kind::failed;
  }
  void go_on(const Result<FollowLook>& look, bool last) {
    if (failed_) return;
    if (!look) {
      told_ =
          fmt::format("failed {} {}\n", static_cast<int>(look.error().kind), look.error().found);
      failed_ = true;
      return;
    }
    more_ = look->more;
    notes_.insert(notes_.end(), look->notes.begin(), look->notes.end());
    if (look->more || last) keep(analysis_.run({}));
  }

  ReportKind kind_;
  Analysis analysis_;
  std::string told_;
  bool failed_ = false;
  bool more_ = false;
  std::vector<FollowNote> notes_;
};

}  // namespace

class TestFollow : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  int next_ = 0;

  std::string fresh(const std::string& name) {
    const std::string folder = fmt::format("{}/{}", folder_.path().toStdString(), next_++);
    std::filesystem::create_directory(folder);
    return folder + "/" + name;
  }

 private slots:
  void rows_that_come_piece_by_piece_are_those_of_the_whole() {
    const std::vector<std::pair<twin::Report, twin::Format>> kinds = {
        {twin::Report::hourly_visitors, twin::Format::csv},
        {twin::Report::hourly_visitors, twin::Format::ndjson},
        {twin::Report::hourly_visitors, twin::Format::access_log},
        {twin::Report::customer_report, twin::Format::csv},
        {twin::Report::customer_report, twin::Format::ndjson},
        {twin::Report::campaign_ranking, twin::Format::csv},
        {twin::Report::user_activity, twin::Format::ndjson}};
    std::uint64_t compared = 0;
    const std::uint64_t rounds = rounds_of(8);
    for (std::uint64_t seed = 1; seed <= rounds; ++seed)
      for (const auto& [report, format] : kinds) {
        Random random(seed);
        const RandomInput input = random_input(random, report, format, random.chance(0.7));
        AnalysisOptions options = engine_options(input.options);
        options.run.threads = static_cast<unsigned>(1 + random.below(4));
        options.run.chunk_bytes = 1 + random.below(random.chance(0.5) ? 60 : 5000);
        options.run.follow = options.run.keep_slices = true;
        std::vector<std::string> paths;
        std::vector<std::string> begins;
        for (const std::string& text : input.files) {
          paths.push_back(fresh("in"));
          // The first line is there, else it is not known what is followed.
          const std::size_t first = std::min(text.find('\n'), text.size() - 1) + 1;
          begins.push_back(text.substr(0, random.chance(0.3) ? 0 : first));
          write(paths.back(), begins.back());
        }
        if (input.files.empty()) continue;
        Followed followed(paths, options);
        std::vector<std::size_t> done;
        for (const std::string& begin : begins) done.push_back(begin.size());
        if (followed.told().starts_with("failed")) continue;  // a front that is no input yet
        for (bool more = true; more;) {
          more = false;
          for (std::size_t i = 0; i < paths.size(); ++i) {
            const std::string& text = input.files[i];
            const std::size_t piece = std::min<std::size_t>(
                text.size() - done[i],
                1 + random.below(random.chance(0.5) ? 80 : text.size() / 2 + 1));
            append(paths[i], std::string_view(text).substr(done[i], piece));
            done[i] += piece;
            more = more || done[i] < text.size();
            if (random.chance(0.6)) followed.look(random.chance(0.5));
          }
        }
        const std::string got = followed.end();
        const std::string wanted = plain(paths, options);
        // A front may have been refused that the whole is not, never the other way round.
        if (got.starts_with("failed") && followed.has(FollowNoteKind::waiting)) continue;
        ++compared;
        if (got != wanted)
          QFAIL(fmt::format("seed {} report {} format {}\n{}", seed, static_cast<int>(report),
                            static_cast<int>(format),
                            footfall_test::difference(wanted, got).toStdString())
                    .c_str());
      }
    // Most begin with a line that shows what they are.
    QVERIFY(compared > rounds * kinds.size() / 2);
  }

  void a_line_counts_when_its_end_comes() {
    const std::string path = fresh("a.csv");
    write(path, std::string(kHeader) + "2025-01-01T10:00:00Z,/a,v1\n2025-01-01T10:0");
    Followed followed({path}, visitor_options());
    QVERIFY(followed.told().find("read 1 ") != std::string::npos);
    append(path, "0:00Z,/a,v2");
    followed.look();
    QVERIFY(followed.told().find("read 1 ") != std::string::npos);
    append(path, "2\n2025-01-01T11:00:00Z,/b,v9");
    followed.look();
    QVERIFY(followed.told().find("read 2 ") != std::string::npos);
    followed.look();
    QVERIFY(!followed.more());
    QCOMPARE(followed.end(), plain({path}, visitor_options()));
  }

  void an_empty_file_is_waited_for() {
    const std::string path = fresh("a.csv");
    write(path, "");
    Followed followed({path}, visitor_options());
    followed.look();
    QVERIFY(followed.has(FollowNoteKind::waiting));
    append(path, kHeader);
    append(path, visits(0, 40));
    followed.look();
    QCOMPARE(followed.end(), plain({path}, visitor_options()));
  }

  void a_rotation_by_name_loses_nothing() {
    const std::string path = fresh("a.csv");
    write(path, std::string(kHeader) + visits(0, 300));
    Followed followed({path}, visitor_options());
    append(path, visits(300, 50));
    std::filesystem::rename(path, path + ".1");
    append(path + ".1", visits(350, 30));
    write(path, std::string(kHeader) + visits(500, 20));
    followed.look();
    QVERIFY(followed.has(FollowNoteKind::replaced));
    // Whoever wrote the old one may go on for a while.
    append(path + ".1", visits(380, 20) + "2025-01-01T10:00:00Z,/late,v1");
    append(path, visits(520, 900));
    followed.look();
    QCOMPARE(followed.end(), plain({path + ".1", path}, visitor_options()));
  }

  void a_rotated_file_may_be_packed_or_removed() {
    const std::string path = fresh("a.csv");
    const std::string kept = path + "-kept";
    write(path, std::string(kHeader) + visits(0, 300));
    Followed followed({path}, visitor_options());
    for (int turn = 1; turn <= 3; ++turn) {
      append(path, visits(300 * turn, 50));
      std::filesystem::copy_file(path, kept + std::to_string(turn));
      std::filesystem::rename(path, path + ".1");
      write(path, std::string(kHeader) + visits(1000 * turn, 20));
      followed.look();
      std::filesystem::remove(path + ".1");
      followed.look();
    }
    QCOMPARE(followed.end(), plain({kept + "1", kept + "2", kept + "3", path}, visitor_options()));
  }

  void what_was_written_before_a_cut_is_in_the_copy() {
    const std::string path = fresh("a.csv");
    write(path, std::string(kHeader) + visits(0, 300));
    Followed followed({path}, visitor_options());
    append(path, visits(300, 100));
    std::filesystem::copy_file(path, path + ".1");
    write(path, std::string(kHeader) + visits(700, 5));
    followed.look();
    QVERIFY(followed.has(FollowNoteKind::cut_copied));
    append(path, visits(705, 50));
    followed.look();
    QCOMPARE(followed.end(), plain({path + ".1", path}, visitor_options()));
  }

  void a_cut_of_what_was_not_read_yet_is_seen() {
    const std::string path = fresh("a.csv");
    write(path, std::string(kHeader) + visits(0, 30));
    Followed followed({path}, visitor_options());
    std::filesystem::rename(path, path + ".1");
    write(path, std::string(kHeader) + visits(100, 20));
    followed.glance();
    std::filesystem::copy_file(path, path + ".2");
    write(path, std::string(kHeader) + visits(200, 5));
    followed.look();
    QVERIFY(followed.has(FollowNoteKind::cut_copied));
    QCOMPARE(followed.end(), plain({path + ".1", path + ".2", path}, visitor_options()));
  }

  // It is read after one that came later, and stands before it.
  void an_old_file_that_gets_its_first_rows_late_keeps_its_place() {
    const std::string path = fresh("a.csv");
    write(path, std::string(kHeader) + visits(0, 30));
    Followed followed({path}, visitor_options());
    std::filesystem::rename(path, path + ".1");
    write(path, "");
    followed.look();
    std::filesystem::rename(path, path + ".2");
    write(path, std::string(kHeader) + visits(200, 30));
    followed.look();
    append(path + ".2", std::string(kHeader) + visits(100, 30));
    followed.look();
    QCOMPARE(followed.end(), plain({path + ".1", path + ".2", path}, visitor_options()));
  }

  void a_cut_without_a_copy_is_said() {
    const std::string path = fresh("a.csv");
    const std::string kept = fresh("b.csv");
    write(path, std::string(kHeader) + visits(0, 300));
    std::filesystem::copy_file(path, kept);
    Followed followed({path}, visitor_options());
    write(path, std::string(kHeader) + visits(700, 5));
    followed.look();
    QVERIFY(followed.has(FollowNoteKind::cut));
    QCOMPARE(followed.end(), plain({kept, path}, visitor_options()));
  }

  // Neither its size nor its number tells of that.
  void a_file_rewritten_longer_in_one_go_is_another() {
    const std::string path = fresh("a.csv");
    const std::string kept = fresh("b.csv");
    write(path, std::string(kHeader) + visits(0, 30));
    std::filesystem::copy_file(path, kept);
    Followed followed({path}, visitor_options());
    write(path, std::string(kHeader) + visits(700, 500));
    followed.look();
    QVERIFY(followed.has(FollowNoteKind::rewritten));
    QCOMPARE(followed.end(), plain({kept, path}, visitor_options()));
  }

  void a_rotated_set_is_not_read_twice() {
    const std::string path = fresh("a.csv");
    write(path + ".1", std::string(kHeader) + visits(0, 40));
    std::filesystem::copy_file(path + ".1", path + ".kept");
    write(path, std::string(kHeader) + visits(100, 40));
    Followed followed({path + ".1", path}, visitor_options());
    std::filesystem::rename(path + ".1", path + ".2");
    std::filesystem::rename(path, path + ".1");
    write(path, std::string(kHeader) + visits(200, 40));
    followed.look();
    QVERIFY(followed.has(FollowNoteKind::known));
    QCOMPARE(followed.end(), plain({path + ".2", path + ".1", path}, visitor_options()));
  }

  // The first rows do not tell how the dates are to be read.
  void a_way_of_reading_that_changes_makes_it_read_again() {
    const std::string path = fresh("a.csv");
    AnalysisOptions options = visitor_options();
    options.report.kinds = ReportKind::campaign_ranking;
    const std::string header = "campaign_id;date;impressions;clicks;spend;conversions\n";
    write(path, header + "a;2025-01-01;100;10;1.234;1\nb;2025-01-01;100;10;2.500;1\n");
    Followed followed({path}, options);
    append(path, "a;2025-01-02;200;20;12,5;2\nb;2025-01-02;1.000;20;1.231,88;2\n");
    followed.look();
    QCOMPARE(followed.told(), plain({path}, options));
    QCOMPARE(followed.end(), plain({path}, options));
  }

  void a_log_that_changes_its_names_is_followed() {
    const std::string path = fresh("u_ex.log");
    write(path, "#Version: 1.0\n#Fields: date time cs-uri-stem cs-uri-query c-ip\n");
    Followed followed({path}, visitor_options());
    append(path, "2025-01-06 10:00:00 /a - 1.2.3.4\n");
    followed.look();
    QVERIFY(followed.told().find("read 1 ") != std::string::npos);
    append(path, "#Fields: date time c-ip cs-uri-stem cs-uri-query\n");
    followed.look();
    append(path, "2025-01-06 10:00:00 1.2.3.5 /b x=1\n");
    followed.look();
    QCOMPARE(followed.end(), plain({path}, visitor_options()));
  }

  void text_in_utf_16_is_followed() {
    const std::string path = fresh("a.csv");
    const auto wide = [](std::string_view text) {
      std::string out;
      for (const char c : text) (out += c) += '\0';
      return out;
    };
    write(path, "\xff\xfe" + wide(kHeader) + wide(visits(0, 30)));
    Followed followed({path}, visitor_options());
    const std::string more = wide(visits(30, 100));
    append(path, std::string_view(more).substr(0, 101));
    followed.look();
    append(path, std::string_view(more).substr(101));
    followed.look();
    QCOMPARE(followed.end(), plain({path}, visitor_options()));
  }

  void a_record_over_the_limit_may_come_in_pieces() {
    const std::string path = fresh("a.ndjson");
    const std::string row =
        R"({"timestamp":"2025-01-01T10:00:00Z","page_url":"/a","visitor_id":"v"})"
        "\n";
    write(path, row);
    Followed followed({path}, visitor_options());
    const std::string part(std::size_t{5} << 20, 'x');
    for (int i = 0; i < 5; ++i) {
      append(path, part);
      followed.look();
    }
    append(path, "\n" + row);
    followed.look();
    QVERIFY(followed.told().find("read 3 counted 2 ") != std::string::npos);
    QCOMPARE(followed.end(), plain({path}, visitor_options()));
  }

  void the_plan_of_a_long_file_stays() {
    const std::string path = fresh("a.csv");
    write(path, std::string(kHeader) + visits(0, 60'000));
    Followed followed({path}, visitor_options());
    for (int i = 0; i < 5; ++i) {
      append(path, visits(i * 1000, 1000));
      followed.look();
    }
    QCOMPARE(followed.end(), plain({path}, visitor_options()));
  }

  void what_is_no_plain_file_is_read_once() {
    const std::string path = fresh("a.csv");
    write(path, std::string(kHeader) + visits(0, 30));
    // Whether packed bytes hold a line end is chance; the time in front of them is set, so that
    // none of these do and then some.
    for (const char* time : {"2020-01-01T00:00:00Z", "2020-01-01T00:00:10Z"}) {
      const std::string packed = path + ".gz";
      QCOMPARE(
          std::system(("rm -f " + packed + "; touch -d " + time + " " + path + "; gzip -k " + path)
                          .c_str()),
          0);
      Followed followed({packed, path}, visitor_options());
      followed.look();
      QVERIFY(followed.has(FollowNoteKind::read_once));
      append(path, visits(30, 3));
      followed.look();
      QCOMPARE(followed.end(), plain({packed, path}, visitor_options()));
    }
  }
};

QTEST_GUILESS_MAIN(TestFollow)
#include "test_follow.moc"
