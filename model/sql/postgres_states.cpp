#include "model/sql/postgres_states.h"

#include <algorithm>

namespace footfall {

std::string state_of_message(const std::string& text) {
  for (std::size_t at = text.find(":  "); at != std::string::npos; at = text.find(":  ", at + 1)) {
    if (at + 9 > text.size() || text[at + 8] != ':') continue;
    const std::string state = text.substr(at + 3, 5);
    if (std::all_of(state.begin(), state.end(),
                    [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }))
      return state;
  }
  return {};
}

SqlErrorKind kind_of_state(std::string_view state) {
  if (state == "28P01") return SqlErrorKind::wrong_password;
  if (state == "28000" || state == "42501" || state == "25006") return SqlErrorKind::no_permission;
  if (state == "3D000") return SqlErrorKind::no_such_database;
  if (state == "42P01" || state == "3F000") return SqlErrorKind::no_such_table;
  if (state == "42703") return SqlErrorKind::no_such_column;
  // A value that does not fit its type or is not what it is read as.
  if (state.starts_with("22")) return SqlErrorKind::inexact;
  if (state == "57014") return SqlErrorKind::timed_out;
  if (state.starts_with("08") || state.starts_with("57P")) return SqlErrorKind::connection_lost;
  return SqlErrorKind::server_error;
}

}  // namespace footfall
