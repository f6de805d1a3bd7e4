#include <fcntl.h>
#include <sys/stat.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

#include "model/export/export_report.h"
#include "model/input/file_hash.h"
#include "model/pipeline/analysis.h"
#include "model/pipeline/source_hashes.h"
#include "model/report/customer_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/user_activity_report.h"

using namespace footfall;

namespace {

QByteArray content(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<no file>");
}
QStringList listing(const QString& folder) {
  return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}
WideDecimal micro(std::int64_t units) { return WideDecimal(Int128{units}); }

// Two hours of two pages, the second hour of a fold.
ReportSet visitors() {
  auto pages = std::make_shared<TextPool>();
  pages->append("/a\"b");
  pages->append("/c,d");
  auto report = std::make_shared<HourlyVisitorsReport>();
  report->zone = "Europe/Berlin";
  report->utc = false;
  report->pages = pages;
  report->hours = {{{1761436800, 7200}, 3, 4}, {{1761440400, 3600}, 1, 1}};
  report->cells = {{0, 1}, {1, 2}, {1, 1}};
  report->hour_begin = {0, 2, 3};
  ReportSet set;
  set.put(report);
  return set;
}

ReportSet customers() {
  auto names = std::make_shared<TextPool>();
  names->append("unlisted");
  names->append("c\xff");
  auto types = std::make_shared<TextPool>();
  types->append("checkout");
  auto report = std::make_shared<CustomerReport>();
  report->names = names;
  report->event_types = types;
  report->customers = {{1, 0, 2, 7, 3, 1736208000, 0}};
  report->spend.append(micro(12'500'000));
  report->average_ticket.append(micro(-1));
  report->days = {{20094, 0, 1}, {20095, 0, 2}};
  report->day_spend.append(micro(12'000'000));
  report->day_spend.append(micro(500'000));
  ReportSet set;
  set.put(report);
  return set;
}

ReportSet activity(std::size_t users) {
  auto names = std::make_shared<TextPool>();
  auto report = std::make_shared<UserActivityReport>();
  for (std::size_t i = 0; i < users; ++i) {
    const TextId name =
        names->append(QByteArray::number(qulonglong{i}).rightJustified(8, '0').toStdString());
    report->users.push_back({name, i, 1, 2, DecimalSum(power_of_ten(17) * static_cast<Int128>(i))});
  }
  report->names = names;
  ReportSet set;
  set.put(report);
  return set;
}

}  // namespace

class TestExportReport : public QObject {
  Q_OBJECT
 private slots:
  void visitors_as_csv_and_json() {
    const QTemporaryDir folder;
    const QString out = folder.filePath("a/b");
    const auto paths = export_report(visitors(), ReportKind::hourly_visitors, ExportFormat::csv,
                                     out.toStdString());
    QVERIFY(paths);
    QCOMPARE(*paths, (std::vector<std::string>{out.toStdString() + "/hourly_visitors.csv",
                                               out.toStdString() + "/hourly_totals.csv"}));
    QVERIFY(export_report(visitors(), ReportKind::hourly_visitors, ExportFormat::json,
                          out.toStdString()));
    QCOMPARE(listing(out),
             QStringList({"hourly_totals.csv", "hourly_visitors.csv", "hourly_visitors.json"}));
    QCOMPARE(content(out + "/hourly_visitors.csv"),
             "hour,page_url,unique_visitors\n2025-10-26 02:00+02:00,\"/a\"\"b\",1\n2025-10-26 "
             "02:00+02:00,\"/c,d\",2\n"
             "2025-10-26 02:00+01:00,\"/c,d\",1\n");
    QCOMPARE(
        content(out + "/hourly_totals.csv"),
        "hour,unique_visitors,pageviews\n2025-10-26 02:00+02:00,3,4\n2025-10-26 02:00+01:00,1,1\n");
    QCOMPARE(content(out + "/hourly_visitors.json"),
             "{\n\"2025-10-26 02:00+01:00\":{\"/c,d\":1},\n\"2025-10-26 "
             "02:00+02:00\":{\"/a\\\"b\":1,\"/c,d\":2}\n}\n");
  }
  void customers_as_csv_and_json() {
    const QTemporaryDir folder;
    QVERIFY(export_report(customers(), ReportKind::customer_report, ExportFormat::csv,
                          folder.path().toStdString()));
    QVERIFY(export_report(customers(), ReportKind::customer_report, ExportFormat::json,
                          folder.path().toStdString()));
    QCOMPARE(content(folder.filePath("customers.csv")),
             "customer_id,total_events,total_spend_usd,avg_ticket_usd,active_days,top_event_type,"
             "latest_event_ts,shard\n"
             "c\xff,3,12.500000,-0.000001,2,checkout,1736208000,7\n");
    QCOMPARE(content(folder.filePath("customer_days.csv")),
             "customer_id,day,events,spend_usd\nc\xff,2025-01-06,1,12.000000\nc\xff,2025-01-07,2,0."
             "500000\n");
    QCOMPARE(
        content(folder.filePath("customers.json")),
        "{\n\"c\\udcff\":{\"total_events\":3,\"total_spend_usd\":12.5,\"avg_ticket_usd\":-0.000001,"
        "\"active_days\":2,"
        "\"top_event_type\":\"checkout\",\"latest_event_ts\":1736208000,\"by_day\":{\"2025-01-06\":"
        "{\"events\":1,"
        "\"spend_usd\":12.0},\"2025-01-07\":{\"events\":2,\"spend_usd\":0.5}},\"shard\":7}\n}\n");
  }
  void an_empty_report_has_a_header_or_an_empty_object() {
    const QTemporaryDir folder;
    QVERIFY(export_report(activity(0), ReportKind::user_activity, ExportFormat::csv,
                          folder.path().toStdString()));
    QVERIFY(export_report(activity(0), ReportKind::user_activity, ExportFormat::json,
                          folder.path().toStdString()));
    QCOMPARE(content(folder.filePath("user_activity.csv")),
             "user_id,click,view,purchase,total_value\n");
    QCOMPARE(content(folder.filePath("user_activity.json")), "{}\n");
  }
  void large_tables_are_whole_however_they_are_cut() {
    constexpr std::size_t kUsers = 100'000;
    const ReportSet reports = activity(kUsers);
    // Tasks in another order than they are numbered, as threads may run them.
    const ParallelFor backwards = [](std::size_t tasks,
                                     const std::function<void(std::size_t)>& task) {
      for (std::size_t i = tasks; i-- > 0;) task(i);
    };
    QByteArray csv = "user_id,click,view,purchase,total_value\n";
    QByteArray json = "{\n";
    for (std::size_t i = 0; i < kUsers; ++i) {
      const QByteArray number = QByteArray::number(qulonglong{i});
      const QByteArray name = number.rightJustified(8, '0');
      const QByteArray value =
          QByteArray::number(qulonglong{i / 10}) + '.' + QByteArray::number(qulonglong{i % 10});
      csv += name + ',' + number + ",1,2," + value + "0\n";
      json += '"' + name + "\":{\"click\":" + number +
              ",\"view\":1,\"purchase\":2,\"total_value\":" + value +
              (i + 1 == kUsers ? "}\n" : "},\n");
    }
    const QTemporaryDir folder;
    for (const ParallelFor& parallel : {ParallelFor(run_in_sequence), backwards}) {
      QVERIFY(export_report(reports, ReportKind::user_activity, ExportFormat::csv,
                            folder.path().toStdString(), parallel));
      QVERIFY(export_report(reports, ReportKind::user_activity, ExportFormat::json,
                            folder.path().toStdString(), parallel));
      QVERIFY(content(folder.filePath("user_activity.csv")) == csv);
      QVERIFY(content(folder.filePath("user_activity.json")) == json + "}\n");
    }
  }
  void a_failure_leaves_the_old_files_whole() {
    const QTemporaryDir folder;
    QFile old(folder.filePath("hourly_visitors.csv"));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    // The second file cannot be made: a folder stands in its place.
    QVERIFY(QDir(folder.path()).mkdir("hourly_totals.csv"));
    const auto failed = export_report(visitors(), ReportKind::hourly_visitors, ExportFormat::csv,
                                      folder.path().toStdString());
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::is_directory);
    QCOMPARE(content(folder.filePath("hourly_visitors.csv")), "old");
    QCOMPARE(listing(folder.path()), QStringList({"hourly_totals.csv", "hourly_visitors.csv"}));
  }
  void a_report_that_was_not_loaded_is_refused() {
    const QTemporaryDir folder;
    const auto failed = export_report(visitors(), ReportKind::user_activity, ExportFormat::csv,
                                      folder.path().toStdString());
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::unsupported);
    QCOMPARE(listing(folder.path()), QStringList());
  }
  void one_table_and_the_rejects() {
    const QTemporaryDir folder;
    const ReportSet reports = visitors();
    QVERIFY(export_table(*hourly_totals_table(reports.get<HourlyVisitorsReport>()),
                         folder.filePath("totals.csv").toStdString()));
    QCOMPARE(
        content(folder.filePath("totals.csv")),
        "hour,unique_visitors,pageviews\n2025-10-26 02:00+02:00,3,4\n2025-10-26 02:00+01:00,1,1\n");
    LoadReport load;
    load.sources = {{"a.csv", "CSV", {}, 0}, {"b,c.csv", "CSV", {}, 0}};
    load.rejects = {{0, 2, 30, RejectReason::missing_value, "page_url", "x,,y"},
                    {1, 9, 99, RejectReason::malformed_row, "", "\"z\"z"}};
    QVERIFY(export_rejects(load, folder.filePath("rejects.csv").toStdString()));
    QCOMPARE(content(folder.filePath("rejects.csv")),
             "file,line,offset,reason,column,excerpt\na.csv,2,30,missing "
             "value,page_url,\"x,,y\"\n\"b,c.csv\",9,99,malformed row,,\"\"\"z\"\"z\"\n");
  }

