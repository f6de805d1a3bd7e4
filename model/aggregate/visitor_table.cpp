#include "model/aggregate/visitor_table.h"

#include <algorithm>
#include <cstring>

namespace footfall {

void VisitorTable::add_key(std::string_view host, TextId agent) {
  keys_.append(host);
  keys_.append(reinterpret_cast<const char*>(&agent), sizeof agent);
  key_ends_.push_back(keys_.size());
}

void VisitorTable::intern_keys(VisitorId* ids) {
  key_views_.clear();
  std::size_t begin = 0;
  for (const std::size_t end : key_ends_) {
    key_views_.push_back(std::string_view(keys_).substr(begin, end - begin));
    begin = end;
  }
  pairs_.intern_all(key_views_, ids);
  for (std::size_t i = 0; i < key_views_.size(); ++i) ids[i] = 2 * ids[i] + 1;
  keys_.clear();
  key_ends_.clear();
}

void VisitorTable::intern_pairs(std::span<const std::string_view> hosts, std::span<const std::string_view> agents, VisitorId* ids) {
  for (std::size_t i = 0; i < hosts.size(); ++i) add_key(hosts[i], agents_.intern(agents[i]));
  intern_keys(ids);
}

std::vector<VisitorId> VisitorTable::merge(const VisitorTable& other) {
  std::vector<VisitorId> mapped(other.id_limit());
  const std::vector<TextId> plain = plain_.merge(other.plain_);
  for (std::size_t i = 0; i < plain.size(); ++i) mapped[2 * i] = 2 * plain[i];
  const std::vector<TextId> agents = agents_.merge(other.agents_);
  constexpr std::size_t kBatch = 512;
  std::vector<VisitorId> ids(kBatch);
  for (std::size_t begin = 0; begin < other.pairs_.size(); begin += kBatch) {
    const std::size_t count = std::min(kBatch, other.pairs_.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view key = other.pairs_[static_cast<TextId>(begin + i)];
      TextId agent = 0;
      std::memcpy(&agent, key.data() + key.size() - sizeof agent, sizeof agent);
      add_key(key.substr(0, key.size() - sizeof agent), agents[agent]);
    }
    intern_keys(ids.data());
    for (std::size_t i = 0; i < count; ++i) mapped[2 * (begin + i) + 1] = ids[i];
  }
  return mapped;
}

}  // namespace footfall
