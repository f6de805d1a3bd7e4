#pragma once

#include "model/report/condition.h"

namespace footfall {

/// How a field of filters is spoken of, not translated yet.
struct FieldWords {
  ConditionField field{};
  const char* name = nullptr;     ///< "Page", of FilterBar
  const char* one = nullptr;      ///< "Page: %1", of FilterBar
  const char* several = nullptr;  ///< "%1 pages", of FilterBar; null where there is no list
  const char* without = nullptr;  ///< "Without %1 pages", the same
  const char* item = nullptr;     ///< "Page…", of a menu of FilterBar
  const char* word = nullptr;     ///< "page", of Words
};
[[nodiscard]] const FieldWords& field_words(ConditionField field);

}  // namespace footfall
