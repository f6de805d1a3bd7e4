#pragma once

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace footfall::test {

/// Runs a test of the window with settings and sockets in a folder of its own.
template <class Test>
int run_window_test(int argc, char** argv) {
  QTemporaryDir home;
  qputenv("XDG_RUNTIME_DIR", home.path().toUtf8());
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  QFile::setPermissions(home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  QApplication application(argc, argv);
  QCoreApplication::setApplicationName("footfall-test");
  QCoreApplication::setOrganizationName("footfall-test");
  Test test;
  return QTest::qExec(&test, argc, argv);
}

}  // namespace footfall::test
