#include "model/core/md5.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>

namespace footfall {
namespace {

static_assert(std::endian::native == std::endian::little, "MD5 words are little-endian");

constexpr std::size_t kBlock = 64;
// The longest text that fits one block together with the end mark and the length.
constexpr std::size_t kOneBlockText = kBlock - 9;

// floor(2^32 × |sin(i + 1)|)
constexpr std::array<std::uint32_t, 64> kSines = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
constexpr std::array<std::array<int, 4>, 4> kTurns = {
    {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};
constexpr std::array<std::uint32_t, 4> kStart = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};

// Eight 32-bit words side by side: one word of eight independent texts.
constexpr std::size_t kLanes = 8;
using Lanes = std::uint32_t __attribute__((vector_size(kLanes * sizeof(std::uint32_t))));

// One block of one text (Word = uint32_t) or of eight texts (Word = Lanes).
template <class Word>
inline void mix_block(std::array<Word, 4>& state, const std::array<Word, 16>& message) {
  auto [a, b, c, d] = state;
  const auto step = [&](const Word& mixed, std::size_t i, std::size_t word) {
    const int turn = kTurns[i / 16][i % 4];
    const Word sum = a + mixed + message[word] + kSines[i];
    a = d;
    d = c;
    c = b;
    b = b + ((sum << turn) | (sum >> (32 - turn)));
  };
#pragma GCC unroll 16
  for (std::size_t i = 0; i < 16; ++i) step(d ^ (b & (c ^ d)), i, i);
#pragma GCC unroll 16
  for (std::size_t i = 16; i < 32; ++i) step(c ^ (d & (b ^ c)), i, (5 * i + 1) % 16);
#pragma GCC unroll 16
  for (std::size_t i = 32; i < 48; ++i) step(b ^ c ^ d, i, (3 * i + 5) % 16);
#pragma GCC unroll 16
  for (std::size_t i = 48; i < 64; ++i) step(c ^ (b | ~d), i, (7 * i) % 16);
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

std::array<std::uint32_t, 4> digest_words(std::string_view text) {
  std::array<std::uint32_t, 4> state = kStart;
  std::array<std::uint32_t, 16> message{};
  const std::uint64_t bits = std::uint64_t{text.size()} * 8;
  for (; text.size() >= kBlock; text.remove_prefix(kBlock)) {
    std::memcpy(message.data(), text.data(), kBlock);
    mix_block(state, message);
  }
  std::array<char, 2 * kBlock> tail{};
  if (!text.empty()) std::memcpy(tail.data(), text.data(), text.size());
  tail[text.size()] = static_cast<char>(0x80);
  const std::size_t used = text.size() <= kOneBlockText ? kBlock : 2 * kBlock;
  std::memcpy(tail.data() + used - sizeof bits, &bits, sizeof bits);
  for (std::size_t at = 0; at < used; at += kBlock) {
    std::memcpy(message.data(), tail.data() + at, kBlock);
    mix_block(state, message);
  }
  return state;
}

// kLanes texts of at most kOneBlockText bytes.
void mix_lanes(const std::string_view* texts, std::uint32_t* prefixes) {
  std::array<Lanes, 16> message{};
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    std::array<std::uint32_t, 16> words{};
    const std::string_view text = texts[lane];
    auto* const bytes = reinterpret_cast<unsigned char*>(words.data());
    if (!text.empty()) std::memcpy(bytes, text.data(), text.size());
    bytes[text.size()] = 0x80;
    words[14] = static_cast<std::uint32_t>(text.size() * 8);
    for (std::size_t i = 0; i < words.size(); ++i) message[i][lane] = words[i];
  }
  std::array<Lanes, 4> state;
  for (std::size_t i = 0; i < state.size(); ++i) state[i] = Lanes{} + kStart[i];
  mix_block(state, message);
  for (std::size_t lane = 0; lane < kLanes; ++lane)
    prefixes[lane] = __builtin_bswap32(state[0][lane]);
}

}  // namespace

std::array<std::uint8_t, 16> md5(std::string_view text) {
  const std::array<std::uint32_t, 4> words = digest_words(text);
  std::array<std::uint8_t, 16> digest;
  std::memcpy(digest.data(), words.data(), digest.size());
  return digest;
}

std::uint32_t md5_prefix(std::string_view text) { return __builtin_bswap32(digest_words(text)[0]); }

void md5_prefixes(std::span<const std::string_view> texts, std::uint32_t* prefixes) {
  while (texts.size() >= kLanes) {
    const auto group = texts.first(kLanes);
    if (std::all_of(group.begin(), group.end(),
                    [](std::string_view text) { return text.size() <= kOneBlockText; })) {
      mix_lanes(group.data(), prefixes);
    } else {
      std::transform(group.begin(), group.end(), prefixes, md5_prefix);
    }
    texts = texts.subspan(kLanes);
    prefixes += kLanes;
  }
  std::transform(texts.begin(), texts.end(), prefixes, md5_prefix);
}

}  // namespace footfall
