#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/parse/input_layout.h"
#include "model/parse/log_format.h"
#include "model/parse/log_prefix.h"

// Which of the known formats an access log is of.
namespace footfall {

/// The keys of JSON objects that hold lines of other programs: `{"log":"..."}`.
inline constexpr std::array<std::string_view, 6> kLogWrappers = {"log", "message", "MESSAGE",
                                                                 "msg", "line",    "textPayload"};

/// How far one format came on the sampled lines.
struct LogTry {
  LogFormatPtr format;
  std::string wrapper;        ///< the key that holds the lines; empty: they stand as they are
  std::size_t lines = 0;      ///< it reads
  std::size_t timed = 0;      ///< of them, whose time can be read
  std::size_t addressed = 0;  ///< of them, whose client is an address
  std::size_t unread = 0;     ///< bytes of the lines read
  std::size_t whole = 0;      ///< with every part
  std::size_t agents = 0;     ///< with an agent
  std::size_t answers = 0;    ///< with status and bytes
  std::size_t statuses = 0;   ///< whose status is one that servers give
  std::size_t forwarded = 0;  ///< with a forwarded address
  std::size_t spaced = 0;     ///< whose user holds a blank
  LogPrefixes prefixes;       ///< cut in front of the lines read
  std::size_t line = 0;       ///< from 1: where it came furthest of the lines not read; 0: none
  std::size_t column = 0;     ///< bytes read there
  std::string wanted;         ///< what it looked for there
};

/// How far the known formats come.
struct LogChoice {
  static constexpr std::size_t kSampledLines = 200;

  std::size_t sampled = 0;     ///< lines
  std::vector<LogTry> tries;   ///< one a format, the best first
  std::optional<Error> fault;  ///< a format cannot be made ready

  [[nodiscard]] const LogTry* best() const {
    return tries.empty() || tries.front().lines == 0 ? nullptr : &tries.front();
  }
};

/// Where the objects stand of an input that begins as JSON does.
[[nodiscard]] JsonShape log_json_shape(const InputHead& head);

/// Tries all known formats, or the one that is asked for, on the front of an input; once per head.
[[nodiscard]] const LogChoice& choose_log_format(const InputHead& head);

/// Adds to an error what formats were tried and how far the best one came.
[[nodiscard]] Error with_log_tries(Error error, const LogChoice& choice);

}  // namespace footfall
