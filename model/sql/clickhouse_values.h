#pragma once

#include "model/sql/value_expressions.h"

namespace footfall {

/// Values in ClickHouse's words: each in one expression, as an array of its parts, since newer
/// versions write every use of a name out in full. The short way knows the usual forms alone.
class ClickHouseValues final : public ValueExpressions {
 public:
  ClickHouseValues(const SqlDialect& dialect, RowLayers& layers, std::string prefix, bool plain)
      : ValueExpressions(dialect, layers, std::move(prefix)), plain_(plain) {}
  [[nodiscard]] std::string or_zero(const std::string& value) const override;
  [[nodiscard]] std::string presence(const NumberSql& number) const override;

 private:
  [[nodiscard]] std::string column_text(const ColumnInfo& column) const override;
  [[nodiscard]] TextSql json_text(const std::string& role, const ColumnSource& source) override;
  [[nodiscard]] std::string shown_date(const ColumnInfo& column) const override;
  [[nodiscard]] std::string only_where(const std::string& condition,
                                       const std::string& value) const override;
  [[nodiscard]] std::vector<std::string> no_number() const override;
  [[nodiscard]] std::optional<NumberSql> typed_number(const std::string& role,
                                                      const ColumnSource& source) override;
  [[nodiscard]] NumberSql number_of_text(const std::string& role, const TextSql& text,
                                         RowStep step) override;
  [[nodiscard]] std::string with_exponent(const std::string& number, const Exponent& exponent,
                                          int shift) const override;
  [[nodiscard]] std::string replaced(const std::string& text, std::string_view pattern,
                                     std::string_view by) const override;
  [[nodiscard]] NativeTime native_time(const ColumnInfo& column) const override;
  [[nodiscard]] std::string no_instant(const std::string& seconds) const override;
  [[nodiscard]] TimeSql time_of_text(const std::string& role, const TextSql& text,
                                     const ZoneTable* readings) override;
  [[nodiscard]] std::string whole_seconds(const std::string& role,
                                          const NumberSql& number) override;
  [[nodiscard]] std::string hour_in_zone(const std::string& seconds,
                                         const ZoneTable& zone) override;
  [[nodiscard]] std::string last_two(const std::string& zone) const override;

  /// [whole part, decimals, fault (1 bad, 2 out of range), rounded, missing] of a trimmed text.
  [[nodiscard]] std::string number_parts(const std::string& s) const;
  [[nodiscard]] std::string plain_number_parts(const std::string& s) const;
  [[nodiscard]] std::string plain_json(const ColumnSource& source) const;

  bool plain_;
};

}  // namespace footfall
