#include "model/sql/clickhouse_dialect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/sql/clickhouse_values.h"
#include "model/sql/clickhouse_words.h"
#include "model/sql/text_condition.h"

namespace footfall {
namespace {

using namespace fmt::literals;

std::string escaped(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    if (c == '\\' || c == quote) out += '\\';
    // A raw NUL would end the statement.
    if (c == '\0')
      out += "\\0";
    else
      out += c;
  }
  return out + quote;
}

}  // namespace

// Condition: the text holds these one behind the other. The leftmost place of each leaves the
// others the most room.
std::string ClickHouseDialect::in_order(const std::string& text,
                                        std::span<const std::string_view> parts) const {
  const std::string sought = literal(parts[0]);
  if (parts.size() == 1) return fmt::format("position({}, {}) > 0", text, sought);
  const std::string rest = fmt::format("ff_r{}", parts.size());
  const std::string place = fmt::format("ff_p{}", parts.size());
  const std::string behind =
      fmt::format("if({place} = 0, '', substring({rest}, {place} + {size}))", "place"_a = place,
                  "rest"_a = rest, "size"_a = parts[0].size());
  return let(rest, {text},
             let(place, {fmt::format("position({}, {})", rest, sought)},
                 in_order(behind, parts.subspan(1))));
}

std::string ClickHouseDialect::identifier(std::string_view name) const {
  return escaped(name, '"');
}

std::string ClickHouseDialect::literal(std::string_view text) const { return escaped(text, '\''); }

bool ClickHouseDialect::can_hold(std::string_view /*text*/) const { return true; }

// New versions take typographic quotes for quotes. A name given anywhere in a SELECT (AS) replaces
// the column of that name everywhere in it, also in a list of columns and with `*`.
const SqlMarks& ClickHouseDialect::marks() const {
  static const SqlMarks marks = {"'\"`",
                                 true,
                                 {},
                                 {";", "--", "/*", "#", "$", "\\", "‘", "’", "“", "”"},
                                 {"as", "arrayjoin", "unnest"}};
  return marks;
}

// Old versions have no EXPLAIN.
std::string ClickHouseDialect::check_of(const std::string& statement) const {
  return statement + " LIMIT 0";
}

std::string ClickHouseDialect::matches(const std::string& text, std::string_view pattern) const {
  return fmt::format("match({}, {})", text, literal(pattern));
}

// LIKE would read the text as UTF-8, which it need not be.
std::string ClickHouseDialect::meets(const std::string& text, const Condition& condition) const {
  if (condition.match == Match::is_not) return text + " != " + literal(condition.value);
  const std::vector<std::string_view> texts = texts_in_order(condition);
  if (texts.size() == 1) return text + " = " + literal(texts[0]);
  const std::string_view front = texts.front();
  const std::string_view back = texts.back();
  std::vector<std::string_view> middle(texts.begin() + 1, texts.end() - 1);
  std::erase(middle, std::string_view());
  // What is used once needs no name.
  const bool once = back.empty() && (front.empty() || middle.empty());
  const std::string x = once ? text : "ff_x";
  std::string all;
  const auto ask = [&](const std::string& one) { all += (all.empty() ? "" : " AND ") + one; };
  if (!front.empty() && !back.empty())
    ask(fmt::format("length({}) >= {}", x, front.size() + back.size()));
  if (!front.empty())
    ask(fmt::format("substring({}, 1, {}) = {}", x, front.size(), literal(front)));
  if (!back.empty())
    ask(fmt::format("substring({0}, greatest(toInt64(length({0})) - {1}, 0) + 1) = {2}", x,
                    back.size(), literal(back)));
  if (!middle.empty()) {
    std::string between = x;
    if (!front.empty() || !back.empty())
      between = fmt::format("substring({0}, {1}, greatest(toInt64(length({0})) - {2}, 0))", x,
                            front.size() + 1, front.size() + back.size());
    ask(in_order(between, middle));
  }
  if (all.empty()) return kAlways;
  return once ? all : let(x, {text}, all);
}

std::string ClickHouseDialect::currency(const std::string& text) const {
  const std::string blanks = fmt::format("(?:{})+", fmt::join(kAllBlanks, "|"));
  return "upper(" + replaced_all(*this, text, fmt::format("^{0}|{0}$", blanks)) + ')';
}

