#pragma once

#include <cstdint>
#include <limits>

#include "model/aggregate/text_set.h"
#include "model/core/time_zone.h"
#include "model/parse/rows.h"
#include "model/report/filter.h"
#include "model/report/report_options.h"

namespace footfall {

/// Which visits or requests a filter keeps: by page, and by whole hours of the report zone.
class VisitFilter {
 public:
  VisitFilter(const ReportOptions& options, const Filter& filter)
      : pages_(filter[FilterField::page]), zone_(options.zone) {
    const auto instant_of = [&](const TimeBound& bound) {
      return bound.instant ? *bound.instant : options.zone.from_local(bound.civil);
    };
    if (filter.from) from_ = instant_of(*filter.from);
    if (filter.to) to_ = instant_of(*filter.to);
    everything_ = pages_.everything() && !ranged();
  }

  template <class Row>
  [[nodiscard, gnu::always_inline]] bool keep(const Row& row) const {
    return everything_ || admits(row);
  }
  /// Why a row is not kept.
  template <class Row>
  [[nodiscard]] FilterReason reason(const Row& row) const {
    if (ranged()) {
      const Hour hour = zone_.hour_at(row.time.seconds);
      if (hour.start < from_) return FilterReason::before_the_range;
      if (hour.start >= to_) return FilterReason::after_the_range;
    }
    return FilterReason::page;
  }
  [[nodiscard]] bool everything() const { return everything_; }
  [[nodiscard]] bool every_page() const { return pages_.everything(); }
  [[nodiscard]] bool admits(std::string_view page) const { return pages_.admits(page); }
  [[nodiscard]] bool in_range(Hour hour) const { return hour.start >= from_ && hour.start < to_; }

 private:
  // Apart from keep(), which is to be nothing where nothing is asked.
  template <class Row>
  [[nodiscard, gnu::noinline]] bool admits(const Row& row) const {
    return pages_.admits(row.page) && (!ranged() || in_range(zone_.hour_at(row.time.seconds)));
  }
  [[nodiscard]] bool ranged() const {
    return from_ != std::numeric_limits<std::int64_t>::min() ||
           to_ != std::numeric_limits<std::int64_t>::max();
  }
  TextSet pages_;
  mutable ZoneCursor zone_;  // a filter belongs to one thread
  std::int64_t from_ = std::numeric_limits<std::int64_t>::min();
  std::int64_t to_ = std::numeric_limits<std::int64_t>::max();
  bool everything_ = true;
};

}  // namespace footfall
