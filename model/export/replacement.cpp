#include "model/export/replacement.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <system_error>

#include "model/export/output_file.h"

namespace footfall {
namespace {

std::string folder_of(const std::string& place) {
  const std::size_t slash = place.rfind('/');
  return slash == std::string::npos ? "." : place.substr(0, slash + 1);
}

// How far a file has come.
struct Progress {
  enum class Old { none, linked, moved } old = Old::none;  // where its old content is also, or only
  bool replaced = false;
};

// Returns an error number.
int set_aside(const Replacement& file, Progress& progress, RenameFile rename_file) {
  // With a link there is no moment without a file; not every file system and owner allows it.
  if (::link(file.place.c_str(), file.aside.c_str()) == 0) {
    progress.old = Progress::Old::linked;
  } else if (errno != ENOENT) {
    if (rename_file(file.place.c_str(), file.aside.c_str()) != 0) return errno;
    progress.old = Progress::Old::moved;
  }
  return 0;
}

// Returns false where the file stays new.
bool put_back(const Replacement& file, const Progress& progress, RenameFile rename_file) {
  switch (progress.old) {
    case Progress::Old::none:
      return !progress.replaced || ::unlink(file.place.c_str()) == 0;
    case Progress::Old::linked:
      // Two names of one file: a rename would keep both.
      if (!progress.replaced) return ::unlink(file.aside.c_str()) == 0;
      break;
    case Progress::Old::moved:
      break;
  }
  return rename_file(file.aside.c_str(), file.place.c_str()) == 0;
}

}  // namespace

int obstacle_to_replace(const std::string& place) {
  struct statx old {};
  struct statx folder {};
  constexpr unsigned kWanted = STATX_BASIC_STATS | STATX_MNT_ID;
  if (::statx(AT_FDCWD, place.c_str(), AT_SYMLINK_NOFOLLOW, kWanted, &old) != 0)
    return errno == ENOENT ? 0 : errno;
  if (S_ISDIR(old.stx_mode)) return EISDIR;
  if (::statx(AT_FDCWD, folder_of(place).c_str(), 0, kWanted, &folder) != 0) return errno;
  if ((old.stx_mask & folder.stx_mask & STATX_MNT_ID) != 0 && old.stx_mnt_id != folder.stx_mnt_id)
    return EBUSY;
  constexpr unsigned kFixed = STATX_ATTR_IMMUTABLE | STATX_ATTR_APPEND;
  if (((old.stx_attributes | folder.stx_attributes) & kFixed) != 0) return EPERM;
  const uid_t user = ::geteuid();
  const bool may_remove = (folder.stx_mode & S_ISVTX) == 0 || user == 0 || user == old.stx_uid ||
                          user == folder.stx_uid;
  return may_remove ? 0 : EPERM;
}

Status replace_files(const std::vector<Replacement>& files, RenameFile rename_file) {
  for (const Replacement& file : files) {
    if (const int error = obstacle_to_replace(file.place); error != 0)
      return write_error(file.target, error);
    if (::access(file.temporary.c_str(), F_OK) != 0) return write_error(file.target, errno);
  }
  std::vector<Progress> progress(files.size());
  int error = 0;
  std::size_t next = 0;
  for (; next < files.size(); ++next) {
    // Behind the last one nothing can fail any more.
    if (next + 1 < files.size()) error = set_aside(files[next], progress[next], rename_file);
    if (error == 0 && rename_file(files[next].temporary.c_str(), files[next].place.c_str()) != 0)
      error = errno;
    if (error != 0) break;
    progress[next].replaced = true;
  }
  if (error == 0) {
    for (std::size_t i = 0; i < files.size(); ++i)
      if (progress[i].old != Progress::Old::none) ::unlink(files[i].aside.c_str());
    return Done{};
  }
  std::string stayed;
  for (std::size_t i = next + 1; i-- > 0;) {
    if (put_back(files[i], progress[i], rename_file)) continue;
    if (!stayed.empty()) stayed += ", ";
    stayed += files[i].target;
    if (progress[i].old != Progress::Old::none) stayed += " (" + files[i].aside + ")";
  }
  if (stayed.empty()) return write_error(files[next].target, error);
  return Error{ErrorKind::write_failed, files[next].target, std::generic_category().message(error),
               stayed};
}

std::string stayed_new(const Error& error) {
  return error.kind == ErrorKind::write_failed ? error.expected : std::string();
}

}  // namespace footfall
