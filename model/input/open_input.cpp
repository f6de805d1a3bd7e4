#include "model/input/open_input.h"

#include "model/input/decoders.h"

namespace footfall {
namespace {

void add_word(std::string* words, std::string_view word) {
  if (words == nullptr) return;
  if (!words->empty()) *words += ", ";
  *words += word;
}

}  // namespace

Result<ByteSourcePtr> decode_input(ByteSourcePtr file, const std::string& path,
                                   const std::string& encoding, std::string* decoding) {
  auto packed = std::make_unique<PeekedSource>(std::move(file));
  Result<std::string_view> front = packed->peek(kCompressionBytes);
  if (!front) return front.error();
  const SniffedCompression sniffed = sniff_compression(*front);
  if (!sniffed.unsupported.empty())
    return Error{ErrorKind::unsupported, path, std::string(sniffed.unsupported), "gzip or zstd"};
  ByteSourcePtr source = std::move(packed);
  if (sniffed.compression == Compression::gzip) {
    source = gunzip(std::move(source), path);
    add_word(decoding, "gzip");
  } else if (sniffed.compression == Compression::zstd) {
    source = unpack_zstd(std::move(source), path);
    add_word(decoding, "zstd");
  }

  if (is_utf8_name(encoding)) return source;
  std::string name = encoding;
  if (name.empty()) {
    auto text = std::make_unique<PeekedSource>(std::move(source));
    front = text->peek(kUtf16Bytes);
    if (!front) return front.error();
    name = encoding_of_mark(*front);
    if (name.empty()) name = encoding_of_zeros(*front);
    source = std::move(text);
    if (name.empty()) return source;
  }
  add_word(decoding, name);
  return convert_to_utf8(std::move(source), path, name);
}

Result<ByteSourcePtr> open_input(const std::string& path, const std::string& encoding,
                                 std::string* decoding) {
  Result<ByteSourcePtr> file = open_file(path);
  if (!file) return file;
  return decode_input(std::move(*file), path, encoding, decoding);
}

}  // namespace footfall
