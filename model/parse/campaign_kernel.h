#pragma once

#include <cstddef>
#include <cstdint>

// Only plain types cross this border, so that no inline function of one instruction set is linked
// into another.
namespace footfall::campaign_kernel {

/// Which column holds what; `date` may be kAbsent.
struct Columns {
  static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);
  std::size_t width;  ///< columns of a row, at most kWidest
  std::size_t campaign, date, impressions, clicks, spend, conversions;
};
inline constexpr std::size_t kWidest = 56;

/// A row that was read; texts as positions.
struct Row {
  std::uint32_t campaign_begin, campaign_end;
  std::uint32_t date_begin, date_end;  ///< equal where there is no such column
  std::uint32_t impressions, clicks;
  std::uint32_t spend;  ///< its digits without the point
  std::uint32_t conversions;
  std::uint32_t spend_decimals;  ///< how many of them stand behind the point, at most 7
};

/// Reads up to `most` rows from separator `first` on (csv_index.h) and stops in front of the first
/// that is not plain: as many fields as columns, an id without blanks around it, counts of one to
/// eight digits, a spend of one to eight digits with at most one point. Such a row goes the general
/// way. Returns the number of rows read. The four numbers of a row are converted together, in the
/// four lanes of a vector (700 → 200 instructions a row).
std::size_t read_rows_avx2(const char* text, const std::uint32_t* separators, const char* line_mask,
                           std::size_t first, const Columns& columns, std::size_t record_limit,
                           Row* rows, std::size_t most);

}  // namespace footfall::campaign_kernel
