#include "model/report/table.h"

#include "model/core/csv_text.h"

namespace footfall {

void Table::append_csv_rows(CsvText& out, std::size_t begin, std::size_t end) const {
  const std::span<const Column> all = columns();
  std::string cell;
  for (std::size_t row = begin; row < end; ++row) {
    for (std::size_t column = 0; column < all.size(); ++column) {
      cell.clear();
      append_cell(cell, row, column);
      if (all[column].kind == ColumnKind::text) {
        out.text(cell);
      } else {
        out.plain(cell);
      }
    }
    out.end_row();
  }
}

std::optional<ExactNumber> Table::exact(std::size_t row, std::size_t column) const {
  std::string text;
  append_cell(text, row, column);
  if (text.empty()) return std::nullopt;
  ExactNumber number;
  bool fraction = false;
  for (const char c : text) {
    if (c == '-') continue;
    if (c == '.') {
      fraction = true;
      continue;
    }
    number.numerator = number.numerator * WideInt<3>(10) + WideInt<3>(c - '0');
    if (fraction) number.denominator = number.denominator * WideInt<3>(10);
  }
  if (text.front() == '-') number.numerator = -number.numerator;
  return number;
}

}  // namespace footfall
