// Tables of real servers on the command line. Long, for a second program costs every run its own
// servers.
#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#include <csignal>

#include "tests/cli/cli_process.h"
#include "tests/support/server_rig.h"
#include "tests/support/sql_events.h"
#include "tests/support/zip_part.h"

using namespace footfall_test;
using footfall::ReportKind;

namespace {

// One line, no password, exit status 1 or 2.
bool is_plain_complaint(const CliResult& result, int status) {
  return result.status == status && result.errors.startsWith("footfall-cli: ") &&
         result.errors.count('\n') == 1 && !result.errors.contains("secret");
}

}  // namespace

class TestDatabase : public QObject, private ServerRig {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start(1, why), qPrintable(why));
    for (const ReportKind kind : footfall::kAllReports) {
      const SqlEvents events = make_events(kind, 5, 300, true);
      const std::string table(command_name(kind));
      QCOMPARE(fill_table(*pg, table, events, {}), std::string());
      QCOMPARE(fill_table(*ch, table, events, {}), std::string());
      QVERIFY(write_file(folder.filePath(QString::fromStdString(table)),
                         QByteArray::fromStdString(as_file(events, kind))));
    }
    qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
  }

  // Every file and every figure, through the program itself.
  void writes_the_bytes_of_a_file_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("visitors") << QStringList{"hourly-visitors", "--zone", "Asia/Kolkata", "--page",
                                             "O'Brien",         "--page", "/page/1"};
    QTest::newRow("customers") << QStringList{"customer-report", "--now",    "1737000000",
                                              "--rates",         "EUR=1.08", "--distinct-events"};
    QTest::newRow("campaigns") << QStringList{"campaign-ranking", "--top",    "3",   "--from",
                                              "2025-01-07",       "--format", "json"};
    QTest::newRow("activity") << QStringList{"user-activity", "--user", "u3",        "--user",
                                             "' OR ''='",     "--from", "2025-01-01"};
    QTest::newRow("requests") << QStringList{"requests", "--zone", "Asia/Kolkata", "--page",
                                             "O'Brien",  "--page", "/page/1"};
    QTest::newRow("where pages") << QStringList{
        "hourly-visitors",      "--where", "page begins /page", "--where",
        "hour of day is-not 7", "--zone",  "Asia/Kolkata"};
    QTest::newRow("where customers")
        << QStringList{"customer-report", "--now",   "1737000000",        "--where",
                       "currency is eur", "--where", "customer like c*1*"};
  }
  void writes_the_bytes_of_a_file() {
    QFETCH(QStringList, arguments);
    const QString table = arguments[0];
    const auto output_of = [&](const QString& input, const QString& name) {
      const CliResult result =
          run_cli(arguments + QStringList{"--output", name, "--stats", name + ".stats", input},
                  folder.path());
      QByteArray all = QByteArray::number(result.status) + '\n' + result.errors;
      for (const QString& file : QDir(folder.filePath(name)).entryList(QDir::Files, QDir::Name))
        all += file.toUtf8() + '\n' + read_file(folder.filePath(name + '/' + file));
      // A file has a plan, and a first rejected row; a table has an example.
      static const QRegularExpression plans(",\n\"inputs\":\\[[\\s\\S]*\\](?=\n\\})");
      static const QRegularExpression null_words(",\n\"null_words\":[^\n]*");
      static const QRegularExpression place(
          "^warning: .*?: (.*?)(?:, (?:first on line|for example:) .*)?$");
      all += QString::fromUtf8(read_file(folder.filePath(name + ".stats")))
                 .remove(plans)
                 .remove(null_words)
                 .toUtf8();
      // Bytes and seconds are a matter of the source; in a table a word is text.
      QByteArray kept;
      for (const QByteArray& line : all.split('\n'))
        if (!line.contains("bytes_read") && !line.contains("elapsed") &&
            !line.startsWith("null_word "))
          kept += QString::fromUtf8(line).replace(place, "warning: \\1").toUtf8() + '\n';
      return kept;
    };
    const QByteArray wanted = output_of(table, "file");
    QVERIFY(wanted.startsWith("0"));
    QVERIFY(wanted.contains("rows_read: 330"));
    QCOMPARE(output_of(postgres->url(table), "pg"), wanted);
    qunsetenv("FOOTFALL_PASSWORD");
    QCOMPARE(output_of(clickhouse->url(table), "ch"), wanted);
    qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
  }

  // A workbook also holds the time when it was made.
  void writes_the_workbook_of_a_file() {
    for (const ReportKind kind : footfall::kAllReports) {
      const QString report = QString::fromStdString(std::string(command_name(kind)));
      const auto parts_of = [&](const QString& input, const QString& name) {
        const CliResult result = run_cli({report, "--now", "1737000000", "--quiet", "--format",
                                          "xlsx", "--output", report + name, input},
                                         folder.path());
        QByteArray parts = QByteArray::number(result.status) + '\n' + result.errors;
        const QDir written(folder.filePath(report + name));
        for (const QString& file : written.entryList(QDir::Files, QDir::Name)) {
          parts += file.toUtf8() + '\n';
          const QByteArray workbook = read_file(written.filePath(file));
          parts += zip_part(workbook, "xl/workbook.xml");
          for (int sheet = 1;; ++sheet) {
            const QByteArray cells =
                zip_part(workbook, "xl/worksheets/sheet" + QByteArray::number(sheet) + ".xml");
            if (cells.isEmpty()) break;
            parts += cells + '\n';
          }
        }
        return parts;
      };
      const QByteArray wanted = parts_of(report, ".file");
      QVERIFY2(wanted.startsWith("0\n") && wanted.count("<row ") > 10, wanted.left(1000));
      QCOMPARE(parts_of(postgres->url(report), ".pg"), wanted);
      qunsetenv("FOOTFALL_PASSWORD");
      QCOMPARE(parts_of(clickhouse->url(report), ".ch"), wanted);
      qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
    }
  }

  void shows_an_example_of_what_it_rejects() {
    for (const QString& url :
         {postgres->url("hourly-visitors"), clickhouse->url("hourly-visitors")}) {
      if (url.startsWith("clickhouse")) qunsetenv("FOOTFALL_PASSWORD");
      const CliResult some = run_cli({"hourly-visitors", url});
      QVERIFY2(some.status == 0, some.errors);
      static const QRegularExpression example(
          "warning: the table: [0-9]+ of [0-9]+ rows were rejected, most of them \\([0-9]+\\) as "
          "[a-z ]+, for example: [a-z_]+ is .*--map [a-z_]+=COLUMN, or leave such rows out with "
          "--sql-where\n");
      QVERIFY2(QString::fromUtf8(some.errors).contains(example), some.errors);
      const CliResult none = run_cli({"hourly-visitors", "--quiet", "--max-rejects", "0", url});
      QVERIFY2(none.status == 1 && none.errors.contains(", for example: "), none.errors);
      QCOMPARE(run_cli({"hourly-visitors", "--quiet", url}).errors, QByteArray());
      // Where every row is rejected, the message names the value, also with --quiet.
      const CliResult all = run_cli({"hourly-visitors", "--quiet", "--map", "timestamp=page_url",
                                     "--sql-where", "page_url = '/page/1'", url});
      QVERIFY2(all.status == 1 && all.errors.contains("for example: timestamp is \"/page/1\""),
               all.errors);
    }
    qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
  }

  void takes_a_condition_in_sql() {
    for (const QString& url :
         {postgres->url("hourly-visitors"), clickhouse->url("hourly-visitors")}) {
      if (url.startsWith("clickhouse")) qunsetenv("FOOTFALL_PASSWORD");
      const CliResult wanted = run_cli({"hourly-visitors", "--quiet", "--page", "/page/1", url});
      QVERIFY2(wanted.status == 0 && wanted.output.count('\n') > 1, wanted.errors);
      const CliResult got =
          run_cli({"hourly-visitors", "--quiet", "--sql-where", "page_url = '/page/1'", url});
      QCOMPARE(got.errors, QByteArray());
      QCOMPARE(got.output, wanted.output);
      QCOMPARE(
          run_cli({"hourly-visitors", "--quiet", url + "&where=page_url%3D%27/page/1%27"}).output,
          wanted.output);
      for (const char* text : {"page_url = '", "nothing = 1", "1 = 1) OR (1 = 1"}) {
        const CliResult refused = run_cli({"hourly-visitors", "--sql-where", text, url});
        QVERIFY2(is_plain_complaint(refused, 1) && refused.errors.contains("--sql-where"),
                 refused.errors);
      }
      if (!url.startsWith("clickhouse")) continue;
      for (const char* text : {"('x' AS page_url) != ''", "arrayJoin([1, 2]) > 0"}) {
        const CliResult refused = run_cli({"hourly-visitors", "--sql-where", text, url});
        QVERIFY2(is_plain_complaint(refused, 1) &&
                     refused.errors.contains("would change the whole statement"),
                 refused.errors);
      }
      // What stands in a subquery stays there.
      const CliResult all = run_cli({"hourly-visitors", "--quiet", url});
      for (const char* text : {"(SELECT 'x' AS page_url) != ''", "1 IN (SELECT 1 AS page_url)",
                               "1 IN (SELECT arrayJoin([1, 1]) AS page_url)"}) {
        const CliResult whole = run_cli({"hourly-visitors", "--quiet", "--sql-where", text, url});
        QCOMPARE(whole.errors, all.errors);
        QCOMPARE(whole.output, all.output);
      }
    }
    qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
  }

  // What the encoding of a database lacks can be asked for, and is in no row of it.
  void takes_a_query_in_place_of_a_table() {
    for (const QString& url :
         {postgres->url("hourly-visitors"), clickhouse->url("hourly-visitors")}) {
      if (url.startsWith("clickhouse")) qunsetenv("FOOTFALL_PASSWORD");
      const QString table = url.section("table=", 1);
      const QString bare = url.section("?table=", 0, 0);
      const CliResult wanted = run_cli({"hourly-visitors", "--quiet", "--page", "/page/1", url});
      QVERIFY2(wanted.status == 0 && wanted.output.count('\n') > 1, wanted.errors);
      const QString query =
          "SELECT timestamp AS created_at, page_url AS path, visitor_id AS person FROM \"" + table +
          "\" WHERE page_url = '/page/1';";
      const CliResult got = run_cli(
          {"hourly-visitors", "--quiet", "--map", "visitor_id=person", "--sql-query", query, bare});
      QVERIFY2(got.status == 0, got.errors);
      QCOMPARE(got.output, wanted.output);
      QCOMPARE(run_cli({"hourly-visitors", "--quiet", "--map", "visitor_id=person",
                        bare + "?query=" + QUrl::toPercentEncoding(query)})
                   .output,
               wanted.output);
      for (const char* text :
           {"SELECT 1, FROM x", "DROP TABLE x", "SELECT 1; SELECT 2", "SELECT ("}) {
        const CliResult refused = run_cli({"hourly-visitors", "--sql-query", text, bare});
        QVERIFY2(is_plain_complaint(refused, 1) && refused.errors.contains("--sql-query"),
                 refused.errors);
      }
    }
    qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
  }

  void asks_databases_of_other_encodings() {
    for (const auto& [name, rest] :
         {std::pair("latin", "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"),
          std::pair("ascii", "ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"),
          std::pair("unicode", "ENCODING 'UTF8'")}) {
      QCOMPARE(execute(*pg, std::string("CREATE DATABASE ") + name + " TEMPLATE template0 " + rest),
               std::string());
      footfall::ConnectionSettings settings = postgres->settings();
      settings.database = name;
      const footfall::SqlConnectionPtr writer = open_writer(settings, PostgresServer::kPassword);
      QCOMPARE(execute(*writer,
                       "CREATE TABLE paid (event_id text, customer_id text, ts text, "
                       "type text, amount text, currency text)"),
               std::string());
      std::string file = "event_id,customer_id,ts,type,amount,currency\n";
      int row = 0;
      for (const char* customer : {"Müller", "Mueller", "MÜ%", "x", "×é"})
        for (const char* currency : {"EUR", " eur", "eur\u00a0", "\u00a0\t EUR\u00a0 ", "e\u00a0ur",
                                     "USD", "\u00a0", "EUR\u00e0"}) {
          ++row;
          const std::string values = std::to_string(row) + ',' + customer + ",17361594" +
                                     std::to_string(10 + row) + ",checkout,1.5," + currency;
          file += values + '\n';
          QCOMPARE(
              execute(*writer,
                      "INSERT INTO paid VALUES ('" +
                          QString::fromStdString(values).replace(',', "','").toStdString() + "')"),
              std::string());
        }
      const QString path = folder.filePath(QString(name) + ".csv");
      QVERIFY(write_file(path, QByteArray::fromStdString(file)));
      const QString url = postgres->url("paid").replace("/postgres?", '/' + QString(name) + '?');
      const QStringList payments = {"customer-report", "--now", "1737000000"};
      const QStringList activity = {"user-activity", "--map",       "user_id=customer_id",
                                    "--map",         "id=event_id", "--map",
                                    "price=amount",  "--event-map", "purchase=checkout"};
      for (const QStringList& asked : std::initializer_list<QStringList>{
               payments + QStringList{"--where", "currency is EUR"},
               payments + QStringList{"--where", "currency is-not EUR"},
               payments + QStringList{"--where", "currency contains \u00a0"},
               payments + QStringList{"--where", "currency is €"},
               payments + QStringList{"--where", "currency like *\u00e0"},
               payments + QStringList{"--where", "customer is Müller"},
               payments + QStringList{"--where", "customer is-not 李"},
               payments + QStringList{"--where", "customer contains 李"},
               payments + QStringList{"--where", "customer begins MÜ"},
               payments + QStringList{"--where", "customer like *é"},
               payments + QStringList{"--where", "customer like M*l*"},
               payments +
                   QStringList{"--customer", "Müller", "--customer", "李", "--customer", "x"},
               payments + QStringList{"--customer", "李"},
               payments + QStringList{"--event-types", "checkout,购买"},
               activity + QStringList{"--user", "Müller"},
               activity + QStringList{"--user", "李"}}) {
        const auto run = [&](const QString& input) {
          return run_cli(asked + QStringList{"--quiet", "--allow-none", input});
        };
        const CliResult wanted = run(path);
        const CliResult got = run(url);
        QVERIFY2(wanted.status == 0, wanted.errors);
        QVERIFY2(got.status == 0, name + QByteArray(": ") + asked.join(' ').toUtf8() + got.errors);
        QCOMPARE(got.output, wanted.output);
      }
    }
  }

  // Rows in a file, in PostgreSQL and in ClickHouse are one report, that of all of them.
  void counts_tables_beside_files() {
    for (const ReportKind kind : footfall::kAllReports) {
      const QString report = QString::fromStdString(std::string(command_name(kind)));
      const SqlEvents all = make_events(kind, 9, 900, true);
      SqlEvents in_file = all;
      in_file.rows.clear();
      for (std::size_t i = 0; i < all.rows.size(); i += 3) in_file.rows.push_back(all.rows[i]);
      const std::string table = "third-of-" + report.toStdString();
      QCOMPARE(fill_table(*pg, table, all, {}, 1, 3), std::string());
      QCOMPARE(fill_table(*ch, table, all, {}, 2, 3), std::string());
      const auto file = [&](const QString& name, const SqlEvents& events) {
        QVERIFY(
            write_file(folder.filePath(name), QByteArray::fromStdString(as_file(events, kind))));
      };
      file("all", all);
      file("third", in_file);
      const QStringList options = {report, "--now", "1737000000", "--zone", "Asia/Kolkata"};
      const auto counts = [](const QByteArray& errors) {
        QByteArrayList lines;
        for (const QByteArray& line : errors.split('\n'))
          if (line.startsWith("rows_") || line.startsWith("unique_")) lines += line;
        return lines.join('\n');
      };
      const CliResult wanted = run_cli(options + QStringList{"all"}, folder.path());
      QVERIFY2(wanted.status == 0 && wanted.output.count('\n') > 3, wanted.errors);
      // Each server takes its own.
      qunsetenv("FOOTFALL_PASSWORD");
      qputenv("PGPASSWORD", PostgresServer::kPassword);
      const QString of_clickhouse = clickhouse->url(QString::fromStdString(table));
      const QString of_postgres = postgres->url(QString::fromStdString(table));
      for (const QStringList& inputs : {QStringList{"third", of_postgres, of_clickhouse},
                                        QStringList{of_clickhouse, "third", of_postgres}}) {
        const CliResult got = run_cli(options + inputs, folder.path());
        QVERIFY2(got.status == 0, got.errors);
        QVERIFY2(got.output == wanted.output, qPrintable(report));
        QCOMPARE(counts(got.errors), counts(wanted.errors));
      }
    }
    qunsetenv("PGPASSWORD");
    qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
  }

  // What only files had.
  void reads_the_rows_of_a_table_on_request() {
    const QString url = postgres->url("hourly-visitors");
    const QStringList visitors = {"hourly-visitors", "--max-rejects", "100%"};
    const CliResult of_file =
        run_cli(visitors + QStringList{"--rejects", "file.csv", "hourly-visitors"}, folder.path());
    const CliResult of_table = run_cli(
        visitors + QStringList{"--sql-fetch", "--rejects", "table.csv", url}, folder.path());
    QVERIFY2(of_file.status == 0, of_file.errors);
    QVERIFY2(of_table.status == 0, of_table.errors);
    QCOMPARE(of_table.output, of_file.output);
    const QByteArray rejects = read_file(folder.filePath("table.csv"));
    QCOMPARE(rejects.count('\n'), read_file(folder.filePath("file.csv")).count('\n'));
    QVERIFY2(rejects.contains("?sslmode") || rejects.contains("table="), rejects.left(400));
    const QStringList compared = {"hourly-visitors", "--compare", "previous",  "--from",
                                  "2025-01-08",      "--to",      "2025-01-15"};
    QCOMPARE(run_cli(compared + QStringList{"--sql-fetch", url}).output,
             run_cli(compared + QStringList{folder.filePath("hourly-visitors")}).output);
    QVERIFY(run_cli(compared + QStringList{url}).errors.contains("--sql-fetch"));
    // Of alternatives with keys the first that is there, as in a file; what narrows rows is kept.
    const QString events = postgres->url("user-activity");
    for (const char* price : {"metadata.price|metadata.k", "nothing|metadata->>'price'"}) {
      const CliResult mapped =
          run_cli({"user-activity", "--sql-fetch", "--map", QString("price=") + price, events});
      QCOMPARE(mapped.output, run_cli({"user-activity", events}).output);
    }
    const CliResult told = run_cli({"user-activity", "--sql-fetch", "--sql-where", "type = 'view'",
                                    "--stats", "told.json", events},
                                   folder.path());
    QVERIFY2(told.status == 0, told.errors);
    QVERIFY(read_file(folder.filePath("told.json")).contains("where=type%20%3D%20%27view%27"));
    // A server that fails amid the rows leaves no report.
    QCOMPARE(execute(*pg,
                     "CREATE VIEW late AS SELECT timestamp, page_url, 10 / (20000 - i) AS "
                     "visitor_id FROM \"hourly-visitors\", generate_series(1, 20000) i"),
             std::string());
    const CliResult late =
        run_cli({"hourly-visitors", "--sql-fetch", "--output", "late", postgres->url("late")},
                folder.path());
    QVERIFY2(is_plain_complaint(late, 1), late.errors);
    QVERIFY2(late.errors.contains("division by zero"), late.errors);
    QVERIFY(!QDir(folder.filePath("late")).exists());
  }

  void complains_in_one_line_and_writes_nothing() {
    const QString url = postgres->url("user-activity");
    const auto run = [&](const QStringList& arguments) {
      return run_cli(arguments, folder.path());
    };
    QVERIFY(is_plain_complaint(
        run({"user-activity", "--output", "never", postgres->url("nothing")}), 1));
    QVERIFY(!QDir(folder.filePath("never")).exists());
    QVERIFY(is_plain_complaint(run({"hourly-visitors", url}), 1));
    QVERIFY(is_plain_complaint(
        run({"user-activity", QString(url).replace("postgres@", "postgres:secret@")}), 2));
    QVERIFY(is_plain_complaint(
        run({"user-activity", "--input", QString(url).replace("postgres@", "postgres:secret@")}),
        2));
    QVERIFY(is_plain_complaint(run({"user-activity", url + "&password=secret"}), 2));
    QVERIFY(is_plain_complaint(run({"user-activity", url, url}), 2));
    QVERIFY(is_plain_complaint(run({"user-activity", url, "--rejects", "r.csv"}), 2));
    QVERIFY(is_plain_complaint(run({"user-activity", "--explain", "user-activity"}), 2));
    QVERIFY(is_plain_complaint(run({"user-activity", "--explain", url, "user-activity"}), 2));
    QVERIFY(is_plain_complaint(run({"user-activity", "--sql-fetch", "user-activity"}), 2));
    QVERIFY(is_plain_complaint(
        run({"user-activity", "--sql-where", "true", url, clickhouse->url("user-activity")}), 2));
    QVERIFY(is_plain_complaint(run({"user-activity", "--sql-fetch", "--delimiter", ";", url}), 2));
    QVERIFY(is_plain_complaint(run({"user-activity", url, url + "&connect_timeout=7"}), 2));
    QVERIFY(is_plain_complaint(
        run({"user-activity", "--follow", "--output", "never", url, "user-activity"}), 2));
    // What is wrong with one of several is said before the rows of any.
    for (const QString& wrong : {postgres->url("nothing"), QString("no-such-file")}) {
      const CliResult result = run({"user-activity", "--output", "never", wrong, url});
      QVERIFY2(is_plain_complaint(result, 1), result.errors);
    }
    QVERIFY(!QDir(folder.filePath("never")).exists());
    QVERIFY(run({"user-activity", "--threads", "2", url})
                .errors.contains("note: --threads does nothing for a database"));
    QVERIFY(is_plain_complaint(run({"user-activity", url, "--decimal", ","}), 2));
    QVERIFY(is_plain_complaint(run({"user-activity", url, "--scale", "price=0.5"}), 2));
    qputenv("FOOTFALL_PASSWORD", "wrong secret");
    const CliResult wrong = run({"user-activity", url});
    qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
    QVERIFY2(is_plain_complaint(wrong, 1), wrong.errors);
    QVERIFY(wrong.errors.contains("password"));
  }

  void takes_the_password_from_where_postgres_has_it() {
    qunsetenv("FOOTFALL_PASSWORD");
    qputenv("PGPASSWORD", PostgresServer::kPassword);
    const QString url = postgres->url("user-activity");
    QCOMPARE(run_cli({"user-activity", "--quiet", url}).status, 0);
    qunsetenv("PGPASSWORD");
    const QString file = folder.filePath("pgpass");
    QVERIFY(write_file(file, QByteArray("*:*:*:postgres:") + PostgresServer::kPassword + "\n"));
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
    qputenv("PGPASSFILE", file.toUtf8());
    QCOMPARE(run_cli({"user-activity", "--quiet", url}).status, 0);
    qputenv("PGPASSFILE", "/nowhere/pgpass");
    QVERIFY(is_plain_complaint(run_cli({"user-activity", "--quiet", url}), 1));
    // On a terminal it asks, and shows nothing of the answer.
    QProcess terminal;
    terminal.start("script",
                   {"-qec", "'" + cli_path() + "' user-activity '" + url + "'", "/dev/null"});
    QVERIFY(terminal.waitForStarted());
    QByteArray screen;
    while (!screen.contains("Password for postgres@")) {
      QVERIFY2(terminal.waitForReadyRead(20000), screen);
      screen += terminal.readAll();
    }
    terminal.write(QByteArray(PostgresServer::kPassword) + "\n");
    terminal.waitForFinished();
    screen += terminal.readAll();
    qunsetenv("PGPASSFILE");
    qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
    QVERIFY2(screen.contains("rows_read: 330"), screen);
    QVERIFY2(!screen.contains(PostgresServer::kPassword), screen);
  }

  // Each of its three statements takes a second and a half.
  void tells_one_progress_of_all_statements() {
    for (const char* statement :
         {"CREATE TABLE paced_rows (id String, user_id String, type String, metadata String) "
          "ENGINE = MergeTree ORDER BY id SETTINGS index_granularity = 500",
          "INSERT INTO paced_rows SELECT toString(number), 'u', 'view', '' FROM system.numbers "
          "LIMIT 500",
          "CREATE VIEW paced AS SELECT * FROM paced_rows WHERE sleepEachRow(0.003) = 0"})
      QCOMPARE(execute(*ch, statement), std::string());
    qunsetenv("FOOTFALL_PASSWORD");
    const CliResult result = run_cli(
        {"user-activity", "--progress-every", "1", clickhouse->url("paced")}, folder.path());
    qputenv("FOOTFALL_PASSWORD", PostgresServer::kPassword);
    QVERIFY2(result.status == 0, result.errors);
    const QRegularExpression line(
        "^progress: (\\d+) %, step (\\d) of 3, (\\d+) of 1500 rows, \\d+ s$",
        QRegularExpression::MultilineOption);
    int percent = 0;
    int step = 0;
    int lines = 0;
    for (auto found = line.globalMatch(result.errors); found.hasNext(); ++lines) {
      const auto words = found.next();
      QVERIFY(words.captured(1).toInt() >= percent && words.captured(1).toInt() < 100);
      QVERIFY(words.captured(2).toInt() >= step);
      percent = words.captured(1).toInt();
      step = words.captured(2).toInt();
    }
    QVERIFY2(lines >= 3 && lines == result.errors.count("progress: "), result.errors);
    QCOMPARE(step, 3);
  }

  void explains_and_runs_nothing() {
    QCOMPARE(execute(*pg,
                     "CREATE VIEW broken AS SELECT id, user_id, type, (1 / length(id) / 0)::text "
                     "AS price FROM \"user-activity\""),
             std::string());
    const CliResult result =
        run_cli({"user-activity", "--explain", "--user", "x'y", postgres->url("broken")});
    QVERIFY2(result.status == 0, result.errors);
    QVERIFY(result.output.contains("'x''y'"));
    QVERIFY(result.output.count(";\n") >= 3);
    // What it prints is what runs.
    for (const QByteArray& statement :
         run_cli({"user-activity", "--explain", postgres->url("user-activity")}).output.split(';'))
      QCOMPARE(execute(*pg, statement.toStdString()), std::string());
  }

  void an_interrupt_leaves_nothing_behind_data() {
    QTest::addColumn<QStringList>("how");
    QTest::newRow("asked") << QStringList{};
    QTest::newRow("fetched") << QStringList{"--sql-fetch"};
  }
  void an_interrupt_leaves_nothing_behind() {
    QFETCH(QStringList, how);
    QCOMPARE(execute(*pg,
                     "CREATE OR REPLACE VIEW slow AS SELECT * FROM \"user-activity\" WHERE "
                     "pg_sleep(1000)::text = ''"),
             std::string());
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(cli_path(),
                  QStringList{"user-activity", "--output", "slow", postgres->url("slow")} + how);
    QVERIFY(process.waitForStarted());
    const auto active = [&] {
      std::string rows;
      execute(*pg, "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", &rows);
      return rows != "0\n";
    };
    for (int i = 0; i < 400 && !active(); ++i) QTest::qSleep(50);
    QVERIFY(active());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const CliResult result = finish(process);
    QCOMPARE(result.status, 130);
    QCOMPARE(result.errors, QByteArray("footfall-cli: interrupted\n"));
    for (int i = 0; i < 100 && active(); ++i) QTest::qSleep(20);
    QVERIFY(!active());
    QVERIFY(!QDir(folder.filePath("slow")).exists());
  }

  void files_alone_load_no_client_library() {
    qputenv("LD_DEBUG", "files");
    const CliResult file = run_cli({"user-activity", folder.filePath("user-activity")});
    const CliResult database = run_cli({"user-activity", postgres->url("user-activity")});
    qunsetenv("LD_DEBUG");
    QVERIFY(!file.errors.contains("libpq") && !file.errors.contains("libcurl"));
    QVERIFY(database.errors.contains("libpq") && !database.errors.contains("libcurl"));
  }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "test_database.moc"
