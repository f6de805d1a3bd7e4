#include "model/parse/table_shape.h"

#include <algorithm>
#include <map>

#include "model/parse/input_format.h"
#include "model/parse/role_synonyms.h"
#include "model/parse/table_lines.h"

namespace footfall {
namespace {

constexpr std::size_t kHeaderLines = 100;  // physical lines among which the header is sought
constexpr std::size_t kLongestSplit = std::size_t{64} << 10;  // bytes of a header that is mended
constexpr char kDelimiters[] = {',', ';', '\t', '|'};

std::string unescaped(std::string_view raw, const CsvDialect& dialect) {
  std::string text(raw.size(), '\0');
  text.resize(static_cast<std::size_t>(unescape_quotes(raw, dialect, text.data()) - text.data()));
  return text;
}

// Where a spreadsheet says its delimiter: sep=;
struct SepLine {
  char delimiter = ',';
  std::size_t next = 0;
};
std::optional<SepLine> read_sep_line(std::string_view text) {
  if (text.size() < 6 || text.substr(0, 4) != "sep=") return std::nullopt;
  std::size_t end = 5;
  if (text[end] == '\r') ++end;
  if (end >= text.size() || text[end] != '\n') return std::nullopt;
  return SepLine{text[4], end + 1};
}

// A quote that a backslash takes the meaning from, in front of neither a delimiter nor a line end,
// and none that is doubled.
bool escapes_by_backslash(std::string_view text, char quote, const std::vector<char>& delimiters) {
  bool found = false;
  for (std::size_t at = text.find(quote); at != std::string_view::npos;
       at = text.find(quote, at + 1)) {
    const bool slash = at > 0 && text[at - 1] == '\\';
    if (at + 1 == text.size()) break;
    const char next = text[at + 1];
    if (slash) {
      found = found || (next != '\n' && next != '\r' &&
                        std::ranges::find(delimiters, next) == delimiters.end());
    } else if (next == quote) {
      // Two quotes that are a whole field are no doubled one.
      const bool opens = at == 0 || text[at - 1] == '\n' ||
                         std::ranges::find(delimiters, text[at - 1]) != delimiters.end();
      const bool ends = at + 2 == text.size() || text[at + 2] == '\n' || text[at + 2] == '\r' ||
                        std::ranges::find(delimiters, text[at + 2]) != delimiters.end();
      if (!(opens && ends)) return false;
      ++at;
    }
  }
  return found;
}

CsvDialect dialect_of(const InputHead& head, const std::vector<char>& delimiters) {
  const InputOptions& options = head.options;
  CsvDialect dialect;
  dialect.quote = options.quote;
  dialect.backslash = !options.sheet && escapes_by_backslash(head.text, options.quote, delimiters);
  dialect.quoted_limit = options.quoted_limit;
  dialect.record_limit = options.record_limit;
  return dialect;
}

bool names_wanted(const InputHead& head, const std::vector<std::string>& names) {
  return std::ranges::any_of(kEventTypes, [&](EventType type) {
    return head.request.wanted.contains(type) &&
           names_all_roles(type, names, head.options, head.request.required);
  });
}

// Where the next physical line begins; npos where the text ends in this one.
std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? end : end + 1;
}

// The first record from `at` on that is no blank line.
std::optional<HeaderLine> first_record(const InputHead& head, const CsvDialect& dialect,
                                       std::size_t at) {
  for (;;) {
    std::optional<HeaderLine> line = read_header_line(head, dialect, at);
    if (!line || !line->complete || !line->names.empty() || line->next >= head.text.size())
      return line;
    at = line->next;
  }
}

// Whether the names are those that are wanted; those of a line whose quotes do not close may be,
// where quotes mean nothing.
template <class Wanted>
bool take_split(HeaderLine& line, const Wanted& wanted) {
  if (line.complete) return wanted(line.names);
  if (!wanted(line.split)) return false;
  line.names = std::move(line.split);
  line.complete = true;
  return true;
}

// The first of the lines that names all roles of a report, if one does.
std::optional<HeaderLine> naming_line(const InputHead& head, const CsvDialect& dialect,
                                      std::size_t at) {
  for (std::size_t line = 0; line < kHeaderLines && at < head.text.size(); ++line) {
    const std::size_t next = next_line(head.text, at);
    // What every report needs stands in several columns, or where one is asked for by name in one.
    if (head.text.substr(at, next - at).find(dialect.delimiter) != std::string_view::npos) {
      std::optional<HeaderLine> record = read_header_line(head, dialect, at);
      if (record && take_split(*record, [&](const std::vector<std::string>& names) {
            return names_wanted(head, names);
          }))
        return record;
    }
    if (next == std::string_view::npos) break;
    at = next;
  }
  return std::nullopt;
}

// How many records have which width, from `at` on.
std::map<std::size_t, std::size_t> widths(const InputHead& head, const CsvDialect& dialect,
                                          std::size_t at) {
  std::map<std::size_t, std::size_t> counts;
  std::vector<CsvSpan> spans;
  while (at < head.text.size()) {
    const CsvRecordScan scan = scan_csv_record(head.text, at, head.is_all, dialect, &spans);
    if (scan.status == CsvScan::need_more) break;
    if (scan.status == CsvScan::complete &&
        !is_blank_line(head.text.substr(at, scan.content_end - at)))
      ++counts[spans.size()];
    at = scan.next;
  }
  return counts;
}

// The commonest width of at least two, the larger on a tie, and the records that have it.
struct CommonWidth {
  std::size_t width = 1;
  std::size_t records = 0;
};
CommonWidth common_width(const std::map<std::size_t, std::size_t>& counts) {
  CommonWidth common;
  for (const auto& [width, records] : counts)
    if (width >= 2 && records >= common.records) common = {width, records};
  return common;
}

bool reads_as_data(const std::string& name) {
  const Field field{name, FieldKind::text};
  return !name.empty() &&
         (value_fits(ValueKind::time, field) || value_fits(ValueKind::number, field));
}

// Names that stand right above a record of data, though there is one too many or too few, or some
// are left empty, as that of an index: they are the header, and the record is none.
bool heads(const HeaderLine& above, const HeaderLine& record) {
  const auto filled = static_cast<std::size_t>(
      std::ranges::count_if(above.names, [](const std::string& name) { return !name.empty(); }));
  const std::size_t width = record.names.size();
  const std::size_t names = above.names.size();
  if (!above.complete || above.next != record.begin || filled == 0) return false;
  const bool index = names == width && filled + 1 == width && above.names.front().empty();
  const bool near = width >= 3 && names + 1 >= width && names <= width + 1 && 2 * filled > width;
  return (index || near) && std::ranges::none_of(above.names, reads_as_data) &&
         std::ranges::any_of(record.names, reads_as_data);
}

// Under the delimiter that makes most records of one width.
std::optional<TableShape> shape_by_width(const InputHead& head, const std::vector<char>& delimiters,
                                         std::size_t begin) {
  TableShape shape;
  shape.dialect = dialect_of(head, delimiters);
  shape.dialect.delimiter = delimiters.front();
  CommonWidth best;
  for (const char delimiter : delimiters) {
    CsvDialect dialect = shape.dialect;
    dialect.delimiter = delimiter;
    const CommonWidth common = common_width(widths(head, dialect, begin));
    if (common.records > best.records ||
        (common.records == best.records && common.records > 0 && common.width > best.width)) {
      best = common;
      shape.dialect.delimiter = delimiter;
    }
  }
  std::optional<HeaderLine> chosen;
  std::optional<HeaderLine> above;
  for (std::size_t at = begin; at < head.text.size();) {
    std::optional<HeaderLine> line = read_header_line(head, shape.dialect, at);
    if (!line) {
      if (!chosen && !head.is_all && head.text.size() <= head.options.record_limit)
        return std::nullopt;
      break;
    }
    at = line->next;
    if (line->names.empty()) continue;
    if (!line->complete)
      take_split(*line, [&](const std::vector<std::string>& names) {
        return names.size() == best.width &&
               std::ranges::none_of(names, [](const auto& name) { return name.empty(); });
      });
    if (best.records > 0 && line->complete && line->names.size() != best.width) {
      above = std::move(line);
      continue;
    }
    const bool full =
        std::ranges::none_of(line->names, [](const std::string& name) { return name.empty(); });
    if (full && above && heads(*above, *line)) {
      chosen = std::move(above);
      break;
    }
    if (!full) above = line;
    if (!chosen || full) chosen = std::move(line);
    if (full || best.records == 0) break;
  }
  if (chosen) shape.header = std::move(*chosen);
  return shape;
}

// Whether all roles that were given go by number.
bool mapped_by_number(const InputOptions& options) {
  return !options.columns.empty() && std::ranges::all_of(options.columns, [](const auto& mapped) {
    const std::optional<SourceWords> words = parse_source(mapped.second);
    return words &&
           (words->each_row || std::ranges::all_of(words->alternatives, [](const auto& joined) {
              return std::ranges::all_of(
                  joined, [](const ColumnRef& ref) { return ref.number.has_value(); });
            }));
  });
}

// Whether a time or a number that was given by number reads in these fields.
bool reads_mapped_values(const InputHead& head, const std::vector<std::string>& fields) {
  for (const EventType type : kEventTypes) {
    if (!head.request.wanted.contains(type)) continue;
    for (std::size_t role = 0; role < roles_of(type).size(); ++role) {
      const auto mapped = head.options.columns.find(roles_of(type)[role].name);
      const ValueKind kind = value_kinds(type)[role];
      if (mapped == head.options.columns.end() || kind == ValueKind::text ||
          kind == ValueKind::page)
        continue;
      const std::optional<SourceWords> words = parse_source(mapped->second);
      for (const std::vector<ColumnRef>& joined : words->alternatives) {
        std::string value;
        for (const ColumnRef& ref : joined)
          if (ref.number && *ref.number < fields.size())
            value += (value.empty() ? "" : " ") + fields[*ref.number];
        if (!value.empty() && value_fits(kind, {value, FieldKind::text})) return true;
      }
    }
  }
  return false;
}

}  // namespace

