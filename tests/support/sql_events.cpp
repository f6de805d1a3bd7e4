#include "tests/support/sql_events.h"

#include <fmt/format.h>

#include <random>

#include "model/export/csv.h"
#include "model/export/export_report.h"
#include "model/sql/sql_dialect.h"
#include "tests/support/servers.h"

namespace footfall_test {
namespace {

using footfall::ReportKind;
using footfall::SqlEngine;
using Value = std::optional<std::string>;
using Texts = std::vector<std::string>;

class Maker {
 public:
  Maker(std::uint32_t seed, bool dirt) : random_(seed), dirt_(dirt) {}

  bool chance(double share) { return std::uniform_real_distribution<>(0, 1)(random_) < share; }
  std::size_t below(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
  }
  const std::string& of(const Texts& texts) { return texts[below(texts.size())]; }

  Value id(const char* stem, std::size_t keys) {
    if (dirt_ && chance(0.02)) return chance(0.5) ? Value() : Value("");
    if (dirt_ && chance(0.05)) return of({"50%", "50_", "a*b*c", "\x01\x1F\x7F", "C7", "/Page/1"});
    if (dirt_ && chance(0.1)) {
      // Files take the words of dumps for missing ids; in a table they are texts like any other.
      const std::string& name = of(hostile_names());
      return name == "NULL" || name == "\\N" ? "null" : name;
    }
    return fmt::format("{}{}", stem, below(keys));
  }
  Value number(bool whole, bool negative) {
    static const Texts odd = {"1e2",
                              "12.0",
                              " 7 ",
                              "+5",
                              ".5",
                              "5.",
                              "-0",
                              "0.0000000000000000005",
                              "0.0000000000000000015",
                              "1.00000000000000000049999",
                              "1e18",
                              "1000000000000000000.0000000000000000001",
                              "1e19",
                              "1e99999999999",
                              "1e-99999999999",
                              "0e99999999999",
                              "-1e18",
                              "123456789012345678901234567890e-15",
                              "nan",
                              "inf",
                              "1_000",
                              "0x10",
                              "1e",
                              "--1",
                              "",
                              "\t",
                              "1 2",
                              "99999999999999999999",
                              "0.000000000000000001",
                              "0.1234567890123456789",
                              "000000000000000000000000000012",
                              "1E+3",
                              "-3",
                              "-0.5e-3"};
    if (dirt_ && chance(0.15)) return of(odd);
    if (dirt_ && chance(0.03)) return std::nullopt;
    std::string text =
        whole ? fmt::format("{}", below(2000)) : fmt::format("{}.{:02}", below(3000), below(100));
    return negative && chance(0.2) ? "-" + text : text;
  }
  Value time() {
    static const Texts odd = {"2025-03-30T01:30:00",
                              "2025-03-30T02:30",
                              "2025-11-02 01:30:00",
                              "2025-11-02T01:30:59.999",
                              "2025-01-06T10:58:60Z",
                              "2025-01-06T10:58:58+0530",
                              "2025-01-06T10:58:58-03",
                              "2025-01-06t10:58:58,5z",
                              " 2025-01-06T10:58 ",
                              "2025-02-29T10:00:00",
                              "2024-02-29T10:00:00",
                              "1900-02-29T00:00",
                              "2000-02-29T23:59:59",
                              "2025-13-01T00:00",
                              "2025-01-32T00:00",
                              "2025-01-06",
                              "2025-01-06T24:00",
                              "2025-01-06T10:60",
                              "2025-01-06T10:58:61",
                              "0000-01-01T00:00",
                              "0001-01-01T00:00",
                              "0001-01-01T00:30+01",
                              "9999-12-31T23:59:59Z",
                              "9999-12-31T23:59:59-01:00",
                              "1736159400",
                              "1736159400123",
                              "1736159400.9",
                              "99999999999",
                              "100000000000",
                              "-5",
                              "1e9",
                              "1.7361594e9",
                              "123e-00000000000005",
                              "garbage",
                              "",
                              "  ",
                              "2025-01-06T10:58:58+24:00",
                              "2025-01-06T10:58:58.",
                              "2025-01-06X10:58:58",
                              "1969-12-31T23:59:59.5Z",
                              "2025-01-06T10:58Z",
                              "2025-01-06T10:58+01:0",
                              "1e30"};
    if (dirt_ && chance(0.2)) return of(odd);
    if (dirt_ && chance(0.02)) return std::nullopt;
    // Around the changes of clocks in Europe and America, and in January.
    static const std::int64_t days[] = {20102, 20103, 20177, 20388, 20394, 20156};
    const std::int64_t second = days[below(6)] * 86400 + static_cast<std::int64_t>(below(86400));
    std::string text;
    footfall::append_date(text, static_cast<footfall::Day>(second / 86400));
    const std::int64_t of_day = second % 86400;
    return text + fmt::format("T{:02}:{:02}:{:02}{}", of_day / 3600, of_day / 60 % 60, of_day % 60,
                              dirt_ && chance(0.5) ? "" : "Z");
  }
  Value epoch() {
    static const Texts odd = {"0",
                              "-1",
                              "1736159400.9",
                              "-0.5",
                              "0.9",
                              "1e9",
                              "1e30",
                              "x",
                              "",
                              "99999999999",
                              "4102444800",
                              " 1736159400 ",
                              "1736159400.0000000000000000001"};
    if (dirt_ && chance(0.15)) return of(odd);
    if (dirt_ && chance(0.02)) return std::nullopt;
    return fmt::format("{}", 1735689600 + below(20 * 86400));
  }
  Value metadata() {
    static const Texts odd = {R"({"price":"abc"})",
                              R"({"price":true})",
                              R"({"price":[1,2]})",
                              R"({"price":{"price":3}})",
                              R"({"price":""})",
                              R"({"price":" 4.50 "})",
                              R"({"cart":{"price":9},"price":2})",
                              R"({"note":"a \"price\": 5, {[","price":6.25})",
                              R"({"cart":[{"price":1},{"x":[]}]})",
                              "{}",
                              "null",
                              "5",
                              R"("text")",
                              "[1]",
                              R"({"price":1e2})",
                              R"({"price":-0.00})",
                              R"({ "a" : 1 , "price" : "7" })",
                              R"({"pric":1,"prices":2})",
                              R"({"price":0.1234567890123456789})",
                              R"({"price":1e400})"};
    if (dirt_ && chance(0.2)) return of(odd);
    if (chance(0.05)) return "null";
    if (chance(0.1)) return R"({"button":"buy"})";
    const std::string price =
        *Maker(static_cast<std::uint32_t>(below(40)), false).number(false, true);
    return chance(0.3) ? fmt::format(R"({{"price":"{}0"}})", price)
                       : fmt::format(R"({{"price":{}}})", price);
  }
  Value choice(const Texts& texts, bool optional) {
    if (dirt_ && optional && chance(0.1)) return chance(0.5) ? Value() : Value("");
    return of(texts);
  }

