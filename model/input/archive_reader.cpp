#include "model/input/archive_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "model/input/container_kind.h"
#include "model/input/file_stamp.h"
#include "model/input/libarchive.h"

namespace footfall {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{128} << 10;
constexpr std::size_t kFirstBlockBytes = std::size_t{4} << 10;  // behind a jump

}  // namespace

/// What the library reads from, by callbacks. Its own errors come out in place of the library's.
class ArchiveReader::Input {
 public:
  virtual ~Input() = default;
  /// The next block, which stays until the next call; empty at the end.
  [[nodiscard]] virtual Result<std::string_view> block() = 0;
  virtual std::int64_t seek(std::int64_t /*offset*/, int /*whence*/) { return ARCHIVE_FATAL; }
  [[nodiscard]] virtual std::uint64_t position() const = 0;
  [[nodiscard]] virtual std::optional<std::uint64_t> length() const = 0;
  [[nodiscard]] virtual Status check_unchanged() const = 0;
  /// Behind the last member: is that the archive's own end?
  [[nodiscard]] virtual bool ends_well() const { return true; }

  std::optional<Error> error;
};

namespace {

/// A tar from any source. It ends with a block of zeros; one that lacks it may have been cut.
template <class Base>
class TarInput final : public Base {
 public:
  explicit TarInput(ByteSourcePtr source) : source_(std::move(source)), buffer_(kBlockBytes) {}

  Result<std::string_view> block() override {
    const Result<std::size_t> got = source_->read(buffer_.data(), buffer_.size());
    if (!got) return got.error();
    const std::string_view text(buffer_.data(), *got);
    const std::size_t last = text.find_last_not_of('\0');
    zeros_ = last == std::string_view::npos ? zeros_ + text.size() : text.size() - last - 1;
    bytes_ += text.size();
    return text;
  }
  std::uint64_t position() const override { return source_->position(); }
  std::optional<std::uint64_t> length() const override { return source_->length(); }
  Status check_unchanged() const override { return source_->check_unchanged(); }
  bool ends_well() const override { return zeros_ >= kTarBlock && bytes_ % kTarBlock == 0; }

 private:
  ByteSourcePtr source_;
  std::vector<char> buffer_;
  std::uint64_t zeros_ = 0;  // at the end of what was read
  std::uint64_t bytes_ = 0;
};

/// A file in which the library jumps.
template <class Base>
class ZipInput final : public Base {
 public:
  ZipInput(std::string path, int descriptor, FileStamp stamp)
      : path_(std::move(path)), descriptor_(descriptor), stamp_(stamp), buffer_(kBlockBytes) {}
  ~ZipInput() override { ::close(descriptor_); }

  Result<std::string_view> block() override {
    for (;;) {
      const ssize_t got =
          ::pread(descriptor_, buffer_.data(), wanted_, static_cast<off_t>(offset_));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return Error{ErrorKind::read_failed, path_, std::strerror(errno), {}};
      offset_ += static_cast<std::uint64_t>(got);
      taken_ += static_cast<std::uint64_t>(got);
      wanted_ = std::min(wanted_ * 2, buffer_.size());
      return std::string_view(buffer_.data(), static_cast<std::size_t>(got));
    }
  }
  std::int64_t seek(std::int64_t offset, int whence) override {
    const auto base = whence == SEEK_SET   ? std::int64_t{0}
                      : whence == SEEK_CUR ? static_cast<std::int64_t>(offset_)
                                           : static_cast<std::int64_t>(stamp_.bytes);
    const std::int64_t wanted = std::max<std::int64_t>(base + offset, 0);
    if (static_cast<std::uint64_t>(wanted) != offset_) wanted_ = kFirstBlockBytes;
    offset_ = static_cast<std::uint64_t>(wanted);
    return wanted;
  }
  std::uint64_t position() const override { return std::min(taken_, stamp_.bytes); }
  std::optional<std::uint64_t> length() const override { return stamp_.bytes; }
  Status check_unchanged() const override {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0)
      return Error{ErrorKind::read_failed, path_, std::strerror(errno), {}};
    const std::optional<FileStamp> now = stamp_of(status);
    return now ? footfall::check_unchanged(path_, stamp_, *now) : Status(Done{});
  }

 private:
  std::string path_;
  int descriptor_;
  FileStamp stamp_;
  std::vector<char> buffer_;
  std::size_t wanted_ = kBlockBytes;
  std::uint64_t offset_ = 0;
  std::uint64_t taken_ = 0;
};

Error missing_library(const std::string& path, const char* fault) {
  return {ErrorKind::unreadable_kind, path, "an archive",
          std::string("the library for archives is missing (") + fault +
              "): install libarchive13, or unpack it"};
}

class MemberSource final : public ByteSource {
 public:
  explicit MemberSource(ArchiveReader::Ptr reader) : reader_(std::move(reader)) {}
  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    return reader_->read(buffer, capacity);
  }
  Status check_unchanged() const override { return reader_->check_unchanged(); }
  std::uint64_t position() const override { return reader_->position(); }
  std::optional<std::uint64_t> length() const override { return reader_->length(); }

 private:
  ArchiveReader::Ptr reader_;
};

}  // namespace

ArchiveReader::ArchiveReader(const Libarchive& library, std::unique_ptr<Input> input,
                             std::string path)
    : library_(library), input_(std::move(input)), path_(std::move(path)) {}

