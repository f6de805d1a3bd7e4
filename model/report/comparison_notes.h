#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/report/comparison.h"

namespace footfall {

/// What keeps two periods from being alike; of both, or of one of them.
enum class ComparisonNoteKind : std::uint8_t {
  unequal_length,
  data_begin_later,
  data_begin_later_before,
  data_end_earlier,
  data_end_earlier_before,
  nothing_before,
  no_data,       ///< the periods are not known
  undated_rows,  ///< count in the present period alone
  end
};

struct ComparisonNoteFacts {
  ComparisonNoteKind kind{};
  std::string_view name;  ///< in files
};
inline constexpr auto kComparisonNoteTable =
    kind_table<&ComparisonNoteFacts::kind, ComparisonNoteFacts>({
        {ComparisonNoteKind::unequal_length, "unequal_length"},
        {ComparisonNoteKind::data_begin_later, "data_begin_later"},
        {ComparisonNoteKind::data_begin_later_before, "data_begin_later_before"},
        {ComparisonNoteKind::data_end_earlier, "data_end_earlier"},
        {ComparisonNoteKind::data_end_earlier_before, "data_end_earlier_before"},
        {ComparisonNoteKind::nothing_before, "nothing_before"},
        {ComparisonNoteKind::no_data, "no_data"},
        {ComparisonNoteKind::undated_rows, "undated_rows"},
    });

struct ComparisonNote {
  ComparisonNoteKind kind{};
  std::uint64_t rows = 0;  ///< undated ones
  friend bool operator==(const ComparisonNote&, const ComparisonNote&) = default;
};

/// What two periods tell themselves. `rows_before`: counted in the other one.
[[nodiscard]] std::vector<ComparisonNote> notes_of(const Comparison& periods,
                                                   std::uint64_t rows_before);

}  // namespace footfall
