#include "model/parse/plan_basis.h"

#include <string_view>

#include "model/parse/input_formats.h"
#include "model/parse/json_string.h"
#include "model/parse/log_plan.h"

namespace footfall {
namespace {

constexpr std::string_view found_by_name(FoundBy by) {
  switch (by) {
    case FoundBy::canonical_name:
      return "name";
    case FoundBy::synonym:
      return "synonym";
    case FoundBy::map:
      return "given";
    case FoundBy::nothing:
      break;
  }
  return {};
}

std::string given_keys(const InputLayout& layout, const InputOptions& options) {
  std::string out = "[";
  const auto add = [&out](bool given, std::string_view key) {
    if (!given) return;
    if (out.size() > 1) out += ',';
    out += json_string(key);
  };
  add(options.format != InputFormat::detect, "format");
  add(!options.encoding.empty(), "encoding");
  if (format_row(layout.format).fields == FieldsBy::column) {
    add(options.delimiter.has_value(), "delimiter");
    add(options.quote != InputOptions{}.quote, "quote");
    add(options.header != HeaderMode::detect, "has_header");
    add(options.skip.has_value(), "skip");
  }
  add(options.decimal.has_value(), "decimal");
  add(options.date_order != DateOrder::unknown, "date_order");
  add(options.day_numbers, "time_form");
  add(options.blank_is_zero, "blank");
  add(!options.scales.empty(), "scale");
  add(!options.event_map.empty(), "event_map");
  if (layout.log) {
    add(!options.log.format.empty(), "log_format");
    add(options.log.client != LogClient::detect, "client");
    const LogCleaning& cleaning = layout.log->cleaning;
    add(!cleaning.leave_out.empty(), "leave_out");
    add(!cleaning.statuses.empty(), "status");
    add(cleaning.pages != PageForm::whole, "pages");
  }
  return out + ']';
}

// Columns without a header whose order is the contract's are found by their place.
std::string role_origins(const InputLayout& layout, const InputOptions& options) {
  const bool by_place = format_row(layout.format).fields == FieldsBy::column &&
                        layout.header.empty() && options.columns.empty();
  std::string out = "{";
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    const RoleMatch& match = layout.matches[type];
    for (std::size_t i = 0; i < match.roles.size(); ++i) {
      const FoundBy by = match.roles[i].by;
      if (by == FoundBy::nothing) continue;
      if (out.size() > 1) out += ',';
      out += json_string(roles_of(type)[i].name);
      out += ':';
      out += json_string(by_place ? "place" : found_by_name(by));
    }
  }
  return out + '}';
}

}  // namespace

std::string plan_basis_json(const InputLayout& layout, const InputOptions& options) {
  return "{\"given\":" + given_keys(layout, options) +
         ",\"roles\":" + (layout.log ? std::string("{}") : role_origins(layout, options)) + '}';
}

}  // namespace footfall
