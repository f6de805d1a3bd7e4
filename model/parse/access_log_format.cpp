#include "model/parse/access_log_format.h"

#include <algorithm>
#include <cstring>

#include "model/parse/json_cutter.h"
#include "model/parse/log_plan.h"
#include "model/parse/record_sample.h"
#include "model/report/cleaning_names.h"

namespace footfall {
namespace {

bool opens_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(std::string_view(" \n\r\t\0\xEF\xBB\xBF", 8));
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

// The names by which any JSON says that it holds visits or requests.
bool has_own_names(const InputHead& head) {
  const std::string_view front = head.text.substr(0, std::size_t{1} << 16);
  const auto has = [&](std::string_view name) {
    return front.find(name) != std::string_view::npos;
  };
  return has("\"page_url\"") && (has("\"visitor_id\"") || has("\"status\"") || has("\"bytes\""));
}

// A person has said how columns or keys are read, or every key is wanted.
bool is_read_by_names(const InputHead& head) {
  return !head.options.columns.empty() || !head.options.expected_header.empty() ||
         head.options.header != HeaderMode::detect || head.options.delimiter.has_value() ||
         head.options.skip.has_value();
}

std::vector<RoleFound> roles_found(EventType type, const LogPlan& plan) {
  const LogDescription& format = plan.format->description();
  std::vector<RoleFound> roles;
  const auto name_of = [&](LogField field) -> std::string {
    for (const LogDescription::Member& member : format.members)
      if (member.field == field) return shown_path(member.paths.front());
    for (const LogDescription::Column& column : format.columns)
      if (column.field == field) return column.names.front();
    return std::string(kLogFieldTable[field].name);
  };
  const auto add = [&](std::vector<LogField> fields, std::size_t examples) {
    RoleFound& role = roles.emplace_back();
    std::vector<ColumnRef> joined;
    for (const LogField field : fields)
      if (format.has(field)) joined.push_back({name_of(field), false, {}});
    if (joined.empty()) return;
    role.by = FoundBy::canonical_name;
    role.words.alternatives.push_back(std::move(joined));
    role.examples = plan.examples[examples];
  };
  add({LogField::date, LogField::time}, 0);
  if (format.has(LogField::target))
    add({LogField::target, LogField::query}, 1);
  else
    add({LogField::request}, 1);
  const bool forwarded = plan.client == LogClient::forwarded || !format.has(LogField::client);
  if (type == EventType::visit) {
    add({forwarded ? LogField::forwarded : LogField::client, LogField::agent}, 2);
    return roles;
  }
  add({LogField::status}, 3);
  add({LogField::bytes}, 4);
  return roles;
}

void add_notes(const InputHead& head, const LogPlan& plan, InputLayout& layout) {
  const LogDescription& format = plan.format->description();
  if (!plan.wrapper.empty())
    layout.notes.push_back({ReadingNoteKind::wrapped_lines, {}, plan.wrapper, format.title});
  if (!plan.prefixes.empty())
    layout.notes.push_back({ReadingNoteKind::line_prefixes, {}, {}, prefix_words(plan.prefixes)});
  for (const LogPartFacts& part : kLogPartTable) {
    const LogField telling = told_by(part.part);
    if (plan.cleaning.leave_out.contains(part.part) && telling != LogField::target &&
        plan.sampled > 0 && plan.told[static_cast<std::size_t>(part.part)] == 0)
      layout.notes.push_back({ReadingNoteKind::nothing_left_out,
                              {},
                              std::string(kLogFieldTable[telling].name),
                              std::string(part.name)});
  }
  if (head.options.log.client != LogClient::detect || !format.has(LogField::client)) return;
  if (!plan.beside.empty())
    layout.notes.push_back(
        {plan.all_private ? ReadingNoteKind::client_beside : ReadingNoteKind::clients_shared,
         {},
         plan.connection,
         plan.beside});
  if (!plan.forwarded.empty())
    layout.notes.push_back({plan.client == LogClient::forwarded ? ReadingNoteKind::forwarded_client
                                                                : ReadingNoteKind::connected_client,
                            {},
                            {},
                            plan.forwarded});
}

}  // namespace

bool AccessLogFormat::recognizes(Evidence evidence, const InputHead& head) {
  if ((head.request.wanted & kLoggedEvents).empty()) return false;
  if (evidence != Evidence::known_log && evidence != Evidence::whole_line) return false;
  const bool named = !head.options.log.format.empty();
  if (evidence == Evidence::known_log && named) return true;
  if (is_read_by_names(head)) return false;
  const LogChoice& choice = choose_log_format(head);
  // It is told where the input turns out to be nothing else.
  if (choice.fault) return evidence == Evidence::whole_line;
  const LogTry* const best = choice.best();
  if (best == nullptr) return false;
  if (evidence == Evidence::whole_line) return true;
  if (opens_json(head.text)) {
    const bool json = best->format->way() == LogFormat::Way::json && best->wrapper.empty();
    return !json || (!head.request.as_table && !has_own_names(head));
  }
  return best->lines * 2 >= choice.sampled && best->addressed > 0;
}

Result<std::optional<InputLayout>> AccessLogFormat::read_layout(const InputHead& head) {
  const EventTypes feeds = head.request.wanted & kLoggedEvents;
  if (feeds.empty() || (head.request.required && head.request.wanted != feeds))
    return Error{ErrorKind::unknown_format, head.path, std::string(kDisplayName),
                 "hourly-visitors or requests"};
  Result<std::shared_ptr<const LogPlan>> plan = make_log_plan(head);
  if (!plan) return plan.error();
  InputLayout layout;
  layout.format = kFormat;
  layout.dialect.record_limit = head.options.record_limit;
  layout.feeds = feeds;
  layout.log = *plan;
  const bool objects = (*plan)->format->way() == LogFormat::Way::json || !(*plan)->wrapper.empty();
  if (objects && (*plan)->prefixes.empty()) layout.json = log_json_shape(head);
  if (layout.json.form != JsonShape::Form::lines) {
    layout.header_bytes = layout.json.begin;
    layout.header_lines = static_cast<std::size_t>(
        std::ranges::count(head.text.substr(0, layout.header_bytes), '\n'));
  }
  if (head.request.inspected)
    for (const EventType type : kEventTypes)
      if (feeds.contains(type)) layout.matches[type].roles = roles_found(type, **plan);
  add_notes(head, **plan, layout);
  return std::optional<InputLayout>(std::move(layout));
}

std::unique_ptr<RecordCutter> AccessLogFormat::make_cutter(const InputLayout& layout) {
  if (layout.json.form != JsonShape::Form::lines)
    return std::make_unique<JsonCutter>(layout.json, layout.dialect.record_limit);
  return std::make_unique<LogCutter>(layout.log, layout.dialect.record_limit);
}

std::string AccessLogFormat::details(const InputLayout& layout) {
  if (!layout.log) return {};
  return layout.feeds.empty() ? std::string(" of an unknown format")
                              : ", " + layout.log->format->description().title;
}

// What its rows are made of.
ShownRecords AccessLogFormat::show_records(const InputLayout& layout, std::string_view front,
                                           bool is_all) {
  ShownRecords shown;
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    for (const Role& role : roles_of(type)) shown.columns.emplace_back(role.name);
    sample_records(layout, type, front, is_all, [&](const Field* fields, std::size_t line) {
      if (shown.records.size() == kShownRecords) return;
      ShownRecord& row =
          shown.records.emplace_back(ShownRecord{layout.header_lines + 1 + line, {}, false});
      for (std::size_t i = 0; i < roles_of(type).size(); ++i)
        row.fields.push_back(shown_field(fields[i].text));
    });
    break;
  }
  return shown;
}

