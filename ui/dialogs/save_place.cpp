#include "ui/dialogs/save_place.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

namespace footfall {
namespace {

constexpr char kFolderKey[] = "export/folder";

QString ending_of_filter(const QString& filter) {
  static const QRegularExpression ending(QStringLiteral("\\*\\.(\\w+)"));
  return ending.match(filter).captured(1);
}

}  // namespace

QString save_folder() {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString folder = QSettings().value(kFolderKey, documents).toString();
  return QFileInfo(folder).isDir() || folder == documents ? folder : documents;
}

void remember_save_folder(const QString& folder) { QSettings().setValue(kFolderKey, folder); }

QString ask_save_path(QWidget* parent, const QString& title, const QString& name,
                      const QString& filters) {
  QFileDialog dialog(parent, title, save_folder(), filters);
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setFileMode(QFileDialog::AnyFile);
  const auto follow = [&dialog](const QString& filter) {
    dialog.setDefaultSuffix(ending_of_filter(filter));
  };
  follow(dialog.selectedNameFilter());
  QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, follow);
  dialog.selectFile(name);
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return {};
  const QString path = dialog.selectedFiles().front();
  remember_save_folder(QFileInfo(path).absolutePath());
  return path;
}

}  // namespace footfall
