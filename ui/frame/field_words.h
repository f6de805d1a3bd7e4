#pragma once

#include "model/report/filter_field.h"

namespace footfall {

/// How a filter field is spoken of, not translated yet.
struct FieldWords {
  FilterField field{};
  const char* one = nullptr;      ///< "Page: %1", of FilterBar
  const char* several = nullptr;  ///< "%1 pages", of FilterBar
  const char* item = nullptr;     ///< "Page…", of a menu of FilterBar
  const char* word = nullptr;     ///< "page", of Words
};
[[nodiscard]] const FieldWords& field_words(FilterField field);

}  // namespace footfall
