#pragma once

#include <QStringList>

namespace footfall {

/// The files opened last, newest first, kept in the settings.
[[nodiscard]] QStringList recent_files();
void remember_files(const QStringList& paths);
void forget_file(const QString& path);
void forget_recent_files();

}  // namespace footfall
