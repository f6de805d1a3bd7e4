// How a file is read, chosen in the dialog as a person does: clicking and typing. Then what the
// window makes of it: when it asks by itself, and what stands beside a source. Long, for a second
// program costs every run another window's libraries.
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "model/report/campaign_ranking_report.h"
#include "model/report/customer_report.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/user_activity_report.h"
#include "tests/support/fake_keychain.h"
#include "tests/support/window_test.h"
#include "ui/connect/message_line.h"
#include "ui/dialogs/load_report_dialog.h"
#include "ui/frame/elided_label.h"
#include "ui/frame/source_row.h"
#include "ui/frame/wrapped_label.h"
#include "ui/import/event_names.h"
#include "ui/import/import_dialog.h"
#include "ui/import/record_model.h"
#include "ui/import/record_view.h"
#include "ui/import/report_list.h"
#include "ui/main_window.h"
#include "ui/style/theme.h"

namespace footfall {
namespace {

using test::FakeKeychain;

class ImportDialogTest : public QObject {
  Q_OBJECT
  QTemporaryDir folder_;

  QString put(const QString& name, const QByteArray& text) {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
  }

  // The dialog over a session of one file.
  struct Desk {
    explicit Desk(const QString& path) : session(file_engine()), dialog(session) {
      session.add_sources({path.toStdString()});
      static_cast<void>(
          QTest::qWaitFor([&] { return session.state() == AnalysisSession::State::idle; }));
      QObject::connect(
          &dialog, &ImportDialog::chosen, &session,
          [this](const std::string& file, const InputOptions& reading, const std::string& plan) {
            static_cast<void>(session.read_with(file, reading, plan));
            options = reading;
          });
      dialog.begin(path.toStdString());
      settle();
    }
    void settle() {
      static_cast<void>(QTest::qWaitFor([&] { return message() != "Looking at it…"; }, 20'000));
      QTest::qWait(20);  // what is new in a layout is shown
    }
    template <class Widget>
    Widget* find(const QString& name) {
      auto* widget = dialog.findChild<Widget*>(name);
      if (!widget) qFatal("no %s", qPrintable(name));
      return widget;
    }
    QString message() { return dialog.findChild<MessageLine*>()->text(); }
    bool ready() { return find<QPushButton>("accept")->isEnabled(); }
    QStringList said() {
      QStringList lines;
      for (const auto* label : dialog.findChildren<WrappedLabel*>("message"))
        if (label->isVisible()) lines << label->text();
      return lines;
    }
    QString remark(const char* role) {
      return find<ElidedLabel>(QString("remark_") + role)->accessibleName();
    }
    QString head(int column) {
      return records()->model()->headerData(column, Qt::Horizontal).toString();
    }
    QString roles_of_column(int column) {
      return records()
          ->model()
          ->headerData(column, Qt::Horizontal, RecordModel::RoleNames)
          .toString();
    }
    QTableView* records() { return find<QTableView>("records"); }
    // A click on the head of a column, and on an entry of the menu that opens.
    void give(int column, const char* entry) {
      QHeaderView* header = records()->horizontalHeader();
      records()->scrollTo(records()->model()->index(0, column));
      const QPoint at(header->sectionViewportPosition(column) + 12, header->height() / 2);
      QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
      static_cast<void>(
          QTest::qWaitFor([&] { return dialog.findChild<QMenu*>("role_menu") != nullptr; }));
      auto* menu = dialog.findChild<QMenu*>("role_menu");
      auto* action = menu ? menu->findChild<QAction*>(QString("choose_") + entry) : nullptr;
      if (!action) qFatal("no %s", entry);
      QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
      static_cast<void>(
          QTest::qWaitFor([&] { return dialog.findChild<QMenu*>("role_menu") == nullptr; }));
      settle();
    }
    void type(const QString& field, const QString& text) {
      auto* box = find<QComboBox>(field);
      box->lineEdit()->setFocus();
      box->lineEdit()->selectAll();
      QTest::keyClicks(box->lineEdit(), text);
      QTest::qWait(300);
      settle();
    }
    void choose(const char* name, int entry) {
      auto* box = find<QComboBox>(name);
      box->setCurrentIndex(entry);
      emit box->activated(entry);
      QTest::qWait(300);
      settle();
    }
    void press(const QString& name) {
      QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
      settle();
    }
    bool loaded() {
      return QTest::qWaitFor([&] {
        return session.state() == AnalysisSession::State::idle && !session.sources()[0].error;
      });
    }

    AnalysisSession session;
    ImportDialog dialog;
    std::optional<InputOptions> options;
  };

 private slots:
  void a_column_gets_its_role_by_a_click_on_its_head() {
    Desk desk(put("own.csv",
                  "when;what;who\n2025-01-06T10:00:00Z;home;a\n"
                  "2025-01-06T11:00:00Z;shop;b\n"));
    QVERIFY(!desk.ready());
    QCOMPARE(desk.head(2), "who");
    QVERIFY(desk.said().join('\n').contains("lacks timestamp, page_url, visitor_id"));
    desk.give(0, "timestamp");
    desk.give(1, "page_url");
    QVERIFY(!desk.ready());
    desk.give(2, "visitor_id");
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    QCOMPARE(desk.roles_of_column(1), "page_url");
    QCOMPARE(desk.said(), QStringList{"All 2 rows count."});
    desk.press("accept");
    QVERIFY(!desk.dialog.isVisible());
    QVERIFY(desk.loaded());
    QCOMPARE(
        desk.session.reports(ReportKind::hourly_visitors)->get<HourlyVisitorsReport>()->pageviews,
        2U);
    QCOMPARE(desk.options->columns.at("timestamp"), "when");
  }

  void a_column_loses_its_role_again() {
    Desk desk(put("payments.csv",
                  "event_id,customer_id,ts,event_type,amount,currency\n"
                  "1,a,2025-01-06T10:00:00Z,purchase,5,USD\n"));
    QVERIFY(desk.ready());
    QCOMPARE(desk.find<ReportList>("reports")->kind(), ReportKind::customer_report);
    QCOMPARE(desk.roles_of_column(3), "event_type");
    desk.give(3, "nothing");
    QCOMPARE(desk.roles_of_column(3), "");
    QVERIFY(desk.ready());
    desk.give(1, "nothing");
    QVERIFY(desk.said().join('\n').contains("lacks customer_id"));
    desk.give(1, "customer_id");
    QVERIFY(desk.ready());
  }

  void a_source_is_typed_as_on_the_command_line() {
    Desk desk(put("split.csv",
                  "day,clock,path,user|name\n2025-01-06,10:00:00,/a,x\n"
                  "2025-01-07,11:00:00,/b,y\n"));
    desk.find<ReportList>("reports")->choose(ReportKind::hourly_visitors);
    desk.type("role_timestamp", "day+clock");
    desk.type("role_visitor_id", "\"user|name\"");
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    QVERIFY(desk.remark("timestamp").startsWith("as you chose"));
    desk.type("role_timestamp", "day+nowhere");
    QVERIFY(!desk.ready());
    QVERIFY(desk.said().join('\n').contains("nowhere"));
    // The table stays in sight.
    QCOMPARE(desk.head(0), "day");
    desk.type("role_timestamp", "day+clock");
    QVERIFY(desk.ready());
  }

  void the_keys_of_json_are_columns() {
    Desk desk(put("ga4.json",
                  R"([{"event_timestamp":1736161138000000,"user":{"key":"u1"},"event_params":
                     [{"key":"page_location","value":"/a"}]},
                     {"event_timestamp":1736161139000000,"user":{"key":"u2"},"event_params":
                     [{"key":"page_location","value":"/b"}]}])"));
    QCOMPARE(desk.find<ReportList>("reports")->kind(), ReportKind::hourly_visitors);
    QCOMPARE(desk.head(1), "user.key");
    desk.give(1, "visitor_id");
    desk.type("role_page_url", "event_params[key=page_location].value");
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    QCOMPARE(desk.roles_of_column(2), "page_url");
    desk.press("accept");
    QVERIFY(desk.loaded());
  }

