// The window as a user drives it: with the real engine on the sample files, and with a scripted one
// where the moment matters. Long, for a second program costs every run another window's libraries.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "model/report/customer_report.h"
#include "model/report/hourly_visitors_report.h"
#include "tests/support/fake_engine.h"
#include "tests/support/window_test.h"
#include "ui/charts/campaign_lines.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/load_report_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/frame/banner.h"
#include "ui/frame/condition_popup.h"
#include "ui/frame/filter_bar.h"
#include "ui/frame/rail.h"
#include "ui/frame/source_row.h"
#include "ui/frame/status_line.h"
#include "ui/main_window.h"
#include "ui/style/theme.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;

QStringList& warnings() {
  static QStringList list;
  return list;
}

void keep_warnings(QtMsgType type, const QMessageLogContext&, const QString& message) {
  // What the offscreen platform says of windows with a fixed size, raised windows and popups.
  if (message.startsWith("This plugin does not support")) return;
  if (type != QtDebugMsg && type != QtInfoMsg) warnings() << message;
  std::fprintf(stderr, "%s\n", qPrintable(message));
}

QString sample(const char* name) { return QString(FOOTFALL_SAMPLES "/") + name; }

QByteArray content(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll()
                                        : QByteArray("cannot read " + path.toUtf8());
}

/// The same report by the command line, into `folder`.
bool run_command_line(const QStringList& arguments, const QString& folder) {
  QProcess process;
  process.start(qEnvironmentVariable("FOOTFALL_CLI"),
                arguments + QStringList{"--quiet", "--output", folder});
  return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
         process.exitCode() == 0;
}

void write_pageviews(const QString& path, int rows) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("timestamp,page_url,visitor_id\n");
  for (int i = 0; i < rows; ++i) {
    file.write(QString("2025-01-%1T%2:00:00Z,/p/%3,v%4\n")
                   .arg(1 + i % 28, 2, 10, QChar('0'))
                   .arg(i % 24, 2, 10, QChar('0'))
                   .arg(i % 97)
                   .arg(i * 7919LL % 100003)
                   .toUtf8());
  }
}

QPushButton* visible_button(const QWidget& window, const QString& text) {
  for (auto* button : window.findChildren<QPushButton*>())
    if (button->isVisible() && button->text() == text) return button;
  return nullptr;
}

class MainWindowTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { qInstallMessageHandler(keep_warnings); }
  void init() {
    warnings().clear();
    QSettings().clear();
  }
  void cleanup() { QCOMPARE(warnings().join("\n"), QString()); }

  void opens_files_and_shows_their_rows() {
    MainWindow window(file_engine(), themes_);
    window.show();
    QCOMPARE(window.windowTitle(), QString("Footfall"));
    window.open_files({sample("campaigns.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    QCOMPARE(window.windowTitle(), QString("Footfall — campaigns.csv"));
    QVERIFY(window.session().reports(ReportKind::campaign_ranking));
    for (auto* choice : window.findChildren<QToolButton*>())
      if (choice->text() == "Over time") choice->click();
    QTRY_VERIFY(window.findChild<CampaignLines*>()->label_rects().size() == 1 &&
                window.findChild<CampaignLines*>()->values(0).size() > 1);
    QVERIFY(qobject_cast<QAbstractButton*>(
                window.findChild<Rail*>()->findChildren<QAbstractButton*>().at(2))
                ->isChecked());
    const RowCounts rows = window.session().sources().front().rows;
    QVERIFY(rows.read() > 1000);
    const QString status = window.findChild<StatusLine*>()->text();
    QVERIFY2(status.contains(QLocale().toString(static_cast<qulonglong>(rows.read())) + " rows"),
             qPrintable(status));
    window.open_files({sample("access.log"), sample("payments.ndjson"), sample("activity.ndjson")});
    QTRY_COMPARE(window.session().state(), State::idle);
    for (const ReportKind kind : kAllReports) QVERIFY(window.session().reports(kind));
    QCOMPARE(window.findChild<Rail*>()->findChildren<SourceRow*>().size(), 4);
  }

  void the_step_has_keys_and_the_status_line_says_it() {
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("pageviews.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    const auto status = [&] { return window.findChild<StatusLine*>()->text(); };
    QTRY_VERIFY(status().contains("hours in UTC"));
    for (const Step step : {Step::day, Step::week, Step::hour}) {
      const auto key = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(step));
      QTest::keyClick(&window, key, Qt::ControlModifier);
      QCOMPARE(window.session().options().step, step);
      QTRY_VERIFY(!window.session().slicing());
      QTRY_VERIFY2(status().contains(step == Step::hour ? "hours in UTC" : "days in UTC"),
                   qPrintable(status()));
    }
  }

  void files_that_grow_are_followed() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("pageviews.csv");
    write_pageviews(path, 1000);
    const auto append = [&](const QByteArray& rows) {
      QFile file(path);
      QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
      file.write(rows);
    };
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({path});
    QTRY_COMPARE(window.session().state(), State::idle);
    AnalysisSession& session = window.session();
    const auto rows = [&] {
      const ReportSetPtr reports = session.reports(ReportKind::hourly_visitors);
      return reports ? reports->load_of(ReportKind::hourly_visitors).rows.read() : 0;
    };
    append("2025-01-01T00:00:00Z,/p/1,v1\n");
    const QString status = window.findChild<StatusLine*>()->text();
    QVERIFY(!status.contains("following"));

    QAction* follow = nullptr;
    for (QAction* action : window.findChildren<QAction*>())
      if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)) follow = action;
    QVERIFY(follow != nullptr);
    QVERIFY(!follow->isChecked());
    follow->trigger();
    QTRY_COMPARE(rows(), std::uint64_t{1001});
    QTRY_VERIFY(window.findChild<StatusLine*>()->text().contains("following"));
    QVERIFY(session.sources().front().followed);
    Filter filter;
    filter[FilterField::page] = {"/p/1"};
    session.set_filter(filter);
    QTRY_VERIFY(!session.slicing());
    const std::uint64_t before =
        session.reports(ReportKind::hourly_visitors)->get<HourlyVisitorsReport>()->pageviews;
    append("2025-01-01T00:00:00Z,/p/1,v2\n2025-01-01T00:00:00Z,/p/2,v2\nnever,/p/1,v\n2025-");
    QTRY_COMPARE(rows(), std::uint64_t{1004});
    QTRY_COMPARE(
        session.reports(ReportKind::hourly_visitors)->get<HourlyVisitorsReport>()->pageviews,
        before + 1);
    QCOMPARE(session.filter(), filter);
    // Rotated: the old one is read to its end.
    append("01-01T00:00:00Z,/p/1,v3\n");
    QVERIFY(QFile::rename(path, path + ".1"));
    write_pageviews(path, 10);
    QTRY_COMPARE(rows(), std::uint64_t{1015});
    QTRY_VERIFY(!session.sources().front().happened.empty());
    QCOMPARE(session.sources().front().happened.back().kind, FollowNoteKind::replaced);
    // The end of following is the end of a last line, too.
    append("2025-01-01T00:00:00Z,/p/1,v4");
    follow->trigger();
    QTRY_COMPARE(rows(), std::uint64_t{1016});
    QTRY_VERIFY(!window.findChild<StatusLine*>()->text().contains("following"));
    append("\n2025-01-01T00:00:00Z,/p/1,v5\n");
    QTest::qWait(1200);
    QCOMPARE(rows(), std::uint64_t{1016});
    follow->trigger();
    QTRY_COMPARE(rows(), std::uint64_t{12});
  }

  void every_page_comes_up_in_light_and_dark() {
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("pageviews.csv"), sample("payments.ndjson"), sample("campaigns.csv"),
                       sample("activity.ndjson"), sample("access.log")});
    QTRY_COMPARE(window.session().state(), State::idle);
    for (const Theme theme : {Theme::dark, Theme::light}) {
      themes_.set_theme(theme);
      for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5}) {
        QTest::keyClick(&window, key, Qt::AltModifier);
        QVERIFY(!window.grab().isNull());
      }
    }
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(window.focusWidget()));
  }

  // A log feeds two pages in one pass; both have what the command line writes.
  void a_log_feeds_visitors_and_requests() {
    QTemporaryDir folder;
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("access.log")});
    QTRY_COMPARE(window.session().state(), State::idle);
    QVERIFY(window.session().reports(ReportKind::hourly_visitors));
    QTest::keyClick(&window, Qt::Key_5, Qt::AltModifier);
    Filter filter;
    filter[FilterField::page] = {"/"};
    filter.from = parse_time_bound("2025-01-07");
    window.session().set_filter(filter);
    QTRY_VERIFY(!window.session().slicing());
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto* dialog = window.findChild<ExportDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QLineEdit*>("export_folder")->setText(folder.filePath("window"));
    QTest::mouseClick(dialog->findChild<QPushButton*>("export_start"), Qt::LeftButton);
    QTRY_VERIFY(!dialog->busy());
    dialog->close();
    QVERIFY(
        run_command_line({"requests", "--page", "/", "--from", "2025-01-07", sample("access.log")},
                         folder.filePath("cli")));
    for (const char* name : {"/hourly_requests.csv", "/requests.csv"}) {
      const QByteArray written = content(folder.filePath("window") + name);
      QVERIFY(written.count('\n') > 1);
      QCOMPARE(written, content(folder.filePath("cli") + name));
    }
  }

  void filters_and_exports_what_the_command_line_writes() {
    QTemporaryDir folder;
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("pageviews.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);

    // "+ filter", Page, type it, Return.
    window.findChild<FilterBar*>()->choose(ConditionField::page);
    auto* popup = window.findChild<FilterBar*>()->findChild<ConditionPopup*>();
    QVERIFY(popup->isVisible());
    auto* field = popup->findChild<QLineEdit*>();
    QTRY_VERIFY(popup->findChild<QListWidget*>()->count() > 1);
    QTest::keyClicks(field, "/");
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!popup->isVisible());
    QCOMPARE(window.session().filter()[FilterField::page], std::vector<std::string>{"/"});
    QTRY_VERIFY(!window.session().slicing());
    QVERIFY(window.findChild<StatusLine*>()->text().contains(" of "));

    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto* dialog = window.findChild<ExportDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QLineEdit*>("export_folder")->setText(folder.filePath("window"));
    QTest::mouseClick(dialog->findChild<QPushButton*>("export_start"), Qt::LeftButton);
    QTRY_VERIFY(!dialog->busy());
    const QString result = dialog->findChild<QLabel*>("export_result")->text();
    QVERIFY2(result.contains("hourly_visitors.csv"), qPrintable(result));
    dialog->close();

    QVERIFY(run_command_line({"hourly-visitors", "--page", "/", sample("pageviews.csv")},
                             folder.filePath("cli")));
    for (const char* name : {"/hourly_visitors.csv", "/hourly_totals.csv"}) {
      const QByteArray written = content(folder.filePath("window") + name);
      QVERIFY(written.count('\n') > 10);
      QCOMPARE(written, content(folder.filePath("cli") + name));
    }
  }

  void writes_the_two_rankings_in_one_go() {
    QTemporaryDir folder;
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("campaigns.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    auto* dialog = window.findChild<ExportDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QLineEdit*>("export_folder")->setText(folder.filePath("window"));
    QTest::mouseClick(dialog->findChild<QPushButton*>("export_start"), Qt::LeftButton);
    QTRY_VERIFY(!dialog->busy());
    QCOMPARE(QDir(folder.filePath("window")).entryList(QDir::Files),
             (QStringList{"top10_cpa.csv", "top10_ctr.csv"}));
    QVERIFY(
        run_command_line({"campaign-ranking", sample("campaigns.csv")}, folder.filePath("cli")));
    for (const char* name : {"/top10_ctr.csv", "/top10_cpa.csv"})
      QCOMPARE(content(folder.filePath("window") + name), content(folder.filePath("cli") + name));
  }

  void says_when_nothing_matches_and_clears_the_filter() {
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("pageviews.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    Filter filter;
    filter[FilterField::page] = {"/nowhere"};
    window.session().set_filter(filter);
    QTRY_VERIFY(visible_button(window, "Clear filter"));
    QTest::mouseClick(visible_button(window, "Clear filter"), Qt::LeftButton);
    QTRY_VERIFY(!visible_button(window, "Clear filter"));
    QVERIFY(window.session().filter().empty());
  }

  void says_that_it_reads_until_there_are_figures() {
    test::FakeEngine fake;
    fake.put("/a/views.csv", {ReportKind::hourly_visitors, 100});
    fake.allow_rows(5);
    MainWindow window(fake.engine(), themes_);
    window.show();
    QVERIFY(visible_button(window, "Show sample data"));
    window.open_files({"/a/views.csv"});
    QTRY_VERIFY(test::shows_text(window, "Reading views.csv"));
    QVERIFY(!visible_button(window, "Show sample data"));
    QTest::keyClick(&window, Qt::Key_4, Qt::AltModifier);  // nothing is read for this one
    QVERIFY(visible_button(window, "Open…"));
    QTest::keyClick(&window, Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(test::shows_text(window, "Reading views.csv"));
    fake.allow_rows(25);
    QTRY_VERIFY(test::shows_text(window, "so far"));
    QVERIFY(!test::shows_text(window, "Reading views.csv"));
    fake.allow_rows(UINT64_MAX);
    QTRY_COMPARE(window.session().state(), State::idle);
    window.session().remove_all_sources();
    QVERIFY(visible_button(window, "Show sample data"));
  }

  void closing_stops_an_export_and_leaves_no_file() {
    QTemporaryDir folder;
    write_pageviews(folder.filePath("big.csv"), 400'000);
    for (const int wait : {0, 2, 8}) {
      auto window = std::make_unique<MainWindow>(file_engine(), themes_);
      window->show();
      window->open_files({folder.filePath("big.csv")});
      QTRY_COMPARE_WITH_TIMEOUT(window->session().state(), State::idle, 60'000);
      QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
      auto* dialog = window->findChild<ExportDialog*>();
      const QString place = folder.filePath("out");
      dialog->findChild<QLineEdit*>("export_folder")->setText(place);
      QTest::mouseClick(dialog->findChild<QPushButton*>("export_start"), Qt::LeftButton);
      QTest::qWait(wait);
      window->close();
      window.reset();
      // All of it or nothing, and nothing with a temporary name.
      QStringList files = QDir(place).entryList(QDir::Files | QDir::Hidden);
      QVERIFY2(
          files.isEmpty() || files == (QStringList{"hourly_totals.csv", "hourly_visitors.csv"}),
          qPrintable(files.join(" ")));
      QDir(place).removeRecursively();
    }
  }

  void stops_and_continues() {
    test::FakeEngine fake;
    fake.put("/a", {ReportKind::user_activity, 100});
    fake.allow_rows(25);
    MainWindow window(fake.engine(), themes_);
    window.show();
    window.open_files({"/a"});
    QTRY_COMPARE(window.session().progress().rows, 25U);
    QTest::keyClick(&window, Qt::Key_Escape);
    auto* banner = window.findChild<Banner*>("stopped_banner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains("25 %") && banner->text().contains("25 rows"),
             qPrintable(banner->text()));
    fake.allow_rows(UINT64_MAX);
    QTest::mouseClick(banner->findChildren<QPushButton*>().front(), Qt::LeftButton);
    QTRY_COMPARE(window.session().state(), State::idle);
    QVERIFY(!banner->isVisible());
    QCOMPARE(window.session().progress().rows, 100U);
  }

  void memory_that_runs_out_in_an_event_is_said_and_the_window_goes_on() {
    test::FakeEngine fake;
    fake.put("/a", {ReportKind::user_activity, 100});
    MainWindow window(fake.engine(), themes_);
    window.show();
    window.open_files({"/a"});
    QTRY_COMPARE(window.session().state(), State::idle);
    auto* banner = window.findChild<Banner*>("trouble_banner");
    QVERIFY(!banner->isVisible());
    bool after = false;
    QTimer::singleShot(0, &window, [] { throw std::bad_alloc(); });
    QTimer::singleShot(0, &window, [&] { after = true; });
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains("memory"), qPrintable(banner->text()));
    QTRY_VERIFY(after);
    QVERIFY(window.session().reports(ReportKind::user_activity));
    QTest::mouseClick(banner->findChildren<QPushButton*>().front(), Qt::LeftButton);
    QVERIFY(!banner->isVisible());
  }

  void a_filter_that_finds_no_memory_is_said_above_what_stays() {
    test::FakeEngine fake;
    fake.put("/a", {ReportKind::hourly_visitors, 100});
    MainWindow window(fake.engine(), themes_);
    window.show();
    window.open_files({"/a"});
    QTRY_COMPARE(window.session().state(), State::idle);
    fake.fail_slices(true);
    Filter filter;
    filter[FilterField::page] = {"/"};
    window.session().set_filter(filter);
    auto* banner = window.findChild<Banner*>("failed_banner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains("does not follow the filter"), qPrintable(banner->text()));
    window.session().set_filter({});
    QTRY_VERIFY(!banner->isVisible());
  }

  void a_file_that_cannot_be_read_says_so_beside_its_name() {
    MainWindow window(file_engine(), themes_);
    window.resize(1600, 900);
    window.show();
    window.open_files({"/nowhere/pageviews.csv"});
    QTRY_COMPARE(window.session().state(), State::idle);
    auto* rail = window.findChild<Rail*>();
    QVERIFY(!rail->folded());
    bool said = false;
    for (const QLabel* label : rail->findChild<SourceRow*>()->findChildren<QLabel*>())
      said = said || (label->isVisible() && label->text().contains("not there"));
    QVERIFY(said);
    auto* banner = window.findChild<Banner*>("failed_banner");
    QVERIFY(!banner->isVisible());
    window.resize(1200, 720);  // the rail folds, the message moves above the page
    QTRY_VERIFY(rail->folded());
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().contains("/nowhere/pageviews.csv"));
  }

  void rates_follow_without_reading_again() {
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("payments.ndjson")});
    QTRY_COMPARE(window.session().state(), State::idle);
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    auto* dialog = window.findChild<SettingsDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    auto* rates = dialog->findChild<QTableWidget*>();
    QVERIFY(rates->rowCount() >
            0);  // the currencies that wait for a rate are there to be filled in
    const std::string currency = rates->item(0, 0)->text().toStdString();
    rates->item(0, 1)->setText("-1");
    const auto buttons = dialog->findChildren<QPushButton*>();
    const auto apply = std::find_if(buttons.begin(), buttons.end(), [](auto* button) {
      return button->text().remove('&') == "Apply";
    });
    QTest::mouseClick(*apply, Qt::LeftButton);
    QVERIFY(window.session().options().rates.empty());
    rates->item(0, 1)->setText("1.08");
    QTest::mouseClick(*apply, Qt::LeftButton);
    QVERIFY(window.session().options().rates.contains(currency));
    QTRY_VERIFY(!window.session().slicing());
    QCOMPARE(window.session().state(), State::idle);
    for (const auto& unconverted :
         window.session().reports(ReportKind::customer_report)->get<CustomerReport>()->unconverted)
      QVERIFY(unconverted.currency != currency);
  }

  void the_load_report_reconciles() {
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("pageviews.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
    auto* dialog = window.findChild<LoadReportDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    const RowCounts rows = window.session()
                               .reports(ReportKind::hourly_visitors)
                               ->load_of(ReportKind::hourly_visitors)
                               .rows;
    QVERIFY(rows.rejected() > 0);
    auto* reasons = dialog->findChild<QTableWidget*>();
    std::uint64_t sum = 0;
    for (int row = 1; row < reasons->rowCount(); ++row)
      sum += QLocale().toULongLong(reasons->item(row, 1)->text());
    QCOMPARE(sum, rows.rejected());
    QCOMPARE(dialog->findChild<QTableView*>("examples")->model()->rowCount(),
             static_cast<int>(rows.rejected()));
  }

  void another_file_and_closing_mid_load_are_safe() {
    QTemporaryDir folder;
    write_pageviews(folder.filePath("big.csv"), 400'000);
    write_pageviews(folder.filePath("small.csv"), 1'000);
    for (const int wait : {0, 5, 40}) {
      auto window = std::make_unique<MainWindow>(file_engine(), themes_);
      window->show();
      window->open_files({folder.filePath("big.csv")});
      QTest::qWait(wait);
      window->open_files({folder.filePath("small.csv")});
      if (wait == 40) {
        QTRY_COMPARE_WITH_TIMEOUT(window->session().state(), State::idle, 60'000);
        QCOMPARE(window->session()
                     .reports(ReportKind::hourly_visitors)
                     ->get<HourlyVisitorsReport>()
                     ->pageviews,
                 401'000U);
        window->open_files({sample("campaigns.csv"), folder.filePath("big.csv")});
      }
      QTest::qWait(wait);
      window->close();
      window.reset();
    }
  }

 private:
  ThemeKeeper themes_;
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::MainWindowTest>(argc, argv);
}

#include "test_main_window.moc"
