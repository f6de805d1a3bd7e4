#include "model/input/input_members.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "model/input/decoders.h"
#include "model/input/sheet_source.h"

namespace footfall {
namespace {

constexpr std::size_t kMostLayers = 4;  // of packing around each other
constexpr std::size_t kMostLevels = 3;  // of archives in each other

bool is_regular_file(const std::string& path) {
  struct stat status {};
  return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

std::string joined_words(const std::string& words, std::string_view word) {
  return words.empty() ? std::string(word) : words + ", " + std::string(word);
}

Error refused(const std::string& path, const RefusedKind& kind) {
  return {ErrorKind::unreadable_kind, path, std::string(kind.name), std::string(kind.remedy)};
}

bool is_passed_over(const std::string& member) {
  constexpr std::string_view kResourceForks = "__MACOSX/";
  return member.starts_with(kResourceForks) || member.find("/__MACOSX/") != std::string::npos;
}

// What a zip archive is, by the names in it.
struct ZipContents {
  bool workbook = false;
  const RefusedKind* refused = nullptr;
};

Result<ZipContents> look_into_zip(const std::string& path) {
  Result<ArchiveReader::Ptr> archive = ArchiveReader::open_zip(path);
  if (!archive) return archive.error();
  ZipContents contents;
  bool types = false;
  bool book = false;
  for (;;) {
    const Result<bool> more = (*archive)->next();
    if (!more) return more.error();
    if (!*more) break;
    const std::string& name = (*archive)->name();
    types = types || name == "[Content_Types].xml";
    book = book || name.ends_with("workbook.xml");
    if (contents.refused == nullptr) contents.refused = refused_by_member(name);
  }
  contents.workbook = types && book && contents.refused == nullptr;
  return contents;
}

// Goes to a member again; the archive was read before.
Result<ByteSourcePtr> member_again(Result<ArchiveReader::Ptr> archive, const std::string& path,
                                   std::size_t place) {
  if (!archive) return archive.error();
  for (;;) {
    const Result<bool> more = (*archive)->next();
    if (!more) return more.error();
    if (!*more) return Error{ErrorKind::input_changed, path, {}, {}};
    if ((*archive)->place() == place) return member_source(std::move(*archive));
  }
}

}  // namespace

Result<InputMembers> InputMembers::open(const std::string& path) {
  Result<ByteSourcePtr> file = open_file(path);
  if (!file) return file.error();
  return open(std::move(*file), path);
}

Result<InputMembers> InputMembers::open(ByteSourcePtr file, const std::string& path) {
  InputMembers members(path);
  Result<Opened> opened = unwrap(std::move(file), path, {});
  if (!opened) return opened.error();
  const bool again = is_regular_file(path);
  if (opened->container == ContainerKind::zip) {
    if (!opened->decoding.empty() || !again)
      return Error{ErrorKind::unreadable_kind, path,
                   opened->decoding.empty() ? "a zip archive or .xlsx workbook on a pipe"
                                            : "a packed zip archive or .xlsx workbook",
                   "its directory stands at its end, so it needs a file: save it as one and give "
                   "that file's name"};
    if (Status entered = members.enter_zip("zip"); !entered) return entered.error();
    return members;
  }
  if (opened->container == ContainerKind::tar) {
    Result<ArchiveReader::Ptr> archive = ArchiveReader::open_tar(std::move(opened->bytes), path);
    if (!archive) return archive.error();
    members.levels_.push_back(
        {std::move(*archive), path, joined_words(opened->decoding, "tar"), nullptr});
    return members;
  }
  InputMember& whole = members.whole_.emplace();
  whole.name = path;
  whole.bytes = std::move(opened->bytes);
  whole.decoding = std::move(opened->decoding);
  if (again)
    whole.reopen = [path]() -> Result<ByteSourcePtr> {
      Result<ByteSourcePtr> once_more = open_file(path);
      if (!once_more) return once_more.error();
      Result<Opened> unwrapped = unwrap(std::move(*once_more), path, {});
      if (!unwrapped) return unwrapped.error();
      return std::move(unwrapped->bytes);
    };
  return members;
}

Result<InputMembers::Opened> InputMembers::unwrap(ByteSourcePtr source, const std::string& path,
                                                  std::string decoding) {
  Opened opened{std::move(source), std::move(decoding)};
  for (std::size_t layer = 0;; ++layer) {
    auto peeked = std::make_unique<PeekedSource>(std::move(opened.bytes));
    const Result<std::string_view> front = peeked->peek(kSniffBytes);
    if (!front) return front.error();
    const SniffedKind sniffed = sniff_kind(*front);
    if (sniffed.refused != nullptr) return refused(path, *sniffed.refused);
    opened.bytes = std::move(peeked);
    if (sniffed.container == ContainerKind::none || sniffed.container == ContainerKind::tar ||
        sniffed.container == ContainerKind::zip) {
      opened.container = sniffed.container;
      return opened;
    }
    if (layer == kMostLayers)
      return Error{ErrorKind::unreadable_kind, path, "packed more than four times over",
                   "unpack it, and give what comes out"};
    opened.bytes = unpack(sniffed.container, std::move(opened.bytes), path);
    opened.decoding = joined_words(opened.decoding, container_name(sniffed.container));
  }
}

Status InputMembers::enter_zip(const std::string& decoding) {
  const Result<ZipContents> contents = look_into_zip(path_);
  if (!contents) return contents.error();
  if (contents->refused != nullptr) return refused(path_, *contents->refused);
  Level level{nullptr, path_, decoding, nullptr};
  if (contents->workbook) {
    Result<std::shared_ptr<const Workbook>> workbook = Workbook::open(path_);
    if (!workbook) return workbook.error();
    level.workbook = std::move(*workbook);
    level.decoding = "workbook";
  }
  Result<ArchiveReader::Ptr> archive = ArchiveReader::open_zip(path_);
  if (!archive) return archive.error();
  level.archive = std::move(*archive);
  levels_.push_back(std::move(level));
  return Done{};
}

Result<std::optional<InputMember>> InputMembers::next() {
  if (whole_) return std::exchange(whole_, std::nullopt);
  while (!levels_.empty()) {
    Level& level = levels_.back();
    const Result<bool> more = level.archive->next();
    if (!more) return more.error();
    if (!*more) {
      if (Status same = level.archive->check_unchanged(); !same) return same.error();
      if (levels_.size() == 1) break;  // its position is still asked for
      levels_.pop_back();
      continue;
    }
    Result<std::optional<InputMember>> member = member_of(level);
    if (!member || *member) return member;
  }
  return std::optional<InputMember>();
}

// No value where the member is passed over, or an archive that was entered.
Result<std::optional<InputMember>> InputMembers::member_of(Level& level) {
  ArchiveReader& archive = *level.archive;
  const std::string name = level.path + (level.path.ends_with('/') ? "" : "/") + archive.name();
  InputMember member;
  member.alone = false;
  const bool outermost = levels_.size() == 1;
  if (level.workbook) {
    const WorkbookSheet* const sheet = level.workbook->sheet_in(archive.name());
    if (sheet == nullptr) return std::optional<InputMember>();
    member.name = level.path + '/' + sheet->name;
    if (sheet->hidden)
      return std::optional(faulty(
          member.name, {ErrorKind::unreadable_kind, member.name, "a hidden sheet",
                        "show it in a spreadsheet program and save the workbook to have it read"}));
    member.sheet = true;
    member.decoding = level.decoding;
    member.bytes = sheet_as_csv(member_source(level.archive), level.workbook, member.name);
    member.reopen = [path = path_, place = archive.place(), workbook = level.workbook,
                     shown = member.name]() -> Result<ByteSourcePtr> {
      Result<ByteSourcePtr> xml = member_again(ArchiveReader::open_zip(path), path, place);
      if (!xml) return xml.error();
      return sheet_as_csv(std::move(*xml), workbook, shown);
    };
    return std::optional(std::move(member));
  }
  if (is_passed_over(archive.name())) return std::optional<InputMember>();
  if (archive.encrypted())
    return Error{ErrorKind::unreadable_kind, name, "in an archive with a password",
                 "unpack it with the password, and give the files that come out"};
  Result<Opened> opened = unwrap(member_source(level.archive), name, level.decoding);
  if (!opened) {
    if (opened.error().kind == ErrorKind::unreadable_kind)
      return std::optional(faulty(name, opened.error()));
    return opened.error();
  }
  if (opened->container == ContainerKind::zip)
    return std::optional(faulty(name, {ErrorKind::unreadable_kind, name,
                                       "a zip archive or .xlsx workbook within an archive",
                                       "unpack the outer one, and give what comes out"}));
  if (opened->container == ContainerKind::tar) {
    if (levels_.size() == kMostLevels)
      return std::optional(
          faulty(name, {ErrorKind::unreadable_kind, name, "an archive within more than two others",
                        "unpack the outer ones, and give what comes out"}));
    Result<ArchiveReader::Ptr> inner = ArchiveReader::open_tar(std::move(opened->bytes), name);
    if (!inner) return inner.error();
    levels_.push_back({std::move(*inner), name, joined_words(opened->decoding, "tar"), nullptr});
    return std::optional<InputMember>();
  }
  member.name = name;
  member.bytes = std::move(opened->bytes);
  member.decoding = std::move(opened->decoding);
  if (outermost && is_regular_file(path_))
    member.reopen = [path = path_, name, place = archive.place(),
                     tar = level.decoding != "zip"]() -> Result<ByteSourcePtr> {
      Result<ArchiveReader::Ptr> again = [&]() -> Result<ArchiveReader::Ptr> {
        if (!tar) return ArchiveReader::open_zip(path);
        Result<ByteSourcePtr> file = open_file(path);
        if (!file) return file.error();
        Result<Opened> unwrapped = unwrap(std::move(*file), path, {});
        if (!unwrapped) return unwrapped.error();
        return ArchiveReader::open_tar(std::move(unwrapped->bytes), path);
      }();
      Result<ByteSourcePtr> bytes = member_again(std::move(again), path, place);
      if (!bytes) return bytes.error();
      Result<Opened> unwrapped = unwrap(std::move(*bytes), name, {});
      if (!unwrapped) return unwrapped.error();
      return std::move(unwrapped->bytes);
    };
  return std::optional(std::move(member));
}

InputMember InputMembers::faulty(std::string name, Error error) const {
  InputMember member;
  member.name = std::move(name);
  member.alone = false;
  member.fault = std::move(error);
  return member;
}

std::uint64_t InputMembers::position() const {
  return levels_.empty() ? 0 : levels_.front().archive->position();
}

}  // namespace footfall
