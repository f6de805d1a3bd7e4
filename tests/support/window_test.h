#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "ui/application.h"

namespace footfall::test {

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
