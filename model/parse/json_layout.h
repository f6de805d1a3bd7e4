#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace footfall {

/// The keys that lead to one value, from the row's object down: {"metadata", "price"}. An empty
/// path leads nowhere: its value is always missing.
using JsonPath = std::vector<std::string>;

/// The paths of all roles as a tree of keys. Immutable; shared between threads.
class JsonLayout {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// A key that some role's path goes through, or the row itself (node 0).
  struct Node {
    std::vector<std::string> keys;        ///< of the object this node's value may be
    std::vector<std::uint32_t> children;  ///< nodes of `keys`
    std::vector<std::uint32_t> roles;     ///< whose paths end here
    std::vector<std::uint32_t> below;     ///< roles whose paths go on from here
    std::uint32_t only_role = kNone;      ///< set where one role ends here and none goes on
  };

  /// One path per role, in the order of roles.
  explicit JsonLayout(const std::vector<JsonPath>& paths);

  [[nodiscard]] std::size_t roles() const { return roles_; }
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  /// The node of `key` in the object of `node`, or kNone.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, std::string_view key) const;

 private:
  std::size_t roles_;
  std::vector<Node> nodes_;
};

}  // namespace footfall
