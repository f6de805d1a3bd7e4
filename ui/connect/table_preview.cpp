#include "ui/connect/table_preview.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/connect/sql_layout.h"
#include "ui/dialogs/plain_grid.h"
#include "ui/style/plain_text.h"
#include "ui/tables/tab_strip.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kWidestColumn = 240;
constexpr qsizetype kShownOfCell = 200;  // characters

}  // namespace

TablePreview::TablePreview(QWidget* parent) : QWidget(parent) {
  auto* tabs = new TabStrip;
  tabs->addTab(tr("First rows"));
  tabs->addTab(tr("SQL that will run"));
  tabs->setObjectName("tabs");
  copy_ = new QPushButton(tr("Copy the SQL"));
  copy_->setAutoDefault(false);
  copy_->hide();
  rows_ = new QTableWidget;
  rows_->setObjectName("preview");
  rows_->setAccessibleName(tr("First rows"));
  make_plain(rows_);
  sql_ = new QPlainTextEdit;
  sql_->setObjectName("sql");
  sql_->setReadOnly(true);
  sql_->setFrameShape(QFrame::NoFrame);
  sql_->setAccessibleName(tr("SQL that will run"));
  sql_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  sql_->setTabChangesFocus(true);
  sql_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* parts = new QStackedWidget;
  parts->addWidget(rows_);
  parts->addWidget(sql_);
  auto* head = new QHBoxLayout;
  head->addWidget(tabs);
  head->addStretch(1);
  head->addWidget(copy_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(head);
  column->addWidget(parts, 1);
  connect(tabs, &QTabBar::currentChanged, this, [this, parts](int tab) {
    parts->setCurrentIndex(tab);
    copy_->setVisible(tab == 1);
  });
  connect(copy_, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(sql_->toPlainText()); });
  clear();
}

void TablePreview::clear() {
  rows_->clear();
  rows_->setRowCount(0);
  rows_->setColumnCount(0);
  rows_->horizontalHeader()->hide();
  show_statements({});
}

void TablePreview::show_rows(const SqlPreview& preview, const std::vector<ColumnInfo>& columns) {
  rows_->setColumnCount(static_cast<int>(preview.columns.size()));
  rows_->setRowCount(static_cast<int>(preview.rows.size()));
  for (std::size_t at = 0; at < preview.columns.size(); ++at) {
    const QString type = at < columns.size() ? visible_text(columns[at].type) : QString();
    const auto column = static_cast<int>(at);
    auto* header = new QTableWidgetItem(visible_text(preview.columns[at]) + " · " + type);
    header->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rows_->setHorizontalHeaderItem(column, header);
    for (std::size_t row = 0; row < preview.rows.size(); ++row) {
      const QString text = to_text(preview.rows[row][at]);
      auto* item = new QTableWidgetItem(visible_text(text.left(kShownOfCell).simplified()));
      item->setToolTip(plain_tooltip(visible_lines(text)));
      rows_->setItem(static_cast<int>(row), column, item);
    }
  }
  rows_->horizontalHeader()->show();
  rows_->resizeColumnsToContents();
  for (int column = 0; column < rows_->columnCount(); ++column)
    rows_->setColumnWidth(column, std::min(rows_->columnWidth(column), kWidestColumn));
}

void TablePreview::show_statements(const std::vector<ExplainedStatement>& statements,
                                   SqlEngine engine) {
  sql_->setPlainText(sql_layout(statements, engine));
  copy_->setEnabled(!statements.empty());
}

}  // namespace footfall
