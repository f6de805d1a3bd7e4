#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "model/input/byte_source.h"
#include "model/input/file_stamp.h"

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
    case ENOMEM:
      return {ErrorKind::out_of_memory, path, {}, {}};
    default:
      return {ErrorKind::read_failed, path, std::strerror(code), {}};
  }
}

class FileSource final : public ByteSource {
 public:
  FileSource(std::string path, int descriptor, bool owned, std::optional<FileStamp> stamp)
      : path_(std::move(path)), descriptor_(descriptor), owned_(owned), stamp_(stamp) {
    // Standard input may have been read by others before.
    const off_t begin = stamp_ ? ::lseek(descriptor_, 0, SEEK_CUR) : 0;
    begin_ = begin > 0 ? static_cast<std::uint64_t>(begin) : 0;
  }
  ~FileSource() override {
    if (owned_) ::close(descriptor_);
  }

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, buffer, capacity);
      if (got == 0 && capacity > 0) {
        if (Status same = check_unchanged(); !same) return same.error();
      }
      if (got >= 0) {
        position_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno != EINTR) return system_error(path_, errno);
    }
  }
  Status check_unchanged() const override {
    if (!stamp_) return Done{};
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) return system_error(path_, errno);
    const std::optional<FileStamp> now = stamp_of(status);
    // Files of /proc have no length whatever is in them.
    if (!now || (now->bytes == 0 && stamp_->bytes == 0)) return Done{};
    FileStamp before = *stamp_;
    before.bytes = std::max(before.bytes, begin_ + position_);
    // As long as what was read, but longer than at first: it grew, and was written to for that.
    if (before.bytes > stamp_->bytes && now->bytes == before.bytes) return Done{};
    return footfall::check_unchanged(path_, before, *now);
  }
  std::uint64_t position() const override { return position_; }
  std::optional<std::uint64_t> length() const override {
    return stamp_ ? std::optional(stamp_->bytes) : std::nullopt;
  }

 private:
  std::string path_;
  int descriptor_;
  bool owned_;
  std::optional<FileStamp> stamp_;  // when it was opened; only of regular files
  std::uint64_t begin_ = 0;
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
  const std::optional<FileStamp> stamp = stamp_of(status);
  if (stamp) ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  return ByteSourcePtr(std::make_unique<FileSource>(path, descriptor, !standard_input, stamp));
}

}  // namespace footfall
