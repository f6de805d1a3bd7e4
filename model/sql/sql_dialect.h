#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/sql/row_layers.h"
#include "model/sql/schema.h"
#include "model/sql/sql_connection.h"

namespace footfall {

class ValueExpressions;
struct Condition;
struct ImportTarget;

/// How a server tells texts and names from the rest of a statement.
struct SqlMarks {
  std::string_view quotes;
  bool escapes = false;  ///< a backslash within quotes takes what follows
  /// Letters that make it do so when one of them stands before a quote, as a word of its own.
  std::string_view escaping;
  std::vector<std::string_view> strays;  ///< what a condition has no use for outside of quotes
  /// Words, in small letters, that change the whole statement they stand in. One could be the name
  /// of a function in quotes, too.
  std::vector<std::string_view> reaching = {};
};

/// What is said to one kind of server: PostgresDialect, ClickHouseDialect. Those who write
/// statements ask it for whatever the servers do not share, and name none of them. Functions that
/// return text return an expression or a statement; arguments are expressions where nothing else is
/// said. Immutable: one object of each, for all threads.
class SqlDialect {
 public:
  virtual ~SqlDialect() = default;

  /// A name or a text as one token of a statement, whatever it holds.
  [[nodiscard]] virtual std::string identifier(std::string_view name) const = 0;
  [[nodiscard]] virtual std::string literal(std::string_view text) const = 0;
  /// `"schema"."name"` or `"name"`; a query in parentheses, with a name.
  [[nodiscard]] std::string table(const TableName& table) const;
  /// False for a text that no column holds and no statement may.
  [[nodiscard]] virtual bool can_hold(std::string_view text) const = 0;
  /// False for a text that may fail as a literal.
  [[nodiscard]] virtual bool can_write(std::string_view text) const { return can_hold(text); }
  [[nodiscard]] virtual const SqlMarks& marks() const = 0;
  /// A statement that has the server check another one, without reading rows for it. Its answer
  /// does not matter.
  [[nodiscard]] virtual std::string check_of(const std::string& statement) const = 0;

  /// Condition: a text is one of these, all of which a column can hold.
  [[nodiscard]] virtual std::string is_one_of(const std::string& text,
                                              std::span<const std::string> values) const;
  /// Condition: the text has the form of a regular expression.
  [[nodiscard]] virtual std::string matches(const std::string& text,
                                            std::string_view pattern) const = 0;
  /// Condition: a text without null meets one of a person's, by its bytes.
  [[nodiscard]] virtual std::string meets(const std::string& text,
                                          const Condition& condition) const = 0;
  /// The one spelling of a currency: canonical_currency().
  [[nodiscard]] virtual std::string currency(const std::string& text) const = 0;
  /// `length` bytes from the first (1) on of a text of ASCII; elsewhere of an example to look at.
  [[nodiscard]] virtual std::string slice(const std::string& text, int from, int length) const = 0;
  /// Between apostrophes, each within doubled.
  [[nodiscard]] virtual std::string in_quotes(const std::string& text) const = 0;
  /// One text of several, with commas between.
  [[nodiscard]] virtual std::string joined(std::span<const std::string> texts) const = 0;
  /// One of 16 numbers by what the text holds.
  [[nodiscard]] virtual std::string spread(const std::string& text) const = 0;
  /// Without blanks and tabs around.
  [[nodiscard]] virtual std::string trim(const std::string& text) const = 0;
  /// The whole number of a text of digits.
  [[nodiscard]] virtual std::string whole(const std::string& digits) const = 0;
  /// An instant in seconds, wide enough to be told from others.
  [[nodiscard]] virtual std::string instant(std::int64_t seconds) const = 0;
  /// Whole numbers, cut toward zero; `value` is a name or stands in brackets.
  [[nodiscard]] virtual std::string divide(const std::string& value, std::int64_t by) const = 0;
  /// The multiple of n at or below an instant in seconds; whole numbers.
  [[nodiscard]] virtual std::string floor_to(const std::string& seconds, std::int64_t n) const = 0;
  /// values[0] below steps[0], values[i] from steps[i - 1] on; at least one step.
  [[nodiscard]] virtual std::string step_function(const std::string& x,
                                                  std::span<const std::int64_t> steps,
                                                  std::span<const std::int64_t> values) const = 0;

  /// The sum of whole numbers, or of PostgreSQL's decimals, 0 over nothing, of all rows or (not
  /// empty) those of a condition.
  [[nodiscard]] virtual std::string sum(const std::string& value,
                                        const std::string& condition = {}) const = 0;
  [[nodiscard]] virtual std::string rows_where(const std::string& condition) const = 0;
  /// The `value` that is first by the order, of each `key` of a SELECT; by key.
  [[nodiscard]] virtual std::string first_of_each(const std::string& key, const std::string& value,
                                                  const std::string& order,
                                                  const std::string& select) const = 0;
  /// Columns that a sum of amounts takes: one decimal number, or whole parts and decimals apart.
  [[nodiscard]] virtual std::size_t amount_columns() const = 0;

