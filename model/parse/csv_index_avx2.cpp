// Compiled with AVX2, BMI and BMI2; called only where the processor has them.
#include "model/parse/csv_index_kernel.h"

#if defined(__AVX2__)
#include <immintrin.h>

#include <bit>

namespace footfall::csv_kernel {
namespace {

template <bool kPext>
struct Avx2Block {
  Avx2Block(const char* p, char delimiter)
      : low(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p))),
        high(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p + 32))),
        delimiters(equal(delimiter)),
        line_ends(equal('\n')) {}
  [[nodiscard]] std::uint64_t equal(char wanted) const {
    const __m256i all = _mm256_set1_epi8(wanted);
    const auto first =
        static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, all)));
    const auto second =
        static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, all)));
    return first | static_cast<std::uint64_t>(second) << 32;
  }
  [[nodiscard]] bool has_quotes() const {
    const __m256i quote = _mm256_set1_epi8('"');
    const __m256i found =
        _mm256_or_si256(_mm256_cmpeq_epi8(low, quote), _mm256_cmpeq_epi8(high, quote));
    return _mm256_testz_si256(found, found) == 0;
  }
  [[nodiscard]] std::uint64_t quotes() const { return equal('"'); }
  [[nodiscard]] std::uint64_t carriage_returns() const { return equal('\r'); }
  static std::uint64_t select(std::uint64_t bits, std::uint64_t mask) {
    if constexpr (kPext) return _pext_u64(bits, mask);
    std::uint64_t packed = 0;
    // Two line ends in 64 bytes are much, more are rare.
    const auto place_lowest = [&] {
      const int rank = std::popcount(mask & (_blsi_u64(bits) - 1));
      packed |= std::uint64_t{bits != 0} << (rank & 63);
      bits = _blsr_u64(bits);
    };
    place_lowest();
    place_lowest();
    while (bits != 0) [[unlikely]] place_lowest();
    return packed;
  }
  static std::uint32_t lowest(std::uint64_t bits) {
    return static_cast<std::uint32_t>(_tzcnt_u64(bits));
  }
  __m256i low;
  __m256i high;
  std::uint64_t delimiters;
  std::uint64_t line_ends;
};

}  // namespace

void index_avx2(const char* text, std::size_t size, char delimiter, Output& out) {
  index_text<Avx2Block<false>>(text, size, delimiter, out);
}
void index_avx2_pext(const char* text, std::size_t size, char delimiter, Output& out) {
  index_text<Avx2Block<true>>(text, size, delimiter, out);
}

}  // namespace footfall::csv_kernel

#else

namespace footfall::csv_kernel {
void index_avx2(const char* text, std::size_t size, char delimiter, Output& out) {
  index_portable(text, size, delimiter, out);
}
void index_avx2_pext(const char* text, std::size_t size, char delimiter, Output& out) {
  index_portable(text, size, delimiter, out);
}
}  // namespace footfall::csv_kernel

#endif
