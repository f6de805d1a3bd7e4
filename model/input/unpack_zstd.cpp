#include <zstd.h>
#include <zstd_errors.h>

#include "model/input/decoders.h"
#include "model/input/decoding_source.h"

namespace footfall {
namespace {

constexpr std::string_view kEndsEarly = "the compressed data ends too early";
constexpr int kMostWindow = 27;  // 128 MiB, what zstd itself unpacks unasked

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

ByteSourcePtr unpack_zstd(ByteSourcePtr source, const std::string& path) {
  return std::make_unique<ZstdSource>(std::move(source), path);
}

ByteSourcePtr unpack(ContainerKind kind, ByteSourcePtr source, const std::string& path) {
  switch (kind) {
    case ContainerKind::gzip:
      return gunzip(std::move(source), path);
    case ContainerKind::zlib:
      return unpack_zlib(std::move(source), path);
    case ContainerKind::zstd:
      return unpack_zstd(std::move(source), path);
    case ContainerKind::xz:
      return unpack_xz(std::move(source), path);
    case ContainerKind::bzip2:
      return unpack_bzip2(std::move(source), path);
    case ContainerKind::lz4:
      return unpack_lz4(std::move(source), path);
    case ContainerKind::tar:
    case ContainerKind::zip:
    case ContainerKind::none:
      break;
  }
  return source;
}

}  // namespace footfall
