#include "model/sql/event_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "model/core/letter_case.h"
#include "model/input/open_input.h"
#include "model/parse/csv_cutter.h"
#include "model/parse/ndjson_parser.h"
#include "model/sql/event_front.h"
#include "model/sql/network.h"

namespace footfall {
namespace {

constexpr std::size_t kFirstPeek = std::size_t{64} << 10;
constexpr std::size_t kKeysPeek = std::size_t{1} << 20;
constexpr std::size_t kChunkBytes = std::size_t{192} << 10;

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
  return text;
}

// Two columns whose names differ in case alone could not be told apart by a report.
Status check_distinct(const std::string& path, const std::vector<std::string>& names) {
  std::set<std::string> seen;
  for (const std::string& name : names)
    if (!seen.insert(lower_case(name)).second)
      return Error{ErrorKind::doubled_column, path, listed(names), name};
  return Done{};
}

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

// Gathers the keys; the rows themselves do not matter.
struct KeySink {
  void row(const Field*, const RecordPlace&) {}
  void reject(RejectReason, const RecordPlace&) {}
};

// The keys that reports read, and their place in a table: the first step of a path.
void add_role_keys(ReportKinds kinds, std::vector<EventColumn>& columns) {
  for (const ReportKind kind : kAllReports) {
    if (!kinds.contains(kind)) continue;
    for (const Role& role : roles_of(kind)) {
      const std::size_t dot = role.json_path.find('.');
      const std::string_view key = role.json_path.substr(0, dot);
      const bool json = dot != std::string_view::npos;
      auto found = std::find_if(columns.begin(), columns.end(),
                                [&](const EventColumn& c) { return c.name == key; });
      if (found == columns.end())
        found = columns.insert(columns.end(), {std::string(key), false, false});
      found->json = json;
      found->scalar = !json;
    }
  }
}

}  // namespace

bool is_regular_file(const std::string& path) {
  struct stat status {};
  return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

Result<EventFile> EventFile::open(const std::string& path, const InputOptions& options,
                                  const std::vector<std::string>& columns, std::stop_token stop) {
  EventFile file;
  file.stop_ = stop;
  std::string decoding;
  Result<ByteSourcePtr> source = open_file(path);
  if (!source) return source.error();
  if (path == "-")
    source = ByteSourcePtr(std::make_unique<WaitingInput>(std::move(*source), std::move(stop)));
  source = decode_input(std::move(*source), path, options.encoding, &decoding);
  if (!source) return source.error();
  file.reader_ = std::make_unique<ChunkReader>(std::move(*source));
  file.chosen_ = !columns.empty();
  if (Status read = file.read_front(path, options, columns); !read) {
    // Errors of decoding do not know the file's name.
    Error error = read.error();
    if (error.where.empty()) error.where = path;
    return error;
  }
  file.layout_.decoding = std::move(decoding);
  return file;
}

Status EventFile::read_front(const std::string& path, const InputOptions& options,
                             const std::vector<std::string>& columns) {
  if (Status distinct = check_distinct("--columns", columns); !distinct) return distinct;
  if (options.header == HeaderMode::no && columns.empty())
    return Error{ErrorKind::bad_option, "--has-header", "no",
                 "--columns A,B,... with it, to name the columns"};
  Result<std::string_view> mark = reader_->peek(3);
  if (!mark) return mark.error();
  if (mark->substr(0, 3) == "\xEF\xBB\xBF") reader_->skip(3);
  for (std::size_t wanted = kFirstPeek;; wanted *= 4) {
    const Result<std::string_view> head = reader_->peek(wanted);
    if (!head) return head.error();
    auto front = read_event_front(path, *head, head->size() < wanted, options);
    if (!front) return front.error();
    if (!*front) continue;
    layout_ = std::move((*front)->layout);
    Status named = Done{};
    if (layout_.format == InputFormat::csv) {
      cutter_ = std::make_unique<CsvCutter>(layout_.dialect);
      named = name_csv_columns(path, std::move((*front)->names), columns);
    } else {
      cutter_ = std::make_unique<LineCutter>(layout_.dialect.record_limit);
      if (layout_.format == InputFormat::access_log && !columns.empty())
        return Error{ErrorKind::bad_option, "--columns", listed(columns),
                     "it for CSV and NDJSON; an access log has columns of its own"};
      if (layout_.format == InputFormat::access_log) name_log_columns();
      const Result<std::string_view> keys = reader_->peek(kKeysPeek);
      if (!keys) return keys.error();
      if (layout_.format == InputFormat::ndjson)
        named = name_members(path, options, *keys, columns);
    }
    reader_->skip(layout_.header_bytes);
    return named;
  }
}

Status EventFile::name_csv_columns(const std::string& path, std::vector<std::string> names,
                                   const std::vector<std::string>& columns) {
  const bool headless = names.empty() && layout_.header_bytes == 0;
  if (headless) names = columns;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i].empty()) names[i] = "column_" + std::to_string(i + 1);
  if (Status distinct = check_distinct(path, names); !distinct) return distinct;
  csv_.dialect = layout_.dialect;
  csv_.width = names.size();
  for (const std::string& name : columns.empty() ? names : columns) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& n) {
      return equal_in_any_case(n, name);
    });
    // An empty file has no header to look for names in.
    if (found == names.end() && !names.empty())
      return Error{ErrorKind::missing_column, path, listed(names), name};
    csv_.columns.push_back(found == names.end() ? CsvLayout::kAbsent
                                                : static_cast<std::size_t>(found - names.begin()));
    columns_.push_back({name, false, false});
  }
  return Done{};
}

