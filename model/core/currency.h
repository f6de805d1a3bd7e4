#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Currencies match without case and blanks around. All that is known of codes and signs is here.
namespace footfall {

/// The one spelling of a currency: without blanks around, A to Z as capital letters. A view of
/// `text` where it is that already, else of `buffer`.
[[nodiscard]] std::string_view canonical_currency(std::string_view text, std::string& buffer);

/// Orders currencies by their one spelling.
struct CurrencyOrder {
  using is_transparent = void;
  [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const;
};

/// Three letters of ISO 4217, in any case: the codes in use, and some that stood in files not long
/// ago.
[[nodiscard]] bool is_currency_code(std::string_view word);
/// A sign and nothing else: $, US$, kr.
[[nodiscard]] bool is_currency_sign(std::string_view text);
/// How many bytes of a code or sign a text begins or ends with; 0: none. A code is one only beside
/// something that is no letter.
[[nodiscard]] std::size_t currency_at_front(std::string_view text);
[[nodiscard]] std::size_t currency_at_end(std::string_view text);

}  // namespace footfall
