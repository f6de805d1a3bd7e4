// The window with tables of real servers as its sources. Long, for a second program costs every run
// its own servers.
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "model/report/hourly_visitors_report.h"
#include "tests/support/fake_keychain.h"
#include "tests/support/server_rig.h"
#include "tests/support/sql_events.h"
#include "tests/support/window_test.h"
#include "ui/connect/connect_dialog.h"
#include "ui/connect/password_prompt.h"
#include "ui/connect/saved_connections.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/load_report_dialog.h"
#include "ui/dialogs/reject_model.h"
#include "ui/frame/banner.h"
#include "ui/frame/rail.h"
#include "ui/frame/source_row.h"
#include "ui/frame/status_line.h"
#include "ui/main_window.h"
#include "ui/style/theme.h"
#include "ui/tables/report_table_view.h"
#include "ui/words.h"

namespace footfall {
namespace {

using namespace footfall_test;
using test::FakeKeychain;
using State = AnalysisSession::State;

constexpr int kPatience = 60'000;
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, kPatience)
#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, kPatience)

QByteArray content(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll()
                                        : QByteArray("cannot read " + path.toUtf8());
}

/// The texts in sight below a widget.
QString texts_of(const QWidget& widget) {
  QStringList texts;
  for (const auto* label : widget.findChildren<QLabel*>())
    if (label->isVisible()) texts << label->text();
  // Where a long word may be broken is not part of it.
  return texts.join("\n").remove(QChar(0x200b));
}

void trigger(const QWidget& window, const QKeySequence& keys) {
  for (QAction* action : window.findChildren<QAction*>())
    if (action->shortcut() == keys) return action->trigger();
  qFatal("no action for %s", qPrintable(keys.toString()));
}

class WindowDatabasesTest : public QObject, private ServerRig {
  Q_OBJECT

  static constexpr const char* kSecret = "hunter2-secret";
  ThemeKeeper themes_;
  FakeKeychain::Drawer drawer_;

