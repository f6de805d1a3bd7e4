#include "model/sql/report_statements.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/core/calendar.h"
#include "model/report/load_report.h"
#include "model/sql/sql_text.h"
#include "model/sql/value_expressions.h"

namespace footfall {
namespace {

constexpr int kStateStep = 9;

}  // namespace

// The rows of a table as the report sees them: layers that end with `state`, and the names of the
// values.
struct ReportStatements::Rows {
  explicit Rows(const ReportStatements& of)
      : layers(of.engine_, quote_table(of.engine_, of.request_.table)),
        write(of.engine_, layers, of.prefix_),
        clickhouse(of.engine_ == SqlEngine::clickhouse) {}

  /// The first condition that holds is the reason.
  void reject(const std::string& condition, RejectReason reason) {
    if (condition != kNever)
      cases += fmt::format(" WHEN {} THEN {}", condition, static_cast<int>(reason));
  }
  void check(const NumberSql& number) {
    reject(number.wrong, RejectReason::wrong_type);
    reject(number.bad, RejectReason::bad_number);
    reject(number.out, RejectReason::out_of_range);
    note_rounding(number.rounded);
  }
  void note_rounding(const std::string& condition) {
    if (condition != kNever) rounding += (rounding.empty() ? "" : " OR ") + condition;
  }
  void keep(const std::string& condition) { kept += (kept.empty() ? "" : " AND ") + condition; }
  void finish() {
    const std::string filter =
        kept.empty() ? "" : fmt::format(" WHEN NOT ({}) THEN {}", kept, kFilteredState);
    const std::string all = cases + filter;
    state = write.define(kStateStep, "state",
                         all.empty() ? std::to_string(kCountedState)
                                     : fmt::format("CASE{} ELSE {} END", all, kCountedState));
    rounded = write.define(
        kStateStep, "rounded",
        rounding.empty() ? "0" : fmt::format("CASE WHEN {} THEN 1 ELSE 0 END", rounding));
  }
  /// An item of a list of columns. ClickHouse forgets such names on the way to the shards unless
  /// they are aliases of a WITH.
  std::string named(const std::string& name, const std::string& expression) {
    if (!clickhouse) return expression + " AS " + name;
    layers.add(kStateStep + 1, name, expression);
    return name;
  }
  [[nodiscard]] std::string counted() const { return fmt::format("{} = {}", state, kCountedState); }

