#pragma once

#include "model/sql/connection_settings.h"
#include "model/sql/sql_error.h"

namespace footfall {

/// The file of trusted certificates that a connection is to go by, where it may be encrypted, must
/// be one: PostgreSQL's library would go on without it, and check nothing. Errors: tls.
[[nodiscard]] SqlStatus check_authorities(const ConnectionSettings& settings);

}  // namespace footfall
