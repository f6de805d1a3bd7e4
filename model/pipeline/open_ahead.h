#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "model/core/error.h"
#include "model/input/file_stamp.h"
#include "model/input/input_members.h"
#include "model/parse/opened_input.h"

namespace footfall {

/// A member of a file as an input: what is packed is unpacked by a thread of its own, if
/// `beside` (not a pipe, which may have nothing to say for a while, and its thread could not be
/// ended then). The member has no fault.
[[nodiscard]] Result<OpenedInput> open_member(InputMember member, bool beside,
                                              const InputOptions& options,
                                              const LayoutRequest& request,
                                              std::shared_ptr<const InputLayout> known = nullptr);

/// A file that was opened before its turn.
struct OpenedAhead {
  Result<InputMembers> members;
  std::optional<FileStamp> stamp;  ///< right after it was opened
  /// Of a file that is no archive: its one member, without bytes where `input` is there.
  std::optional<InputMember> whole;
  std::optional<Result<OpenedInput>> input;
};

/// Opens files before their turn, a few of them, one after the other on a thread of its own: their
/// layouts are found and the packed ones begin to unpack while those in front of them are read.
/// Each of them holds what read_ahead() does. Without a thread to be had nothing is opened ahead.
class OpenAhead {
 public:
  static constexpr std::size_t kFiles = 2;

  explicit OpenAhead(const std::stop_token& stop)
      : on_stop_(stop, [this] { stop_opening_.request_stop(); }) {}
  ~OpenAhead();
  OpenAhead(const OpenAhead&) = delete;
  OpenAhead& operator=(const OpenAhead&) = delete;

  struct File {
    std::size_t index = 0;  ///< by which it is taken
    std::string path;       ///< of a regular file
    InputOptions options;
    LayoutRequest request;
    std::shared_ptr<const InputLayout> known;  ///< where it was opened before
  };
  /// To be opened after those that were asked for before.
  void open(File file);
  /// What was had of a file; waits for one that is being opened. No value where it has to be opened
  /// in its turn. Those asked for before it are forgotten.
  [[nodiscard]] std::optional<OpenedAhead> take(std::size_t index);

 private:
  struct Job {
    File file;
    enum class State : std::uint8_t { waiting, at_work, done } state = State::waiting;
    std::optional<OpenedAhead> opened;
  };
  void work(const std::stop_token& stop) noexcept;

  std::stop_source stop_opening_;
  std::stop_callback<std::function<void()>> on_stop_;
  std::mutex mutex_;  // guards what follows
  std::condition_variable asked_;
  std::condition_variable done_;
  std::deque<Job> jobs_;  // one that is at work stays where it is
  bool no_thread_ = false;
  std::jthread thread_;  // the last member: it ends before the others do
};

}  // namespace footfall
