#include <QTest>
#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "model/aggregate/user_activity.h"

using namespace footfall;

namespace {

// A row that owns its texts.
struct Event {
  std::string id;
  std::string user;
  std::string type;
  std::optional<Decimal> price;
  auto operator<=>(const Event&) const = default;
};

// What the contract says, in maps and sets.
std::string plain_report(const std::vector<Event>& rows, const std::set<std::string>& asked) {
  const std::set<Event> distinct(rows.begin(), rows.end());
  std::map<std::string, std::vector<Event>> by_id;
  struct Totals {
    int click = 0, view = 0, purchase = 0;
    DecimalSum value;
  };
  std::map<std::string, Totals> users;
  for (const std::string& user : asked) users[user];
  for (const Event& event : distinct) {
    by_id[event.id].push_back(event);
    Totals& totals = users[event.user];
    if (event.type == "click") ++totals.click;
    if (event.type == "view") ++totals.view;
    if (event.type == "purchase") {
      ++totals.purchase;
      if (event.price) totals.value += DecimalSum(event.price->units);
    }
  }
  std::size_t conflicts = 0;
  for (const auto& [id, events] : by_id) conflicts += events.size() > 1 ? events.size() : 0;
  std::string out = std::to_string(distinct.size()) + " events, " +
                    std::to_string(rows.size() - distinct.size()) + " duplicates, " +
                    std::to_string(conflicts) + " conflicts\n";
  for (const auto& [user, totals] : users) {
    out += user + "|" + std::to_string(totals.click) + "|" + std::to_string(totals.view) + "|" +
           std::to_string(totals.purchase) + "|";
    append_exact(out, totals.value, Decimal::kDigits, 2);
    out += "\n";
  }
  return out;
}

std::string dump(const UserActivityReport& report) {
  std::string out = std::to_string(report.events) + " events, " +
                    std::to_string(report.duplicate_events) + " duplicates, " +
                    std::to_string(report.conflicting_events) + " conflicts\n";
  std::uint64_t clicks = 0, views = 0, purchases = 0;
  DecimalSum value;
  for (const auto& user : report.users) {
    out += std::string((*report.names)[user.name]) + "|" + std::to_string(user.clicks) + "|" +
           std::to_string(user.views) + "|" + std::to_string(user.purchases) + "|";
    append_exact(out, user.value, Decimal::kDigits, 2);
    out += "\n";
    clicks += user.clicks;
    views += user.views;
    purchases += user.purchases;
    value += user.value;
  }
  if (clicks != report.clicks || views != report.views || purchases != report.purchases ||
      value != report.value)
    out += "totals do not add up\n";
  return out;
}

void add(UserActivity& state, const Event& event) {
  state.add({event.id, event.user, event.type, event.price});
}

std::string random_text(std::mt19937& random, std::size_t kinds, const char* prefix) {
  const std::size_t kind = random() % kinds;
  // Ids of every length, with bytes of every value.
  if (kind % 17 == 0) return std::string(1 + kind % 300, static_cast<char>(kind * 7 + 1));
  if (kind % 19 == 0)
    return std::string(" ") + static_cast<char>(kind % 256) + std::string(1, '\0');
  return prefix + std::to_string(kind);
}

std::vector<Event> random_events(std::mt19937& random, std::size_t count, std::size_t ids,
                                 std::size_t users) {
  static const std::vector<std::string> prices = {"0",
                                                  "0.00",
                                                  "-0",
                                                  "5",
                                                  "5.0",
                                                  "5.01",
                                                  "-3.5",
                                                  "1000000000000000000",
                                                  "-1000000000000000000",
                                                  "0.000000000000000001",
                                                  "123456789012.12345678",
                                                  "92233720368.54775807",
                                                  "92233720368.54775808",
                                                  "-92233720368.54775808",
                                                  "-92233720368.54775809"};
  static const std::vector<std::string> types = {"click", "view",  "purchase", "purchase",
                                                 "",      "Click", "share",    "purchase "};
  std::vector<Event> events;
  for (std::size_t i = 0; i < count; ++i) {
    Event event;
    event.id = random_text(random, ids, "e");
    event.user = random_text(random, users, "u");
    event.type = types[random() % types.size()];
    if (random() % 4 != 0) event.price = parse_number(prices[random() % prices.size()]).value;
    events.push_back(event);
    while (random() % 3 == 0) events.push_back(events[random() % events.size()]);
  }
  return events;
}

// Adds `rows` to several states in random turns, merges them in a random grouping.
UserActivity spread(std::mt19937& random, const std::vector<Event>& rows, std::size_t states) {
  const AggregateOptions options;
  std::vector<UserActivity> parts;
  for (std::size_t i = 0; i < states; ++i) parts.emplace_back(options);
  for (const Event& row : rows) {
    UserActivity& state = parts[random() % states];
    add(state, row);
    if (random() % 50 == 0) state.end_chunk();
    if (random() % 500 == 0) state.finish(run_in_sequence);
  }
  for (UserActivity& part : parts) part.end_chunk();
  UserActivity whole(options);
  while (!parts.empty()) {
    std::vector<UserActivity> some;
    for (std::size_t n = 1 + random() % parts.size(); n > 0; --n) {
      some.push_back(std::move(parts.back()));
      parts.pop_back();
    }
    whole.merge(std::move(some), run_in_sequence);
    if (random() % 2 == 0) whole.finish(run_in_sequence);
  }
  whole.finish(run_in_sequence);
  return whole;
}

}  // namespace

