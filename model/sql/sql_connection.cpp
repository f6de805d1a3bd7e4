#include "model/sql/sql_connection.h"

#include <fmt/format.h>

namespace footfall {

SqlStatus SqlConnection::query(const std::string& statement, const AnswerShape& shape,
                               const RowHandler& on_row, const QueryControl& control) {
  std::uint64_t rows = 0;
  std::uint64_t columns = shape.columns;
  const RowHandler checked = [&](std::span<const std::string_view> row) -> SqlStatus {
    if (columns == AnswerShape::kAny) columns = row.size();
    if (row.size() != columns)
      return unexpected(fmt::format("{} column{} where {} were asked for", row.size(),
                                    row.size() == 1 ? "" : "s", columns));
    if (++rows > shape.rows) return unexpected(fmt::format("more than {} rows", shape.rows));
    return on_row(row);
  };
  return run_query(statement, checked, control);
}

SqlStatus SqlConnection::run(const std::string& statement, const QueryControl& control) {
  return query(
      statement, {0, 0}, [](auto) { return SqlStatus(Done{}); }, control);
}

}  // namespace footfall
