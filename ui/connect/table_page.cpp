#include "ui/connect/table_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "model/session/column_choices.h"
#include "ui/connect/mapping_grid.h"
#include "ui/connect/query_field.h"
#include "ui/connect/range_fields.h"
#include "ui/connect/rows_panel.h"
#include "ui/connect/saved_connections.h"
#include "ui/connect/table_preview.h"
#include "ui/frame/wrapped_label.h"
#include "ui/pages/notice.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kTyping = 250;  // ms without a key before the statements are asked for

}  // namespace

TablePage::TablePage(DatabaseBrowser& browser, QWidget* parent)
    : QWidget(parent), browser_(browser), rows_(new RowsPanel), right_(new QStackedLayout) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(24);
  row->addWidget(rows_);
  row->addLayout(right_, 1);
  right_->addWidget(
      new Notice(tr("Choose a table"), tr("Here you will see its columns, its first rows and the "
                                          "SQL that makes a report of it.")));
  right_->addWidget(new Notice(
      tr("Write a query"),
      tr("One SELECT, or WITH … SELECT, in the server's SQL: joins, columns with other names, rows "
         "of several tables. Once it is checked you will see its columns here as those of a "
         "table.")));
  choices_ = build_right();
  right_->addWidget(choices_);

  typing_.setSingleShot(true);
  typing_.setInterval(kTyping);
  connect(&typing_, &QTimer::timeout, this, &TablePage::ask);
  connect(rows_, &RowsPanel::rows_chosen, this, &TablePage::choose_rows);
  connect(rows_, &RowsPanel::together_chosen, &browser_, &DatabaseBrowser::combine);
  connect(&browser_, &DatabaseBrowser::combined, rows_, &RowsPanel::put_query);
  connect(rows_, &RowsPanel::refused, this, &TablePage::refused);
  for (const auto signal : {&RowsPanel::query_changed, &RowsPanel::marks_changed})
    connect(rows_, signal, this, [this] {
      show_right();
      emit changed();
    });
  connect(rows_, &RowsPanel::database_chosen, this, &TablePage::database_chosen);
  connect(report_, &QComboBox::activated, this, &TablePage::show_report);
  const auto edited = [this] {
    typing_.start();
    emit changed();
  };
  const auto other_rows = [this, edited] {
    new_columns_ = true;
    browser_.forget_questions();
    verdict_->hide();
    range_->forget_span();
    edited();
  };
  connect(mapping_, &MappingGrid::changed, this, other_rows);
  connect(range_, &RangeFields::changed, this, edited);
  connect(fetch_, &QCheckBox::toggled, this, edited);
  connect(where_, &QLineEdit::textEdited, this, [this, other_rows] {
    where_fault_->hide();
    other_rows();
  });
  connect(&browser_, &DatabaseBrowser::columns_found, this,
          [this](const std::vector<ColumnInfo>& columns) {
            if (rows_->asks_for_query()) rows_->query().show_taken();
            show_columns(columns);
          });
  connect(&browser_, &DatabaseBrowser::busy_changed, rows_, [this] {
    if (!browser_.busy(DatabaseBrowser::Step::look)) rows_->query().end_check();
  });
  connect(&browser_, &DatabaseBrowser::preview_found, this, &TablePage::show_preview);
  connect(&browser_, &DatabaseBrowser::counted_found, this, [this](const SqlPreview& preview) {
    if (ranged_) preview_->show_rows(preview, columns_);
  });
  connect(&browser_, &DatabaseBrowser::checked, this, &TablePage::show_check);
  connect(&browser_, &DatabaseBrowser::span_found, range_, &RangeFields::show_span);
  connect(&browser_, &DatabaseBrowser::busy_changed, range_, [this] {
    if (!browser_.busy(DatabaseBrowser::Step::inspect)) range_->await_no_more();
  });
  connect(&browser_, &DatabaseBrowser::explained, preview_,
          [this](const std::vector<ExplainedStatement>& statements) {
            preview_->show_statements(statements, settings_.engine);
          });
}

