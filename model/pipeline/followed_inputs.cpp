// Long, for what can become of a file has many cases that lean on each other.
#include "model/pipeline/followed_inputs.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "model/input/container_kind.h"
#include "model/parse/record_sample.h"
#include "model/parse/same_reading.h"

namespace footfall {
namespace {

// A long file that nothing could be made of is looked at again when it is so many times as long.
constexpr std::uint64_t kGrownBy = 2;

std::optional<FileId> id_of_path(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return id_of(status);
}

// A line that tells of others, such as those that a log of W3C begins with.
bool begins_with_remarks(std::string_view front) { return front.starts_with('#'); }

}  // namespace

// Bytes that a layout is made from: of a short file its whole lines, so that one that is being
// written misleads nobody.
std::uint64_t FollowedInputs::planning_end(const FollowedPart& part) const {
  const std::uint64_t size = part.bytes->size();
  if (part.ending || size >= kSampleBytes) return size;
  const std::string front = part.bytes->front(kSampleBytes);
  // What holds no text has no lines to wait for; opening it finds out what it is.
  const SniffedKind kind = sniff_kind(front);
  if (kind.container != ContainerKind::none || kind.refused != nullptr) return size;
  return end_of_whole_lines(front);
}

Result<OpenedInput> FollowedInputs::open_source(const FollowedPart& part, ByteSourcePtr bytes,
                                                std::uint64_t most) {
  Result<InputMembers> members = InputMembers::open(std::move(bytes), part.path);
  if (!members) return members.error();
  Result<std::optional<InputMember>> member = members->next();
  if (!member) return member.error();
  if (!*member || !(*member)->alone || !(*member)->decoding.empty())
    return Error{ErrorKind::unsupported, part.path, "packed", {}};
  (*member)->reopen = [file = part.bytes, most]() -> Result<ByteSourcePtr> {
    return file->copy_of_front(most);
  };
  return open_(std::move(**member), part.file);
}

Result<bool> FollowedInputs::open(FollowedPart& part) {
  part.due = false;
  const std::uint64_t end = planning_end(part);
  if (end == 0 && !part.ending) return false;
  if (!part.ending) part.bytes->set_limit(end);
  Result<OpenedInput> input = open_source(part, part.bytes->source(), end);
  // Else a file that is written faster than it is read would never be done with.
  if (!part.ending) part.bytes->set_limit(part.bytes->size());
  part.planned = end;
  if (!input) {
    part.bytes->forget();
    return input.error();
  }
  part.settled = part.ending || end >= kSampleBytes;
  part.layout = input->layout();
  part.input.emplace(std::move(*input));
  return true;
}

Result<FollowedInputs::Begun> FollowedInputs::begin(std::size_t file, const std::string& path) {
  const auto first = std::ranges::find(parts_, file, &FollowedPart::file);
  FollowedPart* part = first == parts_.end() ? nullptr : first->get();
  if (part == nullptr) {
    Result<std::shared_ptr<FollowedFile>> bytes = FollowedFile::open(path);
    if (!bytes) return bytes.error();
    if (!*bytes) return Begun::not_followed;
    part = &add_part(file, path, std::move(*bytes));
    names_.push_back({file, path, false, false, {}});
  }
  const Result<bool> opened = open(*part);
  if (opened) {
    if (*opened) return Begun::opened;
    note({FollowNoteKind::waiting, path});
    return Begun::waiting;
  }
  if (opened.error().kind != ErrorKind::unsupported && begins_with_remarks(part->bytes->front(1)) &&
      part->planned < kSampleBytes) {
    note({FollowNoteKind::waiting, path, {}, 0, opened.error()});
    return Begun::waiting;
  }
  std::erase_if(parts_, [&](const auto& known) { return known.get() == part; });
  std::erase_if(names_, [&](const Name& name) { return name.file == file; });
  if (opened.error().kind == ErrorKind::unsupported) return Begun::not_followed;
  return opened.error();
}

FollowedPart* FollowedInputs::newest_of(std::size_t file) {
  for (const auto& part : parts_)
    if (part->file == file && part->newest) return part.get();
  return nullptr;
}

FollowedPart& FollowedInputs::add_part(std::size_t file, const std::string& path,
                                       std::shared_ptr<FollowedFile> bytes) {
  FollowedPart& part = *parts_.emplace_back(std::make_unique<FollowedPart>());
  part.file = file;
  part.turn = next_turn_++;
  part.path = path;
  part.bytes = std::move(bytes);
  return part;
}

bool FollowedInputs::follows(std::size_t file) const {
  return std::ranges::find(names_, file, &Name::file) != names_.end();
}

FollowedPart& FollowedInputs::part_of(std::size_t file) {
  return **std::ranges::find(parts_, file, &FollowedPart::file);
}

void FollowedInputs::want(FollowedPart& part, Look& look) {
  if (part.closed) return;
  if (!part.ending) part.bytes->set_limit(part.bytes->size());
  look.more = true;
  look.fresh = look.fresh || !part.input;
  if (std::ranges::find(wanted_, &part) == wanted_.end()) wanted_.push_back(&part);
}

FollowedPart* FollowedInputs::next() {
  if (wanted_.empty()) return nullptr;
  FollowedPart* const part = wanted_.front();
  wanted_.erase(wanted_.begin());
  return part;
}

std::uint64_t FollowedInputs::bytes_ahead() const {
  std::uint64_t bytes = 0;
  for (const FollowedPart* part : wanted_) {
    const std::uint64_t size = part->bytes->size();
    const std::uint64_t read = part->input ? part->bytes->mark().bytes : 0;
    bytes += size - std::min(size, read);
  }
  return bytes;
}

void FollowedInputs::pause(FollowedPart& part, OpenedInput input) {
  part.reading = false;
  if (part.ending) {
    part.closed = true;
    return;
  }
  part.input.emplace(std::move(input));
}

void FollowedInputs::begin_part(std::size_t file, const std::string& path,
                                std::shared_ptr<FollowedFile> bytes) {
  for (const auto& part : parts_)
    if (part->file == file) {
      // The one before the last is not written to any more.
      if (!part->newest && !part->ending) part->ending = true;
      part->newest = false;
    }
  add_part(file, path, std::move(bytes));
}

// Whose content the file under a name is that was read under another name, or before.
const FollowedPart* FollowedInputs::known_part(const Name& name, FollowedFile& bytes) const {
  for (const auto& part : parts_) {
    if (!part->bytes || part->bytes->mark().bytes == 0) continue;
    const auto holds = [&] {
      const Growth growth = growth_of(part->bytes->mark(), bytes.found(part->bytes->mark()));
      return growth == Growth::none || growth == Growth::more;
    };
    // The number of a file that is gone may be another's.
    if (part->bytes->id() == bytes.id() && (part->bytes->is_open() || holds())) return part.get();
    // A copy that was made before the file was cut.
    if (part->lost && part->file != name.file) {
      const std::uint64_t header = part->layout ? part->layout->header_bytes : 0;
      if (part->bytes->mark().bytes >= header + ReadMark::kEndBytes / 2 && holds())
        return part.get();
    }
  }
  return nullptr;
}

// Against what was read of it, and what was seen but not read yet.
Growth FollowedInputs::growth_of_part(const FollowedPart& part) {
  const Growth growth = part.bytes->growth();
  if (growth != Growth::none && growth != Growth::more) return growth;
  if (part.bytes->size() < part.seen) return Growth::shorter;
  if (part.bytes->mark().bytes < part.seen_front.size() &&
      part.bytes->front(part.seen_front.size()) != part.seen_front)
    return Growth::other;
  return growth;
}

// What was written between the last look and the moment a file was cut is in the copy that was made
// before, if that lies beside it and has the file's name in front of its own.
bool FollowedInputs::go_on_in_copy(FollowedPart& part, std::string& copy) const {
  if (part.bytes->mark().bytes == 0 && part.seen == 0) return false;
  const std::filesystem::path path(part.path);
  const std::string front = part.path.substr(0, part.path.rfind('/') + 1);
  const std::filesystem::path folder = front.empty() ? "." : front;
  const std::string name = path.filename().string();
  std::error_code fault;
  std::vector<std::string> copies;
  for (std::filesystem::directory_iterator entry(folder, fault), end; !fault && entry != end;
       entry.increment(fault)) {
    const std::string other = entry->path().filename().string();
    if (other != name && other.starts_with(name)) copies.push_back(front + other);
  }
  std::ranges::sort(copies);
  for (const std::string& other : copies) {
    Result<std::shared_ptr<FollowedFile>> file = FollowedFile::open(other);
    if (!file || !*file || (*file)->size() < part.seen ||
        (*file)->front(part.seen_front.size()) != part.seen_front || !part.bytes->go_on_in(**file))
      continue;
    copy = other;
    return true;
  }
  return false;
}

Status FollowedInputs::look_at_name(Name& name) {
  const std::optional<FileId> id = id_of_path(name.path);
  FollowedPart* const newest = newest_of(name.file);
  if (!id) {
    if (!std::exchange(name.gone, true)) note({FollowNoteKind::gone, name.path});
    return Done{};
  }
  if (newest != nullptr && newest->bytes->id() == *id && !newest->ending) {
    name.gone = false;
    const Growth growth = growth_of_part(*newest);
    if (growth == Growth::none || growth == Growth::more) return Done{};
    Result<std::shared_ptr<FollowedFile>> again = FollowedFile::open(name.path);
    if (!again || !*again) return Done{};
    const std::uint64_t bytes = newest->bytes->mark().bytes;
    if (std::string copy; go_on_in_copy(*newest, copy)) {
      note({FollowNoteKind::cut_copied, name.path, copy, bytes});
    } else {
      newest->bytes->close_here();
      newest->lost = true;
      newest->closed = !newest->input;
      note({growth == Growth::shorter ? FollowNoteKind::cut : FollowNoteKind::rewritten,
            name.path,
            {},
            bytes});
    }
    newest->ending = true;
    begin_part(name.file, name.path, std::move(*again));
    return Done{};
  }
  if (name.passed_over == id) return Done{};
  Result<std::shared_ptr<FollowedFile>> bytes = FollowedFile::open(name.path);
  if (!bytes || !*bytes) {
    if (!bytes && !std::exchange(name.unreadable, true))
      note({FollowNoteKind::waiting, name.path, {}, 0, bytes.error()});
    return Done{};
  }
  name.gone = name.unreadable = false;
  if (const FollowedPart* known = known_part(name, **bytes)) {
    name.passed_over = id;
    note({FollowNoteKind::known, name.path, known->path});
    return Done{};
  }
  name.passed_over.reset();
  note({FollowNoteKind::replaced, name.path, {}, newest ? newest->bytes->mark().bytes : 0});
  begin_part(name.file, name.path, std::move(*bytes));
  return Done{};
}

// A layout may come out otherwise as long as the front that it is made from grows.
Status FollowedInputs::plan_again(FollowedPart& part, Look& look) {
  if (part.settled || !part.opened || !part.layout || part.lost) return Done{};
  if (const std::uint64_t size = part.bytes->size();
      std::exchange(part.looked_at, size) == size && !part.ending)
    return Done{};
  const std::uint64_t end = planning_end(part);
  if (end == part.planned && !part.ending) return Done{};
  Result<OpenedInput> again = open_source(part, part.bytes->copy_of_front(end), end);
  if (!again) return again.error();
  part.planned = end;
  part.settled = part.ending || end >= kSampleBytes;
  if (told_.size() <= *part.opened) told_.resize(*part.opened + 1);
  told_[*part.opened] = again->layout();
  if (!same_reading(*part.layout, *again->layout())) look.reread = true;
  return Done{};
}

Status FollowedInputs::look_at_part(FollowedPart& part, Look& look) {
  if (part.closed) return Done{};
  if (part.reading) {
    look.more = look.open = true;
    return Done{};
  }
  const Growth growth = growth_of_part(part);
  if (!part.newest && !part.ending) {
    if (growth == Growth::shorter || growth == Growth::other) {
      part.ending = part.lost = true;
      part.bytes->close_here();
      part.closed = !part.input;
      note({FollowNoteKind::cut, part.path, {}, part.bytes->mark().bytes});
    } else {
      // An old one that nobody can find any more.
      part.ending = part.bytes->nameless();
    }
  }
  if (!part.lost) {
    part.seen = part.bytes->size();
    if (part.seen_front.size() < ReadMark::kEndBytes)
      part.seen_front = part.bytes->front(ReadMark::kEndBytes);
  }
  if (part.ending) {
    if (!part.lost) part.bytes->close_end();
    if (Status planned = plan_again(part, look); !planned) return planned;
    want(part, look);
    return Done{};
  }
  look.open = true;
  if (part.input) {
    if (Status planned = plan_again(part, look); !planned) return planned;
    if (growth == Growth::more) want(part, look);
    return Done{};
  }
  if (const std::uint64_t size = part.bytes->size(); std::exchange(part.looked_at, size) != size) {
    const std::uint64_t end = planning_end(part);
    part.due = part.due || (end > part.planned && (end <= kSampleBytes || part.planned == 0 ||
                                                   end >= kGrownBy * part.planned));
  }
  if (part.due) want(part, look);
  return Done{};
}

Result<FollowedInputs::Look> FollowedInputs::look() {
  Look look;
  for (Name& name : names_) {
    look.open = true;
    if (Status looked = look_at_name(name); !looked) return looked.error();
  }
  // Parts of a name stand in their order: what is left of an old one is read before a new one.
  wanted_.clear();
  for (std::size_t i = 0; i < parts_.size(); ++i)
    if (Status looked = look_at_part(*parts_[i], look); !looked) return looked.error();
  return look;
}

Result<FollowedInputs::Look> FollowedInputs::end() {
  Result<Look> looked = look();
  if (!looked) return looked;
  wanted_.clear();
  for (const auto& part : parts_) {
    if (part->closed || part->reading) continue;
    if (!part->lost) part->bytes->close_end();
    part->ending = true;
    if (Status planned = plan_again(*part, *looked); !planned) return planned.error();
    want(*part, *looked);
  }
  looked->open = false;
  return looked;
}

bool FollowedInputs::can_read_again(std::uint32_t first_opened) const {
  return std::ranges::all_of(parts_, [&](const auto& part) {
    return !part->opened || *part->opened < first_opened || (part->bytes && !part->lost);
  });
}

bool FollowedInputs::settled(std::uint32_t first_opened) const {
  return std::ranges::all_of(parts_, [&](const auto& part) {
    return !part->opened || *part->opened < first_opened || part->settled || part->closed;
  });
}

void FollowedInputs::read_again(std::uint32_t first_opened, std::size_t next_file) {
  wanted_.clear();
  std::set<std::size_t> begun;
  for (const auto& part : parts_) {
    const bool first = begun.insert(part->file).second;
    if ((part->opened && *part->opened < first_opened) || part->lost) continue;
    part->opened.reset();
    part->input.reset();
    part->layout.reset();
    part->closed = false;
    part->planned = 0;
    part->settled = false;
    part->due = !first || part->file < next_file;
    if (part->due) wanted_.push_back(part.get());
  }
  told_.resize(std::min<std::size_t>(told_.size(), first_opened));
}

std::shared_ptr<const InputLayout> FollowedInputs::told_layout(std::uint32_t opened) const {
  return opened < told_.size() ? told_[opened] : nullptr;
}

std::uint64_t FollowedInputs::release(std::uint32_t before_opened) {
  std::uint64_t kept = 0;
  for (const auto& part : parts_) {
    if (!part->closed || !part->bytes->is_open()) continue;
    if (part->opened && *part->opened >= before_opened) {
      kept += part->bytes->size();
    } else {
      part->bytes->let_go();
    }
  }
  return kept;
}

std::vector<std::string> FollowedInputs::paths() const {
  std::vector<std::string> paths;
  for (const Name& name : names_) paths.push_back(name.path);
  return paths;
}

}  // namespace footfall
