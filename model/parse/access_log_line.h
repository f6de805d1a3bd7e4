#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "model/parse/field.h"

namespace footfall {

// Fields of an access-log line: the roles of hourly visitors in their order, then the user agent.
inline constexpr std::size_t kLogTime = 0;  ///< what stands in the brackets
inline constexpr std::size_t kLogPage =
    1;  ///< the request's target; FieldKind::no_target without one
inline constexpr std::size_t kLogHost = 2;
inline constexpr std::size_t kLogAgent = 3;  ///< empty where the line has none
inline constexpr std::size_t kLogFields = 4;

/// Takes one line of a Common or Combined log apart; escapes stay as written. False where it is not
/// `host ident user [time] "request"` with anything behind it:
///  - the host is not empty and ends at the first space, the ident likewise at the next one;
///  - the user may hold spaces and ends at the first ` [`; it is not empty and begins with no `[`;
///  - the time ends at the next `]`, and ` "` follows;
///  - the request ends at the next quote that no backslash escapes.
/// The agent is the second quoted part behind the request, each opened by a quote behind a space; a
/// part that is not closed is none. A missing or broken agent spoils no line.
[[nodiscard]] bool read_access_log_line(std::string_view line,
                                        std::array<Field, kLogFields>& fields);

/// The target of `METHOD target HTTP/x`, all between the first and the last space, or of
/// `METHOD target` where that begins with `/`, `http` or `*`. A method is letters, `_` and `-`. A
/// view without data where the request has no target.
[[nodiscard]] std::string_view request_target(std::string_view request);

}  // namespace footfall
