#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/sql/libpq.h"
#include "model/sql/network.h"
#include "model/sql/sql_connection.h"

namespace footfall {

/// PostgreSQL through libpq: one row at a time, without blocking calls, so that a stop is seen at
/// once.
class PostgresConnection final : public SqlConnection {
 public:
  [[nodiscard]] static SqlResult<std::unique_ptr<PostgresConnection>> open(
      const ConnectionSettings& settings, const std::string& password, bool read_only,
      const QueryControl& control);
  ~PostgresConnection() override;

  SqlStatus send_rows(const std::string& statement, const RowSource& source,
                      const QueryControl& control) override;
  SqlStatus begin_snapshot(const QueryControl& control) override;
  void end_snapshot(const QueryControl& control) override;
  const ConnectionSettings& settings() const override { return settings_; }
  bool holds_all_letters() const override;

 protected:
  SqlStatus run_query(const std::string& statement, const RowHandler& on_row,
                      const QueryControl& control) override;

 private:
  class Waiter;
  using Answer = std::unique_ptr<PGresult, decltype(Libpq::clear)>;
  PostgresConnection(const Libpq& pq, ConnectionSettings settings, std::string password)
      : pq_(pq), settings_(std::move(settings)), secret_(std::move(password)) {}

  SqlStatus start(const std::string& address, TlsMode tls, const StopSignal& stop,
                  SqlClock::time_point until);
  SqlStatus poll_connection(TlsMode tls, const StopSignal& stop, SqlClock::time_point until);
  SqlStatus await_result(Waiter& waiter);
  SqlStatus flush(Waiter& waiter, bool* answered = nullptr);
  SqlStatus send_pieces(Waiter& waiter, const RowSource& source, bool& all);
  [[nodiscard]] SqlError lost() const;
  SqlStatus read_results(Waiter& waiter, const RowHandler& on_row);
  SqlStatus look_at(const PGresult* result, Waiter& waiter, const RowHandler& on_row);
  SqlError connect_error() const;
  SqlError statement_error(const PGresult* result) const;
  SqlError give_up(SqlError error);

  const Libpq& pq_;
  ConnectionSettings settings_;
  std::string secret_;
  std::vector<std::string_view> row_;
  PGconn* connection_ = nullptr;
};

}  // namespace footfall