  // "308 of 308": tried before it can be accepted, with a button that answers.
  void numbers_are_tried_and_answered_before_they_are_accepted() {
    QByteArray text = "campaign_id;date;impressions;clicks;spend;conversions\n";
    for (int i = 0; i < 308; ++i) text += "c;2025-01-06;10;2;12,50;1\n";
    Desk desk(put("comma.csv", text));
    QVERIFY(desk.ready());  // found out
    desk.choose("decimal", 1);
    QVERIFY(!desk.ready());
    QVERIFY2(desk.said().join('\n').contains("308 of 308 rows: bad number in spend"),
             qPrintable(desk.said().join('\n')));
    QVERIFY(desk.remark("spend").contains("308 of 308"));
    const QModelIndex spend = desk.records()->model()->index(0, 4);
    QVERIFY(spend.data(RecordModel::Fault).toString().contains("bad number"));
    desk.press("answer_0");
    QVERIFY(desk.ready());
    QCOMPARE(desk.find<QComboBox>("decimal")->currentIndex(), 2);
    desk.press("accept");
    QVERIFY(desk.options->decimal == DecimalMark::comma);
    QVERIFY(desk.loaded());
  }

  void an_open_order_of_dates_is_answered_by_a_button() {
    Desk desk(put("dates.csv", "timestamp,page_url,visitor_id\n03/04/2025 10:00:00,/,a\n"));
    QVERIFY(!desk.ready());
    QVERIFY(desk.said().join('\n').contains("03/04/2025"));
    QCOMPARE(desk.records()->model()->rowCount(), 1);
    desk.press("answer_2");
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    QCOMPARE(desk.find<QComboBox>("dates")->currentIndex(), 1);
  }

