#include "model/aggregate/visitor_table.h"

#include <algorithm>
#include <cstring>

namespace footfall {

VisitorId VisitorTable::intern_pair(std::string_view host, std::string_view agent) {
  return intern_pair_of(host, agents_.intern(agent));
}

VisitorId VisitorTable::intern_pair_of(std::string_view host, TextId agent) {
  key_.assign(host);
  key_.append(reinterpret_cast<const char*>(&agent), sizeof agent);
  return 2 * pairs_.intern(key_) + 1;
}

std::vector<VisitorId> VisitorTable::merge(const VisitorTable& other) {
  std::vector<VisitorId> mapped(other.id_limit());
  const std::vector<TextId> plain = plain_.merge(other.plain_);
  for (std::size_t i = 0; i < plain.size(); ++i) mapped[2 * i] = 2 * plain[i];
  const std::vector<TextId> agents = agents_.merge(other.agents_);
  for (TextId id = 0; id < other.pairs_.size(); ++id) {
    const std::string_view key = other.pairs_[id];
    TextId agent = 0;
    std::memcpy(&agent, key.data() + key.size() - sizeof agent, sizeof agent);
    mapped[2 * id + 1] = intern_pair_of(key.substr(0, key.size() - sizeof agent), agents[agent]);
  }
  return mapped;
}

}  // namespace footfall
