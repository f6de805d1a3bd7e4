// How a connection to PostgreSQL begins.
#include <fmt/format.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "model/sql/postgres_connection.h"
#include "model/sql/postgres_states.h"
#include "model/sql/postgres_tls.h"

namespace footfall {
namespace {

// What the server says first, left where it is for the library.
std::string first_bytes(int socket) {
  std::array<char, 5> bytes{};
  const auto count = ::recv(socket, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
  return count > 0 ? std::string(bytes.data(), static_cast<std::size_t>(count)) : std::string();
}

// The answer to a question for encryption is one letter, and then it is our turn; else a message
// has its length behind its letter. Other protocols give themselves away here, whatever words the
// library has for them.
bool greets_like_postgres(std::string_view first) {
  switch (first[0]) {
    case 'S':
    case 'N':
    case 'G':
      return first.size() == 1;
    case 'R':
    case 'E':
    case 'v':
      // The lengths begin with zeros; very old servers send an error as mere text.
      return first.size() < 3 || (first[1] == 0 && first[2] == 0) || first.substr(0, 3) == "EFA";
    default:
      return false;
  }
}

}  // namespace

SqlResult<std::unique_ptr<PostgresConnection>> PostgresConnection::open(
    const ConnectionSettings& settings, const std::string& password, bool read_only,
    const QueryControl& control) {
  const SqlResult<const Libpq*> pq = Libpq::load();
  if (!pq) return pq.error();
  std::unique_ptr<PostgresConnection> made(new PostgresConnection(**pq, settings, password));
  const StopSignal stop(control.stop);
  const auto until = SqlClock::now() + settings.timeouts.connect;
  std::string address;
  if (!settings.host.starts_with('/')) {
    auto probed = probe_host(settings.host, settings.port, settings.place(), stop, until);
    if (!probed) return probed.error();
    address = *probed;
  }
  // Where authorities are named they are asked: "prefer" alone would go on in the clear with a
  // server that they do not know.
  const bool strict = settings.tls == TlsMode::prefer && !settings.authorities.empty();
  SqlStatus started = made->start(address, strict ? TlsMode::require : settings.tls, stop, until);
  if (!started && strict && started.error().kind == SqlErrorKind::no_tls) {
    pq.value()->finish(std::exchange(made->connection_, nullptr));
    started = made->start(address, TlsMode::off, stop, until);
  }
  if (!started) return started.error();
  // As statements, since connection poolers refuse them as start-up options. The server's own timer
  // backs up ours.
  std::string setup = fmt::format(
      "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET extra_float_digits = 1; "
      "SET standard_conforming_strings = on; SET statement_timeout = {}; "
      // Notices are read by nobody, and may be many.
      "SET client_min_messages = error; "
      // Compiling long expressions takes longer than running them; workers do them together.
      "SET jit = off; SET parallel_tuple_cost = 0.005; SET work_mem = '64MB'; ",
      (settings.timeouts.query.count() + 5) * 1000);
  if (read_only) setup += "SET default_transaction_read_only = on; ";
  QueryControl setting_up;
  setting_up.stop = control.stop;
  // What is asked here costs the server nothing.
  const SqlTimeouts usual = settings.timeouts;
  made->settings_.timeouts.query = usual.connect;
  if (SqlStatus set = made->run(setup, setting_up); !set) {
    SqlError error = set.error();
    if (error.kind == SqlErrorKind::timed_out) error.detail = "connecting";
    return error;
  }
  made->settings_.timeouts = usual;
  return made;
}

SqlStatus PostgresConnection::start(const std::string& address, TlsMode tls, const StopSignal& stop,
                                    SqlClock::time_point until) {
  const std::string port = std::to_string(settings_.port);
  std::vector<std::pair<const char*, const char*>> parameters = {
      {"host", settings_.host.c_str()},
      {"port", port.c_str()},
      {"dbname", settings_.database.c_str()},
      {"user", settings_.user.c_str()},
      {"sslmode", ssl_mode(tls)},
      {"application_name", "footfall"},
      {"client_encoding", "UTF8"},
      {"keepalives_idle", "10"},
      {"keepalives_interval", "5"},
      {"keepalives_count", "3"},
      {"tcp_user_timeout", "30000"}};
  if (!address.empty()) parameters.emplace_back("hostaddr", address.c_str());
  if (!secret_.empty()) parameters.emplace_back("password", secret_.c_str());
  const std::string authorities = trusted_authorities(settings_);
  if (!authorities.empty()) parameters.emplace_back("sslrootcert", authorities.c_str());
  std::vector<const char*> names;
  std::vector<const char*> values;
  for (const auto& [name, value] : parameters) {
    names.push_back(name);
    values.push_back(value);
  }
  names.push_back(nullptr);
  values.push_back(nullptr);
  connection_ = pq_.connect_start(names.data(), values.data(), 0);
  if (connection_ == nullptr || pq_.status(connection_) == CONNECTION_BAD) return connect_error();
  // Notices would go to standard error; verbose messages carry the error's code.
  pq_.set_notice_processor(
      connection_, [](void*, const char*) {}, nullptr);
  pq_.set_error_verbosity(connection_, PQERRORS_VERBOSE);
  if (SqlStatus connected = poll_connection(tls, stop, until); !connected) return connected;
  pq_.set_error_verbosity(connection_, PQERRORS_DEFAULT);
  pq_.set_nonblocking(connection_, 1);
  return Done{};
}

SqlStatus PostgresConnection::poll_connection(TlsMode tls, const StopSignal& stop,
                                              SqlClock::time_point until) {
  bool to_write = true;
  std::string first;
  std::uint64_t heard = 0;
  for (;;) {
    const int socket = pq_.socket(connection_);
    switch (wait_for_socket(socket, to_write, stop, until)) {
      case Wake::stopped:
        return SqlError{SqlErrorKind::cancelled, settings_.place(), {}};
      case Wake::late:
        return SqlError{
            SqlErrorKind::timed_out, settings_.place(),
            first.empty() ? "a greeting (does PostgreSQL listen on this port?)" : "connecting"};
      case Wake::ready:
        break;
    }
    if (first.empty()) {
      first = first_bytes(socket);
      if (!first.empty() && !greets_like_postgres(first))
        return unexpected("the server does not speak PostgreSQL on this port");
    }
    ReadMeter meter(socket);
    meter.before();
    const PostgresPollingStatusType state = pq_.connect_poll(connection_);
    if (state == PGRES_POLLING_OK) return Done{};
    if (state == PGRES_POLLING_FAILED) {
      const bool refused = first == "N" && (tls == TlsMode::require || tls == TlsMode::verify);
      SqlError error = connect_error();
      if (refused && error.kind == SqlErrorKind::tls)
        return SqlError{SqlErrorKind::no_tls, settings_.place(), {}};
      return error;
    }
    if (pq_.socket(connection_) == socket) heard += meter.bytes();
    if (heard > kLongestRow) return unexpected("a greeting without an end");
    to_write = state == PGRES_POLLING_WRITING;
  }
}

SqlError PostgresConnection::connect_error() const {
  const std::string text =
      connection_ == nullptr ? "out of memory" : pq_.error_message(connection_);
  const std::string state = state_of_message(text);
  SqlError error{SqlErrorKind::connection_lost, settings_.place(), without_secret(text, secret_)};
  if (!state.empty()) {
    error.kind = kind_of_state(state);
    // "... FATAL:  28P01: text LOCATION: ...": the text alone is for people.
    const std::size_t at = error.detail.find(state + ": ");
    if (at != std::string::npos) error.detail.erase(0, at + state.size() + 2);
    error.detail = error.detail.substr(0, error.detail.find("LOCATION:"));
  } else if (text.find("SSL") != std::string::npos ||
             text.find("certificate") != std::string::npos) {
    error.kind = SqlErrorKind::tls;
  } else if (text.find("no password supplied") != std::string::npos) {
    error.kind = SqlErrorKind::wrong_password;
  }
  if (error.kind == SqlErrorKind::wrong_password || error.kind == SqlErrorKind::no_permission)
    error.where = settings_.visitor();
  if (error.kind == SqlErrorKind::no_such_database) error.where = settings_.database;
  return error;
}

}  // namespace footfall
