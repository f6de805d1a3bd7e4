#include "model/sql/postgres_values.h"

#include <fmt/format.h>

namespace footfall {

using namespace fmt::literals;

std::string PostgresValues::column_text(const ColumnInfo& column) const {
  const char* const cast = column.type == "money" ? "::numeric::text" : "::text";
  return fmt::format("coalesce({}{}, '') COLLATE \"C\"", dialect_.identifier(column.name), cast);
}

TextSql PostgresValues::json_text(const std::string& role, const ColumnSource& source) {
  const bool parsed = source.column.kind == ColumnClass::json;
  // The last of doubled keys counts in both of the types; jsonb has it already.
  std::string value = dialect_.identifier(source.column.name) + (parsed ? "" : "::jsonb");
  const char* const type_of = source.column.type == "json" ? "json_typeof" : "jsonb_typeof";
  std::string wrong;
  for (const std::string& key : source.path) {
    wrong += fmt::format("coalesce({}({}) NOT IN ('object', 'null'), false) OR ", type_of, value);
    value = fmt::format("({} -> {})", value, dialect_.literal(key));
  }
  wrong += fmt::format("coalesce({}({}) IN ('boolean', 'array', 'object'), false)", type_of, value);
  const std::string flag = define(RowStep::columns, role + "_x", wrong);
  const std::string name = define(RowStep::columns, role + "_t",
                                  fmt::format("coalesce({} #>> '{{}}', '') COLLATE \"C\"", value));
  return {fmt::format("({} = '' AND NOT {})", name, flag), flag, name};
}

std::string PostgresValues::shown_date(const ColumnInfo& column) const {
  return fmt::format("coalesce(to_char({}, 'YYYY-MM-DD'), '') COLLATE \"C\"",
                     dialect_.identifier(column.name));
}

std::string PostgresValues::only_where(const std::string& condition,
                                       const std::string& value) const {
  return fmt::format("CASE WHEN {} THEN {} END", condition, value);
}

std::string PostgresValues::or_zero(const std::string& value) const {
  return fmt::format("coalesce({}, 0)", value);
}

// The value is null where there is none.
std::string PostgresValues::presence(const NumberSql& /*number*/) const { return {}; }

std::vector<std::string> PostgresValues::no_number() const { return {"NULL::numeric"}; }

std::optional<NumberSql> PostgresValues::typed_number(const std::string& role,
                                                      const ColumnSource& source) {
  if (!source.path.empty()) {
    if (source.column.type == "jsonb") return jsonb_number(role, source);
    return std::nullopt;
  }
  if (source.column.kind == ColumnClass::integer) return integer(role, source.column);
  if (source.column.kind == ColumnClass::decimal) return decimal(role, source.column);
  return std::nullopt;
}

std::string PostgresValues::replaced(const std::string& text, std::string_view pattern,
                                     std::string_view by) const {
  return fmt::format("regexp_replace({}, {}, {})", text, dialect_.literal(pattern),
                     dialect_.literal(by));
}

std::string PostgresValues::with_exponent(const std::string& number, const Exponent& exponent,
                                          int shift) const {
  return fmt::format(
      "CASE WHEN NOT {is_number} THEN {number} WHEN {near} THEN regexp_replace({number}, "
      "'[eE].*$', '') || 'e' || ({digits}::int + {shift})::text WHEN {present} THEN {number} "
      "ELSE {number} || 'e{shift}' END",
      "is_number"_a = dialect_.matches(number, kNumber), "number"_a = number,
      "near"_a = exponent.near, "digits"_a = exponent.digits, "present"_a = exponent.present,
      "shift"_a = shift);
}

// The database has parsed the numbers of a jsonb already.
NumberSql PostgresValues::jsonb_number(const std::string& role, const ColumnSource& source) {
  std::string value = dialect_.identifier(source.column.name);
  std::string within = define(RowStep::columns, role + "_m", value);
  std::string wrong;
  for (const std::string& key : source.path) {
    wrong += fmt::format("coalesce(jsonb_typeof({}) NOT IN ('object', 'null'), false) OR ", within);
    const std::string step = dialect_.literal(key);
    value = fmt::format("({} -> {})", value, step);
    within = fmt::format("({} -> {})", within, step);
  }
  const std::string leaf = define(RowStep::columns, role + "_l", value);
  // Written out: most values are numbers, of which nobody wants the text.
  const std::string text = fmt::format("coalesce({} #>> '{{}}', '')", leaf);
  wrong += fmt::format("coalesce(jsonb_typeof({}) IN ('boolean', 'array', 'object'), false)", leaf);
  return number_of(
      role, {kNever, wrong, text}, RowStep::texts,
      fmt::format("WHEN jsonb_typeof({leaf}) = 'number' THEN {leaf}::numeric", "leaf"_a = leaf));
}

NumberSql PostgresValues::integer(const std::string& role, const ColumnInfo& column) {
  const std::string v =
      define(RowStep::columns, role + "_v", dialect_.identifier(column.name) + "::bigint");
  NumberSql number;
  number.missing = v + " IS NULL";
  number.value = {v};
  number.out = fmt::format("({v} > {most} OR {v} < -{most})", "v"_a = v, "most"_a = kMost);
  number.negative = v + " < 0";
  number.positive = v + " > 0";
  return number;
}

// A numeric may hold NaN and infinities, and more decimals than are kept.
NumberSql PostgresValues::decimal(const std::string& role, const ColumnInfo& column) {
  const std::string n =
      define(RowStep::columns, role + "_n", dialect_.identifier(column.name) + "::numeric");
  NumberSql number = rounded(role, RowStep::parts);
  number.missing = n + " IS NULL";
  number.bad = fmt::format("({} AND {}::text ~ '[A-Za-z]')", number.out, n);
  return number;
}

NumberSql PostgresValues::number_of_text(const std::string& role, const TextSql& text,
                                         RowStep step) {
  return number_of(role, text, step, {});
}

NumberSql PostgresValues::number_of(const std::string& role, const TextSql& text, RowStep step,
                                    const std::string& first_case) {
  // What is wrong without a text lies within another value than an object.
  const std::string none = text.wrong == kNever
                               ? "NULL"
                               : fmt::format("CASE WHEN {} THEN 'NaN'::numeric END", text.wrong);
  // Blanks are looked for only where the text is not the usual one, whose pattern has no counts:
  // PostgreSQL takes six times as long for those. Far exponents would be too much for the type;
  // their values are known without it.
  const std::string n = define(
      step, role + "_n",
      fmt::format("CASE {first_case} WHEN {text} = '' THEN {none} WHEN octet_length({text}) < 20 "
                  "AND {text} ~ '^-?[0-9]+[.]?[0-9]*$' THEN {text}::numeric WHEN {trimmed} = '' "
                  "THEN NULL WHEN {trimmed} !~ {number} THEN 'NaN' WHEN {trimmed} !~ "
                  "'[eE][+-]?0*[1-9][0-9]{{4}}' THEN {trimmed}::numeric WHEN {trimmed} ~ "
                  "'^[+-]?[0.]*[eE]' THEN 0 WHEN {trimmed} ~ '[eE]-' THEN 0.{zeros}1 ELSE 2e18 END",
                  "first_case"_a = first_case, "text"_a = text.text, "none"_a = none,
                  "trimmed"_a = dialect_.trim(text.text), "number"_a = dialect_.literal(kNumber),
                  "zeros"_a = std::string(29, '0')));
  NumberSql number = rounded(role, after(step));
  if (text.wrong != kNever) number.wrong = fmt::format("({} = 'NaN' AND ({}))", n, text.wrong);
  number.bad = n + " = 'NaN'";
  number.missing = n + " IS NULL";
  return number;
}

// From role_n, a numeric, null where missing and NaN where it is none, to role_v: 18 decimals,
// rounded half to even; null where that is out of range.
NumberSql PostgresValues::rounded(const std::string& role, RowStep step) {
  const std::string n = prefix_ + role + "_n";
  const std::string rounded = fmt::format(
      "WHEN scale({n}) <= 18 THEN {n} ELSE trunc({n}, 18) + CASE WHEN {rest} > {half} OR ({rest} = "
      "{half} AND mod(trunc({n}, 18) * 1000000000000000000, 2) <> 0) THEN sign({n}) * "
      "0.000000000000000001 ELSE 0 END END",
      "n"_a = n, "rest"_a = fmt::format("abs({n} - trunc({n}, 18))", "n"_a = n),
      "half"_a = "0.0000000000000000005");
  NumberSql number;
  number.out = fmt::format("({n} NOT BETWEEN -{most} AND {most})", "n"_a = n, "most"_a = kMost);
  const std::string v =
      define(step, role + "_v", fmt::format("CASE WHEN {} THEN NULL {}", number.out, rounded));
  number.value = {v};
  number.once = {"CASE " + rounded};
  number.rounded = fmt::format("{} <> {}", n, v);
  number.negative = v + " < 0";
  number.positive = v + " > 0";
  number.fraction = fmt::format("{v} <> trunc({v})", "v"_a = v);
  return number;
}

ValueExpressions::NativeTime PostgresValues::native_time(const ColumnInfo& column) const {
  const std::string name = dialect_.identifier(column.name);
  return {
      fmt::format("CASE WHEN isfinite({name}) THEN floor(extract(epoch FROM {name}))::bigint END",
                  "name"_a = name),
      name + " IS NULL"};
}

std::string PostgresValues::no_instant(const std::string& seconds) const {
  return seconds + " IS NULL";
}

TimeSql PostgresValues::time_of_text(const std::string& role, const TextSql& text,
                                     const ZoneTable* readings) {
  const std::string s = define(RowStep::texts, role + "_s", dialect_.trim(text.text));
  TimeSql result;
  result.wrong = text.wrong;
  result.missing = missing_unless_wrong(s + " = ''", text);
  const std::string shaped = define(RowStep::shapes, role + "_k", dialect_.matches(s, kReading));
  const auto part = [&](const char* name, const std::string& expression) {
    return define(RowStep::parts, role + name, only_where(shaped, expression));
  };
  const auto digits = [&](int from, int length) {
    return dialect_.whole(dialect_.slice(s, from, length));
  };
  const std::string y = part("_y", digits(1, 4));
  const std::string m = part("_mo", digits(6, 2));
  const std::string d = part("_dy", digits(9, 2));
  const std::string clock = part("_h", clock_seconds(s));
  const std::string zone = part("_z", fmt::format("coalesce(substring(substr({}, 17) from {}), '')",
                                                  s, dialect_.literal(kOffset)));
  const std::string civil = define(
      RowStep::readings, role + "_c",
      fmt::format("CASE WHEN {shaped} AND {possible} THEN ({days})::bigint * 86400 + {clock} "
                  "END",
                  "shaped"_a = shaped, "possible"_a = possible_date(y, m, d),
                  "days"_a = civil_days(y, m, d), "clock"_a = clock));
  const std::string offset = define(RowStep::readings, role + "_f", offset_seconds(zone));
  // Numbers are seconds, or milliseconds where they are large.
  const std::string number =
      number_of(role, {kNever, kNever, s}, RowStep::parts, "WHEN " + shaped + " THEN NULL")
          .value[0];
  const std::string epoch = fmt::format(
      "CASE WHEN {n} < 0 OR {n} > 1e18 THEN NULL WHEN {n} >= 100000000000 THEN div({n}, 1000) ELSE "
      "trunc({n}) END",
      "n"_a = number);
  result.seconds = define(
      RowStep::instants, role + "_i",
      fmt::format("CASE WHEN {civil} IS NOT NULL THEN CASE WHEN {zone} = '' THEN {instant} ELSE "
                  "{civil} - {offset} END ELSE ({epoch})::bigint END",
                  "civil"_a = civil, "zone"_a = zone, "instant"_a = instant_of(civil, readings),
                  "offset"_a = offset, "epoch"_a = epoch));
  result.bad = no_time(result.seconds);
  return result;
}

// Out of range means there is no whole number to show.
std::string PostgresValues::whole_seconds(const std::string& role, const NumberSql& number) {
  return define(RowStep::readings, role + "_i",
                fmt::format("CASE WHEN {n} BETWEEN -1e18 AND 1e18 THEN trunc({n})::bigint END",
                            "n"_a = number.value[0]));
}

std::string PostgresValues::hour_in_zone(const std::string& seconds, const ZoneTable& zone) {
  const std::string offset = define(RowStep::offsets, "off", zone.offset_at(dialect_, seconds));
  const std::string begin = fmt::format(
      "{} - {}", dialect_.floor_to(fmt::format("({} + {})", seconds, offset), 3600), offset);
  return define(RowStep::hours, "hour",
                zone.hour_start(dialect_, seconds, define(RowStep::clocks, "clock", begin)));
}

std::string PostgresValues::last_two(const std::string& zone) const {
  return fmt::format("substr({zone}, length({zone}) - 1, 2)", "zone"_a = zone);
}

}  // namespace footfall
