// Twice the rows take twice the time, whatever keys they have, and what is stopped ends soon. Long,
// for each aggregate has hostile keys of its own, measured by the same means.
#include <malloc.h>

#include <QTest>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <limits>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/aggregate/campaign_ranking.h"
#include "model/aggregate/customers/customer_report_aggregate.h"
#include "model/aggregate/hourly_visitors.h"
#include "model/aggregate/user_activity.h"

using namespace footfall;

namespace {

double thread_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Memory stays with the process, so that no page is asked for twice: pages are what a large state
// pays that a small one does not.
void keep_memory() {
  constexpr int kGigabyte = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, kGigabyte);
  mallopt(M_TRIM_THRESHOLD, kGigabyte);
}

// What twice the rows cost, as a multiple: the mean of three doublings. Eight runs of one size are
// compared with one of eight times the size, so that both meet the same disturbance by whatever
// else the machine does, and the best of several tries counts. Quadratic work gives 4 in all.
double growth(std::size_t rows, const std::function<void(std::size_t)>& work) {
  double best = std::numeric_limits<double>::max();
  for (int tries = 0; tries < 7 && best > 2.4; ++tries) {
    const auto seconds = [&](int runs, std::size_t of) {
      const double begin = thread_seconds();
      for (int i = 0; i < runs; ++i) work(of);
      return thread_seconds() - begin;
    };
    const double before = seconds(4, rows);
    const double large = seconds(1, 8 * rows);
    const double small = before + seconds(4, rows);
    best = std::min(best, 2 * std::cbrt(large / small));
  }
  return best;
}

// A name with the bytes behind it that readers may load.
std::string numbered(const char* prefix, std::size_t number) {
  std::string name = prefix + std::to_string(number);
  name.reserve(name.size() + 16);
  return name;
}

// A key of 32 bytes; all of them share one hash where hashes have no seed.
std::string chosen(std::size_t number) {
  std::string digits = std::to_string(number);
  digits.insert(0, 8 - digits.size(), '0');
  std::string key = "campaign00007266" + digits + "8a8&.>sw";
  key.reserve(key.size() + 16);
  return key;
}
// The same of 16 bytes: the first eight are a constant of the hash without a seed.
std::string chosen_short(std::size_t number) {
  std::string digits = std::to_string(number);
  digits.insert(0, 8 - digits.size(), '0');
  std::string key = "\x15\x7c\x4a\x7f\xb9\x79\x37\x9e" + digits;
  key.reserve(key.size() + 16);
  return key;
}

using Keys = std::string (*)(std::size_t number);

double growth_of_visits(Keys pages, Keys visitors, bool log) {
  const std::string agent = numbered("agent", 1);
  return growth(20'000, [&](std::size_t rows) {
    HourlyVisitors state{AggregateOptions{}};
    for (std::size_t i = 0; i < rows; ++i) {
      const std::string page = pages(i);
      const std::string visitor = visitors(i);
      state.add({Instant{}, page, visitor, agent, log});
      state.end_chunk();
    }
    state.finish(run_in_sequence);
  });
}

double growth_of_payments(std::size_t fewest, Keys ids, Keys customers, Keys types, bool distinct) {
  AggregateOptions options;
  options.report.distinct_events = distinct;
  options.report.now = kLastInstant.seconds;
  const std::string currency = "USD";
  return growth(fewest, [&](std::size_t rows) {
    CustomerReportAggregate state(options);
    for (std::size_t i = 0; i < rows; ++i) {
      const std::string id = ids(i);
      const std::string customer = customers(i);
      const std::string type = types(i);
      state.add({id, customer, 100, type, Decimal{Decimal::kOne}, currency});
      state.end_chunk();
    }
    state.finish(run_in_sequence);
  });
}

