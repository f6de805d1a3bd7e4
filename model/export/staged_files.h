#pragma once

#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/export/output_file.h"
#include "model/export/temporary_files.h"

namespace footfall {

/// Files that appear together or not at all: each is written under a temporary name in the folder
/// of its target, commit() renames them when all are complete. What is not committed is removed,
/// and the old files stay whole. A device, a pipe and anything below /dev or /proc is written
/// directly.
class StagedFiles {
 public:
  explicit StagedFiles(TemporaryFiles& temporary) : temporary_(temporary) {}
  ~StagedFiles();
  StagedFiles(const StagedFiles&) = delete;
  StagedFiles& operator=(const StagedFiles&) = delete;

  /// Makes a folder and the folders above it where they are missing. New ones go again without
  /// commit().
  [[nodiscard]] Status make_folder(const std::string& path);

  /// Opens a new file for `target`. Close it before commit().
  [[nodiscard]] Result<OutputFile> create(const std::string& target);

  /// Renames every file into place. Returns the targets, in the order of creation.
  [[nodiscard]] Result<std::vector<std::string>> commit();

 private:
  struct File {
    std::string target;     // as given
    std::string place;      // where a link leads
    std::string temporary;  // empty: written directly
  };

  TemporaryFiles& temporary_;
  std::vector<File> files_;
  std::vector<std::string> folders_;  // made here, outer before inner
};

}  // namespace footfall
