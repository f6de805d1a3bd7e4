#include "model/sql/report_statements.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/core/calendar.h"
#include "model/core/letter_case.h"
#include "model/sql/statement_rows.h"

namespace footfall {

using namespace fmt::literals;

std::string ReportStatements::free_prefix(const std::vector<ColumnInfo>& columns) {
  std::string prefix = "footfall_";
  const auto taken = [&](const ColumnInfo& column) {
    return lower_case(column.name).starts_with(prefix);
  };
  while (std::any_of(columns.begin(), columns.end(), taken)) prefix += "x_";
  return prefix;
}

std::string ReportStatements::meant_type(Rows& rows, const std::string& type) const {
  if (request_.options.event_map.empty()) return type;
  std::string cases;
  for (const auto& [given, meant] : request_.options.event_map)
    cases += fmt::format(" WHEN {} THEN {}", one_of(type, {given}), dialect_.literal(meant));
  return rows.write->define(RowStep::hours, "meant",
                            fmt::format("CASE{} ELSE {} END", cases, type));
}

// ClickHouse gives computed columns to those alone who name them.
std::string ReportStatements::table_text() const {
  if (request_.sample == 0) return dialect_.table(request_.table);
  std::string columns;
  std::vector<std::string> named;
  for (const auto& source : request_.columns) {
    if (!source || std::find(named.begin(), named.end(), source->column.name) != named.end())
      continue;
    named.push_back(source->column.name);
    columns += (columns.empty() ? "" : ", ") + dialect_.identifier(named.back());
  }
  return fmt::format("(SELECT {}{} LIMIT {}) {}rows", columns,
                     from_table(dialect_, request_.table, request_.where), request_.sample,
                     prefix_);
}

std::string ReportStatements::sum(const std::vector<std::string>& value,
                                  const std::string& condition) const {
  std::string parts;
  for (const std::string& part : value)
    parts += (parts.empty() ? "" : ", ") + dialect_.sum(part, condition);
  return parts;
}

ReportStatements::Rows ReportStatements::visits(bool all_rows) const {
  Rows rows(*this);
  ValueExpressions& write = *rows.write;
  const TimeSql time = write.time("ts", column(0), source_zone_, rows.stretch);
  const TextSql page = write.text("page", column(1));
  const TextSql visitor = write.text("visitor", column(2));
  rows.reject(time.missing, RejectReason::missing_value, 0);
  rows.reject(page.missing, RejectReason::missing_value, 1);
  rows.reject(visitor.missing, RejectReason::missing_value, 2);
  rows.reject(time.wrong, RejectReason::wrong_type, 0);
  rows.reject(time.bad, RejectReason::bad_timestamp, 0);
  rows.reject(page.wrong, RejectReason::wrong_type, 1);
  rows.reject(visitor.wrong, RejectReason::wrong_type, 2);
  const std::string hour = write.hour(time.seconds, report_zone_);
  keep_range(rows, hour);
  keep_pages(rows, page.text, all_rows);
  keep_texts(rows, ConditionField::visitor, visitor.text);
  keep_clock(rows, time.seconds, report_zone_);
  rows.texts = {write.step(hour, request_.options.step, report_zone_), page.text, visitor.text};
  rows.seconds = time.seconds;
  rows.finish();
  return rows;
}

ReportStatements::Rows ReportStatements::payments(bool all_rows) const {
  Rows rows(*this);
  ValueExpressions& write = *rows.write;
  const TextSql event = write.text("event", column(0));
  const TextSql customer = write.text("customer", column(1));
  const TimeSql ts = write.epoch("ts", column(2));
  const TextSql type = write.text("type", column(3));
  const NumberSql amount = number(write, 4);
  const TextSql currency = write.text("currency", column(5));
  rows.reject(event.missing, RejectReason::missing_value, 0);
  rows.reject(customer.missing, RejectReason::missing_value, 1);
  rows.reject(ts.missing, RejectReason::missing_value, 2);
  rows.reject(event.wrong, RejectReason::wrong_type, 0);
  rows.reject(customer.wrong, RejectReason::wrong_type, 1);
  rows.reject(ts.wrong, RejectReason::wrong_type, 2);
  rows.reject(ts.bad, RejectReason::bad_timestamp, 2);
  rows.reject(ts.out, RejectReason::out_of_range, 2);
  rows.note_rounding(ts.rounded);
  rows.reject(type.wrong, RejectReason::wrong_type, 3);
  rows.check(amount, 4);
  rows.reject(currency.wrong, RejectReason::wrong_type, 5);
  const std::string meant = meant_type(rows, type.text);
  // The same bounds as PaymentFilter's.
  const Filter& filter = request_.filter;
  const auto first_day = [](const TimeBound& bound) {
    return floor_divide(bound.instant.value_or(bound.civil) + kSecondsPerDay - 1, kSecondsPerDay);
  };
  rows.keep(fmt::format("{} > 0", ts.seconds), FilterReason::not_after_1970);
  rows.keep(
      fmt::format("{} <= {}", ts.seconds, std::min(request_.options.now, kLastInstant.seconds)),
      FilterReason::in_the_future);
  if (request_.options.event_types)
    rows.keep(one_of(meant, *request_.options.event_types), FilterReason::event_type);
  keep_texts(rows, ConditionField::event_type, meant);
  if (filter.from)
    rows.keep(fmt::format("{} >= {}", ts.seconds, first_day(*filter.from) * kSecondsPerDay),
              FilterReason::before_the_range);
  if (filter.to)
    rows.keep(fmt::format("{} < {}", ts.seconds, first_day(*filter.to) * kSecondsPerDay),
              FilterReason::after_the_range);
  keep_texts(rows, ConditionField::customer, customer.text);
  if (!all_rows) skip_others(rows, 1, filter[FilterField::customer]);
  if (asks_for(ConditionField::currency))
    keep_texts(rows, ConditionField::currency, dialect_.currency(currency.text));
  keep_clock(rows, ts.seconds, nullptr);
  rows.texts = {event.text, customer.text, meant, currency.text};
  rows.numbers = {amount};
  rows.seconds = ts.seconds;
  rows.finish();
  return rows;
}

NumberSql ReportStatements::number(ValueExpressions& write, std::size_t role) const {
  const std::string name(roles_of(events_of(request_.kind))[role].name);
  const auto shift = request_.numbers.shifts.find(name);
  return write.number(name, column(role),
                      shift == request_.numbers.shifts.end() ? 0 : shift->second);
}

ReportStatements::Rows ReportStatements::campaign_rows(bool /*all_rows*/) const {
  Rows rows(*this);
  ValueExpressions& write = *rows.write;
  const TextSql campaign = write.trimmed_text("campaign", column(0));
  const TextSql date = write.date_text("date", column(1));
  const auto figure = [&](std::size_t role) {
    NumberSql read = number(write, role);
    if (!request_.numbers.blank_is_zero) return read;
    read.missing = kNever;
    for (auto* values : {&read.value, &read.once})
      for (std::string& value : *values) value = write.or_zero(value);
    return read;
  };
  const std::vector<NumberSql> numbers = {figure(2), figure(3), figure(4), figure(5)};
  constexpr std::size_t kFirst = 2;   // role of the first number
  constexpr std::size_t kCounts = 2;  // of the numbers are whole
  rows.reject(campaign.missing, RejectReason::missing_value, 0);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    rows.reject(numbers[i].missing, RejectReason::missing_value, kFirst + i);
  rows.reject(campaign.wrong, RejectReason::wrong_type, 0);
  rows.reject(date.wrong, RejectReason::wrong_type, 1);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    rows.check(numbers[i], kFirst + i);
    rows.reject(numbers[i].negative, RejectReason::negative_number, kFirst + i);
    if (i < kCounts) rows.reject(numbers[i].fraction, RejectReason::bad_number, kFirst + i);
  }
  const Filter& filter = request_.filter;
  const bool by_date = filter.from || filter.to || asks_for(ConditionField::weekday);
  const DateSql on = by_date ? write.date("date", date.text) : DateSql();
  if (by_date) rows.keep(on.possible, FilterReason::no_date);
  if (filter.from || filter.to) {
    // Whole dates, whose texts are in the order of the days. No date lies beyond the calendar.
    const auto bound = [&](const TimeBound& time, const char* order, FilterReason reason) {
      const std::int64_t day = floor_divide(time.civil + kSecondsPerDay - 1, kSecondsPerDay);
      std::string shown;
      append_date(shown, static_cast<Day>(day));
      if (shown.size() > 10) shown = "9999-12-32";
      rows.keep(fmt::format("{} {} {}", date.text, order, dialect_.literal(shown)), reason);
    };
    if (filter.from) bound(*filter.from, ">=", FilterReason::before_the_range);
    if (filter.to) bound(*filter.to, "<", FilterReason::after_the_range);
  }
  keep_texts(rows, ConditionField::campaign, campaign.text);
  keep_weekdays(rows, on.days);
  rows.texts = {campaign.text, date.text};
  rows.numbers = numbers;
  rows.finish();
  return rows;
}

