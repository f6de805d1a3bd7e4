#include "model/sql/postgres_dialect.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "model/core/letter_case.h"
#include "model/parse/json_scanner.h"
#include "model/sql/postgres_values.h"
#include "model/sql/text_condition.h"

namespace footfall {
namespace {

using namespace fmt::literals;

std::string doubled(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    if (c == quote) out += quote;
    // Text cannot hold a NUL.
    if (c != '\0') out += c;
  }
  return out + quote;
}

bool is_word(char c) {
  const char lower = lower_case(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// As a word of its own; inside a literal counts too, which costs a column that nobody needs.
bool mentions(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end])))
      return true;
  }
  return false;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) digits += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return digits;
}

std::string bytes_of(std::string_view text) { return "'\\x" + digits_of(text) + "'::bytea"; }

std::string as_bytes(const std::string& text) {
  return fmt::format("convert_to({}, 'UTF8')", text);
}

std::string like_itself(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '\\' || c == '%' || c == '_') pattern += '\\';
    pattern += c;
  }
  return pattern;
}

std::string where(const std::string& condition) {
  return condition.empty() ? "" : "\nWHERE " + condition;
}

}  // namespace

std::string PostgresDialect::identifier(std::string_view name) const { return doubled(name, '"'); }

std::string PostgresDialect::literal(std::string_view text) const { return doubled(text, '\''); }

bool PostgresDialect::can_hold(std::string_view text) const {
  return json::valid_utf8(text) && text.find('\0') == std::string_view::npos;
}

bool PostgresDialect::can_write(std::string_view text) const {
  return all_letters_ ? can_hold(text) : std::ranges::all_of(text, [](char c) {
    return c != '\0' && static_cast<unsigned char>(c) < 0x80;
  });
}

const SqlMarks& PostgresDialect::marks() const {
  static const SqlMarks marks = {"'\"", false, "eE", {";", "--", "/*", "$", "\\"}};
  return marks;
}

std::string PostgresDialect::check_of(const std::string& statement) const {
  return "EXPLAIN " + statement;
}

std::string PostgresDialect::is_one_of(const std::string& text,
                                       std::span<const std::string> values) const {
  if (std::ranges::all_of(values, [&](const std::string& value) { return can_write(value); }))
    return SqlDialect::is_one_of(text, values);
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ", ") + bytes_of(value);
  return fmt::format("{} IN ({})", as_bytes(text), list);
}

std::string PostgresDialect::matches(const std::string& text, std::string_view pattern) const {
  return text + " ~ " + literal(pattern);
}

// A text that is no UTF-8 may be a part of one that is: then all of it is compared as bytes.
std::string PostgresDialect::meets(const std::string& text, const Condition& condition) const {
  const bool held = can_write(condition.value);
  const std::string compared = held ? text : as_bytes(text);
  const auto constant = [&](std::string_view value) {
    return held ? literal(value) : bytes_of(value);
  };
  if (condition.match == Match::is_not) return compared + " <> " + constant(condition.value);
  const std::vector<std::string_view> texts = texts_in_order(condition);
  if (texts.size() == 1) return compared + " = " + constant(texts[0]);
  std::string pattern = like_itself(texts[0]);
  for (const std::string_view behind : std::span(texts).subspan(1))
    pattern += '%' + like_itself(behind);
  return compared + " LIKE " + constant(pattern);
}

std::string PostgresDialect::currency(const std::string& text) const {
  std::string blanks;
  std::string digits;
  for (const std::string_view blank : kAllBlanks) {
    blanks += blank;
    digits += (digits.empty() ? "" : "|") + digits_of(blank);
  }
  if (all_letters_) return fmt::format("upper(btrim({}, {}))", text, literal(blanks));
  // Digits in pairs stay pairs from both ends, and no letter of UTF-8 ends with another one.
  const std::string trimmed = fmt::format(
      "regexp_replace(encode({0}, 'hex'), '^(?:{1})+|(?:{1})+$', '', 'g')", as_bytes(text), digits);
  return fmt::format("upper(convert_from(decode({}, 'hex'), 'UTF8'))", trimmed);
}

std::string PostgresDialect::slice(const std::string& text, int from, int length) const {
  return fmt::format("substr({}, {}, {})", text, from, length);
}

std::string PostgresDialect::in_quotes(const std::string& text) const {
  return fmt::format("({0} || replace({1}, {0}, {2}) || {0})", literal("'"), text, literal("''"));
}

std::string PostgresDialect::joined(std::span<const std::string> texts) const {
  return fmt::format("{}", fmt::join(texts, " || ',' || "));
}

