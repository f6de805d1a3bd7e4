#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/step.h"
#include "model/sql/column_mapping.h"
#include "model/sql/sql_dialect.h"
#include "model/sql/zone_table.h"

// How the contract's rules for values read in SQL. Each function adds what it needs to the layers
// and returns conditions and expressions in terms of the names it added. Conditions are false where
// they do not apply; "0 = 1" stands for never.
namespace footfall {

inline constexpr const char* kNever = "0 = 1";
inline constexpr const char* kAlways = "0 = 0";

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

struct DateSql {
  std::string possible;  ///< condition: the text is a YYYY-MM-DD that the calendar has
  std::string days;      ///< since 1970, of a possible one
};

/// What both servers share; how they read values otherwise is in PostgresValues, ClickHouseValues.
class ValueExpressions {
 public:
  /// Names begin with `prefix`, which no column of the table does.
  ValueExpressions(const SqlDialect& dialect, RowLayers& layers, std::string prefix)
      : dialect_(dialect), layers_(layers), prefix_(std::move(prefix)) {}
  virtual ~ValueExpressions() = default;

  [[nodiscard]] TextSql text(const std::string& role, const std::optional<ColumnSource>& source);
  [[nodiscard]] TextSql trimmed_text(const std::string& role,
                                     const std::optional<ColumnSource>& source);
  /// A text that is YYYY-MM-DD for dates and times.
  [[nodiscard]] TextSql date_text(const std::string& role,
                                  const std::optional<ColumnSource>& source);
  [[nodiscard]] DateSql date(const std::string& role, const std::string& text);
  /// Times 10 to the `shift`.
  [[nodiscard]] NumberSql number(const std::string& role, const std::optional<ColumnSource>& source,
                                 int shift = 0);
  /// The same where `-` is a missing value too.
  [[nodiscard]] NumberSql number_or_dash(const std::string& role,
                                         const std::optional<ColumnSource>& source, int shift);
  /// A value of a number, 0 where it is missing.
  [[nodiscard]] virtual std::string or_zero(const std::string& value) const = 0;
  /// What tells a missing number from 0, where its value does not; else nothing.
  [[nodiscard]] virtual std::string presence(const NumberSql& number) const = 0;
  /// A point in time by the rules of timestamps. `readings` is the zone of readings without offset,
  /// null for UTC. `stretch` is set to an expression that says in which stretch of time the value
  /// lies, whatever the zones.
  [[nodiscard]] TimeSql time(const std::string& role, const std::optional<ColumnSource>& source,
                             const ZoneTable* readings, std::string& stretch);
  /// What stands there, for those who read it by themselves; the source is there.
  struct WrittenSql {
    std::string text;     ///< empty where missing
    std::string wrong;    ///< condition: a JSON value of the wrong type
    std::string seconds;  ///< of what the server has as a time; else "NULL"
  };
  [[nodiscard]] WrittenSql written(const std::string& role, const ColumnSource& source);
  /// Whole seconds, written as a number.
  [[nodiscard]] TimeSql epoch(const std::string& role, const std::optional<ColumnSource>& source);
  /// The first instant of the hour of the report zone (null for UTC).
  [[nodiscard]] std::string hour(const std::string& seconds, const ZoneTable* zone);
  /// The same of an hour's day or week, as the clock reads there: seconds as if it were UTC.
  [[nodiscard]] std::string step(const std::string& hour, Step step, const ZoneTable* zone);

  /// What clocks of the zone (null for UTC) show, as seconds since 1970.
  [[nodiscard]] std::string clock(const std::string& seconds, const ZoneTable* zone);
  /// Of what clocks show: 0 to 23; days since 1970. Of those 0 for Monday to 6 for Sunday.
  [[nodiscard]] std::string hour_of_day(const std::string& clock) const;
  [[nodiscard]] std::string days(const std::string& clock) const;
  [[nodiscard]] static std::string weekday(const std::string& days);

  /// A name that the layers know from the step on.
  std::string define(RowStep step, const std::string& name, const std::string& expression);

