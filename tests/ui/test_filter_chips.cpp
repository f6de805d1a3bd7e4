// Chips of the filter: what is asked of fields, set, changed and taken away as a user does it.
// Long, for all start from one window with the same data.
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "tests/support/window_test.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/frame/bar_button.h"
#include "ui/frame/condition_popup.h"
#include "ui/frame/filter_bar.h"
#include "ui/frame/filter_chip.h"
#include "ui/frame/filter_words.h"
#include "ui/frame/values_popup.h"
#include "ui/main_window.h"
#include "ui/style/theme.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;
using Names = std::vector<std::string>;

class TestFilterChips : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    QSettings().clear();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    window_ = std::make_unique<MainWindow>(file_engine(), themes_);
    window_->resize(1440, 900);
    window_->show();
    // Every hour of two weeks from a Monday on, one view of each page.
    QByteArray views = "timestamp,page_url,visitor_id\n";
    for (int day = 6; day < 20; ++day)
      for (int hour = 0; hour < 24; ++hour)
        for (const char* page : {"/", "/blog/a", "/blog/b", "/Blog", "/shop"})
          views += QString("2025-01-%1 %2:00:00,%3,v\n")
                       .arg(day, 2, 10, QChar('0'))
                       .arg(hour, 2, 10, QChar('0'))
                       .arg(page)
                       .toUtf8();
    test::write_file(folder_.filePath("views.csv"), views);
    test::write_file(
        folder_.filePath("payments.ndjson"),
        R"({"event_id":"1","customer_id":"c","ts":1736150400,"event_type":"checkout","currency":"EUR"})"
        "\n"
        R"({"event_id":"2","customer_id":"d","ts":1736150400,"event_type":"refund","currency":"USD"})"
        "\n");
    window_->open_files({folder_.filePath("views.csv"), folder_.filePath("payments.ndjson")});
    QTRY_COMPARE(window_->session().state(), State::idle);
    press(Qt::Key_1, Qt::AltModifier);
  }
  void cleanup() { window_.reset(); }

  void the_menu_has_the_fields_of_the_page_first() {
    QStringList entries;
    press(Qt::Key_L, Qt::ControlModifier);
    for (const QAction* action : open_menu()->actions())
      entries << (action->isSeparator() ? "-" : action->text());
    QCOMPARE(entries,
             QStringList({"Page…", "Visitor…", "Hour of day…", "Weekday…", "-",
                          "Customer…\tCustomers", "Campaign…\tCampaigns", "User…\tActivity",
                          "Event type…\tCustomers, Activity", "Currency…\tCustomers"}));
  }

  void what_a_name_begins_with_is_typed() {
    choose_field("Page…");
    auto* popup = bar()->findChild<ConditionPopup*>();
    QVERIFY(popup->isVisible());
    compare(*popup, "begins with");
    QVERIFY(!button_of(*popup, "Apply")->isEnabled());  // everything begins with nothing
    auto* list = popup->findChild<QListWidget*>();
    QTest::keyClicks(popup->findChild<QLineEdit*>(), "/blog");
    QTRY_COMPARE(list->count(), 2);  // "/Blog" begins otherwise
    QTest::keyClick(popup->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_VERIFY(!popup->isVisible());
    QCOMPARE(conditions(), QString("page begins /blog"));
    QTRY_COMPARE(counted(), 2U * 14 * 24);
    BarButton* chip = button("Page begins with /blog");
    QVERIFY(chip && chip->isVisible() && !chip->quiet());

    // A click changes it.
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->findChild<QLineEdit*>()->text(), "/blog");
    QCOMPARE(list->width(), popup->findChild<QLineEdit*>()->width());
    compare(*popup, "pattern");
    popup->findChild<QLineEdit*>()->selectAll();
    QTest::keyClicks(popup->findChild<QLineEdit*>(), "*log*");
    QTRY_COMPARE(list->count(), 3);
    QTest::mouseClick(button_of(*popup, "Apply"), Qt::LeftButton);
    QCOMPARE(conditions(), QString("page like *log*"));
    QVERIFY(button("Page is like *log*")->isVisible());
    QTRY_COMPARE(counted(), 3U * 14 * 24);

    // The cross takes it away.
    QTest::mouseClick(button("Remove this filter"), Qt::LeftButton);
    QCOMPARE(conditions(), QString());
    QVERIFY(!chip->isVisible());
    QTRY_COMPARE(counted(), 5U * 14 * 24);
  }

  void names_are_picked_and_left_out() {
    choose_field("Page…");
    auto* popup = bar()->findChild<ConditionPopup*>();
    auto* list = popup->findChild<QListWidget*>();
    auto* field = popup->findChild<QLineEdit*>();
    compare(*popup, "is not");
    QTRY_COMPARE(list->count(), 5);
    // What is typed to find names is no name itself once one of them is ticked.
    QTest::keyClicks(field, "blog");
    QTRY_COMPARE(list->count(), 3);
    for (const int row : {1, 2}) {
      const QPoint place = list->visualItemRect(list->item(row)).center();
      QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
    }
    QTest::mouseClick(button_of(*popup, "Apply"), Qt::LeftButton);
    QTRY_COMPARE(conditions(), QString("page is-not /blog/a, page is-not /blog/b"));
    BarButton* chip = button("Without 2 pages");
    QVERIFY(chip && chip->isVisible());
    QCOMPARE(chip->toolTip(), QString("Page is not:\n/blog/a\n/blog/b"));
    QTRY_COMPARE(counted(), 3U * 14 * 24);

    // Typed and applied at once: the list of what was there before is not asked.
    choose_field("Page…");
    QTest::keyClicks(field, "/shop");
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(window_->session().filter()[FilterField::page], Names{"/shop"});
    QVERIFY(button("Page: /shop")->isVisible() && chip->isVisible());
    // Two chips of one field stand apart; the first is emptied in its popup.
    QTest::mouseClick(button("Page: /shop"), Qt::LeftButton);
    QTest::mouseClick(button_of(*popup, "Remove"), Qt::LeftButton);
    QVERIFY(!popup->isVisible());
    QVERIFY(window_->session().filter()[FilterField::page].empty());
    QCOMPARE(window_->session().filter().conditions.size(), 2U);
  }

  void a_filter_from_the_menu_comes_beside_the_others() {
    Filter filter;
    filter[FilterField::page] = {"/shop"};
    window_->session().set_filter(filter);
    choose_field("Page…");
    auto* popup = bar()->findChild<ConditionPopup*>();
    auto* field = popup->findChild<QLineEdit*>();
    compare(*popup, "contains");
    QTest::keyClicks(field, "o");
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(conditions(), QString("page contains o"));
    QCOMPARE(window_->session().filter()[FilterField::page], Names{"/shop"});
    // Of the same kind there is one: it is changed, or taken away.
    choose_field("Page…");
    compare(*popup, "is not");
    QTest::mouseClick(button_of(*popup, "Remove"), Qt::LeftButton);
    QVERIFY(window_->session().filter()[FilterField::page].empty());
    QCOMPARE(conditions(), QString("page contains o"));
  }

  // Whatever was looked at in the popup meanwhile.
  void remove_takes_away_the_part_of_its_chip() {
    Filter filter;
    filter.conditions = {{ConditionField::page, Match::is_not, "/shop"},
                         {ConditionField::page, Match::contains, "o"}};
    window_->session().set_filter(filter);
    BarButton* chip = button("Page contains o");
    QVERIFY(chip);
    QTest::mouseClick(chip, Qt::LeftButton);
    auto* popup = bar()->findChild<ConditionPopup*>();
    compare(*popup, "is not");
    QTest::mouseClick(button_of(*popup, "Remove"), Qt::LeftButton);
    QCOMPARE(conditions(), QString("page is-not /shop"));
  }

  void chips_without_effect_are_the_first_to_be_hidden() {
    window_->resize(1280, 720);
    Filter filter;
    for (int i = 0; i < 3; ++i)
      filter.conditions.push_back(
          {ConditionField::page, Match::contains, "part number " + std::to_string(i)});
    for (int i = 0; i < 12; ++i)
      filter.conditions.push_back(
          {ConditionField::customer, Match::contains, "customer " + std::to_string(i)});
    window_->session().set_filter(filter);
    const auto shown = [&](const QString& begin) {
      int count = 0;
      for (auto* one : bar()->findChildren<BarButton*>())
        count += one->isVisible() && one->text().startsWith(begin) ? 1 : 0;
      return count;
    };
    const auto look_of_rest = [&] {
      for (auto* chip : bar()->findChildren<FilterChip*>())
        if (chip->isVisible() && chip->open_button()->text().startsWith('+')) return chip->look();
      return FilterChip::Look::plain;
    };
    QTRY_COMPARE(shown("Page contains"), 3);
    QVERIFY(shown("Customer contains") < 12);
    QVERIFY(look_of_rest() == FilterChip::Look::idle);
    press(Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(shown("Page contains"), 0);
    QVERIFY(shown("Customer contains") >= 3);
    QVERIFY(look_of_rest() == FilterChip::Look::active);
  }

  void hours_and_weekdays_are_buttons() {
    choose_field("Hour of day…");
    ValuesPopup* popup = open_values();
    QVERIFY(popup->testAttribute(Qt::WA_KeyboardFocusChange));
    QVERIFY(popup);
    QVERIFY(!button_of(*popup, "Apply")->isEnabled());
    for (int hour = 9; hour <= 17; ++hour) toggle(*popup, QString::number(hour))->click();
    QTest::mouseClick(button_of(*popup, "Apply"), Qt::LeftButton);
    QVERIFY(button("Hour 9–17") && button("Hour 9–17")->isVisible());
    QTRY_COMPARE(counted(), 5U * 14 * 9);

    choose_field("Weekday…");
    popup = open_values();
    QTest::mouseClick(button_of(*popup, "Mon–Fri"), Qt::LeftButton);
    QTest::keyClick(popup, Qt::Key_Return);
    QVERIFY(button("Weekday Mon–Fri") && button("Weekday Mon–Fri")->isVisible());
    QTRY_COMPARE(counted(), 5U * 10 * 9);

    QTest::mouseClick(button("Weekday Mon–Fri"), Qt::LeftButton);
    popup = open_values();
    for (const char* day : {"Mon", "Wed"}) {
      QVERIFY(toggle(*popup, day)->isChecked());
      toggle(*popup, day)->click();
    }
    QTest::mouseClick(button_of(*popup, "Apply"), Qt::LeftButton);
    QVERIFY(button("Weekday Tue, Thu, Fri")->isVisible());
    QTRY_COMPARE(counted(), 5U * 6 * 9);

    // All of them is no filter, and keys reach every one.
    QTest::mouseClick(button("Hour 9–17"), Qt::LeftButton);
    popup = open_values();
    for (const char* part : {"Night", "Morning", "Evening"})
      QTest::mouseClick(button_of(*popup, part), Qt::LeftButton);
    toggle(*popup, "0")->setFocus();
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Left})
      QTest::keyClick(popup->focusWidget(), key);
    QCOMPARE(popup->focusWidget(), toggle(*popup, "6"));
    QTest::mouseClick(button_of(*popup, "Apply"), Qt::LeftButton);
    QCOMPARE(window_->session().filter().conditions.size(), 4U);  // of weekdays
    QTRY_COMPARE(counted(), 5U * 6 * 24);
  }

  void values_are_told_in_runs() {
    const auto words = [](ConditionField field, std::initializer_list<unsigned> values) {
      Names names;
      for (const unsigned value : values) names.push_back(value_of(field, value));
      return values_words(field, names);
    };
    const ConditionField hour = ConditionField::hour_of_day, day = ConditionField::weekday;
    QCOMPARE(words(hour, {14}), "14");
    QCOMPARE(words(hour, {9, 10}), "9, 10");
    QCOMPARE(words(hour, {0, 1, 2, 3, 22, 23}), "22–3");
    QCOMPARE(words(hour, {1, 2, 3, 8, 20, 21, 22}), "1–3, 8, 20–22");
    QCOMPARE(words(day, {0, 5, 6}), "Sat–Mon");
    QCOMPARE(words(day, {5, 6}), "Sat, Sun");
    QCOMPARE(words(day, {0, 2, 4}), "Mon, Wed, Fri");
    QCOMPARE(words(day, {}), "none");
  }

  void a_condition_narrows_the_pages_that_have_its_field() {
    choose_field("Currency…\tCustomers");
    auto* popup = bar()->findChild<ConditionPopup*>();
    QVERIFY(!popup->findChild<QListWidget*>()->isVisible());  // none is known
    QTest::keyClicks(popup->findChild<QLineEdit*>(), "eur");
    QTest::keyClick(popup->findChild<QLineEdit*>(), Qt::Key_Return);
    QCOMPARE(conditions(), QString("currency is EUR"));
    BarButton* chip = button("Currency: EUR");
    QVERIFY(chip->quiet());
    QVERIFY2(chip->toolTip().contains("It narrows Customers"), qPrintable(chip->toolTip()));
    QCOMPARE(counted(), 5U * 14 * 24);
    press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(!chip->quiet());
    QTRY_COMPARE(counted(ReportKind::customer_report), 1U);
    // What is exported says so.
    press(Qt::Key_E, Qt::ControlModifier);
    auto* dialog = window_->findChild<ExportDialog*>();
    QStringList labels;
    for (const auto* label : dialog->findChildren<QLabel*>()) labels << label->text();
    QVERIFY2(labels.join("\n").contains("Currency: EUR"), qPrintable(labels.join("\n")));
    dialog->close();
    QVERIFY(QMetaObject::invokeMethod(button("Remove this filter"), "click"));
    QTRY_COMPARE(counted(ReportKind::customer_report), 2U);
  }

  void many_chips_stay_in_two_rows() {
    window_->resize(1280, 720);
    Filter filter;
    for (int i = 0; i < 14; ++i)
      filter.conditions.push_back(
          {ConditionField::page, Match::contains, "part number " + std::to_string(i)});
    window_->session().set_filter(filter);
    QCoreApplication::processEvents();
    BarButton* more = nullptr;
    for (auto* one : bar()->findChildren<BarButton*>())
      if (one->text().startsWith('+') && one->isVisible() && one->text() != "+ filter") more = one;
    QVERIFY(more);
    const int row = button("Time range: All time")->height();
    QVERIFY2(bar()->height() <= 2 * row + 8, qPrintable(QString::number(bar()->height())));
    int shown = 0;
    for (auto* one : bar()->findChildren<BarButton*>()) {
      if (!one->isVisible()) continue;
      shown += one->text().startsWith("Page contains") ? 1 : 0;
      const QRect place(one->mapTo(window_.get(), QPoint()), one->size());
      QVERIFY2(bar()->rect().contains(QRect(one->mapTo(bar(), QPoint()), one->size())),
               qPrintable(one->text()));
      QVERIFY(window_->rect().contains(place));
    }
    QVERIFY(shown >= 3);
    QCOMPARE(more->text(), QString("+%1").arg(14 - shown));
    QTest::mouseClick(more, Qt::LeftButton);
    QMenu* menu = open_menu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().front()->text(), QString("Page contains part number %1").arg(shown));
    menu->actions().front()->trigger();
    menu->close();
    auto* popup = bar()->findChild<ConditionPopup*>();
    QVERIFY(popup->isVisible());
    QTest::mouseClick(button_of(*popup, "Remove"), Qt::LeftButton);
    QCOMPARE(window_->session().filter().conditions.size(), 13U);
    QCOMPARE(more->text(), QString("+%1").arg(13 - shown));
    QTest::mouseClick(more, Qt::LeftButton);
    menu = open_menu();
    menu->actions().back()->trigger();  // Clear all filters
    menu->close();
    QVERIFY(window_->session().filter().empty());
    QTRY_VERIFY(bar()->height() <= row + 4);
  }

 private:
  FilterBar* bar() { return window_->findChild<FilterBar*>(); }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QTest::keyClick(window_.get(), key, modifiers);
  }
  BarButton* button(const QString& name) {
    for (auto* button : bar()->findChildren<BarButton*>())
      if (button->accessibleName() == name && button->isVisible()) return button;
    return nullptr;
  }
  QMenu* open_menu() {
    for (auto* menu : bar()->findChildren<QMenu*>())
      if (menu->isVisible()) return menu;
    return nullptr;
  }
  QMenu* add_menu() {
    bar()->choose_field();
    return open_menu();
  }
  void choose_field(const QString& entry) {
    QMenu* menu = add_menu();
    QVERIFY(menu);
    const auto entries = menu->actions();
    const auto at = std::ranges::find_if(entries, [&](auto* one) { return one->text() == entry; });
    QVERIFY(at != entries.end());
    menu->close();
    (*at)->trigger();
  }
  static void compare(ConditionPopup& popup, const QString& match) {
    for (auto* one : popup.findChildren<QToolButton*>())
      if (one->text() == match) return QTest::mouseClick(one, Qt::LeftButton);
    QFAIL("no such comparison");
  }
  static QPushButton* button_of(const QWidget& popup, const QString& text) {
    for (auto* one : popup.findChildren<QPushButton*>())
      if (one->text() == text) return one;
    return nullptr;
  }
  ValuesPopup* open_values() {
    for (auto* popup : bar()->findChildren<ValuesPopup*>())
      if (popup->isVisible()) return popup;
    return nullptr;
  }
  static QToolButton* toggle(const ValuesPopup& popup, const QString& text) {
    for (auto* one : popup.findChildren<QToolButton*>())
      if (one->text() == text) return one;
    return nullptr;
  }
  QString conditions() {
    QStringList texts;
    for (const Condition& one : window_->session().filter().conditions)
      texts << QString::fromStdString(std::string(kConditionFieldTable[one.field].name) + " " +
                                      std::string(kMatchTable[one.match].name) + " " + one.value);
    return texts.join(", ");
  }
  std::uint64_t counted(ReportKind kind = ReportKind::hourly_visitors) {
    const ReportSetPtr reports = window_->session().reports(kind);
    return reports ? reports->load_of(kind).rows.counted : 0;
  }

  ThemeKeeper themes_;
  QTemporaryDir folder_;
  std::unique_ptr<MainWindow> window_;
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::TestFilterChips>(argc, argv);
}
#include "test_filter_chips.moc"
