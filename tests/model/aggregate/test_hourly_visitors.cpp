// Hourly visitors fed with far more rows than distinct triples, so that states are made compact
// while they grow, and states that are copied, merged and finished in between.
#include <QTest>
#include <map>
#include <random>
#include <set>
#include <string>

#include "model/aggregate/hourly_visitors.h"

using namespace footfall;

namespace {

using Key = std::pair<std::int64_t, std::string>;  // start of the hour, page
struct Twin {
  std::map<Key, std::set<std::string>> cells;
  std::map<std::int64_t, std::set<std::string>> hours;
  std::map<std::int64_t, std::uint64_t> pageviews;
  std::set<std::string> visitors;
  void add(std::int64_t hour, const std::string& page, const std::string& visitor) {
    cells[{hour, page}].insert(visitor);
    hours[hour].insert(visitor);
    ++pageviews[hour];
    visitors.insert(visitor);
  }
};

constexpr const char* kOne = "v0";

// Rows of few texts; each text has the bytes behind it that readers may load.
class Rows {
 public:
  Rows(unsigned seed, int names) : random_(seed) {
    for (int i = 0; i < names; ++i) {
      names_.push_back("v" + std::to_string(i));
      names_.push_back("a-name-that-is-longer-than-two-words-" + std::to_string(i));
      names_.push_back(names_[names_.size() - 2] + '\0');  // only a zero byte apart
    }
    for (int i = 0; i < 12; ++i) pages_.push_back("/page-with-a-path/" + std::to_string(i * 7919));
    for (auto* texts : {&names_, &pages_})
      for (std::string& text : *texts) text.reserve(text.size() + 16);
  }
  /// `others` gets the rows of all visitors but kOne.
  void feed(HourlyVisitors& state, Twin& twin, int rows, Twin* others = nullptr) {
    for (int i = 0; i < rows; ++i) {
      const std::int64_t hour = kBegin + static_cast<std::int64_t>(random_() % 5) * 3600;
      const std::string& page = pages_[random_() % pages_.size()];
      const std::string& name = names_[random_() % names_.size()];
      VisitRow row;
      row.time = Instant{hour + static_cast<std::int64_t>(random_() % 3600)};
      row.page = page;
      row.visitor = name;
      row.log = random_() % 8 == 0;
      row.agent = row.log ? std::string_view(pages_[random_() % 2]) : std::string_view();
      state.add(row);
      if (i % 1000 == 999) state.end_chunk();
      std::string visitor = name;
      if (row.log) visitor += '|' + std::string(row.agent);
      twin.add(hour, page, visitor);
      if (others && name != kOne) others->add(hour, page, visitor);
    }
    state.end_chunk();
  }

 private:
  static constexpr std::int64_t kBegin = 1735689600;
  std::mt19937 random_;
  std::vector<std::string> names_;
  std::vector<std::string> pages_;
};

void same(const HourlyVisitors& state, const Twin& twin, const Filter& filter = {}) {
  const auto report = state.report({}, filter, run_in_sequence);
  QCOMPARE(report->unique_visitors, twin.visitors.size());
  QCOMPARE(report->hours.size(), twin.hours.size());
  QCOMPARE(report->cells.size(), twin.cells.size());
  auto cell = twin.cells.begin();
  for (std::size_t h = 0; h < report->hours.size(); ++h) {
    const HourlyVisitorsReport::HourTotal& hour = report->hours[h];
    QCOMPARE(hour.visitors, twin.hours.at(hour.hour.start).size());
    QCOMPARE(hour.pageviews, twin.pageviews.at(hour.hour.start));
    for (std::size_t c = report->hour_begin[h]; c < report->hour_begin[h + 1]; ++c, ++cell) {
      QCOMPARE(hour.hour.start, cell->first.first);
      QCOMPARE(std::string((*report->pages)[report->cells[c].page]), cell->first.second);
      QCOMPARE(std::size_t{report->cells[c].visitors}, cell->second.size());
    }
  }
}

// Of one page, which counts again from the kept pairs.
void same_slice(const HourlyVisitors& state, const Twin& twin) {
  Filter filter;
  filter[FilterField::page] = {twin.cells.begin()->first.second};
  const auto report = state.report({}, filter, run_in_sequence);
  std::set<std::string> visitors;
  std::size_t cells = 0;
  for (const auto& [key, seen] : twin.cells) {
    if (key.second != filter[FilterField::page][0]) continue;
    QCOMPARE(std::size_t{report->cells[cells++].visitors}, seen.size());
    visitors.insert(seen.begin(), seen.end());
  }
  QCOMPARE(report->cells.size(), cells);
  QCOMPARE(report->unique_visitors, visitors.size());
}

// Of all visitors but one, where visits are kept.
void same_without_one(const HourlyVisitors& state, const Twin& others) {
  Filter filter;
  filter.conditions = {{ConditionField::visitor, Match::is_not, kOne}};
  QVERIFY(state.can_report({}, filter));
  same(state, others, filter);
  std::uint64_t rows = 0;
  for (const auto& [hour, count] : others.pageviews) rows += count;
  QCOMPARE(state.rows({}, filter, run_in_sequence), rows);
}

}  // namespace

class TestHourlyVisitors : public QObject {
  Q_OBJECT
 private slots:
  void repeats_are_dropped_while_a_state_grows() {
    for (const bool keep_slices : {false, true}) {
      Rows rows(1, 6);
      Twin twin;
      HourlyVisitors state(AggregateOptions{{}, keep_slices, {}});
      // More than the pairs that are looked at for the first time.
      rows.feed(state, twin, 2'400'000);  // pairs: 19 MB
      QVERIFY2(state.memory() < std::size_t{12} << 20, "rows were kept, not distinct triples");
      state.finish(run_in_sequence);
      same(state, twin);
      if (keep_slices) same_slice(state, twin);
      Filter filter;
      filter[FilterField::visitor] = {kOne};
      QVERIFY(!state.can_report({}, filter));  // which rows were repeats of whom is not known
    }
  }

  void visits_tell_how_often_a_visitor_came() {
    Rows rows(1, 6);
    Twin twin, others;
    HourlyVisitors state(AggregateOptions{{}, true, {}, true});
    rows.feed(state, twin, 1'200'000, &others);
    state.finish(run_in_sequence);
    same(state, twin);
    same_without_one(state, others);
  }

  void states_merge_again_after_they_were_finished() {
    Rows rows(2, 400);
    Twin twin, others;
    HourlyVisitors all(AggregateOptions{{}, true, {}, true});
    for (int round = 0; round < 4; ++round) {
      std::vector<HourlyVisitors> parts(3, HourlyVisitors(AggregateOptions{{}, true, {}, true}));
      for (HourlyVisitors& part : parts) {
        rows.feed(part, twin, 3000, &others);
        // A copy goes on where the original stood, each with blocks of its own.
        HourlyVisitors copy = part;
        Twin unused;
        rows.feed(part, unused, 500);
        rows.feed(copy, twin, 2000, &others);
        part = copy;
      }
      all.merge(std::move(parts), run_in_sequence);
      all.finish(run_in_sequence);
      same(all, twin);
      same_slice(all, twin);
      same_without_one(all, others);
    }
  }
};

QTEST_APPLESS_MAIN(TestHourlyVisitors)
#include "test_hourly_visitors.moc"
