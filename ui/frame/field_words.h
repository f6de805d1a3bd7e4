#pragma once

#include "model/report/condition.h"

namespace footfall {

/// How a field of filters is spoken of, not translated yet.
struct FieldWords {
  ConditionField field{};
  const char* name = nullptr;  ///< "Page", of FilterBar
  const char* one = nullptr;   ///< "Page: %1", of FilterBar
  const char* item = nullptr;  ///< "Page…", of a menu of FilterBar
  const char* word = nullptr;  ///< "page", of Words
  const char* note = nullptr;  ///< how its values are compared, of ConditionPopup
  /// The rest is null where there is no list: "%1 pages" and "Without %1 pages", of FilterBar;
  const char* several = nullptr;
  const char* without = nullptr;
  const char* only_this = nullptr;  ///< "Only this page", of RowMenu
  const char* without_this = nullptr;
  const char* only_these = nullptr;  ///< "Only these %1 pages", of RowMenu
  const char* without_these = nullptr;
};
[[nodiscard]] const FieldWords& field_words(ConditionField field);

}  // namespace footfall
