#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/core/kinds.h"

// What other programs put in front of the lines of a log.
namespace footfall {

enum class LogPrefix : std::uint8_t {
  colours,         ///< ESC [ ... m
  syslog,          ///< `Mar 11 10:01:07 web1 nginx: `, `<134>1 2025-... web1 nginx 7 - - `
  syslog_iso,      ///< `2025-03-11T10:01:07.164920+00:00 lb1 httpd[229]: `
  pod,             ///< `[pod/web-7d9f0/nginx] `
  compose,         ///< `web-1  | `
  container_time,  ///< `2025-03-11T10:01:07.123456789Z `, with `stdout F ` behind it or without
  glued_name,      ///< `access.log.1:` right in front of the client's address
  end
};
using LogPrefixes = KindSet<LogPrefix>;

/// In words, joined by commas.
[[nodiscard]] std::string prefix_words(LogPrefixes prefixes);

/// What stands in front of a line: marks, then pieces that other programs put there.
struct LogFront {
  static constexpr std::size_t kMost = 8;
  std::array<std::size_t, kMost + 1>
      begins{};  ///< of what is behind the marks, the first piece, ...
  std::array<LogPrefix, kMost> kinds{};
  std::size_t pieces = 0;

  [[nodiscard]] LogPrefixes prefixes(std::size_t taken) const {
    LogPrefixes set;
    for (std::size_t i = 0; i < taken; ++i) set.insert(kinds[i]);
    return set;
  }
};
[[nodiscard]] LogFront log_front(std::string_view line);

/// The bytes of the prefix at the front of a line, which it names; 0: there is none.
[[nodiscard]] std::size_t log_prefix(std::string_view line, LogPrefix& kind);

/// The bytes of NULs and byte-order marks in front of a line.
[[nodiscard]] std::size_t marks_before(std::string_view line);

}  // namespace footfall
