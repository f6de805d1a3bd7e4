#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "model/core/letter_case.h"
#include "model/input/decoders.h"
#include "model/input/decoding_source.h"

namespace footfall {
namespace {

const iconv_t kNoConverter = reinterpret_cast<iconv_t>(-1);
constexpr std::size_t kFailed = static_cast<std::size_t>(-1);

class EncodingSource final : public DecodingSource {
 public:
  EncodingSource(ByteSourcePtr source, std::string path, std::string encoding, iconv_t converter)
      : DecodingSource(std::move(source), std::move(path)),
        encoding_(std::move(encoding)),
        converter_(converter) {}
  ~EncodingSource() override { iconv_close(converter_); }

 protected:
  Result<Step> step(std::string_view input, char* out, std::size_t capacity) override {
    if (spare_begin_ < spare_end_) return Step{0, take_spare(out, capacity), false};
    if (capacity >= sizeof spare_) return convert(input, out, capacity);
    // A character may be longer than the room left.
    Result<Step> done = convert(input, spare_, sizeof spare_);
    if (!done) return done;
    spare_begin_ = 0;
    spare_end_ = done->written;
    done->written = take_spare(out, capacity);
    return done;
  }

  Result<std::size_t> finish(std::string_view rest, char* out, std::size_t capacity) override {
    if (spare_begin_ == spare_end_) {
      if (!rest.empty()) return invalid(rest.front());
      // Some decoders hold a character back to combine it with the next one.
      char* to = spare_;
      std::size_t room = sizeof spare_;
      iconv(converter_, nullptr, nullptr, &to, &room);
      spare_begin_ = 0;
      spare_end_ = sizeof spare_ - room;
    }
    return take_spare(out, capacity);
  }

 private:
  Result<Step> convert(std::string_view input, char* out, std::size_t capacity) {
    char* from = const_cast<char*>(input.data());
    std::size_t left = input.size();
    std::size_t room = capacity;
    const std::size_t code = iconv(converter_, &from, &left, &out, &room);
    const int why = code == kFailed ? errno : 0;
    const Step done{input.size() - left, capacity - room, why != E2BIG && why != EILSEQ};
    offset_ += done.taken;
    // Text before a fault is handed out first; the next step meets the fault again.
    if (why == EILSEQ && done.written == 0) return invalid(input[done.taken]);
    return done;
  }

  std::size_t take_spare(char* out, std::size_t capacity) {
    const std::size_t size = std::min(capacity, spare_end_ - spare_begin_);
    std::memcpy(out, spare_ + spare_begin_, size);
    spare_begin_ += size;
    return size;
  }

  Error invalid(char byte) const {
    return {ErrorKind::binary_input,
            path(),
            fmt::format("byte 0x{:02X} at offset {} is no {} text",
                        static_cast<unsigned char>(byte), offset_, encoding_),
            {}};
  }

  std::string encoding_;
  iconv_t converter_;
  std::uint64_t offset_ = 0;  // of the next byte to convert
  char spare_[64] = {};       // text that did not fit a small buffer
  std::size_t spare_begin_ = 0;
  std::size_t spare_end_ = 0;
};

}  // namespace

std::string_view encoding_of_mark(std::string_view first_bytes) {
  using namespace std::string_view_literals;
  if (first_bytes.starts_with("\xff\xfe\0\0"sv)) return "UTF-32LE";
  if (first_bytes.starts_with("\0\0\xfe\xff"sv)) return "UTF-32BE";
  if (first_bytes.starts_with("\xff\xfe"sv)) return "UTF-16LE";
  if (first_bytes.starts_with("\xfe\xff"sv)) return "UTF-16BE";
  return {};
}

std::string_view encoding_of_zeros(std::string_view first_bytes) {
  const std::size_t pairs = std::min(first_bytes.size(), kUtf16Bytes) / 2;
  if (pairs < 2) return {};
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    even += first_bytes[2 * i] == '\0' ? 1 : 0;
    odd += first_bytes[2 * i + 1] == '\0' ? 1 : 0;
  }
  if (even == 0 && odd * 2 > pairs) return "UTF-16LE";
  if (odd == 0 && even * 2 > pairs) return "UTF-16BE";
  return {};
}

bool is_utf8_name(std::string_view encoding) {
  return equal_in_any_case(encoding, "utf-8") || equal_in_any_case(encoding, "utf8");
}

Result<ByteSourcePtr> convert_to_utf8(ByteSourcePtr source, const std::string& path,
                                      const std::string& encoding) {
  // To iconv a slash begins instructions such as //IGNORE, which would drop text silently, and a
  // blank name means the locale's.
  const bool plain = !encoding.empty() && encoding.find_first_of("/ \t") == std::string::npos;
  const iconv_t converter = plain ? iconv_open("UTF-8", encoding.c_str()) : kNoConverter;
  if (plain && converter == kNoConverter && errno == ENOMEM)
    return Error{ErrorKind::out_of_memory, path, {}, {}};
  if (converter == kNoConverter) return Error{ErrorKind::bad_encoding, path, encoding, {}};
  return ByteSourcePtr(
      std::make_unique<EncodingSource>(std::move(source), path, encoding, converter));
}

}  // namespace footfall
