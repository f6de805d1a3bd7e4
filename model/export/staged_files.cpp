#include "model/export/staged_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace footfall {
namespace {

// A link is followed, so that the file it leads to is replaced and not the link.
std::string resolve_link(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0 || !S_ISLNK(info.st_mode)) return path;
  char* const resolved = ::realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  std::string result = resolved;
  std::free(resolved);
  return result;
}

}  // namespace

StagedFiles::~StagedFiles() {
  for (const File& file : files_)
    if (!file.temporary.empty()) temporary_.remove(file.temporary);
}

Result<int> StagedFiles::open(const std::string& target) {
  struct stat info {};
  const bool exists = ::stat(target.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) return write_error(target, EISDIR);
  const bool system = target.starts_with("/dev/") || target.starts_with("/proc/");
  if (exists && (system || !S_ISREG(info.st_mode))) {
    const int descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return write_error(target, errno);
    files_.push_back({target, target, {}});
    return descriptor;
  }
  File file{target, resolve_link(target), {}};
  // A rename would replace a file that may not be written.
  if (exists && ::access(file.place.c_str(), W_OK) != 0) return write_error(target, errno);
  const int descriptor = temporary_.create(file.place, file.temporary);
  if (descriptor < 0) return write_error(target, errno);
  if (exists) static_cast<void>(::fchmod(descriptor, info.st_mode & 07777));
  files_.push_back(std::move(file));
  return descriptor;
}

Result<OutputFile> StagedFiles::create(const std::string& target) {
  const Result<int> descriptor = open(target);
  if (!descriptor) return descriptor.error();
  return OutputFile(*descriptor, target, true);
}

Result<std::string> StagedFiles::reserve(const std::string& target) {
  const Result<int> descriptor = open(target);
  if (!descriptor) return descriptor.error();
  ::close(*descriptor);
  return files_.back().temporary.empty() ? target : files_.back().temporary;
}

Result<std::vector<std::string>> StagedFiles::commit() {
  std::vector<std::string> targets;
  const std::unique_lock lock = temporary_.renaming();
  for (File& file : files_) {
    if (!file.temporary.empty()) {
      if (::rename(file.temporary.c_str(), file.place.c_str()) != 0) return write_error(file.target, errno);
      temporary_.forget(file.temporary);
      file.temporary.clear();
    }
    targets.push_back(file.target);
  }
  files_.clear();
  return targets;
}

}  // namespace footfall
