#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace footfall {

/// A file that was read, as it stood when it was opened: what tells later whether it is still that.
struct ReadFile {
  enum class Kind : std::uint8_t {
    regular,
    stream,    ///< standard input, a pipe or a device: cannot be read again
    followed,  ///< read while others write it
  };
  std::string path;   ///< of an archive or a packed file its own
  std::string given;  ///< the path that it was given by: itself, or a folder above it
  Kind kind = Kind::regular;
  std::uint64_t bytes = 0;   ///< of regular files, as they lie there
  std::int64_t changed = 0;  ///< nanoseconds since 1970: when the contents were last written
  std::int64_t touched = 0;  ///< the same: when anything of it was
};

/// Where the sources of a load came from.
struct SourceOrigins {
  struct Input {
    std::size_t file = 0;  ///< of `files`
    std::string basis;     ///< plan_basis_json()
  };
  std::vector<ReadFile> files;  ///< in the order read
  std::vector<Input> inputs;    ///< one for each of LoadReport::sources that was opened
};
using SourceOriginsPtr = std::shared_ptr<const SourceOrigins>;

}  // namespace footfall
