#pragma once

#include <QString>
#include <QStringList>

#include "model/report/compared_tables.h"

namespace footfall {

/// The table in front of a page as it is seen (found rows, order, columns), and a name for a file
/// of it without ending, which says what it holds: "pages_2025-01-06_20".
struct FrontTable {
  TablePtr table;  ///< null in the empty state
  QString stem;
  QString searched;  ///< what it was searched for; mostly empty
  /// It shows the other period of a comparison, too.
  [[nodiscard]] bool compared() const { return table && table->name().ends_with(kComparedEnding); }
};

/// A name of letters, digits and `.+-_` from parts that may hold anything; empty parts are left
/// out.
[[nodiscard]] QString file_stem(const QStringList& parts);

}  // namespace footfall
