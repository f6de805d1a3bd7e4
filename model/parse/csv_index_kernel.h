#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

// The indexing loop, compiled once per instruction set with its own Block. Only plain types cross this
// border, so that no inline function of one instruction set is linked into another.
namespace footfall::csv_kernel {

struct Output {
  std::uint32_t* separators;
  std::uint32_t* line_ends;
  std::size_t separator_count;
  std::size_t line_count;
  bool regular;
  bool quoted;
  bool ends_in_quotes;
};

void index_portable(const char* text, std::size_t size, char delimiter, std::size_t longest_quoted_record, Output& out);
void index_avx2(const char* text, std::size_t size, char delimiter, std::size_t longest_quoted_record, Output& out);

namespace {

/// Bit i is the xor of bits 0 ... i.
inline std::uint64_t prefix_xor(std::uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

/// Writes base + index of every set bit; may write up to 7 values more than there are bits.
inline std::uint32_t* write_bits(std::uint32_t* out, std::uint64_t bits, std::uint32_t base, int count) {
  for (int i = 0; i < 8; ++i) {
    out[i] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
    bits &= bits - 1;
  }
  if (count > 8) [[unlikely]] {
    for (int i = 8; i < 16; ++i) {
      out[i] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
      bits &= bits - 1;
    }
    if (count > 16) {
      for (int i = 16; i < count; ++i) {
        out[i] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
        bits &= bits - 1;
      }
    }
  }
  return out + count;
}

/// Block(p, delimiter) loads 64 bytes and has the masks delimiters, line_ends, quotes, and
/// carriage_returns() computed on demand.
template <class Block>
inline void index_text(const char* text, std::size_t size, char delimiter, std::size_t longest_quoted_record, Output& out) {
  std::uint32_t* separator = out.separators;
  std::uint32_t* line = out.line_ends;
  std::uint64_t inside = 0;       // all ones while a block begins inside quotes
  std::uint64_t before_open = 1;  // bit 0: the byte before the block allows an opening quote
  std::uint64_t after_close = 0;  // bit 0: the byte before the block is a closing quote
  bool quoted = false;
  std::size_t line_begin = 0;
  bool long_line = false;

  for (std::size_t base = 0; base < size; base += 64) {
    const Block block(text + base, delimiter);
    const std::uint64_t valid = size - base >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (size - base)) - 1;
    std::uint64_t ends = block.line_ends & valid;
    std::uint64_t all = (block.delimiters & valid) | ends;
    const std::uint64_t quotes = block.quotes & valid;
    if ((quotes | inside | after_close) != 0) [[unlikely]] {
      quoted = true;
      const std::uint64_t in_string = prefix_xor(quotes) ^ inside;
      const std::uint64_t opening = quotes & in_string;
      const std::uint64_t closing = quotes & ~in_string;
      all &= ~in_string;
      // A carriage return may follow a closing quote only in front of a line end.
      const bool next_is_end = base + 64 < size && text[base + 64] == '\n';
      const std::uint64_t returns =
          block.carriage_returns() & ((block.line_ends & valid) >> 1 | static_cast<std::uint64_t>(next_is_end) << 63);
      const std::uint64_t may_follow = (block.delimiters & valid) | ends | quotes | returns | ~valid;
      const std::uint64_t opens_after = ((all | quotes) << 1) | before_open;
      if ((opening & ~opens_after) != 0 || (((closing << 1) | after_close) & ~may_follow) != 0) {
        out.regular = false;
        out.quoted = true;
        return;
      }
      ends &= ~in_string;
      inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(in_string) >> 63);
      after_close = closing >> 63;
      before_open = (all | quotes) >> 63;
    } else {
      before_open = all >> 63;
    }
    const std::uint32_t rank = static_cast<std::uint32_t>(separator - out.separators);
    for (std::uint64_t bits = ends; bits != 0; bits &= bits - 1) {
      const std::uint64_t lowest = bits & (~bits + 1);
      *line++ = rank + static_cast<std::uint32_t>(std::popcount(all & (lowest - 1)));
      const std::size_t position = base + static_cast<std::size_t>(std::countr_zero(bits));
      long_line |= position - line_begin > longest_quoted_record;
      line_begin = position + 1;
    }
    if (all != 0) separator = write_bits(separator, all, static_cast<std::uint32_t>(base), std::popcount(all));
  }
  long_line |= size - line_begin > longest_quoted_record;
  out.separator_count = static_cast<std::size_t>(separator - out.separators);
  out.line_count = static_cast<std::size_t>(line - out.line_ends);
  out.quoted = quoted;
  out.ends_in_quotes = inside != 0;
  out.regular = !(quoted && long_line);
}

}  // namespace
}  // namespace footfall::csv_kernel
