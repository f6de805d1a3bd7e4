#include "model/export/xlsx_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "model/core/digit.h"
#include "model/report/compared_tables.h"

namespace footfall {
namespace {

constexpr std::string_view kBefore = "_before";

struct ChartShape {
  std::string_view table;  ///< how names of such tables end
  bool over_time = false;
  std::string_view measure;
  std::string_view title;
  bool largest = false;  ///< only its largest rows make a chart: largest_rows()
};
constexpr std::array<ChartShape, 6> kChartShapes{{
    {"_totals", true, "unique_visitors", "Unique visitors", false},
    {"_requests", true, "requests", "Requests", false},
    {"_ctr", false, "CTR", "CTR", false},
    {"_cpa", false, "CPA", "CPA", false},
    {"customers", false, "total_spend_usd", "Largest spend (USD)", true},
    {"user_activity", false, "total_value", "Largest value", true},
}};

std::optional<std::size_t> find_column(const Table& table, std::string_view name) {
  const auto columns = table.columns();
  const auto found = std::ranges::find(columns, name, &Column::name);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

std::optional<std::size_t> names_of(const Table& table, bool over_time) {
  const auto columns = table.columns();
  const auto found = std::ranges::find_if(columns, [&](const Column& column) {
    const bool time = column.kind == ColumnKind::hour || column.kind == ColumnKind::day;
    return (over_time ? time : column.kind == ColumnKind::text) && !column.name.ends_with(kBefore);
  });
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

const ChartShape* shape_of(const Table& table) {
  std::string name = table.name();
  const bool compared = name.ends_with(kComparedEnding);
  if (compared) name.resize(name.size() - kComparedEnding.size());
  const auto shape = std::ranges::find_if(kChartShapes, [&](const ChartShape& known) {
    return known.largest ? name == known.table && !compared : name.ends_with(known.table);
  });
  return shape == kChartShapes.end() ? nullptr : &*shape;
}

// No chart shows a number that is a text.
bool all_numbers(const Table& table, const TableChart& chart) {
  std::string cell;
  for (const std::size_t column : chart.values)
    for (std::size_t row = chart.first; row < chart.end; ++row) {
      cell.clear();
      table.append_cell(cell, row, column);
      if (!cell.empty() && !is_sheet_number(cell)) return false;
    }
  return true;
}

/// The largest rows of another table: names, and a measure in digits that a sheet holds.
class LargestRows final : public Table {
 public:
  LargestRows(TablePtr of, std::vector<std::size_t> rows, std::array<std::size_t, 2> columns)
      : of_(std::move(of)), rows_(std::move(rows)), from_(columns) {
    for (const std::size_t column : from_) columns_.push_back(of_->columns()[column]);
    name_ = fmt::format("largest_{}", columns_.back().name);
  }
  [[nodiscard]] std::string name() const override { return name_; }
  [[nodiscard]] std::span<const Column> columns() const override { return columns_; }
  [[nodiscard]] std::size_t rows() const override { return rows_.size(); }
  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    std::string cell;
    of_->append_cell(cell, rows_[row], from_[column]);
    if (column == 1 && !is_sheet_number(cell)) {
      const auto whole = static_cast<std::size_t>(
          std::count_if(cell.begin(), std::find(cell.begin(), cell.end(), '.'), is_digit));
      const std::size_t decimals = whole < kSheetDigits ? kSheetDigits - whole : 0;
      cell = fmt::format("{:.{}f}", number(row, column), decimals);
      // Two of the digits are the exponent's.
      if (!is_sheet_number(cell))
        cell = fmt::format("{:.{}e}", number(row, column), kSheetDigits - 3);
    }
    out += cell;
  }
  [[nodiscard]] double number(std::size_t row, std::size_t column) const override {
    return of_->number(rows_[row], from_[column]);
  }
  [[nodiscard]] int compare(std::size_t row_a, std::size_t row_b,
                            std::size_t column) const override {
    return of_->compare(rows_[row_a], rows_[row_b], from_[column]);
  }

 private:
  TablePtr of_;
  std::vector<std::size_t> rows_;
  std::array<std::size_t, 2> from_;
  std::vector<Column> columns_;
  std::string name_;
};

// Chart of a table of LargestRows, whatever it is of.
const ChartShape* largest_shape(const Table& table) {
  const auto shape = std::ranges::find_if(kChartShapes, [&](const ChartShape& known) {
    return known.largest && table.name() == fmt::format("largest_{}", known.measure);
  });
  return shape == kChartShapes.end() ? nullptr : &*shape;
}

}  // namespace

bool is_sheet_number(std::string_view text) {
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
  return digits > 0 && digits <= kSheetDigits;
}

std::optional<TableChart> chart_of(const Table& table) {
  const ChartShape* shape = largest_shape(table);
  if (shape == nullptr) {
    shape = shape_of(table);
    if (shape == nullptr || shape->largest) return std::nullopt;
  }
  const auto names = names_of(table, shape->over_time);
  const auto values = find_column(table, shape->measure);
  if (!names || !values || table.rows() == 0) return std::nullopt;
  TableChart chart{shape->over_time, std::string(shape->title), *names, {*values}, 0, table.rows()};
  if (const auto before = find_column(table, std::string(shape->measure).append(kBefore)))
    chart.values.push_back(*before);
  const std::size_t most = chart.over_time ? kChartPoints : kChartBars;
  if (table.rows() > most) {
    chart.title +=
        fmt::format(" ({} {} of {} rows)", chart.over_time ? "last" : "first", most, table.rows());
    if (chart.over_time)
      chart.first = table.rows() - most;
    else
      chart.end = most;
  }
  if (chart.over_time)
    for (std::size_t row = chart.first; row + 1 < chart.end; ++row)
      if (table.compare(row, row + 1, chart.names) > 0) return std::nullopt;
  if (!all_numbers(table, chart)) return std::nullopt;
  return chart;
}

TablePtr largest_rows(const TablePtr& table, StopCheck check) {
  const ChartShape* shape = shape_of(*table);
  if (shape == nullptr || !shape->largest || table->rows() == 0) return nullptr;
  const auto names = names_of(*table, false);
  const auto values = find_column(*table, shape->measure);
  if (!names || !values) return nullptr;
  // The largest first; of equal ones what comes first in the table.
  const auto before = [&](std::size_t a, std::size_t b) {
    const int order = table->compare(a, b, *values);
    return order != 0 ? order > 0 : a < b;
  };
  std::vector<std::size_t> largest;  // a heap, the smallest of them in front
  for (std::size_t row = 0; row < table->rows(); ++row) {
    check();
    if (std::isnan(table->number(row, *values))) continue;
    if (largest.size() == kChartBars) {
      if (!before(row, largest.front())) continue;
      std::ranges::pop_heap(largest, before);
      largest.pop_back();
    }
    largest.push_back(row);
    std::ranges::push_heap(largest, before);
  }
  std::ranges::sort(largest, before);
  return std::make_shared<LargestRows>(table, std::move(largest), std::array{*names, *values});
}

}  // namespace footfall
