#include "model/report/customer_report.h"

#include <array>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "model/report/commonest_texts.h"
#include "model/report/report_options.h"
#include "model/report/rewritten_ids.h"

namespace footfall {
namespace {

void append_whole(std::string& out, auto value) {
  const fmt::format_int digits(value);
  out.append(digits.data(), digits.size());
}

int sign(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

class CustomersTable final : public Table {
 public:
  explicit CustomersTable(CustomerReportPtr report) : report_(std::move(report)) {}

  std::string name() const override { return "customers"; }
  std::span<const Column> columns() const override { return kColumns; }
  std::size_t rows() const override { return report_->customers.size(); }

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    const CustomerReport::Customer& customer = report_->customers[row];
    switch (column) {
      case kCustomerId:
        out += (*report_->names)[customer.name];
        break;
      case kEvents:
        append_whole(out, customer.events);
        break;
      case kSpend:
        report_->spend.append_text(out, row);
        break;
      case kTicket:
        report_->average_ticket.append_text(out, row);
        break;
      case kActiveDays:
        append_whole(out, customer.active_days);
        break;
      case kTopType:
        out += (*report_->event_types)[customer.top_event_type];
        break;
      case kLatest:
        append_whole(out, customer.latest_event);
        break;
      default:
        append_whole(out, customer.shard);
        break;
    }
  }
  void append_csv_rows(CsvText& out, std::size_t begin, std::size_t end) const override {
    for (std::size_t row = begin; row < end; ++row) {
      const CustomerReport::Customer& customer = report_->customers[row];
      out.text((*report_->names)[customer.name]);
      out.whole(customer.events);
      report_->spend.append_csv(out, row);
      report_->average_ticket.append_csv(out, row);
      out.whole(std::uint64_t{customer.active_days});
      out.text((*report_->event_types)[customer.top_event_type]);
      out.whole(customer.latest_event);
      out.whole(std::uint64_t{customer.shard});
      out.end_row();
    }
  }
  double number(std::size_t row, std::size_t column) const override {
    const CustomerReport::Customer& customer = report_->customers[row];
    switch (column) {
      case kEvents:
        return static_cast<double>(customer.events);
      case kSpend:
        return report_->spend.number(row);
      case kTicket:
        return report_->average_ticket.number(row);
      case kActiveDays:
        return customer.active_days;
      case kLatest:
        return static_cast<double>(customer.latest_event);
      case kShard:
        return customer.shard;
      default:
        return std::numeric_limits<double>::quiet_NaN();
    }
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    const CustomerReport::Customer& a = report_->customers[row_a];
    const CustomerReport::Customer& b = report_->customers[row_b];
    switch (column) {
      // Rows stand in the order of their ids.
      case kCustomerId:
        return sign(row_a <=> row_b);
      case kEvents:
        return sign(a.events <=> b.events);
      case kSpend:
        return report_->spend.compare(row_a, row_b);
      case kTicket:
        return report_->average_ticket.compare(row_a, row_b);
      case kActiveDays:
        return sign(a.active_days <=> b.active_days);
      case kTopType: {
        const TextPool& types = *report_->event_types;
        return sign(types[a.top_event_type] <=> types[b.top_event_type]);
      }
      case kLatest:
        return sign(a.latest_event <=> b.latest_event);
      default:
        return sign(a.shard <=> b.shard);
    }
  }

 private:
  enum : std::size_t {
    kCustomerId,
    kEvents,
    kSpend,
    kTicket,
    kActiveDays,
    kTopType,
    kLatest,
    kShard
  };
  static constexpr std::array<Column, 8> kColumns = {
      {{"customer_id", ColumnKind::text},
       {"total_events", ColumnKind::count},
       {"total_spend_usd", ColumnKind::amount},
       {"avg_ticket_usd", ColumnKind::amount, Measure::rate},
       {"active_days", ColumnKind::count},
       {"top_event_type", ColumnKind::text},
       {"latest_event_ts", ColumnKind::instant},
       {"shard", ColumnKind::count, Measure::none}}};
  CustomerReportPtr report_;
};

// The days of all customers, or the run of entries that belongs to one.
class CustomerDaysTable final : public Table {
 public:
  CustomerDaysTable(CustomerReportPtr report, std::size_t first, std::size_t count)
      : report_(std::move(report)), first_(first), count_(count) {}

  std::string name() const override { return "customer_days"; }
  std::span<const Column> columns() const override { return kColumns; }
  std::size_t rows() const override { return count_; }