  // Sizes around that of a piece; a file that changes before, in between or behind has no hash.
  void hashes_are_of_the_files_that_were_read() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("v.csv");
    const auto put = [&path](const QByteArray& bytes, QIODevice::OpenMode mode) {
      QFile file(path);
      QVERIFY(file.open(mode | QIODevice::Unbuffered) && file.write(bytes) == bytes.size());
    };
    const auto read = [&path] {
      Analysis analysis({path.toStdString()}, {});
      return *analysis.run({}).origins;
    };
    const QByteArray row = "2025-01-06T10:00Z,/a,v\n";
    for (const qsizetype size : {60, 1 << 20, (1 << 20) + 1, (3 << 20) - 7}) {
      const QByteArray text =
          ("timestamp,page_url,visitor_id\n" + row.repeated(size / row.size() + 1)).left(size);
      put(text, QIODevice::WriteOnly | QIODevice::Truncate);
      const SourceOrigins load = read();
      QCOMPARE(load.files.size(), std::size_t{1});
      std::uint64_t last = 0;
      const auto hashes = hash_sources(load,
                                       [&](std::uint64_t done, std::uint64_t total) {
                                         QVERIFY(done > last && done <= total);
                                         last = done;
                                       },
                                       {});
      QCOMPARE(last, static_cast<std::uint64_t>(size));
      QCOMPARE(QByteArray::fromStdString(hashes.at(0).sha256),
               QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
      QCOMPARE(hashes.at(0).why, std::string());

      const auto changed = [&](const std::function<void()>& change) {
        const auto found = hash_sources(load, [&](std::uint64_t, std::uint64_t) { change(); }, {});
        QCOMPARE(found.at(0).sha256, std::string());
        QVERIFY2(found.at(0).why.starts_with("the file was changed"), found.at(0).why.c_str());
      };
      changed([&] { put(row, QIODevice::Append); });
      // As long and, by its time, as old as before.
      put(text, QIODevice::WriteOnly | QIODevice::Truncate);
      std::timespec times[2] = {{0, UTIME_OMIT}, {}};
      times[1].tv_sec = load.files[0].changed / 1'000'000'000;
      times[1].tv_nsec = load.files[0].changed % 1'000'000'000;
      QCOMPARE(::utimensat(AT_FDCWD, path.toUtf8().constData(), times, 0), 0);
      changed([] {});
    }
    const SourceOrigins load = read();
    std::stop_source stop;
    QVERIFY_THROWS_EXCEPTION(
        Stopped,
        (void)hash_sources(
            load, [&](std::uint64_t, std::uint64_t) { stop.request_stop(); }, stop.get_token()));
    QVERIFY(QFile::remove(path));
    QCOMPARE(hash_sources(load, {}, {}).at(0).why, std::string("the file is gone"));
    QVERIFY(QDir().mkdir(path));
    QCOMPARE(hash_sources(load, {}, {}).at(0).why,
             std::string("the file was changed while it was read, or since"));
  }

