#include "model/input/folder.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace footfall {
namespace {

// Folders within folders: links are not followed, so that this is met by paths alone that no file
// can be opened by.
constexpr std::size_t kMostDepth = 1000;

Error folder_error(const std::string& path, int code) {
  if (code == EACCES || code == EPERM) return {ErrorKind::no_permission, path, {}, {}};
  if (code == ENOENT) return {ErrorKind::not_found, path, {}, {}};
  if (code == ENOMEM) return {ErrorKind::out_of_memory, path, {}, {}};
  return {ErrorKind::read_failed, path, std::strerror(code), {}};
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

Status add_files(const std::string& path, std::size_t depth, std::vector<std::string>& files) {
  std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
  if (!folder) return folder_error(path, errno);
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* const entry = ::readdir(folder.get());
    if (entry == nullptr) {
      if (errno != 0) return folder_error(path, errno);
      break;
    }
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  folder.reset();  // few may be open at once
  std::ranges::sort(names);
  for (const std::string& name : names) {
    const std::string file = path + (path.ends_with('/') ? "" : "/") + name;
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0) return folder_error(file, errno);
    if (S_ISREG(status.st_mode)) {
      files.push_back(file);
    } else if (S_ISDIR(status.st_mode)) {
      if (depth == kMostDepth) return folder_error(file, ENAMETOOLONG);
      if (Status added = add_files(file, depth + 1, files); !added) return added;
    }
  }
  return Done{};
}

}  // namespace

bool is_folder(const std::string& path) {
  struct stat status {};
  return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

Result<std::vector<std::string>> files_in_folder(const std::string& path) {
  std::vector<std::string> files;
  if (Status added = add_files(path, 0, files); !added) return added.error();
  return files;
}

Result<std::vector<GivenFile>> files_of(const std::vector<std::string>& given) {
  std::vector<GivenFile> files;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (!is_folder(given[i])) {
      files.push_back({given[i], i, false});
      continue;
    }
    const Result<std::vector<std::string>> found = files_in_folder(given[i]);
    if (!found) return found.error();
    for (const std::string& path : *found) files.push_back({path, i, true});
  }
  return files;
}

}  // namespace footfall
