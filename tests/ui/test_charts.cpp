// All charts as they are drawn and moved by hand. Long, for all kinds share what is tried on them,
// and a second program would cost every run of the tests another window's libraries.
#include <qcustomplot.h>

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "tests/support/report_fixtures.h"
#include "ui/charts/campaign_lines.h"
#include "ui/charts/campaign_points.h"
#include "ui/charts/chart_file.h"
#include "ui/charts/day_chart.h"
#include "ui/charts/heatmap_chart.h"
#include "ui/charts/horizontal_bars.h"
#include "ui/charts/hourly_chart.h"
#include "ui/charts/label_digits.h"
#include "ui/charts/label_places.h"
#include "ui/charts/label_rows.h"
#include "ui/charts/spread_chart.h"
#include "ui/charts/ticket_chart.h"
#include "ui/charts/time_text.h"

namespace footfall {
namespace {

constexpr double kJan6 = 1736121600;

QStringList ticks(TimeTicker& ticker, double from, double hours) {
  const QVector<double> at = ticker.ticks({from, from + hours * 3600});
  const QVector<QString> labels = ticker.labels(at);
  return QStringList(labels.begin(), labels.end())
      .replaceInStrings(QStringLiteral("\n"), QStringLiteral("/"));
}

TimeZone zone(const char* name) { return TimeZone::load(name, "zone").value(); }

void show(QWidget& widget, int width = 900, int height = 400) {
  widget.resize(width, height);
  widget.show();
  QVERIFY(QTest::qWaitForWindowExposed(&widget));
  static_cast<QCustomPlot&>(widget).replot(QCustomPlot::rpImmediateRefresh);
}

// Sent directly: a simulated pointer comes after whatever the window system sends.
void move_to(PlotBase& plot, const QPoint& at) {
  QMouseEvent event(QEvent::MouseMove, at, plot.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                    Qt::NoModifier);
  QCoreApplication::sendEvent(&plot, &event);
}

void turn_wheel(PlotBase& plot, const QPoint& at, int delta, Qt::KeyboardModifiers modifiers = {}) {
  QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&plot, &event);
}

void drag(PlotBase& plot, Qt::MouseButton button, const QPoint& from, const QPoint& to) {
  const auto send = [&](QEvent::Type type, const QPoint& at, Qt::MouseButtons held) {
    QMouseEvent event(type, at, plot.mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : button, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&plot, &event);
  };
  send(QEvent::MouseButtonPress, from, button);
  for (int step = 1; step <= 4; ++step)
    send(QEvent::MouseMove, from + (to - from) * step / 4, button);
  send(QEvent::MouseButtonRelease, to, Qt::NoButton);
}

// Right click: the menu opens, and is closed.
void ask_for_menu(PlotBase& plot, const QPoint& at) {
  QTimer::singleShot(0, &plot, [] {
    if (QWidget* menu = QApplication::activePopupWidget()) menu->close();
  });
  QContextMenuEvent event(QContextMenuEvent::Mouse, at, plot.mapToGlobal(at));
  QCoreApplication::sendEvent(&plot, &event);
}

// The small menu at the end of a marked range.
QMenu* open_menu(PlotBase& plot) {
  for (QMenu* menu : plot.findChildren<QMenu*>())
    if (menu->isVisible()) return menu;
  return nullptr;
}

bool choose(QMenu* menu, const QString& text) {
  for (QAction* action : menu->actions())
    if (action->text().remove(QLatin1Char('&')).section(QLatin1Char('\t'), 0, 0) == text) {
      if (!action->isEnabled()) return false;
      action->trigger();
      menu->close();
      return true;
    }
  return false;
}

QVector<QString> axis_labels(const QCPAxis& axis) {
  QVector<double> at;
  QVector<QString> labels;
  axis.ticker()->generate(axis.range(), QLocale(), QLatin1Char('f'), 6, at, nullptr, &labels);
  return labels;
}

QPalette palette_of(const QColor& base, const QColor& text) {
  QPalette palette;
  palette.setColor(QPalette::Base, base);
  palette.setColor(QPalette::Text, text);
  return palette;
}

// Two years and a bit, one hour in three.
std::shared_ptr<HourlyVisitorsReport> several_years() {
  std::vector<std::uint32_t> visitors(800 * 24);
  for (std::uint32_t hour = 0; hour < visitors.size(); hour += 3)
    visitors[hour] = 50 + hour * 7919 % 101;
  visitors[400 * 24 + 9] = 400;
  return test::hours_report(visitors);
}

QPoint pixel(const PlotBase& plot, double x, double y) {
  return QPointF(plot.xAxis->coordToPixel(x), plot.yAxis->coordToPixel(y)).toPoint();
}

}  // namespace

