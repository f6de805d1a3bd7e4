#include "tests/support/random_inputs.h"

#include <algorithm>
#include <set>

#include "tests/support/random_values.h"
#include "tests/support/twin_records.h"

namespace footfall::testing {
namespace {

using twin::Format;
using twin::Options;
using twin::Report;
using Roles = std::vector<twin::Role>;

RandomValue random_value(Random& random, const std::string& role, bool dirty) {
  if (role == "timestamp") return random_timestamp(random, dirty);
  if (role == "ts") return random_epoch(random, dirty);
  if (role == "amount" || role == "spend")
    return role == "spend" && !dirty ? random_count(random, false) : random_amount(random, dirty);
  if (role == "price") return random_price(random, dirty);
  if (role == "impressions" || role == "clicks" || role == "conversions") {
    RandomValue count = random_count(random, dirty);
    if (role == "conversions" && random.chance(0.2))
      count.text += random_choice(random, {".5", ".25", ".000000000000000001", ".0"});
    return count;
  }
  if (role == "status" && random.chance(0.9))
    return {random_choice(random, {"200",   "200", "204",   "301",  "304",  "404", "429", "500",
                                   "503",   "101", "199",   "600",  "599",  "",    "-",   " 200 ",
                                   "200.0", "2e2", "404.5", "0200", "-404", "OK"}),
            false, false};
  if (role == "bytes") {
    if (random.chance(0.15)) return {random_choice(random, {"", "-", "0"}), false, false};
    if (random.chance(0.1)) return {"999999999999999999", random.chance(0.5), false};
    return random_count(random, dirty);
  }
  // With little else in a file some of them are the sum of it.
  if (role == "campaign_id" && random.chance(0.1))
    return {random_choice(random, {"Total", "TOTAL", "Total: all", "Totally"}), false, false};
  if (role == "date") return random_date(random, dirty);
  if (role == "currency" && random.chance(0.9))
    return {random_choice(random, {"USD", "EUR", "XTS", "", "usd"}), false, false};
  if ((role == "event_type" || role == "type") && random.chance(0.8))
    return {random_choice(random, {"click", "view", "purchase", "checkout", "refund"}), false,
            false};
  return random_id(random, dirty);
}

std::string csv_field(Random& random, const std::string& text, char delimiter, bool dirty) {
  const bool needed = text.find_first_of(std::string("\"\r\n") + delimiter) != std::string::npos;
  if (dirty && random.chance(0.01)) return "\"" + text;
  if (dirty && random.chance(0.01)) return text + "\"";
  if (dirty && random.chance(0.01)) return "\"" + text + "\" ";
  if ((!needed && !random.chance(0.15)) || (dirty && random.chance(0.03))) return text;
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string line_end(Random& random, bool crlf, bool dirty) {
  std::string end = crlf || random.chance(0.02) ? "\r\n" : "\n";
  if (random.chance(0.02)) end += random_choice(random, {"\n", " \t\n", "\r\n", "  \r\n"});
  if (dirty && random.chance(0.02)) end = random_choice(random, {"\r\r\n", "\r", "\n\n\n", " \n"});
  return end;
}

std::string csv_file(Random& random, const Options& options, const Roles& all, bool dirty) {
  std::vector<std::string> columns;
  for (const twin::Role& role : all) columns.push_back(role.name);
  if (options.header) {
    for (std::size_t i = columns.size(); i > 1; --i)
      std::swap(columns[i - 1], columns[random.below(i)]);
    if (random.chance(0.3))
      columns.insert(
          columns.begin() + static_cast<std::ptrdiff_t>(random.below(columns.size() + 1)), "note");
    // What one report lacks may be read from the column of another: the twin knows no such names.
    const std::vector<std::set<std::string>> alike = {{"event_type", "type"}, {"amount", "price"}};
    for (const twin::Role& role : all) {
      if (role.required || !random.chance(0.05)) continue;
      std::erase(columns, role.name);
      for (const std::set<std::string>& names : alike)
        if (names.contains(role.name))
          std::erase_if(columns, [&](const std::string& name) { return names.contains(name); });
    }
  }
  const bool crlf = random.chance(0.3);
  std::string file = random.chance(0.15) ? "\xef\xbb\xbf" : "";
  if (options.header) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      std::string name = columns[i];
      if (random.chance(0.1)) name[0] = static_cast<char>(name[0] - 'a' + 'A');
      if (random.chance(0.1)) name = " " + name + " ";
      file += (i > 0 ? std::string(1, options.delimiter) : "") +
              csv_field(random, name, options.delimiter, false);
    }
    file += crlf ? "\r\n" : "\n";
  }
  std::string last;
  for (std::size_t row = random.below(random.chance(0.2) ? 8 : 90); row > 0; --row) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) line += options.delimiter;
      const RandomValue value = random_value(random, columns[i], dirty);
      if (!value.absent && !(value.bare && value.text == "null"))
        line += csv_field(random, value.text, options.delimiter, dirty);
    }
    if (random.chance(0.03)) line += options.delimiter;
    if (dirty && random.chance(0.03))
      line += options.delimiter + random_choice(random, {"x", "\"\"", " ", "\"\",\"\"", "\"y\""});
    if (dirty && random.chance(0.03)) line.resize(random.below(line.size() + 1));
    if (dirty && random.chance(0.04)) mutate(random, line);
    if (!last.empty() && random.chance(0.1)) line = last;
    last = line;
    file += line + line_end(random, crlf, dirty);
  }
  // Whether a last line is cut depends on the log's format, which damaged lines may decide: the
  // twin knows one format, so visits alone are compared there.
  const bool may_be_cut = !dirty || options.report != Report::requests;
  if (random.chance(0.3) && may_be_cut)
    while (!file.empty() && (file.back() == '\n' || (file.back() == '\r' && random.chance(0.7))))
      file.pop_back();
  return file;
}

