// Servers that answer what was not asked. Long, for each lie is told in both protocols, at every
// place where one can be told.
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <thread>

#include "model/sql/schema.h"
#include "model/sql/table_inspection.h"
#include "tests/support/lying_server.h"
#include "tests/support/sanitized.h"

using namespace footfall;
using namespace footfall_test;

namespace {

using Peer = LyingServer::Peer;
using Answer = std::function<void(Peer&, const std::string&)>;

constexpr SqlEngine kEngines[] = {SqlEngine::postgresql, SqlEngine::clickhouse};
constexpr std::size_t kMany = std::size_t{64} << 20;

LyingServer::Talk engine_that(SqlEngine engine, Answer answer) {
  return engine == SqlEngine::postgresql ? postgres_that(std::move(answer))
                                         : clickhouse_that(std::move(answer));
}

// Rows of one width in the words of the engine.
std::string rows_of(SqlEngine engine, const std::vector<std::vector<PgValue>>& rows) {
  if (engine == SqlEngine::postgresql) {
    std::string out = pg_columns(rows.empty() ? 1 : static_cast<int>(rows[0].size()));
    for (const auto& row : rows) out += pg_row(row);
    return out + pg_end();
  }
  std::string out;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      out += row[i].value_or("\\N") + (i + 1 < row.size() ? '\t' : '\n');
  return http_answer(out);
}

bool asks_for_columns(const std::string& statement) {
  return statement.find("pg_attribute") != std::string::npos ||
         statement.find("system.columns") != std::string::npos;
}

std::string columns_of(SqlEngine engine, const std::vector<std::string>& names) {
  const char* const type = engine == SqlEngine::postgresql ? "text" : "String";
  std::vector<std::vector<PgValue>> rows;
  for (const std::string& name : names) rows.push_back({name, type, type, "0"});
  return rows_of(engine, rows);
}

template <class T>
std::string end_of(const SqlResult<T>& result) {
  if (result) return "done";
  return std::to_string(static_cast<int>(result.error().kind)) + ' ' + result.error().detail;
}

std::string as(SqlErrorKind kind, const std::string& detail) {
  return std::to_string(static_cast<int>(kind)) + ' ' + detail;
}

std::string unexpected(const std::string& detail) {
  return as(SqlErrorKind::unexpected_answer, detail);
}

// What listing the columns of a table comes to.
std::string listing(const LyingServer& server, SqlEngine engine, std::stop_token stop = {}) {
  QueryControl control;
  control.stop = std::move(stop);
  auto connection = connect_database(server.settings(engine), {}, control);
  if (!connection) return end_of(connection);
  return end_of(list_columns(**connection, {{}, "t"}, control));
}

std::string listing(SqlEngine engine, const std::string& answer) {
  const LyingServer server(
      engine_that(engine, [&](Peer& peer, const std::string&) { peer.send(answer); }));
  return listing(server, engine);
}

SqlQuestion question_of(ReportKind kind) {
  SqlQuestion question;
  question.kind = kind;
  question.table.name = "t";
  question.options.kinds = kind;
  question.options.now = 2'000'000'000;
  return question;
}

const std::vector<std::string>& columns_of_kind(ReportKind kind) {
  static const std::vector<std::string> kRoles[] = {
      {"timestamp", "page_url", "visitor_id"},
      {"event_id", "customer_id", "ts", "event_type", "amount", "currency"},
      {"campaign_id", "date", "impressions", "clicks", "spend", "conversions"},
      {"id", "user_id", "type", "price"}};
  return kRoles[static_cast<std::size_t>(kind)];
}

// What a question comes to whose statements are answered one after the other.
using Answers = std::vector<std::vector<std::vector<PgValue>>>;
template <class Ask>
std::string asking(SqlEngine engine, ReportKind kind, const Answers& answers, Ask ask) {
  std::atomic<std::size_t> next = 0;
  const LyingServer server(engine_that(engine, [&](Peer& peer, const std::string& statement) {
    if (asks_for_columns(statement)) return peer.send(columns_of(engine, columns_of_kind(kind)));
    peer.send(rows_of(engine, answers[std::min(next++, answers.size() - 1)]));
  }));
  auto connection = connect_database(server.settings(engine), {}, {});
  if (!connection) return end_of(connection);
  return end_of(ask(**connection, question_of(kind)));
}

std::string reporting(SqlEngine engine, ReportKind kind, const Answers& answers) {
  return asking(engine, kind, answers, [](SqlConnection& connection, const SqlQuestion& question) {
    return run_sql_report(connection, question, {});
  });
}

}  // namespace

