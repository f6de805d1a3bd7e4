#include "model/input/file_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

namespace footfall {
namespace {

// Calls take(watch, name) for each event that is there.
template <class Take>
void read_events(int descriptor, Take&& take) {
  alignas(inotify_event) std::array<char, 16384> bytes;
  for (;;) {
    const ssize_t got = ::read(descriptor, bytes.data(), bytes.size());
    if (got <= 0) return;
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(got);) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof event);
      at += sizeof event;
      take(event.wd, event.len > 0 ? std::string(bytes.data() + at) : std::string());
      at += event.len;
    }
  }
}

}  // namespace

FileWatch::FileWatch()
    : changes_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      names_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      wakes_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

FileWatch::~FileWatch() {
  for (const int descriptor : {changes_, names_, wakes_})
    if (descriptor >= 0) ::close(descriptor);
}

void FileWatch::set_paths(const std::vector<std::string>& paths) {
  const std::set<int> before = std::exchange(files_, {});
  for (const std::string& path : paths) {
    const int file = ::inotify_add_watch(changes_, path.c_str(), IN_MODIFY | IN_ATTRIB);
    if (file >= 0) files_.insert(file);
    const std::size_t name = path.rfind('/') + 1;
    const std::string folder = name == 0 ? "." : path.substr(0, name);
    const int watch = ::inotify_add_watch(
        names_, folder.c_str(), IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR);
    if (watch >= 0) folders_[watch].insert(path.substr(name));
  }
  for (const int old : before)
    if (!files_.contains(old)) ::inotify_rm_watch(changes_, old);
}

bool FileWatch::read_changes() {
  bool any = false;
  read_events(changes_, [&](int watch, const std::string&) {
    any = any || watch < 0 || files_.contains(watch);
  });
  return any;
}

bool FileWatch::read_names() {
  bool any = false;
  read_events(names_, [&](int watch, const std::string& name) {
    const auto folder = folders_.find(watch);
    any = any || watch < 0 || (folder != folders_.end() && folder->second.contains(name));
  });
  return any;
}

bool FileWatch::wait(std::chrono::milliseconds most, bool for_changes) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + most;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
    if (left.count() <= 0 && most.count() > 0) return false;
    std::array<pollfd, 3> waited{pollfd{wakes_, POLLIN, 0}, pollfd{names_, POLLIN, 0},
                                 pollfd{for_changes ? changes_ : -1, POLLIN, 0}};
    const int ready =
        ::poll(waited.data(), waited.size(), static_cast<int>(std::max<long>(left.count(), 0)));
    if (ready <= 0) return false;
    if ((waited[0].revents & POLLIN) != 0) {
      std::uint64_t count = 0;
      if (for_changes) static_cast<void>(!::read(wakes_, &count, sizeof count));
      return true;
    }
    const bool changed = (waited[2].revents & POLLIN) != 0 && read_changes();
    const bool named = (waited[1].revents & POLLIN) != 0 && read_names();
    if (changed || named) return true;
  }
}

bool FileWatch::wait(std::chrono::milliseconds most) { return wait(most, true); }
bool FileWatch::rest(std::chrono::milliseconds most) { return wait(most, false); }

void FileWatch::wake() {
  const std::uint64_t one = 1;
  static_cast<void>(!::write(wakes_, &one, sizeof one));
}

}  // namespace footfall
