#include "model/report/filter_part.h"

#include <QTest>
#include <bit>
#include <random>
#include <string>
#include <vector>

using namespace footfall;

namespace {

using Values = std::vector<std::string>;

std::string told(const std::vector<FilterPart>& parts) {
  std::string text;
  for (const FilterPart& part : parts) {
    text += std::string(kConditionFieldTable[part.field].name) + ' ' +
            std::string(kMatchTable[part.match].name);
    for (const std::string& value : part.values) text += ' ' + value;
    text += '\n';
  }
  return text;
}

// What a filter leaves of these names of pages, hours of day and weekdays, condition by condition.
std::string left(const Filter& filter) {
  std::string text;
  const auto& list = filter[FilterField::page];
  for (const std::string page : {"", "a", "b", "ab", "ba", "abc"}) {
    bool holds = list.empty() || std::ranges::find(list, page) != list.end();
    for (const Condition& one : filter.conditions)
      holds = holds && (one.field != ConditionField::page || one.holds(page));
    text += holds ? '1' : '0';
  }
  for (const ConditionField field : {ConditionField::hour_of_day, ConditionField::weekday})
    text += ' ' + std::to_string(values_in(field, filter.conditions));
  return text;
}

}  // namespace

class TestFilterPart : public QObject {
  Q_OBJECT

 private slots:
  void parts_are_told_field_by_field() {
    Filter filter;
    filter[FilterField::user] = {"u"};
    filter[FilterField::page] = {"/b", "/a"};
    filter.conditions = {{ConditionField::weekday, Match::is_not, "Sunday"},
                         {ConditionField::page, Match::contains, "x"},
                         {ConditionField::page, Match::is_not, "/c"},
                         {ConditionField::currency, Match::is_not, "EUR"},
                         {ConditionField::page, Match::begins, "/"},
                         {ConditionField::currency, Match::is_not, "USD"},
                         {ConditionField::page, Match::is_not, "/d"},
                         {ConditionField::weekday, Match::is_not, "Saturday"}};
    QCOMPARE(QString::fromStdString(told(parts_of(filter))),
             "page is /b /a\n"
             "page is-not /c /d\n"
             "page contains x\n"
             "page begins /\n"
             "user is u\n"
             "currency is-not EUR\n"
             "currency is-not USD\n"
             "weekday is Monday Tuesday Wednesday Thursday Friday\n");
    // Taken away one by one nothing is left, whatever the order.
    std::mt19937 random(1);
    for (int round = 0; round < 50; ++round) {
      Filter rest = filter;
      for (std::vector<FilterPart> parts = parts_of(rest); !parts.empty(); parts = parts_of(rest)) {
        const std::size_t before = parts.size();
        rest = without_part(rest, parts[random() % parts.size()]);
        QCOMPARE(parts_of(rest).size(), before - 1);
      }
      QVERIFY(rest.empty());
    }
  }

  void a_part_that_is_there_once_replaces_its_like() {
    Filter filter = with_part({}, {ConditionField::page, Match::is, {"a"}});
    filter = with_part(filter, {ConditionField::page, Match::is, {"b", "c"}});
    QCOMPARE(filter[FilterField::page], (Values{"b", "c"}));
    filter = with_part(filter, {ConditionField::page, Match::is_not, {"b"}});
    filter = with_part(filter, {ConditionField::page, Match::is_not, {"d", "e"}});
    filter = with_part(filter, {ConditionField::page, Match::contains, {"x"}});
    filter = with_part(filter, {ConditionField::page, Match::contains, {"y"}});
    filter = with_part(filter, {ConditionField::page, Match::contains, {"y"}});
    filter = with_part(filter, {ConditionField::currency, Match::is, {"EUR"}});
    filter = with_part(filter, {ConditionField::currency, Match::is, {"USD"}});
    filter = with_part(filter, {ConditionField::hour_of_day, Match::is, {"00", "07"}});
    filter = with_part(filter, {ConditionField::hour_of_day, Match::is, {"09", "10", "11"}});
    QCOMPARE(QString::fromStdString(told(parts_of(filter))),
             "page is b c\n"
             "page is-not d e\n"
             "page contains x\n"
             "page contains y\n"
             "currency is USD\n"
             "hour of day is 09 10 11\n");
    QCOMPARE(part_of(filter, ConditionField::page, Match::is_not).values, (Values{"d", "e"}));
    QVERIFY(part_of(filter, ConditionField::page, Match::like).values.empty());
    for (const auto& [field, match] : {std::pair{ConditionField::page, Match::is},
                                       {ConditionField::page, Match::is_not},
                                       {ConditionField::currency, Match::is},
                                       {ConditionField::hour_of_day, Match::is}})
      filter = with_part(filter, {field, match, {}});
    QCOMPARE(QString::fromStdString(told(parts_of(filter))), "page contains x\npage contains y\n");
  }

