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

}  // namespace footfall
