#include "ui/dialogs/export_dialog.h"
#include "ui/style/form_labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QUrl>
#include <algorithm>
#include <chrono>
#include <optional>

#include "app/version.h"
#include "model/report/campaign_ranking_report.h"
#include "ui/dialogs/save_place.h"
#include "ui/frame/filter_words.h"
#include "ui/frame/time_range_popup.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr char kMetaKey[] = "export/meta";
constexpr std::chrono::milliseconds kBetweenWords{100};

QString ending_text(ExportFormat format) { return to_text(ending_of(format)); }

QString size_text(std::uint64_t bytes) {
  return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
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
  meta_ = new QCheckBox(tr("Say how it was made, in a .meta.json"));
  meta_->setObjectName("export_meta");
  meta_->setChecked(QSettings().value(kMetaKey, false).toBool());
  connect(meta_, &QCheckBox::toggled, this, [this](bool wanted) {
    QSettings().setValue(kMetaKey, wanted);
    list_files();
  });
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
  stop_ = new QPushButton(tr("Stop"));
  stop_->setObjectName("export_stop");
  stop_->hide();
  show_folder_ = new QPushButton(tr("Show folder"));
  auto* close = new QPushButton(tr("Close"));
  connect(start_, &QPushButton::clicked, this, &ExportDialog::start);
  connect(stop_, &QPushButton::clicked, this, [this] { stopping_.request_stop(); });
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
  form->addRow(tr("Beside it"), meta_);
  form->addRow(tr("Folder"), folder_row);
  form->addRow(tr("Name"), name_);
  form->addRow(tr("Files"), files_);
  align_form_labels(*form);
  auto* foot = new QHBoxLayout;
  foot->addWidget(show_folder_);
  foot->addStretch(1);
  foot->addWidget(stop_);
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
                               const ReportOrigin& origin, const ReportComparisonPtr& comparison,
                               const FrontTable& front, What what) {
  if (busy_ || !reports || !reports->has(kind)) {
    show();
    raise();
    return;
  }
  reports_ = reports;
  kind_ = kind;
  origin_ = origin;
  const bool compared = comparison && !comparison->fault && comparison->periods.known &&
                        comparison->periods.now == reports && comparison->periods.before->has(kind);
  comparison_ = compared ? comparison : nullptr;
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
  const Filter shown = read_in(reports->filter, origin.options.zone);
  const QStringList filter = filter_words(shown, events_of(kind), any_log);
  if (!filter.isEmpty())
    notes << tr("Only rows that match the filter are in it: %1").arg(filter.join(" · "));
  if (comparison_ && kind == ReportKind::campaign_ranking)
    notes << tr("The two rankings alone are written without the comparison.");
  title_->setText(notes.join("\n"));
  title_->setVisible(!notes.isEmpty());

  std::uint64_t bytes = 0;
  if (origin.files)
    for (const ReadFile& file : origin.files->files) bytes += file.bytes;
  meta_->setToolTip(
      tr("The sources with size and SHA-256, how they were read, filter, zone, counts and version, "
         "for programs and for whoever checks the figures. For the hashes the sources (%1) are "
         "read once more.")
          .arg(size_text(bytes)));
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

ExportTask ExportDialog::task() const {
  ExportTask task{reports_, kind_, form(), to_bytes(QDir::cleanPath(folder_->text().trimmed()))};
  if (what() == What::report)
    task.compared = comparison_;
  else
    task.tables = table_files();
  if (!meta_->isChecked()) return task;
  MetaFile meta{"footfall", kVersion, QDateTime::currentSecsSinceEpoch(), kind_, origin_.options};
  meta.origins = origin_.files;
  if (origin_.table)
    meta.table_basis = table_basis_json(origin_.table->where, origin_.table->columns);
  const bool shows_comparison = what() == What::report || front_.compared();
  if (what() == What::table) {
    meta.seen = front_.table;
    meta.searched = to_bytes(front_.searched);
  }
  if (comparison_ && what() != What::rankings && shows_comparison) {
    std::vector<std::string_view> notes;
    for (const ComparisonNote& note : comparison_->periods.notes)
      notes.push_back(kComparisonNoteTable[note.kind].name);
    meta.more =
        comparison_member(&comparison_->periods.periods, comparison_->periods.rows_before, notes);
  }
  task.meta = std::move(meta);
  return task;
}

QStringList ExportDialog::export_names() const {
  QStringList names;
  for (const std::string& name : file_names(task())) names << to_text(name);
  return names;
}

QStringList ExportDialog::replaced_files() const {
  const QDir folder(QDir::cleanPath(folder_->text().trimmed()));
  QStringList names = export_names();
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
  for (const QString& name : export_names()) {
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
  remember_save_folder(QDir::cleanPath(folder_->text().trimmed()));
  busy_ = true;
  start_->setEnabled(false);
  stop_->show();
  result_->setText(tr("Writing…"));
  stopping_ = std::stop_source();
  const auto tell = [this](const Result<Exported>& result) {
    QMetaObject::invokeMethod(
        this, [this, result] { finish(result); }, Qt::QueuedConnection);
  };
  const auto work = [this, tell, task = task(), stopping = stopping_](const std::stop_token& stop) {
    using Clock = std::chrono::steady_clock;
    const std::stop_callback closed(stop, [by = stopping]() mutable { by.request_stop(); });
    std::optional<Clock::time_point> begin;
    Clock::time_point next;
    const auto progress = [&](std::uint64_t done, std::uint64_t total) {
      const Clock::time_point now = Clock::now();
      if (!begin) begin = now;
      if (now < next) return;
      next = now + kBetweenWords;
      const double seconds = std::chrono::duration<double>(now - *begin).count();
      QMetaObject::invokeMethod(
          this, [this, done, total, seconds] { show_progress(done, total, seconds); },
          Qt::QueuedConnection);
    };
    try {
      tell(run_export(task, progress, stopping.get_token()));
    } catch (const Stopped&) {
      // By the button; a window that goes wants no words.
      if (stop.stop_requested()) throw;
      QMetaObject::invokeMethod(
          this, [this] { end(tr("Stopped. Nothing was written.")); }, Qt::QueuedConnection);
    }
  };
  worker_.post(work, [tell](const Error& error) { tell(error); });
}

void ExportDialog::show_progress(std::uint64_t done, std::uint64_t total, double seconds) {
  if (!busy_ || total == 0 || done == 0) return;
  const double share = static_cast<double>(done) / static_cast<double>(total);
  result_->setText(
      tr("The sources are read once more for their hashes: %1 of %2, %3 left")
          .arg(size_text(done), size_text(total), duration_words(seconds / share - seconds)));
}

void ExportDialog::finish(const Result<Exported>& result) {
  if (!result) return end(tr("Nothing was written. %1").arg(error_sentence(result.error())));
  QStringList lines{tr("Written:")};
  for (const std::string& path : result->paths) lines << visible_text(path);
  if (result->hash_seconds >= 1)
    lines << tr("The hashes took %1.").arg(duration_words(result->hash_seconds));
  if (result->without_hash > 0)
    lines << tr("%n source(s) have no hash; the .meta.json says why.", nullptr,
                plural(result->without_hash));
  if (result->earlier_meta)
    lines << tr("%1 is of an earlier export and does not tell of these files.")
                 .arg(visible_text(*result->earlier_meta));
  end(lines.join("\n"));
  show_folder_->show();
}

void ExportDialog::end(const QString& words) {
  busy_ = false;
  stop_->hide();
  list_files();
  result_->setText(words);
}

}  // namespace footfall
