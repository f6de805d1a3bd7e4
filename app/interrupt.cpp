#include "app/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include <string_view>
#include <thread>
#include <utility>

namespace footfall {

Interrupt::Interrupt(TemporaryFiles& temporary, std::function<void()> before_message)
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
  int signal = 0;
  while (::sigwait(&signals_, &signal) != 0) {
  }
  const auto held = temporary_.remove_all();
  before_message_();
  constexpr std::string_view kMessage = "footfall-cli: interrupted\n";
  static_cast<void>(!::write(STDERR_FILENO, kMessage.data(), kMessage.size()));
  ::_exit(kInterrupted);
}

}  // namespace footfall
