// What is cleaned out of kept state, beside loads that leave the same out while reading.
#include <QTest>

#include "model/pipeline/analysis.h"
#include "tests/support/random_inputs.h"
#include "tests/support/twin_compare.h"

using namespace footfall;
using testing::Random;

namespace {

constexpr std::array<std::string_view, 22> kTargets = {"/",
                                                       "/?utm_source=x",
                                                       "/a",
                                                       "/a?b=1",
                                                       "/a?b=1&gclid=2",
                                                       "/a?",
                                                       "/a-b",
                                                       "/a?b=1#c",
                                                       "/s.css",
                                                       "/s.css?v=2",
                                                       "/i/p.PNG",
                                                       "/p.png/x",
                                                       "http://h.example/x.js?q",
                                                       "http://h.example",
                                                       "*",
                                                       "/\xC3\xA4?\xC3\xB6",
                                                       "/a%3Fb",
                                                       "/x\\\"y?z",
                                                       "//a.b/c.js",
                                                       "/q?u=http://x/y.gif",
                                                       "/.css",
                                                       "/a.b.woff2#d"};
constexpr std::array<std::string_view, 8> kMethods = {"GET",  "GET", "GET",     "POST",
                                                      "HEAD", "get", "OPTIONS", "PROPFIND"};
constexpr std::array<std::string_view, 14> kStatuses = {
    "200", "200", "200", "204", "301", "304", "404", "499", "500", "599", "600", "-", "0", "2000"};
constexpr std::array<std::string_view, 8> kAgents = {
    "Mozilla/5.0 (X11; Linux) Firefox/134.0",
    "Safari/18 (Mac)",
    "Googlebot/2.1",
    "curl/8.11.1",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://x)",
    "-",
    "",
    "Cubot phone Chrome/131"};

std::string hour_and_minute(Random& random) {
  const auto two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(random.below(24)) + ":" + two(random.below(60)) + ":" + two(random.below(60));
}

std::string log_lines(Random& random, std::size_t lines, bool answers) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) {
    if (random.below(25) == 0) {
      text += random.below(2) == 0 ? "no line of a log\n" : "\n";
      continue;
    }
    text += "10.0.0." + std::to_string(random.below(6)) + " - - [0" +
            std::to_string(1 + random.below(2)) + "/Jan/2025:" + hour_and_minute(random) +
            " +0000] \"";
    if (random.below(30) == 0) {
      text += "-";
    } else {
      text += std::string(random.one_of(kMethods)) + " " + std::string(random.one_of(kTargets));
      if (random.below(9) != 0) text += " HTTP/1.1";
    }
    text += "\"";
    if (answers) {
      text += " " + std::string(random.one_of(kStatuses)) + " " +
              (random.below(6) == 0 ? std::string("-") : std::to_string(random.below(5000)));
      const std::string_view agent = random.one_of(kAgents);
      text += " \"-\" \"" + std::string(agent) + "\"";
    }
    text += "\n";
  }
  return text;
}

std::string w3c_lines(Random& random, std::size_t lines) {
  std::string text =
      "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status sc-bytes "
      "cs(User-Agent)\n";
  for (std::size_t i = 0; i < lines; ++i) {
    const std::string_view agent = random.one_of(kAgents);
    std::string words(agent.empty() ? "-" : agent);
    std::ranges::replace(words, ' ', '+');
    text += "2025-01-0" + std::to_string(1 + random.below(2)) + " " + hour_and_minute(random) +
            " 10.0.0." + std::to_string(random.below(6)) + " " +
            std::string(random.one_of(kMethods)) + (random.below(2) == 0 ? " /a " : " /s.css ") +
            (random.below(2) == 0 ? "- " : "b=1 ") + std::string(random.one_of(kStatuses)) + " " +
            std::to_string(random.below(5000)) + " " + words + "\n";
  }
  return text;
}

std::string json_lines(Random& random, std::size_t lines) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i)
    text += R"({"time_local":"0)" + std::to_string(1 + random.below(2)) +
            "/Jan/2025:" + hour_and_minute(random) + R"( +0000","remote_addr":"10.0.0.)" +
            std::to_string(random.below(6)) + R"(","request":")" +
            std::string(random.one_of(kMethods)) + " /a?b=" + std::to_string(random.below(3)) +
            R"( HTTP/1.1","status":)" + (random.below(3) == 0 ? "404" : "200") +
            R"(,"body_bytes_sent":)" + std::to_string(random.below(5000)) +
            R"(,"http_user_agent":")" + std::string(random.one_of(kAgents)) + "\"}\n";
  return text;
}

