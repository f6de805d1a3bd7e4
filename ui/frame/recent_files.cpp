#include "ui/frame/recent_files.h"

#include <QSettings>

namespace footfall {
namespace {

constexpr char kKey[] = "recent/files";
constexpr qsizetype kKept = 10;

}  // namespace

QStringList recent_files() { return QSettings().value(kKey).toStringList(); }

void remember_files(const QStringList& paths) {
  QStringList recent = recent_files();
  for (auto path = paths.crbegin(); path != paths.crend(); ++path) {
    recent.removeAll(*path);
    recent.prepend(*path);
  }
  QSettings().setValue(kKey, recent.mid(0, kKept));
}

void forget_file(const QString& path) {
  QStringList recent = recent_files();
  if (recent.removeAll(path) > 0) QSettings().setValue(kKey, recent);
}

void forget_recent_files() { QSettings().remove(kKey); }

}  // namespace footfall
