#include "model/parse/json_layout.h"

namespace footfall {

JsonLayout::JsonLayout(const std::vector<JsonPath>& paths, std::uint64_t watched)
    : roles_(paths.size()), nodes_(1) {
  for (std::uint32_t role = 0; role < paths.size(); ++role) {
    if (paths[role].empty()) continue;
    std::uint32_t node = 0;
    for (const std::string& step : paths[role]) {
      nodes_[node].below.push_back(role);
      if (element_of_step(step)) nodes_[node].inside.push_back(role);
      node = follow(node, step);
    }
    nodes_[node].roles.push_back(role);
    if (role < kMostWatched) nodes_[node].watched |= watched & std::uint64_t{1} << role;
  }
  for (Node& node : nodes_)
    if (node.roles.size() == 1 && node.below.empty() && node.watched == 0)
      node.only_role = node.roles.front();
}

std::uint32_t JsonLayout::follow(std::uint32_t node, const std::string& step) {
  const std::uint32_t made = static_cast<std::uint32_t>(nodes_.size());
  if (const auto element = element_of_step(step)) {
    for (const Element& known : nodes_[node].elements)
      if (known.step == *element) return known.node;
    nodes_[node].elements.push_back({*element, made});
  } else {
    const std::uint32_t known = child(node, step);
    if (known != kNone) return known;
    nodes_[node].keys.push_back(step);
    nodes_[node].children.push_back(made);
  }
  nodes_.emplace_back();
  return made;
}

std::uint32_t JsonLayout::child(std::uint32_t node, std::string_view key) const {
  const Node& parent = nodes_[node];
  for (std::size_t i = 0; i < parent.keys.size(); ++i)
    if (parent.keys[i] == key) return parent.children[i];
  return kNone;
}

}  // namespace footfall
