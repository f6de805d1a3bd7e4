#define ZLIB_CONST  // input is read only
#include <zlib.h>

#include <algorithm>

#include "model/input/decoders.h"
#include "model/input/decoding_source.h"

#if FOOTFALL_HAVE_ISAL
#include <isa-l/igzip_lib.h>
#endif

// gzip and zlib: members of deflate, each with a head and a checksum. gzip goes through libisal
// where it was there to build with: it unpacks a log in a fifth of zlib's time.
namespace footfall {
namespace {

// What a decoder of one member tells.
struct Inflated {
  std::size_t taken = 0;
  std::size_t written = 0;
  bool ended = false;  // the member, with its checksum
  bool no_memory = false;
  const char* fault = nullptr;
};

class Zlib {
 public:
  explicit Zlib(bool gzip) : window_bits_(gzip ? 16 + MAX_WBITS : MAX_WBITS) {}
  Zlib(const Zlib&) = delete;
  Zlib& operator=(const Zlib&) = delete;
  ~Zlib() {
    if (ready_) inflateEnd(&stream_);
  }

  void next_member() { inflateReset(&stream_); }

  Inflated step(std::string_view input, char* out, std::size_t capacity) {
    if (!ready_ && !(ready_ = inflateInit2(&stream_, window_bits_) == Z_OK))
      return {0, 0, false, true, nullptr};
    stream_.next_in = reinterpret_cast<const Bytef*>(input.data());
    stream_.avail_in = static_cast<uInt>(input.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    const uInt room = static_cast<uInt>(std::min(capacity, std::size_t{1} << 30));
    stream_.avail_out = room;
    const int code = inflate(&stream_, Z_NO_FLUSH);
    Inflated done{input.size() - stream_.avail_in, room - stream_.avail_out, code == Z_STREAM_END,
                  code == Z_MEM_ERROR, nullptr};
    if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END && code != Z_MEM_ERROR)
      done.fault = stream_.msg != nullptr ? stream_.msg : "not deflate";
    return done;
  }

 private:
  z_stream stream_{};
  int window_bits_;
  bool ready_ = false;
};

#if FOOTFALL_HAVE_ISAL

class Isal {
 public:
  explicit Isal(bool) : state_(std::make_unique<inflate_state>()) {
    isal_inflate_init(state_.get());
    state_->crc_flag = ISAL_GZIP;
  }

  void next_member() {
    isal_inflate_reset(state_.get());
    state_->crc_flag = ISAL_GZIP;
  }

  Inflated step(std::string_view input, char* out, std::size_t capacity) {
    // Only read, though the library's type does not say so.
    state_->next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(input.data()));
    state_->avail_in = static_cast<std::uint32_t>(input.size());
    state_->next_out = reinterpret_cast<std::uint8_t*>(out);
    const auto room = static_cast<std::uint32_t>(std::min(capacity, std::size_t{1} << 30));
    state_->avail_out = room;
    const int code = isal_inflate(state_.get());
    Inflated done{input.size() - state_->avail_in, room - state_->avail_out,
                  state_->block_state == ISAL_BLOCK_FINISH, false, nullptr};
    if (code < 0) done.fault = fault_of(code);
    return done;
  }

 private:
  static const char* fault_of(int code) {
    switch (code) {
      case ISAL_INVALID_WRAPPER:
        return "incorrect header check";
      case ISAL_UNSUPPORTED_METHOD:
        return "unknown compression method";
      case ISAL_INCORRECT_CHECKSUM:
        return "incorrect data check: the checksum does not fit the data";
      case ISAL_INVALID_LOOKBACK:
        return "invalid distance too far back";
      case ISAL_INVALID_SYMBOL:
        return "invalid code";
      default:
        return "invalid block";
    }
  }

  std::unique_ptr<inflate_state> state_;
};
using Gzip = Isal;

#else
using Gzip = Zlib;
#endif

template <class Decoder>
class DeflateSource final : public DecodingSource {
 public:
  DeflateSource(ByteSourcePtr source, std::string path, bool gzip)
      : DecodingSource(std::move(source), std::move(path)), decoder_(gzip), gzip_(gzip) {}

 protected:
  Result<Step> step(std::string_view input, char* out, std::size_t capacity) override {
    if (member_ended_) {
      // Tapes and some tools pad with zero bytes; a member never begins with one.
      const std::size_t padding = std::min(input.find_first_not_of('\0'), input.size());
      padded_ = padded_ || padding > 0;
      if (padding > 0) return Step{padding, 0, false};
      if (padded_ || !gzip_) return damaged("text stands behind the compressed data");
      decoder_.next_member();
      member_ended_ = false;
    }
    const Inflated done = decoder_.step(input, out, capacity);
    if (done.no_memory) return Error{ErrorKind::out_of_memory, path(), {}, {}};
    if (done.fault != nullptr) return damaged(done.fault);
    member_ended_ = done.ended;
    return Step{done.taken, done.written, !done.ended && done.taken == input.size()};
  }

  Result<std::size_t> finish(std::string_view, char* out, std::size_t capacity) override {
    // Output that did not fit last time may be waiting although all input is used.
    if (!member_ended_) {
      Result<Step> last = step({}, out, capacity);
      if (!last) return last.error();
      if (last->written > 0) return last->written;
    }
    if (!member_ended_) return damaged("the compressed data ends too early");
    return std::size_t{0};
  }

 private:
  Error damaged(std::string_view why) const {
    return {ErrorKind::damaged_compression, path(), std::string(why), {}};
  }

  Decoder decoder_;
  bool gzip_;
  bool member_ended_ = false;
  bool padded_ = false;
};

}  // namespace

ByteSourcePtr gunzip(ByteSourcePtr source, const std::string& path) {
  return std::make_unique<DeflateSource<Gzip>>(std::move(source), path, true);
}

ByteSourcePtr unpack_zlib(ByteSourcePtr source, const std::string& path) {
  return std::make_unique<DeflateSource<Zlib>>(std::move(source), path, false);
}

}  // namespace footfall
