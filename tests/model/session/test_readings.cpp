// How files are read that a person was asked about: previews, choices, and what is remembered of
// them.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "model/parse/saved_plan.h"
#include "model/pipeline/reading_preview.h"
#include "model/report/campaign_ranking_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/session/analysis_session.h"
#include "model/session/reading_previewer.h"

namespace footfall {
namespace {

using Kind = ReadingAnswer::Kind;

class ReadingsTest : public QObject {
  Q_OBJECT
  QTemporaryDir folder_;

  std::string put(const QString& name, const QByteArray& text) {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("cannot write %s", qPrintable(name));
    return file.fileName().toStdString();
  }
  static ReadingPreview preview(const std::string& path, const InputOptions& options = {}) {
    return preview_reading(path, options, {}, {});
  }
  static QByteArray many(const QByteArray& header, const QByteArray& row, int rows) {
    QByteArray text = header;
    for (int i = 0; i < rows; ++i) text += row;
    return text;
  }
  static std::uint64_t pageviews(const AnalysisSession& session) {
    const ReportSetPtr reports = session.reports(ReportKind::hourly_visitors);
    return reports && reports->has(ReportKind::hourly_visitors)
               ? reports->get<HourlyVisitorsReport>()->pageviews
               : 0;
  }

 private slots:
  void shows_the_records_of_a_table_as_they_are_read() {
    const ReadingPreview seen =
        preview(put("ads.csv",
                    "sep=;\nCampaign report\n\nCampaign ID;Impr.;Clicks;Cost;Conversions\n"
                    "\"a;1\";1.000;12;\"3,5\";1\n\nb;2;1;0,5;0;more\n"));
    QVERIFY(seen.layout && !seen.error);
    QCOMPARE(seen.columns, (std::vector<std::string>{"Campaign ID", "Impr.", "Clicks", "Cost",
                                                     "Conversions", ""}));
    QCOMPARE(seen.records.size(), std::size_t{2});
    QCOMPARE(seen.records[0].fields, (std::vector<std::string>{"a;1", "1.000", "12", "3,5", "1"}));
    QCOMPARE(seen.records[0].line, std::uint64_t{5});
    QCOMPARE(seen.records[1].line, std::uint64_t{7});
    const ReportTrial& trial = seen.trials[ReportKind::campaign_ranking];
    QCOMPARE(trial.rows.counted, std::uint64_t{1});
    QCOMPARE(trial.rejected.front().reason, RejectReason::too_many_fields);
  }

  void shows_the_paths_of_json_and_what_is_mapped_into_arrays() {
    InputOptions options;
    options.columns["page_url"] = "params[key=page_location].value";
    const ReadingPreview seen =
        preview(put("ga4.json", R"([{"event_timestamp":1736161138000000,"user":{"id":"u1"},
          "params":[{"key":"page_location","value":"/a"}]}])"),
                options);
    QVERIFY(seen.layout);
    QCOMPARE(seen.columns, (std::vector<std::string>{"event_timestamp", "user.id",
                                                     "params[key=page_location].value"}));
    QCOMPARE(seen.records.front().fields,
             (std::vector<std::string>{"1736161138000000", "u1", "/a"}));
    const RoleFound& page = seen.layout->matches[EventType::visit].roles[1];
    QCOMPARE(column_of_role(seen, page), std::optional<std::size_t>(2));
  }

  void shows_what_cannot_be_read_and_why() {
    const ReadingPreview nothing = preview(put("notes.csv", "name,colour\nx,red\ny,blue\n"));
    QVERIFY(nothing.layout && nothing.layout->feeds.empty());
    QCOMPARE(nothing.records.size(), std::size_t{2});
    QCOMPARE(nothing.layout->matches[EventType::visit].absent.size(), std::size_t{3});
    InputOptions wrong;
    wrong.columns["timestamp"] = "nowhere";
    const ReadingPreview missing = preview(put("notes.csv", "name,colour\nx,red\n"), wrong);
    QVERIFY(missing.error && missing.error->kind == ErrorKind::missing_column);
    QCOMPARE(missing.columns, (std::vector<std::string>{"name", "colour"}));
    QVERIFY(!preview(folder_.filePath("absent").toStdString()).layout);
  }

