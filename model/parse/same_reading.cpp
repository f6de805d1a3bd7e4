#include "model/parse/same_reading.h"

#include <algorithm>

#include "model/parse/input_formats.h"
#include "model/parse/log_plan.h"

namespace footfall {
namespace {

bool same_dialect(const CsvDialect& a, const CsvDialect& b) {
  return a.delimiter == b.delimiter && a.quote == b.quote && a.backslash == b.backslash &&
         a.quoted_limit == b.quoted_limit && a.record_limit == b.record_limit;
}

bool same_shape(const JsonShape& a, const JsonShape& b) {
  return a.form == b.form && a.member == b.member && a.begin == b.begin;
}

bool same_sources(const std::vector<RoleSource>& a, const std::vector<RoleSource>& b) {
  return std::ranges::equal(a, b, [](const RoleSource& left, const RoleSource& right) {
    return left.column == right.column && left.keys == right.keys;
  });
}

bool same_log(const LogPlan* a, const LogPlan* b) {
  if (a == nullptr || b == nullptr) return a == b;
  for (const LogPrefix prefix : all_kinds<LogPrefix>())
    if (a->prefixes.contains(prefix) != b->prefixes.contains(prefix)) return false;
  return a->format->description().name == b->format->description().name && a->client == b->client &&
         a->wrapper == b->wrapper && a->tail == b->tail;
}

}  // namespace

bool same_reading(const InputLayout& a, const InputLayout& b) {
  if (a.format != b.format || a.width != b.width || a.header_bytes != b.header_bytes ||
      a.header_lines != b.header_lines || a.lines_left_out != b.lines_left_out ||
      a.encoding != b.encoding || a.event_map != b.event_map ||
      !same_dialect(a.dialect, b.dialect) || !same_shape(a.json, b.json) ||
      !same_log(a.log.get(), b.log.get()))
    return false;
  // Of JSON it lists what the first records happen to have.
  if (format_row(a.format).fields == FieldsBy::column && a.header != b.header) return false;
  return std::ranges::all_of(kEventTypes, [&](EventType type) {
    return a.feeds.contains(type) == b.feeds.contains(type) &&
           same_sources(a.roles[type], b.roles[type]) && a.composed[type] == b.composed[type] &&
           a.forms[type] == b.forms[type];
  });
}

}  // namespace footfall
