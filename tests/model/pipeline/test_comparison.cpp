// Two periods side by side, compared with the plain twin byte for byte.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

#include "model/export/csv.h"
#include "model/export/json.h"
#include "model/report/compared_tables.h"
#include "tests/support/random_values.h"
#include "tests/support/twin_compare.h"
#include "tests/support/twin_periods.h"
#include "tests/support/twin_time.h"

using namespace footfall;
using footfall::testing::Random;
using footfall::testing::random_choice;

namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;
// 2025-10-20 and 2025-03-24, and what clocks do after them: in Europe six days later at 01:00 UTC,
// on Lord Howe, by half an hour, 12 days and 15 hours after the second.
constexpr std::int64_t kAutumn = 1760918400;
constexpr std::int64_t kSpring = 1742774400;

std::string reading_text(std::int64_t seconds) {
  std::string text = twin::day_text(twin::day_of(1970, 1, 1).value() + seconds / kDay) + "T";
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return text + two(seconds % kDay / kHour) + ":" + two(seconds % kHour / 60);
}

// Rows of some weeks; money is whole hundredths.
std::string random_rows(Random& random, twin::Report report, std::int64_t season) {
  const auto instant = [&] { return season + static_cast<std::int64_t>(random.below(21 * kDay)); };
  const auto near = [&] {  // of the change of clocks
    if (!random.chance(0.4)) return instant();
    return season + (random.chance(0.7) ? 6 * kDay : 12 * kDay + 13 * kHour) +
           static_cast<std::int64_t>(random.below(6 * kHour));
  };
  const auto cents = [&] {
    return std::to_string(random.below(50)) + "." + std::to_string(10 + random.below(90));
  };
  std::string rows;
  const std::size_t count = random.below(random.chance(0.2) ? 3 : 120);
  for (std::size_t i = 0; i < count; ++i) {
    switch (report) {
      case twin::Report::hourly_visitors:
        rows += std::to_string(near()) + "," + random_choice(random, {"/", "/a", "/b", "/A"}) +
                ",v" + std::to_string(random.below(9)) + "\n";
        break;
      case twin::Report::requests:
        rows += std::to_string(near()) + "," + random_choice(random, {"/", "/a", "/b", ""}) + "," +
                random_choice(random, {"200", "301", "404", "500", "-"}) + "," +
                std::to_string(random.below(3000)) + "\n";
        break;
      case twin::Report::customer_report:
        rows += "e" + std::to_string(i) + ",c" + std::to_string(random.below(6)) + "," +
                std::to_string(instant()) + "," +
                random_choice(random, {"checkout", "refund", "view"}) + "," +
                (random.chance(0.2) ? "-" : "") + cents() + ",USD\n";
        break;
      default:
        rows += "k" + std::to_string(random.below(5)) + "," + twin::day_text(instant() / kDay) +
                "," + std::to_string(random.below(90)) + "," + std::to_string(random.below(20)) +
                "," + cents() + "," + random_choice(random, {"0", "1", "2.5", "0.125"}) + "\n";
    }
  }
  return rows;
}

std::string header_of(twin::Report report) {
  switch (report) {
    case twin::Report::hourly_visitors:
      return "timestamp,page_url,visitor_id\n";
    case twin::Report::requests:
      return "timestamp,page_url,status,bytes\n";
    case twin::Report::customer_report:
      return "event_id,customer_id,ts,event_type,amount,currency\n";
    default:
      return "campaign_id,date,impressions,clicks,spend,conversions\n";
  }
}

std::string text_of(const Document& document) {
  std::string text = document.head;
  document.append(text, 0, document.items);
  return text + document.tail;
}

// Every cell of a table is in its JSON as it is in its CSV: absent ones as null.
std::string json_differs(const TablePtr& table) {
  const std::string text = text_of(json_document(table));
  const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
  if (!document.isArray() || document.array().size() != static_cast<int>(table->rows()))
    return "no JSON\n" + text;
  for (std::size_t row = 0; row < table->rows(); ++row)
    for (std::size_t c = 0; c < table->columns().size(); ++c) {
      const Column& column = table->columns()[c];
      std::string cell;
      table->append_cell(cell, row, c);
      const QString shown = QString::fromStdString(cell);
      const QJsonValue value = document.array()[static_cast<int>(row)].toObject()[QString::fromUtf8(
          column.name.data(), static_cast<int>(column.name.size()))];
      const bool number = column.kind == ColumnKind::count || column.kind == ColumnKind::amount ||
                          column.kind == ColumnKind::instant;
      const bool same = cell.empty() && column.kind != ColumnKind::text ? value.isNull()
                        : number ? value.isDouble() && value.toDouble() == shown.toDouble()
                                 : value.isString() && value.toString() == shown;
      if (!same) return "another " + std::string(column.name) + " than " + cell + "\n" + text;
    }
  return {};
}

