#include "tests/support/import_rig.h"

#include <fmt/format.h>

namespace footfall_test {

using namespace footfall;

std::string ImportRig::large_file(const std::string& last) const {
  std::string text = "n,name\n";
  for (int i = 0; i < 400000; ++i) text += fmt::format("{},some text of row {}\n", i, i);
  return file_of(text + last + ",end\n");
}

std::string ImportRig::left_behind() const {
  return rows_of(*ch, "SELECT count() FROM system.tables WHERE name LIKE 'footfall_load%'") +
         rows_of(*pg,
                 "SELECT count(*) FROM pg_stat_activity WHERE state LIKE '%transaction%' AND pid "
                 "<> pg_backend_pid()");
}

std::optional<SqlErrorKind> ImportRig::import_and_disturb(
    SqlConnection& connection, const std::stop_source& stop,
    const std::function<void()>& disturb) const {
  ImportRequest request;
  request.path = large_file("7");
  request.input = as_csv();
  request.table = {{}, "midway"};
  request.create = true;
  QueryControl control;
  control.stop = stop.get_token();
  bool disturbed = false;
  ImportEvents events;
  events.on_progress = [&](const ImportProgress& progress) {
    if (disturbed || progress.rows < 100000) return;
    disturbed = true;
    disturb();
  };
  const auto done = import_file(connection, request, control, events);
  if (!disturbed || done || !std::holds_alternative<SqlError>(done.error())) return std::nullopt;
  return std::get<SqlError>(done.error()).kind;
}

ImportRig::Imported ImportRig::imported(SqlConnection& connection, const std::string& path,
                                        const std::string& table, bool create,
                                        std::vector<std::string> columns, InputOptions input,
                                        const TimeZone& source_zone) {
  ImportRequest request;
  request.path = path;
  request.input = std::move(input);
  request.source_zone = source_zone;
  request.columns = std::move(columns);
  request.table = {{}, table};
  request.create = create;
  std::vector<Reject> rejects;
  ImportEvents events;
  events.on_rejects = [&](std::span<const Reject> more) {
    rejects.insert(rejects.end(), more.begin(), more.end());
    return true;
  };
  return {import_file(connection, request, {}, events), rejects};
}

std::string ImportRig::count_of(SqlConnection& connection, const std::string& table) {
  return rows_of(connection, "SELECT count(*) FROM " + table);
}

InputOptions ImportRig::as_csv() {
  InputOptions input;
  input.format = InputFormat::csv;
  return input;
}

std::string text_of(const ImportError& error) {
  if (const auto* const file = std::get_if<Error>(&error))
    return "file: " + file->where + ": " + file->found;
  const auto& sql = std::get<SqlError>(error);
  return "sql " + std::to_string(static_cast<int>(sql.kind)) + ": " + sql.where + ": " + sql.detail;
}

bool is_kind(const ImportError& error, SqlErrorKind kind) {
  const auto* const sql = std::get_if<SqlError>(&error);
  return sql != nullptr && sql->kind == kind;
}

bool is_kind(const ImportError& error, ErrorKind kind) {
  const auto* const file = std::get_if<Error>(&error);
  return file != nullptr && file->kind == kind;
}

}  // namespace footfall_test
