#include "model/sql/event_file.h"

#include <unistd.h>

#include <utility>

#include "model/parse/input_formats.h"
#include "model/sql/canonical_values.h"
#include "model/sql/network.h"

namespace footfall {
namespace {

constexpr std::size_t kFrontBytes = std::size_t{1} << 20;
const LayoutRequest kAsTable = {EventTypes::all(), false, true};

Error interrupted(const std::string& path) {
  return {ErrorKind::read_failed, path, "interrupted", {}};
}

// Standard input that may have nothing to say for a while: a stop is heard all the same.
class WaitingInput final : public ByteSource {
 public:
  WaitingInput(ByteSourcePtr source, std::stop_token stop)
      : source_(std::move(source)), stop_(std::move(stop)) {}
  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    constexpr auto kForever = SqlClock::time_point::max();
    if (wait_for_socket(STDIN_FILENO, false, stop_, kForever) == Wake::stopped)
      return interrupted("-");
    return source_->read(buffer, capacity);
  }
  std::uint64_t position() const override { return source_->position(); }
  std::optional<std::uint64_t> length() const override { return source_->length(); }

 private:
  ByteSourcePtr source_;
  StopSignal stop_;
};

using TakeChunk = std::function<void(const Chunk&)>;

Status read_whole(InputMember member, const InputOptions& options, const std::stop_token& stop,
                  const TakeChunk& take) {
  LayoutRequest request = kAsTable;
  request.forms = false;
  const std::string path = member.name;
  Result<OpenedInput> again = OpenedInput::open(std::move(member), options, request);
  if (!again) return again.error();
  ChunkBuffer buffer;
  ChunkPiece piece;
  for (;;) {
    const Result<bool> more = again->next(0, buffer, piece);
    if (!more) return more.error();
    if (!*more) return Done{};
    if (stop.stop_requested()) return interrupted(path);
    if (!piece.overlong && !piece.between) take(piece.chunk);
  }
}

Status look_at_front(OpenedInput& input, const TakeChunk& take) {
  const Result<std::string_view> front = input.peek(kFrontBytes);
  if (!front) return front.error();
  std::string text(*front);
  text.append(kChunkPadding, '\0');
  // Whole records; nobody reads what follows them.
  const Result<Cut> cut = format_row(input.layout()->format)
                              .make_cutter(*input.layout())
                              ->cut(std::string_view(text).substr(0, front->size()), input.offset(),
                                    front->size() < kFrontBytes);
  if (!cut) return cut.error();
  Chunk chunk;
  chunk.bytes = std::string_view(text).substr(0, cut->end);
  take(chunk);
  return Done{};
}

}  // namespace

Result<InputMembers> members_to_load(const std::string& path, std::stop_token stop) {
  Result<ByteSourcePtr> file = open_file(path);
  if (!file) return file.error();
  if (path == "-") file = ByteSourcePtr(std::make_unique<WaitingInput>(std::move(*file), stop));
  return InputMembers::open(std::move(*file), path);
}

Result<EventFile> EventFile::open(const std::string& path, const InputOptions& options,
                                  const std::vector<std::string>& columns, std::stop_token stop) {
  Result<InputMembers> members = members_to_load(path, stop);
  if (!members) return members.error();
  Result<std::optional<InputMember>> member = members->next();
  if (!member) return member.error();
  if (!*member) return Error{ErrorKind::nothing_feeds, path, {}, {}};
  if ((*member)->fault) return *(*member)->fault;
  return open(std::move(**member), options, columns, std::move(stop));
}

Result<EventFile> EventFile::open(InputMember member, const InputOptions& options,
                                  const std::vector<std::string>& columns, std::stop_token stop) {
  if (Status distinct = check_distinct("--columns", columns); !distinct) return distinct.error();
  if (options.header == HeaderMode::no && columns.empty())
    return Error{ErrorKind::bad_option, "--has-header", "no",
                 "--columns A,B,... with it, to name the columns"};
  const std::string path = member.name;
  const bool sheet = member.sheet;
  const auto reopen = member.reopen;
  Result<OpenedInput> input = OpenedInput::open(std::move(member), options, kAsTable);
  if (!input) return input.error();
  EventFile file(std::move(*input), !columns.empty());
  const auto look_ahead = [&](const TakeChunk& take) -> Status {
    if (!reopen) return look_at_front(file.input_, take);
    Result<ByteSourcePtr> bytes = reopen();
    if (!bytes) return bytes.error();
    InputMember again;
    again.name = path;
    again.bytes = std::move(*bytes);
    again.sheet = sheet;
    return read_whole(std::move(again), options, stop, take);
  };
  auto named =
      format_row(file.layout().format).table_columns({path, file.layout(), columns, look_ahead});
  if (!named) return named.error();
  file.columns_ = std::move(*named);
  // What the caller chose is not added to.
  if (columns.empty())
    for (EventColumn& column : composed_columns(file.layout(), file.columns_))
      file.columns_.push_back(std::move(column));
  file.sources_ = source_columns(file.layout(), file.columns_);
  return file;
}

}  // namespace footfall
