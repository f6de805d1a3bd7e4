#include "ui/pages/front_table.h"

#include <algorithm>

namespace footfall {
namespace {

constexpr qsizetype kLongestPart = 60;

}  // namespace

QString file_stem(const QStringList& parts) {
  QStringList names;
  for (const QString& part : parts) {
    QString name;
    for (const QChar c : part.left(kLongestPart)) {
      const bool fits = c.isLetterOrNumber() || QStringLiteral(".+-_").contains(c);
      if (fits)
        name += c;
      else if (!name.isEmpty() && !name.endsWith(QLatin1Char('_')))
        name += QLatin1Char('_');
    }
    // A name that begins with a point hides the file.
    while (name.startsWith(QLatin1Char('.'))) name.remove(0, 1);
    while (name.endsWith(QLatin1Char('_'))) name.chop(1);
    if (!name.isEmpty()) names += name;
  }
  return names.join(QLatin1Char('_'));
}

}  // namespace footfall
