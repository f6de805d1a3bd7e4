// That what is wrong with any file is told before the first is read, and that files stay as they
// are.
#include <sys/stat.h>

#include <algorithm>
#include <atomic>

#include "model/pipeline/input_queue.h"
#include "model/pipeline/parallel_for.h"

namespace footfall {

std::optional<FileStamp> InputQueue::stamp_of_input(const std::string& path) const {
  return options_.is_file(path) ? stamp_of_path(path) : std::nullopt;
}

Status InputQueue::check_stamp(std::size_t file, const std::optional<FileStamp>& now) {
  // The second opening finds the file that the first one looked at.
  if (const auto before = std::exchange(stamps_[file], now); before && now)
    return check_unchanged(files_[file].path, *before, *now);
  return Done{};
}

// What looks wrong in the file in turn may be half an old and half a new one.
Error InputQueue::unless_changed(const Error& error) {
  if (error.kind == ErrorKind::input_changed || followed_ || next_file_ == files_.size())
    return error;
  const std::string& path = files_[next_file_].path;
  const std::optional<FileStamp>& before = stamps_[next_file_];
  const std::optional<FileStamp> now = before ? stamp_of_input(path) : std::nullopt;
  const Status same = now ? check_unchanged(path, *before, *now) : Status(Done{});
  return same ? error : same.error();
}

Status InputQueue::check_inputs() {
  const std::lock_guard lock(mutex_);
  if (fault_) return *fault_;
  if (files_.size() < 2 || next_chunk_ != 0 || followed_) return Done{};
  // Of several bad ones the first is told of.
  std::vector<std::optional<Error>> faults(files_.size());
  std::atomic<std::size_t> first_bad = files_.size();
  parallel_for(options_.run.threads)(files_.size(), [&](std::size_t file) {
    if (file > first_bad) return;
    const Status checked = check_file(file);
    if (checked) return;
    faults[file] = checked.error();
    std::size_t bad = first_bad;
    while (file < bad && !first_bad.compare_exchange_weak(bad, file)) {
    }
  });
  if (first_bad < files_.size()) return *faults[first_bad];
  return Done{};
}

Status InputQueue::check_file(std::size_t file) {
  const std::string& path = files_[file].path;
  if (!options_.is_file(path) || files_[file].in_folder) return Done{};
  const std::optional<FileStamp> stamp = stamp_of_input(path);
  if (!stamp) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) return Done{};
  }
  if (Status same = check_stamp(file, stamp); !same) return same;
  Result<InputMembers> members = InputMembers::open(path);
  if (!members) return members.error();
  Result<std::optional<InputMember>> member = members->next();
  if (!member) return member.error();
  if (!*member || !(*member)->alone) return Done{};
  const Result<OpenedInput> opened =
      OpenedInput::open(std::move(**member), options_of(files_[file]), request());
  if (!opened) return opened.error();
  layouts_[file] = opened->layout();
  return Done{};
}

}  // namespace footfall
