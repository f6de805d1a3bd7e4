#include "model/report/requests_report.h"

#include <array>
#include <limits>

#include "model/core/csv_text.h"
#include "model/core/decimal.h"
#include "model/report/step_column.h"

namespace footfall {
namespace {

// Behind the key: requests, bytes, then the answers in the order of their classes.
enum : std::size_t { kKey, kRequests, kBytes, kAnswers };
constexpr std::array<Column, kAnswers + kKinds<AnswerClass>> columns_by(Column key) {
  return {key,
          {"requests", ColumnKind::count},
          {"bytes", ColumnKind::count},
          {"status_2xx", ColumnKind::count},
          {"status_3xx", ColumnKind::count},
          {"status_4xx", ColumnKind::count},
          {"status_5xx", ColumnKind::count},
          {"status_other", ColumnKind::count}};
}
constexpr auto kStepColumns = [] {
  ByKind<Step, decltype(columns_by({}))> all{};
  for (const StepFacts& facts : kStepTable) all[facts.step] = columns_by(step_column(facts.step));
  return all;
}();
constexpr auto kRequestPageColumns = columns_by({"page_url", ColumnKind::text});

std::uint64_t count_of(const RequestTotals& totals, std::size_t column) {
  return column == kRequests ? totals.requests() : totals.answers.at(column - kAnswers);
}

void append_bytes(std::string& out, UInt128 bytes) {
  append_integer(out, WideDecimal(static_cast<Int128>(bytes)));
}

// What both tables have behind their keys.
class TotalsTable : public Table {
 public:
  explicit TotalsTable(RequestsPtr report) : report_(std::move(report)) {}

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    if (column == kKey) return append_key(out, row);
    const RequestTotals& totals = totals_of(row);
    if (column == kBytes) return append_bytes(out, totals.bytes);
    out += std::to_string(count_of(totals, column));
  }
  void append_csv_rows(CsvText& out, std::size_t begin, std::size_t end) const override {
    std::string scratch;
    for (std::size_t row = begin; row < end; ++row) {
      scratch.clear();
      append_key(scratch, row);
      out.text(scratch);
      const RequestTotals& totals = totals_of(row);
      out.whole(totals.requests());
      if (totals.bytes >> 64 == 0) {
        out.whole(static_cast<std::uint64_t>(totals.bytes));
      } else {
        scratch.clear();
        append_bytes(scratch, totals.bytes);
        out.plain(scratch);
      }
      for (const std::uint64_t count : totals.answers) out.whole(count);
      out.end_row();
    }
  }
  double number(std::size_t row, std::size_t column) const override {
    if (column == kKey) return key_number(row);
    const RequestTotals& totals = totals_of(row);
    return column == kBytes ? static_cast<double>(totals.bytes)
                            : static_cast<double>(count_of(totals, column));
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    // Both stand in the order of their keys.
    if (column == kKey) return order(row_a, row_b);
    const RequestTotals& a = totals_of(row_a);
    const RequestTotals& b = totals_of(row_b);
    return column == kBytes ? order(a.bytes, b.bytes)
                            : order(count_of(a, column), count_of(b, column));
  }

 protected:
  [[nodiscard]] const RequestsReport& report() const { return *report_; }
  [[nodiscard]] virtual const RequestTotals& totals_of(std::size_t row) const = 0;
  virtual void append_key(std::string& out, std::size_t row) const = 0;
  [[nodiscard]] virtual double key_number(std::size_t row) const = 0;

 private:
  RequestsPtr report_;
};

class HourTable final : public TotalsTable {
 public:
  using TotalsTable::TotalsTable;
  std::string name() const override { return step_name(report().step, "_requests"); }
  std::span<const Column> columns() const override { return kStepColumns[report().step]; }
  std::size_t rows() const override { return report().hours.size(); }

 protected:
  const RequestTotals& totals_of(std::size_t row) const override {
    return report().hours[row].totals;
  }
  void append_key(std::string& out, std::size_t row) const override {
    append_step(out, report().step, report().hours[row].hour, report().utc);
  }
  double key_number(std::size_t row) const override {
    return static_cast<double>(report().hours[row].hour.start);
  }
};

class PageTable final : public TotalsTable {
 public:
  using TotalsTable::TotalsTable;
  std::string name() const override { return "requests"; }
  std::span<const Column> columns() const override { return kRequestPageColumns; }
  std::size_t rows() const override { return report().pages.size(); }

 protected:
  const RequestTotals& totals_of(std::size_t row) const override {
    return report().pages[row].totals;
  }
  void append_key(std::string& out, std::size_t row) const override {
    out += (*report().names)[report().pages[row].name];
  }
  double key_number(std::size_t /*row*/) const override {
    return std::numeric_limits<double>::quiet_NaN();
  }
};

}  // namespace

std::vector<TablePtr> RequestsReport::tables(const ReportPtr& self) const {
  const auto report = std::static_pointer_cast<const RequestsReport>(self);
  return {hourly_requests_table(report), page_requests_table(report)};
}

std::size_t RequestsReport::choices(FilterField field) const {
  return field == FilterField::page ? pages.size() : 0;
}

std::string_view RequestsReport::choice(FilterField, std::size_t index) const {
  return (*names)[pages[index].name];
}

std::optional<TimeExtent> RequestsReport::time_extent() const {
  if (hours.empty()) return std::nullopt;
  if (within) return within;
  const Hour first = hours.front().hour;
  const Hour last = hours.back().hour;
  return TimeExtent{first.start + first.offset,
                    last.start + last.offset + kStepTable[step].seconds};
}

void RequestsReport::release() const {
  names->release();
  pages.release();
}

TablePtr hourly_requests_table(RequestsPtr report) {
  return std::make_shared<HourTable>(std::move(report));
}

TablePtr page_requests_table(RequestsPtr report) {
  return std::make_shared<PageTable>(std::move(report));
}

}  // namespace footfall
