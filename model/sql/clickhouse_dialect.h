#pragma once

#include "model/sql/sql_dialect.h"

namespace footfall {

/// What ClickHouse has taken since its version 18. A SELECT over layers is flat, with the
/// expressions as aliases: where the table is distributed, all of it then runs on the shards.
class ClickHouseDialect final : public SqlDialect {
 public:
  [[nodiscard]] std::string identifier(std::string_view name) const override;
  [[nodiscard]] std::string literal(std::string_view text) const override;
  [[nodiscard]] bool can_hold(std::string_view text) const override;
  [[nodiscard]] const SqlMarks& marks() const override;
  [[nodiscard]] std::string check_of(const std::string& statement) const override;
  [[nodiscard]] std::string matches(const std::string& text,
                                    std::string_view pattern) const override;
  [[nodiscard]] std::string meets(const std::string& text,
                                  const Condition& condition) const override;
  [[nodiscard]] std::string currency(const std::string& text) const override;
  [[nodiscard]] std::string slice(const std::string& text, int from, int length) const override;
  [[nodiscard]] std::string in_quotes(const std::string& text) const override;
  [[nodiscard]] std::string joined(std::span<const std::string> texts) const override;
  [[nodiscard]] std::string spread(const std::string& text) const override;
  [[nodiscard]] std::string trim(const std::string& text) const override;
  [[nodiscard]] std::string whole(const std::string& digits) const override;
  [[nodiscard]] std::string instant(std::int64_t seconds) const override;
  [[nodiscard]] std::string divide(const std::string& value, std::int64_t by) const override;
  [[nodiscard]] std::string floor_to(const std::string& seconds, std::int64_t n) const override;
  [[nodiscard]] std::string step_function(const std::string& x, std::span<const std::int64_t> steps,
                                          std::span<const std::int64_t> values) const override;
  [[nodiscard]] std::string sum(const std::string& value,
                                const std::string& condition) const override;
  [[nodiscard]] std::string rows_where(const std::string& condition) const override;
  [[nodiscard]] std::string first_of_each(const std::string& key, const std::string& value,
                                          const std::string& order,
                                          const std::string& select) const override;
  [[nodiscard]] std::size_t amount_columns() const override;
  [[nodiscard]] std::unique_ptr<ValueExpressions> values(RowLayers& layers, std::string prefix,
                                                         bool plain) const override;
  [[nodiscard]] bool has_short_way() const override;
  [[nodiscard]] std::string select(const RowLayers& layers, const std::string& list,
                                   const std::string& condition,
                                   const std::string& group) const override;
  [[nodiscard]] std::string named(RowLayers& layers, const std::string& name,
                                  const std::string& expression) const override;
  [[nodiscard]] std::string passed_on(RowLayers& layers, const std::string& name,
                                      const std::string& column) const override;
  [[nodiscard]] std::string wanted(const std::string& by_state,
                                   const std::string& skipped) const override;
  [[nodiscard]] std::optional<std::string> looked_up(const ColumnInfo& column) const override;
  [[nodiscard]] std::string databases() const override;
  [[nodiscard]] std::string tables(const std::string& database) const override;
  [[nodiscard]] std::string table_rows(const std::string& database) const override;
  [[nodiscard]] std::string columns(const TableName& table,
                                    const std::string& database) const override;
  [[nodiscard]] std::string query_look(const std::string& query) const override;
  [[nodiscard]] std::string query_columns(const std::string& query,
                                          std::span<const std::string> names) const override;
  [[nodiscard]] ColumnClass column_class(std::string_view type) const override;
  [[nodiscard]] std::string table_engine(const TableName& table,
                                         const std::string& database) const override;
  [[nodiscard]] bool takes_prewhere(std::string_view table_engine) const override;
  [[nodiscard]] std::string_view names_first() const override;
  [[nodiscard]] std::string path_fault(std::span<const std::string> path) const override;
  [[nodiscard]] std::string_view column_type(bool json) const override;
  [[nodiscard]] std::size_t longest_name() const override;
  [[nodiscard]] bool checks_values() const override;
  [[nodiscard]] SqlStatus import(SqlConnection& connection, const ImportTarget& target,
                                 const RowSource& rows, const QueryControl& control) const override;

 private:
  [[nodiscard]] std::string in_order(const std::string& text,
                                     std::span<const std::string_view> parts) const;
};

}  // namespace footfall
