#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "model/input/byte_source.h"
#include "model/input/file_stamp.h"
#include "model/input/stretch.h"

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

// `read` is a system call that gives a length or -1; it is made again where a signal came first.
template <class ReadOnce>
Result<std::size_t> read_once(const std::string& path, ReadOnce read) {
  for (;;) {
    const ssize_t got = read();
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return system_error(path, errno);
  }
}

// An Error where what is open is not as it was when `stamp` was taken; `read` bytes of it were
// read.
Status check_stamp(const std::string& path, int descriptor, const FileStamp& stamp,
                   std::uint64_t read) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return system_error(path, errno);
  const std::optional<FileStamp> now = stamp_of(status);
  // Files of /proc have no length whatever is in them.
  if (!now || (now->bytes == 0 && stamp.bytes == 0)) return Done{};
  FileStamp before = stamp;
  before.bytes = std::max(before.bytes, read);
  // As long as what was read, but longer than at first: it grew, and was written to for that.
  if (before.bytes > stamp.bytes && now->bytes == before.bytes) return Done{};
  return check_unchanged(path, before, *now);
}

// Standard input, pipes, devices, and files that do not know their length: read one after the
// other.
class StreamSource final : public ByteSource {
 public:
  StreamSource(std::string path, int descriptor, bool owned, std::optional<FileStamp> stamp)
      : path_(std::move(path)), descriptor_(descriptor), owned_(owned), stamp_(stamp) {
    // Standard input may have been read by others before.
    const off_t begin = stamp_ ? ::lseek(descriptor_, 0, SEEK_CUR) : 0;
    begin_ = begin > 0 ? static_cast<std::uint64_t>(begin) : 0;
  }
  ~StreamSource() override {
    if (owned_) ::close(descriptor_);
  }

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    const Result<std::size_t> got =
        read_once(path_, [&] { return ::read(descriptor_, buffer, capacity); });
    if (!got) return got;
    if (*got == 0 && capacity > 0) {
      if (Status same = check_unchanged(); !same) return same.error();
    }
    position_ += *got;
    return got;
  }
  Status check_unchanged() const override {
    if (!stamp_) return Done{};
    return check_stamp(path_, descriptor_, *stamp_, begin_ + position_);
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

// A regular file, which can be read at any place.
class FileSource final : public ByteSource {
 public:
  FileSource(std::string path, int descriptor, FileStamp stamp)
      : path_(std::move(path)),
        file_(std::make_shared<const OpenFile>(path_, descriptor)),
        stamp_(stamp) {}

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    const Result<std::size_t> got = file_->read(buffer, capacity, position_);
    if (!got) return got;
    if (*got == 0 && capacity > 0) {
      if (Status same = check_unchanged(); !same) return same.error();
    }
    position_ += *got;
    return got;
  }
  Status check_unchanged() const override {
    return check_stamp(path_, file_->descriptor(), stamp_, position_);
  }
  std::optional<Stretch> set_aside(std::size_t bytes) override {
    // What has come since it was opened, or goes, is met by read().
    if (position_ + bytes > stamp_.bytes) return std::nullopt;
    Stretch stretch{file_, position_, bytes};
    position_ += bytes;
    return stretch;
  }
  void go_on_behind(const ReadStretch& read) override { position_ = read.stretch.begin + read.got; }
  std::uint64_t position() const override { return position_; }
  std::optional<std::uint64_t> length() const override { return stamp_.bytes; }

 private:
  std::string path_;
  std::shared_ptr<const OpenFile> file_;
  FileStamp stamp_;  // when it was opened
  std::uint64_t position_ = 0;
};

}  // namespace

OpenFile::~OpenFile() { ::close(descriptor_); }

Result<std::size_t> OpenFile::read(char* buffer, std::size_t bytes, std::uint64_t offset) const {
  return read_once(path_,
                   [&] { return ::pread(descriptor_, buffer, bytes, static_cast<off_t>(offset)); });
}

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
  if (stamp && stamp->bytes > 0 && !standard_input)
    return ByteSourcePtr(std::make_unique<FileSource>(path, descriptor, *stamp));
  return ByteSourcePtr(std::make_unique<StreamSource>(path, descriptor, !standard_input, stamp));
}

}  // namespace footfall
