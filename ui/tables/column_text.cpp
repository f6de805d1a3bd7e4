#include "ui/tables/column_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "ui/charts/time_text.h"
#include "ui/style/plain_text.h"
#include "ui/tables/compared_columns.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

constexpr const char* kContext = "Columns";
constexpr std::size_t kMoneyDecimals = 2;
constexpr int kLeastDecimals = 2;
constexpr int kMostDecimals = 12;  // of a ranking that fits the screen
constexpr int kMostOfMany = 6;     // of more rows than that: some are always alike
constexpr std::size_t kFewRows = 100;

struct Title {
  std::string_view name;
  const char* title;
};

constexpr std::array kTitles = {
    Title{"hour", QT_TRANSLATE_NOOP("Columns", "hour")},
    Title{"page_url", QT_TRANSLATE_NOOP("Columns", "page")},
    Title{"unique_visitors", QT_TRANSLATE_NOOP("Columns", "unique visitors")},
    Title{"pageviews", QT_TRANSLATE_NOOP("Columns", "pageviews")},
    Title{"customer_id", QT_TRANSLATE_NOOP("Columns", "customer")},
    Title{"total_events", QT_TRANSLATE_NOOP("Columns", "events")},
    Title{"total_spend_usd", QT_TRANSLATE_NOOP("Columns", "total spend (USD)")},
    Title{"avg_ticket_usd", QT_TRANSLATE_NOOP("Columns", "average ticket (USD)")},
    Title{"active_days", QT_TRANSLATE_NOOP("Columns", "active days")},
    Title{"top_event_type", QT_TRANSLATE_NOOP("Columns", "top event type")},
    Title{"latest_event_ts", QT_TRANSLATE_NOOP("Columns", "latest event (UTC)")},
    Title{"shard", QT_TRANSLATE_NOOP("Columns", "shard")},
    Title{"day", QT_TRANSLATE_NOOP("Columns", "day (UTC)")},
    Title{"week", QT_TRANSLATE_NOOP("Columns", "week from")},
    Title{"events", QT_TRANSLATE_NOOP("Columns", "events")},
    Title{"spend_usd", QT_TRANSLATE_NOOP("Columns", "spend (USD)")},
    Title{"campaign_id", QT_TRANSLATE_NOOP("Columns", "campaign")},
    Title{"total_impressions", QT_TRANSLATE_NOOP("Columns", "impressions")},
    Title{"total_clicks", QT_TRANSLATE_NOOP("Columns", "clicks")},
    Title{"total_spend", QT_TRANSLATE_NOOP("Columns", "spend")},
    Title{"total_conversions", QT_TRANSLATE_NOOP("Columns", "conversions")},
    Title{"CTR", QT_TRANSLATE_NOOP("Columns", "CTR (%)")},
    Title{"CPA", QT_TRANSLATE_NOOP("Columns", "cost per conversion")},
    Title{"user_id", QT_TRANSLATE_NOOP("Columns", "user")},
    Title{"click", QT_TRANSLATE_NOOP("Columns", "clicks")},
    Title{"view", QT_TRANSLATE_NOOP("Columns", "views")},
    Title{"purchase", QT_TRANSLATE_NOOP("Columns", "purchases")},
    Title{"requests", QT_TRANSLATE_NOOP("Columns", "requests")},
    Title{"bytes", QT_TRANSLATE_NOOP("Columns", "bytes")},
    Title{"status_2xx", QT_TRANSLATE_NOOP("Columns", "2xx")},
    Title{"status_3xx", QT_TRANSLATE_NOOP("Columns", "3xx")},
    Title{"status_4xx", QT_TRANSLATE_NOOP("Columns", "4xx")},
    Title{"status_5xx", QT_TRANSLATE_NOOP("Columns", "5xx")},
    Title{"status_other", QT_TRANSLATE_NOOP("Columns", "other")},
    Title{"usual", QT_TRANSLATE_NOOP("Columns", "usual")},
    Title{"times_usual", QT_TRANSLATE_NOOP("Columns", "times usual")},
    Title{"usual_over", QT_TRANSLATE_NOOP("Columns", "usual over")},
    Title{"hours_compared", QT_TRANSLATE_NOOP("Columns", "hours compared")},
    Title{"above_usual", QT_TRANSLATE_NOOP("Columns", "above usual")},
    Title{"share", QT_TRANSLATE_NOOP("Columns", "share (%)")},
    Title{"first_seen", QT_TRANSLATE_NOOP("Columns", "first seen")},
    Title{"pages", QT_TRANSLATE_NOOP("Columns", "pages seen")},
    Title{"visitors", QT_TRANSLATE_NOOP("Columns", "visitors")},
    Title{"new_visitors", QT_TRANSLATE_NOOP("Columns", "new visitors")},
    Title{"visitor_id", QT_TRANSLATE_NOOP("Columns", "visitor")},
    Title{"user_agent", QT_TRANSLATE_NOOP("Columns", "user agent")},
    Title{"over_time", QT_TRANSLATE_NOOP("Columns", "over time")},
    Title{"total_value", QT_TRANSLATE_NOOP("Columns", "purchase value")},
    Title{"customers", QT_TRANSLATE_NOOP("Columns", "customers")},
    Title{"share_of_customers", QT_TRANSLATE_NOOP("Columns", "top (%)")},
    Title{"share_of_spend", QT_TRANSLATE_NOOP("Columns", "of spend (%)")},
    Title{"share_of_tickets", QT_TRANSLATE_NOOP("Columns", "share (%)")},
    Title{"from_usd", QT_TRANSLATE_NOOP("Columns", "from (USD)")},
    Title{"below_usd", QT_TRANSLATE_NOOP("Columns", "below (USD)")},
    Title{"step", QT_TRANSLATE_NOOP("Columns", "step")},
    Title{"users", QT_TRANSLATE_NOOP("Columns", "users")},
    Title{"share_of_step_before", QT_TRANSLATE_NOOP("Columns", "of the step before (%)")},
    Title{"share_of_users", QT_TRANSLATE_NOOP("Columns", "of all users (%)")},
};

