#include "model/parse/csv_index.h"

#include <algorithm>

#include "model/parse/csv_index_kernel.h"

namespace footfall {

void CsvIndex::build(std::string_view text, const CsvDialect& dialect, VectorPath path) {
  constexpr std::size_t kSlack = 16;  // the kernel writes bits in groups
  if (capacity_ < text.size() + kSlack) {
    capacity_ = text.size() + kSlack;
    separators_ = std::make_unique_for_overwrite<std::uint32_t[]>(capacity_);
    line_ends_ = std::make_unique_for_overwrite<std::uint32_t[]>(capacity_);
  }
  csv_kernel::Output out{separators_.get(), line_ends_.get(), 0, 0, true, false, false};
  const auto kernel = path == VectorPath::avx2 ? csv_kernel::index_avx2 : csv_kernel::index_portable;
  kernel(text.data(), text.size(), dialect.delimiter, std::min(dialect.quoted_limit, dialect.record_limit), out);
  separator_count_ = out.separator_count;
  line_count_ = out.line_count;
  regular_ = out.regular;
  quoted_ = out.quoted;
  ends_in_quotes_ = out.ends_in_quotes;
}

}  // namespace footfall
