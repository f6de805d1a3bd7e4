#pragma once

#include <string>
#include <vector>

#include "model/core/error.h"

namespace footfall {

/// The regular files in a folder and the folders within it, by name in the order of bytes, a
/// subfolder's in its place. Hidden ones (a dot in front) and links are passed over. An error where
/// a folder cannot be read.
[[nodiscard]] Result<std::vector<std::string>> files_in_folder(const std::string& path);

/// A file that was given by name, or that lies in a folder which was.
struct GivenFile {
  std::string path;
  std::size_t given = 0;   ///< index of what was given
  bool in_folder = false;  ///< it need feed nothing
};

[[nodiscard]] bool is_folder(const std::string& path);
/// Puts the files of folders in place of them.
[[nodiscard]] Result<std::vector<GivenFile>> files_of(const std::vector<std::string>& given);

}  // namespace footfall
