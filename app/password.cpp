#include "app/password.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>

namespace footfall {
namespace {

termios original_terminal;
std::atomic<int> silent_terminal = -1;

}  // namespace

std::string password_of_environment() {
  const char* const password = std::getenv("FOOTFALL_PASSWORD");
  return password == nullptr ? std::string() : password;
}

bool can_ask_for_password(const ConnectionSettings& settings) {
  if (!password_of_environment().empty()) return false;
  const char* const variable = kSqlEngineTable[settings.engine].password_variable;
  if (variable != nullptr && std::getenv(variable) != nullptr) return false;
  return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

std::optional<std::string> ask_for_password(const ConnectionSettings& settings) {
  const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0) return std::nullopt;
  if (::tcgetattr(terminal, &original_terminal) != 0) {
    ::close(terminal);
    return std::nullopt;
  }
  termios silent = original_terminal;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  silent_terminal = terminal;
  ::tcsetattr(terminal, TCSAFLUSH, &silent);
  const std::string question = fmt::format("Password for {}: ", settings.visitor());
  static_cast<void>(!::write(terminal, question.data(), question.size()));
  std::string password;
  char c = 0;
  bool complete = false;
  while (!complete && ::read(terminal, &c, 1) == 1) {
    complete = c == '\n';
    if (!complete) password += c;
  }
  restore_terminal();
  static_cast<void>(!::write(terminal, "\n", 1));
  ::close(terminal);
  if (!complete) return std::nullopt;
  return password;
}

void restore_terminal() {
  const int terminal = silent_terminal.exchange(-1);
  if (terminal >= 0) {
    // Without a wait for what the terminal has not shown yet: that may be for ever.
    ::tcflush(terminal, TCIFLUSH);
    ::tcsetattr(terminal, TCSANOW, &original_terminal);
  }
}

}  // namespace footfall
