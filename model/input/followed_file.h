#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "model/core/error.h"
#include "model/input/byte_source.h"
#include "model/input/growth.h"

struct stat;

namespace footfall {

/// Which file a name leads to.
struct FileId {
  dev_t device = 0;
  ino_t inode = 0;
  friend bool operator==(const FileId&, const FileId&) = default;
};
[[nodiscard]] FileId id_of(const struct stat& status);

/// A regular file that is read while others write it, kept open whatever becomes of its name. Not
/// thread-safe: callers take turns.
class FollowedFile {
 public:
  /// Null for what is no regular file. Errors: those of open_file().
  [[nodiscard]] static Result<std::shared_ptr<FollowedFile>> open(const std::string& path);
  ~FollowedFile();
  FollowedFile(const FollowedFile&) = delete;
  FollowedFile& operator=(const FollowedFile&) = delete;

  [[nodiscard]] FileId id() const { return id_; }
  [[nodiscard]] const ReadMark& mark() const { return mark_; }
  /// The size now; 0 where it cannot be told.
  [[nodiscard]] std::uint64_t size() const;
  /// No name leads to it any more.
  [[nodiscard]] bool nameless() const;
  /// What the file holds now beside what mark() says.
  [[nodiscard]] Growth growth() const;
  /// What stands there now beside what was read of this or of another.
  [[nodiscard]] FoundFile found(const ReadMark& mark) const;
  /// Its first bytes, `most` or all.
  [[nodiscard]] std::string front(std::size_t most) const;

  /// Reads from the beginning, marks what it gave, and may grow until close_end(). Bytes behind
  /// what has changed since are not given: that is told by growth(). One at a time: an earlier one
  /// is of no use any more.
  [[nodiscard]] ByteSourcePtr source();
  /// Nothing was read of it.
  void forget() { mark_ = {}; }
  /// Nothing behind the first `bytes` is given by source(); no value: all there is.
  void set_limit(std::optional<std::uint64_t> bytes) { limit_ = bytes; }
  /// What is there now is all that source() gives.
  void close_end() {
    end_closed_ = true;
    limit_ = size();
  }
  /// As close_end(), and not even that: the rest is lost.
  void close_here() {
    end_closed_ = true;
    limit_ = mark_.bytes;
  }
  /// Closes it: it was read, and need not be read again. mark() and id() stay.
  void let_go() { descriptor_.reset(); }
  [[nodiscard]] bool is_open() const { return descriptor_ != nullptr; }
  /// Goes on in a copy that begins with all that was read; false where it does not.
  [[nodiscard]] bool go_on_in(FollowedFile& copy);

  /// The first `bytes` bytes, as a source that ends there and marks nothing.
  [[nodiscard]] ByteSourcePtr copy_of_front(std::uint64_t bytes) const;

 private:
  class Source;
  class FrontSource;
  FollowedFile(std::string path, int descriptor, FileId id);
  [[nodiscard]] std::string bytes_at(std::uint64_t offset, std::size_t size) const;

  std::string path_;
  std::shared_ptr<const int> descriptor_;  // closed with the last that reads it
  FileId id_;
  ReadMark mark_;
  std::optional<std::uint64_t> limit_;
  bool end_closed_ = false;
};

}  // namespace footfall
