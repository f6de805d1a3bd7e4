// A session's comparisons: the same as of two separate readings, and why there is none.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <random>

#include "model/export/csv.h"
#include "model/report/compared_tables.h"
#include "model/session/analysis_session.h"
#include "tests/support/fake_engine.h"
#include "tests/support/shown_report.h"

namespace footfall {
namespace {

using footfall_test::reports_of_file;
using State = AnalysisSession::State;

constexpr std::int64_t kBegin = 1742774400;  // 2025-03-24, six days before clocks change
constexpr ReportKinds kCompared = {ReportKind::hourly_visitors, ReportKind::requests,
                                   ReportKind::customer_report, ReportKind::campaign_ranking};

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::int64_t below(std::int64_t limit) {
    return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(limit));
  }
  bool chance(int percent) { return below(100) < percent; }
  std::string one_of(const std::vector<std::string>& all) {
    return all[static_cast<std::size_t>(below(static_cast<std::int64_t>(all.size())))];
  }

 private:
  std::mt19937_64 engine_;
};

std::string date(std::int64_t days) {
  std::string text;
  append_date(text, static_cast<Day>(kBegin / kSecondsPerDay + days));
  return text;
}

struct Files {
  QTemporaryDir folder;
  std::string events, payments, campaigns;

  explicit Files(Dice& dice) {
    std::string rows = "timestamp,page_url,visitor_id,status,bytes\n";
    std::string money = "event_id,customer_id,ts,event_type,amount,currency\n";
    std::string figures = "campaign_id,date,impressions,clicks,spend,conversions\n";
    const auto number = [&](std::int64_t limit) { return std::to_string(dice.below(limit)); };
    const auto instant = [&] { return std::to_string(kBegin + dice.below(21 * kSecondsPerDay)); };
    for (int i = 0; i < 300; ++i) {
      rows += instant() + "," + dice.one_of({"/", "/a", "/b"}) + ",v" + number(9) + "," +
              dice.one_of({"200", "404", "500"}) + "," + number(900) + "\n";
      money += "e" + std::to_string(i) + ",c" + number(6) + "," + instant() + "," +
               dice.one_of({"checkout", "view"}) + "," + number(90) + ".25,USD\n";
      figures += "k" + number(5) + "," + (dice.chance(5) ? "" : date(dice.below(21))) + "," +
                 number(90) + "," + number(20) + "," + number(50) + ".5,1\n";
    }
    events = write("events.csv", rows);
    payments = write("payments.csv", money);
    campaigns = write("campaigns.csv", figures);
  }
  std::string write(const char* name, const std::string& text) const {
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::WriteOnly)) file.write(QByteArray::fromStdString(text));
    return file.fileName().toStdString();
  }
  [[nodiscard]] const std::string& of(ReportKind kind) const {
    return kind == ReportKind::customer_report    ? payments
           : kind == ReportKind::campaign_ranking ? campaigns
                                                  : events;
  }
};

std::string csv_of(const std::vector<TablePtr>& tables) {
  std::string text;
  for (const TablePtr& table : tables) {
    const Document document = csv_document(table);
    text += table->name() + "\n" + document.head;
    document.append(text, 0, document.items);
    text += document.tail;
  }
  return text;
}

// The tables whose rows one column names.
std::vector<TablePtr> plain_tables(const ReportSet& reports, ReportKind kind) {
  std::vector<TablePtr> tables = reports.tables(kind);
  if (kind == ReportKind::hourly_visitors) return {tables[1]};
  if (kind == ReportKind::customer_report) return {tables[0]};
  return tables;
}

