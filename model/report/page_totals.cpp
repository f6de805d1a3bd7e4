#include "model/report/page_totals.h"

#include <algorithm>
#include <array>
#include <limits>

#include "model/core/decimal.h"

namespace footfall {
namespace {

enum : std::size_t { kPage, kVisitors, kShare, kPageviews, kLine };

constexpr std::array<Column, 5> kPageColumns = {{{"page_url", ColumnKind::text},
                                                 {"unique_visitors", ColumnKind::count},
                                                 {"share", ColumnKind::amount, Measure::rate},
                                                 {"pageviews", ColumnKind::count},
                                                 {kLineColumn, ColumnKind::text}}};

}  // namespace

Stretches Stretches::of(std::span<const Hour> hours, Step least, const TimeZone& zone) {
  Stretches all;
  if (hours.empty()) return all;
  // Where clocks change inside an hour, its parts are hours of their own.
  const auto number = [&](const Hour& hour, std::int64_t before) {
    if (all.step == Step::hour)
      return std::max(before + 1, (hour.start - hours.front().start) / kSecondsPerHour);
    const std::int64_t days = first_day(all.step, hour) - first_day(all.step, hours.front());
    return days / (kStepTable[all.step].seconds / kSecondsPerDay) / all.steps;
  };
  const auto count = [&] { return static_cast<std::size_t>(number(hours.back(), -1)) + 1; };
  all.step = least;
  while (all.step != Step::week && count() > kMost)
    all.step = static_cast<Step>(static_cast<int>(all.step) + 1);
  if (all.step == Step::week) all.steps = static_cast<std::uint32_t>((count() + kMost - 1) / kMost);

  ZoneCursor cursor(zone);
  std::int64_t last = -1;
  for (const Hour& hour : hours) {
    const std::int64_t at = number(hour, last);
    all.of_hour.push_back(static_cast<std::uint32_t>(at));
    if (at == last) continue;
    last = at;
    all.begins.resize(static_cast<std::size_t>(at) + 1);
    all.begins.back() = hour;
    if (all.step == Step::hour) continue;
    const std::int64_t days = at * all.steps * (kStepTable[all.step].seconds / kSecondsPerDay);
    all.begins.back() =
        beginning_of(first_day(all.step, hours.front()) + static_cast<Day>(days), cursor);
  }
  return all;
}

const PageTotals::Point* highest_point(std::span<const PageTotals::Point> line) {
  const auto highest = std::ranges::max_element(line, {}, &PageTotals::Point::visitors);
  return highest == line.end() ? nullptr : &*highest;
}

std::span<const Column> PageTotalsTable::columns() const { return kPageColumns; }

void PageTotalsTable::append_cell(std::string& out, std::size_t row, std::size_t column) const {
  const PageTotals::Page& page = totals_->pages[row];
  if (column == kPage) out += (*totals_->names)[page.page];
  if (column == kVisitors) out += std::to_string(page.visitors);
  if (column == kPageviews) out += std::to_string(page.pageviews);
  if (column != kShare) return;
  const WideInt<3> part(Int128{page.visitors} * power_of_ten(kShareDecimals));
  append_fixed(out, divide_half_even(part, WideInt<3>(Int128{totals_->visitors})), kShareDecimals,
               kShareDecimals);
}

double PageTotalsTable::number(std::size_t row, std::size_t column) const {
  const PageTotals::Page& page = totals_->pages[row];
  switch (column) {
    case kVisitors:
      return page.visitors;
    case kShare:
      return page.visitors / static_cast<double>(totals_->visitors);
    case kPageviews:
      return static_cast<double>(page.pageviews);
    default:
      return std::numeric_limits<double>::quiet_NaN();
  }
}

std::optional<ExactNumber> PageTotalsTable::exact(std::size_t row, std::size_t column) const {
  if (column != kShare) return Table::exact(row, column);
  return ExactNumber{WideInt<3>(Int128{totals_->pages[row].visitors}),
                     WideInt<3>(Int128{totals_->visitors})};
}

int PageTotalsTable::compare(std::size_t row_a, std::size_t row_b, std::size_t column) const {
  const PageTotals::Page &a = totals_->pages[row_a], &b = totals_->pages[row_b];
  switch (column) {
    case kPage:
      return order(a.page, b.page);
    case kPageviews:
      return order(a.pageviews, b.pageviews);
    case kLine:
      return order(highest_point(totals_->line(row_a))->stretch,
                   highest_point(totals_->line(row_b))->stretch);
    default:  // the share is of the same whole
      return order(a.visitors, b.visitors);
  }
}

}  // namespace footfall
