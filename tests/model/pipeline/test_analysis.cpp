// A whole analysis, from files to reports. Long, for one more program costs every run of the tests
// more than its length does a reader.
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <chrono>
#include <new>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "model/pipeline/analysis.h"
#include "model/pipeline/detection.h"
#include "model/pipeline/parallel_for.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/reject_summary.h"
#include "model/report/user_activity_report.h"
#include "tests/support/packed.h"

using namespace footfall;

namespace {

std::string dump(const Table& table) {
  std::string out;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
      if (column > 0) out += ',';
      table.append_cell(out, row, column);
    }
    out += '\n';
  }
  return out;
}

std::string dump(const ReportSet& reports, ReportKind kind) {
  std::string out;
  for (const TablePtr& table : reports.tables(kind)) out += table->name() + '\n' + dump(*table);
  return out;
}

std::string dump_rejects(const LoadReport& load) {
  std::string out;
  for (const Reject& reject : load.rejects)
    out += std::to_string(reject.file) + ':' + std::to_string(reject.line) + '@' +
           std::to_string(reject.offset) + ' ' + std::string(reason_name(reject.reason)) + ' ' +
           reject.column + " {" + reject.excerpt + "}\n";
  return out;
}

AnalysisOptions options_for(ReportKind kind) {
  AnalysisOptions options;
  options.report.kinds = kind;
  options.report.kinds_required = true;
  options.run.threads = 3;
  options.run.chunk_bytes = 200;
  return options;
}

}  // namespace

