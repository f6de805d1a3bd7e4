#pragma once

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

#include "tests/support/certificates.h"
#include "tests/support/servers.h"

namespace footfall_test {

/// PostgreSQL and a few ClickHouse servers for one test program, with a connection to each that may
/// write.
class ServerRig {
 public:
  /// Where one of them is not, `why` says so.
  static bool installed(QString& why);
  /// False where one does not start.
  bool start(int shard_count, QString& why, const Certificate* certificate = nullptr);
  /// One ClickHouse server; both speak TLS, too, with a certificate of `authority` that names
  /// "localhost".
  bool start_encrypted(QString& why);
  /// A new file with these bytes.
  [[nodiscard]] std::string file_of(const std::string& bytes) const;
  /// The rows of a result, or the error's text.
  static std::string rows_of(footfall::SqlConnection& connection, const std::string& statement);

  std::unique_ptr<CertificateAuthority> authority;
  std::unique_ptr<CertificateAuthority> other_authority;  ///< has issued nothing
  std::unique_ptr<PostgresServer> postgres;
  std::unique_ptr<ClickHouseServers> clickhouse;
  QTemporaryDir folder;
  footfall::SqlConnectionPtr pg;
  footfall::SqlConnectionPtr ch;                   ///< to the first shard
  std::vector<footfall::SqlConnectionPtr> shards;  ///< to each
};

}  // namespace footfall_test
