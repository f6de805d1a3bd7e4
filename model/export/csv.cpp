#include "model/export/csv.h"

#include <utility>

#include "model/core/csv_text.h"
#include "model/export/export_report.h"

namespace footfall {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

void append_csv_field(std::string& out, std::string_view field) { CsvText(out).text(field); }

void append_csv_header(std::string& out, const Table& table) {
  CsvText text(out);
  for (const Column& column : table.columns()) text.text(column.name);
  text.end_row();
}

void append_csv_rows(std::string& out, const Table& table, std::size_t begin, std::size_t end,
                     bool escape_formulas) {
  CsvText text(out, escape_formulas);
  table.append_csv_rows(text, begin, end);
}

void append_csv_reject(std::string& out, const Reject& reject, std::string_view file) {
  CsvText text(out);
  text.text(file);
  text.whole(std::uint64_t{reject.line});
  text.whole(std::uint64_t{reject.offset});
  text.plain(reason_name(reject.reason));
  text.text(reject.column);
  text.text(reject.excerpt);
  text.end_row();
}

Document csv_document(TablePtr table, const CsvStyle& style) {
  Document document;
  document.name = table->name() + ".csv";
  if (style.byte_order_mark) document.head = kByteOrderMark;
  append_csv_header(document.head, *table);
  document.items = table->rows();
  document.append = [table = std::move(table), escape = style.escape_formulas](
                        std::string& out, std::size_t begin, std::size_t end) {
    append_csv_rows(out, *table, begin, end, escape);
  };
  return document;
}

}  // namespace footfall
