#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/core/error.h"
#include "model/core/report_kind.h"
#include "model/parse/input_layout.h"

namespace footfall {

/// What the columns, keys or lines at the front of a file can feed; used to sort opened files to
/// reports before loading them.
struct Detection {
  ReportKinds kinds;
  std::string format;                              ///< in words, for people
  std::shared_ptr<const InputLayout> layout = {};  ///< null where nobody looked at its records
};
[[nodiscard]] Result<Detection> detect_reports(const std::string& path,
                                               const InputOptions& options);

/// The report that cannot be made without a column or key of this name.
[[nodiscard]] std::optional<ReportKind> report_that_needs(std::string_view column);

}  // namespace footfall
