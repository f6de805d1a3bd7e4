#include "model/parse/csv_index_kernel.h"

namespace footfall::csv_kernel {
namespace {

struct PlainBlock {
  PlainBlock(const char* p, char delimiter) : text(p) {
    for (unsigned i = 0; i < 64; ++i) {
      delimiters |= static_cast<std::uint64_t>(p[i] == delimiter) << i;
      line_ends |= static_cast<std::uint64_t>(p[i] == '\n') << i;
      quotes |= static_cast<std::uint64_t>(p[i] == '"') << i;
    }
  }
  [[nodiscard]] std::uint64_t carriage_returns() const {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 64; ++i) bits |= static_cast<std::uint64_t>(text[i] == '\r') << i;
    return bits;
  }
  const char* text;
  std::uint64_t delimiters = 0;
  std::uint64_t line_ends = 0;
  std::uint64_t quotes = 0;
};

}  // namespace

void index_portable(const char* text, std::size_t size, char delimiter, std::size_t longest_quoted_record, Output& out) {
  index_text<PlainBlock>(text, size, delimiter, longest_quoted_record, out);
}

}  // namespace footfall::csv_kernel
