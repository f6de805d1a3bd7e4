#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace footfall {

/// Follows brackets and strings through JSON text, whatever else stands there: finds where a value
/// ends that a strict parser may turn down. Keeps its place between texts.
class JsonNesting {
 public:
  enum class Stop {
    end_of_text,  ///< something is open still
    closed,       ///< the last open bracket
    mismatch,     ///< a bracket closes another kind
  };

  /// Begins a value at its bracket.
  void begin() {
    open_.clear();
    in_string_ = escaped_ = false;
  }
  /// From `p` on; sets `p` behind the bracket that closes the value, on the one that does not
  /// match, or to `end`. 64 bytes behind `end` are readable.
  [[nodiscard]] Stop scan(const char*& p, const char* end);

  [[nodiscard]] bool open() const { return !open_.empty(); }

 private:
  std::string open_;  // brackets, the innermost last
  bool in_string_ = false;
  bool escaped_ = false;  // the next byte is
};

/// Bytes of the array or object that begins at the front of `text`; npos: it does not end there, or
/// its brackets do not match. 64 bytes behind `text` are readable.
[[nodiscard]] std::size_t json_extent(std::string_view text);

/// What may stand between records: blanks, line ends, commas, NUL bytes and byte-order marks.
/// Returns the first byte behind.
[[nodiscard]] const char* skip_between_records(const char* p, const char* end);

/// Finds the end of what stands where a record could begin and is no array or object and no end of
/// one: a value of another kind, or no JSON. Keeps its place between texts.
class JsonStray {
 public:
  /// Returns the comma, line end or bracket behind it, or `end`. A line end ends a string, too.
  [[nodiscard]] const char* scan(const char* p, const char* end);

 private:
  bool in_string_ = false;
  bool escaped_ = false;  // the next byte is
};

}  // namespace footfall
