#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

#include "model/session/database_source.h"

// What the settings keep of databases, newest first; never a password.
namespace footfall {

struct SavedConnection {
  ConnectionSettings settings;
  QString name;  ///< that a person gave it; mostly empty
};
[[nodiscard]] std::vector<SavedConnection> saved_connections();
/// In place of the same one under another name.
void save_connection(const ConnectionSettings& settings, const QString& name = {});
void forget_connection(const ConnectionSettings& settings);

/// The name of a saved connection; empty where it is not saved or has none.
[[nodiscard]] QString connection_name(const ConnectionSettings& settings);

/// A table as JSON, and back; nothing where it is no such text.
[[nodiscard]] QJsonObject as_json(const DatabaseSource& source);
[[nodiscard]] std::optional<DatabaseSource> table_from_json(const QJsonObject& entry);

[[nodiscard]] std::vector<DatabaseSource> recent_tables();
void remember_table(const DatabaseSource& table);
void forget_recent_tables();

}  // namespace footfall
