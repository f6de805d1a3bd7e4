// What the window keeps of what was looked at, and shows again. Long, for it is closed and opened
// again for each part.
#include <QAction>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <random>

#include "tests/support/fake_keychain.h"
#include "tests/support/window_test.h"
#include "ui/charts/hourly_chart.h"
#include "ui/frame/kept_view.h"
#include "ui/frame/rail.h"
#include "ui/frame/source_row.h"
#include "ui/frame/window_actions.h"
#include "ui/main_window.h"
#include "ui/pages/report_page.h"
#include "ui/style/theme.h"
#include "ui/tables/report_table_view.h"
#include "ui/tables/table_panel.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;

QString sample(const char* name) { return QString(FOOTFALL_SAMPLES "/") + name; }

Filter some_filter() {
  Filter filter;
  filter.from = parse_time_bound("2025-01-06");
  filter.to = parse_time_bound("2025-01-08T10:00+01:00");
  filter[FilterField::page] = {"/a b?c=%20&d", "\xff\xfe kein UTF-8", ""};
  filter[FilterField::user] = {"Zoë"};
  filter.conditions = {{ConditionField::page, Match::begins, " /blog "},
                       {ConditionField::weekday, Match::is_not, "Sunday"},
                       {ConditionField::campaign, Match::like, "*\x80*"},
                       {ConditionField::customer, Match::is, ""}};
  filter.cleaning.leave_out = {LogPart::bots, LogPart::static_files};
  filter.cleaning.pages = PageForm::without_tracking;
  return filter;
}

DatabaseSource some_table() {
  const auto url = parse_database_url("postgresql://ann@127.0.0.1:1/shop?table=web.visits");
  return {url ? url->settings : ConnectionSettings(),
          TableName{"web", "visits"},
          ReportKind::customer_report,
          {{"amount", "total"}}};
}

class KeptViewTest : public QObject {
  Q_OBJECT

  ThemeKeeper themes_;
  test::FakeKeychain::Drawer drawer_;

  std::unique_ptr<MainWindow> open_window() {
    auto window = std::make_unique<MainWindow>(file_engine(), themes_,
                                               std::make_unique<test::FakeKeychain>(drawer_));
    window->resize(1440, 900);
    window->show();
    return window;
  }
  static QMenu* views_menu(const MainWindow& window) {
    for (QMenu* menu : window.findChildren<QMenu*>())
      if (menu->title() == "&Views") return menu;
    return nullptr;
  }
  static WindowPage page_in_front(const MainWindow& window) {
    const auto* page = window.findChild<ReportPage*>();
    return static_cast<WindowPage>(qobject_cast<QStackedWidget*>(page->parent())->currentIndex());
  }
  static QAction* action(const QWidget& owner, const QString& text) {
    for (QAction* one : owner.actions())
      if (one->text() == text) return one;
    return nullptr;
  }

 private slots:
  void init() { QSettings().clear(); }

  void a_view_comes_back_as_it_was() {
    KeptView view;
    view.files = {"/a b/ä.csv", "/bytes\xff.log"};
    view.tables = {some_table()};
    view.page = WindowPage::campaigns;
    view.zone = "Europe/Berlin";
    view.step = Step::week;
    view.filter = some_filter();
    view.choices[ReportKind::user_activity] = {{"measure", "view"}, {"top", "20"}};
    const std::optional<KeptView> back = view_from_json(as_json(view));
    QVERIFY(back);
    QCOMPARE(back->files, view.files);
    QCOMPARE(back->tables.size(), std::size_t{1});
    QCOMPARE(source_id(back->tables.front()), source_id(view.tables.front()));
    QCOMPARE(back->tables.front().columns, view.tables.front().columns);
    QVERIFY(back->page == view.page);
    QCOMPARE(back->zone, view.zone);
    QVERIFY(back->step == view.step);
    QVERIFY(back->filter == view.filter);
    QVERIFY(back->choices == view.choices);
    QVERIFY(view_from_json(as_json({}))->filter.empty());
    QVERIFY(!back->compared_with);
    for (const char* with : {"previous", "week-before", "2025-01-06..2025-01-07T05:00",
                             "2025-01-06T02:00+01:00..2025-01-07"}) {
      view.compared_with = parse_compared_with(with);
      QVERIFY2(view_from_json(as_json(view))->compared_with == view.compared_with, with);
    }
  }

