#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/parse/json_layout.h"
#include "model/parse/log_description.h"
#include "model/parse/log_steps.h"

namespace footfall {

/// A format of access logs, made ready to read lines by it. Immutable; shared between threads.
class LogFormat {
 public:
  enum class Way : std::uint8_t {
    combined,  ///< read_access_log_line(): Common and Combined, the agent being optional
    steps,
    json,
    header,
  };
  explicit LogFormat(LogDescription description);

  [[nodiscard]] const LogDescription& description() const { return description_; }
  [[nodiscard]] Way way() const { return way_; }
  [[nodiscard]] const LogSteps& steps() const { return steps_; }
  /// Of JSON: the paths, and the part that each leads to.
  [[nodiscard]] const JsonLayout& json() const { return json_; }
  [[nodiscard]] const std::vector<LogField>& json_parts() const { return json_parts_; }

 private:
  LogDescription description_;
  Way way_;
  LogSteps steps_;
  JsonLayout json_;
  std::vector<LogField> json_parts_;
};
using LogFormatPtr = std::shared_ptr<const LogFormat>;

/// The formats shipped and those of a folder, by name; a folder that is not there has none. Errors:
/// those of reading a description.
[[nodiscard]] Result<std::vector<LogFormatPtr>> known_log_formats(const std::string& folder);

/// The folder of a person's own descriptions: $XDG_CONFIG_HOME/footfall/log-formats, by default
/// below ~/.config; empty where there is no home.
[[nodiscard]] std::string user_log_formats();

/// A format by its name, or in the notation of a server. Error: bad_option, which lists the names
/// or says what a format lacks.
[[nodiscard]] Result<LogFormatPtr> named_log_format(const std::string& words,
                                                    const std::string& folder);

/// The parts that a line of names tells, by column.
struct LogNames {
  std::vector<LogField> columns;
  char separator = 0;
  bool complete = false;  ///< all that a visit needs is there
};
using LogNamesPtr = std::shared_ptr<const LogNames>;
/// Reads a line of names; null: it is none.
[[nodiscard]] LogNamesPtr read_log_names(const LogDescription& description, std::string_view line);
/// Takes a line apart by its names, 16 bytes behind which can be read; values without the quotes
/// around them. False: it has another number of columns.
[[nodiscard]] bool read_named_line(const LogNames& names, std::string_view line, LogLine& parts);

/// Where in an input which line of names holds. Whoever cuts the input in its order adds to it; the
/// threads ask. Safe for both.
class LogNamesByPlace {
 public:
  void add(std::uint64_t offset, LogNamesPtr names);
  /// The names of the line that stands last in front of `offset`; null: there is none.
  [[nodiscard]] LogNamesPtr before(std::uint64_t offset) const;

 private:
  mutable std::mutex mutex_;
  std::map<std::uint64_t, LogNamesPtr> names_;
};

}  // namespace footfall
