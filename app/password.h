#pragma once

#include <optional>
#include <string>

#include "model/sql/connection_settings.h"

namespace footfall {

/// The password that the environment has for a database: FOOTFALL_PASSWORD, else none.
/// (PostgreSQL's library looks at PGPASSWORD and .pgpass by itself.)
[[nodiscard]] std::string password_of_environment();

/// True where none of those ways gave a password, and a person can be asked.
[[nodiscard]] bool can_ask_for_password(const ConnectionSettings& settings);

/// Asks on the terminal, without echo; nothing where that fails.
[[nodiscard]] std::optional<std::string> ask_for_password(const ConnectionSettings& settings);

/// Gives the terminal its echo back; from any thread, at any time.
void restore_terminal();

}  // namespace footfall
