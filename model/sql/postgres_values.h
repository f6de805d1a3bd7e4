#pragma once

#include "model/sql/value_expressions.h"

namespace footfall {

/// Values in PostgreSQL's words: one step after the other, null where there is none.
class PostgresValues final : public ValueExpressions {
 public:
  using ValueExpressions::ValueExpressions;
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

  [[nodiscard]] NumberSql integer(const std::string& role, const ColumnInfo& column);
  [[nodiscard]] NumberSql decimal(const std::string& role, const ColumnInfo& column);
  [[nodiscard]] NumberSql jsonb_number(const std::string& role, const ColumnSource& source);
  /// `first_case`, where it is not empty, is looked at before the text.
  [[nodiscard]] NumberSql number_of(const std::string& role, const TextSql& text, RowStep step,
                                    const std::string& first_case);
  [[nodiscard]] NumberSql rounded(const std::string& role, RowStep step);
};

}  // namespace footfall
