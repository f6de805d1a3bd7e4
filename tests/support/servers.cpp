#include "tests/support/servers.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <utility>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

namespace footfall_test {
namespace {

constexpr int kStartMilliseconds = 60'000;
// On a busy machine servers are slow to answer.
constexpr std::chrono::seconds kConnectTimeout{60};

// The one of the system, unless another one, newer perhaps, is to be tried.
QString clickhouse_program() {
  return qEnvironmentVariable("FOOTFALL_TEST_CLICKHOUSE", "/usr/sbin/clickhouse-server");
}

int bound_socket(int& port) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(descriptor, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
      ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0)
    port = ntohs(address.sin_port);
  return descriptor;
}

bool write_text(const QString& path, const QString& text) {
  QFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

QString newest_postgres() {
  const QDir versions("/usr/lib/postgresql");
  const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
  return names.isEmpty() ? QString() : versions.filePath(names.last() + "/bin");
}

// As the user postgres where this one is root, whom PostgreSQL refuses. A program that is left
// alone shuts down at once.
void start_unprivileged(QProcess& process, const QString& program, const QStringList& arguments) {
  QStringList all = {"--pdeathsig=QUIT"};
  if (::geteuid() == 0) all += {"--reuid=postgres", "--regid=postgres", "--init-groups"};
  process.start("setpriv", all + QStringList{program} + arguments);
}

bool comes_up(const footfall::ConnectionSettings& settings, const std::string& password,
              QString& why) {
  QElapsedTimer clock;
  clock.start();
  for (;;) {
    const auto connection = footfall::connect_database(settings, password, {});
    if (connection) return true;
    if (clock.elapsed() > kStartMilliseconds) {
      why = "the server did not start: " + QString::fromStdString(connection.error().detail);
      return false;
    }
    QThread::msleep(50);
  }
}

}  // namespace

int free_port() {
  int port = 0;
  ::close(bound_socket(port));
  return port;
}

SilentPort::SilentPort() : descriptor_(bound_socket(port_)) { ::listen(descriptor_, 8); }
SilentPort::~SilentPort() { ::close(descriptor_); }

PostgresServer::PostgresServer(QString programs)
    : programs_(std::move(programs)), port_(free_port()) {}

bool PostgresServer::installed(QString& why) {
  if (QFile::exists(newest_postgres() + "/initdb")) return true;
  why = "PostgreSQL's server is not installed (postgresql-15)";
  return false;
}

std::unique_ptr<PostgresServer> PostgresServer::start(QString& why,
                                                      const Certificate* certificate) {
  std::unique_ptr<PostgresServer> server(new PostgresServer(newest_postgres()));
  const QString folder = server->folder_.path();
  QFile::setPermissions(folder, QFile::Permissions(0x7755));
  if (!write_text(folder + "/password", kPassword)) {
    why = "cannot write into " + folder;
    return nullptr;
  }
  const QString data = folder + "/data";
  server->options_ = {"-D", data,
                      "-p", QString::number(server->port_),
                      "-c", "listen_addresses=127.0.0.1",
                      "-c", "unix_socket_directories=" + folder,
                      "-c", "fsync=off",
                      "-c", "max_connections=20"};
  if (certificate != nullptr) {
    const QString key = folder + "/server.key";
    if (!QFile::copy(certificate->file, folder + "/server.crt") ||
        !QFile::copy(certificate->key, key) ||
        !QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner)) {
      why = "cannot copy the certificate into " + folder;
      return nullptr;
    }
    server->options_ += QStringList{"-c", "ssl=on",
                                    "-c", "ssl_cert_file=" + folder + "/server.crt",
                                    "-c", "ssl_key_file=" + key};
  }
  if (::geteuid() == 0) {
    QProcess give;
    give.start("chown", {"-R", "postgres", folder});
    give.waitForFinished();
  }
  QProcess maker;
  maker.setStandardOutputFile(QProcess::nullDevice());
  start_unprivileged(
      maker, server->programs_ + "/initdb",
      {"-D", data, "-U", kUser, "-A", "scram-sha-256", "--pwfile=" + folder + "/password", "-E",
       "UTF8", "--locale=C.UTF-8", "--no-sync"});
  if (!maker.waitForFinished(kStartMilliseconds) || maker.exitCode() != 0) {
    why = "initdb failed: " + maker.errorString() + ' ' + maker.readAllStandardError();
    return nullptr;
  }
  if (!server->launch(why)) return nullptr;
  return server;
}

bool PostgresServer::launch(QString& why) {
  process_.setStandardOutputFile(QProcess::nullDevice());
  process_.setStandardErrorFile(folder_.path() + "/log", QIODevice::Append);
  start_unprivileged(process_, programs_ + "/postgres", options_);
  return comes_up(settings(), kPassword, why);
}

PostgresServer::~PostgresServer() { halt(); }

bool PostgresServer::halt() {
  if (process_.state() == QProcess::NotRunning) return false;
  ::kill(static_cast<pid_t>(process_.processId()), SIGQUIT);
  return process_.waitForFinished();
}

bool PostgresServer::start_again() {
  QString ignored;
  return launch(ignored);
}

footfall::ConnectionSettings PostgresServer::settings() const {
  footfall::ConnectionSettings settings;
  settings.engine = footfall::SqlEngine::postgresql;
  settings.host = "127.0.0.1";
  settings.port = static_cast<std::uint16_t>(port_);
  settings.user = kUser;
  settings.database = "postgres";
  settings.timeouts.connect = kConnectTimeout;
  return settings;
}

QString PostgresServer::url(const QString& table) const {
  return QString("postgresql://postgres@127.0.0.1:%1/postgres?table=%2").arg(port_).arg(table);
}