QString instant_text(std::string_view plain) {
  std::int64_t seconds = 0;
  const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), seconds);
  if (fault != std::errc() || end != plain.data() + plain.size()) return line_of_text(plain);
  const std::int64_t day = floor_divide(seconds, kSecondsPerDay);
  const QTime clock =
      QTime::fromMSecsSinceStartOfDay(static_cast<int>(seconds - day * kSecondsPerDay) * 1000);
  return date_text(static_cast<Day>(day)) + QLatin1Char(' ') +
         clock.toString(QStringLiteral("HH:mm:ss"));
}

// As charts write it, so that it is found in both.
QString date_cell_text(std::string_view plain) {
  Day day = 0;
  return parse_date(plain, day) ? full_day_text(day) : line_of_text(plain);
}

QString bytes_text(std::string_view plain) {
  double bytes = 0;
  const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), bytes);
  if (fault != std::errc() || end != plain.data() + plain.size()) return line_of_text(plain);
  return byte_text(bytes);
}

bool is_quotient(const Column& column) {
  const ComparedName of = compared_name(column.name);
  return (of.base == "CTR" || of.base == "CPA") &&
         (of.part == ComparedTable::Part::now || of.part == ComparedTable::Part::before);
}

// As it is shown: CTR in percent.
double shown_quotient(const Table& table, std::size_t row, std::size_t column) {
  const double number = table.number(row, column);
  return compared_name(table.columns()[column].name).base == "CTR" ? number * 100 : number;
}

// What stands in files in English.
constexpr std::array kWords = {
    Title{"weekday and hour", QT_TRANSLATE_NOOP("Columns", "weekday and hour")},
    Title{"hour of day", QT_TRANSLATE_NOOP("Columns", "hour of day")},
    Title{"yes", QT_TRANSLATE_NOOP("Columns", "yes")},
    Title{"no", QT_TRANSLATE_NOOP("Columns", "no")},
    Title{"all users", QT_TRANSLATE_NOOP("Columns", "all users")},
    Title{"with a view", QT_TRANSLATE_NOOP("Columns", "with a view")},
    Title{"also a click", QT_TRANSLATE_NOOP("Columns", "also a click")},
    Title{"also a purchase", QT_TRANSLATE_NOOP("Columns", "also a purchase")},
    Title{"a purchase, no view or no click",
          QT_TRANSLATE_NOOP("Columns", "a purchase, no view or no click")},
};
QString word_of(std::string_view plain) {
  for (const Title& word : kWords)
    if (word.name == plain) return QCoreApplication::translate(kContext, word.title);
  return line_of_text(plain);
}

bool is_zero(std::string_view plain) { return plain.find_first_not_of("0.-") == plain.npos; }

QString text_of(const Column& column, std::string_view plain, bool exact);

// What a measure was, and how it changed: with its sign.
QString change_text(const Column& column, std::string_view plain, bool exact) {
  const ComparedName of = compared_name(column.name);
  if (plain.empty()) return QStringLiteral("–");
  const bool negative = plain.front() == '-', zero = is_zero(plain);
  if (negative) plain.remove_prefix(1);
  QString text;
  if (of.part == ComparedTable::Part::percent)
    text = localized_number(plain);
  else if (zero)
    text = localized_number(std::uint64_t{0});
  else
    text = text_of({of.base, column.kind, column.measure}, plain, exact);
  if (zero) return text;
  return (negative ? QLocale().negativeSign() : QLocale().positiveSign()) + text;
}

