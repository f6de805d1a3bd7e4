#pragma once

#include <cstdint>
#include <ctime>
#include <optional>
#include <string>

#include "model/core/error.h"

struct stat;

namespace footfall {

/// What a regular file was at one moment, to tell later whether it is still the same.
struct FileStamp {
  std::uint64_t bytes = 0;
  std::timespec changed{};  ///< when its contents were last written
  std::timespec touched{};  ///< when they, its name or its rights were: no program can set it back
};

/// Since 1970.
constexpr std::int64_t nanoseconds(const std::timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// No value for pipes, devices and what is not there.
[[nodiscard]] std::optional<FileStamp> stamp_of(const struct stat& status);
[[nodiscard]] std::optional<FileStamp> stamp_of_path(const std::string& path);

/// ErrorKind::input_changed where `now` is shorter than `before`, or as long and written to since;
/// a file that has grown has not changed in what was there.
[[nodiscard]] Status check_unchanged(const std::string& path, const FileStamp& before,
                                     const FileStamp& now);

}  // namespace footfall