// compare() and number() go by what is shown, absent values last.
std::string order_differs(Random& random, const Table& table) {
  for (std::size_t c = 0; table.rows() > 0 && c < table.columns().size(); ++c)
    for (int i = 0; i < 20; ++i) {
      const auto somewhere = [&] { return static_cast<std::size_t>(random.below(table.rows())); };
      const std::size_t a = somewhere(), b = somewhere();
      const ColumnKind kind = table.columns()[c].kind;
      std::string x, y;
      table.append_cell(x, a, c);
      table.append_cell(y, b, c);
      const int order = table.compare(a, b, c);
      const std::string place = table.name() + "." + std::string(table.columns()[c].name) + ": " +
                                x + " and " + y + " in order " + std::to_string(order);
      if ((order < 0) != (table.compare(b, a, c) > 0)) return place + ", turned another";
      if (kind == ColumnKind::text || kind == ColumnKind::hour) continue;
      if (kind == ColumnKind::day  ? x < y && order >= 0
          : x.empty() || y.empty() ? (order < 0) != (!x.empty() && y.empty())
                                   : std::stod(x) < std::stod(y) && order >= 0)
        return place;
      const double m = table.number(a, c), n = table.number(b, c);
      if (kind != ColumnKind::day && std::isnan(m) != x.empty()) return place + ": no number";
      if ((order < 0 && m > n) || (order == 0 && m != n && !x.empty()))
        return place + ", numbers " + std::to_string(m) + ", " + std::to_string(n);
    }
  return {};
}

std::string instant_text(std::int64_t seconds) { return reading_text(seconds) + "Z"; }

// Where the hours begin and end that a range of two instants has, as readings of the clock. The end
// is behind every reading that was shown before it.
twin::Readings readings_of(const twin::Zone& zone, std::int64_t from, std::int64_t to) {
  constexpr std::int64_t kQuarter = kHour / 4;
  const auto next_hour = [&](std::int64_t at) {
    while (twin::hour_of(zone, at).first != at) at += kQuarter;
    return at;
  };
  const auto reading = [&](std::int64_t at) {
    const std::int64_t local = at + zone.at(at).offset;
    return local - local % kHour;
  };
  const std::int64_t end = next_hour(to);
  twin::Readings readings{reading(next_hour(from)), reading(end)};
  for (std::int64_t at = end - 16 * kHour; at < end; at += kQuarter)
    readings.end = std::max(readings.end, reading(at) + kHour);
  return readings;
}

