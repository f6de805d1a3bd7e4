#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <random>
#include <tuple>

#include "model/export/export_report.h"
#include "model/export/xlsx.h"
#include "model/export/xlsx_chart.h"
#include "model/report/user_activity_report.h"
#include "tests/support/plain_table.h"
#include "tests/support/zip_part.h"

using namespace footfall;
using footfall_test::zip_part;

namespace {

QByteArray content(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TablePtr table(test::PlainTable::Rows rows) {
  return std::make_shared<test::PlainTable>(
      std::vector<Column>{
          {"id", ColumnKind::text}, {"count", ColumnKind::count}, {"amount", ColumnKind::amount}},
      std::move(rows));
}

Status write(const std::vector<TablePtr>& tables, const QString& path) {
  return write_workbook(tables, path.toStdString(), path.toStdString(), run_in_sequence);
}

}  // namespace

class TestXlsx : public QObject {
  Q_OBJECT
 private slots:
  void numbers_are_numbers_and_nothing_is_lost() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.xlsx");
    QVERIFY(write({table({{"a<b&\"c\"", "12", "1.50"},
                          {"\xC3\xA4\xFF", "123456789012345678", "-0.000001"},
                          {std::string("x\0y", 3), "0", ""}})},
                  path));
    const QByteArray sheet = zip_part(content(path), "xl/worksheets/sheet1.xml");
    QVERIFY(sheet.contains("<t>id</t>"));
    QVERIFY(sheet.contains("<t>a&lt;b&amp;\"c\"</t>"));
    QVERIFY(sheet.contains("<v>12</v>"));
    QVERIFY(sheet.contains("<v>1.5</v>"));
    QVERIFY(sheet.contains("<t>\xC3\xA4\xEF\xBF\xBD</t>"));
    QVERIFY(sheet.contains("<t>123456789012345678</t>"));
    QVERIFY(sheet.contains("<v>-9.9999999999999995e-07</v>") || sheet.contains("<v>-1e-06</v>") ||
            sheet.contains("<v>-1E-06</v>"));
    QVERIFY(sheet.contains("<t>x\xEF\xBF\xBDy</t>"));
    QVERIFY(!sheet.contains("r=\"C4\""));
  }
  void more_rows_than_a_sheet_holds_go_on_in_the_next() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.xlsx");
    const TablePtr rows =
        table({{"a", "1", ""}, {"b", "1", ""}, {"c", "1", ""}, {"d", "1", ""}, {"e", "1", ""}});
    QVERIFY(write_workbook({rows}, path.toStdString(), "a", run_in_sequence, 2));
    const QByteArray zip = content(path);
    for (const auto& [sheet, shown, hidden] :
         {std::tuple("sheet1", "b", "c"), std::tuple("sheet2", "d", "e"),
          std::tuple("sheet3", "e", "d")}) {
      const QByteArray xml = zip_part(zip, QByteArray("xl/worksheets/") + sheet + ".xml");
      QVERIFY(xml.contains("<t>id</t>"));
      QVERIFY(xml.contains(QByteArray("<t>") + shown + "</t>"));
      QVERIFY(!xml.contains(QByteArray("<t>") + hidden + "</t>"));
    }
    QVERIFY(zip_part(zip, "xl/workbook.xml").contains(" (3)\""));
    QVERIFY(write_workbook({table({})}, path.toStdString(), "a", run_in_sequence, 2));
    QVERIFY(zip_part(content(path), "xl/worksheets/sheet1.xml").contains("<t>amount</t>"));
  }
  void tables_that_have_one_get_a_chart() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.xlsx");
    // The rows of time, in order; too many of them; out of order; a number that is a text.
    const auto hours = [](std::vector<std::string> counts) {
      test::PlainTable::Rows rows;
      for (std::size_t i = 0; i < counts.size(); ++i)
        rows.push_back({fmt::format("2025-{:05}", i), counts[i], "1"});
      return rows;
    };
    const auto totals = [](test::PlainTable::Rows rows) {
      return std::make_shared<test::PlainTable>(
          std::vector<Column>{{"hour", ColumnKind::hour},
                              {"unique_visitors", ColumnKind::count},
                              {"pageviews", ColumnKind::count}},
          std::move(rows), "hourly_totals");
    };
    const auto chart = [&](const std::vector<TablePtr>& tables, std::size_t most = kSheetRows) {
      [&] { QVERIFY(write_workbook(tables, path.toStdString(), "a", run_in_sequence, most)); }();
      return zip_part(content(path), "xl/charts/chart1.xml");
    };
    QByteArray xml = chart({totals(hours({"3", "5", "4"}))});
    QVERIFY2(xml.contains("<c:lineChart>") && xml.contains("hourly_totals!$A$2:$A$4") &&
                 xml.contains("hourly_totals!$B$2:$B$4") &&
                 xml.contains("<a:t>Unique visitors</a:t>"),
             xml);
    xml = chart({totals(hours(std::vector<std::string>(kChartPoints + 2, "1")))});
    QVERIFY2(xml.contains("hourly_totals!$B$4:$B$8787") &&
                 xml.contains("Unique visitors (last 8784 of 8786 rows)"),
             xml);
    test::PlainTable::Rows mixed = hours({"3", "5", "4"});
    std::swap(mixed[0], mixed[1]);
    QVERIFY(chart({totals(mixed)}).isEmpty());
    QVERIFY(chart({totals(hours({"3", "1234567890123456"}))}).isEmpty());
    QVERIFY(chart({totals({})}).isEmpty());
    QVERIFY(chart({table({{"a", "1", "2"}})}).isEmpty());
    // On the last sheet, where all that it shows stands there.
    QVERIFY(chart({totals(hours({"3", "5", "4"}))}, 2).isEmpty());

    // Of customers the largest, against a plain sort; equal ones in their order.
    std::mt19937 random(5);
    test::PlainTable::Rows rows;
    std::vector<std::pair<int, int>> sorted;  // negative spend, row
    for (int i = 0; i < 300; ++i) {
      const int spend = static_cast<int>(random() % 90);
      rows.push_back({fmt::format("c{:03}", i), std::to_string(spend) + ".250000"});
      sorted.emplace_back(-spend, i);
    }
    rows.push_back({"rich", "1234567890.123456"});
    const TablePtr customers = std::make_shared<test::PlainTable>(
        std::vector<Column>{{"customer_id", ColumnKind::text},
                            {"total_spend_usd", ColumnKind::amount}},
        rows, "customers");
    std::ranges::sort(sorted);
    xml = chart({customers});
    QVERIFY2(xml.contains("<c:barChart>") && xml.contains("largest_total_spend_usd!$B$2:$B$21") &&
                 xml.contains("<c:catAx><c:axId val=\"50010001\"/><c:scaling><c:orientation "
                              "val=\"maxMin\"/>"),
             xml);
    const TablePtr largest = largest_rows(customers, {});
    QCOMPARE(largest->rows(), kChartBars);
    std::string cells;
    largest->append_cell(cells, 0, 0);
    largest->append_cell(cells, 0, 1);
    QCOMPARE(cells, std::string("rich1234567890.12346"));
    for (std::size_t i = 1; i < kChartBars; ++i) {
      std::string name;
      largest->append_cell(name, i, 0);
      QCOMPARE(name, fmt::format("c{:03}", sorted[i - 1].second));
    }

    // Numbers beyond the digits of a sheet are rounded, and are no texts.
    rows = {{"a", "100000000000000000.000000"},
            {"b", "12345678901234567.000000"},
            {"c", "99999999999999.999999"},
            {"d", "5.000000"}};
    const auto large = std::make_shared<test::PlainTable>(
        std::vector<Column>{{"customer_id", ColumnKind::text},
                            {"total_spend_usd", ColumnKind::amount}},
        rows, "customers");
    QVERIFY(chart({large}).contains("largest_total_spend_usd!$B$2:$B$5"));
    const QByteArray sheet = zip_part(content(path), "xl/worksheets/sheet2.xml");
    QVERIFY2(sheet.contains("<v>1E+17</v>") && sheet.contains("<v>1.234567890123E+16</v>") &&
                 sheet.contains("<v>100000000000000</v>"),
             sheet);
  }
  void a_text_too_long_for_a_cell_is_an_error() {
    const QTemporaryDir folder;
    const Status written =
        write({table({{std::string(32'768, 'x'), "1", "1"}})}, folder.filePath("a.xlsx"));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::unsupported);
    QVERIFY(write({table({{std::string(32'767, 'x'), "1", "1"}})}, folder.filePath("a.xlsx")));
  }
  void every_text_comes_back_as_it_was() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.xlsx");
    QVERIFY(write({table({{"a\xEF\xBF\xBE"
                           "b\xEF\xBF\xBF"
                           "c\xEF\xBF\xBD",
                           "1", ""},
                          {"_x0041_", "1", ""},
                          {"x_x00e4_x005F_", "1", ""},
                          {"_x0041\x01", "1", ""},
                          {"_x004_ _X0041_ x0041_ _x0041 _x00g1_", "1", ""}})},
                  path));
    const QByteArray sheet = zip_part(content(path), "xl/worksheets/sheet1.xml");
    for (const char* shown :
         {"<t>a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD"
          "c\xEF\xBF\xBD</t>",
          "<t>_x005F_x0041_</t>", "<t>x_x005F_x00e4_x005F_x005F_</t>", "<t>_x005F_x0041_x0001_</t>",
          "<t>_x004_ _X0041_ x0041_ _x0041 _x00g1_</t>"})
      QVERIFY2(sheet.contains(shown), shown);
    QXmlStreamReader xml(sheet);
    while (!xml.atEnd()) xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
  }
  void a_full_disk_is_an_error_and_the_library_says_nothing() {
    const QTemporaryDir folder;
    // Full where the workbook goes.
    const std::string said = folder.filePath("said").toStdString();
    const int errors = ::dup(STDERR_FILENO);
    const int file = ::open(said.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    QVERIFY(errors >= 0 && file >= 0 && ::dup2(file, STDERR_FILENO) >= 0);
    const Status written = write({table({{"a", "1", "1"}})}, "/dev/full");
    std::fflush(nullptr);
    ::dup2(errors, STDERR_FILENO);
    ::close(errors);
    ::close(file);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::disk_full);
    QCOMPARE(content(folder.filePath("said")), "");
    // Full where the rows wait: packed they would fit.
    test::PlainTable::Rows rows(20'000, {std::string(100, 'x'), "1", "1"});
    struct rlimit unlimited {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    struct rlimit limited = unlimited;
    limited.rlim_cur = 1 << 20;
    ::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limited), 0);
    const Status cut = write({table(std::move(rows))}, folder.filePath("a.xlsx"));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &unlimited), 0);
    QVERIFY(!cut);
    QCOMPARE(cut.error().kind, ErrorKind::write_failed);
  }
  void reports_are_staged_like_other_files() {
    const QTemporaryDir folder;
    auto names = std::make_shared<TextPool>();
    auto report = std::make_shared<UserActivityReport>();
    report->users.push_back({names->append("u-1"), 3, 2, 1, DecimalSum(Decimal::kOne)});
    report->names = names;
    ReportSet set;
    set.put(report);
    const auto paths = export_report(set, ReportKind::user_activity, ExportFormat::xlsx,
                                     folder.path().toStdString());
    QVERIFY(paths);
    QCOMPARE(*paths, std::vector<std::string>{folder.path().toStdString() + "/user_activity.xlsx"});
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{"user_activity.xlsx"});
    QCOMPARE(export_file_names(ReportKind::user_activity, ExportFormat::xlsx, 10),
             std::vector<std::string>{"user_activity.xlsx"});
    QVERIFY(zip_part(content(folder.filePath("user_activity.xlsx")), "xl/worksheets/sheet1.xml")
                .contains("<t>u-1</t>"));
  }
};

QTEST_APPLESS_MAIN(TestXlsx)
#include "test_xlsx.moc"
