// Campaign rankings of random inputs, compared with the plain twin byte for byte.
#include <QTest>

#include <set>

#include "model/export/csv.h"
#include "model/report/campaign_choice.h"
#include "model/report/compared_tables.h"
#include "tests/support/random_values.h"
#include "tests/support/twin_compare.h"
#include "tests/support/twin_periods.h"
#include "tests/support/twin_time.h"

using namespace footfall;
using footfall::testing::Random;
using footfall::testing::random_choice;
using twin::Format;

namespace {

constexpr std::int64_t kFirstDay = 1760918400;  // 2025-10-20
constexpr std::int64_t kDay = 86400;

struct Line {
  std::string campaign;
  std::string date;
  std::string numbers;
};
using Lines = std::vector<Line>;

std::string date_of(std::int64_t day) {
  return twin::day_text(twin::day_of(1970, 1, 1).value() + kFirstDay / kDay + day);
}

/// `large`: numbers that only sums of many bits hold.
Lines random_rows(Random& random, bool large) {
  const auto count = [&] {
    return large && random.chance(0.1) ? "1e" + std::to_string(random.below(19))
                                       : std::to_string(random.below(random.chance(0.2) ? 2 : 90));
  };
  Lines rows(random.below(random.chance(0.2) ? 3 : 90));
  for (Line& row : rows) {
    row.campaign = "k" + std::to_string(random.below(7));
    row.date = random.chance(0.1) ? random_choice(random, {"", "soon"})
                                  : date_of(static_cast<std::int64_t>(random.below(8)));
    row.numbers = count() + "," + count() + "," + std::to_string(random.below(50)) + "." +
                  std::to_string(10 + random.below(90)) + "," +
                  random_choice(random, {"0", "0", "1", "2.5", "0.125", large ? "1e18" : "3"});
  }
  return rows;
}

/// As a file. A name for all, where there is one, takes the place of theirs.
std::string csv_of(const Lines& rows, const std::string& name = {}) {
  std::string text = "campaign_id,date,impressions,clicks,spend,conversions\n";
  for (const Line& row : rows)
    text += (name.empty() ? row.campaign : name) + "," + row.date + "," + row.numbers + "\n";
  return text;
}

template <class Keep>
Lines those(const Lines& rows, const Keep& keep) {
  Lines kept;
  for (const Line& row : rows)
    if (keep(row)) kept.push_back(row);
  return kept;
}

/// The twin's files; what is called `x` there has no name here.
twin::Files files_of(const twin::Options& options, const std::string& csv) {
  twin::Files files = twin::run(options, {{"in", csv}}).files;
  for (auto& [name, text] : files)
    if (const std::size_t at = text.find("\nx,"); at != std::string::npos) text.erase(at + 1, 1);
  return files;
}

std::string text_of(const TablePtr& table) {
  const Document document = csv_document(table);
  std::string text = document.head;
  document.append(text, 0, document.items);
  return text + document.tail;
}

std::string name_in(const Table& table, std::size_t row) {
  std::string name;
  table.append_cell(name, row, 0);
  return name;
}

/// A load of the rows that keeps slices.
Outcome load(Random& random, const testing::Workshop& workshop, const twin::Options& options,
             const Lines& rows) {
  AnalysisOptions engine = testing::engine_options(options);
  engine.run.keep_slices = true;
  engine.run.threads = static_cast<unsigned>(1 + random.below(4));
  engine.run.chunk_bytes = 1 + random.below(500);
  return Analysis({workshop.write({csv_of(rows)})[0].path}, engine).run({});
}

/// The rows of a table that name one of these.
std::vector<std::uint32_t> rows_of(const Table& table, const std::set<std::string>& names) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < table.rows(); ++row)
    if (names.contains(name_in(table, row))) rows.push_back(row);
  return rows;
}

