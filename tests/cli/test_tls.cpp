#include <QDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <map>

#include "tests/cli/cli_process.h"
#include "tests/support/server_rig.h"
#include "tests/support/sql_events.h"

using namespace footfall;
using namespace footfall_test;

namespace {

// A server that names itself "localhost" and is reached by another name as well.
struct Site {
  ConnectionSettings settings;  // without TLS
  std::string password;
  std::uint16_t tls_port = 0;
};

struct Refusal {
  const char* name;
  TlsMode mode;
  const char* host;
  QString authorities;
  const char* postgres;    // what the message says
  const char* clickhouse;  // likewise
};

}  // namespace

// Encrypted connections: to whom they are made, and that nothing else changes.
class TestTls : public QObject, private ServerRig {
  Q_OBJECT

  std::map<SqlEngine, Site> sites_;

  [[nodiscard]] QString url(const Site& site, TlsMode mode, const QString& host,
                            const QString& authorities) const {
    constexpr const char* kModes[] = {"disable", "prefer", "require", "verify-full"};
    QString text =
        QString("%1://%2@%3:%4/%5?table=user-activity&sslmode=%6")
            .arg(site.settings.engine == SqlEngine::postgresql ? "postgresql" : "clickhouse")
            .arg(QString::fromStdString(site.settings.user), host)
            .arg(mode == TlsMode::off ? site.settings.port : site.tls_port)
            .arg(QString::fromStdString(site.settings.database))
            .arg(kModes[static_cast<std::size_t>(mode)]);
    if (!authorities.isEmpty()) text += "&sslrootcert=" + authorities;
    return text;
  }
  static ConnectionSettings with(const Site& site, TlsMode mode, const QString& authorities) {
    ConnectionSettings settings = site.settings;
    settings.host = "localhost";
    settings.port = site.tls_port;
    settings.tls = mode;
    settings.authorities = authorities.toStdString();
    return settings;
  }
  // Status, errors, and the bytes of every file.
  [[nodiscard]] QByteArray report(const Site& site, const QString& from,
                                  const QString& name) const {
    qputenv("FOOTFALL_PASSWORD", QByteArray::fromStdString(site.password));
    const CliResult result = run_cli({"user-activity", "--output", name, from}, folder.path());
    QByteArray all = QByteArray::number(result.status) + '\n';
    for (const QByteArray& line : result.errors.split('\n'))
      if (!line.startsWith("elapsed")) all += line + '\n';
    const QDir written(folder.filePath(name));
    for (const QString& file : written.entryList(QDir::Files, QDir::Name))
      all += file.toUtf8() + '\n' + read_file(written.filePath(file));
    return all;
  }

 private slots:
  void initTestCase() {
    QString why;
    if (!installed(why)) QSKIP(qPrintable(why));
    QVERIFY2(start_encrypted(why), qPrintable(why));
    const ConnectionSettings settings = postgres->settings();
    sites_[SqlEngine::postgresql] = {settings, PostgresServer::kPassword, settings.port};
    sites_[SqlEngine::clickhouse] = {
        clickhouse->settings(), {}, static_cast<std::uint16_t>(clickhouse->https_port())};
    const SqlEvents events = make_events(ReportKind::user_activity, 5, 300, true);
    QCOMPARE(fill_table(*pg, "user-activity", events, {}), std::string());
    QCOMPARE(fill_table(*ch, "user-activity", events, {}), std::string());
  }

  void reports_are_the_same_encrypted() {
    const QString trusted = authority->file();
    for (const auto& [engine, site] : sites_) {
      const QString name = engine == SqlEngine::postgresql ? "pg" : "ch";
      const QByteArray wanted = report(site, url(site, TlsMode::off, "127.0.0.1", {}), name);
      QVERIFY2(wanted.startsWith("0\n") && wanted.contains("rows_read: 330"), wanted);
      QCOMPARE(report(site, url(site, TlsMode::require, "127.0.0.1", {}), name + '1'), wanted);
      QCOMPARE(report(site, url(site, TlsMode::require, "127.0.0.1", trusted), name + '2'), wanted);
      QCOMPARE(report(site, url(site, TlsMode::verify, "localhost", trusted), name + '3'), wanted);
    }
  }