class TestAnalysis : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;

  std::string put(const char* name, const std::string& text) {
    const QString path = folder_.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", name);
    file.write(text.data(), static_cast<qint64>(text.size()));
    return path.toStdString();
  }

  static std::string visits(unsigned seed, int rows) {
    std::mt19937 random(seed);
    std::string text = "timestamp,page_url,visitor_id\n";
    for (int i = 0; i < rows; ++i) {
      text += "2025-01-0" + std::to_string(1 + random() % 5) + "T1" +
              std::to_string(random() % 10) + ":00:00Z,/p" + std::to_string(random() % 7) + ",v" +
              std::to_string(random() % 40) + "\n";
      if (random() % 11 == 0) text += "yesterday,/p,v\n";
    }
    return text;
  }

  // Of a run in whose first chunk `change` does something to a file.
  template <class Change>
  Outcome outcome_of_change(const std::vector<std::string>& inputs, Change change) {
    AnalysisOptions options = options_for(ReportKind::hourly_visitors);
    options.run.threads = 1;         // nobody parses while the change is made
    options.run.chunk_bytes = 5000;  // decoders read further ahead
    Analysis analysis(inputs, options);
    AnalysisEvents events;
    bool done = false;
    events.on_progress = [&](const Progress&) {
      if (!std::exchange(done, true)) change();
    };
    return analysis.run({}, events);
  }

 private slots:
  // Behind their first MiB, files are read by each thread for itself.
  void a_file_is_the_same_however_many_threads_read_it() {
    std::mt19937 random(5);
    std::string text = "timestamp,page_url,visitor_id,note\n";
    while (text.size() < (std::size_t{4} << 20)) {
      text += "2025-01-0" + std::to_string(1 + random() % 5) + "T1" +
              std::to_string(random() % 10) + ":00:00Z,/p" + std::to_string(random() % 7) + ",v" +
              std::to_string(random() % 400);
      // A record is mostly shorter than a chunk; line ends within quotes are none.
      text += random() % 90 == 0 ? ",\"" + std::string(random() % 9000, '\n') + "\"\n"
                                 : ",\"" + std::string(random() % 300, 'x') + "\"\n";
      if (random() % 50 == 0) text += "yesterday,/p,v,\n";
    }
    const std::string path = put("threads.csv", text);
    const std::string other = put("threads-2.csv", text.substr(0, text.size() / 2));
    std::string expected;
    for (const std::size_t chunk_bytes :
         {std::size_t{64} << 20, std::size_t{900}, std::size_t{0}}) {
      for (const unsigned threads : {1U, 2U, 5U}) {
        AnalysisOptions options = options_for(ReportKind::hourly_visitors);
        options.run.threads = threads;
        options.run.chunk_bytes = chunk_bytes;
        const Outcome outcome = Analysis({path, other}, options).run({});
        QCOMPARE(outcome.kind, Outcome::Kind::done);
        const LoadReport& load = outcome.reports->load_of(ReportKind::hourly_visitors);
        const std::string got = dump(*outcome.reports, ReportKind::hourly_visitors) +
                                dump_rejects(load) + std::to_string(load.rows.counted);
        if (expected.empty()) expected = got;
        QVERIFY2(got == expected, qPrintable(QString("%1 %2").arg(chunk_bytes).arg(threads)));
      }
    }
  }

  void a_stopped_run_continues_to_the_same_result() {
    const std::string path = put("stop.csv", visits(1, 3000));
    AnalysisOptions options = options_for(ReportKind::hourly_visitors);
    options.run.keep_slices = true;
    Analysis straight({path}, options);
    const Outcome expected = straight.run({});
    QCOMPARE(expected.kind, Outcome::Kind::done);

    Analysis analysis({path}, options);
    int stops = 0;
    std::uint64_t last_rows = 0;
    for (;;) {
      std::stop_source stop;
      AnalysisEvents events;
      int chunks = 0;
      events.on_progress = [&](const Progress&) {
        if (++chunks == 40) stop.request_stop();
      };
      const Outcome outcome = analysis.run(stop.get_token(), events);
      QVERIFY(outcome.reports != nullptr);
      const RowCounts& rows = outcome.reports->load_of(ReportKind::hourly_visitors).rows;
      QCOMPARE(outcome.reports->get<HourlyVisitorsReport>()->pageviews, rows.counted);
      // A run that was stopped behind the last row leaves the next one nothing but the end.
      QVERIFY(rows.read() > last_rows || outcome.kind == Outcome::Kind::done);
      last_rows = rows.read();
      if (outcome.kind == Outcome::Kind::done) {
        QVERIFY(!outcome.reports->partial);
        QCOMPARE(dump(*outcome.reports, ReportKind::hourly_visitors),
                 dump(*expected.reports, ReportKind::hourly_visitors));
        QCOMPARE(dump_rejects(outcome.reports->load_of(ReportKind::hourly_visitors)),
                 dump_rejects(expected.reports->load_of(ReportKind::hourly_visitors)));
        break;
      }
      QCOMPARE(outcome.kind, Outcome::Kind::stopped);
      QVERIFY(outcome.reports->partial);
      QVERIFY(outcome.slices != nullptr);
      ++stops;
    }
    QVERIFY(stops >= 3);
  }

  void inputs_added_later_give_the_result_of_all_together() {
    const std::vector<std::string> paths = {put("one.csv", visits(3, 900)),
                                            put("two.csv", visits(4, 700)),
                                            put("three.csv", visits(5, 1))};
    const ReportKind kind = ReportKind::hourly_visitors;
    {
      AnalysisOptions options = options_for(kind);
      options.run.keep_slices = true;
      const Outcome all = Analysis(paths, options).run({});
      QCOMPARE(all.kind, Outcome::Kind::done);
      Analysis analysis({paths[0]}, options);
      const Outcome first = analysis.run({});
      analysis.add_inputs({paths[1]});
      // Stopped on the way and continued, with the result of the first run still held.
      std::stop_source stop;
      int pieces = 0;
      AnalysisEvents events;
      events.on_progress = [&](const Progress&) {
        if (++pieces == 3) stop.request_stop();
      };
      const Outcome stopped = analysis.run(stop.get_token(), events);
      QCOMPARE(stopped.kind, Outcome::Kind::stopped);
      QCOMPARE(stopped.reports->load_of(kind).sources[0].rows.read(),
               first.reports->load_of(kind).sources[0].rows.read());
      (void)analysis.run({});
      analysis.add_inputs({paths[2]});
      const Outcome last = analysis.run({});
      QCOMPARE(last.kind, Outcome::Kind::done);
      QVERIFY(!last.reports->partial);
      QCOMPARE(dump(*last.reports, kind), dump(*all.reports, kind));
      QCOMPARE(dump_rejects(last.reports->load_of(kind)), dump_rejects(all.reports->load_of(kind)));
      QCOMPARE(last.reports->load_of(kind).sources.size(), std::size_t{3});
      QVERIFY(dump(*first.reports, kind) != dump(*all.reports, kind));
    }
  }

  // A chunk is taken apart once for all reports; what each reads stays its own.
  void a_key_of_two_reports_reads_as_for_each_alone() {
    std::string lines;
    std::string records = "event_id,who,ts,event_type,amount,currency,id,type,price\n";
    for (int i = 0; i < 120; ++i) {
      const std::string n = std::to_string(i);
      const std::string who = i % 11 == 0 ? "" : i % 7 == 0 ? "a \\u00e4" : "u" + n;
      const std::string price = i % 5 == 0 ? "true" : i % 3 == 0 ? "\"x\"" : n + ".5";
      lines += "{\"event_id\":\"e" + n + "\",\"who\":\"" + who + "\",\"ts\":17000000" + n +
               ",\"event_type\":\"pay\",\"amount\":" + price + ",\"id\":\"i" + n +
               "\",\"type\":\"view\",\"metadata\":{\"price\":" + price + "}}\n";
      records +=
          "e" + n + ',' + who + ",17000000" + n + ",pay," + price + ",USD,i" + n + ",view,\n";
      if (i % 17 == 0) lines += "{\"event_id\":\n";
      if (i % 17 == 0) records += "a,\"b\"c\n";
    }
    for (const std::string& path : {put("two.ndjson", lines), put("two_of_one.csv", records)}) {
      AnalysisOptions options = options_for(ReportKind::customer_report);
      options.input.columns = {{"customer_id", "who"}, {"user_id", "who"}};
      options.report.kinds.insert(ReportKind::user_activity);
      options.report.now = 1'750'000'000;
      const Outcome both = Analysis({path}, options).run({});
      QCOMPARE(both.kind, Outcome::Kind::done);
      for (const ReportKind kind : {ReportKind::customer_report, ReportKind::user_activity}) {
        options.report.kinds = kind;
        const Outcome alone = Analysis({path}, options).run({});
        QCOMPARE(alone.kind, Outcome::Kind::done);
        QVERIFY(!alone.reports->load_of(kind).rejects.empty());
        QVERIFY(alone.reports->load_of(kind).rows.counted > 20);
        QCOMPARE(dump(*both.reports, kind), dump(*alone.reports, kind));
        QCOMPARE(dump_rejects(both.reports->load_of(kind)),
                 dump_rejects(alone.reports->load_of(kind)));
      }
    }
  }

  void the_nearest_report_is_told_what_it_lacks() {
    const auto lacks = [this](const char* name, const std::string& header) {
      std::string row = header;
      for (char& c : row) c = c == ',' || c == ';' ? c : 'x';
      const Result<Detection> found = detect_reports(put(name, header + '\n' + row + '\n'), {});
      return found ? std::string("none") : found.error().expected;
    };
    QCOMPARE(lacks("c.csv", "campaign_id,date,impressions,clicks,spend,price"),
             std::string("conversions"));
    QCOMPARE(lacks("s.csv", "campaign_id;date;impressions;clicks;conversions"),
             std::string("spend"));
    QCOMPARE(lacks("p.csv", "event_id,ts,amount,currency"), std::string("customer_id"));
    QCOMPARE(lacks("v.csv", "timestamp,page_url,who"), std::string("visitor_id"));
    QCOMPARE(lacks("d.csv", "event_id,event_id,customer_id,ts"), std::string("event_id"));
    QCOMPARE(lacks("n.csv", "a,b,c"), std::string("timestamp, page_url, visitor_id"));
    QCOMPARE(report_that_needs("conversions"), std::optional(ReportKind::campaign_ranking));
    QCOMPARE(report_that_needs("amount"), std::optional<ReportKind>());
  }

  void an_abandoned_run_gives_nothing() {
    const std::string path = put("abandoned.csv", visits(1, 3000));
    AnalysisOptions options = options_for(ReportKind::hourly_visitors);
    options.run.keep_slices = true;
    std::stop_source abandon;
    options.run.abandoned = abandon.get_token();
    Analysis analysis({path}, options);
    AnalysisEvents events;
    int chunks = 0;
    events.on_progress = [&](const Progress&) {
      if (++chunks == 40) abandon.request_stop();
    };
    for (int run = 0; run < 2; ++run) {
      const Outcome outcome = analysis.run({}, events);
      QCOMPARE(outcome.kind, Outcome::Kind::stopped);
      QVERIFY(!outcome.reports && !outcome.slices);
    }
    QVERIFY(chunks < 50);
  }

  void a_stopped_result_is_the_report_of_a_prefix() {
    const std::string text = visits(2, 2000);
    const std::string path = put("prefix.csv", text);
    AnalysisOptions options = options_for(ReportKind::hourly_visitors);
    options.run.keep_slices = true;
    Analysis analysis({path}, options);
    std::stop_source stop;
    AnalysisEvents events;
    int chunks = 0;
    events.on_progress = [&](const Progress&) {
      if (++chunks == 25) stop.request_stop();
    };
    const Outcome stopped = analysis.run(stop.get_token(), events);
    QCOMPARE(stopped.kind, Outcome::Kind::stopped);
    const std::uint64_t bytes = stopped.reports->load_of(ReportKind::hourly_visitors).bytes;
    QVERIFY(bytes > 1000 && bytes < text.size());
    Analysis prefix({put("front.csv", text.substr(0, bytes))}, options);
    QCOMPARE(dump(*stopped.reports, ReportKind::hourly_visitors),
             dump(*prefix.run({}).reports, ReportKind::hourly_visitors));
  }

  void partial_results_grow_and_change_nothing() {
    const std::string path = put("partial.csv", visits(3, 60000));
    AnalysisOptions options = options_for(ReportKind::hourly_visitors);
    options.run.keep_slices = true;
    Analysis straight({path}, options);
    const std::string expected = dump(*straight.run({}).reports, ReportKind::hourly_visitors);

    options.run.partial_results = true;
    Analysis analysis({path}, options);
    std::vector<std::uint64_t> pageviews;
    std::vector<SlicesPtr> held;  // as a window does
    AnalysisEvents events;
    int chunks = 0;
    events.on_progress = [&](const Progress&) {
      if (++chunks % 20 == 0) QTest::qSleep(1);  // slow enough for partial results to fall due
    };
    events.on_partial = [&](const ReportSetPtr& reports, const SlicesPtr& slices) {
      pageviews.push_back(reports->get<HourlyVisitorsReport>()->pageviews);
      if (!reports->partial || reports->load_of(ReportKind::hourly_visitors).rows.counted !=
                                   reports->get<HourlyVisitorsReport>()->pageviews)
        pageviews.clear();
      held.push_back(slices);
    };
    const Outcome outcome = analysis.run({}, events);
    QVERIFY(!pageviews.empty());
    QVERIFY(std::is_sorted(pageviews.begin(), pageviews.end()));
    QCOMPARE(dump(*outcome.reports, ReportKind::hourly_visitors), expected);
    for (std::size_t i = 0; i < held.size(); ++i)
      QCOMPARE(held[i]->report(options.report, {})->get<HourlyVisitorsReport>()->pageviews,
               pageviews[i]);
  }

  void rejects_come_in_order_with_lines_and_offsets() {
    const std::string one = put("one.csv",
                                "\xEF\xBB\xBF\n\ntimestamp,page_url,visitor_id\r\n2025-01-06T10:00:"
                                "00Z,/a,v1\r\n,/a,v\r\nx,/a,v\r\n");
    const std::string two =
        put("two.csv",
            "visitor_id;timestamp;page_url\nv;2025-01-06T10:00:00Z;\nv;2025-01-06 10:30;/a;more\n");
    AnalysisOptions options = options_for(ReportKind::hourly_visitors);
    options.run.chunk_bytes = 4;
    Analysis analysis({one, two}, options);
    std::string seen;
    AnalysisEvents events;
    events.on_rejects = [&](std::span<const Reject> rejects) {
      for (const Reject& reject : rejects)
        seen += std::to_string(reject.file) + ':' + std::to_string(reject.line) + ' ';
    };
    const Outcome outcome = analysis.run({}, events);
    QCOMPARE(outcome.kind, Outcome::Kind::done);
    const LoadReport& load = outcome.reports->load_of(ReportKind::hourly_visitors);
    QCOMPARE(dump_rejects(load),
             "0:5@64 missing value timestamp {,/a,v}\n0:6@71 bad timestamp timestamp {x,/a,v}\n"
             "1:2@30 missing value page_url {v;2025-01-06T10:00:00Z;}\n1:3@54 too many fields  "
             "{v;2025-01-06 10:30;/a;more}\n");
    QCOMPARE(seen, "0:5 0:6 1:2 1:3 ");
    QCOMPARE(load.rows.counted, 1U);
    QCOMPARE(load.rows.rejected(), 4U);
    QCOMPARE(load.rows.parse_errors(), 2U);
    QCOMPARE(load.sources[1].format, "CSV, semicolons");
  }

  void keeps_the_first_rejects_and_counts_all() {
    std::string text = "campaign_id,impressions,clicks,spend,conversions\n";
    for (int i = 0; i < 30000; ++i) text += "c,1,1,x,1\n";
    AnalysisOptions options = options_for(ReportKind::campaign_ranking);
    options.run.chunk_bytes = 5000;
    Analysis analysis({put("many.csv", text)}, options);
    const Outcome outcome = analysis.run({});
    const LoadReport& load = outcome.reports->load_of(ReportKind::campaign_ranking);
    QCOMPARE(load.rows.rejected(), 30000U);
    QCOMPARE(load.rejects.size(), kKeptRejects);
    for (std::size_t i = 0; i < kKeptRejects; ++i) QCOMPARE(load.rejects[i].line, i + 2);
  }

  // However many rejects of another reason come before them, and whichever thread meets them first.
  void the_first_reject_of_each_reason_is_known() {
    std::string text = "campaign_id,impressions,clicks,spend,conversions\n";
    for (int i = 0; i < 15000; ++i) text += "c,1,1,x,1\n";
    for (int i = 0; i < 5000; ++i) text += "c,1,-" + std::to_string(i + 1) + ",1,1\n";
    const std::string many = put("many.csv", text);
    const std::string few = put("few.csv", text.substr(0, text.find('\n') + 1) + "c,-2,1,1,1\n");
    for (const unsigned threads : {1U, 2U, 3U}) {
      AnalysisOptions options = options_for(ReportKind::campaign_ranking);
      options.run.threads = threads;
      options.run.chunk_bytes = 3000;
      const Outcome outcome = Analysis({many, few}, options).run({});
      const LoadReport& load = outcome.reports->load_of(ReportKind::campaign_ranking);
      QCOMPARE(load.first_rejects.size(), 3U);
      QCOMPARE(load.first_rejects[0].line, 2U);
      QCOMPARE(load.first_rejects[0].value, "x");
      QCOMPARE(load.first_rejects[1].line, 15002U);
      QCOMPARE(load.first_rejects[1].column, "clicks");
      QCOMPARE(load.first_rejects[1].value, "-1");
      QCOMPARE(load.first_rejects[2].file, 1U);
      const auto all = summarize_rejects(load);
      QVERIFY(all && rejects_all(load.rows));
      QCOMPARE(all->reason, RejectReason::bad_number);
      QCOMPARE(all->for_that, 15000U);
      const std::vector<RejectSummary> notable = notable_rejects(load);
      QCOMPARE(notable.size(), 2U);
      QCOMPARE(notable[1].first->value, "-2");
    }
  }

  void one_pass_feeds_every_report_that_fits() {
    AnalysisOptions options;
    options.run.threads = 2;
    Analysis analysis(
        {put("both.csv",
             "timestamp,page_url,visitor_id,campaign_id,impressions,clicks,spend,conversions\n"
             "2025-01-06T10:00:00Z,/a,v,c,10,1,2.50,1\nbad,/"
             "a,v,c,10,1,2.50,1\n2025-01-06T10:00:00Z,/a,w,c,-1,1,2.50,1\n")},
        options);
    const Outcome outcome = analysis.run({});
    QCOMPARE(outcome.kind, Outcome::Kind::done);
    QVERIFY(outcome.reports->get<HourlyVisitorsReport>() &&
            outcome.reports->get<CampaignRankingReport>());
    QVERIFY(!outcome.reports->get<UserActivityReport>());
    QCOMPARE(dump(*hourly_totals_table(outcome.reports->get<HourlyVisitorsReport>())),
             "2025-01-06 10:00,2,2\n");
    QCOMPARE(dump(*campaigns_table(outcome.reports->get<CampaignRankingReport>())),
             "c,20,2,5.00,2,0.1000,2.50\n");
    QCOMPARE(outcome.reports->load_of(ReportKind::campaign_ranking).rows.rejected(), 1U);
    QCOMPARE(outcome.reports->load_of(ReportKind::hourly_visitors).rows.rejected(), 1U);
  }

  void a_bad_second_input_fails_before_the_first_is_read() {
    const std::string good = put("good.csv", visits(5, 10));
    AnalysisOptions options = options_for(ReportKind::hourly_visitors);
    int chunks = 0;
    AnalysisEvents events;
    events.on_progress = [&](const Progress&) { ++chunks; };
    QVERIFY(QDir(folder_.path()).mkpath("empty"));
    for (const std::string& bad :
         {std::string("/nonexistent/file.csv"), folder_.filePath("empty").toStdString(),
          put("wrong.csv", "a,b,c\n1,2,3\n")}) {
      Analysis analysis({good, bad}, options);
      const Outcome outcome = analysis.run({}, events);
      QCOMPARE(outcome.kind, Outcome::Kind::failed);
      QCOMPARE(outcome.error->where, bad);
      QVERIFY(outcome.reports == nullptr);
    }
    QCOMPARE(chunks, 0);
  }

  void what_a_task_throws_comes_out_when_all_have_ended() {
    for (unsigned threads : {1U, 2U, 7U}) {
      const ParallelFor parallel = parallel_for(threads);
      std::atomic<int> begun = 0;
      std::atomic<int> ended = 0;
      bool caught = false;
      try {
        parallel(1000, [&](std::size_t i) {
          ++begun;
          if (i == 20) {
            ++ended;
            throw std::bad_alloc();
          }
          QTest::qSleep(1);
          ++ended;
        });
      } catch (const std::bad_alloc&) {
        caught = true;
      }
      QVERIFY(caught);
      QCOMPARE(begun.load(), ended.load());
      QVERIFY(begun < 1000);
      std::stop_source stop;
      stop.request_stop();
      QVERIFY_EXCEPTION_THROWN(stoppable(parallel, stop.get_token())(5, [](std::size_t) {}),
                               Stopped);
      QVERIFY_EXCEPTION_THROWN(parallel(5, [](std::size_t) { throw Stopped{}; }), Stopped);
    }
  }

  void an_exception_on_any_thread_is_an_error_of_the_file() {
    const std::string sound = put("sound.csv", "timestamp,page_url,visitor_id\n");
    const std::string path = put("fails.csv", visits(4, 3000));
    const auto kind_of = [&](auto thrown, unsigned threads, auto AnalysisEvents::*event) {
      AnalysisOptions options = options_for(ReportKind::hourly_visitors);
      options.run.threads = threads;
      options.run.keep_slices = options.run.partial_results = true;
      Analysis analysis({sound, path}, options);
      AnalysisEvents events;
      int chunks = 0;
      events.on_progress = [&](const Progress&) {
        ++chunks;
        QTest::qSleep(1);  // until a partial result is due
      };
      if constexpr (std::is_same_v<decltype(event), decltype(&AnalysisEvents::on_progress)>) {
        events.on_progress = [&](const Progress&) {
          if (++chunks == 100) throw thrown;
        };
      } else if constexpr (std::is_same_v<decltype(event), decltype(&AnalysisEvents::on_partial)>) {
        events.on_partial = [&](ReportSetPtr, SlicesPtr) { throw thrown; };
      } else {
        events.on_rejects = [&](std::span<const Reject>) { throw thrown; };
      }
      const Outcome outcome = analysis.run({}, events);
      return outcome.kind == Outcome::Kind::failed && !outcome.reports &&
                     outcome.error->where == path
                 ? outcome.error->kind
                 : ErrorKind::not_found;
    };
    for (const unsigned threads : {1U, 2U, 5U}) {
      QCOMPARE(kind_of(std::bad_alloc(), threads, &AnalysisEvents::on_progress),
               ErrorKind::out_of_memory);
      QCOMPARE(kind_of(std::length_error(""), threads, &AnalysisEvents::on_rejects),
               ErrorKind::out_of_memory);
      QCOMPARE(kind_of(std::bad_alloc(), threads, &AnalysisEvents::on_partial),
               ErrorKind::out_of_memory);
      QCOMPARE(kind_of(std::runtime_error("x"), threads, &AnalysisEvents::on_progress),
               ErrorKind::system_failure);
    }
  }

  void a_file_that_changes_while_it_is_read_fails() {
    const std::string plain = visits(7, 90000);
    const std::string packed = testing::zstd(plain, 1);
    QVERIFY(packed.size() > 256 * 1024);
    const std::string other = put("other.csv", visits(8, 10));
    const std::string empty_row = ",,\n";
    for (const bool zipped : {false, true}) {
      const std::string text = zipped ? packed : plain;
      const std::string path = put("changes.csv", text);
      const QString name = QString::fromStdString(path);
      const auto fails = [&](const std::vector<std::string>& inputs, auto change) {
        put("changes.csv", text);
        // Older than any change, however coarse the clock of the file system is.
        QFile file(name);
        if (!file.open(QIODevice::ReadWrite) ||
            !file.setFileTime(QDateTime::fromSecsSinceEpoch(1'600'000'000),
                              QFileDevice::FileModificationTime))
          return std::string("no file");
        file.close();
        const Outcome outcome = outcome_of_change(inputs, change);
        if (outcome.kind == Outcome::Kind::done) return std::string("done");
        return outcome.error->kind == ErrorKind::input_changed
                   ? outcome.error->where +
                         (outcome.error->found == outcome.error->expected ? " written" : " shorter")
                   : "another error: " + outcome.error->found;
      };
      // In place: who unpacks ahead must not meet a file that is empty for a moment.
      const auto overwrite_with = [&](const std::string& bytes) {
        QFile file(name);
        if (file.open(QIODevice::ReadWrite))
          file.write(bytes.data(), static_cast<qint64>(bytes.size()));
      };
      const auto overwrite = [&] { overwrite_with(text.substr(0, 10)); };
      const auto overwrite_with_other = [&] { overwrite_with(std::string(text.size(), 'x')); };
      const auto cut = [&] { QFile::resize(name, 1000); };
      const auto cut_end = [&] { QFile::resize(name, static_cast<qint64>(text.size()) - 1); };
      const auto grow = [&] {
        QFile file(name);
        if (file.open(QIODevice::Append) && !zipped) file.write(empty_row.data());
      };
      for (const std::vector<std::string>& inputs :
           {std::vector{path}, std::vector{other, path}, std::vector{path, other}}) {
        QCOMPARE(fails(inputs, [] {}), "done");
        QCOMPARE(fails(inputs, grow), "done");
        QCOMPARE(fails(inputs, overwrite), path + " written");
        QCOMPARE(fails(inputs, overwrite_with_other), path + " written");
        QCOMPARE(fails(inputs, cut), path + " shorter");
        QCOMPARE(fails(inputs, cut_end), path + " shorter");
      }
    }
  }

  // At any moment of opening and reading: it is as it was, or has changed, and is nothing else.
  void a_file_that_changes_at_any_moment_is_not_misread() {
    const std::string plain = visits(7, 20000);
    const std::string other = put("first.csv", visits(8, 300));
    std::mt19937 random(11);
    int changes_seen = 0;
    for (int round = 0; round < 120; ++round) {
      const std::string text = round % 2 == 0 ? plain : testing::zstd(plain, 1);
      const std::string path = put("any.csv", text);
      QFile file(QString::fromStdString(path));
      QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
      QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1'600'000'000),
                               QFileDevice::FileModificationTime));
      const auto wait = std::chrono::microseconds(random() % 1500);
      const bool shorter = round % 3 == 0;
      std::jthread changer;
      const Outcome outcome = outcome_of_change({other, path}, [&] {
        changer = std::jthread([&, wait] {
          std::this_thread::sleep_for(wait);
          if (shorter)
            file.resize(static_cast<qint64>(text.size()) - 1);
          else
            file.write(std::string(text.size(), 'x').data(), static_cast<qint64>(text.size()));
        });
      });
      if (outcome.kind == Outcome::Kind::done) continue;
      QCOMPARE(outcome.error->kind, ErrorKind::input_changed);
      QCOMPARE(outcome.error->where, path);
      ++changes_seen;
    }
    QVERIFY(changes_seen > 0);
  }

  void a_file_that_changes_while_a_load_is_stopped_fails() {
    const std::string text = visits(9, 3000);
    const std::string path = put("paused.csv", text);
    AnalysisOptions options = options_for(ReportKind::hourly_visitors);
    options.run.keep_slices = true;
    for (const bool change : {false, true}) {
      put("paused.csv", text);
      Analysis analysis({path}, options);
      std::stop_source stop;
      AnalysisEvents events;
      events.on_progress = [&](const Progress&) { stop.request_stop(); };
      QCOMPARE(analysis.run(stop.get_token(), events).kind, Outcome::Kind::stopped);
      if (change) QVERIFY(QFile::resize(QString::fromStdString(path), 40'000));
      const Outcome outcome = analysis.run({});
      QCOMPARE(outcome.kind, change ? Outcome::Kind::failed : Outcome::Kind::done);
      if (change) QCOMPARE(outcome.error->kind, ErrorKind::input_changed);
    }
  }

  void every_path_gives_the_same_bytes() {
    const std::string path = put("same.csv", visits(6, 4000));
    std::string expected;
    for (unsigned threads : {1U, 2U, 5U, 16U}) {
      for (std::size_t chunk :
           {std::size_t{1}, std::size_t{37}, std::size_t{4096}, std::size_t{0}}) {
        AnalysisOptions options = options_for(ReportKind::hourly_visitors);
        options.run.threads = threads;
        options.run.chunk_bytes = chunk;
        Analysis analysis({path}, options);
        const Outcome outcome = analysis.run({});
        const std::string got = dump(*outcome.reports, ReportKind::hourly_visitors) +
                                dump_rejects(outcome.reports->load_of(ReportKind::hourly_visitors));
        if (expected.empty()) expected = got;
        QCOMPARE(got, expected);
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestAnalysis)
#include "test_analysis.moc"
