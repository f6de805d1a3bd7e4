#include <qcustomplot.h>

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>

#include "tests/support/report_fixtures.h"
#include "ui/charts/chart_file.h"
#include "ui/charts/day_chart.h"
#include "ui/charts/heatmap_chart.h"
#include "ui/charts/horizontal_bars.h"
#include "ui/charts/hourly_chart.h"
#include "ui/charts/label_digits.h"

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

QVector<QString> axis_labels(const QCPAxis& axis) {
  QVector<double> at;
  QVector<QString> labels;
  axis.ticker()->generate(axis.range(), QLocale(), QLatin1Char('f'), 6, at, nullptr, &labels);
  return labels;
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
    const auto placed = place_labels(wishes, area, 200);
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
    QVERIFY(place_labels(wishes, QRectF(0, 0, 50, 50), 5).empty());
    QCOMPARE(place_labels(wishes, area, 3).size(), std::size_t{3});
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
    QCOMPARE(chart.peaks().peaks()[placed.front().wish].text,
             QStringLiteral("Jan 19 14:00  1,130"));
    for (std::size_t i = 0; i < placed.size(); ++i) {
      QVERIFY(QRectF(chart.axisRect()->rect()).contains(placed[i].rect));
      for (std::size_t j = i + 1; j < placed.size(); ++j)
        QVERIFY(!placed[i].rect.intersects(placed[j].rect));
    }
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
    double drawn = 0, zeros = 0;
    for (const QCPGraphData& point : *line->data()) {
      drawn = std::max(drawn, point.value);
      zeros += point.value == 0;
    }
    QCOMPARE(drawn, most);
    QCOMPARE(zeros, 2.0);  // the day without pageviews
    for (const auto& peak : chart.peaks().peaks())
      if (peak.value == most) QCOMPARE(line->data()->findBegin(peak.key, false)->value, most);
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
    // The gap is drawn at zero, not bridged.
    const auto& points = *chart.graph(0)->data();
    QCOMPARE(points.size(), 7);
    QCOMPARE(points.at(3)->key, kJan6 + 3 * 3600);
    QCOMPARE(points.at(3)->value, 0.0);
    QCOMPARE(points.at(4)->key, kJan6 + 5 * 3600);
    QCOMPARE(points.at(4)->value, 0.0);
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(!chart.readout().isEmpty());
  }

  void zoom_pans_and_fits() {
    HourlyChart chart;
    chart.set_report(test::two_weeks());
    show(chart);
    const QCPRange all_x = chart.xAxis->range(), all_y = chart.yAxis->range();
    const QPoint middle = chart.axisRect()->center();
    const auto wheel = [&](int delta, Qt::KeyboardModifiers modifiers) {
      QWheelEvent event(middle, chart.mapToGlobal(middle), {}, {0, delta}, Qt::NoButton, modifiers,
                        Qt::NoScrollPhase, false);
      QCoreApplication::sendEvent(&chart, &event);
    };
    wheel(120, Qt::ControlModifier);
    QVERIFY(chart.xAxis->range().size() < all_x.size());
    QCOMPARE(chart.yAxis->range(), all_y);
    wheel(120, {});
    QVERIFY(chart.yAxis->range().size() < all_y.size());
    QVERIFY(!chart.fitted());
    const QCPRange before = chart.xAxis->range();
    chart.set_report(test::two_weeks());  // new data leaves the zoom alone
    QCOMPARE(chart.xAxis->range(), before);
    for (int i = 0; i < 40; ++i) wheel(-120, {});
    QCOMPARE(chart.xAxis->range().size(), all_x.size());  // never beyond the data
    wheel(120, {});
    QTest::mouseDClick(&chart, Qt::LeftButton, {}, middle);
    QCOMPARE(chart.xAxis->range(), all_x);
    QCOMPARE(chart.yAxis->range(), all_y);
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

  void colours_follow_the_palette() {
    HourlyChart chart;
    chart.set_report(test::two_weeks());
    show(chart);
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(0x202020));
    dark.setColor(QPalette::Text, Qt::white);
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
    QPalette light;
    light.setColor(QPalette::Base, Qt::white);
    light.setColor(QPalette::Text, Qt::black);
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
    QCOMPARE(save_plot(chart, folder.filePath(QStringLiteral("a.png"))), QString());
    const QImage image(folder.filePath(QStringLiteral("a.png")));
    QCOMPARE(image.size(), QSize(1280, 640));
    QCOMPARE(save_plot(chart, folder.filePath(QStringLiteral("a.svg"))), QString());
    const QByteArray svg = read(folder.filePath(QStringLiteral("a.svg")));
    QVERIFY(svg.contains("<svg") && svg.trimmed().endsWith("</svg>"));
    QVERIFY(svg.contains("Jan 19 14:00"));
    QCOMPARE(save_plot(chart, folder.filePath(QStringLiteral("a.pdf"))), QString());
    const QByteArray pdf = read(folder.filePath(QStringLiteral("a.pdf")));
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    QVERIFY(!save_plot(chart, folder.filePath(QStringLiteral("a.gif"))).isEmpty());
    QVERIFY(!save_plot(chart, folder.filePath(QStringLiteral("none/a.png"))).isEmpty());
  }
};

}  // namespace footfall

using footfall::TestCharts;
QTEST_MAIN(TestCharts)
#include "test_charts.moc"
