// The dialog that opens a table, as a user drives it, against real servers. Long, for they are
// started once for all that is tried.
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "model/report/hourly_visitors_report.h"
#include "tests/support/fake_keychain.h"
#include "tests/support/server_rig.h"
#include "tests/support/sql_events.h"
#include "tests/support/window_test.h"
#include "tests/ui/connect_desk.h"
#include "ui/connect/connection_form.h"
#include "ui/connect/query_words.h"
#include "ui/connect/recent_names.h"
#include "ui/connect/saved_connections.h"

namespace footfall {
namespace {

using namespace footfall_test;
using test::Desk;
using test::FakeKeychain;

constexpr int kPatience = 60'000;
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, kPatience)
#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, kPatience)

QStringList& warnings() {
  static QStringList list;
  return list;
}

void keep_warnings(QtMsgType type, const QMessageLogContext&, const QString& message) {
  // What the offscreen platform says of windows whose least size changes, and of raised ones.
  if (message.startsWith("This plugin does not support")) return;
  if (type != QtDebugMsg && type != QtInfoMsg) warnings() << message;
  std::fprintf(stderr, "%s\n", qPrintable(message));
}

class ConnectDialogTest : public QObject, private ServerRig {
  Q_OBJECT

  static constexpr const char* kSecret = "hunter2-secret";
  FakeKeychain::Drawer drawer_;

 private slots:
  void initTestCase() {
    qInstallMessageHandler(keep_warnings);
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start_encrypted(why), qPrintable(why));
    const SqlEvents events = make_events(ReportKind::user_activity, 1, 50, false);
    for (const auto& [connection, name] :
         {std::pair(pg.get(), "events"), std::pair(ch.get(), "events")})
      QCOMPARE(fill_table(*connection, name, events, {}), std::string());
    for (const char* statement :
         {"CREATE SCHEMA web",
          "CREATE TABLE web.visits (at timestamptz, page text, visitor text, extra jsonb)",
          "INSERT INTO web.visits VALUES ('2025-01-06 10:00Z', '/', 'v1', '{\"who\": \"v2\"}')",
          "CREATE DATABASE other", "CREATE ROLE reader LOGIN PASSWORD 'hunter2-secret'",
          "GRANT USAGE ON SCHEMA web TO reader", "GRANT SELECT ON web.visits TO reader",
          "CREATE TABLE tricky (id text, user_id text, type text, price text, at timestamptz, page "
          "text, who text)",
          "INSERT INTO tricky VALUES ('1', 'u', 'view', 'free', '2023-06-01 10:15Z', '/a', 'v'), "
          "('2', 'u', 'view', 'free', '2023-06-02 12:00Z', '/b', 'v'), ('3', 'u', 'click', '1', "
          "'2023-06-03 12:00Z', '/c', 'w')",
          "CREATE TABLE paid (event_id text, customer_id text, ts bigint, event_type text, amount "
          "numeric, currency text)",
          "INSERT INTO paid VALUES ('1', 'c', 1736157600, 'checkout', 5, 'USD')",
          "CREATE VIEW slow AS SELECT e.* FROM events e, (SELECT pg_sleep(1000)) s"})
      QCOMPARE(execute(*pg, statement), std::string());
  }
  void init() {
    QSettings().clear();
    drawer_ = {};
    warnings().clear();
  }
  void cleanup() { QCOMPARE(warnings().join("\n"), QString()); }

  void names_what_is_wrong() {
    for (ConnectionSettings good : {postgres->settings(), clickhouse->settings()}) {
      const bool on_postgres = good.engine == SqlEngine::postgresql;
      const QString password = on_postgres ? PostgresServer::kPassword : "";
      Desk desk(drawer_);
      const auto says = [&](const ConnectionSettings& settings, const QString& secret,
                            const QString& part) {
        desk.fill(settings, secret);
        desk.press("test");
        const bool said = QTest::qWaitFor([&] { return desk.failed(); }, kPatience);
        if (!said || !desk.message().contains(part))
          std::fprintf(stderr, "%s\n", qPrintable(desk.message()));
        return said && desk.message().contains(part) && !desk.message().contains(kSecret);
      };
      ConnectionSettings settings = good;
      if (on_postgres) settings.user = "reader";
      QVERIFY(says(settings, QString("wrong ") + kSecret, "password is wrong"));
      settings = good;
      settings.host = "no-such-host.invalid";
      QVERIFY(says(settings, kSecret, "was not found"));
      settings = good;
      settings.port = static_cast<std::uint16_t>(free_port());
      QVERIFY(says(settings, kSecret, "refused"));
      settings = good;
      settings.database = "nothing here";
      QVERIFY(says(settings, password, "no database"));
      settings = good;
      settings.tls = TlsMode::verify;
      if (on_postgres) QVERIFY(says(settings, password, "No encrypted connection"));
      desk.fill(good, password);
      QVERIFY(desk.message().isEmpty());  // what was said is no longer true
      desk.press("test");
      TRY_VERIFY(desk.message().contains("works"));
      QVERIFY(!desk.failed());
      QVERIFY(saved_connections().empty());
    }
  }

  // The servers' certificate is of `authority` and names "localhost".
  void trusts_the_right_certificate_alone() {
    for (ConnectionSettings settings : {postgres->settings(), clickhouse->settings()}) {
      const bool on_postgres = settings.engine == SqlEngine::postgresql;
      const QString password = on_postgres ? PostgresServer::kPassword : "";
      if (!on_postgres) settings.port = static_cast<std::uint16_t>(clickhouse->https_port());
      settings.host = "localhost";
      settings.tls = TlsMode::verify;
      Desk desk(drawer_);
      const auto refused = [&](const QString& authorities, const QString& part) {
        desk.fill(settings, password);
        desk.type("authorities", authorities);
        desk.press("next");
        const bool said = QTest::qWaitFor([&] { return desk.failed(); }, kPatience);
        if (!said || !desk.message().contains(part))
          std::fprintf(stderr, "%s\n", qPrintable(desk.message()));
        // On the page of the fields, which are open for another try.
        return said && desk.message().contains("No encrypted connection") &&
               desk.message().contains(part) && desk.find<QLineEdit>("authorities")->isVisible() &&
               desk.find<QLineEdit>("authorities")->isEnabled() && desk.ready();
      };
      QVERIFY(refused(other_authority->file(),
                      on_postgres ? "certificate verify failed" : "SSL certificate problem"));
      QVERIFY(refused("/nowhere/authority.crt", "/nowhere/authority.crt"));
      settings.host = "127.0.0.1";
      QVERIFY(refused(authority->file(),
                      on_postgres ? "does not match host name" : "target host name"));
      settings.host = "localhost";
      desk.fill(settings, password);
      QVERIFY(desk.message().isEmpty());
      desk.press("test");
      TRY_VERIFY(desk.message().contains("works"));
      desk.press("next");
      TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
      desk.pick_table(on_postgres ? "public.events" : "events");
      TRY_COMPARE(desk.find<QTableWidget>("preview")->rowCount(), 10);
    }
  }