  void every_set_of_hours_and_weekdays_can_be_asked() {
    std::mt19937 random(2);
    for (const ConditionField field : {ConditionField::hour_of_day, ConditionField::weekday}) {
      const std::uint32_t all = (1U << value_count(field)) - 1;
      for (int round = 0; round < 400; ++round) {
        const std::uint32_t values = round < 128 ? static_cast<std::uint32_t>(round) & all
                                                 : static_cast<std::uint32_t>(random()) & all;
        const std::vector<Condition> conditions = conditions_that_leave(field, values);
        QCOMPARE(values_in(field, conditions), values);
        QCOMPARE(conditions.empty(), values == all);
        if (values == 0 || values == all) continue;
        Filter filter;
        filter.conditions = conditions;
        const FilterPart part = parts_of(filter).front();
        QCOMPARE(part.values.size(), static_cast<std::size_t>(std::popcount(values)));
        QCOMPARE(with_part({}, part).conditions, conditions);
        // As they are written on the command line.
        for (const Condition& one : conditions) {
          Condition read;
          const std::string text = std::string(kConditionFieldTable[field].name) + ' ' +
                                   std::string(kMatchTable[one.match].name) + ' ' + one.value;
          QCOMPARE(parse_condition(text, read), ConditionFault::none);
          QCOMPARE(read, one);
        }
      }
    }
  }

  void names_are_left_out() {
    Filter filter = without_names({}, FilterField::page, {"a", "b"});
    QCOMPARE(QString::fromStdString(told(parts_of(filter))), "page is-not a b\n");
    filter = without_names(filter, FilterField::page, {"b", "c"});
    QCOMPARE(QString::fromStdString(told(parts_of(filter))), "page is-not a b c\n");
    // What was picked before and stays is told by the list alone.
    Filter listed;
    listed[FilterField::page] = {"a", "b", "c"};
    listed = without_names(listed, FilterField::page, {"b", "d"});
    QCOMPARE(listed[FilterField::page], (Values{"a", "c"}));
    QVERIFY(listed.conditions.empty());
    listed = without_names(listed, FilterField::page, {"a", "c"});
    QCOMPARE(left(listed).substr(0, 6), std::string("000000"));
  }

  // Whatever is done to a filter, its parts alone make it again, and the rows it leaves are those
  // of its conditions.
  void parts_make_the_filter_again() {
    std::mt19937 random(3);
    const Values pages = {"", "a", "b", "ab", "ba", "abc"};
    const auto some_pages = [&] {
      Values values;
      for (const std::string& page : pages)
        if (random() % 3 == 0) values.push_back(page);
      return values;
    };
    for (int round = 0; round < 3000; ++round) {
      Filter filter;
      for (int step = 0; step < 6; ++step) {
        const std::string before = left(filter);
        switch (random() % 5) {
          case 0:
            filter = with_part(filter, {ConditionField::page, Match::is, some_pages()});
            break;
          case 1:
            filter = with_part(filter, {ConditionField::page, Match::is_not, some_pages()});
            break;
          case 2:
            filter = with_part(filter, {ConditionField::page,
                                        static_cast<Match>(2 + random() % 3),
                                        {pages[1 + random() % 5]}});
            break;
          case 3: {
            const ConditionField field =
                random() % 2 == 0 ? ConditionField::hour_of_day : ConditionField::weekday;
            Values values;
            for (unsigned i = 0; i < value_count(field); ++i)
              if (random() % 2 == 0) values.push_back(value_of(field, i));
            filter = with_part(filter, {field, Match::is, values});
            break;
          }
          default: {
            const Values gone = some_pages();
            filter = without_names(filter, FilterField::page, gone);
            const std::string after = left(filter);
            for (std::size_t i = 0; i < pages.size(); ++i) {
              const bool is_gone = std::ranges::find(gone, pages[i]) != gone.end();
              QCOMPARE(after[i], is_gone ? '0' : before[i]);
            }
          }
        }
      }
      Filter again;
      for (const FilterPart& part : parts_of(filter)) again = with_part(std::move(again), part);
      QCOMPARE(left(again), left(filter));
      QCOMPARE(told(parts_of(again)), told(parts_of(filter)));
    }
  }
};

QTEST_APPLESS_MAIN(TestFilterPart)
#include "test_filter_part.moc"
