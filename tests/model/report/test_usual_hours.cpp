// Usual values, and which hours they come from, beside a slow reading of the contract.
#include <QTest>
#include <algorithm>
#include <array>

#include "model/report/peaks.h"
#include "model/report/usual_hours.h"
#include "tests/support/random_inputs.h"
#include "tests/support/twin_compare.h"
#include "tests/support/twin_time.h"

using namespace footfall;
using testing::Random;

namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;
constexpr std::array<const char*, 5> kZones = {"UTC", "Europe/Berlin", "America/New_York",
                                               "Asia/Kolkata", "Australia/Lord_Howe"};

// Hours around a change of clocks, some of them without rows.
std::vector<HourValue> random_hours(Random& random, const TimeZone& zone) {
  constexpr std::array<std::int64_t, 3> kChanges = {1729990800, 1743296400, 1759591800};
  const std::int64_t days = 1 + static_cast<std::int64_t>(random.below(60));
  const std::int64_t begin =
      kChanges[random.below(3)] - static_cast<std::int64_t>(random.below(60)) * kDay;
  const std::uint64_t gaps = random.below(8), most = random.below(2) == 0 ? 4 : 1000;
  std::vector<HourValue> hours;
  ZoneCursor cursor(zone);
  for (std::int64_t at = begin; at < begin + days * kDay; at += kHour / 2) {
    if (random.below(8) < gaps) continue;
    const Hour hour = cursor.hour_at(at);
    if (hours.empty() || hours.back().hour != hour) hours.push_back({hour, 1 + random.below(most)});
  }
  return hours;
}

// Days since 1970 and seconds of the day by the local clock.
struct Clock {
  std::int64_t weekday;
  std::int64_t hour;
};
Clock clock_of(const twin::Zone& zone, std::int64_t instant) {
  // No data here are before 1970, a Thursday.
  const std::int64_t local = instant + zone.at(instant).offset;
  return {(local / kDay + 3) % 7, local % kDay / kHour};
}

struct Plain {
  std::vector<std::size_t> with;
  UsualOver over = UsualOver::nothing;
};
Plain plain_comparison(const std::vector<HourValue>& hours, const twin::Zone& zone,
                       std::size_t hour) {
  Plain weekday, day;
  const Clock own = clock_of(zone, hours[hour].hour.start);
  for (std::size_t i = 0; i < hours.size(); ++i) {
    const Clock other = clock_of(zone, hours[i].hour.start);
    if (i == hour || other.hour != own.hour) continue;
    day.with.push_back(i);
    if (other.weekday == own.weekday) weekday.with.push_back(i);
  }
  weekday.over = UsualOver::weekday_and_hour;
  day.over = day.with.empty() ? UsualOver::nothing : UsualOver::hour_of_day;
  return weekday.with.size() >= 4 ? weekday : day;
}

std::uint64_t plain_twice_median(std::vector<std::uint64_t> values) {
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  return n % 2 == 1 ? 2 * values[n / 2] : values[n / 2 - 1] + values[n / 2];
}

// value / (twice / 2) in hundredths, a half to the even side.
std::string plain_times(std::uint64_t value, std::uint64_t twice) {
  const std::uint64_t whole = value * 200 / twice, rest = value * 200 % twice;
  const std::uint64_t hundredths =
      whole + (2 * rest > twice || (2 * rest == twice && whole % 2 == 1) ? 1 : 0);
  const std::string digits = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + (digits.size() < 2 ? ".0" : ".") + digits;
}

std::string cell(const Table& table, std::size_t row, std::size_t column) {
  std::string text;
  table.append_cell(text, row, column);
  return text;
}

}  // namespace