  void a_file_without_header_is_mapped_by_its_columns() {
    Desk desk(put("bare.csv", "2025-01-06T10:00:00Z,/a,u1\n2025-01-06T10:01:00Z,/b,u2\n"));
    QVERIFY(!desk.ready());
    desk.press("answer_7");  // it has none
    QCOMPARE(desk.records()->model()->rowCount(), 2);
    QCOMPARE(desk.head(0), "column 1");
    desk.find<ReportList>("reports")->choose(ReportKind::hourly_visitors);
    desk.give(0, "timestamp");
    desk.give(1, "page_url");
    desk.give(2, "visitor_id");
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    QCOMPARE(desk.said(), QStringList{"All 2 rows count."});
    desk.press("accept");
    QVERIFY(desk.loaded());
  }

  void choices_are_followed_at_once() {
    Desk desk(put("titles.csv",
                  "Report\nof January\n\ntimestamp|page_url|visitor_id\n"
                  "2025-01-06T10:00:00Z|/a|u1\n"));
    QVERIFY(desk.find<QLabel>("left_out")->text().startsWith("3 lines"));
    QVERIFY(
        desk.find<ElidedLabel>("plan")->accessibleName().contains("| · 3 title lines left out"));
    desk.find<QSpinBox>("skip")->setValue(0);
    QTest::qWait(300);
    desk.settle();
    QVERIFY(!desk.ready());
    desk.find<QSpinBox>("skip")->setValue(-1);
    QTest::qWait(300);
    desk.settle();
    QVERIFY(desk.ready());
    desk.type("delimiter", ";");
    QVERIFY(!desk.ready());
    // Nothing was changed by what was not accepted.
    desk.press("cancel");
    QVERIFY(!desk.dialog.isVisible() && !desk.options);
  }

