#pragma once

#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "model/report/table.h"

namespace footfall::test {

/// A table of given texts: the plainest thing that keeps Table's contract. Numbers compare as
/// doubles; an empty cell of a number column is an absent value. An hour orders by its text.
class PlainTable final : public Table {
 public:
  using Rows = std::vector<std::vector<std::string>>;
  PlainTable(std::vector<Column> columns, Rows rows, std::string name = "plain")
      : columns_(std::move(columns)), rows_(std::move(rows)), name_(std::move(name)) {}

  [[nodiscard]] std::string name() const override { return name_; }
  [[nodiscard]] std::span<const Column> columns() const override { return columns_; }
  [[nodiscard]] std::size_t rows() const override { return rows_.size(); }
  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    out += rows_[row][column];
  }
  [[nodiscard]] double number(std::size_t row, std::size_t column) const override {
    double value = std::numeric_limits<double>::quiet_NaN();
    const ColumnKind kind = columns_[column].kind;
    if (kind == ColumnKind::text || kind == ColumnKind::hour || kind == ColumnKind::day)
      return value;
    const std::string& cell = rows_[row][column];
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
  }
  [[nodiscard]] int compare(std::size_t row_a, std::size_t row_b,
                            std::size_t column) const override {
    const double a = number(row_a, column), b = number(row_b, column);
    if (!std::isnan(a) && !std::isnan(b)) return a < b ? -1 : a > b ? 1 : 0;
    if (columns_[column].kind == ColumnKind::text ||
        rows_[row_a][column].empty() == rows_[row_b][column].empty())
      return rows_[row_a][column].compare(rows_[row_b][column]);
    return rows_[row_a][column].empty() ? 1 : -1;
  }

 private:
  std::vector<Column> columns_;
  Rows rows_;
  std::string name_;
};

}  // namespace footfall::test
