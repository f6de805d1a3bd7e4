// What the command line takes, and what it says of the rest. Long, for each wrong use is a row of
// one table.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "tests/cli/cli_process.h"

using namespace footfall_test;

class TestUsage : public QObject {
  Q_OBJECT
 private slots:
  void wrong_usage_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("culprit");
    const auto row = [](const QStringList& arguments, const char* culprit) {
      QTest::newRow(qPrintable(arguments.join(' '))) << arguments << QByteArray(culprit);
    };
    row({}, "name a report");
    row({"weekly-visitors", "v.csv"}, "weekly-visitors");
    row({"hourly-visitors"}, "no input");
    row({"hourly-visitors", ""}, "name of a file");
    row({"hourly-visitors", "-", "-"}, "only once");
    row({"hourly-visitors", "v.csv", "--bogus"}, "--bogus");
    row({"hourly-visitors", "v.csv", "-x"}, "-x");
    row({"hourly-visitors", "v.csv", "--zone"}, "--zone");
    row({"hourly-visitors", "v.csv", "--zone", "Mars/Base"}, "Mars/Base");
    row({"hourly-visitors", "v.csv", "--source-zone", ""}, "--source-zone");
    row({"hourly-visitors", "v.csv", "--quiet=yes"}, "--quiet");
    row({"hourly-visitors", "v.csv", "--format", "xml"}, "csv, json, xlsx");
    row({"hourly-visitors", "v.csv", "--format", "xlsx"}, "--output");
    row({"hourly-visitors", "v.csv", "--input-format", "tsv"}, "access-log");
    row({"hourly-visitors", "v.csv", "--delimiter", "ab"}, "--delimiter");
    row({"hourly-visitors", "v.csv", "--delimiter", "\""}, "--delimiter");
    row({"hourly-visitors", "v.csv", "--encoding", "klingon"}, "klingon");
    row({"hourly-visitors", "v.csv", "--has-header", "maybe"}, "maybe");
    row({"hourly-visitors", "v.csv", "--map", "page_url"}, "role=column");
    row({"hourly-visitors", "v.csv", "--map", "spend=x"}, "spend");
    row({"hourly-visitors", "v.csv", "--visitor", "agent"}, "host+agent");
    row({"hourly-visitors", "v.csv", "--from", "yesterday"}, "yesterday");
    row({"hourly-visitors", "v.csv", "--to", "2025-02-30"}, "2025-02-30");
    row({"hourly-visitors", "v.csv", "--where", "pages is /a"}, "hour of day");
    row({"hourly-visitors", "v.csv", "--where", "page = /a"}, "is-not");
    row({"hourly-visitors", "v.csv", "--where", "page is not /a"}, "use is-not");
    row({"hourly-visitors", "v.csv", "--where", "hour is 24"}, "0 to 23");
    row({"hourly-visitors", "v.csv", "--where", "weekday is Mo"}, "mon to sun");
    row({"hourly-visitors", "v.csv", "--where", "weekday like mon"}, "Monday to Sunday");
    row({"hourly-visitors", "v.csv", "--sql-where", "page = '/a'"}, "use --where");
    row({"hourly-visitors", "postgresql://u@h/d?table=t&where=a", "--sql-where", "b"},
        "one of them");
    row({"load", "v.csv", "--to", "postgresql://u@h/d?table=t&where=a"}, "load reads none");
    row({"hourly-visitors", "v.csv", "--sql-query", "SELECT 1"}, "rows of a database");
    row({"hourly-visitors", "postgresql://u@h/d?table=t", "--sql-query", "SELECT 1"},
        "one of them");
    row({"hourly-visitors", "postgresql://u@h/d?table=t&query=SELECT"}, "not both");
    row({"hourly-visitors", "postgresql://u@h/d"}, "?table=NAME");
    row({"load", "v.csv", "--to", "postgresql://u@h/d?query=SELECT"}, "into a table");
    row({"hourly-visitors", "v.csv", "--output", ""}, "--output");
    row({"hourly-visitors", "v.csv", "--meta"}, "--output");
    row({"hourly-visitors", "v.csv", "--meta", "--output", "out", "--follow"}, "--follow");
    row({"hourly-visitors", "v.csv", "--stats", "x", "--rejects", "x"}, "same file");
    row({"hourly-visitors", "v.csv", "--stats", "x", "--rejects", "./x"},
        "also written by --stats");
    row({"hourly-visitors", "v.csv", "--output", "out", "--rejects",
         "./out/../out//hourly_visitors.csv"},
        "also written by --output");
    row({"hourly-visitors", "v.csv", "--output", "out", "--stats", "out/hourly_totals.csv"},
        "--stats");
    row({"hourly-visitors", "v.csv", "--output", ".", "--format", "xlsx", "--stats",
         "hourly_visitors.xlsx"},
        "also written by --output");
    row({"customer-report", "v.csv", "--now", "today"}, "today");
    row({"customer-report", "v.csv", "--now", "1.5"}, "1.5");
    row({"customer-report", "v.csv", "--rates", "EUR"}, "EUR");
    row({"customer-report", "v.csv", "--rates", "EUR=0"}, "above 0");
    row({"customer-report", "v.csv", "--rates", "EUR=-1"}, "above 0");
    row({"customer-report", "v.csv", "--rates", "EUR=1,5"}, "5");
    row({"customer-report", "v.csv", "--rates", "EUR=nan"}, "nan");
    row({"customer-report", "v.csv", "--rates", "EUR=1,EUR=2"}, "two rates");
    row({"customer-report", "v.csv", "--shards", "0"}, "--shards");
    row({"customer-report", "v.csv", "--shards", "4294967296"}, "--shards");
    row({"campaign-ranking", "v.csv", "--top", "-1"}, "--top");
    row({"campaign-ranking", "v.csv", "--top", "1e1"}, "1e1");
    row({"hourly-visitors", "v.csv", "--peaks", "0"}, "--peaks");
    row({"hourly-visitors", "v.csv", "--peaks", "3", "--peaks-by", "height"}, "times-usual");
    row({"hourly-visitors", "v.csv", "--peaks-by", "size"}, "--peaks");
    row({"customer-report", "v.csv", "--compare", "week-before", "--where", "currency is USD"},
        "--from and --to");
    row({"customer-report", "v.csv", "--compare", "week-before", "--event-types", "a", "--from",
         "2025-01-06"},
        "--from and --to");
    row({"campaign-ranking", "v.csv", "--threads", "0"}, "--threads");
    row({"campaign-ranking", "v.csv", "--threads", "two"}, "two");
    row({"campaign-ranking", "v.csv", "--threads", "1025"}, "1 to 1024");
    row({"campaign-ranking", "v.csv", "--chunk-bytes", "0"}, "--chunk-bytes");
    row({"campaign-ranking", "v.csv", "--progress-every", "0"}, "--progress-every");
  }
  void wrong_usage() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, culprit);
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("v.csv"),
                       "timestamp,page_url,visitor_id\n2025-01-06T10:00Z,/a,v1\n"));
    const CliResult result = run_cli(arguments, place.path());
    QVERIFY2(result.status == 2, QByteArray::number(result.status) + ": " + result.errors);
    QCOMPARE(result.output, "");
    QVERIFY2(result.errors.startsWith("footfall-cli: ") && result.errors.count('\n') == 1,
             result.errors);
    QVERIFY2(result.errors.contains(culprit), result.errors);
  }

  void outputs_that_are_one_file_are_refused_however_they_are_spelled() {
    const QTemporaryDir place;
    const QByteArray visits = "timestamp,page_url,visitor_id\n2025-01-06T10:00Z,/a,v1\n";
    QVERIFY(write_file(place.filePath("v.csv"), visits));
    QVERIFY(QDir(place.path()).mkdir("out"));
    QVERIFY(write_file(place.filePath("out/hourly_totals.csv"), "old"));
    QVERIFY(QFile::link("out", place.filePath("again")));
    QVERIFY(QFile::link("again/hourly_totals.csv", place.filePath("totals")));
    QVERIFY(QFile::link("out/not_there_yet", place.filePath("dangling")));
    const QStringList report{"hourly-visitors", "v.csv", "--quiet"};
    for (const QStringList& outputs :
         {QStringList{"--output", "out", "--rejects", "totals"},
          {"--output", "again", "--stats", "out/hourly_visitors.csv"},
          {"--output", "out", "--stats", place.filePath("again/hourly_visitors.csv")},
          {"--stats", "dangling", "--rejects", "again/not_there_yet"}}) {
      const CliResult result = run_cli(report + outputs, place.path());
      QCOMPARE(result.status, 2);
      QVERIFY2(result.errors.contains("also written by"), result.errors);
    }
    const CliResult redirected = run_shell(
        "\"$CLI\" hourly-visitors v.csv --quiet --rejects out/../r.csv >r.csv", place.path());
    QCOMPARE(redirected.status, 2);
    QVERIFY2(redirected.errors.contains("standard output"), redirected.errors);
    QCOMPARE(read_file(place.filePath("out/hourly_totals.csv")), "old");
    QVERIFY(!QFile::exists(place.filePath("out/hourly_visitors.csv")));
    // The stream itself takes both, and so does a device.
    const CliResult both = run_shell(
        "\"$CLI\" hourly-visitors v.csv --quiet --rejects /dev/stdout --stats /dev/null >r.csv",
        place.path());
    QVERIFY2(both.status == 0, both.errors);
    QCOMPARE(read_file(place.filePath("r.csv")),
             "file,line,offset,reason,column,excerpt\nhour,page_url,unique_visitors\n"
             "2025-01-06 10:00,/a,1\n");
  }
  void files_that_cannot_be_replaced_are_named_before_reading() {
    const QTemporaryDir place;
    QVERIFY(QDir(place.path()).mkpath("out/hourly_totals.csv/full"));
    QVERIFY(QDir(place.path()).mkdir("shared"));
    QVERIFY(QFile::setPermissions(place.filePath("shared"), QFile::Permissions(0x7777)));
    QVERIFY(write_file(place.filePath("real"), "old"));
    QVERIFY(QFile::link(place.filePath("real"), place.filePath("shared/hourly_visitors.csv")));
    // There is no input: it is not looked at.
    const CliResult folder =
        run_cli({"hourly-visitors", "no.csv", "--output", "out"}, place.path());
    QCOMPARE(folder.status, 1);
    QVERIFY2(folder.errors.contains("hourly_totals.csv"), folder.errors);
    const CliResult link =
        run_cli({"hourly-visitors", "no.csv", "--output", "shared"}, place.path());
    QCOMPARE(link.status, 1);
    QVERIFY2(link.errors.contains("is a link in a folder that others may write"), link.errors);
    QVERIFY2(link.errors.count('\n') == 1, link.errors);
    QCOMPARE(read_file(place.filePath("real")), "old");
  }

  void help_and_version_go_to_standard_output() {
    const CliResult help = run_cli({"--help"});
    QCOMPARE(help.status, 0);
    QCOMPARE(help.errors, "");
    for (const char* option : {"hourly-visitors",
                               "customer-report",
                               "campaign-ranking",
                               "user-activity",
                               "--output",
                               "--format",
                               "--input-format",
                               "--delimiter",
                               "--encoding",
                               "--has-header",
                               "--map",
                               "--zone",
                               "--source-zone",
                               "--now",
                               "--event-types",
                               "--rates",
                               "--rates-file",
                               "--shards",
                               "--top",
                               "--peaks",
                               "--peaks-by",
                               "--visitor",
                               "--distinct-events",
                               "--from",
                               "--to",
                               "--page",
                               "--customer",
                               "--campaign",
                               "--user",
                               "--threads",
                               "--chunk-bytes",
                               "--progress-every",
                               "--quiet",
                               "--rejects",
                               "--stats",
                               "--input"})
      QVERIFY2(help.output.contains(option), option);
    const CliResult version = run_cli({"hourly-visitors", "--version"});
    QCOMPARE(version.status, 0);
    QVERIFY2(version.output.startsWith("footfall-cli ") && version.output.count('\n') == 1,
             version.output);
  }

  void options_that_do_nothing_ask_for_no_others() {
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("a.csv"), "id,user_id,type\n1,u,view\n"));
    QVERIFY(write_file(place.filePath("p.csv"), "event_id,customer_id,ts\n1,c,86400\n"));
    for (const QStringList& arguments :
         {QStringList{"user-activity", "a.csv", "--compare", "previous"},
          QStringList{"user-activity", "a.csv", "--peaks", "2", "--step", "day"},
          QStringList{"customer-report", "p.csv", "--step", "day", "--peaks", "2"},
          QStringList{"customer-report", "p.csv", "--peaks", "2", "--compare", "week-before"},
          QStringList{"customer-report", "p.csv", "--peaks-by", "size"}}) {
      const CliResult result = run_cli(arguments, place.path());
      QVERIFY2(result.status == 0, result.errors);
      const QByteArray note =
          "note: " + arguments[2].toUtf8() + " does nothing for " + arguments[0].toUtf8() + "\n";
      QVERIFY2(result.errors.contains(note), result.errors);
    }
    const CliResult compared = run_cli({"customer-report", "p.csv", "--compare", "week-before",
                                        "--where", "page is /", "--stats", "stats.json"},
                                       place.path());
    QVERIFY2(compared.status == 0 && compared.errors.contains("--where page does nothing"),
             compared.errors);
  }

  void what_keeps_periods_from_being_alike_is_said() {
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("none.csv"), "timestamp,page_url,visitor_id\n"));
    QVERIFY(write_file(place.filePath("v.csv"),
                       "timestamp,page_url,visitor_id\n2024-10-20T00:30Z,/,ann\n"
                       "2024-10-27T00:30Z,/,ann\n2024-10-27T01:30Z,/,bob\n"));
    const auto run = [&](const QStringList& arguments) {
      return run_cli(QStringList{"hourly-visitors", "--stats", "stats.json"} + arguments,
                     place.path());
    };
    const auto stats = [&] { return read_file(place.filePath("stats.json")); };
    const CliResult nothing = run({"none.csv", "--compare", "week-before"});
    QVERIFY2(nothing.errors.contains("note: no rows tell which periods are compared\n"),
             nothing.errors);
    QVERIFY2(
        stats().contains("\"comparison\":{\"compared_rows_counted\":0,\"notes\":[\"no_data\"]}"),
        stats());
    // The first of two hours of one reading alone, which ends where the second begins.
    const CliResult fold = run({"v.csv", "--zone", "Europe/Berlin", "--from", "2024-10-27T02:00",
                                "--to", "2024-10-27T01:00Z", "--compare", "week-before"});
    QVERIFY2(fold.errors.contains("period: 2024-10-27 02:00+02:00 to 2024-10-27 02:00+01:00\n"
                                  "compared_period: 2024-10-20 02:00+02:00 to "
                                  "2024-10-20 03:00+02:00\ncompared_rows_counted: 1\n") &&
                 !fold.errors.contains("the periods have"),
             fold.errors);
    // Bounds within an hour are those of the next hour, also where a step is asked whether it is
    // whole.
    const CliResult moved =
        run({"v.csv", "--step", "day", "--from", "2024-10-26T23:30", "--to", "2024-10-27T00:30",
             "--compare", "2024-10-19T23:30..2024-10-20T03:00"});
    QVERIFY2(moved.errors.contains("warning: --from lies within an hour; the range begins where "
                                   "the next whole one begins, 2024-10-27 00:00\n") &&
                 moved.errors.contains("warning: FROM of --compare lies within an hour; the range "
                                       "begins where the next whole one begins, 2024-10-20 "
                                       "00:00\n") &&
                 moved.errors.contains("warning: TO of --compare lies within a day; of that of "
                                       "2024-10-20 only what is before it counts\n") &&
                 !moved.errors.contains("--from lies within a day") &&
                 !moved.errors.contains("FROM of --compare lies within a day"),
             moved.errors);
    QVERIFY2(moved.errors.contains("note: the periods have 1 and 3 hours\n"), moved.errors);
    const CliResult one = run({"v.csv", "--from", "2024-10-27", "--to", "2024-10-27T03:00",
                               "--compare", "2024-10-20T00:00..2024-10-20T01:00"});
    QVERIFY2(one.errors.contains("note: the periods have 3 and 1 hour\n"), one.errors);
  }

  void meta_tells_of_the_sources_and_of_the_reading() {
    const QTemporaryDir place;
    const QByteArray header = "zeit;page_url;visitor_id\n";
    QVERIFY(QDir(place.path()).mkpath("in/more"));
    QVERIFY(write_file(place.filePath("in/a.csv"),
                       header + "2025-01-06T10:00Z;/a;v1\n2025-01-06T11:00Z;;v1\nbad\n"));
    QVERIFY(write_file(place.filePath("in/more/b.csv"), header + "2025-01-06T10:00Z;/b;v2\n"));
    QVERIFY(write_file(place.filePath("in/notes.txt"), "nothing of that kind\n"));
    QCOMPARE(run_shell("gzip -n in/more/b.csv && mkdir out", place.path()).status, 0);
    const auto run = [&place](const QString& more) {
      return run_shell(
          "\"$CLI\" hourly-visitors --map timestamp=zeit --delimiter ';' --zone "
          "Europe/Berlin --where 'page begins /' --from 2025-01-06 --output out " +
              more,
          place.path());
    };
    const CliResult result = run("--meta in - < in/a.csv");
    QVERIFY2(result.status == 0 && result.errors.contains("\nhash_seconds: 0."), result.errors);
    QCOMPARE(
        QDir(place.filePath("out")).entryList(QDir::Files),
        (QStringList{"hourly_totals.csv", "hourly_visitors.csv", "hourly_visitors.meta.json"}));
    const QJsonObject meta =
        QJsonDocument::fromJson(read_file(place.filePath("out/hourly_visitors.meta.json")))
            .object();
    QCOMPARE(meta["report"].toString(), QString("hourly-visitors"));
    QCOMPARE(meta["files"].toArray(), (QJsonArray{"hourly_visitors.csv", "hourly_totals.csv"}));
    QCOMPARE(meta["zone"].toString(), QString("Europe/Berlin"));
    QCOMPARE(meta["source_zone"].toString(), QString("UTC"));
    QVERIFY(!meta.contains("visitor") && meta["version"].toString().contains('.'));
    QCOMPARE(meta["filter"].toObject(), (QJsonObject{{"from", "2025-01-06T00:00:00"},
                                                     {"where", QJsonArray{"page begins /"}}}));
    QCOMPARE(meta["rows"].toObject()["read"].toInt(), 7);
    QCOMPARE(meta["rows"].toObject()["counted"].toInt(), 3);
    QCOMPARE(meta["rows"].toObject()["rejects"].toObject(), (QJsonObject{{"missing value", 4}}));
    QCOMPARE(meta["left_out"].toArray(), QJsonArray{"in/notes.txt"});

    const QJsonArray sources = meta["sources"].toArray();
    QCOMPARE(sources.size(), 3);
    const QStringList paths{"in/a.csv", "in/more/b.csv.gz", "-"};
    for (int i = 0; i < 3; ++i) {
      const QJsonObject source = sources[i].toObject();
      QCOMPARE(source["path"].toString(), paths[i]);
      const QJsonObject input = source["inputs"].toArray()[0].toObject();
      QCOMPARE(input["plan"].toObject()["delimiter"].toString(), QString(";"));
      QCOMPARE(input["basis"].toObject(),
               (QJsonObject{{"given", QJsonArray{"delimiter"}},
                            {"roles", QJsonObject{{"timestamp", "given"},
                                                  {"page_url", "name"},
                                                  {"visitor_id", "name"}}}}));
      if (i == 2) {
        QVERIFY(source["sha256"].isNull() && !source.contains("bytes"));
        QCOMPARE(source["no_hash"].toString(), QString("it can be read once only"));
        continue;
      }
      QCOMPARE(source["given"].toString(), QString("in"));
      const QByteArray sum = run_shell("sha256sum " + paths[i], place.path()).output.left(64);
      QCOMPARE(source["sha256"].toString().toLatin1(), sum);
      QCOMPARE(source["bytes"].toInt(), QFile(place.filePath(paths[i])).size());
    }
    // One that stays without it is said to be of another export.
    QVERIFY(run("in").errors.contains(
        "hourly_visitors.meta.json\" is of an earlier export and does not tell of these files"));
    QVERIFY(run("--meta in - < in/a.csv").status == 0);
    // Without it nothing of it is made, and the report is the same.
    const QByteArray table = read_file(place.filePath("out/hourly_visitors.csv"));
    QCOMPARE(run_shell("rm out/*", place.path()).status, 0);
    const QByteArray words = run("in - < in/a.csv").errors;
    QVERIFY2(!words.contains("hash") && !words.contains("earlier export"), words);
    QVERIFY(!QFile::exists(place.filePath("out/hourly_visitors.meta.json")));
    QCOMPARE(read_file(place.filePath("out/hourly_visitors.csv")), table);
    // With a comparison its files are named, and its periods.
    QVERIFY(run("--meta --compare week-before --format json in").status == 0);
    const QJsonObject both =
        QJsonDocument::fromJson(read_file(place.filePath("out/hourly_visitors.meta.json")))
            .object();
    QCOMPARE(both["files"].toArray().size(), 3);
    QCOMPARE(both["comparison"].toObject()["compared_from"].toString(),
             QString("2024-12-30 00:00+01:00"));
    // It filters behind the reading: inputs do not say that nothing was filtered.
    QVERIFY(run("--meta --compare week-before --to 2025-01-06T11:00 in").status == 0);
    const QByteArray late = read_file(place.filePath("out/hourly_visitors.meta.json"));
    const QJsonObject filtered = QJsonDocument::fromJson(late).object();
    QCOMPARE(filtered["rows"].toObject()["filtered"].toInt(), 2);
    const QJsonObject one = filtered["sources"].toArray()[0].toObject();
    const QJsonObject rows = one["inputs"].toArray()[0].toObject()["rows"].toObject();
    QVERIFY(rows.contains("read") && !rows.contains("counted") && !rows.contains("filtered"));
    QVERIFY(run("--meta --peaks 2 --peaks-by times-usual in").status == 0);
    const QByteArray peaks = read_file(place.filePath("out/hourly_visitors.meta.json"));
    QCOMPARE(QJsonDocument::fromJson(peaks).object()["peaks"].toObject(),
             (QJsonObject{{"most", 2}, {"by", "times-usual"}}));
  }

  void bad_rates_files_name_their_line() {
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("e.csv"), "event_id,customer_id,ts\n1,c,5\n"));
    QVERIFY(write_file(place.filePath("rates.csv"), "currency,rate\nEUR,1.08\nGBP,zero\n"));
    const CliResult bad =
        run_cli({"customer-report", "--rates-file", "rates.csv", "e.csv"}, place.path());
    QCOMPARE(bad.status, 1);
    QVERIFY2(bad.errors.contains("rates.csv, line 3") && bad.errors.count('\n') == 1, bad.errors);
    const CliResult missing =
        run_cli({"customer-report", "--rates-file", "nothing", "e.csv"}, place.path());
    QCOMPARE(missing.status, 1);
    QVERIFY2(missing.errors.contains("\"nothing\""), missing.errors);
  }

  void two_dashes_end_the_options() {
    const QTemporaryDir place;
    QVERIFY(write_file(place.filePath("--odd"),
                       "timestamp,page_url,visitor_id\n2025-01-06T10:00Z,/a,v1\n"));
    const CliResult result = run_cli({"--quiet", "hourly-visitors", "--", "--odd"}, place.path());
    QCOMPARE(result.status, 0);
    QCOMPARE(result.output, "hour,page_url,unique_visitors\n2025-01-06 10:00,/a,1\n");
    QCOMPARE(result.errors, "");
  }
};

QTEST_GUILESS_MAIN(TestUsage)
#include "test_usage.moc"
