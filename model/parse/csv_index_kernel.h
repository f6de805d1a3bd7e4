#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

// The indexing loop, compiled once per instruction set with its own Block. Only plain types cross
// this border, so that no inline function of one instruction set is linked into another.
namespace footfall::csv_kernel {

struct Output {
  std::uint32_t* separators;
  char* line_mask;  // written in words of 8 bytes
  std::size_t separator_count;
  std::size_t line_count;
  bool regular;
  bool quoted;
  bool ends_in_quotes;
};

void index_portable(const char* text, std::size_t size, char delimiter, Output& out);
void index_avx2(const char* text, std::size_t size, char delimiter, Output& out);
void index_avx2_pext(const char* text, std::size_t size, char delimiter, Output& out);

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

/// Writes base + index of every set bit; may write up to 15 values more than there are bits.
template <class Block>
inline std::uint32_t* write_bits(std::uint32_t* out, std::uint64_t bits, std::uint32_t base,
                                 int count) {
  // Twelve at once: six columns of numbers have ten or so separators in 64 bytes.
  for (int i = 0; i < 12; ++i) {
    out[i] = base + Block::lowest(bits);
    bits &= bits - 1;
  }
  if (count > 12) [[unlikely]] {
    for (int i = 12; i < 16; ++i) {
      out[i] = base + Block::lowest(bits);
      bits &= bits - 1;
    }
    for (int i = 16; i < count; ++i) {
      out[i] = base + Block::lowest(bits);
      bits &= bits - 1;
    }
  }
  return out + count;
}

/// A stream of bits that is appended to piece by piece.
class BitWriter {
 public:
  explicit BitWriter(char* out) : out_(out) {}
  /// Appends the low `count` <= 64 bits of `bits`; the others are 0.
  void append(std::uint64_t bits, unsigned count) {
    const unsigned used = static_cast<unsigned>(size_ & 7);
    const std::uint64_t word = partial_ | bits << used;
    std::memcpy(out_ + size_ / 8, &word, sizeof word);
    const std::size_t size = size_ + count;
    const std::size_t bytes = size / 8 - size_ / 8;
    if (bytes < 8) [[likely]] {
      partial_ = word >> (8 * bytes);
    } else {
      partial_ = used == 0 ? 0 : bits >> (64 - used);
    }
    size_ = size;
  }
  /// Sixteen bytes of zeros behind the last bit.
  void finish() {
    const std::uint64_t words[] = {partial_, 0, 0};
    std::memcpy(out_ + size_ / 8, words, sizeof words);
  }

 private:
  char* out_;
  std::size_t size_ = 0;       // bits
  std::uint64_t partial_ = 0;  // those of the last byte
};

/// Block(p, delimiter) loads 64 bytes and has the masks delimiters and line_ends, on demand
/// quotes() and carriage_returns(); Block::select(bits, mask) packs those bits that `mask` has,
/// Block::lowest(bits) is the index of the lowest set bit, anything where there is none.
template <class Block>
inline void index_text(const char* text, std::size_t size, char delimiter, Output& out) {
  std::uint32_t* separator = out.separators;
  BitWriter line_mask(out.line_mask);
  std::size_t lines = 0;
  std::uint64_t inside = 0;       // all ones while a block begins inside quotes
  std::uint64_t before_open = 1;  // bit 0: the byte before the block allows an opening quote
  std::uint64_t after_close = 0;  // bit 0: the byte before the block is a closing quote
  bool quoted = false;

  // `valid` has a bit for every byte of the block that belongs to the text.
  const auto index_block = [&](std::size_t base, std::uint64_t valid) {
    const Block block(text + base, delimiter);
    std::uint64_t ends = block.line_ends & valid;
    std::uint64_t all = (block.delimiters & valid) | ends;
    if (block.has_quotes() || (inside | after_close) != 0) [[unlikely]] {
      const std::uint64_t quotes = block.quotes() & valid;
      quoted = quoted || (quotes | inside | after_close) != 0;
      const std::uint64_t in_string = prefix_xor(quotes) ^ inside;
      const std::uint64_t opening = quotes & in_string;
      const std::uint64_t closing = quotes & ~in_string;
      all &= ~in_string;
      // A carriage return may follow a closing quote only in front of a line end.
      const bool next_is_end = base + 64 < size && text[base + 64] == '\n';
      const std::uint64_t returns =
          block.carriage_returns() &
          ((block.line_ends & valid) >> 1 | static_cast<std::uint64_t>(next_is_end) << 63);
      const std::uint64_t may_follow =
          (block.delimiters & valid) | ends | quotes | returns | ~valid;
      const std::uint64_t opens_after = ((all | quotes) << 1) | before_open;
      if ((opening & ~opens_after) != 0 || (((closing << 1) | after_close) & ~may_follow) != 0)
        return false;
      ends &= ~in_string;
      inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(in_string) >> 63);
      after_close = closing >> 63;
      before_open = (all | quotes) >> 63;
    } else {
      before_open = all >> 63;
    }
    const int count = std::popcount(all);
    line_mask.append(Block::select(ends, all), static_cast<unsigned>(count));
    lines += static_cast<std::size_t>(std::popcount(ends));
    separator = write_bits<Block>(separator, all, static_cast<std::uint32_t>(base), count);
    return true;
  };
  std::size_t base = 0;
  bool regular = true;
  for (; regular && size - base >= 64; base += 64) regular = index_block(base, ~std::uint64_t{0});
  if (regular && base < size) regular = index_block(base, (std::uint64_t{1} << (size - base)) - 1);
  if (!regular) {
    out.regular = false;
    out.quoted = true;
    return;
  }
  line_mask.finish();
  out.separator_count = static_cast<std::size_t>(separator - out.separators);
  out.line_count = lines;
  out.quoted = quoted;
  out.ends_in_quotes = inside != 0;
}

}  // namespace
}  // namespace footfall::csv_kernel
