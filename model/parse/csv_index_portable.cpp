#include "model/parse/csv_index_kernel.h"

namespace footfall::csv_kernel {
namespace {

struct PlainBlock {
  PlainBlock(const char* p, char delimiter) : text(p) {
    for (unsigned i = 0; i < 64; ++i) {
      delimiters |= static_cast<std::uint64_t>(p[i] == delimiter) << i;
      line_ends |= static_cast<std::uint64_t>(p[i] == '\n') << i;
      quotes_ |= static_cast<std::uint64_t>(p[i] == '"') << i;
    }
  }
  [[nodiscard]] bool has_quotes() const { return quotes_ != 0; }
  [[nodiscard]] std::uint64_t quotes() const { return quotes_; }
  [[nodiscard]] std::uint64_t carriage_returns() const {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 64; ++i) bits |= static_cast<std::uint64_t>(text[i] == '\r') << i;
    return bits;
  }
  static std::uint64_t select(std::uint64_t bits, std::uint64_t mask) {
    std::uint64_t selected = 0;
    for (; bits != 0; bits &= bits - 1) {
      const std::uint64_t lowest = bits & (~bits + 1);
      selected |= std::uint64_t{1} << std::popcount(mask & (lowest - 1));
    }
    return selected;
  }
  static std::uint32_t lowest(std::uint64_t bits) { return static_cast<std::uint32_t>(std::countr_zero(bits)); }
  const char* text;
  std::uint64_t delimiters = 0;
  std::uint64_t line_ends = 0;

 private:
  std::uint64_t quotes_ = 0;
};

}  // namespace

void index_portable(const char* text, std::size_t size, char delimiter, Output& out) {
  index_text<PlainBlock>(text, size, delimiter, out);
}

}  // namespace footfall::csv_kernel