std::string ClickHouseDialect::slice(const std::string& text, int from, int length) const {
  return fmt::format("substring({}, {}, {})", text, from, length);
}

std::string ClickHouseDialect::in_quotes(const std::string& text) const {
  return fmt::format("concat({0}, replaceAll({1}, {0}, {2}), {0})", literal("'"), text,
                     literal("''"));
}

std::string ClickHouseDialect::joined(std::span<const std::string> texts) const {
  return fmt::format("concat({}, '')", fmt::join(texts, ", ',', "));
}

std::string ClickHouseDialect::spread(const std::string& text) const {
  return fmt::format("cityHash64({}) % 16", text);
}

std::string ClickHouseDialect::trim(const std::string& text) const {
  return replaced_all(*this, text, "^[ \t]+|[ \t]+$");
}

std::string ClickHouseDialect::whole(const std::string& digits) const {
  return fmt::format("toInt64OrZero({})", digits);
}

std::string ClickHouseDialect::instant(std::int64_t seconds) const {
  return fmt::format("toInt64({})", seconds);
}

std::string ClickHouseDialect::divide(const std::string& value, std::int64_t by) const {
  return fmt::format("intDiv({}, {})", value, by);
}

std::string ClickHouseDialect::floor_to(const std::string& seconds, std::int64_t n) const {
  const std::int64_t reach = reach_of_instants(n);
  return fmt::format("(intDiv({seconds} + {reach}, {n}) * {n} - {reach})", "seconds"_a = seconds,
                     "reach"_a = reach, "n"_a = n);
}

// The sum of all changes that lie behind.
std::string ClickHouseDialect::step_function(const std::string& x,
                                             std::span<const std::int64_t> steps,
                                             std::span<const std::int64_t> values) const {
  std::vector<std::int64_t> changes;
  for (std::size_t i = 1; i < values.size(); ++i) changes.push_back(values[i] - values[i - 1]);
  return fmt::format(
      "({first} + arraySum((ff_from, ff_step) -> if({x} >= ff_from, ff_step, 0), CAST('[{steps}]' "
      "AS Array(Int64)), CAST('[{changes}]' AS Array(Int64))))",
      "first"_a = values[0], "x"_a = x, "steps"_a = fmt::join(steps, ","),
      "changes"_a = fmt::join(changes, ","));
}

// Version 18 knows no FILTER, and its sums of 64-bit numbers wrap; those of decimals have 128.
std::string ClickHouseDialect::sum(const std::string& value, const std::string& condition) const {
  const std::string chosen =
      condition.empty() ? value : fmt::format("CASE WHEN {} THEN {} ELSE 0 END", condition, value);
  return fmt::format("sum(toDecimal128(toInt64({}), 0))", chosen);
}

std::string ClickHouseDialect::rows_where(const std::string& condition) const {
  return fmt::format("countIf({})", condition);
}

std::string ClickHouseDialect::first_of_each(const std::string& key, const std::string& value,
                                             const std::string& order,
                                             const std::string& select) const {
  return fmt::format(
      "SELECT {key}, {value} FROM ({select}) g ORDER BY {key}, {order} LIMIT 1 BY {key}",
      "key"_a = key, "value"_a = value, "select"_a = select, "order"_a = order);
}

std::size_t ClickHouseDialect::amount_columns() const { return 2; }

std::unique_ptr<ValueExpressions> ClickHouseDialect::values(RowLayers& layers, std::string prefix,
                                                            bool plain) const {
  return std::make_unique<ClickHouseValues>(*this, layers, std::move(prefix), plain);
}

bool ClickHouseDialect::has_short_way() const { return true; }

std::string ClickHouseDialect::select(const RowLayers& layers, const std::string& list,
                                      const std::string& condition,
                                      const std::string& group) const {
  std::string with;
  for (const auto& [step, values] : layers.steps())
    for (const auto& [name, expression] : values)
      with += (with.empty() ? "WITH " : ",\n  ") + expression + " AS " + name;
  const std::string& early = layers.early_condition();
  const bool before = layers.prewhere() && !early.empty();
  std::string where = layers.source_condition();
  for (const std::string& one : {before ? std::string() : early, condition})
    if (!one.empty()) where += (where.empty() ? "" : " AND ") + one;
  return with + "\nSELECT " + list + " FROM " + layers.table() +
         (before ? "\nPREWHERE " + early : "") + (where.empty() ? "" : "\nWHERE " + where) +
         (group.empty() ? "" : " GROUP BY " + group);
}