  void every_value_of_a_condition_comes_back() {
    std::mt19937 random(20250106);
    for (int round = 0; round < 2000; ++round) {
      KeptView view;
      std::string value;
      for (std::size_t i = random() % 6; i > 0; --i) value += static_cast<char>(random() % 256);
      view.filter.conditions = {{ConditionField::page, Match::contains, value}};
      view.filter[FilterField::campaign] = {value};
      const std::optional<KeptView> back = view_from_json(as_json(view));
      QVERIFY(back && back->filter == view.filter);
    }
  }

  void what_is_not_understood_is_no_view() {
    for (const char* text :
         {"", "nonsense", "[]", "{}", R"({"filter":{"where":["page isnt /a"]}})",
          R"({"filter":{"where":["size is 3"]}})", R"({"filter":{"from":{"reading":"soon"}}})",
          R"({"filter":{},"step":"year"})", R"({"filter":{"leave_out":["cats"]}})",
          R"({"filter":{"pages":"half"}})", R"({"filter":{},"compared_with":"next"})",
          R"({"filter":{},"compared_with":{"from":{"reading":"1"}}})"})
      QVERIFY2(!view_from_json(text), text);
  }

  void the_next_window_shows_what_the_last_one_did() {
    {
      const auto window = open_window();
      window->open_files({sample("campaigns.csv"), sample("access.log")});
      QTRY_COMPARE(window->session().state(), State::idle);
      Filter filter;
      filter[FilterField::page] = {"/"};
      window->session().set_filter(filter);
      QTest::keyClick(window.get(), Qt::Key_3, Qt::AltModifier);
      window->close();
    }
    const auto window = open_window();
    QVERIFY(window->session().sources().empty());
    window->reopen();
    QTRY_COMPARE(window->session().state(), State::idle);
    QCOMPARE(window->session().sources().size(), std::size_t{2});
    QVERIFY(window->session().reports(ReportKind::campaign_ranking));
    QCOMPARE(window->session().filter()[FilterField::page], std::vector<std::string>{"/"});
    QVERIFY(last_view()->page == WindowPage::campaigns);
    // Nothing was looked at before: no way leads back.
    QVERIFY(!action(*window, "&Back")->isEnabled());
    QVERIFY(!action(*window, "&Undo the filter change")->isEnabled());
  }

  void what_is_chosen_on_a_page_comes_back() {
    const PageChoices by_views = {{"measure", "view"}};
    {
      const auto window = open_window();
      window->open_files({sample("activity.ndjson")});
      QTRY_COMPARE(window->session().state(), State::idle);
      action(*window, "Activity")->trigger();
      const auto* page =
          qobject_cast<ReportPage*>(window->findChild<QStackedWidget*>()->currentWidget());
      for (auto* button : page->findChildren<QToolButton*>())
        if (button->text() == "Views") button->click();
      QVERIFY(page->choices() == by_views);
      action(*window, "&Back")->trigger();
      QVERIFY(page->choices().empty());
      action(*window, "&Forward")->trigger();
      QVERIFY(page->choices() == by_views);
      window->close();
    }
    QVERIFY(last_view()->choices[ReportKind::user_activity] == by_views);
    const auto window = open_window();
    window->reopen();
    QTRY_COMPARE(window->session().state(), State::idle);
    const auto* page =
        qobject_cast<ReportPage*>(window->findChild<QStackedWidget*>()->currentWidget());
    QVERIFY(page && page->kind() == ReportKind::user_activity && page->choices() == by_views);
  }

