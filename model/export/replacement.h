#pragma once

#include <string>
#include <vector>

#include "model/core/error.h"

namespace footfall {

/// A finished file and the place it is to take. All strings are made before the first step, so that
/// nothing but the system can fail in between.
struct Replacement {
  std::string target;     ///< what the user calls the place
  std::string place;      ///< where links lead
  std::string temporary;  ///< the finished file
  std::string aside;      ///< a free name in the same folder, for the old file
};

/// The error number of what keeps a file from being replaced by a rename, as far as it can be seen
/// before; 0 where nothing does. A file that is mounted by itself, another owner's in a sticky
/// folder, one that may not be changed, a folder.
[[nodiscard]] int obstacle_to_replace(const std::string& place);

using RenameFile = int (*)(const char* from, const char* to);

/// Renames all files into place or none: old ones are set aside, and put back when a later one
/// fails. Where that fails too stayed_new() tells. `rename_file` is there for tests.
[[nodiscard]] Status replace_files(const std::vector<Replacement>& files, RenameFile rename_file);

/// The files that stayed new though another one failed (a `write_failed` that expected none), in
/// brackets behind each where its old content lies; empty where all are as they were.
[[nodiscard]] std::string stayed_new(const Error& error);

}  // namespace footfall
