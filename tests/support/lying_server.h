#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "model/sql/connection_settings.h"

// Servers on the loopback address that say what a test tells them to, or nothing: no real server
// lies.
namespace footfall_test {

class LyingServer {
 public:
  /// One connection. Its functions throw Gone when the client has left or the server is to end.
  class Peer;
  struct Gone {};
  /// Called for each connection, on a thread of its own; the connection is closed after it.
  using Talk = std::function<void(Peer&)>;

  explicit LyingServer(Talk talk);
  ~LyingServer();
  LyingServer(const LyingServer&) = delete;
  LyingServer& operator=(const LyingServer&) = delete;

  [[nodiscard]] footfall::ConnectionSettings settings(footfall::SqlEngine engine) const;
  [[nodiscard]] int port() const { return port_; }
  /// True where someone waited for a frozen connection until it was closed: half a minute.
  [[nodiscard]] bool thawed() const { return thawed_; }
  [[nodiscard]] std::uint64_t bytes_sent() const { return sent_; }

 private:
  void accept_all();

  const Talk talk_;
  int port_ = 0;
  int listener_;
  std::atomic<bool> thawed_ = false;
  std::atomic<std::uint64_t> sent_ = 0;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool ending_ = false;             // guarded by mutex_
  std::vector<int> connections_;    // guarded by mutex_
  std::vector<std::thread> talks_;  // of the accepting thread
  std::thread accepting_;
};

class LyingServer::Peer {
 public:
  Peer(LyingServer& server, int connection) : server_(server), connection_(connection) {}
  void send(std::string_view bytes);
  [[nodiscard]] std::string read(std::size_t count);
  [[nodiscard]] std::string read_until(std::string_view end);
  /// Neither reads nor writes nor closes, as a stopped process.
  [[noreturn]] void freeze();

 private:
  LyingServer& server_;
  int connection_;
};

// PostgreSQL

using PgValue = std::optional<std::string>;
[[nodiscard]] std::string pg_message(char type, std::string_view body);
/// Descriptions of so many columns.
[[nodiscard]] std::string pg_columns(int count);
[[nodiscard]] std::string pg_row(const std::vector<PgValue>& values);
/// The end of an answer.
[[nodiscard]] std::string pg_end();
/// Speaks like PostgreSQL, without encryption, until a statement that reads something: that is
/// answered by `answer`. Requests to cancel are received and never answered.
[[nodiscard]] LyingServer::Talk postgres_that(
    std::function<void(LyingServer::Peer&, const std::string& statement)> answer);

// ClickHouse

/// An HTTP answer with a length.
[[nodiscard]] std::string http_answer(std::string_view body, int status = 200);
/// Speaks like ClickHouse until a statement that reads something: that is answered by `answer`.
/// Questions about progress and requests to cancel are received and never answered.
[[nodiscard]] LyingServer::Talk clickhouse_that(
    std::function<void(LyingServer::Peer&, const std::string& statement)> answer);

}  // namespace footfall_test
