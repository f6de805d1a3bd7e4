#include "ui/tables/named_column.h"

namespace footfall {
namespace {

struct FieldColumn {
  FilterField field{};
  std::string_view name;
};
constexpr auto kFieldColumns = kind_table<&FieldColumn::field, FieldColumn>({
    {FilterField::page, "page_url"},
    {FilterField::customer, "customer_id"},
    {FilterField::campaign, "campaign_id"},
    {FilterField::user, "user_id"},
});

}  // namespace

std::optional<NamedColumn> named_column(const Table& table) {
  const auto columns = table.columns();
  for (std::size_t i = 0; i < columns.size(); ++i)
    for (const FieldColumn& of : kFieldColumns)
      if (columns[i].name == of.name) return NamedColumn{i, of.field};
  return std::nullopt;
}

}  // namespace footfall