/// Totals of some campaigns are what the report says of their rows under one name.
std::string wrong_total(std::uint64_t seed) {
  Random random(seed);
  twin::Options options;
  options.report = twin::Report::campaign_ranking;
  options.top = 1 + random.below(5);
  const bool large = random.chance(0.3);
  const Lines rows = random_rows(random, large);
  const testing::Workshop workshop;
  const Outcome outcome = load(random, workshop, options, rows);
  if (outcome.kind != Outcome::Kind::done) return "the run failed";
  std::set<std::string> chosen;
  for (int i = 0; i < 7; ++i)
    if (random.chance(0.6)) chosen.insert("k" + std::to_string(i));
  const auto is_chosen = [&](const Line& row) { return chosen.contains(row.campaign); };
  StopCheck check;
  const auto differs = [&](const std::string& expected, const TablePtr& total) -> std::string {
    const std::string got = text_of(total);
    if (got == expected) return {};
    return "seed " + std::to_string(seed) + ", " + total->name() + "\n" + expected + got;
  };

  const auto report = outcome.reports->get<CampaignRankingReport>();
  for (const auto& [table, ranking] :
       {std::pair(campaigns_table(report), static_cast<const std::vector<std::uint32_t>*>(nullptr)),
        std::pair(top_ctr_table(report), &report->top_ctr),
        std::pair(top_cpa_table(report), &report->top_cpa)}) {
    std::set<std::string> there;
    for (std::size_t row = 0; row < table->rows(); ++row) there.insert(name_in(*table, row));
    const auto counts = [&](const Line& row) {
      return is_chosen(row) && there.contains(row.campaign);
    };
    const std::string failure =
        differs(files_of(options, csv_of(those(rows, counts), "x"))["campaigns.csv"],
                total_table({report, ranking}, *table, rows_of(*table, chosen), check));
    if (!failure.empty()) return failure;
  }

  // Beside the four days before; the twin of that counts with 64 bits.
  if (large) return {};
  Filter filter;
  filter.from = parse_time_bound(date_of(4));
  filter.to = parse_time_bound(date_of(8));
  const AnalysisOptions engine = testing::engine_options(options);
  const auto comparison =
      Comparison::of(EventType::campaign_figures, engine.report, filter, {}, report->time_extent());
  if (!comparison) return {};
  const auto sliced = [&](const Filter& to) {
    return outcome.slices->report(engine.report, to)->get<CampaignRankingReport>();
  };
  const CampaignRankingPtr now = sliced(filter), before = sliced(comparison->filter_before(filter));
  const auto tables = compared_tables(now->tables(now), before->tables(before), *comparison);
  const auto twin_of = [&](std::int64_t from, std::int64_t to) {
    twin::Options of = options;
    of.from = date_of(from);
    of.to = date_of(to);
    return twin::run(of, {{"in", csv_of(those(rows, is_chosen), "x")}}).files;
  };
  std::string expected = twin::compared_files(
      twin_of(4, 8), twin_of(0, 4), {kFirstDay + 4 * kDay, kFirstDay + 8 * kDay},
      {kFirstDay, kFirstDay + 4 * kDay}, options, false)["campaigns_compared.csv"];
  if (const std::size_t at = expected.find("\nx,"); at != std::string::npos)
    expected.erase(at + 1, 1);
  return differs(expected, total_table({now, nullptr, before, &*comparison}, *tables[0],
                                       rows_of(*tables[0], chosen), check));
}

/// With a least size the rankings are those of the rows of the campaigns that have it.
std::string wrong_choice(std::uint64_t seed) {
  Random random(seed);
  twin::Options options;
  options.report = twin::Report::campaign_ranking;
  options.top = 1 + random.below(5);
  const bool large = random.chance(0.3);
  const Lines rows = random_rows(random, large);
  const testing::Workshop workshop;
  const Outcome outcome = load(random, workshop, options, rows);
  if (outcome.kind != Outcome::Kind::done) return "the run failed";
  const CampaignLeast least = {random.below(3) * random.below(400),
                               random.below(3) * random.below(6)};
  const auto chosen_among = [&](const std::string& csv) {
    std::set<std::string> names;
    for (std::size_t at = csv.find('\n') + 1; at < csv.size(); at = csv.find('\n', at) + 1) {
      std::vector<std::string> cells(1);
      for (std::size_t i = at; csv[i] != '\n'; ++i)
        if (csv[i] == ',')
          cells.emplace_back();
        else
          cells.back() += csv[i];
      if (std::stold(cells[1]) >= static_cast<long double>(least.impressions) &&
          std::stold(cells[4]) >= static_cast<long double>(least.conversions))
        names.insert(cells[0]);
    }
    return names;
  };
  const auto of = [](const std::set<std::string>& names) {
    return [names](const Line& row) { return names.contains(row.campaign); };
  };
  const auto differs = [&](const std::string& expected, const TablePtr& table) -> std::string {
    const std::string got = text_of(table);
    if (got == expected) return {};
    return "seed " + std::to_string(seed) + ", " + table->name() + ", least " +
           std::to_string(least.impressions) + " and " + std::to_string(least.conversions) + "\n" +
           expected + got;
  };
  const auto report = outcome.reports->get<CampaignRankingReport>();
  const auto chosen = chosen_among(files_of(options, csv_of(rows))["campaigns.csv"]);
  twin::Files expected = files_of(options, csv_of(those(rows, of(chosen))));
  for (const TablePtr& table : tables_of({with_least(report, least)}))
    if (const std::string failure = differs(expected[table->name() + ".csv"], table);
        !failure.empty())
      return failure;

  // Beside another period what they were there is told, large or not; others are not.
  if (large) return {};
  Filter filter;
  filter.from = parse_time_bound(date_of(4));
  filter.to = parse_time_bound(date_of(8));
  const AnalysisOptions engine = testing::engine_options(options);
  const auto comparison =
      Comparison::of(EventType::campaign_figures, engine.report, filter, {}, report->time_extent());
  if (!comparison) return {};
  const auto twin_of = [&](const Lines& lines, std::int64_t from, std::int64_t to) {
    twin::Options sliced = options;
    sliced.from = date_of(from);
    sliced.to = date_of(to);
    return twin::run(sliced, {{"in", csv_of(lines)}}).files;
  };
  const auto now_large = chosen_among(twin_of(rows, 4, 8)["campaigns.csv"]);
  const Lines now_rows = those(rows, of(now_large));
  expected = twin::compared_files(twin_of(now_rows, 4, 8), twin_of(rows, 0, 4),
                                  {kFirstDay + 4 * kDay, kFirstDay + 8 * kDay},
                                  {kFirstDay, kFirstDay + 4 * kDay}, options, false);
  std::string& main = expected["campaigns_compared.csv"];
  for (int i = 0; i < 7; ++i) {
    const std::string name = "k" + std::to_string(i);
    const std::size_t at = main.find("\n" + name + ",");
    if (now_large.contains(name) || at == std::string::npos) continue;
    main.erase(at, main.find('\n', at + 1) - at);
  }
  const auto sliced = [&](const Filter& to) {
    return outcome.slices->report(engine.report, to)->get<CampaignRankingReport>();
  };
  for (const TablePtr& table : tables_of({with_least(sliced(filter), least), nullptr,
                                          sliced(comparison->filter_before(filter)), &*comparison}))
    if (const std::string failure = differs(expected[table->name() + ".csv"], table);
        !failure.empty())
      return failure;
  return {};
}