ReportStatements::Rows ReportStatements::activity(bool all_rows) const {
  Rows rows(*this);
  ValueExpressions& write = *rows.write;
  const TextSql id = write.text("id", column(0));
  const TextSql user = write.text("user", column(1));
  const TextSql type = write.text("type", column(2));
  const NumberSql price = number(write, 3);
  rows.reject(id.missing, RejectReason::missing_value, 0);
  rows.reject(user.missing, RejectReason::missing_value, 1);
  rows.reject(id.wrong, RejectReason::wrong_type, 0);
  rows.reject(user.wrong, RejectReason::wrong_type, 1);
  rows.reject(type.wrong, RejectReason::wrong_type, 2);
  rows.check(price, 3);
  const std::string meant = meant_type(rows, type.text);
  keep_texts(rows, ConditionField::event_type, meant);
  keep_texts(rows, ConditionField::user, user.text);
  if (!all_rows) skip_others(rows, 1, request_.filter[FilterField::user]);
  rows.texts = {id.text, user.text, meant};
  rows.numbers = {price};
  rows.finish();
  return rows;
}

ReportStatements::Rows ReportStatements::request_rows(bool all_rows) const {
  Rows rows(*this);
  ValueExpressions& write = *rows.write;
  const TimeSql time = write.time("ts", column(0), source_zone_, rows.stretch);
  const TextSql page = write.text("page", column(1));
  const NumberSql status = write.number("status", column(2));
  const auto shift = request_.numbers.shifts.find("bytes");
  const NumberSql bytes = write.number_or_dash(
      "bytes", column(3), shift == request_.numbers.shifts.end() ? 0 : shift->second);
  rows.reject(time.missing, RejectReason::missing_value, 0);
  rows.reject(time.wrong, RejectReason::wrong_type, 0);
  rows.reject(time.bad, RejectReason::bad_timestamp, 0);
  rows.reject(page.wrong, RejectReason::wrong_type, 1);
  rows.reject(status.wrong, RejectReason::wrong_type, 2);
  rows.check(bytes, 3);
  rows.reject(bytes.negative, RejectReason::negative_number, 3);
  rows.reject(bytes.fraction, RejectReason::bad_number, 3);
  const std::string hour = write.hour(time.seconds, report_zone_);
  keep_range(rows, hour);
  keep_pages(rows, page.text, all_rows);
  keep_clock(rows, time.seconds, report_zone_);
  rows.texts = {write.step(hour, request_.options.step, report_zone_), page.text};
  rows.numbers = {status, bytes};
  rows.seconds = time.seconds;
  rows.finish();
  return rows;
}

