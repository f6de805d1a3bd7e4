// What went wrong with a database, in sentences.
#include <QCoreApplication>

#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct SqlWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::SqlWords)
};

// What model/sql says of a column after its type; translated where it is known.
constexpr const char* kFaults[] = {
    QT_TRANSLATE_NOOP("footfall::SqlWords", "it holds no JSON"),
    QT_TRANSLATE_NOOP("footfall::SqlWords",
                      "in ClickHouse only the keys at the top of a JSON text can be read"),
    QT_TRANSLATE_NOOP("footfall::SqlWords",
                      "a key of its path is empty or holds a quote or backslash"),
    QT_TRANSLATE_NOOP("footfall::SqlWords", "name a key of it, as in metadata->>'price'"),
    QT_TRANSLATE_NOOP("footfall::SqlWords", "a date without a time is no time"),
    QT_TRANSLATE_NOOP("footfall::SqlWords", "a time is no number"),
};

QString fault_words(QString detail) {
  for (const char* const fault : kFaults) detail.replace(fault, SqlWords::tr(fault));
  return detail;
}

bool was_connecting(const SqlError& error) {
  return error.detail == "connecting" || error.detail.starts_with("a greeting") ||
         error.detail.starts_with("agreeing on encryption");
}

}  // namespace

ErrorWords sql_error_words(const SqlError& error) {
  const QString where = visible_text(error.where);
  const QString detail = visible_lines(to_text(error.detail));
  switch (error.kind) {
    case SqlErrorKind::missing_library:
      return {SqlWords::tr("The library %1 cannot be loaded: %2.").arg(where, detail), where,
              SqlWords::tr("Install the package %1.")
                  .arg(where.startsWith("libpq") ? "libpq5" : "libcurl4")};
    case SqlErrorKind::name_resolution:
      return {SqlWords::tr("The host %1 was not found.").arg(where), where,
              SqlWords::tr("Check its name, or your network.")};
    case SqlErrorKind::refused:
      return {SqlWords::tr("%1 refused the connection.").arg(where), where,
              SqlWords::tr("Check host and port, and whether the server runs.")};
    case SqlErrorKind::timed_out:
      return {SqlWords::tr("%1 took too long to answer.").arg(where), where,
              was_connecting(error) ? SqlWords::tr("Check host, port and firewall, or try again.")
                                    : SqlWords::tr("Narrow the time range, or try again.")};
    case SqlErrorKind::wrong_password:
      return {SqlWords::tr("%1 was not let in: the password is wrong or missing.").arg(where),
              where, SqlWords::tr("Check user and password.")};
    case SqlErrorKind::tls:
      return {SqlWords::tr("No encrypted connection to %1: %2.").arg(where, detail), where,
              SqlWords::tr("Check the certificate, or choose another encryption.")};
    case SqlErrorKind::no_tls:
      return {SqlWords::tr("%1 offers no encryption.").arg(where), where,
              SqlWords::tr("Set it up there, or connect without where the network is safe.")};
    case SqlErrorKind::no_such_database:
      return {SqlWords::tr("There is no database “%1”.").arg(where), where,
              SqlWords::tr("Check its name.")};
    case SqlErrorKind::no_such_table:
      return {SqlWords::tr("There is no table “%1”, or it may not be read.").arg(where), where,
              SqlWords::tr("Choose another one, or ask for the right to read it.")};
    case SqlErrorKind::no_such_column:
      return {SqlWords::tr("There is no column “%1”.").arg(where), where,
              detail.isEmpty() ? QString() : SqlWords::tr("The columns are: %1").arg(detail)};
    case SqlErrorKind::stray_mark:
      return {SqlWords::tr("A condition cannot hold %1 here.").arg(where), where,
              SqlWords::tr("Write one expression, and texts between single quotes.")};
    case SqlErrorKind::stray_word:
      return {
          SqlWords::tr("%1 would change the whole statement, outside of a subquery.").arg(where),
          where,
          SqlWords::tr("Write CAST(x, 'T') for CAST(x AS T), has() or arrayExists() for "
                       "arrayJoin().")};
    case SqlErrorKind::open_mark:
      return {SqlWords::tr("Nothing closes the %1.").arg(where), where,
              SqlWords::tr("Every quote and bracket needs its other one.")};
    case SqlErrorKind::bad_condition:
      return {SqlWords::tr("The server does not take the condition: %1").arg(detail), where, {}};
    case SqlErrorKind::no_select:
      return {SqlWords::tr("“%1” is no query.").arg(where), where,
              SqlWords::tr("Write one SELECT, or WITH ... SELECT.")};
    case SqlErrorKind::query_mark:
      return {SqlWords::tr("A query cannot hold %1 here, or nothing closes it.").arg(where), where,
              SqlWords::tr("Write one SELECT alone, and texts between single quotes.")};
    case SqlErrorKind::bad_query:
      return {SqlWords::tr("The server does not take the query at “%1”: %2").arg(where, detail),
              where,
              {}};
    case SqlErrorKind::unfit_column:
      return {SqlWords::tr("The column “%1” does not fit (%2).").arg(where, fault_words(detail)),
              where, SqlWords::tr("Choose another one.")};
    case SqlErrorKind::no_permission:
      return {SqlWords::tr("%1 may not do that: %2").arg(where, detail), where,
              SqlWords::tr("Ask for the right to read the table.")};
    case SqlErrorKind::cancelled:
      return {SqlWords::tr("The question to %1 was cancelled.").arg(where), where, {}};
    case SqlErrorKind::connection_lost:
      return {SqlWords::tr("The connection to %1 was lost: %2.").arg(where, detail), where,
              SqlWords::tr("Reload (F5) connects again.")};
    case SqlErrorKind::shard_down:
      return {
          SqlWords::tr("A part of the cluster behind %1 does not answer: %2").arg(where, detail),
          where, SqlWords::tr("A part of the result is no result: reload when all shards run.")};
    case SqlErrorKind::table_changed:
      return {SqlWords::tr("The table %1 changed while it was counted.").arg(where), where,
              SqlWords::tr("Reload when nothing is written to it.")};
    case SqlErrorKind::inexact:
      return {SqlWords::tr("The table %1 holds a value that the server cannot evaluate exactly: %2")
                  .arg(where, detail),
              where, SqlWords::tr("Correct it, or export the table and open the file.")};
    case SqlErrorKind::failed_where:
      return {SqlWords::tr("The table %1 cannot be read with the condition on its rows: %2")
                  .arg(where, detail),
              where,
              SqlWords::tr("Correct the condition, or the value that it or the report meets.")};
    case SqlErrorKind::failed_query:
      return {SqlWords::tr("The query cannot be answered: %1").arg(detail), where,
              SqlWords::tr("Correct it, or the value that it or the report meets.")};
    case SqlErrorKind::unsteady_query:
      return {
          SqlWords::tr("The query did not give the same rows twice."), where,
          SqlWords::tr("Leave out LIMIT without ORDER BY and the like, or try again when nothing "
                       "is written to its tables.")};
    case SqlErrorKind::too_large:
      return {SqlWords::tr("There is no report on %1: %2").arg(where, detail), where, {}};
    case SqlErrorKind::server_error:
      return {SqlWords::tr("%1 said: %2").arg(where, detail), where, {}};
    case SqlErrorKind::unexpected_answer:
      return {SqlWords::tr("%1 answered what was not expected: %2").arg(where, detail), where, {}};
    case SqlErrorKind::out_of_memory:
      return {SqlWords::tr("There is not enough memory for the answer of %1.").arg(where), where,
              SqlWords::tr("Choose a shorter time, or close other files or programs.")};
    case SqlErrorKind::system_failure:
      return {SqlWords::tr("The work with %1 failed: %2.").arg(where, detail), where, {}};
  }
  return {};
}

}  // namespace footfall
