#pragma once

#include <QString>
#include <QStringList>

namespace footfall {

/// A file of resources/ ("guide/user-guide.md"): beside an installed program under share/footfall,
/// in a build tree under the sources. Empty when it is nowhere.
[[nodiscard]] QString resource_file(const QString& name);

/// The folder of the user guide's languages and pictures.
[[nodiscard]] QString guide_folder();

/// The sample files shown on a first start, one for each report; those that exist.
[[nodiscard]] QStringList sample_files();

}  // namespace footfall
