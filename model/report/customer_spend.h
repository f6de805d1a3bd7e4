#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "model/core/parallel.h"
#include "model/report/customer_report.h"

// What customers spend together: over time, how it is spread over them, and how large their average
// tickets are. Money in units of 10^-6 USD, summed as the report rounded it.
namespace footfall {

struct SpendDay {
  Day day = 0;                  ///< of a week the Monday
  std::uint64_t customers = 0;  ///< distinct
  std::uint64_t events = 0;
  WideDecimal spend;
};

/// UTC days, and weeks from Monday, that have a row; ascending.
struct SpendDays {
  std::vector<SpendDay> days;
  std::vector<SpendDay> weeks;
};
using SpendDaysPtr = std::shared_ptr<const SpendDays>;

/// Of all customers. May throw Stopped, as all of the following.
[[nodiscard]] SpendDaysPtr spend_days(const CustomerReport& report, StopCheck check = {});
/// Of those at the given indexes, each at most once.
[[nodiscard]] SpendDaysPtr spend_days(const CustomerReport& report,
                                      std::span<const std::size_t> customers, StopCheck check = {});
/// `spend_days`: day, customers, events, spend_usd.
[[nodiscard]] TablePtr spend_days_table(SpendDaysPtr days);

/// How spend is spread over the customers that spent more than 0, from those who spent most.
struct SpendSpread {
  static constexpr std::uint64_t kParts = 1000;
  struct Point {
    std::uint64_t customers = 0;  ///< so many who spent most
    WideDecimal spend;            ///< all they spent
  };
  /// One for each thousandth of the customers, rounded up to whole customers; the last is of all.
  /// Ascending, none twice.
  std::vector<Point> points;
  std::uint64_t without = 0;  ///< customers whose spend is 0
  std::uint64_t below = 0;    ///< customers whose spend is below 0, ...
  WideDecimal spend_below;    ///< ... and what it is together

  [[nodiscard]] std::uint64_t customers() const {
    return points.empty() ? 0 : points.back().customers;
  }
  /// The smallest whole number of customers that is so many thousandths of them, or more, and what
  /// they spent. There are customers.
  [[nodiscard]] const Point& top(std::uint64_t thousandths) const;
};
using SpendSpreadPtr = std::shared_ptr<const SpendSpread>;

[[nodiscard]] SpendSpreadPtr spend_spread(const CustomerReport& report, StopCheck check = {});
/// `spend_spread`: share_of_customers (0.01, 0.05, 0.10, 0.20, ... 1), customers, spend_usd,
/// share_of_spend.
[[nodiscard]] TablePtr spend_spread_table(SpendSpreadPtr spread);

/// Customers by their average ticket, in bars of one width, a 1, 2 or 5 of its power of ten.
struct TicketHistogram {
  static constexpr std::int64_t kMostBars = 40;
  WideDecimal width;
  std::vector<std::uint64_t> bars;  ///< customers from i × width on, and below (i + 1) × width
  /// Customers above the bars: these end with the one of the 99th percentile where the highest
  /// ticket is at least twice as much.
  std::uint64_t above = 0;
  std::uint64_t customers = 0;  ///< that have a ticket
  std::uint64_t without = 0;    ///< that have none: no checkout above 0
  WideDecimal median;           ///< the lower one of two in the middle
};
using TicketHistogramPtr = std::shared_ptr<const TicketHistogram>;

[[nodiscard]] TicketHistogramPtr ticket_histogram(const CustomerReport& report,
                                                  StopCheck check = {});
/// `ticket_histogram`: from_usd, below_usd (absent in the last where there are customers above),
/// customers, share_of_tickets.
[[nodiscard]] TablePtr ticket_histogram_table(TicketHistogramPtr histogram);

}  // namespace footfall
