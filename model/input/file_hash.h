#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace footfall {

/// Why there is no hash of a file.
enum class HashGap : std::uint8_t { none, gone, unreadable, changed };

/// A regular file as it was: its size, and when its contents, or anything of it, were last changed,
/// in nanoseconds since 1970.
struct FileIdentity {
  std::uint64_t bytes = 0;
  std::int64_t changed = 0;
  std::int64_t touched = 0;
};

struct FileHash {
  std::string sha256;  ///< 64 hexadecimal digits; empty where `gap` says why
  HashGap gap = HashGap::none;
  std::string fault = {};  ///< unreadable: text of the system
};

/// Reads a file as it lies there, packed or not, and hashes it. Only the file that was
/// `before` has a hash: `changed` where its size or a time is another before or behind the reading.
/// `on_bytes` is told of each piece that was read. Throws Stopped when a stop is requested.
[[nodiscard]] FileHash hash_file(const std::string& path, const FileIdentity& before,
                                 const std::function<void(std::uint64_t bytes)>& on_bytes,
                                 const std::stop_token& stop);

}  // namespace footfall