 private:
  std::mt19937 random_;
  bool dirt_;
};

std::string json_text(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out + '"';
}

}  // namespace

const std::vector<std::string>& hostile_names() {
  static const Texts names = {"O'Brien",
                              "a\"b",
                              "back\\slash",
                              "'; DROP TABLE t; --",
                              "\\'; DROP TABLE t; --",
                              "x' OR '1'='1",
                              "käse",
                              "日本",
                              "a,b",
                              "tab\there",
                              "line\nend",
                              "{0}",
                              "%s",
                              "$1",
                              "?",
                              "' UNION SELECT 1 --",
                              "\\",
                              "''",
                              " ",
                              "NULL",
                              "\\N",
                              "-- x",
                              "/* x */",
                              "\xF0\x9F\x98\x80"};
  return names;
}

SqlEvents make_events(ReportKind kind, std::uint32_t seed, std::size_t rows, bool dirt) {
  Maker make(seed, dirt);
  SqlEvents events;
  for (std::size_t i = 0; i < rows; ++i) {
    switch (kind) {
      case ReportKind::hourly_visitors:
        events.rows.push_back({make.time(), make.id("/page/", 7), make.id("v", 40)});
        break;
      case ReportKind::customer_report:
        events.rows.push_back(
            {make.id("e", rows / 2), make.id("c", 30), make.epoch(),
             make.choice({"checkout", "view", "refund", "add"}, true), make.number(false, true),
             make.choice(
                 {"USD", "EUR", dirt ? "\xC2\xA0gbp\xE2\x80\x89\t" : "GBP", dirt ? " Eur" : "XAU"},
                 true)});
        break;
      case ReportKind::campaign_ranking:
        events.rows.push_back(
            {make.id(make.chance(0.1) ? " c" : "c", 25),
             make.choice({"2025-01-06", "2025-01-07", "2025-02-01",
                          dirt ? "2025-02-30" : "2025-02-03", dirt ? "6.1.2025" : "2025-02-04"},
                         true),
             make.number(true, false), make.number(true, false), make.number(false, false),
             make.number(true, false)});
        break;
      case ReportKind::user_activity:
        events.rows.push_back({make.id("e", rows / 2), make.id("u", 20),
                               make.choice({"click", "view", "purchase", "share"}, true),
                               make.metadata()});
        break;
      case ReportKind::requests:
        events.rows.push_back(
            {make.time(), make.id("/page/", 7),
             dirt && make.chance(0.2)
                 ? make.number(true, true)
                 : make.choice({"200", "204", "304", "404", "500", "599", "600", "199",
                                dirt ? " 200 " : "201", dirt ? "404.5" : "403", dirt ? "-" : "503"},
                               true),
             dirt && make.chance(0.1) ? Value(make.chance(0.5) ? "-" : " - ")
                                      : make.number(true, false)});
        break;
      case ReportKind::end:
        break;
    }
  }
  switch (kind) {
    case ReportKind::hourly_visitors:
      events.columns = {"timestamp", "page_url", "visitor_id"};
      break;
    case ReportKind::customer_report:
      events.columns = {"event_id", "customer_id", "ts", "event_type", "amount", "currency"};
      break;
    case ReportKind::campaign_ranking:
      events.columns = {"campaign_id", "date", "impressions", "clicks", "spend", "conversions"};
      break;
    case ReportKind::user_activity:
      events.columns = {"id", "user_id", "type", "metadata"};
      break;
    case ReportKind::requests:
      events.columns = {"timestamp", "page_url", "status", "bytes"};
      break;
    case ReportKind::end:
      break;
  }
  // Few events with equal ids differ in nothing: repeats are made on purpose.
  for (std::size_t i = 0; i < rows / 10; ++i) events.rows.push_back(events.rows[make.below(rows)]);
  return events;
}

