#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/parse/json_path.h"

namespace footfall {

/// The paths of all roles as a tree of keys. Immutable; shared between threads.
class JsonLayout {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  /// At most so many roles can be watched, the first ones.
  static constexpr std::size_t kMostWatched = 64;

  /// A step into an array.
  struct Element {
    JsonElement step;
    std::uint32_t node = kNone;  ///< of its value
  };

  /// A key that some role's path goes through, or the row itself (node 0).
  struct Node {
    std::vector<std::string> keys;        ///< of the object this node's value may be
    std::vector<std::uint32_t> children;  ///< nodes of `keys`
    std::vector<Element> elements;        ///< of the array this node's value may be
    std::vector<std::uint32_t> roles;     ///< whose paths end here
    std::vector<std::uint32_t> below;     ///< roles whose paths go on from here
    std::vector<std::uint32_t> inside;    ///< those of them that go into an array
    std::uint64_t watched = 0;            ///< bit r: role r ends here and is watched
    std::uint32_t only_role = kNone;      ///< set where one role ends here, unwatched, and none
                                          ///< goes on
  };

  /// One path per role, in the order of roles. `watched`: bit r asks JsonRowParser::found() whether
  /// the path of role r leads anywhere.
  explicit JsonLayout(const std::vector<JsonPath>& paths, std::uint64_t watched = 0);

  [[nodiscard]] std::size_t roles() const { return roles_; }
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  /// The node of `key` in the object of `node`, or kNone.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, std::string_view key) const;

 private:
  // The node that a step leads to, made where it is new.
  [[nodiscard]] std::uint32_t follow(std::uint32_t node, const std::string& step);

  std::size_t roles_;
  std::vector<Node> nodes_;
};

}  // namespace footfall
