#include "model/sql/postgres_connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "model/sql/postgres_tls.h"

namespace footfall {
namespace {

constexpr std::chrono::milliseconds kProgressStep{200};
constexpr std::chrono::milliseconds kCancelPatience{400};

// The five characters of a verbose message such as "FATAL:  28P01: password authentication ...".
std::string state_of_message(const std::string& text) {
  for (std::size_t at = text.find(":  "); at != std::string::npos; at = text.find(":  ", at + 1)) {
    if (at + 9 > text.size() || text[at + 8] != ':') continue;
    const std::string state = text.substr(at + 3, 5);
    if (std::all_of(state.begin(), state.end(),
                    [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }))
      return state;
  }
  return {};
}

SqlErrorKind kind_of_state(std::string_view state) {
  if (state == "28P01") return SqlErrorKind::wrong_password;
  if (state == "28000" || state == "42501" || state == "25006") return SqlErrorKind::no_permission;
  if (state == "3D000") return SqlErrorKind::no_such_database;
  if (state == "42P01" || state == "3F000") return SqlErrorKind::no_such_table;
  if (state == "42703") return SqlErrorKind::no_such_column;
  // A value that does not fit its type or is not what it is read as.
  if (state.starts_with("22")) return SqlErrorKind::inexact;
  if (state == "57014") return SqlErrorKind::timed_out;
  if (state.starts_with("08") || state.starts_with("57P")) return SqlErrorKind::connection_lost;
  return SqlErrorKind::server_error;
}

}  // namespace

// Waits for the socket on behalf of one statement: stop, timeouts and progress.
class PostgresConnection::Waiter {
 public:
  Waiter(PostgresConnection& owner, const QueryControl& control)
      : owner_(owner), control_(control), stop_(control.stop) {
    const SqlTimeouts& timeouts = owner.settings_.timeouts;
    deadline_ = begin_ + timeouts.query;
  }

  // Done when the socket is ready. On a stop or a timeout the statement is cancelled on the server;
  // its own word about that is then waited for, but not for long.
  SqlStatus wait(bool to_write) {
    for (;;) {
      const auto now = SqlClock::now();
      auto until = std::min(deadline_, now + kProgressStep);
      if (fault_) until = patience_;
      switch (wait_for_socket(owner_.pq_.socket(owner_.connection_), to_write,
                              fault_ ? no_stop_ : stop_, until)) {
        case Wake::ready:
          last_sign_ = SqlClock::now();
          return Done{};
        case Wake::stopped:
          cancel({SqlErrorKind::cancelled, owner_.settings_.place(), {}});
          break;
        case Wake::late:
          if (fault_) return owner_.give_up(*fault_);
          check_time();
          break;
      }
      show();
    }
  }
  void note_row() { ++rows_; }
  [[nodiscard]] const std::optional<SqlError>& fault() const { return fault_; }

 private:
  void show() {
    if (!control_.on_progress || fault_) return;
    SqlProgress progress;
    progress.seconds = std::chrono::duration<double>(SqlClock::now() - begin_).count();
    progress.result_rows = rows_;
    control_.on_progress(progress);
  }
  void check_time() {
    const auto now = SqlClock::now();
    if (now >= deadline_) {
      cancel({SqlErrorKind::timed_out, owner_.settings_.place(), "the statement"});
    } else if (rows_ > 0 && now >= last_sign_ + owner_.settings_.timeouts.silence) {
      // Before the first row a server that computes is as silent as one that hangs.
      cancel({SqlErrorKind::timed_out, owner_.settings_.place(), "the next row of the result"});
    }
  }
  void cancel(SqlError fault) {
    if (fault_) return;
    fault_ = std::move(fault);
    patience_ = SqlClock::now() + kCancelPatience;
    PGcancel* const handle = owner_.pq_.get_cancel(owner_.connection_);
    std::array<char, 256> text{};
    if (handle != nullptr) owner_.pq_.cancel(handle, text.data(), static_cast<int>(text.size()));
    owner_.pq_.free_cancel(handle);
  }

