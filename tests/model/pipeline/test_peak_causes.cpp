// What made hours and longer spans, and pages over the whole time, beside plain maps over the rows.
// Long, for both twins read the same tables and logs by the same filters.
#include <QTest>
#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "model/pipeline/analysis.h"
#include "tests/support/random_inputs.h"
#include "tests/support/twin_compare.h"
#include "tests/support/twin_time.h"

using namespace footfall;
using testing::Random;

namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;
constexpr std::array<std::string_view, 9> kPages = {"/",  "/?q=1", "/a",   "/a?b=1", "/a?b=2",
                                                    "/b", "/c",    "/d/e", "/z"};
constexpr std::array<std::string_view, 3> kAgents = {"Firefox/1", "Safari/2", ""};

using Visitor = std::tuple<std::string, std::string, bool>;  // id; or host, agent, true
struct Row {
  std::int64_t time = 0;
  std::string page;
  Visitor visitor;
  bool log = false;
  bool error = false;
};

std::string two(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

// Rows of some weeks: a table, and lines of a log.
struct RandomRows {
  explicit RandomRows(Random& random, bool many = false) {
    const std::size_t count = many ? 30'000 : 1 + random.below(500);
    auto days = static_cast<std::int64_t>(1 + random.below(random.below(2) == 0 ? 9 : 45));
    std::uint64_t hours = 1 + random.below(random.below(2) == 0 ? 4 : 24);
    std::uint64_t visitors = 1 + random.below(20);
    if (many) days = 45, hours = 24, visitors = 200;
    const bool logs = random.below(2) == 0;
    table = "timestamp,page_url,visitor_id\n";
    for (std::size_t i = 0; i < count; ++i) {
      // From 2025-03-20 on, so that clocks change in Berlin.
      const std::int64_t day = 20167 + static_cast<std::int64_t>(random.below(days));
      const auto hour = static_cast<std::int64_t>(random.below(hours));
      const auto second = static_cast<std::int64_t>(random.below(3600));
      Row row;
      row.time = day * kDay + hour * kHour + second;
      row.page = random.one_of(kPages);
      row.log = logs && random.below(2) == 0;
      // Ids of every length, some with a byte that is zero.
      std::string id = "v" + std::to_string(random.below(visitors));
      if (random.below(3) == 0) id += "-a-name-of-more-than-two-words";
      const std::string clock = two(hour) + ":" + two(second / 60) + ":" + two(second % 60);
      if (row.log) {
        row.error = random.below(4) == 0;
        const std::string agent(random.one_of(kAgents));
        row.visitor = {id, agent, true};
        const std::int64_t date = day - 20147;  // 1 is March 1, 2025
        const std::string name = date <= 31   ? two(date) + "/Mar/2025:"
                                 : date <= 61 ? two(date - 31) + "/Apr/2025:"
                                              : two(date - 61) + "/May/2025:";
        log += id + " - - [" + name + clock + " +0000] \"GET " + row.page + " HTTP/1.1\" " +
               (row.error ? "404" : "200") + " 10 \"-\" \"" + agent + "\"\n";
      } else {
        row.visitor = {id, "", false};
        table += std::to_string(row.time) + "," + row.page + "," + id + "\n";
      }
      rows.push_back(row);
    }
  }
  std::vector<Row> rows;
  std::string table, log;
};

using Seen = std::map<std::string, std::set<Visitor>>;  // by page

struct PlainData {
  const twin::Zone* zone = nullptr;
  std::map<std::int64_t, Seen> hours;  // by first instant

  [[nodiscard]] Seen in(std::int64_t from, std::int64_t to) const {
    Seen seen;
    for (const auto& [start, pages] : hours)
      if (start >= from && start < to)
        for (const auto& [page, visitors] : pages)
          seen[page].insert(visitors.begin(), visitors.end());
    return seen;
  }
};

std::set<Visitor> visitors_of(const Seen& seen) {
  std::set<Visitor> all;
  for (const auto& [page, visitors] : seen) all.insert(visitors.begin(), visitors.end());
  return all;
}

std::uint64_t twice_median_of(std::vector<std::uint64_t> values) {
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  return n % 2 == 1 ? 2 * values[n / 2] : values[n / 2 - 1] + values[n / 2];
}

// Beginnings of the spans that one is compared with.
std::vector<std::int64_t> compared_spans(const PlainData& data, std::int64_t from, std::int64_t to,
                                         UsualOver& over) {
  const std::int64_t local = from + data.zone->at(from).offset;
  const std::int64_t first = data.hours.begin()->first, end = data.hours.rbegin()->first + kHour;
  std::vector<std::int64_t> weeks, days;
  const auto add = [&](std::int64_t begin, bool same_weekday) {
    days.push_back(begin);
    if (same_weekday) weeks.push_back(begin);
  };
  if (to - from == kHour) {
    for (const auto& [start, pages] : data.hours) {
      const std::int64_t other = start + data.zone->at(start).offset;
      if (start != from && (other - local) % kDay == 0)
        add(start, (other - local) % (7 * kDay) == 0);
    }
  } else {
    for (std::int64_t day = -60; day <= 60; ++day) {
      const std::int64_t begin = data.zone->from_local(local + day * kDay);
      if (begin < first || begin + to - from > end || (begin < to && begin + to - from > from))
        continue;
      if (!data.in(begin, begin + to - from).empty()) add(begin, day % 7 == 0);
    }
  }
  over = weeks.size() >= 4 ? UsualOver::weekday_and_hour : UsualOver::hour_of_day;
  if (weeks.size() >= 4) return weeks;
  if (to - from > kDay) days.clear();
  if (days.empty()) over = UsualOver::nothing;
  return days;
}

std::string line(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part + " | ";
  return text + "\n";
}
template <class Number>
std::string text_of(Number number) {
  return std::to_string(number);
}

std::string plain_words(const PlainData& data, std::int64_t from, std::int64_t to, bool who) {
  const Seen seen = data.in(from, to);
  if (seen.empty()) return "nothing\n";
  const std::set<Visitor> all = visitors_of(seen);
  UsualOver over{};
  std::vector<std::uint64_t> totals;
  std::vector<Seen> others;
  for (const std::int64_t begin : compared_spans(data, from, to, over)) {
    others.push_back(data.in(begin, begin + to - from));
    totals.push_back(visitors_of(others.back()).size());
  }
  std::string text =
      line({text_of(all.size()), totals.empty() ? "0" : text_of(twice_median_of(totals)),
            text_of(static_cast<int>(over)), text_of(totals.size())});
  const Seen before = data.in(INT64_MIN, from);
  const std::set<Visitor> known = visitors_of(before);
  using Page = std::tuple<std::int64_t, std::int64_t, std::string, std::string>;
  std::vector<Page> pages;
  for (const auto& [page, visitors] : seen) {
    std::vector<std::uint64_t> counts;
    for (const Seen& other : others)
      counts.push_back(other.contains(page) ? other.at(page).size() : 0);
    const std::uint64_t twice = counts.empty() ? 0 : twice_median_of(counts);
    const auto count = static_cast<std::int64_t>(visitors.size());
    const std::int64_t above = 2 * count - static_cast<std::int64_t>(twice);
    if (!counts.empty() && above <= 0) continue;
    pages.emplace_back(
        -above, -count, page,
        line({page, text_of(count), text_of(twice), before.contains(page) ? "known" : "first"}));
  }
  std::sort(pages.begin(), pages.end());
  for (const Page& page : pages) text += std::get<3>(page);
  if (!who) return text;
  std::map<Visitor, std::size_t> of_visitor;
  for (const auto& [page, visitors] : seen)
    for (const Visitor& visitor : visitors) ++of_visitor[visitor];
  std::map<std::size_t, std::pair<int, int>> by_pages;
  std::vector<std::pair<std::int64_t, Visitor>> order;
  for (const auto& [visitor, count] : of_visitor) {
    ++by_pages[count].first;
    by_pages[count].second += known.contains(visitor) ? 0 : 1;
    order.emplace_back(-static_cast<std::int64_t>(count), visitor);
  }
  for (const auto& [count, visitors] : by_pages)
    text += line({text_of(count), text_of(visitors.first), text_of(visitors.second)});
  std::sort(order.begin(), order.end());
  order.resize(std::min<std::size_t>(order.size(), 100));
  for (const auto& [count, visitor] : order)
    text += line({std::get<0>(visitor), std::get<1>(visitor), text_of(-count),
                  known.contains(visitor) ? "known" : "first"});
  return text;
}

std::string words(const PeakCause& cause, bool who) {
  if (!cause.hour) return "nothing\n";
  std::string text =
      line({text_of(cause.visitors), text_of(cause.usual.twice),
            text_of(static_cast<int>(cause.usual.over)), text_of(cause.usual.compared)});
  const auto first = [](bool seen) { return std::string(seen ? "first" : "known"); };
  for (const PeakCause::Page& page : cause.pages)
    text += line({std::string((*cause.names)[page.page]), text_of(page.visitors),
                  text_of(page.twice_usual), first(page.first_seen)});
  if (!who) return text;
  for (const PeakCause::Seen& seen : cause.who->by_pages)
    text += line({text_of(seen.pages), text_of(seen.visitors), text_of(seen.new_visitors)});
  for (const PeakCause::Visitor& visitor : cause.who->top)
    text += line({visitor.id, visitor.agent, text_of(visitor.pages), first(visitor.first_seen)});
  return text;
}

std::int64_t clock_day(std::int64_t local) { return (local - (local % kDay + kDay) % kDay) / kDay; }
std::int64_t weekday_from_monday(std::int64_t day) { return (day + 3) % 7; }

// What is left of the rows, each at its hour.
std::vector<Row> plain_rows(const std::vector<Row>& rows, const Filter& filter, bool host_only,
                            const twin::Zone& zone) {
  constexpr std::array<const char*, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
  std::vector<Row> left;
  for (Row row : rows) {
    if (row.log && row.error && filter.cleaning.leave_out.contains(LogPart::errors)) continue;
    if (row.log && filter.cleaning.pages == PageForm::path)
      row.page = row.page.substr(0, row.page.find('?'));
    const auto& pages = filter[FilterField::page];
    if (!pages.empty() && std::ranges::find(pages, row.page) == pages.end()) continue;
    row.time = twin::hour_of(zone, row.time).first;
    if (filter.from && row.time < *filter.from->instant) continue;
    if (filter.to && row.time >= *filter.to->instant) continue;
    const std::int64_t local = row.time + zone.at(row.time).offset;
    const bool fits = std::ranges::all_of(filter.conditions, [&](const Condition& condition) {
      if (condition.field == ConditionField::visitor) return true;  // below
      const std::string value = condition.field == ConditionField::page ? row.page
                                : condition.field == ConditionField::weekday
                                    ? kWeekdays[weekday_from_monday(clock_day(local))]
                                    : two(local % kDay / kHour);
      return condition.match == Match::begins   ? value.starts_with(condition.value)
             : condition.match == Match::is_not ? value != condition.value
                                                : value == condition.value;
    });
    if (!fits) continue;
    if (host_only) row.visitor = {std::get<0>(row.visitor), "", false};
    const auto& [id, agent, of_log] = row.visitor;
    const std::string whole = id + (agent.empty() ? "" : " " + agent);
    const auto is = [&](const std::string& name) { return id == name || whole == name; };
    const auto& visitors = filter[FilterField::visitor];
    if (!visitors.empty() && std::ranges::none_of(visitors, is)) continue;
    if (std::ranges::any_of(filter.conditions, [&](const Condition& one) {
          return one.field == ConditionField::visitor && is(one.value);
        }))
      continue;
    left.push_back(row);
  }
  return left;
}

PlainData plain_data(const std::vector<Row>& rows, const Filter& filter, bool host_only,
                     const std::string& zone) {
  PlainData data;
  data.zone = twin::Zone::load(zone);
  for (const Row& row : plain_rows(rows, filter, host_only, *data.zone))
    data.hours[row.time][row.page].insert(row.visitor);
  return data;
}

// The beginning of a stretch, as a number; of hours the instant, else the day.
std::int64_t stretch_of(Step step, std::int64_t hour, std::int32_t offset) {
  const std::int64_t day = clock_day(hour + offset);
  return step == Step::hour ? hour : step == Step::day ? day : day - weekday_from_monday(day);
}

std::string plain_pages(const std::vector<Row>& rows, const twin::Zone& zone, Step step) {
  struct Page {
    std::set<Visitor> visitors;
    std::uint64_t views = 0;
    std::map<std::int64_t, std::set<Visitor>> line;
  };
  std::map<std::string, Page> pages;
  std::set<Visitor> all;
  std::set<std::int64_t> stretches;
  if (rows.empty()) return "0\n";
  const auto [first, last] = std::ranges::minmax(rows, {}, &Row::time);
  const auto place = [&](const Row& row) {
    return stretch_of(step, row.time, static_cast<std::int32_t>(zone.at(row.time).offset));
  };
  // Of 45 days there is no need of weeks.
  if (step == Step::hour && (last.time - first.time) / kHour >= 100) step = Step::day;
  for (const Row& row : rows) {
    Page& page = pages[row.page];
    page.visitors.insert(row.visitor);
    ++page.views;
    page.line[place(row)].insert(row.visitor);
    all.insert(row.visitor);
    stretches.insert(place(row));
  }
  std::string text = text_of(all.size()) + " | ";
  for (const std::int64_t stretch : stretches) text += text_of(stretch) + " ";
  text += "\n";
  for (const auto& [name, page] : pages) {
    std::uint64_t share = page.visitors.size() * 10000 / all.size();
    const std::uint64_t twice_rest = 2 * (page.visitors.size() * 10000 % all.size());
    if (twice_rest > all.size() || (twice_rest == all.size() && share % 2 == 1)) ++share;
    const std::string digits = text_of(10000 + share);
    text +=
        line({name, text_of(page.visitors.size()),
              std::string(share == 10000 ? "1." : "0.") + digits.substr(1), text_of(page.views)});
    for (const auto& [stretch, visitors] : page.line)
      text += text_of(stretch) + ": " + text_of(visitors.size()) + ", ";
  }
  return text;
}

std::string words(const PageTotalsPtr& totals) {
  const Stretches& stretches = totals->stretches;
  std::string text = text_of(totals->visitors);
  if (totals->pages.empty()) return text + "\n";
  text += " | ";
  const auto place = [&](std::size_t stretch) {
    const Hour begin = stretches.begins[stretch].value();
    return text_of(stretch_of(stretches.step, begin.start, begin.offset));
  };
  for (std::size_t stretch = 0; stretch < stretches.begins.size(); ++stretch)
    if (stretches.begins[stretch]) text += place(stretch) + " ";
  text += "\n";
  const PageTotalsTable table(totals);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::vector<std::string> cells(4);
    for (std::size_t column = 0; column < cells.size(); ++column)
      table.append_cell(cells[column], row, column);
    text += line(cells);
    for (const PageTotals::Point& point : totals->line(row))
      text += place(point.stretch) + ": " + text_of(point.visitors) + ", ";
  }
  return text;
}