std::string json_string(Random& random, const std::string& text, bool dirty) {
  std::string out = "\"";
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (byte < 0x20 && !(dirty && random.chance(0.1))) {
      constexpr std::string_view hex = "0123456789abcdef";
      out += std::string("\\u00") + hex[byte >> 4] + hex[byte & 15];
    } else if (c == '/' && random.chance(0.2))
      out += "\\/";
    else if (c == 'a' && random.chance(0.05))
      out += "\\u0061";
    else
      out += c;
  }
  if (dirty && random.chance(0.02))
    out += random_choice(random, {"\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\u00e9", "\\u0000",
                                  "\\x", "\\u12", "\\", "\\ud83dx"});
  return out + "\"";
}

std::string json_blank(Random& random) {
  return random.chance(0.1) ? random_choice(random, {" ", "  ", "\t", " \t "}) : "";
}

std::string json_extra(Random& random, bool dirty) {
  if (dirty && random.chance(0.15)) {
    const std::size_t depth = 250 + random.below(10);
    if (random.chance(0.2)) return std::string(depth, '[') + std::string(depth, ']');
    return random_choice(random,
                         {"tru", "01",       "[1,,2]",  "NaN", "{\"a\":1,}", "[1,]",   "{\"a\"}",
                          "+1",  ".5",       "1.",      "1e",  "'x'",        "\"\t\"", "nul",
                          "[}",  "{\"a\":}", "\"\\q\"", "-",   "[\"\xff\"]", ""});
  }
  return random_choice(random, {"1", "\"x,}\"", "[]", "{}", "[1,[2,{\"a\":null}]]",
                                "{\"price\":3,\"id\":\"q\"}", "true", "null", "-0.0e+5",
                                "123456789012345678901234567890", "\"\\\"\\\\\"", "{\"b\":[{}]}"});
}