double growth_of_activity(Keys ids, Keys users) {
  const std::string type = "click";
  return growth(20'000, [&](std::size_t rows) {
    UserActivity state{AggregateOptions{}};
    for (std::size_t i = 0; i < rows; ++i) {
      const std::string id = ids(i);
      const std::string user = users(i);
      state.add({id, user, type, {}});
      state.end_chunk();
    }
    state.finish(run_in_sequence);
  });
}

double growth_of_campaigns(Keys campaigns) {
  return growth(20'000, [&](std::size_t rows) {
    CampaignRanking state{AggregateOptions{}};
    for (std::size_t i = 0; i < rows; ++i) {
      const std::string campaign = campaigns(i);
      state.add({campaign, {}, 1, 1, Decimal{Decimal::kOne}, 1});
      state.end_chunk();
    }
    state.finish(run_in_sequence);
  });
}

// Where work was stopped: the most it still took, as a share of all of it. `work` is stopped before
// it begins, and at the begin and the end of each of its sections, whose tasks are not left out as
// stoppable() would, so that only their own looks end them. The best of three tries counts.
template <class State, class Work>
double longest_end(const State& prepared, const Work& work) {
  enum When { kNever, kBefore, kAtBegin, kAtEnd };
  std::size_t sections = 0;
  const auto seconds = [&](When when, std::size_t at) {
    State state = prepared;
    std::stop_source stop;
    double begin = thread_seconds();
    const auto request = [&] {
      stop.request_stop();
      begin = thread_seconds();
    };
    if (when == kBefore) request();
    sections = 0;
    const ParallelFor parallel(
        [&](std::size_t tasks, const ParallelFor::Task& task) {
          const std::size_t section = sections++;
          if (when == kAtBegin && section == at) request();
          bool stopped = false;
          for (std::size_t i = 0; i < tasks; ++i) try {
              task(i);
            } catch (const Stopped&) {
              stopped = true;
            }
          if (stopped) throw Stopped{};
          if (when == kAtEnd && section == at) request();
        },
        stop.get_token());
    try {
      work(state, parallel);
    } catch (const Stopped&) {
    }
    return thread_seconds() - begin;
  };
  const double whole = std::min(seconds(kNever, 0), seconds(kNever, 0));
  const std::size_t all = sections;
  double longest = 0;
  const auto stop_at = [&](When when, std::size_t at) {
    double best = seconds(when, at);
    for (int tries = 1; tries < 3 && best > whole / 10; ++tries)
      best = std::min(best, seconds(when, at));
    longest = std::max(longest, best / whole);
  };
  stop_at(kBefore, 0);
  for (std::size_t at = 0; at < all; ++at) {
    stop_at(kAtBegin, at);
    stop_at(kAtEnd, at);
  }
  return longest;
}

// Merges two copies of a state, finishes, and makes a report, whole and of a slice.
template <class State>
double longest_end_of(const State& prepared, const ReportOptions& options, const Filter& filter) {
  const std::vector<State> two(2, prepared);
  return longest_end(two, [&](std::vector<State>& states, const ParallelFor& parallel) {
    State& state = states.front();
    std::vector<State> others;
    others.push_back(std::move(states.back()));
    state.merge(std::move(others), parallel);
    state.finish(parallel);
    for (const Filter& which : {Filter{}, filter}) {
      (void)state.report(options, which, parallel);
      (void)state.rows(options, which, parallel);
    }
  });
}

AggregateOptions with_slices() {
  AggregateOptions options;
  options.keep_slices = true;
  options.report.now = kLastInstant.seconds;
  options.report.distinct_events = true;
  return options;
}

TextInterner interned(const char* prefix, std::size_t count) {
  TextInterner texts;
  for (std::size_t i = 0; i < count; ++i) (void)texts.intern(numbered(prefix, i));
  return texts;
}

}  // namespace

