#include <lzma.h>

#include "model/input/decoders.h"
#include "model/input/decoding_source.h"

namespace footfall {
namespace {

constexpr std::uint64_t kMostMemory = std::uint64_t{256} << 20;  // xz -9 wants 65 MiB

class XzSource final : public DecodingSource {
 public:
  using DecodingSource::DecodingSource;
  ~XzSource() override { lzma_end(&stream_); }

 protected:
  Result<Step> step(std::string_view input, char* out, std::size_t capacity) override {
    return code(input, out, capacity, LZMA_RUN);
  }

  Result<std::size_t> finish(std::string_view rest, char* out, std::size_t capacity) override {
    if (ended_) return std::size_t{0};
    Result<Step> last = code(rest, out, capacity, LZMA_FINISH);
    if (!last) return last.error();
    if (last->written == 0 && !ended_) return damaged("the compressed data ends too early");
    return last->written;
  }

 private:
  Result<Step> code(std::string_view input, char* out, std::size_t capacity, lzma_action action) {
    if (!ready_) {
      const lzma_ret made = lzma_stream_decoder(&stream_, kMostMemory, LZMA_CONCATENATED);
      if (made != LZMA_OK) return Error{ErrorKind::out_of_memory, path(), {}, {}};
      ready_ = true;
    }
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(input.data());
    stream_.avail_in = input.size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out);
    stream_.avail_out = capacity;
    const lzma_ret result = lzma_code(&stream_, action);
    const Step done{input.size() - stream_.avail_in, capacity - stream_.avail_out,
                    stream_.avail_in == 0};
    switch (result) {
      case LZMA_STREAM_END:
        ended_ = true;
        return done;
      case LZMA_OK:
      case LZMA_BUF_ERROR:
        return done;
      case LZMA_MEM_ERROR:
        return Error{ErrorKind::out_of_memory, path(), {}, {}};
      case LZMA_MEMLIMIT_ERROR:
        return damaged("it wants more than 256 MiB of memory to be unpacked");
      case LZMA_FORMAT_ERROR:
        return damaged("text stands behind the compressed data");
      case LZMA_OPTIONS_ERROR:
        return damaged("it was packed in a way that is not known");
      default:
        return damaged("the compressed data is corrupt");
    }
  }

  Error damaged(std::string_view why) const {
    return {ErrorKind::damaged_compression, path(), std::string(why), {}};
  }

  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool ready_ = false;
  bool ended_ = false;
};

}  // namespace

ByteSourcePtr unpack_xz(ByteSourcePtr source, const std::string& path) {
  return std::make_unique<XzSource>(std::move(source), path);
}

}  // namespace footfall
