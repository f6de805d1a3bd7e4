#include "model/report/peak_cause.h"

#include <algorithm>

namespace footfall {
namespace {

using Cell = HourlyVisitorsReport::Cell;
using Page = PeakCause::Page;

SpanVisitors visitors_of_hour(const HourlyVisitorsReport& report, std::size_t hour) {
  const auto at = [&](std::size_t i) {
    return report.cells.begin() + static_cast<std::ptrdiff_t>(report.hour_begin[i]);
  };
  return {report.hours[hour].visitors, std::vector<Cell>(at(hour), at(hour + 1))};
}

// The hour in which each page is seen first; by page.
std::vector<std::size_t> first_hours(const HourlyVisitorsReport& report) {
  std::vector<std::size_t> first(report.pages->size(), report.hours.size());
  for (std::size_t hour = report.hours.size(); hour-- > 0;)
    for (std::size_t cell = report.hour_begin[hour]; cell < report.hour_begin[hour + 1]; ++cell)
      first[report.cells[cell].page] = hour;
  return first;
}

}  // namespace

void set_pages(PeakCause& cause, const SpanVisitors& of_span, UsualOver over,
               std::span<const SpanVisitors> compared, StopCheck check) {
  cause.visitors = of_span.visitors;
  cause.usual = {};
  cause.pages.clear();
  std::vector<std::uint64_t> values;
  if (!compared.empty()) {
    for (const SpanVisitors& other : compared) values.push_back(other.visitors);
    cause.usual = {twice_median(values), over, compared.size()};
  }
  // All lists ascend by page.
  std::vector<std::size_t> at(compared.size());
  for (const Cell& cell : of_span.pages) {
    Page page{cell.page, cell.visitors};
    values.clear();
    for (std::size_t i = 0; i < compared.size(); ++i) {
      const std::vector<Cell>& pages = compared[i].pages;
      for (; at[i] < pages.size() && pages[at[i]].page < cell.page; ++at[i]) check();
      const bool seen = at[i] < pages.size() && pages[at[i]].page == cell.page;
      values.push_back(seen ? pages[at[i]].visitors : 0);
    }
    check(1 + values.size());
    if (!values.empty()) page.twice_usual = twice_median(values);
    if (!cause.usual.known() || page.twice_above() > 0) cause.pages.push_back(page);
  }
  std::ranges::sort(cause.pages, [](const Page& a, const Page& b) {
    if (a.twice_above() != b.twice_above()) return a.twice_above() > b.twice_above();
    return a.visitors != b.visitors ? a.visitors > b.visitors : a.page < b.page;
  });
}

TimeSpan span_of(const HourlyVisitorsReport& report, std::size_t hour) {
  const auto& hours = report.hours;
  const std::int64_t start = hours[hour].hour.start, whole = start + kSecondsPerHour;
  // Where clocks change inside an hour, its later part begins sooner.
  return {start, hour + 1 < hours.size() ? std::min(whole, hours[hour + 1].hour.start) : whole};
}

PeakCauses peak_causes(const HourlyVisitorsReport& report, std::span<const std::size_t> asked) {
  std::vector<Hour> hours;
  for (const auto& total : report.hours) hours.push_back(total.hour);
  const std::vector<std::size_t> first = first_hours(report);
  PeakCauses causes;
  for (const std::size_t hour : asked) {
    auto cause = std::make_shared<PeakCause>();
    cause->span = span_of(report, hour);
    cause->hour = hours[hour];
    cause->utc = report.utc;
    cause->begins_data = hour == 0;
    cause->names = report.pages;
    const Compared with = compared_with(hours, {}, cause->span);
    std::vector<SpanVisitors> compared;
    for (const HourSpan& other : with.with)
      compared.push_back(visitors_of_hour(report, other.begin));
    set_pages(*cause, visitors_of_hour(report, hour), with.over, compared, {});
    for (Page& page : cause->pages) page.first_seen = first[page.page] == hour;
    causes.push_back(std::move(cause));
  }
  return causes;
}

}  // namespace footfall