class TestCharts : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void time_ticks_fall_on_natural_hours_and_days() {
    TimeTicker ticker;
    ticker.set_room(8);
    QCOMPARE(ticks(ticker, kJan6 + 1800, 5),
             (QStringList{"01:00/Mon Jan 6", "02:00", "03:00", "04:00", "05:00"}));
    QCOMPARE(
        ticks(ticker, kJan6 + 19 * 3600, 17),
        (QStringList{"21:00/Mon Jan 6", "00:00/Tue Jan 7", "03:00", "06:00", "09:00", "12:00"}));
    QCOMPARE(ticks(ticker, kJan6, 72),
             (QStringList{"00:00/Mon Jan 6", "12:00", "00:00/Tue Jan 7", "12:00", "00:00/Wed Jan 8",
                          "12:00", "00:00/Thu Jan 9"}));
    QCOMPARE(ticks(ticker, kJan6 + 3600, 24 * 6).first(), QStringLiteral("Tue/Jan 7"));
    QCOMPARE(ticks(ticker, kJan6, 24 * 30).first(), QStringLiteral("Mon/Jan 6"));
    QCOMPARE(ticks(ticker, kJan6, 24 * 30).size(), 5);  // Mondays
    QCOMPARE(ticks(ticker, kJan6, 24 * 200),
             (QStringList{"Feb/2025", "Mar", "Apr", "May", "Jun", "Jul"}));
    QCOMPARE(ticks(ticker, kJan6, 24 * 365 * 6).first(), QStringLiteral("2026"));
    ticker.set_days_only(true);
    QCOMPARE(ticks(ticker, kJan6, 30).first(), QStringLiteral("Mon/Jan 6"));
    // Data of several years: the first day of each says which.
    ticker.set_years(true);
    QCOMPARE(ticks(ticker, kJan6, 24 * 3),
             (QStringList{"Mon/Jan 6, 2025", "Tue/Jan 7", "Wed/Jan 8", "Thu/Jan 9"}));
    QCOMPARE(ticks(ticker, kJan6 + 359 * 86400, 24 * 3),
             (QStringList{"Wed/Dec 31, 2025", "Thu/Jan 1, 2026", "Fri/Jan 2", "Sat/Jan 3"}));
    ticker.set_days_only(false);
    QCOMPARE(ticks(ticker, kJan6 + 1800, 3).first(), QStringLiteral("01:00/Mon Jan 6 2025"));
  }

  void ticks_follow_the_zone_through_a_change() {
    TimeTicker ticker(zone("Europe/Berlin"));
    ticker.set_room(12);
    // 2025-03-30: 02:00 does not exist; midnight is 23:00 UTC of the day before.
    const double midnight = 1743289200;
    const QVector<double> at = ticker.ticks({midnight, midnight + 24 * 3600});
    const QVector<QString> labels = ticker.labels(at);
    QCOMPARE(at.first(), midnight);
    QCOMPARE(labels.first(), QStringLiteral("00:00\nSun Mar 30"));
    QCOMPARE(labels.count(QStringLiteral("02:00")), 0);
    QCOMPARE(labels.last(), QStringLiteral("00:00\nMon Mar 31"));
    for (int i = 1; i < at.size(); ++i) QVERIFY(at[i] > at[i - 1]);
  }

  void axis_numbers_have_the_digits_of_their_step() {
    QStringList quarters;
    for (const double tick : {0.0, 0.025, 0.05, 0.075, 0.1}) quarters += step_number(tick, 0.025);
    QCOMPARE(quarters, (QStringList{"0", "0.025", "0.050", "0.075", "0.100"}));
    QCOMPARE(step_number(5e-5, 5e-5), QStringLiteral("0.00005"));
    QCOMPARE(step_number(0.3, 0.1), QStringLiteral("0.3"));
    QCOMPARE(step_number(3, 1), QStringLiteral("3"));
    QCOMPARE(step_number(500, 500), QStringLiteral("500"));
    QCOMPARE(step_number(1500, 500), QStringLiteral("1.5\u202fk"));
    QCOMPARE(step_number(12250, 250), QStringLiteral("12.25\u202fk"));
    QCOMPARE(step_number(2e6, 1e6), QStringLiteral("2\u202fM"));
    QCOMPARE(step_number(-7500, 2500), QStringLiteral("-7.5\u202fk"));
    // On an axis, whatever its size: no two ticks read alike.
    HorizontalBars chart(QStringLiteral("rows"), false);
    show(chart, 900, 240);
    for (double most = 0.00012; most < 2e6; most *= 1.7) {
      chart.set_rows({QStringLiteral("cost")}, {{QStringLiteral("a"), {most}, {}, {}}});
      const QVector<QString> labels = axis_labels(*chart.xAxis);
      QVERIFY(labels.size() >= 2);
      QCOMPARE(QSet<QString>(labels.begin(), labels.end()).size(), labels.size());
    }
  }

  void labels_have_the_digits_that_tell_them_apart() {
    const auto texts = [](std::vector<double> values) { return distinct_numbers(values, 2); };
    QCOMPARE(texts({2.5, 1.25}), (QStringList{"2.50", "1.25"}));
    QCOMPARE(texts({2.5004, 2.5001, 2.4999}), (QStringList{"2.5004", "2.5001", "2.4999"}));
    QCOMPARE(texts({0.0042, 0.0017}), (QStringList{"0.004", "0.002"}));
    QCOMPARE(texts({2.5, 2.5, 2.5}), (QStringList{"2.50", "2.50", "2.50"}));
    QCOMPARE(texts({3, 0.0004}), (QStringList{"3.0000", "0.0004"}));
    QCOMPARE(texts({1234.5, 0}), (QStringList{"1,234.50", "0.00"}));
    QVERIFY(texts({}).isEmpty());
  }

  void peaks_are_the_highest_of_their_neighbours() {
    const std::array<double, 9> values{1, 5, 2, 0, 7, 7, 3, 4, 1};
    QCOMPARE(find_peaks(values, 2), (std::vector<std::size_t>{4, 1}));
    QCOMPARE(find_peaks(values, 1), (std::vector<std::size_t>{4, 1, 7}));
    QVERIFY(find_peaks(std::array<double, 3>{0, 0, 0}, 1).empty());
  }

  void labels_never_overlap_nor_leave_the_plot() {
    const QRectF area(50, 20, 700, 300);
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 200; ++i)
      wishes.push_back({{50.0 + (i * 37) % 700, 60.0 + (i * 91) % 260}, {120, 16}});
    const auto placed = place_peak_labels(wishes, area, 200);
    QVERIFY(placed.size() > 5);
    QCOMPARE(placed.front().wish, std::size_t{0});
    for (std::size_t i = 0; i < placed.size(); ++i) {
      QVERIFY(area.contains(placed[i].rect));
      for (std::size_t j = 0; j < placed.size(); ++j) {
        if (i == j) continue;
        QVERIFY(!placed[i].rect.intersects(placed[j].rect));
        QVERIFY(!placed[i].rect.contains(wishes[placed[j].wish].point));
      }
    }
    QVERIFY(place_peak_labels(wishes, QRectF(0, 0, 50, 50), 5).empty());
    QCOMPARE(place_peak_labels(wishes, area, 3).size(), std::size_t{3});
  }

  // A line that rises to a higher peak beside is not covered while there is another place.
  void labels_leave_the_lines_to_higher_peaks_free() {
    const std::vector<LabelWish> wishes = {{{400, 100}, {120, 16}}, {{370, 200}, {120, 16}}};
    const auto placed = place_peak_labels(wishes, QRectF(0, 0, 800, 400), 2);
    QCOMPARE(placed.size(), std::size_t{2});
    QVERIFY(placed[1].rect.right() < 400);
    QVERIFY(placed[1].rect.bottom() > 180);  // not lifted for it
    // Where there is none it stands there nevertheless.
    const auto narrow = place_peak_labels(wishes, QRectF(330, 0, 470, 400), 2);
    QCOMPARE(narrow.size(), std::size_t{2});
  }

  // Beside a plain search: a label has no place only if none is free, nor by the move of one.
  void labels_make_room_for_later_ones() {
    std::mt19937 random(3);
    std::size_t moved = 0, left_out = 0;
    for (int round = 0; round < 3000; ++round) {
      std::vector<std::vector<QRectF>> candidates(2 + random() % 6);
      for (auto& of_label : candidates)
        for (std::size_t i = 0; i < 1 + random() % 3; ++i)
          of_label.emplace_back(static_cast<double>(random() % 60), 0, 10, 5);
      const auto collide = [](std::size_t, const QRectF& at, std::size_t, const QRectF& bt) {
        return at.intersects(bt);
      };
      const auto place = [&](std::size_t labels, std::size_t moved_for) {
        return place_labels({labels, labels, moved_for,
                             [&](std::size_t label) { return candidates[label]; }, collide});
      };
      for (std::size_t labels = 1; labels <= candidates.size(); ++labels) {
        const auto places = place(labels, labels);
        for (std::size_t a = 0; a < labels; ++a) {
          if (!places[a]) continue;
          QVERIFY(std::ranges::find(candidates[a], *places[a]) != candidates[a].end());
          for (std::size_t b = 0; b < a; ++b)
            QVERIFY(!places[b] || !places[a]->intersects(*places[b]));
        }
        const std::size_t last = labels - 1;
        if (places[last]) {
          if (!place(labels, 0)[last]) ++moved;
          continue;
        }
        ++left_out;
        for (const QRectF& rect : candidates[last])
          for (std::size_t mover = 0; mover < last; ++mover)
            for (const QRectF& to : places[mover] ? candidates[mover] : std::vector<QRectF>()) {
              bool fits = !rect.intersects(to);
              for (std::size_t other = 0; other < last; ++other)
                fits =
                    fits && (other == mover || !places[other] ||
                             !(places[other]->intersects(rect) || places[other]->intersects(to)));
              QVERIFY(!fits);
            }
      }
    }
    QVERIFY(moved > 100 && left_out > 100);
  }

  void labels_in_rows_never_meet() {
    std::mt19937 random(5);
    const auto below = [&](int limit) {
      return static_cast<double>(random() % static_cast<unsigned>(limit));
    };
    std::size_t placed = 0;
    for (int round = 0; round < 2000; ++round) {
      const QRectF area(40, 10, 200 + below(900), 100 + below(400));
      const double height = 15;
      const int rows = 3;
      std::vector<PointLabel> labels;
      for (int i = 0; i < 8; ++i)
        labels.push_back({{20 + below(static_cast<int>(area.width()) + 40),
                           area.top() + rows * (height + 4) + 5 + below(80)},
                          30 + below(150)});
      const auto places = LabelRows(area, height, rows).place(labels, 3);
      QCOMPARE(places.size(), labels.size());
      for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i]) continue;
        ++placed;
        QVERIFY(area.contains(*places[i]));
        QVERIFY(places[i]->bottom() <= labels[i].dot.y());
        QVERIFY(labels[i].dot.x() >= places[i]->left() && labels[i].dot.x() <= places[i]->right());
        for (std::size_t j = 0; j < places.size(); ++j) {
          if (i == j || !places[j]) continue;
          QVERIFY(!places[i]->intersects(*places[j]));
          const double x = labels[j].dot.x();  // of the line down to the other's dot
          QVERIFY(!(x > places[i]->left() && x < places[i]->right() &&
                    places[j]->top() < places[i]->top()));
        }
      }
    }
    QVERIFY(placed > 2000 * 3);
    // Two close to each other and a third beside them: all have a place.
    const auto places = LabelRows({65, 0, 520, 200}, 15, 3)
                            .place({{{119, 90}, 170}, {{162, 90}, 110}, {{281, 90}, 120}}, 3);
    QVERIFY(places[0] && places[1] && places[2]);
  }
  void drawn_peaks_keep_apart_at_any_size_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const int width : {240, 500, 900, 2000})
      for (const int height : {100, 200, 600})
        QTest::addRow("%d x %d", width, height) << width << height;
  }
  void drawn_peaks_keep_apart_at_any_size() {
    QFETCH(int, width);
    QFETCH(int, height);
    HourlyChart chart;
    chart.set_report(test::two_weeks());
    show(chart, width, height);
    const auto& placed = chart.peaks().placed();
    QVERIFY(!placed.empty());
    QCOMPARE(chart.peaks().text(placed.front().wish), QStringLiteral("Jan 19 14:00  1,130"));
    for (std::size_t i = 0; i < placed.size(); ++i) {
      QVERIFY(QRectF(chart.axisRect()->rect()).contains(placed[i].rect));
      for (std::size_t j = i + 1; j < placed.size(); ++j)
        QVERIFY(!placed[i].rect.intersects(placed[j].rect));
    }
  }

  void labelled_peaks_are_the_highest_data() {
    QTest::addColumn<int>("width");
    for (const int width : {1240, 1900, 2500}) QTest::addRow("%d", width) << width;
  }
  // Daily peaks that close to each other that the labels of neighbours do not stand side by side.
  void labelled_peaks_are_the_highest() {
    QFETCH(int, width);
    std::vector<std::uint32_t> visitors;
    std::vector<std::uint32_t> of_days;
    for (std::uint32_t day = 0; day < 28; ++day) {
      of_days.push_back(1000 + (day * 11 + 5) % 28 * 5);
      for (std::uint32_t hour = 0; hour < 24; ++hour)
        visitors.push_back(hour == 14 ? of_days.back() : 100 + hour * 7 % 40);
    }
    HourlyChart chart;
    chart.set_report(test::hours_report(visitors));
    show(chart, width, 420);
    std::sort(of_days.rbegin(), of_days.rend());
    const auto& placed = chart.peaks().placed();
    QVERIFY(placed.size() >= static_cast<std::size_t>(width / 220));
    for (std::size_t i = 0; i < placed.size(); ++i) {
      QVERIFY2(chart.peaks().text(placed[i].wish).endsWith(QLocale().toString(of_days[i])),
               qPrintable(chart.peaks().text(placed[i].wish)));
      for (std::size_t j = i + 1; j < placed.size(); ++j)
        QVERIFY(!placed[i].rect.intersects(placed[j].rect));
    }
    QVERIFY(width < 2000 || placed.size() > 10);
  }

  // A spike beside a higher one is a peak of its own, a step of the same slope is not.
  void a_valley_separates_peaks() {
    std::vector<std::uint32_t> visitors(14 * 24, 10);
    visitors[100] = 100;
    visitors[102] = 20;
    visitors[104] = 80;
    visitors[200] = 70;
    visitors[202] = 69;
    visitors[201] = 68;
    HourlyChart chart;
    chart.set_report(test::hours_report(visitors));
    show(chart, 1240, 420);
    std::vector<std::size_t> marked;
    for (const PlacedLabel& label : chart.peaks().placed()) marked.push_back(label.wish);
    QVERIFY(marked.size() > 3);
    marked.resize(3);
    QCOMPARE(marked, (std::vector<std::size_t>{100, 104, 200}));
    QCOMPARE(std::count(marked.begin(), marked.end(), std::size_t{202}), 0);
  }

  // An hour in the dip between two higher ones is none, however much room it has.
  void the_dip_of_a_day_has_no_label() {
    std::vector<std::uint32_t> visitors = {1,  1,  2,  2,  3,  5,  9,  20, 40, 70, 90, 100,
                                           92, 85, 76, 71, 73, 88, 97, 60, 30, 12, 4,  2};
    HourlyChart chart;
    chart.set_report(test::hours_report(visitors));
    show(chart, 1240, 420);
    QCOMPARE(marked(chart), (std::vector<std::size_t>{11, 18}));
  }

  static std::vector<std::size_t> marked(const HourlyChart& chart) {
    std::vector<std::size_t> hours;
    for (const PlacedLabel& label : chart.peaks().placed()) hours.push_back(label.wish);
    return hours;
  }

  // Looked at one by one: no hour beside a labelled one, past equal ones, is higher within the
  // view.
  void labelled_hours_are_peaks_of_their_view() {
    std::mt19937 random(11);
    HourlyChart chart;
    show(chart, 1240, 420);
    for (int round = 0; round < 60; ++round) {
      const unsigned values = round % 3 == 0 ? 3 : 500;
      std::vector<std::uint32_t> visitors(4 + random() % 400);
      for (std::uint32_t& value : visitors)
        value = random() % 8 == 0 ? 0 : static_cast<std::uint32_t>(random() % values + 1);
      visitors.front() = visitors.back() = 2;
      const auto report = test::hours_report(visitors);
      chart.set_report(report);
      const double hours = static_cast<double>(visitors.size());
      const double from = static_cast<double>(random() % visitors.size());
      chart.xAxis->setRange(kJan6 + from * 3600, kJan6 + (from + 4 + hours / 3) * 3600);
      chart.replot(QCustomPlot::rpImmediateRefresh);
      const QCPRange view = chart.xAxis->range();
      std::map<std::int64_t, std::uint64_t> seen;
      for (const auto& total : report->hours)
        if (view.contains(static_cast<double>(total.hour.start)))
          seen[total.hour.start] = total.visitors;
      std::uint64_t highest = 0;
      for (const auto& [hour, value] : seen) highest = std::max(highest, value);
      const std::vector<std::size_t> labelled = marked(chart);
      QCOMPARE(labelled.empty(), highest == 0);
      if (labelled.empty()) continue;
      QCOMPARE(std::uint64_t{report->hours[labelled.front()].visitors}, highest);
      for (const std::size_t peak : labelled) {
        const std::int64_t hour = report->hours[peak].hour.start;
        const std::uint64_t value = report->hours[peak].visitors;
        QVERIFY(!seen.contains(hour - 3600) || seen[hour - 3600] < value);
        std::int64_t behind = hour + 3600;
        while (seen.contains(behind) && seen[behind] == value) behind += 3600;
        QVERIFY(!seen.contains(behind) || seen[behind] < value);
      }
    }
  }

  void several_years_are_told_apart() {
    HourlyChart chart;
    chart.set_report(several_years());
    show(chart);
    QVERIFY2(chart.caption().endsWith(QStringLiteral("2025 – 2027")), qPrintable(chart.caption()));
    QCOMPARE(chart.peaks().text(chart.peaks().placed().front().wish),
             QStringLiteral("Feb 10, 2026 09:00  400"));
    chart.xAxis->setRange(kJan6 + 400 * 86400, kJan6 + 404 * 86400);
    QVERIFY(axis_labels(*chart.xAxis).first().endsWith(QStringLiteral(" 2026")));
    move_to(chart, pixel(chart, kJan6 + (400 * 24 + 9) * 3600, 100));
    QVERIFY2(chart.readout().startsWith(QStringLiteral("Tue Feb 10 2026, 09:00\n")),
             qPrintable(chart.readout()));
    HeatmapChart map;
    map.set_report(several_years());
    show(map);
    QVERIFY(map.caption().endsWith(QStringLiteral("2025 – 2027")));
    map.xAxis->setRange(kJan6 + 400 * 86400, kJan6 + 406 * 86400);
    QVERIFY(axis_labels(*map.xAxis).first().endsWith(QStringLiteral(", 2026")));
    move_to(map, pixel(map, kJan6 + 401 * 86400, 9));
    QVERIFY2(map.readout().startsWith(QStringLiteral("Wed Feb 11 2026, 09:00\n")),
             qPrintable(map.readout()));
    // One year is said once, and not at every hour.
    chart.set_report(test::two_weeks());
    QVERIFY(chart.caption().endsWith(QStringLiteral("2025")));
    QCOMPARE(chart.peaks().text(14), QStringLiteral("Jan 6 14:00  1,000"));
  }

  void a_day_and_a_half_fill_the_chart() {
    for (const std::size_t hours : {3U, 13U, 30U, 33U, 40U, 100U, 330U}) {
      HourlyChart chart;
      chart.set_report(test::hours_report(std::vector<std::uint32_t>(hours, 5)));
      show(chart);
      const double used = static_cast<double>(hours - 1) * 3600 / chart.xAxis->range().size();
      QVERIFY2(used > 0.85 || hours < 13, qPrintable(QString::number(used)));
    }
  }

  void hours_without_a_row_are_gaps() {
    HourlyChart chart;
    chart.set_report(test::hours_report({10, 20, 30, 0, 0, 0, 5, 0, 6, 7, 8}));
    show(chart);
    for (int i = 0; i < chart.graphCount(); ++i)
      for (const QCPGraphData& point : *chart.graph(i)->data()) QVERIFY(!(point.value <= 0));
    // Pieces at the ends, where the data begin and end within an hour, are dashed.
    const auto keys = [&](int graph) {
      QVector<double> found;
      for (const QCPGraphData& point : *chart.graph(graph)->data())
        found += std::isnan(point.value) ? -1 : (point.key - kJan6) / 3600;
      return found;
    };
    QCOMPARE(keys(0), (QVector<double>{1, 2, -1, 6, -1, 8, 9}));
    QCOMPARE(keys(1), (QVector<double>{0, 1, -1, 9, 10}));
    QCOMPARE(keys(2), (QVector<double>{6}));  // alone, it is a point
    QVERIFY(chart.graph(1)->pen().dashPattern().size() > 0);
    QVERIFY(!chart.graph(2)->scatterStyle().isNone());
    // What is drawn: nothing between the pieces.
    const QImage image = chart.grab().toImage();
    const auto near = [](const QColor& a, const QColor& b) {
      return std::abs(a.red() - b.red()) < 3 && std::abs(a.green() - b.green()) < 3 &&
             std::abs(a.blue() - b.blue()) < 3;
    };
    const auto is_blank = [&](double hour) {
      const int x = static_cast<int>(chart.xAxis->coordToPixel(kJan6 + hour * 3600));
      for (int y = chart.axisRect()->top(); y < chart.axisRect()->bottom() - 1; ++y) {
        const QColor color = image.pixelColor(x, y);
        if (!near(color, chart.colors().background) && !near(color, chart.colors().grid))
          return false;
      }
      return true;
    };
    QVERIFY(is_blank(4.5));
    QVERIFY(is_blank(7.3));
    QVERIFY(!is_blank(1.5));
    // A filter that ends between two hours leaves them whole.
    chart.set_report(test::hours_report({10, 20, 30}), {true, true});
    QCOMPARE(keys(1), QVector<double>());
    QCOMPARE(keys(0), (QVector<double>{0, 1, 2}));
    chart.set_report(test::hours_report({10, 20}));
    QCOMPARE(keys(1), (QVector<double>{0, 1}));
    move_to(chart, pixel(chart, kJan6 + 3600, 5));
    QVERIFY(chart.readout().endsWith(QStringLiteral("the data end within this hour")));
  }

  void a_long_time_is_drawn_by_the_highest_hours() {
    std::vector<std::uint32_t> visitors;
    for (std::uint32_t hour = 0; hour < 366 * 24; ++hour)
      visitors.push_back(hour / 24 == 100 ? 0 : 10 + hour * 7919 % 101);
    HourlyChart chart;
    chart.set_report(test::hours_report(visitors));
    show(chart);
    const auto* line = chart.graph(0);
    QVERIFY(line->dataCount() <= chart.axisRect()->width());
    QVERIFY2(chart.caption().contains("highest hour of each day"), qPrintable(chart.caption()));
    const double most = *std::max_element(visitors.begin(), visitors.end());
    double drawn = 0, gaps = 0;
    for (const QCPGraphData& point : *line->data()) {
      if (point.value > drawn) drawn = point.value;
      gaps += std::isnan(point.value);
    }
    QCOMPARE(drawn, most);
    QCOMPARE(gaps, 1.0);  // the day without pageviews
    chart.xAxis->setRange(kJan6, kJan6 + 10 * 86400);
    QVERIFY(!chart.caption().contains("each day"));
    QVERIFY(line->dataCount() > 8700);
    chart.fit();
    QVERIFY(chart.caption().contains("each day"));
  }

  void exact_value_under_the_pointer_and_click_picks() {
    HourlyChart chart;
    const auto report = test::hours_report({10, 41203, 7, 0, 0, 0, 5, 6});
    chart.set_report(report);
    show(chart);
    QSignalSpy picked(&chart, &HourlyChart::hour_picked);
    move_to(chart, pixel(chart, kJan6 + 3600, 1000));
    QCOMPARE(chart.readout(),
             QStringLiteral("Mon Jan 6, 01:00\n41,203 unique visitors\n82,406 pageviews"));
    move_to(chart, pixel(chart, kJan6 + 4 * 3600, 1000));
    QCOMPARE(chart.readout(), QStringLiteral("No pageviews"));
    QTest::mouseClick(&chart, Qt::LeftButton, {}, pixel(chart, kJan6 + 6 * 3600, 1000));
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].value<std::size_t>(), std::size_t{3});
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(!chart.readout().isEmpty());
  }

  // Whatever is in view: the value axis begins at 0, and no point or label is cut.
  static void check_values(HourlyChart& chart) {
    chart.replot(QCustomPlot::rpImmediateRefresh);
    QCOMPARE(chart.yAxis->range().lower, 0.0);
    const QCPRange view = chart.xAxis->range();
    double highest = 0;
    for (int i = 0; i < chart.graphCount(); ++i)
      for (const QCPGraphData& point : *chart.graph(i)->data())
        if (view.contains(point.key) && point.value > highest) highest = point.value;
    QVERIFY(highest < chart.yAxis->range().upper);
    const auto& placed = chart.peaks().placed();
    QVERIFY(!placed.empty());
    for (const PlacedLabel& label : placed)
      QVERIFY(QRectF(chart.axisRect()->rect()).contains(label.rect));
  }

  void the_wheel_zooms_time_and_values_follow() {
    std::vector<std::uint32_t> visitors;
    for (std::uint32_t hour = 0; hour < 14 * 24; ++hour)
      visitors.push_back(hour == 50 ? 5000 : 20 + hour * 7919 % 31);
    HourlyChart chart;
    chart.set_report(test::hours_report(visitors));
    show(chart);
    const QCPRange all = chart.xAxis->range(), values = chart.yAxis->range();
    const QPoint at = pixel(chart, kJan6 + 8 * 86400, 100);
    const double under = chart.xAxis->pixelToCoord(at.x());
    for (int notch = 0; notch < 8; ++notch) {
      turn_wheel(chart, at, 120);
      QVERIFY(std::abs(chart.xAxis->pixelToCoord(at.x()) - under) < 60);  // stays put
      check_values(chart);
    }
    QVERIFY(chart.xAxis->range().size() < all.size() / 3);
    QVERIFY(!chart.fitted());
    QVERIFY(chart.yAxis->range().upper < 100);  // the one high hour is out of view
    const QCPRange before = chart.xAxis->range();
    chart.set_report(test::hours_report(visitors));  // new data leaves the zoom alone
    QCOMPARE(chart.xAxis->range(), before);
    // Shift and the wheel, or the middle button, pan.
    turn_wheel(chart, at, 120, Qt::ShiftModifier);
    QVERIFY(chart.xAxis->range().lower < before.lower);
    QVERIFY(std::abs(chart.xAxis->range().size() - before.size()) < 1);
    const QCPRange panned = chart.xAxis->range();
    drag(chart, Qt::MiddleButton, at, at - QPoint(90, 0));
    QVERIFY(chart.xAxis->range().lower > panned.lower);
    QVERIFY(std::abs(chart.xAxis->range().size() - before.size()) < 1);
    QVERIFY(!open_menu(chart));
    for (int pans = 0; pans < 60; ++pans) {
      turn_wheel(chart, at, 120, Qt::ShiftModifier);
      check_values(chart);
    }
    QCOMPARE(chart.xAxis->range().lower, all.lower);  // never beyond the data
    for (int notch = 0; notch < 40; ++notch) turn_wheel(chart, at, -120);
    QCOMPARE(chart.xAxis->range().size(), all.size());
    turn_wheel(chart, at, 120);
    QTest::mouseDClick(&chart, Qt::LeftButton, {}, at);
    QCOMPARE(chart.xAxis->range(), all);
    QCOMPARE(chart.yAxis->range(), values);
    QVERIFY(chart.fitted());
  }

  // A line that enters the view from a point outside is not cut either.
  void a_line_from_outside_of_the_view_is_in_it() {
    HourlyChart chart;
    chart.set_report(test::hours_report({10, 12, 9000, 11, 13, 12, 10, 12, 13, 14}));
    show(chart);
    chart.xAxis->setRange(kJan6 + 2.5 * 3600, kJan6 + 7.5 * 3600);
    QVERIFY(chart.yAxis->range().upper > (9000 + 11) / 2.0);
  }

  void keys_do_what_the_wheel_does() {
    HourlyChart chart;
    chart.set_report(test::two_weeks());
    show(chart);
    chart.setFocus();
    const QCPRange all = chart.xAxis->range();
    for (int i = 0; i < 2; ++i) QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(chart.xAxis->range().size() < all.size() / 1.9);
    check_values(chart);
    const QCPRange zoomed = chart.xAxis->range();
    QTest::keyClick(&chart, Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(chart.xAxis->range().lower < zoomed.lower);
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(std::abs(chart.xAxis->range().lower - zoomed.lower) < 1);
    for (int i = 0; i < 2; ++i) QTest::keyClick(&chart, Qt::Key_Minus);
    QVERIFY(std::abs(chart.xAxis->range().size() - all.size()) < 1);
    QTest::keyClick(&chart, Qt::Key_Plus);
    QTest::keyClick(&chart, Qt::Key_0);
    QCOMPARE(chart.xAxis->range(), all);
    // The same as entries of the menu.
    QMenu menu;
    chart.fill_menu(menu);
    QVERIFY(choose(&menu, QStringLiteral("Zoom in")));
    QVERIFY(chart.xAxis->range().size() < all.size());
    QMenu next;
    chart.fill_menu(next);
    for (const char* entry : {"Earlier", "Later", "Zoom out", "Zoom in", "Show everything"})
      QVERIFY2(choose(&next, QString::fromLatin1(entry)), entry);
    QCOMPARE(chart.xAxis->range(), all);
  }

  void the_text_at_the_cursor_follows_the_view() {
    HourlyChart chart;
    chart.set_report(test::two_weeks());
    show(chart);
    const auto at_pixel = [&](int x) {
      const auto hour = std::llround((chart.xAxis->pixelToCoord(x) - kJan6) / 3600);
      return hour_text({static_cast<std::int64_t>(kJan6) + hour * 3600, 0}, true, false);
    };
    const QPoint at = chart.axisRect()->center() + QPoint(211, 0);
    move_to(chart, at);
    for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Plus}) {
      QTest::keyClick(&chart, key);
      QVERIFY2(chart.readout().startsWith(at_pixel(at.x())), qPrintable(chart.readout()));
      QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier);
      QVERIFY2(chart.readout().startsWith(at_pixel(at.x())), qPrintable(chart.readout()));
    }
    turn_wheel(chart, at, 120);
    QVERIFY(chart.readout().startsWith(at_pixel(at.x())));
    chart.fit();
    // The keyboard's cursor keeps its hour.
    QTest::keyClick(&chart, Qt::Key_Right);
    const QString hour = chart.readout();
    QTest::keyClick(&chart, Qt::Key_Plus);
    QCOMPARE(chart.readout(), hour);
  }

  void dragging_marks_a_range() {
    HourlyChart chart;
    chart.set_report(test::two_weeks());
    show(chart);
    const QCPRange all = chart.xAxis->range();
    QSignalSpy chosen(&chart, &TimePlot::time_chosen), picked(&chart, &HourlyChart::hour_picked);
    const auto drag_day = [&] {
      drag(chart, Qt::LeftButton, pixel(chart, kJan6 + 3 * 86400, 300),
           pixel(chart, kJan6 + 4 * 86400, 300));
    };
    drag_day();
    QVERIFY(picked.isEmpty());
    QCOMPARE(chart.xAxis->range(), all);  // it does not pan
    QVERIFY(chart.mark().has_value());
    QVERIFY(std::abs(chart.mark()->size() - 86400) <= 2 * 3600);
    QMenu* menu = open_menu(chart);
    QVERIFY(menu);
    QVERIFY(!menu->accessibleName().isEmpty());
    const QCPRange mark = *chart.mark();
    QVERIFY(choose(menu, QStringLiteral("Zoom")));
    QCOMPARE(chart.xAxis->range(), mark);
    QVERIFY(!chart.mark());
    chart.fit();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    drag_day();
    QVERIFY(choose(open_menu(chart), QStringLiteral("Only this time")));
    QCOMPARE(chosen.size(), 1);
    const auto from = chosen[0][0].value<TimeBound>(), to = chosen[0][1].value<TimeBound>();
    QCOMPARE(static_cast<double>(*from.instant), mark.lower);
    QCOMPARE(static_cast<double>(*to.instant), mark.upper + 3600);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    drag_day();
    QVERIFY(!choose(open_menu(chart), QStringLiteral("What made it")));
    open_menu(chart)->close();
    // Where the page can tell, what made it is asked for the same time.
    QSignalSpy made(&chart, &TimePlot::time_asked);
    chart.offer_causes(true);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    drag_day();
    QVERIFY(choose(open_menu(chart), QStringLiteral("What made it")));
    QCOMPARE(made.size(), 1);
    QCOMPARE(*made[0][0].value<TimeBound>().instant, *from.instant);
    QCOMPARE(*made[0][1].value<TimeBound>().instant, *to.instant);
    // Leaving the menu leaves no mark.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    drag_day();
    open_menu(chart)->close();
    QVERIFY(!chart.mark());
    QCOMPARE(chart.xAxis->range(), all);
    // By keys.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::keyClick(&chart, Qt::Key_Right);
    for (int i = 0; i < 5; ++i) QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(chart.mark());
    QCOMPARE(chart.mark()->size(), 5.0 * 3600);
    QTest::keyClick(&chart, Qt::Key_Return);
    QVERIFY(open_menu(chart));
    open_menu(chart)->close();
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(chart.mark());
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.mark());
  }

  void all_charts_over_time_behave_alike() {
    HeatmapChart map;
    map.set_report(test::two_weeks());
    DayChart days;
    days.set_customer(test::customer_report(), 0);
    for (TimePlot* chart : {static_cast<TimePlot*>(&map), static_cast<TimePlot*>(&days)}) {
      show(*chart);
      const QCPRange all = chart->xAxis->range(), values = chart->yAxis->range();
      QSignalSpy chosen(chart, &TimePlot::time_chosen);
      const QPoint middle = chart->axisRect()->center();
      drag(*chart, Qt::LeftButton, middle - QPoint(150, 0), middle + QPoint(150, 0));
      QCOMPARE(chart->xAxis->range(), all);
      QVERIFY(choose(open_menu(*chart), QStringLiteral("Only this time")));
      QCOMPARE(chosen.size(), 1);
      const auto from = chosen[0][0].value<TimeBound>(), to = chosen[0][1].value<TimeBound>();
      QVERIFY(!from.instant && !to.instant);  // days of whichever zone a report counts in
      QCOMPARE(from.civil % 86400, 0);
      QCOMPARE(to.civil % 86400, 0);
      QVERIFY(from.civil < to.civil);
      if (chart == &days) continue;  // seven days are its least
      turn_wheel(*chart, middle, 120);
      QVERIFY(chart->xAxis->range().size() < all.size());
      QCOMPARE(chart->yAxis->range(), values);
      QTest::mouseDClick(chart, Qt::LeftButton, {}, middle);
      QCOMPARE(chart->xAxis->range(), all);
    }
  }

  void heatmap_tells_repeated_hours_apart() {
    // 2025-10-26 in Berlin: 02:00 happens twice.
    auto report = test::hours_report({30, 40, 50, 60});
    report->zone = "Europe/Berlin";
    report->utc = false;
    const std::int64_t first = 1761436800;  // 02:00+02:00
    for (std::size_t i = 0; i < 4; ++i)
      report->hours[i].hour = {first + static_cast<std::int64_t>(i) * 3600, i == 0 ? 7200 : 3600};
    HeatmapChart chart;
    chart.set_report(report);
    show(chart);
    const double day = std::floor((first + 7200) / 86400.0) * 86400;
    move_to(chart, pixel(chart, day, 2));
    QCOMPARE(chart.readout(),
             QStringLiteral("Sun Oct 26, 02:00 +02:00\n30 unique visitors\n60 pageviews\n"
                            "Sun Oct 26, 02:00 +01:00\n40 unique visitors\n80 pageviews"));
    QSignalSpy picked(&chart, &HeatmapChart::hour_picked);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, pixel(chart, day, 2));
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].value<std::size_t>(), std::size_t{1});
    move_to(chart, pixel(chart, day, 9));
    QCOMPARE(chart.readout(), QStringLiteral("Sun Oct 26, 09:00\nno pageviews"));
  }

  void the_legend_shows_the_colours_of_the_cells_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("extreme");
    for (const bool dark : {false, true})
      for (const bool extreme : {false, true})
        QTest::addRow("%s, %s", dark ? "dark" : "light", extreme ? "one extreme hour" : "even")
            << dark << extreme;
  }
  void the_legend_shows_the_colours_of_the_cells() {
    QFETCH(bool, dark);
    QFETCH(bool, extreme);
    std::vector<std::uint32_t> visitors;
    for (std::uint32_t hour = 0; hour < 14 * 24; ++hour) visitors.push_back(100 + hour % 24 * 10);
    if (extreme) visitors[5 * 24 + 3] = 41203;
    HeatmapChart chart;
    chart.setPalette(dark ? palette_of(QColor(0x202020), Qt::white)
                          : palette_of(Qt::white, Qt::black));
    chart.set_report(test::hours_report(visitors));
    show(chart, 1100, 500);
    const QImage image = chart.grab().toImage();
    const QRect bar = chart.legend_bar();
    QVERIFY(!bar.isEmpty());
    QCOMPARE(chart.cap().has_value(), extreme);
    QCOMPARE(chart.legend_end(),
             extreme ? QStringLiteral("≥ 330 (99th percentile)") : QStringLiteral("330"));
    // A cell has the colour that stands at its value in the legend, the least and the most alike.
    const auto same = [](const QColor& a, const QColor& b) {
      return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                 std::abs(a.blue() - b.blue()) <=
             9;  // of the step between two pixels of the legend
    };
    for (const std::size_t hour : {0U, 7U, 12U, 18U, 23U}) {
      const QRectF cell = chart.cell_rect(hour);
      const QPoint beside(static_cast<int>(cell.left()) + 4, static_cast<int>(cell.top()) + 4);
      const int x =
          bar.left() + static_cast<int>(std::lround(visitors[hour] / 330.0 * (bar.width() - 1)));
      QVERIFY2(same(image.pixelColor(beside), image.pixelColor(x, bar.center().y())),
               qPrintable(image.pixelColor(beside).name() + QLatin1Char(' ') +
                          image.pixelColor(x, bar.center().y()).name()));
    }
    const QColor strongest = image.pixelColor(bar.right(), bar.center().y());
    const QRect highest = chart.cell_rect(extreme ? 5 * 24 + 3 : 23).toRect();
    QCOMPARE(image.pixelColor(highest.topLeft() + QPoint(4, 4)), strongest);
    // What is above the end of the scale is marked.
    QCOMPARE(image.pixelColor(highest.center()) == strongest, !extreme);
  }

  void few_hours_are_capped_too() {
    HeatmapChart chart;
    for (const std::size_t hours : {24U, 30U, 200U, 8760U}) {
      std::vector<std::uint32_t> visitors(hours, 50);
      visitors[hours / 2] = 90000;
      chart.set_report(test::hours_report(visitors));
      QVERIFY(chart.cap() == std::optional<std::uint64_t>(50));
      visitors[hours / 2] = 80;  // an ordinary peak is no reason
      chart.set_report(test::hours_report(visitors));
      QVERIFY(!chart.cap());
    }
  }

  void hours_without_a_row_are_hatched() {
    std::vector<std::uint32_t> visitors(5 * 24, 50);
    for (std::size_t hour = 30; hour < 40; ++hour) visitors[hour] = 0;
    for (std::size_t hour = 0; hour < 6; ++hour) visitors[hour] = 0;  // before the data
    const auto report = test::hours_report(visitors);
    HeatmapChart chart;
    chart.set_report(report);
    show(chart, 1100, 500);
    const QImage image = chart.grab().toImage();
    const auto strokes = [&](int day, int hour) {
      const QRect cell = QRectF(pixel(chart, kJan6 + (day - 0.5) * 86400, hour - 0.5),
                                pixel(chart, kJan6 + (day + 0.5) * 86400, hour + 0.5))
                             .toRect()
                             .adjusted(2, 2, -2, -2);
      std::set<QRgb> colours;
      for (int y = cell.top(); y <= cell.bottom(); ++y)
        for (int x = cell.left(); x <= cell.right(); ++x) colours.insert(image.pixel(x, y));
      return colours.size() > 1;
    };
    QVERIFY(strokes(1, 6));
    QVERIFY(strokes(1, 15));
    QVERIFY(!strokes(1, 5));
    QVERIFY(!strokes(1, 16));
    QVERIFY(!strokes(0, 3));
    // An hour that the clock leaves out is none.
    auto berlin = test::hours_report(std::vector<std::uint32_t>(72, 50));
    berlin->zone = "Europe/Berlin";
    berlin->utc = false;
    for (auto& total : berlin->hours)
      total.hour = {total.hour.start + (1743210000 - 1736121600) / 3600 * 3600, 3600};
    for (auto& total : berlin->hours)
      if (total.hour.start >= 1743296400) total.hour.offset = 7200;
    const double day = std::floor((1743296400 + 7200) / 86400.0) * 86400;
    chart.set_report(berlin);
    chart.replot(QCustomPlot::rpImmediateRefresh);
    const QImage spring = chart.grab().toImage();
    const QRect cell = QRectF(pixel(chart, day - 43200, 1.5), pixel(chart, day + 43200, 2.5))
                           .toRect()
                           .adjusted(2, 2, -2, -2);
    for (int x = cell.left(); x <= cell.right(); ++x)
      QCOMPARE(spring.pixelColor(x, cell.center().y()), chart.colors().background);
  }

  void heatmap_bounds_absurd_spans_and_says_so() {
    auto report = test::hours_report({5, 9, 9});
    report->hours[0].hour.start = -62135596800;
    HeatmapChart chart;
    chart.set_report(report);
    QCOMPARE(chart.days(), HeatmapChart::kMostDays);
    QCOMPARE(chart.first_day(), static_cast<Day>(kJan6 / 86400));
    QVERIFY(chart.caption().contains(QStringLiteral("only Mon Jan 6 2025")));
    chart.set_report(nullptr);
    QVERIFY(chart.caption().isEmpty());
  }

  void bars_stand_with_their_labels() {
    HorizontalBars chart(QStringLiteral("rows"), true);
    std::vector<HorizontalBars::Row> rows;
    for (int i = 0; i < 8; ++i)
      rows.push_back({QStringLiteral("campaign %1").arg(i),
                      {80.0 - i * 10, 5},
                      QString::number(85 - i * 10),
                      QStringLiteral("exact")});
    chart.set_rows({QStringLiteral("clicks"), QStringLiteral("views")}, rows);
    show(chart, 600, 320);
    const auto& labels = chart.label_rects();
    QCOMPARE(labels.size(), rows.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
      QVERIFY(!labels[i].isEmpty());
      QVERIFY(QRectF(chart.rect()).contains(labels[i]));
      QVERIFY(labels[i].left() > chart.xAxis->coordToPixel(85 - static_cast<double>(i) * 10));
      if (i > 0) QVERIFY(labels[i].top() >= labels[i - 1].bottom());
    }
    QSignalSpy picked(&chart, &HorizontalBars::row_picked);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, pixel(chart, 20, 3));
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].toInt(), 3);
    move_to(chart, pixel(chart, 20, 2));
    QCOMPARE(chart.readout(), QStringLiteral("campaign 2\nexact"));
    // A name is of its row, too.
    const QPoint name(8, pixel(chart, 0, 4).y());
    move_to(chart, name);
    QCOMPARE(chart.readout(), QStringLiteral("campaign 4\nexact"));
    QTest::mouseClick(&chart, Qt::LeftButton, {}, name);
    QCOMPARE(picked.last()[0].toInt(), 4);
  }

  void campaigns_over_dates_have_gaps_where_there_is_nothing() {
    CampaignLines chart;
    const auto one = test::campaign_days({{"2025-01-06", 7},
                                          {"2025-01-07", 9},
                                          {"2025-01-09", 4},
                                          {"2025-01-10", 8},
                                          {"2025-01-14", 6}});
    const auto other = test::campaign_days({{"2025-01-06", 7}, {"2025-01-14", 6}});
    chart.set_lines({{QStringLiteral("one"), one}, {QStringLiteral("other"), other}});
    show(chart);
    const auto text = [&](std::size_t line) {
      QStringList points;
      for (const auto& [day, value] : chart.values(line))
        points << (std::isnan(value) ? QStringLiteral("-")
                                     : QStringLiteral("%1:%2").arg(day - 20094).arg(value));
      return points.join(QLatin1Char(' '));
    };
    QCOMPARE(text(0), QStringLiteral("0:0.7 1:0.9 - 3:0.4 4:0.8 - 8:0.6"));  // CTR in percent
    QCOMPARE(text(1), QStringLiteral("0:0.7 - 8:0.6"));
    chart.set_measure(6);
    QCOMPARE(text(0), QStringLiteral("0:5 1:2.5 - 4:%1 - 8:10").arg(10.0 / 3));
    chart.set_measure(2);
    QCOMPARE(text(0), QStringLiteral("0:7 1:9 - 3:4 4:8 - 8:6"));
    QVERIFY(chart.yAxis->range().lower == 0 && chart.yAxis->range().upper > 9);
    // Both end at one place: their names stand apart.
    chart.replot();
    const auto& names = chart.label_rects();
    QVERIFY(!names[0].isEmpty() && !names[1].isEmpty() && !names[0].intersects(names[1]));
    for (const QRectF& name : names) QVERIFY(QRectF(chart.rect()).contains(name));
    move_to(chart, pixel(chart, kJan6 + 3 * 86400, 4));
    QCOMPARE(chart.readout(), QStringLiteral("Thu Jan 9 2025\none: 4\nother: –"));
    move_to(chart, pixel(chart, kJan6 + 2 * 86400, 4));
    QVERIFY(chart.readout().isEmpty());
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.readout().startsWith(QStringLiteral("Fri Jan 10")));
    const auto days = chart.bounds_of({kJan6 + 2.5 * 86400, kJan6 + 4.5 * 86400});
    QVERIFY(days && days->first == *parse_time_bound("2025-01-09") &&
            days->second == *parse_time_bound("2025-01-11"));
    QVERIFY(!chart.bounds_of({kJan6 + 4.5 * 86400, kJan6 + 7.5 * 86400}));
    chart.set_lines({{QStringLiteral("one"), one}});
    move_to(chart, pixel(chart, kJan6 + 86400, 4));
    QVERIFY(chart.readout().contains(QStringLiteral("CTR (%): 0.90")));
    QVERIFY(chart.readout().contains(QStringLiteral("cost per conversion: 2.50")));
  }

  void campaigns_stand_where_their_rates_are() {
    struct Seen : CampaignPoints {
      using CampaignPoints::CampaignPoints;
      using CampaignPoints::shown_caption;
    } chart(QStringLiteral("points"));
    const auto readout = [](std::size_t point) { return QStringLiteral("row %1").arg(point); };
    chart.set_caption(QStringLiteral("CTR"));
    chart.set_points({{QStringLiteral("big"), 20, 2, 900}, {QStringLiteral("small"), 5, 4, 100}}, 2,
                     0, readout);
    show(chart, 700, 400);
    QCOMPARE(chart.shown_caption(), QStringLiteral("CTR"));
    QCOMPARE(chart.place(0), QPointF(chart.xAxis->coordToPixel(20), chart.yAxis->coordToPixel(2)));
    QVERIFY(std::abs(chart.radius(0) - 3 * chart.radius(1)) < 1e-9);  // the area is the spend
    QCOMPARE(chart.label_rects().size(), std::size_t{2});
    move_to(chart, chart.place(1).toPoint());
    QCOMPARE(chart.readout(), QStringLiteral("small\nrow 1"));
    QSignalSpy picked(&chart, &CampaignPoints::point_picked);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.place(0).toPoint());
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].toInt(), 0);
    move_to(chart, chart.axisRect()->center());
    QVERIFY(chart.readout().isEmpty());
    QSignalSpy menus(&chart, &CampaignPoints::menu_requested);
    ask_for_menu(chart, chart.place(1).toPoint());
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus[0][1].toInt(), 1);
    ask_for_menu(chart, chart.axisRect()->center());
    QCOMPARE(menus.size(), 1);
  }

  void many_campaigns_leave_none_out_of_sight() {
    CampaignPoints chart(QStringLiteral("points"));
    std::mt19937 random(5);
    std::vector<CampaignPoints::Point> points;
    for (int i = 0; i < 1000; ++i)
      points.push_back({QStringLiteral("campaign %1").arg(i),
                        1 + static_cast<double>(random() % 97) * 0.1,
                        0.5 + static_cast<double>(random() % 89) * 0.02, 1000.0 - i});
    points[3].cpa = 5000;
    chart.set_points(points, 1300, 100, [](std::size_t) { return QString(); });
    show(chart, 800, 400);
    QVERIFY(chart.edge().x() < 12 && chart.edge().y() < 3);
    const QRectF plot = QRectF(chart.axisRect()->rect()).adjusted(-1, -1, 1, 1);
    for (std::size_t i = 0; i < points.size(); ++i) QVERIFY(plot.contains(chart.place(i)));
    move_to(chart, chart.place(3).toPoint());
    QVERIFY(chart.readout().startsWith(QStringLiteral("campaign 3\n")));
    const auto& names = chart.label_rects();
    for (const QRectF& name : names)
      for (std::size_t i = 0; i < points.size(); ++i) QVERIFY(!name.contains(chart.place(i)));
    const QCPRange whole = chart.xAxis->range();
    turn_wheel(chart, chart.axisRect()->center(), 240);
    QVERIFY(!chart.fitted() && chart.xAxis->range().size() < whole.size());
    const double left = chart.xAxis->range().lower;
    drag(chart, Qt::LeftButton, chart.axisRect()->center(),
         chart.axisRect()->center() + QPoint(40, 0));
    QVERIFY(chart.xAxis->range().lower < left && chart.xAxis->range().lower >= 0);
    QTest::mouseDClick(&chart, Qt::LeftButton, {}, chart.axisRect()->center());
    QVERIFY(chart.fitted());
    QCOMPARE(chart.xAxis->range(), whole);
  }

  void the_menu_is_of_what_is_at_the_pointer() {
    HorizontalBars bars(QStringLiteral("rows"), true);
    bars.set_rows({QStringLiteral("clicks")},
                  {{QStringLiteral("a"), {3}, {}, {}}, {QStringLiteral("b"), {2}, {}, {}}});
    show(bars, 600, 320);
    QSignalSpy rows(&bars, &HorizontalBars::menu_requested);
    move_to(bars, pixel(bars, 1, 0));
    ask_for_menu(bars, QPoint(8, pixel(bars, 0, 1).y()));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0][1].toInt(), 1);
    move_to(bars, pixel(bars, 1, 0));
    ask_for_menu(bars, QPoint(bars.axisRect()->center().x(), bars.height() - 2));
    QCOMPARE(rows.size(), 1);

    HeatmapChart map;
    map.set_report(test::two_weeks());
    show(map);
    QSignalSpy hours(&map, &HeatmapChart::menu_requested);
    const QPoint cell = pixel(map, kJan6 + 86400, 14);
    ask_for_menu(map, cell);
    QCOMPARE(hours.size(), 1);
    move_to(map, cell);
    ask_for_menu(map, QPoint(2, cell.y()));
    QCOMPARE(hours.size(), 1);
  }

  // Rows are shown whole, the others by scrolling; the axis stands below the last one.
  void bars_are_never_cut_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<QSize>("size");
    for (const int count : {1, 3, 10, 30, 200})
      for (const QSize size : {QSize(400, 100), QSize(640, 331), QSize(1250, 780)})
        QTest::addRow("%d in %d x %d", count, size.width(), size.height()) << count << size;
  }
  void bars_are_never_cut() {
    QFETCH(int, count);
    QFETCH(QSize, size);
    HorizontalBars chart(QStringLiteral("rows"), true);
    std::vector<HorizontalBars::Row> rows;
    for (int i = 0; i < count; ++i)
      rows.push_back(
          {QStringLiteral("row %1").arg(i), {1000.0 - i}, QString::number(1000 - i), {}});
    chart.set_caption(QStringLiteral("Rows"));
    chart.set_rows({QStringLiteral("clicks")}, rows);
    show(chart, size.width(), size.height());
    const auto check = [&](int first) {
      chart.replot(QCustomPlot::rpImmediateRefresh);
      const QRect area = chart.axisRect()->rect();
      QCOMPARE(chart.first_row(), first);
      const auto edge = [&](double row) { return chart.yAxis->coordToPixel(row); };
      QVERIFY(std::abs(edge(first - 0.5) - area.top()) < 1.5);
      QVERIFY(std::abs(edge(first + chart.shown_rows() - 0.5) - area.bottom()) < 1.5);
      QVERIFY(edge(1) - edge(0) <= 46);
      QVERIFY(edge(1) - edge(0) >= 19 || chart.shown_rows() == 1);
      QVERIFY(chart.xAxis->range().lower == 0);
    };
    check(0);
    auto* bar = chart.findChild<QScrollBar*>();
    QCOMPARE(bar->isVisible(), chart.shown_rows() < count);
    QVERIFY(!bar->accessibleName().isEmpty());
    const int beyond = count - chart.shown_rows();
    const QPoint middle = chart.axisRect()->center();
    const QCPRange values = chart.xAxis->range();
    turn_wheel(chart, middle, -120);
    check(std::min(3, beyond));
    QVERIFY(std::abs(chart.xAxis->range().upper - values.upper) < values.upper / 50);
    for (int i = 0; i < count; ++i) QTest::keyClick(&chart, Qt::Key_Down);
    check(beyond);
    QVERIFY(chart.readout().startsWith(QStringLiteral("row %1").arg(count - 1)));
    QTest::keyClick(&chart, Qt::Key_Home);
    check(0);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.svg"));
    QCOMPARE(save_picture({{&chart}, Qt::Vertical, {}, {}}, path), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(QByteArray("row ") + QByteArray::number(count - 1)));
    check(0);
  }

  void days_show_money_and_events() {
    DayChart chart;
    chart.set_customer(test::customer_report(), 0);
    show(chart, 500, 260);
    const QCPRange spend = chart.yAxis->range();
    move_to(chart, pixel(chart, 20095.0 * 86400, 10));
    QCOMPARE(chart.readout(), QStringLiteral("Tue Jan 7 2025\n234.57 USD\n2 events"));
    chart.set_measure(DayChart::Measure::events);
    QVERIFY(chart.yAxis->range().size() < spend.size() / 100);
    QVERIFY(chart.caption().startsWith(QStringLiteral("Events")));
  }

  void many_days_are_shown_by_weeks() {
    auto days = std::make_shared<SpendDays>();
    for (Day day = 20089; day < 20089 + 280; ++day) {  // from a Wednesday
      if (day % 3 == 0) continue;
      days->days.push_back({day, 1, 2, WideDecimal(Int128{1'500'000})});
      const Day monday = day - static_cast<Day>(weekday_of(day));
      if (days->weeks.empty() || days->weeks.back().day != monday)
        days->weeks.push_back({monday, 1, 0, {}});
      days->weeks.back().events += 2;
      days->weeks.back().spend += WideDecimal(Int128{1'500'000});
    }
    DayChart chart;
    chart.set_days(days, QStringLiteral("All customers"));
    show(chart, 700, 260);
    QVERIFY(chart.by_week());
    QVERIFY(chart.caption().startsWith(QStringLiteral("All customers · Spend per week")));
    const Day monday = 20100 + 4;  // 2025-01-16 is day 20104, a Thursday
    move_to(chart, pixel(chart, monday * 86400.0, 1));
    QVERIFY2(chart.readout().startsWith(QStringLiteral("Week of Jan 13, 2025\n")),
             qPrintable(chart.readout()));
    QSignalSpy picked(&chart, &DayChart::day_picked);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, pixel(chart, monday * 86400.0, 1));
    QCOMPARE(picked.size(), 1);
    const std::size_t day = picked[0][0].value<std::size_t>();
    QVERIFY(days->days[day].day >= 20101 && days->days[day - 1].day < 20101);
    chart.xAxis->setRange(20100 * 86400.0, 20130 * 86400.0);
    QVERIFY(!chart.by_week());
    QVERIFY(chart.caption().startsWith(QStringLiteral("All customers · Spend per day")));
    // A day without a row is a gap.
    move_to(chart, pixel(chart, 20103 * 86400.0, 1));
    QVERIFY(chart.readout().isEmpty());
    move_to(chart, pixel(chart, 20104 * 86400.0, 1));
    QVERIFY(chart.readout().startsWith(QStringLiteral("Thu Jan 16 2025\n1.50 USD\n2 events")));
    chart.fit();
    QVERIFY(chart.by_week());
  }

  void the_spread_and_the_tickets_say_exact_values() {
    auto spread = std::make_shared<SpendSpread>();
    spread->points = {
        {1, test::units(6'000'000)}, {2, test::units(9'000'000)}, {3, test::units(10'000'000)}};
    SpreadChart chart;
    chart.set_spread(spread);
    show(chart, 500, 300);
    move_to(chart, pixel(chart, 60, 50));
    QCOMPARE(chart.readout(),
             QStringLiteral("top 66.7 % · 2 customers\n90.0 % of spend\n9.00 USD"));
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.readout(), QStringLiteral("top 100 % · 3 customers\n100 % of spend\n10.00 USD"));
    auto histogram = std::make_shared<TicketHistogram>();
    histogram->width = test::units(5'000'000);
    histogram->bars = {3, 0, 4};
    histogram->above = 1;
    histogram->customers = 8;
    TicketChart tickets;
    tickets.set_histogram(histogram);
    show(tickets, 500, 300);
    move_to(tickets, pixel(tickets, 12, 1));
    QCOMPARE(
        tickets.readout(),
        QStringLiteral("10.00 to below 15.00 USD\n4 customers\n50.0 % of those with a ticket"));
    move_to(tickets, pixel(tickets, 16, 1));  // between the bars and those above
    QVERIFY(tickets.readout().isEmpty());
    QSignalSpy picked(&tickets, &TicketChart::bar_picked);
    QTest::mouseClick(&tickets, Qt::LeftButton, {}, pixel(tickets, 20, 0.5));
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].value<std::size_t>(), std::size_t{3});
    QTest::mouseMove(&tickets, {2, 2});
    for (int i = 0; i < 6; ++i) QTest::keyClick(&tickets, Qt::Key_Right);
    QVERIFY(tickets.readout().startsWith(QStringLiteral("15.00 USD and more\n1 customers")));
  }

  void colours_follow_the_palette() {
    HourlyChart chart;
    chart.set_report(test::two_weeks());
    show(chart);
    const QPalette dark = palette_of(QColor(0x202020), Qt::white);
    const QColor light_line = chart.graph(0)->pen().color();
    chart.setPalette(dark);
    QVERIFY(chart.colors().dark);
    QVERIFY(chart.graph(0)->pen().color() != light_line);
    const auto contrast = [](const QColor& a, const QColor& b) {
      const auto luminance = [](const QColor& c) {
        const auto linear = [](double v) {
          return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
      };
      const double high = std::max(luminance(a), luminance(b)),
                   low = std::min(luminance(a), luminance(b));
      return (high + 0.05) / (low + 0.05);
    };
    const QPalette light = palette_of(Qt::white, Qt::black);
    for (const QPalette& palette : {light, dark})
      for (const QColor& series : ChartColors::from(palette).series)
        QVERIFY(contrast(series, palette.color(QPalette::Base)) >= 3);
  }

  void saves_png_svg_and_pdf() {
    QTemporaryDir folder;
    HourlyChart chart;
    chart.set_report(test::two_weeks());
    show(chart, 640, 320);
    const auto read = [](const QString& path) {
      QFile file(path);
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto save = [&](const char* name) {
      return save_picture({{&chart}, Qt::Vertical, {}, {}},
                          folder.filePath(QString::fromLatin1(name)));
    };
    QCOMPARE(save("a.png"), QString());
    const QImage image(folder.filePath(QStringLiteral("a.png")));
    QCOMPARE(image.size(), QSize(1280, 640));
    QCOMPARE(save("a.svg"), QString());
    const QByteArray svg = read(folder.filePath(QStringLiteral("a.svg")));
    QVERIFY(svg.contains("<svg") && svg.trimmed().endsWith("</svg>"));
    QVERIFY(svg.contains("Jan 19 14:00"));
    QCOMPARE(save("a.pdf"), QString());
    const QByteArray pdf = read(folder.filePath(QStringLiteral("a.pdf")));
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(!save("a.gif").isEmpty());
    QVERIFY(!save("none/a.png").isEmpty());
    // A link that anybody may have laid is not followed.
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("shared")));
    const QString link = folder.filePath(QStringLiteral("shared/a.svg"));
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("a.svg")), link));
    QVERIFY(QFile::setPermissions(QFileInfo(link).path(), QFile::Permissions(0x7777)));
    chart.resize(500, 300);
    QVERIFY(!save("shared/a.svg").isEmpty());
    QCOMPARE(read(folder.filePath(QStringLiteral("a.svg"))), svg);
  }

  void a_picture_holds_all_charts_and_says_what_they_are() {
    QTemporaryDir folder;
    HourlyChart line;
    HeatmapChart map;
    for (PlotBase* chart : {static_cast<PlotBase*>(&line), static_cast<PlotBase*>(&map)})
      show(*chart, 640, 320);
    line.set_report(test::two_weeks());
    map.set_report(test::two_weeks());
    ChartPicture picture{{&line, &map},
                         Qt::Vertical,
                         QStringLiteral("Two charts"),
                         {QStringLiteral("Source: a.csv"), QString(400, QLatin1Char('w'))}};
    const QString png = folder.filePath(QStringLiteral("both.png"));
    QCOMPARE(save_picture(picture, png), QString());
    const QImage image(png);
    QCOMPARE(image.width(), 1280 + 64);
    copy_picture(picture);
    QCOMPARE(QGuiApplication::clipboard()->image().convertToFormat(image.format()), image);
    QVERIFY(image.height() > 2 * (320 + 320) + 100);
    // In each part there is something.
    const int plots = image.height() - 2 * (320 + 8 + 320 + 16);
    for (const QRect& part : {QRect(0, 0, 1280, plots), QRect(32, plots, 1280, 640),
                              QRect(32, plots + 656, 1280, 640)}) {
      std::set<QRgb> colours;
      for (int y = part.top(); y < part.bottom(); y += 3)
        for (int x = part.left(); x < part.right(); x += 3) colours.insert(image.pixel(x, y));
      QVERIFY(colours.size() > 3);
    }
    const QString svg = folder.filePath(QStringLiteral("both.svg"));
    QCOMPARE(save_picture(picture, svg), QString());
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    for (const char* part : {"Two charts", "Source: a.csv", "Unique visitors per hour",
                             "by date and clock hour", "hours in UTC", "2025"})
      QVERIFY2(text.contains(part), part);
    picture.side = Qt::Horizontal;
    QCOMPARE(save_picture(picture, png), QString());
    QCOMPARE(QImage(png).width(), 2 * (640 + 8 + 640) + 64);
  }
};

}  // namespace footfall

using footfall::TestCharts;
QTEST_MAIN(TestCharts)
#include "test_charts.moc"
