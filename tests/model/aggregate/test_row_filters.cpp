#include <QTest>

#include "model/aggregate/activity_filter.h"
#include "model/aggregate/campaign_ranking.h"
#include "model/aggregate/customers/payment_filter.h"
#include "model/aggregate/visit_filter.h"

using namespace footfall;

namespace {

PaymentRow payment(std::int64_t ts, std::string_view type = "view",
                   std::string_view customer = "c") {
  PaymentRow row;
  row.customer = customer;
  row.ts = ts;
  row.event_type = type;
  return row;
}

}  // namespace

class TestRowFilters : public QObject {
  Q_OBJECT
 private slots:
  void payments_are_past_events() {
    ReportOptions options;
    options.now = 1'700'000'000;
    const PaymentFilter filter(options, {});
    QVERIFY(!filter.keep(payment(-1)));
    QVERIFY(!filter.keep(payment(0)));
    QVERIFY(filter.keep(payment(1)));
    QVERIFY(filter.keep(payment(1'700'000'000)));
    QVERIFY(!filter.keep(payment(1'700'000'001)));
    options.now = 0;
    QVERIFY(!PaymentFilter(options, {}).keep(payment(1)));
  }
  void days_end_with_the_year_9999() {
    ReportOptions options;
    options.now = std::numeric_limits<std::int64_t>::max();
    const PaymentFilter filter(options, {});
    QVERIFY(filter.keep(payment(253402300799)));
    QVERIFY(!filter.keep(payment(253402300800)));
    QVERIFY(!filter.keep(payment(1'000'000'000'000'000'000)));
  }
  void allowed_event_types() {
    ReportOptions options;
    options.now = 100;
    options.event_types = {"view", ""};
    const PaymentFilter some(options, {});
    QVERIFY(some.keep(payment(5, "view")));
    QVERIFY(some.keep(payment(5, "")));
    QVERIFY(!some.keep(payment(5, "View")));
    options.event_types = std::vector<std::string>();
    QVERIFY(!PaymentFilter(options, {}).keep(payment(5, "view")));
    QVERIFY(!PaymentFilter(options, {}).keep(payment(5, "")));
  }
  void customers() {
    ReportOptions options;
    options.now = 100;
    Filter filter;
    filter[FilterField::customer] = {"b", "a"};
    QVERIFY(PaymentFilter(options, filter).keep(payment(5, "", "a")));
    QVERIFY(PaymentFilter(options, filter).keep(payment(5, "", "b")));
    QVERIFY(!PaymentFilter(options, filter).keep(payment(5, "", "c")));
  }
  void whole_days_by_their_first_second() {
    ReportOptions options;
    options.now = 4'000'000'000;
    const std::int64_t day = 20'000 * kSecondsPerDay;
    Filter filter;
    filter.from = TimeBound{day + 1, {}};
    filter.to = TimeBound{day + 2 * kSecondsPerDay, {}};
    const PaymentFilter plain(options, filter);
    QVERIFY(!plain.keep(payment(day + 2)));
    QVERIFY(!plain.keep(payment(day + kSecondsPerDay - 1)));
    QVERIFY(plain.keep(payment(day + kSecondsPerDay)));
    QVERIFY(plain.keep(payment(day + 2 * kSecondsPerDay - 1)));
    QVERIFY(!plain.keep(payment(day + 2 * kSecondsPerDay)));
    QVERIFY(!plain.in_range(20'000));
    QVERIFY(plain.in_range(20'001));
    QVERIFY(!plain.in_range(20'002));
    // An offset moves the bound: midnight of the day in a zone east of Greenwich is the evening
    // before.
    filter.from = TimeBound{day, day - 3600};
    filter.to = TimeBound{day + kSecondsPerDay, day + kSecondsPerDay + 1};
    const PaymentFilter moved(options, filter);
    QVERIFY(!moved.keep(payment(day - 1)));
    QVERIFY(moved.keep(payment(day)));
    QVERIFY(moved.keep(payment(day + 2 * kSecondsPerDay - 1)));
    QVERIFY(!moved.keep(payment(day + 2 * kSecondsPerDay)));
  }
  void users() {
    Filter filter;
    filter[FilterField::user] = {"u2"};
    ActivityRow row;
    row.user = "u1";
    QVERIFY(ActivityFilter({}, {}).keep(row));
    QVERIFY(!ActivityFilter({}, filter).keep(row));
    row.user = "u2";
    QVERIFY(ActivityFilter({}, filter).keep(row));
  }
  // The first reason that holds, in the order of the contract.
  void a_row_left_out_has_the_first_reason() {
    ReportOptions options;
    options.now = 100 * kSecondsPerDay;
    options.event_types = {"view"};
    Filter filter;
    filter.from = TimeBound{10 * kSecondsPerDay, {}};
    filter.to = TimeBound{20 * kSecondsPerDay, {}};
    filter[FilterField::customer] = {"a"};
    const PaymentFilter payments(options, filter);
    const auto of = [&](std::int64_t ts, std::string_view type) {
      return payments.reason(payment(ts, type, "b"));
    };
    QCOMPARE(of(0, "login"), FilterReason::not_after_1970);
    QCOMPARE(of(options.now + 1, "login"), FilterReason::in_the_future);
    QCOMPARE(of(options.now, "login"), FilterReason::event_type);
    QCOMPARE(of(10 * kSecondsPerDay - 1, "view"), FilterReason::before_the_range);
    QCOMPARE(of(20 * kSecondsPerDay, "view"), FilterReason::after_the_range);
    QCOMPARE(of(20 * kSecondsPerDay - 1, "view"), reason_of(ConditionField::customer));

    filter[FilterField::page] = {"/a"};
    const VisitFilter visits({}, filter);
    VisitRow visit;
    visit.page = "/b            ";
    visit.time.seconds = 10 * kSecondsPerDay - 1;
    QCOMPARE(visits.reason(visit), FilterReason::before_the_range);
    visit.time.seconds = 20 * kSecondsPerDay;
    QCOMPARE(visits.reason(visit), FilterReason::after_the_range);
    visit.time.seconds = 10 * kSecondsPerDay;
    QCOMPARE(visits.reason(visit), reason_of(ConditionField::page));
  }
  // Rows of campaigns are judged when all are read: a total line by the sums of the others,
  // whatever the filter.
  void campaign_rows_left_out_have_the_first_reason() {
    AggregateOptions options;
    options.keep_slices = true;
    CampaignRanking state(options);
    struct Given {
      std::string_view campaign, date;
      std::uint64_t figures;
    };
    const std::vector<Given> rows = {{"a", "1970-01-10", 1},    {"b", "1970-01-21", 2},
                                     {"b", "January   ", 3},    {"b", "1970-01-11", 4},
                                     {"a", "1970-01-11", 5},    {"Total", "          ", 15},
                                     {"SUMME", "1970-01-11", 7}};
    std::vector<std::string> texts;  // 16 bytes may be read
    for (const Given& row : rows) {
      texts.push_back(std::string(row.campaign) + std::string(16, ' '));
      texts.push_back(std::string(row.date) + std::string(16, ' '));
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
      state.add({std::string_view(texts[2 * i]).substr(0, rows[i].campaign.size()),
                 std::string_view(texts[2 * i + 1]).substr(0, 10), rows[i].figures, rows[i].figures,
                 Decimal{}, 1});
    state.end_chunk();
    state.finish(run_in_sequence);
    const auto count = [&](const Filter& filter) {
      RowCounts counts;
      counts.counted = rows.size();
      state.count_filtered(options.report, filter, run_in_sequence, counts);
      std::string text = std::to_string(counts.counted);
      for (const FilterReasonFacts& facts : kFilterReasonTable)
        if (const std::uint64_t n = counts.filtered_by_reason[facts.reason])
          text += ' ' + std::string(facts.name) + ' ' + std::to_string(n);
      return text;
    };
    Filter filter;
    QCOMPARE(count(filter), "5 total line 2");
    filter.from = TimeBound{10 * kSecondsPerDay, {}};
    filter.to = TimeBound{20 * kSecondsPerDay, {}};
    QCOMPARE(count(filter), "2 total line 2 before the range 1 after the range 1 no date 1");
    filter[FilterField::campaign] = {"a", "SUMME"};  // what is asked for by name counts
    QCOMPARE(count(filter),
             "2 total line 1 before the range 1 after the range 1 no date 1 campaign 1");
    const auto report = state.report(options.report, filter, run_in_sequence);
    QCOMPARE(report->campaigns.size(), std::size_t{2});
    QVERIFY(report->remarks().empty());
  }
  // What a choice of time ranges begins with.
  void campaigns_tell_the_dates_they_have() {
    const auto extent_of = [](bool kept, const Filter& filter) {
      AggregateOptions options;
      options.keep_slices = kept;
      CampaignRanking state(options);
      const std::string dates = "2025-01-07 2025-01-06 2025-02-01                 ";
      const auto date = [&](std::size_t at) { return std::string_view(dates).substr(at, 10); };
      for (const auto& [campaign, at] :
           {std::pair("a               ", 0), std::pair("a               ", 11),
            std::pair("b               ", 22), std::pair("c               ", 33)})
        state.add({std::string_view(campaign).substr(0, 1), date(static_cast<std::size_t>(at)), 1,
                   1, Decimal{Decimal::kOne}, 1});
      state.end_chunk();
      state.finish(run_in_sequence);
      return state.report(options.report, filter, run_in_sequence)->time_extent();
    };
    constexpr std::int64_t kSixth = 20094 * kSecondsPerDay;
    const auto all = extent_of(true, {});
    QVERIFY(all && all->begin == kSixth && all->end == kSixth + 27 * kSecondsPerDay);
    Filter filter;
    filter[FilterField::campaign] = {"a"};
    const auto some = extent_of(true, filter);
    QVERIFY(some && some->begin == kSixth && some->end == kSixth + 2 * kSecondsPerDay);
    filter[FilterField::campaign] = {"c"};  // whose rows have none
    QVERIFY(!extent_of(true, filter));
    QVERIFY(!extent_of(false, {}));
  }
};

QTEST_APPLESS_MAIN(TestRowFilters)
#include "test_row_filters.moc"
