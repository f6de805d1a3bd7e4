#include "model/export/csv.h"

#include <array>
#include <utility>

#include "model/export/export_report.h"

namespace footfall {
namespace {

constexpr std::array<bool, 256> kNeedsQuotes = [] {
  std::array<bool, 256> needs{};
  for (const char c : {',', '"', '\r', '\n'}) needs[static_cast<unsigned char>(c)] = true;
  return needs;
}();

// Quotes the field that begins at `begin` of `out` where it needs quotes.
void quote_from(std::string& out, std::size_t begin) {
  const std::string_view field = std::string_view(out).substr(begin);
  bool needed = false;
  for (const char c : field) needed |= kNeedsQuotes[static_cast<unsigned char>(c)];
  if (!needed) [[likely]] return;
  std::string quoted = "\"";
  for (char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  quoted += '"';
  out.replace(begin, std::string::npos, quoted);
}

}  // namespace

void append_csv_field(std::string& out, std::string_view field) {
  const std::size_t begin = out.size();
  out += field;
  quote_from(out, begin);
}

void append_csv_header(std::string& out, const Table& table) {
  const char* separator = "";
  for (const Column& column : table.columns()) {
    out += std::exchange(separator, ",");
    append_csv_field(out, column.name);
  }
  out += '\n';
}

void append_csv_rows(std::string& out, const Table& table, std::size_t begin, std::size_t end) {
  const std::span<const Column> columns = table.columns();
  for (std::size_t row = begin; row < end; ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (column > 0) out += ',';
      const std::size_t field = out.size();
      table.append_cell(out, row, column);
      if (columns[column].kind == ColumnKind::text) quote_from(out, field);
    }
    out += '\n';
  }
}

void append_csv_reject(std::string& out, const Reject& reject, std::string_view file) {
  append_csv_field(out, file);
  out += ',';
  out += std::to_string(reject.line);
  out += ',';
  out += std::to_string(reject.offset);
  out += ',';
  out += reason_name(reject.reason);
  out += ',';
  append_csv_field(out, reject.column);
  out += ',';
  append_csv_field(out, reject.excerpt);
  out += '\n';
}

Document csv_document(TablePtr table) {
  Document document;
  document.name = table->name() + ".csv";
  append_csv_header(document.head, *table);
  document.items = table->rows();
  document.append = [table = std::move(table)](std::string& out, std::size_t begin,
                                               std::size_t end) {
    append_csv_rows(out, *table, begin, end);
  };
  return document;
}

}  // namespace footfall
