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
  for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder)
    temporary_.remove_folder(*folder);
}

Status StagedFiles::make_folder(const std::string& path) {
  std::size_t end = 0;
  do {
    end = path.find('/', end + 1);
    const std::string folder = path.substr(0, end);
    struct stat info {};
    if (::stat(folder.c_str(), &info) == 0) {
      if (!S_ISDIR(info.st_mode)) return write_error(folder, ENOTDIR);
      continue;
    }
    const int error = errno == ENOENT ? temporary_.make_folder(folder) : errno;
    // Somebody else may have made it in the meantime.
    if (error == EEXIST) continue;
    if (error != 0) return write_error(folder, error);
    folders_.push_back(folder);
  } while (end != std::string::npos);
  if (::access(path.c_str(), W_OK | X_OK) != 0) return write_error(path, errno);
  return Done{};
}

Result<OutputFile> StagedFiles::create(const std::string& target) {
  struct stat info {};
  const bool exists = ::stat(target.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) return write_error(target, EISDIR);
  const bool system = target.starts_with("/dev/") || target.starts_with("/proc/");
  if (exists && (system || !S_ISREG(info.st_mode))) {
    // An open stream goes on where it stands; opened anew, a redirected one would begin at its
    // front.
    const int stream = target == "/dev/stdout"   ? STDOUT_FILENO
                       : target == "/dev/stderr" ? STDERR_FILENO
                                                 : -1;
    const int descriptor = stream >= 0 ? ::fcntl(stream, F_DUPFD_CLOEXEC, 0)
                                       : ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return write_error(target, errno);
    files_.push_back({target, target, {}});
    return OutputFile(descriptor, target, true);
  }
  File file{target, resolve_link(target), {}};
  // A rename would replace a file that may not be written.
  if (exists && ::access(file.place.c_str(), W_OK) != 0) return write_error(target, errno);
  const int descriptor = temporary_.create(file.place, file.temporary);
  if (descriptor < 0) return write_error(target, errno);
  if (exists) static_cast<void>(::fchmod(descriptor, info.st_mode & 07777));
  files_.push_back(std::move(file));
  return OutputFile(descriptor, target, true);
}

Result<std::vector<std::string>> StagedFiles::commit() {
  std::vector<std::string> targets;
  const std::unique_lock lock = temporary_.renaming();
  for (File& file : files_) {
    if (!file.temporary.empty()) {
      if (::rename(file.temporary.c_str(), file.place.c_str()) != 0)
        return write_error(file.target, errno);
      temporary_.forget(file.temporary);
      file.temporary.clear();
    }
    targets.push_back(file.target);
  }
  for (const std::string& folder : folders_) temporary_.forget(folder);
  files_.clear();
  folders_.clear();
  return targets;
}

}  // namespace footfall
