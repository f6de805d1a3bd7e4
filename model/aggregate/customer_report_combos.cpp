#include "model/aggregate/customer_report_combos.h"

#include <algorithm>

#include "model/core/hash.h"

namespace footfall {

std::size_t ComboTable::home(const Combo& combo) const {
  const std::uint64_t texts = std::uint64_t{combo.type} << 32 | combo.currency;
  return hash_words(texts, static_cast<std::uint64_t>(combo.day)) & (table_.size() - 1);
}

void ComboTable::grow() {
  table_.assign(std::max<std::size_t>(64, table_.size() * 2), 0);
  for (ComboId id = 0; id < combos_.size(); ++id) {
    std::size_t at = home(combos_[id]);
    while (table_[at] != 0) at = (at + 1) & (table_.size() - 1);
    table_[at] = id + 1;
  }
}

ComboId ComboTable::intern(const Combo& combo) {
  if (combos_.size() * 2 >= table_.size()) grow();
  std::size_t at = home(combo);
  for (; table_[at] != 0; at = (at + 1) & (table_.size() - 1))
    if (combos_[table_[at] - 1] == combo) return table_[at] - 1;
  combos_.push_back(combo);
  table_[at] = static_cast<ComboId>(combos_.size());
  return table_[at] - 1;
}

std::vector<ComboId> ComboTable::merge(const ComboTable& other, StopCheck check) {
  const std::vector<TextId> types = types_.merge(other.types_, check);
  const std::vector<TextId> currencies = currencies_.merge(other.currencies_, check);
  std::vector<ComboId> ids;
  ids.reserve(other.size());
  for (const Combo& combo : other.combos_) {
    check();
    ids.push_back(intern({combo.day, types[combo.type], currencies[combo.currency]}));
  }
  return ids;
}

std::size_t ComboTable::memory() const {
  return types_.memory() + currencies_.memory() + combos_.capacity() * sizeof(Combo) +
         table_.capacity() * sizeof(ComboId);
}

}  // namespace footfall