std::string json_line(Random& random, const Roles& roles, bool dirty) {
  std::vector<std::string> members;
  const auto member = [&](const std::string& name, const std::string& value) {
    std::string key = "\"" + name + "\"";
    if (!name.empty() && random.chance(0.02))
      key = "\"\\u00" + std::string(1, "0123456789abcdef"[(name[0] >> 4) & 15]) +
            "0123456789abcdef"[name[0] & 15] + name.substr(1) + "\"";
    members.push_back(json_blank(random) + key + json_blank(random) + ":" + json_blank(random) +
                      value + json_blank(random));
  };
  const auto shown = [&](const RandomValue& value) {
    return value.bare ? value.text : json_string(random, value.text, dirty);
  };
  for (const twin::Role& role : roles) {
    for (int times = random.chance(0.04) ? 2 : 1; times > 0; --times) {
      const RandomValue value = random_value(random, role.name, dirty);
      if (value.absent) continue;
      if (role.name != "price") {
        member(role.name, shown(value));
        continue;
      }
      if (random.chance(0.1)) continue;
      if (random.chance(0.1)) member("prices", "77");
      std::string metadata = "{\"price\":" + shown(value) + "}";
      if (random.chance(0.1))
        metadata = "{\"k\":[{\"price\":5}],\"price\":" + shown(value) + ",\"z\":1}";
      if (random.chance(0.05)) metadata = "{\"price\":9,\"price\":" + shown(value) + "}";
      if (dirty && random.chance(0.08))
        metadata = random_choice(random, {"null", "{}", "[]", "\"price\"", "7", "false",
                                          "{\"price\":}", "{\"prices\":4}"});
      member("metadata", metadata);
    }
  }
  while (random.chance(0.2))
    member(random_choice(random, {"x", "timestamps", "id2", "", "metadata2"}),
           json_extra(random, dirty));
  if (random.chance(0.3))
    for (std::size_t i = members.size(); i > 1; --i)
      std::swap(members[i - 1], members[random.below(i)]);
  std::string line = json_blank(random) + "{";
  for (std::size_t i = 0; i < members.size(); ++i) line += (i > 0 ? "," : "") + members[i];
  line += "}" + json_blank(random);
  if (dirty && random.chance(0.02))
    line += random_choice(random, {"x", "{}", ",", "}", "\xef\xbb\xbf"});
  return line;
}

std::string log_line(Random& random, bool dirty) {
  std::string line = random_choice(random, {"h1", "h2", "10.0.0.1", "::1", "h\"q"}) + " - " +
                     random_choice(random, {"-", "-", "anna", "anna maria"}) + " [" +
                     random_log_time(random, dirty) + "] \"" + random_request(random, dirty) + "\"";
  if (dirty && random.chance(0.03))
    return line + random_choice(random, {" 200 x", " y 5", " 200 -3", " 1 1.5"});
  line += random_choice(
      random, {"", " 200 12", " 404 -", " 200 1 \"-\"", " 200 1 \"ref\" \"x\"",
               " 200 1 \"-\" \"agent \\\"2\\\"\"", " 200 1 \"-\" \"\"", " 304 0 \"-\" \"x\"",
               " 503 900000000000000000 \"-\" \"x\"", " - - \"-\" \"x\"", " 099 7 \"-\" \"x\"",
               " 200 1 \"-\" \"x\" \"y\" 9", " 200 1 \"-\" \"-\"", " 200 1 \"-\" \"x\\\\\" \"z\""});
  if (dirty && random.chance(0.05))
    line += random_choice(random, {"x", " \"", " \"open", "\"a\" \"b\"", " \xff", " \"a\"\"b\""});
  return line;
}

std::string line_file(Random& random, const Options& options, const Roles& roles, bool dirty) {
  std::string file = random.chance(0.15) ? "\xef\xbb\xbf" : "";
  const bool crlf = random.chance(0.3);
  std::string last;
  for (std::size_t row = random.below(random.chance(0.2) ? 8 : 90); row > 0; --row) {
    // By the first line it is known that objects stand on lines.
    const bool faults = dirty && !last.empty();
    std::string line = options.format == Format::ndjson ? json_line(random, roles, faults)
                                                        : log_line(random, dirty);
    if (faults && random.chance(0.02)) line.resize(random.below(line.size() + 1));
    if (faults && random.chance(0.04)) mutate(random, line);
    if (!last.empty() && random.chance(0.1)) line = last;
    last = line;
    file += line + line_end(random, crlf, faults);
  }
  // Whether a last line is cut depends on the log's format, which damaged lines may decide: the
  // twin knows one format, so visits alone are compared there.
  const bool may_be_cut = !dirty || options.report != Report::requests;
  if (random.chance(0.3) && may_be_cut)
    while (!file.empty() && (file.back() == '\n' || (file.back() == '\r' && random.chance(0.7))))
      file.pop_back();
  return file;
}

}  // namespace

namespace {

RandomInput input_of(Random& random, const Roles& roles, Options options, bool dirty) {
  RandomInput input;
  for (std::size_t files = 1 + random.below(3); files > 0; --files)
    input.files.push_back(options.format == Format::csv ? csv_file(random, options, roles, dirty)
                                                        : line_file(random, options, roles, dirty));
  randomize_report(random, options);
  input.options = options;
  return input;
}

}  // namespace