// What servers say that are broken, are none, or mean harm; and those that say nothing any more.
class TestLyingServers : public QObject {
  Q_OBJECT

 private slots:
  void rows_of_another_width() {
    for (const SqlEngine engine : kEngines) {
      for (std::size_t width = 1; width < 7; ++width) {
        if (width == 4) continue;
        const std::string end = listing(engine, rows_of(engine, {{width, PgValue("text")}}));
        QCOMPARE(end, unexpected(std::to_string(width) + (width == 1 ? " column" : " columns") +
                                 " where 4 were asked for"));
      }
    }
    QCOMPARE(listing(SqlEngine::postgresql, pg_columns(0) + pg_row({}) + pg_end()),
             unexpected("0 columns where 4 were asked for"));
    QCOMPARE(listing(SqlEngine::clickhouse, http_answer("\n")),
             unexpected("1 column where 4 were asked for"));
    QCOMPARE(listing(SqlEngine::clickhouse, http_answer(std::string(1 << 20, '\t') + '\n')),
             unexpected("a row of more than 65535 columns"));
  }

  // The same check stands before every reader.
  void rows_of_another_width_in_reports() {
    for (const SqlEngine engine : kEngines)
      for (int kind = 0; kind < 4; ++kind)
        for (std::size_t width : {1, 2, 12})
          QVERIFY(reporting(engine, static_cast<ReportKind>(kind),
                            {{{"100", "0", "0"}}, {{width, PgValue("1")}}})
                      .find("asked for") != std::string::npos);
  }

  void a_copy_nobody_asked_for() {
    for (const char type : {'G', 'H', 'W'}) {
      const std::string copy = pg_message(type, std::string_view("\0\0\0", 3));
      QCOMPARE(listing(SqlEngine::postgresql, copy), unexpected("a copy that was not asked for"));
      // libpq 15 loses the result that the columns began.
      const testing::LeaksOfOthers allowed;
      QCOMPARE(listing(SqlEngine::postgresql, pg_columns(4) + copy),
               unexpected("a copy that was not asked for"));
    }
  }

  void a_copy_that_goes_another_way() {
    for (const char type : {'H', 'W', 'G', 'C'}) {
      const std::string first = type == 'C'   ? pg_end()
                                : type == 'G' ? pg_message('G', std::string_view("\0\0\0", 3))
                                              : pg_message(type, std::string_view("\0\0\0", 3));
      const LyingServer server(postgres_that([&](Peer& peer, const std::string&) {
        peer.send(first);
        if (type != 'G') peer.freeze();
        // Having taken the rows it asks for more of them.
        while (peer.read(1) != "c") static_cast<void>(peer.read(8));
        peer.send(first);
        peer.freeze();
      }));
      auto connection = connect_database(server.settings(SqlEngine::postgresql), {}, {});
      QVERIFY(connection);
      int given = 0;
      const SqlStatus sent = (*connection)
                                 ->send_rows("COPY t FROM STDIN",
                                             [&]() -> SqlResult<std::string_view> {
                                               return std::string_view(given++ == 0 ? "abc\n" : "");
                                             },
                                             {});
      QVERIFY2(end_of(sent).starts_with(unexpected("")), end_of(sent).c_str());
      QVERIFY(!server.thawed());
    }
  }

