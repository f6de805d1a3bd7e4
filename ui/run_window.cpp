#include "ui/run_window.h"

#include <QClipboard>
#include <QLibraryInfo>
#include <QTranslator>
#include <cstdio>
#include <optional>
#include <string_view>

#include "app/version.h"
#include "model/core/failure.h"
#include "model/core/leave_process.h"
#include "model/export/temporary_files.h"
#include "ui/application.h"
#include "ui/main_window.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/words.h"

namespace footfall {
namespace {

QString usage() {
  return QCoreApplication::translate(
      "footfall::RunWindow",
      "Usage: footfall [file...]\n"
      "Peak hours, customers and campaigns out of event files: CSV, NDJSON and access logs.\n"
      "\n"
      "  file       opened at once; more can be opened and dropped into the window\n"
      "  --help     say this and end\n"
      "  --version  say the version and end\n"
      "\n"
      "footfall-cli makes the same reports without a window.\n");
}

/// True when the arguments are answered by text alone, which needs no display. Options with one
/// dash (-platform, -style) belong to Qt.
bool answer_in_text(int argc, char** argv, int& status) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") return false;
    if (argument == "--help" || argument == "-h") {
      std::fputs(usage().toLocal8Bit().constData(), stdout);
      return true;
    }
    if (argument == "--version") {
      std::printf("footfall %s\n", kVersion);
      return true;
    }
    if (argument.starts_with("--")) {
      std::fprintf(stderr, "footfall: unknown option %s; try --help\n", argv[i]);
      status = 2;
      return true;
    }
  }
  return false;
}

}  // namespace

int run_window(int argc, char** argv) try {
  QCoreApplication::setApplicationName("footfall");
  QCoreApplication::setOrganizationName("footfall");
  QCoreApplication::setApplicationVersion(kVersion);
  int status = 0;
  if (answer_in_text(argc, argv, status)) return status;

  std::optional<Application> application(std::in_place, argc, argv);
  QApplication::setAttribute(Qt::AA_DontShowIconsInMenus);
  // No display name: Qt would append it to the window's title, which begins with it.
  QGuiApplication::setDesktopFileName(kApplicationId);
  // Numbers of millions of rows need their separators, which the C locale does not have.
  if (QLocale::system().language() == QLocale::C)
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QTranslator qt_words;
  if (qt_words.load(QLocale(), "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&qt_words);
  QTranslator words;
  if (words.load(QLocale(), "footfall", "_", ":/translations"))
    QCoreApplication::installTranslator(&words);
  QApplication::setWindowIcon(footfall::icon("footfall"));

  ThemeKeeper themes;
  MainWindow window(file_engine(), themes);
  window.show();
  QStringList files = QCoreApplication::arguments().mid(1);
  files.removeOne("--");
  if (files.isEmpty())
    window.reopen();
  else
    window.open_files(files);
  const int result = QApplication::exec();
  // No destructor: freeing what was read, and waiting for threads that read, would only delay the
  // end.
  window.leave();
  TemporaryFiles::remove_all_for_good();
  // What was copied is left with the desktop's clipboard.
  const QClipboard* const clipboard = QGuiApplication::clipboard();
  if (clipboard->ownsClipboard() || clipboard->ownsSelection()) application.reset();
  leave_process(result);
} catch (...) {
  const QString sentence = error_sentence(current_failure());
  std::fprintf(stderr, "footfall: %s\n", sentence.toLocal8Bit().constData());
  return 1;
}

}  // namespace footfall
