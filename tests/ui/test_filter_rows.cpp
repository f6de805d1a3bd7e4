// The filter set from rows, bars, cells and searches, undone and redone; back to what was seen.
#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "tests/support/window_test.h"
#include "ui/charts/heatmap_chart.h"
#include "ui/charts/horizontal_bars.h"
#include "ui/frame/bar_button.h"
#include "ui/main_window.h"
#include "ui/style/theme.h"
#include "ui/tables/table_panel.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;
using Names = std::vector<std::string>;

QStringList texts_of(const QMenu& menu) {
  QStringList texts;
  for (const QAction* action : menu.actions()) texts << action->text();
  return texts;
}

QAction* entry(const QMenu& menu, const QString& text) {
  for (QAction* action : menu.actions())
    if (action->text() == text) return action;
  return nullptr;
}

class TestFilterRows : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    QSettings().clear();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    window_ = std::make_unique<MainWindow>(file_engine(), themes_);
    window_->resize(1440, 900);
    window_->show();
    QByteArray views = "timestamp,page_url,visitor_id\n";
    // From Thursday, Jan 9; 14:00 of Thursday is the busiest hour.
    for (int day = 9; day < 16; ++day)
      for (int hour = 8; hour < 20; ++hour)
        for (int i = 0; i < (day == 9 && hour == 14 ? 9 : 3); ++i)
          views += QString("2025-01-%1 %2:00:00,%3,v%4\n")
                       .arg(day, 2, 10, QChar('0'))
                       .arg(hour, 2, 10, QChar('0'))
                       .arg(QStringList{"/blog/a", "/blog/b", "/Blog"}[i % 3])
                       .arg(i)
                       .toUtf8();
    test::write_file(folder_.filePath("views.csv"), views);
    test::write_file(folder_.filePath("campaigns.csv"),
                     "campaign_id,date,impressions,clicks,spend,conversions\nk,2024-05-01,9,1,1,1\n"
                     "l,2024-05-01,9,2,1,1\nm,2024-05-01,9,3,1,1\n");
    test::write_file(folder_.filePath("activity.ndjson"),
                     "{\"id\":\"1\",\"user_id\":\"u\",\"type\":\"view\"}\n"
                     "{\"id\":\"2\",\"user_id\":\"w\",\"type\":\"view\"}\n"
                     "{\"id\":\"3\",\"user_id\":\"w\",\"type\":\"view\"}\n");
    test::write_file(folder_.filePath("payments.ndjson"),
                     "{\"event_id\":\"1\",\"customer_id\":\"c\",\"ts\":1736150400,\"amount\":5}\n"
                     "{\"event_id\":\"2\",\"customer_id\":\"d\",\"ts\":1736150400,\"amount\":3}\n");
    QStringList files;
    for (const char* name : {"views.csv", "campaigns.csv", "activity.ndjson", "payments.ndjson"})
      files << folder_.filePath(name);
    window_->open_files(files);
    QTRY_COMPARE(session().state(), State::idle);
    go_to(Qt::Key_1);
  }
  void cleanup() { window_.reset(); }

  void a_page_is_kept_or_left_out() {
    page()->findChild<QTabBar*>()->setCurrentIndex(2);
    ReportTableView* pages = table("Pages of the picked hour");
    QTRY_COMPARE(pages->model()->rowCount(), 3);
    select(*pages, "/blog/a");
    QTest::keyClick(pages, Qt::Key_F10, Qt::ShiftModifier);
    QMenu* menu = open_menu(*pages);
    QVERIFY(menu);
    QCOMPARE(texts_of(*menu).mid(0, 7),
             QStringList({"&Hours of this page", "Only this page", "Without this page",
                          "Only this hour", "Only Thursdays", "Only 14:00 on all days", ""}));
    choose(menu, "Without this page");
    QCOMPARE(session().filter().conditions,
             (std::vector<Condition>{{ConditionField::page, Match::is_not, "/blog/a"}}));
    QTRY_COMPARE(pages->model()->rowCount(), 2);
    QTRY_COMPARE(counted(), 2U * 7 * 12 + 4);

    // By the button; several at once.
    pages->selectAll();
    for (auto* button : page()->findChildren<QToolButton*>())
      if (button->isVisible() && button->accessibleName() == "Menu of the row") button->click();
    menu = open_menu(*pages);
    QVERIFY(menu);
    QCOMPARE(texts_of(*menu).mid(0, 3),
             QStringList({"Only these 2 pages", "Without these 2 pages", ""}));
    choose(menu, "Only these 2 pages");
    QCOMPARE(session().filter()[FilterField::page], (Names{"/Blog", "/blog/b"}));
    QTRY_COMPARE(counted(), 2U * 7 * 12 + 4);
  }

  void an_hour_gives_its_weekday_and_its_clock() {
    ReportTableView* hours = table("Hours");
    QTRY_VERIFY(hours->model()->rowCount() > 80);
    select(*hours, "2025-01-09 14:00");
    const auto ask = [&](const char* text) {
      QTest::keyClick(hours, Qt::Key_Menu);
      QMenu* menu = open_menu(*hours);
      QVERIFY(menu);
      QVERIFY(!entry(*menu, "Only this page"));
      choose(menu, text);
    };
    ask("Only this hour");
    QTRY_COMPARE(counted(), 9U);
    // The same hour in every zone.
    ReportOptions options = session().options();
    options.zone = *TimeZone::load("Europe/Berlin", {});
    session().set_options(options);
    QTRY_COMPARE(session().reports(ReportKind::hourly_visitors)->get<HourlyVisitorsReport>()->zone,
                 std::string("Europe/Berlin"));
    QCOMPARE(counted(), 9U);
    const auto buttons = window_->findChildren<BarButton*>();
    QVERIFY(std::ranges::any_of(buttons, [](const BarButton* button) {
      return button->accessibleName() == "Time range: Jan 9 15:00 – Jan 9, 2025 16:00";
    }));
    options.zone = {};
    session().set_options(options);
    session().set_filter({});
    QTRY_VERIFY(hours->model()->rowCount() > 80);
    select(*hours, "2025-01-09 14:00");
    ask("Only Thursdays");
    QTRY_COMPARE(counted(), 3U * 12 + 6);
    ask("Only 14:00 on all days");
    QTRY_COMPARE(counted(), 9U);
    session().set_filter({});
    QTRY_VERIFY(hours->model()->rowCount() > 80);
    select(*hours, "2025-01-09 14:00");
    ask("Only 14:00 on all days");
    QTRY_COMPARE(counted(), 3U * 7 + 6);
  }

  void bars_and_cells_have_the_menu_of_their_row() {
    auto* heatmap = page()->findChild<HeatmapChart*>();
    for (auto* button : page()->findChildren<QToolButton*>())
      if (button->text() == "Heatmap") button->click();
    QTRY_VERIFY(heatmap->isVisible());
    QTest::keyClick(heatmap, Qt::Key_Right);
    QMenu menu;
    heatmap->fill_menu(menu);
    QVERIFY2(entry(menu, "Only this hour") && entry(menu, "Only 09:00 on all days"),
             qPrintable(texts_of(menu).join("\n")));
    entry(menu, "Only this hour")->trigger();
    QTRY_COMPARE(counted(), 3U);
    session().set_filter({});

    const auto bars = [&](Qt::Key key) {
      go_to(key);
      for (auto* chart : page()->findChildren<HorizontalBars*>())
        if (chart->isVisible() && chart->accessibleName() != "From view to click to purchase")
          return chart;
      return static_cast<HorizontalBars*>(nullptr);
    };
    HorizontalBars* chart = bars(Qt::Key_3);
    QTRY_COMPARE(chart->rows().size(), std::size_t{3});
    QTest::keyClick(chart, Qt::Key_Down);
    const std::string first = chart->rows().front().name.toStdString();
    QMenu campaigns;
    chart->fill_menu(campaigns);
    QVERIFY(entry(campaigns, "Without this campaign"));
    entry(campaigns, "Only this campaign")->trigger();
    QCOMPARE(session().filter()[FilterField::campaign], Names{first});
    QTRY_COMPARE(counted(ReportKind::campaign_ranking), 1U);
    chart = bars(Qt::Key_4);
    QTRY_COMPARE(chart->rows().size(), std::size_t{2});
    QTest::keyClick(chart, Qt::Key_Down);
    QMenu users;
    chart->fill_menu(users);
    entry(users, "Only this user")->trigger();
    QCOMPARE(session().filter()[FilterField::user], Names{"w"});
  }

  void customers_and_their_days_have_it_too() {
    go_to(Qt::Key_2);
    ReportTableView* customers = table("Customers");
    QTRY_COMPARE(customers->model()->rowCount(), 2);
    select(*customers, "c");
    ReportTableView* days = table("Days of the selected customer");
    QTRY_COMPARE(days->model()->rowCount(), 1);
    days->selectRow(0);
    QTest::keyClick(days, Qt::Key_Menu);
    QMenu* menu = open_menu(*days);
    QVERIFY2(entry(*menu, "Only this day") && entry(*menu, "Only Mondays"),
             qPrintable(texts_of(*menu).join("\n")));
    menu->close();
    QTest::keyClick(customers, Qt::Key_Menu);
    choose(open_menu(*customers), "Without this customer");
    QTRY_COMPARE(counted(ReportKind::customer_report), 1U);
  }

  void what_the_search_shows_is_kept_exactly() {
    page()->findChild<QTabBar*>()->setCurrentIndex(2);
    ReportTableView* pages = table("Pages of the picked hour");
    QTRY_COMPARE(pages->model()->rowCount(), 3);
    QToolButton* only = nullptr;
    for (auto* button : page()->findChildren<QToolButton*>())
      if (button->text() == "Only these") only = button;
    QVERIFY(only && !only->isVisible());
    auto* field = page()->findChild<TablePanel*>()->find_field();
    // The search takes no notice of case, a condition does: their names are listed.
    field->setText("blog");
    QTRY_VERIFY(only->isVisible());
    QTest::mouseClick(only, Qt::LeftButton);
    QTRY_COMPARE(session().filter()[FilterField::page], (Names{"/Blog", "/blog/a", "/blog/b"}));
    session().set_filter({});
    field->setText("blog/");
    QTRY_COMPARE(pages->model()->rowCount(), 2);
    QTRY_VERIFY(!session().slicing());
    QTest::mouseClick(only, Qt::LeftButton);
    QTRY_COMPARE(session().filter().conditions,
                 (std::vector<Condition>{{ConditionField::page, Match::contains, "blog/"}}));
    QVERIFY(session().filter()[FilterField::page].empty());
  }

  void a_change_of_the_filter_is_undone_and_redone() {
    QVERIFY(!action("Undo the filter change")->isEnabled());
    Filter page_only, with_weekday;
    page_only[FilterField::page] = {"/Blog"};
    with_weekday = page_only;
    with_weekday.conditions = {{ConditionField::weekday, Match::is, "Monday"}};
    session().set_filter(page_only);
    session().set_filter(with_weekday);
    QTRY_COMPARE(counted(), 12U);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().filter(), page_only);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(session().filter().empty());
    QVERIFY(!action("Undo the filter change")->isEnabled());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(session().filter(), with_weekday);
    QVERIFY(!action("Redo the filter change")->isEnabled());
    QTRY_COMPARE(counted(), 12U);
    // A field of text has an undo of its own.
    auto* field = page()->findChild<TablePanel*>()->find_field();
    field->setFocus();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, "2025");
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(field->text().isEmpty());
    QCOMPARE(session().filter(), with_weekday);
    // All at once, and that is a change as well.
    field->clearFocus();
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(session().filter().empty());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().filter(), with_weekday);
  }

  void back_leads_to_what_was_looked_at() {
    Filter page_only;
    page_only[FilterField::page] = {"/Blog"};
    go_to(Qt::Key_2);
    session().set_filter(page_only);
    go_to(Qt::Key_3);
    const auto shows = [&](int page, const Filter& filter) {
      return window_->findChild<QStackedWidget*>()->currentIndex() == page &&
             session().filter() == filter;
    };
    QVERIFY(shows(2, page_only));
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(shows(1, page_only));
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(shows(1, {}));
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(shows(0, {}));
    for (int i = 0; i < 3; ++i) press(Qt::Key_Right, Qt::AltModifier);
    QVERIFY(shows(2, page_only));
    QVERIFY(!action("Forward")->isEnabled());
    press(Qt::Key_Left, Qt::AltModifier);
    // The change of the filter on the way back can be undone like any other.
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(shows(1, {}));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(shows(1, page_only));
    QVERIFY(!action("Forward")->isEnabled());  // one went elsewhere
  }

 private:
  AnalysisSession& session() { return window_->session(); }
  void go_to(Qt::Key key) { press(key, Qt::AltModifier); }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QTest::keyClick(window_.get(), key, modifiers);
  }
  QWidget* page() {
    for (auto* stack : window_->findChildren<QStackedWidget*>())
      if (stack->currentWidget()->inherits("footfall::ReportPage")) return stack->currentWidget();
    return nullptr;
  }
  ReportTableView* table(const QString& name) {
    for (auto* view : page()->findChildren<ReportTableView*>())
      if (view->accessibleName() == name) return view;
    return nullptr;
  }
  static void select(ReportTableView& view, const std::string& key) {
    for (int row = 0; row < view.model()->rowCount(); ++row)
      if (view.report_model()->key_of(row) == key) return view.selectRow(row);
    QFAIL(key.c_str());
  }
  static QMenu* open_menu(const QWidget& view) {
    for (auto* menu : view.findChildren<QMenu*>())
      if (menu->isVisible()) return menu;
    return nullptr;
  }
  static void choose(QMenu* menu, const QString& text) {
    QVERIFY(menu);
    QAction* action = entry(*menu, text);
    QVERIFY2(action && action->isEnabled(), qPrintable(texts_of(*menu).join("\n")));
    action->trigger();
    menu->close();
  }
  QAction* action(const QString& text) {
    for (auto* one : window_->findChildren<QAction*>())
      if (one->text().remove('&') == text) return one;
    return nullptr;
  }
  std::uint64_t counted(ReportKind kind = ReportKind::hourly_visitors) {
    const ReportSetPtr reports = session().reports(kind);
    return reports ? reports->load_of(kind).rows.counted : 0;
  }

  ThemeKeeper themes_;
  QTemporaryDir folder_;
  std::unique_ptr<MainWindow> window_;
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::TestFilterRows>(argc, argv);
}
#include "test_filter_rows.moc"
