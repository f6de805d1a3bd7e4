#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/report_kind.h"
#include "model/parse/input_format.h"
#include "model/parse/saved_plan.h"
#include "model/pipeline/reading_answer.h"
#include "model/report/load_report.h"
#include "model/report/report_options.h"

// How a file would be read with some options, tried on its front: for a person who is to accept it.
namespace footfall {

/// Rows of the trial that are rejected for one reason in one role.
struct RejectedRows {
  RejectReason reason{};
  std::string role;  ///< empty where no value is to blame
  std::uint64_t rows = 0;
  Reject first;
  std::vector<ReadingAnswer> answers;  ///< those that help
};

/// What the trial gave for one report.
struct ReportTrial {
  RowCounts rows;
  std::vector<RejectedRows> rejected;  ///< the most rows first
  std::vector<Reject> rejects;         ///< each of them, by line
};

/// What a person can say of an access log, and what was found of it.
struct LogPreview {
  struct Format {
    std::string name;
    std::string title;        ///< for people
    std::size_t lines = 0;    ///< of the sample, that it reads
    std::size_t line = 0;     ///< from 1: where it came furthest of those it does not; 0: none
    std::size_t column = 0;   ///< bytes read there
    std::string wanted = {};  ///< what it looked for there
  };
  std::vector<Format> formats;           ///< those known, the best first
  std::size_t sampled = 0;               ///< lines
  std::string format;                    ///< that it is read by; empty: none
  bool forwarded = false;                ///< its lines tell connections and forwarded addresses
  LogClient client = LogClient::detect;  ///< whose addresses are taken; detect: not read
  std::size_t read = 0;                  ///< lines of the sample
  ByKind<LogPart, std::size_t> parts{};  ///< of them, that each would leave out
};

struct ReadingPreview {
  using Record = ShownRecord;

  /// How it is read, or, where `error` says that it is not, as what it was looked at; then it feeds
  /// nothing. Null where it cannot even be looked at.
  std::shared_ptr<const InputLayout> layout;
  std::optional<Error> error;          ///< why it cannot be read so
  std::vector<ReadingAnswer> answers;  ///< to the error, or to what was guessed
  /// Columns as the file writes them, or the paths of its JSON objects; those that roles are mapped
  /// to come last.
  std::vector<std::string> columns;
  std::vector<Record> records;
  ByKind<ReportKind, ReportTrial> trials;
  std::optional<LogPreview> log;  ///< of what is, or may be, an access log
  bool whole = false;             ///< the trial read all there is
  std::string plan;               ///< plan_json()
};

/// Throws Stopped where `stop` is requested meanwhile.
[[nodiscard]] ReadingPreview preview_reading(const std::string& path, const InputOptions& options,
                                             const ReportOptions& report,
                                             const std::stop_token& stop);

/// The formats that a person can choose from.
struct FormatChoice {
  InputFormat format{};
  std::string_view name;     ///< for people
  bool columns = false;      ///< delimiter, quote and header matter
  std::string_view endings;  ///< of its files' names: "*.csv *.tsv"
};
[[nodiscard]] std::vector<FormatChoice> format_choices();
[[nodiscard]] FormatChoice format_choice(InputFormat format);

/// The layout of a file that need feed nothing, as preview_reading() has it; null where it is
/// nothing to look at.
[[nodiscard]] std::shared_ptr<const InputLayout> look_at_input(const std::string& path);

/// Whether its figures rest on a guess that a person should confirm before.
[[nodiscard]] bool is_unsure(const InputLayout& layout);

/// The index of the column that a role is read from first; of a path into the objects of a column
/// that column. No value: none, or not from a column.
[[nodiscard]] std::optional<std::size_t> column_of_role(const ReadingPreview& preview,
                                                        const RoleFound& role);

}  // namespace footfall
