#include "app/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <thread>
#include <utility>

#include "model/core/leave_process.h"
#include "model/export/temporary_files.h"

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

std::array<int, 2> wake{-1, -1};
extern "C" void on_signal(int) {
  const int error = errno;
  static_cast<void>(!::write(wake[1], "", 1));
  errno = error;
}

void catch_signal(int signal) {
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  ::sigaction(signal, &action, nullptr);
}

bool ignored(int signal) {
  struct sigaction action {};
  return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

Interrupt::Interrupt(const char* program, Signals signals,
                     std::function<std::string_view()> before_message,
                     std::function<bool(int signal)> takes)
    : program_(program), before_message_(std::move(before_message)), takes_(std::move(takes)) {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  // nohup ignores the hang-up for us; a blocked signal would arrive all the same.
  if (!ignored(SIGHUP)) sigaddset(&signals_, SIGHUP);
  if (signals == Signals::blocked) {
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  } else {
    if (::pipe2(wake.data(), O_CLOEXEC) != 0) return;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
      if (!ignored(signal)) catch_signal(signal);
  }
  // The thread ends with the process; joining it would need a signal.
  std::thread([this, signals] { wait(signals); }).detach();
}

void Interrupt::wait(Signals signals) {
  constexpr int kInterrupted = 130;
  if (signals == Signals::blocked) {
    int signal = 0;
    while (::sigwait(&signals_, &signal) != 0 || (takes_ && takes_(signal))) {
    }
  } else {
    char byte = 0;
    while (::read(wake[0], &byte, 1) != 1) {
    }
  }
  TemporaryFiles::remove_all_for_good();
  // There may be no memory for a text.
  std::array<char, 96> line{};
  char* end = line.data();
  for (const std::string_view part :
       {before_message_(), std::string_view(program_), std::string_view(": interrupted\n")})
    end = std::copy_n(part.data(), std::min(part.size(), std::size_t{32}), end);
  say_at_once({line.data(), static_cast<std::size_t>(end - line.data())});
  leave_process(kInterrupted);
}

}  // namespace footfall