std::string table(Random& random, std::size_t rows) {
  std::string text = "timestamp,page_url,visitor_id,status,bytes\n";
  for (std::size_t i = 0; i < rows; ++i)
    text += "2025-01-0" + std::to_string(1 + random.below(2)) + "T" + hour_and_minute(random) +
            "Z," + std::string(random.one_of(std::span(kTargets).first(16))) + ",v" +
            std::to_string(random.below(6)) + "," + std::string(random.one_of(kStatuses)) + "," +
            std::to_string(random.below(5000)) + "\n";
  return text;
}

constexpr std::array kLogged = {ReportKind::hourly_visitors, ReportKind::requests};

// Everything that reports and their books say.
std::string words(const ReportSet& reports, bool with_reasons) {
  std::string text;
  for (const ReportKind kind : kLogged) {
    if (!reports.has(kind)) continue;
    for (const TablePtr& table : reports.tables(kind)) {
      text += table->name() + "\n";
      for (std::size_t row = 0; row < table->rows(); ++row) {
        for (std::size_t column = 0; column < table->columns().size(); ++column) {
          table->append_cell(text, row, column);
          text += column + 1 < table->columns().size() ? "," : "\n";
        }
      }
    }
    text += "listed " + std::to_string(reports.reports[kind]->listed()) + "\n";
    const RowCounts& rows = reports.load_of(kind).rows;
    text += "counted " + std::to_string(rows.counted) + "\nfiltered " +
            std::to_string(rows.filtered()) + "\nrejected " + std::to_string(rows.rejected()) +
            "\n";
    if (!with_reasons) continue;
    for (const FilterReasonFacts& reason : kFilterReasonTable)
      text += std::string(reason.name) + " " +
              std::to_string(rows.filtered_by_reason[reason.reason]) + "\n";
  }
  if (reports.has(ReportKind::hourly_visitors)) {
    const auto report = reports.get<HourlyVisitorsReport>();
    text += "all " + std::to_string(report->pageviews) + " " +
            std::to_string(report->unique_visitors) + "\n";
  }
  return text;
}

std::string first_difference(const std::string& a, const std::string& b) {
  const auto at = std::ranges::mismatch(a, b).in1 - a.begin();
  const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - 60));
  return a == b ? std::string() : "…" + a.substr(begin, 120) + "\n≠\n…" + b.substr(begin, 120);
}

LogParts parts_of(unsigned bits) {
  LogParts parts;
  for (const LogPart part : all_kinds<LogPart>())
    if ((bits >> static_cast<unsigned>(part) & 1) != 0) parts.insert(part);
  return parts;
}

}  // namespace

