#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/input/archive_reader.h"
#include "model/input/byte_source.h"
#include "model/input/container_kind.h"
#include "model/input/workbook.h"

namespace footfall {

/// One thing that a file holds and events may be read from, unpacked: the file itself, a member of
/// an archive, or a sheet of a workbook.
struct InputMember {
  std::string name;      ///< the file's path, or "week.zip/monday.csv", "report.xlsx/Sheet1"
  ByteSourcePtr bytes;   ///< null where `fault` says why it cannot be read
  std::string decoding;  ///< what it was unpacked from, in words: "gzip", "zip, gzip"; or empty
  bool alone = true;     ///< the file is this and nothing else; others need feed nothing
  bool sheet = false;    ///< the bytes are canonical CSV in UTF-8, made from a sheet
  std::optional<Error> fault;
  /// The same bytes once more, from their beginning; empty where they can be read once only.
  std::function<Result<ByteSourcePtr>()> reopen;
};

/// What a file holds, found out by its first bytes, never by its name: packed streams are unpacked,
/// archives and workbooks taken apart, in each other too (a tar in a stream, packed members).
/// Members come in the archive's order, one at a time: a member must be done with before the next
/// is asked for. Not thread-safe.
class InputMembers {
 public:
  /// "-" is standard input. Errors: those of opening; ErrorKind::unreadable_kind.
  [[nodiscard]] static Result<InputMembers> open(const std::string& path);
  /// The same for a file that is open already.
  [[nodiscard]] static Result<InputMembers> open(ByteSourcePtr file, const std::string& path);

  /// No value behind the last. Damage is an error of the whole file; what is of a kind that cannot
  /// be read a `fault` of the member, unless it is alone.
  [[nodiscard]] Result<std::optional<InputMember>> next();

  /// Bytes taken from the file so far.
  [[nodiscard]] std::uint64_t position() const;

 private:
  struct Level {
    ArchiveReader::Ptr archive;
    std::string path;      // shown
    std::string decoding;  // of the members
    std::shared_ptr<const Workbook> workbook;
  };
  /// A stream with its layers of packing taken off.
  struct Opened {
    ByteSourcePtr bytes;
    std::string decoding;
    ContainerKind container = ContainerKind::none;  // none, tar or zip
  };

  explicit InputMembers(std::string path) : path_(std::move(path)) {}
  [[nodiscard]] static Result<Opened> unwrap(ByteSourcePtr source, const std::string& path,
                                             std::string decoding);
  [[nodiscard]] Status enter_zip(const std::string& decoding);
  [[nodiscard]] Result<std::optional<InputMember>> member_of(Level& level);
  [[nodiscard]] InputMember faulty(std::string name, Error error) const;

  std::string path_;
  std::optional<InputMember> whole_;  // a file that is no archive, until it is handed out
  std::vector<Level> levels_;
};

}  // namespace footfall
