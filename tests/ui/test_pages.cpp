// The pages, given reports. Long, for what holds for one is tried on each, and a second
// program costs every run another window's libraries.
#include <qcustomplot.h>

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTranslator>
#include <algorithm>

#include "tests/support/report_fixtures.h"
#include "ui/charts/campaign_lines.h"
#include "ui/charts/campaign_points.h"
#include "ui/charts/day_chart.h"
#include "ui/charts/heatmap_chart.h"
#include "ui/charts/horizontal_bars.h"
#include "ui/charts/hourly_chart.h"
#include "ui/charts/request_chart.h"
#include "ui/charts/ticket_chart.h"
#include "ui/frame/bar_button.h"
#include "ui/pages/cause_panel.h"
#include "ui/pages/figures_row.h"
#include "ui/pages/least_chip.h"
#include "ui/pages/report_page.h"
#include "ui/tables/table_panel.h"
#include "ui/tables/totals_row.h"

namespace footfall {
namespace {

using MakePage = ReportPage* (*)(QWidget*);
constexpr std::array<MakePage, 5> kPages = {make_visitors_page, make_customers_page,
                                            make_campaigns_page, make_activity_page,
                                            make_requests_page};

constexpr std::size_t kBusiest = 13 * 24 + 14;  // hour of the two weeks

std::unique_ptr<ReportPage> shown(MakePage make, const ReportSetPtr& reports,
                                  QSize size = {1000, 700}) {
  std::unique_ptr<ReportPage> page(make(nullptr));
  page->resize(size);
  page->show_reports(reports);
  page->show();
  (void)QTest::qWaitForWindowExposed(page.get());
  return page;
}

bool says(const QWidget& page, const QString& text) {
  const auto labels = page.findChildren<QLabel*>();
  return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
    return label->isVisible() && label->text().contains(text);
  });
}

template <class Button>
Button* button(const QWidget& page, const QString& text) {
  for (auto* candidate : page.findChildren<Button*>())
    if (candidate->text() == text) return candidate;
  return nullptr;
}

/// Chooses an entry in the menu of the selected row.
void choose(ReportTableView& view, const QString& entry) {
  view.open_menu({});
  const auto menus = view.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
  QMenu* menu = menus.isEmpty() ? nullptr : menus.last();
  QVERIFY(menu);
  for (QAction* action : menu->actions())
    if (action->text() == entry) action->trigger();
  menu->close();
}

template <class Chart>
Chart* chart_of(const QWidget& page, const QString& name) {
  for (auto* chart : page.findChildren<Chart*>())
    if (chart->accessibleName() == name) return chart;
  return nullptr;
}

ReportTableView* table(const QWidget& page, const QString& name) {
  for (auto* view : page.findChildren<ReportTableView*>())
    if (view->accessibleName() == name) return view;
  return nullptr;
}

HorizontalBars* ranking(const QWidget& page, const QString& name) {
  for (auto* chart : page.findChildren<HorizontalBars*>())
    if (chart->accessibleName() == name) return chart;
  return nullptr;
}

}  // namespace

