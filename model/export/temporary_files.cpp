#include "model/export/temporary_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace footfall {
namespace {

// A signal ends the process, whoever writes files in it.
struct Living {
  std::mutex mutex;
  std::vector<TemporaryFiles*> objects;
};
Living& living() {
  static Living living;
  return living;
}

}  // namespace

TemporaryFiles::TemporaryFiles() {
  const std::lock_guard lock(living().mutex);
  living().objects.push_back(this);
}

TemporaryFiles::~TemporaryFiles() {
  const std::lock_guard lock(living().mutex);
  std::erase(living().objects, this);
}

void TemporaryFiles::remove_all_for_good() {
  living().mutex.lock();
  for (TemporaryFiles* const files : living().objects)
    static_cast<void>(files->remove_all().release());
}

std::string TemporaryFiles::name_beside(const std::string& target) {
  // A short name, so that it fits wherever the target's fits. The process id keeps runs apart.
  const std::size_t slash = target.rfind('/');
  return (slash == std::string::npos ? std::string() : target.substr(0, slash + 1)) + ".footfall-" +
         std::to_string(::getpid()) + "-" + std::to_string(next_++) + ".tmp";
}

int TemporaryFiles::create(const std::string& target, std::string& path) {
  const std::lock_guard lock(mutex_);
  // A name left behind by a killed process of the same id is passed over, and a link is one.
  for (int attempt = 0; attempt < 10'000; ++attempt) {
    path = name_beside(target);
    const int descriptor =
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor >= 0) {
      paths_.push_back(path);
      return descriptor;
    }
    if (errno != EEXIST) break;
  }
  return -1;
}

int TemporaryFiles::make_folder(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (::mkdir(path.c_str(), 0777) != 0) return errno;
  folders_.push_back(path);
  return 0;
}

void TemporaryFiles::remove_folder(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (std::erase(folders_, path) != 0) ::rmdir(path.c_str());
}

void TemporaryFiles::forget(const std::string& path) {
  std::erase(paths_, path);
  std::erase(folders_, path);
}

void TemporaryFiles::remove(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (std::erase(paths_, path) != 0) ::unlink(path.c_str());
}

std::unique_lock<std::mutex> TemporaryFiles::remove_all() {
  std::unique_lock lock(mutex_);
  for (const std::string& path : paths_) ::unlink(path.c_str());
  paths_.clear();
  for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder)
    ::rmdir(folder->c_str());
  folders_.clear();
  return lock;
}

}  // namespace footfall
