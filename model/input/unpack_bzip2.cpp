#include <bzlib.h>

#include <algorithm>

#include "model/input/decoders.h"
#include "model/input/decoding_source.h"

namespace footfall {
namespace {

class Bzip2Source final : public DecodingSource {
 public:
  using DecodingSource::DecodingSource;
  ~Bzip2Source() override { end(); }

 protected:
  Result<Step> step(std::string_view input, char* out, std::size_t capacity) override {
    if (!ready_) {
      if (input.empty()) return Step{0, 0, true};
      if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK)
        return Error{ErrorKind::out_of_memory, path(), {}, {}};
      ready_ = true;
    }
    stream_.next_in = const_cast<char*>(input.data());
    stream_.avail_in = static_cast<unsigned>(input.size());
    stream_.next_out = out;
    const auto room = static_cast<unsigned>(std::min(capacity, std::size_t{1} << 30));
    stream_.avail_out = room;
    const int code = BZ2_bzDecompress(&stream_);
    const Step done{input.size() - stream_.avail_in, room - stream_.avail_out,
                    stream_.avail_in == 0};
    if (code == BZ_STREAM_END) {
      any_ended_ = true;
      end();
      return Step{done.taken, done.written, false};
    }
    if (code == BZ_OK) return done;
    if (code == BZ_MEM_ERROR) return Error{ErrorKind::out_of_memory, path(), {}, {}};
    if (code == BZ_DATA_ERROR_MAGIC && any_ended_)
      return damaged("text stands behind the compressed data");
    return damaged("the compressed data is corrupt");
  }

  Result<std::size_t> finish(std::string_view, char* out, std::size_t capacity) override {
    // Between streams nothing is open.
    if (!ready_ && any_ended_) return std::size_t{0};
    Result<Step> last = step({}, out, capacity);
    if (!last) return last.error();
    if (last->written == 0 && (ready_ || !any_ended_))
      return damaged("the compressed data ends too early");
    return last->written;
  }

 private:
  void end() {
    if (ready_) BZ2_bzDecompressEnd(&stream_);
    stream_ = {};
    ready_ = false;
  }
  Error damaged(std::string_view why) const {
    return {ErrorKind::damaged_compression, path(), std::string(why), {}};
  }

  bz_stream stream_{};
  bool ready_ = false;
  bool any_ended_ = false;
};

}  // namespace

ByteSourcePtr unpack_bzip2(ByteSourcePtr source, const std::string& path) {
  return std::make_unique<Bzip2Source>(std::move(source), path);
}

}  // namespace footfall