  void says_that_a_server_is_silent_and_can_be_stopped() {
    const SilentPort silent;
    ConnectionSettings settings = postgres->settings();
    settings.port = static_cast<std::uint16_t>(silent.port());
    Desk desk(drawer_);
    desk.fill(settings, kSecret);
    desk.press("test");
    QVERIFY(desk.message().contains("Connecting to"));
    QVERIFY(!desk.find<QPushButton>("test")->isEnabled());
    QCOMPARE(desk.find<QPushButton>("cancel")->text(), QString("Stop"));
    desk.press("cancel");
    QVERIFY(desk.dialog.isVisible());
    QVERIFY(desk.find<QPushButton>("test")->isEnabled());
    QVERIFY(!desk.failed());
    settings.timeouts.connect = std::chrono::seconds(1);
    desk.dialog.begin_with({settings, {}, ReportKind::user_activity, {}});
    desk.press("test");
    TRY_VERIFY(desk.failed());
    QVERIFY2(desk.message().contains("too long"), qPrintable(desk.message()));
    desk.press("cancel");
    QVERIFY(!desk.dialog.isVisible());
  }

  void chooses_a_table_and_its_columns() {
    ConnectionSettings settings = postgres->settings();
    settings.user = "reader";
    Desk desk(drawer_);
    QSignalSpy chosen(&desk.dialog, &ConnectDialog::chosen);
    desk.fill(settings, kSecret);
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    auto* tables = desk.find<QTreeWidget>("tables");
    QCOMPARE(tables->topLevelItem(0)->text(0), QString("web.visits"));
    QVERIFY(tables->topLevelItemCount() > 1);  // the rest may not be read, and says so
    for (int i = 1; i < tables->topLevelItemCount(); ++i) {
      QVERIFY(!tables->topLevelItem(i)->flags().testFlag(Qt::ItemIsEnabled));
      QVERIFY(tables->topLevelItem(i)->toolTip(0).contains("no right SELECT"));
    }
    QCOMPARE(desk.find<QTreeWidget>("tables")->topLevelItem(0)->data(0, Qt::AccessibleTextRole),
             QVariant("web.visits, table"));
    QVERIFY(desk.find<QComboBox>("databases")->findText("other") >= 0);
    QVERIFY(!desk.ready());
    desk.pick_table("web.visits");
    auto* preview = desk.find<QTableWidget>("preview");
    TRY_COMPARE(preview->rowCount(), 1);
    QCOMPARE(preview->item(0, 1)->text(), QString("/"));
    QVERIFY(!desk.ready());  // no column is called like a role
    QVERIFY(desk.find<QPlainTextEdit>("sql")->toPlainText().isEmpty());
    desk.choose("report", "Visitors");
    desk.find<QComboBox>("column_timestamp")->setCurrentText("at");
    desk.find<QComboBox>("column_page_url")->setCurrentText("page");
    auto* visitor = desk.find<QComboBox>("column_visitor_id");
    QVERIFY(visitor->findText("extra->>'who'") >= 0);  // the first rows showed the key
    visitor->setCurrentText("nothing");
    QVERIFY(!desk.ready());
    visitor->setCurrentText("extra->>'who'");
    QVERIFY(desk.ready());
    auto* sql = desk.find<QPlainTextEdit>("sql");
    TRY_VERIFY(sql->toPlainText().contains("\"visits\""));
    QVERIFY(!sql->toPlainText().contains(kSecret));
    desk.find<QTabBar>("tabs")->setCurrentIndex(1);
    QVERIFY(sql->isVisible());
    desk.find<QCheckBox>("only_range")->click();
    TRY_VERIFY(!sql->toPlainText().isEmpty());
    desk.press("next");
    QVERIFY(!desk.dialog.isVisible());
    QCOMPARE(chosen.count(), 1);
    const auto source = chosen.front()[0].value<DatabaseSource>();
    QVERIFY(source.table == (TableName{"web", "visits"}));
    QCOMPARE(source.kind, ReportKind::hourly_visitors);
    QCOMPARE(source.columns.size(), std::size_t{3});
    QVERIFY(chosen.front()[2].value<Filter>().from);
    desk.session.open_database(source, kSecret);
    TRY_COMPARE(desk.session.state(), AnalysisSession::State::idle);
    QCOMPARE(
        desk.session.reports(ReportKind::hourly_visitors)->get<HourlyVisitorsReport>()->pageviews,
        1U);
  }

  void tables_say_what_they_are() {
    for (const char* statement :
         {"CREATE TABLE sales (event_id text, customer_id text, ts bigint) PARTITION BY RANGE (ts)",
          "CREATE TABLE sales_old PARTITION OF sales FOR VALUES FROM (1) TO (1700000000)",
          "CREATE TABLE sales_new PARTITION OF sales FOR VALUES FROM (1700000000) TO (1900000000)",
          "INSERT INTO sales SELECT g, 'c', 1600000000 + g FROM generate_series(1, 1500) g",
          "INSERT INTO sales VALUES ('x', 'd', 1800000000), ('y', 'd', 1800000001)",
          "ANALYZE sales_old", "ANALYZE sales_new", "CREATE VIEW seen AS SELECT * FROM sales"})
      QCOMPARE(execute(*pg, statement), std::string());
    Desk desk(drawer_);
    desk.fill(postgres->settings(), PostgresServer::kPassword);
    desk.press("next");
    auto* tables = desk.find<QTreeWidget>("tables");
    TRY_VERIFY(tables->isVisible());
    const auto says = [&](const char* name) {
      const auto found = tables->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
      if (found.size() != 1) return QString("%1 of them").arg(found.size());
      const QString above =
          found[0]->parent() ? " below " + found[0]->parent()->text(0) : QString();
      return found[0]->data(0, Qt::AccessibleTextRole).toString() + above;
    };
    QCOMPARE(says("public.sales"), QString("public.sales, 2 partitions · about 1,502 rows"));
    QCOMPARE(says("public.sales_old"),
             QString("public.sales_old, partition · about 1,500 rows below public.sales"));
    QCOMPARE(says("public.sales_new"),
             QString("public.sales_new, partition · about 2 rows below public.sales"));
    QCOMPARE(says("public.seen"), QString("public.seen, view"));
    QVERIFY(!tables->findItems("public.sales", Qt::MatchExactly)[0]->isExpanded());
    desk.pick_table("public.sales_new");
    TRY_VERIFY(desk.ready());
    TRY_COMPARE(desk.find<QTableWidget>("preview")->rowCount(), 2);
    // A partition that is looked for is found, below its table.
    auto* search = desk.find<QLineEdit>("find_table");
    QTest::keyClicks(search, "sales_o");
    QCOMPARE(tables->topLevelItemCount(), 1);
    QVERIFY(tables->topLevelItem(0)->isExpanded());
    QCOMPARE(says("public.sales_old"),
             QString("public.sales_old, partition · about 1,500 rows below public.sales"));
    QCOMPARE(says("public.sales_new"), QString("0 of them"));
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(tables, Qt::Key_Down);
    TRY_COMPARE(desk.find<QTableWidget>("preview")->rowCount(), 10);
    search->clear();
    QCOMPARE(tables->currentItem()->text(0), QString("public.sales_old"));
    for (const char* statement : {"DROP VIEW seen", "DROP TABLE sales"})
      QCOMPARE(execute(*pg, statement), std::string());
  }

