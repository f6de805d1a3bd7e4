#pragma once

#include "model/core/csv_text.h"
#include "model/export/document.h"
#include "model/report/table.h"

namespace footfall {

/// A table as `<name>.csv`: UTF-8 (input bytes kept), comma, LF, header always there.
[[nodiscard]] Document csv_document(TablePtr table, const CsvStyle& style = {});

/// The header line of a table.
void append_csv_header(std::string& out, const Table& table);

}  // namespace footfall
