#include "tests/support/server_rig.h"

#include <QFile>

namespace footfall_test {

bool ServerRig::installed(QString& why) {
  return PostgresServer::installed(why) && ClickHouseServers::installed(why);
}

bool ServerRig::start(int shard_count, QString& why, const Certificate* certificate) {
  postgres = PostgresServer::start(why, certificate);
  if (postgres == nullptr) return false;
  clickhouse = ClickHouseServers::start(shard_count, why, certificate);
  if (clickhouse == nullptr) return false;
  pg = open_writer(postgres->settings(), PostgresServer::kPassword);
  ch = open_writer(clickhouse->settings());
  for (int i = 0; i < shard_count; ++i) shards.push_back(open_writer(clickhouse->settings(i)));
  return true;
}

bool ServerRig::start_encrypted(QString& why) {
  authority = CertificateAuthority::make(why);
  if (authority == nullptr) return false;
  other_authority = CertificateAuthority::make(why);
  if (other_authority == nullptr) return false;
  const auto certificate = authority->issue("localhost", why);
  return certificate && start(1, why, &*certificate);
}

std::string ServerRig::file_of(const std::string& bytes) const {
  static int next = 0;
  const QString path = folder.filePath(QString::number(++next));
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) ||
      file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0)
    qFatal("cannot write %s", qPrintable(path));
  return path.toStdString();
}

std::string ServerRig::rows_of(footfall::SqlConnection& connection, const std::string& statement) {
  std::string rows;
  const std::string fault = execute(connection, statement, &rows);
  return fault.empty() ? rows : fault;
}

}  // namespace footfall_test
