#include "app/side_files.h"

#include <utility>

namespace footfall {

Status SideFiles::open(const CliOptions& options, StagedFiles& files) {
  if (!options.rejects_file.empty()) {
    Result<OutputFile> file = files.create(options.rejects_file);
    if (!file) return file.error();
    rejects_.emplace(std::move(*file));
  }
  if (!options.stats_file.empty()) {
    Result<OutputFile> file = files.create(options.stats_file);
    if (!file) return file.error();
    statistics_.emplace(std::move(*file));
  }
  return Done{};
}

Status SideFiles::finish(const std::function<std::string()>& statistics) {
  if (rejects_) {
    if (Status closed = rejects_->close(); !closed) return closed;
  }
  if (statistics_) {
    if (Status written = statistics_->write(statistics()); !written) return written;
    if (Status closed = statistics_->close(); !closed) return closed;
  }
  return Done{};
}

}  // namespace footfall
