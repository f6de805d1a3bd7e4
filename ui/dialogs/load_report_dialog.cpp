#include "ui/dialogs/load_report_dialog.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "model/core/decimal.h"
#include "model/export/export_report.h"
#include "model/report/customer_report.h"
#include "model/report/reading_warnings.h"
#include "model/report/user_activity_report.h"
#include "ui/dialogs/plain_grid.h"
#include "ui/dialogs/reject_model.h"
#include "ui/dialogs/save_place.h"
#include "ui/frame/clean_popup.h"
#include "ui/frame/findings.h"
#include "ui/frame/window_place.h"
#include "ui/frame/wrapped_label.h"
#include "ui/pages/front_table.h"
#include "ui/reading_words.h"
#include "ui/style/form_labels.h"
#include "ui/style/plain_text.h"
#include "ui/tables/number_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr qsizetype kNotesShown = 12;  // of how files are read
constexpr QSize kSizeWithTables(900, 720);

// Rows of a table stay in its database, but for examples; they have no lines.
bool lists_examples(const LoadReport& load) {
  return !load.rejects.empty() && load.rejects.front().line == 0;
}

}  // namespace

LoadReportDialog::LoadReportDialog(AnalysisSession& session, QWidget* parent)
    : QDialog(parent), session_(session) {
  setWindowTitle(tr("Load report"));
  resize(kSizeWithTables);
  kinds_ = new QComboBox;
  kinds_->setAccessibleName(tr("Report"));
  connect(kinds_, &QComboBox::activated, this,
          [this] { show_kind(static_cast<ReportKind>(kinds_->currentData().toInt())); });
  sum_ = plain_label();
  sum_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  sum_->setWordWrap(true);
  QFont large = sum_->font();
  large.setPointSizeF(large.pointSizeF() * 1.2);
  sum_->setFont(large);
  notes_ = plain_label();
  notes_->setWordWrap(true);
  notes_->setForegroundRole(QPalette::PlaceholderText);

  findings_ = new WrappedLabel;
  findings_->setObjectName("findings");
  findings_of_ = new Findings(this);
  connect(findings_of_, &Findings::changed, this, [this] {
    if (isVisible()) refresh();
  });

  reasons_ = plain_table({tr("reason"), tr("rows")});
  reasons_->setSelectionMode(QAbstractItemView::SingleSelection);
  reasons_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  reasons_->setAccessibleName(tr("Rejected rows by reason"));
  connect(reasons_, &QTableWidget::itemSelectionChanged, this, [this] {
    const QList<QTableWidgetItem*> chosen = reasons_->selectedItems();
    reason_.reset();
    if (!chosen.isEmpty() && chosen.front()->data(Qt::UserRole).toInt() >= 0)
      reason_ = static_cast<RejectReason>(chosen.front()->data(Qt::UserRole).toInt());
    list_examples();
  });

  examples_title_ = section_title({});
  reject_model_ = new RejectModel(this);
  examples_ = new QTableView;
  examples_->setObjectName("examples");
  examples_->setModel(reject_model_);
  make_plain(examples_);
  examples_->horizontalHeader()->setStretchLastSection(true);
  examples_->setAccessibleName(tr("Rejected rows"));

  currencies_ = plain_table({tr("currency"), tr("rows"), tr("sum as written")});
  currencies_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  currencies_->setAccessibleName(tr("Currencies without a rate"));
  currencies_part_ = new QWidget;
  auto* currencies = new QVBoxLayout(currencies_part_);
  currencies->setContentsMargins(0, 0, 0, 0);
  auto* rates = new QPushButton(tr("Set rates…"));
  connect(rates, &QPushButton::clicked, this, &LoadReportDialog::rates_requested);
  auto* currencies_head = new QHBoxLayout;
  currencies_head->addWidget(section_title(tr("Currencies without a rate (counted as 1)")), 1);
  currencies_head->addWidget(rates);
  currencies->addLayout(currencies_head);
  currencies->addWidget(currencies_);

  saved_ = plain_label();
  saved_->setWordWrap(true);
  saved_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  save_ = new QPushButton(tr("Export rejected rows…"));
  connect(save_, &QPushButton::clicked, this, &LoadReportDialog::save_rejects);
  auto* close = new QPushButton(tr("Close"));
  connect(close, &QPushButton::clicked, this, &QDialog::close);
  auto* foot = new QHBoxLayout;
  foot->addWidget(save_);
  foot->addWidget(saved_, 1);
  foot->addWidget(close);

  auto* tables = new QHBoxLayout;
  tables->setSpacing(24);
  reasons_part_ = new QWidget;
  auto* left = new QVBoxLayout(reasons_part_);
  left->setContentsMargins(0, 0, 0, 0);
  left->setSpacing(0);
  QLabel* reasons_title = section_title(tr("Rejected, by reason"));
  reasons_title->setMinimumHeight(rates->sizeHint().height());
  left->addWidget(reasons_title);
  left->addWidget(reasons_);
  tables->addWidget(reasons_part_, 1);
  tables->addWidget(currencies_part_, 1);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(16);
  column->addWidget(kinds_, 0, Qt::AlignLeft);
  column->addWidget(sum_);
  column->addWidget(findings_);
  column->addWidget(notes_);
  column->addLayout(tables, 1);
  column->addWidget(examples_title_);
  column->addWidget(examples_, 1);
  column->addStretch();
  column->addLayout(foot);

  connect(&session_, &AnalysisSession::reports_changed, this, [this] {
    if (isVisible()) refresh();
  });
}

