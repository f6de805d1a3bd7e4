#include <lz4frame.h>

#include "model/input/decoders.h"
#include "model/input/decoding_source.h"

namespace footfall {
namespace {

class Lz4Source final : public DecodingSource {
 public:
  Lz4Source(ByteSourcePtr source, std::string path)
      : DecodingSource(std::move(source), std::move(path)) {
    if (LZ4F_isError(LZ4F_createDecompressionContext(&context_, LZ4F_VERSION)) != 0)
      context_ = nullptr;
  }
  ~Lz4Source() override { LZ4F_freeDecompressionContext(context_); }

 protected:
  Result<Step> step(std::string_view input, char* out, std::size_t capacity) override {
    if (context_ == nullptr) return Error{ErrorKind::out_of_memory, path(), {}, {}};
    std::size_t taken = input.size();
    std::size_t written = capacity;
    const std::size_t code =
        LZ4F_decompress(context_, out, &written, input.data(), &taken, nullptr);
    if (LZ4F_isError(code) != 0) return damaged(LZ4F_getErrorName(code));
    // Nothing wanted: a frame has ended, and the next one may begin.
    if (taken > 0 || written > 0) inside_frame_ = code != 0;
    return Step{taken, written, taken == input.size()};
  }

  Result<std::size_t> finish(std::string_view, char* out, std::size_t capacity) override {
    if (!inside_frame_) return std::size_t{0};
    Result<Step> last = step({}, out, capacity);
    if (!last) return last.error();
    if (last->written == 0 && inside_frame_) return damaged("the compressed data ends too early");
    return last->written;
  }

 private:
  Error damaged(std::string_view why) const {
    return {ErrorKind::damaged_compression, path(), std::string(why), {}};
  }

  LZ4F_dctx* context_ = nullptr;
  bool inside_frame_ = true;
};

}  // namespace

ByteSourcePtr unpack_lz4(ByteSourcePtr source, const std::string& path) {
  return std::make_unique<Lz4Source>(std::move(source), path);
}

}  // namespace footfall
