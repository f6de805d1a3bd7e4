#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/core/calendar.h"
#include "model/core/parallel.h"
#include "model/core/short_text.h"
#include "model/core/text_interner.h"

namespace footfall {

/// What the cells of a customer are told apart by.
struct Combo {
  Day day = 0;
  TextId type = 0;
  TextId currency = 0;
  friend bool operator==(const Combo&, const Combo&) = default;
};
using ComboId = std::uint32_t;

/// Gives each combination of day, event type and currency a dense id, in order of first sight.
/// There are few of them beside rows and customers, and of those seen lately the texts are compared
/// as words, without a hash table (6 % of the time of 5 M payments).
class ComboTable {
 public:
  /// Of texts that are not empty 16 bytes may be read, however short they are.
  [[nodiscard]] ComboId intern(Day day, std::string_view type, std::string_view currency) {
    if (!ShortText::names(type) || !ShortText::names(currency)) [[unlikely]]
      return intern_texts(day, type, currency);
    // A missing text has no bytes at all.
    const ShortText type_word = type.empty() ? ShortText() : ShortText::of(type);
    const ShortText currency_word = currency.empty() ? ShortText() : ShortText::of(currency);
    Recent& recent = recent_[recent_slot(day, type_word, currency_word)];
    if (recent.day == day && recent.type == type_word && recent.currency == currency_word &&
        recent.known) [[likely]]
      return recent.id;
    recent = {type_word, currency_word, day, intern_texts(day, type, currency), true};
    return recent.id;
  }
  [[nodiscard]] const Combo& operator[](ComboId id) const { return combos_[id]; }
  [[nodiscard]] std::size_t size() const { return combos_.size(); }
  [[nodiscard]] const TextInterner& types() const { return types_; }
  [[nodiscard]] const TextInterner& currencies() const { return currencies_; }

  /// Adds the combinations of `other`; result[i] is the id here of its id i.
  [[nodiscard]] std::vector<ComboId> merge(const ComboTable& other, StopCheck check = {});
  [[nodiscard]] std::size_t memory() const;

 private:
  struct Recent {
    ShortText type;
    ShortText currency;
    Day day = 0;
    ComboId id = 0;
    bool known = false;
  };
  static constexpr unsigned kRecentBits = 8;
  static std::size_t recent_slot(Day day, const ShortText& type, const ShortText& currency) {
    const std::uint64_t mixed = (type.low ^ (type.high << 7 | type.high >> 57)) +
                                currency.low * 31 + currency.high + static_cast<std::uint64_t>(day);
    return mixed * 0x9E3779B97F4A7C15 >> (64 - kRecentBits);
  }
  [[nodiscard]] ComboId intern_texts(Day day, std::string_view type, std::string_view currency) {
    return intern({day, types_.intern(type), currencies_.intern(currency)});
  }
  [[nodiscard]] ComboId intern(const Combo& combo);
  [[nodiscard]] std::size_t home(const Combo& combo) const;
  void grow();

  TextInterner types_;
  TextInterner currencies_;
  std::vector<Combo> combos_;
  std::vector<ComboId> table_;  // id + 1, 0: free; open addressing
  std::array<Recent, std::size_t{1} << kRecentBits> recent_{};
};

}  // namespace footfall