// Names are forgotten on the way to the shards unless they are aliases of a WITH.
std::string ClickHouseDialect::named(RowLayers& layers, const std::string& name,
                                     const std::string& expression) const {
  layers.add(RowStep::results, name, expression);
  return name;
}

std::string ClickHouseDialect::passed_on(RowLayers& /*layers*/, const std::string& /*name*/,
                                         const std::string& column) const {
  return column;
}

std::string ClickHouseDialect::wanted(const std::string& by_state,
                                      const std::string& /*skipped*/) const {
  return by_state;
}

std::optional<std::string> ClickHouseDialect::looked_up(const ColumnInfo& column) const {
  constexpr std::array<std::string_view, 4> kTexts = {
      "String", "Nullable(String)", "LowCardinality(String)", "LowCardinality(Nullable(String))"};
  if (std::ranges::find(kTexts, column.type) == kTexts.end()) return std::nullopt;
  return identifier(column.name);
}

std::string ClickHouseDialect::databases() const {
  return "SELECT name FROM system.databases WHERE lower(name) NOT IN ('system', "
         "'information_schema') ORDER BY name";
}

std::string ClickHouseDialect::tables(const std::string& database) const {
  return "SELECT database, name, engine, '', '', '', '' FROM system.tables WHERE database = " +
         literal(database) + " ORDER BY name";
}

std::string ClickHouseDialect::table_rows(const std::string& database) const {
  return "SELECT table, sum(rows) FROM system.parts WHERE active AND database = " +
         literal(database) + " GROUP BY table";
}

std::string ClickHouseDialect::columns(const TableName& table, const std::string& database) const {
  return "SELECT name, type, type, match(type, '^(?:LowCardinality[(])?(?:Nullable|Variant|"
         "Dynamic)') FROM system.columns WHERE database = " +
         literal(table.schema.empty() ? database : table.schema) +
         " AND table = " + literal(table.name);
}

std::string ClickHouseDialect::query_look(const std::string& query) const {
  return "DESCRIBE TABLE " + query.substr(0, query.rfind(')') + 1);
}

std::string ClickHouseDialect::query_columns(const std::string& /*query*/,
                                             std::span<const std::string> /*names*/) const {
  return {};
}

// Nullable and LowCardinality are looked through.
ColumnClass ClickHouseDialect::column_class(std::string_view type) const {
  for (const std::string_view wrapper : {"LowCardinality(", "Nullable("})
    if (type.starts_with(wrapper) && type.ends_with(')'))
      type = type.substr(wrapper.size(), type.size() - wrapper.size() - 1);
  constexpr std::array<std::string_view, 8> kIntegers = {"Int8",  "Int16",  "Int32",  "Int64",
                                                         "UInt8", "UInt16", "UInt32", "UInt64"};
  if (std::ranges::find(kIntegers, type) != kIntegers.end()) return ColumnClass::integer;
  if (type.starts_with("DateTime")) return ColumnClass::instant;
  if (type == "Date" || type == "Date32") return ColumnClass::date;
  if (type == "JSON" || type.starts_with("JSON(")) return ColumnClass::json;
  return ColumnClass::text;
}

std::string ClickHouseDialect::table_engine(const TableName& table,
                                            const std::string& database) const {
  return "SELECT engine FROM system.tables WHERE name = " + literal(table.name) +
         " AND database = " + literal(table.schema.empty() ? database : table.schema);
}

// Only tables of the MergeTree family can look at some columns first.
bool ClickHouseDialect::takes_prewhere(std::string_view table_engine) const {
  return table_engine.ends_with("MergeTree");
}

// Columns that are computed are left out, so the answer names those that it gives.
std::string_view ClickHouseDialect::names_first() const { return " FORMAT TabSeparatedWithNames"; }

std::string ClickHouseDialect::path_fault(std::span<const std::string> path) const {
  return path.size() > 1 ? "in ClickHouse only the keys at the top of a JSON text can be read" : "";
}

std::string_view ClickHouseDialect::column_type(bool /*json*/) const { return "Nullable(String)"; }

std::size_t ClickHouseDialect::longest_name() const { return SIZE_MAX; }

bool ClickHouseDialect::checks_values() const { return false; }

}  // namespace footfall