  void finds_the_columns_of_a_known_report() {
    for (const ConnectionSettings& settings : {postgres->settings(), clickhouse->settings()}) {
      Desk desk(drawer_);
      desk.fill(settings,
                settings.engine == SqlEngine::postgresql ? PostgresServer::kPassword : "");
      desk.press("next");
      TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
      desk.pick_table(settings.engine == SqlEngine::postgresql ? "public.events" : "events");
      TRY_VERIFY(desk.ready());
      QCOMPARE(desk.find<QComboBox>("report")->currentText(), QString("Activity"));
      QCOMPARE(desk.find<QComboBox>("column_price")->currentText(), QString("metadata->>'price'"));
      TRY_COMPARE(desk.find<QTableWidget>("preview")->rowCount(), 10);
      auto* sql = desk.find<QPlainTextEdit>("sql");
      TRY_VERIFY(!sql->toPlainText().isEmpty());
      QVERIFY2(sql->toPlainText().startsWith("-- The report: users\nSELECT "),
               qPrintable(sql->toPlainText()));
      // As it is laid out it can be copied and run.
      SqlConnection& server = settings.engine == SqlEngine::postgresql ? *pg : *ch;
      const QStringList statements = sql->toPlainText().split(";\n\n");
      QCOMPARE(statements.size(), 4);
      for (QString statement : statements) {
        if (statement.endsWith(';')) statement.chop(1);
        QCOMPARE(execute(server, statement.toStdString()), std::string());
        QVERIFY2(statement.contains("\n  "), qPrintable(statement));
      }
    }
  }

  void says_which_column_does_not_fit() {
    Desk desk(drawer_);
    desk.fill(postgres->settings(), PostgresServer::kPassword);
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    desk.pick_table("public.tricky");
    TRY_VERIFY(desk.ready());
    const auto remark = [&](const char* role) {
      return desk.find<QLabel>((QByteArray("remark_") + role).constData())->text();
    };
    auto* verdict = desk.find<QLabel>("verdict");
    TRY_COMPARE(remark("price"), QString("bad number in 2 of 3 rows, such as “free”"));
    QVERIFY(!verdict->isVisible());
    desk.find<QComboBox>("column_price")->setCurrentText("type");
    QVERIFY(!remark("price").contains("bad number"));  // not known of this column
    TRY_VERIFY(verdict->isVisible());
    QVERIFY2(verdict->text().contains("None of the first 3 rows counts"),
             qPrintable(verdict->text()));
    QVERIFY(remark("price").contains("“click”"));
    desk.find<QComboBox>("column_price")->setCurrentText("metadata->>'price'");
    QVERIFY(!desk.ready());
    desk.find<QComboBox>("column_price")->setCurrentText("");
    TRY_VERIFY(!verdict->isVisible());
  }

  void shows_the_times_of_the_table() {
    Desk desk(drawer_);
    desk.fill(postgres->settings(), PostgresServer::kPassword);
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    desk.pick_table("public.tricky");
    TRY_VERIFY(desk.ready());
    auto* preview = desk.find<QTableWidget>("preview");
    TRY_COMPARE(preview->rowCount(), 3);
    desk.choose("report", "Visitors");
    desk.find<QComboBox>("column_timestamp")->setCurrentText("at");
    desk.find<QComboBox>("column_page_url")->setCurrentText("page");
    desk.find<QComboBox>("column_visitor_id")->setCurrentText("who");
    auto* span = desk.find<QLabel>("span");
    TRY_COMPARE(span->text(),
                QString("The rows have 2023-06-01 10:15 to 2023-06-03 12:00, in UTC."));
    auto* only = desk.find<QCheckBox>("only_range");
    auto* from = desk.find<QDateTimeEdit>("range_from");
    QVERIFY(!only->isChecked());
    QCOMPARE(from->text(), QString("2023-06-01 10:00"));
    QCOMPARE(desk.find<QDateTimeEdit>("range_to")->text(), QString("2023-06-03 13:00"));
    only->click();
    TRY_COMPARE(preview->rowCount(), 3);
    from->setDateTime(from->dateTime().addDays(1).addSecs(3600));
    TRY_COMPARE(preview->rowCount(), 2);
    QCOMPARE(preview->item(0, 5)->text(), QString("/b"));
    only->click();
    TRY_COMPARE(preview->rowCount(), 3);
    // A range is of its table; payments count up to now; activity knows no time.
    only->click();
    desk.pick_table("public.paid");
    TRY_COMPARE(span->text(),
                QString("The rows have 2025-01-06 10:00 to 2025-01-06 10:00, in UTC."));
    QVERIFY(!only->isChecked());
    QVERIFY(!desk.find<QLabel>("verdict")->isVisible());
    desk.pick_table("public.events");
    TRY_VERIFY(desk.ready());
    QVERIFY(!only->isVisible());
  }

  void a_condition_is_checked_beside_its_field() {
    Desk desk(drawer_);
    desk.fill(postgres->settings(), PostgresServer::kPassword);
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    desk.pick_table("public.tricky");
    TRY_VERIFY(desk.ready());
    desk.choose("report", "Visitors");
    desk.find<QComboBox>("column_timestamp")->setCurrentText("at");
    desk.find<QComboBox>("column_page_url")->setCurrentText("page");
    desk.find<QComboBox>("column_visitor_id")->setCurrentText("who");
    auto* preview = desk.find<QTableWidget>("preview");
    TRY_COMPARE(preview->rowCount(), 3);
    auto* where = desk.find<QLineEdit>("where");
    auto* fault = desk.find<QLabel>("where_fault");
    const auto type = [&](const char* text) {
      where->clear();
      QTest::keyClicks(where, text);
    };
    type("type = 'click'");
    TRY_COMPARE(preview->rowCount(), 1);
    QCOMPARE(preview->item(0, 5)->text(), QString("/c"));
    QVERIFY(!fault->isVisible());
    type("type = 'click");
    TRY_VERIFY(fault->isVisible());
    QVERIFY(fault->text().contains("'"));
    QVERIFY(!desk.ready());
    type("kind = 'click'");
    TRY_VERIFY(fault->isVisible());
    QVERIFY2(fault->text().contains("kind"), qPrintable(fault->text()));
    type("type = 'view'");
    TRY_COMPARE(preview->rowCount(), 2);
    TRY_VERIFY(desk.ready());
    QVERIFY(!fault->isVisible());
    QSignalSpy chosen(&desk.dialog, &ConnectDialog::chosen);
    desk.press("next");
    QCOMPARE(chosen.count(), 1);
    const auto source = chosen.front()[0].value<DatabaseSource>();
    QCOMPARE(source.where, std::string("type = 'view'"));
    remember_table(source);
    QCOMPARE(recent_tables()[0].where, source.where);
    QVERIFY(source_id(recent_tables()[0]) == source_id(source));
  }

