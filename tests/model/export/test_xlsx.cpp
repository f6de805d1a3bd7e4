#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <tuple>

#include "model/export/export_report.h"
#include "model/export/xlsx.h"
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
  void a_text_too_long_for_a_cell_is_an_error() {
    const QTemporaryDir folder;
    const Status written =
        write({table({{std::string(32'768, 'x'), "1", "1"}})}, folder.filePath("a.xlsx"));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::unsupported);
    QVERIFY(write({table({{std::string(32'767, 'x'), "1", "1"}})}, folder.filePath("a.xlsx")));
  }
  void reports_are_staged_like_other_files() {
    const QTemporaryDir folder;
    auto names = std::make_shared<TextPool>();
    auto report = std::make_shared<UserActivityReport>();
    report->users.push_back({names->append("u-1"), 3, 2, 1, DecimalSum(Decimal::kOne)});
    report->names = names;
    ReportSet set;
    set.activity = report;
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
