#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "model/sql/sql_connection.h"
#include "tests/support/certificates.h"

// Private database servers for tests: on free ports of the loopback address, in a temporary folder,
// stopped by their process ids, also where the program that started them dies. Start them in a
// thread that lives as long as they are wanted.
namespace footfall_test {

/// PostgreSQL; started as the user postgres where the test runs as root. Passwords are checked.
class PostgresServer {
 public:
  static constexpr const char* kUser = "postgres";
  static constexpr const char* kPassword = "s3cret & \"quoted\"";

  /// Where not, `why` says so.
  static bool installed(QString& why);
  /// Null where it does not start; `why` says so. With a certificate it offers TLS.
  static std::unique_ptr<PostgresServer> start(QString& why,
                                               const Certificate* certificate = nullptr);
  ~PostgresServer();

  [[nodiscard]] footfall::ConnectionSettings settings() const;
  /// postgresql://postgres@127.0.0.1:port/postgres?table=
  [[nodiscard]] QString url(const QString& table) const;

  /// As an administrator would do it in a hurry; false where it does not work.
  bool halt();
  bool start_again();

 private:
  explicit PostgresServer(QString programs);
  bool launch(QString& why);

  QString programs_;
  QTemporaryDir folder_;
  QStringList options_;
  int port_ = 0;
  QProcess process_;
};

/// One or more ClickHouse servers that know each other as the cluster "shards". Users: default
/// without a password, "reader" (read-only) and "stranger" (may see nothing of the database
/// default) with kPassword. The program of the environment's FOOTFALL_TEST_CLICKHOUSE is started,
/// else the system's.
class ClickHouseServers {
 public:
  static constexpr const char* kPassword = "p&ss+word";

  static bool installed(QString& why);
  /// With a certificate they listen for HTTPS too.
  static std::unique_ptr<ClickHouseServers> start(int count, QString& why,
                                                  const Certificate* certificate = nullptr);
  ~ClickHouseServers();

  [[nodiscard]] footfall::ConnectionSettings settings(int index = 0) const;
  [[nodiscard]] QString url(const QString& table, int index = 0) const;
  [[nodiscard]] int https_port() const { return port(0, Port::https); }  ///< of the first
  [[nodiscard]] qint64 process_id(int index) const {
    return servers_[static_cast<std::size_t>(index)]->processId();
  }
  void kill(int index);
  /// With what it had on disk; false where it does not work.
  bool start_again(int index);

 private:
  enum class Port : std::uint8_t { http, native, between_servers, https };
  static constexpr std::size_t kPorts = 4;  // of each server

  ClickHouseServers() = default;
  bool launch(int count, QString& why, const Certificate* certificate);
  [[nodiscard]] int port(int server, Port which) const {
    return ports_[kPorts * static_cast<std::size_t>(server) + static_cast<std::size_t>(which)];
  }

  QTemporaryDir folder_;
  std::vector<int> ports_;
  std::vector<std::unique_ptr<QProcess>> servers_;
};

/// A port that was free a moment ago.
[[nodiscard]] int free_port();

/// A listening socket that never answers; closed with the object.
class SilentPort {
 public:
  SilentPort();
  ~SilentPort();
  [[nodiscard]] int port() const { return port_; }

 private:
  int port_ = 0;  // set while descriptor_ is made
  int descriptor_;
};

/// Runs a statement; the error's text, or empty. Rows are joined with "|" and line ends into
/// `rows`.
std::string execute(footfall::SqlConnection& connection, const std::string& statement,
                    std::string* rows = nullptr, std::stop_token stop = {});

/// A connection that may write.
footfall::SqlConnectionPtr open_writer(const footfall::ConnectionSettings& settings,
                                       const std::string& password = {});

}  // namespace footfall_test