QWidget* TablePage::build_right() {
  report_ = new QComboBox;
  report_->setObjectName("report");
  report_->setAccessibleName(tr("Report"));
  for (const ReportKind each : kAllReports)
    report_->addItem(page_name(each), static_cast<int>(each));
  fits_ = plain_label();
  fits_->setForegroundRole(QPalette::PlaceholderText);
  mapping_ = new MappingGrid;
  verdict_ = new WrappedLabel;
  verdict_->setObjectName("verdict");
  verdict_->set_error(true);
  verdict_->hide();
  range_ = new RangeFields;
  fetch_ = new QCheckBox(tr("&Count its rows here, together with open files"));
  fetch_->setObjectName("fetch");
  fetch_->setToolTip(plain_tooltip(
      tr("The rows travel, and are counted as those of files: together with them, with periods "
         "compared, what made any peak, and every reject. Else the database computes the report, "
         "and only its result travels.")));
  preview_ = new TablePreview;
  auto* label = plain_label(tr("Report"));
  label->setBuddy(report_);
  auto* head = new QHBoxLayout;
  head->setSpacing(16);
  head->addWidget(label);
  head->addWidget(report_);
  head->addWidget(fits_, 1);
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addLayout(head);
  column->addWidget(mapping_);
  column->addWidget(verdict_);
  column->addWidget(build_condition());
  column->addWidget(range_);
  column->addWidget(fetch_);
  column->addWidget(preview_, 1);
  return part;
}

QWidget* TablePage::build_condition() {
  where_ = new QLineEdit;
  where_->setObjectName("where");
  where_->setPlaceholderText(tr("for example country = 'DE'"));
  where_->setToolTip(
      plain_tooltip(tr("A condition in the server's SQL. Other rows are not read: the report "
                       "counts them nowhere.")));
  auto* label = plain_label(tr("Only rows where"));
  label->setBuddy(where_);
  where_fault_ = new WrappedLabel;
  where_fault_->setObjectName("where_fault");
  where_fault_->set_error(true);
  where_fault_->hide();
  auto* line = new QHBoxLayout;
  line->setSpacing(16);
  line->addWidget(label);
  line->addWidget(where_, 1);
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(line);
  column->addWidget(where_fault_);
  return part;
}

bool TablePage::take_fault(const SqlError& error) {
  if (error.kind == SqlErrorKind::no_select || error.kind == SqlErrorKind::query_mark ||
      error.kind == SqlErrorKind::bad_query) {
    rows_->query().show_fault(error);
    return true;
  }
  if (error.kind != SqlErrorKind::stray_mark && error.kind != SqlErrorKind::stray_word &&
      error.kind != SqlErrorKind::open_mark && error.kind != SqlErrorKind::bad_condition)
    return false;
  const ErrorWords words = sql_error_words(error);
  where_fault_->setText((words.what + ' ' + words.advice).trimmed());
  where_fault_->setAccessibleName(where_fault_->text());
  where_fault_->show();
  preview_->show_statements({});
  return true;
}

void TablePage::begin(const ConnectionSettings& settings, const std::optional<WantedRows>& wanted,
                      const ReportOptions& options, const Filter& filter) {
  settings_ = settings;
  wanted_ = wanted;
  if (rows_->query().edited() && has_columns() && !table_->query.empty())
    wanted_ = WantedRows{*table_, source().where, kind(), mapping_->columns(), fetch_->isChecked()};
  before_ = recent_tables();
  options_ = options;
  options_.now = QDateTime::currentSecsSinceEpoch();  // the session's is set when it asks
  filter_ = filter;
  range_->set_range(filter);
  table_.reset();
  edited_.reset();
  show_columns({});
  RowsPanel::Offer offer{browser_.databases(), settings.database, browser_.tables(), {}, {}, false};
  if (wanted_ && wanted_->table != TableName()) offer.wanted = wanted_->table;
  const auto latest =
      std::ranges::find_if(before_, [this](const DatabaseSource& one) { return is_here(one); });
  offer.query_first = latest != before_.end() && !latest->table.query.empty();
  for (const DatabaseSource& source : before_)
    if (offer.query_of_before.empty() && is_here(source))
      offer.query_of_before = source.table.query;
  rows_->show_offer(std::move(offer));
}

