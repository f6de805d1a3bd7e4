// The frame around the pages: rail, sources, tool bar, focus, place on the screen. Long, for a
// second program costs every run another window's libraries.
#include <qcustomplot.h>

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QDateEdit>
#include <QFile>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <cstdlib>

#include "tests/support/fake_engine.h"
#include "tests/support/window_test.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/frame/banner.h"
#include "ui/frame/filter_bar.h"
#include "ui/frame/icon_widget.h"
#include "ui/frame/nav_button.h"
#include "ui/frame/rail.h"
#include "ui/frame/recent_files.h"
#include "ui/frame/source_row.h"
#include "ui/frame/status_line.h"
#include "ui/frame/window_place.h"
#include "ui/main_window.h"
#include "ui/pages/report_page.h"
#include "ui/style/theme.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;

QString sample(const char* name) { return QString(FOOTFALL_SAMPLES "/") + name; }

template <class Button>
Button* visible(const QWidget& window, const QString& text) {
  for (auto* button : window.findChildren<Button*>())
    if (button->isVisible() && button->text() == text) return button;
  return nullptr;
}

NavButton* page_button(const MainWindow& window, ReportKind kind) {
  return window.findChild<Rail*>()->findChildren<NavButton*>().at(static_cast<int>(kind));
}

/// Whether no ancestor cuts all of a widget off. (A visibleRegion() leaves out what children
/// cover.)
bool can_be_seen(const QWidget& widget) {
  if (!widget.isVisible()) return false;
  QRect seen(QPoint(), widget.size());
  for (const QWidget* at = &widget; !at->isWindow(); at = at->parentWidget())
    seen = seen.translated(at->pos()) & at->parentWidget()->rect();
  return !seen.isEmpty();
}

/// Whether all of a widget can be seen in the part of its scroll area that is in view.
bool in_view(const QWidget& widget, const QWidget& viewport) {
  const QRect place(widget.mapTo(&viewport, QPoint()), widget.size());
  return viewport.rect().contains(place);
}

}  // namespace