/// Campaigns by date are the report of their rows with the dates in the place of the campaigns.
std::string wrong_days(std::uint64_t seed) {
  Random random(seed);
  twin::Options options;
  options.report = twin::Report::campaign_ranking;
  const Lines rows = random_rows(random, random.chance(0.3));
  const testing::Workshop workshop;
  const Outcome outcome = load(random, workshop, options, rows);
  if (outcome.kind != Outcome::Kind::done) return "the run failed";
  Filter filter;
  const std::int64_t from = random.chance(0.5) ? 0 : static_cast<std::int64_t>(random.below(8));
  if (from > 0) filter.from = parse_time_bound(date_of(from));
  if (random.chance(0.3)) filter[FilterField::campaign] = {"k1", "k2", "k3"};
  std::vector<std::string> names;
  for (int i = 0; i < 8; ++i)
    if (random.chance(0.3)) names.push_back("k" + std::to_string(7 - i));
  const AnalysisOptions engine = testing::engine_options(options);
  const CampaignDays days = outcome.slices->campaign_days(engine.report, filter, names, {});
  if (days.size() != std::max<std::size_t>(1, names.size())) return "another number of lines";
  for (std::size_t line = 0; line < days.size(); ++line) {
    Lines dated = those(rows, [&](const Line& row) {
      const auto& kept = filter[FilterField::campaign];
      return row.date.size() == 10 && row.date >= date_of(from) &&
             (names.empty() || row.campaign == names[line]) &&
             (kept.empty() || std::find(kept.begin(), kept.end(), row.campaign) != kept.end());
    });
    for (Line& row : dated) row.campaign = row.date;
    const std::string expected = files_of(options, csv_of(dated))["campaigns.csv"],
                      got = text_of(campaigns_table(days[line]));
    if (got != expected) return "seed " + std::to_string(seed) + "\n" + expected + got;
  }
  return {};
}

}  // namespace

class TestRandomCampaigns : public QObject {
  Q_OBJECT
 private slots:
  void campaigns_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("dirty");
    QTest::newRow("clean CSV") << static_cast<int>(Format::csv) << false;
    QTest::newRow("dirty CSV") << static_cast<int>(Format::csv) << true;
    QTest::newRow("clean NDJSON") << static_cast<int>(Format::ndjson) << false;
    QTest::newRow("dirty NDJSON") << static_cast<int>(Format::ndjson) << true;
  }
  void campaigns() {
    QFETCH(int, format);
    QFETCH(bool, dirty);
    const std::string failure = testing::compare_at_random(
        twin::Report::campaign_ranking, static_cast<Format>(format), dirty, 1, 150);
    QVERIFY2(failure.empty(), failure.c_str());
  }

  void least_sizes() {
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(20); ++seed) {
      const std::string failure = wrong_choice(seed);
      QVERIFY2(failure.empty(), failure.c_str());
    }
  }

  void days() {
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(20); ++seed) {
      const std::string failure = wrong_days(seed);
      QVERIFY2(failure.empty(), failure.c_str());
    }
  }

  void totals() {
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(20); ++seed) {
      const std::string failure = wrong_total(seed);
      QVERIFY2(failure.empty(), failure.c_str());
    }
  }
};

QTEST_GUILESS_MAIN(TestRandomCampaigns)
#include "test_random_campaigns.moc"