ReportStatements::Rows ReportStatements::rows(bool all_rows) const {
  struct RowsOf {
    EventType events{};
    Rows (ReportStatements::*make)(bool all_rows) const = nullptr;
  };
  static constexpr auto table = kind_table<&RowsOf::events, RowsOf>({
      {EventType::visit, &ReportStatements::visits},
      {EventType::payment, &ReportStatements::payments},
      {EventType::campaign_figures, &ReportStatements::campaign_rows},
      {EventType::user_event, &ReportStatements::activity},
      {EventType::request, &ReportStatements::request_rows},
  });
  return (this->*table[events_of(request_.kind)].make)(all_rows);
}

std::string ReportStatements::stretches() const {
  const Rows found = rows(true);
  const std::string begins = prefix_ + "begins";
  // Before the zones are known, values near the ends of the calendar may still be turned down.
  return found.layers->select(fmt::format("{} AS {}", found.stretch, begins),
                              fmt::format("{} BETWEEN {} AND {}", found.stretch,
                                          ZoneTable::kFirstStretch, ZoneTable::kLastStretch),
                              begins);
}

std::string ReportStatements::counts() const {
  const Rows found = rows(true);
  return found.layers->select(fmt::format("{}, count(*), sum({})", found.state, found.rounded), {},
                              found.state);
}