  void a_query_stands_in_place_of_a_table() {
    for (const ConnectionSettings& settings : {postgres->settings(), clickhouse->settings()}) {
      const bool on_postgres = settings.engine == SqlEngine::postgresql;
      const QString password = on_postgres ? PostgresServer::kPassword : "";
      Desk desk(drawer_);
      desk.dialog.begin();
      desk.fill(settings, password);
      desk.press("next");
      TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
      auto* query = desk.find<QPlainTextEdit>("query");
      auto* check = desk.find<QPushButton>("check_query");
      auto* state = desk.find<QLabel>("query_state");
      QVERIFY(!query->isVisible());
      desk.find<QRadioButton>("by_query")->click();
      QVERIFY(query->isVisible() && !desk.find<QTreeWidget>("tables")->isVisible());
      QVERIFY(!check->isEnabled());  // there is nothing to check
      QVERIFY(desk.sees("Write a query"));
      const auto type = [&](const QString& text) {
        query->selectAll();
        QTest::keyClicks(query, text);
      };
      type("DELETE FROM events");
      desk.press("check_query");
      TRY_VERIFY(state->text().contains("DELETE FROM events"));
      QVERIFY(!desk.ready());
      type("SELECT 1) x; SELECT (1");
      desk.press("check_query");
      TRY_VERIFY(state->text().contains("cannot hold )"));
      // The place in the query, wherever it stands in the statement.
      query->selectAll();
      query->insertPlainText(
          QString::fromUtf8("SELECT 'é' AS id,\n  nothing AS user_id\nFROM events"));
      QVERIFY(!state->isVisible());
      QTest::keyClick(query, Qt::Key_Return, Qt::ControlModifier);
      TRY_VERIFY(state->text().contains("nothing"));
      QCOMPARE(query->extraSelections().size(), on_postgres ? 1 : 0);
      if (on_postgres) QCOMPARE(query->textCursor().blockNumber(), 1);
      QVERIFY(!desk.failed());  // it is said at the query alone
      QVERIFY(desk.sees("Write a query") && !desk.ready());

      type("SELECT id, user_id, type FROM events WHERE user_id <> ''; ");
      QTest::keyClick(query, Qt::Key_Return, Qt::ControlModifier);
      TRY_COMPARE(state->text(), QString("The server takes it."));
      TRY_VERIFY(desk.ready());
      QVERIFY(!check->isEnabled());
      QCOMPARE(desk.find<QComboBox>("report")->currentText(), QString("Activity"));
      TRY_COMPARE(desk.find<QTableWidget>("preview")->rowCount(), 10);
      auto* sql = desk.find<QPlainTextEdit>("sql");
      TRY_VERIFY(sql->toPlainText().contains("user_id <> ''"));
      desk.find<QComboBox>("column_type")->setCurrentText("user_id");
      QVERIFY(desk.ready());
      desk.type("where", "id <> 'x'");
      TRY_VERIFY(sql->toPlainText().contains("id <> 'x'"));

      // What was edited is checked again; what was chosen stays, as far as its columns are there.
      QTest::keyClicks(query, "-- all");
      QVERIFY(!desk.ready() && check->isEnabled());
      QVERIFY(!desk.find<QComboBox>("report")->isEnabled());
      QVERIFY(state->text().contains("check it again"));
      type("SELECT id, user_id, type, 5 AS price FROM events");
      desk.press("check_query");
      TRY_VERIFY(desk.ready());
      QCOMPARE(desk.find<QComboBox>("column_type")->currentText(), QString("user_id"));
      QCOMPARE(desk.find<QLineEdit>("where")->text(), QString("id <> 'x'"));
      type("SELECT id, user_id AS person FROM events");
      desk.press("check_query");
      TRY_COMPARE(desk.find<QLabel>("remark_user_id")->text(), QString("needed for this report"));
      QCOMPARE(desk.find<QComboBox>("column_type")->currentText(), QString());
      QVERIFY(!desk.ready());
      desk.find<QComboBox>("column_user_id")->setCurrentText("person");
      TRY_VERIFY(desk.ready());
      QSignalSpy chosen(&desk.dialog, &ConnectDialog::chosen);
      desk.press("next");
      QCOMPARE(chosen.count(), 1);
      const auto source = chosen.front()[0].value<DatabaseSource>();
      QCOMPARE(source.table.query, std::string("SELECT id, user_id AS person FROM events"));
      QVERIFY(source.table.name.empty());
      desk.session.open_database(source, password.toStdString());
      TRY_COMPARE(desk.session.state(), AnalysisSession::State::idle);
      QVERIFY(desk.session.reports(ReportKind::user_activity)
                  ->load_of(ReportKind::user_activity)
                  .rows.counted > 0);

      // It comes back where the source is edited, and where its connection is used again.
      remember_table(source);
      QVERIFY(source_id(recent_tables()[0]) == source_id(source));
      for (const bool edit : {true, false}) {
        if (edit)
          desk.dialog.begin_with(source);
        else
          desk.dialog.begin();
        desk.find<QLineEdit>("password")->setText(password);
        desk.press("next");
        TRY_VERIFY(query->isVisible());
        QCOMPARE(query->toPlainText().toStdString(), source.table.query);
        if (!edit) desk.press("check_query");
        TRY_VERIFY(desk.ready());
        QCOMPARE(desk.find<QComboBox>("column_user_id")->currentText(), QString("person"));
      }
      // Going back, or to another database, loses neither what was typed nor what was chosen.
      type("SELECT id, user_id AS someone FROM events");
      desk.press("check_query");
      TRY_COMPARE(state->text(), QString("The server takes it."));
      desk.find<QComboBox>("column_user_id")->setCurrentText("someone");
      TRY_VERIFY(desk.ready());
      for (const bool back : {true, false}) {
        if (back) {
          desk.press("back");
          desk.press("next");
        } else {
          desk.choose("databases", QString::fromStdString(settings.database));
        }
        TRY_VERIFY(!desk.ready());
        TRY_VERIFY(query->isVisible() && desk.ready());
        QCOMPARE(desk.find<QComboBox>("column_user_id")->currentText(), QString("someone"));
      }
      type("SELECT 2 AS id");
      desk.press("back");
      desk.press("next");
      TRY_VERIFY(query->isVisible());
      QCOMPARE(query->toPlainText(), QString("SELECT 2 AS id"));
      desk.find<QRadioButton>("by_table")->click();
      QVERIFY(desk.find<QTreeWidget>("tables")->isVisible() && desk.sees("Choose a table"));
      desk.pick_table(on_postgres ? "public.events" : "events");
      TRY_VERIFY(desk.ready());
      desk.find<QRadioButton>("by_query")->click();
      QVERIFY(!desk.ready());
      desk.find<QRadioButton>("by_table")->click();
      TRY_VERIFY(desk.ready());
      QSettings().clear();
    }
  }

