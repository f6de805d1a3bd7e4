#include "model/pipeline/reading_shape.h"

#include <algorithm>
#include <utility>

#include "model/parse/input_formats.h"
#include "model/parse/log_plan.h"
#include "model/parse/role_match.h"
#include "model/parse/saved_plan.h"

namespace footfall {
namespace {

// A character that no name holds unescaped keeps the parts apart.
void add_part(std::string& shape, std::string_view part) {
  for (const char c : part) {
    if (c == '\\' || c == '|') shape += '\\';
    shape += c;
  }
  shape += '|';
}

char kind_of_value(const std::string& text) {
  const Field field{text, FieldKind::text};
  if (text.empty()) return 'e';
  if (value_fits(ValueKind::number, field)) return 'n';
  if (value_fits(ValueKind::time, field)) return 't';
  return value_fits(ValueKind::page, field) ? 'p' : 'x';
}

const std::string kLog = "log|";

// The first line of what was taken for a table, with a mark for each word, bracket and quoted part.
std::string line_form(const InputLayout& layout) {
  std::string line;
  for (const std::string& field : layout.header)
    line += (line.empty() ? "" : std::string(1, layout.dialect.delimiter)) + field;
  std::string form;
  for (std::size_t at = 0; at < line.size();) {
    const char first = line[at];
    const char close = first == '"' ? '"' : first == '[' ? ']' : '\0';
    const std::size_t end = close == '\0' ? std::string::npos : line.find(close, at + 1);
    if (end != std::string::npos) {
      form += first;
      at = end + 1;
    } else if (first == ' ' || first == '\t') {
      ++at;
    } else {
      form += 'x';
      at = std::min(line.find_first_of(" \t", at), line.size());
    }
  }
  return form;
}

bool by_number(const InputOptions& options) {
  return std::ranges::any_of(options.columns, [](const auto& mapped) {
    const std::optional<SourceWords> words = parse_source(mapped.second);
    return words && std::ranges::any_of(words->alternatives, [](const auto& joined) {
             return std::ranges::any_of(
                 joined, [](const ColumnRef& ref) { return ref.number.has_value(); });
           });
  });
}

}  // namespace

std::vector<std::string> shapes_of(const InputLayout& layout) {
  const InputFormatRow& format = format_row(layout.format);
  if (layout.log) return {kLog + layout.log->format->description().name};
  if (format.fields == FieldsBy::position || layout.header.empty()) return {};
  std::string front;
  add_part(front, format.name);
  if (format.fields == FieldsBy::column) {
    add_part(front, {&layout.dialect.delimiter, 1});
    add_part(front, {&layout.dialect.quote, 1});
  }
  std::vector<std::string> names = layout.header;
  std::ranges::sort(names);
  std::string named = front + "names|";
  for (const std::string& name : names) add_part(named, name);
  std::vector<std::string> shapes = {std::move(named)};
  if (format.fields == FieldsBy::column && layout.feeds.empty()) {
    std::string values = front + "values|";
    for (const std::string& value : layout.header) values += kind_of_value(value);
    shapes.push_back(std::move(values));
    shapes.push_back(kLog + line_form(layout));
  }
  return shapes;
}

std::string shape_for(const std::vector<std::string>& shapes, const InputOptions& chosen) {
  if (shapes.empty()) return {};
  const auto log = std::ranges::find_if(
      shapes, [](const std::string& shape) { return shape.starts_with(kLog); });
  const bool as_log =
      !chosen.log.format.empty() || (chosen.format != InputFormat::detect &&
                                     format_row(chosen.format).fields == FieldsBy::position);
  if (log != shapes.end() && (as_log || log == shapes.begin())) return *log;
  return chosen.header == HeaderMode::no && shapes.size() > 1 ? shapes[1] : shapes.front();
}

bool fits_shape(const InputLayout& layout) { return !layout.log || layout.log->sampled > 0; }

Result<InputOptions> reading_of_plan(std::string_view plan, const std::string& where) {
  Result<SavedPlan> saved = read_plan(plan, where);
  if (!saved) return saved.error();
  return std::move(saved->options);
}

Result<InputOptions> reading_of_shape(std::string_view plan) {
  Result<InputOptions> reading = reading_of_plan(plan, {});
  // What a file says itself may differ from one to the next.
  const auto finds_itself = [](const std::string& encoding) {
    return encoding.starts_with("UTF-") || encoding == "WINDOWS-1252";
  };
  if (reading && finds_itself(reading->encoding)) reading->encoding.clear();
  // Columns by number hang on their order.
  if (reading && !by_number(*reading)) reading->expected_header.clear();
  return reading;
}

}  // namespace footfall
