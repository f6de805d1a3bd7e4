#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/input/chunk_reader.h"
#include "model/input/file_stamp.h"
#include "model/input/folder.h"
#include "model/input/input_members.h"
#include "model/parse/opened_input.h"
#include "model/pipeline/analysis_options.h"
#include "model/pipeline/followed_inputs.h"
#include "model/pipeline/open_ahead.h"
#include "model/pipeline/reject_log.h"
#include "model/pipeline/turns.h"
#include "model/report/source_origins.h"

namespace footfall {

/// Opens the inputs one after another, the files of folders and the members of archives among
/// them, and hands out their chunks in order. What lies in a plain file is read by each thread for
/// itself, and only cut in turn; the rest is read in turn. What is packed is unpacked on a
/// thread of its own, and the next files are opened and begin to unpack before their turn. Stays
/// where it is between runs, so that a stopped load can continue. With RunOptions::follow the end
/// of a plain file is where it waits: look() finds out what came since.
class InputQueue {
 public:
  InputQueue(std::vector<std::string> paths, AnalysisOptions options);

  /// Between runs: inputs that come after the others.
  void add_inputs(std::vector<std::string> paths, InputOptionsByPath own_input = {});

  struct Piece {
    ChunkPiece piece;
    const InputLayout* layout = nullptr;
  };
  /// Told of every input when it is opened: its index in Reject::file, and its name.
  using Listener = std::function<void(std::uint32_t input, const std::string& name)>;
  void set_listener(Listener listener);

  /// The next chunk, in `buffer`; no value at the end of the last input.
  [[nodiscard]] Result<std::optional<Piece>> take(ChunkBuffer& buffer,
                                                  std::vector<std::unique_ptr<RejectLog>>& logs);

  /// Opens every file and checks its layout, so that a bad one fails before work is done on the
  /// others. Standard input and pipes are left for their turn, and so is what folders and archives
  /// hold.
  [[nodiscard]] Status check_inputs();

  [[nodiscard]] std::uint64_t bytes_done() const;
  [[nodiscard]] std::optional<std::uint64_t> bytes_total() const { return total_; }
  /// True when one of the inputs opened so far has rows of the type.
  [[nodiscard]] bool feeds(EventType type) const;
  /// The input that is being read, or was read last.
  [[nodiscard]] std::string input_in_turn() const;

  /// An input that was opened.
  struct Opened {
    std::string name;
    std::string given;      ///< the path it was given by
    std::size_t place = 0;  ///< of that among what was given
    std::shared_ptr<const InputLayout> layout;
    std::uint64_t bytes = 0;
    std::size_t file = 0;                          ///< among all files, those of folders too
    std::size_t turn = 0;                          ///< of those that were followed under its name
    std::shared_ptr<const InputLayout> told = {};  ///< how it is read, in words; null: as layout
    InputOptions options = {};                     ///< that it is read with
    std::string stream = {};                       ///< what it is where it is no file
    std::vector<ReadingNote> notes = {};           ///< the same: about it
  };
  /// Those opened so far, in order; Reject::file counts them.
  [[nodiscard]] std::vector<Opened> opened() const;
  /// The file that it lies in, as it was when it was opened.
  [[nodiscard]] ReadFile read_file(const Opened& input) const;
  [[nodiscard]] std::vector<LeftOutInput> left_out() const;
  /// What was given and is not read to its end, nor opened yet.
  [[nodiscard]] std::vector<std::string> waiting() const;

  /// Between runs, of what is followed: see FollowedInputs.
  [[nodiscard]] Result<FollowedInputs::Look> look();
  [[nodiscard]] Result<FollowedInputs::Look> end_following();
  [[nodiscard]] std::vector<std::string> followed_paths() const;
  [[nodiscard]] std::vector<FollowNote> take_notes();
  /// What is left to be read, where that is known.
  [[nodiscard]] std::optional<std::uint64_t> bytes_ahead() const;

