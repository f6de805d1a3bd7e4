#include "model/parse/csv_format.h"

#include <algorithm>
#include <utility>

#include "model/core/letter_case.h"
#include "model/parse/csv_cutter.h"
#include "model/parse/table_records.h"
#include "model/parse/table_shape.h"

namespace footfall {
namespace {

constexpr std::size_t kShownFront = 80;  // bytes of what is no table quoted in an error

Error unknown_text(const InputHead& head, std::size_t most) {
  return Error{ErrorKind::unknown_format, head.path, std::string(head.text.substr(0, most)), {}};
}

std::size_t count_lines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

InputLayout layout_of(const InputHead& head, const TableShape& shape) {
  InputLayout layout;
  layout.format = InputFormat::csv;
  layout.dialect = shape.dialect;
  layout.header_bytes = shape.header.next;
  layout.header_lines = count_lines(head.text.substr(0, shape.header.next));
  layout.lines_left_out = count_lines(head.text.substr(0, shape.header.begin));
  if (shape.headed) layout.header = shape.header.names;
  layout.width = shape.header.names.size();
  return layout;
}

std::string header_as_written(const InputHead& head, const TableShape& shape) {
  std::string_view line =
      head.text.substr(shape.header.begin, shape.header.next - shape.header.begin);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return std::string(line.substr(0, kShownHeader));
}

Result<std::optional<InputLayout>> without_header(const InputHead& head, const TableShape& shape) {
  const InputOptions& options = head.options;
  InputLayout layout = layout_of(head, shape);
  std::size_t width = options.columns.empty() ? 0 : layout.width;
  for (const EventType type : kEventTypes) {
    if (!head.request.wanted.contains(type)) continue;
    width = std::max(width, roles_of(type).size());
    for (const Role& role : roles_of(type)) {
      const auto mapped = options.columns.find(role.name);
      if (mapped == options.columns.end()) continue;
      const std::optional<SourceWords> words = parse_source(mapped->second);
      for (const auto& joined : words ? words->alternatives : decltype(words->alternatives)())
        for (const ColumnRef& ref : joined) {
          if (!ref.number)
            return Error{ErrorKind::bad_option, "--map",
                         std::string(role.name) + "=" + mapped->second,
                         "a column number from 1, since the file has no header"};
          width = std::max(width, *ref.number + 1);
        }
    }
  }
  layout.width = width;
  Offer offer(std::vector<std::string>(width), {});
  std::optional<Error> fault;  // of the report that comes nearest
  std::size_t most = 0;
  for (const EventType type : kEventTypes) {
    if (!head.request.wanted.contains(type)) continue;
    RoleMatch match;
    if (!options.columns.empty()) {
      match = match_roles(type, offer, false, options, head.path);
      if (match.fault) return *match.fault;
      if (!head.request.required) want_telling_roles(type, offer, false, match);
      if (!match.absent.empty()) {
        Error missing = missing_roles(type, match, offer, head.path, "no header");
        if (head.request.required) return missing;
        if (!fault || match.found() > most) fault = std::move(missing);
        most = std::max(most, match.found());
        layout.matches[type] = std::move(match);
        continue;
      }
    } else if (!head.request.required &&
               std::ranges::any_of(roles_of(type), [](const Role& r) { return r.telling > 0; })) {
      continue;  // nothing tells it
    } else {
      for (std::size_t i = 0; i < roles_of(type).size(); ++i) {
        RoleFound& found = match.roles.emplace_back();
        found.by = FoundBy::map;
        found.made.alternatives = {{i}};
        found.words.alternatives = {{{{}, false, i}}};
      }
    }
    layout.feed(type, std::move(match), offer);
  }
  if (fault && layout.feeds.empty() && !head.request.inspected) return *fault;
  return std::optional<InputLayout>(std::move(layout));
}

Result<std::optional<InputLayout>> with_header(const InputHead& input, const TableShape& shape) {
  InputLayout layout = layout_of(input, shape);
  const HeaderLine& header = shape.header;
  if (header.names.empty()) {  // empty input: a report without rows
    layout.feeds = input.request.wanted;
    for (const EventType type : kEventTypes) layout.roles[type].resize(roles_of(type).size());
    return std::optional<InputLayout>(std::move(layout));
  }
  const std::string written = header_as_written(input, shape);
  const std::vector<std::string>& expected = input.options.expected_header;
  if (!expected.empty() && expected != header.names)
    return Error{ErrorKind::other_header, input.path, written, listed(expected)};
  TableSample sample(input.text, input.is_all, header.next, shape.dialect, header.names.size());
  Offer offer(header.names, [&](std::size_t column) -> const std::vector<Field>& {
    return sample.column(column);
  });

  Result<std::optional<InputLayout>> fed = feed_reports(input, offer, written, std::move(layout));
  if (fed) return fed;
  if (input.text.substr(0, 4096).find('\0') != std::string_view::npos)
    return Error{ErrorKind::binary_input, input.path, "a NUL byte near its beginning", {}};
  if (!header.complete) return unknown_text(input, kShownHeader);
  Error fault = fed.error();
  if (fault.kind != ErrorKind::missing_roles) return fault;
  const bool known = std::ranges::any_of(header.names, is_role_name);
  const auto is_data = [](const std::string& name) {
    const Field field{name, FieldKind::text};
    return !name.empty() &&
           (value_fits(ValueKind::time, field) || value_fits(ValueKind::number, field));
  };
  if (!known && std::ranges::any_of(header.names, is_data))
    return Error{ErrorKind::no_header, input.path, written, fault.expected};
  if (header.names.size() == 1)
    return Error{ErrorKind::one_column, input.path, written, fault.expected};
  return fault;
}

Result<std::optional<InputLayout>> layout_by_roles(const InputHead& head) {
  const std::optional<TableShape> shape = find_table_shape(head);
  if (!shape) {
    if (head.text.size() > head.options.record_limit) return unknown_text(head, kShownHeader);
    return std::optional<InputLayout>();
  }
  return shape->headed ? with_header(head, *shape) : without_header(head, *shape);
}

// As a table whatever its columns are.
Result<std::optional<InputLayout>> with_any_header(const InputHead& input) {
  const std::optional<TableShape> shape = find_table_shape(input);
  if (!shape) return std::optional<InputLayout>();
  if (!shape->header.complete) return unknown_text(input, kShownFront);
  return std::optional<InputLayout>(layout_of(input, *shape));
}

Result<std::optional<InputLayout>> layout_of_table(const InputHead& input) {
  Result<std::optional<InputLayout>> layout = layout_by_roles(input);
  const bool headed = input.options.header != HeaderMode::no;
  if (!layout && headed && input.options.format == InputFormat::csv &&
      layout.error().kind != ErrorKind::binary_input)
    layout = with_any_header(input);
  // Which of the columns of which report is missing is not the question here.
  if (!layout && (layout.error().kind == ErrorKind::missing_column ||
                  layout.error().kind == ErrorKind::missing_roles))
    return unknown_text(input, std::min(input.text.find('\n'), kShownFront));
  return layout;
}

}  // namespace

bool CsvFormat::recognizes(Evidence evidence, const InputHead& head) {
  if (head.options.sheet) return true;
  // Without a header nothing but the first line tells another format.
  if (evidence != Evidence::header) return false;
  if (head.options.header == HeaderMode::no) return true;
  InputHead by_roles = head;
  by_roles.request.inspected = false;
  return static_cast<bool>(layout_by_roles(by_roles));
}

Result<std::optional<InputLayout>> CsvFormat::read_layout(const InputHead& head) {
  if (head.request.as_table) return layout_of_table(head);
  return layout_by_roles(head);
}

std::unique_ptr<RecordCutter> CsvFormat::make_cutter(const InputLayout& layout) {
  return std::make_unique<CsvCutter>(layout.dialect);
}

std::string CsvFormat::details(const InputLayout& layout) {
  switch (layout.dialect.delimiter) {
    case ',':
      return "";
    case ';':
      return ", semicolons";
    case '\t':
      return ", tabs";
    case '|':
      return ", bars";
    default:
      return std::string(", delimiter ") + layout.dialect.delimiter;
  }
}

ShownRecords CsvFormat::show_records(const InputLayout& layout, std::string_view front,
                                     bool is_all) {
  ShownRecords shown{layout.header, {}};
  std::size_t width = layout.header.empty() ? 0 : layout.width;
  TableRecords(layout).walk(front, front.size(), is_all, [&](const TableRecord& record) {
    ShownRecord& row = shown.records.emplace_back(
        ShownRecord{record.line, {}, record.status != CsvScan::complete});
    if (row.broken) row.fields.push_back(shown_field(record.text));
    for (const std::string& field : record.fields) row.fields.push_back(shown_field(field));
    if (!row.broken) width = std::max(width, row.fields.size());
    return shown.records.size() < kShownRecords;
  });
  shown.columns.resize(std::min(width, kShownColumns));
  return shown;
}

void CsvFormat::RoleParser::follow(const InputLayout& layout, EventType events) {
  layout_.dialect = layout.dialect;
  layout_.width = layout.width;
  layout_.columns.clear();
  layout_.plain_values = layout.forms[events].plain();
  std::vector<JsonColumnPlace> places;
  for (const RoleSource& source : layout.roles[events]) {
    if (!source.keys.empty())
      places.push_back({layout_.columns.size(), source.column, source.keys, source.must_occur});
    layout_.columns.push_back(source.column);
  }
  json_ = JsonColumnReader(places);
  found_ = 0;
}

Result<std::vector<EventColumn>> CsvFormat::table_columns(const TableInput& input) {
  std::vector<std::string> names = input.layout.header;
  if (names.empty() && input.layout.header_bytes == 0) names = input.columns;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i].empty()) names[i] = "column_" + std::to_string(i + 1);
  if (Status distinct = check_distinct(input.path, names); !distinct) return distinct.error();
  std::vector<EventColumn> columns;
  for (const std::string& name : input.columns.empty() ? names : input.columns) {
    const auto found = std::ranges::find_if(
        names, [&](const std::string& n) { return equal_in_any_case(n, name); });
    // An empty file has no header to look for names in.
    if (found == names.end() && !names.empty())
      return Error{ErrorKind::missing_column, input.path, listed(names), name};
    columns.push_back({name, false, false});
    if (found != names.end())
      columns.back().column = static_cast<std::size_t>(found - names.begin());
  }
  return columns;
}

void CsvFormat::TableParser::follow(const InputLayout& layout,
                                    const std::vector<EventColumn>& columns) {
  layout_.dialect = layout.dialect;
  // Without a header all columns were named.
  layout_.width = layout.header.empty() ? columns.size() : layout.header.size();
  for (const EventColumn& column : columns) layout_.columns.push_back(column.column);
}

}  // namespace footfall