  PostgresConnection& owner_;
  const QueryControl& control_;
  StopSignal stop_;
  StopSignal no_stop_{std::stop_token()};
  SqlClock::time_point begin_ = SqlClock::now();
  SqlClock::time_point deadline_;
  SqlClock::time_point last_sign_ = begin_;
  SqlClock::time_point patience_;
  std::uint64_t rows_ = 0;
  std::optional<SqlError> fault_;
};

PostgresConnection::~PostgresConnection() {
  if (connection_ != nullptr) pq_.finish(connection_);
}

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
  if (SqlStatus started = made->start(address, stop, until); !started) return started.error();
  // As statements, since connection poolers refuse them as start-up options. The server's own timer
  // backs up ours.
  std::string setup = fmt::format(
      "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET extra_float_digits = 1; "
      "SET standard_conforming_strings = on; SET statement_timeout = {}; "
      // Compiling long expressions takes longer than running them; workers do them together.
      "SET jit = off; SET parallel_tuple_cost = 0.005; SET work_mem = '64MB'; ",
      (settings.timeouts.query.count() + 5) * 1000);
  if (read_only) setup += "SET default_transaction_read_only = on; ";
  QueryControl setting_up;
  setting_up.stop = control.stop;
  const RowHandler ignore = [](auto) { return SqlStatus(Done{}); };
  if (SqlStatus set = made->query(setup, ignore, setting_up); !set) return set.error();
  return made;
}

