// Users as a table, ranked, and by steps. What is ranked and counted stands beside its plain twin:
// all users sorted, each step counted by itself.
#include <QTest>
#include <algorithm>
#include <cmath>
#include <memory>

#include "model/report/user_ranking.h"
#include "tests/bench/random.h"

using namespace footfall;

namespace {

using User = UserActivityReport::User;

// Few numbers, so that many users are equal.
UserActivityPtr random_users(bench::Random& random, std::size_t count) {
  auto names = std::make_shared<TextPool>();
  auto report = std::make_shared<UserActivityReport>();
  for (std::size_t i = 0; i < count; ++i) {
    const TextId name = names->append("u" + std::to_string(1000 + i));
    const auto value = static_cast<Int128>(random.below(7)) - 3;
    report->users.push_back({name, random.below(3), random.below(4), random.below(3),
                             DecimalSum(value * Decimal::kOne / 4)});
  }
  report->names = names;
  return report;
}

double plain_measure(const User& user, UserMeasure measure) {
  const double all[] = {static_cast<double>(user.clicks + user.views + user.purchases),
                        static_cast<double>(user.clicks), static_cast<double>(user.views),
                        static_cast<double>(user.purchases),
                        user.value.to_double() / static_cast<double>(Decimal::kOne)};
  return all[static_cast<std::size_t>(measure)];
}

std::string cell(const Table& table, std::size_t row, std::size_t column) {
  std::string text;
  table.append_cell(text, row, column);
  return text;
}

// part / all with four decimals, half to even, by trying all.
std::string plain_share(std::uint64_t part, std::uint64_t all) {
  if (all == 0) return "";
  std::uint64_t best = 0;
  const auto distance = [&](std::uint64_t tenths) {
    const std::uint64_t a = part * 10000, b = tenths * all;
    return a > b ? a - b : b - a;
  };
  for (std::uint64_t tenths = 1; tenths <= 10000; ++tenths)
    if (distance(tenths) < distance(best) ||
        (distance(tenths) == distance(best) && tenths % 2 == 0))
      best = tenths;
  return best == 10000 ? "1.0000" : "0." + std::to_string(10000 + best).substr(1);
}

}  // namespace

class TestUserActivityTable : public QObject {
  Q_OBJECT
 private slots:
  void cells_numbers_and_order() {
    auto names = std::make_shared<TextPool>();
    for (const char* name : {"zoe", "other", "amy"}) names->append(name);
    auto report = std::make_shared<UserActivityReport>();
    report->users = {{2, 3, 0, 1, DecimalSum(parse_number("12.3").value.units)},
                     {0, 1, 2, 0, DecimalSum(parse_number("-0.000000000000000001").value.units)}};
    report->names = names;
    const TablePtr table = user_activity_table(report);
    QCOMPARE(table->name(), "user_activity");
    QCOMPARE(table->rows(), std::size_t{2});
    std::string out;
    for (std::size_t row = 0; row < 2; ++row)
      for (std::size_t column = 0; column < 5; ++column) {
        table->append_cell(out, row, column);
        out += "|";
      }
    QCOMPARE(out, "amy|3|0|1|12.30|zoe|1|2|0|-0.000000000000000001|");
    QVERIFY(std::isnan(table->number(0, 0)));
    QCOMPARE(table->number(0, 1), 3.0);
    QCOMPARE(table->number(0, 4), 12.3);
    QVERIFY(table->compare(0, 1, 0) < 0);
    QVERIFY(table->compare(0, 1, 1) > 0);
    QVERIFY(table->compare(0, 1, 2) < 0);
    QVERIFY(table->compare(0, 1, 3) > 0);
    QVERIFY(table->compare(0, 1, 4) > 0);
    QCOMPARE(table->compare(1, 1, 4), 0);
  }

  void rankings_are_the_first_of_all_users_sorted() {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      bench::Random random(seed);
      const UserActivityPtr report = random_users(random, random.below(120));
      const std::size_t most = random.below(140);
      for (const UserMeasureFacts& facts : kUserMeasureTable) {
        std::vector<std::size_t> sorted(report->users.size());
        for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
        std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
          return plain_measure(report->users[a], facts.measure) >
                 plain_measure(report->users[b], facts.measure);
        });
        sorted.resize(std::min(most, sorted.size()));
        const UserRankingPtr ranking = rank_users(report, facts.measure, most);
        QCOMPARE(ranking->users, sorted);
        const TablePtr table = top_users_table(ranking);
        QCOMPARE(table->rows(), sorted.size());
        for (std::size_t row = 0; row < sorted.size(); ++row) {
          const User& user = report->users[sorted[row]];
          QCOMPARE(cell(*table, row, 0), std::string((*report->names)[user.name]));
          for (const UserMeasureFacts& of : kUserMeasureTable) {
            const auto column = 1 + static_cast<std::size_t>(of.measure);
            QCOMPARE(table->number(row, column), plain_measure(user, of.measure));
            QCOMPARE(std::stod(cell(*table, row, column)), plain_measure(user, of.measure));
            const double next = row + 1 < sorted.size()
                                    ? plain_measure(report->users[sorted[row + 1]], of.measure)
                                    : plain_measure(user, of.measure);
            const double here = plain_measure(user, of.measure);
            QCOMPARE(table->compare(row, std::min(row + 1, sorted.size() - 1), column),
                     here < next   ? -1
                     : here > next ? 1
                                   : 0);
          }
        }
      }
    }
  }

  void steps_are_counted_whatever_came_first() {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
      bench::Random random(seed);
      const UserActivityPtr report = random_users(random, random.below(60));
      const auto count = [&](auto holds) {
        return static_cast<std::uint64_t>(
            std::count_if(report->users.begin(), report->users.end(), holds));
      };
      const std::uint64_t all = report->users.size();
      const std::uint64_t viewed = count([](const User& u) { return u.views != 0; });
      const std::uint64_t clicked =
          count([](const User& u) { return u.views != 0 && u.clicks != 0; });
      const std::uint64_t bought =
          count([](const User& u) { return u.views * u.clicks * u.purchases != 0; });
      const std::uint64_t buyers = count([](const User& u) { return u.purchases != 0; });
      const UserSteps steps = user_steps(*report);
      QCOMPARE(steps.users, (std::array{all, viewed, clicked, bought}));
      QCOMPARE(steps.purchased_otherwise, buyers - bought);
      const TablePtr table = user_steps_table(steps);
      const std::uint64_t users[] = {all, viewed, clicked, bought, buyers - bought};
      for (std::size_t row = 0; row < 5; ++row) {
        QCOMPARE(cell(*table, row, 1), std::to_string(users[row]));
        const bool step = row > 0 && row < 4;
        QCOMPARE(cell(*table, row, 2), step ? plain_share(users[row], users[row - 1]) : "");
        QCOMPARE(cell(*table, row, 3), plain_share(users[row], all));
        for (const std::size_t column : {2, 3})
          QCOMPARE(std::isnan(table->number(row, column)), cell(*table, row, column).empty());
      }
      // Absent shares come last.
      QVERIFY(table->compare(0, 4, 2) == 0);
      if (viewed > 0) {
        QVERIFY(table->compare(0, 2, 2) > 0);
        QVERIFY(table->compare(2, 0, 2) < 0);
        QCOMPARE(table->compare(1, 2, 3), viewed > clicked ? 1 : 0);
      }
    }
  }
};

QTEST_APPLESS_MAIN(TestUserActivityTable)
#include "test_user_activity_table.moc"
