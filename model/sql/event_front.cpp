#include "model/sql/event_front.h"

#include <algorithm>

#include "model/core/decimal.h"
#include "model/parse/csv_record.h"

namespace footfall {
namespace {

constexpr std::size_t kShownFront = 80;

std::string without_doubled_quotes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '"') ++i;
  }
  return out;
}

// The names in the first record that is no blank line, and where the next record begins.
std::optional<CsvRecordScan> read_header(std::string_view head, bool head_is_all,
                                         const CsvDialect& dialect,
                                         std::vector<std::string>& names) {
  std::vector<CsvSpan> spans;
  CsvRecordScan scan;
  for (std::size_t at = 0; at < head.size(); at = scan.next) {
    scan = scan_csv_record(head, at, head_is_all, dialect, &spans);
    if (scan.status == CsvScan::need_more) return std::nullopt;
    if (scan.status != CsvScan::complete) return scan;
    if (is_blank_line(head.substr(at, scan.content_end - at))) continue;
    for (const CsvSpan& span : spans) {
      const std::string_view text = trim_blanks(head.substr(span.begin, span.end - span.begin));
      names.push_back(span.doubled_quotes ? without_doubled_quotes(text) : std::string(text));
    }
    return scan;
  }
  if (!head_is_all) return std::nullopt;
  scan.next = head.size();
  return scan;
}

}  // namespace

Result<std::optional<EventFront>> read_event_front(const std::string& path, std::string_view head,
                                                   bool head_is_all, const InputOptions& options) {
  EventFront front;
  auto layout = make_layout({path, head, head_is_all, options, ReportKinds::all(), false});
  const bool any_csv = options.format == InputFormat::csv && options.header != HeaderMode::no;
  if (!layout && any_csv && layout.error().kind != ErrorKind::binary_input) {
    InputOptions headless = options;
    headless.header = HeaderMode::no;
    layout = make_layout({path, head, head_is_all, headless, ReportKinds::all(), false});
    if (layout && *layout) (*layout)->kinds = ReportKinds();
  }
  if (!layout) {
    // Which of the columns of which report is missing is not the question here.
    if (layout.error().kind != ErrorKind::missing_column) return layout.error();
    return Error{ErrorKind::unknown_format,
                 path,
                 std::string(head.substr(0, std::min(head.find('\n'), kShownFront))),
                 {}};
  }
  if (!*layout) return std::optional<EventFront>();
  front.layout = std::move(**layout);
  if (front.layout.format == InputFormat::csv && options.header != HeaderMode::no) {
    const auto header = read_header(head, head_is_all, front.layout.dialect, front.names);
    if (!header) return std::optional<EventFront>();
    if (header->status != CsvScan::complete)
      return Error{ErrorKind::unknown_format, path, std::string(head.substr(0, kShownFront)), {}};
    front.layout.header_bytes = header->next;
    front.layout.header_lines = static_cast<std::size_t>(
        std::count(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(header->next), '\n'));
  }
  return std::optional<EventFront>(std::move(front));
}

}  // namespace footfall
