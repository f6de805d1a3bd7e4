#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "model/pipeline/analysis_options.h"
#include "model/session/database_source.h"
#include "model/sql/table_rows.h"

namespace footfall {

/// The tables of a load whose rows are read here, by source_id(); told of on the load thread.
class FetchedTables {
 public:
  void put(const std::string& id, const SqlError& error);
  void watch(const std::string& id, TableRows rows);
  /// Why one gave no rows, or not all.
  [[nodiscard]] std::optional<SqlError> fault_of(const std::string& id) const;
  /// Cancels on the servers; the streams end with SqlErrorKind::cancelled.
  void stop() { stop_.request_stop(); }
  [[nodiscard]] std::stop_token stop_token() const { return stop_.get_token(); }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, SqlError> faults_;
  std::map<std::string, TableRows> rows_;
  std::stop_source stop_;
};

/// The rows of a table as an input of a load: connects when it is opened.
[[nodiscard]] InputStream table_stream(const DatabaseSource& table, const std::string& password,
                                       std::shared_ptr<FetchedTables> tables);

}  // namespace footfall
