#include "model/sql/authorities.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <string>
#include <system_error>

namespace footfall {
namespace {

// The words of a certificate's beginning.
bool begins_certificate(const std::string& line) {
  for (const char* const kind : {"CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE"})
    if (line.starts_with(std::string("-----BEGIN ") + kind + "-----")) return true;
  return false;
}

std::string fault_of(const std::string& file) {
  struct stat state {};
  if (::stat(file.c_str(), &state) != 0) return std::generic_category().message(errno);
  if (S_ISDIR(state.st_mode)) return "it is a folder";
  if (!S_ISREG(state.st_mode)) return "it is no file";
  std::ifstream lines(file);
  if (!lines) return std::generic_category().message(errno);
  for (std::string line; std::getline(lines, line);)
    if (begins_certificate(line)) return {};
  return "it holds no certificate";
}

// The environment decides in place of settings that name none.
std::string authorities_of(const ConnectionSettings& settings) {
  const char* const variable = kSqlEngineTable[settings.engine].authorities_variable;
  if (!settings.authorities.empty() || variable == nullptr || !settings.encrypted())
    return settings.authorities;
  const char* const file = std::getenv(variable);
  return file == nullptr ? std::string() : file;
}

}  // namespace

SqlStatus check_authorities(const ConnectionSettings& settings) {
  const bool may_encrypt = settings.encrypted() || (settings.tls == TlsMode::prefer &&
                                                    kSqlEngineTable[settings.engine].offers_tls);
  const std::string file = authorities_of(settings);
  if (!may_encrypt || file.empty()) return Done{};
  const std::string fault = fault_of(file);
  if (fault.empty()) return Done{};
  return SqlError{SqlErrorKind::tls, settings.place(),
                  "the trusted certificates in " + file + " cannot be read (" + fault + ")"};
}

}  // namespace footfall
