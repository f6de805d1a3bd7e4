#include "app/load_command.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "app/error_text.h"
#include "app/output_checks.h"
#include "app/reading_notes.h"
#include "app/side_files.h"
#include "app/sql_error_text.h"
#include "model/export/staged_files.h"
#include "model/input/folder.h"
#include "model/sql/table_import.h"

namespace footfall {
namespace {

using Clock = std::chrono::steady_clock;

// What is different from reading a table.
std::string load_error_text(const SqlError& error, const DatabaseUrl& url) {
  const std::string table = quoted_for_message(url.table.name);
  switch (error.kind) {
    case SqlErrorKind::no_such_table:
      return fmt::format("there is no table {}; name another one, or make it with --create", table);
    case SqlErrorKind::no_such_column:
      return fmt::format(
          "the table {} has no column {}; its columns are {}; add what is missing, or name the "
          "columns to load with --columns",
          table, quoted_for_message(error.where), quoted_for_message(error.detail));
    case SqlErrorKind::unfit_column:
      return fmt::format(
          "the column {} cannot be made: {}; name the columns to load with --columns",
          quoted_for_message(error.where), error.detail);
    case SqlErrorKind::no_permission:
      return fmt::format("{} may not do that: {}; ask for the right to write", error.where,
                         error.detail);
    default:
      return sql_error_text(error);
  }
}

std::string load_error_text(const Error& error) {
  switch (error.kind) {
    case ErrorKind::missing_column:
      return fmt::format("{} has no column {}; its columns are {}", quoted_for_message(error.where),
                         quoted_for_message(error.expected), quoted_for_message(error.found));
    case ErrorKind::doubled_column:
      return fmt::format(
          "{} has the column {} more than once; its columns are {}; a table has each name once",
          quoted_for_message(error.where), quoted_for_message(error.expected),
          quoted_for_message(error.found));
    default:
      return error_text(error);
  }
}

struct Totals {
  RowCounts rows;
  std::uint64_t bytes = 0;
  std::size_t files = 0;
  double seconds = 0;
};

std::vector<std::pair<std::string_view, std::string>> figures(const Totals& totals) {
  const RowCounts& rows = totals.rows;
  return {{"files_loaded", std::to_string(totals.files)},
          {"rows_read", std::to_string(rows.read())},
          {"rows_counted", std::to_string(rows.counted)},
          {"rows_skipped", std::to_string(rows.rejected() + rows.filtered())},
          {"rows_rejected", std::to_string(rows.rejected())},
          {"rows_filtered", std::to_string(rows.filtered())},
          {"parse_errors", std::to_string(rows.parse_errors())},
          {"bytes_read", std::to_string(totals.bytes)},
          {"elapsed_seconds", fmt::format("{:.3f}", totals.seconds)}};
}

// Each reason that occurred, with its count.
template <class Take>
void for_each_reason(const RowCounts& rows, Take take) {
  for (std::size_t i = 0; i < kRejectReasons; ++i)
    if (rows.rejected_by_reason[i] > 0)
      take(reason_name(static_cast<RejectReason>(i)), rows.rejected_by_reason[i]);
}

template <class Take>
void for_each_filter_reason(const RowCounts& rows, Take take) {
  for (const FilterReasonFacts& facts : kFilterReasonTable)
    if (const std::uint64_t count = rows.filtered_by_reason[facts.reason]) take(facts.name, count);
}

std::string as_lines(const Totals& totals) {
  std::string text;
  for (const auto& [key, value] : figures(totals)) text += fmt::format("{}: {}\n", key, value);
  const auto line = [&](std::string_view reason, std::uint64_t count) {
    text += fmt::format("{}: {}\n", reason, count);
  };
  for_each_reason(totals.rows, line);
  for_each_filter_reason(totals.rows, line);
  return text;
}

std::string as_json(const Totals& totals) {
  std::string text = "{\n";
  for (const auto& [key, value] : figures(totals)) text += fmt::format("\"{}\":{},\n", key, value);
  const auto member = [&](std::string_view reason, std::uint64_t count) {
    text += fmt::format("{}\"{}\":{}", text.back() == '{' ? "" : ",", reason, count);
  };
  text += "\"filtered\":{";
  for_each_filter_reason(totals.rows, member);
  text += "},\n\"rejects\":{";
  for_each_reason(totals.rows, member);
  return text + "}\n}\n";
}

class Load {
 public:
  Load(const CliOptions& options, TemporaryFiles& temporary, ProgressLine& progress,
       DatabaseInput& database)
      : options_(options), files_(temporary), progress_(progress), database_(database) {}