void LoadReportDialog::show_kind(ReportKind kind) {
  kind_ = kind;
  reason_.reset();
  saved_->clear();
  refresh();
  if (!isVisible() || height() < sizeHint().height()) {
    // Where nothing was rejected there is little to show.
    const bool tables = !reasons_part_->isHidden() || !currencies_part_->isHidden();
    const QSize wanted = tables ? size().expandedTo(kSizeWithTables)
                                : QSize(width(), layout()->totalHeightForWidth(width()));
    resize(wanted.boundedTo(screen()->availableGeometry().marginsRemoved(kLikelyFrame).size()));
  }
  show();
  raise();
  activateWindow();
}

void LoadReportDialog::list_kinds() {
  kinds_->clear();
  for (const ReportKind kind : kAllReports) {
    const ReportSetPtr reports = session_.reports(kind);
    if (!reports || !reports->has(kind)) continue;
    kinds_->addItem(page_name(kind), static_cast<int>(kind));
    if (kind == kind_) kinds_->setCurrentIndex(kinds_->count() - 1);
  }
  kinds_->setVisible(kinds_->count() > 1);
}

void LoadReportDialog::refresh() {
  list_kinds();
  const ReportSetPtr reports = session_.reports(kind_);
  const bool there = reports && reports->has(kind_);
  const bool in_table = there && lists_examples(reports->load_of(kind_));
  save_->setEnabled(there && !reports->load_of(kind_).rejects.empty());
  save_->setVisible(!in_table);
  if (!there) {
    sum_->setText(tr("%1: nothing is loaded.").arg(page_name(kind_)));
    notes_->clear();
    findings_->hide();
    reasons_part_->hide();
    currencies_part_->hide();
    list_examples();
    return;
  }
  const LoadReport& load = reports->load_of(kind_);
  const RowCounts& rows = load.rows;
  sum_->setText(
      tr("%1 rows read = %2 counted + %3 rejected + %4 filtered", nullptr, plural(rows.read()))
          .arg(whole_number(rows.read()), whole_number(rows.counted), whole_number(rows.rejected()),
               whole_number(rows.filtered())));
  list_notes(reports);
  list_reasons(load);
  list_currencies(reports);
  list_examples();
}

QString LoadReportDialog::repeats_words(std::uint64_t repeats, std::uint64_t conflicts) {
  return tr("%1 rows repeat an event and count once.", nullptr, plural(repeats))
             .arg(whole_number(repeats)) +
         QLatin1Char(' ') +
         tr("%1 events share their id with a different one.", nullptr, plural(conflicts))
             .arg(whole_number(conflicts));
}

void LoadReportDialog::list_notes(const ReportSetPtr& reports) {
  const LoadReport& load = reports->load_of(kind_);
  const QStringList found = findings_of_->of(reports, kind_);
  findings_->setText(found.join("\n"));
  findings_->setVisible(!found.isEmpty());
  QStringList notes;
  if (reports->partial) notes << tr("So far: the files are not read to their end.");
  for (const SourceCounts& source : load.sources)
    for (const ReadingNote& note : source.notes) {
      if (warns(note.kind)) continue;  // among the findings
      const QString words = load.sources.size() > 1
                                ? file_name(source.path) + ": " + note_words(note)
                                : note_words(note);
      if (!notes.contains(words) && notes.size() < kNotesShown) notes << words;
    }
  notes << passed_over_sentences(load.rows);
  if (load.rows.rounded > 0)
    notes << tr("%1 rows had digits after the 18th decimal, which were rounded.", nullptr,
                plural(load.rows.rounded))
                 .arg(whole_number(load.rows.rounded));
  if (const QString cleaned = left_out_words(load.rows); !cleaned.isEmpty())
    notes << tr("Left out of the logs: %1.").arg(cleaned);
  if (reports->filter.cleaning.pages != PageForm::whole &&
      std::ranges::any_of(load.sources, &SourceCounts::is_log))
    notes << tr("Pages of the logs count without their queries.");
  const QString ignored = ignored_words(load.ignored_filters);
  if (!ignored.isEmpty())
    notes << tr("This report has no field for these filters, which leave it unchanged: %1.")
                 .arg(ignored);
  if (kind_ == ReportKind::user_activity) {
    notes << repeats_words(reports->get<UserActivityReport>()->duplicate_events,
                           reports->get<UserActivityReport>()->conflicting_events);
  }
  if (kind_ == ReportKind::customer_report && session_.options().distinct_events) {
    notes << repeats_words(reports->get<CustomerReport>()->duplicate_events,
                           reports->get<CustomerReport>()->conflicting_events);
  }
  notes_->setText(notes.join("\n"));
  notes_->setVisible(!notes.isEmpty());
}