  // What only a value shows is said when the rows are asked for.
  void several_tables_are_taken_together() {
    QCOMPARE(execute(*pg, "CREATE TABLE part_1 (id text, user_id text, type text, one text)"),
             std::string());
    QCOMPARE(execute(*pg, "CREATE TABLE part_2 (type text, user_id text, id text, two text)"),
             std::string());
    QCOMPARE(execute(*pg, "CREATE TABLE part_3 (other text)"), std::string());
    QCOMPARE(execute(*pg, "INSERT INTO part_1 VALUES ('1', 'u', 'view', 'x')"), std::string());
    QCOMPARE(execute(*pg, "INSERT INTO part_2 VALUES ('click', 'u', '2', 'x')"), std::string());
    Desk desk(drawer_);
    desk.fill(postgres->settings(), PostgresServer::kPassword);
    desk.press("next");
    auto* tables = desk.find<QTreeWidget>("tables");
    TRY_VERIFY(tables->isVisible());
    auto* together = desk.find<QPushButton>("together");
    const auto mark = [&](const QString& name, Qt::KeyboardModifiers keys) {
      QTreeWidgetItem* item = tables->findItems(name, Qt::MatchExactly).value(0);
      if (!item) qFatal("no table %s", qPrintable(name));
      tables->scrollToItem(item);
      QTest::mouseClick(tables->viewport(), Qt::LeftButton, keys,
                        tables->visualItemRect(item).center());
    };
    mark("public.part_1", Qt::NoModifier);
    QVERIFY(!together->isVisible());
    mark("public.part_3", Qt::ControlModifier);
    QVERIFY(together->isVisible());
    // One of the two alone is not meant.
    TRY_VERIFY(!desk.find<QComboBox>("report")->isEnabled());
    QVERIFY(!desk.ready());
    desk.press("together");
    TRY_VERIFY(desk.failed());
    QVERIFY2(desk.message().contains("no column in common"), qPrintable(desk.message()));

    mark("public.part_3", Qt::ControlModifier);
    mark("public.part_2", Qt::ControlModifier);
    QVERIFY2(together->text().contains("2"), qPrintable(together->text()));
    desk.press("together");
    auto* query = desk.find<QPlainTextEdit>("query");
    TRY_VERIFY(query->isVisible());
    QVERIFY2(query->toPlainText().startsWith("-- not in all of the tables: one, two\n"),
             qPrintable(query->toPlainText()));
    TRY_VERIFY(desk.ready());
    QVERIFY(!desk.failed());
    QSignalSpy chosen(&desk.dialog, &ConnectDialog::chosen);
    desk.press("next");
    QCOMPARE(chosen.count(), 1);
    const auto source = chosen.front().front().value<DatabaseSource>();
    QVERIFY(source.table.query.find("UNION ALL") != std::string::npos);
    QCOMPARE(source.kind, ReportKind::user_activity);
  }

  void a_query_that_fails_at_a_value_says_so() {
    Desk desk(drawer_);
    desk.fill(postgres->settings(), PostgresServer::kPassword);
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    desk.find<QRadioButton>("by_query")->click();
    auto* query = desk.find<QPlainTextEdit>("query");
    QTest::keyClicks(query,
                     "SELECT id, user_id, 1 / (length(id) - length(id)) AS price FROM events");
    desk.press("check_query");
    TRY_VERIFY(desk.failed());
    QVERIFY2(desk.message().contains("division by zero"), qPrintable(desk.message()));
    QCOMPARE(desk.find<QLabel>("query_state")->text(), QString("The server takes it."));
  }

  void a_query_is_called_by_its_tables() {
    const auto name_of = [&](const char* query, bool on_clickhouse = false) {
      DatabaseSource source{on_clickhouse ? clickhouse->settings() : postgres->settings(),
                            table_of_query(query),
                            ReportKind::user_activity,
                            {}};
      return query_name(source).toStdString();
    };
    QCOMPARE(name_of("SELECT id,\n  'a from b' AS x -- from c\nfrom  orders o\n JOIN c USING (id)"),
             std::string("SELECT … from orders o JOIN c USING (id)"));
    QCOMPARE(name_of("WITH t AS (SELECT * FROM x) SELECT (SELECT 1 FROM y), \"from\" FROM t"),
             std::string("SELECT … FROM t"));
    QCOMPARE(name_of("SELECT '\\' from x', from_page FROM t", true),
             std::string("SELECT … FROM t"));
    QCOMPARE(name_of("SELECT 1 AS id, 2 AS user_id"), std::string("SELECT 1 AS id, 2 AS user_id"));
    QCOMPARE(name_of("SELECT 1 FROM a JOIN b USING (id) JOIN c USING (id) JOIN d USING (id)"),
             std::string("SELECT … FROM a JOIN b USING (id) JOIN c USING (id) JOIN…"));
    DatabaseSource one{
        postgres->settings(), table_of_query("SELECT a FROM t"), ReportKind::user_activity, {}};
    DatabaseSource other = one;
    other.table = table_of_query("SELECT b FROM t");
    const QStringList names = recent_table_names({one, other});
    QVERIFY2(
        names[0].startsWith("SELECT … FROM t · Activity") && names[0].contains("SELECT a FROM t"),
        qPrintable(names[0]));
    QVERIFY(names[0] != names[1]);
  }

