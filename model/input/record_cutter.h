#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/core/error.h"

namespace footfall {

/// A piece at the front of a text.
struct Cut {
  std::size_t end = 0;  ///< where it ends; 0: more of the text is needed
  bool records = true;  ///< else nothing but what stands between records
};

/// Knows where records end, so that a stream can be cut into chunks of whole records.
class RecordCutter {
 public:
  explicit RecordCutter(std::size_t record_limit) : record_limit_(record_limit) {}
  RecordCutter(const RecordCutter&) = delete;
  RecordCutter& operator=(const RecordCutter&) = delete;
  virtual ~RecordCutter() = default;

  /// `text` begins at a record's first byte and more may follow it; kChunkPadding readable bytes
  /// stand behind it. Returns the position behind the last record that certainly ends in it; 0:
  /// none does.
  [[nodiscard]] virtual std::size_t last_record_end(std::string_view text) = 0;

  /// The same for formats that keep account of more than records: `text` begins where the last
  /// piece ended, at byte `offset` of the input, or is longer than in the call before, which found
  /// no end. `ended`: nothing follows it; what is left is a piece then. An error is one of the
  /// whole input.
  [[nodiscard]] virtual Result<Cut> cut(std::string_view text, std::uint64_t /*offset*/,
                                        bool ended) {
    return Cut{ended ? text.size() : last_record_end(text), true};
  }

  /// A longer record is rejected, and reading goes on where it ends.
  [[nodiscard]] std::size_t record_limit() const { return record_limit_; }
  /// A record over the limit begins, `front` is its first bytes.
  virtual void begin_overlong(std::string_view /*front*/) {}
  /// Its next bytes. Returns the position behind its end, npos where it goes on behind them. In
  /// formats of lines that is the first line end at or behind the limit.
  [[nodiscard]] virtual std::size_t overlong_end(std::string_view text) {
    const std::size_t line_end = text.find('\n');
    return line_end == std::string_view::npos ? line_end : line_end + 1;
  }

 private:
  std::size_t record_limit_;
};

/// Every line is a record: NDJSON and access logs.
class LineCutter final : public RecordCutter {
 public:
  using RecordCutter::RecordCutter;
  [[nodiscard]] std::size_t last_record_end(std::string_view text) override {
    const std::size_t line_end = text.rfind('\n');
    return line_end == std::string_view::npos ? 0 : line_end + 1;
  }
};

}  // namespace footfall