TimeBound bound(std::int64_t instant) { return {instant, instant}; }

void ask_for_visitors(Random& random, Filter& filter) {
  if (random.below(4) == 0) filter[FilterField::visitor] = {"v0", "v1 Firefox/1", "v2"};
  if (random.below(4) == 0)
    filter.conditions.push_back(
        {ConditionField::visitor, Match::is_not, random.below(2) == 0 ? "v1" : "v0 Safari/2"});
}

AnalysisOptions random_options(Random& random) {
  AnalysisOptions options;
  options.report.kinds = ReportKind::hourly_visitors;
  if (random.below(4) == 0) options.report.visitor = VisitorKey::host;
  options.run.keep_slices = options.run.keep_visits = true;
  options.run.threads = 1 + static_cast<unsigned>(random.below(4));
  options.run.chunk_bytes = 200 + random.below(4000);
  return options;
}

}  // namespace

class TestPeakCauses : public QObject {
  Q_OBJECT
 private slots:
  void like_maps_over_the_rows() {
    const testing::Workshop workshop;
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(120); ++seed) {
      Random random(seed);
      const RandomRows made(random);
      std::vector<std::string> files{made.table};
      if (!made.log.empty()) files.insert(files.begin(), made.log);
      std::vector<std::string> paths;
      for (const twin::Input& input : workshop.write(files)) paths.push_back(input.path);
      const AnalysisOptions options = random_options(random);
      const bool host_only = options.report.visitor == VisitorKey::host;
      const Outcome outcome = Analysis(paths, options).run({});
      QCOMPARE(outcome.kind, Outcome::Kind::done);

      for (int round = 0; round < 4; ++round) {
        Filter filter;
        if (random.below(3) == 0) filter.cleaning.leave_out.insert(LogPart::errors);
        if (random.below(3) == 0) filter.cleaning.pages = PageForm::path;
        if (random.below(3) == 0)
          filter[FilterField::page] = {"/", "/a", std::string(random.one_of(kPages))};
        ask_for_visitors(random, filter);
        const std::int64_t middle =
            20167 * kDay + static_cast<std::int64_t>(random.below(20)) * kDay;
        if (random.below(5) == 0) filter.from = bound(middle);
        if (random.below(5) == 0) filter.to = bound(middle + 9 * kDay);
        const std::string zone = random.below(2) == 0 ? "UTC" : "Europe/Berlin";
        ReportOptions wanted = options.report;
        wanted.zone = *TimeZone::load(zone, {});
        const PlainData data = plain_data(made.rows, filter, host_only, zone);

        std::vector<TimeSpan> spans;
        std::vector<std::size_t> hours;
        for (const auto& [start, pages] : data.hours) {
          hours.push_back(hours.size());
          if (random.below(4) != 0) continue;
          const std::uint64_t length = random.below(3) == 0 ? 1 + random.below(40) : 1;
          spans.push_back({start, start + static_cast<std::int64_t>(length) * kHour});
        }
        spans.push_back({middle + kHour, middle + 3 * kHour});
        std::ranges::shuffle(spans, std::minstd_rand(static_cast<unsigned>(seed)));
        const PeakCauses causes = outcome.slices->peak_causes(wanted, filter, spans, {});
        QCOMPARE(causes.size(), spans.size());
        const auto where = "seed " + std::to_string(seed) + ", " + std::to_string(round);
        for (std::size_t i = 0; i < spans.size(); ++i) {
          const std::string got = words(*causes[i], true);
          const std::string expected = plain_words(data, spans[i].from, spans[i].to, true);
          QVERIFY2(got == expected, (where + "\n" + got + "≠\n" + expected).c_str());
          if (causes[i]->hour)
            QCOMPARE(causes[i]->begins_data, data.hours.begin()->first >= spans[i].from);
        }

        // A report alone tells the same of its hours, but for who came.
        const ReportSetPtr reports = outcome.slices->report(wanted, filter);
        const auto report = reports->get<HourlyVisitorsReport>();
        QCOMPARE(report->hours.size(), hours.size());
        const PeakCauses told = peak_causes(*report, hours);
        for (const std::size_t hour : hours) {
          const std::int64_t start = report->hours[hour].hour.start;
          QCOMPARE(words(*told[hour], false), plain_words(data, start, start + kHour, false));
          QVERIFY(!told[hour]->who);
        }
      }
    }
  }

  void shares_are_rounded_once() {
    auto cause = std::make_shared<PeakCause>();
    cause->hour = Hour{0, 0};
    TextPool names;
    for (const char* const name : {"/a", "/b", "/c"}) names.append(name);
    cause->names = std::make_shared<const TextPool>(names);
    const std::vector<SpanVisitors> compared{{4, {{0, 4}}}, {5, {{0, 3}, {1, 1}}}};
    // 4.5 are usual, 7.5 more came: 4.5 more for /a, 1.5 for /b, nothing for /c, which is new.
    set_pages(*cause, {12, {{0, 8}, {1, 2}, {2, 7}}}, UsualOver::hour_of_day, compared, {});
    const TablePtr table = peak_pages_table({cause});
    std::string text;
    for (std::size_t row = 0; row < table->rows(); ++row)
      for (std::size_t column = 0; column < table->columns().size(); ++column) {
        table->append_cell(text, row, column);
        text += column + 1 < table->columns().size() ? "," : "\n";
      }
    QCOMPARE(text, std::string("1970-01-01 00:00,/c,7,0,7,0.9333,no\n"
                               "1970-01-01 00:00,/a,8,3.5,4.5,0.6000,no\n"
                               "1970-01-01 00:00,/b,2,0.5,1.5,0.2000,no\n"));
  }

  void pages_are_counted_over_the_whole_time() {
    const testing::Workshop workshop;
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(60); ++seed) {
      Random random(seed);
      // Of many rows several threads count shares.
      const bool many = seed % 15 == 0;
      const RandomRows made(random, many);
      std::vector<std::string> files{made.table};
      if (!made.log.empty()) files.insert(files.begin() + (seed % 2 == 0 ? 1 : 0), made.log);
      std::vector<std::string> paths;
      for (const twin::Input& input : workshop.write(files)) paths.push_back(input.path);
      const AnalysisOptions options = random_options(random);
      const Outcome outcome = Analysis(paths, options).run({});
      QCOMPARE(outcome.kind, Outcome::Kind::done);
      for (int round = 0; round < (many ? 2 : 6); ++round) {
        Filter filter;
        if (random.below(3) == 0) filter.cleaning.leave_out.insert(LogPart::errors);
        if (random.below(3) == 0) filter.cleaning.pages = PageForm::path;
        if (random.below(4) == 0)
          filter[FilterField::page] = {"/", "/a", std::string(random.one_of(kPages))};
        const std::int64_t middle =
            20167 * kDay + static_cast<std::int64_t>(random.below(20)) * kDay;
        if (random.below(5) == 0) filter.from = bound(middle);
        if (random.below(5) == 0) filter.to = bound(middle + 9 * kDay);
        ask_for_visitors(random, filter);
        if (random.below(5) == 0)
          filter.conditions.push_back({ConditionField::weekday, Match::is_not, "Saturday"});
        if (random.below(5) == 0)
          filter.conditions.push_back({ConditionField::hour_of_day, Match::is,
                                       two(static_cast<std::int64_t>(random.below(5)))});
        if (random.below(5) == 0)
          filter.conditions.push_back({ConditionField::page, Match::begins, "/a"});
        const std::string zone = random.below(2) == 0 ? "UTC" : "Europe/Berlin";
        ReportOptions wanted = options.report;
        wanted.zone = *TimeZone::load(zone, {});
        wanted.step = static_cast<Step>(random.below(3));
        const twin::Zone* const plain_zone = twin::Zone::load(zone);
        const std::vector<Row> rows =
            plain_rows(made.rows, filter, wanted.visitor == VisitorKey::host, *plain_zone);
        const PageTotalsPtr totals = outcome.slices->page_totals(wanted, filter, {});
        const std::string expected = plain_pages(rows, *plain_zone, wanted.step);
        const std::string got = words(totals);
        QVERIFY2(got == expected, ("seed " + std::to_string(seed) + ", " + std::to_string(round) +
                                   "\n" + got + "≠\n" + expected)
                                      .c_str());
        QCOMPARE(totals->utc, zone == "UTC");
        const auto report = outcome.slices->report(wanted, filter)->get<HourlyVisitorsReport>();
        QCOMPARE(totals->visitors, report->unique_visitors);
        QCOMPARE(totals->pages.size(), report->unique_pages);
      }
    }
  }

  // However long the time is, a line has few points, and no fewer than it must.
  void stretches_are_few() {
    for (const char* const name : {"UTC", "Europe/Berlin", "America/Sao_Paulo"}) {
      const TimeZone zone = *TimeZone::load(name, {});
      for (std::uint64_t seed = 1; seed <= testing::rounds_of(60); ++seed) {
        Random random(seed);
        const std::uint64_t longest = std::uint64_t{1} << random.below(19);  // hours
        std::set<std::int64_t> starts;
        for (int i = 0; i < 40; ++i)
          starts.insert(1'000'000'800 + static_cast<std::int64_t>(random.below(longest)) * kHour);
        std::vector<Hour> hours;
        ZoneCursor cursor(zone);
        for (const std::int64_t start : starts) hours.push_back(cursor.hour_at(start));
        const auto least = static_cast<Step>(random.below(3));
        const Stretches all = Stretches::of(hours, least, zone);
        QVERIFY(all.begins.size() <= Stretches::kMost);
        QVERIFY(all.begins.front() && all.begins.back() && all.steps >= 1 && all.step >= least);
        QVERIFY(all.steps == 1 || all.step == Step::week);
        const auto days = [&](Step step) {
          return first_day(step, hours.back()) - first_day(step, hours.front());
        };
        const std::int64_t weeks = days(Step::week) / 7 + 1;
        if (all.step == Step::day)
          QVERIFY(least == Step::day || *starts.rbegin() - *starts.begin() >= 100 * kHour);
        if (all.step == Step::week) QVERIFY(least == Step::week || days(Step::day) >= 100);
        if (all.steps > 1) QVERIFY(weeks > (all.steps - 1) * 100);
        QCOMPARE(all.of_hour.size(), hours.size());
        std::vector<bool> seen(all.begins.size());
        for (std::size_t i = 0; i < hours.size(); ++i) {
          const std::uint32_t at = all.of_hour[i];
          seen[at] = true;
          const Hour begin = all.begins[at].value();
          QVERIFY(begin.start <= hours[i].start);
          const std::int64_t day = first_day(all.step, hours[i]) - first_day(all.step, begin);
          if (all.step == Step::hour)
            QCOMPARE(begin, hours[i]);
          else
            QVERIFY(day >= 0 && day < all.steps * (all.step == Step::week ? 7 : 1));
          if (all.step == Step::week)
            QCOMPARE(static_cast<unsigned>(weekday_of(local_day(begin))), 0U);
        }
        for (std::size_t at = 0; at < seen.size(); ++at)
          QCOMPARE(all.begins[at].has_value(), static_cast<bool>(seen[at]));
      }
    }
    QVERIFY(Stretches::of({}, Step::hour, {}).begins.empty());
  }

  void is_stopped() {
    const testing::Workshop workshop;
    Random random(7);
    const auto inputs = workshop.write({RandomRows(random).table});
    AnalysisOptions options;
    options.run.keep_slices = true;
    const Outcome outcome = Analysis({inputs[0].path}, options).run({});
    std::stop_source stop;
    stop.request_stop();
    bool stopped = false;
    try {
      const std::vector<TimeSpan> spans{{20167 * kDay, 20190 * kDay}};
      static_cast<void>(outcome.slices->peak_causes({}, {}, spans, stop.get_token()));
    } catch (const Stopped&) {
      stopped = true;
    }
    QVERIFY(stopped);
  }
};

QTEST_GUILESS_MAIN(TestPeakCauses)
#include "test_peak_causes.moc"