  RowLayers layers;
  ValueExpressions write;
  bool clickhouse;
  std::string cases;
  std::string rounding;
  std::string kept;
  std::string state;
  std::string rounded;
  std::string stretch;
  std::vector<std::string> texts;  // ids and the like, by the report's own order
  std::vector<NumberSql> numbers;
  std::string seconds;
};

std::string ReportStatements::free_prefix(const std::vector<ColumnInfo>& columns) {
  std::string prefix = "footfall_";
  const auto taken = [&](const ColumnInfo& column) {
    std::string name = column.name;
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name.starts_with(prefix);
  };
  while (std::any_of(columns.begin(), columns.end(), taken)) prefix += "x_";
  return prefix;
}

std::string ReportStatements::one_of(const std::string& text,
                                     const std::vector<std::string>& names) const {
  std::string list;
  for (const std::string& name : names) {
    // PostgreSQL refuses such text, and holds none that is equal to it.
    if (engine_ == SqlEngine::postgresql &&
        (!is_utf8(name) || name.find('\0') != std::string::npos))
      continue;
    list += (list.empty() ? "" : ", ") + quote_literal(engine_, name);
  }
  return list.empty() ? kNever : fmt::format("{} IN ({})", text, list);
}

// Other rows than those wanted need not be looked at; their state is checked all the same.
void ReportStatements::skip_others(Rows& rows, std::size_t role,
                                   const std::vector<std::string>& names) const {
  const auto& source = column(role);
  if (names.empty() || !source->path.empty() || source->column.kind != ColumnClass::text) return;
  const std::string& type = source->column.type;
  const std::string name = quote_identifier(engine_, source->column.name);
  if (engine_ == SqlEngine::clickhouse) {
    if (type == "String" || type == "Nullable(String)")
      rows.layers.add_condition(one_of(name, names));
    return;
  }
  // As it stands, an index of the column can be used.
  const bool plain = type == "text" || type.starts_with("character varying");
  rows.layers.add_condition(one_of(plain ? name : name + "::text", names));
}

std::string ReportStatements::sum(const std::vector<std::string>& value,
                                  const std::string& condition) const {
  std::string parts;
  for (const std::string& part : value) {
    const std::string chosen =
        condition.empty() ? part : fmt::format("CASE WHEN {} THEN {} ELSE 0 END", condition, part);
    if (!parts.empty()) parts += ", ";
    parts += sum_whole(chosen);
  }
  return parts;
}

std::string ReportStatements::sum_whole(const std::string& value) const {
  // Sums of 64-bit numbers wrap in ClickHouse; those of decimals have 128 bits.
  return engine_ == SqlEngine::postgresql ? fmt::format("coalesce(sum({}), 0)", value)
                                          : fmt::format("sum(toDecimal128(toInt64({}), 0))", value);
}

ReportStatements::Rows ReportStatements::visits(bool all_rows) const {
  Rows rows(*this);
  ValueExpressions& write = rows.write;
  const TimeSql time = write.time("ts", column(0), source_zone_, rows.stretch);
  const TextSql page = write.text("page", column(1));
  const TextSql visitor = write.text("visitor", column(2));
  for (const std::string& missing : {time.missing, page.missing, visitor.missing})
    rows.reject(missing, RejectReason::missing_value);
  rows.reject(time.wrong, RejectReason::wrong_type);
  rows.reject(time.bad, RejectReason::bad_timestamp);
  rows.reject(page.wrong, RejectReason::wrong_type);
  rows.reject(visitor.wrong, RejectReason::wrong_type);
  const std::string hour = write.hour(time.seconds, report_zone_);
  const Filter& filter = request_.filter;
  const auto instant = [&](const TimeBound& bound) {
    return bound.instant ? *bound.instant : request_.options.zone.from_local(bound.civil);
  };
  if (filter.from) rows.keep(fmt::format("{} >= {}", hour, instant(*filter.from)));
  if (filter.to) rows.keep(fmt::format("{} < {}", hour, instant(*filter.to)));
  if (!filter.pages.empty()) {
    rows.keep(one_of(page.text, filter.pages));
    if (!all_rows) skip_others(rows, 1, filter.pages);
  }
  rows.texts = {hour, page.text, visitor.text};
  rows.finish();
  return rows;
}

ReportStatements::Rows ReportStatements::payments(bool all_rows) const {
  Rows rows(*this);
  ValueExpressions& write = rows.write;
  const TextSql event = write.text("event", column(0));
  const TextSql customer = write.text("customer", column(1));
  const TimeSql ts = write.epoch("ts", column(2));
  const TextSql type = write.text("type", column(3));
  const NumberSql amount = write.number("amount", column(4));
  const TextSql currency = write.text("currency", column(5));
  for (const std::string& missing : {event.missing, customer.missing, ts.missing})
    rows.reject(missing, RejectReason::missing_value);
  rows.reject(event.wrong, RejectReason::wrong_type);
  rows.reject(customer.wrong, RejectReason::wrong_type);
  rows.reject(ts.wrong, RejectReason::wrong_type);
  rows.reject(ts.bad, RejectReason::bad_timestamp);
  rows.reject(ts.out, RejectReason::out_of_range);
  rows.note_rounding(ts.rounded);
  rows.reject(type.wrong, RejectReason::wrong_type);
  rows.check(amount);
  rows.reject(currency.wrong, RejectReason::wrong_type);
  // The same bounds as PaymentFilter's.
  const Filter& filter = request_.filter;
  const auto first_day = [](const TimeBound& bound) {
    return floor_divide(bound.instant.value_or(bound.civil) + kSecondsPerDay - 1, kSecondsPerDay);
  };
  const std::int64_t from =
      filter.from ? std::max<std::int64_t>(1, first_day(*filter.from) * kSecondsPerDay) : 1;
  std::int64_t end = std::min(request_.options.now, kLastInstant.seconds) + 1;
  if (filter.to) end = std::min(end, first_day(*filter.to) * kSecondsPerDay);
  rows.keep(fmt::format("{0} >= {1} AND {0} < {2}", ts.seconds, from, end));
  if (request_.options.event_types) rows.keep(one_of(type.text, *request_.options.event_types));
  if (!filter.customers.empty()) {
    rows.keep(one_of(customer.text, filter.customers));
    if (!all_rows) skip_others(rows, 1, filter.customers);
  }
  rows.texts = {event.text, customer.text, type.text, currency.text};
  rows.numbers = {amount};
  rows.seconds = ts.seconds;
  rows.finish();
  return rows;
}

ReportStatements::Rows ReportStatements::campaign_rows(bool /*all_rows*/) const {
  Rows rows(*this);
  ValueExpressions& write = rows.write;
  const TextSql campaign = write.trimmed_text("campaign", column(0));
  const TextSql date = write.date_text("date", column(1));
  const std::vector<NumberSql> numbers = {
      write.number("impressions", column(2)), write.number("clicks", column(3)),
      write.number("spend", column(4)), write.number("conversions", column(5))};
  rows.reject(campaign.missing, RejectReason::missing_value);
  for (const NumberSql& number : numbers) rows.reject(number.missing, RejectReason::missing_value);
  rows.reject(campaign.wrong, RejectReason::wrong_type);
  rows.reject(date.wrong, RejectReason::wrong_type);
  constexpr std::size_t kSpend = 2;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    rows.check(numbers[i]);
    rows.reject(numbers[i].negative, RejectReason::negative_number);
    if (i != kSpend) rows.reject(numbers[i].fraction, RejectReason::bad_number);
  }
  const Filter& filter = request_.filter;
  if (filter.from || filter.to) {
    rows.keep(write.is_date("date", date.text));
    // Whole dates, whose texts are in the order of the days. No date lies beyond the calendar.
    const auto bound = [&](const TimeBound& time, const char* order) {
      const std::int64_t day = floor_divide(time.civil + kSecondsPerDay - 1, kSecondsPerDay);
      std::string shown;
      append_date(shown, static_cast<Day>(day));
      if (shown.size() > 10) shown = "9999-12-32";
      rows.keep(fmt::format("{} {} {}", date.text, order, quote_literal(engine_, shown)));
    };
    if (filter.from) bound(*filter.from, ">=");
    if (filter.to) bound(*filter.to, "<");
  }
  if (!filter.campaigns.empty()) rows.keep(one_of(campaign.text, filter.campaigns));
  rows.texts = {campaign.text};
  rows.numbers = numbers;
  rows.finish();
  return rows;
}

