#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/calendar.h"
#include "model/core/decimal.h"
#include "model/core/report_kind.h"
#include "model/report/filter_field.h"
#include "model/report/table.h"

namespace footfall {

class Report;
using ReportPtr = std::shared_ptr<const Report>;

/// First and last moment of the data as clock readings, the end not included.
struct TimeExtent {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};
/// From the one hour to the end of the other.
constexpr TimeExtent extent_of(Hour first, Hour last) {
  return {first.start + first.offset, last.start + last.offset + kSecondsPerHour};
}

/// What the reader of a report must know beside its figures.
struct Finding {
  std::string_view name;  ///< in files: "duplicate_events"
  std::uint64_t count = 0;
};

/// What the reader must be told in a sentence, with the names that it is about.
enum class RemarkKind : std::uint8_t {
  totals_counted,  ///< campaigns named like a total line count, for their figures are no sums
  sums_of_others,  ///< campaigns whose figures are the sums of all others' count all the same
  no_usual_types,  ///< no event has a type that the report counts; the types that there are
  no_value,        ///< the figure that the report sums is 0 for everyone
  rewritten_ids,   ///< ids that a spreadsheet took for numbers or formulas, a few of them
};
struct Remark {
  RemarkKind kind{};
  std::vector<std::string> names;
};

/// A currency that used rate 1 because no rate was given; the empty text is "no currency".
struct UnconvertedCurrency {
  std::string currency;
  std::uint64_t rows = 0;
  DecimalSum amount;  ///< sum as written
};

/// A finished result, whatever its kind: what exports, statistics, the session and the frame of the
/// window need to know. Immutable; safe to read from any thread. Start with this header.
class Report {
 public:
  virtual ~Report() = default;
  [[nodiscard]] virtual ReportKind kind() const = 0;

  /// The tables it is exported as, the main one first. They keep `self`, this report, alive.
  [[nodiscard]] virtual std::vector<TablePtr> tables(const ReportPtr& self) const = 0;
  /// No row was counted.
  [[nodiscard]] virtual bool empty() const = 0;
  /// How many pages, customers, campaigns or users it lists.
  [[nodiscard]] virtual std::uint64_t listed() const = 0;

  /// The texts that a filter by the field can pick from, in the report's order.
  [[nodiscard]] virtual std::size_t choices(FilterField field) const = 0;
  [[nodiscard]] virtual std::string_view choice(FilterField field, std::size_t index) const = 0;
  /// None where there are no rows, or they are not kept by time.
  [[nodiscard]] virtual std::optional<TimeExtent> time_extent() const { return std::nullopt; }
  /// That of its hours, an IANA name; UTC where it has none.
  [[nodiscard]] virtual std::string zone_name() const { return "UTC"; }

  [[nodiscard]] virtual std::vector<Finding> findings() const { return {}; }
  [[nodiscard]] virtual std::vector<Remark> remarks() const { return {}; }
  [[nodiscard]] virtual std::span<const UnconvertedCurrency> unconverted_currencies() const {
    return {};
  }

  /// Gives the memory of what is spilled back until it is looked at again.
  virtual void release() const = 0;

 protected:
  Report() = default;
  Report(const Report&) = default;
  Report& operator=(const Report&) = default;
  Report(Report&&) = default;
  Report& operator=(Report&&) = default;
};

}  // namespace footfall