  void a_plan_is_that_of_the_command_line() {
    const QString path = put("plan.csv", "when,what,who\n2025-01-06T10:00:00Z,home,a\n");
    Desk desk(path);
    desk.find<ReportList>("reports")->choose(ReportKind::hourly_visitors);
    desk.give(0, "timestamp");
    desk.give(1, "page_url");
    desk.give(2, "visitor_id");
    const QString saved = folder_.filePath("window.json");
    desk.dialog.save_plan(saved);
    QVERIFY(desk.message().startsWith("Written"));
    const QString by_command = folder_.filePath("command.json");
    QProcess command;
    command.start(qEnvironmentVariable("FOOTFALL_CLI"),
                  {"inspect", "--map", "timestamp=when,page_url=what,visitor_id=who", "--save",
                   by_command, path});
    QVERIFY(command.waitForFinished() && command.exitCode() == 0);
    const auto bytes = [](const QString& name) {
      QFile file(name);
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(!bytes(saved).isEmpty());
    QCOMPARE(bytes(saved), bytes(by_command));
    Desk other(put("plan2.csv", "when,what,who\n2025-01-07T10:00:00Z,home,b\n"));
    QVERIFY(!other.ready());
    other.dialog.open_plan(put("broken.json", "{"));
    QVERIFY(other.message().startsWith("The plan cannot be read"));
    other.dialog.open_plan(saved);
    other.settle();
    QVERIFY(other.ready());
  }

  void a_log_says_what_is_left_out() {
    QByteArray text;
    for (int i = 0; i < 10; ++i)
      text += "192.0.2.7 - - [06/Jan/2025:10:00:0" + QByteArray::number(i) +
              " +0000] \"GET /a HTTP/1.1\" " + (i < 2 ? "404" : "200") + " 5 \"-\" \"" +
              (i < 5 ? "Googlebot/2.1" : "Mozilla/5.0") + "\"\n";
    Desk desk(put("access.log", text));
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    QVERIFY(desk.find<QComboBox>("log_format")->isVisible());
    QVERIFY(!desk.find<QComboBox>("delimiter")->isVisible());
    QVERIFY2(desk.find<QComboBox>("log_format")->currentText().startsWith("found out ("),
             qPrintable(desk.find<QComboBox>("log_format")->currentText()));
    QVERIFY(desk.find<QComboBox>("log_format")->itemText(1).contains("10 of 10 lines"));
    QVERIFY(!desk.find<QComboBox>("client")->isEnabled());
    auto* bots = desk.find<QCheckBox>("leave_out_0");
    auto* errors = desk.find<QCheckBox>("leave_out_2");
    QCOMPARE(bots->text(), "Bots · 50 %");
    QCOMPARE(errors->text(), "Errors (4xx, 5xx) · 20 %");
    QTest::mouseClick(bots, Qt::LeftButton, {}, QPoint(8, bots->height() / 2));
    QTest::qWait(300);
    desk.settle();
    QCOMPARE(desk.said().value(0), "5 of the first 10 rows count, 5 are left out.");
    QVERIFY(desk.ready());
    desk.choose("pages", 1);
    const QString plan = folder_.filePath("log.json");
    desk.dialog.save_plan(plan);
    QFile saved(plan);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray written = saved.readAll();
    QVERIFY2(written.contains("\"leave_out\":[\"bots\"]") && written.contains("\"pages\":\"path\""),
             written.constData());
    desk.press("accept");
    QVERIFY(desk.loaded());
    QCOMPARE(
        desk.session.reports(ReportKind::hourly_visitors)->get<HourlyVisitorsReport>()->pageviews,
        5U);
  }

  void a_log_of_another_kind_is_described_by_its_server() {
    const QByteArray text =
        "192.0.2.7 x - [06/Jan/2025:10:00:00 +0000] GET|/a|200|12\n"
        "192.0.2.8 x - [06/Jan/2025:10:00:01 +0000] GET|/b|200|12\n";
    Desk desk(put("odd.log", text));
    QVERIFY(!desk.ready());
    const QString said = desk.said().join('\n');
    QVERIFY2(said.contains("known formats of access logs reads it either") &&
                 said.contains("came furthest, to byte"),
             qPrintable(said));
    auto* format = desk.find<QComboBox>("log_format");
    QVERIFY(format->isVisible() && format->hasFocus());
    QVERIFY(format->count() > 20);
    desk.type("log_format", "%h %l");
    QVERIFY(!desk.ready());
    QVERIFY2(desk.said().join('\n').contains("“%h %l” is no log format that is known here."),
             qPrintable(desk.said().join('\n')));
    QVERIFY(!desk.said().join('\n').contains("--"));
    desk.type("log_format", "%h %l %u %t %m|%U|%>s|%b");
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    QCOMPARE(desk.said().value(0), "All 2 rows count.");
    QCOMPARE(format->currentText(), "%h %l %u %t %m|%U|%>s|%b");
    desk.press("accept");
    QVERIFY(desk.loaded());
    QCOMPARE(desk.options->log.format, std::string("%h %l %u %t %m|%U|%>s|%b"));
  }

  void forwarded_addresses_are_chosen() {
    QByteArray text;
    for (int i = 0; i < 4; ++i)
      text +=
          "192.0.2.7 - - [06/Jan/2025:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"x\" "
          "\"203.0.113." +
          QByteArray::number(i) + "\"\n";
    Desk desk(put("forwarded.log", text));
    auto* client = desk.find<QComboBox>("client");
    QVERIFY(client->isEnabled());
    QCOMPARE(client->currentText(), "found out (connections)");
    desk.choose("client", 2);
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    desk.press("accept");
    QVERIFY(desk.loaded());
    QVERIFY(desk.options->log.client == LogClient::forwarded);
    QCOMPARE(desk.session.reports(ReportKind::hourly_visitors)
                 ->get<HourlyVisitorsReport>()
                 ->unique_visitors,
             4U);
  }

  void events_and_cents_are_told() {
    Desk desk(put("shop.ndjson",
                  "{\"id\":1,\"user_id\":\"u\",\"type\":\"order_completed\",\"price\":1250}\n"
                  "{\"id\":2,\"user_id\":\"u\",\"type\":\"order_paid\",\"price\":50}\n"
                  "{\"id\":3,\"user_id\":\"u\",\"type\":\"seen\",\"price\":null}\n"));
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    QVERIFY(!desk.find<QComboBox>("log_format")->isVisible());
    auto* purchase = desk.find<QComboBox>("event_purchase");
    QVERIFY(purchase->isVisible());
    QCOMPARE(purchase->count(), 3);
    QCOMPARE(purchase->itemText(0), "order_completed");
    desk.type("event_purchase", "order_completed, order_paid");
    desk.type("event_view", "seen");
    auto* factor = desk.find<QLineEdit>("scale_price");
    factor->setFocus();
    QTest::keyClicks(factor, "0.x");
    QTest::qWait(300);
    desk.settle();
    QVERIFY(!desk.ready());
    factor->selectAll();
    QTest::keyClicks(factor, "0.0100000000000000000001");
    QTest::qWait(300);
    desk.settle();
    QVERIFY(!desk.ready());  // more digits than are held
    factor->selectAll();
    QTest::keyClicks(factor, "0,01");
    QTest::qWait(300);
    desk.settle();
    QVERIFY2(desk.ready(), qPrintable(desk.said().join('\n')));
    QVERIFY(!desk.dialog.findChild<QLineEdit*>("scale_type"));
    const QString plan = folder_.filePath("shop.json");
    desk.dialog.save_plan(plan);
    desk.press("accept");
    QVERIFY(desk.loaded());
    const auto report = desk.session.reports(ReportKind::user_activity)->get<UserActivityReport>();
    QCOMPARE(report->users.size(), std::size_t{1});
    QCOMPARE(report->users[0].purchases, 2U);
    QCOMPARE(report->users[0].views, 1U);
    // The command line follows the plan.
    QProcess command;
    command.start(qEnvironmentVariable("FOOTFALL_CLI"),
                  {"user-activity", "--quiet", "--plan", plan, folder_.filePath("shop.ndjson")});
    QVERIFY(command.waitForFinished() && command.exitCode() == 0);
    const QByteArray rows = command.readAllStandardOutput();
    QVERIFY2(rows.contains("u,0,1,2,13.00"), rows.constData());
  }

  void events_that_nobody_touched_stay() {
    ReadingPreview preview;
    const auto layout = std::make_shared<InputLayout>();
    layout->feeds.insert(EventType::user_event);
    preview.layout = layout;
    EventNames names;
    EventNames::Mapped map = {{"paid, late", "purchase"}, {"seen", "view"}};
    names.show_map(map, &preview);
    names.findChild<QComboBox*>("event_view")->setEditText("seen, looked");
    names.apply_to(map);
    QVERIFY(map ==
            (EventNames::Mapped{{"looked", "view"}, {"paid, late", "purchase"}, {"seen", "view"}}));
    names.show_map(map, &preview);
    names.findChild<QComboBox*>("event_purchase")->setEditText("");
    names.apply_to(map);
    QVERIFY(map == (EventNames::Mapped{{"looked", "view"}, {"seen", "view"}}));
  }

  // The window.

 private:
  struct Window {
    Window() : window(file_engine(), themes, std::make_unique<FakeKeychain>(drawer)) {
      window.resize(1440, 900);
      window.show();
    }
    ImportDialog* dialog() {
      auto* found = window.findChild<ImportDialog*>();
      return found && found->isVisible() ? found : nullptr;
    }
    bool idle() {
      return QTest::qWaitFor(
          [&] { return window.session().state() == AnalysisSession::State::idle; });
    }
    SourceRow* row(int at) {
      const auto rows = window.findChildren<SourceRow*>();
      return at < rows.size() ? rows[at] : nullptr;
    }
    template <class Widget>
    Widget* in_row(int at, const char* name) {
      return row(at)->findChild<Widget*>(name);
    }
    ThemeKeeper themes;
    FakeKeychain::Drawer drawer;
    MainWindow window;
  };

 private slots:
  void init() { QFile::remove(readings_file()); }

  void it_asks_once_for_several_files_of_one_shape() {
    QStringList paths;
    for (int i = 0; i < 5; ++i)
      paths << put(QString("shape%1.csv").arg(i),
                   "when,what,who\n2025-01-06T10:00:00Z,home,a" + QByteArray::number(i) + "\n");
    paths << put("other.csv", "x,y\n1,2\n");
    Window desk;
    desk.window.open_files(paths);
    QTRY_VERIFY(desk.dialog());
    ImportDialog* dialog = desk.dialog();
    QTRY_VERIFY(dialog->findChild<QTableView*>("records")->model()->columnCount() == 3);
    for (const auto& [role, column] :
         {std::pair("timestamp", "when"), {"page_url", "what"}, {"visitor_id", "who"}}) {
      auto* field = dialog->findChild<QComboBox*>(QString("role_") + role);
      QTest::keyClicks(field->lineEdit(), column);
    }
    auto* accept = dialog->findChild<QPushButton*>("accept");
    QTRY_VERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QVERIFY(desk.idle());
    QTRY_VERIFY(desk.window.session().reports(ReportKind::hourly_visitors));
    QTRY_COMPARE(desk.window.session()
                     .reports(ReportKind::hourly_visitors)
                     ->get<HourlyVisitorsReport>()
                     ->pageviews,
                 5U);
    QTest::qWait(100);
    QVERIFY(!desk.dialog());
    QVERIFY(desk.in_row<ElidedLabel>(0, "plan")->accessibleName().contains("as you chose"));
    QVERIFY(desk.in_row<ElidedLabel>(1, "plan")->accessibleName().contains("as chosen before"));
    QVERIFY(desk.in_row<QLabel>(1, "plan_links")->text().contains("Forget"));

    // Another day: it is remembered, said, and forgotten where that is wished.
    Window later;
    later.window.open_files({paths[2]});
    QVERIFY(later.idle());
    QTRY_VERIFY(later.row(0) &&
                later.in_row<ElidedLabel>(0, "plan")->accessibleName().contains("chosen before"));
    QVERIFY(!later.dialog());
    emit later.in_row<QLabel>(0, "plan_links")->linkActivated("forget");
    QTRY_VERIFY(later.window.session().sources()[0].error);
    Window forgotten;
    forgotten.window.open_files({paths[2]});
    QTRY_VERIFY(forgotten.dialog());
  }

  void a_choice_for_a_log_is_remembered() {
    const auto line = [](int second) {
      return "192.0.2.7 x - [06/Jan/2025:10:00:0" + QByteArray::number(second) +
             " +0000] GET|/page/" + QByteArray::number(second) + "|200|12\n";
    };
    Window desk;
    desk.window.open_files({put("first.log", line(1) + line(2))});
    QTRY_VERIFY(desk.dialog());
    auto* format = desk.dialog()->findChild<QComboBox*>("log_format");
    QTRY_VERIFY(format->isVisible());
    format->lineEdit()->selectAll();
    QTest::keyClicks(format->lineEdit(), "%h %l %u %t %m|%U|%>s|%b");
    auto* accept = desk.dialog()->findChild<QPushButton*>("accept");
    QTRY_VERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY(desk.window.session().sources()[0].read_by == Source::ReadBy::person);
    Window later;
    later.window.open_files(
        {put("second.log", line(3)), put("third.log", "not the same at all: 10:30 [x] y\n")});
    QVERIFY(later.idle());
    QTRY_VERIFY(later.row(0) &&
                later.in_row<ElidedLabel>(0, "plan")->accessibleName().contains("chosen before"));
    QVERIFY(later.window.session().sources()[1].read_by == Source::ReadBy::itself);
  }

  void what_was_read_over_is_said() {
    const QByteArray row = R"({"timestamp":"2025-01-06T10:00:00Z","page_url":"/","visitor_id":1})";
    const QByteArray none = R"({"timestamp":"N/A","page_url":"/","visitor_id":2})";
    Window desk;
    desk.window.open_files(
        {put("commas.ndjson", row + ",\n" + row + ",\n" + row + row + "\n" + none + row + "\n")});
    QVERIFY(desk.idle());
    QTRY_VERIFY(desk.row(0));
    const auto plan = [&] { return desk.in_row<ElidedLabel>(0, "plan")->accessibleName(); };
    QTRY_COMPARE(plan(), "NDJSON · 2 lines with a comma at the end · 2 lines of several objects");
    for (QAction* action : desk.window.findChildren<QAction*>())
      if (action->text().contains("Load report")) action->trigger();
    auto* dialog = desk.window.findChild<LoadReportDialog*>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    QString text;
    for (const QLabel* label : dialog->findChildren<QLabel*>()) text += label->text() + '\n';
    QVERIFY2(text.contains("2 lines end in a comma, which was read over.") &&
                 text.contains("2 lines hold several objects, each of which is a row.") &&
                 text.contains("Words that stood for missing values: “N/A” (1)."),
             qPrintable(text));
    dialog->close();
  }

  void it_does_not_ask_about_what_is_read_well() {
    Window desk;
    desk.window.open_files(
        {put("good.csv", "timestamp,page_url,visitor_id\n2025-01-06T10:00:00Z,/,a\n"),
         put("ads.csv",
             "sep=;\nReport\nCampaign ID;Impr.;Clicks;Cost;Conversions\n"
             "a;1.000;12;3,5;1\nb;2.000;1;0,5;0\nTotal;3.000;13;4,0;1\n"),
         put("picture.csv", QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11)),
         folder_.filePath("absent.csv")});
    QVERIFY(desk.idle());
    QTest::qWait(200);
    QVERIFY(!desk.dialog());
    QCOMPARE(desk.in_row<ElidedLabel>(1, "plan")->accessibleName(),
             "CSV · ; · 2 title lines left out · decimal comma");
    // What no choice helps offers none.
    const QString answers = desk.in_row<QLabel>(3, "answers")->text();
    QVERIFY(!answers.contains("Choose columns") && answers.contains("Remove"));
  }