SqlStatus PostgresConnection::start(const std::string& address, const StopSignal& stop,
                                    SqlClock::time_point until) {
  const std::string port = std::to_string(settings_.port);
  std::vector<std::pair<const char*, const char*>> parameters = {
      {"host", settings_.host.c_str()},
      {"port", port.c_str()},
      {"dbname", settings_.database.c_str()},
      {"user", settings_.user.c_str()},
      {"sslmode", ssl_mode(settings_.tls)},
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
  bool to_write = true;
  for (;;) {
    switch (wait_for_socket(pq_.socket(connection_), to_write, stop, until)) {
      case Wake::stopped:
        return SqlError{SqlErrorKind::cancelled, settings_.place(), {}};
      case Wake::late:
        return SqlError{SqlErrorKind::timed_out, settings_.place(), "connecting"};
      case Wake::ready:
        break;
    }
    const PostgresPollingStatusType state = pq_.connect_poll(connection_);
    if (state == PGRES_POLLING_FAILED) return connect_error();
    if (state == PGRES_POLLING_OK) break;
    to_write = state == PGRES_POLLING_WRITING;
  }
  pq_.set_error_verbosity(connection_, PQERRORS_DEFAULT);
  pq_.set_nonblocking(connection_, 1);
  return Done{};
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

SqlError PostgresConnection::statement_error(const PGresult* result) const {
  const char* const state = pq_.result_error_field(result, PG_DIAG_SQLSTATE);
  const char* const text = pq_.result_error_field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (state == nullptr)
    return {SqlErrorKind::connection_lost, settings_.place(),
            without_secret(pq_.error_message(connection_), secret_)};
  SqlError error{kind_of_state(state), settings_.place(),
                 without_secret(text == nullptr ? state : text, secret_)};
  if (error.kind == SqlErrorKind::no_permission) error.where = settings_.visitor();
  if (error.kind == SqlErrorKind::timed_out) error.detail = "the statement";
  return error;
}

// The server did not confirm that it cancelled: the connection is of no more use.
SqlError PostgresConnection::give_up(SqlError error) {
  pq_.finish(connection_);
  connection_ = nullptr;
  return error;
}

SqlError PostgresConnection::lost() const {
  return {SqlErrorKind::connection_lost, settings_.place(),
          without_secret(pq_.error_message(connection_), secret_)};
}

// `answered` is set where the server said something meanwhile.
SqlStatus PostgresConnection::flush(Waiter& waiter, bool* answered) {
  for (;;) {
    if (answered != nullptr && is_readable(pq_.socket(connection_))) *answered = true;
    const int left = pq_.flush(connection_);
    if (left == 0) return Done{};
    if (left < 0) return lost();
    if (SqlStatus ready = waiter.wait(true); !ready) return ready;
    if (answered != nullptr && is_readable(pq_.socket(connection_))) *answered = true;
    pq_.consume_input(connection_);
  }
}

SqlStatus PostgresConnection::query(const std::string& statement, const RowHandler& on_row,
                                    const QueryControl& control) {
  if (connection_ == nullptr)
    return SqlError{SqlErrorKind::connection_lost, settings_.place(), "the connection was closed"};
  Waiter waiter(*this, control);
  if (pq_.send_query(connection_, statement.c_str()) == 0) return lost();
  pq_.set_single_row_mode(connection_);
  if (SqlStatus sent = flush(waiter); !sent) return sent;
  return read_results(waiter, on_row);
}

SqlStatus PostgresConnection::send_rows(const std::string& statement, const RowSource& source,
                                        const QueryControl& control) {
  if (connection_ == nullptr)
    return SqlError{SqlErrorKind::connection_lost, settings_.place(), "the connection was closed"};
  const RowHandler ignore = [](auto) { return SqlStatus(Done{}); };
  Waiter waiter(*this, control);
  if (pq_.send_query(connection_, statement.c_str()) == 0) return lost();
  if (SqlStatus sent = flush(waiter); !sent) return sent;
  while (pq_.is_busy(connection_) != 0) {
    if (SqlStatus ready = waiter.wait(false); !ready) return ready;
    if (pq_.consume_input(connection_) == 0) break;
  }
  const std::unique_ptr<PGresult, decltype(pq_.clear)> begun(pq_.get_result(connection_),
                                                             pq_.clear);
  if (!begun || pq_.result_status(begun.get()) != PGRES_COPY_IN) {
    const SqlError error = begun ? statement_error(begun.get()) : lost();
    static_cast<void>(static_cast<bool>(read_results(waiter, ignore)));
    return error;
  }
  bool all = false;
  const SqlStatus pieces = send_pieces(waiter, source, all);
  if (connection_ == nullptr || pq_.status(connection_) == CONNECTION_BAD)
    return pieces ? lost() : pieces;
  pq_.put_copy_end(connection_, all ? nullptr : "the sender gave up");
  const SqlStatus flushed = flush(waiter);
  const SqlStatus ended = flushed ? read_results(waiter, ignore) : flushed;
  return pieces ? ended : pieces;
}

// Ends before `all` is sent with an error of the source or a stop; without one where the server
// spoke before its turn, as it does to refuse a row: what follows it would ignore.
SqlStatus PostgresConnection::send_pieces(Waiter& waiter, const RowSource& source, bool& all) {
  bool answered = false;
  while (!answered) {
    const SqlResult<std::string_view> piece = source();
    if (!piece) return piece.error();
    all = piece->empty();
    if (all) return Done{};
    if (pq_.put_copy_data(connection_, piece->data(), static_cast<int>(piece->size())) < 0)
      return lost();
    if (SqlStatus sent = flush(waiter, &answered); !sent) return sent;
    if (waiter.fault()) return *waiter.fault();
  }
  return Done{};
}

SqlStatus PostgresConnection::read_results(Waiter& waiter, const RowHandler& on_row) {
  std::optional<SqlError> error;
  std::vector<std::string_view> row;
  for (;;) {
    while (pq_.is_busy(connection_) != 0) {
      if (SqlStatus ready = waiter.wait(false); !ready) return ready;
      if (pq_.consume_input(connection_) == 0) break;
    }
    const std::unique_ptr<PGresult, decltype(pq_.clear)> result(pq_.get_result(connection_),
                                                                pq_.clear);
    if (!result) break;
    switch (pq_.result_status(result.get())) {
      case PGRES_SINGLE_TUPLE:
        if (error || waiter.fault()) break;
        row.clear();
        for (int i = 0; i < pq_.field_count(result.get()); ++i) {
          const bool null = pq_.is_null(result.get(), 0, i) != 0;
          row.push_back(
              null ? std::string_view()
                   : std::string_view(pq_.value(result.get(), 0, i),
                                      static_cast<std::size_t>(pq_.length(result.get(), 0, i))));
        }
        waiter.note_row();
        if (SqlStatus handled = on_row(row); !handled) error = handled.error();
        break;
      case PGRES_TUPLES_OK:
      case PGRES_COMMAND_OK:
      case PGRES_EMPTY_QUERY:
        break;
      default:
        if (!error) error = statement_error(result.get());
        if (pq_.status(connection_) == CONNECTION_BAD) error->kind = SqlErrorKind::connection_lost;
    }
  }
  if (waiter.fault()) return *waiter.fault();
  if (error) return *error;
  return Done{};
}

SqlStatus PostgresConnection::run(const std::string& statement) {
  return query(statement, [](auto) { return SqlStatus(Done{}); }, {});
}

SqlStatus PostgresConnection::begin_snapshot(const QueryControl& control) {
  return query(
      "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", [](auto) { return SqlStatus(Done{}); },
      control);
}

void PostgresConnection::end_snapshot() {
  if (connection_ != nullptr) static_cast<void>(static_cast<bool>(run("ROLLBACK")));
}

}  // namespace footfall
