#pragma once

#include <csignal>
#include <cstdint>
#include <functional>
#include <string_view>

namespace footfall {

/// Ends the process on SIGINT, SIGTERM and SIGHUP whatever the other threads do: a thread of its
/// own waits for the signal, removes the temporary files of the process, says so in one line and
/// ends the process with status 130. It waits only while finished files are renamed into place.
/// Where standard error does not take the line at once, it is lost.
class Interrupt {
 public:
  enum class Signals : std::uint8_t {
    blocked,  ///< in all threads, so that nothing is cut short; programs started later inherit that
    caught,   ///< by a handler, which other programs do not inherit
  };
  /// To be made on the main thread before any other thread. `program` is its name in the line.
  /// `before_message` is called on the waiting thread; what it returns (what takes the progress
  /// line away) is written in front of the line.
  /// `takes`, where given, is asked on the waiting thread first: true, and the process goes on.
  Interrupt(const char* program, Signals signals, std::function<std::string_view()> before_message,
            std::function<bool(int signal)> takes = {});
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

 private:
  void wait(Signals signals);

  const char* program_;
  std::function<std::string_view()> before_message_;
  std::function<bool(int signal)> takes_;
  sigset_t signals_;
};

}  // namespace footfall
