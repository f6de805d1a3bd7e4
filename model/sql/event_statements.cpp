#include <fmt/format.h>

#include "model/sql/statement_rows.h"

// The statements about payments and user events.
namespace footfall {

// Payments or user events. Distinct events are one where they are equal; an amount of 0 is another
// one than none. How many rows each of them had is kept only where rows are counted.
ReportStatements::Events ReportStatements::events() const {
  const bool payments_wanted = request_.kind == ReportKind::customer_report;
  Rows found = rows(false);
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
  // Where all events are of one user, nothing needs to be put in order by it.
  result.owner = one_user() ? quote_literal(engine_, request_.filter[FilterField::user][0])
                            : add(found.texts[1], "e_owner");
  result.type = add(found.texts[2], "e_type");
  const NumberSql& amount = found.numbers[0];
  const std::vector<std::string>& values = amount.once.empty() ? amount.value : amount.once;
  constexpr const char* kAmounts[] = {"e_amount", "e_decimals"};
  for (std::size_t i = 0; i < values.size(); ++i)
    result.amount.push_back(add(payments_wanted && engine_ == SqlEngine::postgresql
                                    ? fmt::format("coalesce({}, 0)", values[i])
                                    : values[i],
                                kAmounts[i]));
  if (payments_wanted) {
    result.seconds = add(found.seconds, "e_seconds");
    result.currency = add(found.texts[3], "e_currency");
  } else if (engine_ == SqlEngine::clickhouse) {
    // PostgreSQL's value is null where there is none.
    add(fmt::format("CASE WHEN {} THEN 0 ELSE 1 END", amount.missing), "e_priced");
  }
  const bool distinct = !payments_wanted || request_.options.distinct_events;
  if (distinct && request_.counts) {
    const std::string rows = prefix_ + "e_rows";
    list += ", count(*) AS " + rows;
    result.rows = "sum(" + rows + ")";
  }
  result.select = found.layers.select(list, found.counted(), distinct ? keys : "");
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
      "SELECT {0}, {1} AS d, {2}, {3}, count(*), {4}, max({5}), {6}, {7} FROM (\n{8}\n) e "
      "GROUP BY {0}, d, {2} ORDER BY {0}, d, {2}",
      e.owner, postgres ? e.seconds + " / 86400" : "intDiv(" + e.seconds + ", 86400)", e.currency,
      e.rows, rows_where(ticket), e.seconds, sum(e.amount), sum(e.amount, ticket), e.select);
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

bool ReportStatements::one_user() const {
  return request_.kind == ReportKind::user_activity &&
         request_.filter[FilterField::user].size() == 1;
}

std::string ReportStatements::users() const {
  const Events e = events();
  const auto count = [&](const char* type) {
    return rows_where(fmt::format("{} = '{}'", e.type, type));
  };
  return fmt::format(
      "SELECT {0}, {1}, count(*), {2}, {3}, {4}, {5} FROM (\n{6}\n) e {7}", e.owner, e.rows,
      count("click"), count("view"), count("purchase"), sum(e.amount, e.type + " = 'purchase'"),
      e.select,
      one_user() ? "HAVING count(*) > 0" : fmt::format("GROUP BY {0} ORDER BY {0}", e.owner));
}

}  // namespace footfall
