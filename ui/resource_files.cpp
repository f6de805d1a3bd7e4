#include "ui/resource_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace footfall {

QString resource_file(const QString& name) {
  const QString installed = QCoreApplication::applicationDirPath() + "/../share/footfall/" + name;
  for (const QString& path : {installed, QStringLiteral(FOOTFALL_RESOURCES "/") + name})
    if (QFileInfo::exists(path)) return QDir::cleanPath(path);
  return {};
}

QString guide_folder() { return resource_file("guide"); }

QStringList sample_files() {
  QStringList files;
  for (const char* name :
       {"pageviews.csv", "access.log", "payments.ndjson", "campaigns.csv", "activity.ndjson"}) {
    const QString path = resource_file(QString("samples/") + name);
    if (!path.isEmpty()) files << path;
  }
  return files;
}

}  // namespace footfall