class TestUsualHours : public QObject {
  Q_OBJECT
 private slots:
  void like_a_plain_reading_of_the_rule() {
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(200); ++seed) {
      Random random(seed);
      const std::string name(random.one_of(kZones));
      const TimeZone zone = *TimeZone::load(name, {});
      const twin::Zone& clock = *twin::Zone::load(name);
      const std::vector<HourValue> hours = random_hours(random, zone);
      std::vector<Hour> starts;
      for (const HourValue& hour : hours) starts.push_back(hour.hour);
      const std::vector<Usual> usual = usual_values(hours);
      QCOMPARE(usual.size(), hours.size());
      for (std::size_t i = 0; i < hours.size(); ++i) {
        const Plain plain = plain_comparison(hours, clock, i);
        Usual expected{0, plain.over, plain.with.size()};
        std::vector<std::uint64_t> values;
        for (const std::size_t other : plain.with) values.push_back(hours[other].value);
        if (!values.empty()) expected.twice = plain_twice_median(values);
        QVERIFY2(usual[i] == expected, ("seed " + std::to_string(seed)).c_str());

        // The hour by itself is compared with the same ones.
        const std::int64_t next = i + 1 < hours.size() ? starts[i + 1].start : INT64_MAX;
        const Compared compared =
            compared_with(starts, zone, {starts[i].start, std::min(starts[i].start + kHour, next)});
        QCOMPARE(compared.over, expected.over);
        QCOMPARE(compared.with.size(), plain.with.size());
        for (std::size_t k = 0; k < plain.with.size(); ++k)
          QCOMPARE(compared.with[k], (HourSpan{plain.with[k], plain.with[k] + 1}));
      }
    }
  }

  void longer_spans_are_compared_with_whole_weeks_or_days() {
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(300); ++seed) {
      Random random(seed);
      const std::string name(random.one_of(kZones));
      const TimeZone zone = *TimeZone::load(name, {});
      const twin::Zone& clock = *twin::Zone::load(name);
      const std::vector<HourValue> values = random_hours(random, zone);
      if (values.empty()) continue;
      std::vector<Hour> hours;
      for (const HourValue& hour : values) hours.push_back(hour.hour);
      const std::size_t at = random.below(hours.size());
      const std::int64_t length = (2 + static_cast<std::int64_t>(random.below(30))) * kHour;
      const TimeSpan span{hours[at].start, hours[at].start + length};

      const std::int64_t local = span.from + clock.at(span.from).offset;
      const std::int64_t end = hours.back().start + kHour;
      std::array<std::vector<HourSpan>, 2> found;  // by weeks, by days
      for (std::int64_t day = -100; day <= 100; ++day) {
        const std::int64_t from = clock.from_local(local + day * kDay), to = from + length;
        if (from < hours.front().start || to > end || (from < span.to && to > span.from)) continue;
        std::vector<std::size_t> inside;
        for (std::size_t i = 0; i < hours.size(); ++i)
          if (hours[i].start >= from && hours[i].start < to) inside.push_back(i);
        if (inside.empty()) continue;
        const HourSpan one{inside.front(), inside.back() + 1};
        found[1].push_back(one);
        if (day % 7 == 0) found[0].push_back(one);
      }
      Compared expected{UsualOver::weekday_and_hour, found[0]};
      if (found[0].size() < 4) {
        expected = {};
        if (length <= kDay && !found[1].empty()) expected = {UsualOver::hour_of_day, found[1]};
      }
      Compared compared = compared_with(hours, zone, span);
      std::ranges::sort(compared.with, {}, &HourSpan::begin);
      std::ranges::sort(expected.with, {}, &HourSpan::begin);
      QCOMPARE(compared.over, expected.over);
      QVERIFY2(compared.with == expected.with, ("seed " + std::to_string(seed)).c_str());
    }
  }

  void peaks_are_ranked_by_exact_values() {
    for (std::uint64_t seed = 1; seed <= testing::rounds_of(100); ++seed) {
      Random random(seed);
      HourlyVisitorsReport report;
      report.utc = false;
      for (const HourValue& hour : random_hours(random, *TimeZone::load("Europe/Berlin", {})))
        report.hours.push_back({hour.hour, hour.value, 2 * hour.value});
      const std::vector<Usual> usual = usual_values(hour_values(report));
      for (const PeakOrder order : {PeakOrder::size, PeakOrder::times_usual}) {
        // One after the other out of those that are left.
        std::vector<std::size_t> left, expected;
        for (std::size_t i = 0; i < report.hours.size(); ++i) left.push_back(i);
        const std::size_t most = random.below(2) == 0 ? 1 + random.below(20) : left.size();
        while (!left.empty() && expected.size() < most) {
          std::size_t best = 0;
          for (std::size_t k = 1; k < left.size(); ++k) {
            const auto& a = report.hours[left[k]];
            const auto& b = report.hours[left[best]];
            const Usual &of_a = usual[left[k]], &of_b = usual[left[best]];
            const std::uint64_t times_a = of_a.known() ? a.visitors * of_b.twice : 0;
            const std::uint64_t times_b = of_b.known() ? b.visitors * of_a.twice : 0;
            bool higher = a.visitors > b.visitors;
            if (order == PeakOrder::times_usual) {
              if (of_a.known() != of_b.known())
                higher = of_a.known();
              else if (of_a.known() && times_a != times_b)
                higher = times_a > times_b;
            }
            if (higher) best = k;
          }
          expected.push_back(left[best]);
          left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
        }
        const PeaksPtr peaks = rank_peaks(report, order, most);
        const TablePtr table = peaks_table(peaks);
        QCOMPARE(table->rows(), expected.size());
        for (std::size_t row = 0; row < expected.size(); ++row) {
          const std::size_t hour = expected[row];
          QCOMPARE(peaks->peaks[row].hour, hour);
          QCOMPARE(cell(*table, row, 0), std::to_string(row + 1));
          QCOMPARE(cell(*table, row, 2), std::to_string(report.hours[hour].visitors));
          const Usual& of = usual[hour];
          const std::string half = of.twice % 2 == 1 ? ".5" : "";
          QCOMPARE(cell(*table, row, 3), of.known() ? std::to_string(of.twice / 2) + half : "");
          QCOMPARE(cell(*table, row, 4),
                   of.known() ? plain_times(report.hours[hour].visitors, of.twice) : "");
          QCOMPARE(cell(*table, row, 6), std::to_string(of.compared));
          if (row == 0) continue;
          // The order of the table is that of its columns.
          if (order == PeakOrder::size) QVERIFY(table->compare(row - 1, row, 2) >= 0);
          if (of.known() && order == PeakOrder::times_usual)
            QVERIFY(table->compare(row - 1, row, 4) >= 0);
        }
      }
    }
  }

  void nothing_is_usual_for_days() {
    HourlyVisitorsReport report;
    for (int day = 0; day < 60; ++day)
      report.hours.push_back({{day * kSecondsPerDay, 0}, std::uint64_t(10 + day % 9), 20});
    QVERIFY(rank_peaks(report, PeakOrder::size, 1)->peaks.front().usual.known());
    report.step = Step::day;
    const PeaksPtr peaks = rank_peaks(report, PeakOrder::size, 60);
    QCOMPARE(peaks->peaks.front().hour, std::size_t{8});
    for (const Peaks::Peak& peak : peaks->peaks) QVERIFY(!peak.usual.known());
  }
};

QTEST_APPLESS_MAIN(TestUsualHours)
#include "test_usual_hours.moc"
