// Two periods side by side, compared with the plain twin byte for byte.
#include <QTest>

#include "model/export/csv.h"
#include "model/report/compared_tables.h"
#include "tests/support/random_values.h"
#include "tests/support/twin_compare.h"
#include "tests/support/twin_periods.h"

using namespace footfall;
using footfall::testing::Random;
using footfall::testing::random_choice;

namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;
// 2025-10-20, and what clocks do after it.
constexpr std::int64_t kAutumn = 1760918400;

std::string reading_text(std::int64_t seconds) {
  std::string text = twin::day_text(twin::day_of(1970, 1, 1).value() + seconds / kDay) + "T";
  const std::string hours = std::to_string(seconds % kDay / kHour);
  return text + (hours.size() < 2 ? "0" : "") + hours + ":00";
}

// Rows of some weeks; money is whole hundredths.
std::string random_rows(Random& random, twin::Report report) {
  const auto instant = [&] { return kAutumn + static_cast<std::int64_t>(random.below(21 * kDay)); };
  const auto near = [&] {  // of the change of clocks
    return random.chance(0.3) ? 1761436800 + static_cast<std::int64_t>(random.below(6 * kHour))
                              : instant();
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

std::string csv_of(const TablePtr& table) {
  const Document document = csv_document(table);
  std::string text = document.head;
  document.append(text, 0, document.items);
  return text + document.tail;
}

std::string first_difference(twin::Report report, std::uint64_t seed) {
  Random random(seed);
  const bool by_hour = report == twin::Report::hourly_visitors || report == twin::Report::requests;
  twin::Options options;
  options.report = report;
  options.top = 1 + random.below(4);
  if (by_hour) {
    options.zone = random_choice(
        random, {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia"});
    options.step = random_choice(random, {"hour", "hour", "day", "week"});
  }
  const std::int64_t unit = by_hour ? kHour : kDay;
  const std::int64_t length =
      unit * static_cast<std::int64_t>(1 + random.below(by_hour ? 300 : 12));
  const auto somewhere = [&] {
    return kAutumn + unit * static_cast<std::int64_t>(random.below(by_hour ? 400 : 16));
  };
  const twin::Readings now{somewhere(), 0};
  const twin::Readings period{now.begin, now.begin + length};
  ComparedWith with{ComparedWith::Kind::previous, {}, {}};
  twin::Readings before{period.begin - length, period.begin};
  if (random.chance(0.4)) {
    with = *parse_compared_with("week-before");
    before = {period.begin - 7 * kDay, period.end - 7 * kDay};
  } else if (random.chance(0.5)) {
    before.begin = somewhere();
    before.end = before.begin + unit * static_cast<std::int64_t>(1 + random.below(100));
    with = *parse_compared_with(reading_text(before.begin) + ".." + reading_text(before.end));
  }
  const testing::Workshop workshop;
  const auto inputs = workshop.write({header_of(report) + random_rows(random, report),
                                      header_of(report) + random_rows(random, report)});
  const auto run_twin = [&](const twin::Readings& readings) {
    twin::Options sliced = options;
    sliced.from = reading_text(readings.begin);
    sliced.to = reading_text(readings.end);
    return twin::run(sliced, inputs).files;
  };
  const twin::Files expected =
      twin::compared_files(run_twin(period), run_twin(before), period, before, options, by_hour);

  options.from = reading_text(period.begin);
  options.to = reading_text(period.end);
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
    if (csv_of(table) != wanted->second)
      return name + ", seed " + std::to_string(seed) + ", zone " + options.zone + ", step " +
             options.step + "\n--- expected\n" + wanted->second + "--- got\n" + csv_of(table);
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
    QVERIFY(parse_compared_with("2025-01-01..2025-01-08").has_value());
    for (const char* text : {"", "before", "..", "2025-01-01", "2025-01-08..2025-01-01",
                             "2025-01-01..2025-01-01", "2025-01-01..x"})
      QVERIFY2(!parse_compared_with(text), text);
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
