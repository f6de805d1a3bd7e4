#pragma once

#include <string>

#include "model/sql/connection_settings.h"

namespace footfall {

/// libpq's word for the mode (its parameter sslmode).
[[nodiscard]] const char* ssl_mode(TlsMode mode);

/// The file for libpq's parameter sslrootcert; empty: libpq looks in its own places, for it knows
/// no authorities of the system by itself.
[[nodiscard]] std::string trusted_authorities(const ConnectionSettings& settings);

}  // namespace footfall
