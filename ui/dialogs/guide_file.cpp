#include "ui/dialogs/guide_file.h"

#include <QFile>
#include <QRegularExpression>
#include <algorithm>
#include <utility>

namespace footfall {

// As QTranslator looks for the words of the window, so that both are in one language.
QString guide_file(const QString& folder, const QStringList& languages) {
  const QString english = folder + "/user-guide.md";
  for (QString language : languages) {
    language.replace('-', '_');
    while (!language.isEmpty()) {
      if (language == "en") return english;
      const QString file = folder + "/user-guide." + language + ".md";
      if (QFile::exists(file)) return file;
      language.truncate(std::max<qsizetype>(0, language.lastIndexOf('_')));
    }
  }
  return english;
}

Guide parse_guide(const QString& text) {
  static const QRegularExpression anchor("^<!-- anchor: ([a-z-]+) -->$");
  static const QRegularExpression heading("^#{1,6} ");
  Guide guide;
  QString pending;
  QStringList lines;
  bool in_code = false;
  for (const QString& line : text.split('\n')) {
    if (line.trimmed().startsWith("```")) in_code = !in_code;
    if (!in_code) {
      if (const auto match = anchor.match(line); match.hasMatch()) {
        pending = match.captured(1);
        continue;
      }
      if (heading.match(line).hasMatch()) guide.anchors << std::exchange(pending, {});
    }
    lines << line;
  }
  guide.markdown = lines.join('\n');
  return guide;
}

std::optional<Guide> read_guide(const QString& file) {
  QFile guide(file);
  if (!guide.open(QIODevice::ReadOnly)) return std::nullopt;
  return parse_guide(QString::fromUtf8(guide.readAll()));
}

}  // namespace footfall