class ComparisonsTest : public QObject {
  Q_OBJECT
 private slots:
  void are_those_of_separate_readings() {
    for (unsigned seed = 1; seed <= 12; ++seed) {
      Dice dice(seed);
      const Files files(dice);
      AnalysisSession session(file_engine());
      session.add_sources({files.events, files.payments, files.campaigns});
      QTRY_COMPARE(session.state(), State::idle);
      for (int round = 0; round < 6; ++round) {
        ReportOptions options = session.options();
        options.zone =
            *TimeZone::load(dice.one_of({"UTC", "Europe/Berlin", "Asia/Kolkata"}), "zone");
        options.step = static_cast<Step>(dice.below(static_cast<std::int64_t>(Step::end)));
        const auto bound = [&] {
          return TimeBound{kBegin + dice.below(21) * kSecondsPerDay + dice.below(24) * 3600, {}};
        };
        Filter filter;
        if (dice.chance(70)) filter.from = bound();
        if (dice.chance(60)) filter.to = bound();
        if (dice.chance(30)) filter[FilterField::page] = {"/a", "/b"};
        if (dice.chance(30)) filter[FilterField::customer] = {"c1", "c3"};
        if (dice.chance(30)) filter[FilterField::campaign] = {"k0"};
        if (dice.chance(30))
          filter.conditions.push_back({ConditionField::hour_of_day, Match::is_not, "07"});
        ComparedWith with{ComparedWith::Kind::week_before, {}, {}};
        if (dice.chance(40)) with.kind = ComparedWith::Kind::previous;
        if (dice.chance(40)) {
          with = {ComparedWith::Kind::range, bound(), bound()};
          if (with.to.civil <= with.from.civil) with.to.civil = with.from.civil + kSecondsPerDay;
        }
        session.set_options(options);
        session.set_filter(filter);
        session.set_compared_with(with);
        QTRY_COMPARE(session.state(), State::idle);
        QTRY_VERIFY(!session.slicing());
        for (const ReportKind kind : kAllReports) {
          if (!kCompared.contains(kind)) continue;
          const ReportComparisonPtr compared = session.comparison(kind);
          const std::string place =
              "seed " + std::to_string(seed) + ", round " + std::to_string(round) + ", report " +
              std::to_string(static_cast<int>(kind)) + " in " + options.zone.name();
          QVERIFY2(compared, place.c_str());
          if (with.kind == ComparedWith::Kind::previous && !filter.from) {
            QVERIFY2(compared->fault == NotCompared::no_beginning, place.c_str());
            continue;
          }
          QVERIFY2(!compared->fault, place.c_str());
          QVERIFY2(compared->periods.now == session.reports(kind), place.c_str());
          ReportOptions alone = session.options();
          alone.kinds = kind;
          alone.now = 1800000000;
          // Only what keeps days knows the dates of campaigns.
          const ReportSetPtr unfiltered = kind == ReportKind::campaign_ranking
                                              ? session.whole(kind)
                                              : reports_of_file(files.of(kind), alone);
          const auto extent = unfiltered->reports[kind]->time_extent();
          const auto of = Comparison::of(events_of(kind), alone, filter, with, extent);
          const auto now = reports_of_file(files.of(kind), alone, filter);
          const auto before = reports_of_file(files.of(kind), alone, of->filter_before(filter));
          const std::string wanted =
              csv_of(compared_tables(plain_tables(*now, kind), plain_tables(*before, kind), *of));
          const std::string got = csv_of(compared->tables);
          QVERIFY2(got == wanted,
                   (place + "\n" + footfall_test::difference(wanted, got).toStdString()).c_str());
          const std::uint64_t rows_before = before->load_of(kind).rows.counted;
          QCOMPARE(compared->periods.rows_before, rows_before);
          auto notes = notes_of(*of, rows_before);
          std::uint64_t undated = 0;
          if (kind == ReportKind::campaign_ranking && !filter.from && !filter.to) {
            Filter dated = filter;
            dated.from = TimeBound{kBegin, {}};
            undated = now->load_of(kind).rows.counted -
                      reports_of_file(files.of(kind), alone, dated)->load_of(kind).rows.counted;
          }
          if (undated > 0) notes.push_back({ComparisonNoteKind::undated_rows, undated});
          const auto names = [](const std::vector<ComparisonNote>& all) {
            std::string text;
            for (const ComparisonNote& note : all)
              text += std::string(kComparisonNoteTable[note.kind].name) + " " +
                      std::to_string(note.rows) + "\n";
            return text;
          };
          QVERIFY2(
              compared->periods.notes == notes,
              (place + "\n" + names(compared->periods.notes) + "and\n" + names(notes)).c_str());
        }
        session.set_compared_with(std::nullopt);
        for (const ReportKind kind : kAllReports) QVERIFY(!session.comparison(kind));
      }
    }
  }

