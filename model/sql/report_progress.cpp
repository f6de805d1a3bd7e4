#include "model/sql/report_progress.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace footfall {

ReportProgress::ReportProgress(const QueryControl& control, std::size_t steps)
    : control_(control), telling_(telling()), steps_(steps) {}

QueryControl ReportProgress::telling() {
  QueryControl made;
  made.stop = control_.stop;
  if (control_.on_progress)
    made.on_progress = [this](const SqlProgress& statement) { tell(statement); };
  return made;
}

void ReportProgress::next() {
  ++step_;
  share_ = 0;
  rows_before_ += std::exchange(rows_, 0);
}

void ReportProgress::tell(const SqlProgress& statement) {
  SqlProgress all;
  all.seconds = std::chrono::duration<double>(SqlClock::now() - begin_).count();
  if (step_ > 0) {
    all.step = step_;
    all.steps = steps_;
    all.result_rows = statement.result_rows;
    rows_ = std::max(rows_, statement.rows_read);
    if (const std::uint64_t total = statement.rows_total.value_or(0); total > 0) {
      table_rows_ = std::max(table_rows_, total);
      // The server's total is an estimate: more may be read.
      const auto read = static_cast<double>(statement.rows_read) / static_cast<double>(total);
      share_ = std::clamp(read, share_, 1.0);
    }
    const double over = static_cast<double>(step_ - 1) + share_;
    done_ = std::max(done_, over / static_cast<double>(steps_));
    if (table_rows_ > 0) {
      all.rows_total = table_rows_ * steps_;
      const auto done = std::round(done_ * static_cast<double>(*all.rows_total));
      all.rows_read = std::min(static_cast<std::uint64_t>(done), *all.rows_total - 1);
    } else {
      all.rows_read = rows_before_ + rows_;
    }
    told_rows_ = std::max(told_rows_, all.rows_read);
    all.rows_read = told_rows_;
  }
  control_.on_progress(all);
}

}  // namespace footfall