  void a_table_is_opened_as_it_was_before() {
    DatabaseSource before{postgres->settings(),
                          {"public", "tricky"},
                          ReportKind::hourly_visitors,
                          {{"timestamp", "at"}, {"page_url", "page"}, {"visitor_id", "who"}}};
    remember_table(before);
    Desk desk(drawer_);
    desk.fill(postgres->settings(), PostgresServer::kPassword);
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    desk.pick_table("public.tricky");
    TRY_VERIFY(desk.ready());
    QCOMPARE(desk.find<QComboBox>("report")->currentText(), QString("Visitors"));
    QCOMPARE(desk.find<QComboBox>("column_visitor_id")->currentText(), QString("who"));
    desk.choose("report", "Activity");
    QCOMPARE(desk.find<QComboBox>("column_price")->currentText(), QString("price"));

    // Whether its rows are counted here is a choice of its own, of which the SQL tells.
    auto* fetch = desk.find<QCheckBox>("fetch");
    auto* sql = desk.find<QPlainTextEdit>("sql");
    QVERIFY(!fetch->isChecked());
    TRY_VERIFY(sql->toPlainText().contains("GROUP BY"));
    fetch->setChecked(true);
    TRY_VERIFY(!sql->toPlainText().contains("GROUP BY") &&
               sql->toPlainText().contains("What the report needs of each row"));
    before.fetched = true;
    remember_table(before);
    QVERIFY(recent_tables().front().fetched);
    Desk again(drawer_);
    again.fill(postgres->settings(), PostgresServer::kPassword);
    again.press("next");
    TRY_VERIFY(again.find<QTreeWidget>("tables")->isVisible());
    again.pick_table("public.tricky");
    TRY_VERIFY(again.ready());
    QVERIFY(again.find<QCheckBox>("fetch")->isChecked());
    again.pick_table("public.events");
    TRY_VERIFY(again.ready());
    QVERIFY(!again.find<QCheckBox>("fetch")->isChecked());
    before.fetched = false;

    // Names of the list of recent tables say what differs.
    DatabaseSource other = before;
    other.columns.pop_back();
    DatabaseSource tls = other;
    tls.settings.tls = TlsMode::require;
    DatabaseSource stranger = before;
    stranger.settings.user = "reader";
    const QStringList names = recent_table_names({before, other, tls, stranger});
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 4);
    QVERIFY2(names[0].contains("postgres@127.0.0.1") && names[0].contains("/postgres · "),
             qPrintable(names[0]));
    QVERIFY2(names[0].contains("visitor_id from who"), qPrintable(names[0]));
    QVERIFY2(names[2].contains("sslmode=require"), qPrintable(names[2]));
    QVERIFY2(names[3].contains("reader@") && !names[3].contains("from"), qPrintable(names[3]));
  }

  void a_slow_table_keeps_nobody_waiting() {
    Desk desk(drawer_);
    desk.fill(postgres->settings(), PostgresServer::kPassword);
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    desk.pick_table("public.slow");
    TRY_VERIFY(desk.ready());  // its columns are known, its first rows are awaited
    TRY_VERIFY(!desk.find<QPlainTextEdit>("sql")->toPlainText().isEmpty());
    QVERIFY(desk.message().contains("Looking"));
    desk.press("cancel");
    QCOMPARE(desk.message(), QString("Stopped."));
    QVERIFY(desk.ready());
    desk.pick_table("public.events");
    TRY_COMPARE(desk.find<QTableWidget>("preview")->rowCount(), 10);
    desk.choose("databases", "other");
    TRY_COMPARE(desk.find<QTreeWidget>("tables")->topLevelItemCount(), 0);
    QVERIFY(!desk.ready());
  }

  void says_when_the_keychain_takes_no_password() {
    drawer_.locked = true;
    Desk desk(drawer_);
    desk.fill(postgres->settings(), PostgresServer::kPassword);
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    QVERIFY(desk.failed());
    QVERIFY2(desk.message().contains("until Footfall is closed"), qPrintable(desk.message()));
    bool asked = false;
    desk.passwords.find(account_of(postgres->settings()), [&](const Passwords::Known& known) {
      asked = true;
      QCOMPARE(known.password, std::string(PostgresServer::kPassword));
      QVERIFY(!known.lasting);
    });
    QVERIFY(asked);
  }

  void a_connection_keeps_what_is_said_of_encryption() {
    for (const TlsMode mode : {TlsMode::off, TlsMode::require, TlsMode::verify}) {
      ConnectionSettings settings = postgres->settings();
      settings.tls = mode;
      settings.authorities = mode == TlsMode::off ? "" : "/etc/ours.pem";
      Desk desk(drawer_);
      desk.dialog.begin_with({settings, {"web", "visits"}, ReportKind::hourly_visitors, {}});
      const ConnectionSettings shown = desk.dialog.findChild<ConnectionForm*>()->settings();
      QCOMPARE(connection_url(shown), connection_url(settings));
    }
  }

  void passwords_go_to_the_keychain_or_nowhere() {
    ConnectionSettings settings = postgres->settings();
    settings.user = "reader";
    const std::string account = account_of(settings);
    const auto connect_once = [&](Desk& desk) {
      desk.press("next");
      return QTest::qWaitFor([&] { return desk.find<QTreeWidget>("tables")->isVisible(); },
                             kPatience);
    };
    {
      Desk desk(drawer_);
      QVERIFY(desk.find<QCheckBox>("remember")->isVisible());
      desk.fill(settings, kSecret);
      QVERIFY(connect_once(desk));
      QCOMPARE(drawer_.passwords[account], std::string(kSecret));
    }
    {
      Desk desk(drawer_);  // another day
      QCOMPARE(desk.find<QListWidget>("saved")->count(), 1);
      QCOMPARE(desk.find<QLineEdit>("password")->text(), QString(kSecret));
      QCOMPARE(desk.find<QLineEdit>("password")->echoMode(), QLineEdit::Password);
      QVERIFY(desk.find<QCheckBox>("remember")->isChecked());
      desk.find<QCheckBox>("remember")->setChecked(false);
      QVERIFY(connect_once(desk));
      QVERIFY(!drawer_.passwords.contains(account));
      desk.press("back");
      QCOMPARE(desk.find<QLineEdit>("password")->text(), QString(kSecret));  // for this session
    }
    {
      Desk desk(drawer_);  // and another one
      QVERIFY(desk.find<QLineEdit>("password")->text().isEmpty());
      QVERIFY(!desk.find<QCheckBox>("remember")->isChecked());
    }
    drawer_.there = false;
    {
      Desk desk(drawer_);
      QVERIFY(!desk.find<QCheckBox>("remember")->isVisible());
      QVERIFY(desk.find<QLabel>("kept")->isVisible());
      QVERIFY(desk.find<QLineEdit>("password")->text().isEmpty());
      desk.find<QLineEdit>("password")->setText(kSecret);
      QVERIFY(connect_once(desk));
      remember_table(
          {settings, {"web", "visits"}, ReportKind::hourly_visitors, {{"timestamp", "at"}}});
    }
    QSettings().sync();
    QVERIFY(QFile::exists(QSettings().fileName()));
    QDirIterator files(qEnvironmentVariable("XDG_CONFIG_HOME"), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    int seen = 0;
    while (files.hasNext()) {
      QFile file(files.next());
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray text = file.readAll();
      QVERIFY2(!text.contains("hunter2"), qPrintable(file.fileName()));
      seen += text.contains("reader") ? 1 : 0;
    }
    QCOMPARE(seen, 1);
    const auto recent = recent_tables();
    QCOMPARE(recent.size(), std::size_t{1});
    QVERIFY(recent[0].table == (TableName{"web", "visits"}));
    QCOMPARE(recent[0].kind, ReportKind::hourly_visitors);
    QCOMPARE(recent[0].columns.size(), std::size_t{1});
    QCOMPARE(saved_connections().size(), std::size_t{1});
  }

  void a_pasted_url_fills_the_fields() {
    const auto settings = postgres->settings();
    const QString port = QString::number(settings.port);
    Desk desk(drawer_);
    auto* host = desk.find<QLineEdit>("host");
    const auto paste = [&](const QString& text) {
      QGuiApplication::clipboard()->setText(text);
      host->selectAll();
      host->paste();
    };
    desk.type("user", "somebody");
    paste(QString("postgresql://reader:hunter2%2Dsecret@127.0.0.1:%1/postgres?sslmode=disable&"
                  "application_name=x&table=web.visits&where=page%20%3D%20'/'")
              .arg(port));
    QCOMPARE(host->text(), QString("127.0.0.1"));
    QCOMPARE(desk.find<QLineEdit>("port")->text(), port);
    QCOMPARE(desk.find<QLineEdit>("user")->text(), QString("reader"));
    QCOMPARE(desk.find<QLineEdit>("password")->text(), QString(kSecret));
    QCOMPARE(desk.find<QLineEdit>("password")->echoMode(), QLineEdit::Password);
    QVERIFY(!host->isUndoAvailable());  // where it would come back to be seen
    QVERIFY2(desk.message().contains("application_name") && !desk.message().contains("hunter2"),
             qPrintable(desk.message()));
    QVERIFY(!desk.failed());
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    TRY_COMPARE(desk.find<QTableWidget>("preview")->rowCount(), 1);  // the table of the URL
    QCOMPARE(desk.find<QLineEdit>("where")->text(), QString("page = '/'"));
    desk.press("back");

    // Typed by hand it is taken when it is whole; a password that is known comes along.
    host->clear();
    QTest::keyClicks(host, QString("postgresql://reader@127.0.0.1:%1/postgres").arg(port));
    QVERIFY(host->text().startsWith("postgresql://"));
    QTest::keyClick(host, Qt::Key_Tab);
    desk.press("test");
    TRY_VERIFY(desk.message().contains("works"));
    QCOMPARE(desk.find<QLineEdit>("password")->text(), QString(kSecret));
    paste("https://ch.example/?database=shop");
    QCOMPARE(desk.find<QComboBox>("engine")->currentText(), QString("ClickHouse"));
    QCOMPARE(desk.find<QComboBox>("tls")->currentText(),
             QString("Always, with a certificate that is checked"));
    QCOMPARE(desk.find<QLineEdit>("database")->text(), QString("shop"));
    QVERIFY(desk.find<QLineEdit>("password")->text().isEmpty());

    // What cannot be read stays to be corrected, without the password.
    for (const char* bad :
         {"postgresql://reader:hunter2-secret@h:port/d", "postgresql://reader:hunter2/secret@h/d",
          "mysql://r:hunter2@h/d", "psql \"postgresql://r:hunter2@h/d\"",
          "postgresql://h/d?password=hunter2&sslmode=banana",
          "host=h user=r Password = 'hunter2 secret' dbname=d"}) {
      paste(bad);
      QVERIFY2(desk.failed() && !desk.message().contains("hunter2"), qPrintable(desk.message()));
      QVERIFY(!desk.message().contains("secret"));
      QVERIFY2(!host->text().contains("hunter2") && !host->text().contains("secret") &&
                   host->text().contains("h"),
               qPrintable(host->text()));
      QVERIFY(!host->isUndoAvailable());
    }
    paste("reader:hunter2-secret@h");
    desk.press("test");
    QVERIFY2(desk.failed() && !desk.message().contains("hunter2"), qPrintable(desk.message()));
    auto* name = desk.find<QLineEdit>("name");
    name->selectAll();
    QGuiApplication::clipboard()->setText("postgresql://r:hunter2@h/d");
    name->paste();
    QCOMPARE(name->text(), QString("postgresql://h/d"));
    name->clear();
    paste("clickhouse://h/d");
    QVERIFY(!desk.failed());
    QCOMPARE(host->text(), QString("h"));
  }

  void a_connection_has_the_name_that_it_is_given() {
    ConnectionSettings settings = clickhouse->settings();
    settings.timeouts = {};  // as a new form has them
    save_connection(settings);
    settings = postgres->settings();
    settings.timeouts = {};
    {
      Desk desk(drawer_);
      desk.fill(settings, PostgresServer::kPassword);
      desk.type("name", " Shop <b>today</b> ");
      desk.press("next");
      TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    }
    QCOMPARE(saved_connections().size(), std::size_t{2});
    QCOMPARE(saved_connections()[0].name, QString("Shop <b>today</b>"));
    QCOMPARE(connection_url(saved_connections()[0].settings), connection_url(settings));
    const DatabaseSource source{settings, {"public", "tricky"}, ReportKind::user_activity, {}};
    QVERIFY(recent_table_names({source})[0].endsWith("Shop <b>today</b>"));
    DatabaseSource other = source;
    other.settings.database = "other";
    save_connection(other.settings, "Shop <b>today</b>");
    QVERIFY2(recent_table_names({source, other})[1].endsWith("/other"),
             qPrintable(recent_table_names({source, other})[1]));
    forget_connection(other.settings);

    Desk desk(drawer_);
    auto* saved = desk.find<QListWidget>("saved");
    QCOMPARE(saved->count(), 2);
    QVERIFY2(saved->item(0)->text().startsWith("Shop <b>today</b>\n") &&
                 saved->item(0)->text().endsWith("/postgres"),
             qPrintable(saved->item(0)->text()));
    QCOMPARE(desk.find<QLineEdit>("name")->text(), QString("Shop <b>today</b>"));
    saved->setCurrentRow(1);
    QCOMPARE(desk.find<QLineEdit>("name")->text(), QString());
    saved->setCurrentRow(0);
    // Another name takes the place of the one before.
    desk.type("name", "Store");
    desk.find<QLineEdit>("password")->setText(PostgresServer::kPassword);
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    QCOMPARE(saved_connections().size(), std::size_t{2});
    QCOMPARE(saved_connections()[0].name, QString("Store"));
    desk.dialog.begin_with(source);
    QCOMPARE(desk.find<QLineEdit>("name")->text(), QString("Store"));
    // A URL of another connection does not take the name along.
    QGuiApplication::clipboard()->setText("postgresql://someone@h/d");
    desk.dialog.begin();
    desk.find<QLineEdit>("host")->selectAll();
    desk.find<QLineEdit>("host")->paste();
    QCOMPARE(desk.find<QLineEdit>("name")->text(), QString());
    forget_connection(settings);
    QCOMPARE(saved_connections().size(), std::size_t{1});
  }

  // A list that gets the focus makes its first item current, which is nobody's choice.
  void a_new_connection_stays_what_was_typed() {
    save_connection(clickhouse->settings());
    const SilentPort silent;
    ConnectionSettings good = postgres->settings();
    good.timeouts = {};  // as the form has them
    ConnectionSettings settings = good;
    settings.port = static_cast<std::uint16_t>(silent.port());
    Desk desk(drawer_);
    desk.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.dialog));
    desk.press("new");
    desk.fill(settings, PostgresServer::kPassword);
    desk.find<QPushButton>("next")->setFocus();
    desk.press("next");
    QVERIFY(desk.message().contains("Connecting"));
    auto* form = desk.dialog.findChild<ConnectionForm*>();
    QCOMPARE(connection_url(form->settings()), connection_url(settings));
    QCOMPARE(form->password(), std::string(PostgresServer::kPassword));
    QCOMPARE(QApplication::focusWidget(), desk.find<QPushButton>("cancel"));
    QTest::keyClicks(QApplication::focusWidget(), "abc");
    QCOMPARE(form->password(), std::string(PostgresServer::kPassword));
    desk.press("cancel");
    QCOMPARE(connection_url(form->settings()), connection_url(settings));

    desk.fill(good, PostgresServer::kPassword);
    desk.find<QPushButton>("next")->setFocus();
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    QCOMPARE(saved_connections().size(), std::size_t{2});
    QCOMPARE(connection_url(saved_connections().front().settings), connection_url(good));
    // Whoever comes to the list by keys chooses there.
    desk.press("back");
    auto* saved = desk.find<QListWidget>("saved");
    saved->setFocus();
    QCOMPARE(connection_url(form->settings()), connection_url(good));
    QTest::keyClick(saved, Qt::Key_Space);
    QCOMPARE(connection_url(form->settings()), connection_url(clickhouse->settings()));
  }

  void a_saved_connection_can_be_forgotten() {
    save_connection(postgres->settings());
    save_connection(clickhouse->settings());
    drawer_.passwords[account_of(clickhouse->settings())] = "old";
    Desk desk(drawer_);
    auto* saved = desk.find<QListWidget>("saved");
    QCOMPARE(saved->count(), 2);
    QCOMPARE(desk.find<QComboBox>("engine")->currentText(), QString("ClickHouse"));  // the newest
    desk.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.dialog));
    // It asks, and takes no for an answer.
    const auto asked = [&] { return desk.find<QLabel>("forget_question")->isVisible(); };
    desk.press("forget");
    QVERIFY(asked() && !desk.find<QPushButton>("forget")->isVisible());
    QVERIFY2(desk.find<QLabel>("forget_question")->text().contains("default"),
             qPrintable(desk.find<QLabel>("forget_question")->text()));
    QCOMPARE(QApplication::focusWidget(), desk.find<QPushButton>("leave_it"));
    desk.press("leave_it");
    QVERIFY(!asked());
    desk.press("forget");
    saved->setCurrentRow(1);  // another one is not meant
    QVERIFY(!asked());
    saved->setCurrentRow(0);
    QCOMPARE(saved_connections().size(), std::size_t{2});
    QCOMPARE(drawer_.passwords.size(), std::size_t{1});
    desk.press("forget");
    desk.press("forget_it");
    QVERIFY(!asked());
    QCOMPARE(saved->count(), 1);
    QCOMPARE(saved_connections().size(), std::size_t{1});
    QVERIFY(drawer_.passwords.empty());
    QCOMPARE(desk.find<QComboBox>("engine")->currentText(), QString("PostgreSQL"));

    // Two databases of one account: the password stays while one of them does.
    ConnectionSettings other = postgres->settings();
    other.database = "other";
    save_connection(other);
    drawer_.passwords[account_of(other)] = "shared";
    desk.dialog.begin();
    for (const std::size_t left : {1, 0}) {
      desk.press("forget");
      desk.press("forget_it");
      QCOMPARE(saved_connections().size(), left);
      QCOMPARE(drawer_.passwords.size(), left);
    }
  }

  void a_named_connection_stays_one_when_it_is_edited() {
    ConnectionSettings settings = postgres->settings();
    settings.timeouts = {};
    ConnectionSettings old = settings;
    old.host = "localhost.invalid";
    old.user = "somebody";
    save_connection(clickhouse->settings(), "Shop");
    save_connection(old, "Store");
    drawer_.passwords[account_of(old)] = "of somebody";
    const auto connect_as = [&](Desk& desk, const QString& name) {
      desk.fill(settings, PostgresServer::kPassword);
      desk.type("name", name);
      desk.press("next");
      return QTest::qWaitFor([&] { return desk.find<QTreeWidget>("tables")->isVisible(); },
                             kPatience);
    };
    Desk desk(drawer_);
    QCOMPARE(desk.find<QLineEdit>("name")->text(), QString("Store"));
    QVERIFY(connect_as(desk, "Store"));
    QCOMPARE(saved_connections().size(), std::size_t{2});
    QCOMPARE(saved_connections()[0].name, QString("Store"));
    QCOMPARE(connection_url(saved_connections()[0].settings), connection_url(settings));
    QVERIFY(!drawer_.passwords.contains(account_of(old)));
    // Once more on the way back.
    desk.press("back");
    desk.type("database", "template1");
    desk.press("next");
    TRY_VERIFY(desk.find<QTreeWidget>("tables")->isVisible());
    QCOMPARE(saved_connections().size(), std::size_t{2});
    QCOMPARE(saved_connections()[0].settings.database, std::string("template1"));

    // Under another name, and as a new one, it is another.
    desk.dialog.begin();
    QVERIFY(connect_as(desk, "Store 2"));
    QCOMPARE(saved_connections().size(), std::size_t{3});
    desk.dialog.begin();
    desk.press("new");
    settings.database = "template1";
    settings.user = PostgresServer::kUser;
    QVERIFY(connect_as(desk, "Shop"));
    QCOMPARE(saved_connections().size(), std::size_t{3});  // the URL is that of the first one
    QCOMPARE(saved_connections()[0].name, QString("Shop"));
    QCOMPARE(saved_connections()[2].name, QString("Shop"));
  }

  void every_field_has_a_key() {
    Desk desk(drawer_);
    QSet<QString> keys;
    int labels = 0;
    for (const auto* label : desk.dialog.findChildren<QLabel*>()) {
      if (!label->isVisible() || label->buddy() == nullptr) continue;
      ++labels;
      const qsizetype mark = label->text().indexOf('&');
      QVERIFY2(mark >= 0, qPrintable(label->text()));
      keys << label->text().mid(mark + 1, 1).toUpper();
    }
    QCOMPARE(labels, 9);
    QCOMPARE(keys.size(), 9);
    desk.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.dialog));
    QTest::keyClick(&desk.dialog, Qt::Key_D, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), desk.find<QLineEdit>("database"));
    QTest::keyClick(&desk.dialog, Qt::Key_H, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), desk.find<QLineEdit>("host"));
  }
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::ConnectDialogTest>(argc, argv);
}

#include "test_connect_dialog.moc"
