// What files hold is shown as text: no page name, id, file name or message becomes markup, nothing
// in it hides or turns the direction of what stands beside it.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

#include "tests/support/window_test.h"
#include "ui/connect/mapping_grid.h"
#include "ui/connect/rows_panel.h"
#include "ui/connect/table_preview.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/frame/condition_popup.h"
#include "ui/frame/filter_bar.h"
#include "ui/import/import_dialog.h"
#include "ui/main_window.h"
#include "ui/style/plain_text.h"
#include "ui/style/theme.h"
#include "ui/tables/report_table_view.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;

// Markup on the first line, an image of this machine, a colour code, an override of direction and a
// line separator. "EVIL" finds it again.
const char* const kHostile =
    "<h1>EVIL</h1><img src=/usr/share/pixmaps/debian-logo.png>\x1b[31m\xe2\x80\xaegnp.exe"
    "\xe2\x80\xa8<b>end</b>";

QByteArray hostile() { return kHostile; }

// In JSON control characters are escaped.
QByteArray hostile_json() { return hostile().replace('\x1b', "\\u001b"); }

bool hides(const QString& text) {
  static const QRegularExpression unseen(
      QStringLiteral("[\\x{0}-\\x{9}\\x{B}-\\x{1F}\\x{7F}-\\x{9F}\\x{200E}\\x{200F}"
                     "\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}]"));
  return text.contains(unseen);
}

/// Looks at everything that a widget and what is in it show, and keeps what is wrong with it.
struct Inspection {
  QStringList faults;
  int labels = 0, tooltips = 0, items = 0;  // that show foreign text

  void fault(const QObject* where, const char* what, const QString& text) {
    faults << QStringLiteral("%1 %2 %3: %4")
                  .arg(QString::fromLatin1(where->metaObject()->className()), where->objectName(),
                       QString::fromLatin1(what), text);
  }
  void look_at_text(const QObject* where, const char* what, const QString& text) {
    if (hides(text)) fault(where, what, text);
  }
  void look_at_tooltip(const QObject* where, const QString& text) {
    if (!text.contains("EVIL")) return;
    ++tooltips;
    if (Qt::mightBeRichText(text)) fault(where, "tooltip", text);
    look_at_text(where, "tooltip", text);
  }
  void look_at_label(const QLabel* label) {
    const QString text = label->text();
    if (text.contains("EVIL")) {
      ++labels;
      if (label->textFormat() == Qt::AutoText) fault(label, "guessed format", text);
      if (label->textFormat() == Qt::RichText && text.contains(QRegularExpression("<\\w+>EVIL")))
        fault(label, "rich text", text);
    }
    if (label->textFormat() != Qt::RichText) look_at_text(label, "label", text);
  }
  void look_at_view(const QAbstractItemView* view) {
    const QAbstractItemModel* model = view->model();
    if (!model || qobject_cast<const QHeaderView*>(view)) return;
    const auto* delegate = qobject_cast<const QStyledItemDelegate*>(view->itemDelegate());
    for (int column = 0; column < model->columnCount(); ++column) {
      look_at_tooltip(view, model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
      look_at_text(view, "header", model->headerData(column, Qt::Horizontal).toString());
      for (int row = 0; row < std::min(50, model->rowCount()); ++row) {
        const QModelIndex index = model->index(row, column);
        const QString shown = delegate ? delegate->displayText(index.data(), view->locale())
                                       : index.data().toString();
        items += shown.contains("EVIL") ? 1 : 0;
        look_at_text(view, "item", shown);
        look_at_tooltip(view, index.data(Qt::ToolTipRole).toString());
      }
    }
  }
  void look_at(const QWidget& root) {
    QList<const QWidget*> widgets{&root};
    for (const QWidget* widget : root.findChildren<QWidget*>()) widgets << widget;
    for (const QWidget* widget : widgets) {
      look_at_tooltip(widget, widget->toolTip());
      look_at_text(widget, "title", widget->windowTitle());
      if (const auto* label = qobject_cast<const QLabel*>(widget)) look_at_label(label);
      if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        look_at_text(button, "button", button->text());
      if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
        for (int i = 0; i < tabs->count(); ++i) look_at_text(tabs, "tab", tabs->tabText(i));
      // The list of a box is for editing: it holds what goes into the field.
      const bool of_box = widget->parentWidget() && widget->parentWidget()->inherits("QFrame") &&
                          qobject_cast<QComboBox*>(widget->parentWidget()->parentWidget());
      if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && !of_box)
        look_at_view(view);
    }
    for (const QAction* action : root.findChildren<QAction*>()) {
      look_at_tooltip(action, action->toolTip());
      look_at_text(action, "action", action->text().remove('\t'));  // before its key
    }
  }
};