void LoadReportDialog::list_reasons(const LoadReport& load) {
  const QSignalBlocker quiet(reasons_);
  reasons_->setRowCount(0);
  const auto add = [this](const QString& name, std::uint64_t rows, int reason) {
    const int row = reasons_->rowCount();
    reasons_->insertRow(row);
    auto* item = new QTableWidgetItem(name);
    item->setData(Qt::UserRole, reason);
    reasons_->setItem(row, 0, item);
    reasons_->setItem(row, 1, number_item(whole_number(rows)));
    if ((reason < 0 && !reason_) || (reason_ && reason == static_cast<int>(*reason_)))
      reasons_->selectRow(row);
  };
  reasons_part_->setVisible(load.rows.rejected() > 0);
  add(tr("all reasons"), load.rows.rejected(), -1);
  for (std::size_t i = 0; i < kRejectReasons; ++i) {
    if (load.rows.rejected_by_reason[i] == 0) continue;
    add(reason_words(static_cast<RejectReason>(i)), load.rows.rejected_by_reason[i],
        static_cast<int>(i));
  }
}

void LoadReportDialog::list_currencies(const ReportSetPtr& reports) {
  const auto unconverted = reports->reports[kind_]->unconverted_currencies();
  const bool any = !unconverted.empty();
  currencies_part_->setVisible(any);
  currencies_->setRowCount(0);
  if (!any) return;
  for (const UnconvertedCurrency& currency : unconverted) {
    const int row = currencies_->rowCount();
    currencies_->insertRow(row);
    currencies_->setItem(
        row, 0,
        new QTableWidgetItem(currency.currency.empty() ? tr("(none)")
                                                       : visible_text(currency.currency)));
    currencies_->setItem(row, 1, number_item(whole_number(currency.rows)));
    std::string amount;
    append_exact(amount, currency.amount, Decimal::kDigits, 2);
    currencies_->setItem(row, 2, number_item(localized_number(amount)));
  }
  currencies_->resizeColumnsToContents();
}

void LoadReportDialog::list_examples() {
  const ReportSetPtr reports = session_.reports(kind_);
  reject_model_->show(reports, kind_, reason_);
  const auto shown = static_cast<std::uint64_t>(reject_model_->rowCount());
  const bool there = reports && reports->has(kind_);
  const RowCounts rows = there ? reports->load_of(kind_).rows : RowCounts{};
  const std::uint64_t all =
      reason_ ? rows.rejected_by_reason[static_cast<std::size_t>(*reason_)] : rows.rejected();
  const bool in_table = there && lists_examples(reports->load_of(kind_));
  const QString title =
      in_table ? tr("Examples: %1 of %2 rejected rows") : tr("The first %1 of %2 rejected rows");
  examples_title_->setText(all == 0       ? tr("No row was rejected.")
                           : shown == all ? tr("The rejected rows")
                                          : title.arg(whole_number(shown), whole_number(all)));
  examples_->setVisible(all > 0);
  examples_->setColumnHidden(RejectModel::kFile, in_table);
  examples_->setColumnHidden(RejectModel::kLine, in_table);
  examples_->resizeColumnsToContents();
}

void LoadReportDialog::save_rejects() {
  const ReportSetPtr reports = session_.reports(kind_);
  if (!reports) return;
  const QString path =
      ask_save_path(this, tr("Export rejected rows"),
                    file_stem({"rejects", to_text(std::string(command_name(kind_)))}) + ".csv",
                    tr("CSV files (*.csv)"));
  if (path.isEmpty()) return;
  saved_->setText(tr("Writing…"));
  const auto tell = [this](const QString& text) {
    QMetaObject::invokeMethod(
        this, [this, text] { saved_->setText(text); }, Qt::QueuedConnection);
  };
  worker_.post(
      [tell, reports, kind = kind_, path = to_bytes(path)](const std::stop_token&) {
        const Status status = export_rejects(reports->load_of(kind), path);
        tell(status ? tr("Written: %1").arg(visible_text(path)) : error_sentence(status.error()));
      },
      [tell](const Error& error) { tell(error_sentence(error)); });
}

}  // namespace footfall
