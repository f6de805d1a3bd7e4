#include "model/pipeline/input_queue.h"

#include <algorithm>
#include <utility>

#include "model/aggregate/campaign_filter.h"
#include "model/core/failure.h"

namespace footfall {
namespace {

constexpr std::size_t kNamesShown = 5;

class Unlocked {
 public:
  explicit Unlocked(std::unique_lock<std::mutex>& lock) : lock_(lock) { lock_.unlock(); }
  Unlocked(const Unlocked&) = delete;
  Unlocked& operator=(const Unlocked&) = delete;
  ~Unlocked() { lock_.lock(); }

 private:
  std::unique_lock<std::mutex>& lock_;
};

}  // namespace

InputQueue::InputQueue(std::vector<std::string> paths, AnalysisOptions options)
    : options_(std::move(options)), total_(0), ahead_(options_.run.abandoned) {
  if (options_.run.follow)
    followed_.emplace([this](InputMember member, std::size_t file) {
      return OpenedInput::open(std::move(member), options_of(files_[file]), request());
    });
  add_inputs(std::move(paths));
}

void InputQueue::add_inputs(std::vector<std::string> paths, InputOptionsByPath own_input) {
  const std::lock_guard lock(mutex_);
  options_.own_input.merge(own_input);
  const std::size_t before = given_.size();
  const Result<std::vector<GivenFile>> files = files_of(paths);
  if (!files) {
    fault_ = files.error();
    return;
  }
  std::vector<bool> any(paths.size());
  for (const GivenFile& file : *files) {
    any[file.given] = true;
    const std::optional<FileStamp> stamp = stamp_of_input(file.path);
    total_ = stamp && total_ ? std::optional(*total_ + stamp->bytes) : std::nullopt;
    files_.push_back({file.path, before + file.given, file.in_folder});
    stamps_.emplace_back();
    layouts_.emplace_back();
  }
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!any[i] && !fault_) fault_ = Error{ErrorKind::nothing_feeds, paths[i], {}, {}};
    if (followed_ && is_folder(paths[i]))
      followed_->note({FollowNoteKind::folder, paths[i], {}, 0, {}});
    given_.push_back(std::move(paths[i]));
  }
}

