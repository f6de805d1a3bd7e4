#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

#include "model/sql/sql_connection.h"

// Private database servers for tests: on free ports of the loopback address, in a temporary folder,
// stopped by their process ids.
namespace footfall_test {

/// PostgreSQL; started as the user postgres where the test runs as root. Passwords are checked.
class PostgresServer {
 public:
  static constexpr const char* kUser = "postgres";
  static constexpr const char* kPassword = "s3cret & \"quoted\"";

  /// Where not, `why` says so.
  static bool installed(QString& why);
  /// Null where it does not start; `why` says so.
  static std::unique_ptr<PostgresServer> start(QString& why);
  ~PostgresServer();

  [[nodiscard]] footfall::ConnectionSettings settings() const;
  /// postgresql://postgres@127.0.0.1:port/postgres?table=
  [[nodiscard]] QString url(const QString& table) const;

  /// As an administrator would do it in a hurry; false where it does not work.
  bool halt();
  bool start_again();

 private:
  explicit PostgresServer(QString programs);
  bool run(const QString& program, const QStringList& arguments, QString& why) const;

  QString programs_;
  QTemporaryDir folder_;
  QString options_;
  int port_ = 0;
  bool started_ = false;
};

/// One or more ClickHouse servers that know each other as the cluster "shards". Users: default
/// without a password, "reader" (read-only) and "stranger" (may see nothing of the database
/// default) with kPassword.
class ClickHouseServers {
 public:
  static constexpr const char* kPassword = "p&ss+word";

  static bool installed(QString& why);
  static std::unique_ptr<ClickHouseServers> start(int count, QString& why);
  ~ClickHouseServers();

  [[nodiscard]] footfall::ConnectionSettings settings(int index = 0) const;
  [[nodiscard]] QString url(const QString& table, int index = 0) const;
  [[nodiscard]] qint64 process_id(int index) const {
    return servers_[static_cast<std::size_t>(index)]->processId();
  }
  void kill(int index);

 private:
  ClickHouseServers() = default;
  bool launch(int count, QString& why);

  QTemporaryDir folder_;
  std::vector<int> ports_;  // HTTP, native, between servers; of each
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
                    std::string* rows = nullptr);

/// A connection that may write.
footfall::SqlConnectionPtr open_writer(const footfall::ConnectionSettings& settings,
                                       const std::string& password = {});

}  // namespace footfall_test
