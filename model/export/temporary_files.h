#pragma once

#include <mutex>
#include <string>
#include <vector>

namespace footfall {

/// The temporary files and freshly made folders that exist right now, so that an interrupt can
/// remove them before the process ends. Safe from any thread. No call holds the lock while it waits
/// for a disk, but renaming() while finished files take their places.
class TemporaryFiles {
 public:
  TemporaryFiles();
  ~TemporaryFiles();
  TemporaryFiles(const TemporaryFiles&) = delete;
  TemporaryFiles& operator=(const TemporaryFiles&) = delete;

  /// Creates an empty file with a name of its own in the folder of `target` and remembers it.
  /// Returns an open descriptor, or -1 with errno set. `path` is the name.
  [[nodiscard]] int create(const std::string& target, std::string& path);
  /// Another such name, for a file that is set aside while the lock of renaming() is held.
  [[nodiscard]] std::string name_beside(const std::string& target);
  /// Removes one file that is not wanted any more.
  void remove(const std::string& path);

  /// Makes one folder and remembers it. Returns 0, or the error number.
  [[nodiscard]] int make_folder(const std::string& path);
  /// Removes a folder made here, if it is empty.
  void remove_folder(const std::string& path);

  /// Held while finished files are renamed into place: an interrupt waits for that.
  [[nodiscard]] std::unique_lock<std::mutex> renaming() { return std::unique_lock(mutex_); }
  /// The file has its final name now, or the folder stays. To be called under renaming().
  void forget(const std::string& path);

  /// Removes every file and every empty folder. While the caller keeps the lock, no file is created
  /// or renamed any more.
  [[nodiscard]] std::unique_lock<std::mutex> remove_all();
  /// The same for all objects of the process, which is about to end: the locks are kept.
  static void remove_all_for_good();

 private:
  std::mutex mutex_;
  std::vector<std::string> paths_;
  std::vector<std::string> folders_;  // outer before inner
  unsigned next_ = 0;
};

}  // namespace footfall
