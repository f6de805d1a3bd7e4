#include "ui/connect/recent_names.h"

#include <QCoreApplication>

#include "ui/connect/query_words.h"
#include "ui/connect/saved_connections.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct RecentNames {
  Q_DECLARE_TR_FUNCTIONS(footfall::RecentNames)
};

QString columns_words(const DatabaseSource& table) {
  QStringList columns;
  for (const auto& [role, column] : table.columns)
    columns << RecentNames::tr("%1 from %2").arg(to_text(role), visible_text(column));
  return columns.isEmpty() ? RecentNames::tr("columns found by name") : columns.join(", ");
}

QString condition_words(const DatabaseSource& table) {
  return table.where.empty() ? RecentNames::tr("all rows") : visible_text(table.where);
}

QString server_words(const DatabaseSource& table) {
  return visible_text(table.settings.visitor()) + '/' + visible_text(table.settings.database);
}

QString place_words(const DatabaseSource& table) {
  const QString name = visible_text(connection_name(table.settings));
  return name.isEmpty() ? server_words(table) : name;
}

// Encryption and patience.
QString settings_words(const DatabaseSource& table) {
  const QString url = to_text(connection_url(table.settings));
  return visible_text(url.mid(url.indexOf('?') + 1).replace('&', ", "));
}

// Adds a word where names are alike and the word tells some of them apart.
template <class Words>
void tell_apart(QStringList& names, const std::vector<DatabaseSource>& tables, Words words) {
  const QStringList before = names;
  for (qsizetype i = 0; i < names.size(); ++i) {
    const QString own = words(tables[static_cast<std::size_t>(i)]);
    for (qsizetype other = 0; other < before.size(); ++other) {
      if (before[other] != before[i] || words(tables[static_cast<std::size_t>(other)]) == own)
        continue;
      names[i] += QStringLiteral(" · ") + own;
      break;
    }
  }
}

}  // namespace

QStringList recent_table_names(const std::vector<DatabaseSource>& tables) {
  QStringList names;
  for (const DatabaseSource& table : tables)
    names << RecentNames::tr("%1 · %2 · %3")
                 .arg(table.table.query.empty() ? visible_text(table_text(table.table))
                                                : query_name(table),
                      page_name(table.kind), place_words(table));
  tell_apart(names, tables, server_words);
  tell_apart(names, tables, query_line);
  tell_apart(names, tables, condition_words);
  tell_apart(names, tables, columns_words);
  tell_apart(names, tables, settings_words);
  return names;
}

}  // namespace footfall
