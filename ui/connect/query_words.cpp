#include "ui/connect/query_words.h"

#include <QStringList>

#include "ui/connect/sql_layout.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr qsizetype kShownOfQuery = 48;  // characters
constexpr qsizetype kLinesOfQuery = 24;

bool is_from(const QString& word) {
  return word.compare(QLatin1String("from"), Qt::CaseInsensitive) == 0;
}

/// A query with blanks and comments as one blank each, and where its tables begin: at the FROM that
/// stands in no bracket.
struct OneLine {
  QString text;
  qsizetype tables = 0;
};

OneLine one_line(const QString& query, SqlEngine engine) {
  OneLine line;
  int depth = 0;
  for (qsizetype at = 0; at < query.size();) {
    const QChar c = query[at];
    qsizetype end = at + 1;
    const auto in_word = [&] { return query[end].isLetterOrNumber() || query[end] == '_'; };
    bool blank = c.isSpace();
    if (c == '\'' || c == '"' || c == '`') {
      end = end_of_quoted(query, at, engine);
    } else if (query.mid(at, 2) == QLatin1String("--")) {
      blank = true;
      while (end < query.size() && query[end] != '\n') ++end;
    } else if (c.isLetterOrNumber() || c == '_') {
      while (end < query.size() && in_word()) ++end;
      if (line.tables == 0 && depth == 0 && is_from(query.mid(at, end - at)))
        line.tables = line.text.size();
    } else {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    if (!blank)
      line.text += query.mid(at, end - at);
    else if (!line.text.isEmpty() && !line.text.endsWith(' '))
      line.text += ' ';
    at = end;
  }
  return line;
}

}  // namespace

QString query_name(const DatabaseSource& source) {
  const OneLine line = one_line(to_text(source.table.query), source.settings.engine);
  const QString shown = line.text.mid(line.tables).trimmed();
  const QString front = line.tables > 0 ? QStringLiteral("SELECT … ") : QString();
  return front + visible_text(shown.size() > kShownOfQuery
                                  ? shown.left(kShownOfQuery).trimmed() + QChar(0x2026)
                                  : shown);
}

QString query_line(const DatabaseSource& source) {
  const QString query = to_text(source.table.query);
  return visible_text(one_line(query, source.settings.engine).text.trimmed());
}

QString query_lines(const DatabaseSource& source) {
  QStringList lines = to_text(source.table.query).split('\n');
  if (lines.size() > kLinesOfQuery) {
    lines = lines.mid(0, kLinesOfQuery);
    lines << QString(QChar(0x2026));
  }
  return visible_text(connection_url(source.settings)) + '\n' + visible_lines(lines.join('\n'));
}

}  // namespace footfall
