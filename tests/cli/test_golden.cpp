#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include "tests/cli/cli_process.h"

using namespace footfall_test;

// Each folder of tests/data/cli, and of the kinds in tests/data/reading, is one case:
//   command            the arguments, one line; run in a copy of the folder
//   expected/status    exit status, 0 where the file is missing
//   expected/stdout    all of standard output; empty where the file is missing
//   expected/stderr    lines that stand in standard error in this order, others between them
//   expected/...       further files, as they must be after the run; their folders hold nothing
//   else
namespace {

QStringList files_below(const QString& folder) {
  QStringList names;
  const QDir root(folder);
  QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (it.hasNext()) names << root.relativeFilePath(it.next());
  names.sort();
  return names;
}

QStringList folders_in(const QDir& folder) {
  return folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

// The first expected line that is missing, or an empty text.
QByteArray missing_line(const QByteArray& errors, const QByteArray& expected) {
  const QList<QByteArray> lines = errors.split('\n');
  qsizetype next = 0;
  for (const QByteArray& wanted : expected.split('\n')) {
    if (wanted.isEmpty()) continue;
    const qsizetype at = lines.indexOf(wanted, next);
    if (at < 0) return wanted;
    next = at + 1;
  }
  return {};
}

bool copy_folder(const QString& from, const QString& to) {
  for (const QString& name : files_below(from)) {
    const QString target = to + "/" + name;
    if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(from + "/" + name, target))
      return false;
    QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
  }
  return true;
}

}  // namespace

class TestGolden : public QObject {
  Q_OBJECT
 private slots:
  void run_data() {
    QTest::addColumn<QString>("folder");
    const QDir reading(QStringLiteral(FOOTFALL_TEST_DATA "/reading"));
    QStringList groups = {QStringLiteral(FOOTFALL_TEST_DATA "/cli")};
    for (const QString& kind : folders_in(reading)) groups << reading.filePath(kind);
    for (const QString& group : groups) {
      const QDir cases(group);
      QVERIFY2(!folders_in(cases).isEmpty(), qPrintable(group));
      for (const QString& name : folders_in(cases))
        QTest::addRow("%s/%s", qPrintable(cases.dirName()), qPrintable(name))
            << cases.filePath(name);
    }
  }
  void run() {
    QFETCH(QString, folder);
    const QTemporaryDir place;
    QVERIFY(copy_folder(folder, place.path()));
    const QString expected = folder + "/expected";
    QVERIFY(QFile::exists(folder + "/command"));
    const QString command = QString::fromUtf8(read_file(folder + "/command")).trimmed();

    const CliResult result = run_cli(QProcess::splitCommand(command), place.path());

    const bool has_status = QFile::exists(expected + "/status");
    QVERIFY2(result.status == (has_status ? read_file(expected + "/status").trimmed().toInt() : 0),
             QByteArray::number(result.status) + ": " + result.errors);
    const QByteArray output =
        QFile::exists(expected + "/stdout") ? read_file(expected + "/stdout") : QByteArray();
    QVERIFY2(result.output == output, "standard output is\n" + result.output);
    if (QFile::exists(expected + "/stderr")) {
      const QByteArray missing = missing_line(result.errors, read_file(expected + "/stderr"));
      QVERIFY2(missing.isEmpty(), "missing \"" + missing + "\" in\n" + result.errors);
    }
    if (has_status) QVERIFY2(result.errors.count('\n') == 1, "not one line: " + result.errors);
    for (const QString& name : files_below(expected)) {
      if (name == "status" || name == "stdout" || name == "stderr") continue;
      const QByteArray written = read_file(place.filePath(name));
      QVERIFY2(written == read_file(expected + "/" + name),
               qUtf8Printable(name + " is\n") + written);
    }
    const QStringList folders = QDir(expected).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& name : folders)
      QCOMPARE(files_below(place.filePath(name)), files_below(expected + "/" + name));
  }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "test_golden.moc"
