#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "model/session/task_thread.h"
#include "model/sql/sql_connection.h"

namespace footfall {

/// A database's connection on a thread of its own: opened when it is first needed, kept, and opened
/// again where it was lost in between. What runs gives way to what is asked next.
class DatabaseThread {
 public:
  /// Blocking, on the thread.
  using Work = std::function<SqlStatus(SqlConnection&, const QueryControl&)>;
  using Progress = std::function<void(const SqlProgress&)>;
  /// Called once, on the thread; also when the work was stopped (SqlErrorKind::cancelled).
  using Ended = std::function<void(const SqlStatus&)>;

  DatabaseThread(ConnectionSettings settings, std::string password)
      : settings_(std::move(settings)), password_(std::move(password)) {}
  /// Cancels and joins: within half a second.
  ~DatabaseThread() { stop(); }
  DatabaseThread(const DatabaseThread&) = delete;
  DatabaseThread& operator=(const DatabaseThread&) = delete;

  /// Never blocks. Cancels what was asked before.
  void ask(Work work, Progress on_progress, Ended ended);
  /// Cancels what runs, on the server too, and does not wait for it.
  void stop() { asked_.request_stop(); }

  [[nodiscard]] const ConnectionSettings& settings() const { return settings_; }

 private:
  [[nodiscard]] SqlStatus run(const Work& work, const QueryControl& control);

  const ConnectionSettings settings_;
  const std::string password_;
  SqlConnectionPtr connection_;  // the thread's
  std::stop_source asked_;       // of the latest question; the owner's
  TaskThread thread_;            // last, so that it is joined first
};

}  // namespace footfall
