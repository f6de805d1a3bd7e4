#include "model/sql/value_expressions.h"

#include <fmt/format.h>

#include "model/sql/sql_text.h"

namespace footfall {
namespace {

// Steps of the layers: columns, trimmed texts, numbers, rounded numbers.
constexpr int kColumns = 0;
constexpr int kTrimmed = 1;

}  // namespace

std::string floor_to(SqlEngine engine, const std::string& x, std::int64_t n) {
  // Moved to where no number is negative: what is divided is cut toward zero.
  constexpr std::int64_t kReach = 70'000'000'000;
  const std::int64_t reach = (kReach + n - 1) / n * n;
  return engine == SqlEngine::postgresql
             ? fmt::format("(({0} + {1}) / {2} * {2} - {1})", x, reach, n)
             : fmt::format("(intDiv({0} + {1}, {2}) * {2} - {1})", x, reach, n);
}

std::string let(std::string_view names, const std::vector<std::string>& values,
                const std::string& body) {
  std::string arrays;
  for (const std::string& value : values) arrays += ", [" + value + "]";
  return fmt::format("arrayMap(({}) -> {}{})[1]", names, body, arrays);
}

std::string ValueExpressions::define(int step, const std::string& name,
                                     const std::string& expression) {
  std::string full = prefix_ + name;
  layers_.add(step, full, expression);
  return full;
}

std::string ValueExpressions::literal(std::string_view text) const {
  return quote_literal(engine_, text);
}

std::string ValueExpressions::matches(const std::string& text, std::string_view pattern) const {
  return postgres() ? fmt::format("{} ~ {}", text, literal(pattern))
                    : fmt::format("match({}, {})", text, literal(pattern));
}

std::string ValueExpressions::slice(const std::string& text, int from, int length) const {
  return fmt::format("{}({}, {}, {})", postgres() ? "substr" : "substring", text, from, length);
}

std::string ValueExpressions::whole(const std::string& digits) const {
  return postgres() ? fmt::format("({})::int", digits) : fmt::format("toInt64OrZero({})", digits);
}

std::string ValueExpressions::trim(const std::string& text) const {
  return postgres() ? fmt::format("btrim({}, {})", text, literal(" \t"))
                    : fmt::format("replaceRegexpAll({}, {}, '')", text, literal("^[ \t]+|[ \t]+$"));
}

std::string ValueExpressions::column_text(const ColumnInfo& column) const {
  const std::string name = quote_identifier(engine_, column.name);
  if (postgres()) {
    const char* const cast = column.type == "money" ? "::numeric::text" : "::text";
    return fmt::format("coalesce({}{}, '') COLLATE \"C\"", name, cast);
  }
  std::string text = name;
  if (column.type.find("FixedString") != std::string::npos)
    text = fmt::format("toStringCutToZero({})", name);
  else if (column.type != "String" && column.type != "Nullable(String)")
    text = fmt::format("toString({})", name);
  return column.nullable ? fmt::format("ifNull({}, '')", text) : text;
}

TextSql ValueExpressions::text(const std::string& role, const std::optional<ColumnSource>& source) {
  if (!source) return {};
  if (!source->path.empty()) return json_text(role, *source);
  const std::string name = define(kColumns, role + "_t", column_text(source->column));
  return {name + " = ''", kNever, name};
}

TextSql ValueExpressions::trimmed_text(const std::string& role,
                                       const std::optional<ColumnSource>& source) {
  TextSql value = text(role, source);
  if (!source) return value;
  value.text = define(kTrimmed, role + "_s", trim(value.text));
  value.missing = value.text + " = ''";
  if (value.wrong != kNever)
    value.missing = fmt::format("({} AND NOT ({}))", value.missing, value.wrong);
  return value;
}

TextSql ValueExpressions::date_text(const std::string& role,
                                    const std::optional<ColumnSource>& source) {
  if (!source || !source->path.empty() || source->column.kind == ColumnClass::text ||
      source->column.kind == ColumnClass::integer || source->column.kind == ColumnClass::decimal)
    return text(role, source);
  const std::string column = quote_identifier(engine_, source->column.name);
  std::string shown;
  if (postgres()) {
    shown = fmt::format("coalesce(to_char({}, 'YYYY-MM-DD'), '') COLLATE \"C\"", column);
  } else {
    // toDate() would fold the days that its type has not into those that it has.
    shown = source->column.kind == ColumnClass::date
                ? fmt::format("toString({})", column)
                : fmt::format("substring(toString({}, 'UTC'), 1, 10)", column);
    if (source->column.nullable) shown = fmt::format("ifNull({}, '')", shown);
  }
  const std::string name = define(kColumns, role + "_t", shown);
  return {name + " = ''", kNever, name};
}

TextSql ValueExpressions::json_text(const std::string& role, const ColumnSource& source) {
  const std::string column = quote_identifier(engine_, source.column.name);
  if (postgres()) {
    const bool parsed = source.column.kind == ColumnClass::json;
    // The last of doubled keys counts in both of the types; jsonb has it already.
    std::string value = parsed ? column : column + "::jsonb";
    const char* const type_of = source.column.type == "json" ? "json_typeof" : "jsonb_typeof";
    std::string wrong;
    for (const std::string& key : source.path) {
      wrong += fmt::format("coalesce({}({}) NOT IN ('object', 'null'), false) OR ", type_of, value);
      value = fmt::format("({} -> {})", value, literal(key));
    }
    wrong +=
        fmt::format("coalesce({}({}) IN ('boolean', 'array', 'object'), false)", type_of, value);
    const std::string flag = define(kColumns, role + "_x", wrong);
    const std::string name = define(
        kColumns, role + "_t", fmt::format("coalesce({} #>> '{{}}', '') COLLATE \"C\"", value));
    return {fmt::format("({} = '' AND NOT {})", name, flag), flag, name};
  }
  return clickhouse_json(role, source);
}

// The text of an object is read by patterns, since old servers have no functions for JSON and the
// new ones do not keep a number as it is written. What lies deeper is emptied first, from the
// inside; then the keys at the top are plain to see.
TextSql ValueExpressions::clickhouse_json(const std::string& role, const ColumnSource& source) {
  if (plain_) {
    const std::string name = define(kColumns, role + "_t", plain_json(source));
    return {name + " = ''", kNever, name};
  }
  constexpr std::string_view kString = R"("(?:[^"\\]|\\.)*")";
  constexpr std::string_view kBlanks = R"([ \t\r\n]*)";
  const std::string deeper = fmt::format(R"(({0})|[\[{{](?:[^\[\]{{}}"]|{0})*[\]}}])", kString);
  std::string flat = "substring(ff_m, 2)";
  for (int depth = 0; depth < 3; ++depth)
    flat = fmt::format("replaceRegexpAll({}, {}, {})", flat, literal(deeper), literal("\\1"));
  const std::string pair = fmt::format(
      R"({1}{0}{1}:{1}(?:{0}|-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null|){1})",
      kString, kBlanks);
  const std::string valid =
      "substring(ff_m, 1, 1) = '{' AND " +
      matches("ff_r", fmt::format(R"(^(?:{0}(?:,{0})*|{1})\}}$)", pair, kBlanks));
  const std::string key = json_key_pattern(source.path[0]);
  const std::string found = fmt::format(
      "extractAll(ff_r, {})",
      literal(fmt::format(R"((?:^|,){0}"{1}"{0}:{0}("(?:[^"\\]|\\.)*"|[^,"}} \t\r\n]*))", kBlanks,
                          key)));
  const std::string value =
      "if(NOT ff_o OR ff_v = 'null', '', if(substring(ff_v, 1, 1) = '\"', if(position(ff_v, "
      "'\\\\') = 0, "
      "substring(ff_v, 2, length(ff_v) - 2), visitParamExtractString(concat('{\"v\":', ff_v, '}'), "
      "'v')), ff_v))";
  const std::string wrong =
      "if((ff_m NOT IN ('', 'null') AND NOT ff_o) OR (ff_o AND length(ff_a) > 0 AND ff_v IN ('', "
      "'true', 'false')), '1', '')";
  // Deeper nesting than was emptied, or a key with an escape in it, cannot be decided.
  const std::string doubtful = fmt::format(
      "throwIf(substring(ff_m, 1, 1) = '{{' AND ((NOT ff_o AND match(ff_r, '[[{{]')) OR {})) = 1",
      matches("ff_r", fmt::format(R"((?:^|,){0}"[^"\\]*\\(?:[^"\\]|\\.)*"{0}:)", kBlanks)));
  const std::string parts =
      define(kColumns, role + "_j",
             let("ff_m",
                 {fmt::format("replaceRegexpAll({}, {}, '')", column_text(source.column),
                              literal("^[ \t\r\n]+|[ \t\r\n]+$"))},
                 let("ff_r", {flat},
                     let("ff_o, ff_a", {valid, found},
                         let("ff_v", {"ff_a[length(ff_a)]"},
                             fmt::format("[{}, if({}, '2', {})]", value, doubtful, wrong))))));
  const std::string flag = parts + "[2] != ''";
  return {fmt::format("({0}[1] = '' AND {0}[2] = '')", parts), flag, parts + "[1]"};
}

std::string ValueExpressions::json_key_pattern(const std::string& key) {
  std::string pattern;
  for (const char c : key) {
    if (std::string_view(R"(.*+?()[]{}|^$)").find(c) != std::string_view::npos) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

std::string ValueExpressions::is_date(const std::string& role, const std::string& text) {
  const std::string shaped =
      define(kTrimmed, role + "_k",
             matches(text, "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"));
  const auto part = [&](const char* name, int from, int length) {
    const std::string value = whole(slice(text, from, length));
    return define(kTrimmed + 1, role + name,
                  postgres() ? fmt::format("CASE WHEN {} THEN {} END", shaped, value) : value);
  };
  const std::string y = part("_y", 1, 4);
  const std::string m = part("_mo", 6, 2);
  const std::string d = part("_dy", 9, 2);
  return fmt::format("({} AND {})", shaped, possible_date(y, m, d));
}

// Of parts that are in shape: a year, and a day that its month has.
std::string ValueExpressions::possible_date(const std::string& y, const std::string& m,
                                            const std::string& d) const {
  return fmt::format(
      "({0} > 0 AND ({2} <= 28 OR ({1} <> 2 AND {2} <= 30) OR {1} IN (1, 3, 5, 7, 8, 10, 12) OR "
      "({2} = 29 "
      "AND {0} % 4 = 0 AND ({0} % 100 <> 0 OR {0} % 400 = 0))))",
      y, m, d);
}

std::string ValueExpressions::hour(const std::string& seconds, const ZoneTable* zone) {
  if (zone == nullptr) return define(7, "hour", floor_to(engine_, seconds, 3600));
  // Newer ClickHouse writes every use of a value out in full: here it is used once.
  const std::string s = postgres() ? seconds : "ff_s";
  const std::string off = zone->offset_at(engine_, s);
  const std::string offset = postgres() ? define(6, "off", off) : off;
  const std::string begin =
      fmt::format("{} - {}", floor_to(engine_, fmt::format("({} + {})", s, offset), 3600), offset);
  const std::string hour =
      zone->hour_start(engine_, s, postgres() ? define(7, "clock", begin) : begin);
  return define(8, "hour", postgres() ? hour : let("ff_s", {seconds}, hour));
}

}  // namespace footfall