QString text_of(const Column& column, std::string_view plain, bool exact) {
  const ComparedName of = compared_name(column.name);
  if (of.part == ComparedTable::Part::before)
    return text_of({of.base, column.kind, column.measure}, plain, exact);
  if (of.part != ComparedTable::Part::now) return change_text(column, plain, exact);
  switch (column.kind) {
    case ColumnKind::text:
      if (column.name == "usual_over" || column.name == "first_seen" || column.name == "step")
        return word_of(plain);
      return line_of_text(plain);
    case ColumnKind::hour:
      return line_of_text(plain);
    case ColumnKind::day:
      return date_cell_text(plain);
    case ColumnKind::instant:
      return instant_text(plain);
    case ColumnKind::count:
      if (column.name == "bytes" && !exact) return bytes_text(plain);
      return localized_number(plain);
    case ColumnKind::amount:
      break;
  }
  // There is no average where there is no ticket.
  if (plain.empty() || (column.name == "avg_ticket_usd" && is_zero(plain)))
    return QStringLiteral("–");
  // Every row has some.
  if (column.name == "share" && is_zero(plain))
    return QStringLiteral("< ") + localized_number(std::string_view("0.01"));
  if (column.name == "CTR" || column.name.starts_with("share"))
    return localized_number(percent_number(plain));
  return localized_number(exact ? std::string(plain) : shortened_number(plain, kMoneyDecimals));
}

}  // namespace

QString column_title(const Column& column) {
  using Part = ComparedTable::Part;
  switch (compared_name(column.name).part) {
    case Part::before:
      return is_number(column)
                 ? QCoreApplication::translate(kContext, QT_TRANSLATE_NOOP("Columns", "before"))
                 : QCoreApplication::translate(kContext,
                                               QT_TRANSLATE_NOOP("Columns", "compared with"));
    case Part::change:
      return QCoreApplication::translate(kContext, QT_TRANSLATE_NOOP("Columns", "change"));
    case Part::percent:
      return QCoreApplication::translate(kContext, QT_TRANSLATE_NOOP("Columns", "change (%)"));
    case Part::now:
      break;
  }
  // Those of customers are days in UTC.
  if (column.kind == ColumnKind::hour && column.name == "day")
    return QCoreApplication::translate(kContext, QT_TRANSLATE_NOOP("Columns", "day"));
  for (const Title& title : kTitles)
    if (title.name == column.name) return QCoreApplication::translate(kContext, title.title);
  return visible_text(column.name);
}

QString full_column_title(const Column& column) {
  const ComparedName of = compared_name(column.name);
  const QString title = column_title(column);
  if (of.part == ComparedTable::Part::now) return title;
  return QCoreApplication::translate(kContext, QT_TRANSLATE_NOOP("Columns", "%1: %2"))
      .arg(column_title({of.base, column.kind, column.measure}), title);
}

QString cell_text(const Column& column, std::string_view plain) {
  return text_of(column, plain, false);
}

QString cell_text(const Table& table, std::size_t row, std::size_t column, int decimals) {
  const Column& about = table.columns()[column];
  std::string plain;
  table.append_cell(plain, row, column);
  // Two decimals are those of the exports, rounded from the exact quotient.
  if (decimals <= kLeastDecimals || plain.empty()) return cell_text(about, plain);
  const double number = shown_quotient(table, row, column);
  return localized_number(QByteArray::number(number, 'f', decimals).toStdString());
}

int telling_decimals(const Table& table, std::size_t column, const std::vector<std::size_t>& rows) {
  if (!is_quotient(table.columns()[column])) return 0;
  std::vector<double> numbers;
  for (const std::size_t row : rows)
    if (const double number = shown_quotient(table, row, column); number > 0)
      numbers.push_back(number);
  std::sort(numbers.begin(), numbers.end());
  const int most = numbers.size() > kFewRows ? kMostOfMany : kMostDecimals;
  for (int decimals = kLeastDecimals; decimals < most; ++decimals) {
    const double unit = std::pow(10, decimals);
    double before = 0;
    const bool apart = std::all_of(numbers.begin(), numbers.end(), [&](double number) {
      // Equal quotients may differ by what a double cannot hold.
      const bool same = number - before <= number * 1e-12;
      const bool told = same || std::round(number * unit) > std::round(before * unit);
      before = number;
      return told;
    });
    if (apart) return decimals;
  }
  return most;
}

QString figure_text(double value) {
  int decimals = kLeastDecimals;
  while (value > 0 && decimals < kMostDecimals && value * std::pow(10, decimals) < 0.95) ++decimals;
  return QLocale().toString(value, 'f', decimals);
}

QString exact_cell_text(const Column& column, std::string_view plain) {
  return text_of(column, plain, true);
}

QString line_of_text(std::string_view bytes, qsizetype limit) {
  // No character takes more than four bytes.
  const bool cut = bytes.size() > static_cast<std::size_t>(limit) * 4;
  if (cut) bytes = bytes.substr(0, static_cast<std::size_t>(limit) * 4);
  QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
  const bool longer = cut || text.size() > limit;
  text.truncate(limit);
  text = visible_text(text);
  return longer ? text + QChar(0x2026) : text;
}

bool is_number(const Column& column) {
  return column.kind == ColumnKind::count || column.kind == ColumnKind::amount ||
         column.kind == ColumnKind::instant;
}

}  // namespace footfall
