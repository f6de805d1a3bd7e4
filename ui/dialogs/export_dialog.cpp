#include "ui/dialogs/export_dialog.h"
#include "ui/style/form_labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>
#include <algorithm>

#include "model/report/campaign_ranking_report.h"
#include "ui/dialogs/save_place.h"
#include "ui/frame/filter_words.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

QString ending_text(ExportFormat format) { return to_text(ending_of(format)); }

}  // namespace

ExportDialog::ExportDialog(QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Export"));
  title_ = plain_label();
  title_->setForegroundRole(QPalette::PlaceholderText);
  title_->setWordWrap(true);
  what_ = new QComboBox;
  what_->setObjectName("export_what");
  format_ = new QComboBox;
  format_->setObjectName("export_format");
  for (const ExportFormatFacts& facts : kExportFormatTable)
    format_->addItem(to_text(std::string(facts.display_name)), static_cast<int>(facts.format));
  byte_order_mark_ = new QCheckBox(tr("Marked as Unicode, so that Excel shows ä and 京"));
  byte_order_mark_->setObjectName("export_bom");
  byte_order_mark_->setToolTip(
      tr("The file begins with a byte-order mark. Other programs may take it for a part of the "
         "first column's name."));
  escape_formulas_ = new QCheckBox(tr("Formulas made safe by an apostrophe"));
  escape_formulas_->setObjectName("export_escape");
  escape_formulas_->setToolTip(
      tr("Names that begin with = + - @, a tab or a line end are computed by spreadsheets. An "
         "apostrophe before them stops that; it changes the name. Numbers stay."));
  spreadsheet_ = new QWidget;
  auto* spreadsheet = new QVBoxLayout(spreadsheet_);
  spreadsheet->setContentsMargins(0, 0, 0, 0);
  spreadsheet->setSpacing(4);
  spreadsheet->addWidget(byte_order_mark_);
  spreadsheet->addWidget(escape_formulas_);
  folder_ = new QLineEdit;
  folder_->setObjectName("export_folder");
  folder_->setMinimumWidth(360);
  auto* browse = new QPushButton(tr("Choose…"));
  connect(browse, &QPushButton::clicked, this, [this] {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Export into"), folder_->text());
    if (!folder.isEmpty()) folder_->setText(folder);
  });
  name_ = new QLineEdit;
  name_->setObjectName("export_name");
  files_ = plain_label();
  files_->setObjectName("export_files");
  files_->setForegroundRole(QPalette::PlaceholderText);
  result_ = plain_label();
  result_->setObjectName("export_result");
  result_->setWordWrap(true);
  result_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  start_ = new QPushButton(tr("Export"));
  start_->setObjectName("export_start");
  start_->setDefault(true);
  show_folder_ = new QPushButton(tr("Show folder"));
  auto* close = new QPushButton(tr("Close"));
  connect(start_, &QPushButton::clicked, this, &ExportDialog::start);
  connect(close, &QPushButton::clicked, this, &QDialog::close);
  connect(show_folder_, &QPushButton::clicked, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder_->text())); });
  connect(what_, &QComboBox::currentIndexChanged, this, &ExportDialog::list_files);
  connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::follow_format);
  connect(name_, &QLineEdit::textChanged, this, &ExportDialog::follow_name);
  connect(folder_, &QLineEdit::textChanged, this, &ExportDialog::list_files);

  auto* folder_row = new QHBoxLayout;
  folder_row->addWidget(folder_, 1);
  folder_row->addWidget(browse);
  rows_ = new QFormLayout;
  QFormLayout* form = rows_;
  form->setHorizontalSpacing(16);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  form->setVerticalSpacing(8);
  form->addRow(tr("What"), what_);
  form->addRow(tr("Format"), format_);
  form->addRow(tr("Spreadsheet"), spreadsheet_);
  form->addRow(tr("Folder"), folder_row);
  form->addRow(tr("Name"), name_);
  form->addRow(tr("Files"), files_);
  align_form_labels(*form);
  auto* foot = new QHBoxLayout;
  foot->addWidget(show_folder_);
  foot->addStretch(1);
  foot->addWidget(close);
  foot->addWidget(start_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(16);
  column->addWidget(title_);
  column->addLayout(form);
  column->addWidget(result_);
  column->addStretch(1);
  column->addLayout(foot);
}

