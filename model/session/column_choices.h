#pragma once

#include <string>
#include <vector>

#include "model/sql/column_mapping.h"
#include "model/sql/sql_report.h"

namespace footfall {

/// `name` or `name->'key'->>'key'`: what map_columns() takes.
[[nodiscard]] std::string source_text(const ColumnSource& source);

/// What a role can be mapped to: the columns, and the keys at the top of the JSON objects that the
/// first rows show.
[[nodiscard]] std::vector<std::string> column_choices(const std::vector<ColumnInfo>& columns,
                                                      const SqlPreview& preview);

}  // namespace footfall
