#include "model/pipeline/input_queue.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace footfall {
namespace {

std::optional<FileStamp> stamp_of_input(const std::string& path) {
  return path == "-" ? std::nullopt : stamp_of_path(path);
}

}  // namespace

InputQueue::InputQueue(std::vector<std::string> paths, AnalysisOptions options)
    : options_(std::move(options)), total_(0) {
  add_inputs(std::move(paths));
}

void InputQueue::add_inputs(std::vector<std::string> paths, InputOptionsByPath own_input) {
  const std::lock_guard lock(mutex_);
  options_.own_input.merge(own_input);
  for (std::string& path : paths) {
    const std::optional<FileStamp> file = stamp_of_input(path);
    total_ = file && total_ ? std::optional(*total_ + file->bytes) : std::nullopt;
    paths_.push_back(std::move(path));
    stamps_.emplace_back();
  }
}

Result<OpenedInput> InputQueue::open(std::size_t input) {
  const std::string& path = paths_[input];
  // The second opening finds the file that the first one looked at.
  const std::optional<FileStamp> stamp = stamp_of_input(path);
  if (const auto before = std::exchange(stamps_[input], stamp); before && stamp) {
    if (Status same = check_unchanged(path, *before, *stamp); !same) return same.error();
  }
  LayoutRequest request{events_of(options_.report.kinds), options_.report.kinds_required};
  request.source_zone_given = !options_.report.source_zone.is_utc();
  request.days_matter = options_.filter.from || options_.filter.to;
  request.stop = options_.run.abandoned;
  return OpenedInput::open(path, options_.input_of(path), request);
}

Status InputQueue::check_inputs() {
  const std::lock_guard lock(mutex_);
  if (paths_.size() < 2 || next_chunk_ != 0) return Done{};
  for (std::size_t input = 0; input < paths_.size(); ++input) {
    const std::string& path = paths_[input];
    if (!stamp_of_input(path) && path != "-") {
      struct stat status {};
      if (::stat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode)) continue;
    }
    if (path == "-") continue;
    Result<OpenedInput> opened = open(input);
    if (!opened) return opened.error();
  }
  return Done{};
}

Result<std::optional<InputQueue::Piece>> InputQueue::take(
    ChunkBuffer& buffer, std::vector<std::unique_ptr<RejectLog>>& logs) {
  const std::lock_guard lock(mutex_);
  for (;;) {
    if (!current_) {
      if (next_input_ == paths_.size()) return std::optional<Piece>();
      Result<OpenedInput> opened = open(next_input_);
      if (!opened) return opened.error();
      current_ = std::move(*opened);
      layouts_.push_back(current_->layout());
      bytes_.push_back(current_->offset());
      for (auto& log : logs)
        log->set_first_line(static_cast<std::uint32_t>(next_input_),
                            1 + current_->layout()->header_lines);
    }
    Piece piece;
    piece.layout = layouts_.back().get();
    Result<bool> more = current_->next(options_.run.chunk_bytes, buffer, piece.piece);
    if (!more) return more.error();
    bytes_.back() = current_->offset();
    if (!*more) {
      bytes_before_ += current_->source().position();
      current_.reset();
      ++next_input_;
      continue;
    }
    piece.piece.chunk.input = static_cast<std::uint32_t>(next_input_);
    piece.piece.chunk.index = next_chunk_++;
    return std::optional<Piece>(piece);
  }
}

std::uint64_t InputQueue::bytes_done() const {
  const std::lock_guard lock(mutex_);
  return bytes_before_ + (current_ ? current_->source().position() : 0);
}

bool InputQueue::feeds(EventType type) const {
  const std::lock_guard lock(mutex_);
  return std::any_of(layouts_.begin(), layouts_.end(),
                     [type](const auto& layout) { return layout->feeds.contains(type); });
}

std::string InputQueue::input_in_turn() const {
  const std::lock_guard lock(mutex_);
  return paths_.empty() ? std::string() : paths_[std::min(next_input_, paths_.size() - 1)];
}

std::string InputQueue::format_of(std::size_t input) const {
  const std::lock_guard lock(mutex_);
  return input < layouts_.size() ? layouts_[input]->description() : std::string();
}

std::uint64_t InputQueue::lines_left_out(std::size_t input) const {
  const std::lock_guard lock(mutex_);
  return input < layouts_.size() ? layouts_[input]->lines_left_out : 0;
}

std::shared_ptr<const InputLayout> InputQueue::layout_of(std::size_t input) const {
  const std::lock_guard lock(mutex_);
  return input < layouts_.size() ? layouts_[input] : nullptr;
}

std::uint64_t InputQueue::bytes_of(std::size_t input) const {
  const std::lock_guard lock(mutex_);
  return input < bytes_.size() ? bytes_[input] : 0;
}

}  // namespace footfall
