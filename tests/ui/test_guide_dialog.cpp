// The user guide: its languages, contents, search and pictures, and what it is opened at. Long, for
// all of it is one dialog.
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTranslator>
#include <algorithm>

#include "tests/support/window_test.h"
#include "ui/connect/connect_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/guide_contents.h"
#include "ui/dialogs/guide_dialog.h"
#include "ui/dialogs/guide_file.h"
#include "ui/dialogs/guide_text.h"
#include "ui/dialogs/load_report_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/frame/source_row.h"
#include "ui/import/import_dialog.h"
#include "ui/main_window.h"
#include "ui/resource_files.h"
#include "ui/style/theme.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;

QStringList guides() {
  QStringList files;
  for (const QFileInfo& file : QDir(guide_folder()).entryInfoList({"user-guide*.md"}))
    files << file.filePath();
  return files;
}

QByteArray content(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a guide is made of in all languages alike: levels of its headings with their anchors, and
/// its pictures.
QStringList skeleton(const QString& path) {
  const QString text = QString::fromUtf8(content(path));
  static const QRegularExpression part(
      "^(?:(```).*?^ *```|<!-- (anchor: [a-z-]+) -->|(#+) |!\\[[^\\]\\n]+\\]\\(([^)]+)\\))",
      QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
  QStringList parts;
  for (auto match = part.globalMatch(text); match.hasNext();) {
    const QStringList found = match.next().capturedTexts().mid(1);
    if (found.value(0).isEmpty()) parts << found.join("");
  }
  return parts;
}

}  // namespace

class TestGuideDialog : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    QSettings().clear();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    dialog_ = std::make_unique<GuideDialog>(guide_folder());
    dialog_->resize(1000, 700);
    dialog_->open_at(GuideTopic::visitors);
    QVERIFY(QTest::qWaitForWindowActive(dialog_.get()));
  }
  void cleanup() { dialog_.reset(); }

  void every_topic_has_its_heading_in_every_language() {
    QVERIFY(!guides().isEmpty());
    for (const QString& file : guides()) {
      const std::optional<Guide> guide = read_guide(file);
      QVERIFY(guide);
      for (const GuideTopicFacts& facts : kGuideTopicTable)
        QVERIFY2(guide->anchors.count(facts.anchor) == 1, qPrintable(file + ": " + facts.anchor));
      QVERIFY(!guide->markdown.contains("anchor:"));
    }
  }

  void all_languages_have_the_same_chapters_and_pictures() {
    const QStringList english = skeleton(guide_folder() + "/user-guide.md");
    for (const QString& file : guides()) QCOMPARE(skeleton(file), english);
    int pictures = 0;
    for (const QString& part : english) {
      if (!part.endsWith(".png")) continue;
      ++pictures;
      const QString path = guide_folder() + '/' + part;
      QVERIFY2(!QImage(path).isNull(), qPrintable(path));
      QVERIFY2(QFile(path).size() < 150'000, qPrintable(path));
    }
    QVERIFY(pictures >= 6);
    QCOMPARE(QDir(guide_folder()).entryList({"*.png"}).size(), pictures);
  }

  void the_language_is_that_of_the_window() {
    const QTemporaryDir folder;
    const auto file = [&](const QStringList& languages) {
      return QFileInfo(guide_file(folder.path(), languages)).fileName();
    };
    test::write_file(folder.filePath("user-guide.md"), "## Visitors\n");
    test::write_file(folder.filePath("user-guide.de.md"), "## Besucher\n");
    QCOMPARE(file({"de-AT", "de"}), QString("user-guide.de.md"));
    QCOMPARE(file({"de_DE"}), QString("user-guide.de.md"));
    QCOMPARE(file({"en-US", "en", "de"}), QString("user-guide.md"));
    QCOMPARE(file({"nl-NL", "nl"}), QString("user-guide.md"));
    QCOMPARE(file({"nl-NL", "nl", "de-DE"}), QString("user-guide.de.md"));
    QCOMPARE(file({}), QString("user-guide.md"));

    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    GuideDialog german(folder.path());
    QCOMPARE(german.findChild<GuideText*>()->toPlainText(), QString("Besucher"));
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    GuideDialog other(folder.path());
    QCOMPARE(other.findChild<GuideText*>()->toPlainText(), QString("Visitors"));
  }

  void anchors_name_the_headings_below_them() {
    const Guide guide = parse_guide(
        "# A\n\n<!-- anchor: b -->\n## B\n```\n# no heading\n<!-- anchor: c -->\n```\n### C\n");
    QCOMPARE(guide.anchors, QStringList({"", "b", ""}));
    QVERIFY(guide.markdown.contains("<!-- anchor: c -->"));  // it is code
    QVERIFY(!guide.markdown.contains("<!-- anchor: b -->"));
  }

  void a_guide_that_is_missing_is_said() {
    const QTemporaryDir folder;
    GuideDialog dialog(folder.path());
    dialog.open_at(GuideTopic::exports);
    QVERIFY(dialog.findChild<GuideText*>()->toPlainText().contains("missing"));
    type(dialog, "missing");
    QTRY_COMPARE(said(dialog), QString("1 of 1"));
  }

  void the_contents_are_the_headings() {
    QStringList titles;
    for (const auto& section : text()->sections()) {
      QVERIFY(section.level == 2 || section.level == 3);
      titles << section.title;
      QCOMPARE(text()->document()->findBlock(section.place).text(), section.title);
    }
    QVERIFY(titles.contains("Filters") && titles.contains("Access logs"));
    QVERIFY(!titles.contains("Footfall user guide"));
    for (int i = 0; i < titles.size(); ++i) {
      const QTreeWidgetItem* entry = contents()->entry(i);
      QCOMPARE(entry->text(0), titles[i]);
      const bool below = text()->sections()[static_cast<std::size_t>(i)].level == 3;
      QCOMPARE(entry->parent() != nullptr, below);
      QVERIFY(!below || entry->parent()->isExpanded());
    }
  }

  void a_click_or_return_in_the_contents_goes_there() {
    const int filters = section("Filters");
    click(filters);
    QCOMPARE(read(), QString("Filters"));
    QVERIFY(in_sight("Filters"));
    contents()->setFocus();
    QTest::keyClick(contents(), Qt::Key_Down);
    QCOMPARE(text()->section(), filters);  // looking through the contents leaves the text
    QTest::keyClick(contents(), Qt::Key_Return);
    QCOMPARE(read(), text()->sections()[static_cast<std::size_t>(filters) + 1].title);
    // The last comes not to the top, but is the one that is read.
    const int last = static_cast<int>(text()->sections().size()) - 1;
    click(last);
    QCOMPARE(text()->section(), last);
    QCOMPARE(contents()->currentItem(), contents()->entry(last));
  }

  void scrolling_marks_what_is_read() {
    QScrollBar* bar = text()->verticalScrollBar();
    bar->setValue(0);
    QCOMPARE(text()->section(), -1);
    QVERIFY(!contents()->currentItem());
    int before = -1;
    for (int value = 0; value < bar->maximum(); value += bar->pageStep() / 2) {
      bar->setValue(value);
      QVERIFY(text()->section() >= before);
      before = text()->section();
      QCOMPARE(contents()->currentItem(), contents()->entry(before));
    }
    // How long the text is shows when all of it is laid out.
    QTRY_COMPARE((bar->setValue(bar->maximum()), text()->section()),
                 static_cast<int>(text()->sections().size()) - 1);
  }

  void what_is_searched_for_is_counted_and_gone_through() {
    QTest::keyClick(dialog_.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field()->hasFocus());
    QTest::keyClicks(field(), "HeatMap");
    QTRY_VERIFY(said().contains(" of "));
    const int all = text()->found();
    QCOMPARE(all, static_cast<int>(text()->toPlainText().count("heatmap", Qt::CaseInsensitive)));
    QVERIFY(all > 3);
    QVERIFY(marked_here().compare("heatmap", Qt::CaseInsensitive) == 0);
    QVERIFY(text()->extraSelections().size() > 1);
    // It begins with what is in sight, and goes around the end.
    const int first = text()->found_at();
    QCOMPARE(said(), QString("%1 of %2").arg(first + 1).arg(all));
    QCOMPARE(read(), QString("Visitors"));
    for (int i = 1; i <= all; ++i) {
      QTest::keyClick(field(), Qt::Key_Return);
      QCOMPARE(text()->found_at(), (first + i) % all);
      QCOMPARE(said(), QString("%1 of %2").arg((first + i) % all + 1).arg(all));
      QVERIFY(marked_here().compare("heatmap", Qt::CaseInsensitive) == 0);
      QVERIFY(text()->viewport()->rect().contains(place_here()));
    }
    QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(text()->found_at(), (first + all - 1) % all);
    text()->setFocus();
    QTest::keyClick(dialog_.get(), Qt::Key_F3);
    QCOMPARE(text()->found_at(), first);
    QTest::keyClick(dialog_.get(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(text()->found_at(), (first + all - 1) % all);
  }

  void the_contents_say_where_something_is_found() {
    type(*dialog_, "rotation");
    QTRY_VERIFY(text()->found() > 0);
    const int follow = section("Follow files that grow");
    QVERIFY(spoken(follow).startsWith("Follow files that grow, 1 "));
    QCOMPARE(spoken(section("Keys")), QString("Keys, 0 found"));
    int sum = 0;
    for (const int found : text()->found_by_section()) sum += found;
    QCOMPARE(sum, text()->found());
    field()->clear();
    QTRY_COMPARE(spoken(follow), QString("Follow files that grow"));
  }

  void nothing_found_is_said() {
    type(*dialog_, "zzyzx");
    QTRY_COMPARE(said(), QString("Not found"));
    QVERIFY(text()->extraSelections().isEmpty());
    const int before = text()->verticalScrollBar()->value();
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(text()->verticalScrollBar()->value(), before);
  }

  void escape_clears_then_closes() {
    type(*dialog_, "heatmap");
    QTRY_VERIFY(text()->found() > 0);
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(dialog_->isVisible());
    QCOMPARE(field()->text(), QString());
    QCOMPARE(said(), QString());
    QVERIFY(text()->extraSelections().isEmpty());
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!dialog_->isVisible());
  }

  void pictures_are_as_wide_as_the_text_at_most() {
    for (const int width : {1000, 640, 1600, 720}) {
      dialog_->resize(width, 700);
      QCoreApplication::processEvents();
      const auto pictures = images();
      QVERIFY(pictures.size() >= 6);
      for (const QTextImageFormat& picture : pictures) {
        QVERIFY(picture.width() > 200 && picture.width() <= text()->viewport()->width() - 48);
        const QImage file(guide_folder() + '/' + picture.name());
        QVERIFY(std::abs(picture.height() / picture.width() - 1.0 * file.height() / file.width()) <
                0.01);
        // One pixel for one of the screen.
        const auto shown = text()
                               ->document()
                               ->resource(QTextDocument::ImageResource, QUrl(picture.name()))
                               .value<QPixmap>();
        QCOMPARE(shown.deviceIndependentSize().width(), picture.width());
      }
      QVERIFY(all_has_lines());
      QTRY_COMPARE(text()->horizontalScrollBar()->maximum(), 0);
    }
  }

  void another_width_or_theme_stays_where_it_was() {
    click(section("Campaigns"));
    dialog_->resize(700, 600);
    QCoreApplication::processEvents();
    QCOMPARE(read(), QString("Campaigns"));
    QVERIFY(in_sight("Campaigns"));
    type(*dialog_, "campaign");
    QTRY_VERIFY(text()->found() > 5);
    const int found = text()->found();
    const QString here = said();
    themes_.set_theme(Theme::dark);
    QCoreApplication::processEvents();
    QCOMPARE(text()->found(), found);
    QCOMPARE(said(), here);
    QVERIFY(text()->extraSelections().size() > 1);
    QVERIFY(spoken(section("Campaigns")).contains(','));
    QCOMPARE(read(), QString("Campaigns"));
    QVERIFY(in_sight("Campaigns"));
    QVERIFY(all_has_lines());
    themes_.set_theme(Theme::light);
  }

  void help_leads_to_the_page_or_dialog_at_hand() {
    MainWindow window(file_engine(), themes_);
    window.show();
    window.open_files({FOOTFALL_SAMPLES "/pageviews.csv", FOOTFALL_SAMPLES "/campaigns.csv"});
    QTRY_COMPARE(window.session().state(), State::idle);
    const auto help_in = [&](QWidget* where) {
      press(where, Qt::Key_F1);
      auto* guide = window.findChild<GuideDialog*>();
      // It becomes active a while after it was told to.
      if (!guide || !QTest::qWaitFor([&] { return guide->isActiveWindow(); }))
        return QString("no guide");
      const QString title = read(*guide);
      guide->close();
      return title;
    };
    for (const WindowPageFacts& facts : kWindowPageTable) {
      press(&window, facts.key, Qt::AltModifier);
      QCOMPARE(help_in(&window), page_title(facts.page));
    }
    press(&window, Qt::Key_1, Qt::AltModifier);
    press(&window, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(help_in(window.findChild<ExportDialog*>()), QString("Exports"));
    press(&window, Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(help_in(window.findChild<LoadReportDialog*>()), QString("Rejected rows"));
    press(&window, Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(help_in(window.findChild<SettingsDialog*>()), QString("Rates and event types"));
    press(&window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(help_in(window.findChild<ConnectDialog*>()), QString("Databases"));
    emit window.findChild<SourceRow*>()->reading_requested();
    QCOMPARE(help_in(window.findChild<ImportDialog*>()), QString("The reading plan in the window"));
  }

 private:
  [[nodiscard]] GuideText* text() const { return dialog_->findChild<GuideText*>(); }
  [[nodiscard]] GuideContents* contents() const { return dialog_->findChild<GuideContents*>(); }
  [[nodiscard]] QLineEdit* field() const { return dialog_->findChild<QLineEdit*>(); }
  static QString said(const QDialog& dialog) {
    return dialog.findChild<QLabel*>("found_in_guide")->text();
  }
  [[nodiscard]] QString said() const { return said(*dialog_); }
  static void press(QWidget* where, Qt::Key key, Qt::KeyboardModifiers with = {}) {
    where->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), where);
    QTest::keyClick(where, key, with);
  }
  static void type(const QDialog& dialog, const QString& words) {
    auto* field = dialog.findChild<QLineEdit*>();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, words);
  }
  [[nodiscard]] int section(const QString& title) const {
    const auto& all = text()->sections();
    return static_cast<int>(std::ranges::find(all, title, &GuideText::Section::title) -
                            all.begin());
  }
  /// The section that is marked in the contents.
  static QString read(const QDialog& dialog) {
    const auto* text = dialog.findChild<GuideText*>();
    const auto* entry = dialog.findChild<GuideContents*>()->currentItem();
    const int section = text->section();
    if (section < 0) return {};
    const QString title = text->sections()[static_cast<std::size_t>(section)].title;
    return entry && entry->text(0) == title ? title : "not " + title;
  }
  [[nodiscard]] QString read() const { return read(*dialog_); }
  void click(int at) const {
    QTreeWidgetItem* entry = contents()->entry(at);
    contents()->scrollToItem(entry);
    QTest::mouseClick(contents()->viewport(), Qt::LeftButton, {},
                      contents()->visualItemRect(entry).center());
  }
  [[nodiscard]] QString spoken(int at) const {
    return contents()->entry(at)->data(0, Qt::AccessibleTextRole).toString();
  }
  [[nodiscard]] bool in_sight(const QString& title) const {
    QTextCursor cursor(text()->document());
    cursor.setPosition(text()->sections()[static_cast<std::size_t>(section(title))].place);
    return text()->viewport()->rect().contains(text()->cursorRect(cursor));
  }
  /// The mark of the place that one is at: its words have another colour.
  [[nodiscard]] QString marked_here() const {
    for (const auto& mark : text()->extraSelections())
      if (mark.format.foreground().style() != Qt::NoBrush) return mark.cursor.selectedText();
    return {};
  }
  [[nodiscard]] QRect place_here() const {
    for (const auto& mark : text()->extraSelections())
      if (mark.format.foreground().style() != Qt::NoBrush) return text()->cursorRect(mark.cursor);
    return {};
  }
  [[nodiscard]] std::vector<QTextImageFormat> images() const {
    std::vector<QTextImageFormat> found;
    for (QTextBlock block = text()->document()->begin(); block.isValid(); block = block.next())
      for (auto part = block.begin(); !part.atEnd(); ++part)
        if (part.fragment().charFormat().isImageFormat())
          found.push_back(part.fragment().charFormat().toImageFormat());
    return found;
  }
  [[nodiscard]] bool all_has_lines() const {
    QScrollBar* bar = text()->verticalScrollBar();
    const int before = bar->value();
    bar->setValue(bar->maximum());
    bar->setValue(before);
    for (QTextBlock block = text()->document()->begin(); block.isValid(); block = block.next())
      if (block.layout()->lineCount() == 0) return false;
    return true;
  }

  ThemeKeeper themes_;
  std::unique_ptr<GuideDialog> dialog_;
};

}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::TestGuideDialog>(argc, argv);
}
#include "test_guide_dialog.moc"
