#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/core/error.h"
#include "model/input/followed_file.h"
#include "model/parse/opened_input.h"
#include "model/pipeline/follow_note.h"

namespace footfall {

/// One file that was followed under a name: after a rotation the name leads to another.
struct FollowedPart {
  std::size_t file = 0;  ///< index of what was given, folders taken apart
  std::size_t turn = 0;  ///< among all parts, by time
  std::string path;
  std::shared_ptr<FollowedFile> bytes;
  std::optional<OpenedInput> input;           ///< waits for more; none before it can be read
  std::optional<std::uint32_t> opened;        ///< its number among the inputs opened
  std::shared_ptr<const InputLayout> layout;  ///< that its rows are read by
  std::uint64_t planned = 0;                  ///< bytes that was made from, or would be again
  std::uint64_t looked_at = 0;                ///< its size when that was last thought about
  bool due = false;                           ///< it is to be opened when its turn comes
  bool settled = false;                       ///< whatever comes, it stays
  bool newest = true;                         ///< of its name
  bool reading = false;                       ///< its input is in somebody's hands
  bool ending = false;                        ///< nothing more comes
  bool closed = false;                        ///< read to its end
  bool lost = false;                          ///< it cannot be read again
  bool told = false;                          ///< that it cannot be read yet
  std::uint64_t seen = 0;                     ///< its size at the last look, read or not
  std::string seen_front = {};                ///< its first bytes then
};

/// The files of a load that are followed: finds out what became of them, and which have something
/// to be read. Not thread-safe: callers take turns.
class FollowedInputs {
 public:
  /// Opens a member of a file as an input.
  using Open = std::function<Result<OpenedInput>(InputMember member, std::size_t file)>;
  explicit FollowedInputs(Open open) : open_(std::move(open)) {}

  enum class Begun : std::uint8_t { opened, waiting, not_followed };
  /// Begins with a file that was given, or goes on with it where it was begun before: the last
  /// part is its own. An error where it is to be read and cannot be.
  [[nodiscard]] Result<Begun> begin(std::size_t file, const std::string& path);

  /// Opens a part from its beginning; false where there is nothing to be read yet.
  [[nodiscard]] Result<bool> open(FollowedPart& part);

  /// Looks at all files, as often as is wanted before what it tells of is read. `reread`: a layout
  /// has changed, so that what was read by it must be read again; an error where none fits any
  /// more.
  struct Look {
    bool more = false;  ///< something is to be read
    bool open = false;  ///< something may come
    bool reread = false;
    bool fresh = false;  ///< a part that is to be opened among it
  };
  [[nodiscard]] Result<Look> look();
  /// Nothing more comes: what is there is all.
  [[nodiscard]] Result<Look> end();

  /// The file was begun with.
  [[nodiscard]] bool follows(std::size_t file) const;
  /// The next part with something to be read; null: none.
  [[nodiscard]] FollowedPart* next();
  [[nodiscard]] std::uint64_t bytes_ahead() const;
  /// The part that begin() was asked for.
  [[nodiscard]] FollowedPart& part_of(std::size_t file);
  /// A part was read to where it ends now.
  void pause(FollowedPart& part, OpenedInput input);

  /// Parts with these numbers, or higher ones, are read again from their beginnings; the first ones
  /// of files from `next_file` on wait for begin(), which is asked for them once more.
  void read_again(std::uint32_t first_opened, std::size_t next_file);
  [[nodiscard]] bool can_read_again(std::uint32_t first_opened) const;
  /// All of them are read by layouts that stay.
  [[nodiscard]] bool settled(std::uint32_t first_opened) const;
  /// The layout that the front of a part gives now, where it is another in words; or null.
  [[nodiscard]] std::shared_ptr<const InputLayout> told_layout(std::uint32_t opened) const;
  /// Lets go of files that were read to their end and need not be read again; returns how many
  /// bytes the others of them hold.
  std::uint64_t release(std::uint32_t before_opened);

  /// The files to watch, names that lead nowhere among them.
  [[nodiscard]] std::vector<std::string> paths() const;
  void note(FollowNote note) { notes_.push_back(std::move(note)); }
  [[nodiscard]] std::vector<FollowNote> take_notes() { return std::exchange(notes_, {}); }

 private:
  struct Name {
    std::size_t file = 0;
    std::string path;
    bool gone = false;
    bool unreadable = false;
    std::optional<FileId> passed_over;  // a file that it leads to and that was read before
  };

  [[nodiscard]] Result<OpenedInput> open_source(const FollowedPart& part, ByteSourcePtr bytes,
                                                std::uint64_t most);
  [[nodiscard]] std::uint64_t planning_end(const FollowedPart& part) const;
  [[nodiscard]] Status look_at_part(FollowedPart& part, Look& look);
  [[nodiscard]] Status look_at_name(Name& name);
  [[nodiscard]] Status plan_again(FollowedPart& part, Look& look);
  void begin_part(std::size_t file, const std::string& path, std::shared_ptr<FollowedFile> bytes);
  void want(FollowedPart& part, Look& look);
  [[nodiscard]] const FollowedPart* known_part(const Name& name, FollowedFile& bytes) const;
  [[nodiscard]] static Growth growth_of_part(const FollowedPart& part);
  [[nodiscard]] bool go_on_in_copy(FollowedPart& part, std::string& copy) const;
  [[nodiscard]] FollowedPart* newest_of(std::size_t file);

  FollowedPart& add_part(std::size_t file, const std::string& path,
                         std::shared_ptr<FollowedFile> bytes);

  Open open_;
  std::vector<Name> names_;
  std::vector<std::unique_ptr<FollowedPart>> parts_;
  std::size_t next_turn_ = 0;
  std::vector<FollowedPart*> wanted_;                     // to be read, in order
  std::vector<std::shared_ptr<const InputLayout>> told_;  // by number of input
  std::vector<FollowNote> notes_;
};

}  // namespace footfall
