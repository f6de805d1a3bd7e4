#include "model/parse/input_formats.h"

#include <algorithm>

namespace footfall {
namespace {

template <class F>
struct RowOf {
  static constexpr InputFormatRow kRow = {F::kFormat,      F::kName,       F::kDisplayName,
                                          F::kFields,      F::kEndings,    F::recognizes,
                                          F::read_layout,  F::make_cutter, F::details,
                                          F::show_records, F::kJsonValues, F::table_columns};
};

constexpr auto kRows = []<class... R>(std::type_identity<std::tuple<R...>>) {
  return std::array{R::kRow...};
}(std::type_identity<ForEachFormat<RowOf>>());

constexpr bool in_order() {
  if (kRows.size() != kInputFormats) return false;
  for (std::size_t i = 0; i < kRows.size(); ++i)
    if (static_cast<std::size_t>(kRows[i].format) != i + 1) return false;
  return true;
}
static_assert(in_order(), "one row for each InputFormat but `detect`, in its order");
static_assert(std::ranges::all_of(kRows, [](const InputFormatRow& row) {
  return row.endings.starts_with("*.");
}));

}  // namespace

std::span<const InputFormatRow> input_formats() { return kRows; }

const InputFormatRow& format_row(InputFormat format) {
  return kRows.at(static_cast<std::size_t>(format) - 1);
}

}  // namespace footfall
