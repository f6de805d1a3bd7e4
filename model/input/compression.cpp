#define ZLIB_CONST  // input is read only
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>

#include "model/input/decoders.h"
#include "model/input/decoding_source.h"

namespace footfall {
namespace {

constexpr std::string_view kEndsEarly = "the compressed data ends too early";
constexpr int kMostWindow = 27;  // 128 MiB, what zstd itself unpacks unasked

class GzipSource final : public DecodingSource {
 public:
  using DecodingSource::DecodingSource;
  ~GzipSource() override {
    if (ready_) inflateEnd(&stream_);
  }

 protected:
  Result<Step> step(std::string_view input, char* out, std::size_t capacity) override {
    if (member_ended_) {
      // Tapes and some tools pad with zero bytes; a member never begins with one.
      const std::size_t padding = std::min(input.find_first_not_of('\0'), input.size());
      padded_ = padded_ || padding > 0;
      if (padding > 0) return Step{padding, 0, false};
      if (padded_) return damaged("text stands behind the compressed data");
      inflateReset(&stream_);
      member_ended_ = false;
    }
    if (!ready_ && !(ready_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK))
      return Error{ErrorKind::out_of_memory, path(), {}, {}};
    stream_.next_in = reinterpret_cast<const Bytef*>(input.data());
    stream_.avail_in = static_cast<uInt>(input.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    const uInt room = static_cast<uInt>(std::min(capacity, std::size_t{1} << 30));
    stream_.avail_out = room;
    const int code = inflate(&stream_, Z_NO_FLUSH);
    const Step done{input.size() - stream_.avail_in, room - stream_.avail_out,
                    stream_.avail_in == 0};
    if (code == Z_STREAM_END) {
      member_ended_ = true;
      return Step{done.taken, done.written, false};
    }
    if (code == Z_OK || code == Z_BUF_ERROR) return done;
    if (code == Z_MEM_ERROR) return Error{ErrorKind::out_of_memory, path(), {}, {}};
    return damaged(stream_.msg != nullptr ? stream_.msg : "not gzip");
  }

  Result<std::size_t> finish(std::string_view, char* out, std::size_t capacity) override {
    // Output that did not fit last time may be waiting although all input is used.
    if (!member_ended_) {
      Result<Step> last = step({}, out, capacity);
      if (!last) return last.error();
      if (last->written > 0) return last->written;
    }
    if (!member_ended_) return damaged(kEndsEarly);
    return std::size_t{0};
  }

 private:
  Error damaged(std::string_view why) const {
    return {ErrorKind::damaged_compression, path(), std::string(why), {}};
  }

  z_stream stream_{};
  bool ready_ = false;
  bool member_ended_ = false;
  bool padded_ = false;
};

class ZstdSource final : public DecodingSource {
 public:
  using DecodingSource::DecodingSource;

 protected:
  Result<Step> step(std::string_view input, char* out, std::size_t capacity) override {
    if (!stream_) return Error{ErrorKind::out_of_memory, path(), {}, {}};
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer target{out, capacity, 0};
    const std::size_t code = ZSTD_decompressStream(stream_.get(), &target, &in);
    if (ZSTD_isError(code) != 0) return failed(code);
    inside_frame_ = code != 0;
    return Step{in.pos, target.pos, in.pos == input.size()};
  }

  Result<std::size_t> finish(std::string_view, char* out, std::size_t capacity) override {
    if (!inside_frame_) return std::size_t{0};
    Result<Step> last = step({}, out, capacity);
    if (!last) return last.error();
    if (last->written == 0 && inside_frame_)
      return Error{ErrorKind::damaged_compression, path(), std::string(kEndsEarly), {}};
    return last->written;
  }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };

  static ZSTD_DStream* make_stream() {
    ZSTD_DStream* const stream = ZSTD_createDStream();
    if (stream != nullptr) ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, kMostWindow);
    return stream;
  }
  Error failed(std::size_t code) const {
    switch (ZSTD_getErrorCode(code)) {
      case ZSTD_error_frameParameter_windowTooLarge:
        return {ErrorKind::large_window, path(), {}, {}};
      case ZSTD_error_memory_allocation:
        return {ErrorKind::out_of_memory, path(), {}, {}};
      default:
        return {ErrorKind::damaged_compression, path(), ZSTD_getErrorName(code), {}};
    }
  }

  std::unique_ptr<ZSTD_DStream, Free> stream_{make_stream()};
  bool inside_frame_ = true;
};

}  // namespace

SniffedCompression sniff_compression(std::string_view first_bytes) {
  using namespace std::string_view_literals;
  const auto begins = [&](std::string_view magic) { return first_bytes.starts_with(magic); };
  if (begins("\x1f\x8b"sv)) return {Compression::gzip, {}};
  if (begins("\x28\xb5\x2f\xfd"sv)) return {Compression::zstd, {}};
  // A skippable zstd frame may come first.
  if (first_bytes.size() >= 4 && (first_bytes[0] & 0xf0) == 0x50 &&
      first_bytes.substr(1, 3) == "\x2a\x4d\x18"sv)
    return {Compression::zstd, {}};
  if (begins("\xfd"
             "7zXZ\0"sv))
    return {Compression::none, "xz compression"};
  // The fourth byte is the level.
  if (begins("BZh"sv) && first_bytes.size() >= 10 && first_bytes.substr(4, 6) == "1AY&SY")
    return {Compression::none, "bzip2 compression"};
  if (begins("PK\x03\x04"sv)) return {Compression::none, "a zip archive"};
  return {};
}

ByteSourcePtr gunzip(ByteSourcePtr source, const std::string& path) {
  return std::make_unique<GzipSource>(std::move(source), path);
}

ByteSourcePtr unpack_zstd(ByteSourcePtr source, const std::string& path) {
  return std::make_unique<ZstdSource>(std::move(source), path);
}

}  // namespace footfall
