#include "model/input/followed_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace footfall {
namespace {

Result<std::size_t> read_at(const std::string& path, int descriptor, char* buffer,
                            std::size_t capacity, std::uint64_t offset) {
  for (;;) {
    const ssize_t got = ::pread(descriptor, buffer, capacity, static_cast<off_t>(offset));
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return Error{ErrorKind::read_failed, path, std::strerror(errno), {}};
  }
}

}  // namespace

FileId id_of(const struct stat& status) { return {status.st_dev, status.st_ino}; }

class FollowedFile::Source final : public ByteSource {
 public:
  explicit Source(FollowedFile& file) : file_(file) {}

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    const std::uint64_t at = file_.mark_.bytes;
    if (file_.limit_)
      capacity = static_cast<std::size_t>(
          std::min<std::uint64_t>(capacity, *file_.limit_ - std::min(*file_.limit_, at)));
    if (capacity == 0) return std::size_t{0};
    Result<std::size_t> got = read_at(file_.path_, *file_.descriptor_, buffer, capacity, at);
    if (!got || *got == 0) return got;
    // What stands in front was there when these bytes were read: else they belong to others.
    const std::string& tail = file_.mark_.tail;
    if (file_.bytes_at(at - tail.size(), tail.size()) != tail) return std::size_t{0};
    file_.mark_.append({buffer, *got});
    return got;
  }
  bool may_grow() const override { return !file_.end_closed_; }
  std::uint64_t position() const override { return file_.mark_.bytes; }
  std::optional<std::uint64_t> length() const override { return file_.size(); }

 private:
  FollowedFile& file_;
};

class FollowedFile::FrontSource final : public ByteSource {
 public:
  FrontSource(std::string path, std::shared_ptr<const int> descriptor, std::uint64_t bytes)
      : path_(std::move(path)), descriptor_(std::move(descriptor)), bytes_(bytes) {}

  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    capacity = static_cast<std::size_t>(std::min<std::uint64_t>(capacity, bytes_ - position_));
    if (capacity == 0) return std::size_t{0};
    Result<std::size_t> got = read_at(path_, *descriptor_, buffer, capacity, position_);
    if (got) position_ += *got;
    return got;
  }
  std::uint64_t position() const override { return position_; }
  std::optional<std::uint64_t> length() const override { return bytes_; }

 private:
  std::string path_;
  std::shared_ptr<const int> descriptor_;
  std::uint64_t bytes_;
  std::uint64_t position_ = 0;
};

Result<std::shared_ptr<FollowedFile>> FollowedFile::open(const std::string& path) {
  struct stat status {};
  // A pipe that nobody writes to would keep open() waiting.
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode))
    return std::shared_ptr<FollowedFile>();
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    // What cannot be opened is named by those who open it for good.
    const int code = errno;
    Result<ByteSourcePtr> again = open_file(path);
    if (!again) return again.error();
    return Error{ErrorKind::read_failed, path, std::strerror(code), {}};
  }
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return std::shared_ptr<FollowedFile>();
  }
  ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  return std::shared_ptr<FollowedFile>(new FollowedFile(path, descriptor, id_of(status)));
}

FollowedFile::FollowedFile(std::string path, int descriptor, FileId id)
    : path_(std::move(path)),
      descriptor_(new int(descriptor),
                  [](const int* number) {
                    ::close(*number);
                    delete number;
                  }),
      id_(id) {}

FollowedFile::~FollowedFile() = default;

std::uint64_t FollowedFile::size() const {
  struct stat status {};
  if (!descriptor_ || ::fstat(*descriptor_, &status) != 0 || status.st_size < 0) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

bool FollowedFile::nameless() const {
  struct stat status {};
  return !descriptor_ || (::fstat(*descriptor_, &status) == 0 && status.st_nlink == 0);
}

std::string FollowedFile::bytes_at(std::uint64_t offset, std::size_t size) const {
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const Result<std::size_t> got =
        read_at(path_, *descriptor_, bytes.data() + filled, size - filled, offset + filled);
    if (!got || *got == 0) break;
    filled += *got;
  }
  bytes.resize(filled);
  return bytes;
}

FoundFile FollowedFile::found(const ReadMark& mark) const {
  return {size(), bytes_at(0, mark.head.size()),
          bytes_at(mark.bytes - mark.tail.size(), mark.tail.size())};
}

Growth FollowedFile::growth() const { return growth_of(mark_, found(mark_)); }

std::string FollowedFile::front(std::size_t most) const { return bytes_at(0, most); }

ByteSourcePtr FollowedFile::source() {
  mark_ = {};
  return std::make_unique<Source>(*this);
}

bool FollowedFile::go_on_in(FollowedFile& copy) {
  const Growth growth = growth_of(mark_, copy.found(mark_));
  if (growth != Growth::none && growth != Growth::more) return false;
  descriptor_ = copy.descriptor_;
  id_ = copy.id_;
  return true;
}

ByteSourcePtr FollowedFile::copy_of_front(std::uint64_t bytes) const {
  return std::make_unique<FrontSource>(path_, descriptor_, bytes);
}

}  // namespace footfall
