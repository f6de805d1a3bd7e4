#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/parse/input_format.h"
#include "model/parse/opened_input.h"

namespace footfall {

/// An opened event file, seen as a table with everything that the file has; each format tells its
/// columns (table_columns() of CsvFormat and the others). Of a pipe only the first MiB is looked at
/// for them; files are read through once where that needs it.
class EventFile {
 public:
  /// `columns` names the columns to keep (CSV, NDJSON), or all of a CSV file without header; empty:
  /// all. CSV must feed a report unless the format is given: then the delimiter is the one that
  /// makes the most columns of the first record.
  /// A stop ends the reading of keys and the waiting for standard input with an error.
  /// Errors: those of opening; unknown_format, missing_column, doubled_column, bad_option.
  [[nodiscard]] static Result<EventFile> open(InputMember member, const InputOptions& options,
                                              const std::vector<std::string>& columns,
                                              std::stop_token stop = {});
  /// The first thing that a file holds.
  [[nodiscard]] static Result<EventFile> open(const std::string& path, const InputOptions& options,
                                              const std::vector<std::string>& columns,
                                              std::stop_token stop = {});

  [[nodiscard]] const std::vector<EventColumn>& columns() const { return columns_; }
  /// Keys beside them that columns of roles are made of.
  [[nodiscard]] const std::vector<EventColumn>& sources() const { return sources_; }
  [[nodiscard]] const InputLayout& layout() const { return *input_.layout(); }
  /// True where keys without a column may be left out.
  [[nodiscard]] bool chosen() const { return chosen_; }

  /// Chunk by chunk.
  [[nodiscard]] OpenedInput& input() { return input_; }

 private:
  EventFile(OpenedInput input, bool chosen) : input_(std::move(input)), chosen_(chosen) {}

  OpenedInput input_;
  std::vector<EventColumn> columns_;
  std::vector<EventColumn> sources_;
  bool chosen_;
};

/// What a file holds, to be loaded. A stop ends the waiting for standard input with an error.
[[nodiscard]] Result<InputMembers> members_to_load(const std::string& path, std::stop_token stop);

}  // namespace footfall
