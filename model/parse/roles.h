#pragma once

#include <array>
#include <span>
#include <string_view>

#include "model/core/report_kind.h"

namespace footfall {

/// A value a report reads from each row. Roles are listed in the contract's order, which is the
/// order of checks and of columns in files without header.
struct Role {
  std::string_view name;        ///< column name in CSV
  std::string_view json_path;   ///< keys from the top, joined by dots
  bool required = false;        ///< an empty or absent value rejects the row
  bool column_required = true;  ///< a CSV header must have it
};

[[nodiscard]] std::span<const Role> roles_of(ReportKind kind);

/// The number of roles, as a constant for the parsers.
constexpr std::size_t role_count(ReportKind kind) {
  constexpr std::array<std::size_t, kReportKinds> counts = {3, 6, 6, 4};
  return counts[static_cast<std::size_t>(kind)];
}

}  // namespace footfall