bool ClickHouseServers::installed(QString& why) {
  if (QFile::exists(clickhouse_program())) return true;
  why = "ClickHouse's server is not installed (clickhouse-server)";
  return false;
}

std::unique_ptr<ClickHouseServers> ClickHouseServers::start(int count, QString& why,
                                                            const Certificate* certificate) {
  std::unique_ptr<ClickHouseServers> servers(new ClickHouseServers);
  if (!servers->launch(count, why, certificate)) return nullptr;
  return servers;
}

bool ClickHouseServers::launch(int count, QString& why, const Certificate* certificate) {
  while (ports_.size() < kPorts * static_cast<std::size_t>(count)) ports_.push_back(free_port());
  const auto port_text = [&](int server, Port which) {
    return QString::number(port(server, which));
  };
  QString shards;
  for (int i = 0; i < count; ++i)
    shards += "<shard><replica><host>127.0.0.1</host><port>" + port_text(i, Port::native) +
              "</port></replica></shard>";
  const QString networks = "<networks><ip>127.0.0.1</ip></networks><quota>default</quota>";
  const QString password = QString(kPassword).replace("&", "&amp;");
  const QString users = folder_.path() + "/users.xml";
  write_text(
      users,
      "<yandex><profiles><default></default><readonly><readonly>1</readonly></readonly></profiles>"
      "<users><default><password></password><profile>default</profile>" +
          networks +
          "</default>"
          "<reader><password>" +
          password + "</password><profile>readonly</profile>" + networks +
          "</reader>"
          "<stranger><password>" +
          password + "</password><profile>readonly</profile>" + networks +
          "<allow_databases><database>elsewhere</database></allow_databases></stranger></users>"
          "<quotas><default></default></quotas></yandex>");
  for (int i = 0; i < count; ++i) {
    const QString folder = folder_.path() + "/" + QString::number(i);
    QDir().mkpath(folder);
    write_text(
        folder + "/config.xml",
        "<yandex><logger><level>error</level><log>" + folder + "/log</log><errorlog>" + folder +
            "/errors</errorlog></logger>"
            "<http_port>" +
            port_text(i, Port::http) + "</http_port><tcp_port>" + port_text(i, Port::native) +
            "</tcp_port>"
            "<interserver_http_port>" +
            port_text(i, Port::between_servers) +
            "</interserver_http_port><listen_host>127.0.0.1</listen_host>"
            "<path>" +
            folder + "/data/</path><tmp_path>" + folder +
            "/tmp/</tmp_path>"
            "<user_files_path>" +
            folder + "/files/</user_files_path><format_schema_path>" + folder +
            "/formats/</format_schema_path>"
            "<users_config>" +
            users +
            "</users_config><mark_cache_size>268435456</mark_cache_size><timezone>UTC</timezone>"
            "<default_profile>default</default_profile><default_database>default</default_database>"
            "<remote_servers><shards>" +
            shards + "</shards></remote_servers>" +
            (certificate == nullptr
                 ? QString()
                 : "<https_port>" + port_text(i, Port::https) +
                       "</https_port><openSSL><server><certificateFile>" + certificate->file +
                       "</certificateFile><privateKeyFile>" + certificate->key +
                       "</privateKeyFile><verificationMode>none</verificationMode>"
                       "</server></openSSL>") +
            "</yandex>");
    auto process = std::make_unique<QProcess>();
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(folder + "/output");
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process->start(clickhouse_program(), {"--config-file=" + folder + "/config.xml"});
    servers_.push_back(std::move(process));
  }
  for (int i = 0; i < count; ++i)
    if (!comes_up(settings(i), {}, why)) return false;
  return true;
}

void ClickHouseServers::kill(int index) {
  QProcess& server = *servers_[static_cast<std::size_t>(index)];
  server.kill();
  server.waitForFinished();
}

bool ClickHouseServers::start_again(int index) {
  servers_[static_cast<std::size_t>(index)]->start();
  QString ignored;
  return comes_up(settings(index), {}, ignored);
}

ClickHouseServers::~ClickHouseServers() {
  for (int i = 0; i < static_cast<int>(servers_.size()); ++i) kill(i);
}

footfall::ConnectionSettings ClickHouseServers::settings(int index) const {
  footfall::ConnectionSettings settings;
  settings.engine = footfall::SqlEngine::clickhouse;
  settings.host = "127.0.0.1";
  settings.port = static_cast<std::uint16_t>(port(index, Port::http));
  settings.user = "default";
  settings.database = "default";
  settings.tls = footfall::TlsMode::off;
  settings.timeouts.connect = kConnectTimeout;
  return settings;
}

QString ClickHouseServers::url(const QString& table, int index) const {
  return QString("clickhouse://127.0.0.1:%1/default?table=%2")
      .arg(port(index, Port::http))
      .arg(table);
}

std::string execute(footfall::SqlConnection& connection, const std::string& statement,
                    std::string* rows, std::stop_token stop) {
  footfall::QueryControl control;
  control.stop = std::move(stop);
  const auto done = connection.query(
      statement, {footfall::AnswerShape::kAny},
      [&](std::span<const std::string_view> row) -> footfall::SqlStatus {
        for (std::size_t i = 0; rows != nullptr && i < row.size(); ++i)
          *rows += (i == 0 ? "" : "|") + std::string(row[i]);
        if (rows != nullptr) *rows += '\n';
        return footfall::Done{};
      },
      control);
  return done ? std::string() : done.error().where + ": " + done.error().detail;
}

footfall::SqlConnectionPtr open_writer(const footfall::ConnectionSettings& settings,
                                       const std::string& password) {
  auto opened = footfall::connect_database(settings, password, {}, footfall::SqlAccess::read_write);
  if (!opened) qFatal("cannot connect: %s", opened.error().detail.c_str());
  return std::move(*opened);
}

}  // namespace footfall_test
