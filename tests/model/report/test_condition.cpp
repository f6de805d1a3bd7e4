#include <QTest>
#include <string>
#include <vector>

#include "model/core/calendar.h"
#include "model/report/filter.h"

using namespace footfall;

namespace {

Condition condition_of(const std::string& text) {
  Condition condition;
  if (parse_condition(text, condition) != ConditionFault::none) qFatal("%s", text.c_str());
  return condition;
}

std::string told(const Condition& condition) {
  return std::string(kConditionFieldTable[condition.field].name) + '|' +
         std::string(kMatchTable[condition.match].name) + '|' + condition.value;
}

}  // namespace

class TestCondition : public QObject {
  Q_OBJECT

 private slots:
  void a_condition_is_read_as_written() {
    QCOMPARE(told(condition_of("page begins /blog")), "page|begins|/blog");
    QCOMPARE(told(condition_of("  Page   is-not /a b ")), "page|is-not|/a b ");
    QCOMPARE(told(condition_of("page is  /a")), "page|is| /a");
    QCOMPARE(told(condition_of("currency is ")), "currency|is|");
    QCOMPARE(told(condition_of("hour  of\tday is  7 ")), "hour of day|is|07");
    QCOMPARE(told(condition_of("page like a***b**")), "page|like|a*b*");
    QCOMPARE(told(condition_of("event type is is-not")), "event type|is|is-not");
    QCOMPARE(told(condition_of("event_type like a*")), "event type|like|a*");
    QCOMPARE(told(condition_of("hour-of-day is 7")), "hour of day|is|07");
    QCOMPARE(told(condition_of("hour begins 1")), "hour of day|begins|1");
    QCOMPARE(told(condition_of("weekday is sun")), "weekday|is|Sunday");
    QCOMPARE(told(condition_of("weekday is-not 1")), "weekday|is-not|Monday");
    QCOMPARE(told(condition_of("currency is eur")), "currency|is|EUR");
    QCOMPARE(told(condition_of("user contains not")), "user|contains|not");
  }

  void what_is_wrong_is_told() {
    Condition condition;
    const auto fault = [&](const char* text) { return parse_condition(text, condition); };
    QCOMPARE(fault(""), ConditionFault::field);
    QCOMPARE(fault("pages is /a"), ConditionFault::field);
    QCOMPARE(fault("pageis /a"), ConditionFault::field);
    QCOMPARE(fault("page"), ConditionFault::match);
    QCOMPARE(fault("page = /a"), ConditionFault::match);
    QCOMPARE(fault("page isnt /a"), ConditionFault::match);
    QCOMPARE(fault("page is not /a"), ConditionFault::negation);
    QCOMPARE(fault("page is"), ConditionFault::value);
    QCOMPARE(fault("hour is 24"), ConditionFault::hour);
    QCOMPARE(fault("hour is-not noon"), ConditionFault::hour);
    QCOMPARE(fault("weekday is 0"), ConditionFault::weekday);
    QCOMPARE(fault("weekday is Mo"), ConditionFault::weekday);
    QCOMPARE(fault("weekday like mon"), ConditionFault::weekday);
    QCOMPARE(fault("hour contains 25"), ConditionFault::hour);
  }

  void a_pattern_is_of_the_whole() {
    struct Case {
      const char* pattern;
      const char* text;
      bool holds;
    };
    for (const Case& one : std::vector<Case>{{"a", "a", true},
                                             {"a", "ab", false},
                                             {"*", "", true},
                                             {"a*", "a", true},
                                             {"*a", "ba", true},
                                             {"*a", "ab", false},
                                             {"a*a", "a", false},
                                             {"a*a", "aa", true},
                                             {"*b*", "abc", true},
                                             {"*b*", "ac", false},
                                             {"a*b*c", "abbc", true},
                                             {"a*b*c", "acb", false},
                                             {"*ab*ab*", "aab", false},
                                             {"*ab*ab*", "abab", true},
                                             {"**", "x", true},
                                             {"/a?*", "/a?b", true},
                                             {"/a?*", "/axb", false}}) {
      const bool holds = condition_of("page like " + std::string(one.pattern)).holds(one.text);
      QVERIFY2(holds == one.holds, one.pattern);
    }
  }

  void case_matters_but_in_currencies() {
    QVERIFY(!condition_of("page is /A").holds("/a"));
    QVERIFY(condition_of("page contains A").holds("/A/b"));
    QVERIFY(!condition_of("page contains A").holds("/a/b"));
    QCOMPARE(condition_of("currency begins e").value, "E");
  }

  void hours_and_weekdays_become_sets() {
    const auto all = [](std::initializer_list<const char*> texts) {
      std::vector<Condition> conditions;
      for (const char* text : texts) conditions.push_back(condition_of(text));
      return conditions;
    };
    QCOMPARE(hours_of_day_in({}), kAllHoursOfDay);
    QCOMPARE(hours_of_day_in(all({"hour is 0"})), 1U);
    QCOMPARE(hours_of_day_in(all({"hour begins 2", "hour is-not 21"})), 0b1101U << 20);
    QCOMPARE(weekdays_in(all({"weekday begins S"})), 0b1100000U);
    QCOMPARE(weekdays_in(all({"weekday is 1", "weekday is 2"})), 0U);
    QCOMPARE(weekday_of(0), 3U);        // 1970-01-01, a Thursday
    QCOMPARE(weekday_of(-4), 6U);       // 1969-12-28, a Sunday
    QCOMPARE(weekday_of(20454), 3U);    // 2026-01-01
    QCOMPARE(weekday_of(-719162), 0U);  // 0001-01-01
  }

  void a_filter_keeps_the_conditions_that_rows_can_answer() {
    Filter filter;
    filter.conditions = {condition_of("weekday is 1"), condition_of("page is /a"),
                         condition_of("currency is EUR")};
    QCOMPARE(answered_by(EventType::payment, filter).conditions.size(), std::size_t{2});
    QCOMPARE(ignored_filters(EventType::payment, filter), std::vector<std::string_view>{"page"});
    QCOMPARE(ignored_filters(EventType::user_event, filter),
             (std::vector<std::string_view>{"page", "currency", "weekday"}));
    QVERIFY(!filter.empty());
  }

  void one_name_asked_for_is_a_list_of_one() {
    Filter filter;
    filter.conditions = {condition_of("user is a"), condition_of("user is b"),
                         condition_of("page contains x")};
    QCOMPARE(with_names_listed(filter), filter);  // nobody is both
    filter.conditions[1] = filter.conditions[0];
    const Filter listed = with_names_listed(filter);
    QCOMPARE(listed[FilterField::user], std::vector<std::string>{"a"});
    QCOMPARE(listed.conditions.size(), std::size_t{1});
    filter[FilterField::user] = {"c", "d"};
    QCOMPARE(with_names_listed(filter), filter);
  }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "test_condition.moc"
