#include "model/sql/asking.h"

#include <utility>

#include "model/core/letter_case.h"
#include "model/sql/row_condition.h"

namespace footfall {
namespace {

// All that the calendar has, and the times around it that are turned down later.
constexpr std::uint64_t kMostStretches =
    std::uint64_t{400'000'000'000} / std::uint64_t{ZoneTable::kStretch};

}  // namespace

std::string name_of(const TableName& table) {
  if (!table.query.empty()) return "(SELECT ...)";
  return table.schema.empty() ? table.name : table.schema + '.' + table.name;
}

SqlError about_table(SqlError error, const TableName& table, std::string_view where) {
  const bool failed =
      error.kind == SqlErrorKind::inexact || error.kind == SqlErrorKind::server_error;
  if (!table.query.empty()) {
    if (error.kind == SqlErrorKind::table_changed) error.kind = SqlErrorKind::unsteady_query;
    if (failed || error.kind == SqlErrorKind::no_such_table)
      error.kind = SqlErrorKind::failed_query;
    return error;
  }
  if (failed && !in_parentheses(where).empty()) error.kind = SqlErrorKind::failed_where;
  if (error.kind == SqlErrorKind::no_such_table || error.kind == SqlErrorKind::inexact ||
      error.kind == SqlErrorKind::failed_where)
    error.where = name_of(table);
  return error;
}

Asking::Asking(SqlConnection& connection, const SqlQuestion& question, const QueryControl& control,
               std::size_t steps)
    : connection_(connection),
      dialect_(dialect_of(connection)),
      question_(question),
      progress_(control, (is_zoned(question) ? 1U : 0U) + steps),
      steps_(steps) {}

SqlStatus Asking::prepare(bool look) {
  auto columns = list_columns(connection_, question_.table, progress_.control());
  if (!columns) return columns.error();
  columns_ = std::move(*columns);
  if (SqlStatus fits =
          check_condition(connection_, question_.table, question_.where, progress_.control());
      !fits)
    return fits;
  notes_.clear();
  auto mapping = map_columns_by_values(
      events_of(question_.kind), connection_.settings().engine, columns_, question_.columns,
      [&] {
        return sample_table(connection_, question_.table, kSampledRows, progress_.control(),
                            question_.where);
      },
      notes_);
  if (!mapping) return mapping.error();
  request_ = {question_.kind,
              question_.table,
              std::move(*mapping),
              question_.options,
              answered_by(events_of(question_.kind), question_.filter),
              question_.numbers,
              question_.counts,
              question_.where};
  prefix_ = ReportStatements::free_prefix(columns_);
  while (lower_case(question_.table.query).find(prefix_) != std::string::npos) prefix_ += "x_";
  request_.plain = dialect_.has_short_way() && plain_ && request_.numbers.shifts.empty();
  if (SqlStatus known = look_up_table(); !known) return known;
  return zoned() ? look_up_zones(look) : Done{};
}

bool Asking::is_zoned(const SqlQuestion& question) {
  const ReportOptions& options = question.options;
  return kEventTypeTable[events_of(question.kind)].hourly &&
         !(options.zone.is_utc() && options.source_zone.is_utc());
}

bool Asking::take_the_long_way(std::size_t steps) {
  request_.plain = false;
  progress_.again(steps);
  return std::exchange(plain_, false) && dialect_.has_short_way();
}

SqlError Asking::strange(ResultRow row) const {
  std::string fields;
  for (const std::string_view field : row)
    fields += (fields.empty() ? "" : " | ") + std::string(field.substr(0, 40));
  return {SqlErrorKind::unexpected_answer, connection_.settings().place(), shown(fields)};
}

SqlStatus Asking::look_up_table() {
  const std::string asked = dialect_.table_engine(question_.table, connection_.settings().database);
  if (asked.empty() || !question_.table.query.empty()) return Done{};
  return each(asked, {1, 1}, [&](ResultRow row) {
    request_.prewhere = dialect_.takes_prewhere(row[0]);
    return true;
  });
}

SqlStatus Asking::look_up_zones(bool look) {
  std::vector<std::int64_t> stretches;
  if (look) {
    const SqlStatus asked = step(writer().stretches(), {1, kMostStretches}, [&](ResultRow row) {
      FieldReader field(dialect_, row);
      stretches.push_back(field.number());
      // What was not asked for is no answer.
      return !field.fault() && stretches.back() >= ZoneTable::kFirstStretch &&
             stretches.back() <= ZoneTable::kLastStretch;
    });
    if (!asked) return asked;
  } else {
    constexpr std::int64_t kYear2000 = 946684800;
    constexpr std::int64_t kYear2038 = 2145916800;
    for (std::int64_t at = kYear2000; at < kYear2038; at += ZoneTable::kStretch)
      stretches.push_back(at);
  }
  const auto load = [&](const TimeZone& zone, std::optional<ZoneTable>& table) {
    if (!zone.is_utc()) table.emplace(zone, stretches);
    return !table || table->periods() <= ZoneTable::kMostPeriods;
  };
  if (!load(question_.options.zone, report_zone_) ||
      !load(question_.options.source_zone, source_zone_))
    return SqlError{SqlErrorKind::too_large, name_of(question_.table),
                    "its times lie in too many years for hours of that zone"};
  return Done{};
}

SqlResult<TableSample> sample_table(SqlConnection& connection, const TableName& table,
                                    std::size_t rows, const QueryControl& control,
                                    const std::string& where) {
  const SqlDialect& dialect = dialect_of(connection);
  const auto columns = list_columns(connection, table, control);
  if (!columns) return columns.error();
  TableSample preview;
  const std::string_view names_first = dialect.names_first();
  const bool named = !names_first.empty();
  if (!named)
    for (const ColumnInfo& column : *columns) preview.columns.push_back(column.name);
  const SqlStatus done = connection.query(
      "SELECT *" + from_table(dialect, table, where) + " LIMIT " + std::to_string(rows) +
          std::string(names_first),
      {named ? AnswerShape::kAny : columns->size(), rows + (named ? 1 : 0)},
      [&](ResultRow row) -> SqlStatus {
        if (preview.columns.empty())
          preview.columns.assign(row.begin(), row.end());
        else
          preview.rows.emplace_back(row.begin(), row.end());
        return Done{};
      },
      control);
  if (!done) return about_table(done.error(), table, where);
  return preview;
}

}  // namespace footfall