void ExportDialog::open_export(const ReportSetPtr& reports, ReportKind kind,
                               const FrontTable& front, What what) {
  if (busy_ || !reports || !reports->has(kind)) {
    show();
    raise();
    return;
  }
  reports_ = reports;
  kind_ = kind;
  front_ = front;
  what_->clear();
  what_->addItem(tr("%1: all files of the report").arg(page_name(kind)),
                 static_cast<int>(What::report));
  if (kind == ReportKind::campaign_ranking)
    what_->addItem(tr("The two rankings"), static_cast<int>(What::rankings));
  if (front_.table)
    what_->addItem(tr("The table in front, as it is seen"), static_cast<int>(What::table));
  name_->setText(front_.stem + ending_text(format()));
  what_->setCurrentIndex(std::max(0, what_->findData(static_cast<int>(what))));

  QStringList notes;
  if (reports->partial) notes << tr("The report is partial: it covers the rows read so far.");
  const bool any_log = std::ranges::any_of(reports->load_of(kind).sources, &SourceCounts::is_log);
  const QStringList filter = filter_words(reports->filter, events_of(kind), any_log);
  if (!filter.isEmpty())
    notes << tr("Only rows that match the filter are in it: %1").arg(filter.join(" · "));
  if (front.table && std::ranges::any_of(front.table->columns(), [](const Column& column) {
        return column.name.ends_with("_before");
      }))
    notes << tr("The comparison is in the table in front alone.");
  title_->setText(notes.join("\n"));
  title_->setVisible(!notes.isEmpty());

  folder_->setText(save_folder());
  result_->clear();
  show_folder_->hide();
  list_files();
  show();
  raise();
  activateWindow();
  start_->setFocus();
}

ExportDialog::What ExportDialog::what() const {
  return static_cast<What>(what_->currentData().toInt());
}

ExportFormat ExportDialog::format() const {
  return static_cast<ExportFormat>(format_->currentData().toInt());
}

ExportForm ExportDialog::form() const {
  return {format(), {byte_order_mark_->isChecked(), escape_formulas_->isChecked()}};
}

std::vector<TableFile> ExportDialog::table_files() const {
  if (what() == What::table) {
    const QString name = name_->text().trimmed();
    const bool has_ending = QFileInfo(name).suffix().size() > 0;
    return {{to_bytes(has_ending ? name : name + ending_text(format())), {front_.table}}};
  }
  const std::vector<TablePtr> rankings = {top_ctr_table(reports_->get<CampaignRankingReport>()),
                                          top_cpa_table(reports_->get<CampaignRankingReport>())};
  const std::string ending = ending_of(format());
  if (kExportFormatTable[format()].workbook)
    return {
        {"top" + std::to_string(reports_->get<CampaignRankingReport>()->top) + ending, rankings}};
  std::vector<TableFile> files;
  for (const TablePtr& table : rankings) files.push_back({table->name() + ending, {table}});
  return files;
}

QStringList ExportDialog::file_names() const {
  QStringList names;
  if (what() == What::report) {
    for (const std::string& name : export_file_names(*reports_, kind_, format()))
      names << to_text(name);
  } else {
    for (const TableFile& file : table_files()) names << to_text(file.name);
  }
  return names;
}

QStringList ExportDialog::replaced_files() const {
  const QDir folder(QDir::cleanPath(folder_->text().trimmed()));
  QStringList names = file_names();
  names.removeIf([&](const QString& name) { return !folder.exists(name); });
  return names;
}