void InputQueue::set_listener(Listener listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

const InputOptions& InputQueue::options_of(const GivenFile& file) const {
  if (stream_) return stream_->options;
  return options_.input_of(given_[file.given]);
}

LayoutRequest InputQueue::request() const {
  LayoutRequest request{events_of(options_.report.kinds), options_.report.kinds_required};
  request.source_zone_given = !options_.report.source_zone.is_utc();
  request.days_matter = CampaignFilter::needs_dates(options_.filter);
  request.now = options_.report.now;
  request.row_classes = options_.run.keep_slices;
  request.stop = options_.run.abandoned;
  return request;
}

Result<std::optional<InputQueue::Piece>> InputQueue::take(
    ChunkBuffer& buffer, std::vector<std::unique_ptr<RejectLog>>& logs) {
  std::unique_lock lock(mutex_);
  for (;;) {
    // What failed is not gone on with: other threads are told the same.
    if (fault_) return *fault_;
    std::optional<ReadStretch> read = set_aside();
    Turns::Ticket ticket(turns_);
    try {
      if (read) read_out_of_turn(lock, *read, buffer);
      if (!ticket.wait(lock)) continue;
      Result<std::optional<Piece>> taken = take_next(buffer, logs, read ? &*read : nullptr);
      if (!taken) {
        fault_ = unless_changed(taken.error());
        taken = *fault_;
      }
      if (!taken || (read && read->others_void)) turns_.begin_anew();
      return taken;
    } catch (...) {
      // What this thread had is missing to the others.
      fault_ = current_failure({});
      turns_.begin_anew();
      throw;
    }
  }
}

// What comes next, if it can be read before it is in turn. Whoever reads in turn does so from where
// the source stands: nothing behind it is set aside before.
std::optional<ReadStretch> InputQueue::set_aside() {
  std::optional<Stretch> stretch;
  if (current_ && (turns_.none_out() || last_was_aside_))
    stretch = current_->set_aside(options_.run.chunk_bytes);
  last_was_aside_ = stretch.has_value();
  return stretch ? std::optional(ReadStretch{std::move(*stretch), 0, {}, false}) : std::nullopt;
}

// Without the lock, beside the other threads.
void InputQueue::read_out_of_turn(std::unique_lock<std::mutex>& lock, ReadStretch& read,
                                  ChunkBuffer& buffer) {
  const Unlocked unlocked(lock);
  buffer.clear(read.stretch.bytes);
  while (read.got < read.stretch.bytes) {
    const Result<std::size_t> got = read.stretch.file->read(
        buffer.data() + read.got, read.stretch.bytes - read.got, read.stretch.begin + read.got);
    if (!got) read.error = got.error();
    if (!got || *got == 0) return;
    read.got += *got;
  }
}

Result<std::optional<InputQueue::Piece>> InputQueue::take_next(
    ChunkBuffer& buffer, std::vector<std::unique_ptr<RejectLog>>& logs, ReadStretch* read) {
  for (;;) {
    if (!current_) {
      const Result<bool> more = open_next(logs);
      if (!more) return more.error();
      if (!*more) return std::optional<Piece>();
    }
    Piece piece;
    piece.layout = opened_[current_input_].layout.get();
    Result<bool> more =
        current_->next(options_.run.chunk_bytes, buffer, piece.piece, std::exchange(read, nullptr));
    if (!more) return more.error();
    opened_[current_input_].bytes = current_->offset();
    if (!*more) {
      close_current();
      continue;
    }
    piece.piece.chunk.input = current_input_;
    piece.piece.chunk.index = next_chunk_++;
    return std::optional<Piece>(piece);
  }
}

void InputQueue::close_current() {
  turns_.begin_anew();
  const std::uint64_t position = current_->source().position();
  if (current_part_ == nullptr) {
    member_bytes_ = std::max(member_bytes_, position);
    current_.reset();
    return;
  }
  bytes_before_ += position - std::min(position, current_before_);
  current_before_ = 0;
  followed_->pause(*std::exchange(current_part_, nullptr), std::move(*current_));
  current_.reset();
}

// Goes on to the next thing that is read; false behind the last.
Result<bool> InputQueue::open_next(std::vector<std::unique_ptr<RejectLog>>& logs) {
  for (;;) {
    if (next_file_ == files_.size()) return followed_ ? go_on_with_followed(logs) : false;
    if (followed_ && !members_ && !passed_) {
      const Result<bool> opened = open_followed(logs);
      if (!opened || *opened) return opened;
      continue;
    }
    if (!members_) {
      Result<InputMembers> members = open_file_in_turn();
      if (!members) {
        if (!files_[next_file_].in_folder || !feeds_nothing(members.error()))
          return members.error();
        left_out_.push_back({files_[next_file_].path, members.error()});
        if (Status ended = end_file(); !ended) return ended.error();
        continue;
      }
      members_ = std::move(*members);
    }
    Result<std::optional<InputMember>> member = next_member();
    if (!member) return member.error();
    if (!*member) {
      if (Status ended = end_file(); !ended) return ended.error();
      continue;
    }
    const Result<bool> opened = open_member(std::move(**member));
    if (!opened) return opened.error();
    if (!*opened) continue;
    tell_opened(logs);
    return true;
  }
}

// The last of those opened is in turn.
void InputQueue::tell_opened(std::vector<std::unique_ptr<RejectLog>>& logs) {
  current_input_ = static_cast<std::uint32_t>(opened_.size() - 1);
  if (listener_) listener_(current_input_, opened_.back().name);
  for (auto& log : logs) log->set_first_line(current_input_, 1 + current_->layout()->header_lines);
}

// Asks for the files that come next; not for followed ones, which may be gone back to.
void InputQueue::open_ahead() {
  if (followed_) return;
  const std::size_t end = std::min(files_.size(), next_file_ + 1 + OpenAhead::kFiles);
  for (asked_ahead_ = std::max(asked_ahead_, next_file_ + 1); asked_ahead_ < end; ++asked_ahead_) {
    const GivenFile& file = files_[asked_ahead_];
    // A pipe may wait for ever.
    if (stamp_of_input(file.path))
      ahead_.open({asked_ahead_, file.path, options_.input_of(given_[file.given]), request(),
                   layouts_[asked_ahead_]});
  }
}

Result<InputMembers> InputQueue::open_members(const std::string& path) {
  const auto stream = options_.streams.find(path);
  if (stream == options_.streams.end()) return InputMembers::open(path);
  Result<OpenedStream> opened = stream->second();
  if (!opened) return opened.error();
  stream_ = std::move(*opened);
  return InputMembers::open(std::move(stream_->bytes), path);
}

Result<InputMembers> InputQueue::open_file_in_turn() {
  open_ahead();
  const std::string& path = files_[next_file_].path;
  std::optional<OpenedAhead> ahead = ahead_.take(next_file_);
  Result<InputMembers> opened = ahead ? std::move(ahead->members) : open_members(path);
  // Of what is open now: a change before shows here, one from now on where it is read.
  const Status same = check_stamp(next_file_, ahead ? ahead->stamp : stamp_of_input(path));
  if (!same) return same.error();
  if (!ahead) return opened;
  whole_ = std::move(ahead->whole);
  opened_ahead_ = std::move(ahead->input);
  return opened;
}

Result<std::optional<InputMember>> InputQueue::next_member() {
  if (whole_) return std::exchange(whole_, std::nullopt);
  return members_->next();
}

// False where it is left out.
Result<bool> InputQueue::open_member(InputMember member) {
  const GivenFile& file = files_[next_file_];
  const bool must_feed = member.alone && !file.in_folder;
  const std::string name = member.name;
  std::optional<Error> fault = std::move(member.fault);
  if (!fault) {
    std::optional<Result<OpenedInput>> ahead = std::exchange(opened_ahead_, std::nullopt);
    Result<OpenedInput> opened =
        ahead ? std::move(*ahead)
              : footfall::open_member(std::move(member), stamps_[next_file_].has_value(),
                                      options_of(file), request(), layouts_[next_file_]);
    if (opened) {
      current_ = std::move(*opened);
      opened_.push_back({name, given_[file.given], file.given, current_->layout(),
                         current_->offset(), next_file_});
      opened_.back().options = options_of(file);
      if (stream_) {
        opened_.back().stream = stream_->format;
        opened_.back().notes = stream_->notes;
      }
      any_fed_ = true;
      return true;
    }
    fault = unless_changed(opened.error());
  }
  if (must_feed || !feeds_nothing(*fault)) return *fault;
  left_out_.push_back({name, *fault});
  return false;
}

// Behind the last file of what was given something of it must have been read.
Status InputQueue::end_file() {
  bytes_before_ += members_ ? std::max(member_bytes_, members_->position()) : 0;
  member_bytes_ = 0;
  members_.reset();
  stream_.reset();
  passed_ = false;
  const std::size_t given = files_[next_file_].given;
  ++next_file_;
  if (next_file_ < files_.size() && files_[next_file_].given == given) return Done{};
  const std::size_t first = std::exchange(left_out_before_, left_out_.size());
  if (std::exchange(any_fed_, false)) return Done{};
  // What is the only one says best what is wrong.
  if (left_out_.size() == first + 1) return left_out_.back().why;
  std::string names;
  for (std::size_t i = first; i < left_out_.size(); ++i) {
    if (i == first + kNamesShown) {
      names += " and " + std::to_string(left_out_.size() - i) + " more";
      break;
    }
    std::string name = left_out_[i].path;
    if (name.starts_with(given_[given])) name.erase(0, given_[given].size());
    if (name.starts_with('/')) name.erase(0, 1);
    names += (i == first ? "" : ", ") + name;
  }
  return Error{ErrorKind::nothing_feeds, given_[given], names, {}};
}

std::uint64_t InputQueue::bytes_done() const {
  const std::lock_guard lock(mutex_);
  const std::uint64_t here = current_ ? current_->source().position() : 0;
  return bytes_before_ + std::max(here - std::min(here, current_before_), member_bytes_);
}

bool InputQueue::feeds(EventType type) const {
  const std::lock_guard lock(mutex_);
  return std::ranges::any_of(
      opened_, [type](const Opened& input) { return input.layout->feeds.contains(type); });
}

std::string InputQueue::input_in_turn() const {
  const std::lock_guard lock(mutex_);
  if (current_) return opened_[current_input_].name;
  return files_.empty() ? std::string() : files_[std::min(next_file_, files_.size() - 1)].path;
}

std::vector<InputQueue::Opened> InputQueue::opened() const {
  const std::lock_guard lock(mutex_);
  return opened_;
}

ReadFile InputQueue::read_file(const Opened& input) const {
  const std::lock_guard lock(mutex_);
  ReadFile file{files_[input.file].path, input.given, ReadFile::Kind::stream};
  if (followed_ && followed_->follows(input.file)) {
    file.kind = ReadFile::Kind::followed;
    file.path = input.name;
  } else if (const auto& stamp = stamps_[input.file]) {
    file.kind = ReadFile::Kind::regular;
    file.bytes = stamp->bytes;
    file.changed = nanoseconds(stamp->changed);
    file.touched = nanoseconds(stamp->touched);
  }
  return file;
}

std::vector<LeftOutInput> InputQueue::left_out() const {
  const std::lock_guard lock(mutex_);
  return left_out_;
}

std::vector<std::string> InputQueue::waiting() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> paths;
  std::vector<bool> known(given_.size());
  for (const Opened& input : opened_) known[input.place] = true;
  for (std::size_t i = 0; i < given_.size(); ++i)
    if (!known[i]) paths.push_back(given_[i]);
  return paths;
}

}  // namespace footfall
