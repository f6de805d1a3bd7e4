#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "model/parse/field.h"
#include "model/report/cleaning.h"
#include "model/report/filter_reason.h"

namespace footfall {

// Fields of an access-log line: the roles of hourly visitors in their order, then the user agent.
inline constexpr std::size_t kLogTime = 0;  ///< what stands in the brackets
inline constexpr std::size_t kLogPage =
    1;  ///< the request's target; FieldKind::no_target without one
inline constexpr std::size_t kLogHost = 2;
inline constexpr std::size_t kLogAgent = 3;  ///< empty where the line has none
inline constexpr std::size_t kLogFields = 4;
// A row that goes on to a sink has more: why it is left out or, where that is wanted, its class, as
// log_left_out() and log_row_class() read it; where they are wanted, the status and the bytes of
// the answer.
inline constexpr std::size_t kLogLeftOut = 4;
inline constexpr std::size_t kLogStatus = 5;
inline constexpr std::size_t kLogBytes = 6;
inline constexpr std::size_t kLogRow = 7;

/// Takes one line of a Common or Combined log apart; escapes stay as written. False where it is not
/// `host ident user [time] "request"` with anything behind it:
///  - the host is not empty and ends at the first space, the ident likewise at the next one;
///  - the user may be empty, or hold spaces and brackets; it ends at the first ` [` behind which a
///    digit stands, without one at the first ` [` at all;
///  - the time ends at the next `]`, and ` "` follows;
///  - the request ends at the next quote that no backslash escapes.
/// The agent is the second quoted part behind the request, each opened by a quote behind a space;
/// one that is not closed, these or others behind
/// them, spoils the line. Of an agent that holds quotes which nothing escapes the
/// line's last quote is the end. Status and bytes are the words behind the request.
/// `fields` has room for kLogFields.
[[nodiscard]] bool read_access_log_line(std::string_view line, Field* fields);
[[nodiscard]] inline bool read_access_log_line(std::string_view line,
                                               std::array<Field, kLogFields>& fields) {
  return read_access_log_line(line, fields.data());
}

/// What is behind the request of a line that was read, of which `fields` are.
struct LogAnswer {
  std::string_view status;
  std::string_view bytes;
};
[[nodiscard]] LogAnswer read_log_answer(std::string_view line, const Field* fields);

/// The target of `METHOD target HTTP/x`, all between the first and the last space, or of
/// `METHOD target` where that begins with `/`, `http` or `*`. A method is letters, `_` and `-`. A
/// view without data where the request has no target.
[[nodiscard]] std::string_view request_target(std::string_view request);

/// A reason as the field kLogLeftOut holds it, and back; `end`: the row counts.
[[nodiscard]] Field log_left_out_field(FilterReason reason);
[[nodiscard]] inline FilterReason log_left_out(const Field& field) {
  const std::size_t size = field.text.size();
  return size - 1 < kKinds<FilterReason> ? static_cast<FilterReason>(size - 1) : FilterReason::end;
}
/// The class of a row that counts, in the same field.
[[nodiscard]] Field log_class_field(RowClass row_class);
[[nodiscard]] inline RowClass log_row_class(const Field& field) {
  const std::size_t size = field.text.size();
  return size > kKinds<FilterReason> ? RowClass::from_bits(size - kKinds<FilterReason> - 1)
                                     : RowClass();
}

}  // namespace footfall
