#include "ui/dialogs/export_dialog.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr char kFolderKey[] = "export/folder";

std::vector<TablePtr> rankings_of(const ReportSet& reports) {
  return {top_ctr_table(reports.campaigns), top_cpa_table(reports.campaigns)};
}

}  // namespace

ExportDialog::ExportDialog(QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Export"));
  title_ = plain_label();
  title_->setForegroundRole(QPalette::PlaceholderText);
  title_->setWordWrap(true);
  what_ = new QComboBox;
  what_->setObjectName("export_what");
  format_ = new QComboBox;
  format_->addItem("CSV", static_cast<int>(ExportFormat::csv));
  format_->addItem("JSON", static_cast<int>(ExportFormat::json));
  format_->addItem("Excel", static_cast<int>(ExportFormat::xlsx));
  folder_ = new QLineEdit;
  folder_->setObjectName("export_folder");
  folder_->setMinimumWidth(360);
  auto* browse = new QPushButton(tr("Choose…"));
  connect(browse, &QPushButton::clicked, this, [this] {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Export into"), folder_->text());
    if (!folder.isEmpty()) folder_->setText(folder);
  });
  files_ = plain_label();
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
  connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::list_files);
  connect(folder_, &QLineEdit::textChanged, this, &ExportDialog::list_files);

  auto* folder_row = new QHBoxLayout;
  folder_row->addWidget(folder_, 1);
  folder_row->addWidget(browse);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(16);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  form->setVerticalSpacing(8);
  form->addRow(tr("What"), what_);
  form->addRow(tr("Format"), format_);
  form->addRow(tr("Folder"), folder_row);
  form->addRow(tr("Files"), files_);
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

void ExportDialog::open_export(const ReportSetPtr& reports, ReportKind kind, const TablePtr& table,
                               What what) {
  if (busy_ || !reports || !reports->has(kind)) {
    show();
    raise();
    return;
  }
  reports_ = reports;
  kind_ = kind;
  table_ = table;
  what_->clear();
  what_->addItem(tr("%1: all files of the report").arg(page_name(kind)),
                 static_cast<int>(What::report));
  if (kind == ReportKind::campaign_ranking)
    what_->addItem(tr("The two rankings"), static_cast<int>(What::rankings));
  if (table_) what_->addItem(tr("The table in front"), static_cast<int>(What::table));
  what_->setCurrentIndex(std::max(0, what_->findData(static_cast<int>(what))));

  QStringList notes;
  if (reports->partial) notes << tr("The report is partial: it covers the rows read so far.");
  if (!reports->filter.empty()) notes << tr("The filter applies: only matching rows are in it.");
  title_->setText(notes.join("\n"));
  title_->setVisible(!notes.isEmpty());

  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  folder_->setText(QSettings().value(kFolderKey, documents).toString());
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
  return what() == What::report ? static_cast<ExportFormat>(format_->currentData().toInt())
                                : ExportFormat::csv;
}

QStringList ExportDialog::file_names() const {
  QStringList names;
  switch (what()) {
    case What::report:
      for (const std::string& name :
           export_file_names(kind_, format(),
                             kind_ == ReportKind::campaign_ranking ? reports_->campaigns->top : 0))
        names << to_text(name);
      break;
    case What::rankings:
      for (const TablePtr& table : rankings_of(*reports_)) names << to_text(table->name() + ".csv");
      break;
    case What::table:
      names << to_text(table_->name() + ".csv");
      break;
  }
  return names;
}

void ExportDialog::list_files() {
  if (!reports_ || what_->currentIndex() < 0) return;
  format_->setEnabled(what() == What::report);
  QStringList lines;
  const QDir folder(folder_->text());
  for (const QString& name : file_names())
    lines << (folder.exists(name) ? tr("%1 (replaces the file there)").arg(name) : name);
  files_->setText(lines.join("\n"));
  start_->setEnabled(!busy_ && !folder_->text().trimmed().isEmpty());
}

void ExportDialog::start() {
  const QString folder = QDir::cleanPath(folder_->text().trimmed());
  QSettings().setValue(kFolderKey, folder);
  busy_ = true;
  start_->setEnabled(false);
  result_->setText(tr("Writing…"));
  const auto tell = [this](const Result<std::vector<std::string>>& result) {
    QMetaObject::invokeMethod(
        this, [this, result] { finish(result); }, Qt::QueuedConnection);
  };
  const auto write = [tell, reports = reports_, kind = kind_, table = table_, chosen = what(),
                      form = format(), place = to_bytes(folder)](const std::stop_token& stop) {
    // Stopped by closing it throws, and the temporary files go.
    const ParallelFor blocks = stoppable(run_in_sequence, stop);
    tell(chosen == What::report     ? export_report(*reports, kind, form, place, blocks)
         : chosen == What::rankings ? export_tables(rankings_of(*reports), place, blocks)
                                    : export_tables({table}, place, blocks));
  };
  worker_.post(write, tell);
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
