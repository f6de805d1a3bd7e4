#include "tests/support/load_rig.h"

#include <QFile>

#include <fmt/format.h>

namespace footfall_test {

using namespace footfall;

bool LoadRig::start(QString& why) {
  postgres = PostgresServer::start(why);
  if (postgres == nullptr) return false;
  clickhouse = ClickHouseServers::start(3, why);
  if (clickhouse == nullptr) return false;
  pg = open_writer(postgres->settings(), PostgresServer::kPassword);
  ch = open_writer(clickhouse->settings());
  for (int i = 0; i < 3; ++i) shards.push_back(open_writer(clickhouse->settings(i)));
  return true;
}

std::string LoadRig::file_of(const std::string& bytes) const {
  static int next = 0;
  const QString path = folder.filePath(QString::number(++next));
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) ||
      file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0)
    qFatal("cannot write %s", qPrintable(path));
  return path.toStdString();
}

std::string LoadRig::large_file(const std::string& last) const {
  std::string text = "n,name\n";
  for (int i = 0; i < 400000; ++i) text += fmt::format("{},some text of row {}\n", i, i);
  return file_of(text + last + ",end\n");
}

std::string LoadRig::left_behind() const {
  return rows_of(*ch, "SELECT count() FROM system.tables WHERE name LIKE 'footfall_load%'") +
         rows_of(*pg,
                 "SELECT count(*) FROM pg_stat_activity WHERE state LIKE '%transaction%' AND pid "
                 "<> pg_backend_pid()");
}

std::optional<SqlErrorKind> LoadRig::load_and_disturb(SqlConnection& connection,
                                                      const std::stop_source& stop,
                                                      const std::function<void()>& disturb) const {
  LoadRequest request;
  request.path = large_file("7");
  request.input = as_csv();
  request.table = {{}, "midway"};
  request.create = true;
  QueryControl control;
  control.stop = stop.get_token();
  bool disturbed = false;
  LoadEvents events;
  events.on_progress = [&](const LoadProgress& progress) {
    if (disturbed || progress.rows < 100000) return;
    disturbed = true;
    disturb();
  };
  const auto loaded = load_file(connection, request, control, events);
  if (!disturbed || loaded || !std::holds_alternative<SqlError>(loaded.error()))
    return std::nullopt;
  return std::get<SqlError>(loaded.error()).kind;
}

LoadRig::Loaded LoadRig::load(SqlConnection& connection, const std::string& path,
                              const std::string& table, bool create,
                              std::vector<std::string> columns, InputOptions input) {
  LoadRequest request;
  request.path = path;
  request.input = std::move(input);
  request.columns = std::move(columns);
  request.table = {{}, table};
  request.create = create;
  std::vector<Reject> rejects;
  LoadEvents events;
  events.on_rejects = [&](std::span<const Reject> more) {
    rejects.insert(rejects.end(), more.begin(), more.end());
    return true;
  };
  return {load_file(connection, request, {}, events), rejects};
}

std::string LoadRig::rows_of(SqlConnection& connection, const std::string& statement) {
  std::string rows;
  const std::string fault = execute(connection, statement, &rows);
  return fault.empty() ? rows : fault;
}

std::string LoadRig::count_of(SqlConnection& connection, const std::string& table) {
  return rows_of(connection, "SELECT count(*) FROM " + table);
}

InputOptions LoadRig::as_csv() {
  InputOptions input;
  input.format = InputFormat::csv;
  return input;
}

std::string text_of(const LoadError& error) {
  if (const auto* const file = std::get_if<Error>(&error))
    return "file: " + file->where + ": " + file->found;
  const auto& sql = std::get<SqlError>(error);
  return "sql " + std::to_string(static_cast<int>(sql.kind)) + ": " + sql.where + ": " + sql.detail;
}

bool is_kind(const LoadError& error, SqlErrorKind kind) {
  const auto* const sql = std::get_if<SqlError>(&error);
  return sql != nullptr && sql->kind == kind;
}

bool is_kind(const LoadError& error, ErrorKind kind) {
  const auto* const file = std::get_if<Error>(&error);
  return file != nullptr && file->kind == kind;
}

}  // namespace footfall_test
