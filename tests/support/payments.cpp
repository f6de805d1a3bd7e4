#include "tests/support/payments.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>
#include <set>

namespace footfall_test {

using namespace footfall;

namespace {

std::string money(const WideDecimal& sum, std::uint64_t count = 1) {
  const WideDecimal divisor =
      WideDecimal(power_of_ten(30)) * WideDecimal(static_cast<Int128>(count));
  std::string out;
  append_fixed(out, divide_half_even(sum, divisor), 6, 6);
  return out;
}

}  // namespace

std::string plain_report(std::vector<Payment> rows, const ReportOptions& options) {
  std::size_t duplicates = 0;
  std::size_t conflicts = 0;
  if (options.distinct_events) {
    const std::set<Payment> distinct(rows.begin(), rows.end());
    std::map<std::string, std::size_t> by_id;
    for (const Payment& payment : distinct) ++by_id[payment.id];
    for (const auto& [id, events] : by_id) conflicts += events > 1 ? events : 0;
    duplicates = rows.size() - distinct.size();
    rows.assign(distinct.begin(), distinct.end());
  }
  struct DayTotals {
    std::uint64_t events = 0;
    WideDecimal spend;
  };
  struct Totals {
    std::uint64_t events = 0, tickets = 0;
    WideDecimal spend, ticket_sum;
    std::map<std::string, int> types;
    std::map<std::int64_t, DayTotals> days;
    std::int64_t latest = 0;
  };
  std::map<std::string, Totals> customers;
  std::map<std::string, std::pair<std::uint64_t, DecimalSum>> unconverted;
  WideDecimal all;
  for (const Payment& payment : rows) {
    Decimal rate{Decimal::kOne};
    // One currency whatever its case and the blanks around it.
    std::string currency;
    for (const char c : payment.currency)
      if (c != ' ') currency += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (options.rates.contains(currency)) {
      rate = options.rates.at(currency);
    } else if (currency != "USD") {
      ++unconverted[currency].first;
      unconverted[currency].second += DecimalSum(payment.amount.units);
    }
    const WideDecimal usd = WideDecimal(payment.amount.units) * WideDecimal(rate.units);
    Totals& totals = customers[payment.customer];
    ++totals.events;
    totals.spend += usd;
    all += usd;
    if (payment.type == "checkout" && payment.amount.units > 0) {
      ++totals.tickets;
      totals.ticket_sum += usd;
    }
    ++totals.types[payment.type];
    ++totals.days[payment.ts / 86400].events;
    totals.days[payment.ts / 86400].spend += usd;
    totals.latest = std::max(totals.latest, payment.ts);
  }
  std::string out = std::to_string(rows.size()) + " events, " + money(all) + " USD, " +
                    std::to_string(duplicates) + " duplicates, " + std::to_string(conflicts) +
                    " conflicts\n";
  for (const auto& [currency, sums] : unconverted) {
    out += "no rate: " + currency + "|" + std::to_string(sums.first) + "|";
    append_exact(out, sums.second, Decimal::kDigits, 0);
    out += "\n";
  }
  for (const auto& [id, totals] : customers) {
    std::string top;
    int most = 0;
    for (const auto& [type, count] : totals.types)
      if (count > most) top = type, most = count;
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString(id), QCryptographicHash::Md5)
            .toHex()
            .left(8);
    out += id + "|" + std::to_string(totals.events) + "|" + money(totals.spend) + "|" +
           (totals.tickets > 0 ? money(totals.ticket_sum, totals.tickets) : "0.000000") + "|" +
           std::to_string(totals.days.size()) + "|" + top + "|" + std::to_string(totals.latest) +
           "|" + std::to_string(digest.toUInt(nullptr, 16) % options.shards) + "|\n";
    for (const auto& [day, in_day] : totals.days) {
      out += "  ";
      append_date(out, static_cast<Day>(day));
      out += "|" + std::to_string(in_day.events) + "|" + money(in_day.spend) + "|\n";
    }
  }
  return out;
}

