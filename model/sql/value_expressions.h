#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/sql/column_mapping.h"
#include "model/sql/row_layers.h"
#include "model/sql/zone_table.h"

// How the contract's rules for values read in SQL. Each function adds what it needs to the layers
// and returns conditions and expressions in terms of the names it added. Conditions are false where
// they do not apply; "0 = 1" stands for never.
namespace footfall {

inline constexpr const char* kNever = "0 = 1";

struct TextSql {
  std::string missing = "0 = 0";
  std::string wrong = kNever;  ///< a JSON value of the wrong type
  std::string text = "''";     ///< empty where missing
};

struct NumberSql {
  std::string missing = "0 = 0";
  std::string wrong = kNever;
  std::string bad = kNever;
  std::string out = kNever;      ///< out of range; in PostgreSQL of wrong and bad ones too
  std::string rounded = kNever;  ///< had digits after the 18th decimal
  std::string negative = kNever;
  std::string positive = kNever;
  std::string fraction = kNever;  ///< is not whole
  /// The value, rounded to 18 decimals: one column in PostgreSQL (null where missing); in
  /// ClickHouse its whole part and its decimals as whole number, both with the sign (0 where
  /// missing).
  std::vector<std::string> value;
  /// In PostgreSQL the value of a counted row written out: cheaper than the name, if used once.
  std::vector<std::string> once;
};

struct TimeSql {
  std::string missing = "0 = 0";
  std::string wrong = kNever;
  std::string bad = kNever;
  std::string out = kNever;
  std::string rounded = kNever;
  std::string seconds = "0";  ///< of the instant
};

class ValueExpressions {
 public:
  /// Names begin with `prefix`, which no column of the table does.
  /// `plain` writes short expressions for ClickHouse that know the usual forms of numbers, times
  /// and JSON alone and end the statement (SqlErrorKind::inexact) where they meet another one.
  ValueExpressions(SqlEngine engine, RowLayers& layers, std::string prefix, bool plain)
      : engine_(engine), layers_(layers), prefix_(std::move(prefix)), plain_(plain) {}

  [[nodiscard]] TextSql text(const std::string& role, const std::optional<ColumnSource>& source);
  [[nodiscard]] TextSql trimmed_text(const std::string& role,
                                     const std::optional<ColumnSource>& source);
  /// A text that is YYYY-MM-DD for dates and times.
  [[nodiscard]] TextSql date_text(const std::string& role,
                                  const std::optional<ColumnSource>& source);
  /// Condition: the text is a possible YYYY-MM-DD.
  [[nodiscard]] std::string is_date(const std::string& role, const std::string& text);
  /// Times 10 to the `shift`.
  [[nodiscard]] NumberSql number(const std::string& role, const std::optional<ColumnSource>& source,
                                 int shift = 0);
  /// The same where `-` is a missing value too.
  [[nodiscard]] NumberSql number_or_dash(const std::string& role,
                                         const std::optional<ColumnSource>& source, int shift);
  /// A point in time by the rules of timestamps. `readings` is the zone of readings without offset,
  /// null for UTC. `stretch` is set to an expression that says in which stretch of time the value
  /// lies, whatever the zones.
  [[nodiscard]] TimeSql time(const std::string& role, const std::optional<ColumnSource>& source,
                             const ZoneTable* readings, std::string& stretch);
  /// Whole seconds, written as a number.
  [[nodiscard]] TimeSql epoch(const std::string& role, const std::optional<ColumnSource>& source);
  /// The first instant of the hour of the report zone (null for UTC).
  [[nodiscard]] std::string hour(const std::string& seconds, const ZoneTable* zone);

  /// A name that the layers know from the step on.
  std::string define(int step, const std::string& name, const std::string& expression);

 private:
  [[nodiscard]] bool postgres() const { return engine_ == SqlEngine::postgresql; }
  [[nodiscard]] std::string literal(std::string_view text) const;
  [[nodiscard]] std::string matches(const std::string& text, std::string_view pattern) const;
  [[nodiscard]] std::string slice(const std::string& text, int from, int length) const;
  [[nodiscard]] std::string whole(const std::string& digits) const;
  [[nodiscard]] std::string trim(const std::string& text) const;
  [[nodiscard]] std::string column_text(const ColumnInfo& column) const;
  [[nodiscard]] TextSql json_text(const std::string& role, const ColumnSource& source);
  [[nodiscard]] std::string shifted(const std::string& role, const std::string& text, int shift);
  [[nodiscard]] NumberSql integer(const std::string& role, const ColumnInfo& column);
  [[nodiscard]] NumberSql decimal(const std::string& role, const ColumnInfo& column);
  [[nodiscard]] NumberSql number_of_text(const std::string& role, const TextSql& text, int step,
                                         const std::string& first_case = {});
  [[nodiscard]] NumberSql postgres_number(const std::string& role, int step);
  [[nodiscard]] NumberSql clickhouse_number(const std::string& role, const TextSql& text, int step);
  [[nodiscard]] std::string clickhouse_parts(const std::string& s) const;
  [[nodiscard]] std::string plain_parts(const std::string& s) const;
  [[nodiscard]] std::string plain_json(const ColumnSource& source) const;
  [[nodiscard]] static std::string json_key_pattern(const std::string& key);
  [[nodiscard]] NumberSql jsonb_number(const std::string& role, const ColumnSource& source);
  [[nodiscard]] TextSql clickhouse_json(const std::string& role, const ColumnSource& source);
  [[nodiscard]] std::string possible_date(const std::string& y, const std::string& m,
                                          const std::string& d) const;
  [[nodiscard]] std::string civil_days(const std::string& y, const std::string& m,
                                       const std::string& d) const;
  [[nodiscard]] std::string offset_seconds(const std::string& zone) const;
  [[nodiscard]] std::string clock_seconds(const std::string& s) const;
  [[nodiscard]] TimeSql clickhouse_time(const std::string& role, const TextSql& text,
                                        const ZoneTable* readings);
  [[nodiscard]] std::string native_seconds(const ColumnInfo& column, std::string& missing) const;

  SqlEngine engine_;
  RowLayers& layers_;
  std::string prefix_;
  bool plain_;
};

/// The multiple of n at or below x, an instant in seconds; whole numbers.
[[nodiscard]] std::string floor_to(SqlEngine engine, const std::string& x, std::int64_t n);

/// Gives values names for one expression: ClickHouse has no other way to use a value twice without
/// writing it out twice, and what is written out again and again takes its time to be analysed.
[[nodiscard]] std::string let(std::string_view names, const std::vector<std::string>& values,
                              const std::string& body);

}  // namespace footfall
