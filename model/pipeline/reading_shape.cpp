#include "model/pipeline/reading_shape.h"

#include <algorithm>
#include <utility>

#include "model/parse/input_formats.h"
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
  }
  return shapes;
}

std::string shape_for(const std::vector<std::string>& shapes, const InputOptions& chosen) {
  if (shapes.empty()) return {};
  return chosen.header == HeaderMode::no ? shapes.back() : shapes.front();
}

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
