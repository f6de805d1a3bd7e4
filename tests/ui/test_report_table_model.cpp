#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/plain_table.h"
#include "tests/support/report_fixtures.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"
#include "ui/tables/table_panel.h"

namespace footfall {
namespace {

std::shared_ptr<const Table> campaigns(const std::string& more = "7") {
  return std::make_shared<test::PlainTable>(
      std::vector<Column>{{"campaign_id", ColumnKind::text},
                          {"total_clicks", ColumnKind::count},
                          {"CTR", ColumnKind::amount},
                          {"CPA", ColumnKind::amount}},
      test::PlainTable::Rows{{"alpha", more, "0.0312", "2.50"},
                             {"beta\tx", "1234567", "0.5000", ""},
                             {"gamma", "41203", "1.0000", "1234.565001"}});
}

std::shared_ptr<const Table> many_rows() {
  test::PlainTable::Rows rows;
  for (int i = 0; i < 20000; ++i)
    rows.push_back({"row" + std::to_string(i), std::to_string(i * 7919 % 20011)});
  return std::make_shared<test::PlainTable>(
      std::vector<Column>{{"user_id", ColumnKind::text}, {"click", ColumnKind::count}},
      std::move(rows));
}

QString dump(const QAbstractItemModel& model) {
  QStringList lines;
  QStringList cells;
  for (int column = 0; column < model.columnCount(); ++column)
    cells += model.headerData(column, Qt::Horizontal).toString();
  lines += cells.join(QLatin1Char('|'));
  for (int row = 0; row < model.rowCount(); ++row) {
    cells.clear();
    for (int column = 0; column < model.columnCount(); ++column)
      cells += model.index(row, column).data().toString();
    lines += cells.join(QLatin1Char('|'));
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace

class TestReportTableModel : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void shows_a_table_as_text() {
    ReportTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(dump(model), QString());
    model.set_table(campaigns());
    QCOMPARE(dump(model), QStringLiteral("campaign|clicks|CTR (%)|cost per conversion\n"
                                         "alpha|7|3.12|2.50\n"
                                         "beta␉x|1,234,567|50.00|–\n"
                                         "gamma|41,203|100.00|1,234.57"));
    model.sort(3, Qt::DescendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("gamma"));
    QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("beta␉x"));
    model.set_filter(QStringLiteral("ALP"));
    QCOMPARE(model.rowCount(), 1);
    model.set_table(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
  }

  void roles_carry_the_exact_value() {
    ReportTableModel model;
    model.set_table(campaigns());
    const QModelIndex cpa = model.index(2, 3);
    QCOMPARE(cpa.data(Qt::ToolTipRole).toString(), QStringLiteral("1,234.565001"));
    QCOMPARE(cpa.data(ReportTableModel::RawRole).toDouble(), 1234.565001);
    QCOMPARE(cpa.data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
             Qt::AlignRight | Qt::AlignVCenter);
    QCOMPARE(model.index(2, 0).data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
             Qt::AlignLeft | Qt::AlignVCenter);
    QVERIFY(!model.index(0, 1).data(ReportTableModel::BarRole).isValid());
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(model.index(0, 1).data(ReportTableModel::BarRole).toDouble(), 1.0);
    QVERIFY(model.index(2, 1).data(ReportTableModel::BarRole).toDouble() < 0.01);
    QVERIFY(!model.index(0, 2).data(ReportTableModel::BarRole).isValid());
  }

  void quotients_take_the_digits_that_tell_rows_apart() {
    // 2.50 % and 0.00 or 0.01 in the exports; the quotients themselves have more digits.
    auto report = std::make_shared<CampaignRankingReport>();
    report->names = test::texts({"a", "b", "c"});
    const DecimalSum ten(Decimal::kOne * 10);
    report->campaigns = {{0, 10'000'000, 250'012, ten, DecimalSum(Decimal::kOne / 100 * 4)},
                         {1, 10'000'000, 250'042, ten, DecimalSum(Decimal::kOne / 1000 * 113)},
                         {2, 10'000'000, 250'012, {}, DecimalSum(Decimal::kOne)}};
    ReportTableModel model;
    model.set_table(campaigns_table(report));
    QStringList cells;
    for (int row = 0; row < 3; ++row)
      for (const int column : {5, 6}) cells += model.index(row, column).data().toString();
    QCOMPARE(cells.join(' '), QStringLiteral("2.5001 0.004 2.5004 0.011 2.5001 –"));
    // What is told apart with two needs no more.
    model.set_table(campaigns());
    QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("3.12"));
    QCOMPARE(figure_text(2.5), QStringLiteral("2.50"));
    QCOMPARE(figure_text(0.0004), QStringLiteral("0.0004"));
    QCOMPARE(figure_text(0), QStringLiteral("0.00"));
  }

  void dates_are_found_as_they_are_written_elsewhere() {
    ReportTableModel model;
    model.set_table(std::make_shared<test::PlainTable>(
        std::vector<Column>{{"hour", ColumnKind::hour}, {"pageviews", ColumnKind::count}},
        test::PlainTable::Rows{{"2025-01-14 20:00", "1"},
                               {"2025-01-15 20:00", "2"},
                               {"2025-01-15 21:00+01:00", "3"},
                               {"2025-02-15 20:00", "4"}}));
    for (const auto& [text, rows] : {std::pair{"Jan 15", 2},
                                     {"jan 15, 20:00", 1},
                                     {"Wed Jan 15", 2},
                                     {"Jan 15, 2025", 2},
                                     {"2025-01", 3},
                                     {"Jan 16", 0},
                                     {"1/15/25", 2},
                                     {"", 4}}) {
      model.set_filter(QString::fromLatin1(text));
      QVERIFY2(model.rowCount() == rows, text);
    }
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    model.set_filter(QStringLiteral("15.01.25"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(model.rowCount(), 2);
  }

  void the_key_stays_in_sight() {
    ReportTableView view(QStringLiteral("campaigns"));
    view.set_table(campaigns());
    view.resize(300, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto* frozen = view.findChild<QTableView*>();
    QVERIFY(!frozen->isVisible());
    QScrollBar* bar = view.horizontalScrollBar();
    QVERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    QVERIFY(frozen->isVisible());
    QVERIFY(!frozen->isColumnHidden(0));
    QVERIFY(frozen->isColumnHidden(1));
    QCOMPARE(frozen->rowViewportPosition(1), view.rowViewportPosition(1));
    // A click on a key chooses its row and leaves the table where it stands.
    const int before = bar->value();
    QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {},
                      frozen->visualRect(view.model()->index(2, 0)).center());
    QCOMPARE(view.current_key(), std::string("gamma"));
    QCOMPARE(bar->value(), before);
    // One on its heading sorts.
    const QHeaderView* header = frozen->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(20, header->height() / 2));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(20, header->height() / 2));
    QCOMPARE(view.horizontalHeader()->sortIndicatorSection(), 0);
    QCOMPARE(view.report_model()->key_of(0), std::string("gamma"));
    // No cell under the cursor hides behind it.
    view.setCurrentIndex(view.model()->index(0, 3));
    for (const int column : {2, 1}) {
      QTest::keyClick(&view, Qt::Key_Left);
      QCOMPARE(view.currentIndex().column(), column);
      if (frozen->isVisible()) QVERIFY(view.columnViewportPosition(column) >= frozen->width());
    }
    bar->setValue(0);
    QVERIFY(!frozen->isVisible());
  }

  void columns_are_chosen_in_the_header() {
    ReportTableView view(QStringLiteral("campaigns"));
    view.leave_out(1);
    view.set_table(campaigns());
    view.resize(600, 200);
    view.show();
    QVERIFY(view.isColumnHidden(1));
    const auto header_menu = [&view] {
      QHeaderView* header = view.horizontalHeader();
      emit header->customContextMenuRequested({10, 10});
      return view.findChildren<QMenu*>().last();
    };
    QMenu* menu = header_menu();
    QVERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 4);
    QVERIFY(!menu->actions()[0]->isEnabled());  // the key
    QVERIFY(!menu->actions()[1]->isChecked());
    menu->actions()[1]->trigger();
    QVERIFY(!view.isColumnHidden(1));
    menu->close();
    menu = header_menu();
    menu->actions()[3]->trigger();
    menu->close();
    view.set_table(campaigns("99"));  // the choice outlives the table
    QVERIFY(!view.isColumnHidden(1) && view.isColumnHidden(3));
    QCOMPARE(view.seen()->columns().size(), std::size_t{3});
  }

  void addresses_get_the_room_that_is_there() {
    const std::string page = "/" + std::string(110, 'p');
    ReportTableView view(QStringLiteral("pages"), 0);
    view.set_table(std::make_shared<test::PlainTable>(
        std::vector<Column>{{"page_url", ColumnKind::text}, {"pageviews", ColumnKind::count}},
        test::PlainTable::Rows{{page, "1"}, {"/", "2"}}));
    view.resize(1800, 200);
    view.show();
    const int needed = view.fontMetrics().horizontalAdvance(QString::fromStdString(page));
    QVERIFY(needed > 520 && needed < 1500);
    QVERIFY(view.columnWidth(0) > needed);
    QVERIFY(view.horizontalScrollBar()->maximum() == 0);
  }

  void what_is_seen_is_a_table() {
    ReportTableView view(QStringLiteral("campaigns"));
    QVERIFY(!view.seen());
    view.set_table(campaigns());
    view.hide_column(2);
    view.set_filter(QStringLiteral("a"));
    view.sortByColumn(1, Qt::DescendingOrder);
    view.horizontalHeader()->moveSection(3, 0);
    const TablePtr seen = view.seen();
    QCOMPARE(seen->rows(), std::size_t{3});
    std::string text;
    for (std::size_t row = 0; row < seen->rows(); ++row)
      for (std::size_t column = 0; column < seen->columns().size(); ++column) {
        seen->append_cell(text, row, column);
        text += column + 1 < seen->columns().size() ? '|' : '\n';
      }
    QCOMPARE(text, std::string("|beta\tx|1234567\n1234.565001|gamma|41203\n2.50|alpha|7\n"));
  }

  void large_tables_change_in_one_piece() {
    ReportTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.set_table(campaigns());
    model.set_table(many_rows());
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), 3);  // still the old table, whole
    QTRY_VERIFY(!model.busy());
    QCOMPARE(model.rowCount(), 20000);
    for (int row = 1; row < model.rowCount(); ++row)
      QVERIFY(model.index(row - 1, 1).data(ReportTableModel::RawRole).toDouble() >=
              model.index(row, 1).data(ReportTableModel::RawRole).toDouble());
  }

  void selection_follows_its_row() {
    ReportTableView view(QStringLiteral("campaigns"));
    view.set_table(campaigns());
    QSignalSpy chosen(&view, &ReportTableView::row_chosen);
    view.setCurrentIndex(view.model()->index(2, 0));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(view.current_key(), std::string("gamma"));
    view.sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(view.current_row(), std::optional<std::size_t>(2));
    view.set_table(campaigns("99999999"));
    QCOMPARE(view.current_key(), std::string("gamma"));
    QCOMPARE(view.currentIndex().row(), 2);
    view.set_filter(QStringLiteral("alpha"));
    QVERIFY(!view.current_row());
    QCOMPARE(chosen.size(), 1);  // nothing but the user chooses
  }

  // The focus puts the cursor on the first row, which nobody chose.
  void a_row_that_has_the_cursor_alone_is_not_followed() {
    ReportTableView view(QStringLiteral("campaigns"));
    view.set_table(campaigns());
    view.show();
    view.selectionModel()->setCurrentIndex(view.model()->index(0, 0),
                                           QItemSelectionModel::NoUpdate);
    view.sortByColumn(0, Qt::DescendingOrder);
    QTRY_COMPARE(view.report_model()->sort_column(), std::optional<std::size_t>(0));
    view.set_table(campaigns());
    QTest::qWait(50);
    QVERIFY(!view.selectionModel()->hasSelection());
    view.selectRow(0);
    const std::string chosen = view.current_key();
    view.sortByColumn(0, Qt::AscendingOrder);
    QTRY_COMPARE(view.report_model()->sort_order(), Qt::AscendingOrder);
    QTRY_VERIFY(view.selectionModel()->hasSelection());
    QCOMPARE(view.current_key(), chosen);
  }

  void first_click_on_numbers_sorts_from_the_largest() {
    ReportTableView view(QStringLiteral("campaigns"));
    view.set_table(campaigns());
    view.resize(600, 200);
    view.show();
    const auto click = [&](int column) {
      const QHeaderView* header = view.horizontalHeader();
      QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                        QPoint(header->sectionViewportPosition(column) + 20, header->height() / 2));
    };
    click(1);
    QCOMPARE(view.horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(view.report_model()->key_of(0), std::string("beta\tx"));
    click(1);
    QCOMPARE(view.report_model()->key_of(0), std::string("alpha"));
    click(0);
    QCOMPARE(view.horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
  }

  void copies_what_files_hold() {
    ReportTableView view(QStringLiteral("campaigns"));
    view.set_table(campaigns());
    view.hide_column(2);
    view.selectRow(1);
    view.show();
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("\"beta\tx\"\t1234567\t\n"));
    view.selectAll();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(
        QGuiApplication::clipboard()->text(),
        QStringLiteral("campaign_id\ttotal_clicks\tCPA\nalpha\t7\t2.50\n\"beta\tx\"\t1234567\t\n"
                       "gamma\t41203\t1234.565001\n"));
  }

  void panel_filters_and_counts() {
    TablePanel panel;
    auto* view = new ReportTableView(QStringLiteral("campaigns"));
    auto* users = new ReportTableView(QStringLiteral("users"));
    panel.add_table(view, QStringLiteral("Campaigns"), QStringLiteral("Find a campaign"));
    panel.add_table(users, QStringLiteral("Users"), QStringLiteral("Find a user"));
    view->set_table(campaigns());
    users->set_table(campaigns());
    panel.resize(700, 300);
    panel.show();
    QTest::keyClicks(panel.find_field(), QStringLiteral("eta"));
    QTRY_COMPARE(view->model()->rowCount(), 1);
    const auto says = [&](const QString& text) {
      const auto labels = panel.findChildren<QLabel*>();
      return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text() == text;
      });
    };
    QVERIFY(says(QStringLiteral("1 of 3")));
    QTest::keyClicks(panel.find_field(), QStringLiteral("zzz"));
    QTest::keyClick(panel.find_field(), Qt::Key_Return);
    QVERIFY(says(QStringLiteral("No rows match")));
    QVERIFY(!view->isVisible());
    panel.set_current(1);
    QCOMPARE(panel.find_field()->text(), QString());
    QCOMPARE(panel.find_field()->placeholderText(), QStringLiteral("Find a user"));
    QVERIFY(users->isVisible());
    panel.set_current(0);
    QCOMPARE(panel.find_field()->text(), QStringLiteral("etazzz"));
    QTest::mouseClick(panel.findChild<QPushButton*>(), Qt::LeftButton);
    QVERIFY(view->isVisible());
    QCOMPARE(view->model()->rowCount(), 3);
  }

