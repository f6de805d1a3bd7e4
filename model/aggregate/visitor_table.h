#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/text_interner.h"

namespace footfall {

/// Number of a distinct visitor.
using VisitorId = std::uint32_t;

/// Numbers visitors: ids of CSV and NDJSON files (even numbers), and pairs of host and user agent of
/// access logs (odd numbers). Agents are few and long, so a pair is kept as host and agent number.
class VisitorTable {
 public:
  void intern_all(std::span<const std::string_view> visitors, VisitorId* ids) {
    plain_.intern_all(visitors, ids);
    for (std::size_t i = 0; i < visitors.size(); ++i) ids[i] *= 2;
  }
  void intern_pairs(std::span<const std::string_view> hosts, std::span<const std::string_view> agents, VisitorId* ids);

  /// Adds the visitors of another table; result[id there] is the id here.
  [[nodiscard]] std::vector<VisitorId> merge(const VisitorTable& other);

  [[nodiscard]] std::size_t size() const { return plain_.size() + pairs_.size(); }
  /// All ids are below this.
  [[nodiscard]] std::size_t id_limit() const { return 2 * std::max(plain_.size(), pairs_.size()); }
  [[nodiscard]] std::size_t memory() const { return plain_.memory() + agents_.memory() + pairs_.memory(); }
  /// Forgets the names, when only the ids are still of use.
  void forget_names() {
    plain_ = {};
    agents_ = {};
    pairs_ = {};
  }

 private:
  void add_key(std::string_view host, TextId agent);
  void intern_keys(VisitorId* ids);

  TextInterner plain_;
  TextInterner agents_;
  TextInterner pairs_;  // host, then the agent's number as 4 bytes
  std::string keys_;  // pairs about to be interned, one behind the other
  std::vector<std::size_t> key_ends_;
  std::vector<std::string_view> key_views_;
};

}  // namespace footfall
