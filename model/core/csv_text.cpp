#include "model/core/csv_text.h"

#include <algorithm>
#include <cstring>

#include "model/core/decimal.h"

namespace footfall {
namespace {

// Room is filled with zeros when it is made, so that a short text must not make much of it.
constexpr std::size_t kLeastRoom = 512;

// A byte of the result is not 0 where `word` has the byte `wanted`; later ones may be wrong.
constexpr std::uint64_t bytes_equal(std::uint64_t word, char wanted) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  const std::uint64_t x = word ^ (kOnes * static_cast<unsigned char>(wanted));
  return (x - kOnes) & ~x & (kOnes << 7);
}

// A copy of known length takes two instructions, one of any length a call.
inline void copy(char* to, std::string_view from) {
  if (from.size() >= 8 && from.size() <= 16) {
    std::memcpy(to, from.data(), 8);
    std::memcpy(to + from.size() - 8, from.data() + from.size() - 8, 8);
  } else {
    std::memcpy(to, from.data(), from.size());
  }
}

}  // namespace

bool CsvText::needs_quotes(std::string_view text) {
  std::uint64_t found = 0;
  std::uint64_t word = 0;
  const auto look_at = [&](const char* p) {
    std::memcpy(&word, p, sizeof word);
    found |= bytes_equal(word, ',') | bytes_equal(word, '"') | bytes_equal(word, '\r') |
             bytes_equal(word, '\n');
  };
  if (text.size() < sizeof word) return text.find_first_of(",\"\r\n") != std::string_view::npos;
  for (std::size_t at = 0; at + sizeof word < text.size(); at += sizeof word)
    look_at(text.data() + at);
  look_at(text.data() + text.size() - sizeof word);  // overlaps the one before
  return found != 0;
}

void CsvText::grow(std::size_t bytes) { out_.resize(used_ + std::max(bytes, kLeastRoom)); }

void CsvText::plain(std::string_view value) {
  char* const p = cell(value.size());
  copy(p, value);
  end_cell(p + value.size());
}

bool CsvText::is_formula(std::string_view value) {
  return !value.empty() &&
         std::string_view("=+-@\t\r\n").find(value.front()) != std::string_view::npos;
}

void CsvText::text(std::string_view value) {
  if (escape_formulas_ && is_formula(value)) [[unlikely]] {
    const std::string escaped = '\'' + std::string(value);
    return needs_quotes(escaped) ? quoted(escaped) : plain(escaped);
  }
  if (needs_quotes(value)) [[unlikely]]
    return quoted(value);
  plain(value);
}

void CsvText::quoted(std::string_view value) {
  char* p = cell(2 * value.size() + 2);
  *p++ = '"';
  for (const char c : value) {
    if (c == '"') *p++ = '"';
    *p++ = c;
  }
  *p++ = '"';
  end_cell(p);
}

void CsvText::whole(std::uint64_t value) { end_cell(write_whole(cell(kMostFixed), value)); }
void CsvText::whole(std::int64_t value) { end_cell(write_fixed(cell(kMostFixed), value, 0)); }
void CsvText::fixed(std::int64_t value, unsigned decimals) {
  end_cell(write_fixed(cell(kMostFixed), value, decimals));
}
void CsvText::date(Day day) {
  DateText& date = dates_[static_cast<std::uint32_t>(day) % dates_.size()];
  if (date.size == 0 || date.day != day) [[unlikely]] {
    date.day = day;
    date.size = static_cast<unsigned char>(write_date(date.text.data(), day) - date.text.data());
  }
  char* const p = cell(kMostDate);
  std::memcpy(p, date.text.data(), kMostDate);
  end_cell(p + date.size);
}

}  // namespace footfall