  void meta_is_json_whatever_names_hold() {
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString() + "/o\"d\xff.csv";
    QFile file(QString::fromStdString(folder.path().toStdString() + "/plain.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "event_id,customer_id,ts,event_type,amount,currency,b\xe4\"d\n"
        "1,c,5,checkout,2.50,EUR,\n2,c,5,checkout,1,XYZ,\n2,d,x,,,,\n");
    file.close();
    QCOMPARE(::rename(file.fileName().toUtf8().constData(), path.c_str()), 0);
    AnalysisOptions options;
    options.report.now = 100;
    options.report.rates.emplace("EUR", Decimal{Int128{1'080'000'000'000'000'000}});
    options.filter[FilterField::customer] = {"c", "\xfe"};
    Analysis analysis({path}, options);
    const Outcome outcome = analysis.run({});
    QVERIFY(outcome.reports);
    MetaFile meta{"test", "1", 86'399, ReportKind::customer_report, options.report};
    meta.files = {"customers.csv"};
    meta.origins = outcome.origins;
    meta.hashes = {{{}, "why"}};
    QJsonParseError fault;
    const QByteArray text = QByteArray::fromStdString(meta_json(meta, *outcome.reports));
    const QJsonObject told = QJsonDocument::fromJson(text, &fault).object();
    QVERIFY2(fault.error == QJsonParseError::NoError, text);
    QCOMPARE(told["written"].toString(), QString("1970-01-01T23:59:59Z"));
    QCOMPARE(told["rates"].toObject(), (QJsonObject{{"EUR", 1.08}}));
    QCOMPARE(told["zone"].toString(), QString("UTC"));
    QCOMPARE(told["unconverted_currencies"].toObject()["XYZ"].toObject(),
             (QJsonObject{{"rows", 1}, {"amount", 1.0}}));
    QCOMPARE(told["rows"].toObject()["rejects"].toObject(), (QJsonObject{{"bad timestamp", 1}}));
    QCOMPARE(told["filter"].toObject()["customer"].toArray().size(), 2);
    const QJsonObject source = told["sources"].toArray()[0].toObject();
    QVERIFY(source["sha256"].isNull() && source["path"].toString().contains("/o\"d"));
    QCOMPARE(meta_file_name("a.b.csv"), std::string("a.b.meta.json"));
  }

  void a_stopped_export_leaves_the_old_files() {
    QTemporaryDir folder;
    const std::string place = folder.path().toStdString();
    const ReportSet large = activity(200'000);
    QVERIFY(export_report(activity(3), ReportKind::user_activity, ExportFormat::csv, place));
    const QByteArray old = content(folder.filePath("user_activity.csv"));
    std::stop_source stop;
    std::size_t sections = 0;
    const ParallelFor stopping = [&](std::size_t tasks,
                                     const std::function<void(std::size_t)>& task) {
      if (++sections == 2) stop.request_stop();
      run_in_sequence(tasks, task);
    };
    QVERIFY_THROWS_EXCEPTION(
        Stopped, (void)export_report(large, ReportKind::user_activity, ExportFormat::csv, place,
                                     stoppable(stopping, stop.get_token())));
    QCOMPARE(sections, std::size_t{2});
    QCOMPARE(listing(folder.path()), QStringList{"user_activity.csv"});
    QCOMPARE(content(folder.filePath("user_activity.csv")), old);
  }
};

QTEST_APPLESS_MAIN(TestExportReport)
#include "test_export_report.moc"
