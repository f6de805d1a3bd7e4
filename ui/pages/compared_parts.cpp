#include "ui/pages/compared_parts.h"

#include <optional>
#include <utility>
#include <vector>

#include "model/report/compared_tables.h"
#include "model/session/seen_table.h"
#include "ui/tables/compared_columns.h"

namespace footfall {
namespace {

using Row = std::optional<std::size_t>;

Row row_of(std::uint32_t row) { return row == kNoRow ? Row() : Row(row); }

// The row of the other period's main table that a row of the present one's is compared with.
Row row_before(const ReportComparison& with, std::size_t present) {
  if (with.tables.empty()) return std::nullopt;
  const auto* const rows = dynamic_cast<const ComparedTable*>(with.tables.front().get());
  if (rows == nullptr) return std::nullopt;
  return row_of(rows->matched(row_of_present(*rows, present)).before);
}

/// The columns of another table, without rows.
class NoRows final : public Table {
 public:
  explicit NoRows(TablePtr of) : of_(std::move(of)) {}
  [[nodiscard]] std::string name() const override { return of_->name(); }
  [[nodiscard]] std::span<const Column> columns() const override { return of_->columns(); }
  [[nodiscard]] std::size_t rows() const override { return 0; }
  void append_cell(std::string&, std::size_t, std::size_t) const override {}
  [[nodiscard]] double number(std::size_t, std::size_t) const override { return 0; }
  [[nodiscard]] int compare(std::size_t, std::size_t, std::size_t) const override { return 0; }

 private:
  TablePtr of_;
};

// `part` makes the table of one row of a report's main table; one of the two rows there is.
template <class Part, class ReportPtrOf>
TablePtr compared_part(const Part& part, const ReportPtrOf& now, Row row, const ReportPtrOf& before,
                       Row other, const ReportComparison& with, StopCheck check) {
  const auto of = [&](const ReportPtrOf& report, Row own, const ReportPtrOf& twin, Row theirs) {
    return own ? part(report, *own) : std::make_shared<NoRows>(part(twin, *theirs));
  };
  return compared_tables({of(now, row, before, other)}, {of(before, other, now, row)},
                         with.periods.periods, std::move(check))
      .front();
}

// Every row names the same other hour.
TablePtr without_time_before(TablePtr table) {
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < table->columns().size(); ++column)
    if (place_of(*table, column) != ColumnPlace{0, ComparedTable::Part::before})
      columns.push_back(column);
  auto order = std::make_shared<RowOrder>();
  order->request.table = std::move(table);
  order->natural = true;
  return seen_table(std::move(order), std::move(columns));
}

TablePtr compared_hour_pages(const HourlyVisitorsPtr& now, Row hour, Row other,
                             const ReportComparison& with, StopCheck check) {
  return without_time_before(compared_part(hour_pages_table, now, hour,
                                           with.periods.before->get<HourlyVisitorsReport>(), other,
                                           with, std::move(check)));
}

}  // namespace

void HourPages::show(const HourlyVisitorsPtr& report, std::optional<std::size_t> hour,
                     const ReportComparisonPtr& with) {
  if (hour && with) return compare(report, hour, row_before(*with, *hour), with);
  comparing_.forget();
  view_.set_table(hour ? hour_pages_table(report, *hour) : nullptr);
}

void HourPages::show_other(const HourlyVisitorsPtr& report, std::size_t other,
                           const ReportComparisonPtr& with) {
  compare(report, std::nullopt, other, with);
}

void HourPages::compare(const HourlyVisitorsPtr& report, std::optional<std::size_t> hour,
                        std::optional<std::size_t> other, const ReportComparisonPtr& with) {
  const auto tell = comparing_.begin([this](const TablePtr& pages) { view_.set_table(pages); });
  comparing_.post(worker_, [with, report, hour, other, tell](const std::stop_token& stop) {
    tell(compared_hour_pages(report, hour, other, *with, StopCheck(stop)));
  });
}

TablePtr compared_customer_days(const CustomerReportPtr& now, std::size_t customer,
                                const ReportComparison& with) {
  return compared_part(one_customer_days_table, now, customer,
                       with.periods.before->get<CustomerReport>(), row_before(with, customer), with,
                       {});
}

}  // namespace footfall
