#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/pipeline/analysis.h"
#include "model/sql/sql_connection.h"

namespace footfall {

/// Progress on standard error: one line that renews itself on a terminal, or a line every so many
/// rows.
class ProgressLine {
 public:
  /// `every_rows` 0: a renewed line if standard error is a terminal, else nothing.
  ProgressLine(std::uint64_t every_rows, bool quiet);

  /// From one thread at a time.
  void show(const Progress& progress);
  /// The same for a report in a database.
  void show(const SqlProgress& progress);
  /// The same while sources are read once more for their hashes.
  void show_hashing(std::uint64_t done, std::uint64_t total, double seconds);
  /// Takes the renewed line away.
  void clear();

  /// What takes the renewed line away, empty where there is none, to be written by the caller; for
  /// the thread that handles an interrupt.
  [[nodiscard]] std::string_view take_clearing();
  /// True while a line waits for a reader of standard error; from any thread.
  [[nodiscard]] bool stuck() const;

 private:
  void renew(double seconds, const std::string& text);
  void write(std::string_view text);

  std::uint64_t every_rows_;
  bool renew_;
  std::uint64_t next_rows_;
  double next_seconds_;
  std::atomic<bool> visible_ = false;
  std::atomic<bool> writing_ = false;
};

/// "62 %, 6,200,000 rows, 812.4 MB/s, 3 s left"; without percent and time left where the length of
/// the input is unknown. `rows` stands for progress.rows.
[[nodiscard]] std::string progress_text(const Progress& progress, std::uint64_t rows);

/// "62 %, step 2 of 3, 18600000 of 30000000 rows, 3 s"; without percent where the server tells no
/// rows.
[[nodiscard]] std::string progress_text(const SqlProgress& progress);

}  // namespace footfall
