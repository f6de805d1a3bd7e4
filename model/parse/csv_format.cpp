#include "model/parse/csv_format.h"

#include <algorithm>
#include <charconv>

#include "model/core/decimal.h"
#include "model/core/letter_case.h"
#include "model/parse/csv_cutter.h"

namespace footfall {
namespace {

constexpr std::size_t kShownFront = 80;  // bytes of what is no table quoted in an error

struct Header {
  std::size_t next = 0;            // where the next record begins
  bool complete = true;            // else `names` is the record as far as it goes
  std::vector<std::string> names;  // lower case, trimmed
  std::vector<std::string> shown;  // trimmed, without quotes
};

std::string without_doubled_quotes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '"') ++i;
  }
  return out;
}

// The first record that is no blank line. No value: more text is needed; a header without names:
// the input has no record.
std::optional<Header> read_first_record(const InputHead& input, const CsvDialect& dialect) {
  const std::string_view head = input.text;
  std::vector<CsvSpan> spans;
  Header header;
  for (std::size_t at = 0; at < head.size();) {
    const CsvRecordScan scan = scan_csv_record(head, at, input.is_all, dialect, &spans);
    if (scan.status == CsvScan::need_more) return std::nullopt;
    const std::string_view record = head.substr(at, scan.content_end - at);
    header.next = scan.next;
    header.complete = scan.status == CsvScan::complete;
    if (header.complete && is_blank_line(record)) {
      at = scan.next;
      continue;
    }
    if (!header.complete) {
      header.names.emplace_back(record.substr(0, kShownHeader));
      return header;
    }
    for (const CsvSpan& span : spans) {
      const std::string_view name = trim_blanks(head.substr(span.begin, span.end - span.begin));
      header.names.push_back(lower_case(name));
      header.shown.push_back(span.doubled_quotes ? without_doubled_quotes(name)
                                                 : std::string(name));
    }
    return header;
  }
  if (!input.is_all) return std::nullopt;
  header.next = head.size();
  return header;
}

std::optional<std::size_t> column_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number - 1;
}

// The columns of a report's roles under a header, or what is wrong; `present`: how many roles have
// a column.
Result<std::vector<RoleSource>> match_columns(const InputHead& head, EventType type,
                                              const Header& header, std::size_t& present) {
  const InputOptions& options = head.options;
  std::string shown;
  for (const std::string& name : header.names) shown += (shown.empty() ? "" : ",") + name;
  shown.resize(std::min(shown.size(), kShownHeader));
  std::vector<RoleSource> columns;
  std::optional<Error> fault;
  present = 0;
  for (const Role& role : roles_of(type)) {
    const auto mapped = options.columns.find(role.name);
    const std::string given =
        mapped == options.columns.end() ? std::string(role.name) : mapped->second;
    const std::string wanted = lower_case(trim_blanks(given));
    const auto found = std::find(header.names.begin(), header.names.end(), wanted);
    if (found == header.names.end()) {
      const auto number = mapped == options.columns.end() ? std::nullopt : column_number(wanted);
      if (number && *number < header.names.size()) {
        columns.push_back({*number, {}});
        ++present;
        continue;
      }
      if (!fault && (role.column_required || mapped != options.columns.end()))
        fault = Error{ErrorKind::missing_column, head.path, shown, given};
      columns.emplace_back();
      continue;
    }
    ++present;
    if (!fault && std::find(found + 1, header.names.end(), wanted) != header.names.end())
      fault = Error{ErrorKind::doubled_column, head.path, shown, given};
    columns.push_back({static_cast<std::size_t>(found - header.names.begin()), {}});
  }
  if (fault) return *fault;
  return columns;
}

std::vector<char> delimiters_to_try(const InputOptions& options) {
  if (options.delimiter) return {*options.delimiter};
  return {',', ';', '\t', '|'};
}

std::size_t count_lines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

void take_header(const InputHead& input, const Header& header, InputLayout& layout) {
  layout.header_bytes = header.next;
  layout.header_lines = count_lines(input.text.substr(0, header.next));
  layout.header = header.shown;
  layout.width = header.names.size();
}

Result<std::optional<InputLayout>> without_header(const InputHead& head) {
  const InputOptions& options = head.options;
  InputLayout layout;
  layout.format = InputFormat::csv;
  layout.dialect = {',', options.quoted_limit, options.record_limit};
  layout.feeds = head.request.wanted;
  std::size_t most_roles = 0;
  for (const EventType type : kEventTypes)
    if (head.request.wanted.contains(type))
      most_roles = std::max(most_roles, roles_of(type).size());
  // The delimiter that cuts the first record into most fields, the earlier one on a tie.
  std::size_t first_width = 0;
  for (char delimiter : delimiters_to_try(options)) {
    CsvDialect dialect = layout.dialect;
    dialect.delimiter = delimiter;
    const std::optional<Header> first = read_first_record(head, dialect);
    if (!first) return std::optional<InputLayout>();
    if (first->names.size() > first_width || options.delimiter) {
      first_width = first->names.size();
      layout.dialect.delimiter = delimiter;
    }
  }
  layout.width = most_roles;
  for (const EventType type : kEventTypes) {
    if (!head.request.wanted.contains(type)) continue;
    std::vector<RoleSource>& columns = layout.roles[type];
    for (const Role& role : roles_of(type)) {
      std::size_t column = columns.size();
      if (!options.columns.empty()) {
        layout.width = std::max(layout.width, first_width);
        const auto mapped = options.columns.find(role.name);
        column = CsvLayout::kAbsent;
        if (mapped != options.columns.end()) {
          const std::optional<std::size_t> number = column_number(mapped->second);
          if (!number)
            return Error{ErrorKind::bad_option, "--map",
                         std::string(role.name) + "=" + mapped->second,
                         "a column number from 1, since the file has no header"};
          column = *number;
          layout.width = std::max(layout.width, column + 1);
        } else if (role.column_required) {
          return Error{ErrorKind::missing_column, head.path, "no header", std::string(role.name)};
        }
      }
      columns.push_back({column, {}});
    }
  }
  return std::optional<InputLayout>(std::move(layout));
}

