#include "model/pipeline/input_queue.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "model/input/open_input.h"
#include "model/parse/input_formats.h"

namespace footfall {
namespace {

// 128–512 KiB blocks read fastest from the page cache and leave room for the index in the
// second-level cache.
constexpr std::size_t kChunkBytes = std::size_t{192} << 10;
constexpr std::size_t kFirstPeek = std::size_t{64} << 10;

std::optional<FileStamp> stamp_of_input(const std::string& path) {
  return path == "-" ? std::nullopt : stamp_of_path(path);
}

}  // namespace

Result<InputLayout> read_layout(const std::string& path, ChunkReader& reader,
                                const InputOptions& options, ReportKinds wanted, bool required) {
  Result<std::string_view> mark = reader.peek(3);
  if (!mark) return mark.error();
  if (mark->substr(0, 3) == "\xEF\xBB\xBF") reader.skip(3);
  for (std::size_t wanted_bytes = kFirstPeek;; wanted_bytes *= 4) {
    Result<std::string_view> head = reader.peek(wanted_bytes);
    if (!head) return head.error();
    Result<std::optional<InputLayout>> layout =
        make_layout({path, *head, head->size() < wanted_bytes, options, wanted, required});
    if (!layout) return layout.error();
    if (!*layout) continue;
    reader.skip((*layout)->header_bytes);
    return std::move(**layout);
  }
}

InputQueue::InputQueue(std::vector<std::string> paths, AnalysisOptions options)
    : options_(std::move(options)),
      chunk_bytes_(options_.run.chunk_bytes != 0 ? options_.run.chunk_bytes : kChunkBytes),
      total_(0) {
  add_inputs(std::move(paths));
}

void InputQueue::add_inputs(std::vector<std::string> paths) {
  const std::lock_guard lock(mutex_);
  for (std::string& path : paths) {
    const std::optional<FileStamp> file = stamp_of_input(path);
    total_ = file && total_ ? std::optional(*total_ + file->bytes) : std::nullopt;
    paths_.push_back(std::move(path));
    stamps_.emplace_back();
  }
}

Result<InputQueue::Opened> InputQueue::open(std::size_t input) {
  const std::string& path = paths_[input];
  // The second opening finds the file that the first one looked at.
  const std::optional<FileStamp> stamp = stamp_of_input(path);
  if (const auto before = std::exchange(stamps_[input], stamp); before && stamp) {
    if (Status same = check_unchanged(path, *before, *stamp); !same) return same.error();
  }
  std::string decoding;
  Result<ByteSourcePtr> source = open_input(path, options_.input.encoding, &decoding);
  if (!source) return source.error();
  Opened opened;
  opened.reader = std::make_unique<ChunkReader>(std::move(*source));
  Result<InputLayout> layout = read_layout(path, *opened.reader, options_.input,
                                           options_.report.kinds, options_.report.kinds_required);
  if (!layout) return layout.error();
  opened.layout = std::move(*layout);
  opened.layout.decoding = std::move(decoding);
  opened.cutter = format_row(opened.layout.format).make_cutter(opened.layout);
  return opened;
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
    Result<Opened> opened = open(input);
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
      Result<Opened> opened = open(next_input_);
      if (!opened) return opened.error();
      current_ = std::move(*opened);
      layouts_.push_back(current_->layout);
      bytes_.push_back(current_->reader->offset());
      for (auto& log : logs)
        log->set_first_line(static_cast<std::uint32_t>(next_input_),
                            1 + current_->layout.header_lines);
    }
    Piece piece;
    piece.layout = &layouts_.back();
    Result<bool> more =
        current_->reader->next(*current_->cutter, chunk_bytes_, buffer, piece.piece);
    if (!more)
      return more.error().where.empty() ? Error{more.error().kind, paths_[next_input_],
                                                more.error().found, more.error().expected}
                                        : more.error();
    bytes_.back() = current_->reader->offset();
    if (!*more) {
      bytes_before_ += current_->reader->source().position();
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
  return bytes_before_ + (current_ ? current_->reader->source().position() : 0);
}

bool InputQueue::feeds(ReportKind kind) const {
  const std::lock_guard lock(mutex_);
  return std::any_of(layouts_.begin(), layouts_.end(),
                     [kind](const InputLayout& layout) { return layout.kinds.contains(kind); });
}

std::string InputQueue::input_in_turn() const {
  const std::lock_guard lock(mutex_);
  return paths_.empty() ? std::string() : paths_[std::min(next_input_, paths_.size() - 1)];
}

std::string InputQueue::format_of(std::size_t input) const {
  const std::lock_guard lock(mutex_);
  return input < layouts_.size() ? layouts_[input].description() : std::string();
}

std::uint64_t InputQueue::bytes_of(std::size_t input) const {
  const std::lock_guard lock(mutex_);
  return input < bytes_.size() ? bytes_[input] : 0;
}

}  // namespace footfall
