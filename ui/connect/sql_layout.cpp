#include "ui/connect/sql_layout.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

#include "ui/words.h"

namespace footfall {
namespace {

struct SqlLayout {
  Q_DECLARE_TR_FUNCTIONS(footfall::SqlLayout)
};

QString heading(SqlPurpose purpose) {
  switch (purpose) {
    case SqlPurpose::zones:
      return SqlLayout::tr("First: which changes of the clocks matter");
    case SqlPurpose::counts:
      return SqlLayout::tr("The check of every row: how many count, and why others do not");
    case SqlPurpose::visitor_cells:
      return SqlLayout::tr("The report: visitors of each hour and page");
    case SqlPurpose::visitor_totals:
      return SqlLayout::tr("The report: visitors of each hour");
    case SqlPurpose::all_visitors:
      return SqlLayout::tr("The report: visitors over everything");
    case SqlPurpose::customer_days:
      return SqlLayout::tr("The report: days of each customer");
    case SqlPurpose::top_types:
      return SqlLayout::tr("The report: commonest type of each customer's events");
    case SqlPurpose::conflicts:
      return SqlLayout::tr("A check: different events that share their id");
    case SqlPurpose::campaigns:
      return SqlLayout::tr("The report: campaigns");
    case SqlPurpose::all_campaigns:
      return SqlLayout::tr("A check, where total lines come through the filter: all campaigns");
    case SqlPurpose::users:
      return SqlLayout::tr("The report: users");
    case SqlPurpose::request_hours:
      return SqlLayout::tr("The report: requests of each hour");
    case SqlPurpose::request_pages:
      return SqlLayout::tr("The report: requests of each page");
    case SqlPurpose::rejected_rows:
      return SqlLayout::tr("A check, where rows are rejected: examples of them");
    case SqlPurpose::role_values:
      return SqlLayout::tr("What the report needs of each row");
  }
  return {};
}

bool is_check(SqlPurpose purpose) {
  return purpose == SqlPurpose::zones || purpose == SqlPurpose::counts ||
         purpose == SqlPurpose::conflicts || purpose == SqlPurpose::all_campaigns ||
         purpose == SqlPurpose::rejected_rows;
}

constexpr std::array kClauses = {"SELECT",   "FROM",   "PREWHERE", "WHERE", "GROUP BY",
                                 "ORDER BY", "HAVING", "LIMIT",    "WITH",  "DISTINCT ON"};
constexpr qsizetype kIndent = 2;

bool is_word(QChar c) { return c.isLetterOrNumber() || c == '_'; }

}  // namespace

qsizetype end_of_quoted(const QString& text, qsizetype at, SqlEngine engine) {
  const QChar quote = text[at];
  for (qsizetype i = at + 1; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && kSqlEngineTable[engine].backslash;
    const bool doubled = text[i] == quote && i + 1 < text.size() && text[i + 1] == quote;
    if (escape || doubled)
      ++i;
    else if (text[i] == quote)
      return i + 1;
  }
  return text.size();
}

QString laid_out(const QString& text, SqlEngine engine) {
  struct Level {
    bool select;  // its brackets hold a statement
    qsizetype indent;
  };
  std::vector<Level> levels = {{true, 0}};
  QString out;
  const auto new_line = [&](qsizetype indent) {
    while (out.endsWith(' ') || out.endsWith('\n')) out.chop(1);
    if (!out.isEmpty()) out += '\n' + QString(indent, ' ');
  };
  for (qsizetype at = 0; at < text.size();) {
    const QChar c = text[at];
    if (c == '\'' || c == '"' || c == '`') {
      const qsizetype end = end_of_quoted(text, at, engine);
      out += text.mid(at, end - at);
      at = end;
      continue;
    }
    if (c.isSpace()) {
      if (!out.endsWith(' ') && !out.endsWith('\n') && !out.endsWith('(')) out += ' ';
      ++at;
      continue;
    }
    if (c == '(') {
      qsizetype next = at + 1;
      while (next < text.size() && text[next].isSpace()) ++next;
      const bool select = QStringView(text).mid(next).startsWith(QLatin1String("SELECT")) ||
                          QStringView(text).mid(next).startsWith(QLatin1String("WITH"));
      levels.push_back({select, levels.back().indent + (select ? kIndent : 0)});
      out += c;
      at = select ? next : at + 1;
      continue;
    }
    if (c == ')' && levels.size() > 1) {
      const bool select = levels.back().select;
      levels.pop_back();
      if (select) new_line(levels.back().indent);
      out += c;
      ++at;
      continue;
    }
    if (c == ',' && levels.back().select) {
      out += c;
      new_line(levels.back().indent + 2 * kIndent);
      ++at;
      continue;
    }
    if (!is_word(c)) {
      out += c;
      ++at;
      continue;
    }
    qsizetype end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    if (levels.back().select) {
      const QStringView rest = QStringView(text).mid(at);
      for (const char* const clause : kClauses) {
        const QLatin1String name(clause);
        if (!rest.startsWith(name) || (rest.size() > name.size() && is_word(rest[name.size()])))
          continue;
        if (name != QLatin1String("DISTINCT ON")) new_line(levels.back().indent);
        end = at + name.size();
        break;
      }
      if (rest.startsWith(QLatin1String("WHEN ")) || rest.startsWith(QLatin1String("ELSE ")))
        new_line(levels.back().indent + 3 * kIndent);
    }
    out += text.mid(at, end - at);
    at = end;
  }
  return out;
}

QString sql_layout(const std::vector<ExplainedStatement>& statements, SqlEngine engine) {
  QStringList parts;
  for (const bool checks : {false, true})
    for (const ExplainedStatement& statement : statements)
      if (is_check(statement.purpose) == checks)
        parts << "-- " + heading(statement.purpose) + '\n' +
                     laid_out(to_text(statement.text), engine) + ';';
  return parts.join("\n\n");
}

}  // namespace footfall
