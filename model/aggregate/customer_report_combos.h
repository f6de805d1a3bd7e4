#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/core/calendar.h"
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
/// There are few of them beside rows and customers.
class ComboTable {
 public:
  [[nodiscard]] ComboId intern(Day day, std::string_view type, std::string_view currency) {
    return intern({day, types_.intern(type), currencies_.intern(currency)});
  }
  [[nodiscard]] const Combo& operator[](ComboId id) const { return combos_[id]; }
  [[nodiscard]] std::size_t size() const { return combos_.size(); }
  [[nodiscard]] const TextInterner& types() const { return types_; }
  [[nodiscard]] const TextInterner& currencies() const { return currencies_; }

  /// Adds the combinations of `other`; result[i] is the id here of its id i.
  [[nodiscard]] std::vector<ComboId> merge(const ComboTable& other);
  [[nodiscard]] std::size_t memory() const;

 private:
  [[nodiscard]] ComboId intern(const Combo& combo);
  [[nodiscard]] std::size_t home(const Combo& combo) const;
  void grow();

  TextInterner types_;
  TextInterner currencies_;
  std::vector<Combo> combos_;
  std::vector<ComboId> table_;  // id + 1, 0: free; open addressing
};

}  // namespace footfall
