#include "model/sql/clickhouse_values.h"

#include <fmt/format.h>

#include "model/sql/clickhouse_words.h"

namespace footfall {

using namespace fmt::literals;

std::string ClickHouseValues::column_text(const ColumnInfo& column) const {
  const std::string name = dialect_.identifier(column.name);
  std::string text = name;
  if (column.type.find("FixedString") != std::string::npos)
    text = fmt::format("toStringCutToZero({})", name);
  else if (column.type != "String" && column.type != "Nullable(String)")
    text = fmt::format("toString({})", name);
  return column.nullable ? fmt::format("ifNull({}, '')", text) : text;
}

// toDate() would fold the days that its type has not into those that it has.
std::string ClickHouseValues::shown_date(const ColumnInfo& column) const {
  const std::string name = dialect_.identifier(column.name);
  const std::string shown = column.kind == ColumnClass::date
                                ? fmt::format("toString({})", name)
                                : fmt::format("substring(toString({}, 'UTC'), 1, 10)", name);
  return column.nullable ? fmt::format("ifNull({}, '')", shown) : shown;
}

// The text of an object is read by patterns, since old servers have no functions for JSON and the
// new ones do not keep a number as it is written. What lies deeper is emptied first, from the
// inside; then the keys at the top are plain to see.
TextSql ClickHouseValues::json_text(const std::string& role, const ColumnSource& source) {
  if (plain_) {
    const std::string name = define(RowStep::columns, role + "_t", plain_json(source));
    return {name + " = ''", kNever, name};
  }
  constexpr std::string_view kString = R"("(?:[^"\\]|\\.)*")";
  constexpr std::string_view kBlanks = R"([ \t\r\n]*)";
  const std::string deeper =
      fmt::format(R"(({string})|[\[{{](?:[^\[\]{{}}"]|{string})*[\]}}])", "string"_a = kString);
  std::string flat = "substring(ff_m, 2)";
  for (int depth = 0; depth < 3; ++depth)
    flat = fmt::format("replaceRegexpAll({}, {}, {})", flat, dialect_.literal(deeper),
                       dialect_.literal("\\1"));
  const std::string pair = fmt::format(
      R"({blanks}{string}{blanks}:{blanks}(?:{string}|-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null|){blanks})",
      "string"_a = kString, "blanks"_a = kBlanks);
  const std::string valid =
      "substring(ff_m, 1, 1) = '{' AND " +
      dialect_.matches("ff_r", fmt::format(R"(^(?:{pair}(?:,{pair})*|{blanks})\}}$)",
                                           "pair"_a = pair, "blanks"_a = kBlanks));
  const std::string found = fmt::format(
      "extractAll(ff_r, {})",
      dialect_.literal(fmt::format(
          R"((?:^|,){blanks}"{key}"{blanks}:{blanks}("(?:[^"\\]|\\.)*"|[^,"}} \t\r\n]*))",
          "blanks"_a = kBlanks, "key"_a = json_key_pattern(source.path[0]))));
  const std::string value =
      "if(NOT ff_o OR ff_v = 'null', '', if(substring(ff_v, 1, 1) = '\"', if(position(ff_v, "
      "'\\\\') = 0, "
      "substring(ff_v, 2, length(ff_v) - 2), visitParamExtractString(concat('{\"v\":', ff_v, '}'), "
      "'v')), ff_v))";
  const std::string wrong =
      "if((ff_m NOT IN ('', 'null') AND NOT ff_o) OR (ff_o AND length(ff_a) > 0 AND ff_v IN ('', "
      "'true', 'false')), '1', '')";
  // Deeper nesting than was emptied, or a key with an escape in it, cannot be decided.
  const std::string doubtful = fmt::format(
      "throwIf(substring(ff_m, 1, 1) = '{{' AND ((NOT ff_o AND match(ff_r, '[[{{]')) OR {})) = 1",
      dialect_.matches("ff_r", fmt::format(R"((?:^|,){blanks}"[^"\\]*\\(?:[^"\\]|\\.)*"{blanks}:)",
                                           "blanks"_a = kBlanks)));
  const std::string trimmed =
      replaced_all(dialect_, column_text(source.column), "^[ \t\r\n]+|[ \t\r\n]+$");
  const std::string parts =
      define(RowStep::columns, role + "_j",
             let("ff_m", {trimmed},
                 let("ff_r", {flat},
                     let("ff_o, ff_a", {valid, found},
                         let("ff_v", {"ff_a[length(ff_a)]"},
                             fmt::format("[{}, if({}, '2', {})]", value, doubtful, wrong))))));
  const std::string flag = parts + "[2] != ''";
  return {fmt::format("({parts}[1] = '' AND {parts}[2] = '')", "parts"_a = parts), flag,
          parts + "[1]"};
}

std::string ClickHouseValues::only_where(const std::string& /*condition*/,
                                         const std::string& value) const {
  return value;
}

// The value is 0 already.
std::string ClickHouseValues::or_zero(const std::string& value) const { return value; }

std::string ClickHouseValues::presence(const NumberSql& number) const {
  return fmt::format("CASE WHEN {} THEN 0 ELSE 1 END", number.missing);
}

ValueExpressions::NativeTime ClickHouseValues::native_time(const ColumnInfo& column) const {
  const std::string name = dialect_.identifier(column.name);
  std::string seconds = fmt::format("toInt64(toUInt32({}))", name);
  // As decimal with all of its digits: other ways cut fractions toward 1970.
  if (column.type.find("DateTime64") != std::string::npos)
    seconds = fmt::format("toInt64(floor(toDecimal128({}, 9)))", name);
  if (!column.nullable) return {seconds, kNever};
  return {fmt::format("ifNull({}, 0)", seconds), fmt::format("isNull({})", name)};
}

std::string ClickHouseValues::no_instant(const std::string& /*seconds*/) const { return kNever; }

TimeSql ClickHouseValues::time_of_text(const std::string& role, const TextSql& text,
                                       const ZoneTable* readings) {
  const std::string instant = let(
      "ff_i, ff_g",
      {fmt::format("if(ff_k, if(ff_z = '', {instant}, ff_c - ({offset})), if(ff_q[1] >= "
                   "100000000000, intDiv(ff_q[1], 1000), ff_q[1]))",
                   "instant"_a = instant_of("ff_c", readings), "offset"_a = offset_seconds("ff_z")),
       fmt::format("if(ff_k, {}, ff_q[3] = 0 AND ff_q[1] >= 0 AND ff_q[2] >= 0)",
                   possible_date("ff_y", "ff_m", "ff_d"))},
      fmt::format("[ff_i, toInt64(ff_g AND {}), toInt64(ff_t = '')]", in_range("ff_i")));
  const std::string shaped = dialect_.matches("ff_t", kReading);
  // The short way knows no numbers here.
  const std::string plain_no_number =
      fmt::format("[toInt64(0), toInt64(0), toInt64(throwIf(ff_t != '' AND NOT {}))]", shaped);
  const auto digits = [&](int from, int length) {
    return dialect_.whole(dialect_.slice("ff_t", from, length));
  };
  const std::string parts = define(
      RowStep::instants, role + "_i",
      let("ff_t", {plain_ ? text.text : dialect_.trim(text.text)},
          let("ff_k, ff_y, ff_m, ff_d, ff_h, ff_z, ff_q",
              {shaped, digits(1, 4), digits(6, 2), digits(9, 2), clock_seconds("ff_t"),
               fmt::format("extract(substring(ff_t, 17), {})", dialect_.literal(kOffset)),
               plain_ ? plain_no_number : number_parts("ff_t")},
              let("ff_c", {fmt::format("({}) * 86400 + ff_h", civil_days("ff_y", "ff_m", "ff_d"))},
                  instant))));
  TimeSql result;
  result.seconds = parts + "[1]";
  result.bad = parts + "[2] = 0";
  result.missing = missing_unless_wrong(parts + "[3] = 1", text);
  result.wrong = text.wrong;
  return result;
}

std::string ClickHouseValues::whole_seconds(const std::string& /*role*/, const NumberSql& number) {
  return number.value[0];
}

std::string ClickHouseValues::hour_in_zone(const std::string& seconds, const ZoneTable& zone) {
  const std::string offset = zone.offset_at(dialect_, "ff_s");
  const std::string begin =
      fmt::format("{} - {}", dialect_.floor_to(fmt::format("(ff_s + {})", offset), 3600), offset);
  return define(RowStep::hours, "hour",
                let("ff_s", {seconds}, zone.hour_start(dialect_, "ff_s", begin)));
}

std::string ClickHouseValues::last_two(const std::string& zone) const {
  return fmt::format("substring({zone}, greatest(toInt64(length({zone})) - 1, 1), 2)",
                     "zone"_a = zone);
}

}  // namespace footfall
