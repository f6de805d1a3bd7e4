#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/core/error.h"

namespace footfall {

/// Why a database did not answer. The sentence is made at the door, as for Error.
enum class SqlErrorKind : std::uint8_t {
  missing_library,    ///< where: shared library, detail: loader's text
  name_resolution,    ///< where: host
  refused,            ///< where: host:port
  timed_out,          ///< where: host:port, detail: what took too long, in words
  wrong_password,     ///< where: user@host:port
  tls,                ///< where: host:port, detail: library's text
  no_tls,             ///< where: host:port, which offers none
  no_such_database,   ///< where: database
  no_such_table,      ///< where: table
  no_such_column,     ///< where: column, detail: the columns there are
  stray_mark,         ///< where: a mark that leaves the condition that holds it
  stray_word,         ///< where: a word that would let a condition change the whole statement
  open_mark,          ///< where: a quote or bracket of a condition that nothing closes
  bad_condition,      ///< where: the condition, detail: server's text
  no_select,          ///< where: what a query begins with
  query_mark,         ///< where: a mark that leaves the query that holds it, or that nothing closes
  bad_query,          ///< where: the query from the place at fault on, detail: server's text
  unfit_column,       ///< where: column, detail: its type and what is wrong with it
  no_permission,      ///< where: user@host:port, detail: server's text
  cancelled,          ///< on request
  connection_lost,    ///< where: host:port, detail: system or library text
  shard_down,         ///< where: host:port, detail: server's text
  table_changed,      ///< where: table; rows came or went between two statements
  inexact,            ///< where: table, detail: what the server cannot evaluate exactly
  failed_where,       ///< where: table, detail: server's text; its rows, or the condition on them
  failed_query,       ///< detail: server's text; a value of the query, or the query itself
  unsteady_query,     ///< it did not answer the same rows twice
  too_large,          ///< where: table, detail: what does not fit
  server_error,       ///< where: host:port, detail: server's text
  unexpected_answer,  ///< where: host:port, detail: what was not understood
  out_of_memory,      ///< where: host:port; here, not on the server
  system_failure,     ///< where: host:port, detail: text of the system or a library
};

/// No part of it ever holds the password.
struct SqlError {
  SqlErrorKind kind{};
  std::string where;
  std::string detail;
  /// The byte that the server blames, from 1; 0: none. Of the statement; of bad_query, in the
  /// query.
  std::size_t place = 0;
};

template <class T>
using SqlResult = Result<T, SqlError>;
using SqlStatus = SqlResult<Done>;

/// Text of a server or of a library, as it can be shown anywhere: line ends become blanks, control
/// characters, marks that turn the direction of writing and bytes that are no UTF-8 become \xNN or
/// \u{NNNN}; what is too long for a message is cut.
[[nodiscard]] std::string shown(std::string_view text);

/// The same with every occurrence of `secret` replaced by asterisks.
[[nodiscard]] std::string without_secret(std::string text, const std::string& secret);

}  // namespace footfall