  // "308 of 308": counted by the engine itself, with the answer that helps.
  void counts_what_would_be_rejected_and_what_helps() {
    const std::string path =
        put("campaigns.csv", many("campaign_id;date;impressions;clicks;spend;conversions\n",
                                  "c;2025-01-06;10;2;12,50;1\n", 308));
    InputOptions point;
    point.decimal = DecimalMark::point;
    const ReadingPreview seen = preview(path, point);
    const ReportTrial& trial = seen.trials[ReportKind::campaign_ranking];
    QCOMPARE(trial.rows.rejected(), std::uint64_t{308});
    QCOMPARE(trial.rejected.size(), std::size_t{1});
    QCOMPARE(trial.rejected[0].rows, std::uint64_t{308});
    QCOMPARE(trial.rejected[0].role, "spend");
    QCOMPARE(trial.rejected[0].first.value, "12,50");
    QCOMPARE(trial.rejected[0].answers.size(), std::size_t{1});
    QVERIFY(trial.rejected[0].answers[0].kind == Kind::decimal_comma);
    QCOMPARE(trial.rejected[0].answers[0].rejected, std::uint64_t{0});
    trial.rejected[0].answers[0].apply_to(point);
    QCOMPARE(preview(path, point).trials[ReportKind::campaign_ranking].rows.counted,
             std::uint64_t{308});
  }

  void answers_open_questions() {
    const std::string path = put("visits.csv",
                                 "timestamp,page_url,visitor_id\n"
                                 "03/04/2025 10:00:00,/,a\n");
    const ReadingPreview seen = preview(path);
    QVERIFY(seen.error && seen.error->kind == ErrorKind::open_date_order);
    QCOMPARE(seen.answers.size(), std::size_t{2});
    QCOMPARE(seen.records.size(), std::size_t{1});
    InputOptions options;
    seen.answers[1].apply_to(options);
    QVERIFY(options.date_order == DateOrder::month_first);
    QVERIFY(!preview(path, options).error);
    const ReadingPreview open =
        preview(put("open.csv",
                    "campaign_id,date,impressions,clicks,spend,conversions\n"
                    "c,2025-01-06,10,2,\"1,234\",1\n"));
    QVERIFY(is_unsure(*open.layout));
    QCOMPARE(open.answers.size(), std::size_t{2});
  }

  void takes_no_role_for_an_answer() {
    InputOptions options;
    options.columns["event_type"] = "@none";
    const std::string path = put("payments.csv",
                                 "event_id,customer_id,ts,event_type,amount,currency\n"
                                 "1,a,2025-01-06T10:00:00Z,purchase,5,USD\n");
    const ReadingPreview seen = preview(path, options);
    QVERIFY(seen.layout->feeds.contains(EventType::payment));
    QVERIFY(!column_of_role(seen, seen.layout->matches[EventType::payment].roles[3]));
    QVERIFY(seen.plan.find("\"event_type\":\"@none\"") != std::string::npos);
    const Result<SavedPlan> plan = read_plan(seen.plan, "plan");
    QVERIFY(plan && plan->options.columns.at("event_type") == "@none");
    options.columns = {{"customer_id", "@none"}};
    QVERIFY(!preview(path, options).layout->feeds.contains(EventType::payment));
  }

  void the_latest_question_wins() {
    const std::string path =
        put("v.csv", many("timestamp,page_url,visitor_id\n", "2025-01-06T10:00:00Z,/,a\n", 3));
    ReadingPreviewer previewer;
    QSignalSpy found(&previewer, &ReadingPreviewer::found);
    InputOptions options;
    for (int i = 0; i < 20; ++i) previewer.ask(path, options, {});
    options.columns["visitor_id"] = "page_url";
    previewer.ask(path, options, {});
    QVERIFY(previewer.busy());
    QTRY_COMPARE(found.size(), 1);
    QVERIFY(!previewer.busy());
    const auto seen = found.front().front().value<std::shared_ptr<const ReadingPreview>>();
    QCOMPARE(column_of_role(*seen, seen->layout->matches[EventType::visit].roles[2]),
             std::optional<std::size_t>(1));
    previewer.ask(path, options, {});
    previewer.stop();
    QTest::qWait(50);
    QCOMPARE(found.size(), 1);
  }

  void tells_shapes_apart_by_names_and_form() {
    const auto shapes = [&](const QByteArray& text) {
      const auto layout = look_at_input(put("shape.csv", text));
      return layout ? shapes_of(*layout) : std::vector<std::string>();
    };
    QCOMPARE(shapes("a,b\n1,2\n").front(), shapes("b,a\nx,y\nz,z\n").front());
    QVERIFY(shapes("a,b\n1,2\n").front() != shapes("a;b\n1;2\n").front());
    QVERIFY(shapes("a,b\n1,2\n").front() != shapes("a,c\n1,2\n").front());
    QVERIFY(shapes("a|b,c\n1,2\n").front() != shapes("a,b|c\n1,2\n").front());
    // Without a header: by what the values are.
    const auto values = [&](const QByteArray& text) { return shapes(text).at(1); };
    QCOMPARE(values("2025-01-06T10:00:00Z,/a,u1\n2025-01-06T10:00:00Z,/b,u2\n"),
             values("2024-02-01T11:00:00Z,/c,u9\n2025-01-06T10:00:00Z,/b,u2\n"));
    QVERIFY(values("2025-01-06T10:00:00Z,/a,u1\n") != values("u1,/a,5\n"));
    // Nothing of it may be a table: by the parts of a log's line.
    const auto line = [&](const QByteArray& text) { return shapes(text).back(); };
    QCOMPARE(line("h [t 1] \"GET /\" 5\n"), line("i [u 22] \"GET /b c\" 66\n"));
    QVERIFY(line("h [t 1] \"GET /\" 5\n") != line("h \"GET /\" [t 1] 5\n"));
  }

