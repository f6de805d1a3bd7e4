#include "model/parse/table_records.h"

#include <algorithm>

namespace footfall {

void TableRecords::walk(std::string_view text, std::size_t size, bool is_all,
                        const std::function<bool(TableRecord&)>& take) {
  for (std::size_t at = 0; at < size;) {
    const CsvRecordScan scan = scan_csv_record(text, at, is_all, layout_.dialect, &spans_);
    if (scan.status == CsvScan::need_more || scan.next <= at) return;
    record_.line = line_;
    record_.status = scan.status;
    record_.text = text.substr(at, scan.content_end - at);
    record_.fields.clear();
    if (scan.status == CsvScan::complete)
      for (const CsvSpan& span : spans_) {
        const std::string_view raw = text.substr(span.begin, span.end - span.begin);
        std::string& field = record_.fields.emplace_back(raw);
        if (span.escaped)
          field.resize(static_cast<std::size_t>(
              unescape_quotes(raw, layout_.dialect, field.data()) - field.data()));
      }
    const std::string_view taken = text.substr(at, scan.next - at);
    line_ += static_cast<std::uint64_t>(std::ranges::count(taken, '\n'));
    at = scan.next;
    if (!is_passed_over(record_) && !take(record_)) return;
  }
}

bool TableRecords::is_passed_over(const TableRecord& record) const {
  if (record.status != CsvScan::complete) return false;
  const std::vector<std::string>& fields = record.fields;
  return is_blank_line(record.text) ||
         (fields.size() > 1 && std::ranges::all_of(fields, &std::string::empty)) ||
         (record.text.starts_with('#') && fields.size() != layout_.width);
}

}  // namespace footfall