std::string ReportStatements::visitor_cells() const { return visitors(true); }
std::string ReportStatements::visitor_totals() const { return visitors(false); }

// Literally distinct: one row for each visitor, then those rows are counted.
std::string ReportStatements::visitors(bool by_page) const {
  Rows found = visits(false);
  std::string list = found.named(prefix_ + "v_hour", found.texts[0]);
  std::string keys = prefix_ + "v_hour";
  if (by_page) {
    list += ", " + found.named(prefix_ + "v_page", found.texts[1]);
    keys += ", " + prefix_ + "v_page";
  }
  return fmt::format(
      "SELECT {keys}, count(*), sum({n}) FROM (\n{visitors}\n) d GROUP BY {keys} ORDER BY {keys}",
      "keys"_a = keys, "n"_a = prefix_ + "n",
      "visitors"_a = found.layers->select(fmt::format("{}, count(*) AS {}n", list, prefix_),
                                          found.counted(), keys + ", " + found.texts[2]));
}

std::string ReportStatements::all_visitors() const {
  const Rows found = visits(false);
  return fmt::format("SELECT count(*), coalesce(sum({n}), 0) FROM (\n{visitors}\n) d",
                     "n"_a = prefix_ + "n",
                     "visitors"_a = found.layers->select(fmt::format("count(*) AS {}n", prefix_),
                                                         found.counted(), found.texts[2]));
}

std::string ReportStatements::request_hours() const { return request_totals(false); }
std::string ReportStatements::request_pages() const { return request_totals(true); }

// What has no status that is a whole number from 200 to 599 is the rest.
std::string ReportStatements::request_totals(bool by_page) const {
  Rows found = request_rows(false);
  const std::string key = prefix_ + (by_page ? "r_page" : "r_hour");
  const NumberSql& status = found.numbers[0];
  std::string list = fmt::format("{}, count(*), {}", found.named(key, found.texts[by_page ? 1 : 0]),
                                 dialect_.sum(found.numbers[1].value[0]));
  std::string none;
  for (const std::string* condition : {&status.missing, &status.bad, &status.out, &status.fraction})
    if (*condition != kNever) none += fmt::format(" AND NOT ({})", *condition);
  for (int first = 200; first < 600; first += 100)
    list += ", " + dialect_.rows_where(fmt::format("{} BETWEEN {} AND {}{}", status.value[0], first,
                                                   first + 99, none));
  return found.layers->select(list, found.counted(), key) + " ORDER BY " + key;
}

std::string ReportStatements::campaigns() const {
  const Rows found = campaign_rows(false);
  const std::string& campaign = found.texts[0];
  return found.layers->select(fmt::format("{}, count(*), {}, {}, {}, {}", campaign,
                                          dialect_.sum(found.numbers[0].value[0]),
                                          dialect_.sum(found.numbers[1].value[0]),
                                          sum(found.numbers[3].value), sum(found.numbers[2].value)),
                              found.counted(), campaign) +
         " ORDER BY " + campaign;
}

}  // namespace footfall
