#pragma once

#include <atomic>
#include <stop_token>
#include <string>
#include <vector>

#include "app/cli_options.h"
#include "app/progress_line.h"
#include "model/report/report_set.h"
#include "model/sql/sql_report.h"

namespace footfall {

/// The database as input of a run. One per process: an interrupt stops its statement.
class DatabaseInput {
 public:
  [[nodiscard]] SqlResult<ReportSetPtr> read(const CliOptions& options, ProgressLine& progress);
  /// The statements that read() would run.
  [[nodiscard]] SqlResult<std::vector<std::string>> explain(const CliOptions& options);

  /// Cancels what runs on the server and waits until it is gone, but not for long; from the thread
  /// that handles the interrupt, after which the process must end.
  void interrupt();

 private:
  [[nodiscard]] SqlResult<SqlConnectionPtr> open(const CliOptions& options,
                                                 const QueryControl& control);
  template <class Work>
  auto guarded(Work work);

  std::stop_source stop_;
  std::atomic<bool> busy_ = false;
};

}  // namespace footfall