std::optional<HeaderLine> read_header_line(const InputHead& head, const CsvDialect& dialect,
                                           std::size_t at) {
  HeaderLine line;
  line.begin = at;
  line.next = head.text.size();
  if (at >= head.text.size()) return head.is_all ? std::optional(line) : std::nullopt;
  std::vector<CsvSpan> spans;
  const CsvRecordScan scan = scan_csv_record(head.text, at, head.is_all, dialect, &spans);
  if (scan.status == CsvScan::need_more) return std::nullopt;
  const std::string_view record = head.text.substr(at, scan.content_end - at);
  line.next = scan.next;
  line.complete = scan.status == CsvScan::complete;
  if (!line.complete) {
    line.names.emplace_back(record.substr(0, kShownHeader));
    if (record.size() > kLongestSplit) return line;
    for (std::string_view rest = record;;) {
      const std::size_t end = rest.find(dialect.delimiter);
      line.split.emplace_back(bare_name(rest.substr(0, end)));
      if (end == std::string_view::npos) return line;
      rest.remove_prefix(end + 1);
    }
  }
  if (is_blank_line(record)) return line;
  for (const CsvSpan& span : spans) {
    const std::string_view raw = head.text.substr(span.begin, span.end - span.begin);
    const std::string name = span.escaped ? unescaped(raw, dialect) : std::string(raw);
    line.names.emplace_back(bare_name(name));
  }
  return line;
}

