#include "model/sql/postgres_connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include "model/sql/postgres_states.h"

namespace footfall {
namespace {

constexpr std::chrono::milliseconds kProgressStep{200};
constexpr std::chrono::milliseconds kCancelPatience{400};
// Between an error of the server and the end of its answer.
constexpr std::chrono::milliseconds kErrorPatience{5000};
// A result that is not there after so many reads is a long row, or none at all.
constexpr std::size_t kUsualReads = 1;
constexpr std::size_t kReadStep = std::size_t{64} << 10;
// Of one text of statements, of which the longest has ten.
constexpr std::size_t kMostResults = 64;

}  // namespace

// Waits for the socket on behalf of one statement: stop, timeouts and progress.
class PostgresConnection::Waiter {
 public:
  Waiter(PostgresConnection& owner, const QueryControl& control)
      : owner_(owner),
        control_(control),
        stop_(control.stop),
        deadline_(begin_ + owner.settings_.timeouts.query),
        meter_(owner.pq_.socket(owner.connection_)) {}

  // Done when the socket is ready. On a stop or a timeout the statement is cancelled on the server;
  // its own word about that is then waited for, but not for long.
  SqlStatus wait(bool to_write) {
    for (;;) {
      const auto until = std::min(fault_ ? patience_ : deadline_, SqlClock::now() + kProgressStep);
      switch (wait_for_socket(owner_.pq_.socket(owner_.connection_), to_write, signal(), until)) {
        case Wake::ready:
          last_sign_ = SqlClock::now();
          return Done{};
        case Wake::stopped:
          stopped_ = true;
          cancel({SqlErrorKind::cancelled, owner_.settings_.place(), {}});
          break;
        case Wake::late:
          if (fault_ && SqlClock::now() >= patience_) return owner_.give_up(*fault_);
          check_time();
          break;
      }
      show();
    }
  }
  // Reads what has come, which must end in a result some time.
  SqlStatus read() {
    meter_.before();
    const auto consume = [this] {
      if (owner_.pq_.consume_input(owner_.connection_) == 0) broken_ = true;
    };
    // Rows that are long are read in steps.
    if (++reads_ > kUsualReads && owner_.pq_.flush(owner_.connection_) == 0)
      read_at_most(owner_.pq_.socket(owner_.connection_), kReadStep, consume);
    else
      consume();
    if (!broken_ && meter_.bytes() > kLongestRow)
      return owner_.give_up(owner_.unexpected("a row of more than 16 MiB"));
    return Done{};
  }
  void note_result() {
    if (reads_ == 0) return;
    reads_ = 0;
    meter_ = ReadMeter(owner_.pq_.socket(owner_.connection_));
  }
  void note_row() { ++rows_; }
  [[nodiscard]] bool broken() const { return broken_; }
  [[nodiscard]] const std::optional<SqlError>& fault() const { return fault_; }

  // The statement has failed; of it nothing but its end is of interest.
  void fail(SqlError fault, std::chrono::milliseconds patience = kErrorPatience) {
    end(std::move(fault), patience);
  }
  // It is to fail.
  void cancel(SqlError fault) {
    end(std::move(fault), kCancelPatience);
    if (asked_) return;
    PGcancel* const handle = owner_.pq_.get_cancel(owner_.connection_);
    if (handle == nullptr) return;
    // The library's call waits for as long as the server is silent.
    try {
      asked_.emplace([&pq = owner_.pq_, handle] {
        std::array<char, 256> text{};
        pq.cancel(handle, text.data(), static_cast<int>(text.size()));
        pq.free_cancel(handle);
      });
    } catch (const std::system_error&) {
      owner_.pq_.free_cancel(handle);
    }
  }
  // A request to cancel that is still under way would hit the next statement.
  SqlStatus settle() {
    if (!asked_ || asked_->wait(no_stop_, patience_) == Wake::ready) return Done{};
    return owner_.give_up(*fault_);
  }