ReportStatements::Rows ReportStatements::activity(bool all_rows) const {
  Rows rows(*this);
  ValueExpressions& write = rows.write;
  const TextSql id = write.text("id", column(0));
  const TextSql user = write.text("user", column(1));
  const TextSql type = write.text("type", column(2));
  const NumberSql price = write.number("price", column(3));
  for (const std::string& missing : {id.missing, user.missing})
    rows.reject(missing, RejectReason::missing_value);
  for (const std::string& wrong : {id.wrong, user.wrong, type.wrong})
    rows.reject(wrong, RejectReason::wrong_type);
  rows.check(price);
  if (!request_.filter.users.empty()) {
    rows.keep(one_of(user.text, request_.filter.users));
    if (!all_rows) skip_others(rows, 1, request_.filter.users);
  }
  rows.texts = {id.text, user.text, type.text};
  rows.numbers = {price};
  rows.finish();
  return rows;
}

ReportStatements::Rows ReportStatements::rows(bool all_rows) const {
  switch (request_.kind) {
    case ReportKind::hourly_visitors:
      return visits(all_rows);
    case ReportKind::customer_report:
      return payments(all_rows);
    case ReportKind::campaign_ranking:
      return campaign_rows(all_rows);
    case ReportKind::user_activity:
      break;
  }
  return activity(all_rows);
}

std::string ReportStatements::stretches() const {
  const Rows found = visits(true);
  const std::string begins = prefix_ + "begins";
  // Before the zones are known, values near the ends of the calendar may still be turned down.
  return found.layers.select(fmt::format("{} AS {}", found.stretch, begins),
                             fmt::format("{} BETWEEN -70000000000 AND 260000000000", found.stretch),
                             begins);
}

