#include "model/parse/json_layout.h"

namespace footfall {

JsonLayout::JsonLayout(const std::vector<JsonPath>& paths) : roles_(paths.size()), nodes_(1) {
  for (std::uint32_t role = 0; role < paths.size(); ++role) {
    if (paths[role].empty()) continue;
    std::uint32_t node = 0;
    for (const std::string& key : paths[role]) {
      nodes_[node].below.push_back(role);
      std::uint32_t next = child(node, key);
      if (next == kNone) {
        next = static_cast<std::uint32_t>(nodes_.size());
        nodes_[node].keys.push_back(key);
        nodes_[node].children.push_back(next);
        nodes_.emplace_back();
      }
      node = next;
    }
    nodes_[node].roles.push_back(role);
  }
  for (Node& node : nodes_)
    if (node.roles.size() == 1 && node.below.empty()) node.only_role = node.roles.front();
}

std::uint32_t JsonLayout::child(std::uint32_t node, std::string_view key) const {
  const Node& parent = nodes_[node];
  for (std::size_t i = 0; i < parent.keys.size(); ++i)
    if (parent.keys[i] == key) return parent.children[i];
  return kNone;
}

}  // namespace footfall