class TestPlainText : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }

  void what_cannot_be_seen_becomes_visible() {
    using namespace std::string_view_literals;
    QCOMPARE(visible_text("plain – text"sv), QStringLiteral("plain – text"));
    QCOMPARE(visible_text("a\0\t\n\x1b\x7f"sv), QStringLiteral("a␀␉␊␛␡"));
    QCOMPARE(visible_text("\u0085\u2028\u2029"sv), QStringLiteral("[U+0085][U+2028][U+2029]"));
    for (const char16_t c : u"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"sv)
      QCOMPARE(visible_text(QString(QChar(c))),
               QStringLiteral("[U+%1]").arg(QString::number(c, 16).toUpper()));
    QCOMPARE(visible_text("\u200d\u200c é 漢"sv), QStringLiteral("\u200d\u200c é 漢"));
    QCOMPARE(visible_lines(QStringLiteral("a\nb\u202e")), QStringLiteral("a\nb[U+202E]"));
  }

  void no_tooltip_is_taken_for_markup() {
    for (const char* text : {"<h1>EVIL</h1>", "  <b>x", "a <i>b</i>", "&lt;b&gt;", "<?xml ?>",
                             "<!-- x --><h1>", "<<b>>", "plain", "a < b > c", "x\n<h1>y</h1>"}) {
      const QString tooltip = plain_tooltip(QString::fromLatin1(text));
      QVERIFY2(!Qt::mightBeRichText(tooltip), text);
      QString looks = tooltip;
      QCOMPARE(looks.remove(QChar(0x2060)), QString::fromLatin1(text));
      QCOMPARE(plain_tooltip(tooltip), tooltip);
      // What is put in takes no room.
      const QFontMetrics metrics{QGuiApplication::font()};
      QCOMPARE(metrics.horizontalAdvance(tooltip), metrics.horizontalAdvance(looks));
    }
  }

  void no_widget_of_the_window_shows_data_as_markup() {
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("<b>EVIL\u202e%1"));
    const QByteArray evil = hostile(), json = hostile_json();
    test::write_file(name.arg("views.csv"),
                     "timestamp,page_url,visitor_id\n2025-01-06 10:00:00," + evil +
                         ",v1\n2025-01-06 10:00:00,/a,v1\n2025-01-06 x:00:00," + evil + ",v1\n");
    QByteArray payments, activity;
    for (const QByteArray& id : {json, QByteArray("plain")}) {
      payments += "{\"event_id\":\"" + id + "\",\"customer_id\":\"" + id +
                  "\",\"ts\":1736200000,\"event_type\":\"" + json +
                  "\",\"amount\":5,\"currency\":\"" + json + "\"}\n";
      activity += "{\"id\":\"" + id + "\",\"user_id\":\"" + id + "\",\"type\":\"view\"}\n";
    }
    test::write_file(name.arg("payments.ndjson"), payments + "{\"event_id\":\"" + json + "\"}\n");
    test::write_file(name.arg("activity.ndjson"), activity + json + "\n");
    test::write_file(name.arg("campaigns.csv"),
                     "campaign_id,date,impressions,clicks,spend,conversions\n" + evil +
                         ",2025-01-06,1000,20,5.00,2\nplain,2025-01-06,1000,20,5.00,2\n" + evil +
                         ",2025-01-06,x,20,5.00,2\n");
    test::write_file(name.arg("requests.csv"),
                     "timestamp,page_url,status,bytes\n2025-01-06 10:00:00," + evil +
                         ",200,5\n2025-01-06 10:00:00,/a,200,5\n"
                         "2025-01-06 10:00:00," +
                         evil + ",200," + evil + "\n");
    test::write_file(name.arg("unknown.csv"), "<b>EVIL</b>," + evil + "\n1," + evil + "\n");

    ThemeKeeper themes;
    MainWindow window(file_engine(), themes);
    window.resize(1600, 900);
    window.show();
    QStringList files;
    for (const char* kind : {"views.csv", "payments.ndjson", "activity.ndjson", "campaigns.csv",
                             "requests.csv", "unknown.csv"})
      files << name.arg(kind);
    window.open_files(files);
    QTRY_COMPARE(window.session().state(), State::idle);
    for (const ReportKind kind : kAllReports) QVERIFY(window.session().reports(kind));
    // It asks what the last one is.
    QTRY_VERIFY(window.findChild<ImportDialog*>());
    auto* asked = window.findChild<ImportDialog*>();
    QTRY_VERIFY(asked->findChild<QTableView*>("records")->model()->rowCount() == 1);
    QTest::qWait(20);
    Inspection dialog;
    dialog.look_at(*asked);
    QVERIFY2(dialog.faults.isEmpty(), qPrintable(dialog.faults.join("\n")));
    QVERIFY(dialog.tooltips > 0 && dialog.items > 0);
    asked->reject();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    Filter filter;
    filter[FilterField::page] = filter[FilterField::customer] = filter[FilterField::campaign] =
        filter[FilterField::user] = {evil.toStdString()};
    window.session().set_filter(filter);
    QTRY_VERIFY(!window.session().slicing());
    Inspection all;
    for (const auto& [key, field] : {std::pair{Qt::Key_1, ConditionField::page},
                                     {Qt::Key_2, ConditionField::customer},
                                     {Qt::Key_3, ConditionField::campaign},
                                     {Qt::Key_4, ConditionField::user},
                                     {Qt::Key_5, ConditionField::page}}) {
      QTest::keyClick(&window, key, Qt::AltModifier);
      QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
      auto* bar = window.findChild<FilterBar*>();
      auto* popup = bar->findChild<ConditionPopup*>();
      bar->choose(field);
      QTRY_VERIFY(popup->findChild<QListWidget*>()->count() > 1);
      Inspection page;
      page.look_at(window);
      QVERIFY2(page.labels >= 2 && page.tooltips >= 2 && page.items >= 2,
               qPrintable(QString("%1 %2 %3").arg(page.labels).arg(page.tooltips).arg(page.items)));
      all.faults << page.faults;
      popup->close();
    }
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    window.findChild<ExportDialog*>()
        ->findChild<QLineEdit*>("export_folder")
        ->setText(folder.filePath("<b>EVIL"));
    all.look_at(window);
    window.resize(1200, 720);  // the rail folds, what failed is said above the page
    all.look_at(window);
    all.faults.removeDuplicates();
    QVERIFY2(all.faults.isEmpty(), qPrintable(all.faults.join("\n")));
  }

  void the_tooltip_that_comes_up_is_plain() {
    QTemporaryDir folder;
    test::write_file(folder.filePath("views.csv"),
                     "timestamp,page_url,visitor_id\n2025-01-06 10:00:00," + hostile() + ",v1\n");
    ThemeKeeper themes;
    MainWindow window(file_engine(), themes);
    window.show();
    window.open_files({folder.filePath("views.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    Filter filter;
    filter[FilterField::page] = {hostile().toStdString()};
    window.session().set_filter(filter);
    bool seen = false;
    for (auto* button : window.findChild<FilterBar*>()->findChildren<QAbstractButton*>()) {
      if (!button->toolTip().contains("EVIL")) continue;
      QHelpEvent event(QEvent::ToolTip, {2, 2}, button->mapToGlobal(QPoint(2, 2)));
      QApplication::sendEvent(button, &event);
      for (const QWidget* widget : QApplication::topLevelWidgets()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (!label || !label->text().contains("EVIL")) continue;
        seen = true;
        QVERIFY(!Qt::mightBeRichText(label->text()));
      }
    }
    QVERIFY(seen);
    QToolTip::hideText();

    // What is copied keeps its bytes.
    for (auto* view : window.findChildren<ReportTableView*>()) {
      if (view->accessibleName() != "Pages of the picked hour") continue;
      QTRY_COMPARE(view->model()->rowCount(), 1);
      view->selectRow(0);
      view->copy();
      QVERIFY2(QGuiApplication::clipboard()->text().startsWith(hostile() + "\t1"),
               qPrintable(QGuiApplication::clipboard()->text()));
    }
  }

  void nor_does_a_database() {
    const std::string evil = kHostile;
    const std::vector<ColumnInfo> columns = {{evil, evil}, {"page_url", "text"}};
    TablePreview preview;
    preview.show_rows({{evil, "page_url"}, {{evil, evil + "\nmore"}}}, columns);
    MappingGrid mapping;
    mapping.show_table(ReportKind::hourly_visitors, SqlEngine::postgresql, columns,
                       {{"timestamp", evil}, {"page_url", evil}});
    RowsPanel tables;
    tables.show_offer({{evil, "other"},
                       evil,
                       {{{evil, evil}, TableKind::other, evil, {}, {}},
                        {{"public", "events"}, TableKind::view, {}, {}, {}}},
                       {},
                       {},
                       false});
    Inspection all;
    for (const QWidget* widget : std::initializer_list<const QWidget*>{&preview, &mapping, &tables})
      all.look_at(*widget);
    QVERIFY2(all.faults.isEmpty(), qPrintable(all.faults.join("\n")));
    QVERIFY(all.items > 2 && all.tooltips > 2);
  }
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::TestPlainText>(argc, argv);
}
#include "test_plain_text.moc"
