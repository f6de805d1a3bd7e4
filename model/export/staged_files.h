#pragma once

#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/export/output_file.h"
#include "model/export/temporary_files.h"

namespace footfall {

/// Files that appear together or not at all: each is written under a temporary name in the folder
/// of its target, commit() renames them when all are complete. What is not committed is removed,
/// and the old files stay whole. Devices, pipes and open streams are written directly: whatever is
/// no regular file, and what is named /dev/stdout, /dev/stderr, /dev/fd/N or /proc/self/fd/N, which
/// goes on where the stream stands. Links are followed by the rules of follow_links().
class StagedFiles {
 public:
  explicit StagedFiles(TemporaryFiles& temporary) : temporary_(temporary) {}
  ~StagedFiles();
  StagedFiles(const StagedFiles&) = delete;
  StagedFiles& operator=(const StagedFiles&) = delete;

  /// Makes a folder and the folders above it where they are missing. New ones go again without
  /// commit().
  [[nodiscard]] Status make_folder(const std::string& path);

  /// True where `target` means an open stream of this process.
  [[nodiscard]] static bool is_stream(const std::string& target);
  /// What keeps a file from being written to `target`, as far as it can be seen before.
  [[nodiscard]] static Status check(const std::string& target);
  /// Opens a new file for `target`. Close it before commit().
  [[nodiscard]] Result<OutputFile> create(const std::string& target);

  /// Renames every file into place, or none: see replace_files(). Returns the targets, in the order
  /// of creation.
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
