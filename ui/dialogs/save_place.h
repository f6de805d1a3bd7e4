#pragma once

#include <QString>

class QWidget;

namespace footfall {

/// The folder that a file was last written to, whatever it held; at first the documents.
[[nodiscard]] QString save_folder();
void remember_save_folder(const QString& folder);

/// Asks where to save a file, beginning in that folder with `name`, and remembers the folder
/// chosen. `filters` are those of QFileDialog, separated by ";;", with one ending each
/// ("PNG image (*.png)"); a name without ending gets that of the chosen one before it is asked
/// whether a file may be replaced. Empty: nothing was chosen.
[[nodiscard]] QString ask_save_path(QWidget* parent, const QString& title, const QString& name,
                                    const QString& filters);

}  // namespace footfall