  std::unique_ptr<MainWindow> open_window() {
    auto window = std::make_unique<MainWindow>(file_engine(), themes_,
                                               std::make_unique<FakeKeychain>(drawer_));
    window->resize(1600, 900);
    window->show();
    return window;
  }
  [[nodiscard]] DatabaseSource table(ReportKind kind, const char* name,
                                     bool on_clickhouse = false) const {
    ConnectionSettings settings = on_clickhouse ? clickhouse->settings() : postgres->settings();
    if (!on_clickhouse) settings.user = "reader";
    return {settings, {on_clickhouse ? "default" : "public", name}, kind, {}};
  }

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start(1, why), qPrintable(why));
    for (const auto& [kind, name] : {std::pair(ReportKind::hourly_visitors, "visits"),
                                     std::pair(ReportKind::customer_report, "payments"),
                                     std::pair(ReportKind::campaign_ranking, "campaigns"),
                                     std::pair(ReportKind::user_activity, "events")}) {
      const SqlEvents events = make_events(kind, 1, 200, true);
      QCOMPARE(fill_table(*pg, name, events, {}), std::string());
      QCOMPARE(fill_table(*ch, name, events, {}), std::string());
    }
    for (const char* statement :
         {"CREATE VIEW slow AS SELECT v.* FROM visits v, (SELECT pg_sleep(1000)) s",
          "CREATE VIEW odd AS SELECT id, user_id, 'odd'::text AS type FROM events",
          "CREATE ROLE reader LOGIN PASSWORD 'hunter2-secret'",
          "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"})
      QCOMPARE(execute(*pg, statement), std::string());
    QCOMPARE(execute(*ch, "CREATE VIEW odd AS SELECT id, user_id, 'odd' AS type FROM events"),
             std::string());
  }
  void init() {
    QSettings().clear();
    drawer_ = {};
  }

  void shows_every_report_and_exports_what_the_command_line_writes() {
    for (const bool on_clickhouse : {false, true}) {
      const auto window = open_window();
      for (const auto& [kind, name] : {std::pair(ReportKind::hourly_visitors, "visits"),
                                       std::pair(ReportKind::customer_report, "payments"),
                                       std::pair(ReportKind::campaign_ranking, "campaigns"),
                                       std::pair(ReportKind::user_activity, "events")}) {
        const DatabaseSource source = table(kind, name, on_clickhouse);
        window->open_table(source, on_clickhouse ? "" : kSecret);
        TRY_COMPARE(window->session().state(), State::idle);
        const ReportSetPtr reports = window->session().reports(kind);
        QVERIFY2(reports && reports->has(kind), qPrintable(texts_of(*window->findChild<Rail*>())));
        QVERIFY(window->findChild<StatusLine*>()->text().contains(
            QLocale().toString(static_cast<qulonglong>(reports->load_of(kind).rows.read())) +
            " rows"));
        QVERIFY(!window->grab().isNull());

        trigger(*window, QKeySequence(Qt::CTRL | Qt::Key_E));
        auto* dialog = window->findChild<ExportDialog*>();
        const QString written =
            folder.filePath(QString("window-%1%2").arg(name).arg(on_clickhouse));
        dialog->findChild<QLineEdit*>("export_folder")->setText(written);
        QTest::mouseClick(dialog->findChild<QPushButton*>("export_start"), Qt::LeftButton);
        TRY_VERIFY(!dialog->busy());
        dialog->close();
        const QString wanted = folder.filePath(QString("cli-%1%2").arg(name).arg(on_clickhouse));
        QProcess cli;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!on_clickhouse) environment.insert("FOOTFALL_PASSWORD", kSecret);
        cli.setProcessEnvironment(environment);
        cli.start(qEnvironmentVariable("FOOTFALL_CLI"),
                  {QString::fromLatin1(command_name(kind).data()), "--quiet", "--output", wanted,
                   QString::fromStdString(database_url(source))});
        QVERIFY(cli.waitForFinished(kPatience));
        QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError().constData());
        const QStringList files = QDir(wanted).entryList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QString& file : files)
          QCOMPARE(content(written + "/" + file), content(wanted + "/" + file));
      }
      QCOMPARE(window->findChild<Rail*>()->findChildren<SourceRow*>().size(), 4);
      QVERIFY(texts_of(*window->findChild<Rail*>())
                  .contains(on_clickhouse ? "ClickHouse on 127.0.0.1" : "PostgreSQL on 127.0.0.1"));
      QVERIFY(window->windowTitle().startsWith("Footfall — visits"));
    }
  }

  void a_filter_runs_in_the_database_and_says_so() {
    const auto window = open_window();
    window->open_table(table(ReportKind::hourly_visitors, "visits"), kSecret);
    TRY_COMPARE(window->session().state(), State::idle);
    const auto& report =
        *window->session().reports(ReportKind::hourly_visitors)->get<HourlyVisitorsReport>();
    Filter filter;
    filter[FilterField::page] = {std::string((*report.pages)[0])};
    window->session().set_filter(filter);
    QVERIFY(window->findChild<StatusLine*>()->text().contains("updating"));
    QVERIFY(texts_of(*window->findChild<Rail*>()).contains("asking again"));
    TRY_COMPARE(window->session().state(), State::idle);
    QVERIFY(!window->findChild<StatusLine*>()->text().contains("updating"));
    QVERIFY(window->findChild<StatusLine*>()->text().contains(" of "));
  }

  void a_query_is_called_by_its_tables_and_comes_back_to_the_dialog() {
    const auto window = open_window();
    DatabaseSource source = table(ReportKind::user_activity, "");
    source.table = table_of_query("SELECT id, user_id,\n  type FROM events WHERE id <> ''");
    window->open_table(source, kSecret);
    TRY_COMPARE(window->session().state(), State::idle);
    QVERIFY(window->session().reports(ReportKind::user_activity));
    QCOMPARE(window->windowTitle(), QString("Footfall — SELECT … FROM events WHERE id <> ''"));
    auto* row = window->findChild<SourceRow*>();
    QCOMPARE(row->accessibleName(), QString("SELECT … FROM events WHERE id <> ''"));
    bool whole = false;
    // In the narrow rail its beginning is in sight.
    QVERIFY2(test::shows_text(*row, "SELECT … FROM e"), qPrintable(texts_of(*row)));
    for (const auto* label : row->findChildren<QLabel*>())
      whole = whole || label->toolTip().contains("SELECT id, user_id,\n  type FROM events");
    QVERIFY(whole);
    emit row->edit_requested();
    auto* dialog = window->findChild<ConnectDialog*>();
    QVERIFY(dialog->isVisible());
    dialog->findChild<QLineEdit*>("password")->setText(kSecret);
    QTest::mouseClick(dialog->findChild<QPushButton*>("next"), Qt::LeftButton);
    auto* query = dialog->findChild<QPlainTextEdit*>("query");
    TRY_VERIFY(query->isVisible());
    QCOMPARE(query->toPlainText().toStdString(), source.table.query);
    TRY_VERIFY(dialog->findChild<QPushButton*>("next")->isEnabled());
    dialog->close();
  }

  void says_how_long_it_takes_and_stops() {
    const auto window = open_window();
    window->open_table(table(ReportKind::hourly_visitors, "slow"), kSecret);
    TRY_VERIFY(texts_of(*window).contains("Asking the database for slow"));
    TRY_VERIFY(window->findChild<StatusLine*>()->text().contains("the database works"));
    TRY_VERIFY(window->findChild<StatusLine*>()->text().contains("step 1 of 4"));
    trigger(*window, QKeySequence(QKeySequence::Cancel));
    TRY_COMPARE(window->session().state(), State::stopped);
    auto* banner = window->findChild<Banner*>("stopped_banner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains("slow"), qPrintable(banner->text()));
    QTest::mouseClick(banner->findChildren<QPushButton*>().front(), Qt::LeftButton);
    QCOMPARE(window->session().state(), State::loading);
  }

  void rejected_rows_are_counted_and_have_examples() {
    for (const bool on_clickhouse : {false, true}) {
      const auto window = open_window();
      window->open_table(table(ReportKind::hourly_visitors, "visits", on_clickhouse),
                         on_clickhouse ? "" : kSecret);
      TRY_COMPARE(window->session().state(), State::idle);
      const RowCounts rows = window->session().sources().front().rows;
      QVERIFY(rows.rejected() > 0);
      QVERIFY2(texts_of(*window).contains(", for example where"), qPrintable(texts_of(*window)));
      trigger(*window, QKeySequence(Qt::CTRL | Qt::Key_I));
      auto* dialog = window->findChild<LoadReportDialog*>();
      QVERIFY(dialog && dialog->isVisible());
      auto* examples = dialog->findChild<QTableView*>("examples");
      QVERIFY(examples->isVisible());
      QVERIFY(examples->isColumnHidden(RejectModel::kLine));
      for (const auto* button : dialog->findChildren<QPushButton*>())
        QVERIFY(!button->text().contains("Export") || !button->isVisible());
      auto* reasons = dialog->findChild<QTableWidget*>();
      std::uint64_t sum = 0;
      for (int row = 1; row < reasons->rowCount(); ++row) {
        sum += QLocale().toULongLong(reasons->item(row, 1)->text());
        // A click on a reason leaves the examples of it.
        QTest::mouseClick(reasons->viewport(), Qt::LeftButton, Qt::NoModifier,
                          reasons->visualItemRect(reasons->item(row, 0)).center());
        const QAbstractItemModel& listed = *examples->model();
        QVERIFY(listed.rowCount() > 0);
        for (int line = 0; line < listed.rowCount(); ++line) {
          QCOMPARE(listed.index(line, RejectModel::kReason).data().toString(),
                   reasons->item(row, 0)->text());
          const QString column = listed.index(line, RejectModel::kColumn).data().toString();
          QVERIFY(
              listed.index(line, RejectModel::kText).data().toString().startsWith(column + "="));
        }
      }
      QCOMPARE(sum, rows.rejected());
    }
  }

  void says_when_it_was_answered_and_asks_again_as_often_as_wanted() {
    const auto choice_in = [](const QMenu& menu, const QString& text) -> QAction* {
      for (QAction* action : menu.actions())
        if (action->text().remove('&') == text) return action;
      return nullptr;
    };
    {
      const auto window = open_window();
      window->open_table(table(ReportKind::hourly_visitors, "visits"), kSecret);
      TRY_COMPARE(window->session().state(), State::idle);
      const QString status = window->findChild<StatusLine*>()->text();
      QVERIFY2(status.contains("answered ") && status.contains(" s"), qPrintable(status));
      auto* row = window->findChild<SourceRow*>();
      QVERIFY2(texts_of(*row).contains("answered "), qPrintable(texts_of(*row)));

      // An answer leaves what was chosen.
      auto* front = window->findChild<QStackedWidget*>()->currentWidget();
      ReportTableView* view = nullptr;
      for (auto* each : front->findChildren<ReportTableView*>())
        if (each->isVisible() && each->model()->rowCount() > 3) view = each;
      QVERIFY(view);
      QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier,
                        view->visualRect(view->model()->index(2, 0)).center());
      const QString chosen = view->selectionModel()->selectedRows().value(0).data().toString();
      QVERIFY(!chosen.isEmpty());
      const std::int64_t before = window->session().answered(ReportKind::hourly_visitors)->at;
      const ReportSetPtr shown = window->session().reports(ReportKind::hourly_visitors);
      trigger(*window, QKeySequence(QKeySequence::Refresh));
      TRY_VERIFY(window->session().reports(ReportKind::hourly_visitors) != shown);
      TRY_COMPARE(window->session().state(), State::idle);
      QVERIFY(window->session().answered(ReportKind::hourly_visitors)->at >= before);
      TRY_COMPARE(view->selectionModel()->selectedRows().value(0).data().toString(), chosen);

      QContextMenuEvent wanted(QContextMenuEvent::Keyboard, row->rect().center(),
                               row->mapToGlobal(row->rect().center()));
      QApplication::sendEvent(row, &wanted);
      auto* menu = row->findChild<QMenu*>();
      QVERIFY(menu && choice_in(*menu, "Ask again"));
      auto* intervals = menu->findChild<QMenu*>();
      QVERIFY(intervals);
      QVERIFY(choice_in(*intervals, "Only when I ask")->isChecked());
      choice_in(*intervals, "Every 5 minutes")->trigger();
      menu->close();
      QCOMPARE(window->session().sources().front().database->ask_every, std::chrono::minutes(5));
      QVERIFY2(texts_of(*row).contains("asked again every 5 minutes"), qPrintable(texts_of(*row)));
      window->close();
    }
    const auto later = open_window();
    later->reopen();
    QCOMPARE(later->session().sources().front().state, Source::State::unasked);
    TRY_VERIFY(texts_of(*later->findChild<SourceRow*>()).contains("asked again every 5 minutes"));
    QVERIFY(!later->session().answered(ReportKind::hourly_visitors));
    QMenu* of_page = nullptr;
    for (QMenu* menu : later->findChildren<QMenu*>())
      if (menu->title().remove('&') == "Ask the database again on its own") of_page = menu;
    QVERIFY(of_page);
    emit of_page->aboutToShow();
    QVERIFY(choice_in(*of_page, "Every 5 minutes")->isChecked());
    choice_in(*of_page, "Only when I ask")->trigger();
    QCOMPARE(later->session().sources().front().database->ask_every, std::chrono::seconds(0));
    QVERIFY(!texts_of(*later->findChild<SourceRow*>()).contains("asked again"));
    // Where the page in front shows no table there is nothing to choose.
    trigger(*later, QKeySequence(Qt::ALT | Qt::Key_2));
    emit of_page->aboutToShow();
    QVERIFY(!choice_in(*of_page, "Every hour")->isEnabled());
  }

  void a_wrong_password_leads_back_to_the_dialog() {
    const auto window = open_window();
    window->open_table(table(ReportKind::hourly_visitors, "visits"), "wrong");
    TRY_COMPARE(window->session().state(), State::idle);
    auto* row = window->findChild<SourceRow*>();
    QVERIFY2(texts_of(*row).contains("password is wrong"), qPrintable(texts_of(*row)));
    for (auto* label : row->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains("edit")) emit label->linkActivated("edit");
    auto* dialog = window->findChild<ConnectDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit*>("user")->text(), QString("reader"));
    // One button looks like the answer that is expected.
    const auto tone_of = [&](const char* name) {
      auto* button = dialog->findChild<QPushButton*>(name);
      return button->grab().toImage().pixelColor(5, button->height() / 2);
    };
    QCOMPARE(tone_of("next"), dialog->palette().color(QPalette::Highlight));
    QVERIFY(tone_of("cancel") != tone_of("next"));
    dialog->findChild<QLineEdit*>("password")->setText(kSecret);
    QTest::mouseClick(dialog->findChild<QPushButton*>("next"), Qt::LeftButton);
    // The table of before is chosen again, with its report.
    auto* preview = dialog->findChild<QTableWidget*>("preview");
    TRY_COMPARE(preview->rowCount(), 10);
    TRY_VERIFY(dialog->findChild<QPushButton*>("next")->isEnabled());
    QTest::mouseClick(dialog->findChild<QPushButton*>("next"), Qt::LeftButton);
    TRY_COMPARE(window->session().state(), State::idle);
    QCOMPARE(window->session().sources().size(), std::size_t{1});
    QVERIFY(window->session().reports(ReportKind::hourly_visitors));

    // Next time it is among the recent ones, and its password in the keychain.
    const auto later = open_window();
    bool opened = false;
    for (QMenu* menu : later->findChildren<QMenu*>())
      for (QAction* action : menu->actions())
        if (!opened && action->text().contains("public.visits")) {
          action->trigger();
          opened = true;
        }
    QVERIFY(opened);
    TRY_COMPARE(later->session().state(), State::idle);
    QVERIFY(later->session().reports(ReportKind::hourly_visitors));
    QVERIFY(!content(QSettings().fileName()).contains("hunter2"));
  }

  void a_recent_table_asks_for_its_password() {
    for (const bool keychain : {false, true}) {
      drawer_ = {};
      drawer_.there = keychain;
      QSettings().clear();
      for (const auto& [kind, name] : {std::pair(ReportKind::hourly_visitors, "visits"),
                                       std::pair(ReportKind::user_activity, "events")})
        remember_table(table(kind, name));
      const auto window = open_window();
      const auto open_recent = [&](const QString& name) {
        for (QMenu* menu : window->findChildren<QMenu*>())
          for (QAction* action : menu->actions())
            if (action->text().contains("public." + name)) return action->trigger();
        qFatal("not among the recent ones: %s", qPrintable(name));
      };
      const auto prompt = [&] { return window->findChild<PasswordPrompt*>(); };
      open_recent("visits");
      open_recent("events");
      TRY_VERIFY(prompt() && prompt()->isVisible());
      TRY_COMPARE(window->session().state(), State::idle);
      QVERIFY2(texts_of(*prompt()).contains("reader"), qPrintable(texts_of(*prompt())));
      QVERIFY(!texts_of(*prompt()).contains("did not take"));
      // Nobody who knows it: the page says what is missing.
      QTest::keyClick(prompt(), Qt::Key_Escape);
      QVERIFY(!prompt()->isVisible());
      const auto* front = window->findChild<QStackedWidget*>()->currentWidget();
      QVERIFY2(texts_of(*front).contains("password is wrong or missing"),
               qPrintable(texts_of(*front)));
      for (const auto* button : front->findChildren<QPushButton*>())
        QVERIFY(!button->isVisible() || button->text() != "Open…");
      const auto try_again = [&] {
        for (auto* button : front->findChildren<QPushButton*>())
          if (button->isVisible() && button->text() == "Try again")
            return QTest::mouseClick(button, Qt::LeftButton);
        qFatal("nothing to try again");
      };
      const auto answer = [&](const char* password) {
        auto* field = prompt()->findChild<QLineEdit*>("asked_password");
        field->setText(password);
        QTest::keyClick(field, Qt::Key_Return);
      };
      try_again();
      QVERIFY(prompt()->isVisible());
      answer("wrong");
      QVERIFY(!prompt()->isVisible());
      TRY_VERIFY(prompt()->isVisible());
      QVERIFY(texts_of(*prompt()).contains("did not take"));
      answer(kSecret);
      // The other table of the connection comes with it.
      TRY_VERIFY(window->session().reports(ReportKind::hourly_visitors));
      TRY_VERIFY(window->session().reports(ReportKind::user_activity));
      QVERIFY(!prompt()->isVisible());
      QCOMPARE(drawer_.passwords.size(), std::size_t{keychain ? 1U : 0U});
      QVERIFY(!content(QSettings().fileName()).contains("hunter2"));
      window->session().reload_all();
      TRY_COMPARE(window->session().state(), State::idle);
      QVERIFY(window->findChild<Banner*>("failed_banner")->isHidden());
    }
  }

  void says_why_every_row_was_rejected() {
    for (const bool on_clickhouse : {false, true}) {
      const auto window = open_window();
      DatabaseSource source = table(ReportKind::user_activity, "odd", on_clickhouse);
      source.columns = {{"price", "type"}};
      window->open_table(source, on_clickhouse ? "" : kSecret);
      TRY_COMPARE(window->session().state(), State::idle);
      const auto* front = window->findChild<QStackedWidget*>()->currentWidget();
      const QString shown = texts_of(*front);
      QVERIFY2(shown.contains("Every row was rejected"), qPrintable(shown));
      QVERIFY2(shown.contains("bad number in the column “type”, such as “odd”"), qPrintable(shown));
    }
  }

  void what_is_shown_stays_until_the_next_answers() {
    const auto window = open_window();
    auto* banner = window->findChild<Banner*>("stopped_banner");
    // Nothing before it: the page says that it has none.
    window->open_table(table(ReportKind::hourly_visitors, "slow"), kSecret);
    trigger(*window, QKeySequence(QKeySequence::Cancel));
    TRY_COMPARE(window->session().state(), State::stopped);
    const auto* front = window->findChild<QStackedWidget*>()->currentWidget();
    QVERIFY2(texts_of(*front).contains("No answer for slow"), qPrintable(texts_of(*front)));
    QCOMPARE(banner->findChildren<QPushButton*>().front()->text(), QString("Ask again"));

    window->open_table(table(ReportKind::hourly_visitors, "visits"), kSecret);
    TRY_COMPARE(window->session().state(), State::idle);
    const ReportSetPtr shown = window->session().reports(ReportKind::hourly_visitors);
    QVERIFY(shown);
    window->open_table(table(ReportKind::hourly_visitors, "slow"), kSecret);
    QVERIFY(texts_of(*window->findChild<Rail*>()).contains("until the next is there"));
    QVERIFY(texts_of(*front).contains("pageviews"));
    trigger(*window, QKeySequence(QKeySequence::Cancel));
    TRY_COMPARE(window->session().state(), State::stopped);
    QCOMPARE(window->session().reports(ReportKind::hourly_visitors), shown);
    QVERIFY(texts_of(*front).contains("pageviews"));
    QVERIFY2(banner->text().contains("What you see is still visits"), qPrintable(banner->text()));
    QVERIFY(!window->findChild<StatusLine*>()->text().contains("old"));
  }

  // The last one: it stops the server.
  void figures_without_a_new_answer_are_marked_as_old() {
    const auto window = open_window();
    window->open_table(table(ReportKind::user_activity, "events"), kSecret);
    window->open_table(table(ReportKind::hourly_visitors, "visits"), kSecret);
    TRY_COMPARE(window->session().state(), State::idle);
    auto* banner = window->findChild<Banner*>("failed_banner");
    QVERIFY(!banner->isVisible());
    QVERIFY(postgres->halt());
    trigger(*window, QKeySequence(QKeySequence::Refresh));
    TRY_COMPARE(window->session().state(), State::idle);
    QVERIFY(banner->isVisible());
    // The server refused both, and that is one fault.
    QVERIFY2(banner->text().contains("events, visits"), qPrintable(banner->text()));
    QCOMPARE(banner->text().count("refused"), 1);
    QVERIFY2(banner->text().contains("old"), qPrintable(banner->text()));
    QVERIFY2(
        window->findChild<StatusLine*>()->text().contains(
            "old: of " + moment_words(window->session().answered(ReportKind::hourly_visitors)->at)),
        qPrintable(window->findChild<StatusLine*>()->text()));
    QVERIFY(window->session().reports(ReportKind::hourly_visitors));
    QVERIFY(postgres->start_again());
    QTest::mouseClick(banner->findChildren<QPushButton*>().front(), Qt::LeftButton);
    TRY_COMPARE(window->session().state(), State::idle);
    QVERIFY(!banner->isVisible());
    QVERIFY(!window->findChild<StatusLine*>()->text().contains("old"));
  }
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::WindowDatabasesTest>(argc, argv);
}

#include "test_window_databases.moc"
