#include "model/sql/postgres_tls.h"

#include <unistd.h>

#include <cstdlib>

namespace footfall {

const char* ssl_mode(TlsMode mode) {
  switch (mode) {
    case TlsMode::off:
      return "disable";
    case TlsMode::prefer:
      return "prefer";
    case TlsMode::require:
      return "require";
    case TlsMode::verify:
      return "verify-full";
  }
  return "prefer";
}

std::string trusted_authorities(const ConnectionSettings& settings) {
  constexpr const char* kSystem = "/etc/ssl/certs/ca-certificates.crt";
  if (!settings.authorities.empty() || settings.tls != TlsMode::verify) return settings.authorities;
  const char* const home = std::getenv("HOME");
  const auto is_file = [](const std::string& path) { return ::access(path.c_str(), R_OK) == 0; };
  const bool has_own = std::getenv("PGSSLROOTCERT") != nullptr ||
                       (home != nullptr && is_file(std::string(home) + "/.postgresql/root.crt"));
  return has_own || !is_file(kSystem) ? std::string() : kSystem;
}

}  // namespace footfall
