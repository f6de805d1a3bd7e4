// Compiled with AVX2, BMI and BMI2; called only where the processor has them.
#include "model/parse/campaign_kernel.h"

#if defined(__AVX2__)
#include <immintrin.h>

#include <bit>
#include <cstring>

namespace footfall::campaign_kernel {
namespace {

constexpr std::uint64_t kPoints = 0x2E2E2E2E2E2E2E2E;
constexpr std::uint64_t kHighBits = 0x8080808080808080;

inline std::uint64_t load8(const char* p) {
  std::uint64_t value;
  std::memcpy(&value, p, sizeof value);
  return value;
}

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }

// kKept[n] keeps the last n of 8 bytes.
constexpr std::uint64_t kKept[9] = {0,
                                    0xFF00000000000000,
                                    0xFFFF000000000000,
                                    0xFFFFFF0000000000,
                                    0xFFFFFFFF00000000,
                                    0xFFFFFFFFFF000000,
                                    0xFFFFFFFFFFFF0000,
                                    0xFFFFFFFFFFFFFF00,
                                    0xFFFFFFFFFFFFFFFF};

// The 8 bytes at `high` into the upper half.
inline __m128i insert_upper(__m128i lower, const void* high) {
  return _mm_castps_si128(_mm_loadh_pi(_mm_castsi128_ps(lower), static_cast<const __m64*>(high)));
}
inline __m128i load_pair(const void* low, const void* high) {
  return insert_upper(_mm_loadl_epi64(static_cast<const __m128i*>(low)), high);
}

// The 8 bytes in front of `end` with the point taken out, if there is one in the last `size`.
inline std::uint64_t without_point(const char* end, std::uint32_t size, std::uint32_t& digits,
                                   std::uint32_t& decimals) {
  const std::uint64_t bytes = load8(end - 8);
  const std::uint64_t other = bytes ^ kPoints;
  const std::uint64_t points =
      ~(((other & ~kHighBits) + ~kHighBits) | other) & kHighBits & kKept[size < 8 ? size : 8];
  digits = size;
  decimals = 0;
  if (points == 0) return bytes;
  const unsigned behind = static_cast<unsigned>(std::countl_zero(points));
  const std::uint64_t kept = ~(~std::uint64_t{0} >> behind);
  digits = size - 1;
  decimals = behind / 8;
  return (bytes & kept) | (load8(end - 9) & ~kept);
}

// The columns in the order of the contract and no others, known at compile time.
struct ContractOrder {
  static constexpr std::size_t width = 6, campaign = 0, date = 1, impressions = 2, clicks = 3,
                               spend = 4, conversions = 5;
};

template <class Layout>
std::size_t read_rows(const char* text, const std::uint32_t* separators, const char* line_mask,
                      std::size_t first, const Layout columns, std::size_t record_limit, Row* rows,
                      std::size_t most) {
  constexpr std::uint32_t kReadBefore = 16;  // bytes in front of a number that are looked at
  const std::size_t width = columns.width;
  const std::uint64_t row_mask = (std::uint64_t{1} << width) - 1;
  const std::uint64_t only_last = std::uint64_t{1} << (width - 1);
  const __m256i tens = _mm256_set1_epi16(0x010A);
  const __m256i hundreds = _mm256_set1_epi32(0x00010064);
  const __m256i ten_thousands = _mm256_set1_epi32(0x00012710);
  const __m256i zeros = _mm256_set1_epi8('0');
  const __m256i nines = _mm256_set1_epi8(9);

  std::size_t done = 0;
  for (; done < most; ++done, first += width) {
    const std::uint64_t bits = load8(line_mask + first / 8) >> (first % 8);
    if ((bits & row_mask) != only_last) break;
    // A field begins one behind the separator before it.
    const std::uint32_t* const before = separators + first - 1;
    const std::uint32_t line_end = before[width];
    const std::uint32_t start = before[0] + 1;
    if (start < kReadBefore || line_end - start > record_limit) break;
    const std::uint32_t returns = text[line_end - 1] == '\r' ? 1 : 0;
    const auto begin_of = [&](std::size_t column) { return before[column] + 1; };
    const auto end_of = [&](std::size_t column) {
      return before[column + 1] - (column == width - 1 ? returns : 0);
    };

    Row& row = rows[done];
    row.campaign_begin = begin_of(columns.campaign);
    row.campaign_end = end_of(columns.campaign);
    if (row.campaign_begin == row.campaign_end || is_blank(text[row.campaign_begin]) ||
        text[row.campaign_begin] == '-' || is_blank(text[row.campaign_end - 1]))
      break;
    row.date_begin = row.date_end = 0;
    if (columns.date != Columns::kAbsent) {
      row.date_begin = begin_of(columns.date);
      row.date_end = end_of(columns.date);
    }

    const std::uint32_t impressions_end = end_of(columns.impressions);
    const std::uint32_t clicks_end = end_of(columns.clicks);
    const std::uint32_t spend_end = end_of(columns.spend);
    const std::uint32_t conversions_end = end_of(columns.conversions);
    const std::uint32_t impressions_size = impressions_end - begin_of(columns.impressions);
    const std::uint32_t clicks_size = clicks_end - begin_of(columns.clicks);
    const std::uint32_t conversions_size = conversions_end - begin_of(columns.conversions);
    std::uint32_t spend_size;
    const std::uint64_t spend = without_point(text + spend_end, spend_end - begin_of(columns.spend),
                                              spend_size, row.spend_decimals);
    if (((impressions_size - 1) | (clicks_size - 1) | (spend_size - 1) | (conversions_size - 1)) >
        7)
      break;

    // Digits right-aligned in 8 bytes each, as values 0 ... 9 with zeros in front.
    const __m256i texts = _mm256_set_m128i(
        insert_upper(_mm_cvtsi64_si128(static_cast<long long>(spend)), text + conversions_end - 8),
        load_pair(text + impressions_end - 8, text + clicks_end - 8));
    const __m256i kept = _mm256_set_m128i(load_pair(&kKept[spend_size], &kKept[conversions_size]),
                                          load_pair(&kKept[impressions_size], &kKept[clicks_size]));
    const __m256i digits = _mm256_and_si256(_mm256_xor_si256(texts, zeros), kept);
    if (_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_max_epu8(digits, nines), nines)) != -1) break;
    const __m256i pairs = _mm256_maddubs_epi16(digits, tens);
    const __m256i fours = _mm256_madd_epi16(pairs, hundreds);
    const __m256i packed = _mm256_packus_epi32(fours, fours);
    const __m256i values = _mm256_madd_epi16(packed, ten_thousands);
    _mm_storel_epi64(reinterpret_cast<__m128i*>(&row.impressions), _mm256_castsi256_si128(values));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(&row.spend), _mm256_extracti128_si256(values, 1));
  }
  return done;
}

}  // namespace

std::size_t read_rows_avx2(const char* text, const std::uint32_t* separators, const char* line_mask,
                           std::size_t first, const Columns& columns, std::size_t record_limit,
                           Row* rows, std::size_t most) {
  const Columns& c = columns;
  using Known = ContractOrder;
  if (c.width == Known::width && c.campaign == Known::campaign && c.date == Known::date &&
      c.impressions == Known::impressions && c.clicks == Known::clicks && c.spend == Known::spend &&
      c.conversions == Known::conversions)
    return read_rows(text, separators, line_mask, first, Known(), record_limit, rows, most);
  return read_rows(text, separators, line_mask, first, columns, record_limit, rows, most);
}

}  // namespace footfall::campaign_kernel

#else

namespace footfall::campaign_kernel {
std::size_t read_rows_avx2(const char*, const std::uint32_t*, const char*, std::size_t,
                           const Columns&, std::size_t, Row*, std::size_t) {
  return 0;
}
}  // namespace footfall::campaign_kernel

#endif