std::string first_difference(twin::Report report, std::uint64_t seed) {
  Random random(seed);
  const bool by_hour = report == twin::Report::hourly_visitors || report == twin::Report::requests;
  twin::Options options;
  options.report = report;
  options.top = 1 + random.below(4);
  if (by_hour) {
    options.zone =
        random_choice(random, {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata",
                               "Pacific/Apia", "Antarctica/Troll", "Australia/Lord_Howe"});
    options.step = random_choice(random, {"hour", "hour", "day", "week"});
  }
  const std::int64_t season = random.chance(0.5) ? kAutumn : kSpring;
  const std::int64_t unit = by_hour ? kHour : kDay;
  const std::int64_t length =
      unit * static_cast<std::int64_t>(1 + random.below(by_hour ? 300 : 12));
  const auto somewhere = [&] {
    return season + unit * static_cast<std::int64_t>(random.below(by_hour ? 400 : 16));
  };
  // Two bounds and the readings that they mean: bounds with an offset tell hours apart that have
  // one reading, and may lie within an hour.
  struct Range {
    std::string from;
    std::string to;
    twin::Readings readings;
  };
  const bool instants = by_hour && random.chance(0.5);
  const auto range = [&](std::int64_t begin, std::int64_t seconds) -> Range {
    if (!instants)
      return {reading_text(begin), reading_text(begin + seconds), {begin, begin + seconds}};
    std::int64_t from = begin + kHour / 4 * static_cast<std::int64_t>(random.below(4));
    std::int64_t to = from + seconds + kHour;
    const std::int64_t change =
        season + 6 * kDay + static_cast<std::int64_t>(random.below(4)) * kHour;
    if (random.chance(0.3)) to = from < change - 2 * kHour ? change : to;
    if (random.chance(0.3)) from = to > change + 2 * kHour ? change : from;
    return {instant_text(from), instant_text(to),
            readings_of(*twin::Zone::load(options.zone), from, to)};
  };
  const Range now = range(somewhere(), length);
  const twin::Readings& period = now.readings;
  ComparedWith with{ComparedWith::Kind::previous, {}, {}};
  const auto back = [&](std::int64_t seconds) -> Range {
    const twin::Readings readings{period.begin - seconds, period.end - seconds};
    return {reading_text(readings.begin), reading_text(readings.end), readings};
  };
  Range before = back(period.end - period.begin);
  before.to = now.from;
  if (random.chance(0.4)) {
    with = *parse_compared_with("week-before");
    before = back(7 * kDay);
  } else if (random.chance(0.5)) {
    before = range(somewhere(), unit * static_cast<std::int64_t>(1 + random.below(100)));
    with = *parse_compared_with(before.from + ".." + before.to);
  }
  const testing::Workshop workshop;
  const auto inputs = workshop.write({header_of(report) + random_rows(random, report, season),
                                      header_of(report) + random_rows(random, report, season)});
  const auto run_twin = [&](const Range& sliced_to) {
    twin::Options sliced = options;
    sliced.from = sliced_to.from;
    sliced.to = sliced_to.to;
    return twin::run(sliced, inputs).files;
  };
  const twin::Files expected = twin::compared_files(run_twin(now), run_twin(before), period,
                                                    before.readings, options, by_hour);

  options.from = now.from;
  options.to = now.to;
  AnalysisOptions engine = testing::engine_options(options);
  const Filter filter = engine.filter;
  engine.filter = {};
  engine.run.keep_slices = true;
  engine.run.threads = static_cast<unsigned>(1 + random.below(4));
  engine.run.chunk_bytes = 1 + random.below(500);
  const Outcome outcome = Analysis({inputs[0].path, inputs[1].path}, engine).run({});
  if (outcome.kind != Outcome::Kind::done) return "the run failed";
  const ReportKind kind = all_kinds<ReportKind>()[report == twin::Report::hourly_visitors    ? 0
                                                  : report == twin::Report::customer_report  ? 1
                                                  : report == twin::Report::campaign_ranking ? 2
                                                                                             : 4];
  const auto comparison = Comparison::of(events_of(kind), engine.report, filter, with,
                                         outcome.reports->reports[kind]->time_extent());
  const auto tables = compared_tables(
      outcome.slices->report(engine.report, filter)->tables(kind),
      outcome.slices->report(engine.report, comparison->filter_before(filter))->tables(kind),
      *comparison);
  if (tables.size() != expected.size()) return "another number of tables";
  for (const TablePtr& table : tables) {
    const std::string name = table->name() + ".csv";
    const auto wanted = expected.find(name);
    if (wanted == expected.end()) return "unexpected " + name;
    if (text_of(csv_document(table)) != wanted->second)
      return name + ", seed " + std::to_string(seed) + ", zone " + options.zone + ", step " +
             options.step + ", " + now.from + ".." + now.to + " and " + before.from + ".." +
             before.to + "\n--- expected\n" + wanted->second + "--- got\n" +
             text_of(csv_document(table));
    for (const std::string& difference : {json_differs(table), order_differs(random, *table)})
      if (!difference.empty()) return name + ", seed " + std::to_string(seed) + ": " + difference;
  }
  return {};
}

}  // namespace

