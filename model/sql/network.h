#pragma once

#include <netdb.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "model/sql/sql_error.h"

namespace footfall {

using SqlClock = std::chrono::steady_clock;

/// Becomes readable when a stop is requested, so that poll() wakes up.
class StopSignal {
 public:
  explicit StopSignal(std::stop_token stop);
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool requested() const { return stop_.stop_requested(); }

 private:
  struct Ring {
    int descriptor;
    void operator()() const;
  };
  int descriptor_;
  std::stop_token stop_;
  std::optional<std::stop_callback<Ring>> callback_;
};

enum class Wake : std::uint8_t { ready, stopped, late };

/// Waits until the socket can be read (and, if wanted, written), a stop is requested, or the time
/// is up. A negative socket is never ready.
[[nodiscard]] Wake wait_for_socket(int socket, bool to_write, const StopSignal& stop,
                                   SqlClock::time_point until);

/// True where the other end has said something, or closed.
[[nodiscard]] bool is_readable(int socket);

/// Counts what a library reads from a socket that is its own.
class ReadMeter {
 public:
  explicit ReadMeter(int socket) : socket_(socket), start_(taken()) {}
  /// Before each read.
  void before();
  /// Bytes read since the meter was made. Exact for TCP; else a read that goes on while the other
  /// end sends counts as what there was when it began.
  [[nodiscard]] std::uint64_t bytes() const;

 private:
  [[nodiscard]] std::optional<std::uint64_t> taken() const;
  int socket_;
  std::optional<std::uint64_t> start_;
  std::uint64_t waiting_ = 0;
};

/// Calls `read`, which is to read the socket until nothing is left: it finds at most `most` bytes,
/// however fast the other end sends more. A library that makes room for what a message is said to
/// hold would else read all of that at once. Nothing may be waiting to be written.
void read_at_most(int socket, std::size_t most, const std::function<void()>& read);

/// What the system or a library does and cannot be called off from: it is done on a thread that
/// nobody joins, so it must own what it uses.
class Errand {
 public:
  /// Throws std::system_error where no thread is to be had.
  explicit Errand(std::function<void()> work);
  /// Ready when the work is done.
  [[nodiscard]] Wake wait(const StopSignal& stop, SqlClock::time_point until) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

/// Addresses of a host, the preferred one first.
using HostAddresses = std::unique_ptr<addrinfo, void (*)(addrinfo*)>;

/// What getaddrinfo() does: 0, or a code of <netdb.h>. Called on a thread that may outlive its
/// caller.
using Resolver = int (*)(const char* host, const char* port, const addrinfo* wanted,
                         addrinfo** found);

/// Looks a name up. The system's resolver cannot be called off and can take long: it is asked on a
/// thread that nobody waits for after a stop or when the time is up, and which touches nothing of
/// ours any more. Numeric addresses need no thread.
[[nodiscard]] SqlResult<HostAddresses> look_up_host(const std::string& host, std::uint16_t port,
                                                    const std::string& place,
                                                    const StopSignal& stop,
                                                    SqlClock::time_point until,
                                                    Resolver resolver = &::getaddrinfo);

/// Resolves the name and tries to connect: tells the three first faults of a connection apart, in
/// a way no library's wording or language can disturb. Returns the numeric address that answered.
[[nodiscard]] SqlResult<std::string> probe_host(const std::string& host, std::uint16_t port,
                                                const std::string& place, const StopSignal& stop,
                                                SqlClock::time_point until);

}  // namespace footfall
