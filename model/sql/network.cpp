#include "model/sql/network.h"

#include <fcntl.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

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

// Shared by who asks and the thread that waits for the answer.
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
  [[nodiscard]] SqlResult<HostAddresses> answer() {
    if (fault_ != 0) return SqlError{SqlErrorKind::name_resolution, host_, ::gai_strerror(fault_)};
    return std::move(found_);
  }

 private:
  const std::string host_;
  const std::string port_;
  int fault_ = 0;
  HostAddresses found_{nullptr, &::freeaddrinfo};
};

// Why a wait for a connection ended before there was one; nothing where it did not.
std::optional<SqlError> fault_of(Wake wake, const std::string& place) {
  switch (wake) {
    case Wake::stopped:
      return SqlError{SqlErrorKind::cancelled, place, {}};
    case Wake::late:
      return SqlError{SqlErrorKind::timed_out, place, "connecting"};
    case Wake::ready:
      break;
  }
  return std::nullopt;
}

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

// What TCP has received less what nobody has read yet; nothing for other sockets.
std::optional<std::uint64_t> ReadMeter::taken() const {
  int unread = 0;
  ::ioctl(socket_, FIONREAD, &unread);
  tcp_info info{};
  socklen_t size = sizeof info;
  constexpr std::size_t kNeeded = offsetof(tcp_info, tcpi_bytes_received) + sizeof(std::uint64_t);
  if (::getsockopt(socket_, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 || size < kNeeded)
    return std::nullopt;
  return info.tcpi_bytes_received - static_cast<std::uint64_t>(unread);
}

void ReadMeter::before() {
  if (start_) return;
  int unread = 0;
  ::ioctl(socket_, FIONREAD, &unread);
  waiting_ += static_cast<std::uint64_t>(unread);
}

std::uint64_t ReadMeter::bytes() const {
  if (!start_) return waiting_;
  // What arrives between the two questions counts as read: the start may lie before the truth.
  const std::uint64_t now = taken().value_or(*start_);
  return now < *start_ ? 0 : now - *start_;
}

// For the time of the call the descriptor is another socket, which holds the next bytes alone.
void read_at_most(int socket, std::size_t most, const std::function<void()>& read) {
  std::vector<char> bytes(most);
  std::array<int, 2> ends{-1, -1};
  const Socket real(::fcntl(socket, F_DUPFD_CLOEXEC, 0));
  ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data());
  const Socket near(ends[0]);
  const Socket far(ends[1]);
  // The end of the stream, and a fault, are for the reader to see.
  if (real.get() < 0 || near.get() < 0 ||
      ::recv(real.get(), bytes.data(), 1, MSG_PEEK | MSG_DONTWAIT) <= 0)
    return read();
  // What does not fit stays where it is.
  const auto count = ::recv(real.get(), bytes.data(), most, MSG_PEEK | MSG_DONTWAIT);
  const auto given =
      count <= 0 ? count
                 : ::send(far.get(), bytes.data(), static_cast<std::size_t>(count), MSG_NOSIGNAL);
  if (given <= 0) return read();
  static_cast<void>(
      ::recv(real.get(), bytes.data(), static_cast<std::size_t>(given), MSG_DONTWAIT));
  ::dup2(near.get(), socket);
  for (int left = 1, before = 0; left > 0 && left != before;) {
    before = left;
    read();
    left = 0;
    ::ioctl(near.get(), FIONREAD, &left);
  }
  ::dup2(real.get(), socket);
}

struct Errand::State {
  const Socket bell{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
  std::atomic<bool> done = false;
};

Errand::Errand(std::function<void()> work) : state_(std::make_shared<State>()) {
  // The thread begins with the mask of its maker: signals are for others.
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  try {
    std::thread([state = state_, work = std::move(work)] {
      work();
      state->done = true;
      ring(state->bell.get());
    }).detach();
  } catch (...) {
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    throw;
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Wake Errand::wait(const StopSignal& stop, SqlClock::time_point until) const {
  const Wake wake = wait_for_socket(state_->bell.get(), false, stop, until);
  if (wake == Wake::stopped) return wake;
  return state_->done ? Wake::ready : Wake::late;
}

SqlResult<HostAddresses> look_up_host(const std::string& host, std::uint16_t port,
                                      const std::string& place, const StopSignal& stop,
                                      SqlClock::time_point until, Resolver resolver) {
  const auto lookup = std::make_shared<Lookup>(host, port);
  if (lookup->ask(&::getaddrinfo, AI_NUMERICHOST)) return lookup->answer();
  std::optional<Errand> errand;
  try {
    errand.emplace([lookup, resolver] { lookup->ask(resolver, AI_ADDRCONFIG); });
  } catch (const std::system_error& failure) {
    return SqlError{SqlErrorKind::system_failure, place, failure.code().message()};
  }
  if (const auto fault = fault_of(errand->wait(stop, until), place)) return *fault;
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
      const Wake wake = wait_for_socket(socket.get(), true, stop, until);
      if (const auto fault = fault_of(wake, place)) return *fault;
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
