#include "model/export/links.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstddef>

#include "model/export/output_file.h"

namespace footfall {
namespace {

constexpr int kMostLinks = 40;  // as the kernel has it

/// One step of a path, held open: what is asked of it and its text belong to the same link.
class PathStep {
 public:
  explicit PathStep(const std::string& path)
      : descriptor_(::open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC)) {
    is_link_ =
        descriptor_ >= 0 && ::fstat(descriptor_, &info_) == 0 && S_ISLNK(info_.st_mode) && !magic();
  }
  ~PathStep() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  PathStep(const PathStep&) = delete;
  PathStep& operator=(const PathStep&) = delete;

  [[nodiscard]] bool exists() const { return descriptor_ >= 0; }
  [[nodiscard]] bool is_link() const { return is_link_; }
  [[nodiscard]] std::string text() const {
    std::string text(PATH_MAX, '\0');
    const ssize_t length = ::readlinkat(descriptor_, "", text.data(), text.size());
    text.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
    return text;
  }
  [[nodiscard]] bool trusted_in(const std::string& folder) const {
    struct stat around {};
    if (::stat(folder.empty() ? "." : folder.c_str(), &around) != 0) return false;
    if ((around.st_mode & S_IWOTH) != 0) return false;
    if ((around.st_mode & S_IWGRP) == 0) return true;
    return info_.st_uid == ::geteuid() || info_.st_uid == around.st_uid;
  }

 private:
  [[nodiscard]] bool magic() const {
    struct statfs system {};
    return ::fstatfs(descriptor_, &system) == 0 && system.f_type == PROC_SUPER_MAGIC;
  }

  int descriptor_;
  struct stat info_ {};
  bool is_link_ = false;
};

std::string joined(const std::string& folder, const std::string& name) {
  return folder.empty() || folder.ends_with('/') ? folder + name : folder + '/' + name;
}

}  // namespace

Result<std::string> follow_links(const std::string& path) {
  std::string done = path.starts_with('/') ? "/" : "";  // without links
  std::string rest = path;
  int links = 0;
  for (std::size_t begin = 0; (begin = rest.find_first_not_of('/')) != std::string::npos;) {
    const std::size_t end = rest.find('/', begin);
    const std::string here = joined(done, rest.substr(begin, end - begin));
    rest = end == std::string::npos ? std::string() : rest.substr(end);
    const PathStep step(here);
    if (!step.exists()) {
      done = here + rest;
      break;
    }
    if (!step.is_link()) {
      done = here;
      continue;
    }
    if (!step.trusted_in(done)) return Error{ErrorKind::no_permission, path, {}, here};
    if (++links > kMostLinks) return write_error(path, ELOOP);
    const std::string text = step.text();
    if (text.empty()) return write_error(path, ENOENT);
    if (text.starts_with('/')) done = "/";
    rest = text + rest;
  }
  return links == 0 ? path : done;
}

std::string untrusted_link(const Error& error) {
  return error.kind == ErrorKind::no_permission ? error.expected : std::string();
}

}  // namespace footfall
