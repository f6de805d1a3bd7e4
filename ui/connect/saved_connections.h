#pragma once

#include <QJsonObject>
#include <optional>
#include <vector>

#include "model/session/database_source.h"

// What the settings keep of databases, newest first; never a password.
namespace footfall {

[[nodiscard]] std::vector<ConnectionSettings> saved_connections();
void save_connection(const ConnectionSettings& settings);
void forget_connection(const ConnectionSettings& settings);

/// A table as JSON, and back; nothing where it is no such text.
[[nodiscard]] QJsonObject as_json(const DatabaseSource& source);
[[nodiscard]] std::optional<DatabaseSource> table_from_json(const QJsonObject& entry);

[[nodiscard]] std::vector<DatabaseSource> recent_tables();
void remember_table(const DatabaseSource& source);
void forget_recent_tables();

}  // namespace footfall
