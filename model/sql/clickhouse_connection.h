#pragma once

#include <memory>
#include <string>

#include "model/sql/http_client.h"
#include "model/sql/sql_connection.h"

namespace footfall {

/// ClickHouse through its HTTP interface.
class ClickHouseConnection final : public SqlConnection {
 public:
  /// `read_only` keeps the server from changing anything, where the user could.
  [[nodiscard]] static SqlResult<std::unique_ptr<ClickHouseConnection>> open(
      const ConnectionSettings& settings, const std::string& password, bool read_only,
      const QueryControl& control);

  SqlStatus send_rows(const std::string& statement, const RowSource& source,
                      const QueryControl& control) override;
  SqlStatus begin_snapshot(const QueryControl& /*control*/) override { return Done{}; }
  void end_snapshot(const QueryControl& /*control*/) override {}
  const ConnectionSettings& settings() const override { return settings_; }

 protected:
  SqlStatus run_query(const std::string& statement, const RowHandler& on_row,
                      const QueryControl& control) override;

 private:
  using More = std::function<std::optional<std::string_view>()>;
  SqlStatus transfer(const std::string& body, const More& more, const RowHandler& on_row,
                     const QueryControl& control);
  ClickHouseConnection(const Libcurl& curl, ConnectionSettings settings, std::string password,
                       const std::string& address);

  [[nodiscard]] std::string url(const std::string& query_id) const;
  /// One small statement beside the running one; its first row, or nothing.
  [[nodiscard]] std::vector<std::string> ask(const std::string& statement,
                                             std::chrono::milliseconds patience,
                                             const std::stop_token& stop = {});
  void kill(const std::string& query_id);
  [[nodiscard]] SqlError transfer_error(CURLcode fault) const;
  [[nodiscard]] SqlError server_error(std::string text) const;
  [[nodiscard]] std::string next_query_id();

  const Libcurl& curl_;
  ConnectionSettings settings_;
  std::string secret_;
  std::vector<std::string> headers_;
  HttpClient client_;
  HttpClient side_client_;  // asks about progress, cancels
  std::string parameters_;  // of every URL
  std::string id_prefix_;
  unsigned long queries_ = 0;
};

}  // namespace footfall
