#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "model/core/decimal.h"
#include "model/core/timestamp.h"
#include "model/parse/access_log_line.h"
#include "model/parse/number_field.h"
#include "model/parse/row_fault.h"
#include "model/parse/row_reader.h"
#include "model/parse/rows.h"
#include "model/parse/value_forms.h"
#include "model/report/report_options.h"

namespace footfall {

namespace request_detail {

/// A number in a form of its own, as 200.0.
[[nodiscard]] AnswerClass read_unusual_status(std::string_view text);

/// What is no whole number from 200 to 599 is another answer.
[[nodiscard]] inline AnswerClass read_status(std::string_view text) {
  if (text.size() == 3) [[likely]] {
    const unsigned hundreds = static_cast<unsigned char>(text[0]) - unsigned{'0'};
    const unsigned tens = static_cast<unsigned char>(text[1]) - unsigned{'0'};
    const unsigned ones = static_cast<unsigned char>(text[2]) - unsigned{'0'};
    if (hundreds - 2 < 4 && tens < 10 && ones < 10) [[likely]]
      return static_cast<AnswerClass>(hundreds - 2);
  }
  return text.empty() ? AnswerClass::other : read_unusual_status(text);
}

/// Bytes that are missing are none. False sets `reason`.
[[nodiscard]] inline bool read_bytes(const Field& field, std::uint64_t& bytes, RejectReason& reason,
                                     bool& rounded) {
  if (field.text.empty() && field.kind != FieldKind::wrong_type) {
    bytes = 0;
    return true;
  }
  if (read_count(field, bytes, reason, rounded)) [[likely]]
    return true;
  if (!value_missing(field)) return false;
  bytes = 0;
  return true;
}

/// An empty text of which 16 bytes can be read, as of others.
inline constexpr std::array<char, 64> kNothing{};
[[nodiscard]] inline std::string_view page_of(std::string_view text) {
  return text.empty() ? std::string_view(kNothing.data(), 0) : text;
}

}  // namespace request_detail

/// Fields in the order of the request roles: timestamp, page_url, status, bytes.
class RequestReader {
 public:
  using Row = RequestRow;
  explicit RequestReader(const ReportOptions& options) : timestamps_(options.source_zone) {}

  [[nodiscard]] bool read(const Field* fields, RequestRow& row, RowFault& fault, bool& rounded) {
    enum : std::size_t { kTime, kPage, kStatus, kBytes };
    const std::string_view time = trim_blanks(fields[kTime].text);
    if (fields[kTime].kind == FieldKind::wrong_type)
      return fail(fault, RejectReason::wrong_type, kTime);
    if (time.empty()) [[unlikely]]
      return fail(fault, RejectReason::missing_value, kTime);
    if (!timestamps_.parse(time, row.time)) [[unlikely]]
      return fail(fault, RejectReason::bad_timestamp, kTime);
    for (const std::size_t text : {kPage, kStatus})
      if (fields[text].kind == FieldKind::wrong_type) [[unlikely]]
        return fail(fault, RejectReason::wrong_type, text);
    row.page = request_detail::page_of(fields[kPage].text);
    row.answer = request_detail::read_status(fields[kStatus].text);
    RejectReason reason{};
    if (!request_detail::read_bytes(fields[kBytes], row.bytes, reason, rounded)) [[unlikely]]
      return fail(fault, reason, kBytes);
    return true;
  }

 private:
  static bool fail(RowFault& fault, RejectReason reason, std::size_t column) {
    fault = {reason, column};
    return false;
  }
  TimestampParser timestamps_;
};
static_assert(RowReader<RequestReader>);

/// Fields of an access-log line, see access_log_line.h.
class LogRequestReader {
 public:
  using Row = RequestRow;
  static constexpr std::array kKinds = {ValueKind::time, ValueKind::text, ValueKind::text,
                                        ValueKind::text, ValueKind::text, ValueKind::text,
                                        ValueKind::count};
  /// Where the values of the roles stand among them.
  static constexpr std::array<std::size_t, 4> kPlaces = {kLogTime, kLogPage, kLogStatus, kLogBytes};
  explicit LogRequestReader(const ReportOptions& options) : timestamps_(options.source_zone) {}

  [[nodiscard]] bool read(const Field* fields, RequestRow& row, RowFault& fault, bool& rounded) {
    const std::string_view time = trim_blanks(fields[kLogTime].text);
    if (time.empty()) [[unlikely]] {
      fault = {RejectReason::missing_value, 0};
      return false;
    }
    // Other forms reach it as ISO.
    if (!timestamps_.parse_log(time, row.time) && !timestamps_.parse(time, row.time)) [[unlikely]] {
      fault = {RejectReason::bad_timestamp, 0};
      return false;
    }
    const Field& page = fields[kLogPage];
    row.page =
        request_detail::page_of(page.kind == FieldKind::no_target ? std::string_view() : page.text);
    row.answer = request_detail::read_status(fields[kLogStatus].text);
    RejectReason reason{};
    if (!request_detail::read_bytes(fields[kLogBytes], row.bytes, reason, rounded)) [[unlikely]] {
      fault = {reason, 3};
      return false;
    }
    row.left_out = log_left_out(fields[kLogLeftOut]);
    row.row_class = log_row_class(fields[kLogLeftOut]);
    return true;
  }

 private:
  TimestampParser timestamps_;
};
static_assert(RowReader<LogRequestReader>);

}  // namespace footfall
