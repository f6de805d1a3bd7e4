#include "ui/connect/rows_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "ui/connect/query_field.h"
#include "ui/connect/table_list.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kWidthOfTables = 288;
constexpr int kWidthOfQuery = 368;

}  // namespace

RowsPanel::RowsPanel(QWidget* parent)
    : QWidget(parent),
      databases_(new QComboBox),
      by_table_(new QRadioButton(tr("&Table"))),
      by_query_(new QRadioButton(tr("&Query"))),
      sides_(new QStackedLayout),
      tables_(new TableList),
      query_(new QueryField) {
  databases_->setObjectName("databases");
  databases_->setAccessibleName(tr("Database"));
  by_table_->setObjectName("by_table");
  by_table_->setToolTip(plain_tooltip(tr("The rows of a table or view")));
  by_query_->setObjectName("by_query");
  by_query_->setToolTip(
      plain_tooltip(tr("The rows of a SELECT of your own: joins, other names, several tables")));
  by_table_->setChecked(true);
  auto* choice = new QHBoxLayout;
  choice->setSpacing(16);
  choice->addWidget(by_table_);
  choice->addWidget(by_query_);
  choice->addStretch(1);
  sides_->addWidget(tables_);
  sides_->addWidget(query_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(databases_);
  column->addLayout(choice);
  column->addLayout(sides_, 1);
  show_side(false);

  connect(databases_, &QComboBox::activated, this,
          [this] { emit database_chosen(to_bytes(databases_->currentData().toString())); });
  connect(by_query_, &QRadioButton::toggled, this, &RowsPanel::choose_side);
  connect(tables_, &TableList::table_chosen, this,
          [this](const TableName& table) { emit rows_chosen(table); });
  connect(tables_, &TableList::marks_changed, this, &RowsPanel::marks_changed);
  connect(tables_, &TableList::together_chosen, this, &RowsPanel::together_chosen);
  connect(query_, &QueryField::check_requested, this,
          [this](const std::string& query) { emit rows_chosen(table_of_query(query)); });
  connect(query_, &QueryField::changed, this, &RowsPanel::query_changed);
}

bool RowsPanel::asks_for_query() const { return by_query_->isChecked(); }

bool RowsPanel::marks_several() const { return !asks_for_query() && tables_->marked().size() > 1; }

void RowsPanel::show_side(bool query) {
  {
    const QSignalBlocker quiet(by_query_);
    (query ? by_query_ : by_table_)->setChecked(true);
  }
  sides_->setCurrentIndex(query ? 1 : 0);
  setFixedWidth(query ? kWidthOfQuery : kWidthOfTables);
}

void RowsPanel::put_query(const std::string& query) {
  if (query.empty()) return refused(tr("These tables have no column in common."));
  show_side(true);
  query_->put(query);
  query_->setFocus();
}

void RowsPanel::choose_side() {
  const bool query = asks_for_query();
  show_side(query);
  if (!query) {
    emit rows_chosen(tables_->chosen());
  } else if (query_->taken()) {
    emit rows_chosen(table_of_query(query_->query()));
  } else {
    emit rows_chosen(std::nullopt);
  }
}

void RowsPanel::show_offer(Offer offer) {
  databases_->clear();
  for (const std::string& name : offer.databases)
    databases_->addItem(visible_text(name), to_text(name));
  databases_->setCurrentIndex(databases_->findData(to_text(offer.database)));
  const bool query_wanted = offer.wanted && !offer.wanted->query.empty();
  const bool typed = query_->edited(), again = query_->taken();
  if (typed) {
    query_->forget_check();
  } else {
    query_->set_query(query_wanted ? offer.wanted->query : offer.query_of_before);
    show_side(query_wanted || (!offer.wanted && offer.query_first));
  }
  if (asks_for_query()) {
    tables_->show_tables(std::move(offer.tables), std::nullopt);
    query_->setFocus();
    // What was opened or taken before is known to be meant; anything else waits for its button.
    if (typed ? again : query_wanted) query_->check();
    return;
  }
  tables_->show_tables(std::move(offer.tables),
                       query_wanted ? std::nullopt : std::move(offer.wanted));
  tables_->focus_first();
}

}  // namespace footfall
