#include "ui/tables/table_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/style/plain_text.h"
#include "ui/tables/named_column.h"
#include "ui/tables/number_text.h"
#include "ui/tables/tab_strip.h"
#include "ui/tables/totals_row.h"

namespace footfall {
namespace {

constexpr int kTypingPause = 120;  // ms
constexpr int kFindWidth = 208;
constexpr int kLeastFindWidth = 104;
constexpr int kFindStretch = 1000;  // room goes to the tabs, then to it, then between them

}  // namespace

TablePanel::TablePanel(QWidget* parent)
    : QWidget(parent),
      tabs_(new TabStrip(this)),
      matches_(plain_label({}, this)),
      row_(new QToolButton(this)),
      found_(new QToolButton(this)),
      find_(new QLineEdit(this)),
      notice_(new QWidget(this)),
      words_(plain_label({}, this)),
      stack_(new QStackedLayout),
      totals_(new TotalsRow(this)) {
  tabs_->setAccessibleName(tr("Tables"));
  matches_->setForegroundRole(QPalette::PlaceholderText);
  find_->setClearButtonEnabled(true);
  find_->setMinimumWidth(kLeastFindWidth);
  find_->setMaximumWidth(kFindWidth);
  find_->setTextMargins(4, 0, 4, 0);
  find_->setAccessibleName(tr("Find in table"));
  row_->setText(tr("Row ▾"));
  row_->setToolTip(tr("What can be done with the selected row (menu key, Shift+F10)"));
  row_->setAccessibleName(tr("Menu of the row"));
  row_->setEnabled(false);
  found_->setText(tr("Only these"));
  found_->setToolTip(tr("Make what the search shows the filter of the whole report"));
  found_->hide();

  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(0, 4, 0, 6);
  bar->setSpacing(8);
  bar->addWidget(tabs_);
  bar->addStretch(1);
  bar->addWidget(row_);
  bar->addWidget(matches_);
  bar->addWidget(found_);
  bar->addWidget(find_, kFindStretch);

  auto* clear = new QPushButton(tr("Clear search"), notice_);
  clear->setAutoDefault(false);
  auto* words = plain_label(tr("No rows match"), notice_);
  words->setAlignment(Qt::AlignCenter);
  words->setForegroundRole(QPalette::PlaceholderText);
  auto* notice_layout = new QVBoxLayout(notice_);
  notice_layout->addStretch(1);
  notice_layout->addWidget(words);
  notice_layout->addSpacing(8);
  notice_layout->addWidget(clear, 0, Qt::AlignHCenter);
  notice_layout->addStretch(2);
  stack_->addWidget(notice_);
  words_->setAlignment(Qt::AlignCenter);
  words_->setForegroundRole(QPalette::PlaceholderText);
  words_->setWordWrap(true);
  stack_->addWidget(words_);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(bar);
  layout->addLayout(stack_, 1);
  layout->addWidget(totals_);

  typing_.setSingleShot(true);
  typing_.setInterval(kTypingPause);
  connect(&typing_, &QTimer::timeout, this, &TablePanel::apply_filter);
  connect(find_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
  connect(find_, &QLineEdit::returnPressed, this, [this] {
    apply_filter();
    view(current())->setFocus();
  });
  connect(clear, &QPushButton::clicked, this, [this] {
    find_->clear();
    apply_filter();
    find_->setFocus();
  });
  connect(row_, &QToolButton::clicked, this,
          [this] { view(current())->open_menu(row_->mapToGlobal(QPoint(0, row_->height() + 2))); });
  connect(found_, &QToolButton::clicked, this, &TablePanel::found_requested);
  connect(tabs_, &QTabBar::currentChanged, this, [this](int index) {
    wanted_.reset();
    bring_to_front(index);
    emit current_changed(index);
  });
}

int TablePanel::add_table(ReportTableView* view, const QString& title, const QString& find_hint) {
  stack_->addWidget(view);
  totals_->watch(view);
  tables_.push_back({view, find_hint, {}, {}});
  connect(view, &ReportTableView::order_shown, this, &TablePanel::show_state);
  connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &TablePanel::follow_row);
  const int index = tabs_->addTab(title);
  if (index == 0) bring_to_front(0);
  return index;
}

void TablePanel::set_title(int index, const QString& title) { tabs_->setTabText(index, title); }

void TablePanel::set_find_hint(int index, const QString& hint) {
  tables_[static_cast<std::size_t>(index)].find_hint = hint;
  if (index == front_) find_->setPlaceholderText(hint);
}

void TablePanel::set_shown(int index, bool shown) {
  if (tabs_->isTabVisible(index) == shown) return;  // else Qt forgets that a title has changed
  const bool in_front = !shown && current() == index;
  if (in_front) set_current(0);
  tabs_->setTabVisible(index, shown);
  if (in_front) wanted_ = index;
  if (shown && wanted_ == index) set_current(index);
}

void TablePanel::set_notice(int index, const QString& words) {
  tables_[static_cast<std::size_t>(index)].notice = words;
  show_state();
}

void TablePanel::set_current(int index) {
  wanted_.reset();
  if (tabs_->isTabVisible(index))
    tabs_->setCurrentIndex(index);
  else
    wanted_ = index;
}

int TablePanel::current() const { return tabs_->currentIndex(); }

TablePtr TablePanel::current_table() const {
  return tables_.empty() ? nullptr : view(current())->report_model()->table();
}

TablePtr TablePanel::seen_table() const {
  return tables_.empty() ? nullptr : view(current())->seen();
}

QString TablePanel::searched() const {
  return tables_.empty() ? QString() : view(current())->report_model()->filter();
}

void TablePanel::add_tool(QWidget* tool) {
  auto* bar = static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
  bar->insertWidget(2, tool);
}

void TablePanel::bring_to_front(int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= tables_.size()) return;
  if (typing_.isActive()) apply_filter();  // what was typed belongs to the table before
  front_ = index;
  const Entry& entry = tables_[static_cast<std::size_t>(index)];
  find_->setText(entry.filter);
  typing_.stop();  // nobody types
  find_->setPlaceholderText(entry.find_hint);
  show_state();
}

void TablePanel::apply_filter() {
  typing_.stop();
  Entry& entry = tables_[static_cast<std::size_t>(front_)];
  if (entry.filter == find_->text()) return;
  entry.filter = find_->text();
  entry.view->set_filter(entry.filter);
}

void TablePanel::show_state() {
  if (tables_.empty() || current() < 0) return;
  ReportTableView* shown = view(current());
  const ReportTableModel* model = shown->report_model();
  const int rows = model->rowCount();
  const std::size_t all = model->table() ? model->table()->rows() : 0;
  const bool filtered = !model->filter().isEmpty();
  matches_->setText(
      filtered ? tr("%1 of %2")
                     .arg(localized_number(static_cast<std::uint64_t>(rows)), localized_number(all))
               : QString());
  found_->setVisible(filtered && rows > 0 && named_column(*model->table()));
  follow_row();
  const QString& words = tables_[static_cast<std::size_t>(current())].notice;
  words_->setText(words);
  stack_->setCurrentWidget(!words.isNull()         ? words_
                           : filtered && rows == 0 ? notice_
                                                   : static_cast<QWidget*>(shown));
  totals_->show_for(shown);
}

void TablePanel::follow_row() {
  row_->setEnabled(!tables_.empty() && current() >= 0 &&
                   view(current())->selectionModel()->hasSelection());
}

}  // namespace footfall
