#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/core/parallel.h"
#include "model/core/text_pool.h"
#include "model/report/hourly_visitors_report.h"
#include "model/report/table.h"
#include "model/report/usual_hours.h"

namespace footfall {

/// What made an hour, or a longer span of hours, what it is: its pages by how far they are above
/// their own usual, and who came. All visitors are distinct ones of the whole span.
struct PeakCause {
  TimeSpan span;
  std::optional<Hour> hour;  ///< the first with rows; none: the span has none
  bool utc = true;           ///< labels carry no offset
  /// Nothing is before the span in the data, so that everything is new in it.
  bool begins_data = false;

  std::uint64_t visitors = 0;
  Usual usual;  ///< of the visitors

  struct Page {
    TextId page = 0;
    std::uint32_t visitors = 0;
    std::uint64_t twice_usual = 0;  ///< over what the span is compared with; 0 where it had no row
    bool first_seen = false;        ///< no row before the span
    /// Two times what it has more than usual.
    [[nodiscard]] std::int64_t twice_above() const {
      return 2 * std::int64_t{visitors} - static_cast<std::int64_t>(twice_usual);
    }
  };
  std::shared_ptr<const TextPool> names;  ///< of pages
  /// Those above their usual, the farthest above first; where nothing is usual all, by visitors.
  /// Of equal ones the one with more visitors comes first, then by name.
  std::vector<Page> pages;

  /// Two times what the span has more visitors than usual; none where that is not more.
  [[nodiscard]] std::optional<std::uint64_t> twice_above() const {
    if (!usual.known() || 2 * visitors <= usual.twice) return std::nullopt;
    return 2 * visitors - usual.twice;
  }

  struct Seen {
    std::uint64_t pages = 0;
    std::uint64_t visitors = 0;      ///< that saw so many
    std::uint64_t new_visitors = 0;  ///< of these, those that have no row before the span
  };
  struct Visitor {
    std::string id;     ///< of access logs the host
    std::string agent;  ///< of access logs, where it counts
    std::uint64_t pages = 0;
    bool first_seen = false;
  };
  struct Visitors {
    std::vector<Seen> by_pages;  ///< by the number of pages, which ascends
    std::vector<Visitor> top;    ///< kTop at most: by pages, most first, then by id, agent, and
                                 ///< those of access logs last
    [[nodiscard]] std::uint64_t new_visitors() const {
      std::uint64_t sum = 0;
      for (const Seen& seen : by_pages) sum += seen.new_visitors;
      return sum;
    }
  };
  static constexpr std::size_t kTop = 100;
  std::optional<Visitors> who;  ///< only where visitors are kept
};
using PeakCausePtr = std::shared_ptr<const PeakCause>;
using PeakCauses = std::vector<PeakCausePtr>;

/// The visitors of a span of hours: in all, and of each page, by page.
struct SpanVisitors {
  std::uint64_t visitors = 0;
  std::vector<HourlyVisitorsReport::Cell> pages;
};

/// Sets usual and pages, but for `first_seen`, from the span's visitors and those of the spans that
/// it is compared with. The names of pages are in byte order.
void set_pages(PeakCause& cause, const SpanVisitors& of_span, UsualOver over,
               std::span<const SpanVisitors> compared, StopCheck check);

/// An hour of a report (index) as a span.
[[nodiscard]] TimeSpan span_of(const HourlyVisitorsReport& report, std::size_t hour);

/// What made hours of a report (indexes): all that can be told without kept visitors.
[[nodiscard]] PeakCauses peak_causes(const HourlyVisitorsReport& report,
                                     std::span<const std::size_t> hours);

/// `peak_pages`: hour, page_url, unique_visitors, usual, above_usual, share, first_seen.
[[nodiscard]] TablePtr peak_pages_table(PeakCauses causes);
/// `peak_visitors`: hour, pages, visitors, new_visitors. Of causes with visitors.
[[nodiscard]] TablePtr peak_visitors_table(PeakCauses causes);
/// `peak_top_visitors`: hour, visitor_id, user_agent, pages, first_seen. Of causes with visitors.
[[nodiscard]] TablePtr peak_top_visitors_table(PeakCauses causes);

}  // namespace footfall
