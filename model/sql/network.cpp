#include "model/sql/network.h"

#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <system_error>
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

std::string system_text(int error_number) { return std::generic_category().message(error_number); }

}  // namespace

void StopSignal::Ring::operator()() const {
  const std::uint64_t one = 1;
  static_cast<void>(!::write(descriptor, &one, sizeof one));
}

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

SqlResult<std::string> probe_host(const std::string& host, std::uint16_t port,
                                  const std::string& place, const StopSignal& stop,
                                  SqlClock::time_point until) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_ADDRCONFIG;
  addrinfo* found = nullptr;
  const int fault = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found);
  if (fault != 0) return SqlError{SqlErrorKind::name_resolution, host, ::gai_strerror(fault)};
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> addresses(found, &::freeaddrinfo);
  SqlError error{SqlErrorKind::refused, place, {}};
  for (const addrinfo* a = addresses.get(); a != nullptr; a = a->ai_next) {
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
