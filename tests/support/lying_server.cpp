#include "tests/support/lying_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

namespace footfall_test {
namespace {

constexpr std::chrono::seconds kThaw{30};

std::string big_endian(std::uint32_t number, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((number >> (8 * i)) & 0xFFU);
  return out;
}

std::uint32_t number_of(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char c : bytes) number = (number << 8U) | static_cast<unsigned char>(c);
  return number;
}

}  // namespace

LyingServer::LyingServer(Talk talk)
    : talk_(std::move(talk)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, any, size) == 0 && ::getsockname(listener_, any, &size) == 0)
    port_ = ntohs(address.sin_port);
  ::listen(listener_, 16);
  accepting_ = std::thread([this] { accept_all(); });
}

LyingServer::~LyingServer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    for (const int connection : connections_) ::shutdown(connection, SHUT_RDWR);
  }
  ended_.notify_all();
  ::shutdown(listener_, SHUT_RDWR);
  accepting_.join();
  for (std::thread& talk : talks_) talk.join();
  ::close(listener_);
}

void LyingServer::accept_all() {
  for (;;) {
    const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    {
      const std::lock_guard lock(mutex_);
      if (ending_) {
        ::close(connection);
        return;
      }
      connections_.push_back(connection);
    }
    talks_.emplace_back([this, connection] {
      Peer peer(*this, connection);
      try {
        talk_(peer);
      } catch (const Gone&) {
      }
      const std::lock_guard lock(mutex_);
      std::erase(connections_, connection);
      ::close(connection);
    });
  }
}

footfall::ConnectionSettings LyingServer::settings(footfall::SqlEngine engine) const {
  footfall::ConnectionSettings settings;
  settings.engine = engine;
  settings.host = "127.0.0.1";
  settings.port = static_cast<std::uint16_t>(port_);
  settings.database = "d";
  settings.user = "u";
  settings.tls = footfall::TlsMode::off;
  settings.timeouts.connect = settings.timeouts.query = std::chrono::seconds(120);
  return settings;
}

void LyingServer::Peer::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::send(connection_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) throw Gone{};
    server_.sent_ += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string LyingServer::Peer::read(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t got = 0; got < count;) {
    const auto more = ::recv(connection_, bytes.data() + got, count - got, 0);
    if (more <= 0) throw Gone{};
    got += static_cast<std::size_t>(more);
  }
  return bytes;
}

std::string LyingServer::Peer::read_until(std::string_view end) {
  std::string bytes;
  while (!bytes.ends_with(end)) bytes += read(1);
  return bytes;
}

void LyingServer::Peer::freeze() {
  std::unique_lock lock(server_.mutex_);
  if (!server_.ended_.wait_for(lock, kThaw, [this] { return server_.ending_; }))
    server_.thawed_ = true;
  throw Gone{};
}

std::string pg_message(char type, std::string_view body) {
  return type + big_endian(static_cast<std::uint32_t>(body.size() + 4), 4) + std::string(body);
}

std::string pg_columns(int count) {
  constexpr std::uint32_t kText = 25;
  std::string body = big_endian(static_cast<std::uint32_t>(count), 2);
  for (int i = 0; i < count; ++i)
    body += std::string("c\0", 2) + big_endian(0, 4) + big_endian(0, 2) + big_endian(kText, 4) +
            big_endian(0xFFFF, 2) + big_endian(0xFFFFFFFF, 4) + big_endian(0, 2);
  return pg_message('T', body);
}

std::string pg_row(const std::vector<PgValue>& values) {
  std::string body = big_endian(static_cast<std::uint32_t>(values.size()), 2);
  for (const PgValue& value : values)
    body += value ? big_endian(static_cast<std::uint32_t>(value->size()), 4) + *value
                  : big_endian(0xFFFFFFFF, 4);
  return pg_message('D', body);
}

std::string pg_end() {
  return pg_message('C', std::string_view("SELECT 1\0", 9)) + pg_message('Z', "I");
}

LyingServer::Talk postgres_that(
    std::function<void(LyingServer::Peer&, const std::string& statement)> answer) {
  return [answer = std::move(answer)](LyingServer::Peer& peer) {
    constexpr std::uint32_t kVersion3 = 196608;
    constexpr std::uint32_t kCancel = 80877102;
    for (bool started = false; !started;) {
      const std::uint32_t size = number_of(peer.read(4));
      const std::string packet = peer.read(size - 4);
      const std::uint32_t code = number_of(std::string_view(packet).substr(0, 4));
      if (code == kCancel) peer.freeze();
      started = code == kVersion3;
      if (!started) peer.send("N");
    }
    peer.send(pg_message('R', big_endian(0, 4)) +
              pg_message('S', std::string_view("server_version\00015.0\0", 20)) +
              pg_message('K', big_endian(1, 4) + big_endian(2, 4)) + pg_message('Z', "I"));
    for (;;) {
      const std::string type = peer.read(1);
      const std::string body = peer.read(number_of(peer.read(4)) - 4);
      if (type != "Q") continue;
      if (body.starts_with("SET") || body.starts_with("BEGIN") || body.starts_with("ROLLBACK"))
        peer.send(pg_end());
      else
        answer(peer, body);
    }
  };
}

std::string http_answer(std::string_view body, int status) {
  return "HTTP/1.1 " + std::to_string(status) +
         " So\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

LyingServer::Talk clickhouse_that(
    std::function<void(LyingServer::Peer&, const std::string& statement)> answer) {
  return [answer = std::move(answer)](LyingServer::Peer& peer) {
    for (;;) {
      const std::string head = peer.read_until("\r\n\r\n");
      constexpr std::string_view kLength = "Content-Length: ";
      const std::size_t at = head.find(kLength);
      if (at == std::string::npos) throw LyingServer::Gone{};
      const std::string statement =
          peer.read(std::strtoul(head.c_str() + at + kLength.size(), nullptr, 10));
      if (statement.starts_with("SELECT (SELECT value"))
        peer.send(http_answer("0\t1\t1\n"));
      else if (statement.starts_with("KILL") ||
               statement.find("system.processes") != std::string::npos)
        peer.freeze();
      else if (statement.find("system.tables WHERE name") != std::string::npos)
        peer.send(http_answer("MergeTree\n"));
      else
        answer(peer, statement);
    }
  };
}

}  // namespace footfall_test
