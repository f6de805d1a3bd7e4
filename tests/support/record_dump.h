#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/input/chunk.h"
#include "model/parse/field.h"
#include "model/parse/json_layout.h"

namespace footfall::testing {

/// A parser's sink that keeps everything until the chunk is done and then writes it as text, so
/// that views which die too early show. One line per record: `line:offset` and either the fields,
/// `text(..) number(..) missing wrong no-target(..)`, or the reason; then, where wanted, [the
/// record].
class RecordDump {
 public:
  explicit RecordDump(std::size_t roles) : roles_(roles) {}
  void row(const Field* fields, const RecordPlace& place) {
    records_.push_back({place, {fields, fields + roles_}, RejectReason{}});
  }
  void reject(RejectReason reason, const RecordPlace& place) {
    records_.push_back({place, {}, reason});
  }

  [[nodiscard]] std::string text(bool with_records = false) const;

 private:
  struct Record {
    RecordPlace place;
    std::vector<Field> fields;
    RejectReason reason;
  };
  std::size_t roles_;
  std::vector<Record> records_;
};

/// A chunk with its own memory: exactly kChunkPadding bytes behind the text, filled with what would
/// continue a record.
class OwnChunk {
 public:
  explicit OwnChunk(std::string_view text);
  [[nodiscard]] const Chunk& chunk() const { return chunk_; }

 private:
  std::vector<char> bytes_;
  Chunk chunk_;
};

[[nodiscard]] std::string repeat(std::string_view text, std::size_t times);

/// The dump of NDJSON text read as one chunk; `lines`, where given, gets what the parser returns.
[[nodiscard]] std::string dump_ndjson(std::string_view text, const std::vector<JsonPath>& paths,
                                      std::size_t* lines = nullptr,
                                      std::size_t record_limit = std::size_t{16} << 20,
                                      bool with_records = false);

}  // namespace footfall::testing
