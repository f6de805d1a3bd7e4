#pragma once

#include <QString>

#include "model/session/database_source.h"

// How a query in place of a table is called, where its whole text would be too much.
namespace footfall {

/// On one line, from its tables on: "SELECT … FROM orders o JOIN customers c ON…"
[[nodiscard]] QString query_name(const DatabaseSource& source);

/// The whole of it on one line, without comments.
[[nodiscard]] QString query_line(const DatabaseSource& source);

/// For a tooltip: the connection, and the query as it was written.
[[nodiscard]] QString query_lines(const DatabaseSource& source);

}  // namespace footfall
