#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace footfall {

/// The user guide as it is shown.
struct Guide {
  QString markdown;     ///< without the lines of anchors
  QStringList anchors;  ///< of each heading in their order; empty of those that have none
};

/// The guide of a folder in the first of the languages (`de-AT`, `de`) that it has: German is
/// `user-guide.de.md`, English, and what stands in for others, `user-guide.md`.
[[nodiscard]] QString guide_file(const QString& folder, const QStringList& languages);

[[nodiscard]] Guide parse_guide(const QString& text);

/// Nothing where the file cannot be read.
[[nodiscard]] std::optional<Guide> read_guide(const QString& file);

}  // namespace footfall