 private:
  void end(SqlError fault, std::chrono::milliseconds patience) {
    const auto until = SqlClock::now() + patience;
    patience_ = fault_ ? std::min(patience_, until) : until;
    if (!fault_) fault_ = std::move(fault);
  }
  [[nodiscard]] const StopSignal& signal() const { return stopped_ ? no_stop_ : stop_; }
  void show() {
    if (!control_.on_progress || fault_) return;
    SqlProgress progress;
    progress.seconds = std::chrono::duration<double>(SqlClock::now() - begin_).count();
    progress.result_rows = rows_;
    control_.on_progress(progress);
  }
  void check_time() {
    if (fault_) return;
    const auto now = SqlClock::now();
    if (now >= deadline_) {
      cancel({SqlErrorKind::timed_out, owner_.settings_.place(), "the statement"});
    } else if (rows_ > 0 && now >= last_sign_ + owner_.settings_.timeouts.silence) {
      // Before the first row a server that computes is as silent as one that hangs.
      cancel({SqlErrorKind::timed_out, owner_.settings_.place(), "the next row of the result"});
    }
  }

  PostgresConnection& owner_;
  const QueryControl& control_;
  StopSignal stop_;
  StopSignal no_stop_{std::stop_token()};
  const SqlClock::time_point begin_ = SqlClock::now();
  const SqlClock::time_point deadline_;
  SqlClock::time_point last_sign_ = begin_;
  SqlClock::time_point patience_;
  ReadMeter meter_;
  std::uint64_t rows_ = 0;
  std::size_t reads_ = 0;  // since the last result
  bool stopped_ = false;
  bool broken_ = false;  // nothing more will come
  std::optional<SqlError> fault_;
  std::optional<Errand> asked_;  // the server, to cancel
};

// SQL_ASCII knows bytes alone.
bool PostgresConnection::holds_all_letters() const {
  const char* const encoding = pq_.parameter_status(connection_, "server_encoding");
  return encoding == nullptr || std::string_view(encoding) == "UTF8";
}

PostgresConnection::~PostgresConnection() {
  if (connection_ != nullptr) pq_.finish(connection_);
}

SqlError PostgresConnection::statement_error(const PGresult* result) const {
  const char* const state = pq_.result_error_field(result, PG_DIAG_SQLSTATE);
  const char* const text = pq_.result_error_field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (state == nullptr) {
    std::string said = without_secret(pq_.error_message(connection_), secret_);
    return unexpected(said.empty() ? "an error without words" : std::move(said));
  }
  SqlError error{kind_of_state(state), settings_.place(),
                 without_secret(text == nullptr ? state : text, secret_)};
  if (error.kind == SqlErrorKind::no_permission) error.where = settings_.visitor();
  if (error.kind == SqlErrorKind::timed_out) error.detail = "the statement";
  if (const char* const place = pq_.result_error_field(result, PG_DIAG_STATEMENT_POSITION))
    std::from_chars(place, place + std::strlen(place), error.place);
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
    if (SqlStatus read = waiter.read(); !read) return read;
  }
}

SqlStatus PostgresConnection::run_query(const std::string& statement, const RowHandler& on_row,
                                        const QueryControl& control) {
  if (connection_ == nullptr)
    return SqlError{SqlErrorKind::connection_lost, settings_.place(), "the connection was closed"};
  Waiter waiter(*this, control);
  if (pq_.send_query(connection_, statement.c_str()) == 0) return lost();
  pq_.set_single_row_mode(connection_);
  if (SqlStatus sent = flush(waiter); !sent) return sent;
  const SqlStatus ended = read_results(waiter, on_row);
  if (ended || ended.error().place == 0) return ended;
  // The server counts characters.
  SqlError error = ended.error();
  std::size_t left = error.place;
  for (error.place = 0; left > 0 && error.place < statement.size(); ++error.place)
    if ((static_cast<unsigned char>(statement[error.place]) & 0xC0U) != 0x80 && --left == 0) break;
  ++error.place;
  return error;
}

