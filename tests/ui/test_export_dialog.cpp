// Exports as a user makes them: what is written is what is seen, under the name that stands there,
// and nothing that is there already is lost. Long, for an export has many choices.
#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>

#include "tests/support/window_test.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/load_report_dialog.h"
#include "ui/dialogs/save_place.h"
#include "ui/main_window.h"
#include "ui/pages/page_document.h"
#include "ui/pages/report_page.h"
#include "ui/style/theme.h"
#include "ui/tables/report_table_view.h"

namespace footfall {
namespace {

using State = AnalysisSession::State;

QString sample(const char* name) { return QString(FOOTFALL_SAMPLES "/") + name; }

QByteArray content(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<no file>");
}

/// The cells that a view shows, as a CSV file holds them (these need no quotes).
QByteArray cells_of(const ReportTableView& view, const QByteArray& header) {
  QByteArray text = header + '\n';
  for (int row = 0; row < view.model()->rowCount(); ++row) {
    QByteArrayList cells;
    for (int visual = 0; visual < view.model()->columnCount(); ++visual) {
      const int column = view.horizontalHeader()->logicalIndex(visual);
      if (!view.isColumnHidden(column))
        cells << QByteArray::fromStdString(view.report_model()->plain_cell(row, column));
    }
    text += cells.join(',') + '\n';
  }
  return text;
}

class TestExportDialog : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    QSettings().clear();
    window_ = std::make_unique<MainWindow>(file_engine(), themes_);
    window_->show();
    folder_ = std::make_unique<QTemporaryDir>();
  }
  void cleanup() { window_.reset(); }

