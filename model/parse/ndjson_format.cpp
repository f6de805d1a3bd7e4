#include "model/parse/ndjson_format.h"

#include <algorithm>

#include "model/core/decimal.h"

namespace footfall {
namespace {

bool opens_object(std::string_view line) { return trim_blanks(line).substr(0, 1) == "{"; }

JsonPath split_path(std::string_view text) {
  JsonPath keys;
  for (;;) {
    const std::size_t dot = text.find('.');
    keys.emplace_back(text.substr(0, dot));
    if (dot == std::string_view::npos) return keys;
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

bool NdjsonFormat::recognizes(Evidence evidence, const InputHead& head) {
  if (evidence == Evidence::first_line)
    return !head.lines.empty() && opens_object(head.lines.front());
  return evidence == Evidence::line_front && std::ranges::any_of(head.lines, opens_object);
}

Result<std::optional<InputLayout>> NdjsonFormat::read_layout(const InputHead& head) {
  InputLayout layout;
  layout.format = kFormat;
  layout.dialect.record_limit = head.options.record_limit;
  for (ReportKind kind : kAllReports) {
    if (!head.wanted.contains(kind)) continue;
    bool fits = true;
    for (const Role& role : roles_of(kind)) {
      const auto mapped = head.options.columns.find(role.name);
      JsonPath keys = split_path(
          mapped == head.options.columns.end() ? role.json_path : std::string_view(mapped->second));
      // A report fits where every required key stands in one of the first lines.
      const std::string quoted = '"' + keys.front() + '"';
      fits = fits && (!role.required || std::ranges::any_of(head.lines, [&](std::string_view line) {
               return line.find(quoted) != std::string_view::npos;
             }));
      layout.roles[static_cast<std::size_t>(kind)].push_back(
          {RoleSource().column, std::move(keys)});
    }
    if (fits || head.required) layout.kinds.insert(kind);
  }
  if (layout.kinds.empty())
    return Error{ErrorKind::unknown_format,
                 head.path,
                 std::string(head.lines.empty() ? "" : head.lines.front().substr(0, kShownHeader)),
                 {}};
  return std::optional<InputLayout>(std::move(layout));
}

std::unique_ptr<RecordCutter> NdjsonFormat::make_cutter(const InputLayout& layout) {
  return std::make_unique<LineCutter>(layout.dialect.record_limit);
}

void NdjsonFormat::RoleParser::follow(const InputLayout& layout, ReportKind kind) {
  std::vector<JsonPath> paths;
  for (const RoleSource& source : layout.roles[static_cast<std::size_t>(kind)])
    paths.push_back(source.keys);
  layout_.emplace(NdjsonLayout{JsonLayout(paths), layout.dialect.record_limit});
}

}  // namespace footfall