  void it_asks_where_figures_rest_on_a_guess() {
    Window desk;
    desk.window.open_files({put("guess.csv",
                                "campaign_id,date,impressions,clicks,spend,conversions\n"
                                "c,2025-01-06,10,2,\"1,234\",1\n")});
    QTRY_VERIFY(desk.dialog());
    ImportDialog* dialog = desk.dialog();
    QTRY_VERIFY(dialog->findChild<QPushButton*>("answer_0"));
    QTest::mouseClick(dialog->findChild<QPushButton*>("answer_0"), Qt::LeftButton);
    auto* accept = dialog->findChild<QPushButton*>("accept");
    QTRY_VERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_VERIFY(desk.window.session().sources()[0].read_by == Source::ReadBy::person);
    QVERIFY(desk.idle());
    QVERIFY(!desk.dialog());
  }

  void a_failed_source_says_all_and_what_can_be_done() {
    QByteArray header;
    for (int i = 0; i < 200; ++i)
      header += "a_rather_long_name_of_a_column_" + QByteArray::number(i) + ",";
    Window desk;
    desk.window.open_files({put("long.csv", header + "\n" + QByteArray(200, ',') + "\n")});
    QTRY_VERIFY(desk.dialog());
    desk.dialog()->reject();
    SourceRow* row = desk.row(0);
    QVERIFY(row && row->width() <= 232);
    QVERIFY(desk.in_row<QLabel>(0, "answers")->text().contains("Choose columns"));
    emit desk.in_row<QLabel>(0, "answers")->linkActivated("reading");
    QTRY_VERIFY(desk.dialog());
    desk.dialog()->reject();
    emit desk.in_row<QLabel>(0, "answers")->linkActivated("remove");
    QTRY_VERIFY(desk.window.session().sources().empty());
  }