class TestUserActivity : public QObject {
  Q_OBJECT
 private slots:
  void nothing_added() {
    UserActivity state{AggregateOptions{}};
    state.finish(run_in_sequence);
    QCOMPARE(dump(*state.report({}, {}, run_in_sequence)), plain_report({}, {}));
    QCOMPARE(state.rows({}, {}), std::uint64_t{0});
  }
  void equals_the_plain_twin_however_rows_are_spread() {
    std::mt19937 random(3);
    for (int round = 0; round < 60; ++round) {
      std::vector<Event> rows =
          random_events(random, random() % 1500, 1 + random() % 2000, 1 + random() % 300);
      const std::string expected = plain_report(rows, {});
      for (std::size_t states : {1, 2, 8}) {
        std::shuffle(rows.begin(), rows.end(), random);
        const UserActivity state = spread(random, rows, states);
        QCOMPARE(dump(*state.report({}, {}, run_in_sequence)), expected);
        QCOMPARE(state.rows({}, {}), std::uint64_t{rows.size()});
      }
    }
  }
  void events_of_few_ids_equal_the_plain_twin() {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
      std::vector<Event> rows = random_events(random, 3000, 1 + random() % 4, 1 + random() % 300);
      const UserActivity state = spread(random, rows, 1 + random() % 3);
      QCOMPARE(dump(*state.report({}, {}, run_in_sequence)), plain_report(rows, {}));
    }
  }
  void slices_equal_the_twin_on_matching_rows() {
    std::mt19937 random(4);
    for (int round = 0; round < 40; ++round) {
      const std::vector<Event> rows = random_events(random, 400, 200, 1 + random() % 30);
      const UserActivity state = spread(random, rows, 1 + random() % 4);
      Filter filter;
      for (std::size_t i = 0; i < 1 + random() % 6; ++i)
        filter[FilterField::user].push_back(random_text(random, 35, "u"));
      const std::set<std::string> asked(filter[FilterField::user].begin(),
                                        filter[FilterField::user].end());
      std::vector<Event> matching;
      std::copy_if(rows.begin(), rows.end(), std::back_inserter(matching),
                   [&](const Event& row) { return asked.contains(row.user); });
      QVERIFY(state.can_report({}, filter));
      QCOMPARE(dump(*state.report({}, filter, run_in_sequence)), plain_report(matching, asked));
      QCOMPARE(state.rows({}, filter), std::uint64_t{matching.size()});
    }
  }
  void many_rows_fold_while_they_come() {
    std::mt19937 random(5);
    std::vector<Event> rows = random_events(random, 1000, 1000, 50);
    const std::vector<Event> once = rows;
    UserActivity state{AggregateOptions{}};
    // 600 times the same rows: far beyond what a log holds before it is folded.
    std::uint64_t added = 0;
    for (int i = 0; i < 600; ++i)
      for (const Event& row : once) {
        add(state, row);
        ++added;
      }
    state.end_chunk();
    QVERIFY(state.memory() < std::size_t{32} << 20);
    state.finish(run_in_sequence);
    const std::set<Event> distinct(once.begin(), once.end());
    const auto report = state.report({}, {}, run_in_sequence);
    QCOMPARE(report->events, std::uint64_t{distinct.size()});
    QCOMPARE(report->duplicate_events, added - distinct.size());
    QCOMPARE(state.rows({}, {}), added);
  }
  void a_copy_goes_on_alone() {
    std::mt19937 random(6);
    const std::vector<Event> rows = random_events(random, 300, 200, 20);
    const UserActivity before = spread(random, rows, 2);
    const std::string expected = dump(*before.report({}, {}, run_in_sequence));
    UserActivity after = before;
    const Event another{"new id", "new user", "purchase", Decimal{5}};
    add(after, another);
    after.end_chunk();
    after.finish(run_in_sequence);
    QCOMPARE(dump(*before.report({}, {}, run_in_sequence)), expected);
    QCOMPARE(after.rows({}, {}), before.rows({}, {}) + 1);
  }
};

QTEST_APPLESS_MAIN(TestUserActivity)
#include "test_user_activity.moc"
