#pragma once

#include <cstddef>
#include <string_view>

namespace footfall {

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

  /// A longer record is rejected, and reading goes on behind the first line end at or behind its
  /// limit.
  [[nodiscard]] std::size_t record_limit() const { return record_limit_; }

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