void TablePage::forget_edits() { rows_->query().forget_edits(); }

bool TablePage::asks_for_query() const { return rows_->asks_for_query(); }

bool TablePage::has_columns() const { return table_ && !columns_.empty(); }

void TablePage::choose_rows(const std::optional<TableName>& rows) {
  const bool query = rows && !rows->query.empty();
  if (query && has_columns() && !table_->query.empty()) return check_again(*rows);
  table_ = rows;
  edited_.reset();
  if (query && wanted_ && !wanted_->table.query.empty()) edited_ = wanted_;
  range_->set_range(filter_);  // what was chosen for another table is none of its times
  where_->setText(to_text(condition_of_before()));
  where_fault_->hide();
  {
    const QSignalBlocker quiet(fetch_);
    fetch_->setChecked(fetched_before());
  }
  show_columns({});
  if (rows)
    browser_.look_at(*rows);
  else
    browser_.stop();
}

// Of a query that was edited what was chosen stays, as far as there are the columns for it.
void TablePage::check_again(const TableName& query) {
  if (mapping_->complete() || !mapping_->columns().empty())
    edited_ = WantedRows{table_.value(), source().where, kind(), mapping_->columns(),
                         fetch_->isChecked()};
  table_ = query;
  browser_.forget_questions();
  browser_.look_at(query);
}

bool TablePage::is_wanted() const {
  return wanted_ && table_ && wanted_->table.query == table_->query &&
         wanted_->table.name == table_->name &&
         (wanted_->table.schema.empty() || wanted_->table.schema == table_->schema);
}