ArchiveReader::~ArchiveReader() {
  if (archive_ != nullptr) library_.read_free(archive_);
}

Result<ArchiveReader::Ptr> ArchiveReader::open_tar(ByteSourcePtr source, const std::string& path) {
  const char* fault = nullptr;
  const Libarchive* const library = Libarchive::load(&fault);
  if (library == nullptr) return missing_library(path, fault);
  Ptr reader(
      new ArchiveReader(*library, std::make_unique<TarInput<Input>>(std::move(source)), path));
  reader->tar_ = true;
  if (Status started = reader->start(false); !started) return started.error();
  return reader;
}

Result<ArchiveReader::Ptr> ArchiveReader::open_zip(const std::string& path) {
  const char* fault = nullptr;
  const Libarchive* const library = Libarchive::load(&fault);
  if (library == nullptr) return missing_library(path, fault);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  const std::optional<FileStamp> stamp =
      descriptor >= 0 && ::fstat(descriptor, &status) == 0 ? stamp_of(status) : std::nullopt;
  if (!stamp) {
    const int code = errno;
    if (descriptor >= 0) ::close(descriptor);
    return Error{ErrorKind::read_failed, path, std::strerror(code), {}};
  }
  Ptr reader(new ArchiveReader(*library,
                               std::make_unique<ZipInput<Input>>(path, descriptor, *stamp), path));
  if (Status started = reader->start(true); !started) return started.error();
  return reader;
}

Status ArchiveReader::start(bool zip) {
  archive_ = library_.read_new();
  if (archive_ == nullptr) return Error{ErrorKind::out_of_memory, path_, {}, {}};
  if (zip) {
    library_.support_zip(archive_);
  } else {
    library_.support_tar(archive_);
    // Archives one behind the other are read as one; else what follows the first would be lost.
    library_.set_option(archive_, "tar", "read_concatenated_archives", "1");
  }
  library_.set_callback_data(archive_, input_.get());
  library_.set_read_callback(archive_, [](struct archive* self, void* data, const void** block) {
    auto* const input = static_cast<Input*>(data);
    const Result<std::string_view> got = input->block();
    if (!got) {
      input->error = got.error();
      return static_cast<la_ssize_t>(ARCHIVE_FATAL);
    }
    static_cast<void>(self);
    *block = got->data();
    return static_cast<la_ssize_t>(got->size());
  });
  if (zip)
    library_.set_seek_callback(
        archive_, [](struct archive*, void* data, la_int64_t offset, int whence) {
          return static_cast<la_int64_t>(static_cast<Input*>(data)->seek(offset, whence));
        });
  if (library_.open(archive_) < ARCHIVE_WARN) return failed(path_);
  return Done{};
}

Error ArchiveReader::failed(const std::string& where) const {
  if (input_->error) return *input_->error;
  if (Status same = input_->check_unchanged(); !same) return same.error();
  if (library_.error_number(archive_) == ENOMEM)
    return Error{ErrorKind::out_of_memory, where, {}, {}};
  const char* const text = library_.error_string(archive_);
  std::string why = text != nullptr ? text : "the archive is corrupt";
  if (why == "Unrecognized archive format")
    why = tar_ ? "the archive is corrupt"
               : "the directory at the end of the zip archive is missing or broken";
  return Error{ErrorKind::damaged_compression, where, why, std::to_string(unpacked_)};
}

Result<bool> ArchiveReader::next() {
  for (;;) {
    archive_entry* entry = nullptr;
    const int code = library_.next_header(archive_, &entry);
    if (code == ARCHIVE_EOF) {
      if (!input_->ends_well())
        return Error{ErrorKind::damaged_compression, path_,
                     "the archive ends before the mark of its end", std::to_string(unpacked_)};
      return false;
    }
    if (code == ARCHIVE_RETRY) continue;
    if (code < ARCHIVE_WARN) return failed(path_);
    unpacked_ = 0;
    place_ = any_ ? place_ + 1 : 0;
    any_ = true;
    const char* name = library_.pathname(entry);
    if (name == nullptr) name = library_.pathname_utf8(entry);
    name_ = name != nullptr ? name : "member " + std::to_string(place_ + 1);
    encrypted_ =
        library_.is_data_encrypted(entry) == 1 || library_.is_metadata_encrypted(entry) == 1;
    const bool link =
        library_.hardlink(entry) != nullptr || library_.hardlink_utf8(entry) != nullptr;
    if (library_.filetype(entry) == AE_IFREG && !link && !name_.ends_with('/')) return true;
  }
}

Result<std::size_t> ArchiveReader::read(char* buffer, std::size_t capacity) {
  for (;;) {
    const la_ssize_t got = library_.read_data(archive_, buffer, capacity);
    if (got == ARCHIVE_RETRY) continue;
    if (got < 0) return failed(path_ + "/" + name_);
    unpacked_ += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
  }
}

std::uint64_t ArchiveReader::position() const { return input_->position(); }
std::optional<std::uint64_t> ArchiveReader::length() const { return input_->length(); }
Status ArchiveReader::check_unchanged() const { return input_->check_unchanged(); }

ByteSourcePtr member_source(ArchiveReader::Ptr reader) {
  return std::make_unique<MemberSource>(std::move(reader));
}

}  // namespace footfall
