#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/export/document.h"
#include "model/report/report_set.h"

namespace footfall {

/// The JSON files of a report, the main one first. An object has one compact line for each
/// top-level key, an array one for each element; both end with a line end.
[[nodiscard]] std::vector<Document> json_documents(const ReportSet& reports, ReportKind kind);

/// One table as an array of objects, one for each row with its columns in their order.
[[nodiscard]] Document json_document(TablePtr table);

/// Appends a JSON string. `"`, `\` and control characters are escaped, other characters are raw
/// UTF-8, a byte b that is no part of UTF-8 is `\udcXX`.
void append_json_string(std::string& out, std::string_view text);

/// Appends the digits of a decimal number without trailing zeros, at least one decimal: `12.0`.
void append_json_decimal(std::string& out, std::string_view digits);

}  // namespace footfall