class TestGrowth : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { keep_memory(); }

  void events_of_one_id() {
    const std::string id = numbered("e", 0);
    const std::string type = "click";
    std::uint64_t conflicts = 0;
    const double times = growth(20'000, [&](std::size_t rows) {
      UserActivity state{AggregateOptions{}};
      for (std::size_t i = 0; i < rows; ++i) {
        const std::string user = numbered("u", i);
        state.add({id, user, type, {}});
        state.end_chunk();
      }
      state.finish(run_in_sequence);
      conflicts = state.report({}, {}, run_in_sequence)->conflicting_events;
    });
    QVERIFY(conflicts == 20'000 || conflicts == 160'000);
    QVERIFY2(times <= 2.5, std::to_string(times).c_str());
  }

  void payments_of_one_id() {
    AggregateOptions options;
    options.report.distinct_events = true;
    options.report.now = kLastInstant.seconds;
    const std::string id = numbered("e", 0);
    const std::string type = "checkout";
    const std::string currency = "USD";
    std::uint64_t conflicts = 0;
    const double times = growth(20'000, [&](std::size_t rows) {
      CustomerReportAggregate state(options);
      for (std::size_t i = 0; i < rows; ++i) {
        const std::string customer = numbered("c", i);
        state.add({id, customer, 100, type, Decimal{Decimal::kOne}, currency});
        state.end_chunk();
      }
      state.finish(run_in_sequence);
      conflicts = state.report(options.report, {}, run_in_sequence)->conflicting_events;
    });
    QVERIFY(conflicts == 20'000 || conflicts == 160'000);
    QVERIFY2(times <= 2.5, std::to_string(times).c_str());
  }

  void chosen_keys() {
    const Keys plain = [](std::size_t i) { return numbered("k", i % 1000); };
    const std::vector<std::pair<const char*, double>> times = {
        {"pages", growth_of_visits(chosen, plain, false)},
        {"visitors", growth_of_visits(plain, chosen, false)},
        {"short visitors", growth_of_visits(plain, chosen_short, false)},
        {"hosts", growth_of_visits(plain, chosen, true)},
        {"customers", growth_of_payments(20'000, plain, chosen, plain, false)},
        {"types", growth_of_payments(5'000, plain, plain, chosen, false)},
        {"payments", growth_of_payments(20'000, chosen, plain, plain, true)},
        {"campaigns", growth_of_campaigns(chosen)},
        {"events", growth_of_activity(chosen, plain)},
        {"users", growth_of_activity(plain, chosen)},
        {"short users", growth_of_activity(plain, chosen_short)},
    };
    std::string failures;
    for (const auto& [keys, multiple] : times)
      if (multiple > 2.5) failures += std::string(keys) + ": " + std::to_string(multiple) + "\n";
    QVERIFY2(failures.empty(), failures.c_str());
  }

  // All of them have little to share out: one id, one customer, one hour.
  void stopped_activity_ends_soon() {
    UserActivity state(with_slices());
    const std::string id = numbered("e", 0);
    const std::string type = "purchase";
    for (std::size_t i = 0; i < 200'000; ++i) {
      const std::string user = numbered("u", i % 1000);
      state.add({id, user, type, Decimal{static_cast<Int128>(i)}});
      state.end_chunk();
    }
    Filter filter;
    filter[FilterField::user] = {"u1"};
    const double share = longest_end_of(state, {}, filter);
    QVERIFY2(share <= 0.25, std::to_string(share).c_str());
  }
  void stopped_payments_end_soon() {
    const AggregateOptions options = with_slices();
    CustomerReportAggregate state(options);
    const std::string id = numbered("e", 0);
    const std::string customer = numbered("c", 0);
    const std::string currency = "USD";
    for (std::size_t i = 0; i < 200'000; ++i) {
      const std::string type = numbered("t", i % 1000);
      state.add({id, customer, static_cast<std::int64_t>(i * 1000 + 1), type,
                 Decimal{Decimal::kOne}, currency});
      state.end_chunk();
    }
    Filter filter;
    filter[FilterField::customer] = {"c0"};
    const double share = longest_end_of(state, options.report, filter);
    QVERIFY2(share <= 0.25, std::to_string(share).c_str());
  }
  void stopped_visits_end_soon() {
    const AggregateOptions options = with_slices();
    HourlyVisitors state(options);
    for (std::size_t i = 0; i < 400'000; ++i) {
      const std::string page = numbered("p", i % 20);
      const std::string visitor = numbered("v", i / 20);
      state.add({Instant{}, page, visitor, {}, false});
      state.end_chunk();
    }
    Filter filter;
    filter[FilterField::page] = {"p1", "p2"};
    const double share = longest_end_of(state, options.report, filter);
    QVERIFY2(share <= 0.25, std::to_string(share).c_str());
  }
  void stopped_campaigns_end_soon() {
    const AggregateOptions options = with_slices();
    CampaignRanking state(options);
    const std::string date = "2025-01-06      ";
    for (std::size_t i = 0; i < 100'000; ++i) {
      const std::string campaign = numbered("c", i);
      state.add({campaign, std::string_view(date).substr(0, 10), 1, 1, Decimal{Decimal::kOne}, 1});
      state.end_chunk();
    }
    Filter filter;
    filter[FilterField::campaign] = {"c1"};
    const double share = longest_end_of(state, options.report, filter);
    QVERIFY2(share <= 0.25, std::to_string(share).c_str());
  }

  // Logs are folded while rows come in.
  void adding_ends_where_it_is_abandoned() {
    std::stop_source abandon;
    AggregateOptions options;
    options.report.distinct_events = true;
    options.report.now = kLastInstant.seconds;
    options.abandoned = abandon.get_token();
    abandon.request_stop();
    const std::string id = numbered("e", 0);
    const std::string text = "checkout";
    UserActivity activity(options);
    CustomerReportAggregate payments(options);
    HourlyVisitors visits(options);
    const auto added = [](const std::function<void(std::size_t)>& add) {
      constexpr std::size_t kMost = 2'000'000;
      std::size_t rows = 0;
      try {
        while (rows < kMost) add(rows++);
      } catch (const Stopped&) {
      }
      return rows;
    };
    QVERIFY(added([&](std::size_t i) {
              activity.add({id, id, text, Decimal{static_cast<Int128>(i)}});
            }) < 100'000);
    QVERIFY(added([&](std::size_t i) {
              payments.add({id, id, static_cast<std::int64_t>(i + 1), text, {}, text});
            }) < 100'000);
    QVERIFY(added([&](std::size_t i) {
              visits.add({Instant{}, id, id, {}, false});
              if (i % 1000 == 0) visits.end_chunk();
            }) < 1'500'000);
  }

  // Texts come in the order of their hashes, which must not crowd them into one end of the table.
  void a_large_table_into_a_small_one() {
    const double times = growth(20'000, [](std::size_t texts) {
      TextInterner small = interned("s", 100);
      QVERIFY(small.merge(interned("t", texts)).size() == texts);
    });
    QVERIFY2(times <= 2.5, std::to_string(times).c_str());
  }
  void a_table_into_one_as_full() {
    // Not quite full enough to grow.
    const double times = growth((1 << 15) * 6 / 10, [](std::size_t texts) {
      TextInterner one = interned("s", texts);
      QVERIFY(one.merge(interned("t", texts)).size() == texts);
    });
    QVERIFY2(times <= 2.5, std::to_string(times).c_str());
  }

  // A type's days one after the other, of many types at once.
  void days_of_many_types() {
    constexpr std::size_t kTypes = 40;
    const double times = growth(5'000, [](std::size_t rows) {
      std::vector<std::string> types;
      for (std::size_t i = 0; i < kTypes; ++i) types.push_back(numbered("type", i));
      const std::string currency = "USD";
      ComboTable combos;
      for (std::size_t i = 0; i < rows; ++i)
        (void)combos.intern(static_cast<Day>(i / kTypes), types[i % kTypes], currency);
    });
    QVERIFY2(times <= 2.5, std::to_string(times).c_str());
  }
};

QTEST_APPLESS_MAIN(TestGrowth)
#include "test_growth.moc"
