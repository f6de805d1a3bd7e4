#include "model/parse/csv_cutter.h"

namespace footfall {

std::size_t CsvCutter::last_record_end(std::string_view text) {
  if (text.find(dialect_.quote) == std::string_view::npos) {
    const std::size_t line_end = text.rfind('\n');
    return line_end == std::string_view::npos ? 0 : line_end + 1;
  }
  if (dialect_.indexable()) {
    index_.build(text, dialect_, path_);
    if (index_.regular()) return index_.last_line_end();
  }
  std::size_t cut = 0;
  while (cut < text.size()) {
    const CsvRecordScan scan = scan_csv_record(text, cut, false, dialect_, nullptr);
    if (scan.status == CsvScan::need_more || text[scan.next - 1] != '\n') break;
    cut = scan.next;
  }
  return cut;
}

}  // namespace footfall
