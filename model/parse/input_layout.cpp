#include "model/parse/input_layout.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/core/decimal.h"
#include "model/core/letter_case.h"
#include "model/parse/csv_parser.h"

namespace footfall {
namespace {

constexpr std::size_t kShownHeader = 200;  // bytes of a header quoted in an error
constexpr std::size_t kSampleLines = 20;

// The first lines that are not blank, at most kSampleLines.
std::vector<std::string_view> sample_lines(std::string_view head) {
  std::vector<std::string_view> lines;
  while (!head.empty() && lines.size() < kSampleLines) {
    const std::size_t end = head.find('\n');
    std::string_view line = head.substr(0, end);
    head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!is_blank_line(line)) lines.push_back(line);
  }
  return lines;
}

bool looks_like_log(std::string_view line) {
  const std::size_t time = line.find(" [");
  if (time == std::string_view::npos || time == 0) return false;
  const std::size_t time_end = line.find("] \"", time);
  return time_end != std::string_view::npos &&
         line.substr(0, time).find(' ') != std::string_view::npos;
}

struct Header {
  std::size_t begin = 0;
  std::size_t next = 0;
  std::vector<std::string> names;  // lower case, trimmed
};

// The first record that is no blank line. No value: more text is needed; a header without names:
// the input has no record.
std::optional<Header> read_first_record(std::string_view head, bool head_is_all,
                                        const CsvDialect& dialect) {
  std::vector<CsvSpan> spans;
  Header header;
  for (std::size_t at = 0; at < head.size();) {
    const CsvRecordScan scan = scan_csv_record(head, at, head_is_all, dialect, &spans);
    if (scan.status == CsvScan::need_more) return std::nullopt;
    const std::string_view record = head.substr(at, scan.content_end - at);
    header.begin = at;
    header.next = scan.next;
    if (scan.status == CsvScan::complete && is_blank_line(record)) {
      at = scan.next;
      header.begin = scan.next;
      continue;
    }
    if (scan.status != CsvScan::complete) {
      header.names.emplace_back(record.substr(0, kShownHeader));
      return header;
    }
    for (const CsvSpan& span : spans)
      header.names.push_back(
          lower_case(trim_blanks(head.substr(span.begin, span.end - span.begin))));
    return header;
  }
  if (!head_is_all) return std::nullopt;
  header.begin = header.next = head.size();
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
Result<std::vector<std::size_t>> match_columns(const std::string& path, ReportKind kind,
                                               const Header& header, const InputOptions& options,
                                               std::size_t& present) {
  std::string shown;
  for (const std::string& name : header.names) shown += (shown.empty() ? "" : ",") + name;
  shown.resize(std::min(shown.size(), kShownHeader));
  std::vector<std::size_t> columns;
  std::optional<Error> fault;
  present = 0;
  for (const Role& role : roles_of(kind)) {
    const auto mapped = options.columns.find(role.name);
    const std::string given =
        mapped == options.columns.end() ? std::string(role.name) : mapped->second;
    const std::string wanted = lower_case(trim_blanks(given));
    const auto found = std::find(header.names.begin(), header.names.end(), wanted);
    if (found == header.names.end()) {
      const auto number = mapped == options.columns.end() ? std::nullopt : column_number(wanted);
      if (number && *number < header.names.size()) {
        columns.push_back(*number);
        ++present;
        continue;
      }
      if (!fault && (role.column_required || mapped != options.columns.end()))
        fault = Error{ErrorKind::missing_column, path, shown, given};
      columns.push_back(CsvLayout::kAbsent);
      continue;
    }
    ++present;
    if (!fault && std::find(found + 1, header.names.end(), wanted) != header.names.end())
      fault = Error{ErrorKind::doubled_column, path, shown, given};
    columns.push_back(static_cast<std::size_t>(found - header.names.begin()));
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

Result<std::optional<InputLayout>> csv_without_header(const std::string& path,
                                                      std::string_view head, bool head_is_all,
                                                      const InputOptions& options,
                                                      ReportKinds wanted) {
  InputLayout layout;
  layout.dialect = {',', options.quoted_limit, options.record_limit};
  layout.kinds = wanted;
  std::size_t most_roles = 0;
  for (ReportKind kind : kAllReports)
    if (wanted.contains(kind)) most_roles = std::max(most_roles, roles_of(kind).size());
  // The delimiter that cuts the first record into most fields, the earlier one on a tie.
  std::size_t first_width = 0;
  for (char delimiter : delimiters_to_try(options)) {
    CsvDialect dialect = layout.dialect;
    dialect.delimiter = delimiter;
    const std::optional<Header> first = read_first_record(head, head_is_all, dialect);
    if (!first) return std::optional<InputLayout>();
    if (first->names.size() > first_width || options.delimiter) {
      first_width = first->names.size();
      layout.dialect.delimiter = delimiter;
    }
  }
  layout.width = most_roles;
  for (ReportKind kind : kAllReports) {
    if (!wanted.contains(kind)) continue;
    std::vector<std::size_t>& columns = layout.columns[static_cast<std::size_t>(kind)];
    for (const Role& role : roles_of(kind)) {
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
          return Error{ErrorKind::missing_column, path, "no header", std::string(role.name)};
        }
      }
      columns.push_back(column);
    }
  }
  return std::optional<InputLayout>(std::move(layout));
}

Result<std::optional<InputLayout>> csv_with_header(const std::string& path, std::string_view head,
                                                   bool head_is_all, const InputOptions& options,
                                                   ReportKinds wanted, bool required) {
  std::optional<Error> fault;
  std::size_t nearest = 0;  // roles that the report which `fault` speaks of has columns for
  for (char delimiter : delimiters_to_try(options)) {
    InputLayout layout;
    layout.dialect = {delimiter, options.quoted_limit, options.record_limit};
    const std::optional<Header> header = read_first_record(head, head_is_all, layout.dialect);
    if (!header) {
      if (head.size() > options.record_limit) break;
      return std::optional<InputLayout>();
    }
    layout.header_bytes = header->next;
    layout.header_lines = count_lines(head.substr(0, header->next));
    layout.width = header->names.size();
    if (header->names.empty()) {  // empty input: a report without rows
      layout.kinds = wanted;
      for (ReportKind kind : kAllReports)
        layout.columns[static_cast<std::size_t>(kind)].assign(roles_of(kind).size(),
                                                              CsvLayout::kAbsent);
      return std::optional<InputLayout>(std::move(layout));
    }
    bool all = true;
    for (ReportKind kind : kAllReports) {
      if (!wanted.contains(kind)) continue;
      std::size_t present = 0;
      Result<std::vector<std::size_t>> columns =
          match_columns(path, kind, *header, options, present);
      if (columns) {
        layout.columns[static_cast<std::size_t>(kind)] = std::move(*columns);
        layout.kinds.insert(kind);
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
    if (required ? all : !layout.kinds.empty())
      return std::optional<InputLayout>(std::move(layout));
  }
  if (head.substr(0, 4096).find('\0') != std::string_view::npos)
    return Error{ErrorKind::binary_input, path, "a NUL byte near its beginning", {}};
  if (!fault)
    fault = Error{ErrorKind::unknown_format, path, std::string(head.substr(0, kShownHeader)), {}};
  return *fault;
}

std::vector<std::string> split_path(std::string_view text) {
  std::vector<std::string> keys;
  for (;;) {
    const std::size_t dot = text.find('.');
    keys.emplace_back(text.substr(0, dot));
    if (dot == std::string_view::npos) return keys;
    text.remove_prefix(dot + 1);
  }
}

std::string format_in_words(const InputLayout& layout) {
  switch (layout.format) {
    case InputFormat::ndjson:
      return "NDJSON";
    case InputFormat::access_log:
      return "access log";
    case InputFormat::csv:
    case InputFormat::detect:
      break;
  }
  switch (layout.dialect.delimiter) {
    case ',':
      return "CSV";
    case ';':
      return "CSV, semicolons";
    case '\t':
      return "CSV, tabs";
    case '|':
      return "CSV, bars";
    default:
      return std::string("CSV, delimiter ") + layout.dialect.delimiter;
  }
}

}  // namespace

std::string InputLayout::description() const {
  const std::string words = format_in_words(*this);
  return decoding.empty() ? words : words + ", " + decoding;
}

Result<std::optional<InputLayout>> detect_layout(const std::string& path, std::string_view head,
                                                 bool head_is_all, const InputOptions& options,
                                                 ReportKinds wanted, bool required) {
  InputFormat format = options.format;
  const std::vector<std::string_view> lines = sample_lines(head);
  if (format == InputFormat::detect) {
    const auto opens_object = [](std::string_view line) {
      return trim_blanks(line).substr(0, 1) == "{";
    };
    if (!lines.empty() && opens_object(lines.front())) {
      format = InputFormat::ndjson;
    } else if (options.header != HeaderMode::no) {
      // A matching header outweighs what the lines look like.
      const auto csv = csv_with_header(path, head, head_is_all, options, wanted, required);
      if (csv) return csv;
      if (std::any_of(lines.begin(), lines.end(), looks_like_log) &&
          wanted.contains(ReportKind::hourly_visitors))
        format = InputFormat::access_log;
      else if (std::any_of(lines.begin(), lines.end(), opens_object))
        format = InputFormat::ndjson;
      else
        return csv.error();
    } else {
      format = InputFormat::csv;
    }
  }
  if (format == InputFormat::csv) {
    if (options.header == HeaderMode::no)
      return csv_without_header(path, head, head_is_all, options, wanted);
    return csv_with_header(path, head, head_is_all, options, wanted, required);
  }

  InputLayout layout;
  layout.format = format;
  layout.dialect.record_limit = options.record_limit;
  if (format == InputFormat::access_log) {
    if (!wanted.contains(ReportKind::hourly_visitors) ||
        (required && wanted != ReportKinds(ReportKind::hourly_visitors)))
      return Error{ErrorKind::unknown_format, path, "access log", "hourly-visitors"};
    layout.kinds = ReportKind::hourly_visitors;
    return std::optional<InputLayout>(std::move(layout));
  }
  for (ReportKind kind : kAllReports) {
    if (!wanted.contains(kind)) continue;
    bool fits = true;
    for (const Role& role : roles_of(kind)) {
      const auto mapped = options.columns.find(role.name);
      std::vector<std::string> keys = split_path(
          mapped == options.columns.end() ? role.json_path : std::string_view(mapped->second));
      // A report fits where every required key stands in one of the first lines.
      const std::string quoted = '"' + keys.front() + '"';
      fits = fits &&
             (!role.required || std::any_of(lines.begin(), lines.end(), [&](std::string_view line) {
               return line.find(quoted) != std::string_view::npos;
             }));
      layout.paths[static_cast<std::size_t>(kind)].push_back(std::move(keys));
    }
    if (fits || required) layout.kinds.insert(kind);
  }
  if (layout.kinds.empty())
    return Error{ErrorKind::unknown_format,
                 path,
                 std::string(lines.empty() ? "" : lines.front().substr(0, kShownHeader)),
                 {}};
  return std::optional<InputLayout>(std::move(layout));
}

}  // namespace footfall
