#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/cli_options.h"
#include "app/rejects_file.h"
#include "model/export/staged_files.h"

namespace footfall {

/// The files of rejects and of statistics that a run writes where it was asked for them.
class SideFiles {
 public:
  /// Makes them: what can go wrong with output is found before hours of reading.
  [[nodiscard]] Status open(const CliOptions& options, StagedFiles& files);
  /// Null where nobody asked for it.
  [[nodiscard]] RejectsFile* rejects() { return rejects_ ? &*rejects_ : nullptr; }
  /// Writes the statistics and closes both.
  [[nodiscard]] Status finish(const std::function<std::string()>& statistics);

 private:
  std::optional<RejectsFile> rejects_;
  std::optional<OutputFile> statistics_;
};

}  // namespace footfall
