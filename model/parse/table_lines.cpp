#include "model/parse/table_lines.h"

#include <algorithm>
#include <string>
#include <vector>

#include "model/core/decimal.h"
#include "model/parse/column_names.h"
#include "model/parse/total_words.h"

namespace footfall {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostInFront = 8;  // blanks, a mark, a quote before the first name

bool same_name(std::string_view text, const CsvSpan& field, const CsvDialect& dialect,
               std::string_view name) {
  text = text.substr(field.begin, field.end - field.begin);
  if (!field.escaped) return bare_name(text) == name;
  std::string plain(text.size(), '\0');
  plain.resize(
      static_cast<std::size_t>(unescape_quotes(text, dialect, plain.data()) - plain.data()));
  return bare_name(plain) == name;
}

}  // namespace

bool repeats_header(std::string_view record, const InputLayout& layout) {
  if (layout.header.empty()) return false;
  const std::string_view first = layout.header[0];
  if (layout.header[0].find('"') == std::string::npos &&
      record.substr(0, first.size() + kMostInFront).find(first) == std::string_view::npos)
    return false;
  while (record.starts_with(kByteOrderMark)) record.remove_prefix(kByteOrderMark.size());
  std::vector<CsvSpan> fields;
  const CsvRecordScan scan = scan_csv_record(record, 0, true, layout.dialect, &fields);
  return scan.status == CsvScan::complete &&
         std::equal(fields.begin(), fields.end(), layout.header.begin(), layout.header.end(),
                    [&](const CsvSpan& field, const std::string& name) {
                      return same_name(record, field, layout.dialect, name);
                    });
}

bool is_left_out(std::string_view record, const InputLayout& layout) {
  std::vector<CsvSpan> fields;
  if (scan_csv_record(record, 0, true, layout.dialect, &fields).status != CsvScan::complete)
    return false;
  if (begins_as_comment(record) && fields.size() != layout.width) return true;
  return fields.size() > 1 && std::ranges::all_of(fields, [&](const CsvSpan& field) {
           return trim_blanks(record.substr(field.begin, field.end - field.begin)).empty();
         });
}

bool names_total(std::string_view record, const InputLayout& layout) {
  std::vector<CsvSpan> fields;
  return scan_csv_record(record, 0, true, layout.dialect, &fields).status == CsvScan::complete &&
         std::any_of(fields.begin(), fields.end(), [&](const CsvSpan& field) {
           return begins_with_total_word(record.substr(field.begin, field.end - field.begin));
         });
}

}  // namespace footfall
