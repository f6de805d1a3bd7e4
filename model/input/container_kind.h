#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace footfall {

/// What a file may be wrapped in.
enum class ContainerKind : std::uint8_t { none, gzip, zlib, zstd, xz, bzip2, lz4, tar, zip };

/// A kind of file that holds no text, or none that events can be read from.
struct RefusedKind {
  std::string_view name;    ///< in words: "a Parquet file"
  std::string_view remedy;  ///< the way to a readable file, in words
};

/// What the first bytes of a file say; its name says nothing.
struct SniffedKind {
  ContainerKind container = ContainerKind::none;
  const RefusedKind* refused = nullptr;  ///< null: it may hold events
};
/// Tar archives consist of blocks of so many bytes.
inline constexpr std::size_t kTarBlock = 512;
inline constexpr std::size_t kSniffBytes = kTarBlock;
[[nodiscard]] SniffedKind sniff_kind(std::string_view first_bytes);

/// "gzip", "tar", ...: as it is called in messages and plans.
[[nodiscard]] std::string_view container_name(ContainerKind kind);

/// Kinds that are known only by what an archive holds, by the path of one of its members: documents
/// of Office programs. Null where it is none of them.
[[nodiscard]] const RefusedKind* refused_by_member(std::string_view member);

}  // namespace footfall
