#include "ui/tables/report_table_model.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

#include "model/core/step.h"
#include "ui/application.h"
#include "ui/style/plain_text.h"
#include "ui/tables/column_text.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/spoken_date.h"

namespace footfall {
namespace {

constexpr std::size_t kToldApart = 1000;  // rows from the top

bool is_step(std::string_view name) {
  return std::ranges::any_of(kStepTable, [&](const StepFacts& step) { return step.name == name; });
}

// Where a column of one table, or of one that is not compared, is in another: at the same place,
// under the same name; hours, days and weeks take each other's place. Of a part that is not there:
// the measure itself.
std::optional<std::size_t> column_in(const Table& table, const Table* before, std::size_t column) {
  ColumnPlace place{column, ComparedTable::Part::now};
  if (before != nullptr) {
    if (column >= before->columns().size()) return std::nullopt;
    place = place_of(*before, column);
  }
  auto found = column_at(table, place);
  if (!found) found = column_at(table, {place.source, ComparedTable::Part::now});
  if (!found || before == nullptr) return found;
  const std::string_view here = compared_name(table.columns()[*found].name).base;
  const std::string_view there = compared_name(before->columns()[column].name).base;
  return here == there || (is_step(here) && is_step(there)) ? found : std::nullopt;
}

}  // namespace

ReportTableModel::ReportTableModel(QObject* parent)
    : QAbstractTableModel(parent), order_(std::make_shared<const RowOrder>()) {
  connect(&orderer_, &TableOrder::ordered, this, &ReportTableModel::show);
  connect(&orderer_, &TableOrder::failed, this, &tell_failure);
}

void ReportTableModel::set_table(TablePtr table, RowTotal total) {
  if (wanted_.sort_column && table)
    wanted_.sort_column = column_in(*table, columns_of_.get(), *wanted_.sort_column);
  if (table) columns_of_ = table;
  wanted_.table = std::move(table);
  wanted_.total = std::move(total);
  request();
}

void ReportTableModel::set_unit(std::string_view column, const QString& unit) {
  QString& kept = units_[std::string(column)];
  if (kept == unit) return;
  kept = unit;
  emit headerDataChanged(Qt::Horizontal, 0, std::max(0, columnCount() - 1));
}

QString ReportTableModel::with_unit(const QString& title, const Column& column) const {
  const auto unit = units_.find(column.name);
  return unit == units_.end() || unit->second.isEmpty()
             ? title
             : title + QStringLiteral(" (") + unit->second + QLatin1Char(')');
}

void ReportTableModel::set_filter(const QString& contains) {
  wanted_.contains = contains.toStdString();
  wanted_.spoken = contains.isEmpty() ? nullptr : spoken_dates();
  request();
}

QString ReportTableModel::filter() const { return QString::fromStdString(wanted_.contains); }

Qt::SortOrder ReportTableModel::sort_order() const {
  return wanted_.descending ? Qt::DescendingOrder : Qt::AscendingOrder;
}

void ReportTableModel::sort(int column, Qt::SortOrder order) {
  wanted_.sort_column.reset();
  if (column >= 0) wanted_.sort_column = static_cast<std::size_t>(column);
  wanted_.descending = order == Qt::DescendingOrder;
  request();
}

void ReportTableModel::keep_row(const std::string& key) {
  wanted_.locate = key;
  wanted_.locate_column = key_column_;
}

void ReportTableModel::request() {
  OrderRequest request = wanted_;
  if (!request.table ||
      (request.sort_column && *request.sort_column >= request.table->columns().size()))
    request.sort_column.reset();
  orderer_.request(std::move(request));
}

void ReportTableModel::show(const RowOrderPtr& order) {
  beginResetModel();
  order_ = order;
  decimals_.clear();
  if (table()) {
    std::vector<std::size_t> rows(std::min(order_->size(), kToldApart));
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = order_->row(i);
    for (std::size_t column = 0; column < table()->columns().size(); ++column)
      decimals_.push_back(telling_decimals(*table(), column, rows));
  }
  wanted_.locate.clear();  // asked and answered
  endResetModel();
}

int ReportTableModel::view_row(std::size_t table_row) const {
  const auto position = order_->position_of(table_row);
  return position ? static_cast<int>(*position) : -1;
}

int ReportTableModel::located() const {
  return order_->located ? static_cast<int>(*order_->located) : -1;
}

std::string ReportTableModel::plain_cell(int row, int column) const {
  std::string cell;
  table()->append_cell(cell, table_row(row), static_cast<std::size_t>(column));
  return cell;
}

std::string ReportTableModel::key_of(int row) const {
  return plain_cell(row, static_cast<int>(key_column_));
}

std::optional<SmallLine> ReportTableModel::small_line(const QModelIndex& index) const {
  if (!is_small_line(table()->columns()[static_cast<std::size_t>(index.column())]))
    return std::nullopt;
  return small_line_of(*table(), table_row(index.row()));
}

int ReportTableModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid()) return 0;
  return static_cast<int>(std::min<std::size_t>(order_->size(), std::numeric_limits<int>::max()));
}

int ReportTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || !table() ? 0 : static_cast<int>(table()->columns().size());
}

QVariant ReportTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const std::size_t row = table_row(index.row());
  const auto column = static_cast<std::size_t>(index.column());
  const Column& about = table()->columns()[column];
  if (is_small_line(about) && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)) {
    const auto line = small_line(index);
    const QString words = line ? small_line_words(*line) : QString();
    return role == Qt::ToolTipRole ? plain_tooltip(words) : words;
  }
  switch (role) {
    case Qt::DisplayRole:
      return cell_text(*table(), row, column, decimals_[column]);
    case Qt::ToolTipRole:
      if (decimals_[column] > 2) return cell_text(*table(), row, column, decimals_[column]);
      return plain_tooltip(exact_cell_text(about, plain_cell(index.row(), index.column())));
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(Qt::Alignment(
          is_number(about) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter));
    case NumberRole:
      return is_number(about);
    case BarRole:
      return bar(row, column);
    case RawRole:
      if (is_number(about)) return table()->number(row, column);
      return QString::fromStdString(plain_cell(index.row(), index.column()));
    default:
      return {};
  }
}

// Bars compare amounts: from zero to the largest, none for negative or absent values.
QVariant ReportTableModel::bar(std::size_t row, std::size_t column) const {
  if (order_->request.sort_column != column) return {};
  const ColumnKind kind = table()->columns()[column].kind;
  if (kind != ColumnKind::count && kind != ColumnKind::amount) return {};
  const double number = table()->number(row, column);
  if (!(number > 0) || !(order_->highest > 0)) return {};
  return number / order_->highest;
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  const Column& column = table()->columns()[static_cast<std::size_t>(section)];
  switch (role) {
    case Qt::DisplayRole:
      return with_unit(column_title(column), column);
    case Qt::AccessibleTextRole:
      return with_unit(full_column_title(column), column);
    case Qt::ToolTipRole:
      if (is_small_line(column))
        return plain_tooltip(tr("%1, each line up to its own highest point. Sorted by it, rows are "
                                "in the order of when that was.")
                                 .arg(small_line_title(*table())));
      return plain_tooltip(
          tr("%1\nIn files: %2").arg(full_column_title(column), visible_text(column.name)));
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(Qt::Alignment(is_number(column)
                                                   ? Qt::AlignRight | Qt::AlignVCenter
                                                   : Qt::AlignLeft | Qt::AlignVCenter));
    default:
      return {};
  }
}

}  // namespace footfall
