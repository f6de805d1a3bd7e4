#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/core/calendar.h"
#include "model/core/int128.h"
#include "model/core/spill_vector.h"
#include "model/core/step.h"
#include "model/core/text_pool.h"
#include "model/report/answer_class.h"
#include "model/report/report.h"

namespace footfall {

/// Requests of an hour, a page or all of them.
struct RequestTotals {
  std::array<std::uint64_t, kKinds<AnswerClass>> answers{};  ///< by class
  UInt128 bytes = 0;  ///< up to 10^18 each: 128 bits hold 10^20 requests

  [[nodiscard]] std::uint64_t count(AnswerClass answer) const {
    return answers[static_cast<std::size_t>(answer)];
  }
  [[nodiscard]] std::uint64_t requests() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t count : answers) sum += count;
    return sum;
  }
  /// Answers of 4xx and 5xx.
  [[nodiscard]] std::uint64_t errors() const {
    return count(AnswerClass::client_error) + count(AnswerClass::server_error);
  }
  RequestTotals& operator+=(const RequestTotals& other) {
    for (std::size_t i = 0; i < answers.size(); ++i) answers[i] += other.answers[i];
    bytes += other.bytes;
    return *this;
  }
  friend bool operator==(const RequestTotals&, const RequestTotals&) = default;
};

/// Requests, bytes and answers by class, per hour and per page; or per day or week, of which `hour`
/// below is the beginning.
struct RequestsReport final : Report {
  static constexpr ReportKind kKind = ReportKind::requests;
  [[nodiscard]] ReportKind kind() const override { return kKind; }
  [[nodiscard]] std::vector<TablePtr> tables(const ReportPtr& self) const override;
  [[nodiscard]] bool empty() const override { return hours.empty(); }
  [[nodiscard]] std::uint64_t listed() const override { return pages.size(); }
  [[nodiscard]] std::size_t choices(FilterField field) const override;
  [[nodiscard]] std::string_view choice(FilterField field, std::size_t index) const override;
  [[nodiscard]] std::optional<TimeExtent> time_extent() const override;
  [[nodiscard]] std::string zone_name() const override { return zone; }
  void release() const override;

  std::string zone = "UTC";  ///< report zone, an IANA name
  bool utc = true;           ///< labels carry no offset
  Step step = Step::hour;    ///< what its hours are
  /// Of the hours in its days or weeks, where they are known.
  std::optional<TimeExtent> within;

  struct HourTotals {
    Hour hour;
    RequestTotals totals;
  };
  struct PageTotals {
    TextId name = 0;
    RequestTotals totals;
  };
  /// Pages in ascending byte order, the empty one of requests without target among them; may hold
  /// more than the report lists.
  std::shared_ptr<const TextPool> names;
  std::vector<HourTotals> hours;  ///< ascending by instant; only hours with requests
  SpillVector<PageTotals> pages;  ///< ascending by page; only pages with requests
  RequestTotals all;
};

using RequestsPtr = std::shared_ptr<const RequestsReport>;

/// `hourly_requests`: hour, requests, bytes, status_2xx, status_3xx, status_4xx, status_5xx,
/// status_other. Days: `daily_requests` and day, and so on.
[[nodiscard]] TablePtr hourly_requests_table(RequestsPtr report);
/// `requests`: page_url and the same.
[[nodiscard]] TablePtr page_requests_table(RequestsPtr report);

}  // namespace footfall
