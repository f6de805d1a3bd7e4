// A report beside that of another period, in the window. Long, for all of it needs that window.
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTranslator>
#include <algorithm>

#include "tests/support/window_test.h"
#include "ui/charts/hourly_chart.h"
#include "ui/charts/request_chart.h"
#include "ui/frame/bar_button.h"
#include "ui/frame/comparison_popup.h"
#include "ui/frame/comparison_words.h"
#include "ui/frame/filter_bar.h"
#include "ui/main_window.h"
#include "ui/pages/report_page.h"
#include "ui/style/theme.h"
#include "ui/tables/column_text.h"
#include "ui/tables/report_table_view.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;

constexpr std::int64_t kJan8 = 1736294400;

class TestComparison : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    QSettings().clear();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    window_ = std::make_unique<MainWindow>(file_engine(), themes_);
    window_->show();
    // On day d of January 2025 at 10:00 come d visitors, on the 9th none; a payment of d dollars by
    // one of two customers.
    QByteArray views = "timestamp,page_url,visitor_id\n";
    QByteArray payments = "event_id,customer_id,ts,event_type,amount,currency\n";
    for (int day = 1; day <= 14; ++day) {
      for (int visitor = 1; visitor <= day && day != 9; ++visitor)
        views += QString("2025-01-%1 10:00:00,/a,v%2\n")
                     .arg(day, 2, 10, QChar('0'))
                     .arg(visitor)
                     .toUtf8();
      payments += QString("e%1,%2,2025-01-%3 10:00:00,checkout,%1,USD\n")
                      .arg(day)
                      .arg(day < 3 ? "early" : "late")
                      .arg(day, 2, 10, QChar('0'))
                      .toUtf8();
    }
    test::write_file(folder_.filePath("views.csv"), views);
    test::write_file(folder_.filePath("payments.csv"), payments);
    test::write_file(folder_.filePath("activity.ndjson"),
                     "{\"id\":\"1\",\"user_id\":\"u\",\"type\":\"view\"}\n");
    window_->open_files({folder_.filePath("views.csv"), folder_.filePath("payments.csv"),
                         folder_.filePath("activity.ndjson")});
    QTRY_COMPARE(session().state(), State::idle);
    Filter filter;
    filter.from = TimeBound{kJan8, {}};
    filter.to = TimeBound{kJan8 + 7 * kSecondsPerDay, {}};
    session().set_filter(filter);
    settle();
  }
  void cleanup() { window_.reset(); }

  void the_period_before_stands_in_tables_figures_and_words() {
    choose("Period before");
    QCOMPARE(titles("Hours"),
             QStringList({"hour", "compared with", "unique visitors", "before", "change",
                          "change (%)", "pageviews", "before", "change", "change (%)"}));
    // The highest hours first, as before there was a comparison.
    QTRY_COMPARE(cells("Hours", 0), QStringList({"2025-01-14 10:00", "2025-01-07 10:00", "14", "7",
                                                 "+7", "+100.00", "14", "7", "+7", "+100.00"}));
    QVERIFY(says("pageviews · +142.86 %"));
    QVERIFY(says("Jan 8 – Jan 14, 2025 compared with Jan 1 – Jan 7, 2025."));
    QVERIFY(chip_with("Compared with Jan 1 – Jan 7, 2025"));

    // By the change: the 9th lost its two visitors.
    ReportTableView* hours = view("Hours");
    hours->sortByColumn(4, Qt::AscendingOrder);
    QTRY_COMPARE(cells("Hours", 0).mid(0, 6),
                 QStringList({"2025-01-09 10:00", "2025-01-02 10:00", "0", "2", "-2", "-100.00"}));
    // Another filter keeps the comparison and the order.
    Filter filter = session().filter();
    filter.to = TimeBound{kJan8 + 3 * kSecondsPerDay, {}};
    session().set_filter(filter);
    settle();
    QTRY_COMPARE(cells("Hours", 0).mid(0, 4),
                 QStringList({"2025-01-09 10:00", "2025-01-06 10:00", "0", "6"}));
    QVERIFY(chip_with("Compared with Jan 5 – Jan 7, 2025"));

    // Without it the order is that of the measure.
    choose("No comparison");
    QTRY_COMPARE(titles("Hours"), QStringList({"hour", "unique visitors", "pageviews"}));
    QTRY_COMPARE(cells("Hours", 0), QStringList({"2025-01-08 10:00", "8", "8"}));
    QCOMPARE(hours->horizontalHeader()->sortIndicatorSection(), 1);
    QVERIFY(!says("compared with"));
  }

  void picking_goes_by_the_hour_whatever_the_table_shows() {
    choose("Period before");
    ReportTableView* hours = view("Hours");
    hours->sortByColumn(0, Qt::AscendingOrder);
    QTRY_COMPARE(cells("Hours", 2).mid(0, 2),
                 QStringList({"2025-01-10 10:00", "2025-01-03 10:00"}));
    hours->setCurrentIndex(hours->model()->index(2, 0));
    QTRY_VERIFY(says("picked hour · 10 visitors"));
    // Its pages are beside those of the hour it is compared with, and only these: one row.
    QTabBar* tabs = nullptr;
    for (auto* bar : window_->findChildren<QTabBar*>())
      if (bar->isVisible()) tabs = bar;
    QVERIFY(tabs);
    tabs->setCurrentIndex(2);
    QTRY_COMPARE(cells("Pages of the picked hour", 0),
                 QStringList({"2025-01-10 10:00", "/a", "10", "3", "+7", "+233.33"}));
    QVERIFY(view("Pages of the picked hour")->isColumnHidden(0));
    QVERIFY(!view("Pages of the picked hour")->isColumnHidden(1));
    // Over the whole time 14 visitors came before the 8th's 7 did; what the share was is chosen.
    tabs->setCurrentIndex(1);
    QTRY_VERIFY(view("Pages over the whole time"));  // shown once they are counted
    QTRY_COMPARE(cells("Pages over the whole time", 0),
                 QStringList({"/a", "14", "7", "+7", "+100.00", "100.00", "100.00", "0", "0.00",
                              "68", "28", "+40", "+142.86", ""}));
    QVERIFY(view("Pages over the whole time")->isColumnHidden(6));
    QVERIFY(!view("Pages over the whole time")->isColumnHidden(13));
    QCOMPARE(view("Pages over the whole time")
                 ->model()
                 ->index(0, 13)
                 .data(Qt::AccessibleTextRole)
                 .toString(),
             QString("Visitors by day: highest 14 (Tue Jan 14)"));
    tabs->setCurrentIndex(0);
    // An hour of the other period alone: nothing of this one is picked, and its pages are there.
    hours->setCurrentIndex(hours->model()->index(1, 0));
    QVERIFY(!says("picked hour"));
    tabs->setCurrentIndex(2);
    QTRY_COMPARE(cells("Pages of the picked hour", 0).mid(1),
                 QStringList({"/a", "0", "2", "-2", "-100.00"}));
    QVERIFY(tabs->tabText(2).startsWith("Pages in Thu Jan 2"));
  }

  // A search is a condition where that says the same of both periods.
  void a_search_becomes_a_condition_of_both_periods() {
    go_to(Qt::Key_2);
    choose("Period before");
    ReportTableView* customers = view("Customers");
    QTRY_COMPARE(customers->model()->rowCount(), 2);  // one of them only before
    QLineEdit* find = nullptr;
    for (auto* field : window_->findChildren<QLineEdit*>())
      if (field->isVisible() && field->placeholderText().contains("customer")) find = field;
    QVERIFY(find);
    find->setText("early");
    QTRY_COMPARE(customers->model()->rowCount(), 1);
    QToolButton* only = nullptr;
    for (auto* button : window_->findChildren<QToolButton*>())
      if (button->isVisible() && button->text() == "Only these") only = button;
    QVERIFY(only);
    QTest::mouseClick(only, Qt::LeftButton);
    QTRY_COMPARE(session().filter().conditions,
                 (std::vector<Condition>{{ConditionField::customer, Match::contains, "early"}}));
  }

  void the_column_that_ranks_is_in_sight() {
    window_->resize(900, 640);
    choose("Period before");
    ReportTableView* hours = view("Hours");
    QTRY_COMPARE(hours->model()->columnCount(), 10);
    QTRY_VERIFY(hours->horizontalScrollBar()->maximum() > 0);
    const auto in_sight = [&](int column) {
      const int begin = hours->columnViewportPosition(column);
      return begin >= hours->columnWidth(0) &&
             begin + hours->columnWidth(column) <= hours->viewport()->width();
    };
    for (const int column : {9, 2, 6}) {
      hours->sortByColumn(column, Qt::DescendingOrder);
      QTRY_VERIFY2(in_sight(column), qPrintable(QString::number(column)));
    }
  }

  // Days are what customers are cut by; a time within one is told of.
  void bounds_within_a_day_are_said() {
    Filter filter = session().filter();
    filter.from = TimeBound{kJan8 + 3600, {}};
    session().set_filter(filter);
    settle();
    go_to(Qt::Key_2);
    QTRY_VERIFY(says("The time range begins within a day: what counts begins with 2025-01-09."));
    filter.from = TimeBound{kJan8, {}};
    session().set_filter(filter);
    settle();
    QTRY_VERIFY(!says("within a day"));
  }

  void the_other_period_lies_over_the_present_one() {
    choose("Period before");
    auto* chart = window_->findChild<HourlyChart*>();
    QVERIFY(chart->caption().endsWith("grey line: Jan 1 – Jan 7, 2025"));
    // One hour a day, each by itself: the last graph has them.
    const auto points_of = [](const QCustomPlot& plot) {
      QStringList points;
      for (const QCPGraphData& point : *plot.graph(plot.graphCount() - 1)->data())
        points << QString("%1:%2").arg((point.key - kJan8) / kSecondsPerHour).arg(point.value);
      return points;
    };
    QCOMPARE(points_of(*chart),
             QStringList({"10:1", "34:2", "58:3", "82:4", "106:5", "130:6", "154:7"}));
    QTest::keyClick(chart, Qt::Key_Right);
    QVERIFY2(chart->readout().endsWith("Fri Jan 3, 10:00: 3 · +233.33 %"),
             qPrintable(chart->readout()));
    // Where the present period has no data the view goes on with the other one.
    session().set_compared_with(parse_compared_with("2025-01-01..2025-01-12"));
    settle();
    QTRY_COMPARE(points_of(*chart).size(), 10);
    QVERIFY(chart->xAxis->range().contains(kJan8 + 10.4 * kSecondsPerDay));
    choose("No comparison");
    QVERIFY(!chart->caption().contains("grey line"));
    QVERIFY(points_of(*chart).isEmpty());

    // By days: a line without gaps but for the 9th.
    choose("Same weekdays");
    ReportOptions options = session().options();
    options.step = Step::day;
    session().set_options(options);
    settle();
    QVERIFY(chart->caption().endsWith("grey line: Jan 1 – Jan 7, 2025"));
    QStringList line;
    for (const QCPGraphData& point : *chart->graph(chart->graphCount() - 2)->data())
      line << QString("%1:%2").arg((point.key - kJan8) / kSecondsPerHour).arg(point.value);
    QCOMPARE(line, QStringList({"0:1", "24:2", "48:3", "72:4", "96:5", "120:6", "144:7"}));
  }

  void a_day_with_a_clock_change_lies_on_the_same_day_before() {
    // d requests on day d at noon, and one at the hour that Berlin's clocks skip on the 30th.
    QByteArray lines;
    for (int day = 17; day <= 30; ++day)
      for (int request = 0; request < day; ++request)
        lines +=
            QString("1.1.1.1 - - [%1/Mar/2025:12:00:00 %2] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"\n")
                .arg(day)
                .arg(day < 30 ? "+0100" : "+0200")
                .toUtf8();
    lines += "1.1.1.1 - - [23/Mar/2025:02:00:00 +0100] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"\n";
    test::write_file(folder_.filePath("clock.log"), lines);
    window_->open_files({folder_.filePath("clock.log")});
    QTRY_COMPARE(session().state(), State::idle);
    ReportOptions options = session().options();
    options.zone = *TimeZone::load("Europe/Berlin", {});
    session().set_options(options);
    Filter filter;
    filter.from = parse_time_bound("2025-03-24");
    filter.to = parse_time_bound("2025-04-01");
    session().set_filter(filter);
    session().set_compared_with(parse_compared_with("week-before"));
    settle();
    go_to(Qt::Key_5);
    auto* chart = window_->findChild<RequestChart*>();
    const auto read = [&](const QString& day) {
      for (int press = 0; press < 20 && !chart->readout().contains(day); ++press)
        QTest::keyClick(chart, Qt::Key_Right);
      return chart->readout();
    };
    // The hour that is not there has no place.
    QTRY_VERIFY(chart->caption().endsWith("line: Mar 17 – Mar 24, 2025"));
    QVERIFY2(read("Sun Mar 30").endsWith("Sun Mar 23, 12:00 +01:00: 23 · +30.43 %"),
             qPrintable(chart->readout()));
    options.step = Step::day;
    session().set_options(options);
    settle();
    QTRY_VERIFY(chart->caption().contains("days in"));
    QVERIFY2(read("Sun Mar 30").endsWith("Sun Mar 23: 24 · +25.00 %"),
             qPrintable(chart->readout()));
    // The keys go on where the other period alone has values, and come back.
    session().set_compared_with(parse_compared_with("2025-03-17..2025-03-31"));
    settle();
    read("Sun Mar 30");
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->readout(), QString("Mon Mar 24: 24"));
    QTest::keyClick(chart, Qt::Key_Return);  // picks nothing
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY2(chart->readout().startsWith("Sun Mar 30"), qPrintable(chart->readout()));
  }

  void the_notes_are_translated() {
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QTranslator words;
    QVERIFY(words.load(QLocale(), "footfall", "_", ":/translations"));
    QVERIFY(QCoreApplication::installTranslator(&words));
    QVERIFY(why_not_words(NotCompared::no_time).startsWith("Nutzeraktivität"));
  }

  void customers_of_either_period_have_a_row() {
    window_->resize(1440, 900);  // with room for the detail
    go_to(Qt::Key_2);
    choose("Period before");
    QTRY_COMPARE(titles("Customers").mid(0, 5),
                 QStringList({"customer", "events", "before", "change", "change (%)"}));
    ReportTableView* customers = view("Customers");
    customers->sortByColumn(0, Qt::AscendingOrder);
    QTRY_COMPARE(
        cells("Customers", 0).mid(0, 9),
        QStringList({"early", "0", "2", "-2", "-100.00", "0.00", "3.00", "-3.00", "-100.00"}));
    QCOMPARE(cells("Customers", 1).mid(0, 9), QStringList({"late", "7", "5", "+2", "+40.00",
                                                           "77.00", "25.00", "+52.00", "+208.00"}));
    QVERIFY(says("total spend (USD) · +175.00 %"));
    customers->setCurrentIndex(customers->model()->index(0, 0));
    QTRY_VERIFY(says("early · in the other period alone"));
    customers->setCurrentIndex(customers->model()->index(1, 0));
    QTRY_VERIFY(!says("in the other period alone"));
    QTRY_COMPARE(cells("Days of the selected customer", 0).mid(1, 4),
                 QStringList({"Wed Jan 8 2025", "Wed Jan 1 2025", "1", "0"}));
  }

  void what_is_not_alike_or_not_there_is_said() {
    Filter filter = session().filter();
    filter.from = TimeBound{kJan8 - 5 * kSecondsPerDay, {}};
    filter.to = TimeBound{kJan8 + 30 * kSecondsPerDay, {}};
    session().set_filter(filter);
    session().set_compared_with(parse_compared_with("2024-12-30..2025-01-03"));
    settle();
    QTRY_VERIFY(says("The periods are not equally long: 840 and 96 hours."));
    QVERIFY(says("The data end at 2025-01-14 11:00, earlier than the period."));
    QVERIFY(
        says("The data begin at 2025-01-01 10:00, later than the period that it is compared "
             "with."));
    filter.from = TimeBound{kJan8 + 9 * kSecondsPerDay, {}};
    filter.to = TimeBound{kJan8 + 10 * kSecondsPerDay, {}};
    session().set_filter(filter);
    session().set_compared_with(parse_compared_with("week-before"));
    settle();
    QTRY_VERIFY(
        says("The filter leaves no row of this report in Jan 17, 2025. In Jan 10, 2025, "
             "which it is compared with, there are 10."));
    session().set_filter({});
    session().set_compared_with(parse_compared_with("previous"));
    settle();
    QTRY_VERIFY(says("Nothing is before a period that begins where the data do."));
    QCOMPARE(titles("Hours"), QStringList({"hour", "unique visitors", "pageviews"}));
    session().set_compared_with(parse_compared_with("week-before"));
    settle();
    go_to(Qt::Key_4);
    QVERIFY(says("User activity has no time: there is no other period."));
    QVERIFY(!chip_with("Compared with")->isEnabled());
  }

  void a_search_and_an_export_hold_what_is_seen() {
    choose("Period before");
    ReportTableView* hours = view("Hours");
    QTRY_COMPARE(hours->model()->columnCount(), 10);
    hours->set_filter("01-07");
    QTRY_COMPARE(hours->model()->rowCount(), 1);
    hours->setColumnHidden(7, true);
    const TablePtr seen = hours->seen();
    QCOMPARE(seen->name(), std::string("hourly_totals_compared"));
    QCOMPARE(seen->rows(), std::size_t{1});
    QCOMPARE(seen->columns().size(), std::size_t{9});
    QCOMPARE(std::string(seen->columns()[5].name), std::string("unique_visitors_change_percent"));
  }

  void changes_carry_their_sign_and_the_unit_of_their_measure() {
    QTest::keyClick(window_.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bar()->findChild<ComparisonPopup*>()->isVisible());
    const auto text = [](std::string_view name, ColumnKind kind, std::string_view plain) {
      return cell_text({name, kind}, plain);
    };
    QCOMPARE(text("CTR_change", ColumnKind::amount, "-0.0123"), QString("-1.23"));
    QCOMPARE(text("CTR_before", ColumnKind::amount, "0.0312"), QString("3.12"));
    QCOMPARE(text("CTR_change_percent", ColumnKind::amount, "12.50"), QString("+12.50"));
    QCOMPARE(text("bytes_change", ColumnKind::count, "-1234567"), QString("-1.2\u00A0MB"));
    QCOMPARE(text("avg_ticket_usd_change", ColumnKind::amount, "0.000000"), QString("0"));
    QCOMPARE(text("avg_ticket_usd_change", ColumnKind::amount, ""), QString("–"));
    QCOMPARE(text("pageviews_change", ColumnKind::count, "1234"), QString("+1,234"));
    QCOMPARE(full_column_title({"pageviews_change_percent", ColumnKind::amount}),
             QString("pageviews: change (%)"));
    QTranslator german;
    QVERIFY(german.load(":/translations/footfall_de.qm"));
    QCoreApplication::installTranslator(&german);
    QCOMPARE(full_column_title({"pageviews_change_percent", ColumnKind::amount}),
             QString("Seitenaufrufe: Änderung (%)"));
    QCOMPARE(column_title({"hour_before", ColumnKind::hour}), QString("verglichen mit"));
    QCoreApplication::removeTranslator(&german);
  }

 private:
  AnalysisSession& session() { return window_->session(); }
  void settle() {
    QTRY_COMPARE(session().state(), State::idle);
    QTRY_VERIFY(!session().slicing());
  }
  FilterBar* bar() { return window_->findChild<FilterBar*>(); }
  void go_to(Qt::Key key) { QTest::keyClick(window_.get(), key, Qt::AltModifier); }
  // What the popup offers under words that begin so.
  void choose(const QString& words) {
    QTest::mouseClick(chip_with("Compare"), Qt::LeftButton);
    auto* popup = bar()->findChild<ComparisonPopup*>();
    QVERIFY(popup->isVisible());
    for (auto* preset : popup->findChildren<BarButton*>())
      if (preset->text().startsWith(words)) {
        QTest::mouseClick(preset, Qt::LeftButton);
        break;
      }
    QVERIFY(!popup->isVisible());
    settle();
  }
  BarButton* chip_with(const QString& words) {
    for (auto* button : bar()->findChildren<BarButton*>())
      if (button->isVisible() && button->text().startsWith(words)) return button;
    return nullptr;
  }
  ReportTableView* view(const QString& name) {
    for (auto* candidate : window_->findChildren<ReportTableView*>())
      if (candidate->accessibleName() == name && candidate->isVisible()) return candidate;
    return nullptr;
  }
  QStringList titles(const QString& name) {
    QStringList all;
    const QAbstractItemModel* model = view(name)->model();
    for (int column = 0; column < model->columnCount(); ++column)
      all << model->headerData(column, Qt::Horizontal).toString();
    return all;
  }
  QStringList cells(const QString& name, int row) {
    QStringList all;
    const QAbstractItemModel* model = view(name)->model();
    for (int column = 0; row < model->rowCount() && column < model->columnCount(); ++column)
      all << model->index(row, column).data().toString();
    return all;
  }
  bool says(const QString& words) {
    const auto labels = window_->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
      return label->isVisible() && (label->text() + label->accessibleName()).contains(words);
    });
  }

  QTemporaryDir folder_;
  ThemeKeeper themes_;
  std::unique_ptr<MainWindow> window_;
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::TestComparison>(argc, argv);
}
#include "test_comparison.moc"