  void reads_a_file_as_it_was_chosen_and_remembers() {
    const QString kept = folder_.filePath("config/readings.json");
    const std::string first = put("one.csv", "when,what,who\n2025-01-06T10:00:00Z,home,a\n");
    const std::string second =
        put("two.csv", "what,when,who\nhome,2025-01-06T10:00:00Z,b\nhome,2025-01-06T11:00:00Z,c\n");
    InputOptions reading;
    reading.columns = {{"timestamp", "when"}, {"page_url", "what"}, {"visitor_id", "who"}};
    const ReadingPreview chosen = preview(first, reading);
    QVERIFY(!chosen.plan.empty());
    {
      AnalysisSession session(file_engine());
      session.remember_readings_in(kept.toStdString());
      session.add_sources({first, second});
      QTRY_COMPARE(session.state(), AnalysisSession::State::idle);
      for (const Source& source : session.sources())
        QVERIFY(source.error && is_answerable(*source.error) && !source.shapes.empty());
      QVERIFY(session.read_with(first, reading, chosen.plan));
      // The other one has its columns in another order.
      QTRY_COMPARE(pageviews(session), std::uint64_t{3});
      QVERIFY(session.sources()[0].read_by == Source::ReadBy::person);
      QVERIFY(session.sources()[1].read_by == Source::ReadBy::memory);
    }
    AnalysisSession session(file_engine());
    session.remember_readings_in(kept.toStdString());
    session.add_sources({second});
    QTRY_COMPARE(pageviews(session), std::uint64_t{2});
    QVERIFY(session.sources()[0].read_by == Source::ReadBy::memory);
    session.add_sources({first});
    QTRY_COMPARE(pageviews(session), std::uint64_t{3});
    QVERIFY(session.forget_reading(second));
    QTRY_COMPARE(session.state(), AnalysisSession::State::idle);
    QTRY_VERIFY(session.sources()[0].error && session.sources()[1].error);
    QVERIFY(RememberedReadings(kept.toStdString()).plans()->empty());
    // Who is told to read nothing from memory does not.
    AnalysisSession forgetful(file_engine());
    forgetful.add_sources({second});
    QTRY_VERIFY(forgetful.sources()[0].error);
  }

  void what_a_file_says_itself_is_not_remembered() {
    InputOptions reading;
    reading.columns = {
        {"timestamp", "when"}, {"page_url", "gr\u00f6\u00dfe"}, {"visitor_id", "who"}};
    const std::string utf8 =
        put("utf8.csv", "when,gr\u00f6\u00dfe,who\n2025-01-06T10:00:00Z,\u00e4,a\n");
    const std::string other = put("latin.csv",
                                  "when,gr\xf6\xdf"
                                  "e,who\n2025-01-06T10:00:00Z,\xe4,a\n");
    AnalysisSession session(file_engine());
    session.remember_readings_in(folder_.filePath("encodings.json").toStdString());
    session.add_sources({utf8, other});
    QTRY_COMPARE(session.state(), AnalysisSession::State::idle);
    QVERIFY(session.read_with(utf8, reading, preview(utf8, reading).plan));
    QTRY_COMPARE(pageviews(session), std::uint64_t{2});
    QCOMPARE(session.sources()[1].layout->encoding, "WINDOWS-1252");
  }

  void a_broken_memory_holds_nothing() {
    for (const QByteArray& text :
         {QByteArray("{"), QByteArray("[]"), QByteArray(R"({"footfall_readings":2})"),
          QByteArray(R"({"footfall_readings":1,"readings":[7,{"shape":"a"},{"plan":"b"}]})")})
      QVERIFY(RememberedReadings(put("broken.json", text)).plans()->empty());
    const RememberedReadings odd(
        put("odd.json", R"({"footfall_readings":1,"readings":[{"shape":"a","plan":"{"}]})"));
    QVERIFY(!RememberedReadings::find(*odd.plans(), "a"));
    RememberedReadings unwritable("/proc/none/readings.json");
    QVERIFY(!unwritable.remember("a", "b"));
    QVERIFY(unwritable.plans()->contains("a"));
  }
};

}  // namespace
}  // namespace footfall

QTEST_GUILESS_MAIN(footfall::ReadingsTest)
#include "test_readings.moc"
