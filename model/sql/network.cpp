#include "model/sql/network.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

namespace footfall {
namespace {

class Socket {
 public:
  explicit Socket(int descriptor) : descriptor_(descriptor) {}
  ~Socket() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

void ring(int descriptor) {
  const std::uint64_t one = 1;
  static_cast<void>(!::write(descriptor, &one, sizeof one));
}

// Shared by who asks and the thread that waits for the answer, which has all of it until it is
// done.
class Lookup {
 public:
  Lookup(std::string host, std::uint16_t port)
      : host_(std::move(host)), port_(std::to_string(port)) {}

  bool ask(Resolver resolver, int flags) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = flags;
    addrinfo* found = nullptr;
    fault_ = resolver(host_.c_str(), port_.c_str(), &wanted, &found);
    if (fault_ == 0) found_.reset(found);
    return fault_ == 0;
  }
  void finish() {
    done_ = true;
    ring(bell_.get());
  }
  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] int bell() const { return bell_.get(); }
  [[nodiscard]] SqlResult<HostAddresses> answer() {
    if (fault_ != 0) return SqlError{SqlErrorKind::name_resolution, host_, ::gai_strerror(fault_)};
    return std::move(found_);
  }

 private:
  const std::string host_;
  const std::string port_;
  const Socket bell_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
  std::atomic<bool> done_ = false;
  int fault_ = 0;
  HostAddresses found_{nullptr, &::freeaddrinfo};
};

std::string system_text(int error_number) { return std::generic_category().message(error_number); }

}  // namespace

void StopSignal::Ring::operator()() const { ring(descriptor); }

StopSignal::StopSignal(std::stop_token stop)
    : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), stop_(std::move(stop)) {
  callback_.emplace(stop_, Ring{descriptor_});
}

StopSignal::~StopSignal() {
  // Waits for a call that is under way; then nobody writes any more.
  callback_.reset();
  ::close(descriptor_);
}

Wake wait_for_socket(int socket, bool to_write, const StopSignal& stop,
                     SqlClock::time_point until) {
  for (;;) {
    if (stop.requested()) return Wake::stopped;
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - SqlClock::now()).count();
    if (left < 0) return Wake::late;
    std::array<pollfd, 2> watched = {
        {{socket, static_cast<short>(POLLIN | (to_write ? POLLOUT : 0)), 0},
         {stop.descriptor(), POLLIN, 0}}};
    const int timeout = static_cast<int>(std::min<long long>(left + 1, 60'000));
    const int count = ::poll(watched.data(), watched.size(), timeout);
    if (count > 0 && watched[1].revents != 0) return Wake::stopped;
    if (count > 0) return Wake::ready;
    if (count < 0 && errno != EINTR) return Wake::ready;  // the socket's user will see the fault
  }
}

bool is_readable(int socket) {
  pollfd watched{socket, POLLIN, 0};
  return ::poll(&watched, 1, 0) > 0;
}

SqlResult<HostAddresses> look_up_host(const std::string& host, std::uint16_t port,
                                      const std::string& place, const StopSignal& stop,
                                      SqlClock::time_point until, Resolver resolver) {
  const auto lookup = std::make_shared<Lookup>(host, port);
  if (lookup->ask(&::getaddrinfo, AI_NUMERICHOST)) return lookup->answer();
  try {
    std::thread([lookup, resolver] {
      lookup->ask(resolver, AI_ADDRCONFIG);
      lookup->finish();
    }).detach();
  } catch (const std::system_error& failure) {
    return SqlError{SqlErrorKind::system_failure, place, failure.code().message()};
  }
  if (wait_for_socket(lookup->bell(), false, stop, until) == Wake::stopped)
    return SqlError{SqlErrorKind::cancelled, place, {}};
  if (!lookup->done()) return SqlError{SqlErrorKind::timed_out, place, "connecting"};
  return lookup->answer();
}

SqlResult<std::string> probe_host(const std::string& host, std::uint16_t port,
                                  const std::string& place, const StopSignal& stop,
                                  SqlClock::time_point until) {
  const auto addresses = look_up_host(host, port, place, stop, until);
  if (!addresses) return addresses.error();
  SqlError error{SqlErrorKind::refused, place, {}};
  for (const addrinfo* a = addresses->get(); a != nullptr; a = a->ai_next) {
    const Socket socket(
        ::socket(a->ai_family, a->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, a->ai_protocol));
    if (socket.get() < 0) continue;
    int result = ::connect(socket.get(), a->ai_addr, a->ai_addrlen) == 0 ? 0 : errno;
    if (result == EINPROGRESS) {
      switch (wait_for_socket(socket.get(), true, stop, until)) {
        case Wake::stopped:
          return SqlError{SqlErrorKind::cancelled, place, {}};
        case Wake::late:
          return SqlError{SqlErrorKind::timed_out, place, "connecting"};
        case Wake::ready:
          break;
      }
      socklen_t size = sizeof result;
      ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &result, &size);
    }
    if (result == 0) {
      std::array<char, NI_MAXHOST> text{};
      ::getnameinfo(a->ai_addr, a->ai_addrlen, text.data(), text.size(), nullptr, 0,
                    NI_NUMERICHOST);
      return std::string(text.data());
    }
    error.kind = result == ETIMEDOUT ? SqlErrorKind::timed_out : SqlErrorKind::refused;
    error.detail = result == ETIMEDOUT ? "connecting" : system_text(result);
  }
  return error;
}

}  // namespace footfall
