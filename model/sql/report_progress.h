#pragma once

#include <cstddef>
#include <cstdint>

#include "model/sql/network.h"
#include "model/sql/sql_connection.h"

namespace footfall {

/// One progress out of those of several statements that run one after the other. Its share done
/// never falls and stays below one: the end is told by the report itself. Where the server tells
/// rows, each reading of the table counts: `rows_total` is what one statement reads times their
/// number.
class ReportProgress {
 public:
  /// Of `steps` statements. `control` outlives this.
  ReportProgress(const QueryControl& control, std::size_t steps);
  ReportProgress(const ReportProgress&) = delete;
  ReportProgress& operator=(const ReportProgress&) = delete;

  /// Runs beside each statement, and beside small questions before the first.
  [[nodiscard]] const QueryControl& control() const { return telling_; }
  /// The statement before is over; the next one begins.
  void next();
  /// What was run so far was in vain, though it counts: `steps` more are to come.
  void again(std::size_t steps) { steps_ = step_ + steps; }

 private:
  void tell(const SqlProgress& statement);
  [[nodiscard]] QueryControl telling();

  const QueryControl& control_;
  const QueryControl telling_;
  const SqlClock::time_point begin_ = SqlClock::now();
  std::size_t step_ = 0;
  std::size_t steps_;
  double share_ = 0;               // of the statement being run, 0 to 1
  double done_ = 0;                // of everything, 0 to 1
  std::uint64_t table_rows_ = 0;   // the most that a statement said it will read; 0: not told
  std::uint64_t rows_before_ = 0;  // read by statements that are over
  std::uint64_t rows_ = 0;         // read by the one being run
  std::uint64_t told_rows_ = 0;
};

}  // namespace footfall