class TestWindowFrame : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    QSettings().clear();
    themes_.set_theme(Theme::light);
  }

  void samples_are_offered_only_where_nothing_is_open() {
    MainWindow window(file_engine(), themes_);
    window.show();
    const auto open_sample = [&] {
      for (const QAction* action : window.actions())
        if (action->text().remove('&') == "Open sample data") return action->isEnabled();
      return false;
    };
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5}) {
      QTest::keyClick(&window, key, Qt::AltModifier);
      QVERIFY(visible<QPushButton>(window, "Show sample data"));
    }
    QVERIFY(open_sample());
    window.open_files({sample("campaigns.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_4}) {
      QTest::keyClick(&window, key, Qt::AltModifier);
      QVERIFY(visible<QPushButton>(window, "Open…"));
      QVERIFY(!visible<QPushButton>(window, "Show sample data"));
    }
    QVERIFY(!open_sample());
    window.session().remove_all_sources();
    QVERIFY(visible<QPushButton>(window, "Show sample data"));
    QVERIFY(open_sample());
  }

  void pages_that_have_data_are_marked_in_the_rail() {
    MainWindow window(file_engine(), themes_);
    window.show();
    for (const ReportKind kind : kAllReports) QVERIFY(!page_button(window, kind)->marked());
    const QImage plain = page_button(window, ReportKind::campaign_ranking)->grab().toImage();
    window.open_files({sample("campaigns.csv"), sample("activity.ndjson")});
    QTRY_COMPARE(window.session().state(), State::idle);
    for (const ReportKind kind : kAllReports) {
      const bool has = kind == ReportKind::campaign_ranking || kind == ReportKind::user_activity;
      QCOMPARE(page_button(window, kind)->marked(), has);
      QCOMPARE(!page_button(window, kind)->accessibleDescription().isEmpty(), has);
    }
    QTest::keyClick(&window, Qt::Key_1, Qt::AltModifier);
    QVERIFY(page_button(window, ReportKind::campaign_ranking)->grab().toImage() != plain);
    window.session().remove_all_sources();
    for (const ReportKind kind : kAllReports) QVERIFY(!page_button(window, kind)->marked());
  }

  void a_further_file_leads_to_its_report() {
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("pageviews.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    QVERIFY(page_button(window, ReportKind::hourly_visitors)->isChecked());
    window.open_files({sample("campaigns.csv")});
    QTRY_VERIFY(page_button(window, ReportKind::campaign_ranking)->isChecked());
    QTRY_COMPARE(window.session().state(), State::idle);
    window.open_files({sample("pageviews.csv"), sample("payments.ndjson")});
    QTRY_VERIFY(page_button(window, ReportKind::hourly_visitors)->isChecked());
    QTRY_COMPARE(window.session().state(), State::idle);
    window.open_files({sample("campaigns.csv")});  // open already: it is read again and shown
    QTRY_VERIFY(page_button(window, ReportKind::campaign_ranking)->isChecked());
    QTest::keyClick(&window, Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(window.session().state(), State::idle);
    QVERIFY(page_button(window, ReportKind::customer_report)->isChecked());
  }

  void failed_files_are_not_recent() {
    QTemporaryDir folder;
    test::write_file(folder.filePath("bad.csv"), "a,b\n1,2\n");
    test::write_file(folder.filePath("good.csv"),
                     "timestamp,page_url,visitor_id\n2025-01-06T10:00:00Z,/,v\n");
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({folder.filePath("bad.csv"), folder.filePath("good.csv"), "/nowhere/x.csv"});
    QTRY_COMPARE(window.session().state(), State::idle);
    QCOMPARE(recent_files(), QStringList{folder.filePath("good.csv")});
    QFile::remove(folder.filePath("good.csv"));
    window.session().remove_all_sources();
    window.open_files({folder.filePath("good.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    QCOMPARE(recent_files(), QStringList());
  }

  void a_long_header_leaves_every_file_its_buttons() {
    QTemporaryDir folder;
    // Campaigns without conversions, and with a name that is no word to break.
    test::write_file(folder.filePath("bad.csv"), "campaign_id,date,impressions,clicks,spend," +
                                                     QByteArray(150, 'x') +
                                                     "\nc,2025-01-06,1,1,1,1\n");
    test::write_file(folder.filePath("good.csv"),
                     "timestamp,page_url,visitor_id\n2025-01-06T10:00:00Z,/,v\n");
    MainWindow window(file_engine(), themes_);
    window.resize(1600, 900);
    window.show();
    window.open_files({folder.filePath("bad.csv"), folder.filePath("good.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    auto* rail = window.findChild<Rail*>();
    QVERIFY(!rail->folded());
    const auto* area = rail->findChild<QScrollArea*>();
    QCoreApplication::processEvents();
    QVERIFY(area->widget()->width() <= area->viewport()->width());
    int buttons = 0;
    for (auto* row : rail->findChildren<SourceRow*>())
      for (auto* button : row->findChildren<QToolButton*>()) {
        QVERIFY(in_view(*button, *area->viewport()));
        ++buttons;
      }
    QCOMPARE(buttons, 4);
    bool said = false, marked = false;
    for (auto* label : rail->findChildren<QLabel*>()) {
      if (!label->isVisible() || !label->text().contains("needs the column")) continue;
      QVERIFY2(label->text().contains("Campaigns needs the column “conversions”"),
               qPrintable(label->text()));
      QVERIFY(label->height() >= label->heightForWidth(label->width()));
      QVERIFY(label->height() > 3 * label->fontMetrics().height());
      said = true;
    }
    for (auto* widget : rail->findChildren<QWidget*>()) {
      const auto* icon = dynamic_cast<IconWidget*>(widget);
      marked = marked || (icon && icon->isVisible() && icon->name() == "error");
    }
    QVERIFY(said);
    QVERIFY(marked);

    // Folded, the message stands above the page and must not widen the window either.
    window.resize(1200, 720);
    QTRY_VERIFY(rail->folded());
    auto* banner = window.findChild<Banner*>("failed_banner");
    QVERIFY(banner->isVisible());
    QVERIFY(banner->minimumSizeHint().width() < 700);
    QCOMPARE(window.width(), 1200);
  }

  void errors_and_warnings_have_colours_of_their_own() {
    for (const QPalette& palette : {light_palette(), dark_palette()}) {
      const QColor error = signal_color(palette, Signal::error);
      const QColor warning = signal_color(palette, Signal::warning);
      QVERIFY(error != warning);
      for (const QColor& color : {error, warning})
        for (const QPalette::ColorRole role :
             {QPalette::Text, QPalette::Highlight, QPalette::Link, QPalette::PlaceholderText})
          QVERIFY(color != palette.color(role));
    }
  }

  void the_ring_of_focus_goes_with_the_page() {
    MainWindow window(file_engine(), themes_);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    page_button(window, ReportKind::hourly_visitors)->setFocus();
    QTest::keyClick(&window, Qt::Key_3, Qt::AltModifier);
    QVERIFY(!page_button(window, ReportKind::hourly_visitors)->hasFocus());
    QCOMPARE(window.focusWidget(), page_button(window, ReportKind::campaign_ranking));
  }

  void tab_reaches_charts_and_stops_at_nothing_unseen() {
    MainWindow window(file_engine(), themes_);
    window.resize(1400, 860);
    window.show();
    window.open_files({sample("pageviews.csv"), sample("payments.ndjson"), sample("campaigns.csv"),
                       sample("activity.ndjson")});
    QTRY_COMPARE(window.session().state(), State::idle);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
      QTest::keyClick(&window, key, Qt::AltModifier);
      QCoreApplication::processEvents();
      window.setFocus();
      QSet<QWidget*> stops;
      QStringList names;
      const QWidget* before = nullptr;
      for (int i = 0; i < 100; ++i) {
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Tab);
        QWidget* stop = window.focusWidget();
        // Within a text Tab goes from link to link.
        if (stop && stop == before) continue;
        before = stop;
        if (!stop || stops.contains(stop)) break;
        stops.insert(stop);
        names << QString("%1 %2 %3x%4")
                     .arg(stop->metaObject()->className(), stop->accessibleName())
                     .arg(stop->width())
                     .arg(stop->height());
        QVERIFY2(can_be_seen(*stop), qPrintable(names.back()));
        QVERIFY2(!qobject_cast<QScrollArea*>(stop), qPrintable(names.back()));
        QVERIFY2(stop->width() >= 8 && stop->height() >= 8, qPrintable(names.back()));
      }
      for (auto* chart : window.findChildren<QCustomPlot*>())
        if (chart->isVisible()) QVERIFY2(stops.contains(chart), qPrintable(names.join(" | ")));
      for (auto* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible() && button->isEnabled() && button->focusPolicy() & Qt::TabFocus &&
            !(button->group() && !button->isChecked()) && !qobject_cast<NavButton*>(button))
          QVERIFY2(stops.contains(button), qPrintable(button->text() + names.join(" | ")));
    }
  }

  void links_follow_a_live_change_of_theme() {
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("pageviews.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    const auto link_colors = [&] {
      QList<QRgb> found;
      for (auto* label : window.findChildren<QLabel*>()) {
        if (!label->isVisible() || !label->text().contains("<a ")) continue;
        const QImage image = label->grab().toImage();
        const QRgb link = QApplication::palette().color(QPalette::Link).rgb();
        // Thin strokes may cover no pixel whole; the links of the two themes are farther apart.
        const auto is_link = [link](QRgb pixel) {
          constexpr int kNear = 48;
          return std::abs(qRed(pixel) - qRed(link)) < kNear &&
                 std::abs(qGreen(pixel) - qGreen(link)) < kNear &&
                 std::abs(qBlue(pixel) - qBlue(link)) < kNear;
        };
        bool has = false;
        for (int y = 0; y < image.height() && !has; ++y)
          for (int x = 0; x < image.width() && !has; ++x) has = is_link(image.pixel(x, y));
        found << (has ? link : 0);
      }
      return found;
    };
    QVERIFY(!link_colors().isEmpty());
    QTRY_VERIFY(!link_colors().contains(0));  // once all is laid out
    themes_.set_theme(Theme::dark);
    QCoreApplication::processEvents();
    QVERIFY(!link_colors().contains(0));
  }

  void the_tool_bar_keeps_its_height() {
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({sample("pageviews.csv")});
    QTRY_COMPARE(window.session().state(), State::idle);
    const auto top = [&] {
      QCoreApplication::processEvents();
      return window.findChild<Rail*>()->mapTo(&window, QPoint()).y();
    };
    const int before = top();
    Filter filter;
    filter[FilterField::page] = {"/"};
    window.session().set_filter(filter);
    QTRY_VERIFY(!window.session().slicing());
    QCOMPARE(top(), before);
  }

  void rates_are_kept_on_request_with_their_date() {
    const auto labels = [](const QWidget& widget, const QString& text) {
      int count = 0;
      for (const auto* label : widget.findChildren<QLabel*>())
        count += label->isVisible() && label->text().contains(text) ? 1 : 0;
      return count;
    };
    const auto enter = [](MainWindow& window, bool keep) {
      QVERIFY(QTest::qWaitForWindowActive(&window));
      QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
      auto* dialog = window.findChild<SettingsDialog*>();
      QVERIFY(dialog);
      auto* rates = dialog->findChild<QTableWidget*>();
      for (int row = 0; row < rates->rowCount(); ++row) rates->item(row, 1)->setText("1.5");
      for (auto* box : dialog->findChildren<QCheckBox*>())
        if (box->text().startsWith("Keep")) box->setChecked(keep);
      dialog->findChild<QDateEdit*>()->setDate(QDate(2025, 1, 6));
      for (auto* button : dialog->findChildren<QPushButton*>())
        if (button->text().remove('&') == "OK") QTest::mouseClick(button, Qt::LeftButton);
    };
    for (const bool keep : {false, true}) {
      {
        MainWindow window(file_engine(), themes_);
        window.show();
        window.open_files({sample("payments.ndjson")});
        QTRY_COMPARE(window.session().state(), State::idle);
        enter(window, keep);
        QTRY_VERIFY(!window.session().slicing());
        QVERIFY(!window.session().options().rates.empty());
        QCOMPARE(labels(window, "rates of Jan 6, 2025") > 0, keep);
      }
      MainWindow next(file_engine(), themes_);
      next.show();
      next.resize(1440, 900);  // with room for the one in detail
      QCOMPARE(!next.session().options().rates.empty(), keep);
      next.open_files({sample("payments.ndjson")});
      QTRY_COMPARE(next.session().state(), State::idle);
      // Two figures of all customers, two of one, and the line of notes.
      QCOMPARE(labels(next, "rates of Jan 6, 2025"), keep ? 5 : 0);
    }
    MainWindow last(file_engine(), themes_);
    last.show();
    enter(last, false);
    MainWindow after(file_engine(), themes_);
    QVERIFY(after.session().options().rates.empty());
  }

  void the_first_window_and_its_frame_fit_the_screen() {
    const QMargins frame(2, 30, 2, 4);
    const QSize wished(1440, 900);
    for (const QSize screen : {QSize(1440, 900), QSize(1280, 720), QSize(2560, 1440)}) {
      const QRect available(0, 26, screen.width(), screen.height() - 26);  // below a panel
      for (const QPoint corner : {QPoint(0, 0), QPoint(400, 300), QPoint(-50, -50)}) {
        const QRect place = place_in_screen({corner, wished}, frame, available);
        QVERIFY(available.contains(place.marginsAdded(frame)));
        QVERIFY(place.width() == wished.width() || place.width() == screen.width() - 4);
        QCOMPARE(place, place_in_screen(place, frame, available));
      }
    }
    // What fits is left where it is.
    const QRect fits(300, 200, 1440, 900);
    QCOMPARE(place_in_screen(fits, frame, {0, 0, 2560, 1440}), fits);
  }

  void the_window_leaves_room_for_its_frame_before_it_has_one() {
    MainWindow window(file_engine(), themes_);
    const QSize room = window.screen()->availableSize();
    QVERIFY(room.width() < 1440 || room.height() < 900);  // the offscreen screen is small
    QVERIFY(window.height() < room.height());
    QVERIFY(window.width() < room.width());
  }

 private:
  ThemeKeeper themes_;
};

}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::TestWindowFrame>(argc, argv);
}

#include "test_window_frame.moc"
