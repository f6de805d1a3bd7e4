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
  /// The same, but however often they are written to: for what happens to their names. wake() ends
  /// the wait() that follows, too.
  bool rest(std::chrono::milliseconds most);

  /// Ends a wait() that lasts, or the next one. From any thread, and from signal handlers.
  void wake();

 private:
  bool read_changes();
  bool read_names();
  bool wait(std::chrono::milliseconds most, bool for_changes);

  int changes_ = -1;  // of the files, told by inotify
  int names_ = -1;    // in their folders
  int wakes_ = -1;
  std::set<int> files_;                           // watches of changes_
  std::map<int, std::set<std::string>> folders_;  // by watch of names_: the names that matter
};

}  // namespace footfall
