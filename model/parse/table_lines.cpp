#include "model/parse/table_lines.h"

#include <algorithm>
#include <vector>

#include "model/core/decimal.h"
#include "model/parse/total_words.h"

namespace footfall {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostInFront = 8;  // blanks, a mark, a quote before the first name

std::string_view bare(std::string_view name) {
  name = trim_blanks(name);
  while (name.starts_with(kByteOrderMark)) name = trim_blanks(name.substr(kByteOrderMark.size()));
  return name;
}

// With each quote that is doubled in the text once.
bool same_name(std::string_view text, bool doubled_quotes, std::string_view name) {
  text = bare(text);
  name = bare(name);
  if (!doubled_quotes) return text == name;
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.size(); ++i, ++at) {
    if (at == name.size() || text[i] != name[at]) return false;
    if (text[i] == '"') ++i;
  }
  return at == name.size();
}

}  // namespace

bool repeats_header(std::string_view record, const InputLayout& layout) {
  if (layout.header.empty()) return false;
  const std::string_view first = bare(layout.header[0]);
  if (layout.header[0].find('"') == std::string::npos &&
      record.substr(0, first.size() + kMostInFront).find(first) == std::string_view::npos)
    return false;
  while (record.starts_with(kByteOrderMark)) record.remove_prefix(kByteOrderMark.size());
  std::vector<CsvSpan> fields;
  const CsvRecordScan scan = scan_csv_record(record, 0, true, layout.dialect, &fields);
  return scan.status == CsvScan::complete &&
         std::equal(fields.begin(), fields.end(), layout.header.begin(), layout.header.end(),
                    [&](const CsvSpan& field, const std::string& name) {
                      return same_name(record.substr(field.begin, field.end - field.begin),
                                       field.doubled_quotes, name);
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