const std::vector<Field>& TableSample::column(std::size_t column) {
  static const std::vector<Field> none;
  if (!read_) read();
  return column < columns_.size() ? columns_[column] : none;
}

void TableSample::read() {
  read_ = true;
  std::vector<CsvSpan> spans;
  std::size_t rows = 0;
  for (std::size_t at = begin_; at < text_.size();) {
    const CsvRecordScan scan = scan_csv_record(text_, at, is_all_, dialect_, &spans);
    if (scan.status == CsvScan::need_more) break;
    const std::string_view text = text_.substr(at, scan.content_end - at);
    const bool comment = begins_as_comment(text) && spans.size() != width_;
    const bool record = scan.status == CsvScan::complete && !is_blank_line(text) && !comment;
    at = scan.next;
    if (!record) continue;
    if (columns_.size() < spans.size()) columns_.resize(spans.size());
    for (std::size_t i = 0; i < spans.size(); ++i) {
      std::string_view value = text_.substr(spans[i].begin, spans[i].end - spans[i].begin);
      if (spans[i].escaped) value = unescaped_.emplace_back(unescaped(value, dialect_));
      columns_[i].resize(rows);
      columns_[i].push_back({value, FieldKind::text});
    }
    ++rows;
  }
}

std::optional<TableShape> find_table_shape(const InputHead& head) {
  const InputOptions& options = head.options;
  std::vector<char> delimiters(std::begin(kDelimiters), std::end(kDelimiters));
  std::size_t begin = 0;
  if (const std::optional<SepLine> sep = read_sep_line(head.text)) {
    delimiters = {sep->delimiter};
    begin = sep->next;
  }
  if (options.delimiter) delimiters = {*options.delimiter};
  const CsvDialect plain = dialect_of(head, delimiters);

  if (options.header == HeaderMode::no || options.skip) {
    if (options.skip) begin = 0;
    for (std::size_t line = 0; line < options.skip.value_or(0); ++line) {
      const std::size_t next = next_line(head.text, begin);
      if (next == std::string_view::npos && !head.is_all) return std::nullopt;
      begin = std::min(next, head.text.size());
    }
    // The delimiter that cuts the first record into most fields, the earlier one on a tie.
    std::optional<TableShape> shape;
    for (const char delimiter : delimiters) {
      CsvDialect dialect = plain;
      dialect.delimiter = delimiter;
      std::optional<HeaderLine> first = first_record(head, dialect, begin);
      if (!first) return std::nullopt;
      const bool more = !shape || first->names.size() > shape->header.names.size();
      if (more) shape = TableShape{dialect, std::move(*first), true, false};
    }
    if (options.header == HeaderMode::no) {
      shape->headed = false;
      shape->header.next = begin;
    }
    shape->named = shape->headed && names_wanted(head, shape->header.names);
    return shape;
  }

  if (mapped_by_number(options)) {
    std::optional<TableShape> shape = shape_by_width(head, delimiters, begin);
    if (!shape) return std::nullopt;
    const std::vector<std::string>& names = shape->header.names;
    if (std::ranges::any_of(names, is_role_name)) {
      shape->named = true;
      return shape;
    }
    shape->headed = !reads_mapped_values(head, names);
    if (!shape->headed) shape->header.next = shape->header.begin;
    return shape;
  }

  std::optional<TableShape> best;
  std::size_t best_records = 0;
  for (const char delimiter : delimiters) {
    CsvDialect dialect = plain;
    dialect.delimiter = delimiter;
    std::optional<HeaderLine> line = naming_line(head, dialect, begin);
    if (!line) continue;
    TableShape shape{dialect, std::move(*line), true, true};
    if (!best) {
      best = std::move(shape);
      continue;
    }
    const auto records = [&](const TableShape& s) {
      return widths(head, s.dialect, s.header.next)[s.header.names.size()];
    };
    if (best_records == 0) best_records = records(*best);
    if (const std::size_t found = records(shape); found > best_records) {
      best_records = found;
      best = std::move(shape);
    }
  }
  if (best) return best;
  return shape_by_width(head, delimiters, begin);
}

}  // namespace footfall
