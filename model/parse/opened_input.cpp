#include "model/parse/opened_input.h"

#include "model/input/open_input.h"
#include "model/parse/input_formats.h"

namespace footfall {
namespace {

// 128–512 KiB blocks read fastest from the page cache and leave room for the index in the
// second-level cache.
constexpr std::size_t kChunkBytes = std::size_t{192} << 10;
constexpr std::size_t kFirstPeek = std::size_t{64} << 10;

// Looks at ever more of the front until the layout is clear; stands behind byte-order mark and
// header then.
Result<InputLayout> read_layout(const std::string& path, ChunkReader& reader,
                                const InputOptions& options, const LayoutRequest& request) {
  Result<std::string_view> mark = reader.peek(3);
  if (!mark) return mark.error();
  if (mark->substr(0, 3) == "\xEF\xBB\xBF") reader.skip(3);
  for (std::size_t wanted = kFirstPeek;; wanted *= 4) {
    Result<std::string_view> head = reader.peek(wanted);
    if (!head) return head.error();
    Result<std::optional<InputLayout>> layout =
        make_layout({path, *head, head->size() < wanted, options, request});
    if (!layout) return layout.error();
    if (!*layout) continue;
    reader.skip((*layout)->header_bytes);
    return std::move(**layout);
  }
}

}  // namespace

Result<OpenedInput> OpenedInput::open(const std::string& path, const InputOptions& options,
                                      const LayoutRequest& request) {
  std::string decoding;
  Result<ByteSourcePtr> source = open_input(path, options.encoding, &decoding);
  return of(std::move(source), std::move(decoding), path, options, request);
}

Result<OpenedInput> OpenedInput::open(ByteSourcePtr file, const std::string& path,
                                      const InputOptions& options, const LayoutRequest& request) {
  std::string decoding;
  Result<ByteSourcePtr> source = decode_input(std::move(file), path, options.encoding, &decoding);
  return of(std::move(source), std::move(decoding), path, options, request);
}

Result<OpenedInput> OpenedInput::of(Result<ByteSourcePtr> source, std::string decoding,
                                    const std::string& path, const InputOptions& options,
                                    const LayoutRequest& request) {
  if (!source) return source.error();
  OpenedInput opened(path);
  opened.reader_ = std::make_unique<ChunkReader>(std::move(*source));
  Result<InputLayout> layout = read_layout(path, *opened.reader_, options, request);
  if (!layout) return opened.named(layout.error());
  layout->decoding = std::move(decoding);
  opened.cutter_ = format_row(layout->format).make_cutter(*layout);
  opened.layout_ = std::make_shared<const InputLayout>(std::move(*layout));
  return opened;
}

Result<std::string_view> OpenedInput::peek(std::size_t bytes) {
  Result<std::string_view> front = reader_->peek(bytes);
  if (!front) return named(front.error());
  return front;
}

Result<bool> OpenedInput::next(std::size_t chunk_bytes, ChunkBuffer& buffer, ChunkPiece& piece) {
  Result<bool> more =
      reader_->next(*cutter_, chunk_bytes == 0 ? kChunkBytes : chunk_bytes, buffer, piece);
  if (!more) return named(more.error());
  return more;
}

// Not every source knows what the input is called.
Error OpenedInput::named(Error error) const {
  if (error.where.empty()) error.where = path_;
  return error;
}

}  // namespace footfall
