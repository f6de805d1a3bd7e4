#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "app/cli_options.h"
#include "app/progress_line.h"
#include "model/report/report_set.h"
#include "model/sql/sql_report.h"
#include "model/sql/table_rows.h"

namespace footfall {

/// The database as input of a run. One per process: an interrupt stops its statement.
class DatabaseInput {
 public:
  [[nodiscard]] SqlResult<ReportSetPtr> read(const CliOptions& options, ProgressLine& progress);
  /// Makes the rows of options.tables inputs of the analysis, by the names it returns. They travel
  /// when it reads them.
  [[nodiscard]] SqlResult<std::vector<std::string>> add_tables(const CliOptions& options,
                                                               AnalysisOptions& analysis,
                                                               ProgressLine& progress);
  /// Why such an input ended with ErrorKind::failed_stream.
  [[nodiscard]] std::optional<SqlError> fault_of(const std::string& name) const;
  /// After an interrupt: does not return, since the process is about to end.
  void wait_if_interrupted() const;

  /// The statements that read() would run.
  [[nodiscard]] SqlResult<std::vector<std::string>> explain(const CliOptions& options);

  /// Calls `work` with a connection that may write; its own outcome is its own to keep.
  [[nodiscard]] SqlStatus write(
      const CliOptions& options,
      const std::function<SqlStatus(SqlConnection&, const QueryControl&)>& work);

  /// Cancels what runs on the server and waits until it is gone, but not for long, and not while
  /// `stuck` says that nothing will come of it; from the thread that handles the interrupt, after
  /// which the process must end.
  void interrupt(const std::function<bool()>& stuck);

 private:
  [[nodiscard]] static SqlResult<SqlConnectionPtr> open(const DatabaseUrl& url,
                                                        const QueryControl& control,
                                                        SqlAccess access = SqlAccess::read_only);
  template <class Work>
  auto guarded(Work work);

  std::stop_source stop_;
  std::vector<std::pair<std::string, TableRows>> tables_;  // by the name of their input
  std::atomic<bool> busy_ = false;
  std::atomic<std::chrono::milliseconds> patience_ = std::chrono::milliseconds(450);
};

}  // namespace footfall
