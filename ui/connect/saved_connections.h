#pragma once

#include <vector>

#include "model/session/database_source.h"

// What the settings keep of databases, newest first; never a password.
namespace footfall {

[[nodiscard]] std::vector<ConnectionSettings> saved_connections();
void save_connection(const ConnectionSettings& settings);
void forget_connection(const ConnectionSettings& settings);

[[nodiscard]] std::vector<DatabaseSource> recent_tables();
void remember_table(const DatabaseSource& source);
void forget_recent_tables();

}  // namespace footfall