 protected:
  // The form of a number; more than it may be, either way.
  static constexpr std::string_view kNumber =
      R"(^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$)";
  static constexpr const char* kMost = "1000000000000000000";
  // The form of a timestamp: every part but the year and the length of the month is checked by it.
  static constexpr std::string_view kReading =
      "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9]"
      "(?::(?:[0-5][0-9]|60)(?:[.,][0-9]+)?)?"
      "(?:[Zz]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?$";
  // The offset at the end of what follows its minutes.
  static constexpr std::string_view kOffset = "([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)$";

  [[nodiscard]] virtual std::string column_text(const ColumnInfo& column) const = 0;
  [[nodiscard]] virtual TextSql json_text(const std::string& role, const ColumnSource& source) = 0;
  [[nodiscard]] virtual std::string shown_date(const ColumnInfo& column) const = 0;
  /// The value where the condition holds; may be anything elsewhere, but no error.
  [[nodiscard]] virtual std::string only_where(const std::string& condition,
                                               const std::string& value) const = 0;
  /// The value of a number without a column.
  [[nodiscard]] virtual std::vector<std::string> no_number() const = 0;
  /// Where the server knows the value as a number.
  [[nodiscard]] virtual std::optional<NumberSql> typed_number(const std::string& role,
                                                              const ColumnSource& source) = 0;
  [[nodiscard]] virtual NumberSql number_of_text(const std::string& role, const TextSql& text,
                                                 RowStep step) = 0;
  /// A trimmed number with another exponent, a text that is none as it is. Far exponents (those
  /// that are not `near`) stay: they make 0 of it or more than is in range, either way.
  struct Exponent {
    std::string near;
    std::string present;
    std::string digits;  ///< without zeros in front
  };
  [[nodiscard]] virtual std::string with_exponent(const std::string& number,
                                                  const Exponent& exponent, int shift) const = 0;
  /// The server's words for replacing what a pattern finds first.
  [[nodiscard]] virtual std::string replaced(const std::string& text, std::string_view pattern,
                                             std::string_view by) const = 0;
  /// Seconds of a column of the server's own type.
  struct NativeTime {
    std::string seconds;
    std::string missing;
  };
  [[nodiscard]] virtual NativeTime native_time(const ColumnInfo& column) const = 0;
  /// Condition: such seconds are none.
  [[nodiscard]] virtual std::string no_instant(const std::string& seconds) const = 0;
  [[nodiscard]] virtual TimeSql time_of_text(const std::string& role, const TextSql& text,
                                             const ZoneTable* readings) = 0;
  [[nodiscard]] virtual std::string whole_seconds(const std::string& role,
                                                  const NumberSql& number) = 0;
  [[nodiscard]] virtual std::string hour_in_zone(const std::string& seconds,
                                                 const ZoneTable& zone) = 0;
  /// The last two digits of an offset.
  [[nodiscard]] virtual std::string last_two(const std::string& zone) const = 0;

  [[nodiscard]] static std::string missing_unless_wrong(const std::string& missing,
                                                        const TextSql& text);
  [[nodiscard]] static std::string in_range(const std::string& seconds);
  [[nodiscard]] static std::string possible_date(const std::string& year, const std::string& month,
                                                 const std::string& day);
  [[nodiscard]] std::string civil_days(const std::string& year, const std::string& month,
                                       const std::string& day) const;
  [[nodiscard]] std::string clock_seconds(const std::string& reading) const;
  [[nodiscard]] std::string offset_seconds(const std::string& zone) const;
  [[nodiscard]] std::string instant_of(const std::string& reading, const ZoneTable* readings) const;
  /// What is no instant of the calendar.
  [[nodiscard]] std::string no_time(const std::string& seconds) const;

  const SqlDialect& dialect_;
  RowLayers& layers_;
  std::string prefix_;

 private:
  [[nodiscard]] std::string shifted(const std::string& role, const std::string& text, int shift);
  [[nodiscard]] TimeSql native(const std::string& role, const ColumnInfo& column);
};

}  // namespace footfall
