#include "app/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <thread>
#include <utility>

#include "model/core/leave_process.h"

namespace footfall {
namespace {

// Writes what standard error takes at once; another thread may wait for it, too.
void say_at_once(std::string_view text) {
  struct stat info {};
  if (::fstat(STDERR_FILENO, &info) != 0) return;
  if (S_ISSOCK(info.st_mode)) {
    static_cast<void>(
        !::send(STDERR_FILENO, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
    return;
  }
  int descriptor = STDERR_FILENO;
  if (!S_ISREG(info.st_mode)) {
    // Opened anew: others share the stream, and must not find it changed.
    descriptor = ::open("/proc/self/fd/2", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) {
      pollfd room{STDERR_FILENO, POLLOUT, 0};
      if (::poll(&room, 1, 0) != 1 || (room.revents & POLLOUT) == 0) return;
      descriptor = STDERR_FILENO;
    }
  }
  static_cast<void>(!::write(descriptor, text.data(), text.size()));
}

}  // namespace

Interrupt::Interrupt(TemporaryFiles& temporary, std::function<std::string_view()> before_message)
    : temporary_(temporary), before_message_(std::move(before_message)) {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  // nohup ignores the hang-up for us; a blocked signal would arrive all the same.
  struct sigaction hang_up {};
  if (::sigaction(SIGHUP, nullptr, &hang_up) == 0 && hang_up.sa_handler != SIG_IGN)
    sigaddset(&signals_, SIGHUP);
  ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  // The thread ends with the process; joining it would need a signal.
  std::thread([this] { wait(); }).detach();
}

void Interrupt::wait() {
  constexpr int kInterrupted = 130;
  constexpr std::string_view kMessage = "footfall-cli: interrupted\n";
  int signal = 0;
  while (::sigwait(&signals_, &signal) != 0) {
  }
  const auto held = temporary_.remove_all();
  // There may be no memory for a longer text.
  std::array<char, 64> line{};
  char* end = line.data();
  for (const std::string_view part : {before_message_(), kMessage})
    end = std::copy_n(part.data(), std::min(part.size(), std::size_t{32}), end);
  say_at_once({line.data(), static_cast<std::size_t>(end - line.data())});
  leave_process(kInterrupted);
}

}  // namespace footfall
