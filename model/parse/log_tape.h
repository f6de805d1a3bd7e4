#pragma once

#include <cstdint>
#include <vector>

#include "model/parse/access_log_line.h"
#include "model/parse/field.h"
#include "model/report/read_over.h"

namespace footfall {

/// What a LogParser found in a chunk, to be told to several sinks, in the order found. Fields stay
/// views of the chunk and of the parser.
class LogTape {
 public:
  void clear() {
    fields_.clear();
    steps_.clear();
    read_over_ = {};
  }

  // As sink.
  void row(const Field* fields, const RecordPlace& place) {
    fields_.insert(fields_.end(), fields, fields + kLogRow);
    steps_.push_back({Kind::row, {}, place});
  }
  void reject(RejectReason reason, const RecordPlace& place) {
    steps_.push_back({Kind::reject, reason, place});
  }
  void left_out(const RecordPlace& place) { steps_.push_back({Kind::left_out, {}, place}); }
  void read_over(ReadOver kind, std::uint64_t lines) { read_over_[kind] += lines; }

  template <class Sink>
  void play(Sink& sink) const {
    const Field* fields = fields_.data();
    for (const Step& step : steps_) {
      switch (step.kind) {
        case Kind::row:
          sink.row(fields, step.place);
          fields += kLogRow;
          break;
        case Kind::reject:
          sink.reject(step.reason, step.place);
          break;
        case Kind::left_out:
          if constexpr (requires { sink.left_out(step.place); }) sink.left_out(step.place);
          break;
      }
    }
    if constexpr (requires { sink.read_over(ReadOver::marks, 1); })
      for (const ReadOver kind : kReadOvers) sink.read_over(kind, read_over_[kind]);
  }

 private:
  enum class Kind : std::uint8_t { row, reject, left_out };
  struct Step {
    Kind kind;
    RejectReason reason;
    RecordPlace place;
  };
  std::vector<Field> fields_;  // of rows, one after the other
  std::vector<Step> steps_;
  ByKind<ReadOver, std::uint64_t> read_over_{};
};

}  // namespace footfall
