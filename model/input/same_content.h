#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace footfall {

/// Two of the files have the same content.
struct SameContent {
  std::size_t first = 0;   ///< index of the file that comes first
  std::size_t second = 0;  ///< of the one that repeats it
  bool same_file = false;  ///< both are one file
};

/// The files that repeat an earlier one: the same file, or one of equal size, first MiB and last
/// 64 KiB. Empty files, standard input and what is no regular file repeat nothing.
[[nodiscard]] std::vector<SameContent> find_same_contents(const std::vector<std::string>& paths);

}  // namespace footfall