  void a_doubt_about_the_visitors_is_said_above_the_page() {
    QByteArray text;
    for (int i = 1; i < 20; ++i)
      text +=
          "10.0.0.2 - - [06/Jan/2025:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"a\" "
          "xff=203.0.113." +
          QByteArray::number(i) + "\n";
    Window desk;
    desk.window.open_files({put("proxied.log", text)});
    QVERIFY(desk.idle());
    auto* banner = desk.window.findChild<QWidget*>("findings_banner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->accessibleName().startsWith(
                 "All visitors are private addresses, such as 10.0.0.2, and 203.0.113.1 stands"),
             qPrintable(banner->accessibleName()));
  }

  void many_rejects_are_said_above_the_page() {
    QByteArray text = "timestamp,page_url,visitor_id\n";
    for (int i = 0; i < 50; ++i) text += "2025-01-06T10:00:00Z,/,a\n";
    for (int i = 0; i < 10; ++i) text += "yesterday,/,a\n";
    Window desk;
    desk.window.open_files({put("rejects.csv", text)});
    QVERIFY(desk.idle());
    auto* banner = desk.window.findChild<QWidget*>("findings_banner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->accessibleName().startsWith("10 of 60 rows were rejected (bad timestamp), "
                                                 "first in line 52: timestamp is “yesterday”."),
             qPrintable(banner->accessibleName()));
    for (auto* button : banner->findChildren<QPushButton*>())
      if (button->text() == "Close") QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!banner->isVisible());
  }
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::ImportDialogTest>(argc, argv);
}
#include "test_import_dialog.moc"
