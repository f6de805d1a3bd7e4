#pragma once

#include <csignal>
#include <functional>
#include <string_view>

#include "model/export/temporary_files.h"

namespace footfall {

/// Ends the process on SIGINT, SIGTERM and SIGHUP whatever the other threads do: a thread of its
/// own waits for the signal, removes the temporary files, says so in one line and ends the process
/// with status 130. It waits only while finished files are renamed into place. Where standard error
/// does not take the line at once, it is lost.
class Interrupt {
 public:
  /// To be made on the main thread before any other thread, so that all of them block the signals.
  /// `before_message` is called on the waiting thread; what it returns (what takes the progress
  /// line away) is written in front of the line.
  Interrupt(TemporaryFiles& temporary, std::function<std::string_view()> before_message);
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

 private:
  void wait();

  TemporaryFiles& temporary_;
  std::function<std::string_view()> before_message_;
  sigset_t signals_;
};

}  // namespace footfall
