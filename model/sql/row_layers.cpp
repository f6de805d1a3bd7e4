#include "model/sql/row_layers.h"

namespace footfall {

void RowLayers::add_condition(const std::string& condition) {
  early_ += (early_.empty() ? "" : " AND ") + condition;
}

std::string RowLayers::select(const std::string& list, const std::string& condition,
                              const std::string& group) const {
  const std::string group_by = group.empty() ? "" : " GROUP BY " + group;
  if (engine_ == SqlEngine::clickhouse) {
    std::string with;
    for (const auto& [step, values] : steps_)
      for (const auto& [name, expression] : values)
        with += (with.empty() ? "WITH " : ",\n  ") + expression + " AS " + name;
    std::string before;
    std::string where = condition;
    if (prewhere_ && !early_.empty())
      before = "\nPREWHERE " + early_;
    else if (!early_.empty())
      where = early_ + (condition.empty() ? "" : " AND " + condition);
    return with + "\nSELECT " + list + " FROM " + table_ + before +
           (where.empty() ? "" : "\nWHERE " + where) + group_by;
  }
  std::string from = table_;
  std::string where = early_.empty() ? "" : " WHERE " + early_;
  int level = 0;
  for (const auto& [step, values] : steps_) {
    std::string columns = level == 0 ? "" : "*";
    for (const auto& [name, expression] : values)
      columns += (columns.empty() ? "" : ",\n  ") + expression + " AS " + name;
    from =
        "(SELECT " + columns + "\nFROM " + from + where + " OFFSET '0') s" + std::to_string(level);
    where.clear();
    ++level;
  }
  return "SELECT " + list + "\nFROM " + from + (condition.empty() ? "" : "\nWHERE " + condition) +
         group_by;
}

}  // namespace footfall
