#pragma once

#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include "ui/application.h"

namespace footfall::test {

/// Makes a file of this content.
inline void write_file(const QString& path, const QByteArray& content) {
  QFile file(path);
  QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
  QCOMPARE(file.write(content), content.size());
}

/// Whether a label in sight has the text.
inline bool shows_text(const QWidget& window, const QString& text) {
  for (const auto* label : window.findChildren<QLabel*>())
    if (label->isVisible() && label->text().contains(text)) return true;
  return false;
}

/// Runs a test of the window with settings and sockets in a folder of its own.
template <class Test>
int run_window_test(int argc, char** argv) {
  QTemporaryDir home;
  qputenv("XDG_RUNTIME_DIR", home.path().toUtf8());
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  QFile::setPermissions(home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  Application application(argc, argv);
  QCoreApplication::setApplicationName("footfall-test");
  QCoreApplication::setOrganizationName("footfall-test");
  Test test;
  return QTest::qExec(&test, argc, argv);
}

}  // namespace footfall::test