  // They would grow without bound.
  void what_does_not_end_data() {
    QTest::addColumn<int>("engine");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("again");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, SqlEngine engine, const std::string& begin,
                        const std::string& again, const std::string& wanted) {
      QTest::newRow(name) << static_cast<int>(engine) << QByteArray::fromStdString(begin)
                          << QByteArray::fromStdString(again) << QString::fromStdString(wanted);
    };
    const SqlEngine pg = SqlEngine::postgresql;
    const SqlEngine ch = SqlEngine::clickhouse;
    const std::string large(1 << 20, 'x');
    const std::string head = "HTTP/1.1 200 OK\r\n";
    // A length of 1 GB, and a value of nearly that.
    row("a row", pg, pg_columns(4) + "D" + std::string("\x40\0\0\0\0\4\x3F\0\0\0", 10), large,
        unexpected("a row of more than 16 MiB"));
    row("an error", pg, std::string("E\x40\0\0\0M", 6), large,
        unexpected("a row of more than 16 MiB"));
    row("rows", pg, pg_columns(4), pg_row({"a", "text", "text", "t"}),
        unexpected("more than 200000 rows"));
    row("results", pg, "", pg_message('C', std::string_view("SET\0", 4)),
        unexpected("results without an end"));
    row("long rows", pg, pg_columns(4), pg_row({large, "text", "text", "t"}),
        unexpected("a list of more than 64 MiB"));
    row("a line", ch, head + "\r\n", large, unexpected("a row of more than 16 MiB"));
    row("lines", ch, head + "\r\n", "a\tString\tString\t0\n", unexpected("more than 200000 rows"));
    row("a line of the head", ch, head + "X: ", large, unexpected("a head that is too long"));
    row("a head", ch, head, "X-Y: z\r\n", unexpected("a head that is too long"));
    row("heads", ch, "", "HTTP/1.1 100 Continue\r\n\r\n", unexpected("a head that is too long"));
    row("an error text", ch, "HTTP/1.1 500 So\r\n\r\nCode: 999. DB::Exception: oh", large,
        as(SqlErrorKind::server_error, ""));
  }
  void what_does_not_end() {
    QFETCH(int, engine);
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, again);
    QFETCH(QString, wanted);
    constexpr std::size_t kPiece = 64 << 10;
    std::string piece;
    while (piece.size() < kPiece) piece += again.toStdString();
    const auto which = static_cast<SqlEngine>(engine);
    const LyingServer server(engine_that(which, [&](Peer& peer, const std::string&) {
      peer.send(begin.toStdString());
      for (std::size_t sent = 0; sent < 8 * kMany; sent += piece.size()) peer.send(piece);
      peer.freeze();
    }));
    const std::string end = listing(server, which);
    QVERIFY2(end.starts_with(wanted.toStdString()), end.c_str());
    // Of rows more are under way until the server hears that they are not wanted.
    if (!QByteArray(QTest::currentDataTag()).contains("rows"))
      QVERIFY(server.bytes_sent() < kMany + kMany / 2);
  }

  // The list of tables is shown as far as it can be, whatever it says of them.
  void lists_that_cannot_be() {
    const auto tables = [](SqlEngine engine, const std::vector<std::vector<PgValue>>& rows,
                           const std::vector<std::vector<PgValue>>& counts,
                           std::vector<ListedTable>& found) {
      const LyingServer server(engine_that(engine, [&](Peer& peer, const std::string& statement) {
        const bool of_rows = statement.find("system.parts") != std::string::npos;
        peer.send(rows_of(engine, of_rows ? counts : rows));
      }));
      const auto connection = connect_database(server.settings(engine), {}, {});
      if (!connection) return end_of(connection);
      auto listed = list_tables(**connection, {});
      if (listed) found = *listed;
      return end_of(listed);
    };
    using Lacks = ListedTable::Lacks;
    for (const SqlEngine engine : kEngines) {
      const std::vector<std::vector<PgValue>> counts = {{"t", "-5"}, {"nobody", "7"}};
      std::vector<ListedTable> found;
      // Numbers that are none, kinds and rights that nobody knows.
      QCOMPARE(tables(engine,
                      {{"s", "t", "r", "-5", "", "", ""},
                       {"s", "u", "wonder", "99999999999999999999", "", "", "love"},
                       {"s", std::nullopt, "", "1e3", "", "", "select"},
                       {"", "w", "f", "12", "x", "", "usage"}},
                      counts, found),
               std::string("done"));
      QCOMPARE(found.size(), std::size_t{4});
      QVERIFY(!found[0].rows && !found[1].rows && !found[2].rows);
      QCOMPARE(found[1].kind, TableKind::other);
      QCOMPARE(found[1].engine, std::string("wonder"));
      QVERIFY(found[1].readable());
      QVERIFY(found[2].lacks == Lacks::select && found[3].lacks == Lacks::usage_of_schema);
      QCOMPARE(found[3].rows.value_or(0), std::uint64_t{12});
      QVERIFY(!found[3].parent);

      // Partitions of one another, of themselves, of what is not there, and more than can be.
      const char* const most = "18446744073709551615";
      QCOMPARE(tables(engine,
                      {{"s", "a", "p", "", "s", "b", ""},
                       {"s", "b", "p", "", "s", "a", ""},
                       {"s", "leaf", "r", "3", "s", "a", ""},
                       {"s", "own", "p", "", "s", "own", ""},
                       {"s", "lost", "r", "4", "s", "gone", ""},
                       {"s", "all", "p", "", "", "", ""},
                       {"s", "x", "r", most, "s", "all", ""},
                       {"s", "y", "r", most, "s", "all", ""},
                       {"s", "y", "r", "1", "s", "all", ""}},
                      {{"nobody", "7"}}, found),
               std::string("done"));
      QCOMPARE(found.size(), std::size_t{9});
      QCOMPARE(found[2].rows.value_or(0), std::uint64_t{3});
      QVERIFY(!found[3].rows && !found[5].rows);

      QVERIFY(tables(engine, {{"s", "t", "r"}}, counts, found).find("7 were asked for") !=
              std::string::npos);
    }
    std::vector<ListedTable> found;
    QVERIFY(
        tables(SqlEngine::clickhouse, {{"s", "t", "r", "", "", "", ""}}, {{"t", "1", "2"}}, found)
            .find("2 were asked for") != std::string::npos);
  }

  // What is asked before a report is looked at as hard.
  void looks_that_cannot_be() {
    constexpr ReportKind kKind = ReportKind::hourly_visitors;
    for (const SqlEngine engine : kEngines) {
      const auto checking = [&](const std::vector<PgValue>& row) {
        return asking(engine, kKind, {{row}}, [](SqlConnection& server, const SqlQuestion& asked) {
          return check_columns(server, asked, {});
        });
      };
      QCOMPARE(checking({"-100", "1", "", "1", "1", "1"}), std::string("done"));
      QCOMPARE(checking({"2005", "1", "x", "1", "1", "1"}), std::string("done"));
      for (const char* blame : {"-1", "11", "3000", "2011", "", "9223372036854775807"})
        QVERIFY(checking({blame, "1", "", "1", "1", "1"}).starts_with(unexpected("")));
      QVERIFY(checking({"-100", "-1", "", "1", "1", "1"}).starts_with(unexpected("")));
      QVERIFY(checking({"-100", "1", "", "1", "1", "-1"}).starts_with(unexpected("")));
      QVERIFY(checking({"-100", "1", "", "1", "1"}).find("asked for") != std::string::npos);
      const auto spanning = [&](const std::vector<PgValue>& row) {
        return asking(engine, kKind, {{row}}, [](SqlConnection& server, const SqlQuestion& asked) {
          return find_time_span(server, asked, {});
        });
      };
      QCOMPARE(spanning({"2", "0", "3600"}), std::string("done"));
      QCOMPARE(spanning({"0", std::nullopt, std::nullopt}), std::string("done"));
      QVERIFY(spanning({"2", "9223372036854775807", "0"}).starts_with(unexpected("")));
      QVERIFY(spanning({"2", "soon", "0"}).starts_with(unexpected("")));
      const auto counting = [&](const std::vector<PgValue>& all) {
        return asking(engine, kKind,
                      {{{"100", "3", "0"}}, {{"0", "/a", "2", "3"}}, {{"0", "2", "3"}}, {all}},
                      [](SqlConnection& server, SqlQuestion asked) {
                        asked.all_visitors = true;
                        return run_sql_report(server, asked, {});
                      });
      };
      QCOMPARE(counting({"2", "3"}), std::string("done"));
      QVERIFY(counting({"4", "3"}).starts_with(unexpected("")));
      QVERIFY(counting({"-1", "3"}).starts_with(unexpected("")));
      QVERIFY(counting({"2", "5"}).starts_with(as(SqlErrorKind::table_changed, "")));
    }
  }

  // Examples of rejected rows have to be of those that were counted.
  void examples_that_cannot_be() {
    const auto listing_rejects = [](SqlEngine engine,
                                    const std::vector<std::vector<PgValue>>& rows) {
      const Answers answers = {
          {{"100", "1", "0"}, {"6", "3", "0"}}, {{"0", "/a", "1", "1"}}, {{"0", "1", "1"}}, rows};
      return asking(engine, ReportKind::hourly_visitors, answers,
                    [](SqlConnection& server, SqlQuestion asked) {
                      asked.wants_examples = [](const RowCounts&) { return true; };
                      return run_sql_report(server, asked, {});
                    });
    };
    const std::vector<PgValue> good = {"6", "0", "15", "3", "'n/a',NULL,'v''v'"};
    for (const SqlEngine engine : kEngines) {
      QCOMPARE(listing_rejects(engine, {good}), std::string("done"));
      const auto with = [&](std::size_t column, PgValue value) {
        auto row = good;
        row[column] = std::move(value);
        return listing_rejects(engine, {row});
      };
      for (const char* blame : {"-100", "-1", "11", "3000", "2011", "", "9223372036854775807"})
        QVERIFY2(with(0, blame).starts_with(unexpected("")), blame);
      for (const char* rows : {"0", "-1", "many"})
        QVERIFY2(with(3, rows).starts_with(unexpected("")), rows);
      for (const char* values :
           {"", "'a'", "'a','b'", "'a','b',c", "'a','b','c", "'a','b','c'','d'",
            "NULL,NULL,NULL,NULL", "'a''b','c','d'e", "nul"})
        QVERIFY2(with(4, values).starts_with(unexpected("")), values);
      QVERIFY(with(4, std::nullopt).starts_with(unexpected("")));
      for (const char* rows : {"2", "4", "9223372036854775807"})
        QVERIFY2(with(3, rows).starts_with(as(SqlErrorKind::table_changed, "")), rows);
      QVERIFY(with(0, "2005").starts_with(as(SqlErrorKind::table_changed, "")));
      QVERIFY(listing_rejects(engine, std::vector<std::vector<PgValue>>(9000, good))
                  .starts_with(unexpected("more than 8448 rows")));
    }
  }

  // Many an answer is wrong in itself; none may crash, and none may go for a report.
  void values_that_cannot_be() {
    constexpr const char* kMost = "9223372036854775807";
    const std::vector<std::vector<PgValue>> wrong_cells = {
        {"0", "/a", "-1", "1"},         {"0", "/a", "1", "-1"},
        {"0", "/a", "2", "1"},          {"x", "/a", "1", "1"},
        {kMost, "/a", "1", "1"},        {"-9223372036854775808", "/a", "1", "1"},
        {std::nullopt, "/a", "1", "1"}, {"0", "/a", "1", "18446744073709551615"},
        {"0", "/a", "1", "1e3"},        {"0", "/a", "", "1"}};
    for (const SqlEngine engine : kEngines) {
      for (const auto& cell : wrong_cells) {
        const std::string end =
            reporting(engine, ReportKind::hourly_visitors, {{{"100", "1", "0"}}, {cell}});
        QVERIFY2(end.starts_with(unexpected("")), end.c_str());
      }
      for (const char* state : {"-1", "11", "102", "", "1.5"})
        QVERIFY(reporting(engine, ReportKind::user_activity, {{{state, "1", "0"}}})
                    .starts_with(unexpected("")));
      QVERIFY(reporting(engine, ReportKind::user_activity, {{{"100", "-1", "0"}}})
                  .starts_with(unexpected("")));
      std::vector<PgValue> day = {"c", "0", "USD", "1", "1", "0", "0"};
      const std::size_t amounts = engine == SqlEngine::postgresql ? 2 : 4;
      day.resize(day.size() + amounts, PgValue("0"));
      const auto days = [&](std::size_t column, const char* value) {
        auto other = day;
        other[column] = value;
        return reporting(engine, ReportKind::customer_report,
                         {{{"100", "1", "0"}}, {other}, {{"c", "view"}}});
      };
      QCOMPARE(days(0, "c"), std::string("done"));
      for (const char* value : {"-1", "4294967296", "99999999999999999999", "a"})
        for (const std::size_t column : {1, 3, 4, 5, 6}) QVERIFY(days(column, value) != "done");
      QVERIFY(days(7, "NaN").starts_with(unexpected("")));
      // Conflicts.
      std::vector<PgValue> user = {"u", "1", "1", "0", "0", "0", "0"};
      if (engine == SqlEngine::clickhouse) user.emplace_back("0");
      QVERIFY(
          reporting(engine, ReportKind::user_activity, {{{"100", "1", "0"}}, {user}, {{"many"}}})
              .starts_with(unexpected("")));
    }
  }

  // Times are read in a zone; where its clocks change is asked for the times of the table.
  void times_beyond_the_calendar() {
    const auto zoned = [](SqlEngine engine, const char* stretch) {
      const Answers answers = {{{stretch}},
                               {{"100", "1", "0"}},
                               {{"1736157600", "/", "1", "1"}},
                               {{"1736157600", "1", "1"}}};
      return asking(engine, ReportKind::hourly_visitors, answers,
                    [](SqlConnection& connection, SqlQuestion question) {
                      question.options.zone = *TimeZone::load("Europe/Berlin", "--zone");
                      return run_sql_report(connection, question, {});
                    });
    };
    for (const SqlEngine engine : kEngines) {
      const std::string good = zoned(engine, "1735689600");
      QVERIFY2(good == "done", good.c_str());
      for (const char* stretch :
           {"9223372036854775807", "-9223372036854775808", "260000000001", "-70000000001"})
        QVERIFY2(zoned(engine, stretch).starts_with(unexpected("")), stretch);
    }
  }

  void anything_at_all() {
    std::mt19937 random(20261127);
    const std::vector<PgValue> values = {"0",
                                         "1",
                                         "-1",
                                         "9223372036854775807",
                                         "-9223372036854775808",
                                         "",
                                         "/a",
                                         "3.5",
                                         std::nullopt,
                                         std::string(3000, '9'),
                                         "\\",
                                         "NaN",
                                         "1e400",
                                         "\xFF\xFE",
                                         "99999999999999999999999999999999999999",
                                         "100"};
    const auto up_to = [&](std::size_t n) { return random() % (n + 1); };
    for (int round = 0; round < 120; ++round) {
      std::vector<std::vector<std::vector<PgValue>>> answers(1 + up_to(3));
      // Widths that fit come often enough.
      for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::size_t width = i == 0 ? 3 : 1 + up_to(10);
        answers[i].resize(up_to(4));
        for (auto& row : answers[i])
          for (std::size_t k = 0; k < width; ++k) row.push_back(values[up_to(values.size() - 1)]);
      }
      const std::string end =
          reporting(kEngines[round % 2], static_cast<ReportKind>(random() % 4), answers);
      QVERIFY2(end == "done" || end.starts_with(unexpected("")) ||
                   end.starts_with(as(SqlErrorKind::table_changed, "")),
               end.c_str());
    }
  }

  void bytes_that_are_no_protocol() {
    std::mt19937 random(4711);
    for (int round = 0; round < 20; ++round) {
      std::string bytes(1 + random() % 300, '\0');
      for (char& byte : bytes) byte = static_cast<char>(random());
      if (round % 2 == 0) bytes = "HTTP/1.1 200 OK\r\n" + bytes;
      for (const SqlEngine engine : kEngines) {
        const LyingServer server(engine_that(engine, [&](Peer& peer, const std::string&) {
          peer.send(bytes);
          throw LyingServer::Gone{};
        }));
        QVERIFY(listing(server, engine) != "done");
      }
    }
    // Lengths below zero.
    const std::string row = pg_message('D', std::string("\0\4", 2) + "\xFF\xFF\xFF\xF9");
    QVERIFY(listing(SqlEngine::postgresql, pg_columns(4) + row + pg_end()) != "done");
  }

  void what_a_server_says_is_shown_as_text() {
    const std::string said = "\x1b]0;t\x07\x1b[31m \xC2\x9B x\xE2\x80\xAE y \xFF";
    const std::string shown_text = "\\x1b]0;t\\x07\\x1b[31m \\u{009b} x\\u{202e} y \\xff";
    QCOMPARE(
        listing(SqlEngine::postgresql, pg_message('E', "SERROR" + std::string("\0CXX000\0M", 9) +
                                                           said + std::string("\0\0", 2)) +
                                           pg_message('Z', "I")),
        as(SqlErrorKind::server_error, shown_text));
    QCOMPARE(listing(SqlEngine::clickhouse, http_answer("Code: 999. DB::Exception: " + said, 500)),
             as(SqlErrorKind::server_error, shown_text));
    QVERIFY(listing(SqlEngine::postgresql,
                    pg_message('E', std::string_view("\0", 1)) + pg_message('Z', "I")) != "done");
    QCOMPARE(listing(SqlEngine::clickhouse, http_answer("", 302)), unexpected("HTTP status 302"));
    // And it is no novel.
    QVERIFY(listing(SqlEngine::clickhouse, http_answer(std::string(100'000, 'x'), 500)).size() <
            2000);
  }

  // Wherever a server stops, a stop comes through; what is asked to cancel is as deaf.
  void a_frozen_server_data() {
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("at");
    for (const char* at : {"greeting", "handshake", "password", "setup", "statement", "row"})
      QTest::addRow("postgresql %s", at) << static_cast<int>(SqlEngine::postgresql) << at;
    for (const char* at : {"greeting", "handshake", "statement", "row"})
      QTest::addRow("clickhouse %s", at) << static_cast<int>(SqlEngine::clickhouse) << at;
  }
  void a_frozen_server() {
    QFETCH(int, engine);
    QFETCH(QString, at);
    const auto which = static_cast<SqlEngine>(engine);
    const bool postgres = which == SqlEngine::postgresql;
    std::atomic<int> frozen = 0;
    const auto freeze = [&frozen](Peer& peer) {
      ++frozen;
      peer.freeze();
    };
    LyingServer::Talk talk = [&](Peer& peer) {
      if (at == "greeting") freeze(peer);
      if (!postgres) freeze(peer);
      if (at == "handshake") {
        static_cast<void>(peer.read(8));
        peer.send("S");
      }
      if (at == "handshake") freeze(peer);
      static_cast<void>(peer.read(20));
      if (at == "setup") peer.send(pg_message('R', std::string(4, '\0')) + pg_message('Z', "I"));
      freeze(peer);
    };
    if (at == "statement" || at == "row")
      talk = engine_that(which, [&](Peer& peer, const std::string&) {
        const std::string row = postgres
                                    ? pg_columns(4) + pg_row({"a", "text", "text", "f"}) + "D\0\0"
                                    : "HTTP/1.1 200 OK\r\n\r\na\tString\tString\t0\nb\t";
        if (at == "row") peer.send(row);
        freeze(peer);
      });
    const LyingServer server(talk);
    ConnectionSettings settings = server.settings(which);
    if (at == "handshake") settings.tls = TlsMode::require;
    std::stop_source stop;
    const std::jthread stopper([&] {
      while (frozen == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      stop.request_stop();
    });
    QueryControl control;
    control.stop = stop.get_token();
    std::string end;
    {
      auto connection = connect_database(settings, {}, control);
      end =
          connection ? end_of(list_columns(**connection, {{}, "t"}, control)) : end_of(connection);
    }
    QCOMPARE(end, as(SqlErrorKind::cancelled, ""));
    QVERIFY(!server.thawed());
  }

  void a_frozen_server_runs_out_of_time() {
    for (const SqlEngine engine : kEngines) {
      const LyingServer deaf([](Peer& peer) { peer.freeze(); });
      ConnectionSettings settings = deaf.settings(engine);
      settings.timeouts.connect = std::chrono::seconds(1);
      const auto connection = connect_database(settings, {}, {});
      QVERIFY(!connection && connection.error().kind == SqlErrorKind::timed_out);
      const LyingServer late(
          engine_that(engine, [](Peer& peer, const std::string&) { peer.freeze(); }));
      settings = late.settings(engine);
      settings.timeouts.query = std::chrono::seconds(1);
      auto connected = connect_database(settings, {}, {});
      QVERIFY(connected);
      QCOMPARE(end_of(list_columns(**connected, {{}, "t"}, {})),
               as(SqlErrorKind::timed_out, "the statement"));
      connected->reset();
      QVERIFY(!deaf.thawed() && !late.thawed());
    }
  }

  // A transaction is left, though the server has stopped between two statements.
  void a_server_that_freezes_at_the_end() {
    const auto inner = postgres_that([](Peer& peer, const std::string&) {
      peer.send(rows_of(SqlEngine::postgresql, {{"a", "b", "c", "d"}, {"no", "columns"}}));
      peer.freeze();
    });
    const LyingServer server(inner);
    auto connection = connect_database(server.settings(SqlEngine::postgresql), {}, {});
    QVERIFY(connection);
    QVERIFY(!run_sql_report(**connection, question_of(ReportKind::user_activity), {}));
    QVERIFY(!server.thawed());
  }

  void other_protocols_on_the_port() {
    for (const char* greeting :
         {"HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "220 mail ready\r\n",
          "RTSP/1.0 400 Bad Request\r\n\r\n", "EHLO?\r\n", "NOPE\r\n", "* OK IMAP4\r\n"}) {
      const LyingServer server([&](Peer& peer) {
        static_cast<void>(peer.read(8));
        peer.send(greeting);
        peer.freeze();
      });
      for (const TlsMode mode : {TlsMode::off, TlsMode::prefer, TlsMode::verify}) {
        ConnectionSettings settings = server.settings(SqlEngine::postgresql);
        settings.tls = mode;
        QCOMPARE(end_of(connect_database(settings, {}, {})),
                 unexpected("the server does not speak PostgreSQL on this port"));
      }
    }
  }

  void a_server_without_encryption_is_said_to_be_one() {
    const LyingServer postgres(
        postgres_that([](Peer& peer, const std::string&) { peer.freeze(); }));
    const LyingServer clickhouse([](Peer& peer) {
      static_cast<void>(peer.read(16));
      peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
      peer.freeze();
    });
    for (const TlsMode mode : {TlsMode::require, TlsMode::verify}) {
      ConnectionSettings settings = postgres.settings(SqlEngine::postgresql);
      settings.tls = mode;
      QCOMPARE(end_of(connect_database(settings, {}, {})), as(SqlErrorKind::no_tls, ""));
      settings = clickhouse.settings(SqlEngine::clickhouse);
      settings.tls = mode;
      QCOMPARE(end_of(connect_database(settings, {}, {})), as(SqlErrorKind::no_tls, ""));
    }
  }

  // Neither engine goes on without them.
  void authorities_that_are_none() {
    QTemporaryDir folder;
    const auto file = [&](const char* name, const QByteArray& bytes) {
      QFile made(folder.filePath(name));
      if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size()) return QString();
      return made.fileName();
    };
    const QString files[] = {folder.filePath("nothing"), folder.path(), file("empty", ""),
                             file("text", "no certificate\n"), "/dev/null"};
    std::atomic<int> connections = 0;
    const LyingServer server([&](Peer& peer) {
      ++connections;
      peer.freeze();
    });
    for (const SqlEngine engine : kEngines) {
      for (const QString& authorities : files) {
        for (const TlsMode mode : {TlsMode::prefer, TlsMode::require, TlsMode::verify}) {
          if (engine == SqlEngine::clickhouse && mode == TlsMode::prefer) continue;
          ConnectionSettings settings = server.settings(engine);
          settings.tls = mode;
          settings.authorities = authorities.toStdString();
          const auto connection = connect_database(settings, {}, {});
          QVERIFY(!connection && connection.error().kind == SqlErrorKind::tls);
          QVERIFY(connection.error().detail.find(settings.authorities) != std::string::npos);
        }
      }
    }
    ConnectionSettings settings = server.settings(SqlEngine::postgresql);
    settings.tls = TlsMode::require;
    qputenv("PGSSLROOTCERT", files[0].toUtf8());
    const auto connection = connect_database(settings, {}, {});
    qunsetenv("PGSSLROOTCERT");
    QVERIFY(!connection && connection.error().kind == SqlErrorKind::tls);
    QCOMPARE(connections.load(), 0);
  }

  // Damaged ones are only found out by the library, which would then do without encryption.
  void damaged_authorities_end_in_no_clear_text() {
    QTemporaryDir folder;
    QFile made(folder.filePath("damaged"));
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.write("-----BEGIN CERTIFICATE-----\nnot base64\n-----END CERTIFICATE-----\n");
    made.close();
    std::atomic<int> in_clear = 0;
    const LyingServer server([&](Peer& peer) {
      const std::string first = peer.read(8);
      if (first.substr(4) != "\x04\xd2\x16\x2f") ++in_clear;
      peer.send("S");
      peer.freeze();
    });
    ConnectionSettings settings = server.settings(SqlEngine::postgresql);
    settings.tls = TlsMode::prefer;
    settings.authorities = made.fileName().toStdString();
    const auto connection = connect_database(settings, {}, {});
    QVERIFY(!connection && connection.error().kind == SqlErrorKind::tls);
    QCOMPARE(in_clear.load(), 0);
  }

  void a_url_in_place_of_a_host_is_not_repeated() {
    ConnectionSettings settings;
    settings.host = "u:hunter2@db.example";
    const auto connection = connect_database(settings, {}, {});
    QVERIFY(!connection && connection.error().kind == SqlErrorKind::name_resolution);
    QVERIFY(connection.error().where.find("hunter2") == std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestLyingServers)
#include "test_lying_servers.moc"