Result<Cut> LogCutter::cut(std::string_view text, std::uint64_t offset, bool ended) {
  Result<Cut> cut = RecordCutter::cut(text, offset, ended);
  const LogDescription& format = plan_->format->description();
  if (!cut || cut->end == 0 || format.header.empty()) return cut;
  // Those in front of the last are seen by whoever reads the piece.
  const std::string_view piece = text.substr(0, cut->end);
  std::optional<std::size_t> last;
  for (std::size_t from = 0; from < piece.size();) {
    const void* const found = ::memmem(piece.data() + from, piece.size() - from,
                                       format.header.data(), format.header.size());
    if (found == nullptr) break;
    const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - piece.data());
    const std::size_t begin = at == 0 ? 0 : piece.rfind('\n', at - 1) + 1;
    if (begin + marks_before(piece.substr(begin, at - begin)) == at) last = at;
    // What else stands in the line does not begin it.
    from = std::min(piece.find('\n', at), piece.size() - 1) + 1;
  }
  if (last) {
    std::string_view line = piece.substr(*last, piece.find('\n', *last) - *last);
    if (line.ends_with('\r')) line.remove_suffix(1);
    plan_->names->add(offset + *last, read_log_names(format, line));
  }
  return cut;
}

Result<std::vector<EventColumn>> AccessLogFormat::table_columns(const TableInput& input) {
  if (!input.columns.empty())
    return Error{ErrorKind::bad_option, "--columns", listed(input.columns),
                 "it for CSV and NDJSON; an access log has columns of its own"};
  std::vector<EventColumn> columns;
  for (const char* name :
       {"timestamp", "page_url", "visitor_id", "host", "user_agent", "status", "bytes", "line"})
    columns.push_back({name, false, false});
  return columns;
}

static_assert(RecordSink<LogTape>);

}  // namespace footfall
