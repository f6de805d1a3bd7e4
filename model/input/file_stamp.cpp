#include "model/input/file_stamp.h"

#include <sys/stat.h>

namespace footfall {

std::optional<FileStamp> stamp_of(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return FileStamp{static_cast<std::uint64_t>(status.st_size), status.st_mtim, status.st_ctim};
}

std::optional<FileStamp> stamp_of_path(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return stamp_of(status);
}

Status check_unchanged(const std::string& path, const FileStamp& before, const FileStamp& now) {
  const bool written =
      before.changed.tv_sec != now.changed.tv_sec || before.changed.tv_nsec != now.changed.tv_nsec;
  if (now.bytes > before.bytes || (now.bytes == before.bytes && !written)) return Done{};
  return Error{ErrorKind::input_changed, path, std::to_string(now.bytes),
               std::to_string(before.bytes)};
}

}  // namespace footfall
