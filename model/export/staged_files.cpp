#include "model/export/staged_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>

#include "model/export/links.h"
#include "model/export/replacement.h"

namespace footfall {
namespace {

// The open stream that a path means, whatever it leads to.
std::optional<int> stream_of(std::string_view path) {
  if (path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    const std::string_view digits = path.substr(folder.size());
    int number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault == std::errc() && end == digits.data() + digits.size() && number >= 0) return number;
  }
  return std::nullopt;
}

// An error number where nothing can be written to it.
int obstacle_of_stream(int descriptor) {
  const int flags = ::fcntl(descriptor, F_GETFL);
  if (flags < 0) return errno;
  return (flags & O_ACCMODE) == O_RDONLY ? EBADF : 0;
}

// Where a target lies: a path that stream_of() knows, or one without links.
Result<std::string> place_of(const std::string& target) {
  return stream_of(target) ? target : follow_links(target);
}

// An error number of what is there and cannot be replaced.
int obstacle_at(const std::string& place) {
  struct stat info {};
  if (::stat(place.c_str(), &info) != 0) return 0;
  if (S_ISDIR(info.st_mode)) return EISDIR;
  // A rename would replace a file that may not be written.
  if (::access(place.c_str(), W_OK) != 0) return errno;
  return S_ISREG(info.st_mode) ? obstacle_to_replace(place) : 0;
}

}  // namespace

StagedFiles::~StagedFiles() {
  for (const File& file : files_)
    if (!file.temporary.empty()) temporary_.remove(file.temporary);
  for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder)
    temporary_.remove_folder(*folder);
}

Status StagedFiles::make_folder(const std::string& path) {
  const Result<std::string> place = follow_links(path);
  if (!place) return place.error();
  std::size_t end = 0;
  do {
    end = place->find('/', end + 1);
    const std::string folder = place->substr(0, end);
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
  if (::access(place->c_str(), W_OK | X_OK) != 0) return write_error(path, errno);
  return Done{};
}

bool StagedFiles::is_stream(const std::string& target) {
  const Result<std::string> place = place_of(target);
  return place && stream_of(*place);
}

Status StagedFiles::check(const std::string& target) {
  const Result<std::string> place = place_of(target);
  if (!place) return place.error();
  const auto stream = stream_of(*place);
  const int error = stream ? obstacle_of_stream(*stream) : obstacle_at(*place);
  return error == 0 ? Status(Done{}) : write_error(target, error);
}

Result<OutputFile> StagedFiles::create(const std::string& target) {
  const Result<std::string> place = place_of(target);
  if (!place) return place.error();
  if (const auto stream = stream_of(*place)) {
    if (const int error = obstacle_of_stream(*stream); error != 0)
      return write_error(target, error);
    // Opened anew, a redirected one would begin at its front.
    const int descriptor = ::fcntl(*stream, F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0) return write_error(target, errno);
    files_.push_back({target, *place, {}});
    return OutputFile(descriptor, target, true);
  }
  if (const int error = obstacle_at(*place); error != 0) return write_error(target, error);
  struct stat info {};
  const bool exists = ::stat(place->c_str(), &info) == 0;
  if (exists && !S_ISREG(info.st_mode)) {
    const int descriptor = ::open(place->c_str(), O_WRONLY | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) return write_error(target, errno);
    // What was opened counts, not what was there a moment ago.
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
      files_.push_back({target, *place, {}});
      return OutputFile(descriptor, target, true);
    }
    ::close(descriptor);
  }
  File file{target, *place, {}};
  const int descriptor = temporary_.create(file.place, file.temporary);
  if (descriptor < 0) return write_error(target, errno);
  if (exists) static_cast<void>(::fchmod(descriptor, info.st_mode & 07777));
  files_.push_back(std::move(file));
  return OutputFile(descriptor, target, true);
}

Result<std::vector<std::string>> StagedFiles::commit() {
  const std::unique_lock lock = temporary_.renaming();
  std::vector<std::string> targets;
  std::vector<Replacement> replacements;
  for (const File& file : files_) {
    targets.push_back(file.target);
    if (file.temporary.empty()) continue;
    replacements.push_back(
        {file.target, file.place, file.temporary, temporary_.name_beside(file.place)});
  }
  if (Status replaced = replace_files(replacements, std::rename); !replaced)
    return replaced.error();
  for (const File& file : files_) temporary_.forget(file.temporary);
  for (const std::string& folder : folders_) temporary_.forget(folder);
  files_.clear();
  folders_.clear();
  return targets;
}

}  // namespace footfall
