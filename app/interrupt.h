#pragma once

#include <csignal>
#include <functional>

#include "model/export/temporary_files.h"

namespace footfall {

/// Ends the process on SIGINT, SIGTERM and SIGHUP whatever the other threads do: a thread of its
/// own waits for the signal, says so in one line, removes the temporary files and ends the process
/// with status 130. It waits only while finished files are renamed into place.
class Interrupt {
 public:
  /// To be made on the main thread before any other thread, so that all of them block the signals.
  /// `before_message` is called on the waiting thread (the progress line clears itself).
  Interrupt(TemporaryFiles& temporary, std::function<void()> before_message);
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

 private:
  void wait();

  TemporaryFiles& temporary_;
  std::function<void()> before_message_;
  sigset_t signals_;
};

}  // namespace footfall
