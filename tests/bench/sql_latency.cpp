#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QString>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "model/report/user_activity_report.h"
#include "model/sql/sql_report.h"
#include "tests/support/servers.h"

// How long reports of databases take: the query on a connection that is kept, as the window has it,
// and the whole process of footfall-cli, from its start to its end, with its memory. Starts private
// servers and fills them with made-up events.
//
//   footfall-sql-latency CLI [runs 200] [rows of user activity 1000000] [page views 10000000]
//   [customers 1000000]
using namespace footfall_test;

namespace {

struct Cost {
  double milliseconds = 0;
  long kilobytes = 0;
};

// Ends the program in order: the servers are stopped on the way out.
struct Failure {
  std::string text;
};

std::stop_source interrupt;

Cost run(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) {
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, 1);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  {
    const std::stop_callback end(interrupt.get_token(), [child] { ::kill(child, SIGTERM); });
    ::wait4(child, &status, 0, &usage);
  }
  if (status != 0) throw Failure{command[1] + " failed"};
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
  return {time.count(), usage.ru_maxrss};
}

void print_times(const std::string& name, std::vector<double> times, const std::string& rest) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[std::min(times.size() - 1,
                          static_cast<std::size_t>(share * static_cast<double>(times.size())))];
  };
  fmt::print("{:48} P50 {:7.1f} ms  P99 {:7.1f} ms{}\n", name, at(0.5), at(0.99), rest);
  std::fflush(stdout);
}

void measure(const std::string& name, int runs, const std::vector<std::string>& command) {
  std::vector<double> times;
  long most = 0;
  for (int i = 0; i < runs; ++i) {
    const Cost cost = run(command);
    times.push_back(cost.milliseconds);
    most = std::max(most, cost.kilobytes);
  }
  print_times(name, std::move(times),
              fmt::format("  {:5.1f} MB resident", static_cast<double>(most) / 1024));
}

double milliseconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
  return time.count();
}

// What one writes by hand for this table: it knows the forms of its prices and checks nothing. It
// groups in ClickHouse, whose DISTINCT compares hashes.
std::string by_hand(footfall::SqlEngine engine, const std::string& user) {
  return engine == footfall::SqlEngine::postgresql
             ? fmt::format(
                   "SELECT count(*) FILTER (WHERE type = 'click'), count(*) FILTER (WHERE type = "
                   "'view'), count(*) FILTER (WHERE type = 'purchase'), sum(price) FILTER (WHERE "
                   "type = 'purchase') FROM (SELECT DISTINCT id, type, (metadata ->> "
                   "'price')::numeric AS price FROM events WHERE user_id = '{}') d",
                   user)
             : fmt::format(
                   "SELECT countIf(type = 'click'), countIf(type = 'view'), countIf(type = "
                   "'purchase'), sumIf(price, type = 'purchase') FROM (SELECT id, type, "
                   "toDecimal64(concat('0', extract(metadata, '\"price\" *: "
                   "*\"?([0-9]+(?:[.][0-9]+)?)')), 6) AS price FROM events WHERE user_id = '{}' "
                   "GROUP BY id, type, price) d",
                   user);
}

// The report alone, on a connection that is kept: what a filter in the window takes. By turns with
// the query written by hand, since machines are faster at one time than at another.
void measure_kept(const std::string& name, int runs, const footfall::ConnectionSettings& settings,
                  const std::string& user) {
  const char* const password = std::getenv("FOOTFALL_PASSWORD");
  auto connection = footfall::connect_database(settings, password != nullptr ? password : "", {});
  if (!connection) throw Failure{connection.error().detail};
  footfall::SqlQuestion question;
  question.kind = footfall::ReportKind::user_activity;
  question.table = {{}, "events"};
  question.filter[footfall::FilterField::user] = {user};
  question.counts = false;
  const std::string hand = by_hand(settings.engine, user);
  std::string found;
  std::string found_by_hand;
  const auto keep = [&](std::span<const std::string_view> row) -> footfall::SqlStatus {
    if (row.size() > 2) found_by_hand = fmt::format("{} {} {}", row[0], row[1], row[2]);
    return footfall::Done{};
  };
  std::vector<double> reports;
  std::vector<double> hands;
  for (int i = 0; i < runs && !interrupt.stop_requested(); ++i) {
    reports.push_back(milliseconds_of([&] {
      const auto done = footfall::run_sql_report(**connection, question, {});
      if (!done) throw Failure{done.error().detail};
      const footfall::UserActivityReport& sums = *(*done)->get<footfall::UserActivityReport>();
      found = fmt::format("{} {} {}", sums.clicks, sums.views, sums.purchases);
    }));
    hands.push_back(milliseconds_of([&] {
      const auto done = (*connection)->query(hand, {footfall::AnswerShape::kAny}, keep, {});
      if (!done) throw Failure{done.error().detail};
    }));
    if (found != found_by_hand)
      throw Failure{fmt::format("the report counts {}, by hand it is {}", found, found_by_hand)};
  }
  if (hands.empty()) throw Failure{"interrupted"};
  print_times(name, std::move(reports), {});
  print_times("  by turns with one written by hand", std::move(hands), {});
}

