#pragma once

#include <string_view>

// Addresses of clients as logs write them.
namespace footfall {

/// An IPv4 or IPv6 address, and nothing else.
[[nodiscard]] bool is_address(std::string_view text);
/// An address of a private network, of the machine itself or of a link; `unix:` is one too.
[[nodiscard]] bool is_private_address(std::string_view text);

/// A client without port and brackets: `203.0.113.5:49770`, `[2001:db8::1]:80`, `host:80`,
/// `::ffff:203.0.113.5:80`. What could be a group of an IPv6 address stays.
[[nodiscard]] std::string_view without_port(std::string_view client);
/// The same where a port is sure to stand behind the address: `2001:db8::1:80`.
[[nodiscard]] std::string_view without_sure_port(std::string_view client);

/// The leftmost of forwarded addresses, without port; empty where there is none.
[[nodiscard]] std::string_view first_forwarded(std::string_view list);

}  // namespace footfall
