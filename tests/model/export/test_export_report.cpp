#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "model/export/export_report.h"
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
