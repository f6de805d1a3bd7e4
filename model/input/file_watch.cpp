#include "model/input/file_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace footfall {

FileWatch::FileWatch()
    : events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      wakes_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

FileWatch::~FileWatch() {
  if (events_ >= 0) ::close(events_);
  if (wakes_ >= 0) ::close(wakes_);
}

void FileWatch::watch(const std::string& path, bool folder) {
  constexpr std::uint32_t kOfFile = IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF;
  constexpr std::uint32_t kOfFolder = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE;
  if (!folder) {
    const int watch = ::inotify_add_watch(events_, path.c_str(), kOfFile);
    if (watch >= 0) files_.insert(watch);
    return;
  }
  const std::size_t slash = path.rfind('/');
  const std::string in = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const int watch = ::inotify_add_watch(events_, in.c_str(), kOfFolder | IN_ONLYDIR);
  if (watch >= 0)
    folders_[watch].insert(slash == std::string::npos ? path : path.substr(slash + 1));
}

void FileWatch::set_paths(const std::vector<std::string>& paths) {
  if (events_ < 0) return;
  const std::set<int> before = std::move(files_);
  files_.clear();
  for (const std::string& path : paths) {
    watch(path, false);
    watch(path, true);
  }
  for (const int old : before)
    if (!files_.contains(old)) ::inotify_rm_watch(events_, old);
}

bool FileWatch::wait(std::chrono::milliseconds most) {
  std::array<pollfd, 2> waited{pollfd{events_, POLLIN, 0}, pollfd{wakes_, POLLIN, 0}};
  const auto end = std::chrono::steady_clock::now() + most;
  for (;;) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (::poll(waited.data(), waited.size(), static_cast<int>(std::max<long>(left.count(), 0))) <=
        0)
      return false;
    if ((waited[1].revents & POLLIN) != 0) {
      std::uint64_t count = 0;
      static_cast<void>(!::read(wakes_, &count, sizeof count));
      return true;
    }
    bool any = false;
    alignas(inotify_event) std::array<char, 16384> bytes;
    for (;;) {
      const ssize_t got = ::read(events_, bytes.data(), bytes.size());
      if (got <= 0) break;
      for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(got);) {
        inotify_event event{};
        std::memcpy(&event, bytes.data() + at, sizeof event);
        const auto folder = folders_.find(event.wd);
        any = any || event.wd < 0 || files_.contains(event.wd) ||
              (folder != folders_.end() && event.len > 0 &&
               folder->second.contains(bytes.data() + at + sizeof event));
        at += sizeof event + event.len;
      }
    }
    if (any) return true;
  }
}

void FileWatch::rest(std::chrono::milliseconds time) {
  pollfd waited{wakes_, POLLIN, 0};
  if (time.count() <= 0 || ::poll(&waited, 1, static_cast<int>(time.count())) <= 0) return;
  // The wait() that follows is to end as well.
}

void FileWatch::wake() {
  const std::uint64_t one = 1;
  static_cast<void>(!::write(wakes_, &one, sizeof one));
}

}  // namespace footfall
