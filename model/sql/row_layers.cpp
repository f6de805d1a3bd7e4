#include "model/sql/row_layers.h"

#include "model/sql/sql_dialect.h"

namespace footfall {

void RowLayers::add_condition(const std::string& condition) {
  early_ += (early_.empty() ? "" : " AND ") + condition;
}

std::string RowLayers::select(const std::string& list, const std::string& condition,
                              const std::string& group) const {
  return dialect_.select(*this, list, condition, group);
}

}  // namespace footfall