class TestComparison : public QObject {
  Q_OBJECT
 private slots:
  void random_periods_data() {
    QTest::addColumn<int>("report");
    for (const auto report : {twin::Report::hourly_visitors, twin::Report::requests,
                              twin::Report::customer_report, twin::Report::campaign_ranking})
      QTest::addRow("report %d", static_cast<int>(report)) << static_cast<int>(report);
  }
  void random_periods() {
    QFETCH(int, report);
    const std::uint64_t rounds = testing::rounds_of(300);
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
      const std::string failure = first_difference(static_cast<twin::Report>(report), seed);
      QVERIFY2(failure.empty(), failure.c_str());
    }
  }

  void what_is_compared_with() {
    QVERIFY(parse_compared_with("previous").has_value());
    for (const char* text : {"2025-01-01..2025-01-08", "2025-01-01T05:00..2025-01-01T00:00Z",
                             "2025-01-01T02:30+02:00..2025-01-01T02:00+01:00"})
      QVERIFY2(parse_compared_with(text).has_value(), text);
    for (const char* text :
         {"", "before", "..", "2025-01-01", "2025-01-08..2025-01-01", "2025-01-01..2025-01-01",
          "2025-01-01..x", "2025-01-01T02:00+01:00..2025-01-01T02:00+02:00"})
      QVERIFY2(!parse_compared_with(text), text);
  }

  // Clocks in Berlin show 02:00 from 00:00 and from 01:00 UTC on.
  void bounds_in_a_fold() {
    ReportOptions options;
    options.zone = *TimeZone::load("Europe/Berlin", {});
    const auto of = [&](const char* from, const char* to, const char* with) {
      Filter filter;
      filter.from = parse_time_bound(from);
      filter.to = parse_time_bound(to);
      return *Comparison::of(EventType::visit, options, filter, *parse_compared_with(with),
                             std::nullopt);
    };
    const auto shown = [](const Comparison& both) {
      std::string text;
      for (const Period& period : {both.now, both.before})
        text += both.shown(period.begin) + " to " + both.shown(period.end) + " of " +
                std::to_string(both.length(period)) + "; ";
      return text;
    };
    QCOMPARE(shown(of("2024-10-27T00:00:00", "2024-10-27T01:00:00Z", "week-before")),
             std::string("2024-10-27 00:00+02:00 to 2024-10-27 02:00+01:00 of 3; "
                         "2024-10-20 00:00+02:00 to 2024-10-20 03:00+02:00 of 3; "));
    QCOMPARE(shown(of("2024-10-27T00:30Z", "2024-10-27T05:00", "week-before")),
             std::string("2024-10-27 02:00+01:00 to 2024-10-27 05:00+01:00 of 3; "
                         "2024-10-20 02:00+02:00 to 2024-10-20 05:00+02:00 of 3; "));
    QCOMPARE(shown(of("2024-10-27T01:00Z", "2024-10-27T05:00", "previous")),
             std::string("2024-10-27 02:00+01:00 to 2024-10-27 05:00+01:00 of 3; "
                         "2024-10-26 23:00+02:00 to 2024-10-27 02:00+01:00 of 4; "));
    QCOMPARE(shown(of("2024-10-28", "2024-10-29", "2024-10-27T00:00Z..2024-10-27T01:00Z")),
             std::string("2024-10-28 00:00+01:00 to 2024-10-29 00:00+01:00 of 24; "
                         "2024-10-27 02:00+02:00 to 2024-10-27 02:00+01:00 of 1; "));
    // A reading that clocks skipped is where they went on.
    QCOMPARE(
        shown(of("2025-03-30T02:00", "2025-03-30T04:00", "2025-03-30T02:30..2025-03-30T06:00")),
        std::string("2025-03-30 03:00+02:00 to 2025-03-30 04:00+02:00 of 1; "
                    "2025-03-30 04:00+02:00 to 2025-03-30 06:00+02:00 of 2; "));
  }

  void periods_that_the_data_end() {
    Filter filter;
    filter.from = parse_time_bound("2025-01-10T12:30");
    ReportOptions options;
    const auto of = [&](EventType events) {
      return Comparison::of(events, options, filter, *parse_compared_with("previous"),
                            TimeExtent{0, twin::day_of(2025, 1, 12).value() * kDay});
    };
    const auto hours = of(EventType::visit);
    QCOMPARE(hours->shown(hours->now.begin), std::string("2025-01-10 13:00"));
    QCOMPARE(hours->shown(hours->before.begin), std::string("2025-01-09 02:00"));
    QCOMPARE(hours->length(hours->before), std::int64_t{35});
    const auto days = of(EventType::payment);
    QCOMPARE(days->shown(days->now.begin), std::string("2025-01-11"));
    QCOMPARE(days->shown(days->before.begin), std::string("2025-01-10"));
    filter = {};
    QVERIFY(!Comparison::of(EventType::visit, options, filter, *parse_compared_with("week-before"),
                            std::nullopt));
  }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "test_comparison.moc"
