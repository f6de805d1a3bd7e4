#pragma once

#include <QStringList>
#include <vector>

#include "model/session/database_source.h"

namespace footfall {

/// A name for each table in a list of recent ones: table, page, and the name of the
/// connection or user, server and database; and
/// where that names several alike, what they differ in.
[[nodiscard]] QStringList recent_table_names(const std::vector<DatabaseSource>& tables);

}  // namespace footfall