Result<std::optional<InputLayout>> with_header(const InputHead& input) {
  const std::string_view head = input.text;
  const InputOptions& options = input.options;
  std::optional<Error> fault;
  std::size_t nearest = 0;  // roles that the report which `fault` speaks of has columns for
  for (char delimiter : delimiters_to_try(options)) {
    InputLayout layout;
    layout.format = InputFormat::csv;
    layout.dialect = {delimiter, options.quoted_limit, options.record_limit};
    const std::optional<Header> header = read_first_record(input, layout.dialect);
    if (!header) {
      if (head.size() > options.record_limit) break;
      return std::optional<InputLayout>();
    }
    take_header(input, *header, layout);
    if (header->names.empty()) {  // empty input: a report without rows
      layout.feeds = input.request.wanted;
      for (const EventType type : kEventTypes) layout.roles[type].resize(roles_of(type).size());
      return std::optional<InputLayout>(std::move(layout));
    }
    bool all = true;
    for (const EventType type : kEventTypes) {
      if (!input.request.wanted.contains(type)) continue;
      std::size_t present = 0;
      Result<std::vector<RoleSource>> columns = match_columns(input, type, *header, present);
      if (columns) {
        layout.roles[type] = std::move(*columns);
        layout.feeds.insert(type);
      } else {
        all = false;
        // The report that comes nearest is the one meant, under the delimiter where it does; a
        // doubled column says more than an absent one.
        const bool says_more = present == nearest && fault &&
                               fault->kind == ErrorKind::missing_column &&
                               columns.error().kind == ErrorKind::doubled_column;
        if (!fault || present > nearest || says_more) {
          fault = columns.error();
          nearest = present;
        }
      }
    }
    if (input.request.required ? all : !layout.feeds.empty())
      return std::optional<InputLayout>(std::move(layout));
  }
  if (head.substr(0, 4096).find('\0') != std::string_view::npos)
    return Error{ErrorKind::binary_input, input.path, "a NUL byte near its beginning", {}};
  if (!fault)
    fault =
        Error{ErrorKind::unknown_format, input.path, std::string(head.substr(0, kShownHeader)), {}};
  return *fault;
}

// As a table whatever its columns are: under the delimiter that makes most of the first record.
Result<std::optional<InputLayout>> with_any_header(const InputHead& input) {
  Result<std::optional<InputLayout>> layout = without_header(input);
  if (!layout || !*layout) return layout;
  (*layout)->feeds = EventTypes();
  const std::optional<Header> header = read_first_record(input, (*layout)->dialect);
  if (!header) return std::optional<InputLayout>();
  if (!header->complete)
    return Error{
        ErrorKind::unknown_format, input.path, std::string(input.text.substr(0, kShownFront)), {}};
  take_header(input, *header, **layout);
  return layout;
}

Result<std::optional<InputLayout>> layout_of_table(const InputHead& input) {
  const bool headed = input.options.header != HeaderMode::no;
  Result<std::optional<InputLayout>> layout = headed ? with_header(input) : without_header(input);
  if (!layout && headed && input.options.format == InputFormat::csv &&
      layout.error().kind != ErrorKind::binary_input)
    layout = with_any_header(input);
  // Which of the columns of which report is missing is not the question here.
  if (!layout && layout.error().kind == ErrorKind::missing_column)
    return Error{ErrorKind::unknown_format,
                 input.path,
                 std::string(input.text.substr(0, std::min(input.text.find('\n'), kShownFront))),
                 {}};
  return layout;
}

}  // namespace

bool CsvFormat::recognizes(Evidence evidence, const InputHead& head) {
  // Without a header nothing but the first line tells another format.
  return evidence == Evidence::header &&
         (head.options.header == HeaderMode::no || with_header(head));
}

Result<std::optional<InputLayout>> CsvFormat::read_layout(const InputHead& head) {
  if (head.request.as_table) return layout_of_table(head);
  return head.options.header == HeaderMode::no ? without_header(head) : with_header(head);
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

void CsvFormat::RoleParser::follow(const InputLayout& layout, EventType events) {
  layout_.dialect = layout.dialect;
  layout_.width = layout.width;
  layout_.columns.clear();
  for (const RoleSource& source : layout.roles[events]) layout_.columns.push_back(source.column);
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