  LoadEnd run() {
    if (std::string sentence = find_output_conflict(options_); !sentence.empty())
      return {2, std::move(sentence), {}};
    // What can go wrong with the output is found before anything is loaded.
    if (Status opened = side_.open(options_, files_); !opened) return fail(opened.error());
    const SqlStatus worked =
        database_.write(options_, [&](SqlConnection& connection, const QueryControl& control) {
          return load_all(connection, control);
        });
    progress_.clear();
    if (fault_) return fail(*fault_);
    // Rejects that cannot be written end the load, too.
    if (!worked && side_.rejects() != nullptr) {
      if (Status closed = side_.rejects()->close(); !closed) return fail(closed.error());
    }
    if (!worked) return {1, load_error_text(worked.error(), *options_.database) + so_far(), {}};
    if (Status finished = finish(); !finished) return fail(finished.error());
    return {0, {}, left_out_lines(left_out_) + as_lines(totals_)};
  }

 private:
  SqlStatus load_all(SqlConnection& connection, const QueryControl& control) {
    for (std::size_t i = 0; i < options_.inputs.size(); ++i) {
      ImportRequest request;
      request.path = options_.inputs[i];
      request.input = options_.analysis.input;
      request.source_zone = options_.analysis.report.source_zone;
      request.columns = options_.columns;
      request.table = options_.database->table;
      request.create = options_.create;
      request.chunk_bytes = options_.analysis.run.chunk_bytes;
      request.index = static_cast<std::uint32_t>(totals_.files);
      ImportEvents events;
      events.on_input = [&](std::uint32_t input, const std::string& name) {
        if (RejectsFile* const file = side_.rejects()) file->name_input(input, name);
      };
      events.on_imported = [&](const ImportedFile& imported, const std::string& name) {
        totals_.rows += imported.rows;
        totals_.bytes += imported.bytes;
        ++totals_.files;
        last_loaded_ = name;
      };
      events.on_progress = [&](const ImportProgress& state) { show(state); };
      if (RejectsFile* const file = side_.rejects())
        events.on_rejects = [file](std::span<const Reject> rejects) {
          return file->append(rejects);
        };
      const auto loaded = import_file(connection, request, control, events);
      if (!loaded) {
        if (const auto* const error = std::get_if<Error>(&loaded.error())) {
          fault_ = *error;
          return Done{};
        }
        return std::get<SqlError>(loaded.error());
      }
      for (const LeftOutInput& input : loaded->left_out) left_out_.left_out.push_back(input);
      bytes_before_ += last_bytes_;
    }
    return Done{};
  }

  // Progress of all files together, where their sizes are known.
  void show(const ImportProgress& state) {
    last_bytes_ = state.bytes_done;
    Progress all;
    all.bytes_done = bytes_before_ + state.bytes_done;
    all.bytes_total = options_.inputs.size() == 1 ? state.bytes_total : bytes_of_inputs();
    all.rows = totals_.rows.read() + state.rows;
    all.seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
    progress_.show(all);
  }

  std::optional<std::uint64_t> bytes_of_inputs() const {
    std::uint64_t sum = 0;
    const Result<std::vector<GivenFile>> files = files_of(options_.inputs);
    if (!files) return std::nullopt;
    for (const auto& [path, given, in_folder] : *files) {
      struct stat status {};
      if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
      sum += static_cast<std::uint64_t>(status.st_size);
    }
    return sum;
  }

  Status finish() {
    totals_.seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
    if (Status finished = side_.finish([this] { return as_json(totals_); }); !finished)
      return finished;
    const auto committed = files_.commit();
    if (!committed) return committed.error();
    return Done{};
  }

  // Nothing where no file was loaded yet.
  std::string so_far() const {
    if (totals_.files == 0) return {};
    const bool plain = std::ranges::find(options_.inputs, last_loaded_) != options_.inputs.end();
    return fmt::format("; {}{} files were loaded before, up to {}", totals_.files,
                       plain ? fmt::format(" of {}", options_.inputs.size()) : std::string(),
                       quoted_for_message(last_loaded_));
  }

  LoadEnd fail(const Error& error) const {
    const bool usage = error.kind == ErrorKind::bad_encoding || error.where.starts_with("--");
    return {usage ? 2 : 1, load_error_text(error) + so_far(), {}};
  }

  const CliOptions& options_;
  StagedFiles files_;
  ProgressLine& progress_;
  DatabaseInput& database_;
  SideFiles side_;
  std::optional<Error> fault_;
  Totals totals_;
  std::string last_loaded_;
  LoadReport left_out_;  // of it what was left out alone
  std::uint64_t bytes_before_ = 0;
  std::uint64_t last_bytes_ = 0;
  Clock::time_point begin_ = Clock::now();
};

}  // namespace

LoadEnd run_load(const CliOptions& options, TemporaryFiles& temporary, ProgressLine& progress,
                 DatabaseInput& database) {
  return Load(options, temporary, progress, database).run();
}

}  // namespace footfall
