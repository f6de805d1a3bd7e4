#include "app/sql_error_text.h"

#include <fmt/format.h>

#include "app/error_text.h"

namespace footfall {

std::string sql_error_text(const SqlError& error) {
  const auto plain = [](const std::string& text) {
    const std::string quoted = quoted_for_message(text);
    return quoted.substr(1, quoted.size() - 2);
  };
  const std::string where = plain(error.where);
  const std::string detail = plain(error.detail);
  switch (error.kind) {
    case SqlErrorKind::missing_library:
      return fmt::format("cannot load {}: {}; install the package {}", where, detail,
                         where.starts_with("libpq") ? "libpq5" : "libcurl4");
    case SqlErrorKind::name_resolution:
      return fmt::format("cannot find the host {}: {}; check its name", where, detail);
    case SqlErrorKind::refused:
      return fmt::format(
          "cannot connect to {}: {}; check host and port, and whether the server runs", where,
          detail);
    case SqlErrorKind::timed_out:
      return fmt::format(
          "{} took too long: {}; try again, or raise connect_timeout, query_timeout or "
          "silence_timeout in the URL",
          where, detail);
    case SqlErrorKind::wrong_password:
      return fmt::format(
          "{} was not let in: wrong or missing password; set FOOTFALL_PASSWORD or type it when "
          "asked",
          where);
    case SqlErrorKind::tls:
      return fmt::format(
          "no encrypted connection to {}: {}; check the certificate, or choose another "
          "sslmode",
          where, detail);
    case SqlErrorKind::no_tls:
      return fmt::format(
          "{} offers no encryption; set it up there, or choose sslmode=disable where the network "
          "is safe",
          where);
    case SqlErrorKind::no_such_database:
      return fmt::format("there is no database {}; check the name behind the host", where);
    case SqlErrorKind::no_such_table:
      return fmt::format(
          "there is no table {}, or it may not be read; name it as table=SCHEMA.NAME", where);
    case SqlErrorKind::no_such_column:
      return fmt::format("there is no column {}{}{}; name the right one with --map ROLE=COLUMN",
                         quoted_for_message(error.where),
                         detail.empty() ? "" : "; the columns are ", detail);
    case SqlErrorKind::stray_mark:
      return fmt::format(
          "--sql-where: a condition cannot hold {} here; write one expression, and texts between "
          "single quotes",
          quoted_for_message(error.where));
    case SqlErrorKind::stray_word:
      return fmt::format(
          "--sql-where: {} would change the whole statement, not only say which rows there are, "
          "outside of a subquery; write CAST(x, 'T') for CAST(x AS T), has() or arrayExists() for "
          "arrayJoin()",
          quoted_for_message(error.where));
    case SqlErrorKind::open_mark:
      return fmt::format(
          "--sql-where: nothing closes the {}; every quote and bracket needs its "
          "other one",
          quoted_for_message(error.where));
    case SqlErrorKind::bad_condition:
      return fmt::format("--sql-where: the server does not take {}: {}; correct it",
                         quoted_for_message(error.where), detail);
    case SqlErrorKind::no_select:
      return fmt::format("--sql-query: {} is no query; write one SELECT, or WITH ... SELECT",
                         quoted_for_message(error.where));
    case SqlErrorKind::query_mark:
      return fmt::format(
          "--sql-query: a query cannot hold {} here, or nothing closes it; write one SELECT alone, "
          "texts between single quotes, every quote and bracket with its other one",
          quoted_for_message(error.where));
    case SqlErrorKind::bad_query:
      return fmt::format("--sql-query: the server does not take the query at {}: {}; correct it",
                         quoted_for_message(error.where), detail);
    case SqlErrorKind::unfit_column:
      return fmt::format("the column {} does not fit ({}); name another one with --map ROLE=COLUMN",
                         quoted_for_message(error.where), detail);
    case SqlErrorKind::no_permission:
      return fmt::format("{} may not do that: {}; ask for the right to read the table", where,
                         detail);
    case SqlErrorKind::cancelled:
      return fmt::format("the statement on {} was cancelled", where);
    case SqlErrorKind::connection_lost:
      return fmt::format("lost the connection to {}: {}; try again", where, detail);
    case SqlErrorKind::shard_down:
      return fmt::format(
          "a part of the cluster behind {} does not answer: {}; a part of the result is "
          "no result, try again when all shards run",
          where, detail);
    case SqlErrorKind::table_changed:
      return fmt::format(
          "the table {} changed between two statements; try again when nothing is written to it",
          where);
    case SqlErrorKind::inexact:
      return fmt::format(
          "{} holds a value that the server cannot evaluate exactly ({}); correct it, or "
          "export the table and read the file",
          where, detail);
    case SqlErrorKind::failed_where:
      return fmt::format(
          "{} cannot be read with the condition of --sql-where: {}; correct the condition, or the "
          "value that it or the report meets",
          where, detail);
    case SqlErrorKind::failed_query:
      return fmt::format(
          "the query of --sql-query cannot be answered: {}; correct it, or the value that it or "
          "the "
          "report meets",
          detail);
    case SqlErrorKind::unsteady_query:
      return "the query of --sql-query did not give the same rows twice; leave out LIMIT without "
             "ORDER BY, random() and the like, or try again when nothing is written to its tables";
    case SqlErrorKind::too_large:
      return fmt::format("cannot report on {}: {}", where, detail);
    case SqlErrorKind::server_error:
      return fmt::format("{} said: {}", where, detail);
    case SqlErrorKind::unexpected_answer:
      return fmt::format("{} answered what was not expected: {}", where, detail);
    case SqlErrorKind::out_of_memory:
      return fmt::format("not enough memory for the answer of {}; narrow the report with a filter",
                         where);
    case SqlErrorKind::system_failure:
      return fmt::format("cannot go on with {}: {}; try again, and report it where it stays", where,
                         detail);
  }
  return where;
}

}  // namespace footfall
