#include "model/parse/access_log_format.h"

#include <algorithm>

namespace footfall {
namespace {

bool looks_like_log(std::string_view line) {
  const std::size_t time = line.find(" [");
  if (time == std::string_view::npos || time == 0) return false;
  const std::size_t time_end = line.find("] \"", time);
  return time_end != std::string_view::npos &&
         line.substr(0, time).find(' ') != std::string_view::npos;
}

}  // namespace

bool AccessLogFormat::recognizes(Evidence evidence, const InputHead& head) {
  return evidence == Evidence::whole_line && head.request.wanted.contains(EventType::visit) &&
         std::ranges::any_of(head.lines, looks_like_log);
}

Result<std::optional<InputLayout>> AccessLogFormat::read_layout(const InputHead& head) {
  if (!head.request.wanted.contains(EventType::visit) ||
      (head.request.required && head.request.wanted != EventTypes(EventType::visit)))
    return Error{ErrorKind::unknown_format, head.path, std::string(kDisplayName),
                 "hourly-visitors"};
  InputLayout layout;
  layout.format = kFormat;
  layout.dialect.record_limit = head.options.record_limit;
  layout.feeds = EventType::visit;
  return std::optional<InputLayout>(std::move(layout));
}

std::unique_ptr<RecordCutter> AccessLogFormat::make_cutter(const InputLayout& layout) {
  return std::make_unique<LineCutter>(layout.dialect.record_limit);
}

Result<std::vector<EventColumn>> AccessLogFormat::table_columns(const TableInput& input) {
  if (!input.columns.empty())
    return Error{ErrorKind::bad_option, "--columns", listed(input.columns),
                 "it for CSV and NDJSON; an access log has columns of its own"};
  std::vector<EventColumn> columns;
  for (const char* name : {"timestamp", "page_url", "visitor_id", "host", "user_agent", "line"})
    columns.push_back({name, false, false});
  return columns;
}

}  // namespace footfall
