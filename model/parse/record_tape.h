#pragma once

#include <cstdint>
#include <vector>

#include "model/parse/field.h"
#include "model/report/read_over.h"

namespace footfall {

/// What a parser found in a chunk, to be told to several sinks. Fields stay views of the chunk and
/// of the parser's scratch.
class RecordTape {
 public:
  /// `width`: fields of a row.
  void clear(std::size_t width) {
    width_ = width;
    fields_.clear();
    records_.clear();
    read_over_ = {};
  }

  // As sink.
  void row(const Field* fields, const RecordPlace& place) {
    fields_.insert(fields_.end(), fields, fields + width_);
    records_.push_back({place, false, {}});
  }
  void reject(RejectReason reason, const RecordPlace& place) {
    records_.push_back({place, true, reason});
  }
  void read_over(ReadOver kind, std::uint64_t lines) { read_over_[kind] += lines; }

  /// Tells a sink all of it; its rows begin at field `first`.
  template <class Sink>
  void play(std::size_t first, Sink& sink) const {
    std::size_t at = first;
    for (const Record& record : records_) {
      if (record.rejected) {
        sink.reject(record.reason, record.place);
      } else {
        sink.row(fields_.data() + at, record.place);
        at += width_;
      }
    }
    if constexpr (requires { sink.read_over(ReadOver::marks, 1); })
      for (const ReadOver kind : kReadOvers) sink.read_over(kind, read_over_[kind]);
  }

 private:
  struct Record {
    RecordPlace place;
    bool rejected;
    RejectReason reason;
  };
  std::size_t width_ = 0;
  std::vector<Field> fields_;  // of rows, one after the other
  std::vector<Record> records_;
  ByKind<ReadOver, std::uint64_t> read_over_{};
};

}  // namespace footfall