  /// How values are read, on `layers`. Names begin with `prefix`, which no column of the table
  /// does. `plain` asks for the short way, where there is one.
  [[nodiscard]] virtual std::unique_ptr<ValueExpressions> values(RowLayers& layers,
                                                                 std::string prefix,
                                                                 bool plain) const = 0;
  /// There are short expressions that know the usual forms of numbers, times and JSON alone and end
  /// the statement (SqlErrorKind::inexact) where they meet another one.
  [[nodiscard]] virtual bool has_short_way() const = 0;

  /// RowLayers::select().
  [[nodiscard]] virtual std::string select(const RowLayers& layers, const std::string& list,
                                           const std::string& condition,
                                           const std::string& group) const = 0;
  /// An item of a SELECT's list that statements around it know by the name.
  [[nodiscard]] virtual std::string named(RowLayers& layers, const std::string& name,
                                          const std::string& expression) const = 0;
  /// A column as it stands in the table; `name` is free.
  [[nodiscard]] virtual std::string passed_on(RowLayers& layers, const std::string& name,
                                              const std::string& column) const = 0;
  /// The condition of the rows wanted: by their state, or as those that are not `skipped` (empty:
  /// none is).
  [[nodiscard]] virtual std::string wanted(const std::string& by_state,
                                           const std::string& skipped) const = 0;
  /// How a condition on a column of texts is to name it, so that what is looked at is less (by an
  /// index); nothing where a condition would only cost.
  [[nodiscard]] virtual std::optional<std::string> looked_up(const ColumnInfo& column) const = 0;

  /// Statements that list what is there: names; schema and name, kind, rows (empty: not known),
  /// schema and name of what it is a partition of, and what is missing to read it ("select",
  /// "usage" of the schema, or nothing); name, type, what column_class() takes, whether it is
  /// nullable. `database` is the connection's.
  [[nodiscard]] virtual std::string databases() const = 0;
  [[nodiscard]] virtual std::string tables(const std::string& database) const = 0;
  /// Name and rows of tables, where tables() does not tell; else empty. May be refused.
  [[nodiscard]] virtual std::string table_rows(const std::string& /*database*/) const { return {}; }
  [[nodiscard]] virtual std::string columns(const TableName& table,
                                            const std::string& database) const = 0;
  /// Has a server look at a query (dialect.table()) without running it; the first column of the
  /// answer holds the names of its columns, the second, where there is one, their types.
  [[nodiscard]] virtual std::string query_look(const std::string& query) const = 0;
  /// The same as columns() of a query; empty where query_look() has told all.
  [[nodiscard]] virtual std::string query_columns(const std::string& query,
                                                  std::span<const std::string> names) const = 0;
  [[nodiscard]] virtual ColumnClass column_class(std::string_view type) const = 0;
  /// Asks for the one word that takes_prewhere() is told; empty where it does not matter.
  [[nodiscard]] virtual std::string table_engine(const TableName& table,
                                                 const std::string& database) const = 0;
  [[nodiscard]] virtual bool takes_prewhere(std::string_view table_engine) const = 0;
  /// What makes a SELECT answer the names of its columns first; empty where they are those that
  /// columns() lists.
  [[nodiscard]] virtual std::string_view names_first() const = 0;
  /// What is wrong with reading the path in a column of JSON, or nothing.
  [[nodiscard]] virtual std::string path_fault(std::span<const std::string> path) const = 0;

  /// Of a column that is made for texts, or for JSON.
  [[nodiscard]] virtual std::string_view column_type(bool json) const = 0;
  [[nodiscard]] virtual std::size_t longest_name() const = 0;
  /// Takes texts that are UTF-8 without NUL alone, looks into JSON, and tells where a value is
  /// missing that must not be.
  [[nodiscard]] virtual bool checks_values() const = 0;
  /// Copies all rows of the source into the target, or none.
  [[nodiscard]] virtual SqlStatus import(SqlConnection& connection, const ImportTarget& target,
                                         const RowSource& rows,
                                         const QueryControl& control) const = 0;
};

[[nodiscard]] const SqlDialect& dialect_of(SqlEngine engine);
/// The one for the database of a connection.
[[nodiscard]] const SqlDialect& dialect_of(const SqlConnection& connection);

/// What is added to an instant so that it is not negative, where division cuts toward zero: a
/// multiple of n, beyond every instant that a table may hold.
[[nodiscard]] constexpr std::int64_t reach_of_instants(std::int64_t n) {
  constexpr std::int64_t kReach = 70'000'000'000;
  return (kReach + n - 1) / n * n;
}

}  // namespace footfall
