#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/parse/log_description.h"
#include "model/parse/log_line.h"

namespace footfall {

/// A description of lines, made ready to read them: a step for each part, which says what ends it.
/// Immutable; shared between threads.
///
///  - A part ends where the text behind it begins. Between quotes that is a quote that no backslash
///    escapes and the rest of that text; quotes inside that nothing escapes are told by reading
///    from both ends of the line.
///  - A part without quotes takes no blanks in front of it, and has none but those of the
///  description.
///  - A user may be empty, or hold blanks and brackets; the time behind it begins with a digit.
///  - A number is digits and points, or `-`; a status begins with one.
class LogSteps {
 public:
  LogSteps() = default;
  explicit LogSteps(const LogDescription& description);

  /// False: the line is not of this form. 16 bytes behind the line can
  /// be read.
  [[nodiscard]] bool read(std::string_view line, LogLine& parts, LogExtent& extent) const;

 private:
  [[nodiscard]] bool read_parts(std::string_view line, LogLine& parts, LogExtent& extent) const;
  enum class Until : std::uint8_t { text, blank, quote, time_behind_user, line_end };
  struct Step {
    LogField field = LogField::word;
    Until until = Until::text;
    std::string text;        // behind the part
    std::size_t blanks = 0;  // of its own
    bool quoted = false;
    bool checked = false;        // it cannot hold just anything
    bool optional = false;       // it and all behind it may be missing
    bool ends_optional = false;  // what follows it may be missing
    bool wordy = false;          // holds no blanks, and none in front of it
    bool word_next = false;      // so does the part behind it, which is
    LogField next = LogField::word;
  };
  // Whether what begins at `at` can be the part behind a step that inner quotes end.
  [[nodiscard]] static bool fits_behind(const Step& step, std::string_view line, std::size_t at);
  // find_end() of the less usual steps.
  [[nodiscard]] static std::size_t find_other_end(const Step& step, std::string_view line,
                                                  std::size_t at, bool& inner, bool lenient);
  [[nodiscard]] static std::size_t find_end(const Step& step, std::string_view line, std::size_t at,
                                            bool& inner, bool lenient);
  [[nodiscard]] bool forward(std::string_view line, std::size_t first, std::size_t at,
                             std::size_t stop, LogLine& parts, LogExtent& extent, bool& inner,
                             bool lenient) const;
  [[nodiscard]] bool from_both_ends(std::string_view line, LogLine& parts, LogExtent& extent) const;

  std::string front_;  // in front of the first part
  std::vector<Step> steps_;
  std::size_t agent_ = SIZE_MAX;  // step of a quoted agent
};

/// Whether a quoted part that begins at or behind `at`, by a quote behind a blank, has no end.
[[nodiscard]] bool leaves_quote_open(std::string_view line, std::size_t at);

/// The quote that ends a quoted part whose content begins at `at`, npos where there is none.
[[nodiscard]] std::size_t find_closing_quote(std::string_view line, std::size_t at);

}  // namespace footfall
