// Any bytes as a compressed file, as text in another encoding, and as CSV with small limits:
// however the source cuts them, the same bytes or the same error come out; and what we pack
// ourselves comes back.
//
// Letters: d decode what is there (any packing, marks of UTF-16 and UTF-32), g s pack it with gzip
// or zstd first, with t cut off in the middle, 1 to 5 as an encoding of a list; c CSV, where q and
// r shrink the limits of quoted fields and records.
#include <algorithm>
#include <array>
#include <memory>

#include "model/input/chunk_reader.h"
#include "model/input/container_kind.h"
#include "model/input/open_input.h"
#include "model/parse/csv_cutter.h"
#include "model/parse/csv_parser.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/memory_source.h"
#include "tests/support/packed.h"

namespace footfall::fuzz {
namespace {

constexpr std::size_t kMostUnpacked = std::size_t{4} << 20;  // a bomb is cut off here

/// Gives the bytes up to a place in one read, and the others in another.
class SplitSource final : public ByteSource {
 public:
  SplitSource(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}
  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    const std::size_t limit = used_ < at_ ? at_ : bytes_.size();
    const std::size_t size = bytes_.copy(buffer, std::min(capacity, limit - used_), used_);
    used_ += size;
    return size;
  }
  std::uint64_t position() const override { return used_; }
  std::optional<std::uint64_t> length() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_;
  std::size_t used_ = 0;
};

struct Decoded {
  std::string text;
  std::string end;  ///< how it was decoded, or the error
  bool failed = false;
};

Decoded decoded(ByteSourcePtr file, const char* encoding, std::size_t capacity) {
  const auto failure = [](std::string text, const Error& error) {
    return Decoded{std::move(text),
                   "error " + std::to_string(static_cast<int>(error.kind)) + ' ' + error.where +
                       ' ' + error.found,
                   true};
  };
  std::string how;
  Result<ByteSourcePtr> source = decode_input(std::move(file), "file", encoding, &how);
  if (!source) return failure({}, source.error());
  std::string out;
  std::string buffer(capacity, '\0');
  while (out.size() < kMostUnpacked) {
    const Result<std::size_t> got = (*source)->read(buffer.data(), buffer.size());
    if (!got) return failure(std::move(out), got.error());
    if (*got == 0) return {std::move(out), how};
    out.append(buffer, 0, *got);
  }
  out.resize(kMostUnpacked);
  return {std::move(out), "a bomb"};
}

void must_agree(const std::string& what, const Decoded& expected, const Decoded& got) {
  must_equal(what, expected.end, got.end);
  // Of a damaged stream more or less may come out before the damage is met; the run fails.
  const std::size_t common =
      expected.failed ? std::min(expected.text.size(), got.text.size()) : std::string::npos;
  must_equal(what, expected.text.substr(0, common), got.text.substr(0, common));
}

void check_decoding(std::string_view bytes, const char* encoding) {
  const Decoded expected =
      decoded(std::make_unique<SplitSource>(bytes, 0), encoding, std::size_t{1} << 14);
  if (expected.text.size() < kMostUnpacked / 64)
    must_agree(
        "byte by byte", expected,
        decoded(std::make_unique<testing::MemorySource>(std::string(bytes), 1), encoding, 1));
  // At every place at the front, and at some behind.
  const std::size_t step = expected.text.size() > 4096 ? 37 : 1;
  for (std::size_t at = 1; at < bytes.size(); at += at < 80 ? step : 1 + bytes.size() / 8)
    must_agree("split at " + std::to_string(at), expected,
               decoded(std::make_unique<SplitSource>(bytes, at), encoding, 511));
}

void check_packed(std::string_view text, bool gzip, bool cut) {
  std::string bytes = gzip ? testing::gzip(text) : testing::zstd(text, 1);
  if (cut) bytes.resize(bytes.size() / 2);
  // What is packed twice is unpacked twice.
  const SniffedKind kind = sniff_kind(text);
  if (!cut && kind.container == ContainerKind::none && kind.refused == nullptr) {
    const Decoded out =
        decoded(std::make_unique<SplitSource>(bytes, 0), "UTF-8", std::size_t{1} << 14);
    must_equal("unpacked", std::string(text), out.text);
  }
  check_decoding(bytes, "UTF-8");
}

struct Dump {
  explicit Dump(std::size_t columns) : width(columns) {}
  std::size_t width;
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
  std::string text;
  void place(const RecordPlace& at) {
    text += std::to_string(line + at.line) + '@' + std::to_string(offset + at.offset);
  }
  void row(const Field* fields, const RecordPlace& at) {
    place(at);
    for (std::size_t i = 0; i < width; ++i)
      text += fields[i].kind == FieldKind::missing ? std::string("[-]")
                                                   : "[" + std::string(fields[i].text) + "]";
    text += '\n';
  }
  void reject(RejectReason reason, const RecordPlace& at) {
    place(at);
    text += ' ' + std::string(reason_name(reason)) + '\n';
  }
};

std::string parsed(std::string_view bytes, const CsvLayout& layout, std::size_t chunk_bytes) {
  ChunkReader reader(std::make_unique<testing::MemorySource>(std::string(bytes)));
  CsvCutter cutter(layout.dialect, layout.path);
  CsvScratch scratch;
  ChunkBuffer buffer;
  ChunkPiece piece;
  Dump dump(layout.width);
  for (;;) {
    const Result<bool> more = reader.next(cutter, chunk_bytes, buffer, piece);
    if (!more || !*more) break;
    dump.offset = piece.chunk.offset;
    if (piece.overlong) {
      dump.reject(RejectReason::record_too_long, {0, 0, piece.chunk.bytes});
      dump.line += piece.skipped_lines;
    } else {
      dump.line += parse_csv(piece.chunk, layout, scratch, dump);
    }
  }
  return dump.text;
}

void check_csv(std::string_view bytes, bool short_quotes, bool short_records) {
  CsvLayout layout;
  layout.width = 3;
  layout.columns = {0, 1, 2};
  layout.path = VectorPath::portable;
  if (short_quotes) layout.dialect.quoted_limit = 6;
  if (short_records) layout.dialect.record_limit = 20;
  const std::string expected = parsed(bytes, layout, bytes.size() + 1);
  for (const VectorPath path : vector_paths())
    for (const std::size_t chunk :
         {std::size_t{1}, std::size_t{5}, std::size_t{64}, bytes.size() + 1}) {
      layout.path = path;
      must_equal("chunks of " + std::to_string(chunk), expected, parsed(bytes, layout, chunk));
    }
}

}  // namespace
}  // namespace footfall::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace footfall::fuzz;
  const Input input(data, size);
  constexpr std::array encodings = {"UTF-16", "UTF-16LE", "UTF-32BE", "WINDOWS-1252", "GB18030"};
  if (input.says('d')) check_decoding(input.rest, "");
  for (std::size_t i = 0; i < encodings.size(); ++i)
    if (input.says(static_cast<char>('1' + i))) check_decoding(input.rest, encodings[i]);
  if (input.says('g')) check_packed(input.rest, true, input.says('t'));
  if (input.says('s')) check_packed(input.rest, false, input.says('t'));
  if (input.says('c')) check_csv(input.rest, input.says('q'), input.says('r'));
  return 0;
}