void must(footfall::SqlConnection& connection, const std::string& statement) {
  const std::string fault = execute(connection, statement, nullptr, interrupt.get_token());
  if (!fault.empty()) throw Failure{fault};
}

// One event in ten is the heavy user's; 3 % repeat an earlier one; prices are numbers and texts.
void fill_postgres(footfall::SqlConnection& pg, long rows) {
  must(pg, "CREATE TABLE events (id text, user_id text, type text, metadata jsonb)");
  must(pg, fmt::format("INSERT INTO events SELECT 'ev-' || e, CASE WHEN e % 10 = 0 THEN "
                       "'heavy' ELSE 'u-' || e::bigint * 7919 % 20000 END, "
                       "(ARRAY['click', 'view', 'purchase'])[1 + e % 3], CASE e % 4 WHEN 0 "
                       "THEN jsonb_build_object('price', "
                       "round((e % 40000) / 100.0, 2)) WHEN 1 THEN "
                       "jsonb_build_object('price', (e % 40000)::text) WHEN 2 THEN "
                       "'{{\"button\":\"buy\"}}' ELSE 'null' END FROM (SELECT g - CASE "
                       "WHEN g % 33 = 0 THEN 10 ELSE 0 END AS e FROM "
                       "generate_series(100, {} + 99) g) s",
                       rows));
  must(pg, "VACUUM ANALYZE events");
}

void fill_clickhouse(footfall::SqlConnection& ch, long rows) {
  must(ch,
       "CREATE TABLE events (id String, user_id String, type String, metadata String) "
       "ENGINE = MergeTree ORDER BY id");
  must(ch, fmt::format("INSERT INTO events SELECT concat('ev-', toString(e)), if(e % 10 = "
                       "0, 'heavy', concat('u-', toString(e * 7919 % "
                       "20000))), if(e % 3 = 0, 'click', if(e % 3 = 1, 'view', "
                       "'purchase')), if(e % 4 = 0, concat('{{\"price\":', "
                       "toString(e % 400), '.5}}'), if(e % 4 = 1, concat('{{\"price\":\"', "
                       "toString(e % 40000), '\"}}'), if(e % 4 = 2, "
                       "'{{\"button\":\"buy\"}}', 'null'))) FROM (SELECT number + 100 - "
                       "if(number % 33 = 0, 10, 0) AS e FROM "
                       "system.numbers LIMIT {})",
                       rows));
}

// Three payments of each customer.
void fill_payments(footfall::SqlConnection& connection, long customers) {
  const bool in_postgres = connection.settings().engine == footfall::SqlEngine::postgresql;
  must(connection,
       fmt::format("CREATE TABLE payments (event_id {0}, customer_id {0}, ts {1}, event_type {0}, "
                   "amount {2}, currency {0}){3}",
                   in_postgres ? "text" : "String", in_postgres ? "bigint" : "Int64",
                   in_postgres ? "numeric(12,2)" : "Decimal(12,2)",
                   in_postgres ? "" : " ENGINE = MergeTree ORDER BY event_id"));
  must(connection,
       in_postgres
           ? fmt::format("INSERT INTO payments SELECT 'ev-' || g, 'cus-' || g % {}, 1736121600 + "
                         "g * 7919 % 1209600, (ARRAY['checkout', 'refund', 'view'])[1 + g % 3], "
                         "round(g % 40000 / 100.0, 2), 'USD' FROM generate_series(1::bigint, {}) g",
                         customers, 3 * customers)
           : fmt::format(
                 "INSERT INTO payments SELECT concat('ev-', toString(number)), "
                 "concat('cus-', toString(number % {})), 1736121600 + number * 7919 % "
                 "1209600, if(number % 3 = 0, 'checkout', if(number % 3 = 1, 'refund', "
                 "'view')), toDecimal64(number % 400, 2), 'USD' FROM system.numbers LIMIT {}",
                 customers, 3 * customers));
}

