#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace footfall {

/// A format of access logs as it stands in a server's configuration, in one of the two notations
/// that read_log_notation() knows, that of Apache or of nginx: a whole directive (`LogFormat "..."
/// combined`, `log_format main '...' '...';`, Tomcat's `pattern="..."`), and the notations of
/// Envoy, GoAccess, Gunicorn, HAProxy, morgan and Squid, and names of W3C columns. No value: it is
/// none of these, and may be one of the two as it stands.
[[nodiscard]] std::optional<std::string> as_known_notation(std::string_view text);

}  // namespace footfall
