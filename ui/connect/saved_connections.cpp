#include "ui/connect/saved_connections.h"

#include <QJsonDocument>
#include <QSettings>
#include <QStringList>
#include <algorithm>

#include "ui/frame/interval_menu.h"

namespace footfall {
namespace {

constexpr char kConnectionsKey[] = "databases/connections";
constexpr char kTablesKey[] = "recent/tables";
constexpr qsizetype kKept = 10;

void put_first(const char* key, const QString& entry) {
  QStringList list = QSettings().value(key).toStringList();
  list.removeAll(entry);
  list.prepend(entry);
  QSettings().setValue(key, list.mid(0, kKept));
}

QString url_of(const ConnectionSettings& settings) {
  return QString::fromStdString(connection_url(settings));
}

// A URL, and as JSON where it has a name.
std::optional<SavedConnection> read_connection(const QString& entry) {
  const QJsonObject named = QJsonDocument::fromJson(entry.toUtf8()).object();
  const QString url = named.isEmpty() ? entry : named["url"].toString();
  const auto settings = parse_connection_url(url.toStdString());
  if (!settings) return std::nullopt;
  return SavedConnection{*settings, named["name"].toString()};
}

}  // namespace

QJsonObject as_json(const DatabaseSource& source) {
  QJsonObject columns;
  for (const auto& [role, column] : source.columns)
    columns[QString::fromStdString(role)] = QString::fromStdString(column);
  QJsonObject entry = {{"report", QString::fromLatin1(command_name(source.kind).data())},
                       {"url", QString::fromStdString(database_url(source))},
                       {"columns", columns}};
  if (source.fetched) entry["fetched"] = true;
  if (source.ask_every.count() > 0)
    entry["ask_every"] = static_cast<qint64>(source.ask_every.count());
  return entry;
}

std::optional<DatabaseSource> table_from_json(const QJsonObject& entry) {
  const auto url = parse_database_url(entry["url"].toString().toStdString());
  const std::string report = entry["report"].toString().toStdString();
  const auto kind = std::find_if(kAllReports.begin(), kAllReports.end(),
                                 [&](ReportKind each) { return command_name(each) == report; });
  if (!url || kind == kAllReports.end()) return std::nullopt;
  DatabaseSource source{url->settings, url->table, *kind, {}, url->where};
  const QJsonObject columns = entry["columns"].toObject();
  for (auto column = columns.begin(); column != columns.end(); ++column)
    source.columns.emplace_back(column.key().toStdString(),
                                column.value().toString().toStdString());
  source.fetched = entry["fetched"].toBool();
  source.ask_every = known_interval(std::chrono::seconds(entry["ask_every"].toInteger()));
  return source;
}

std::vector<SavedConnection> saved_connections() {
  std::vector<SavedConnection> connections;
  for (const QString& entry : QSettings().value(kConnectionsKey).toStringList())
    if (auto saved = read_connection(entry)) connections.push_back(std::move(*saved));
  return connections;
}

void save_connection(const ConnectionSettings& settings, const QString& name) {
  forget_connection(settings);
  const QString url = url_of(settings);
  const QJsonObject named = {{"name", name}, {"url", url}};
  put_first(kConnectionsKey,
            name.isEmpty()
                ? url
                : QString::fromUtf8(QJsonDocument(named).toJson(QJsonDocument::Compact)));
}

void forget_connection(const ConnectionSettings& settings) {
  QStringList list = QSettings().value(kConnectionsKey).toStringList();
  const QString url = url_of(settings);
  list.removeIf([&](const QString& entry) {
    const auto saved = read_connection(entry);
    return saved && url_of(saved->settings) == url;
  });
  QSettings().setValue(kConnectionsKey, list);
}

QString connection_name(const ConnectionSettings& settings) {
  for (const SavedConnection& saved : saved_connections())
    if (url_of(saved.settings) == url_of(settings)) return saved.name;
  return {};
}

std::vector<DatabaseSource> recent_tables() {
  std::vector<DatabaseSource> tables;
  for (const QString& entry : QSettings().value(kTablesKey).toStringList())
    if (auto source = table_from_json(QJsonDocument::fromJson(entry.toUtf8()).object()))
      tables.push_back(std::move(*source));
  return tables;
}

void remember_table(const DatabaseSource& table) {
  DatabaseSource source = table;
  source.ask_every = {};  // an affair of what is open
  put_first(kTablesKey,
            QString::fromUtf8(QJsonDocument(as_json(source)).toJson(QJsonDocument::Compact)));
}

void forget_recent_tables() { QSettings().remove(kTablesKey); }

}  // namespace footfall
