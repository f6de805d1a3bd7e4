#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/core/report_kind.h"
#include "model/parse/csv_record.h"
#include "model/parse/input_options.h"
#include "model/parse/roles.h"

namespace footfall {

/// What an input is and which of its columns feed which report.
struct InputLayout {
  InputFormat format = InputFormat::csv;  ///< never `detect`
  ReportKinds kinds;                      ///< reports this input feeds
  CsvDialect dialect;
  std::size_t header_bytes = 0;  ///< to skip in front of the first row: blank lines and header
  std::size_t header_lines = 0;  ///< line ends among them
  std::size_t width = 0;         ///< CSV columns
  /// CSV: by report, the column of each role, or CsvLayout::kAbsent.
  std::array<std::vector<std::size_t>, kReportKinds> columns;
  /// NDJSON: by report, the keys to each role.
  std::array<std::vector<std::vector<std::string>>, kReportKinds> paths;

  /// What the bytes had to be unpacked or converted from, in words; empty: nothing.
  std::string decoding;

  /// "CSV, semicolons", "NDJSON, gzip", "access log".
  [[nodiscard]] std::string description() const;
};

/// Works out the layout from the front of an input (`head`, without byte-order mark; `head_is_all`:
/// the input ends with it). No value: more of the input is needed (a long header). Kinds that do
/// not fit are left out, or are an error where `required`.
[[nodiscard]] Result<std::optional<InputLayout>> detect_layout(const std::string& path,
                                                               std::string_view head,
                                                               bool head_is_all,
                                                               const InputOptions& options,
                                                               ReportKinds wanted, bool required);

}  // namespace footfall
