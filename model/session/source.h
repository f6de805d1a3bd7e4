#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/core/report_kind.h"
#include "model/pipeline/analysis.h"
#include "model/report/load_report.h"
#include "model/session/database_source.h"

namespace footfall {

/// When a database gave an answer, and how long it took.
struct DatabaseAnswer {
  std::int64_t at = 0;  ///< seconds since 1970
  double seconds = 0;
};

/// A file or a database's table the user opened, and how far it is.
struct Source {
  /// By whom it is said how a file is read.
  enum class ReadBy : std::uint8_t {
    itself,
    person,  ///< chosen for this file
    memory,  ///< chosen for an earlier file of its shape
  };
  enum class State : std::uint8_t {
    detecting,  ///< its first lines are being looked at
    waiting,    ///< for other loads
    loading,
    stopped,  ///< read in part
    ready,
    failed,   ///< `error` says why; it is in no report
    unasked,  ///< a table of an earlier time that its database was not asked for yet
  };

  std::string path;  ///< of a table: source_id()
  State state = State::detecting;
  ReportKinds kinds;   ///< the reports it feeds
  std::string format;  ///< in words
  /// How a file is read; null before that is known, and where it failed.
  std::shared_ptr<const InputLayout> layout = {};
  ReadBy read_by = ReadBy::itself;
  InputOptions reading = {};             ///< that it is read with
  std::vector<std::string> shapes = {};  ///< shapes_of() it
  std::uint64_t bytes = 0;               ///< size on disk
  RowCounts rows;                        ///< so far
  std::optional<Error> error;
  bool followed = false;                  ///< what comes to it later is read
  std::vector<FollowNote> happened = {};  ///< to it while it was followed, the latest last
  bool leaving = false;                   ///< shown until another source of its report is there

  std::shared_ptr<const DatabaseSource> database = {};  ///< null for a file
  bool let_in = false;  ///< of a table whose rows are read here: somebody asked for them
  std::optional<SqlError> sql_error = {};       ///< why a table's last question failed
  std::optional<DatabaseAnswer> answered = {};  ///< the last one that did not

  /// Its database makes the report; of files, and of tables whose rows are read here, we do.
  [[nodiscard]] bool is_asked() const { return database && !database->fetched; }
};

/// How far the loads under way are, taken together.
struct LoadProgress {
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;
  std::uint64_t rows = 0;
  std::uint64_t rows_total = 0;  ///< that databases will read; 0 where they do not tell
  double seconds = 0;            ///< since databases were asked; 0 while files are read
  std::size_t step = 0;          ///< the statement that runs, from 1, where one table is asked
  std::size_t steps = 0;         ///< of how many
  double rows_per_second = 0;
  std::optional<double> seconds_left;  ///< unknown in the first moments

  [[nodiscard]] bool known() const { return bytes_total > 0 || rows_total > 0; }
  /// 0 to 1; 0 where it is not known.
  [[nodiscard]] double fraction() const {
    const std::uint64_t total = bytes_total > 0 ? bytes_total : rows_total;
    const std::uint64_t done = bytes_total > 0 ? bytes_done : rows;
    if (total == 0) return 0;
    return done >= total ? 1 : static_cast<double>(done) / static_cast<double>(total);
  }
};

}  // namespace footfall