void fill_views(footfall::SqlConnection& shard, const std::string& table, long first, long rows) {
  must(shard, "CREATE TABLE " + table +
                  " (timestamp DateTime, page_url String, visitor_id String) ENGINE = "
                  "MergeTree ORDER BY timestamp");
  must(shard, fmt::format("INSERT INTO {} SELECT toDateTime(1736121600 + n % 604800), "
                          "concat('/page/', toString(n * 31 % 200)), "
                          "concat('v-', toString(n * 7919 % 300000)) FROM (SELECT number + "
                          "{} AS n FROM system.numbers LIMIT {})",
                          table, first, rows));
}

// Where the commands find the password of a connection's server.
class Password {
 public:
  explicit Password(const footfall::SqlConnection& connection) {
    if (connection.settings().engine == footfall::SqlEngine::postgresql)
      ::setenv("FOOTFALL_PASSWORD", PostgresServer::kPassword, 1);
  }
  ~Password() { ::unsetenv("FOOTFALL_PASSWORD"); }
  Password(const Password&) = delete;
  Password& operator=(const Password&) = delete;
};

void measure_server(const std::string& name, const std::string& cli, int runs, long customers,
                    footfall::SqlConnection& connection, const std::string& events,
                    const std::string& payments) {
  const Password password(connection);
  for (const char* user : {"heavy", "u-1234"}) {
    measure_kept(fmt::format("{}, query for {}", name, user), runs, connection.settings(), user);
    measure(fmt::format("{}, activity of {}", name, user), runs,
            {cli, "user-activity", "--quiet", "--user", user, events});
  }
  measure(name + ", activity of heavy, with all counts", std::max(1, runs / 20),
          {cli, "user-activity", "--user", "heavy", "--stats", "/dev/null", "--quiet", events});
  const QTemporaryDir folder;
  measure(name + ", activity of all users", std::min(runs, 3),
          {cli, "user-activity", "--quiet", "--output", folder.path().toStdString(), events});
  fill_payments(connection, customers);
  measure(name + ", customers", 1,
          {cli, "customer-report", "--quiet", "--output", folder.path().toStdString(), payments});
  must(connection, "DROP TABLE payments");
}

// One kind of server after the other: they would slow each other down.
void measure_all(const std::string& cli, int runs, long rows, long views, long customers) {
  QString why;
  {
    const auto postgres = PostgresServer::start(why);
    if (!postgres) throw Failure{why.toStdString()};
    const auto pg = open_writer(postgres->settings(), PostgresServer::kPassword);
    fill_postgres(*pg, rows);
    measure_server("PostgreSQL", cli, runs, customers, *pg, postgres->url("events").toStdString(),
                   postgres->url("payments").toStdString());
  }
  const auto clickhouse = ClickHouseServers::start(3, why);
  if (!clickhouse) throw Failure{why.toStdString()};
  const auto ch = open_writer(clickhouse->settings());
  fill_clickhouse(*ch, rows);
  measure_server("ClickHouse", cli, runs, customers, *ch, clickhouse->url("events").toStdString(),
                 clickhouse->url("payments").toStdString());
  fill_views(*ch, "views", 0, views);
  for (int i = 0; i < 3; ++i) {
    const auto shard = open_writer(clickhouse->settings(i));
    fill_views(*shard, "views_part", views / 3 * i, views / 3);
  }
  must(*ch,
       "CREATE TABLE views_all AS views_part ENGINE = Distributed(shards, default, views_part)");
  measure("ClickHouse, hourly visitors, one server", std::min(runs, 3),
          {cli, "hourly-visitors", "--quiet", clickhouse->url("views").toStdString()});
  measure("ClickHouse, hourly visitors, three shards", std::min(runs, 3),
          {cli, "hourly-visitors", "--quiet", clickhouse->url("views_all").toStdString()});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr,
               "usage: footfall-sql-latency CLI [runs] [rows of user activity] [page views] "
               "[customers]\n");
    return 2;
  }
  sigset_t interrupts;
  ::sigemptyset(&interrupts);
  ::sigaddset(&interrupts, SIGINT);
  ::sigaddset(&interrupts, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &interrupts, nullptr);
  const std::jthread watcher([&](const std::stop_token& done) {
    constexpr timespec kStep{0, 100'000'000};
    while (!done.stop_requested())
      if (::sigtimedwait(&interrupts, nullptr, &kStep) > 0) interrupt.request_stop();
  });
  try {
    measure_all(
        argv[1], argc > 2 ? std::atoi(argv[2]) : 200, argc > 3 ? std::atol(argv[3]) : 1'000'000,
        argc > 4 ? std::atol(argv[4]) : 10'000'000, argc > 5 ? std::atol(argv[5]) : 1'000'000);
  } catch (const Failure& failure) {
    const bool interrupted = interrupt.stop_requested();
    fmt::print(stderr, "footfall-sql-latency: {}\n", interrupted ? "interrupted" : failure.text);
    return interrupted ? 130 : 1;
  }
  return 0;
}
