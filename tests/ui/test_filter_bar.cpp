// The filters in the tool bar: they follow the page in front, and say where they have no effect.
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "model/report/requests_report.h"
#include "tests/support/window_test.h"
#include "ui/frame/bar_button.h"
#include "ui/frame/clean_popup.h"
#include "ui/frame/filter_bar.h"
#include "ui/frame/time_range_popup.h"
#include "ui/main_window.h"
#include "ui/style/theme.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;

class TestFilterBar : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    QSettings().clear();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    window_ = std::make_unique<MainWindow>(file_engine(), themes_);
    window_->show();
    // Page views of 2025, payments of 2023.
    QByteArray views = "timestamp,page_url,visitor_id\n", payments;
    for (int day = 1; day <= 9; ++day) {
      views += QString("2025-01-0%1 10:00:00,/a,v1\n").arg(day).toUtf8();
      payments += QString("{\"event_id\":\"e%1\",\"customer_id\":\"c\",\"ts\":%2}\n")
                      .arg(day)
                      .arg(1'672'531'200 + day * 86'400)
                      .toUtf8();
    }
    test::write_file(folder_.filePath("views.csv"), views);
    test::write_file(folder_.filePath("payments.ndjson"), payments);
    test::write_file(
        folder_.filePath("campaigns.csv"),
        "campaign_id,date,impressions,clicks,spend,conversions\nk,2024-05-01,9,1,1,1\n");
    test::write_file(folder_.filePath("activity.ndjson"),
                     R"({"id":"1","user_id":"u","type":"view"})"
                     "\n");
    QStringList files;
    for (const char* name : {"views.csv", "payments.ndjson", "campaigns.csv", "activity.ndjson"})
      files << folder_.filePath(name);
    window_->open_files(files);
    QTRY_COMPARE(window_->session().state(), State::idle);
  }
  void cleanup() { window_.reset(); }

  void times_to_choose_from_are_those_of_the_page_data() {
    QTest::addColumn<ReportKind>("kind");
    QTest::addColumn<QString>("day");
    QTest::newRow("visitors") << ReportKind::hourly_visitors << "Jan 9, 2025";
    QTest::newRow("customers") << ReportKind::customer_report << "Jan 10, 2023";
  }
  void times_to_choose_from_are_those_of_the_page() {
    QFETCH(ReportKind, kind);
    QFETCH(QString, day);
    go_to(kind == ReportKind::hourly_visitors ? Qt::Key_1 : Qt::Key_2);
    press(Qt::Key_T, Qt::ControlModifier);
    auto* popup = bar()->findChild<TimeRangePopup*>();
    QVERIFY(popup->isVisible());
    BarButton* last_day = nullptr;
    for (auto* preset : popup->findChildren<BarButton*>())
      if (preset->text().startsWith("Last day")) last_day = preset;
    QVERIFY(last_day);
    QVERIFY2(last_day->text().endsWith(day), qPrintable(last_day->text()));
    QTest::mouseClick(last_day, Qt::LeftButton);
    QVERIFY(!popup->isVisible());
    QTRY_VERIFY(!window_->session().slicing());
    QCOMPARE(window_->session().reports(kind)->load_of(kind).rows.counted, 1U);
  }

  void a_page_without_time_takes_no_range() {
    Filter filter;
    filter.from = TimeBound{1'736'200'000, {}};
    window_->session().set_filter(filter);
    go_to(Qt::Key_4);
    BarButton* range = button("Time range: from Jan 6, 2025 21:46");
    QVERIFY(range && range->isVisible());
    QVERIFY(!range->isEnabled());
    QVERIFY2(range->toolTip().contains("no time"), qPrintable(range->toolTip()));
    press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(!bar()->findChild<TimeRangePopup*>()->isVisible());
    go_to(Qt::Key_1);
    QVERIFY(range->isEnabled());
    QVERIFY(!range->quiet());
  }

  void a_chip_without_effect_looks_so_and_says_why() {
    Filter filter;
    filter[FilterField::page] = {"/a"};
    filter[FilterField::campaign] = {"k"};
    window_->session().set_filter(filter);
    go_to(Qt::Key_1);
    BarButton *page = button("Page: /a"), *campaign = button("Campaign: k");
    QVERIFY(page->isVisible() && campaign->isVisible());
    QVERIFY(!page->quiet() && campaign->quiet());
    QVERIFY(!page->toolTip().contains("No effect"));
    QVERIFY2(campaign->toolTip().contains("Visitors") && campaign->toolTip().contains("Campaigns"),
             qPrintable(campaign->toolTip()));
    // Those without effect come behind the others.
    go_to(Qt::Key_3);
    QVERIFY(button("Page: /a")->quiet() && !button("Campaign: k")->quiet());
    go_to(Qt::Key_4);
    QVERIFY(button("Page: /a")->quiet() && button("Campaign: k")->quiet());
  }

  void time_is_a_chip_with_a_cross() {
    BarButton* clear = button("Show all time");
    QVERIFY(clear && !clear->isVisible());
    Filter filter;
    filter[FilterField::page] = {"/a"};
    filter.from = TimeBound{1'736'200'000, {}};
    window_->session().set_filter(filter);
    QVERIFY(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(!window_->session().filter().from);
    QCOMPARE(window_->session().filter()[FilterField::page], std::vector<std::string>{"/a"});
    QVERIFY(!clear->isVisible());
  }

  void logs_are_cleaned_without_reading_again() {
    // Of tables there is nothing to clean.
    QVERIFY(!button("Clean") || !button("Clean")->isVisible());
    AnalysisSession& session = window_->session();
    session.remove_all_sources();
    QByteArray log;
    const auto line = [&](int host, const char* request, int status, const char* agent) {
      log +=
          QString("10.0.0.%1 - - [01/Jan/2025:10:0%1:00 +0000] \"%2 HTTP/1.1\" %3 5 \"-\" \"%4\"\n")
              .arg(host)
              .arg(request)
              .arg(status)
              .arg(agent)
              .toUtf8();
    };
    line(1, "GET /a", 200, "Firefox/134");
    line(1, "GET /a?b=1", 200, "Firefox/134");
    line(2, "GET /a", 200, "Firefox/134");
    line(2, "GET /s.css", 200, "Firefox/134");
    line(3, "GET /a", 404, "Firefox/134");
    line(4, "GET /a", 301, "Googlebot/2.1");
    line(5, "HEAD /a", 200, "Firefox/134");
    line(5, "GET /b", 200, "Googlebot/2.1");
    test::write_file(folder_.filePath("access.log"), log);
    window_->open_files({folder_.filePath("access.log")});
    QTRY_COMPARE(session.state(), State::idle);
    go_to(Qt::Key_1);
    QTRY_VERIFY(button("Clean") && button("Clean")->isVisible());
    const ReportKind kind = ReportKind::hourly_visitors;
    const std::string before = tables_of(kind) + tables_of(ReportKind::requests);
    std::string whole =
        "hourly_visitors\n2025-01-01 10:00,/a,5\n2025-01-01 10:00,/a?b=1,1\n"
        "2025-01-01 10:00,/b,1\n2025-01-01 10:00,/s.css,1\n"
        "hourly_totals\n2025-01-01 10:00,6,8\n";
    QCOMPARE(QString::fromStdString(tables_of(kind)), QString::fromStdString(whole));

    press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    auto* popup = bar()->findChild<CleanPopup*>();
    QVERIFY(popup->isVisible());
    const auto box = [&](const QString& begin) {
      for (auto* one : popup->findChildren<QCheckBox*>())
        if (one->text().startsWith(begin)) return one;
      return static_cast<QCheckBox*>(nullptr);
    };
    QTRY_COMPARE(box("Bots")->text(), "Bots and crawlers — 2 (25.0 %)");
    QCOMPARE(box("Static")->text(), "Static files: styles, scripts, images — 1 (12.5 %)");
    QCOMPARE(box("Errors")->text(), "Errors: answers 4xx and 5xx — 1 (12.5 %)");
    QCOMPARE(box("Redirects")->text(), "Redirects: answers 3xx — 1 (12.5 %)");
    QCOMPARE(box("Methods")->text(), "Methods other than GET and POST — 1 (12.5 %)");
    QCOMPARE(box("Queries")->text(), "Queries: /a?b=1 counts as /a — 1 (12.5 %)");
    const auto says = [&](const QString& words) {
      const auto labels = popup->findChildren<QLabel*>();
      return std::ranges::any_of(labels, [&](auto* label) { return label->text() == words; });
    };
    QVERIFY(says("Left: 8 of 8 rows of logs (100 %)"));
    // What the report says is what the file gives now: if it were read again, it would show.
    QVERIFY(QFile::remove(folder_.filePath("access.log")));
    for (const char* kinds : {"Bots", "Errors", "Queries"}) box(kinds)->click();
    QVERIFY(says("Left: 5 of 8 rows of logs (62.5 %)"));
    const QString cleaned =
        "hourly_visitors\n2025-01-01 10:00,/a,3\n2025-01-01 10:00,/s.css,1\n"
        "hourly_totals\n2025-01-01 10:00,3,5\n";
    QTRY_COMPARE(QString::fromStdString(tables_of(kind)), cleaned);
    const RowCounts& rows = session.reports(kind)->load_of(kind).rows;
    QCOMPARE(rows.filtered_by_reason[FilterReason::bot], 2U);
    QCOMPARE(rows.filtered_by_reason[FilterReason::status], 1U);
    QCOMPARE(rows.counted, 5U);
    const auto requests = session.reports(ReportKind::requests)->get<RequestsReport>();
    QCOMPARE(requests->all.requests(), 5U);
    BarButton* chip = button("Clean: bots, errors, queries");
    QVERIFY(chip && chip->isVisible() && !chip->quiet());

    // The load report says so.
    popup->close();
    press(Qt::Key_I, Qt::ControlModifier);
    QStringList notes;
    for (const auto* label : window_->findChildren<QLabel*>()) notes << label->text();
    QVERIFY(notes.join("\n").contains("Left out of the logs: answers by status 1 · bots 2."));

    // Customers have no logs: nothing to clean, and nothing changes.
    go_to(Qt::Key_2);
    QVERIFY(chip->quiet() && !chip->isEnabled());
    QVERIFY(chip->toolTip().contains("only access logs"));
    go_to(Qt::Key_1);

    QTest::mouseClick(button("Clean nothing"), Qt::LeftButton);
    QTRY_COMPARE(tables_of(kind) + tables_of(ReportKind::requests), before);
    QVERIFY(session.filter().empty());
    QVERIFY(button("Clean")->isVisible());
  }

  void return_in_a_time_field_applies() {
    go_to(Qt::Key_1);
    press(Qt::Key_T, Qt::ControlModifier);
    auto* popup = bar()->findChild<TimeRangePopup*>();
    const auto fields = popup->findChildren<QDateTimeEdit*>();
    QCOMPARE(fields.size(), 2);
    QStringList labels;
    for (const auto* label : popup->findChildren<QLabel*>()) labels << label->text();
    QVERIFY(labels.contains("From") && labels.contains("Before"));
    popup->activateWindow();
    fields[0]->setFocus();
    fields[0]->setDateTime(QDateTime(QDate(2025, 1, 10), QTime(), Qt::UTC));
    QTest::keyClick(fields[0], Qt::Key_Return);
    QVERIFY(popup->isVisible());  // later than the end
    fields[0]->setDateTime(QDateTime(QDate(2025, 1, 3), QTime(), Qt::UTC));
    QTest::keyClick(fields[0], Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QCOMPARE(window_->session().filter().from->civil,
             QDateTime(QDate(2025, 1, 3), QTime(), Qt::UTC).toSecsSinceEpoch());
  }

 private:
  FilterBar* bar() { return window_->findChild<FilterBar*>(); }
  void go_to(Qt::Key key) { press(key, Qt::AltModifier); }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QTest::keyClick(window_.get(), key, modifiers);
  }
  BarButton* button(const QString& name) {
    for (auto* button : bar()->findChildren<BarButton*>())
      if (button->accessibleName() == name) return button;
    return nullptr;
  }

  std::string tables_of(ReportKind kind) {
    std::string text;
    const ReportSetPtr reports = window_->session().reports(kind);
    for (const TablePtr& table : reports->tables(kind)) {
      text += table->name() + "\n";
      for (std::size_t row = 0; row < table->rows(); ++row)
        for (std::size_t column = 0; column < table->columns().size(); ++column) {
          table->append_cell(text, row, column);
          text += column + 1 < table->columns().size() ? "," : "\n";
        }
    }
    return text;
  }

  ThemeKeeper themes_;
  QTemporaryDir folder_;
  std::unique_ptr<MainWindow> window_;
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::TestFilterBar>(argc, argv);
}
#include "test_filter_bar.moc"
