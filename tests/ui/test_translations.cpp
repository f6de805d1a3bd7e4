#include <QAction>
#include <QFile>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>
#include <set>

#include "tests/support/report_fixtures.h"
#include "tests/support/window_test.h"
#include "ui/frame/status_line.h"
#include "ui/main_window.h"
#include "ui/pages/report_page.h"
#include "ui/style/theme.h"
#include "ui/tables/column_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

std::multiset<QString> placeholders(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("%(?:n|\\d)"));
  std::multiset<QString> found;
  for (auto match = pattern.globalMatch(text); match.hasNext();)
    found.insert(match.next().captured());
  return found;
}

bool shows(const QWidget& widget, const QString& text) {
  for (const auto* label : widget.findChildren<QLabel*>())
    if (label->text().contains(text)) return true;
  return false;
}

bool shows_exactly(const QWidget& widget, const QString& text) {
  for (const auto* label : widget.findChildren<QLabel*>())
    if (label->text() == text) return true;
  return false;
}

}  // namespace

class TestTranslations : public QObject {
  Q_OBJECT
 private slots:
  void init() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }
  void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void every_text_is_finished_and_keeps_its_placeholders() {
    QFile file(QStringLiteral(FOOTFALL_SAMPLES "/../translations/footfall_de.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    int texts = 0;
    const auto check = [&](const QString& text) {
      ++texts;
      QVERIFY2(!text.isEmpty(), qPrintable(source));
      QVERIFY2(placeholders(text) == placeholders(source), qPrintable(source + " | " + text));
      // An access key where there is one, white space at the ends where it joins parts.
      QVERIFY2(text.contains('&') == source.contains('&'), qPrintable(text));
      QVERIFY2(text.startsWith(' ') == source.startsWith(' '), qPrintable(text));
      QVERIFY2(text.endsWith(' ') == source.endsWith(' '), qPrintable(text));
    };
    bool several = false;
    while (!xml.atEnd()) {
      if (xml.readNext() != QXmlStreamReader::StartElement) continue;
      if (xml.name() == QStringLiteral("message")) {
        several = xml.attributes().hasAttribute(QStringLiteral("numerus"));
      } else if (xml.name() == QStringLiteral("source")) {
        source = xml.readElementText();
      } else if (xml.name() == QStringLiteral("translation")) {
        QVERIFY2(!xml.attributes().hasAttribute(QStringLiteral("type")), qPrintable(source));
        if (!several) check(xml.readElementText());
      } else if (xml.name() == QStringLiteral("numerusform")) {
        check(xml.readElementText());
      }
    }
    QVERIFY(!xml.hasError());
    QVERIFY(texts > 350);
  }

  void one_is_not_counted_as_several() {
    for (const QLocale& locale : {QLocale(QLocale::English, QLocale::UnitedStates),
                                  QLocale(QLocale::German, QLocale::Germany)}) {
      QLocale::setDefault(locale);
      const bool german = locale.language() == QLocale::German;
      QTranslator words;
      QVERIFY(words.load(locale, QStringLiteral("footfall"), QStringLiteral("_"),
                         QStringLiteral(":/translations")));
      QVERIFY(QCoreApplication::installTranslator(&words));
      auto set = std::make_shared<ReportSet>();
      auto visitors = test::hours_report({1});
      visitors->unique_pages = visitors->unique_visitors = 1;
      visitors->pageviews = 1;
      set->put(visitors);
      set->put(test::customer_report());
      const std::unique_ptr<ReportPage> hours(make_visitors_page(nullptr));
      hours->show_reports(set);
      for (const auto& text :
           german ? QStringList{"Seite", "Seitenaufruf"}
                  : QStringList{"page", "pageview", "unique visitor", "busiest hour · 1 visitor"})
        QVERIFY2(shows_exactly(*hours, text), qPrintable(text));
      const std::unique_ptr<ReportPage> customers(make_customers_page(nullptr));
      customers->show_reports(set);
      QVERIFY(shows_exactly(*customers, german ? "Kunden" : "customers"));
      auto one = std::make_shared<CustomerReport>(*test::customer_report());
      one->events = 1;
      auto other = std::make_shared<ReportSet>(*set);
      other->put(one);
      customers->show_reports(other);
      QVERIFY(shows_exactly(*customers, german ? QStringLiteral("Ereignis") : "event"));

      StatusLine status;
      auto counted = std::make_shared<ReportSet>(*set);
      counted->load[ReportKind::hourly_visitors].rows.counted = 1;
      status.show_report(counted, ReportKind::hourly_visitors, "UTC", false, false);
      QVERIFY2(status.text().startsWith(german ? "1 Zeile " : "1 row "), qPrintable(status.text()));
      counted->load[ReportKind::hourly_visitors].rows.counted = 2000;
      status.show_report(counted, ReportKind::hourly_visitors, "UTC", false, false);
      QVERIFY2(status.text().startsWith(german ? "2.000 Zeilen " : "2,000 rows "),
               qPrintable(status.text()));
      QCoreApplication::removeTranslator(&words);
    }
  }

  // A letter leads to one entry of a menu.
  void entries_of_a_menu_have_letters_of_their_own() {
    for (const bool german : {false, true}) {
      QTranslator words;
      if (german) {
        QVERIFY(words.load(QLocale(), "footfall", "_", ":/translations"));
        QVERIFY(QCoreApplication::installTranslator(&words));
      }
      ThemeKeeper themes;
      MainWindow window(file_engine(), themes);
      int letters = 0;
      for (const QMenu* menu : window.findChildren<QMenu*>()) {
        QMap<QString, QString> entries;
        for (const QAction* action : menu->actions()) {
          const QString letter = QKeySequence::mnemonic(action->text()).toString();
          if (letter.isEmpty()) continue;
          QVERIFY2(!entries.contains(letter), qPrintable(entries[letter] + " / " + action->text()));
          entries[letter] = action->text();
          ++letters;
        }
      }
      QVERIFY(letters > 30);
      QCoreApplication::removeTranslator(&words);
    }
  }

  void the_window_speaks_german() {
    QTranslator words;
    QVERIFY(words.load(QLocale(), QStringLiteral("footfall"), QStringLiteral("_"),
                       QStringLiteral(":/translations")));
    QVERIFY(QCoreApplication::installTranslator(&words));
    ThemeKeeper themes;
    MainWindow window(file_engine(), themes);
    window.show();
    QStringList actions;
    for (const QAction* action : window.actions()) actions << action->text().remove('&');
    QVERIFY(actions.contains(QStringLiteral("Dateien öffnen …")));
    QVERIFY(actions.contains(QStringLiteral("Kampagnen")));
    // Until there is a German one.
    QVERIFY(actions.contains(QStringLiteral("Handbuch und Tastenkürzel")));
    QVERIFY(shows(window, QStringLiteral("Stoßzeiten entstehen aus Seitenaufrufen")));
    QVERIFY(shows(window, QStringLiteral("Quellen")));
    bool sample = false;
    for (const auto* button : window.findChildren<QPushButton*>())
      sample = sample || button->text() == QStringLiteral("Beispieldaten zeigen");
    QVERIFY(sample);

    const std::unique_ptr<ReportPage> page(make_visitors_page(nullptr));
    page->show_reports(test::all_reports());
    QVERIFY(shows(*page, QStringLiteral("Seitenaufrufe")));
    QVERIFY(shows(*page, QStringLiteral("stärkste Stunde · 1.130 Besucher")));
    QVERIFY(shows(*page, QStringLiteral("19. Jan., 14:00")));

    QCOMPARE(column_title({"hour", ColumnKind::hour}), QStringLiteral("Stunde"));
    QCOMPARE(cell_text({"spend_usd", ColumnKind::amount}, "1234567.891"),
             QStringLiteral("1.234.567,89"));
    QCOMPARE(whole_number(26'800'000), QStringLiteral("26.800.000"));
    QCOMPARE(error_words({ErrorKind::disk_full, {}, {}, {}}).what,
             QStringLiteral("Der Datenträger ist voll."));
    QCoreApplication::removeTranslator(&words);
  }
};

}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::TestTranslations>(argc, argv);
}
#include "test_translations.moc"