  void append_cell(std::string& out, std::size_t row, std::size_t column) const override {
    const CustomerReport::CustomerDay& entry = day(row);
    switch (column) {
      case kCustomerId:
        out += (*report_->names)[report_->customers[entry.customer].name];
        break;
      case kDay:
        append_date(out, entry.day);
        break;
      case kEvents:
        append_whole(out, entry.events);
        break;
      default:
        report_->day_spend.append_text(out, first_ + row);
        break;
    }
  }
  void append_csv_rows(CsvText& out, std::size_t begin, std::size_t end) const override {
    // A customer has several rows, one after the other.
    std::string_view name;
    bool plain = true;
    for (std::size_t row = begin; row < end; ++row) {
      const CustomerReport::CustomerDay& entry = day(row);
      if (row == begin || entry.customer != day(row - 1).customer) {
        name = (*report_->names)[report_->customers[entry.customer].name];
        plain = out.is_plain(name);
      }
      if (plain) {
        out.plain(name);
      } else {
        out.text(name);
      }
      out.date(entry.day);
      out.whole(std::uint64_t{entry.events});
      report_->day_spend.append_csv(out, first_ + row);
      out.end_row();
    }
  }
  double number(std::size_t row, std::size_t column) const override {
    switch (column) {
      case kDay:
        return day(row).day;
      case kEvents:
        return static_cast<double>(day(row).events);
      case kSpend:
        return report_->day_spend.number(first_ + row);
      default:
        return std::numeric_limits<double>::quiet_NaN();
    }
  }
  int compare(std::size_t row_a, std::size_t row_b, std::size_t column) const override {
    switch (column) {
      case kCustomerId:
        return sign(day(row_a).customer <=> day(row_b).customer);
      case kDay:
        return sign(day(row_a).day <=> day(row_b).day);
      case kEvents:
        return sign(day(row_a).events <=> day(row_b).events);
      default:
        return report_->day_spend.compare(first_ + row_a, first_ + row_b);
    }
  }

 private:
  enum : std::size_t { kCustomerId, kDay, kEvents, kSpend };
  static constexpr std::array<Column, 4> kColumns = {{{"customer_id", ColumnKind::text},
                                                      {"day", ColumnKind::day},
                                                      {"events", ColumnKind::count},
                                                      {"spend_usd", ColumnKind::amount}}};
  const CustomerReport::CustomerDay& day(std::size_t row) const {
    return report_->days[first_ + row];
  }

  CustomerReportPtr report_;
  std::size_t first_;
  std::size_t count_;
};

}  // namespace

std::vector<TablePtr> CustomerReport::tables(const ReportPtr& self) const {
  const auto report = std::static_pointer_cast<const CustomerReport>(self);
  return {customers_table(report), customer_days_table(report)};
}

std::size_t CustomerReport::choices(FilterField field) const {
  return field == FilterField::customer ? customers.size() : 0;
}

std::string_view CustomerReport::choice(FilterField, std::size_t index) const {
  return (*names)[customers[index].name];
}

std::optional<TimeExtent> CustomerReport::time_extent() const {
  if (days.empty()) return std::nullopt;
  Day first = days.front().day;
  Day last = first;
  for (const CustomerDay& day : days) {
    first = std::min(first, day.day);
    last = std::max(last, day.day);
  }
  return TimeExtent{first * kSecondsPerDay, (last + std::int64_t{1}) * kSecondsPerDay};
}

std::vector<Finding> CustomerReport::findings() const {
  std::vector<Finding> found;
  if (duplicate_events > 0) found.push_back({"duplicate_events", duplicate_events});
  if (conflicting_events > 0) found.push_back({"conflicting_events", conflicting_events});
  return found;
}

std::vector<Remark> CustomerReport::remarks() const {
  std::vector<Remark> remarks;
  if (events > 0 && event_types && !has_tickets())
    remarks.push_back({RemarkKind::no_usual_types, commonest_types()});
  if (events > 0 && !has_spend()) remarks.push_back({RemarkKind::no_value, {}});
  note_rewritten_ids(customers, *names, remarks);
  return remarks;
}

bool CustomerReport::has_tickets() const {
  const std::string_view ticket = usual_types(kKind).front();
  for (TextId type = 0; type < event_types->size(); ++type)
    if ((*event_types)[type] == ticket) return true;
  for (std::size_t row = 0; row < average_ticket.size(); ++row)
    if (average_ticket.number(row) != 0) return true;
  return false;
}

bool CustomerReport::has_spend() const {
  for (std::size_t row = 0; row < day_spend.size(); ++row)
    if (day_spend.number(row) != 0) return true;
  return false;
}

std::vector<std::string> CustomerReport::commonest_types() const {
  std::vector<std::uint64_t> customers_of(event_types->size());
  for (const Customer& customer : customers) ++customers_of[customer.top_event_type];
  return commonest_texts(
      customers_of, [&](std::size_t type) { return (*event_types)[static_cast<TextId>(type)]; });
}

void CustomerReport::release() const {
  names->release();
  customers.release();
  days.release();
  for (const AmountColumn* amounts : {&spend, &average_ticket, &day_spend}) amounts->release();
}

TablePtr customers_table(CustomerReportPtr report) {
  return std::make_shared<CustomersTable>(std::move(report));
}

TablePtr customer_days_table(CustomerReportPtr report) {
  const std::size_t days = report->days.size();
  return std::make_shared<CustomerDaysTable>(std::move(report), 0, days);
}

TablePtr one_customer_days_table(CustomerReportPtr report, std::size_t customer) {
  const CustomerReport::Customer& wanted = report->customers[customer];
  const std::size_t first = wanted.first_day;
  const std::size_t count = wanted.active_days;
  return std::make_shared<CustomerDaysTable>(std::move(report), first, count);
}

}  // namespace footfall