Status EventFile::name_members(const std::string& path, const InputOptions& options,
                               std::string_view head, const std::vector<std::string>& columns) {
  for (const std::string& name : columns) columns_.push_back({name, false, false});
  if (columns.empty()) {
    MemberScratch scratch;
    const MemberLayout layout{{{}, true}, layout_.dialect.record_limit};
    KeySink sink;
    if (is_regular_file(path)) {
      Result<ByteSourcePtr> source = open_input(path, options.encoding);
      if (!source) return source.error();
      ChunkReader again(std::move(*source));
      ChunkBuffer buffer;
      ChunkPiece piece;
      const Result<std::string_view> mark = again.peek(3);
      if (!mark) return mark.error();
      if (*mark == "\xEF\xBB\xBF") again.skip(3);
      for (;;) {
        const Result<bool> more = again.next(*cutter_, kChunkBytes, buffer, piece);
        if (!more) return more.error();
        if (!*more) break;
        if (stop_.stop_requested()) return interrupted(path);
        if (!piece.overlong) parse_ndjson(piece.chunk, layout, scratch, sink);
      }
    } else {
      // Whole lines; 64 readable bytes behind them.
      std::string lines(head.substr(0, head.rfind('\n') + 1));
      if (head.size() < kKeysPeek) lines = head;
      const std::size_t size = lines.size();
      lines.append(kChunkPadding, '\0');
      Chunk chunk;
      chunk.bytes = std::string_view(lines).substr(0, size);
      parse_ndjson(chunk, layout, scratch, sink);
    }
    if (scratch.parser.columns().size() > MemberParser::kMostColumns)
      return Error{ErrorKind::unsupported, path, "a file with more than 1600 keys",
                   "--columns A,B,... to name those to load"};
    for (const MemberLayout::Column& column : scratch.parser.columns())
      if (json::valid_utf8(column.key)) columns_.push_back({column.key, column.json, false});
  }
  ReportKinds kinds = layout_.kinds;
  std::vector<EventColumn> with_roles = columns_;
  add_role_keys(kinds, with_roles);
  // What the caller chose is not added to.
  if (!columns.empty()) with_roles.resize(columns_.size());
  columns_ = std::move(with_roles);
  return Done{};
}

void EventFile::name_log_columns() {
  for (const char* name : {"timestamp", "page_url", "visitor_id", "host", "user_agent", "line"})
    columns_.push_back({name, false, false});
}

Result<bool> EventFile::next(std::size_t chunk_bytes, ChunkBuffer& buffer, ChunkPiece& piece) {
  return reader_->next(*cutter_, chunk_bytes == 0 ? kChunkBytes : chunk_bytes, buffer, piece);
}

}  // namespace footfall