  void postgres_says_whether_it_encrypts() {
    const Site& site = sites_[SqlEngine::postgresql];
    const auto encrypts = [&](TlsMode mode) {
      const SqlConnectionPtr connection = open_writer(with(site, mode, {}), site.password);
      std::string rows;
      execute(*connection, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()", &rows);
      return rows;
    };
    QCOMPARE(encrypts(TlsMode::require), std::string("t\n"));
    QCOMPARE(encrypts(TlsMode::prefer), std::string("t\n"));
    QCOMPARE(encrypts(TlsMode::off), std::string("f\n"));
  }

  void refuses_a_certificate_that_does_not_fit() {
    const Refusal refusals[] = {
        {"unknown authority", TlsMode::verify, "localhost", other_authority->file(),
         "certificate verify failed", "SSL certificate problem"},
        {"unknown authority, name not asked", TlsMode::require, "localhost",
         other_authority->file(), "certificate verify failed", "SSL certificate problem"},
        {"authorities of the system",
         TlsMode::verify,
         "localhost",
         {},
         "certificate verify failed",
         "SSL certificate problem"},
        {"another host", TlsMode::verify, "127.0.0.1", authority->file(),
         "does not match host name", "target host name"},
        {"no file of authorities", TlsMode::verify, "localhost", "/nowhere/authority.crt",
         "/nowhere/authority.crt", "/nowhere/authority.crt"}};
    // Authorities of whoever runs the test do not count.
    qputenv("HOME", folder.path().toUtf8());
    for (const auto& [engine, site] : sites_) {
      for (const Refusal& refusal : refusals) {
        ConnectionSettings settings = with(site, refusal.mode, refusal.authorities);
        settings.host = refusal.host;
        const auto refused = connect_database(settings, site.password, {});
        QVERIFY2(!refused, refusal.name);
        const SqlError& error = refused.error();
        const char* const words =
            engine == SqlEngine::postgresql ? refusal.postgres : refusal.clickhouse;
        QVERIFY2(error.kind == SqlErrorKind::tls, (refusal.name + (": " + error.detail)).c_str());
        QVERIFY2(error.detail.find(words) != std::string::npos,
                 (refusal.name + (": " + error.detail)).c_str());
        QCOMPARE(error.where, settings.place());
        const QByteArray said =
            report(site, url(site, refusal.mode, refusal.host, refusal.authorities), "never");
        QVERIFY2(said.startsWith("1\nfootfall-cli: no encrypted connection to ") &&
                     said.contains(words) && said.trimmed().count('\n') == 1,
                 said);
        QVERIFY(!QDir(folder.filePath("never")).exists());
      }
    }
  }

  void a_server_without_tls_is_refused_where_it_is_required() {
    QString why;
    const auto plain = PostgresServer::start(why);
    QVERIFY2(plain, qPrintable(why));
    ConnectionSettings settings[] = {plain->settings(), clickhouse->settings()};
    settings[1].timeouts.connect = std::chrono::seconds(10);
    for (const TlsMode mode : {TlsMode::require, TlsMode::verify}) {
      settings[0].tls = settings[1].tls = mode;
      const auto of_postgres = connect_database(settings[0], PostgresServer::kPassword, {});
      QVERIFY(!of_postgres && of_postgres.error().kind == SqlErrorKind::no_tls);
      const auto of_clickhouse = connect_database(settings[1], {}, {});
      QVERIFY(!of_clickhouse);
      // It refuses the greeting, or takes it for a part of a request and waits for more, as the
      // random bytes in it have it.
      const bool refused = of_clickhouse.error().kind == SqlErrorKind::no_tls;
      const bool waited = of_clickhouse.error().kind == SqlErrorKind::timed_out &&
                          of_clickhouse.error().detail.starts_with("agreeing on encryption");
      QVERIFY2(refused || waited, of_clickhouse.error().detail.c_str());
    }
  }

  // The last test: servers end while rows are sent to them. Writing on may raise SIGPIPE.
  void a_server_that_ends_is_a_lost_connection() {
    std::signal(SIGPIPE, SIG_DFL);
    const std::string piece(1 << 20, '\n');
    for (const auto& [engine, site] : sites_) {
      const bool in_postgres = engine == SqlEngine::postgresql;
      const SqlConnectionPtr writer = open_writer(with(site, TlsMode::require, {}), site.password);
      QCOMPARE(execute(*writer, in_postgres ? "CREATE TABLE lines (line text)"
                                            : "CREATE TABLE lines (line String) ENGINE = Log"),
               std::string());
      int pieces = 0;
      const SqlStatus sent = writer->send_rows(
          in_postgres ? "COPY lines FROM STDIN" : "INSERT INTO lines FORMAT TabSeparated",
          [&]() -> SqlResult<std::string_view> {
            if (++pieces == 3) {
              if (in_postgres)
                postgres->halt();
              else
                clickhouse->kill(0);
            }
            return pieces > 200 ? std::string_view() : std::string_view(piece);
          },
          {});
      QVERIFY(!sent);
      QVERIFY2(sent.error().kind == SqlErrorKind::connection_lost, sent.error().detail.c_str());
    }
  }
};

QTEST_GUILESS_MAIN(TestTls)
#include "test_tls.moc"
