// Days and weeks on the pages over time, and the typical week.
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <optional>

#include "tests/support/report_fixtures.h"
#include "ui/charts/heatmap_chart.h"
#include "ui/charts/hourly_chart.h"
#include "ui/charts/request_chart.h"
#include "ui/charts/typical_week_chart.h"
#include "ui/charts/week_heatmap.h"
#include "ui/pages/cause_panel.h"
#include "ui/pages/report_page.h"
#include "ui/pages/row_menu.h"
#include "ui/tables/report_table_view.h"

namespace footfall {
namespace {

ReportSetPtr set_of(std::shared_ptr<HourlyVisitorsReport> report) {
  auto set = std::make_shared<ReportSet>();
  set->put(std::move(report));
  return set;
}

// Of days from 2025-01-06 on, or of weeks.
std::shared_ptr<HourlyVisitorsReport> report_of(Step step,
                                                const std::vector<std::uint32_t>& visitors) {
  auto report = test::hours_report(visitors);
  report->step = step;
  for (auto& total : report->hours)
    total.hour.start =
        1736121600 + (total.hour.start - 1736121600) / kSecondsPerHour * kStepTable[step].seconds;
  return report;
}

QToolButton* button(const QWidget& page, const QString& text) {
  for (auto* candidate : page.findChildren<QToolButton*>())
    if (candidate->text() == text) return candidate;
  return nullptr;
}

std::unique_ptr<ReportPage> shown(const ReportSetPtr& reports) {
  std::unique_ptr<ReportPage> page(make_visitors_page(nullptr));
  page->resize(1000, 700);
  page->show_reports(reports);
  page->show();
  (void)QTest::qWaitForWindowExposed(page.get());
  return page;
}

class TestSteps : public QObject {
  Q_OBJECT
 private slots:
  void a_choice_asks_for_days_and_weeks() {
    const auto page = shown(set_of(test::two_weeks()));
    QSignalSpy step(page.get(), &ReportPage::step_changed);
    QTest::mouseClick(button(*page, QStringLiteral("Day")), Qt::LeftButton);
    QTest::mouseClick(button(*page, QStringLiteral("Week")), Qt::LeftButton);
    QCOMPARE(step.size(), 2);
    QCOMPARE(step[0][0].value<Step>(), Step::day);
    QCOMPARE(step[1][0].value<Step>(), Step::week);
  }

  void days_are_shown_as_days() {
    const auto page = shown(set_of(test::two_weeks()));
    QTest::mouseClick(button(*page, QStringLiteral("Both")), Qt::LeftButton);
    QVERIFY(page->findChild<HeatmapChart*>()->isVisible());
    page->show_reports(set_of(report_of(Step::day, {40, 0, 70, 60})));
    QVERIFY(!page->findChild<HeatmapChart*>()->isVisible());
    auto* line = page->findChild<HourlyChart*>();
    QVERIFY(line->isVisible());
    QVERIFY(line->caption().startsWith(QStringLiteral("Unique visitors per day")));
    QCOMPARE(page->findChild<QTabBar*>()->tabText(0), QStringLiteral("Days"));
    const auto fields = page->findChildren<QLineEdit*>();
    QVERIFY(std::ranges::any_of(fields, [](const QLineEdit* field) {
      return field->placeholderText() == QStringLiteral("Find a day");
    }));
    const TablePtr table = page->current_table();
    QCOMPARE(table->name(), std::string("daily_totals"));
    std::string first;
    table->append_cell(first, 0, 0);
    QCOMPARE(first, std::string("2025-01-06"));
    // The order of the hours is that of the days: the highest first.
    const auto views = page->findChildren<ReportTableView*>();
    const auto rows = std::ranges::find(views, QStringLiteral("Hours"), &QWidget::accessibleName);
    QVERIFY(rows != views.end());
    QTRY_COMPARE((*rows)->report_model()->plain_cell(0, 0), std::string("2025-01-08"));
    const auto bounds = line->bounds_of(line->xAxis->range());
    QVERIFY(bounds.has_value());
    QCOMPARE(bounds->first.civil, std::int64_t{1736121600});
    QCOMPARE(bounds->second.civil, std::int64_t{1736121600} + 4 * kSecondsPerDay);
    // The heatmap comes back with the hours.
    page->show_reports(set_of(test::two_weeks()));
    QVERIFY(page->findChild<HeatmapChart*>()->isVisible());
  }

  // What is usual, and what made a peak, is said of hours.
  void peaks_and_causes_belong_to_hours() {
    const auto page = shown(set_of(test::two_weeks()));
    auto* tabs = page->findChild<QTabBar*>();
    const auto says = [&](const QString& words) {
      const auto labels = page->findChildren<QLabel*>();
      return std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisible() && label->text().contains(words);
      });
    };
    QSignalSpy asked(page.get(), &ReportPage::cause_requested);
    tabs->setCurrentIndex(3);
    QTest::mouseClick(button(*page, QStringLiteral("What made it")), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(page->findChild<CausePanel*>()->isVisible());
    QVERIFY(says(QStringLiteral("× usual")));

    page->show_reports(set_of(report_of(Step::day, {40, 60, 70})));
    QVERIFY(!page->findChild<CausePanel*>()->isVisible());
    QVERIFY(!button(*page, QStringLiteral("What made it"))->isVisible());
    QVERIFY(!tabs->isTabVisible(3));
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(says(QStringLiteral("busiest day · 70 visitors")));
    QVERIFY(!says(QStringLiteral("usual")));
    auto* line = page->findChild<HourlyChart*>();
    emit line->hour_picked(0);
    QVERIFY(says(QStringLiteral("picked day · 40 visitors")));
    page->explain();
    QCOMPARE(asked.size(), 1);

    // The hour that begins the picked day was not picked.
    page->show_reports(set_of(test::two_weeks()));
    QVERIFY(tabs->isTabVisible(3));
    QVERIFY(button(*page, QStringLiteral("What made it"))->isVisible());
    QVERIFY(!says(QStringLiteral("picked")));
  }

