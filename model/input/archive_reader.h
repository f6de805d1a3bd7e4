#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "model/core/error.h"
#include "model/input/byte_source.h"

struct archive;

namespace footfall {

struct Libarchive;

/// The members of an archive, one after another, each read from front to back: a tar, from any
/// source, or a zip, from a regular file. What is damaged is ErrorKind::damaged_compression; a
/// check for damage is part of the end of every member and of the archive. Not thread-safe.
class ArchiveReader {
 public:
  using Ptr = std::shared_ptr<ArchiveReader>;
  /// `path` is named in errors.
  [[nodiscard]] static Result<Ptr> open_tar(ByteSourcePtr source, const std::string& path);
  [[nodiscard]] static Result<Ptr> open_zip(const std::string& path);
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;
  ~ArchiveReader();

  /// Goes to the next member that is a regular file; false behind the last. Drops what was not read
  /// of the one before.
  [[nodiscard]] Result<bool> next();
  /// The member's path in the archive.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Its place among all members, from 0.
  [[nodiscard]] std::size_t place() const { return place_; }
  /// It cannot be read without a password.
  [[nodiscard]] bool encrypted() const { return encrypted_; }
  /// The member's next bytes; 0 at its end.
  [[nodiscard]] Result<std::size_t> read(char* buffer, std::size_t capacity);

  [[nodiscard]] std::uint64_t position() const;
  [[nodiscard]] std::optional<std::uint64_t> length() const;
  [[nodiscard]] Status check_unchanged() const;

 private:
  class Input;
  ArchiveReader(const Libarchive& library, std::unique_ptr<Input> input, std::string path);
  [[nodiscard]] Status start(bool zip);
  [[nodiscard]] Error failed(const std::string& where) const;

  const Libarchive& library_;
  std::unique_ptr<Input> input_;
  std::string path_;
  struct archive* archive_ = nullptr;
  std::string name_;
  std::size_t place_ = 0;
  bool any_ = false;
  bool encrypted_ = false;
  bool tar_ = false;
  std::uint64_t unpacked_ = 0;  // of this member
};

/// The bytes of the reader's member; it must not go to the next one meanwhile.
[[nodiscard]] ByteSourcePtr member_source(ArchiveReader::Ptr reader);

}  // namespace footfall
