#include "model/report/hourly_visitors_report.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <vector>

#include "model/core/csv_text.h"
#include "model/report/step_column.h"

namespace footfall {
namespace {

void append_number(std::string& out, std::uint64_t value) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

// Behind the hour, day or week.
using Columns = std::array<Column, 3>;
constexpr ByKind<Step, Columns> columns_behind_step(Column second, Column third) {
  ByKind<Step, Columns> all{};
  for (const StepFacts& facts : kStepTable)
    all[facts.step] = {step_column(facts.step), second, third};
  return all;
}
constexpr auto kCellColumns =
    columns_behind_step({"page_url", ColumnKind::text}, {"unique_visitors", ColumnKind::count});
constexpr auto kTotalColumns =
    columns_behind_step({"unique_visitors", ColumnKind::count}, {"pageviews", ColumnKind::count});

/// Cells [begin, end) of a report.
class CellTable final : public Table {
  static constexpr std::size_t kRun = 256;

 public:
  CellTable(HourlyVisitorsPtr report, std::size_t begin, std::size_t end)
      : report_(std::move(report)), begin_(begin), end_(end) {
    const auto& begins = report_->hour_begin;
    const auto after = std::upper_bound(begins.begin(), begins.end(), begin_);
    auto hour = static_cast<std::uint32_t>(after - begins.begin()) - 1;
    for (std::size_t cell = begin_; cell < end_; cell += kRun) {
      while (begins[hour + 1] <= cell) ++hour;
      first_hours_.push_back(hour);
    }
  }

  std::string name() const override { return step_name(report_->step, "_visitors"); }
  std::span<const Column> columns() const override { return kCellColumns[report_->step]; }
  std::size_t rows() const override { return end_ - begin_; }

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    const HourlyVisitorsReport::Cell& cell = report_->cells[begin_ + row];
    if (column == 0)
      return append_step(out, report_->step, report_->hours[hour_of(row)].hour, report_->utc);
    if (column == 1)
      out += (*report_->pages)[cell.page];
    else
      append_number(out, cell.visitors);
  }
  void append_csv_rows(CsvText& out, std::size_t begin, std::size_t end) const override {
    std::string label;
    for (std::size_t row = begin; row < end;) {
      const std::size_t hour = hour_of(row);
      const std::size_t hour_end = std::min(end, report_->hour_begin[hour + 1] - begin_);
      label.clear();
      append_step(label, report_->step, report_->hours[hour].hour, report_->utc);
      for (; row < hour_end; ++row) {
        const HourlyVisitorsReport::Cell& cell = report_->cells[begin_ + row];
        out.plain(label);
        out.text((*report_->pages)[cell.page]);
        out.whole(std::uint64_t{cell.visitors});
        out.end_row();
      }
    }
  }
  double number(std::size_t row, std::size_t column) const override {
    if (column == 0) return static_cast<double>(report_->hours[hour_of(row)].hour.start);
    if (column == 1) return std::numeric_limits<double>::quiet_NaN();
    return report_->cells[begin_ + row].visitors;
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    const HourlyVisitorsReport::Cell& a = report_->cells[begin_ + row_a];
    const HourlyVisitorsReport::Cell& b = report_->cells[begin_ + row_b];
    if (column == 0) return order(hour_of(row_a), hour_of(row_b));
    return column == 1 ? order(a.page, b.page) : order(a.visitors, b.visitors);
  }

 private:
  [[nodiscard]] std::size_t hour_of(std::size_t row) const {
    const auto& begins = report_->hour_begin;
    std::size_t hour = first_hours_[row / kRun];
    while (begins[hour + 1] <= begin_ + row) ++hour;
    return hour;
  }
  HourlyVisitorsPtr report_;
  std::size_t begin_;
  std::size_t end_;
  std::vector<std::uint32_t>
      first_hours_;  // of every run of kRun rows, from where the rest is near
};

class HourTable final : public Table {
 public:
  explicit HourTable(HourlyVisitorsPtr report) : report_(std::move(report)) {}

  std::string name() const override { return step_name(report_->step, "_totals"); }
  std::span<const Column> columns() const override { return kTotalColumns[report_->step]; }
  std::size_t rows() const override { return report_->hours.size(); }

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    const HourlyVisitorsReport::HourTotal& total = report_->hours[row];
    if (column == 0) return append_step(out, report_->step, total.hour, report_->utc);
    append_number(out, column == 1 ? total.visitors : total.pageviews);
  }
  double number(std::size_t row, std::size_t column) const override {
    const HourlyVisitorsReport::HourTotal& total = report_->hours[row];
    if (column == 0) return static_cast<double>(total.hour.start);
    return static_cast<double>(column == 1 ? total.visitors : total.pageviews);
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    const HourlyVisitorsReport::HourTotal& a = report_->hours[row_a];
    const HourlyVisitorsReport::HourTotal& b = report_->hours[row_b];
    if (column == 0) return order(row_a, row_b);
    return column == 1 ? order(a.visitors, b.visitors) : order(a.pageviews, b.pageviews);
  }

 private:
  HourlyVisitorsPtr report_;
};

}  // namespace

std::vector<TablePtr> HourlyVisitorsReport::tables(const ReportPtr& self) const {
  const auto report = std::static_pointer_cast<const HourlyVisitorsReport>(self);
  return {hourly_visitors_table(report), hourly_totals_table(report)};
}

std::size_t HourlyVisitorsReport::choices(FilterField field) const {
  return field == FilterField::page ? pages->size() : 0;
}

std::string_view HourlyVisitorsReport::choice(FilterField, std::size_t index) const {
  return (*pages)[static_cast<TextId>(index)];
}

std::optional<TimeExtent> HourlyVisitorsReport::time_extent() const {
  if (hours.empty()) return std::nullopt;
  if (within) return within;
  const Hour first = hours.front().hour;
  const Hour last = hours.back().hour;
  return TimeExtent{first.start + first.offset,
                    last.start + last.offset + kStepTable[step].seconds};
}

void HourlyVisitorsReport::release() const {
  pages->release();
  cells.release();
}

TablePtr hourly_visitors_table(HourlyVisitorsPtr report) {
  const std::size_t cells = report->cells.size();
  return std::make_shared<CellTable>(std::move(report), 0, cells);
}

TablePtr hour_pages_table(HourlyVisitorsPtr report, std::size_t hour) {
  const std::size_t begin = report->hour_begin[hour];
  const std::size_t end = report->hour_begin[hour + 1];
  return std::make_shared<CellTable>(std::move(report), begin, end);
}

TablePtr hourly_totals_table(HourlyVisitorsPtr report) {
  return std::make_shared<HourTable>(std::move(report));
}

}  // namespace footfall