  void weeks_are_named_by_their_monday() {
    const auto page = shown(set_of(report_of(Step::week, {400, 900})));
    auto* tabs = page->findChild<QTabBar*>();
    QCOMPARE(tabs->tabText(0), QStringLiteral("Weeks"));
    QCOMPARE(tabs->tabText(2), QStringLiteral("Pages in week of Jan 13"));
    const QList<QLabel*> labels = page->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
      return label->text() == QStringLiteral("Week of Jan 13");
    }));
  }

  void a_peak_is_higher_than_the_days_and_weeks_beside_it() {
    for (const Step step : {Step::day, Step::week}) {
      const auto page = shown(set_of(report_of(step, {40, 70, 60, 50, 90, 30})));
      auto* line = page->findChild<HourlyChart*>();
      line->replot();
      std::vector<std::size_t> marked;
      for (const PlacedLabel& label : line->peaks().placed()) marked.push_back(label.wish);
      QCOMPARE(marked, (std::vector<std::size_t>{4, 1}));
    }
  }

  void a_week_can_be_kept_alone() {
    const auto page = shown(set_of(report_of(Step::week, {400, 900})));
    const auto views = page->findChildren<ReportTableView*>();
    auto* rows = *std::ranges::find(views, QStringLiteral("Hours"), &QWidget::accessibleName);
    std::optional<Filter> kept;
    QMenu menu;
    add_row_entries(menu, *rows->report_model()->table(), {1},
                    {EventType::visit, {}, [&](const Filter& filter) { kept = filter; }});
    QCOMPARE(menu.actions().size(), 1);
    QCOMPARE(menu.actions().front()->text(), QStringLiteral("Only this week"));
    menu.actions().front()->trigger();
    QCOMPARE(kept->from->civil, std::int64_t{1736121600} + 7 * kSecondsPerDay);
    QCOMPARE(kept->to->civil, std::int64_t{1736121600} + 14 * kSecondsPerDay);
  }

  void requests_draw_a_bar_for_a_day() {
    auto report = std::make_shared<RequestsReport>();
    report->names = test::texts({"/"});
    report->step = Step::day;
    for (int day = 0; day < 3; ++day) {
      RequestTotals totals;
      totals.answers[0] = 10 + static_cast<std::uint64_t>(day);
      report->hours.push_back({{1736121600 + day * kSecondsPerDay, 0}, totals});
      report->all += totals;
    }
    RequestChart chart;
    chart.resize(800, 300);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.set_report(report);
    QVERIFY2(chart.caption().startsWith(QStringLiteral("Requests per day")),
             qPrintable(chart.caption()));
    const auto bounds = chart.bounds_of(chart.xAxis->range());
    QVERIFY(bounds.has_value());
    QCOMPARE(bounds->second.civil - bounds->first.civil, 3 * kSecondsPerDay);
  }

  void the_week_has_the_figures_of_its_hours() {
    const auto page = shown(set_of(test::two_weeks()));
    auto* heatmap = page->findChild<WeekHeatmap*>();
    QVERIFY(!heatmap->isVisible());
    QTest::mouseClick(button(*page, QStringLiteral("Typical week")), Qt::LeftButton);
    QVERIFY(heatmap->isVisible());
    QCoreApplication::processEvents();  // the buttons get their places
    QVERIFY(page->findChild<TypicalWeekChart*>()->isVisible());
    QVERIFY(!page->findChild<HourlyChart*>()->isVisible());
    constexpr std::size_t kMonday14 = 14;  // 1000 and 1070 visitors
    QCOMPARE(heatmap->value_of(kMonday14), 1035.0);
    const std::vector<std::pair<QString, double>> figures = {{QStringLiteral("Mean"), 1035.0},
                                                             {QStringLiteral("Highest"), 1070.0},
                                                             {QStringLiteral("Sum"), 2070.0}};
    for (const auto& [name, value] : figures) {
      QTest::mouseClick(button(*page, name), Qt::LeftButton);
      QCOMPARE(heatmap->value_of(kMonday14), value);
    }
    // A cell's menu filters by what it is.
    QMenu menu;
    emit heatmap->menu_requested(&menu, kMonday14);
    QStringList entries;
    for (const QAction* entry : menu.actions()) entries << entry->text();
    QCOMPARE(entries, (QStringList{"Only Mondays", "Only 14:00 on all days"}));
    QSignalSpy asked(page.get(), &ReportPage::filter_requested);
    menu.actions().front()->trigger();
    QCOMPARE(asked.size(), 1);
  }
};

}  // namespace
}  // namespace footfall

using footfall::TestSteps;
QTEST_MAIN(TestSteps)
#include "test_steps.moc"
