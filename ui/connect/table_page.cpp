#include "ui/connect/table_page.h"

#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "model/session/column_choices.h"
#include "ui/connect/mapping_grid.h"
#include "ui/connect/range_fields.h"
#include "ui/dialogs/plain_grid.h"
#include "ui/tables/tab_strip.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kListWidth = 264;
constexpr int kItemHeight = 26;
constexpr int kTyping = 250;             // ms without a key before the statements are asked for
constexpr int kWidestColumn = 240;
constexpr qsizetype kShownOfCell = 200;  // characters
constexpr int kTableRole = Qt::UserRole;

}  // namespace

TablePage::TablePage(DatabaseBrowser& browser, QWidget* parent) : QWidget(parent), browser_(browser) {
  report_ = new QComboBox;
  report_->setObjectName("report");
  report_->setAccessibleName(tr("Report"));
  for (const ReportKind each : kAllReports) report_->addItem(page_name(each), static_cast<int>(each));
  fits_ = new QLabel;
  fits_->setForegroundRole(QPalette::PlaceholderText);
  mapping_ = new MappingGrid;
  range_ = new RangeFields;
  auto* report_label = new QLabel(tr("Report"));
  report_label->setBuddy(report_);
  auto* head = new QHBoxLayout;
  head->setSpacing(16);
  head->addWidget(report_label);
  head->addWidget(report_);
  head->addWidget(fits_, 1);
  auto* right = new QVBoxLayout;
  right->setSpacing(12);
  right->addLayout(head);
  right->addWidget(mapping_);
  right->addWidget(range_);
  right->addWidget(build_below(), 1);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(24);
  row->addWidget(build_left());
  row->addLayout(right, 1);

  typing_.setSingleShot(true);
  typing_.setInterval(kTyping);
  connect(&typing_, &QTimer::timeout, this, &TablePage::explain);
  connect(report_, &QComboBox::activated, this, &TablePage::show_report);
  connect(mapping_, &MappingGrid::changed, this, [this] {
    typing_.start();
    emit changed();
  });
  connect(range_, &RangeFields::changed, this, [this] {
    typing_.start();
    emit changed();
  });
  connect(&browser_, &DatabaseBrowser::columns_found, this, &TablePage::show_columns);
  connect(&browser_, &DatabaseBrowser::preview_found, this, &TablePage::show_preview);
  connect(&browser_, &DatabaseBrowser::explained, this, [this](const std::vector<std::string>& statements) {
    QStringList texts;
    for (const std::string& statement : statements) texts << to_text(statement) + ";";
    sql_->setPlainText(texts.join("\n\n"));
    copy_->setEnabled(true);
  });
}

QWidget* TablePage::build_left() {
  databases_ = new QComboBox;
  databases_->setObjectName("databases");
  databases_->setAccessibleName(tr("Database"));
  search_ = new QLineEdit;
  search_->setPlaceholderText(tr("Find a table"));
  search_->setAccessibleName(tr("Find a table"));
  search_->setClearButtonEnabled(true);
  tables_ = new QListWidget;
  tables_->setObjectName("tables");
  tables_->setAccessibleName(tr("Tables"));
  tables_->setUniformItemSizes(true);
  tables_->setFrameShape(QFrame::NoFrame);
  tables_->setTextElideMode(Qt::ElideMiddle);
  tables_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  none_ = new QLabel;
  none_->setWordWrap(true);
  none_->setForegroundRole(QPalette::PlaceholderText);
  auto* side = new QWidget;
  side->setFixedWidth(kListWidth);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(databases_);
  column->addWidget(search_);
  column->addWidget(none_);
  column->addWidget(tables_, 1);
  connect(databases_, &QComboBox::activated, this, [this] { emit database_chosen(databases_->currentText()); });
  connect(search_, &QLineEdit::textChanged, this, &TablePage::list_tables);
  connect(tables_, &QListWidget::currentItemChanged, this, &TablePage::choose_table);
  return side;
}

QWidget* TablePage::build_below() {
  tabs_ = new TabStrip;
  tabs_->addTab(tr("First rows"));
  tabs_->addTab(tr("SQL that will run"));
  tabs_->setObjectName("tabs");
  copy_ = new QPushButton(tr("Copy the SQL"));
  copy_->setEnabled(false);
  preview_ = new QTableWidget;
  preview_->setObjectName("preview");
  preview_->setAccessibleName(tr("First rows of the table"));
  make_plain(preview_);
  sql_ = new QPlainTextEdit;
  sql_->setObjectName("sql");
  sql_->setReadOnly(true);
  sql_->setFrameShape(QFrame::NoFrame);
  sql_->setAccessibleName(tr("SQL that will run"));
  sql_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  sql_->setTabChangesFocus(true);
  below_ = new QStackedWidget;
  below_->addWidget(preview_);
  below_->addWidget(sql_);
  auto* head = new QHBoxLayout;
  head->addWidget(tabs_);
  head->addStretch(1);
  head->addWidget(copy_);
  copy_->hide();
  auto* part = new QWidget;
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(head);
  column->addWidget(below_, 1);
  connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
    below_->setCurrentIndex(tab);
    copy_->setVisible(tab == 1);
  });
  connect(copy_, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(sql_->toPlainText()); });
  return part;
}

void TablePage::begin(const ConnectionSettings& settings, const std::optional<DatabaseSource>& wanted,
                      const ReportOptions& options, const Filter& filter) {
  settings_ = settings;
  wanted_ = wanted;
  options_ = options;
  filter_ = filter;
  range_->set_range(filter);
  databases_->clear();
  for (const std::string& name : browser_.databases()) databases_->addItem(to_text(name));
  databases_->setCurrentText(to_text(settings.database));
  {
    const QSignalBlocker quiet(search_);
    search_->clear();
  }
  table_.reset();
  show_columns({});
  list_tables();
  search_->setFocus();
}