// What a table was opened as is known from the settings.
std::optional<ReportKind> TablePage::kind_of_before() const {
  if (edited_ && edited_->kind) return edited_->kind;
  if (is_wanted() && wanted_->kind) return wanted_->kind;
  for (const DatabaseSource& source : before_)
    if (is_this(source)) return source.kind;
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> TablePage::columns_of_before() const {
  if (edited_ && edited_->kind == kind())
    return columns_that_fit(kind(), settings_.engine, columns_, edited_->columns);
  if (is_wanted() && wanted_->kind == kind()) return wanted_->columns;
  for (const DatabaseSource& source : before_)
    if (is_this(source) && source.kind == kind()) return source.columns;
  return {};
}

std::string TablePage::condition_of_before() const {
  if (edited_) return edited_->where;
  if (is_wanted()) return wanted_->where;
  for (const DatabaseSource& source : before_)
    if (is_this(source)) return source.where;
  return {};
}

bool TablePage::fetched_before() const {
  if (edited_) return edited_->fetched;
  if (is_wanted()) return wanted_->fetched;
  for (const DatabaseSource& source : before_)
    if (is_this(source)) return source.fetched;
  return false;
}

bool TablePage::is_here(const DatabaseSource& source) const {
  return account_of(source.settings) == account_of(settings_) &&
         source.settings.database == settings_.database;
}

bool TablePage::is_this(const DatabaseSource& source) const {
  return table_ && is_here(source) && source.table.name == table_->name &&
         source.table.query == table_->query &&
         (source.table.schema.empty() || source.table.schema == table_->schema);
}

void TablePage::show_columns(const std::vector<ColumnInfo>& columns) {
  columns_ = columns;
  first_rows_ = {};
  ranged_ = false;
  preview_->clear();
  const ReportKinds fitting = reports_of(settings_.engine, columns_);
  QStringList names;
  for (const ReportKind each : kAllReports)
    if (fitting.contains(each)) names << page_name(each);
  const auto first =
      std::ranges::find_if(kAllReports, [&](ReportKind each) { return fitting.contains(each); });
  const std::optional<ReportKind> before = kind_of_before();
  if (before || first != kAllReports.end())
    report_->setCurrentIndex(report_->findData(static_cast<int>(before ? *before : *first)));
  fits_->setText(names.isEmpty()
                     ? tr("No report fits by the names of the columns: choose them below.")
                     : tr("Fits by the names of the columns: %1").arg(names.join(", ")));
  show_report();
}

// Choices for a query that was edited wait until it is checked again.
void TablePage::show_right() {
  const bool query = rows_->asks_for_query();
  right_->setCurrentIndex(query ? (has_columns() ? 2 : 1) : (table_ ? 2 : 0));
  choices_->setEnabled(query ? rows_->query().taken() : !rows_->marks_several());
}

void TablePage::show_report() {
  const bool there = has_columns();
  show_right();
  report_->setEnabled(there);
  fits_->setVisible(there);
  mapping_->setVisible(there);
  const bool timed = there && kEventTypeTable[events_of(kind())].timed;
  range_->setVisible(timed);
  range_->setEnabled(timed);
  preview_->show_statements({});
  verdict_->hide();
  range_->forget_span();
  if (there) {
    mapping_->show_table(kind(), settings_.engine, columns_, columns_of_before());
    mapping_->set_choices(column_choices(columns_, first_rows_));
    mapping_->follow_in_tab_order(report_);
  }
  new_columns_ = true;
  ask();
  emit changed();
}

void TablePage::show_preview(const SqlPreview& preview) {
  if (!ranged_) preview_->show_rows(preview, columns_);
  first_rows_ = preview;
  mapping_->set_choices(column_choices(columns_, preview));
}

void TablePage::show_check(const ColumnCheck& check) {
  mapping_->show_check(check);
  const QString rows = whole_number(check.rows);
  QString verdict;
  if (check.rows == 0)
    verdict = !where_->text().trimmed().isEmpty() ? tr("The condition leaves no row.")
              : table_->query.empty()             ? tr("The table has no rows.")
                                                  : tr("The query gives no rows.");
  else if (check.counted == 0 && check.faults.empty())
    verdict = tr("None of the first %1 rows counts: they are of other event types, of 1970 or "
                 "before, or of the future.",
                 nullptr, plural(check.rows))
                  .arg(rows);
  else if (check.counted == 0)
    verdict =
        tr("None of the first %1 rows counts: choose other columns.", nullptr, plural(check.rows))
            .arg(rows);
  verdict_->setText(verdict);
  verdict_->setAccessibleName(verdict);
  verdict_->setVisible(!verdict.isEmpty());
}

void TablePage::ask() {
  const bool ranged = complete() && ((range_->isEnabled() && (filter().from || filter().to)) ||
                                     !source().where.empty());
  if (std::exchange(ranged_, ranged) && !ranged) show_preview(first_rows_);
  if (std::exchange(new_columns_, false)) inspect();
  if (!complete()) {
    browser_.forget_questions();
    return preview_->show_statements({});
  }
  browser_.explain(question_of(source(), options_, filter()), ranged);
}

void TablePage::inspect() {
  if (!complete()) return;
  if (const EventTypeFacts& events = kEventTypeTable[events_of(kind())]; events.timed)
    range_->await_span(events.hourly ? to_text(options_.zone.name())
                       : events.utc  ? QString("UTC")
                                     : QString());
  browser_.inspect(question_of(source(), options_, filter()));
}

ReportKind TablePage::kind() const {
  return static_cast<ReportKind>(report_->currentData().toInt());
}

bool TablePage::complete() const {
  return has_columns() && (table_->query.empty() || rows_->query().taken()) &&
         !rows_->marks_several() && mapping_->complete() && range_->fits() &&
         where_fault_->isHidden();
}

DatabaseSource TablePage::source() const {
  return {settings_,           table_.value_or(TableName()),       kind(),
          mapping_->columns(), to_bytes(where_->text().trimmed()), fetch_->isChecked()};
}

Filter TablePage::filter() const {
  Filter filter = filter_;
  if (range_->isEnabled()) range_->apply_to(filter);
  return filter;
}

}  // namespace footfall
