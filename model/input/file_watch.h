#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace footfall {

/// Waits until something happens to files or their names, without looking at them: the system
/// tells (inotify). Where it tells nothing, as on network file systems, or has no watch to give,
/// wait() returns after its time all the same.
class FileWatch {
 public:
  FileWatch();
  ~FileWatch();
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

  /// What is watched from now on, and the folders they lie in, for new files of these names.
  void set_paths(const std::vector<std::string>& paths);

  /// Returns when one of them was written to, cut, renamed, removed or made since the last wait(),
  /// at once after wake(), or when the time is over. True: something happened.
  bool wait(std::chrono::milliseconds most);

  /// Waits whatever happens to the files, but for wake().
  void rest(std::chrono::milliseconds time);

  /// Ends a wait() or rest() that lasts, or the next one. From any thread, and from signal
  /// handlers.
  void wake();

 private:
  void watch(const std::string& path, bool folder);

  int events_ = -1;  // of inotify
  int wakes_ = -1;
  std::map<int, std::set<std::string>> folders_;  // by watch: the names that matter in it
  std::set<int> files_;
};

}  // namespace footfall
