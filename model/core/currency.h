#pragma once

#include <string>
#include <string_view>

// Currencies match without case and blanks around.
namespace footfall {

/// The one spelling of a currency: without blanks around, A to Z as capital letters. A view of
/// `text` where it is that already, else of `buffer`.
[[nodiscard]] std::string_view canonical_currency(std::string_view text, std::string& buffer);

/// Orders currencies by their one spelling.
struct CurrencyOrder {
  using is_transparent = void;
  [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const;
};

}  // namespace footfall