std::string as_file(const SqlEvents& events, ReportKind kind) {
  std::string out;
  const bool json = kind == ReportKind::user_activity;
  for (std::size_t i = 0; !json && i < events.columns.size(); ++i)
    out += (i == 0 ? "" : ",") + events.columns[i];
  if (!json) out += '\n';
  for (const auto& row : events.rows) {
    if (json) out += '{';
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      if (!json) {
        if (row[i]) footfall::append_csv_field(out, *row[i]);
        continue;
      }
      out += json_text(events.columns[i]) + ':';
      out += !row[i] ? "null" : i == 3 ? *row[i] : json_text(*row[i]);
    }
    out += json ? "}\n" : "\n";
  }
  return out;
}

std::string fill_table(footfall::SqlConnection& connection, const std::string& table,
                       const SqlEvents& events, const Texts& types, std::size_t part,
                       std::size_t parts) {
  const SqlEngine engine = connection.settings().engine;
  const footfall::SqlDialect& dialect = footfall::dialect_of(engine);
  const bool postgres = engine == SqlEngine::postgresql;
  const std::string name = dialect.identifier(table);
  std::string columns;
  for (std::size_t i = 0; i < events.columns.size(); ++i) {
    const std::string text = events.columns[i] == "metadata" && postgres ? "jsonb"
                             : postgres                                  ? "text"
                                                                         : "Nullable(String)";
    columns += (i == 0 ? "" : ", ") + dialect.identifier(events.columns[i]) + ' ' +
               (types.empty() ? text : types[i]);
  }
  std::string fault = execute(connection, "CREATE TABLE " + name + " (" + columns + ")" +
                                              (postgres ? "" : " ENGINE = Log"));
  std::string values;
  for (std::size_t i = part; fault.empty() && i < events.rows.size(); i += parts) {
    std::string row;
    for (std::size_t column = 0; column < events.columns.size(); ++column) {
      Value value = events.rows[i][column];
      // Old servers read no other form.
      if (value && !types.empty() && types[column] == "DateTime")
        value = value->substr(0, 10) + ' ' + value->substr(11, 8);
      const bool number = !postgres && !types.empty() &&
                          (types[column].find("Int") != std::string::npos ||
                           types[column].find("Decimal") != std::string::npos ||
                           types[column].find("Float") != std::string::npos);
      row += (row.empty() ? "(" : ", ") + (!value   ? "NULL"
                                           : number ? *value
                                                    : dialect.literal(*value));
    }
    values += (values.empty() ? "" : ", ") + row + ')';
    if (values.size() < 100'000 && i + parts < events.rows.size()) continue;
    fault = execute(connection, "INSERT INTO " + name + " VALUES " + values);
    values.clear();
  }
  return fault;
}

}  // namespace footfall_test