void TablePage::list_tables() {
  const QString part = search_->text().trimmed();
  const bool one_schema = std::all_of(browser_.tables().begin(), browser_.tables().end(), [this](const TableName& name) {
    return name.schema == browser_.tables().front().schema;
  });
  int chosen = -1;
  {
    const QSignalBlocker quiet(tables_);
    tables_->clear();
    for (std::size_t i = 0; i < browser_.tables().size(); ++i) {
      const TableName& name = browser_.tables()[i];
      const QString text = to_text(one_schema ? name.name : name.schema + '.' + name.name);
      if (!text.contains(part, Qt::CaseInsensitive)) continue;
      auto* item = new QListWidgetItem(text, tables_);
      item->setToolTip(to_text(table_text(name)));
      item->setSizeHint({0, kItemHeight});
      item->setData(kTableRole, static_cast<qulonglong>(i));
      const bool known = table_ ? *table_ == name
                                : wanted_ && wanted_->table.name == name.name &&
                                      (wanted_->table.schema.empty() || wanted_->table.schema == name.schema);
      if (known) chosen = tables_->count() - 1;
    }
    tables_->setCurrentRow(chosen);
  }
  none_->setText(browser_.tables().empty() ? tr("There is no table here that you may read.") : tr("No table is called so."));
  none_->setVisible(tables_->count() == 0);
  if (chosen >= 0 && !table_) choose_table();
}

void TablePage::choose_table() {
  const QListWidgetItem* item = tables_->currentItem();
  if (!item) return;
  const TableName& name = browser_.tables()[item->data(kTableRole).toULongLong()];
  if (table_ && *table_ == name) return;
  table_ = name;
  show_columns({});
  browser_.look_at(name);
}

void TablePage::show_columns(const std::vector<ColumnInfo>& columns) {
  columns_ = columns;
  first_rows_ = {};
  preview_->clear();
  preview_->setRowCount(0);
  preview_->setColumnCount(0);
  const ReportKinds fitting = reports_of(settings_.engine, columns_);
  QStringList names;
  for (const ReportKind each : kAllReports)
    if (fitting.contains(each)) names << page_name(each);
  const bool wanted = wanted_ && table_ && wanted_->table.name == table_->name;
  const auto first = std::find_if(kAllReports.begin(), kAllReports.end(),
                                  [&](ReportKind each) { return fitting.contains(each); });
  if (wanted || first != kAllReports.end())
    report_->setCurrentIndex(report_->findData(static_cast<int>(wanted ? wanted_->kind : *first)));
  fits_->setText(columns_.empty()   ? QString()
                 : names.isEmpty() ? tr("No report fits by the names of the columns: choose them below.")
                                   : tr("Fits by the names of the columns: %1").arg(names.join(", ")));
  show_report();
}

void TablePage::show_report() {
  const bool there = table_ && !columns_.empty();
  report_->setEnabled(there);
  mapping_->setVisible(there);
  range_->setVisible(there);
  range_->setEnabled(there && kind() != ReportKind::user_activity);
  const bool wanted = there && wanted_ && wanted_->table.name == table_->name && wanted_->kind == kind();
  using Named = std::vector<std::pair<std::string, std::string>>;
  if (there) {
    mapping_->show_table(kind(), settings_.engine, columns_, wanted ? wanted_->columns : Named());
    mapping_->set_choices(column_choices(columns_, first_rows_));
  }
  sql_->clear();
  copy_->setEnabled(false);
  explain();
  emit changed();
}

void TablePage::show_preview(const SqlPreview& preview) {
  first_rows_ = preview;
  preview_->setColumnCount(static_cast<int>(preview.columns.size()));
  preview_->setRowCount(static_cast<int>(preview.rows.size()));
  for (std::size_t at = 0; at < preview.columns.size(); ++at) {
    const QString type = at < columns_.size() ? to_text(columns_[at].type) : QString();
    const auto column = static_cast<int>(at);
    auto* header = new QTableWidgetItem(to_text(preview.columns[at]) + " · " + type);
    header->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    preview_->setHorizontalHeaderItem(column, header);
    for (std::size_t row = 0; row < preview.rows.size(); ++row) {
      const QString text = to_text(preview.rows[row][at]);
      auto* item = new QTableWidgetItem(text.left(kShownOfCell).simplified());
      item->setToolTip(text);
      preview_->setItem(static_cast<int>(row), column, item);
    }
  }
  preview_->resizeColumnsToContents();
  for (int column = 0; column < preview_->columnCount(); ++column)
    preview_->setColumnWidth(column, std::min(preview_->columnWidth(column), kWidestColumn));
  mapping_->set_choices(column_choices(columns_, preview));
}

void TablePage::explain() {
  if (!complete()) {
    sql_->clear();
    copy_->setEnabled(false);
    return;
  }
  browser_.explain(question_of(source(), options_, filter()));
}

ReportKind TablePage::kind() const { return static_cast<ReportKind>(report_->currentData().toInt()); }

bool TablePage::complete() const {
  return table_ && !columns_.empty() && mapping_->complete() && range_->fits();
}

DatabaseSource TablePage::source() const {
  return {settings_, table_.value_or(TableName()), kind(), mapping_->columns()};
}

Filter TablePage::filter() const {
  Filter filter = filter_;
  if (range_->isEnabled()) range_->apply_to(filter);
  return filter;
}

}  // namespace footfall
