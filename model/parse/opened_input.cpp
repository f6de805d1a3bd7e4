#include "model/parse/opened_input.h"

#include <algorithm>

#include "model/core/parallel.h"
#include "model/core/utf8.h"
#include "model/input/decoders.h"
#include "model/input/open_input.h"
#include "model/parse/form_choice.h"
#include "model/parse/input_formats.h"
#include "model/parse/json_scanner.h"
#include "model/parse/record_sample.h"

namespace footfall {
namespace {

// 128–512 KiB blocks read fastest from the page cache and leave room for the index in the
// second-level cache.
constexpr std::size_t kChunkBytes = std::size_t{192} << 10;
// What an input's layout is made from, unless its first record is longer: the same for a file, its
// packed form and a pipe.
constexpr const char* kGuessed = "WINDOWS-1252";
constexpr std::string_view kMark = "\xEF\xBB\xBF";

// Looks at ever more of the front until the layout is clear.
Result<InputLayout> read_layout(const std::string& path, PeekedSource& source,
                                const InputOptions& options, const LayoutRequest& request) {
  for (std::size_t wanted = kSampleBytes;; wanted *= 4) {
    Result<std::string_view> head = source.peek(wanted);
    if (!head) return head.error();
    const bool is_all = head->size() < wanted;
    const std::size_t mark = head->starts_with(kMark) ? kMark.size() : 0;
    Result<std::optional<InputLayout>> layout =
        make_layout({path, head->substr(mark), is_all, options, request});
    if (!layout) return layout.error();
    if (!*layout) continue;
    (*layout)->header_bytes += mark;
    return std::move(**layout);
  }
}

// Text that is no UTF-8 at all, but of Windows-1252, as exports from older programs are.
bool is_single_byte_text(std::string_view text) {
  constexpr std::string_view kUnused("\x81\x8D\x8F\x90\x9D");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = utf8_character_size(text.substr(at));
    if (size > 1 || kUnused.find(text[at]) != std::string_view::npos) return false;
    at += std::max<std::size_t>(size, 1);
  }
  return true;
}

// What is wrong with names, as far as they were understood.
bool lacks_columns(const Error& error) {
  switch (error.kind) {
    case ErrorKind::missing_roles:
    case ErrorKind::missing_column:
    case ErrorKind::doubled_column:
    case ErrorKind::no_header:
    case ErrorKind::one_column:
    case ErrorKind::other_header:
    case ErrorKind::unknown_format:
      return true;
    default:
      return false;
  }
}

std::size_t lines_with_invalid_bytes(std::string_view text) {
  std::size_t lines = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    if (!json::valid_utf8(text.substr(0, end))) ++lines;
    text.remove_prefix(end);
  }
  return lines;
}

// A character that the sample's end cuts in two is not its fault.
std::string_view whole_characters(std::string_view text, bool is_all) {
  if (is_all) return text;
  const std::size_t end = text.rfind('\n');
  return text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
}

// The encoding of a plan is that of the file it was made of: text that shows to be UTF-8 is not
// read as another.
Status check_plans_encoding(InputMember& member, InputOptions& options) {
  if (options.expected_header.empty() || options.encoding.empty() ||
      options.encoding.starts_with("UTF-"))
    return Done{};
  auto bytes = std::make_unique<PeekedSource>(std::move(member.bytes));
  const Result<std::string_view> sample = bytes->peek(kSampleBytes);
  if (!sample) return sample.error();
  const std::string_view text = whole_characters(*sample, sample->size() < kSampleBytes);
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!std::ranges::all_of(text, is_ascii) && json::valid_utf8(text)) options.encoding.clear();
  member.bytes = std::move(bytes);
  return Done{};
}

// A sheet was made into text by ourselves: what is said of others does not hold for it.
InputOptions options_for_sheet(InputOptions options) {
  options.sheet = true;
  options.format = InputFormat::detect;
  options.delimiter = ',';
  options.quote = '"';
  options.encoding = "UTF-8";
  return options;
}

// Reads on where the front does not tell the order of day and month, if the input can be opened
// again.
Status find_orders(const InputMember& member, const InputOptions& options,
                   const LayoutRequest& request, const InputLayout& layout, FormChoice& choice) {
  if (!member.reopen) return Done{};
  while (const std::optional<FormChoice::OpenOrder> order = choice.order_to_find()) {
    LayoutRequest again = request;
    again.forms = false;
    Result<ByteSourcePtr> bytes = member.reopen();
    if (!bytes) return bytes.error();
    InputMember once_more;
    once_more.name = member.name;
    once_more.bytes = std::move(*bytes);
    once_more.sheet = member.sheet;
    Result<OpenedInput> input = OpenedInput::open(std::move(once_more), options, again);
    if (!input) return input.error();
    ChunkBuffer buffer;
    ChunkPiece piece;
    for (bool settled = false; !settled;) {
      if (request.stop.stop_requested()) throw Stopped{};
      const Result<bool> more = input->next(0, buffer, piece);
      if (!more) return more.error();
      if (!*more) break;
      settled = !piece.overlong && !piece.between && choice.read_on(layout, *order, piece.chunk);
    }
    choice.read_to_end(*order);
  }
  return Done{};
}

}  // namespace

Result<OpenedInput> OpenedInput::open(const std::string& path, const InputOptions& options,
                                      const LayoutRequest& request) {
  Result<InputMembers> members = InputMembers::open(path);
  if (!members) return members.error();
  Result<std::optional<InputMember>> member = members->next();
  if (!member) return member.error();
  if (!*member) return Error{ErrorKind::nothing_feeds, path, {}, {}};
  if ((*member)->fault) return *(*member)->fault;
  return open(std::move(**member), options, request);
}

