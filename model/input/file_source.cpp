#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "model/input/byte_source.h"

namespace footfall {
namespace {

Error system_error(const std::string& path, int code) {
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return {ErrorKind::not_found, path, {}, {}};
    case EACCES:
    case EPERM:
      return {ErrorKind::no_permission, path, {}, {}};
    case EISDIR:
      return {ErrorKind::is_directory, path, {}, {}};
    default:
      return {ErrorKind::read_failed, path, std::strerror(code), {}};
  }
}

class FileSource final : public ByteSource {
 public:
  FileSource(std::string path, int descriptor, bool owned, std::optional<std::uint64_t> length)
      : path_(std::move(path)), descriptor_(descriptor), owned_(owned), length_(length) {}
  ~FileSource() override {
    if (owned_) ::close(descriptor_);
  }

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, buffer, capacity);
      if (got >= 0) {
        position_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno != EINTR) return system_error(path_, errno);
    }
  }
  std::uint64_t position() const override { return position_; }
  std::optional<std::uint64_t> length() const override { return length_; }

 private:
  std::string path_;
  int descriptor_;
  bool owned_;
  std::optional<std::uint64_t> length_;
  std::uint64_t position_ = 0;
};

}  // namespace

Result<ByteSourcePtr> open_file(const std::string& path) {
  const bool standard_input = path == "-";
  const int descriptor = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error(path, errno);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) {
    const int code = errno;
    if (!standard_input) ::close(descriptor);
    return system_error(path, code);
  }
  if (S_ISDIR(status.st_mode)) {
    if (!standard_input) ::close(descriptor);
    return system_error(path, EISDIR);
  }
  std::optional<std::uint64_t> length;
  if (S_ISREG(status.st_mode)) {
    length = static_cast<std::uint64_t>(status.st_size);
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  }
  return ByteSourcePtr(std::make_unique<FileSource>(path, descriptor, !standard_input, length));
}

}  // namespace footfall
