#pragma once

#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/export/output_file.h"
#include "model/export/temporary_files.h"

namespace footfall {

/// Files that appear together or not at all: each is written under a temporary name in the folder of
/// its target, commit() renames them when all are complete. What is not committed is removed, and the
/// old files stay whole. A device, a pipe and anything below /dev or /proc is written directly.
class StagedFiles {
 public:
  explicit StagedFiles(TemporaryFiles& temporary) : temporary_(temporary) {}
  ~StagedFiles();
  StagedFiles(const StagedFiles&) = delete;
  StagedFiles& operator=(const StagedFiles&) = delete;

  /// Opens a new file for `target`. Close it before commit().
  [[nodiscard]] Result<OutputFile> create(const std::string& target);

  /// Makes an empty file for `target` that somebody else opens by the returned name and fills.
  [[nodiscard]] Result<std::string> reserve(const std::string& target);

  /// Renames every file into place. Returns the targets, in the order of creation.
  [[nodiscard]] Result<std::vector<std::string>> commit();

 private:
  struct File {
    std::string target;     // as given
    std::string place;      // where a link leads
    std::string temporary;  // empty: written directly
  };
  [[nodiscard]] Result<int> open(const std::string& target);

  TemporaryFiles& temporary_;
  std::vector<File> files_;
};

}  // namespace footfall