Result<OpenedInput> OpenedInput::open(InputMember member, const InputOptions& given_options,
                                      const LayoutRequest& request,
                                      std::shared_ptr<const InputLayout> known) {
  InputOptions options =
      member.sheet ? options_for_sheet(given_options) : InputOptions(given_options);
  const std::string& path = member.name;
  if (const Status fits = check_plans_encoding(member, options); !fits) return fits.error();
  std::string encoding;
  Result<ByteSourcePtr> source =
      decode_text(std::move(member.bytes), path, options.encoding, &encoding);
  if (!source) return source.error();
  OpenedInput opened(path);
  auto text = std::make_unique<PeekedSource>(std::move(*source));
  Result<std::string_view> sample = text->peek(kSampleBytes);
  if (!sample) return opened.named(sample.error());
  if (sample->find('\n') == std::string_view::npos &&
      sample->find('\r') != std::string_view::npos) {
    text = std::make_unique<PeekedSource>(
        carriage_returns_to_line_feeds(std::move(text), options.quote));
    sample = text->peek(kSampleBytes);
    if (!sample) return opened.named(sample.error());
  }
  if (known) {
    if (known->encoding == kGuessed && encoding.empty()) {
      Result<ByteSourcePtr> converted = convert_to_utf8(std::move(text), path, kGuessed);
      if (!converted) return opened.named(converted.error());
      text = std::make_unique<PeekedSource>(std::move(*converted));
    }
    return opened.begin(std::move(text), std::move(known));
  }
  Result<InputLayout> layout = read_layout(path, *text, options, request);
  const std::string_view checked = whole_characters(*sample, sample->size() < kSampleBytes);
  // The names that a person or a plan gives are UTF-8: what lacks them may have them once it is
  // converted, also where the plan was made of a file in UTF-8.
  const bool open = options.encoding.empty() ||
                    (!layout && !options.expected_header.empty() && options.encoding == "UTF-8");
  const bool invalid = open && !json::valid_utf8(checked);
  const bool may_be_table = layout ? format_row(layout->format).fields == FieldsBy::column
                                   : lacks_columns(layout.error());
  if (!layout && !(invalid && may_be_table && is_single_byte_text(checked)))
    return opened.named(layout.error());
  if (invalid && (!layout || !format_row(layout->format).json_values)) {
    if (may_be_table && is_single_byte_text(checked)) {
      Result<ByteSourcePtr> converted = convert_to_utf8(std::move(text), path, kGuessed);
      if (!converted) return opened.named(converted.error());
      text = std::make_unique<PeekedSource>(std::move(*converted));
      layout = read_layout(path, *text, options, request);
      if (!layout) return opened.named(layout.error());
      encoding = kGuessed;
      layout->notes.push_back({ReadingNoteKind::encoding, {}, {}, kGuessed});
    } else {
      layout->notes.push_back({ReadingNoteKind::invalid_bytes,
                               {},
                               {},
                               std::to_string(lines_with_invalid_bytes(checked))});
    }
  }
  layout->encoding = encoding.empty() ? "UTF-8" : encoding;
  layout->decoding = member.decoding;
  layout->event_map = options.event_map;
  if (!encoding.empty()) layout->decoding += (layout->decoding.empty() ? "" : ", ") + encoding;
  if (request.forms) {
    FormChoice choice(path, options, request);
    sample = text->peek(kSampleBytes);
    if (!sample) return opened.named(sample.error());
    choice.sample(*layout, sample->substr(std::min(sample->size(), layout->header_bytes)),
                  sample->size() < kSampleBytes);
    if (Status found = find_orders(member, given_options, request, *layout, choice); !found)
      return found.error();
    if (Status chosen = choice.choose(*layout); !chosen) return chosen.error();
  }
  return opened.begin(std::move(text), std::make_shared<const InputLayout>(std::move(*layout)));
}

// Stands behind the header from here on.
Result<OpenedInput> OpenedInput::begin(ByteSourcePtr text,
                                       std::shared_ptr<const InputLayout> layout) {
  reader_ = std::make_unique<ChunkReader>(std::move(text));
  const Result<std::string_view> header = reader_->peek(layout->header_bytes);
  if (!header) return named(header.error());
  reader_->skip(layout->header_bytes);
  cutter_ = format_row(layout->format).make_cutter(*layout);
  layout_ = std::move(layout);
  return std::move(*this);
}

Result<std::string_view> OpenedInput::peek(std::size_t bytes) {
  Result<std::string_view> front = reader_->peek(bytes);
  if (!front) return named(front.error());
  return front;
}

std::optional<Stretch> OpenedInput::set_aside(std::size_t chunk_bytes) {
  return reader_->set_aside(chunk_bytes == 0 ? kChunkBytes : chunk_bytes);
}

Result<bool> OpenedInput::next(std::size_t chunk_bytes, ChunkBuffer& buffer, ChunkPiece& piece,
                               ReadStretch* read) {
  Result<bool> more =
      reader_->next(*cutter_, chunk_bytes == 0 ? kChunkBytes : chunk_bytes, buffer, piece, read);
  if (!more) return named(more.error());
  return more;
}

// Not every source knows what the input is called.
Error OpenedInput::named(Error error) const {
  if (error.where.empty()) error.where = path_;
  return error;
}

bool feeds_nothing(const Error& error) {
  switch (error.kind) {
    case ErrorKind::missing_roles:
    case ErrorKind::missing_column:
    case ErrorKind::no_header:
    case ErrorKind::one_column:
    case ErrorKind::unknown_format:
    case ErrorKind::binary_input:
    case ErrorKind::unreadable_kind:
    case ErrorKind::json_lists:
    case ErrorKind::nothing_feeds:
      return true;
    default:
      return false;
  }
}

}  // namespace footfall
