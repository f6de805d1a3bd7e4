#include "ui/tables/named_column.h"

#include <algorithm>

namespace footfall {

std::optional<NamedColumn> named_column(const Table& table) {
  const auto columns = table.columns();
  for (std::size_t i = 0; i < columns.size(); ++i)
    for (const FilterField field : kFilterFields) {
      if (columns[i].name != kConditionFieldTable[field].column) continue;
      NamedColumn named{i, field};
      const auto agent = std::ranges::find(columns, "user_agent", &Column::name);
      if (field == FilterField::visitor && agent != columns.end())
        named.agent = static_cast<std::size_t>(agent - columns.begin());
      return named;
    }
  return std::nullopt;
}

std::string name_in(const Table& table, std::size_t row, const NamedColumn& named) {
  std::string name, agent;
  table.append_cell(name, row, named.column);
  if (named.agent) table.append_cell(agent, row, *named.agent);
  return agent.empty() ? name : name + ' ' + agent;
}

}  // namespace footfall
