#pragma once

#include <array>

#include "model/core/decimal.h"
#include "model/core/timestamp.h"
#include "model/parse/access_log_line.h"
#include "model/parse/row_fault.h"
#include "model/parse/row_reader.h"
#include "model/parse/rows.h"
#include "model/parse/value_forms.h"
#include "model/report/report_options.h"

namespace footfall {

/// Fields in the order of the visit roles: timestamp, page_url, visitor_id.
class VisitReader {
 public:
  using Row = VisitRow;
  explicit VisitReader(const ReportOptions& options) : timestamps_(options.source_zone) {}

  // Inlined: once a row.
  [[nodiscard, gnu::always_inline]] bool read(const Field* fields, VisitRow& row, RowFault& fault,
                                              bool& /*rounded*/) {
    std::string_view time = fields[0].text;
    if (!time.empty() && (time.front() <= ' ' || time.back() <= ' ')) [[unlikely]]
      time = trim_blanks(time);
    for (std::size_t i = 0; i < 3; ++i) {
      const bool empty = i == 0 ? time.empty() : fields[i].text.empty();
      if (fields[i].kind == FieldKind::missing ||
          (empty && fields[i].kind != FieldKind::wrong_type)) [[unlikely]]
        return fail(fault, RejectReason::missing_value, i);
    }
    if (fields[0].kind == FieldKind::wrong_type) return fail(fault, RejectReason::wrong_type, 0);
    if (!timestamps_.parse(time, row.time)) [[unlikely]]
      return fail(fault, RejectReason::bad_timestamp, 0);
    for (std::size_t i = 1; i < 3; ++i)
      if (fields[i].kind == FieldKind::wrong_type) return fail(fault, RejectReason::wrong_type, i);
    row.page = fields[1].text;
    row.visitor = fields[2].text;
    row.agent = {};
    return true;
  }

 private:
  static bool fail(RowFault& fault, RejectReason reason, std::size_t column) {
    fault = {reason, column};
    return false;
  }
  TimestampParser timestamps_;
};
static_assert(RowReader<VisitReader>);

/// Fields of an access-log line: time, page, host, user agent, why it is left out.
class LogVisitReader {
 public:
  using Row = VisitRow;
  /// Of its fields, those of access_log_line.h.
  static constexpr std::array kKinds = {ValueKind::time, ValueKind::text, ValueKind::text,
                                        ValueKind::text, ValueKind::text, ValueKind::text,
                                        ValueKind::text};
  explicit LogVisitReader(const ReportOptions& options)
      : timestamps_(options.source_zone),
        with_agent_(options.visitor == VisitorKey::host_and_agent) {}

  [[nodiscard]] bool read(const Field* fields, VisitRow& row, RowFault& fault, bool& /*rounded*/) {
    const std::string_view time = trim_blanks(fields[0].text);
    if (time.empty() || fields[2].text.empty()) [[unlikely]] {
      fault = {RejectReason::missing_value, time.empty() ? std::size_t{0} : std::size_t{2}};
      return false;
    }
    // Other forms reach it as ISO.
    if (!timestamps_.parse_log(time, row.time) && !timestamps_.parse(time, row.time)) [[unlikely]] {
      fault = {RejectReason::bad_timestamp, 0};
      return false;
    }
    if (fields[1].kind == FieldKind::no_target) [[unlikely]] {
      fault = {RejectReason::no_request_target, 1};
      return false;
    }
    row.page = fields[1].text;
    row.visitor = fields[2].text;
    row.agent = with_agent_ ? fields[3].text : std::string_view{};
    row.log = with_agent_;
    row.left_out = log_left_out(fields[kLogLeftOut]);
    row.row_class = log_row_class(fields[kLogLeftOut]);
    return true;
  }

 private:
  TimestampParser timestamps_;
  bool with_agent_;
};
static_assert(RowReader<LogVisitReader>);

}  // namespace footfall
