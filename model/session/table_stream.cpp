#include "model/session/table_stream.h"

#include <utility>

namespace footfall {

void FetchedTables::put(const std::string& id, const SqlError& error) {
  const std::lock_guard lock(mutex_);
  faults_.insert_or_assign(id, error);
}

void FetchedTables::watch(const std::string& id, TableRows rows) {
  const std::lock_guard lock(mutex_);
  rows_.insert_or_assign(id, std::move(rows));
}

std::optional<SqlError> FetchedTables::fault_of(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  if (const auto fault = faults_.find(id); fault != faults_.end()) return fault->second;
  const auto rows = rows_.find(id);
  return rows == rows_.end() ? std::nullopt : rows->second.fault();
}

InputStream table_stream(const DatabaseSource& table, const std::string& password,
                         std::shared_ptr<FetchedTables> tables) {
  return [table, password, tables = std::move(tables)]() -> Result<OpenedStream> {
    const std::string id = source_id(table);
    const auto failed = [&](const SqlError& error) {
      tables->put(id, error);
      return Error{ErrorKind::failed_stream, id, {}, {}};
    };
    QueryControl control;
    control.stop = tables->stop_token();
    auto connection = connect_database(table.settings, password, control);
    if (!connection) return failed(connection.error());
    auto rows = TableRows::find(std::move(*connection), question_of(table, {}, {}), control.stop);
    if (!rows) return failed(rows.error());
    const InputStream stream = rows->stream();
    tables->watch(id, std::move(*rows));
    return stream();
  };
}

}  // namespace footfall