class TestPages : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void empty_pages_offer_files_and_sample_data() {
    for (const MakePage make : kPages) {
      const auto page = shown(make, nullptr);
      QVERIFY(!page->current_table());
      QSignalSpy open(page.get(), &ReportPage::open_requested),
          sample(page.get(), &ReportPage::sample_requested);
      auto* open_button = button<QPushButton>(*page, QStringLiteral("Open…"));
      auto* sample_button = button<QPushButton>(*page, QStringLiteral("Show sample data"));
      QVERIFY(open_button->isVisible());
      QTest::mouseClick(open_button, Qt::LeftButton);
      QTest::mouseClick(sample_button, Qt::LeftButton);
      QCOMPARE(open.size(), 1);
      QCOMPARE(sample.size(), 1);
      page->show_reports(std::make_shared<ReportSet>());  // a set without this report is no report
      QVERIFY(open_button->isVisible());
      page->show_reports(test::all_reports());
      QVERIFY(!open_button->isVisible());
      QVERIFY(page->current_table());
      page->show_reports(nullptr);
      QVERIFY(open_button->isVisible());
    }
  }

  void partial_figures_are_tagged() {
    for (const MakePage make : kPages) {
      auto partial = std::make_shared<ReportSet>(*test::all_reports());
      partial->partial = true;
      const auto page = shown(make, partial);
      QVERIFY(says(*page, QStringLiteral("so far")));
      page->show_reports(test::all_reports());
      QVERIFY(!says(*page, QStringLiteral("so far")));
    }
  }

  void filtered_to_nothing_offers_the_way_back() {
    auto set = std::make_shared<ReportSet>();
    set->put(test::hours_report({}));
    set->filter[FilterField::page] = {"/none"};
    const auto page = shown(make_visitors_page, set);
    QVERIFY(says(*page, QStringLiteral("No rows match")));
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    for (auto* clear : page->findChildren<QPushButton*>())
      if (clear->isVisible() && clear->text() == QStringLiteral("Clear filter"))
        QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(filter.size(), 1);
    QVERIFY(filter[0][0].value<Filter>().empty());
  }

  void a_table_that_is_its_header_has_no_rows() {
    auto set = std::make_shared<ReportSet>();
    set->put(test::hours_report({}));
    const auto page = shown(make_visitors_page, set);
    QVERIFY(says(*page, QStringLiteral("nothing was rejected")));
    QVERIFY(!says(*page, QStringLiteral("No rows match")));
    QVERIFY(!button<QPushButton>(*page, QStringLiteral("Clear filter"))->isVisible());
  }

  void every_row_rejected_is_not_for_lack_of_a_match() {
    auto set = std::make_shared<ReportSet>();
    set->put(test::hours_report({}));
    LoadReport& load = set->load[ReportKind::hourly_visitors];
    load.rows.rejected_by_reason[static_cast<std::size_t>(RejectReason::missing_value)] = 1;
    load.rows.rejected_by_reason[static_cast<std::size_t>(RejectReason::bad_timestamp)] = 9;
    load.rejects = {{0, 2, 30, RejectReason::missing_value, "page_url", "2025-01-06,,v"},
                    {0, 3, 44, RejectReason::bad_timestamp, "timestamp", "yesterday,/a,v"}};
    const auto page = shown(make_visitors_page, set);
    QVERIFY(says(*page, QStringLiteral("Every row was rejected")));
    QVERIFY(says(*page, QStringLiteral("bad timestamp in the column “timestamp”, first in line 3: "
                                       "“yesterday,/a,v”")));
    QVERIFY(!button<QPushButton>(*page, QStringLiteral("Clear filter"))->isVisible());
    page->show_rejection(QStringLiteral("The database says why"));
    QVERIFY(says(*page, QStringLiteral("The database says why")));
    // In place of the first figures, not of others.
    page->show_failure(QStringLiteral("No answer"), QStringLiteral("refused"));
    QVERIFY(!says(*page, QStringLiteral("No answer")));
    page->show_reports(nullptr);
    page->show_failure(QStringLiteral("No answer"), QStringLiteral("refused"));
    QVERIFY(says(*page, QStringLiteral("No answer")) && says(*page, QStringLiteral("refused")));
    QVERIFY(!button<QPushButton>(*page, QStringLiteral("Open…"))->isVisible());
    QSignalSpy retry(page.get(), &ReportPage::retry_requested);
    QTest::mouseClick(button<QPushButton>(*page, QStringLiteral("Try again")), Qt::LeftButton);
    QCOMPARE(retry.size(), 1);
    page->show_loading(QString(), QString());
    QVERIFY(button<QPushButton>(*page, QStringLiteral("Open…"))->isVisible());
  }

  void nothing_is_clipped_at_the_smallest_size() {
    for (const MakePage make : kPages) {
      const auto page = shown(make, test::all_reports(), {1232, 610});
      QVERIFY(page->minimumSizeHint().width() <= 1232);
      QVERIFY(page->minimumSizeHint().height() <= 610);
      for (const auto* label : page->findChildren<QLabel*>())
        if (label->isVisible() && !label->wordWrap() &&
            label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
          QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
      for (const auto* plot : page->findChildren<QCustomPlot*>())
        if (plot->isVisible()) QVERIFY(plot->height() >= 96);
    }
  }

  void all_tools_have_room_at_the_smallest_size() {
    const auto before = QLocale();
    const auto back = qScopeGuard([&] { QLocale::setDefault(before); });
    for (const QLocale& locale : {before, QLocale(QLocale::German, QLocale::Germany)}) {
      QLocale::setDefault(locale);
      QTranslator words;
      QVERIFY(words.load(locale, QStringLiteral("footfall"), QStringLiteral("_"),
                         QStringLiteral(":/translations")));
      QVERIFY(QCoreApplication::installTranslator(&words));
      const auto set = test::all_reports();
      const auto page = shown(make_visitors_page, set, {1232, 610});
      page->explain();
      page->show_cause(
          {peak_causes(*set->get<HourlyVisitorsReport>(), std::array{kBusiest}).front(),
           CauseGap::database});
      const auto* cause = page->findChild<CausePanel*>();
      for (auto* panel : page->findChildren<TablePanel*>()) {
        if (panel != cause->tables()) panel->set_current(2);
        panel->find_field()->setText(QStringLiteral("/"));
        QTRY_VERIFY(!panel->searched().isEmpty());
        QTRY_VERIFY(panel->view(panel->current())->report_model()->rowCount() > 0);
      }
      QTest::qWait(1);  // what became visible counts now
      QVERIFY2(page->minimumSizeHint().width() <= 1232,
               qPrintable(QString::number(page->minimumSizeHint().width())));
      // Nothing of what made it lies behind a scroll bar.
      QCOMPARE(cause->pages()->horizontalScrollBar()->maximum(), 0);
    }
  }

  void tools_go_below_figures_that_need_their_room() {
    const auto before = QLocale();
    const auto back = qScopeGuard([&] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QTranslator words;
    QVERIFY(words.load(QLocale(), QStringLiteral("footfall"), QStringLiteral("_"),
                       QStringLiteral(":/translations")));
    QVERIFY(QCoreApplication::installTranslator(&words));
    const auto page = shown(make_visitors_page, test::all_reports(), {1500, 700});
    auto* figures = page->findChild<FiguresRow*>();
    auto* hour = button<QToolButton>(*page, QStringLiteral("Stunde"));
    QVERIFY(figures && hour);
    const auto rect = [&](const QWidget& of) {
      return QRect(of.mapTo(page.get(), QPoint()), of.size());
    };
    QVERIFY(rect(*hour).left() > rect(*figures).right());
    auto* hours = table(*page, QStringLiteral("Stunden"));
    hours->setCurrentIndex(hours->model()->index(5, 0));
    for (const int width : {1056, 900}) {
      page->resize(width, 610);
      QTest::qWait(1);
      QCOMPARE(page->width(), width);
      QVERIFY(rect(*hour).top() > rect(*figures).bottom());
      QVERIFY(rect(*button<QToolButton>(*page, QStringLiteral("Woche"))).right() < width);
      for (const auto* label : figures->findChildren<QLabel*>())
        if (label->isVisible()) QVERIFY2(rect(*label).right() < width, qPrintable(label->text()));
    }
    page->resize(1500, 700);
    QTest::qWait(1);
    QVERIFY(rect(*hour).left() > rect(*figures).right());
  }

  void picking_an_hour_anywhere_shows_its_pages() {
    const auto page = shown(make_visitors_page, test::all_reports());
    QVERIFY(says(*page, QStringLiteral("Sun Jan 19, 14:00")));
    auto* tabs = page->findChild<QTabBar*>();
    auto* pages = table(*page, QStringLiteral("Pages of the picked hour"));
    auto* hours = table(*page, QStringLiteral("Hours"));
    QCOMPARE(tabs->tabText(2), QStringLiteral("Pages in Sun Jan 19, 14:00"));
    // From the table.
    hours->setCurrentIndex(hours->model()->index(1, 0));
    QCOMPARE(tabs->tabText(2), QStringLiteral("Pages in Sat Jan 18, 14:00"));
    QCOMPARE(tabs->currentIndex(), 0);
    // From the line.
    auto* line = page->findChild<HourlyChart*>();
    emit line->hour_picked(14);
    QCOMPARE(tabs->tabText(2), QStringLiteral("Pages in Mon Jan 6, 14:00"));
    QCOMPARE(tabs->currentIndex(), 2);
    QCOMPARE(pages->report_model()->plain_cell(0, 2), std::string("1000"));
    QCOMPARE(hours->current_row(), std::optional<std::size_t>(14));
    // From the heatmap; and the choice survives a new report.
    emit page->findChild<HeatmapChart*>()->hour_picked(0);
    page->show_reports(test::all_reports());
    QCOMPARE(tabs->tabText(2), QStringLiteral("Pages in Mon Jan 6, 00:00"));
    QCOMPARE(page->current_table()->rows(), std::size_t{2});
  }

  // They are counted when one looks, and of what is shown alone.
  void pages_over_the_whole_time_are_asked_for() {
    const auto page = shown(make_visitors_page, test::all_reports());
    auto* tabs = page->findChild<QTabBar*>();
    auto* pages = table(*page, QStringLiteral("Pages over the whole time"));
    QSignalSpy asked(page.get(), &ReportPage::pages_requested);
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    page->show_reports(test::all_reports());
    QCOMPARE(asked.size(), 0);
    page->show_found_pages({std::make_shared<PageTotalsTable>(test::page_totals()), {}});
    QCOMPARE(pages->report_model()->rowCount(), 0);  // nobody asked
    tabs->setCurrentIndex(1);
    QCOMPARE(asked.size(), 1);
    QTRY_VERIFY(says(*page, QStringLiteral("Counting…")));
    page->show_found_pages({std::make_shared<PageTotalsTable>(test::page_totals()), {}});
    QTRY_COMPARE(pages->report_model()->rowCount(), 3);
    QVERIFY(pages->isVisible());
    const auto cells = [&](int row) {
      QStringList texts;
      for (int column = 0; column < pages->model()->columnCount(); ++column)
        texts << pages->model()->index(row, column).data().toString();
      return texts;
    };
    QCOMPARE(cells(0), QStringList({"/", "30,000", "100.00", "41,000", ""}));
    QCOMPARE(cells(1), QStringList({"/a", "3", "0.01", "5", ""}));
    QCOMPARE(cells(2), QStringList({"/b", "1", "< 0.01", "1", ""}));
    tabs->setCurrentIndex(0);
    tabs->setCurrentIndex(1);
    QCOMPARE(asked.size(), 1);

    // A line says when it is highest, and orders by that.
    const auto tip = [&](int row) {
      return pages->model()->index(row, 4).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(tip(0), QStringLiteral("Visitors by day: highest 20,000 (Wed Jan 8)"));
    QCOMPARE(tip(1), QStringLiteral("Visitors by day: highest 2 (Mon Jan 6)"));
    const QString about = pages->model()->headerData(4, Qt::Horizontal, Qt::ToolTipRole).toString();
    QVERIFY2(about.contains(QStringLiteral("Visitors by day, each line")), qPrintable(about));
    pages->sortByColumn(4, Qt::AscendingOrder);
    QTRY_COMPARE(cells(0).first(), QStringLiteral("/a"));
    QCOMPARE(cells(2).first(), QStringLiteral("/b"));
    const QPixmap picture = pages->grab();
    QVERIFY(!picture.isNull());

    // Exports have what has a text.
    const FrontTable front = page->front_table();
    QCOMPARE(front.stem, QStringLiteral("pages"));
    QCOMPARE(front.table->columns().size(), std::size_t{4});
    QCOMPARE(front.table->columns().back().name, std::string_view("pageviews"));

    // The hours of one page, by key and by menu.
    pages->setFocus();
    pages->setCurrentIndex(pages->model()->index(1, 0));
    QTest::keyClick(pages, Qt::Key_Return);
    QCOMPARE(filter.size(), 1);
    QCOMPARE(filter[0][0].value<Filter>()[FilterField::page], (std::vector<std::string>{"/"}));
    QCOMPARE(tabs->currentIndex(), 0);
    tabs->setCurrentIndex(1);
    choose(*pages, QStringLiteral("&Hours of this page"));
    choose(*pages, QStringLiteral("Without this page"));
    QCOMPARE(filter.size(), 3);
    QCOMPARE(filter[1][0].value<Filter>(), filter[0][0].value<Filter>());

    // Another report is another answer, here at once, elsewhere when one comes back.
    tabs->setCurrentIndex(1);
    page->show_reports(test::all_reports());
    QCOMPARE(asked.size(), 2);
    page->show_found_pages({nullptr, CauseGap::database});
    QVERIFY(says(*page, QStringLiteral("pages are counted of files alone")));
    QVERIFY(!page->front_table().table || page->front_table().table->rows() == 0);
    tabs->setCurrentIndex(0);
    QVERIFY(!says(*page, QStringLiteral("pages are counted of files alone")));
    page->show_reports(test::all_reports());
    QCOMPARE(asked.size(), 2);
    tabs->setCurrentIndex(1);
    QCOMPARE(asked.size(), 3);
    QVERIFY(!says(*page, QStringLiteral("pages are counted of files alone")));
  }

  void hours_stand_beside_what_is_usual() {
    const auto page = shown(make_visitors_page, test::all_reports());
    // 1,130 beside the 1,000 to 1,120 of the other days, whose median is 1,060.
    QVERIFY(says(*page, QStringLiteral("busiest hour · 1,130 visitors · 1.1 × usual")));
    auto* peaks = table(*page, QStringLiteral("Peaks"));
    QTRY_COMPARE(peaks->report_model()->rowCount(), 14 * 24);
    QCOMPARE(peaks->report_model()->plain_cell(0, 1), std::string("2025-01-19 14:00"));
    QCOMPARE(peaks->report_model()->plain_cell(0, 3), std::string("1060"));
    QCOMPARE(peaks->report_model()->plain_cell(0, 4), std::string("1.07"));
    auto* line = page->findChild<HourlyChart*>();
    emit line->hour_picked(14);
    QTRY_VERIFY(says(*page, QStringLiteral("picked hour · 1,000 visitors · 0.93 × usual")));
    QCOMPARE(peaks->current_row(), std::optional<std::size_t>(13));
    // From the table.
    peaks->setCurrentIndex(peaks->model()->index(1, 1));
    QCOMPARE(page->findChild<QTabBar*>()->tabText(2), QStringLiteral("Pages in Sat Jan 18, 14:00"));
    QCOMPARE(table(*page, QStringLiteral("Hours"))->current_row(),
             std::optional<std::size_t>(12 * 24 + 14));
  }

  void what_made_an_hour_is_asked_and_told() {
    const auto set = test::all_reports();
    const auto report = set->get<HourlyVisitorsReport>();
    const auto page = shown(make_visitors_page, set);
    QSignalSpy asked(page.get(), &ReportPage::cause_requested);
    auto* explain = button<QToolButton>(*page, QStringLiteral("What made it"));
    QTest::mouseClick(explain, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<TimeSpan>(), span_of(*report, kBusiest));
    QVERIFY(says(*page, QStringLiteral("Looking…")));
    const PeakCausePtr cause = peak_causes(*report, std::array{kBusiest}).front();
    page->show_cause({cause, CauseGap::database});
    QVERIFY(says(*page, QStringLiteral("1,130 visitors, 1.1 × usual. The usual 1,060 is the median "
                                       "of 13 other hours of the same hour of day. Who came is "
                                       "known of files alone.")));
    auto* pages = table(*page, QStringLiteral("Pages above their usual"));
    QVERIFY(pages->isVisible());
    QTRY_VERIFY(pages->report_model()->rowCount() > 0);

    // Another hour is asked for by picking it, a marked time by its menu; a report asks again.
    emit page->findChild<HourlyChart*>()->hour_picked(14);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[1][0].value<TimeSpan>(), span_of(*report, 14));
    const std::int64_t from = report->hours[20].hour.start;
    emit page->findChild<HourlyChart*>()->time_asked({from, from}, {from + 7200, from + 7200});
    QCOMPARE(asked.size(), 3);
    QCOMPARE(asked[2][0].value<TimeSpan>(), (TimeSpan{from, from + 7200}));
    QVERIFY(!pages->report_model()->table());
    page->show_cause({nullptr, CauseGap::database});
    QVERIFY(says(*page, QStringLiteral("A database tells this of single hours alone.")));
    page->show_cause({nullptr, CauseGap::loading});
    QVERIFY(says(*page, QStringLiteral("A time of several hours is told once the files are read")));
    page->show_cause({nullptr, CauseGap::failed});
    QVERIFY(says(*page, QStringLiteral("What made it was not found. Try again")));
    page->show_cause({cause, CauseGap::loading});
    QVERIFY(says(*page, QStringLiteral("Who came is told once the files are read.")));
    page->show_reports(test::all_reports());
    QCOMPARE(asked.size(), 4);
    QCOMPARE(asked[3][0].value<TimeSpan>(), (TimeSpan{from, from + 7200}));
    page->show_reports(nullptr);
    QVERIFY(!pages->isVisible());
    page->show_reports(test::all_reports());
    QCOMPARE(asked.size(), 4);
  }

  void what_made_an_hour_follows_the_zone() {
    const auto set = test::all_reports();
    const auto page = shown(make_visitors_page, set);
    QSignalSpy asked(page.get(), &ReportPage::cause_requested);
    page->explain();
    QVERIFY(says(*page, QStringLiteral("What made Sun Jan 19, 14:00")));
    // Without a pick it is the busiest hour of what is shown.
    const auto put = [&](const std::shared_ptr<HourlyVisitorsReport>& report) {
      auto other = std::make_shared<ReportSet>(*set);
      other->put(report);
      page->show_reports(other);
    };
    put(test::hours_report({5, 9, 3}));
    QVERIFY(says(*page, QStringLiteral("What made Mon Jan 6, 01:00")));
    emit page->findChild<HourlyChart*>()->hour_picked(2);
    const auto there = test::hours_report({5, 9, 3});
    there->utc = false;
    there->zone = "Europe/Berlin";
    for (auto& total : there->hours) total.hour.offset = 3600;
    put(there);
    QVERIFY(says(*page, QStringLiteral("What made Mon Jan 6, 03:00 +01:00")));
    QCOMPARE(asked.last()[0].value<TimeSpan>(), span_of(*there, 2));
    QCOMPARE(asked.size(), 4);
    // A span goes by its instants, too.
    const std::int64_t from = there->hours[0].hour.start;
    emit page->findChild<HourlyChart*>()->time_asked({from, from}, {from + 7200, from + 7200});
    QVERIFY(says(*page, QStringLiteral("What made Jan 6 01:00 – Jan 6 03:00")));
    page->show_reports(set);
    QVERIFY(says(*page, QStringLiteral("What made Jan 6 00:00 – Jan 6 02:00")));
    QCOMPARE(asked.last()[0].value<TimeSpan>(), (TimeSpan{from, from + 7200}));
  }

  void what_made_an_hour_is_told_of_what_the_filter_leaves() {
    auto set = std::make_shared<ReportSet>(*test::all_reports());
    set->put(test::hours_report({5, 9, 3}));
    const auto report = set->get<HourlyVisitorsReport>();
    const auto cause = [&](std::size_t hour) {
      auto made = std::make_shared<PeakCause>(*peak_causes(*report, std::array{hour}).front());
      made->who = PeakCause::Visitors{{{1, 4, 3}, {2, 5, 1}}, {{"v", "", 2, true}}};
      return FoundCause{made, CauseGap::none};
    };
    const auto page = shown(make_visitors_page, set);
    page->explain();
    page->show_cause(cause(1));
    QVERIFY(says(*page, QStringLiteral("9 visitors. There is no other hour at this time of day to "
                                       "compare with. 4 of them (44.4 %) were never seen "
                                       "before.")));
    // Where nothing is usual, columns that compare say nothing: there the visitors stand.
    auto* pages = table(*page, QStringLiteral("Pages above their usual"));
    QTRY_COMPARE(pages->report_model()->rowCount(), 2);
    QVERIFY(!pages->isColumnHidden(2) && pages->isColumnHidden(4) && pages->isColumnHidden(5));
    page->show_cause(cause(0));
    QVERIFY(says(*page, QStringLiteral("The data begin with it: all is new.")));
    set->filter.conditions = {{ConditionField::weekday, Match::is, "Monday"}};
    page->show_cause(cause(1));
    QVERIFY(says(*page, QStringLiteral("The filter leaves no other hour at this time of day to "
                                       "compare with. 4 of them (44.4 %) were never seen before "
                                       "in what the filter leaves.")));
    page->show_cause(cause(0));
    QVERIFY(says(*page, QStringLiteral("The filter leaves nothing before it: all is new.")));
    // One that has no field for page views leaves all.
    set->filter = {};
    set->filter[FilterField::customer] = {"bob"};
    page->show_cause(cause(0));
    QVERIFY(says(*page, QStringLiteral("The data begin with it: all is new.")));

    // Its pages filter the report, its hour stands above.
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    pages->selectRow(0);
    choose(*pages, QStringLiteral("Only this hour"));
    QCOMPARE(filter.size(), 0);
    choose(*pages, QStringLiteral("Only this page"));
    QCOMPARE(filter.size(), 1);
    QCOMPARE(filter[0][0].value<Filter>()[FilterField::page], (std::vector<std::string>{"/"}));
    // What the user chose among the columns stays.
    pages->open_menu({});
    for (auto* menu : pages->findChildren<QMenu*>())
      for (QAction* action : menu->actions())
        if (action->text() == pages->model()->headerData(2, Qt::Horizontal).toString())
          action->trigger();
    QVERIFY(pages->isColumnHidden(2));
    page->show_cause(cause(1));
    QVERIFY(pages->isColumnHidden(2));
  }

  void the_search_of_what_made_an_hour_becomes_the_filter() {
    const auto set = test::all_reports();
    const auto page = shown(make_visitors_page, set);
    page->explain();
    page->show_cause({peak_causes(*set->get<HourlyVisitorsReport>(), std::array{kBusiest}).front(),
                      CauseGap::none});
    auto* panel = page->findChild<CausePanel*>()->tables();
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    panel->find_field()->setText(QStringLiteral("/a"));
    QToolButton* only = button<QToolButton>(*panel, QStringLiteral("Only these"));
    QTRY_VERIFY(only->isVisible());
    QTest::mouseClick(only, Qt::LeftButton);
    QTRY_COMPARE(filter.size(), 1);
    QCOMPARE(filter[0][0].value<Filter>().conditions,
             (std::vector<Condition>{{ConditionField::page, Match::contains, "/a"}}));
  }

  // A scanner shows itself by its many pages: one key leaves it out.
  void who_came_can_be_left_out() {
    const ReportSetPtr set = test::all_reports();
    const auto page = shown(make_visitors_page, set);
    page->explain();
    auto cause = std::make_shared<PeakCause>(
        *peak_causes(*set->get<HourlyVisitorsReport>(), std::array{kBusiest}).front());
    cause->who.emplace();
    cause->who->by_pages = {{1, 200, 7}, {40, 2, 1}};
    cause->who->top = {{"203.0.113.7", "Scan/1", 41, true},
                       {"198.51.100.2", "", 40, false},
                       {"v9", "", 40, false}};
    page->show_cause({cause, CauseGap::none});
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    const auto left_out = [&] {
      std::vector<std::string> names;
      for (const Condition& one : filter.takeFirst()[0].value<Filter>().conditions)
        if (one.field == ConditionField::visitor && one.match == Match::is_not)
          names.push_back(one.value);
      return names;
    };
    auto* panel = page->findChild<CausePanel*>()->tables();
    panel->set_current(2);
    auto* top = table(*page, QStringLiteral("Visitors who saw most pages"));
    QTRY_COMPARE(top->model()->rowCount(), 3);
    top->selectRow(0);
    QTest::keyClick(top, Qt::Key_Delete);
    QCOMPARE(left_out(), (std::vector<std::string>{"203.0.113.7 Scan/1"}));
    choose(*top, QStringLiteral("Without this host"));
    QCOMPARE(left_out(), (std::vector<std::string>{"203.0.113.7"}));
    panel->set_current(1);
    auto* seen = table(*page, QStringLiteral("Visitors by pages seen"));
    QTRY_COMPARE(seen->model()->rowCount(), 2);
    seen->selectRow(1);
    choose(*seen, QStringLiteral("Without these 2 visitors"));
    QCOMPARE(left_out(), (std::vector<std::string>{"198.51.100.2", "v9"}));
    // Of others not all names are known.
    seen->selectRow(0);
    QTest::keyClick(seen, Qt::Key_Delete);
    QCOMPARE(filter.size(), 0);
  }

  void only_this_page_asks_for_a_slice() {
    auto reports = std::make_shared<ReportSet>(*test::all_reports());
    reports->filter[FilterField::user] = {"kept"};
    const auto page = shown(make_visitors_page, reports);
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    page->findChild<QTabBar*>()->setCurrentIndex(1);
    auto* pages = table(*page, QStringLiteral("Pages of the picked hour"));
    pages->setCurrentIndex(pages->model()->index(1, 1));
    choose(*pages, QStringLiteral("Only this page"));
    QCOMPARE(filter.size(), 1);
    const auto wanted = filter[0][0].value<Filter>();
    QCOMPARE(wanted[FilterField::page], (std::vector<std::string>{"/a"}));
    QCOMPARE(wanted[FilterField::user], (std::vector<std::string>{"kept"}));
  }

  void the_time_in_view_can_become_the_slice() {
    const auto page = shown(make_visitors_page, test::all_reports());
    auto* only_time = button<QToolButton>(*page, QStringLiteral("Only this time"));
    QVERIFY(!only_time->isVisible());
    auto* line = page->findChild<HourlyChart*>();
    line->xAxis->setRange(1736121600 + 1800, 1736121600 + 10 * 3600 + 1800);
    QVERIFY(only_time->isVisible());
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    QTest::mouseClick(only_time, Qt::LeftButton);
    QCOMPARE(filter.size(), 1);
    const auto wanted = filter[0][0].value<Filter>();
    QCOMPARE(*wanted.from->instant, std::int64_t{1736121600 + 3600});
    QCOMPARE(*wanted.to->instant, std::int64_t{1736121600 + 11 * 3600});
    QVERIFY(!only_time->isVisible());
  }

  void the_busiest_hour_of_several_years_has_its_year() {
    auto reports = std::make_shared<ReportSet>(*test::all_reports());
    std::vector<std::uint32_t> visitors(400 * 24, 3);
    visitors[380 * 24 + 9] = 70;
    reports->put(test::hours_report(visitors));
    const auto page = shown(make_visitors_page, reports);
    QVERIFY(says(*page, QStringLiteral("Wed Jan 21 2026, 09:00")));
    QCOMPARE(page->findChild<QTabBar*>()->tabText(2),
             QStringLiteral("Pages in Wed Jan 21 2026, 09:00"));
  }

  void a_time_chosen_in_any_chart_asks_for_a_slice() {
    auto reports = std::make_shared<ReportSet>(*test::all_reports());
    reports->filter[FilterField::user] = {"kept"};
    for (const MakePage make : {make_visitors_page, make_customers_page, make_requests_page}) {
      const auto page = shown(make, reports);
      for (auto* chart : page->findChildren<TimePlot*>()) {
        QSignalSpy filter(page.get(), &ReportPage::filter_requested);
        const TimeBound from{86400, {}}, to{2 * 86400, {}};
        emit chart->time_chosen(from, to);
        QCOMPARE(filter.size(), 1);
        const auto wanted = filter[0][0].value<Filter>();
        QVERIFY(wanted.from == from && wanted.to == to);
        QCOMPARE(wanted[FilterField::user], (std::vector<std::string>{"kept"}));
      }
    }
  }

  void rankings_have_the_digits_that_tell_rows_apart() {
    auto reports = std::make_shared<ReportSet>(*test::all_reports());
    auto report = test::campaign_report(10);
    for (std::size_t i = 0; i < 10; ++i) {
      auto& campaign = report->campaigns[i];
      campaign.impressions = 10'000'000;
      campaign.clicks = 250'040 - i * 9;
      campaign.conversions =
          DecimalSum(Decimal::kOne * static_cast<Int128>(1'000'000 + i * 40'000));
      campaign.spend = DecimalSum(Decimal::kOne * 4321);
    }
    rank_campaigns(*report);
    reports->put(report);
    const auto page = shown(make_campaigns_page, reports);
    for (auto* chart : page->findChildren<HorizontalBars*>()) {
      QStringList labels;
      for (const auto& row : chart->rows()) {
        labels += row.label;
        QVERIFY2(row.readout.contains(row.label.section(QLatin1Char(' '), 0, 0)),
                 qPrintable(row.readout));
        QVERIFY2(!row.readout.endsWith(QStringLiteral(": 0.00")), qPrintable(row.readout));
      }
      QCOMPARE(labels.removeDuplicates(), 0);
      QVERIFY2(!labels.contains(QStringLiteral("0.00")), qPrintable(labels.join(", ")));
    }
  }

  // Every page's "Save chart": all charts in view, and a heading that says what they show.
  void saved_charts_say_what_they_show() {
    auto reports = std::make_shared<ReportSet>(*test::all_reports());
    for (LoadReport& load : reports->load)
      load.sources = {{"/data/pageviews.csv", "CSV", {}, 0}, {"/data/more.csv", "CSV", {}, 0}};
    reports->filter.from = TimeBound{1736121600, {}};
    reports->filter[FilterField::page] = {"/only"};
    QTemporaryDir folder;
    const auto saved = [&](ReportPage& page) {
      const QString path = folder.filePath(QStringLiteral("chart.svg"));
      QFile::remove(path);
      QTimer::singleShot(0, &page, [path] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
      });
      page.take_picture(PictureTo::file);
      QFile file(path);
      return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    for (const MakePage make : kPages) {
      const auto page = shown(make, reports);
      for (auto* choice : page->findChildren<QToolButton*>())
        if (choice->text() == QStringLiteral("Both")) QTest::mouseClick(choice, Qt::LeftButton);
      const QString picture = saved(*page);
      QVERIFY2(picture.contains(QStringLiteral("Source: pageviews.csv, more.csv")),
               qPrintable(page->accessibleName()));
      QCOMPARE(picture.contains(QStringLiteral("from Jan 6, 2025")), make != make_activity_page);
      QCOMPARE(picture.contains(QStringLiteral("/only")),
               make == make_visitors_page || make == make_requests_page);
      for (const auto* chart : page->findChildren<PlotBase*>())
        QVERIFY2(!chart->isVisible() || picture.contains(chart->caption().left(20)),
                 qPrintable(chart->caption()));
    }
  }

  void text_filter_narrows_the_table() {
    const auto page = shown(make_campaigns_page, test::all_reports());
    auto* all = table(*page, QStringLiteral("All campaigns"));
    QCOMPARE(all->model()->rowCount(), 12);
    QTest::keyClicks(page->find_field(), QStringLiteral("c01"));
    QTRY_COMPARE(all->model()->rowCount(), 2);
    QCOMPARE(page->current_table()->rows(), std::size_t{12});
  }

  void totals_are_those_of_the_rows_shown() {
    const auto page = shown(make_campaigns_page, test::all_reports());
    auto* totals = page->findChild<TotalsRow*>();
    const auto cells = [&] {
      QStringList texts;
      for (int column = 0; column < 7; ++column) texts << totals->text(column);
      return texts.join(QLatin1Char('|'));
    };
    QVERIFY(totals->isVisible());
    QCOMPARE(cells(), QStringLiteral("Total of 12|1,200,000|59,934|1,200.00|165|4.99|7.27"));
    QVERIFY(totals->accessibleDescription().contains(QStringLiteral("clicks: 59,934")));
    QTest::keyClicks(page->find_field(), QStringLiteral("c01"));
    QTRY_COMPARE(cells(),
                 QStringLiteral("Total of the 2 shown|200,000|9,979|200.00|20|4.99|10.00"));
    QCOMPARE(page->front_table().table->rows(), std::size_t{2});  // no part of what is exported
    auto* all = table(*page, QStringLiteral("All campaigns"));
    const QFontMetrics bold(totals_font(all->font()));
    page->find_field()->clear();
    QTRY_COMPARE(totals->text(0), QStringLiteral("Total of 12"));
    for (int column = 1; column < 7; ++column)  // whole
      QVERIFY(all->columnWidth(column) >= bold.horizontalAdvance(totals->text(column)) + 16);
    page->find_field()->setText(QStringLiteral("nobody"));
    QTRY_VERIFY(!totals->isVisible());
    page->findChild<QTabBar*>()->setCurrentIndex(2);
    QCOMPARE(cells(), QStringLiteral("Total of 10|1,000,000|49,945|1,000.00|155|4.99|6.45"));
    // It stands below its column, wherever that is scrolled to.
    auto* cpa = table(*page, QStringLiteral("Lowest cost per conversion"));
    page->resize(420, 700);
    QTRY_VERIFY(cpa->horizontalScrollBar()->maximum() > 0);
    const QImage left = totals->grab().toImage();
    cpa->horizontalScrollBar()->setValue(cpa->horizontalScrollBar()->maximum());
    QVERIFY(totals->grab().toImage() != left);
    page->show_reports(nullptr);
    QVERIFY(!totals->isVisible());
  }

  void small_campaigns_are_left_out_where_that_is_wanted() {
    auto set = std::make_shared<ReportSet>(*test::all_reports());
    auto report = test::campaign_report(12);
    report->campaigns[0].impressions = 9;  // a rate of nobody's concern
    report->campaigns[0].clicks = 9;
    rank_campaigns(*report);
    set->put(report);
    const auto page = shown(make_campaigns_page, set);
    auto* all = table(*page, QStringLiteral("All campaigns"));
    auto* chip = page->findChild<LeastChip*>();
    const HorizontalBars* ctr = ranking(*page, QStringLiteral("Highest click-through rate"));
    QCOMPARE(ctr->rows()[0].name, QStringLiteral("c000"));
    QVERIFY(!chip->clear_button()->isVisible() && chip->look() == FilterChip::Look::plain);
    QVERIFY(!says(*page, QStringLiteral("Left out")));

    QSignalSpy changed(page.get(), &ReportPage::choices_changed);
    QTest::mouseClick(chip->open_button(), Qt::LeftButton);
    auto boxes = chip->findChildren<QSpinBox*>();
    QCOMPARE(boxes.size(), 2);
    QTRY_VERIFY(boxes[0]->isVisible());
    QCOMPARE(boxes[0]->text(), QStringLiteral("off"));
    QTest::keyClicks(boxes[0], QStringLiteral("1000"));
    QTest::keyClick(boxes[0], Qt::Key_Return);
    boxes[0]->window()->close();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(page->choices(), (PageChoices{{"least_impressions", "1000"}}));
    QCOMPARE(ctr->rows()[0].name, QStringLiteral("c001"));
    QCOMPARE(all->model()->rowCount(), 11);
    QVERIFY(chip->look() == FilterChip::Look::active && chip->clear_button()->isVisible());
    QCOMPARE(chip->open_button()->text(), QStringLiteral("≥ 1,000 impressions"));
    QVERIFY(ctr->caption().contains(QStringLiteral("≥ 1,000 impressions")));
    QVERIFY(says(*page, QStringLiteral("Left out of charts and tables: 1 of 12 campaigns, with "
                                       "fewer than 1,000 impressions.")));
    QVERIFY(page->findChild<TotalsRow*>()->text(0) == QStringLiteral("Total of 11"));

    // Many are chosen on a thread.
    auto many = std::make_shared<ReportSet>(*test::all_reports());
    auto large = test::campaign_report(4900);
    for (std::size_t i = 0; i < 4890; ++i) large->campaigns[i].impressions = 999;
    rank_campaigns(*large);
    many->put(large);
    page->show_reports(many);
    QTRY_COMPARE(all->model()->rowCount(), 10);
    QVERIFY(says(*page, QStringLiteral("4,890 of 4,900 campaigns")));
    page->set_choices(
        {{"least_impressions", "1000"},
         {"least_conversions", "4905"}});  // c4895 has as many conversions; the last has none
    QTRY_COMPARE(all->model()->rowCount(), 4);
    QCOMPARE(changed.size(), 1);
    QTest::mouseClick(chip->clear_button(), Qt::LeftButton);
    QCOMPARE(changed.size(), 2);
    QTRY_COMPARE(all->model()->rowCount(), 4900);
    QVERIFY(page->choices().empty());
    page->set_choices({{"least_impressions", "few"}});
    QVERIFY(page->choices().empty());
    QVERIFY(!says(*page, QStringLiteral("Left out")));
  }

  void points_of_campaigns_and_rows_of_the_table_follow_each_other() {
    const auto page = shown(make_campaigns_page, test::all_reports());
    auto* points = page->findChild<CampaignPoints*>();
    auto* all = table(*page, QStringLiteral("All campaigns"));
    QVERIFY(!points->isVisible());
    QTest::mouseClick(button<QToolButton>(*page, QStringLiteral("CTR and CPA")), Qt::LeftButton);
    QVERIFY(points->isVisible() && !page->findChild<HorizontalBars*>()->isVisible());
    QCOMPARE(points->points().size(), std::size_t{11});  // the last has no conversions
    QCOMPARE(points->points()[4].cpa, 100.0 / 14);
    QCOMPARE(points->points()[4].ctr, 4.996);
    page->findChild<QTabBar*>()->setCurrentIndex(1);
    emit points->point_picked(4);
    QCOMPARE(page->findChild<QTabBar*>()->currentIndex(), 0);
    QCOMPARE(all->current_key(), std::string("c004"));
    all->setCurrentIndex(all->model()->index(7, 0));
    QCOMPARE(points->points()[static_cast<std::size_t>(points->picked())].name,
             QString::fromStdString(all->current_key()));
    page->show_reports(test::all_reports());
    QCOMPARE(points->points()[static_cast<std::size_t>(points->picked())].name,
             QString::fromStdString(all->current_key()));
    QMenu menu;
    emit points->menu_requested(&menu, 4);
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    menu.actions().first()->trigger();
    QCOMPARE(filter[0][0].value<Filter>()[FilterField::campaign],
             (std::vector<std::string>{"c004"}));
    page->set_choices({{"chart", "points"}, {"least_impressions", "100001"}});
    QVERIFY(points->points().empty());
  }

  void selected_campaigns_are_shown_over_time() {
    const auto page = shown(make_campaigns_page, test::all_reports());
    auto* lines = page->findChild<CampaignLines*>();
    auto* all = table(*page, QStringLiteral("All campaigns"));
    std::vector<std::vector<std::string>> asked;
    connect(page.get(), &ReportPage::campaign_days_requested, page.get(),
            [&](const std::vector<std::string>& names) { asked.push_back(names); });
    QTest::mouseClick(button<QToolButton>(*page, QStringLiteral("Over time")), Qt::LeftButton);
    QVERIFY(lines->isVisible());
    using Asked = std::vector<std::vector<std::string>>;
    QCOMPARE(asked, (Asked{{}}));
    const auto day = test::campaign_days({{"2025-01-06", 7}, {"2025-01-07", 9}});
    page->show_campaign_days({{day}, CauseGap::none});
    QVERIFY(lines->caption().startsWith(QStringLiteral("CTR (%) · all campaigns together")));
    QCOMPARE(lines->values(0).size(), std::size_t{2});
    all->selectRow(3);
    QCOMPARE(asked.back(), (std::vector<std::string>{"c003"}));
    page->show_campaign_days({{day}, CauseGap::none});
    QCOMPARE(lines->caption(), QStringLiteral("CTR (%)"));
    all->selectAll();
    QCOMPARE(asked.back().size(), CampaignLines::kMostLines);
    page->show_campaign_days({CampaignDays(6, day), CauseGap::none});
    QVERIFY(lines->caption().endsWith(QStringLiteral("the first 6 of 12 selected rows")));
    const std::size_t before = asked.size();
    auto* measure = page->findChild<QComboBox*>();
    measure->setCurrentIndex(3);
    emit measure->activated(3);
    QCOMPARE(asked.size(), before + 1);
    page->show_campaign_days({CampaignDays(6, day), CauseGap::none});
    QVERIFY(lines->caption().startsWith(QStringLiteral("clicks")));
    QCOMPARE(lines->values(5)[1].second, 9.0);
    page->show_campaign_days({CampaignDays(6, test::campaign_days({})), CauseGap::none});
    QVERIFY(lines->caption().startsWith(QStringLiteral("No row that is shown has a date")));
    page->show_campaign_days({{}, CauseGap::database});
    QVERIFY(lines->caption().startsWith(QStringLiteral("Rows in a database")));
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    emit lines->time_chosen(*parse_time_bound("2025-01-06"), *parse_time_bound("2025-01-07"));
    QVERIFY(filter[0][0].value<Filter>().to == parse_time_bound("2025-01-07"));
  }

  void the_currency_of_spend_is_what_the_files_name() {
    const auto page = shown(make_campaigns_page, nullptr);
    const auto show = [&](const std::vector<std::string>& columns) {
      auto set = std::make_shared<ReportSet>(*test::all_reports());
      for (const std::string& column : columns) {
        SourceCounts source{"/a.csv", "CSV", {}, 0};
        source.rows.counted = 1;
        source.plan = "{\"roles\":{\"spend\":\"" + column + "\"}}";
        set->load[ReportKind::campaign_ranking].sources.push_back(source);
      }
      page->show_reports(set);
      return table(*page, QStringLiteral("All campaigns"))
          ->model()
          ->headerData(3, Qt::Horizontal)
          .toString();
    };
    const QString none = QStringLiteral("spend");
    QCOMPARE(show({"spend"}), none);
    QCOMPARE(show({"Cost (EUR)", "spend [EUR]"}), QStringLiteral("spend (EUR)"));
    QVERIFY(says(*page, QStringLiteral("spend (EUR)")));
    QVERIFY(ranking(*page, QStringLiteral("Lowest cost per conversion"))
                ->caption()
                .contains(QStringLiteral("in EUR")));
    QCOMPARE(show({"Cost (€)"}), QStringLiteral("spend (€)"));
    for (const char* column :
         {"Cost (net)", "Cost (ALL)", "Cost (eur)", "EUR", "Cost EUR", "(", ")"})
      QVERIFY2(show({column}) == none, column);
    QVERIFY(!says(*page, QStringLiteral("currencies")));
    QCOMPARE(show({"Cost (EUR)", "Cost (USD)"}), none);
    QVERIFY(says(*page, QStringLiteral("several currencies for spend (EUR, USD)")));
    QCOMPARE(show({"Cost (EUR)", "Cost"}), none);
    QVERIFY(says(*page, QStringLiteral("Some files say that spend is in EUR")));
  }

  void customer_detail_follows_the_table() {
    const auto page = shown(make_customers_page, test::all_reports());
    QVERIFY(says(*page, QStringLiteral("alice")));  // spends most
    QVERIFY(says(*page, QStringLiteral("XTS")));    // counted without a rate
    auto* customers = table(*page, QStringLiteral("Customers"));
    auto* days = table(*page, QStringLiteral("Days of the selected customer"));
    QCOMPARE(days->model()->rowCount(), 2);
    customers->setCurrentIndex(customers->model()->index(1, 0));
    QVERIFY(says(*page, QStringLiteral("bob")));
    QCOMPARE(days->model()->rowCount(), 1);
    page->show_reports(test::all_reports());
    QVERIFY(says(*page, QStringLiteral("bob")));
  }

  void money_without_a_rate_carries_a_mark_that_leads_to_the_rates() {
    const auto page = shown(make_customers_page, test::all_reports());
    QSignalSpy rates(page.get(), &ReportPage::rates_requested);
    int marks = 0;
    for (auto* mark : page->findChildren<QToolButton*>(QStringLiteral("figure_mark"))) {
      if (!mark->isVisible()) continue;
      QVERIFY(!mark->accessibleName().isEmpty());
      QTest::mouseClick(mark, Qt::LeftButton);
      ++marks;
    }
    QCOMPARE(marks, 4);  // total and mean of all; spend and ticket of the one in detail
    QCOMPARE(rates.size(), 4);
    for (auto* label : page->findChildren<QLabel*>())
      if (label->text().contains(QStringLiteral("<a "))) emit label->linkActivated({});
    QCOMPARE(rates.size(), 5);

    auto set = std::make_shared<ReportSet>(*test::all_reports());
    auto converted = test::customer_report();
    converted->unconverted.clear();
    set->put(converted);
    page->show_reports(set);
    for (auto* mark : page->findChildren<QToolButton*>(QStringLiteral("figure_mark")))
      QVERIFY(!mark->isVisible());
    QVERIFY(!says(*page, QStringLiteral("rates of")));
    page->show_rates(QStringLiteral("rates of Jan 6, 2025"));
    QVERIFY(says(*page, QStringLiteral("total spend (USD, rates of Jan 6, 2025)")));
    QVERIFY(says(*page, QStringLiteral("average ticket (USD, rates of Jan 6, 2025)")));
  }

  void what_a_search_cannot_do_is_said_until_it_changes() {
    auto set = std::make_shared<ReportSet>(*test::all_reports());
    auto report = test::customer_report();
    std::vector<std::string> names = {"C"};  // the search finds it, a condition would not
    for (int i = 0; i < 10'000; ++i) names.push_back("c" + std::to_string(100'000 + i));
    report->names = test::texts(names);
    for (std::size_t i = 2; i < names.size(); ++i) {  // beside the two there are
      const auto name = static_cast<TextId>(i);
      report->customers.push_back({name, 0, 1, 1, 1, 1736300000, report->days.size()});
      report->days.push_back({20094, name, 1});
      for (auto* amounts : {&report->spend, &report->average_ticket, &report->day_spend})
        amounts->append(test::units(0));
    }
    set->put(report);
    const auto page = shown(make_customers_page, set);
    const QString own = QStringLiteral("Without a rate, counted as USD: XTS.");
    QVERIFY(says(*page, own));
    auto* panel = page->findChild<TablePanel*>();
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    panel->find_field()->setText(QStringLiteral("c"));
    auto* only = button<QToolButton>(*panel, QStringLiteral("Only these"));
    QTRY_VERIFY(only->isVisible());
    QTest::mouseClick(only, Qt::LeftButton);
    QTRY_VERIFY(
        says(*page, QStringLiteral("The search shows 10,001 names; a filter lists 10,000")));
    QVERIFY(!says(*page, own));
    QCOMPARE(filter.size(), 0);
    panel->find_field()->setText(QStringLiteral("c1"));
    QVERIFY(says(*page, own));
    QVERIFY(!says(*page, QStringLiteral("The search shows")));
  }

  void a_customer_nobody_chose_gives_way_to_the_first() {
    const auto page = shown(make_customers_page, test::all_reports());
    auto* customers = table(*page, QStringLiteral("Customers"));
    QCOMPARE(customers->current_key(), std::string("alice"));
    auto other = std::make_shared<ReportSet>(*test::all_reports());
    auto report = test::customer_report();
    report->spend = AmountColumn();
    for (const std::int64_t spend : {4000, 1234567891}) report->spend.append(test::units(spend));
    other->put(report);
    page->show_reports(other);
    QCOMPARE(customers->current_key(), std::string("bob"));
    QVERIFY(says(*page, QStringLiteral("bob")));
    customers->setCurrentIndex(customers->model()->index(1, 0));
    page->show_reports(test::all_reports());
    QCOMPARE(customers->current_key(), std::string("alice"));  // chosen above, now the first
    page->show_reports(other);
    QCOMPARE(customers->current_key(), std::string("alice"));
  }

  void what_can_be_pressed_looks_so() {
    using Button = std::pair<MakePage, const char*>;
    for (const auto& [make, name] :
         {Button{make_customers_page, "Rates…"}, Button{make_visitors_page, "Only this time"}}) {
      const auto page = shown(make, test::all_reports());
      QVERIFY2(!button<QToolButton>(*page, QString::fromUtf8(name))->autoRaise(), name);
    }
  }

  void no_ticket_has_no_average() {
    const auto page = shown(make_customers_page, test::all_reports());
    auto* customers = table(*page, QStringLiteral("Customers"));
    QCOMPARE(customers->model()->index(0, 3).data().toString(), QStringLiteral("617.28"));
    QCOMPARE(customers->model()->index(1, 3).data().toString(), QStringLiteral("–"));
    customers->setCurrentIndex(customers->model()->index(1, 0));
    QVERIFY(says(*page, QStringLiteral("–")));
  }

  void columns_are_for_those_who_ask() {
    const auto page = shown(make_customers_page, test::all_reports());
    auto* customers = table(*page, QStringLiteral("Customers"));
    QTRY_COMPARE(customers->model()->rowCount(), 2);
    for (const int column : {4, 5, 7}) QVERIFY(customers->isColumnHidden(column));
    QCOMPARE(page->front_table().table->columns().size(), std::size_t{5});
    QCOMPARE(customers->model()->index(0, 6).data().toString(),
             QStringLiteral("Jan 6, 2025 21:46:40"));  // 1736200000
    QVERIFY(page->choices().empty());
    QSignalSpy chosen(page.get(), &ReportPage::choices_changed);
    page->choose_columns();
    QMenu* menu = customers->findChildren<QMenu*>().last();
    for (QAction* action : menu->actions())
      if (action->text() == QStringLiteral("active days") ||
          action->text() == QStringLiteral("events"))
        action->trigger();
    menu->close();
    QCOMPARE(chosen.size(), 2);
    QVERIFY(!customers->isColumnHidden(4) && customers->isColumnHidden(1));
    const PageChoices kept = {{"columns customers", "+active_days -total_events"}};
    QCOMPARE(page->choices(), kept);
    page->choose_columns();
    menu = customers->findChildren<QMenu*>().last();
    for (QAction* action : menu->actions())
      if (action->text() == QStringLiteral("active days")) action->trigger();
    menu->close();
    QCOMPARE(page->choices(), (PageChoices{{"columns customers", "-total_events"}}));
    page->set_choices({});
    QVERIFY(customers->isColumnHidden(4) && !customers->isColumnHidden(1));
    // Before there is a table, too.
    const std::unique_ptr<ReportPage> early(make_customers_page(nullptr));
    early->set_choices(kept);
    early->show_reports(test::all_reports());
    auto* view = table(*early, QStringLiteral("Customers"));
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QVERIFY(!view->isColumnHidden(4) && view->isColumnHidden(1) && view->isColumnHidden(7));
    QCOMPARE(early->choices(), kept);
  }

  void spend_over_time_of_all_or_of_the_selected() {
    const auto page = shown(make_customers_page, test::all_reports(), {1200, 700});
    auto* chart = chart_of<DayChart>(*page, QStringLiteral("Spend over time"));
    auto* days = table(*page, QStringLiteral("Days"));
    QTRY_COMPARE(days->model()->rowCount(), 3);
    QVERIFY(chart->caption().startsWith(QStringLiteral("All customers · Spend per day (USD)")));
    const auto pixel = [&](Day day) {
      return QPoint(static_cast<int>(chart->xAxis->coordToPixel(day * 86400.0)),
                    chart->axisRect()->bottom() - 2);
    };
    QTest::mouseMove(chart, pixel(20094));
    QTRY_COMPARE(chart->readout(),
                 QStringLiteral("Mon Jan 6 2025\n1,000.00 USD\n3 events\n1 customers"));
    QTest::mouseClick(chart, Qt::LeftButton, {}, pixel(20095));
    QCOMPARE(page->findChild<QTabBar*>()->currentIndex(), 1);
    QCOMPARE(days->current_row(), std::optional<std::size_t>(1));
    QCOMPARE(days->model()->index(1, 0).data().toString(), QStringLiteral("Tue Jan 7 2025"));
    page->find_field()->setText(QStringLiteral("jan 8"));
    QTRY_COMPARE(days->model()->rowCount(), 1);
    page->find_field()->clear();

    QTest::mouseClick(button<QToolButton>(*page, QStringLiteral("Selected")), Qt::LeftButton);
    QTRY_VERIFY(chart->caption().startsWith(QStringLiteral("alice · ")));
    QTRY_COMPARE(days->model()->rowCount(), 2);
    table(*page, QStringLiteral("Customers"))->selectAll();
    QTRY_VERIFY(chart->caption().startsWith(QStringLiteral("2 customers · ")));
    QTRY_COMPARE(days->model()->rowCount(), 3);
    page->show_reports(test::all_reports());
    QTRY_VERIFY(!chart->caption().startsWith(QStringLiteral("2 customers · ")));
    QMenu menu;
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    emit chart->menu_requested(&menu, 20095);
    menu.actions().front()->trigger();
    QCOMPARE(filter.size(), 1);
    QCOMPARE(filter[0][0].value<Filter>().from->civil, std::int64_t{20095} * 86400);
    // Where the page is narrow there is no room for the detail.
    auto* detail = table(*page, QStringLiteral("Days of the selected customer"));
    QVERIFY(detail->isVisible());
    page->resize(800, 600);
    QVERIFY(!detail->isVisible());
  }

  void spend_is_spread_and_tickets_have_sizes() {
    auto set = std::make_shared<ReportSet>(*test::all_reports());
    auto report = test::customer_report();
    report->names = test::texts({"alice", "bob", "carl", "dora"});
    for (const std::int64_t spend : {0, -45'200'000}) {
      const auto name = static_cast<TextId>(report->customers.size());
      report->customers.push_back({name, 0, 1, 1, 1, 1736300000, report->days.size()});
      report->days.push_back({20100, name, 1});
      report->spend.append(test::units(spend));
      report->day_spend.append(test::units(spend));
      report->average_ticket.append(test::units(spend == 0 ? 30'000'000 : 0));
    }
    set->put(report);
    const auto page = shown(make_customers_page, set, {1200, 700});
    QSignalSpy chosen(page.get(), &ReportPage::choices_changed);
    QTest::mouseClick(button<QToolButton>(*page, QStringLiteral("Spread")), Qt::LeftButton);
    QVERIFY(!button<QToolButton>(*page, QStringLiteral("Selected"))->isVisible());
    QTRY_VERIFY(
        says(*page,
             QStringLiteral(
                 "The top 10 % of customers (1 of 2) make more than 99.9 % of spend. 1 customers "
                 "without "
                 "spend are left out. 1 customers with spend below 0 (-45.20 USD) are left out.")));
    auto* spread = table(*page, QStringLiteral("Spread"));
    QTRY_COMPARE(spread->model()->rowCount(), 12);
    QCOMPARE(spread->model()->index(2, 0).data().toString(), QStringLiteral("10.00"));
    QTest::mouseClick(button<QToolButton>(*page, QStringLiteral("Tickets")), Qt::LeftButton);
    QTRY_VERIFY(
        says(*page, QStringLiteral("2 have one, half of them up to 30.00 USD. 2 have none.")));
    // Half are at most 30, and the other is far above.
    auto* tickets = table(*page, QStringLiteral("Tickets"));
    QTRY_VERIFY(tickets->model()->rowCount() > 1);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(page->choices(), (PageChoices{{"chart", "tickets"}}));
    page->set_choices({{"chart", "spread"}, {"measure", "events"}});
    QCOMPARE(page->choices(), (PageChoices{{"chart", "spread"}, {"measure", "events"}}));
    auto* chart = page->findChild<TicketChart*>();
    emit chart->bar_picked(0);
    page->show_reports(nullptr);
    for (const auto* days : page->findChildren<DayChart*>()) QVERIFY(days->caption().isEmpty());
  }

  void the_table_in_front_says_what_it_holds() {
    const auto page = shown(make_visitors_page, test::all_reports());
    QCOMPARE(page->front_table().stem, QStringLiteral("hourly_totals"));
    page->findChild<QTabBar*>()->setCurrentIndex(2);
    QCOMPARE(page->front_table().stem, QStringLiteral("pages_2025-01-19_14"));
    QTest::keyClicks(page->find_field(), QStringLiteral("/a"));
    QTest::keyClick(page->find_field(), Qt::Key_Return);
    QCOMPARE(page->front_table().stem, QStringLiteral("pages_2025-01-19_14_a"));
    QCOMPARE(page->front_table().table->rows(), std::size_t{1});
    QCOMPARE(page->front_table().table->columns().size(), std::size_t{2});
  }

  void rankings_change_length_and_lead_to_the_table() {
    const auto page = shown(make_campaigns_page, test::all_reports());
    HorizontalBars *ctr = nullptr, *cpa = nullptr;
    for (auto* chart : page->findChildren<HorizontalBars*>())
      (chart->accessibleName() == QStringLiteral("Lowest cost per conversion") ? cpa : ctr) = chart;
    QVERIFY(ctr && cpa);
    QCOMPARE(ctr->rows().size(), std::size_t{10});
    QCOMPARE(ctr->rows()[0].label, QStringLiteral("5.000 %"));  // before 4.999 %
    QSignalSpy top(page.get(), &ReportPage::top_changed);
    page->findChild<QSpinBox*>()->setValue(3);
    QCOMPARE(top.size(), 1);
    auto shorter = std::make_shared<ReportSet>(*test::all_reports());
    shorter->put(test::campaign_report(12, 3));
    page->show_reports(shorter);
    QCOMPARE(ctr->rows().size(), std::size_t{3});
    QCOMPARE(top.size(), 1);
    emit cpa->row_picked(2);
    QCOMPARE(page->findChild<QTabBar*>()->currentIndex(), 2);
    QCOMPARE(page->current_table()->name(), std::string("top3_cpa"));
    QCOMPARE(table(*page, QStringLiteral("Lowest cost per conversion"))->current_row(),
             std::optional<std::size_t>(2));
  }

  void requests_say_their_figures() {
    const auto page = shown(make_requests_page, test::all_reports());
    QVERIFY(says(*page, QStringLiteral("5,640")));  // requests
    QVERIFY(says(*page, QStringLiteral("7.0\u00A0GB")));
    QVERIFY(says(*page, QStringLiteral("2.4 %")));  // 136 errors
    QVERIFY(says(*page, QStringLiteral("Mon Jan 6, 05:00")));
    QVERIFY(says(*page, QStringLiteral("busiest hour · 900 requests")));
    auto* hours = table(*page, QStringLiteral("Hours"));
    QCOMPARE(hours->model()->index(0, 2).data().toString(), QStringLiteral("1.0\u00A0MB"));
    QCOMPARE(hours->report_model()->plain_cell(0, 2), std::string("1000000"));
    QCOMPARE(page->front_table().stem, QStringLiteral("hourly_requests"));
  }

  void busiest_hours_are_marked_apart() {
    for (const QSize size : {QSize(1000, 700), QSize(600, 400), QSize(1800, 1000)}) {
      const auto page = shown(make_requests_page, test::all_reports(), size);
      auto* chart = page->findChild<RequestChart*>();
      chart->replot();
      const auto& marks = chart->marks();
      QVERIFY(marks.size() >= 3);
      QCOMPARE(marks[0].text, QStringLiteral("Jan 6 05:00  900 requests"));
      QCOMPARE(marks[1].text, QStringLiteral("Jan 6 09:00  7.0\u00A0GB"));
      QCOMPARE(marks[2].text, QStringLiteral("Jan 6 20:00  42 errors"));
      for (std::size_t i = 0; i < marks.size(); ++i) {
        QVERIFY(QRectF(chart->axisRect()->rect()).contains(marks[i].label));
        QVERIFY(marks[i].label.bottom() <= marks[i].dot.y());
        for (std::size_t j = 0; j < i; ++j) QVERIFY(!marks[i].label.intersects(marks[j].label));
      }
    }
    // One label where they are the same.
    auto reports = std::make_shared<ReportSet>(*test::all_reports());
    auto one = test::requests_report(6);
    one->hours[5].totals.bytes = 5'000'000;
    one->hours[5].totals.answers[3] = 10;
    reports->put(one);
    const auto page = shown(make_requests_page, reports);
    auto* chart = page->findChild<RequestChart*>();
    chart->replot();
    QCOMPARE(chart->marks()[0].text,
             QStringLiteral("Jan 6 05:00  910 requests · 5.0\u00A0MB · 12 errors"));
  }

  void a_year_of_requests_has_bars_of_days() {
    auto reports = std::make_shared<ReportSet>(*test::all_reports());
    reports->put(test::requests_report(1000 * 24));
    const auto page = shown(make_requests_page, reports);
    auto* chart = page->findChild<RequestChart*>();
    QVERIFY2(chart->caption().startsWith(QStringLiteral("Requests per week")),
             qPrintable(chart->caption()));
    chart->xAxis->setRange(1736121600, 1736121600 + 86400 * 100);
    QVERIFY(chart->caption().startsWith(QStringLiteral("Requests per day")));
    QCOMPARE(chart->hours_of(0), (std::pair<std::size_t, std::size_t>(0, 24)));
    chart->xAxis->setRange(1736121600, 1736121600 + 86400);
    QVERIFY(chart->caption().startsWith(QStringLiteral("Requests per hour")));
  }

  void an_hour_of_requests_can_be_picked_and_a_page_kept() {
    const auto page = shown(make_requests_page, test::all_reports());
    auto* chart = page->findChild<RequestChart*>();
    auto* hours = table(*page, QStringLiteral("Hours"));
    auto* tabs = page->findChild<QTabBar*>();
    tabs->setCurrentIndex(1);
    const QPoint bar(static_cast<int>(chart->xAxis->coordToPixel(1736121600 + 9.5 * 3600)),
                     chart->axisRect()->bottom() - 4);
    QTest::mouseClick(chart, Qt::LeftButton, {}, bar);
    QCOMPARE(tabs->currentIndex(), 0);
    QCOMPARE(hours->current_row(), std::optional<std::size_t>(9));
    QTest::mouseMove(chart, bar + QPoint(1, 0));
    QTRY_VERIFY2(chart->readout().contains(QStringLiteral("2xx 90")), qPrintable(chart->readout()));
    tabs->setCurrentIndex(1);
    auto* pages = table(*page, QStringLiteral("Pages"));
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    pages->setCurrentIndex(pages->model()->index(1, 0));
    choose(*pages, QStringLiteral("Only this page"));
    QCOMPARE(filter.size(), 1);
    QCOMPARE(filter[0][0].value<Filter>()[FilterField::page], (std::vector<std::string>{"/a"}));
    // The time in view.
    chart->xAxis->setRange(1736121600, 1736121600 + 10 * 3600);
    QTest::mouseClick(button<QToolButton>(*page, QStringLiteral("Only this time")), Qt::LeftButton);
    QCOMPARE(filter.size(), 2);
    QCOMPARE(*filter[1][0].value<Filter>().to->instant, std::int64_t{1736121600 + 10 * 3600});
  }

  void a_user_can_be_looked_up() {
    const auto page = shown(make_activity_page, test::all_reports());
    // One field finds users: parts of ids while one types, with Return the user of just this id.
    for (const auto* edit : page->findChildren<QLineEdit*>())
      QVERIFY(edit == page->find_field() || qobject_cast<QSpinBox*>(edit->parent()));
    QLineEdit* field = page->find_field();
    QTest::keyClicks(field, QStringLiteral("u2"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(
        says(*page, QStringLiteral("u2: 3 clicks · 2 views · 1 purchases · purchase value 7.00")));
    QCOMPARE(table(*page, QStringLiteral("Users"))->current_row(), std::optional<std::size_t>(1));
    field->setText(QStringLiteral("u"));
    QVERIFY(!says(*page, QStringLiteral("u2: 3")));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!says(*page, QStringLiteral("purchase value 7.00")));  // of several nobody is meant
    field->setText(QStringLiteral("nobody"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(says(*page, QStringLiteral("No rows match")));
    const auto* chart = chart_of<HorizontalBars>(*page, QStringLiteral("Users with most events"));
    QTRY_COMPARE(chart->rows().size(), std::size_t{3});
    QCOMPARE(chart->rows()[0].name, QStringLiteral("u1"));
  }

  void users_are_ranked_by_any_measure() {
    auto set = std::make_shared<ReportSet>(*test::all_reports());
    auto report = test::activity_report();
    report->users[1].purchases = 6;
    report->users[2].value = DecimalSum(-Decimal::kOne / 2);
    set->put(report);
    const auto page = shown(make_activity_page, set);
    auto* chart = chart_of<HorizontalBars>(*page, QStringLiteral("Users with most events"));
    auto* ranked = table(*page, QStringLiteral("Users with most events"));
    QTRY_COMPARE(chart->rows().size(), std::size_t{3});
    QCOMPARE(chart->rows()[0].values, (std::vector<double>{40, 20, 5}));
    QCOMPARE(chart->rows()[0].label, QStringLiteral("65"));
    QVERIFY(page->choices().empty());
    QSignalSpy chosen(page.get(), &ReportPage::choices_changed);

    QTest::mouseClick(button<QToolButton>(*page, QStringLiteral("Purchases")), Qt::LeftButton);
    QTRY_COMPARE(chart->rows()[0].name, QStringLiteral("u2"));
    QCOMPARE(chart->rows()[0].values, (std::vector<double>{6}));
    QTRY_COMPARE(ranked->model()->index(0, 0).data().toString(), QStringLiteral("u2"));
    auto* top = page->findChild<QSpinBox*>();
    top->selectAll();
    QTest::keyClicks(top, QStringLiteral("2"));
    QTest::keyClick(top, Qt::Key_Return);
    QTRY_COMPARE(chart->rows().size(), std::size_t{2});
    QTRY_COMPARE(ranked->model()->rowCount(), 2);
    QCOMPARE(chosen.size(), 2);
    const PageChoices kept = {{"measure", "purchase"}, {"top", "2"}};
    QCOMPARE(page->choices(), kept);
    auto* tabs = page->findChild<QTabBar*>();
    tabs->setCurrentIndex(1);
    QCOMPARE(tabs->tabText(1), QStringLiteral("Top 2"));
    QCOMPARE(page->current_table()->name(), std::string("top_users"));

    // A bar below zero has its label alone.
    page->set_choices({{"measure", "total_value"}, {"top", "nonsense"}});
    QTRY_COMPARE(chart->rows().size(), std::size_t{3});
    QCOMPARE(chart->rows()[2].name, QStringLiteral("u3"));
    QCOMPARE(chart->rows()[2].values, (std::vector<double>{0}));
    QCOMPARE(chart->rows()[2].label, QStringLiteral("-0.50"));
    QCOMPARE(page->choices(), (PageChoices{{"measure", "total_value"}}));
    page->set_choices(kept);
    QTRY_COMPARE(chart->rows().size(), std::size_t{2});
    QCOMPARE(page->choices(), kept);
    QCOMPARE(chosen.size(), 3);  // the user's own choices alone: two and the tab

    emit chart->row_picked(1);
    QVERIFY(says(*page, QStringLiteral("u1: 40 clicks · 20 views · 5 purchases")));
    QCOMPARE(ranked->current_row(), std::optional<std::size_t>(1));
    QMenu menu;
    QSignalSpy filter(page.get(), &ReportPage::filter_requested);
    emit chart->menu_requested(&menu, 0);
    menu.actions().front()->trigger();
    QCOMPARE(filter.size(), 1);
    QCOMPARE(filter[0][0].value<Filter>()[FilterField::user], (std::vector<std::string>{"u2"}));
  }

  void steps_say_how_many_users_are_in_each() {
    auto set = std::make_shared<ReportSet>(*test::all_reports());
    auto report = test::activity_report();
    report->names = test::texts({"u1", "u2", "u3", "u4", "u5"});
    report->users.push_back({3, 0, 2, 1, {}});  // purchased without a click
    report->users.push_back({4, 1, 1, 0, {}});
    set->put(report);
    const auto page = shown(make_activity_page, set);
    auto* chart = chart_of<HorizontalBars>(*page, QStringLiteral("From view to click to purchase"));
    QTRY_COMPARE(chart->rows().size(), std::size_t{4});
    const QStringList labels = {"5", "4 · 80.0 %", "3 · 75.0 %", "2 · 66.7 %"};
    for (qsizetype i = 0; i < labels.size(); ++i)
      QCOMPARE(chart->rows()[static_cast<std::size_t>(i)].label, labels[i]);
    QVERIFY(chart->rows()[3].readout.contains(QStringLiteral("40.0 % of all users")));
    QVERIFY(chart->rows()[3].readout.contains(
        QStringLiteral("1 more have a purchase, but no view or no click")));
    emit chart->row_picked(2);
    auto* steps = table(*page, QStringLiteral("From view to click to purchase"));
    QCOMPARE(page->findChild<QTabBar*>()->currentIndex(), 2);
    QTRY_COMPARE(steps->model()->rowCount(), 5);
    QCOMPARE(steps->model()->index(2, 2).data().toString(), QStringLiteral("75.00"));
    QCOMPARE(steps->model()->index(0, 2).data().toString(), QStringLiteral("–"));
    QCOMPARE(steps->model()->index(4, 0).data().toString(),
             QStringLiteral("a purchase, no view or no click"));
    page->show_reports(nullptr);
    QVERIFY(chart->rows().empty());
  }
};

}  // namespace footfall

using footfall::TestPages;
QTEST_MAIN(TestPages)
#include "test_pages.moc"