SqlStatus PostgresConnection::send_rows(const std::string& statement, const RowSource& source,
                                        const QueryControl& control) {
  if (connection_ == nullptr)
    return SqlError{SqlErrorKind::connection_lost, settings_.place(), "the connection was closed"};
  const RowHandler none = [this](auto) { return SqlStatus(unexpected("a row")); };
  Waiter waiter(*this, control);
  if (pq_.send_query(connection_, statement.c_str()) == 0) return lost();
  if (SqlStatus sent = flush(waiter); !sent) return sent;
  if (SqlStatus answered = await_result(waiter); !answered) return answered;
  const Answer begun(pq_.get_result(connection_), pq_.clear);
  if (!begun) return give_up(unexpected("nothing where rows were to be sent"));
  if (pq_.result_status(begun.get()) != PGRES_COPY_IN) {
    if (SqlStatus looked = look_at(begun.get(), waiter, none); !looked) return looked;
    const SqlStatus ended = read_results(waiter, none);
    return ended ? give_up(unexpected("no wish for the rows that were to be sent")) : ended;
  }
  bool all = false;
  const SqlStatus pieces = send_pieces(waiter, source, all);
  if (connection_ == nullptr || pq_.status(connection_) == CONNECTION_BAD)
    return pieces ? lost() : pieces;
  pq_.put_copy_end(connection_, all ? nullptr : "the sender gave up");
  const SqlStatus flushed = flush(waiter);
  const SqlStatus ended = flushed ? read_results(waiter, none) : flushed;
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
    // 0: there was no room for it.
    if (pq_.put_copy_data(connection_, piece->data(), static_cast<int>(piece->size())) != 1)
      return lost();
    if (SqlStatus sent = flush(waiter, &answered); !sent) return sent;
    if (waiter.fault()) return *waiter.fault();
  }
  return Done{};
}

SqlStatus PostgresConnection::await_result(Waiter& waiter) {
  while (!waiter.broken() && pq_.is_busy(connection_) != 0) {
    if (SqlStatus ready = waiter.wait(false); !ready) return ready;
    if (SqlStatus read = waiter.read(); !read) return read;
  }
  waiter.note_result();
  return Done{};
}

SqlStatus PostgresConnection::read_results(Waiter& waiter, const RowHandler& on_row) {
  for (std::size_t results = 0;;) {
    if (SqlStatus answered = await_result(waiter); !answered) return answered;
    const Answer result(pq_.get_result(connection_), pq_.clear);
    if (!result) break;
    if (pq_.result_status(result.get()) != PGRES_SINGLE_TUPLE && ++results > kMostResults)
      return give_up(unexpected("results without an end"));
    if (SqlStatus looked = look_at(result.get(), waiter, on_row); !looked) return looked;
  }
  if (!waiter.fault()) return Done{};
  if (SqlStatus settled = waiter.settle(); !settled) return settled;
  return *waiter.fault();
}

// An error ends the connection too; a fault of the statement is the waiter's.
SqlStatus PostgresConnection::look_at(const PGresult* result, Waiter& waiter,
                                      const RowHandler& on_row) {
  switch (pq_.result_status(result)) {
    case PGRES_SINGLE_TUPLE:
      if (waiter.fault()) return Done{};
      row_.clear();
      for (int i = 0; i < pq_.field_count(result); ++i) {
        const bool null = pq_.is_null(result, 0, i) != 0;
        row_.push_back(null ? std::string_view()
                            : std::string_view(pq_.value(result, 0, i),
                                               static_cast<std::size_t>(pq_.length(result, 0, i))));
      }
      waiter.note_row();
      if (SqlStatus handled = on_row(row_); !handled) waiter.cancel(handled.error());
      return Done{};
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY:
      return Done{};
    // The library gives these again and again, until they are followed.
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
    case PGRES_COPY_BOTH:
      return give_up(waiter.fault().value_or(unexpected("a copy that was not asked for")));
    default: {
      SqlError error = statement_error(result);
      if (pq_.status(connection_) == CONNECTION_BAD) error.kind = SqlErrorKind::connection_lost;
      waiter.fail(std::move(error));
      return Done{};
    }
  }
}

SqlStatus PostgresConnection::begin_snapshot(const QueryControl& control) {
  return run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", control);
}

// After a stop the server has just shown that it answers.
void PostgresConnection::end_snapshot(const QueryControl& control) {
  if (connection_ == nullptr) return;
  const bool stopped = control.stop.stop_requested();
  QueryControl ending;
  if (!stopped) ending.stop = control.stop;
  Waiter waiter(*this, ending);
  waiter.fail({SqlErrorKind::timed_out, settings_.place(), "the end of the transaction"},
              stopped ? kCancelPatience / 2 : kErrorPatience);
  if (pq_.send_query(connection_, "ROLLBACK") == 0 || !flush(waiter)) return;
  static_cast<void>(
      static_cast<bool>(read_results(waiter, [](auto) { return SqlStatus(Done{}); })));
}

}  // namespace footfall
