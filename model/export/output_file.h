#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/core/error.h"

namespace footfall {

/// The Error for a failed system call on `path`.
[[nodiscard]] Error write_error(const std::string& path, int error_number);

/// What standard output is called in errors.
inline constexpr const char* kStandardOutput = "standard output";

/// An open file or stream that is written from front to back; every error is reported.
class OutputFile {
 public:
  /// `path` names it in errors. A descriptor that is not owned stays open.
  OutputFile(int descriptor, std::string path, bool owned)
      : descriptor_(descriptor), path_(std::move(path)), owned_(owned) {}
  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

  static OutputFile standard_output() { return OutputFile(1, kStandardOutput, false); }

  /// A path that leads to the open file, for libraries that open files themselves.
  [[nodiscard]] std::string system_path() const {
    return "/proc/self/fd/" + std::to_string(descriptor_);
  }

  /// Writes all bytes.
  [[nodiscard]] Status write(std::string_view bytes);
  /// Needed for success: some file systems tell of a full disk only here.
  [[nodiscard]] Status close();

 private:
  int descriptor_;
  std::string path_;
  bool owned_;
};

}  // namespace footfall
