// URLs of databases as people copy them, to fill the fields of a connection.
#include <QTest>

#include "model/session/database_source.h"
#include "ui/connect/pasted_url.h"

using namespace footfall;

namespace {

constexpr char kSecret[] = "hunter2";

// "engine host port database user tls [table] password left-out", or "bad: " and what cannot be
// read.
QString read(const QString& text) {
  const auto pasted = parse_pasted_url(text);
  if (!pasted) return "bad: " + QString::fromStdString(pasted.error().found);
  const ConnectionSettings& s = pasted->url.settings;
  constexpr const char* kModes[] = {"off", "prefer", "require", "verify"};
  QStringList parts = {s.engine == SqlEngine::postgresql ? "pg" : "ch",
                       QString::fromStdString(s.host),
                       QString::number(s.port),
                       QString::fromStdString(s.database),
                       QString::fromStdString(s.user),
                       kModes[static_cast<int>(s.tls)],
                       '[' + QString::fromStdString(table_text(pasted->url.table)) + ']'};
  if (pasted->password) parts << QString::fromStdString(*pasted->password);
  if (!pasted->left_out.isEmpty()) parts << "without " + pasted->left_out.join(',');
  return parts.join(' ');
}

class TestPastedUrl : public QObject {
  Q_OBJECT

 private slots:
  void reads_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
      QTest::newRow(text) << text << expected;
    };
    row("postgresql://reader@db.example/shop?table=web.visits",
        "pg db.example 5432 shop reader prefer [web.visits]");
    row("  'postgres://reader:hunter2@db.example:6432/shop'\n",
        "pg db.example 6432 shop reader prefer [] hunter2");
    row("postgresql://db.example/shop", "pg db.example 5432 shop  prefer []");
    row("postgresql://db.example", "pg db.example 5432   prefer []");
    row("postgresql://r@h/d?sslmode=require&channel_binding=require&pgbouncer=true",
        "pg h 5432 d r require [] without channel_binding,pgbouncer");
    row("postgresql://r@h/d?sslmode=allow", "pg h 5432 d r prefer []");
    row("postgresql+psycopg2://r:hunter2@[::1]:5433/d", "pg ::1 5433 d r prefer [] hunter2");
    row("jdbc:postgresql://h:5433/d?user=r%20x&password=hun%26ter2",
        "pg h 5433 d r x prefer [] hun&ter2");
    row("postgresql://?host=h&dbname=d", "pg localhost 5432 d  prefer [] without host");
    row("clickhouse://h/d?query=SELECT%201", "ch h 8123 d  off [SELECT 1]");
    row("https://default:hunter2@ch.example:8443/",
        "ch ch.example 8443  default verify [] hunter2");
    row("https://ch.example/?database=shop&user=me&password=hunter2",
        "ch ch.example 8443 shop me verify [] hunter2");
    row("http://ch.example:8123", "ch ch.example 8123   off []");
    row("https://ch.example?sslmode=require", "ch ch.example 8443   require []");
    // Marks of a password that need no code, and codes that are none.
    row("postgresql://r:p:a@s%40s%2F%zz%@h/d", "pg h 5432 d r prefer [] p:a@s@s/%zz%");
    row("postgresql://r:@h/d", "pg h 5432 d r prefer [] ");
    row("postgresql://a%40b@h/d", "pg h 5432 d a@b prefer []");
    row("postgresql://r@h/d?where=mail%20=%20'a@b'&table=t", "pg h 5432 d r prefer [t]");
    row("mysql://r:hunter2@h/d", "bad: mysql");
    row("postgresql://r:hunter2@h:port/d", "bad: port");
    row("postgresql://r:hunter2@a:1,b:2/d", "bad: a:1,b:2");
    row("postgresql://r@h/d?sslmode=verify-ca", "bad: verify-ca");
    row("postgresql://r@h/d?query_timeout=soon", "bad: soon");
  }
  void reads() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(read(text), expected);
  }

  // Whatever its marks make of the URL, no part of it gets into what is said, nor into other
  // fields.
  void keeps_a_password_to_itself() {
    const QString marks = "/?#@:&=%,;[]' ";
    for (const QChar first : marks)
      for (const QChar second : marks)
        for (const char* form :
             {"postgresql://r:%1@h/d", "https://r:%1@h:8443/?database=d", "clickhouse://r:%1@h"}) {
          const QString secret = QString("hun") + first + "ter2" + second + "x7y";
          const auto pasted = parse_pasted_url(QString(form).arg(secret));
          QString said =
              pasted ? pasted->left_out.join(' ') : QString::fromStdString(pasted.error().found);
          if (pasted) {
            const ConnectionSettings& s = pasted->url.settings;
            said += QString::fromStdString(s.host + s.database + s.user);
          }
          for (const char* part : {"hun", "ter2", "x7y"})
            QVERIFY2(!said.contains(part), qPrintable(secret + " -> " + said));
          QVERIFY(!pasted || pasted->password);
        }
    for (const char* cut : {"postgresql://r:%1", "r:%1@h://", "postgresql://%1/d?x"})
      QVERIFY(!read(QString(cut).arg(QString("r:") + kSecret)).contains(kSecret));
  }
};

}  // namespace

QTEST_APPLESS_MAIN(TestPastedUrl)
#include "test_pasted_url.moc"
