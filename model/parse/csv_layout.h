#pragma once

#include <cstddef>
#include <vector>

#include "model/core/vector_path.h"
#include "model/parse/csv_record.h"

namespace footfall {

/// Which columns of a file hold a report's roles.
struct CsvLayout {
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

  CsvDialect dialect;
  std::size_t width = 0;             ///< columns of the header; a field beyond must be empty
  std::vector<std::size_t> columns;  ///< by role: index of its column, or kAbsent
  bool plain_values = true;          ///< what a number or time means does not hang on other values
  VectorPath path = best_vector_path();
};

}  // namespace footfall