class TestCleaning : public QObject {
  Q_OBJECT
 private slots:
  void like_a_load_that_leaves_the_same_out_data() {
    QTest::addColumn<bool>("tables");
    QTest::newRow("logs") << false;
    QTest::newRow("logs and tables") << true;
  }
  void like_a_load_that_leaves_the_same_out() {
    QFETCH(bool, tables);
    const testing::Workshop workshop;
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(48); ++seed) {
      Random random(seed + (tables ? 1000 : 0));
      std::vector<std::string> files;
      const std::size_t lines = 1 + random.below(400);
      files.push_back(log_lines(random, lines, random.below(8) != 0));
      if (random.below(3) == 0) files.push_back(w3c_lines(random, 1 + random.below(100)));
      if (random.below(3) == 0) files.push_back(json_lines(random, 1 + random.below(100)));
      if (tables)
        files.insert(files.begin() + static_cast<std::ptrdiff_t>(random.below(files.size() + 1)),
                     table(random, 1 + random.below(300)));
      std::vector<std::string> paths;
      for (const twin::Input& input : workshop.write(files)) paths.push_back(input.path);

      AnalysisOptions loaded;
      loaded.report.kinds = ReportKinds{ReportKind::hourly_visitors, ReportKind::requests};
      if (random.below(4) == 0) loaded.report.kinds = kLogged[random.below(2)];
      if (random.below(3) == 0) loaded.report.visitor = VisitorKey::host;
      loaded.run.keep_slices = true;
      loaded.run.partial_results = random.below(2) == 0;
      loaded.run.threads = 1 + static_cast<unsigned>(random.below(3));
      loaded.run.chunk_bytes = 1 + random.below(4000);
      // Left out while it is read, whatever is left out later.
      const bool own = random.below(4) == 0;
      if (own) loaded.input.log.cleaning.leave_out = parts_of(1U << random.below(5));
      if (own && random.below(2) == 0) loaded.input.log.cleaning.pages = PageForm::without_tracking;

      // Whoever reads on merges what is finished with what is new.
      Analysis analysis({paths.front()}, loaded);
      AnalysisEvents events;
      events.on_partial = [](const ReportSetPtr&, const SlicesPtr&) {};
      Outcome outcome = analysis.run({}, events);
      QCOMPARE(outcome.kind, Outcome::Kind::done);
      if (paths.size() > 1) {
        const SlicesPtr kept = outcome.slices;
        analysis.add_inputs({paths.begin() + 1, paths.end()});
        outcome = analysis.run({}, events);
        QCOMPARE(outcome.kind, Outcome::Kind::done);
      }

      AnalysisOptions reading = loaded;
      reading.run = {};
      const unsigned first = static_cast<unsigned>(random.below(32));
      for (unsigned i = 0; i < 8; ++i) {
        // Each subset comes in its turn.
        Filter filter;
        filter.cleaning.leave_out = parts_of((first + i * 5) % 32);
        filter.cleaning.pages = static_cast<PageForm>(random.below(3));
        reading.filter = {};
        if (random.below(2) == 0) reading.filter.from = parse_time_bound("2025-01-01T07:00");
        if (random.below(2) == 0) reading.filter.to = parse_time_bound("2025-01-02T03:00");
        if (random.below(2) == 0)
          for (int names = 0; names < 5; ++names)
            reading.filter[FilterField::page].emplace_back(random.one_of(kTargets));
        reading.report.zone = {};
        if (random.below(3) == 0) reading.report.zone = *TimeZone::load("Asia/Tokyo", "--zone");
        reading.input.log.cleaning = loaded.input.log.cleaning;
        for (const LogPart part : all_kinds<LogPart>())
          if (filter.cleaning.leave_out.contains(part))
            reading.input.log.cleaning.leave_out.insert(part);
        if (filter.cleaning.pages != PageForm::whole &&
            reading.input.log.cleaning.pages != PageForm::path)
          reading.input.log.cleaning.pages = filter.cleaning.pages;

        const Outcome expected = Analysis(paths, reading).run({});
        QCOMPARE(expected.kind, Outcome::Kind::done);
        filter.from = reading.filter.from;
        filter.to = reading.filter.to;
        filter.names = reading.filter.names;
        ReportOptions wanted = loaded.report;
        wanted.zone = reading.report.zone;
        QVERIFY(outcome.slices->can_report(wanted, filter));
        const ReportSetPtr got = outcome.slices->report(wanted, filter);
        const std::string difference =
            first_difference(words(*got, !own), words(*expected.reports, !own));
        QVERIFY2(difference.empty(),
                 ("seed " + std::to_string(seed) + ", " + std::to_string(i) + "\n" + difference)
                     .c_str());
      }
    }
  }

  // Shares are those of what is really left out.
  void counts_before_it_cleans() {
    const testing::Workshop workshop;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
      Random random(seed);
      const auto inputs =
          workshop.write({log_lines(random, 500, true), table(random, random.below(50))});
      AnalysisOptions options;
      options.report.kinds = ReportKinds{ReportKind::hourly_visitors, ReportKind::requests};
      options.run.keep_slices = true;
      const Outcome outcome = Analysis({inputs[0].path, inputs[1].path}, options).run({});
      QCOMPARE(outcome.kind, Outcome::Kind::done);
      for (const ReportKind kind : kLogged) {
        const CleaningCounts counts = outcome.slices->cleaning_counts(kind, {});
        const LoadReport& load = outcome.reports->load_of(kind);
        QCOMPARE(counts.all(), load.sources[0].rows.counted);
        for (unsigned bits = 0; bits < 32; ++bits) {
          Filter filter;
          filter.cleaning.leave_out = parts_of(bits);
          const ReportSetPtr cleaned = outcome.slices->report(options.report, filter);
          QCOMPARE(cleaned->load_of(kind).rows.filtered(), counts.left_out(parts_of(bits)));
        }
        QVERIFY(counts.with_query > 0 && counts.with_query < counts.all());
      }
    }
  }

  // Tables have nothing to clean.
  void leaves_tables_as_they_are() {
    const testing::Workshop workshop;
    Random random(5);
    const auto inputs = workshop.write({table(random, 300)});
    AnalysisOptions options;
    options.report.kinds = ReportKinds{ReportKind::hourly_visitors, ReportKind::requests};
    options.run.keep_slices = true;
    const Outcome outcome = Analysis({inputs[0].path}, options).run({});
    QCOMPARE(outcome.kind, Outcome::Kind::done);
    Filter filter;
    filter.cleaning = {LogParts::all(), PageForm::path};
    QCOMPARE(words(*outcome.slices->report(options.report, filter), true),
             words(*outcome.reports, true));
    QCOMPARE(outcome.slices->cleaning_counts(ReportKind::requests, {}).all(), 0);
  }
};

QTEST_GUILESS_MAIN(TestCleaning)
#include "test_cleaning.moc"