  // The table in front, its order, the chart, the picked hour and the time in view: each is a place
  // to come back to, and all are there at the next start.
  void back_leads_to_what_was_looked_at_on_a_page() {
    PageChoices last;
    {
      const auto window = open_window();
      window->resize(1440, 900);
      window->show();
      window->open_files({sample("access.log")});
      QTRY_COMPARE(window->session().state(), State::idle);
      const auto* page =
          qobject_cast<ReportPage*>(window->findChild<QStackedWidget*>()->currentWidget());
      QVERIFY(page && page->kind() == ReportKind::hourly_visitors);
      auto* const panel = page->findChild<TablePanel*>();
      auto* const chart = page->findChild<HourlyChart*>();
      auto* const hours = panel->view(0);
      QTRY_VERIFY(hours->report_model()->rowCount() > 2);
      std::vector<PageChoices> places = {page->choices()};
      const auto chosen = [&](const char* name) { return choice_of(places.back(), name); };
      const auto arrive = [&] {
        QTRY_VERIFY(action(*window, "&Back")->isEnabled() && page->choices() != places.back());
        QTest::qWait(700);  // what changes by the way is noted at rest
        places.push_back(page->choices());
        QVERIFY(places[places.size() - 2] != places.back());
      };
      QVERIFY(places.front().empty());
      // The order: a click on the header.
      QTest::mouseClick(hours->horizontalHeader()->viewport(), Qt::LeftButton, {},
                        {hours->columnViewportPosition(1) + hours->columnWidth(1) / 2, 8});
      arrive();
      QCOMPARE(
          chosen("sort hours"),
          QString::fromStdString(std::string(hours->report_model()->table()->columns()[1].name)));
      panel->set_current(3);
      arrive();
      QCOMPARE(chosen("table"), QString("peaks"));
      for (auto* button : page->findChildren<QToolButton*>())
        if (button->text() == "Both") button->click();
      arrive();
      QCOMPARE(chosen("chart"), QString("both"));
      hours->selectRow(2);
      emit hours->row_chosen(1);
      arrive();
      QVERIFY(!chosen("hour").isEmpty());
      chart->setFocus();
      QTest::keyClick(chart, Qt::Key_Plus);
      QTest::keyClick(chart, Qt::Key_Plus);  // is one place with it
      arrive();
      QVERIFY(!chosen("time in view").isEmpty() && !chart->fitted());
      const QCPRange zoomed = chart->xAxis->range();
      for (std::size_t at = places.size() - 1; at-- > 0;) {
        action(*window, "&Back")->trigger();
        QVERIFY(page->choices() == places[at]);
      }
      QVERIFY(!action(*window, "&Back")->isEnabled() && chart->fitted() && panel->current() == 0);
      QCOMPARE(hours->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
      for (std::size_t at = 1; at < places.size(); ++at) {
        action(*window, "&Forward")->trigger();
        QVERIFY(page->choices() == places[at]);
      }
      QVERIFY(!action(*window, "&Forward")->isEnabled());
      QCOMPARE(panel->current(), 3);
      QVERIFY(std::abs(chart->xAxis->range().lower - zoomed.lower) <= 1);
      QVERIFY(std::abs(chart->xAxis->range().upper - zoomed.upper) <= 1);
      last = page->choices();
      window->close();
    }
    const auto window = open_window();
    window->reopen();
    QTRY_COMPARE(window->session().state(), State::idle);
    const auto* page =
        qobject_cast<ReportPage*>(window->findChild<QStackedWidget*>()->currentWidget());
    QTRY_VERIFY(page->choices() == last);
    QVERIFY(!page->findChild<HourlyChart*>()->fitted());
    QCOMPARE(page->findChild<TablePanel*>()->current(), 3);
  }

  // Peaks are of hours: while days are shown they wait.
  void a_table_that_a_step_lacks_comes_back_with_its_step() {
    const auto window = open_window();
    window->open_files({sample("access.log")});
    QTRY_COMPARE(window->session().state(), State::idle);
    auto* page = qobject_cast<ReportPage*>(window->findChild<QStackedWidget*>()->currentWidget());
    auto* const panel = page->findChild<TablePanel*>();
    panel->set_current(3);
    emit page->step_changed(Step::day);
    QTRY_COMPARE(panel->current(), 0);
    action(*window, "&Back")->trigger();
    QTRY_COMPARE(panel->current(), 3);
    emit page->step_changed(Step::week);
    QTRY_COMPARE(panel->current(), 0);
    emit page->step_changed(Step::hour);
    QTRY_COMPARE(panel->current(), 3);
    emit page->step_changed(Step::day);
    QTRY_COMPARE(panel->current(), 0);
    panel->set_current(1);  // chosen meanwhile
    emit page->step_changed(Step::hour);
    QTRY_VERIFY(panel->isVisibleTo(panel->window()));
    QTRY_COMPARE(window->session().state(), State::idle);
    QCOMPARE(panel->current(), 1);
    panel->set_current(3);
    QTest::qWait(50);
    // A zoom that has not come to rest is a place, too.
    auto* const chart = page->findChild<HourlyChart*>();
    QTest::keyClick(chart, Qt::Key_Plus);
    const QString zoom = choice_of(page->choices(), "time in view");
    QVERIFY(!zoom.isEmpty());
    action(*window, "&Back")->trigger();
    QCOMPARE(panel->current(), 3);
    QVERIFY(chart->fitted());
    action(*window, "&Forward")->trigger();
    QCOMPARE(choice_of(page->choices(), "time in view"), zoom);
    QVERIFY(choice_of(page->choices(), "table") == "peaks");
  }

  void a_file_that_is_gone_stands_as_such_beside_the_others() {
    const QTemporaryDir place;
    const QString gone = place.filePath("gone.csv");
    QVERIFY(QFile::copy(sample("campaigns.csv"), gone));
    {
      const auto window = open_window();
      window->open_files({gone, sample("payments.ndjson")});
      QTRY_COMPARE(window->session().state(), State::idle);
      window->close();
    }
    QVERIFY(QFile::remove(gone));
    const auto window = open_window();
    window->reopen();
    QTRY_COMPARE(window->session().state(), State::idle);
    const std::vector<Source>& sources = window->session().sources();
    QCOMPARE(sources.size(), std::size_t{2});
    QVERIFY(sources[0].state == Source::State::failed);
    QVERIFY(sources[1].state == Source::State::ready);
  }

  void a_table_is_asked_when_somebody_says_so() {
    KeptView view;
    view.tables = {some_table()};
    view.page = WindowPage::customers;
    keep_last_view(view);
    const auto window = open_window();
    window->reopen();
    const std::vector<Source>& sources = window->session().sources();
    QCOMPARE(sources.size(), std::size_t{1});
    QVERIFY(sources[0].state == Source::State::unasked);
    QVERIFY(window->session().state() == State::idle);
    QTRY_VERIFY(test::shows_text(*window, "not asked yet"));
    QTRY_VERIFY(test::shows_text(*window, "was open when Footfall was closed"));
    // Closed as it is, it comes back as it is.
    window->close();
    QCOMPARE(last_view()->tables.size(), std::size_t{1});
    emit window->findChild<SourceRow*>()->reload_requested();
    // Nobody listens there.
    QTRY_VERIFY_WITH_TIMEOUT(window->session().sources()[0].state == Source::State::failed, 30'000);
  }

  void nothing_opens_where_that_is_not_wanted() {
    {
      const auto window = open_window();
      window->open_files({sample("campaigns.csv")});
      QTRY_COMPARE(window->session().state(), State::idle);
      QAction* const again = action(*window, "Open this a&gain at the next start");
      QVERIFY(again && again->isChecked());
      again->trigger();
      window->close();
    }
    const auto window = open_window();
    window->reopen();
    QVERIFY(window->session().sources().empty());
    QVERIFY(!action(*window, "Open this a&gain at the next start")->isChecked());
  }

  void views_are_kept_under_names() {
    const auto window = open_window();
    window->open_files({sample("access.log")});
    QTRY_COMPARE(window->session().state(), State::idle);
    action(*window, "Requests")->trigger();
    Filter filter;
    filter.conditions = {{ConditionField::hour_of_day, Match::is, "09"}};
    window->session().set_filter(filter);
    ReportOptions options = window->session().options();
    options.step = Step::day;
    window->session().set_options(options);
    window->session().set_compared_with(parse_compared_with("week-before"));
    QMenu* const menu = views_menu(*window);
    QVERIFY(menu);
    emit menu->aboutToShow();
    action(*menu, "&Keep this view…")->trigger();
    auto* const dialog = window->findChild<QInputDialog*>();
    QVERIFY(dialog);
    dialog->setTextValue("Nine & 10 / o'clock");
    dialog->accept();
    QCOMPARE(named_views(), QStringList("Nine & 10 / o'clock"));

    Filter other;
    other[FilterField::page] = {"/"};
    action(*window, "Campaigns")->trigger();
    window->session().set_filter(other);
    options.step = Step::hour;
    window->session().set_options(options);
    window->session().set_compared_with(std::nullopt);
    emit menu->aboutToShow();
    action(*menu, "Nine && 10 / o'clock")->trigger();
    QVERIFY(window->session().filter() == filter);
    QVERIFY(window->session().options().step == Step::day);
    QVERIFY(window->session().compared_with() == parse_compared_with("week-before"));
    QVERIFY(page_in_front(*window) == WindowPage::requests);
    // One step leads back to what was looked at before, the page with its filter.
    action(*window, "&Back")->trigger();
    QVERIFY(window->session().filter() == other);
    QVERIFY(page_in_front(*window) == WindowPage::campaigns);
    action(*window, "&Forward")->trigger();
    QVERIFY(window->session().filter() == filter);
    QVERIFY(window->session().options().step == Step::day);
    QVERIFY(page_in_front(*window) == WindowPage::requests);
    QCOMPARE(window->session().sources().size(), std::size_t{1});

    emit menu->aboutToShow();
    action(*action(*menu, "&Forget a view")->menu(), "Nine && 10 / o'clock")->trigger();
    QVERIFY(named_views().isEmpty());
    for (int i = 0; i < 3; ++i) emit menu->aboutToShow();
    QCOMPARE(menu->findChildren<QMenu*>().size(), 1);
    QVERIFY(!action(*menu, "&Forget a view")->isEnabled());
  }
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::KeptViewTest>(argc, argv);
}

#include "test_kept_view.moc"
