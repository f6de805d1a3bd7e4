#include "model/report/peaks.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "model/core/decimal.h"

namespace footfall {
namespace {

using Peak = Peaks::Peak;

std::strong_ordering order_of_times(const Peak& a, const Peak& b) {
  const auto x = a.times_usual(), y = b.times_usual();
  return x && y ? *x <=> *y : x.has_value() <=> y.has_value();
}

bool is_higher(const Peak& a, const Peak& b, PeakOrder order) {
  if (order == PeakOrder::times_usual)
    if (const auto times = order_of_times(a, b); times != 0) return times > 0;
  return a.value.value != b.value.value ? a.value.value > b.value.value : a.hour < b.hour;
}

template <typename Report>
PeaksPtr peaks_of(const Report& report, std::string_view measure, PeakOrder order,
                  std::size_t most) {
  const std::vector<HourValue> hours = hour_values(report);
  const std::vector<Usual> usual =
      report.step == Step::hour ? usual_values(hours) : std::vector<Usual>(hours.size());
  auto found = std::make_shared<Peaks>();
  found->utc = report.utc;
  found->measure = measure;
  for (std::size_t i = 0; i < hours.size(); ++i) found->peaks.push_back({i, hours[i], usual[i]});
  const auto end =
      found->peaks.begin() + static_cast<std::ptrdiff_t>(std::min(most, found->peaks.size()));
  std::partial_sort(found->peaks.begin(), end, found->peaks.end(),
                    [&](const Peak& a, const Peak& b) { return is_higher(a, b, order); });
  found->peaks.erase(end, found->peaks.end());
  return found;
}

enum : std::size_t { kRank, kHour, kValue, kUsual, kTimes, kOver, kCompared, kPeakColumns };

class PeaksTable final : public Table {
 public:
  explicit PeaksTable(PeaksPtr peaks)
      : peaks_(std::move(peaks)),
        columns_{{{"rank", ColumnKind::count},
                  {"hour", ColumnKind::hour},
                  {peaks_->measure, ColumnKind::count},
                  {"usual", ColumnKind::amount},
                  {"times_usual", ColumnKind::amount},
                  {"usual_over", ColumnKind::text},
                  {"hours_compared", ColumnKind::count}}} {}

  std::string name() const override { return "peaks"; }
  std::span<const Column> columns() const override { return columns_; }
  std::size_t rows() const override { return peaks_->peaks.size(); }

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    const Peak& peak = peaks_->peaks[row];
    switch (column) {
      case kRank:
        out += std::to_string(row + 1);
        return;
      case kHour:
        return append_hour(out, peak.value.hour, peaks_->utc);
      case kValue:
        out += std::to_string(peak.value.value);
        return;
      case kUsual:
        return append_usual(out, peak.usual);
      case kTimes:
        if (const auto times = peak.times_usual()) append_times_usual(out, *times);
        return;
      case kOver:
        out += kUsualOverTable[peak.usual.over].name;
        return;
      default:
        out += std::to_string(peak.usual.compared);
    }
  }
  double number(std::size_t row, std::size_t column) const override {
    constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();
    const Peak& peak = peaks_->peaks[row];
    switch (column) {
      case kRank:
        return static_cast<double>(row + 1);
      case kHour:
        return static_cast<double>(peak.value.hour.start);
      case kValue:
        return static_cast<double>(peak.value.value);
      case kUsual:
        return peak.usual.known() ? static_cast<double>(peak.usual.twice) / 2 : kAbsent;
      case kTimes:
        return peak.usual.known() ? peak.times_usual()->number() : kAbsent;
      case kOver:
        return kAbsent;
      default:
        return static_cast<double>(peak.usual.compared);
    }
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    const Peak& a = peaks_->peaks[row_a];
    const Peak& b = peaks_->peaks[row_b];
    // Absent values come last.
    const auto absent = [&] { return static_cast<int>(b.usual.known()) - a.usual.known(); };
    const auto sign = [](std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; };
    switch (column) {
      case kRank:
        return sign(row_a <=> row_b);
      case kHour:
        return sign(a.hour <=> b.hour);
      case kValue:
        return sign(a.value.value <=> b.value.value);
      case kUsual:
        return absent() != 0 ? absent() : sign(a.usual.twice <=> b.usual.twice);
      case kTimes:
        return absent() != 0 ? absent() : sign(order_of_times(a, b));
      case kOver:
        return sign(kUsualOverTable[a.usual.over].name <=> kUsualOverTable[b.usual.over].name);
      default:
        return sign(a.usual.compared <=> b.usual.compared);
    }
  }

 private:
  PeaksPtr peaks_;
  std::array<Column, kPeakColumns> columns_;
};

}  // namespace

std::vector<HourValue> hour_values(const HourlyVisitorsReport& report) {
  std::vector<HourValue> hours;
  hours.reserve(report.hours.size());
  for (const auto& total : report.hours) hours.push_back({total.hour, total.visitors});
  return hours;
}

std::vector<HourValue> hour_values(const RequestsReport& report) {
  std::vector<HourValue> hours;
  hours.reserve(report.hours.size());
  for (const auto& total : report.hours) hours.push_back({total.hour, total.totals.requests()});
  return hours;
}

PeaksPtr rank_peaks(const HourlyVisitorsReport& report, PeakOrder order, std::size_t most) {
  return peaks_of(report, "unique_visitors", order, most);
}

PeaksPtr rank_peaks(const RequestsReport& report, PeakOrder order, std::size_t most) {
  return peaks_of(report, "requests", order, most);
}

TablePtr peaks_table(PeaksPtr peaks) { return std::make_shared<PeaksTable>(std::move(peaks)); }

}  // namespace footfall