  void the_table_in_front_is_written_as_it_is_seen() {
    open("pageviews.csv");
    auto* pages = view("Pages of the picked hour");
    show_tab(2);
    QTRY_VERIFY(pages->model()->rowCount() > 3);
    const int all = pages->model()->rowCount();
    auto* find = find_field("Find a page");
    QTest::keyClicks(find, "b");
    QTest::keyClick(find, Qt::Key_Return);
    QTRY_VERIFY(pages->model()->rowCount() < all);
    QVERIFY(pages->model()->rowCount() > 1);
    pages->sortByColumn(1, Qt::DescendingOrder);
    pages->horizontalHeader()->moveSection(2, 1);

    ExportDialog* dialog = open_dialog();
    const QString stem = name(dialog)->text().chopped(4);
    QVERIFY2(QRegularExpression("^pages_\\d{4}-\\d\\d-\\d\\d_\\d\\d_b$").match(stem).hasMatch(),
             qPrintable(stem));
    QVERIFY(name(dialog)->text().endsWith(".csv"));
    QCOMPARE(format(dialog)->currentText(), QString("CSV"));
    run(dialog);
    QCOMPARE(content(folder_->filePath(stem + ".csv")),
             cells_of(*pages, "unique_visitors,page_url"));

    // The other formats hold the same rows, and the name follows.
    format(dialog)->setCurrentIndex(1);
    QCOMPARE(name(dialog)->text(), stem + ".json");
    run(dialog);
    const QJsonArray rows =
        QJsonDocument::fromJson(content(folder_->filePath(stem + ".json"))).array();
    QCOMPARE(rows.size(), pages->model()->rowCount());
    for (int row = 0; row < rows.size(); ++row)
      QCOMPARE(rows[row].toObject()["page_url"].toString().toStdString(),
               pages->report_model()->plain_cell(row, 1));
    format(dialog)->setCurrentIndex(2);
    run(dialog);
    QVERIFY(content(folder_->filePath(stem + ".xlsx")).startsWith("PK"));
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files),
             (QStringList{stem + ".csv", stem + ".json", stem + ".xlsx"}));
  }

  void files_of_days_are_asked_about_under_their_names() {
    open("pageviews.csv");
    ReportOptions options = window_->session().options();
    options.step = Step::day;
    window_->session().set_options(options);
    QTRY_VERIFY(std::ranges::any_of(window_->findChildren<QTabBar*>(), [](const QTabBar* tabs) {
      return tabs->isVisible() && tabs->tabText(0) == "Days";
    }));
    ExportDialog* dialog = open_dialog();
    dialog->findChild<QComboBox*>("export_what")->setCurrentIndex(0);
    const auto* files = dialog->findChild<QLabel*>("export_files");
    QCOMPARE(files->text(), QString("daily_visitors.csv\ndaily_totals.csv"));
    run(dialog);
    QVERIFY(content(folder_->filePath("daily_totals.csv")).startsWith("day,"));
    QTest::mouseClick(start(dialog), Qt::LeftButton);
    QVERIFY(dialog->findChild<QMessageBox*>("export_replace"));
    format(dialog)->setCurrentIndex(1);
    QCOMPARE(files->text(), QString("daily_visitors.json"));
    format(dialog)->setCurrentIndex(2);
    QCOMPARE(files->text(), QString("daily_visitors.xlsx"));
  }

  void csv_is_made_for_spreadsheets_where_wanted() {
    QFile file(folder_->filePath("formulas.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "timestamp,page_url,visitor_id\n2025-01-06T10:00:00Z,=1+1,a\n2025-01-06T10:00:00Z,/b,a\n");
    file.close();
    window_->open_files({file.fileName()});
    QTRY_COMPARE(window_->session().state(), State::idle);
    ExportDialog* dialog = open_dialog();
    dialog->findChild<QComboBox*>("export_what")->setCurrentIndex(0);
    auto* mark = dialog->findChild<QCheckBox*>("export_bom");
    auto* escape = dialog->findChild<QCheckBox*>("export_escape");
    QVERIFY(!mark->isChecked() && !escape->isChecked());
    const QByteArray plain =
        "hour,page_url,unique_visitors\n"
        "2025-01-06 10:00,/b,1\n"
        "2025-01-06 10:00,=1+1,1\n";
    run(dialog);
    QCOMPARE(content(folder_->filePath("hourly_visitors.csv")), plain);
    for (const char* written : {"hourly_visitors.csv", "hourly_totals.csv"})
      QVERIFY(QFile::remove(folder_->filePath(written)));
    mark->click();
    escape->click();
    run(dialog);
    QCOMPARE(content(folder_->filePath("hourly_visitors.csv")),
             "\xEF\xBB\xBF" + QByteArray(plain).replace("=1+1", "'=1+1"));
    format(dialog)->setCurrentIndex(1);
    QVERIFY(!mark->isVisible() && !escape->isVisible());
  }

  void what_it_was_made_of_stands_beside_it_where_wanted() {
    open("campaigns.csv");
    press(Qt::Key_3, Qt::AltModifier);
    ExportDialog* dialog = open_dialog();
    auto* meta = dialog->findChild<QCheckBox*>("export_meta");
    QVERIFY(!meta->isChecked());
    meta->click();
    run(dialog);
    const QString path = folder_->filePath("campaigns.meta.json");
    QVERIFY(dialog->findChild<QLabel*>("export_result")->text().endsWith(path));
    const auto told = [&path] { return QJsonDocument::fromJson(content(path)).object(); };
    QCOMPARE(told()["files"].toArray(), QJsonArray{"campaigns.csv"});
    QCOMPARE(told()["table"].toObject()["name"].toString(), QString("campaigns"));
    QCOMPARE(told()["rows"].toObject()["counted"].toInt(),
             static_cast<int>(window_->session()
                                  .reports(ReportKind::campaign_ranking)
                                  ->load_of(ReportKind::campaign_ranking)
                                  .rows.counted));
    const QJsonObject source = told()["sources"].toArray()[0].toObject();
    QCOMPARE(source["path"].toString(), sample("campaigns.csv"));
    QCOMPARE(source["sha256"].toString().toLatin1(),
             QCryptographicHash::hash(content(sample("campaigns.csv")), QCryptographicHash::Sha256)
                 .toHex());
    // It is asked about like the others, and comes with the whole report, too.
    QVERIFY(QFile::remove(folder_->filePath("campaigns.csv")));
    QTest::mouseClick(start(dialog), Qt::LeftButton);
    auto* question = dialog->findChild<QMessageBox*>("export_replace");
    QVERIFY(question && question->text().endsWith("\ncampaigns.meta.json"));
    question->reject();
    QVERIFY(QFile::remove(path));
    dialog->findChild<QComboBox*>("export_what")->setCurrentIndex(0);
    QVERIFY(dialog->findChild<QLabel*>("export_files")->text().endsWith("\ncampaigns.meta.json"));
    run(dialog);
    QCOMPARE(told()["files"].toArray().size(), 3);
    QVERIFY(!told().contains("table"));
    // Without it the one that stays is said to be of another export.
    meta->click();
    for (const char* name : {"campaigns.csv", "top10_ctr.csv", "top10_cpa.csv"})
      QVERIFY(QFile::remove(folder_->filePath(name)));
    run(dialog);
    QVERIFY(dialog->findChild<QLabel*>("export_result")
                ->text()
                .endsWith(path + " is of an earlier export and does not tell of these files."));
    meta->click();
    // Remembered.
    dialog->close();
    window_ = std::make_unique<MainWindow>(file_engine(), themes_);
    window_->show();
    open("campaigns.csv");
    QVERIFY(open_dialog()->findChild<QCheckBox*>("export_meta")->isChecked());
  }

  void a_source_that_changed_has_no_hash_and_hashing_can_be_stopped() {
    const QString path = folder_->filePath("v.csv");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray row = "2025-01-06T10:00:00Z,/b,a\n";
    file.write("timestamp,page_url,visitor_id\n" + row.repeated(1'000'000));
    file.close();
    window_->open_files({path});
    QTRY_COMPARE_WITH_TIMEOUT(window_->session().state(), State::idle, 60'000);
    QVERIFY(QDir(folder_->path()).mkdir("out"));
    ExportDialog* dialog = open_dialog();
    dialog->findChild<QLineEdit*>("export_folder")->setText(folder_->filePath("out"));
    dialog->findChild<QCheckBox*>("export_meta")->setChecked(true);
    const auto* result = dialog->findChild<QLabel*>("export_result");
    auto* stop = dialog->findChild<QPushButton*>("export_stop");
    QVERIFY(!stop->isVisible());
    // On a busy machine an export may be over before it is stopped.
    for (int attempt = 0; attempt < 20 && !result->text().startsWith("Stopped"); ++attempt) {
      for (const QString& name : QDir(folder_->filePath("out")).entryList(QDir::Files))
        QVERIFY(QFile::remove(folder_->filePath("out/" + name)));
      QTest::mouseClick(start(dialog), Qt::LeftButton);
      QTest::mouseClick(stop, Qt::LeftButton);
      QTRY_VERIFY(!dialog->busy());
    }
    QVERIFY(!stop->isVisible());
    QCOMPARE(result->text(), QString("Stopped. Nothing was written."));
    QVERIFY(QDir(folder_->filePath("out")).isEmpty());
    QVERIFY(file.open(QIODevice::Append));
    file.write(row);
    file.close();
    run(dialog);
    QVERIFY2(result->text().contains("no hash; the .meta.json says why."),
             qPrintable(result->text()));
  }

  void a_page_is_saved_whole() {
    QFile file(folder_->filePath("pages.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("timestamp,page_url,visitor_id\n");
    for (int i = 0; i < 1200; ++i)
      file.write(QString("2025-01-%1T%2:00:00Z,<b>&%3,v\n")
                     .arg(1 + i / 24 % 28, 2, 10, QChar('0'))
                     .arg(i % 24, 2, 10, QChar('0'))
                     .arg(i)
                     .toUtf8());
    file.close();
    window_->open_files({file.fileName()});
    QTRY_COMPARE(window_->session().state(), State::idle);
    Filter filter;
    filter.from = parse_time_bound("2025-01-02");
    window_->session().set_filter(filter);
    auto* hours = view("Hours");
    QTRY_COMPARE(hours->model()->rowCount(), 27 * 24);
    hours->sortByColumn(0, Qt::DescendingOrder);
    QTRY_COMPARE(hours->report_model()->plain_cell(0, 0), std::string("2025-01-28 23:00"));
    QString began;
    const QString html = folder_->filePath("page.html");
    answer_file_dialog(html, began);
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(QFile::exists(html));
    const QString text = QString::fromUtf8(content(html));
    for (const char* part :
         {"<h1>Visitors</h1>", "<p>Source: pages.csv</p>", "<p>Filter: from ", "2025</p>",
          "<p>Time zone: UTC</p>", "<dd>", "<svg role=\"img\"", "<h2>Hours: 648 row"})
      QVERIFY2(text.contains(part), part);
    QCOMPARE(text.count("<tr>"), 1 + 27 * 24);
    const QString first = hours->model()->index(0, 0).data().toString();
    QCOMPARE(text.indexOf("<td>"), text.indexOf("<td>" + first + "</td>"));
    QVERIFY(!text.contains("<link") && !text.contains("src=") && !text.contains("url("));
    const QString pdf = folder_->filePath("page.pdf");
    answer_file_dialog(pdf, began);
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(QFile::exists(pdf));
    const QByteArray paper = content(pdf);
    QVERIFY(paper.startsWith("%PDF-") && paper.count("/Type /Page\n") > 5);

    // Names that are markup, and more rows than are shown.
    PageDocument page;
    page.title = "<i>&";
    page.lines = {"\"<script>\""};
    page.table_title = "T";
    page.headers = {"<h>", "n"};
    page.numeric = {false, true};
    page.rows = {{"<b>&0", "1,000"}};
    page.all_rows = 2000;
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly) && write_html(page, buffer));
    QVERIFY(!buffer.data().contains("<i>") && !buffer.data().contains("<script>"));
    QVERIFY(buffer.data().contains("<h2>T: the first 1 of 2,000 rows</h2>"));
    QVERIFY(buffer.data().contains("<td>&lt;b&gt;&amp;0</td><td class=\"n\">1,000</td></tr>"));
    QVERIFY(save_page(page, folder_->filePath("page.txt")).contains("ends in neither"));
  }

  void the_name_can_be_changed_and_chooses_the_format() {
    open("campaigns.csv");
    press(Qt::Key_3, Qt::AltModifier);
    ExportDialog* dialog = open_dialog();
    QCOMPARE(name(dialog)->text(), QString("campaigns.csv"));
    name(dialog)->selectAll();
    QTest::keyClicks(name(dialog), "mine.json");
    QCOMPARE(format(dialog)->currentText(), QString("JSON"));
    run(dialog);
    QVERIFY(content(folder_->filePath("mine.json")).startsWith("[\n{\"campaign_id\":"));
    for (const char* wrong : {"", "  ", "a/b.csv", ".."}) {
      name(dialog)->setText(wrong);
      QVERIFY2(!start(dialog)->isEnabled(), wrong);
    }
    format(dialog)->setCurrentIndex(1);
    name(dialog)->setText("no ending");
    QTest::mouseClick(start(dialog), Qt::LeftButton);
    QTRY_VERIFY(!dialog->busy());
    QVERIFY(QFile::exists(folder_->filePath("no ending.json")));
  }

  void two_tables_have_two_names() {
    open("pageviews.csv");
    auto* hours = view("Hours");
    QStringList names;
    for (const int row : {0, 1}) {
      hours->setCurrentIndex(hours->model()->index(row, 0));
      show_tab(2);
      names << name(open_dialog())->text();
      show_tab(0);
    }
    names << name(open_dialog())->text();
    names.removeDuplicates();
    QVERIFY2(names.size() == 3, qPrintable(names.join(" ")));
  }

  void rankings_are_written_in_the_format_chosen() {
    open("campaigns.csv");
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_K, Qt::ControlModifier);
    auto* dialog = window_->findChild<ExportDialog*>();
    dialog->findChild<QLineEdit*>("export_folder")->setText(folder_->path());
    QVERIFY(format(dialog)->isEnabled());
    format(dialog)->setCurrentIndex(1);
    run(dialog);
    format(dialog)->setCurrentIndex(2);
    run(dialog);
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files),
             (QStringList{"top10.xlsx", "top10_cpa.json", "top10_ctr.json"}));
  }

  void nothing_is_replaced_without_a_question() {
    open("campaigns.csv");
    press(Qt::Key_3, Qt::AltModifier);
    const QString path = folder_->filePath("campaigns.csv");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    ExportDialog* dialog = open_dialog();
    QVERIFY(dialog->findChild<QLabel*>("export_files")->text().contains("campaigns.csv"));
    for (const bool whole : {false, true}) {
      if (whole) dialog->findChild<QComboBox*>("export_what")->setCurrentIndex(0);
      for (const QString answer : {"Cancel", "Replace"}) {
        const QByteArray before = content(path);
        QTest::mouseClick(start(dialog), Qt::LeftButton);
        auto* question = dialog->findChild<QMessageBox*>("export_replace");
        QVERIFY(question && question->isVisible());
        QVERIFY(question->text().contains("campaigns.csv"));
        QCOMPARE(question->textFormat(), Qt::PlainText);
        QVERIFY(!dialog->busy());
        QCOMPARE(content(path), before);
        for (QAbstractButton* button : question->buttons())
          if (button->text().remove('&') == answer) QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!dialog->busy());
        QTRY_VERIFY(!dialog->findChild<QMessageBox*>("export_replace"));
        if (answer == "Cancel") QCOMPARE(content(path), before);
      }
      QVERIFY(content(path).startsWith("campaign_id,"));
      file.remove();
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write("mine");
      file.close();
    }
  }

  void the_last_folder_is_remembered_for_everything_that_is_saved() {
    open("pageviews.csv");
    QVERIFY(QDir(folder_->path()).mkdir("charts"));
    QString began;
    answer_file_dialog(folder_->filePath("charts/line.png"), began);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(QFile::exists(folder_->filePath("charts/line.png")));
    // A name without ending gets one before it is asked whether the file may be replaced.
    answer_file_dialog("again", began);
    press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(began, folder_->filePath("charts"));
    QTRY_VERIFY(QFile::exists(folder_->filePath("charts/again.png")));

    press(Qt::Key_I, Qt::ControlModifier);
    QPushButton* rejects = nullptr;
    for (auto* button : window_->findChild<LoadReportDialog*>()->findChildren<QPushButton*>())
      if (button->text().startsWith("Export rejected")) rejects = button;
    answer_file_dialog(folder_->filePath("bad.csv"), began);
    QTest::mouseClick(rejects, Qt::LeftButton);
    QCOMPARE(began, folder_->filePath("charts"));
    QTRY_VERIFY(QFile::exists(folder_->filePath("bad.csv")));
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(window_->findChild<ExportDialog*>()->findChild<QLineEdit*>("export_folder")->text(),
             folder_->path());
  }

 private:
  void open(const char* file) {
    window_->open_files({sample(file)});
    QTRY_COMPARE(window_->session().state(), State::idle);
  }
  void press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    window_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    QTest::keyClick(window_.get(), key, modifiers);
  }
  void show_tab(int tab) {
    for (auto* tabs : window_->findChildren<QTabBar*>())
      if (tabs->isVisible()) tabs->setCurrentIndex(tab);
  }
  ReportTableView* view(const QString& name) {
    for (auto* page : window_->findChildren<ReportPage*>())
      for (auto* view : page->findChildren<ReportTableView*>())
        if (page->isVisible() && view->accessibleName() == name) return view;
    return nullptr;
  }
  QLineEdit* find_field(const QString& hint) {
    for (auto* field : window_->findChildren<QLineEdit*>())
      if (field->placeholderText() == hint && field->isVisible()) return field;
    return nullptr;
  }
  ExportDialog* open_dialog() {
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = window_->findChild<ExportDialog*>();
    dialog->findChild<QLineEdit*>("export_folder")->setText(folder_->path());
    return dialog;
  }
  static QLineEdit* name(ExportDialog* dialog) {
    return dialog->findChild<QLineEdit*>("export_name");
  }
  static QComboBox* format(ExportDialog* dialog) {
    return dialog->findChild<QComboBox*>("export_format");
  }
  static QPushButton* start(ExportDialog* dialog) {
    return dialog->findChild<QPushButton*>("export_start");
  }
  static void run(ExportDialog* dialog) {
    QTest::mouseClick(start(dialog), Qt::LeftButton);
    QTRY_VERIFY(!dialog->busy());
    QVERIFY(dialog->findChild<QLabel*>("export_result")->text().startsWith("Written:"));
  }
  /// When a dialog for a file comes up, says where it stands and enters `path`.
  void answer_file_dialog(const QString& path, QString& began) {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [timer, path, &began] {
      auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
      if (!dialog) return;
      timer->deleteLater();
      began = dialog->directory().absolutePath();
      auto* field = dialog->findChild<QLineEdit*>("fileNameEdit");
      field->setText(path);
      QTest::keyClick(field, Qt::Key_Return);
    });
    timer->start(20);
  }

  ThemeKeeper themes_;
  std::unique_ptr<MainWindow> window_;
  std::unique_ptr<QTemporaryDir> folder_;
};

}  // namespace
}  // namespace footfall

int main(int argc, char** argv) {
  return footfall::test::run_window_test<footfall::TestExportDialog>(argc, argv);
}
#include "test_export_dialog.moc"