std::string PostgresDialect::spread(const std::string& text) const {
  return fmt::format("hashtext({}) & 15", text);
}

std::string PostgresDialect::trim(const std::string& text) const {
  return fmt::format("btrim({}, {})", text, literal(" \t"));
}

std::string PostgresDialect::whole(const std::string& digits) const {
  return fmt::format("({})::int", digits);
}

std::string PostgresDialect::instant(std::int64_t seconds) const { return std::to_string(seconds); }

std::string PostgresDialect::divide(const std::string& value, std::int64_t by) const {
  return fmt::format("{} / {}", value, by);
}

std::string PostgresDialect::floor_to(const std::string& seconds, std::int64_t n) const {
  const std::int64_t reach = reach_of_instants(n);
  return fmt::format("(({seconds} + {reach}) / {n} * {n} - {reach})", "seconds"_a = seconds,
                     "reach"_a = reach, "n"_a = n);
}

std::string PostgresDialect::step_function(const std::string& x,
                                           std::span<const std::int64_t> steps,
                                           std::span<const std::int64_t> values) const {
  return fmt::format("(ARRAY[{values}])[width_bucket({x}, ARRAY[{steps}]::bigint[]) + 1]",
                     "values"_a = fmt::join(values, ","), "x"_a = x,
                     "steps"_a = fmt::join(steps, ","));
}

std::string PostgresDialect::sum(const std::string& value, const std::string& condition) const {
  return fmt::format("coalesce(sum({}){}, 0)", value,
                     condition.empty() ? "" : fmt::format(" FILTER (WHERE {})", condition));
}

std::string PostgresDialect::rows_where(const std::string& condition) const {
  return fmt::format("count(*) FILTER (WHERE {})", condition);
}

std::string PostgresDialect::first_of_each(const std::string& key, const std::string& value,
                                           const std::string& order,
                                           const std::string& select) const {
  return fmt::format(
      "SELECT DISTINCT ON ({key}) {key}, {value} FROM ({select}) g ORDER BY {key}, {order}",
      "key"_a = key, "value"_a = value, "select"_a = select, "order"_a = order);
}

std::size_t PostgresDialect::amount_columns() const { return 1; }

std::unique_ptr<ValueExpressions> PostgresDialect::values(RowLayers& layers, std::string prefix,
                                                          bool /*plain*/) const {
  return std::make_unique<PostgresValues>(*this, layers, std::move(prefix));
}

bool PostgresDialect::has_short_way() const { return false; }

std::string PostgresDialect::select(const RowLayers& layers, const std::string& list,
                                    const std::string& condition, const std::string& group) const {
  struct Layer {
    const RowLayers::Values* values;
    std::string above;  // all that is written outside of it
  };
  const std::string group_by = group.empty() ? "" : " GROUP BY " + group;
  std::vector<Layer> nested;  // from the outside inwards
  std::string above = list + ' ' + condition + group_by;
  const auto& steps = layers.steps();
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    nested.push_back({&step->second, above});
    for (const auto& [name, expression] : step->second)
      if (mentions(nested.back().above, name)) above += ' ' + expression;
  }
  std::string from = layers.table();
  std::string early = layers.source_condition();
  if (!layers.early_condition().empty())
    early += (early.empty() ? "" : " AND ") + layers.early_condition();
  std::vector<std::string> within;  // names that `from` has
  int level = 0;
  for (auto layer = nested.rbegin(); layer != nested.rend(); ++layer) {
    std::erase_if(within, [&](const std::string& name) { return !mentions(layer->above, name); });
    std::string columns = fmt::format("{}", fmt::join(within, ", "));
    const std::size_t passed = within.size();
    for (const auto& [name, expression] : *layer->values) {
      if (!mentions(layer->above, name)) continue;
      columns += (columns.empty() ? "" : ",\n  ") + expression + " AS " + name;
      within.push_back(name);
    }
    if (within.size() == passed) continue;
    from = fmt::format("(SELECT {columns}\nFROM {from}{where} OFFSET '0') s{level}",
                       "columns"_a = columns, "from"_a = from, "where"_a = where(early),
                       "level"_a = level++);
    early.clear();
  }
  const std::string both = early + (early.empty() || condition.empty() ? "" : " AND ") + condition;
  return "SELECT " + list + "\nFROM " + from + where(both) + group_by;
}

std::string PostgresDialect::named(RowLayers& /*layers*/, const std::string& name,
                                   const std::string& expression) const {
  return expression + " AS " + name;
}

// What the layers are to hand outwards needs a name of theirs.
std::string PostgresDialect::passed_on(RowLayers& layers, const std::string& name,
                                       const std::string& column) const {
  layers.add(RowStep::columns, name, column);
  return name;
}

