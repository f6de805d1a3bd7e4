#include <fmt/format.h>

#include "model/core/calendar.h"
#include "model/sql/statement_rows.h"

// The statements about payments and user events.
namespace footfall {

using namespace fmt::literals;

// Payments or user events. Distinct events are one where they are equal; an amount of 0 is another
// one than none. How many rows each of them had is kept only where rows are counted.
ReportStatements::Events ReportStatements::events() const {
  const bool payments_wanted = events_of(request_.kind) == EventType::payment;
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
  result.owner = one_user() ? dialect_.literal(request_.filter[FilterField::user][0])
                            : add(found.texts[1], "e_owner");
  result.type = add(found.texts[2], "e_type");
  const NumberSql& amount = found.numbers[0];
  const std::vector<std::string>& values = amount.once.empty() ? amount.value : amount.once;
  constexpr const char* kAmounts[] = {"e_amount", "e_decimals"};
  for (std::size_t i = 0; i < values.size(); ++i)
    result.amount.push_back(
        add(payments_wanted ? found.write->or_zero(values[i]) : values[i], kAmounts[i]));
  if (payments_wanted) {
    result.seconds = add(found.seconds, "e_seconds");
    result.currency = add(found.texts[3], "e_currency");
  } else if (const std::string priced = found.write->presence(amount); !priced.empty()) {
    add(priced, "e_priced");
  }
  const bool distinct = !payments_wanted || request_.options.distinct_events;
  if (distinct && request_.counts) {
    const std::string rows = prefix_ + "e_rows";
    list += ", count(*) AS " + rows;
    result.rows = "sum(" + rows + ")";
  }
  result.select = found.layers->select(list, found.counted(), distinct ? keys : "");
  return result;
}

std::string ReportStatements::conflicts() const {
  const Events e = events();
  return fmt::format(
      "SELECT sum(c) FROM (SELECT {id}, count(*) AS c FROM (\n{events}\n) e GROUP BY {id} HAVING "
      "count(*) > 1) g",
      "id"_a = e.id, "events"_a = e.select);
}

std::string ReportStatements::customer_days() const {
  const Events e = events();
  std::string ticket = e.type + " = 'checkout' AND (";
  for (const std::string& part : e.amount)
    ticket += (part == e.amount[0] ? "" : " OR ") + part + " > 0";
  ticket += ')';
  return fmt::format(
      "SELECT {owner}, {day} AS d, {currency}, {rows}, count(*), {tickets}, max({seconds}), "
      "{amount}, {ticket_amount} FROM (\n{events}\n) e GROUP BY {owner}, d, {currency} ORDER BY "
      "{owner}, d, {currency}",
      "owner"_a = e.owner, "day"_a = dialect_.divide(e.seconds, kSecondsPerDay),
      "currency"_a = e.currency, "rows"_a = e.rows, "tickets"_a = dialect_.rows_where(ticket),
      "seconds"_a = e.seconds, "amount"_a = sum(e.amount),
      "ticket_amount"_a = sum(e.amount, ticket), "events"_a = e.select);
}

std::string ReportStatements::top_types() const {
  const Events e = events();
  return dialect_.first_of_each(
      e.owner, e.type, "c DESC, " + e.type,
      fmt::format("SELECT {owner}, {type}, count(*) AS c FROM (\n{events}\n) e GROUP BY {owner}, "
                  "{type}",
                  "owner"_a = e.owner, "type"_a = e.type, "events"_a = e.select));
}

bool ReportStatements::one_user() const {
  const std::vector<std::string>& users = request_.filter[FilterField::user];
  return events_of(request_.kind) == EventType::user_event && users.size() == 1 &&
         dialect_.can_write(users[0]);
}

std::string ReportStatements::users() const {
  const Events e = events();
  const auto count = [&](const char* type) {
    return dialect_.rows_where(fmt::format("{} = '{}'", e.type, type));
  };
  return fmt::format(
      "SELECT {user}, {rows}, count(*), {clicks}, {views}, {purchases}, {value} FROM "
      "(\n{events}\n) e {groups}",
      "user"_a = e.owner, "rows"_a = e.rows, "clicks"_a = count("click"), "views"_a = count("view"),
      "purchases"_a = count("purchase"), "value"_a = sum(e.amount, e.type + " = 'purchase'"),
      "events"_a = e.select,
      "groups"_a = one_user() ? "HAVING count(*) > 0"
                              : fmt::format("GROUP BY {user} ORDER BY {user}", "user"_a = e.owner));
}

}  // namespace footfall