std::string dump(const CustomerReportPtr& report) {
  std::string out = std::to_string(report->events) + " events, ";
  append_fixed(out, report->total_spend, 6, 6);
  out += " USD, " + std::to_string(report->duplicate_events) + " duplicates, " +
         std::to_string(report->conflicting_events) + " conflicts\n";
  for (const auto& currency : report->unconverted) {
    out += "no rate: " + currency.currency + "|" + std::to_string(currency.rows) + "|";
    append_exact(out, currency.amount, Decimal::kDigits, 0);
    out += "\n";
  }
  const TablePtr customers = customers_table(report);
  for (std::size_t row = 0; row < customers->rows(); ++row) {
    for (std::size_t column = 0; column < customers->columns().size(); ++column) {
      customers->append_cell(out, row, column);
      out += "|";
    }
    out += "\n";
    const TablePtr days = one_customer_days_table(report, row);
    for (std::size_t day = 0; day < days->rows(); ++day) {
      out += "  ";
      for (std::size_t column = 1; column < 4; ++column) {
        days->append_cell(out, day, column);
        out += "|";
      }
      out += "\n";
      if (report->days[report->customers[row].first_day + day].customer != row)
        out += "wrong customer\n";
    }
  }
  return out;
}

std::vector<Payment> random_payments(std::mt19937& random, std::size_t count,
                                     const Wildness& wild) {
  static const std::vector<std::string> tame = {
      "0",           "1",           "12.50",        "99.99",        "-5.25", "0.01",      "1000000",
      "21474836.47", "21474836.48", "-21474836.48", "-21474836.49", "0.005", "0.00000001"};
  static const std::vector<std::string> wide = {
      "1000000000000000000",  "-1000000000000000000", "0.000000000000000001",
      "92233720368.54775807", "92233720368.54775808", "-92233720368.54775808",
      "90000000000.5",        "0.123456789",          "999999999999999999.999999999999999999"};
  static const std::vector<std::string> types = {"checkout", "checkout", "view", "refund",
                                                 "",         "Checkout", "a",    "b"};
  static const std::vector<std::string> currencies = {"USD", "USD", "EUR", "GBP", "", "JPY", "usd"};
  std::vector<Payment> rows;
  while (rows.size() < count) {
    Payment payment;
    payment.id = "e" + std::to_string(random() % wild.ids);
    payment.customer = "cus_" + std::to_string(random() % wild.customers);
    if (random() % 50 == 0)
      payment.customer = std::string(random() % 5, static_cast<char>(random())) + "x";
    const std::int64_t day = static_cast<std::int64_t>(random() % wild.days);
    const std::int64_t far = day % 7 == 3 ? 2932890 : 19700;
    const std::int64_t midnight = far * 86400 * (day % 5 != 4) + day * 86400;
    payment.ts = std::clamp<std::int64_t>(midnight + static_cast<std::int64_t>(random() % 86400), 1,
                                          kLastInstant.seconds);
    payment.type = types[random() % types.size()];
    payment.currency = currencies[random() % currencies.size()];
    const auto& amounts = wild.wide_amounts && random() % 4 == 0 ? wide : tame;
    payment.amount = parse_number(amounts[random() % amounts.size()]).value;
    rows.push_back(payment);
    while (wild.ids < 1'000'000 && random() % 3 == 0) rows.push_back(rows[random() % rows.size()]);
  }
  return rows;
}

Wildness random_wildness(std::mt19937& random) {
  Wildness wild;
  wild.customers = 1 + random() % 200;
  wild.days = 1 + random() % 40;
  wild.wide_amounts = random() % 2 == 0;
  wild.ids = random() % 2 == 0 ? 1 + random() % 500 : 1'000'000;
  return wild;
}

}  // namespace footfall_test