// A name that ends in another format's ending chooses that format.
void ExportDialog::follow_name() {
  for (const ExportFormatFacts& facts : kExportFormatTable)
    if (name_->text().trimmed().endsWith(ending_text(facts.format), Qt::CaseInsensitive))
      format_->setCurrentIndex(format_->findData(static_cast<int>(facts.format)));
  list_files();
}

void ExportDialog::follow_format() {
  QString name = name_->text().trimmed();
  for (const ExportFormatFacts& facts : kExportFormatTable) {
    const QString ending = ending_text(facts.format);
    if (name.endsWith(ending, Qt::CaseInsensitive)) name.chop(ending.size());
  }
  // The whole report has names of its own; this one waits for the table in front.
  if (!name.isEmpty()) name_->setText(name + ending_text(format()));
  list_files();
}

void ExportDialog::list_files() {
  if (!reports_ || what_->currentIndex() < 0) return;
  const bool named = what() == What::table;
  rows_->setRowVisible(name_, named);
  rows_->setRowVisible(spreadsheet_, format() == ExportFormat::csv);
  const QStringList there = replaced_files();
  QStringList lines;
  for (const QString& name : file_names()) {
    if (there.contains(name))
      lines << tr("%1 is there already").arg(visible_text(name));
    else if (!named)
      lines << visible_text(name);
  }
  const QString name = name_->text().trimmed();
  const bool fits =
      !named || (!name.isEmpty() && !name.contains('/') && name != "." && name != "..");
  if (!fits) lines = {tr("A file needs a name, without “/”.")};
  files_->setText(lines.join("\n"));
  rows_->setRowVisible(files_, !lines.isEmpty());
  start_->setEnabled(!busy_ && fits && !folder_->text().trimmed().isEmpty());
}

void ExportDialog::start() {
  const QStringList there = replaced_files();
  if (there.isEmpty()) return write();
  QStringList names;
  for (const QString& name : there) names << visible_text(name);
  auto* question =
      new QMessageBox(QMessageBox::Question, tr("Replace files"), {}, QMessageBox::Cancel, this);
  question->setObjectName("export_replace");
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->setTextFormat(Qt::PlainText);
  question->setText(tr("Already in the folder, and replaced by this export:") + "\n" +
                    names.join("\n"));
  QPushButton* replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
  question->setDefaultButton(QMessageBox::Cancel);
  connect(replace, &QPushButton::clicked, this, &ExportDialog::write);
  question->open();
}

void ExportDialog::write() {
  const QString folder = QDir::cleanPath(folder_->text().trimmed());
  remember_save_folder(folder);
  busy_ = true;
  start_->setEnabled(false);
  result_->setText(tr("Writing…"));
  const bool whole = what() == What::report;
  const auto tell = [this](const Result<std::vector<std::string>>& result) {
    QMetaObject::invokeMethod(
        this, [this, result] { finish(result); }, Qt::QueuedConnection);
  };
  const auto write_files = [tell, reports = reports_, kind = kind_, whole,
                            files = whole ? std::vector<TableFile>() : table_files(), form = form(),
                            place = to_bytes(folder)](const std::stop_token& stop) {
    // Stopped by closing it throws, and the temporary files go.
    const ParallelFor blocks = stoppable(run_in_sequence, stop);
    tell(whole ? export_report(*reports, kind, form, place, blocks)
               : export_tables(files, form, place, blocks));
  };
  worker_.post(write_files, tell);
}

void ExportDialog::finish(const Result<std::vector<std::string>>& result) {
  busy_ = false;
  list_files();
  if (!result) {
    result_->setText(tr("Nothing was written. %1").arg(error_sentence(result.error())));
    return;
  }
  QStringList lines;
  for (const std::string& path : *result) lines << visible_text(path);
  result_->setText(tr("Written:") + "\n" + lines.join("\n"));
  show_folder_->show();
}

}  // namespace footfall
