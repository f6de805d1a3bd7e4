// InputQueue, where its files are followed.
#include <algorithm>
#include <utility>

#include "model/input/file_stamp.h"
#include "model/parse/record_sample.h"
#include "model/pipeline/input_queue.h"

namespace footfall {

// The input that a part of a followed file is read by is in turn.
void InputQueue::adopt(FollowedPart& part, std::vector<std::unique_ptr<RejectLog>>& logs) {
  current_.emplace(std::move(*part.input));
  part.input.reset();
  part.reading = true;
  current_part_ = &part;
  if (part.opened) {
    current_input_ = *part.opened;
    current_before_ = current_->source().position();
    return;
  }
  const GivenFile& file = files_[part.file];
  current_before_ = 0;
  opened_.push_back({part.path, given_[file.given], file.given, current_->layout(),
                     current_->offset(), part.file, part.turn});
  opened_.back().options = options_of(file);
  tell_opened(logs);
  part.opened = current_input_;
}

// The file in turn, if it is one to follow: false where it is not, or there is nothing in it yet.
Result<bool> InputQueue::open_followed(std::vector<std::unique_ptr<RejectLog>>& logs) {
  const GivenFile& file = files_[next_file_];
  if (!options_.is_file(file.path)) {
    followed_->note({FollowNoteKind::read_once, file.path, {}, 0, {}});
    passed_ = true;
    return false;
  }
  const Result<FollowedInputs::Begun> begun = followed_->begin(next_file_, file.path);
  if (!begun) {
    if (!file.in_folder || !feeds_nothing(begun.error())) return begun.error();
    left_out_.push_back({file.path, begun.error()});
    if (Status ended = end_file(); !ended) return ended.error();
    return false;
  }
  if (*begun == FollowedInputs::Begun::not_followed) {
    followed_->note({FollowNoteKind::read_once, file.path, {}, 0, {}});
    passed_ = true;
    return false;
  }
  any_fed_ = true;
  FollowedPart& part = followed_->part_of(next_file_);
  if (Status ended = end_file(); !ended) return ended.error();
  if (*begun == FollowedInputs::Begun::waiting) return false;
  adopt(part, logs);
  return true;
}

// The next part that something came to; false where there is none.
Result<bool> InputQueue::go_on_with_followed(std::vector<std::unique_ptr<RejectLog>>& logs) {
  while (FollowedPart* const part = followed_->next()) {
    if (!part->input) {
      const Result<bool> opened = followed_->open(*part);
      if (!opened) {
        const bool over = part->ending || part->planned >= kSampleBytes;
        part->closed = part->ending;
        if (over || !std::exchange(part->told, true))
          followed_->note({over ? FollowNoteKind::left_out : FollowNoteKind::waiting,
                           part->path,
                           {},
                           0,
                           opened.error()});
        continue;
      }
      if (!*opened) continue;
    }
    adopt(*part, logs);
    return true;
  }
  return false;
}

Result<FollowedInputs::Look> InputQueue::look() {
  const std::lock_guard lock(mutex_);
  if (!followed_) return FollowedInputs::Look{};
  Result<FollowedInputs::Look> look = followed_->look();
  tell_layouts();
  return look;
}

Result<FollowedInputs::Look> InputQueue::end_following() {
  const std::lock_guard lock(mutex_);
  if (!followed_) return FollowedInputs::Look{};
  Result<FollowedInputs::Look> look = followed_->end();
  tell_layouts();
  return look;
}

void InputQueue::tell_layouts() {
  for (std::size_t i = 0; i < opened_.size(); ++i)
    if (auto layout = followed_->told_layout(static_cast<std::uint32_t>(i)))
      opened_[i].told = std::move(layout);
}

std::vector<std::string> InputQueue::followed_paths() const {
  const std::lock_guard lock(mutex_);
  return followed_ ? followed_->paths() : std::vector<std::string>();
}

std::vector<FollowNote> InputQueue::take_notes() {
  const std::lock_guard lock(mutex_);
  return followed_ ? followed_->take_notes() : std::vector<FollowNote>();
}

std::optional<std::uint64_t> InputQueue::bytes_ahead() const {
  const std::lock_guard lock(mutex_);
  if (followed_ && next_file_ == files_.size() && !current_) return followed_->bytes_ahead();
  return total_;
}

InputQueue::Place InputQueue::place() const {
  const std::lock_guard lock(mutex_);
  return {next_file_, opened_.size(), left_out_.size(), left_out_before_,
          any_fed_,   next_chunk_,    bytes_before_};
}

bool InputQueue::any_unopened() const {
  const std::lock_guard lock(mutex_);
  return next_file_ < files_.size() && !current_;
}

bool InputQueue::can_go_back_to(const Place& place) const {
  const std::lock_guard lock(mutex_);
  if (!followed_) return false;
  for (std::size_t file = place.next_file; file < files_.size(); ++file)
    if (!followed_->follows(file) && !stamp_of_input(files_[file].path)) return false;
  return !current_ && followed_->can_read_again(static_cast<std::uint32_t>(place.opened));
}

void InputQueue::go_back_to(const Place& place) {
  const std::lock_guard lock(mutex_);
  followed_->read_again(static_cast<std::uint32_t>(place.opened), place.next_file);
  next_file_ = place.next_file;
  opened_.resize(place.opened);
  left_out_.resize(place.left_out);
  left_out_before_ = place.left_out_before;
  any_fed_ = place.any_fed;
  next_chunk_ = place.next_chunk;
  bytes_before_ = place.bytes_before;
  members_.reset();
  passed_ = false;
}

bool InputQueue::settled_since(const Place& place) const {
  const std::lock_guard lock(mutex_);
  return followed_ && followed_->settled(static_cast<std::uint32_t>(place.opened));
}

std::uint64_t InputQueue::release_before(const std::optional<Place>& place) {
  const std::lock_guard lock(mutex_);
  return followed_
             ? followed_->release(place ? static_cast<std::uint32_t>(place->opened) : UINT32_MAX)
             : 0;
}

}  // namespace footfall
