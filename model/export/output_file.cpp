#include "model/export/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace footfall {

Error write_error(const std::string& path, int error_number) {
  const auto error = [&](ErrorKind kind) {
    return Error{kind, path, std::generic_category().message(error_number), {}};
  };
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return error(ErrorKind::disk_full);
    case EPIPE:
      return error(ErrorKind::broken_pipe);
    case EACCES:
    case EPERM:
      return error(ErrorKind::no_permission);
    case EISDIR:
      return error(ErrorKind::is_directory);
    default:
      return error(ErrorKind::write_failed);
  }
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      owned_(other.owned_) {}

OutputFile::~OutputFile() {
  if (owned_ && descriptor_ >= 0) ::close(descriptor_);
}

Status OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return write_error(path_, errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return Done{};
}

Status OutputFile::close() {
  const int descriptor = std::exchange(descriptor_, -1);
  if (owned_ && descriptor >= 0 && ::close(descriptor) != 0) return write_error(path_, errno);
  return Done{};
}

}  // namespace footfall