  /// A place to go back to, from which all that is followed can be read again.
  struct Place {
    std::size_t next_file = 0;
    std::size_t opened = 0;
    std::size_t left_out = 0;
    std::size_t left_out_before = 0;
    bool any_fed = false;
    std::uint64_t next_chunk = 0;
    std::uint64_t bytes_before = 0;
  };
  [[nodiscard]] Place place() const;
  /// Some of what was given was not opened yet.
  [[nodiscard]] bool any_unopened() const;
  [[nodiscard]] bool can_go_back_to(const Place& place) const;
  void go_back_to(const Place& place);
  /// Nobody need go back to it: all that was opened since is read by layouts that stay.
  [[nodiscard]] bool settled_since(const Place& place) const;
  /// Files that were read to their end stay open from `place` on; returns how many bytes they hold.
  std::uint64_t release_before(const std::optional<Place>& place);

 private:
  [[nodiscard]] Result<std::optional<Piece>> take_next(
      ChunkBuffer& buffer, std::vector<std::unique_ptr<RejectLog>>& logs, ReadStretch* read);
  [[nodiscard]] std::optional<ReadStretch> set_aside();
  static void read_out_of_turn(std::unique_lock<std::mutex>& lock, ReadStretch& read,
                               ChunkBuffer& buffer);
  [[nodiscard]] LayoutRequest request() const;
  [[nodiscard]] const InputOptions& options_of(const GivenFile& file) const;
  [[nodiscard]] std::optional<FileStamp> stamp_of_input(const std::string& path) const;
  [[nodiscard]] Result<InputMembers> open_members(const std::string& path);
  [[nodiscard]] Status check_stamp(std::size_t file, const std::optional<FileStamp>& now);
  [[nodiscard]] Error unless_changed(const Error& error);
  [[nodiscard]] Status check_file(std::size_t file);
  void open_ahead();
  [[nodiscard]] Result<InputMembers> open_file_in_turn();
  [[nodiscard]] Result<std::optional<InputMember>> next_member();
  [[nodiscard]] Result<bool> open_next(std::vector<std::unique_ptr<RejectLog>>& logs);
  [[nodiscard]] Result<bool> open_member(InputMember member);
  [[nodiscard]] Status end_file();
  void tell_opened(std::vector<std::unique_ptr<RejectLog>>& logs);
  void close_current();
  [[nodiscard]] Result<bool> open_followed(std::vector<std::unique_ptr<RejectLog>>& logs);
  [[nodiscard]] Result<bool> go_on_with_followed(std::vector<std::unique_ptr<RejectLog>>& logs);
  void adopt(FollowedPart& part, std::vector<std::unique_ptr<RejectLog>>& logs);
  void tell_layouts();

  AnalysisOptions options_;
  mutable std::mutex mutex_;
  Turns turns_;
  bool last_was_aside_ = false;  // of the tickets that are out
  Listener listener_;
  std::vector<std::string> given_;
  std::vector<GivenFile> files_;                  // of what was given
  std::optional<Error> fault_;                    // of a folder, or the first of all
  std::vector<std::optional<FileStamp>> stamps_;  // by file: of regular files, when first opened
  std::vector<std::shared_ptr<const InputLayout>> layouts_;  // by file: of those checked
  std::size_t next_file_ = 0;
  std::size_t asked_ahead_ = 0;          // files before this one were opened, or asked to be
  std::optional<InputMembers> members_;  // of the file in turn
  std::optional<OpenedStream> stream_;   // the same, where it is no file; without its bytes
  std::optional<InputMember> whole_;     // of it, where it was opened ahead
  std::optional<Result<OpenedInput>> opened_ahead_;  // the same, as an input
  std::optional<OpenedInput> current_;
  std::uint32_t current_input_ = 0;   // its number among the opened
  std::uint64_t current_before_ = 0;  // bytes of it that were read in earlier turns
  FollowedPart* current_part_ = nullptr;
  bool passed_ = false;  // the file in turn is none to follow
  std::optional<FollowedInputs> followed_;
  std::vector<Opened> opened_;
  std::vector<LeftOutInput> left_out_;
  std::size_t left_out_before_ = 0;  // those of what was given before
  bool any_fed_ = false;             // something of what is in turn is read
  std::uint64_t next_chunk_ = 0;
  std::uint64_t bytes_before_ = 0;  // of files already closed
  std::uint64_t member_bytes_ = 0;  // of the file in turn, when its last member was closed
  std::optional<std::uint64_t> total_;
  OpenAhead ahead_;
};

}  // namespace footfall