std::string ReportStatements::counts() const {
  const Rows found = rows(true);
  return found.layers.select(fmt::format("{}, count(*), sum({})", found.state, found.rounded), {},
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
  return fmt::format("SELECT {0}, count(*), sum({1}) FROM (\n{2}\n) d GROUP BY {0} ORDER BY {0}",
                     keys, prefix_ + "n",
                     found.layers.select(fmt::format("{}, count(*) AS {}n", list, prefix_),
                                         found.counted(), keys + ", " + found.texts[2]));
}

std::string ReportStatements::campaigns() const {
  const Rows found = campaign_rows(false);
  const std::string& campaign = found.texts[0];
  return found.layers.select(
             fmt::format("{}, count(*), {}, {}, {}, {}", campaign,
                         sum_whole(found.numbers[0].value[0]), sum_whole(found.numbers[1].value[0]),
                         sum_whole(found.numbers[3].value[0]), sum(found.numbers[2].value)),
             found.counted(), campaign) +
         " ORDER BY " + campaign;
}

// Payments or user events, each with the number of its rows n. Distinct events are one where they
// are equal; an amount of 0 is another one than none.
ReportStatements::Events ReportStatements::events() const {
  const bool payments_wanted = request_.kind == ReportKind::customer_report;
  Rows found = payments_wanted ? payments(false) : activity(false);
  Events result;
  std::string list;
  std::string keys;
  const auto add = [&](const std::string& expression, const char* name) {
    const std::string full = prefix_ + name;
    list += (list.empty() ? "" : ", ") + found.named(full, expression);
    keys += (keys.empty() ? "" : ", ") + full;
    return full;
  };
  result.id = add(found.texts[0], "e_id");
  result.owner = add(found.texts[1], "e_owner");
  result.type = add(found.texts[2], "e_type");
  const NumberSql& amount = found.numbers[0];
  constexpr const char* kAmounts[] = {"e_amount", "e_decimals"};
  for (std::size_t i = 0; i < amount.value.size(); ++i)
    result.amount.push_back(add(engine_ == SqlEngine::postgresql
                                    ? fmt::format("coalesce({}, 0)", amount.value[i])
                                    : amount.value[i],
                                kAmounts[i]));
  if (payments_wanted) {
    result.seconds = add(found.seconds, "e_seconds");
    result.currency = add(found.texts[3], "e_currency");
  } else {
    add(fmt::format("CASE WHEN {} THEN 0 ELSE 1 END", amount.missing), "e_priced");
  }
  result.rows = prefix_ + "e_rows";
  const bool distinct = !payments_wanted || request_.options.distinct_events;
  result.select = found.layers.select(
      fmt::format("{}, {} AS {}", list, distinct ? "count(*)" : "1", result.rows), found.counted(),
      distinct ? keys : "");
  return result;
}

std::string ReportStatements::conflicts() const {
  const Events e = events();
  return fmt::format(
      "SELECT sum(c) FROM (SELECT {0}, count(*) AS c FROM (\n{1}\n) e GROUP BY {0} HAVING count(*) "
      "> 1) g",
      e.id, e.select);
}

std::string ReportStatements::customer_days() const {
  const Events e = events();
  const bool postgres = engine_ == SqlEngine::postgresql;
  std::string ticket = e.type + " = 'checkout' AND (";
  for (const std::string& part : e.amount)
    ticket += (part == e.amount[0] ? "" : " OR ") + part + " > 0";
  ticket += ')';
  return fmt::format(
      "SELECT {0}, {1} AS d, {2}, sum({3}), count(*), sum(CASE WHEN {4} THEN 1 ELSE 0 END), "
      "max({5}), "
      "{6}, {7} FROM (\n{8}\n) e GROUP BY {0}, d, {2} ORDER BY {0}, d, {2}",
      e.owner, postgres ? e.seconds + " / 86400" : "intDiv(" + e.seconds + ", 86400)", e.currency,
      e.rows, ticket, e.seconds, sum(e.amount), sum(e.amount, ticket), e.select);
}

std::string ReportStatements::top_types() const {
  const Events e = events();
  const std::string groups =
      fmt::format("SELECT {0}, {1}, count(*) AS c FROM (\n{2}\n) e GROUP BY {0}, {1}", e.owner,
                  e.type, e.select);
  return engine_ == SqlEngine::postgresql
             ? fmt::format(
                   "SELECT DISTINCT ON ({0}) {0}, {1} FROM ({2}) g ORDER BY {0}, c DESC, {1}",
                   e.owner, e.type, groups)
             : fmt::format("SELECT {0}, {1} FROM ({2}) g ORDER BY {0}, c DESC, {1} LIMIT 1 BY {0}",
                           e.owner, e.type, groups);
}

std::string ReportStatements::users() const {
  const Events e = events();
  const auto count = [&](const char* type) {
    return fmt::format("sum(CASE WHEN {} = '{}' THEN 1 ELSE 0 END)", e.type, type);
  };
  return fmt::format(
      "SELECT {0}, sum({1}), count(*), {2}, {3}, {4}, {5} FROM (\n{6}\n) e GROUP BY {0} ORDER BY "
      "{0}",
      e.owner, e.rows, count("click"), count("view"), count("purchase"),
      sum(e.amount, e.type + " = 'purchase'"), e.select);
}

}  // namespace footfall
