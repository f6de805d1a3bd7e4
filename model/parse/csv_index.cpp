#include "model/parse/csv_index.h"

#include <algorithm>

#include "model/parse/csv_index_kernel.h"

namespace footfall {

void CsvIndex::build(std::string_view text, const CsvDialect& dialect, VectorPath path) {
  constexpr std::size_t kSlack = 32;  // the kernel writes in groups
  if (capacity_ < text.size() + kSlack) {
    capacity_ = text.size() + kSlack;
    separators_ = std::make_unique_for_overwrite<std::uint32_t[]>(kFront + capacity_);
    separators_[kFront - 1] = ~std::uint32_t{0};
    line_mask_ = std::make_unique_for_overwrite<char[]>(capacity_ / 8 + kSlack);
  }
  csv_kernel::Output out{separators_.get() + kFront, line_mask_.get(), 0, 0, true, false, false};
  constexpr decltype(&csv_kernel::index_portable) kKernels[] = {
      csv_kernel::index_portable, csv_kernel::index_avx2, csv_kernel::index_avx2_pext};
  kKernels[static_cast<std::size_t>(path)](text.data(), text.size(), dialect.delimiter, out);
  separator_count_ = out.separator_count;
  line_count_ = out.line_count;
  quoted_ = out.quoted;
  ends_in_quotes_ = out.ends_in_quotes;
  regular_ = out.regular &&
             !(quoted_ && has_line_longer_than(std::min(dialect.quoted_limit, dialect.record_limit),
                                               text.size()));
}

std::size_t CsvIndex::separators_of_long_line(std::size_t first) const {
  std::size_t at = first;
  while (at < separator_count_ && ((line_mask_[at / 8] >> (at % 8)) & 1) == 0) ++at;
  return std::min(at + 1, separator_count_) - first;
}

bool CsvIndex::has_line_longer_than(std::size_t limit, std::size_t text_size) const {
  std::size_t begin = 0;
  for (std::size_t first = 0; first < separator_count_;) {
    first += separators_of_line(first);
    const bool line_end = ((line_mask_[(first - 1) / 8] >> ((first - 1) % 8)) & 1) != 0;
    if (!line_end) break;  // the last line has none
    const std::size_t end = separators()[first - 1];
    if (end - begin > limit) return true;
    begin = end + 1;
  }
  return text_size > begin && text_size - begin > limit;
}

std::size_t CsvIndex::last_line_end() const {
  std::size_t end = separator_count_;
  while (end > 0 && ((line_mask_[(end - 1) / 8] >> ((end - 1) % 8)) & 1) == 0) --end;
  return end == 0 ? 0 : separators()[end - 1] + std::size_t{1};
}

}  // namespace footfall
