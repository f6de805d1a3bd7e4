#include "model/sql/clickhouse_connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <random>
#include <utility>

#include "model/sql/sql_dialect.h"
#include "model/sql/tab_separated.h"

namespace footfall {
namespace {

constexpr std::chrono::milliseconds kSidePatience{1500};
constexpr std::chrono::milliseconds kKillPatience{400};
constexpr std::chrono::milliseconds kFirstLook{400};
// Longer bodies of errors are cut.
constexpr std::size_t kErrorBytes = 4096;

// "Code: 60, e.displayText() = DB::Exception: text, e.what() = ..." and "Code: 60. DB::Exception:
// text".
struct ServerText {
  int code = 0;
  std::string text;
};
ServerText read_server_text(const std::string& body) {
  ServerText result;
  const std::size_t at = body.find("Code: ");
  if (at == std::string::npos) {
    result.text = body;
    return result;
  }
  std::from_chars(body.data() + at + 6, body.data() + body.size(), result.code);
  constexpr std::string_view kMark = "Exception: ";
  std::size_t begin = body.find(kMark, at);
  begin = begin == std::string::npos ? at : begin + kMark.size();
  result.text = body.substr(begin);
  for (const std::string_view end : {", e.what()", " (version ", ". Stack trace:"})
    result.text = result.text.substr(0, result.text.find(end));
  return result;
}

SqlErrorKind kind_of_code(int code) {
  switch (code) {
    case 192:
    case 193:
    case 194:
    case 516:
      return SqlErrorKind::wrong_password;
    case 81:
      return SqlErrorKind::no_such_database;
    case 60:
      return SqlErrorKind::no_such_table;
    case 16:
    case 47:
      return SqlErrorKind::no_such_column;
    case 164:
    case 291:
    case 392:
    case 497:
      return SqlErrorKind::no_permission;
    case 32:
    case 209:
    case 210:
    case 279:
    case 101:
    case 95:
      return SqlErrorKind::shard_down;
    case 395:  // our own throwIf()
      return SqlErrorKind::inexact;
    case 159:
      return SqlErrorKind::timed_out;
    default:
      return SqlErrorKind::server_error;
  }
}

std::uint64_t whole(const std::string& text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

ClickHouseConnection::ClickHouseConnection(const Libcurl& curl, ConnectionSettings settings,
                                           std::string password, const std::string& address)
    : curl_(curl),
      settings_(std::move(settings)),
      secret_(std::move(password)),
      client_(curl, settings_, address),
      side_client_(curl, settings_, address) {
  headers_ = {"Content-Type: text/plain; charset=utf-8"};
  // Line ends would begin another header; no server has such a user.
  std::string user = settings_.user;
  std::erase_if(user, [](char c) { return c == '\r' || c == '\n'; });
  std::string key = secret_;
  std::erase_if(key, [](char c) { return c == '\r' || c == '\n'; });
  headers_.push_back("X-ClickHouse-User: " + user);
  if (!key.empty()) headers_.push_back("X-ClickHouse-Key: " + key);
  std::random_device random;
  id_prefix_ = fmt::format("footfall-{:08x}{:08x}", random(), random());
}

SqlResult<std::unique_ptr<ClickHouseConnection>> ClickHouseConnection::open(
    const ConnectionSettings& settings, const std::string& password, bool read_only,
    const QueryControl& control) {
  const SqlResult<const Libcurl*> curl = Libcurl::load();
  if (!curl) return curl.error();
  const StopSignal stop(control.stop);
  const auto probed = probe_host(settings.host, settings.port, settings.place(), stop,
                                 SqlClock::now() + settings.timeouts.connect);
  if (!probed) return probed.error();
  std::unique_ptr<ClickHouseConnection> made(
      new ClickHouseConnection(**curl, settings, password, *probed));
  // Proves user, password and database. A user who may write gives that up.
  std::string readonly;
  std::string database;
  std::string has_async;
  QueryControl probing;
  probing.stop = control.stop;
  made->settings_.timeouts.query = settings.timeouts.connect;
  const SqlStatus asked = made->query(
      "SELECT (SELECT value FROM system.settings WHERE name = 'readonly'), count(), (SELECT "
      "count() "
      "FROM system.settings WHERE name = 'async_insert') FROM system.databases WHERE name = " +
          dialect_of(SqlEngine::clickhouse).literal(settings.database),
      {3, 1},
      [&](std::span<const std::string_view> row) -> SqlStatus {
        readonly = row[0];
        database = row[1];
        has_async = row[2];
        return Done{};
      },
      probing);
  made->settings_.timeouts = settings.timeouts;
  // A server that takes the greeting for the front of an HTTP request waits for the rest.
  if (!asked && asked.error().kind == SqlErrorKind::timed_out && settings.encrypted() &&
      !made->client_.shook_hands())
    return SqlError{SqlErrorKind::timed_out, settings.place(),
                    "agreeing on encryption (does the server speak TLS on this port?)"};
  if (!asked) return asked.error();
  if (database == "0") return SqlError{SqlErrorKind::no_such_database, settings.database, {}};
  if (read_only && readonly == "0") made->parameters_ = "&readonly=1";
  // Rows for the shards of a table are with them when the statement ends, and all rows in the
  // table: newer servers put them off, and may have been told not to wait for that.
  if (!read_only) {
    made->parameters_ = "&insert_distributed_sync=1";
    if (has_async == "1") made->parameters_ += "&async_insert=0";
  }
  return made;
}

std::string ClickHouseConnection::next_query_id() {
  return fmt::format("{}-{}", id_prefix_, ++queries_);
}

std::string ClickHouseConnection::url(const std::string& query_id) const {
  const bool v6 = settings_.host.find(':') != std::string::npos;
  return fmt::format("{}://{}:{}/?database={}&query_id={}&wait_end_of_query=1{}",
                     settings_.encrypted() ? "https" : "http",
                     v6 ? '[' + settings_.host + ']' : settings_.host, settings_.port,
                     percent_encoded(settings_.database), query_id, parameters_);
}

std::vector<std::string> ClickHouseConnection::ask(const std::string& statement,
                                                   std::chrono::milliseconds patience,
                                                   const std::stop_token& stop) {
  std::vector<std::string> answer;
  TabSeparatedReader reader;
  const HttpRequest request{url(next_query_id()), headers_, statement, {}};
  const HttpResult result =
      side_client_.post(request,
                        [&](std::string_view piece) {
                          if (side_client_.status() != 200) return true;
                          return reader.feed(piece, [&](std::span<const std::string_view> row) {
                            if (answer.empty()) answer.assign(row.begin(), row.end());
                            return true;
                          });
                        },
                        {stop, SqlClock::now() + patience, {}});
  if (result.fault != CURLE_OK || result.status != 200 || result.stop != HttpStop::none) return {};
  return answer;
}

void ClickHouseConnection::kill(const std::string& query_id) {
  static_cast<void>(ask("KILL QUERY WHERE query_id = " +
                            dialect_of(SqlEngine::clickhouse).literal(query_id) + " ASYNC",
                        kKillPatience));
}

SqlStatus ClickHouseConnection::run_query(const std::string& statement, const RowHandler& on_row,
                                          const QueryControl& control) {
  return transfer(statement, {}, on_row, control);
}

SqlStatus ClickHouseConnection::send_rows(const std::string& statement, const RowSource& source,
                                          const QueryControl& control) {
  std::optional<SqlError> fault;
  const More more = [&]() -> std::optional<std::string_view> {
    const SqlResult<std::string_view> piece = source();
    if (piece) return *piece;
    fault = piece.error();
    return std::nullopt;
  };
  const SqlStatus ended = transfer(
      statement + '\n', more, [](auto) { return SqlStatus(Done{}); }, control);
  if (fault) return *fault;
  return ended;
}

SqlStatus ClickHouseConnection::transfer(const std::string& body, const More& more,
                                         const RowHandler& on_row, const QueryControl& control) {
  const std::string id = next_query_id();
  const auto begin = SqlClock::now();
  SqlProgress progress;
  auto next_look = begin + kFirstLook;
  auto last_sign = begin;
  std::uint64_t last_read = 0;
  HttpControl http;
  http.stop = control.stop;
  http.until = begin + settings_.timeouts.query;
  bool silent = false;
  http.on_tick = [&] {
    const auto now = SqlClock::now();
    progress.seconds = std::chrono::duration<double>(now - begin).count();
    if (now >= next_look) {
      const auto seen =
          ask("SELECT read_rows, total_rows_approx FROM system.processes WHERE query_id = " +
                  dialect_of(SqlEngine::clickhouse).literal(id),
              kSidePatience, control.stop);
      if (seen.size() == 2) {
        progress.rows_read = whole(seen[0]);
        if (const std::uint64_t total = whole(seen[1]); total > 0) progress.rows_total = total;
      }
      if (progress.rows_read != last_read) {
        last_read = progress.rows_read;
        last_sign = now;
      }
      next_look = SqlClock::now() + kFirstLook;
    }
    if (control.on_progress) control.on_progress(progress);
    silent = now >= last_sign + settings_.timeouts.silence;
    return !silent;
  };

  TabSeparatedReader reader;
  std::string error_body;
  std::optional<SqlError> refused;
  HttpRequest request{url(id), headers_, body, {}};
  if (more) {
    request.more = [&] {
      last_sign = SqlClock::now();
      return more();
    };
  }
  const HttpResult result = client_.post(
      request,
      [&](std::string_view piece) {
        last_sign = SqlClock::now();
        if (client_.status() != 200) {
          error_body += piece.substr(0, kErrorBytes - error_body.size());
          return error_body.size() < kErrorBytes;
        }
        return reader.feed(piece, [&](std::span<const std::string_view> row) {
          ++progress.result_rows;
          SqlStatus handled = on_row(row);
          if (!handled) refused = handled.error();
          return static_cast<bool>(handled);
        });
      },
      http);
  switch (result.stop) {
    case HttpStop::stopped:
      kill(id);
      return SqlError{SqlErrorKind::cancelled, settings_.place(), {}};
    case HttpStop::late:
      kill(id);
      return SqlError{SqlErrorKind::timed_out, settings_.place(),
                      silent ? "a sign of life of the statement or of a shard" : "the statement"};
    case HttpStop::refused_by_receiver:
      if (result.status != 200) return server_error(error_body);
      kill(id);
      if (refused) return *refused;
      return unexpected(reader.fault());
    case HttpStop::none:
      break;
  }
  if (result.long_head) return unexpected("a head that is too long");
  if (result.fault != CURLE_OK) {
    // What is still to be sent keeps the server from ending the statement by itself.
    if (more) kill(id);
    if (error_body.empty()) return transfer_error(result.fault);
  }
  if (result.status != 200 && error_body.empty())
    return unexpected(fmt::format("HTTP status {}", result.status));
  if (result.status != 200) return server_error(error_body);
  if (!reader.complete())
    return SqlError{SqlErrorKind::connection_lost, settings_.place(), "the result was cut off"};
  return Done{};
}

SqlError ClickHouseConnection::transfer_error(CURLcode fault) const {
  SqlError error{SqlErrorKind::connection_lost, settings_.place(), curl_.easy_strerror(fault)};
  switch (fault) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return {SqlErrorKind::name_resolution, settings_.host, error.detail};
    case CURLE_COULDNT_CONNECT:
      error.kind = SqlErrorKind::refused;
      break;
    case CURLE_OPERATION_TIMEDOUT:
      error = {SqlErrorKind::timed_out, settings_.place(), "connecting"};
      break;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
      error = {SqlErrorKind::tls, settings_.place(), client_.fault_text(fault)};
      if (error.detail.find("wrong version number") != std::string::npos)
        return {SqlErrorKind::no_tls, settings_.place(), {}};
      break;
    case CURLE_OUT_OF_MEMORY:
      // What the library says of a line of the head that is too long for it.
      return unexpected("a head that is too long");
    default:
      break;
  }
  return error;
}

SqlError ClickHouseConnection::server_error(std::string text) const {
  ServerText server = read_server_text(text);
  SqlError error{kind_of_code(server.code), settings_.place(),
                 without_secret(std::move(server.text), secret_)};
  if (error.kind == SqlErrorKind::wrong_password || error.kind == SqlErrorKind::no_permission)
    error.where = settings_.visitor();
  if (error.kind == SqlErrorKind::no_such_database) error.where = settings_.database;
  if (error.kind == SqlErrorKind::timed_out) error.detail = "the statement";
  constexpr std::string_view kPlace = "failed at position ";
  if (const std::size_t at = error.detail.find(kPlace); at != std::string::npos)
    error.place = static_cast<std::size_t>(whole(error.detail.substr(at + kPlace.size())));
  return error;
}

}  // namespace footfall