  void say_why_there_is_none() {
    Dice dice(1);
    const Files files(dice);
    const std::string users =
        files.write("users.csv", "id,user_id,type,price\n1,u,view,\n2,u,purchase,3\n");
    AnalysisSession session(file_engine());
    session.add_sources({files.events, files.payments, users});
    QTRY_COMPARE(session.state(), State::idle);
    const auto why = [&](ReportKind kind) {
      const bool done =
          QTest::qWaitFor([&] { return session.state() == State::idle && !session.slicing(); });
      const ReportComparisonPtr compared = done ? session.comparison(kind) : nullptr;
      return compared ? compared->fault : std::nullopt;
    };
    session.set_compared_with(ComparedWith{ComparedWith::Kind::previous, {}, {}});
    QVERIFY(why(ReportKind::hourly_visitors) == NotCompared::no_beginning);
    QVERIFY(why(ReportKind::user_activity) == NotCompared::no_time);
    session.set_compared_with(ComparedWith{ComparedWith::Kind::week_before, {}, {}});
    QVERIFY(!why(ReportKind::customer_report));
    QVERIFY(session.comparison(ReportKind::customer_report)->periods.known);
    // Rows that are left out while they are read tell nothing of the other period.
    Filter filter;
    filter.conditions.push_back({ConditionField::event_type, Match::is, "view"});
    session.set_filter(filter);
    QVERIFY(why(ReportKind::customer_report) == NotCompared::read_through);
    QVERIFY(!why(ReportKind::hourly_visitors));
    session.set_filter({});
    ReportOptions options = session.options();
    options.event_types = {"view"};
    session.set_options(options);
    QVERIFY(why(ReportKind::customer_report) == NotCompared::open_ended);
    filter = {};
    filter.from = TimeBound{kBegin + 7 * kSecondsPerDay, {}};
    filter.to = TimeBound{kBegin + 8 * kSecondsPerDay, {}};
    session.set_filter(filter);
    QVERIFY(!why(ReportKind::customer_report));
    QVERIFY(session.comparison(ReportKind::customer_report)->periods.known);
  }

  void what_is_shown_while_it_loads_is_compared_too() {
    test::FakeEngine fake;
    fake.put("a", {ReportKind::hourly_visitors, 100});
    fake.allow_rows(50);
    AnalysisSession session(fake.engine());
    session.set_compared_with(ComparedWith{ComparedWith::Kind::week_before, {}, {}});
    session.add_sources({"a"});
    const auto fits = [&] {
      const ReportComparisonPtr compared = session.comparison(ReportKind::hourly_visitors);
      return compared && compared->periods.now == session.reports(ReportKind::hourly_visitors);
    };
    QTRY_VERIFY(fits());
    QVERIFY(session.reports(ReportKind::hourly_visitors)->partial);
    fake.allow_rows(UINT64_MAX);
    QTRY_COMPARE(session.state(), State::idle);
    QTRY_VERIFY(!session.slicing());
    QVERIFY(fits());
    QVERIFY(!session.reports(ReportKind::hourly_visitors)->partial);
  }

  void of_many_questions_the_latest_wins() {
    test::FakeEngine fake;
    fake.put("a", {ReportKind::hourly_visitors, 100});
    AnalysisSession session(fake.engine());
    session.add_sources({"a"});
    QTRY_COMPARE(session.state(), State::idle);
    const QSignalSpy changed(&session, &AnalysisSession::compared_with_changed);
    const ReportSetPtr whole = session.reports(ReportKind::hourly_visitors);
    fake.hold_slices(true);
    for (int i = 0; i < 20; ++i)
      session.set_compared_with(
          ComparedWith{i % 2 == 0 ? ComparedWith::Kind::week_before : ComparedWith::Kind::range,
                       TimeBound{0, {}}, TimeBound{3600, {}}});
    QCOMPARE(changed.count(), 20);
    QVERIFY(session.slicing());
    // What was shown stays until both are there.
    QVERIFY(session.reports(ReportKind::hourly_visitors) == whole);
    QVERIFY(!session.comparison(ReportKind::hourly_visitors));
    fake.hold_slices(false);
    QTRY_VERIFY(!session.slicing());
    QVERIFY(session.comparison(ReportKind::hourly_visitors));
    QVERIFY(fake.slices_made() <= 4);
    fake.hold_slices(true);
    session.set_compared_with(ComparedWith{ComparedWith::Kind::week_before, {}, {}});
    session.set_compared_with(std::nullopt);
    QVERIFY(!session.comparison(ReportKind::hourly_visitors));
    QVERIFY(!session.slicing());
    fake.hold_slices(false);
    QTest::qWait(50);
    QVERIFY(!session.comparison(ReportKind::hourly_visitors));
  }
};

}  // namespace
}  // namespace footfall

QTEST_GUILESS_MAIN(footfall::ComparisonsTest)
#include "test_comparisons.moc"