  void numbers_keep_every_digit() {
    const QLocale english(QLocale::English, QLocale::UnitedStates),
        german(QLocale::German, QLocale::Germany);
    QCOMPARE(localized_number("-1234567890123456789012.50", english),
             QStringLiteral("-1,234,567,890,123,456,789,012.50"));
    QCOMPARE(localized_number("1234567.5", german), QStringLiteral("1.234.567,5"));
    QCOMPARE(localized_number("n/a", english), QStringLiteral("n/a"));
    QCOMPARE(shortened_number("0.125000", 2), std::string("0.12"));
    QCOMPARE(shortened_number("0.135000", 2), std::string("0.14"));
    QCOMPARE(shortened_number("-9.995001", 2), std::string("-10.00"));
    QCOMPARE(shortened_number("0.000400", 2), std::string("0.0004"));
    QCOMPARE(shortened_number("-0.000000", 2), std::string("0.00"));
    QCOMPARE(percent_number("0.0312"), std::string("3.12"));
    QCOMPARE(percent_number("12.5"), std::string("1250"));
    QCOMPARE(line_of_text("a\nb", 8), QStringLiteral("a␊b"));
    QCOMPARE(line_of_text(std::string(50, 'x'), 8), QStringLiteral("xxxxxxxx…"));
  }
};

}  // namespace footfall

using footfall::TestReportTableModel;
QTEST_MAIN(TestReportTableModel)
#include "test_report_table_model.moc"