RandomInput random_input(Random& random, Report report, Format format, bool dirty) {
  Options options;
  options.report = report;
  options.format = format;
  if (format == Format::csv) {
    options.delimiter = random_choice(random, {",", ",", ",", ";", "\t", "|"})[0];
    options.header = random.chance(0.8);
  }
  return input_of(random, twin::roles_of(report), options, dirty);
}

RandomInput random_input_for_all(Random& random, Format format, bool dirty) {
  Options options;
  options.format = format;
  Roles roles;
  for (Report report : kAllTwinReports)
    for (const twin::Role& role : twin::roles_of(report))
      if (std::ranges::find(roles, role.name, &twin::Role::name) == roles.end())
        roles.push_back(role);
  return input_of(random, roles, options, dirty);
}

void randomize_report(Random& random, Options& options) {
  const std::vector<std::string> zones = {"UTC",
                                          "UTC",
                                          "Europe/Berlin",
                                          "America/New_York",
                                          "Asia/Kolkata",
                                          "Australia/Lord_Howe",
                                          "America/St_Johns",
                                          "Pacific/Apia",
                                          "Asia/Kathmandu",
                                          "Europe/Dublin",
                                          "Africa/Casablanca"};
  options.zone = random_choice(random, zones);
  options.source_zone = random_choice(random, zones);
  options.host_only = random.chance(0.3);
  options.now = random.chance(0.3) ? 1743500000 : 4102444800;
  if (random.chance(0.3))
    options.event_types = {"checkout", "refund", random_choice(random, {"", "a", "view"})};
  if (random.chance(0.6))
    options.rates["EUR"] =
        random_choice(random, {"1.08", "0.000000000000000001", "1e18", "3", "1.0833333333"});
  if (random.chance(0.1)) {
    options.rates.erase("USD");
    options.rates.erase("usd ");
    options.rates[random.chance(0.5) ? "USD" : "usd "] = "2";
  }
  options.shards = static_cast<unsigned>(1 + random.below(random.chance(0.5) ? 5 : 1000));
  options.distinct_events = random.chance(0.4);
  options.top = 1 + random.below(12);
  options.step = random_choice(random, {"hour", "hour", "day", "week"});
}

void randomize_filter(Random& random, Options& options) {
  const std::vector<std::string> bounds = {"2025-03-29",
                                           "2025-03-30",
                                           "2025-03-31",
                                           "2025-03-30T02:00",
                                           "2025-03-30 01:30",
                                           "2025-03-30T01:00Z",
                                           "2025-03-30T03:00+01:00",
                                           "2025-10-26T02:00",
                                           "2025-10-26T03:00",
                                           "2025-04-01",
                                           "2000-02-29",
                                           "1970-01-01",
                                           "2025-11-02 01:00:00"};
  if (random.chance(0.5)) options.from = random_choice(random, bounds);
  if (random.chance(0.5)) options.to = random_choice(random, bounds);
  const auto names = [&](std::set<std::string>& set) {
    if (!random.chance(0.4)) return;
    for (std::size_t count = 1 + random.below(3); count > 0; --count)
      set.insert(random_choice(
          random, {"a", "b", "c", "ab", "/", "/a", "/a b", "click", "nobody", "a,b", "say \"x\""}));
  };
  names(options.pages);
  names(options.customers);
  names(options.campaigns);
  names(options.users);
  if (!random.chance(0.4)) return;
  for (std::size_t count = 1 + random.below(3); count > 0; --count) {
    const std::string field =
        random_choice(random, {"page", "visitor", "visitor", "customer", "campaign", "user",
                               "event type", "currency", "hour of day", "weekday"});
    const std::string match = random_choice(random, {"is", "is-not", "contains", "begins", "like"});
    std::string value = random_choice(
        random, {"a", "b", "/", "/a", "*a", "a*", "*", "*b*", "click", "c*k", "nobody", "/*b"});
    if (field == "visitor")
      value = random_choice(random, {"a", "b", "*b*", "h1", "h1 x", "h*", "*x", "h2 *", "nobody"});
    if (field == "currency") value = random_choice(random, {"EUR", "USD", "E", "*R", "GBP"});
    if (field == "hour of day") value = random_choice(random, {"02", "03", "12", "23"});
    if (field == "weekday") value = random_choice(random, {"Sunday", "Monday", "Saturday"});
    options.where.push_back({field, match, value});
  }
}

}  // namespace footfall::testing