// Faster without the state.
std::string PostgresDialect::wanted(const std::string& /*by_state*/,
                                    const std::string& skipped) const {
  return skipped.empty() ? "" : fmt::format("({}) IS NOT TRUE", skipped);
}

// As it stands, an index of the column can be used.
std::optional<std::string> PostgresDialect::looked_up(const ColumnInfo& column) const {
  const bool plain = column.type == "text" || column.type.starts_with("character varying");
  return identifier(column.name) + (plain ? "" : "::text");
}

std::string PostgresDialect::databases() const {
  return "SELECT datname FROM pg_catalog.pg_database WHERE datallowconn AND NOT datistemplate "
         "ORDER BY datname";
}

std::string PostgresDialect::tables(const std::string& /*database*/) const {
  return "SELECT n.nspname, c.relname, c.relkind, CASE WHEN c.reltuples > 0 THEN "
         "c.reltuples::bigint END, q.nspname, p.relname, CASE WHEN NOT "
         "has_schema_privilege(n.oid, 'USAGE') THEN 'usage' WHEN NOT has_table_privilege(c.oid, "
         "'SELECT') THEN 'select' END FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON "
         "n.oid = c.relnamespace LEFT JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid AND "
         "c.relispartition LEFT JOIN pg_catalog.pg_class p ON p.oid = i.inhparent LEFT JOIN "
         "pg_catalog.pg_namespace q ON q.oid = p.relnamespace WHERE c.relkind IN ('r', 'p', 'v', "
         "'m', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND NOT "
         "pg_is_other_temp_schema(n.oid) ORDER BY 1, 2";
}

// Domains are what they are made of.
std::string PostgresDialect::columns(const TableName& table,
                                     const std::string& /*database*/) const {
  return "SELECT a.attname, format_type(a.atttypid, a.atttypmod), coalesce(b.typname, "
         "t.typname), NOT a.attnotnull FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t "
         "ON t.oid = a.atttypid LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype WHERE "
         "a.attrelid = to_regclass(" +
         literal(this->table(table)) +
         ") AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
}

// One row of nothing has names and types, too.
std::string PostgresDialect::query_look(const std::string& query) const {
  return "SELECT json_object_keys(row_to_json(w)) FROM (SELECT s.* FROM (SELECT 1) o LEFT JOIN "
         "(SELECT * FROM " +
         query + " LIMIT 0) s ON true) w";
}

std::string PostgresDialect::query_columns(const std::string& query,
                                           std::span<const std::string> names) const {
  std::string texts;
  std::string types;
  for (const std::string& name : names) {
    const char* const comma = texts.empty() ? "" : ", ";
    texts += comma + literal(name);
    types += comma + fmt::format("pg_typeof(s.{})::oid", identifier(name));
  }
  return fmt::format(
      "SELECT c.name, format_type(c.type, NULL), coalesce(b.typname, t.typname), true FROM (SELECT "
      "unnest(ARRAY[{}]::text[]) AS name, unnest(ARRAY[{}]::oid[]) AS type, generate_series(1, {}) "
      "AS place FROM (SELECT 1) o LEFT JOIN (SELECT * FROM {} LIMIT 0) s ON true) c JOIN "
      "pg_catalog.pg_type t ON t.oid = c.type LEFT JOIN pg_catalog.pg_type b ON b.oid = "
      "t.typbasetype ORDER BY c.place",
      texts, types, names.size(), query);
}

// By the internal names of types.
ColumnClass PostgresDialect::column_class(std::string_view type) const {
  if (type == "int2" || type == "int4" || type == "int8") return ColumnClass::integer;
  if (type == "numeric" || type == "money") return ColumnClass::decimal;
  if (type == "timestamptz") return ColumnClass::instant;
  if (type == "timestamp") return ColumnClass::local;
  if (type == "date") return ColumnClass::date;
  if (type == "jsonb" || type == "json") return ColumnClass::json;
  return ColumnClass::text;
}

std::string PostgresDialect::table_engine(const TableName& /*table*/,
                                          const std::string& /*database*/) const {
  return {};
}

bool PostgresDialect::takes_prewhere(std::string_view /*table_engine*/) const { return false; }

std::string_view PostgresDialect::names_first() const { return {}; }

std::string PostgresDialect::path_fault(std::span<const std::string> /*path*/) const { return {}; }

std::string_view PostgresDialect::column_type(bool json) const { return json ? "jsonb" : "text"; }

std::size_t PostgresDialect::longest_name() const { return 63; }

bool PostgresDialect::checks_values() const { return true; }

}  // namespace footfall
