#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/wide_int.h"

namespace footfall {

class CsvText;

/// What a column holds; decides alignment, header unit and formatting in a view.
enum class ColumnKind : std::uint8_t {
  text,     ///< ids, names; ordered by bytes
  hour,     ///< hour label of the report zone; ordered by instant
  day,      ///< YYYY-MM-DD
  instant,  ///< epoch seconds, UTC
  count,    ///< whole number
  amount,   ///< decimal number; may be absent
};

/// What a number of a row measures.
enum class Measure : std::uint8_t {
  sum,   ///< something counted or added up: 0 where there are no rows
  rate,  ///< a quotient of such: none where there are no rows
  none,  ///< nothing, as the number of a shard
};

struct Column {
  std::string_view name;  ///< as in the CSV header
  ColumnKind kind = ColumnKind::text;
  Measure measure = Measure::sum;  ///< of counts and amounts
};

/// numerator / denominator; denominator > 0.
struct ExactNumber {
  WideInt<3> numerator;
  WideInt<3> denominator = WideInt<3>(1);
};

/// The one abstraction that every view, export and test reads a result through. Immutable; safe to
/// read from any thread; keeps its report alive. Rows are in the contract's order.
class Table {
 public:
  Table() = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  virtual ~Table() = default;

  /// File stem of the export: hourly_visitors, customers, top10_ctr, ...
  [[nodiscard]] virtual std::string name() const = 0;
  [[nodiscard]] virtual std::span<const Column> columns() const = 0;
  [[nodiscard]] virtual std::size_t rows() const = 0;

  /// Appends the cell exactly as the CSV export shows it, before quoting.
  virtual void append_cell(std::string& out, std::size_t row, std::size_t column) const = 0;

  /// Appends rows [begin, end) as CSV: what append_cell() gives. Tables of millions of rows have
  /// their own, without a call for each cell.
  virtual void append_csv_rows(CsvText& out, std::size_t begin, std::size_t end) const;

  /// The cell as a number for charts, bars and coarse sort keys: monotone in the exact order.
  /// NaN for a text column and for an absent value.
  [[nodiscard]] virtual double number(std::size_t row, std::size_t column) const = 0;

  /// The number that the text of a count or an amount is rounded from, if it is not the text's own;
  /// none where it is absent.
  [[nodiscard]] virtual std::optional<ExactNumber> exact(std::size_t row, std::size_t column) const;

  /// Exact order of two cells of a column: negative, 0, positive. Absent values come last.
  [[nodiscard]] virtual int compare(std::size_t row_a, std::size_t row_b,
                                    std::size_t column) const = 0;
};

using TablePtr = std::shared_ptr<const Table>;

/// Decimals of a share of all.
inline constexpr unsigned kShareDecimals = 4;

/// The order of two values as Table::compare answers.
template <class Value>
int order(const Value& a, const Value& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace footfall
