#include "model/parse/total_words.h"

#include <algorithm>
#include <array>

#include "model/core/decimal.h"
#include "model/core/letter_case.h"

namespace footfall {
namespace {

using namespace std::string_view_literals;

// In lower case.
constexpr std::array kTotalWords = {"total"sv, "totals"sv, "grand total"sv,
                                    "summe"sv, "gesamt"sv, "total g\xC3\xA9n\xC3\xA9ral"sv};
constexpr std::string_view kTotalOf = "total:";

// The letters A to Z and the one accented letter of the list.
bool begins_with(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool capital = text[i] == '\x89' && i > 0 && text[i - 1] == '\xC3';
    if ((capital ? '\xA9' : lower_case(text[i])) != word[i]) return false;
  }
  return true;
}

bool continues_word(char c) {
  const char lower = lower_case(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool is_total_name(std::string_view text) {
  text = trim_blanks(text);
  return begins_with(text, kTotalOf) ||
         std::any_of(kTotalWords.begin(), kTotalWords.end(), [&](std::string_view word) {
           return text.size() == word.size() && begins_with(text, word);
         });
}

bool begins_with_total_word(std::string_view text) {
  text = trim_blanks(text);
  return std::any_of(kTotalWords.begin(), kTotalWords.end(), [&](std::string_view word) {
    return begins_with(text, word) &&
           (text.size() == word.size() || !continues_word(text[word.size()]));
  });
}

}  // namespace footfall
