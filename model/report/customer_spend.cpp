#include "model/report/customer_spend.h"

#include <algorithm>
#include <numeric>

namespace footfall {
namespace {

constexpr std::uint64_t kTail = 99;  // percent of the tickets that bars are made for

Day monday_of(Day day) { return day - static_cast<Day>(weekday_of(day)); }

/// Sums by day and by week. The days of a customer come one after the other.
class DaySums {
 public:
  DaySums(Day first, Day last)
      : first_(monday_of(first)), days_(static_cast<std::size_t>(last - first_) + 1) {
    weeks_.resize(days_.size() / kWeek + 1);
  }
  void add(const CustomerReport& report, std::size_t entry) {
    const CustomerReport::CustomerDay& of = report.days[entry];
    const auto place = static_cast<std::size_t>(of.day - first_), week = place / kWeek;
    const bool same_week = last_week_ == week && last_customer_ == of.customer;
    last_week_ = week;
    last_customer_ = of.customer;
    const WideDecimal spend = report.day_spend.units(entry);
    for (SpendDay* sum : {&days_[place], &weeks_[week]}) {
      sum->events += of.events;
      sum->spend += spend;
    }
    ++days_[place].customers;
    weeks_[week].customers += same_week ? 0 : 1;
  }
  [[nodiscard]] SpendDaysPtr found() const {
    auto found = std::make_shared<SpendDays>();
    const auto collect = [&](const std::vector<SpendDay>& sums, Day step) {
      std::vector<SpendDay> days;
      for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i].customers == 0) continue;
        days.push_back(sums[i]);
        days.back().day = first_ + static_cast<Day>(i) * step;
      }
      return days;
    };
    found->days = collect(days_, 1);
    found->weeks = collect(weeks_, kWeek);
    return found;
  }

 private:
  static constexpr Day kWeek = 7;
  Day first_;  // a Monday
  std::vector<SpendDay> days_;
  std::vector<SpendDay> weeks_;
  std::optional<std::size_t> last_week_;
  std::uint32_t last_customer_ = 0;
};

// The number that is so many parts of all, rounded up.
std::uint64_t part_of(std::uint64_t all, std::uint64_t parts, std::uint64_t of) {
  return static_cast<std::uint64_t>((UInt128{all} * parts + of - 1) / of);
}

// The smallest 1, 2 or 5 × 10^n of which `most` exceed the value.
WideDecimal bar_width(const WideDecimal& value, std::int64_t most) {
  WideDecimal power(1);
  while (true) {
    for (const std::int64_t digit : {1, 2, 5}) {
      const WideDecimal width = power * WideDecimal(Int128{digit});
      if (width * WideDecimal(Int128{most}) > value) return width;
    }
    power = power * WideDecimal(10);
  }
}

std::size_t bar_of(const WideDecimal& value, const WideDecimal& width) {
  return static_cast<std::size_t>(WideDecimal::divide(value, width).quotient.word(0));
}

}  // namespace

SpendDaysPtr spend_days(const CustomerReport& report, StopCheck check) {
  const auto extent = report.time_extent();
  if (!extent) return std::make_shared<SpendDays>();
  DaySums sums(static_cast<Day>(extent->begin / kSecondsPerDay),
               static_cast<Day>(extent->end / kSecondsPerDay - 1));
  for (std::size_t entry = 0; entry < report.days.size(); ++entry) {
    check();
    sums.add(report, entry);
  }
  return sums.found();
}

SpendDaysPtr spend_days(const CustomerReport& report, std::span<const std::size_t> customers,
                        StopCheck check) {
  std::optional<std::pair<Day, Day>> extent;
  const auto each_entry = [&](const auto& take) {
    for (const std::size_t customer : customers) {
      const CustomerReport::Customer& of = report.customers[customer];
      for (std::size_t i = 0; i < of.active_days; ++i) {
        check();
        take(of.first_day + i);
      }
    }
  };
  each_entry([&](std::size_t entry) {
    const Day day = report.days[entry].day;
    extent = extent ? std::pair(std::min(extent->first, day), std::max(extent->second, day))
                    : std::pair(day, day);
  });
  if (!extent) return std::make_shared<SpendDays>();
  DaySums sums(extent->first, extent->second);
  each_entry([&](std::size_t entry) { sums.add(report, entry); });
  return sums.found();
}

const SpendSpread::Point& SpendSpread::top(std::uint64_t thousandths) const {
  const std::uint64_t wanted = part_of(customers(), thousandths, kParts);
  return *std::ranges::lower_bound(points, wanted, {}, &Point::customers);
}

SpendSpreadPtr spend_spread(const CustomerReport& report, StopCheck check) {
  auto spread = std::make_shared<SpendSpread>();
  std::vector<std::size_t> order;
  for (std::size_t customer = 0; customer < report.spend.size(); ++customer) {
    check();
    const WideDecimal units = report.spend.units(customer);
    if (units.zero()) {
      ++spread->without;
    } else if (units.negative()) {
      ++spread->below;
      spread->spend_below += units;
    } else {
      order.push_back(customer);
    }
  }
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    check();
    return report.spend.compare(a, b) > 0;
  });
  const std::uint64_t all = order.size();
  WideDecimal sum;
  std::uint64_t summed = 0;
  for (std::uint64_t part = 1; part <= SpendSpread::kParts && summed < all; ++part) {
    const std::uint64_t wanted = part_of(all, part, SpendSpread::kParts);
    if (wanted == summed) continue;
    for (; summed < wanted; ++summed) sum += report.spend.units(order[summed]);
    spread->points.push_back({summed, sum});
  }
  return spread;
}

TicketHistogramPtr ticket_histogram(const CustomerReport& report, StopCheck check) {
  auto histogram = std::make_shared<TicketHistogram>();
  const AmountColumn& tickets = report.average_ticket;
  std::vector<std::size_t> order;
  for (std::size_t customer = 0; customer < tickets.size(); ++customer) {
    check();
    if (!tickets.units(customer).zero()) order.push_back(customer);
  }
  histogram->customers = order.size();
  histogram->without = tickets.size() - order.size();
  if (order.empty()) return histogram;

  const auto smaller = [&](std::size_t a, std::size_t b) {
    check();
    return tickets.compare(a, b) < 0;
  };
  // The smallest that this percentage of them do not exceed.
  const auto percentile = [&](std::uint64_t percent) {
    const auto at =
        order.begin() + static_cast<std::ptrdiff_t>(part_of(order.size(), percent, 100) - 1);
    std::ranges::nth_element(order, at, smaller);
    return tickets.units(*at);
  };
  histogram->median = percentile(50);
  const WideDecimal tail = percentile(kTail), highest = percentile(100);
  const bool cut = highest >= tail + tail;
  const WideDecimal& end = cut ? tail : highest;
  histogram->width = bar_width(end, TicketHistogram::kMostBars);
  histogram->bars.resize(bar_of(end, histogram->width) + 1);
  const WideDecimal limit =
      histogram->width * WideDecimal(Int128{static_cast<std::int64_t>(histogram->bars.size())});
  for (const std::size_t customer : order) {
    check();
    const WideDecimal units = tickets.units(customer);
    if (units >= limit)
      ++histogram->above;
    else
      ++histogram->bars[bar_of(units, histogram->width)];
  }
  return histogram;
}

}  // namespace footfall
