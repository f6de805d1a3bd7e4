#include <fmt/format.h>

#include "model/sql/sql_text.h"
#include "model/sql/value_expressions.h"

// Numbers: what parse_number() of model/core/decimal.h does, in SQL.
namespace footfall {
namespace {

constexpr std::string_view kNumber = R"(^[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?$)";
constexpr const char* kMost = "1000000000000000000";

}  // namespace

NumberSql ValueExpressions::number(const std::string& role,
                                   const std::optional<ColumnSource>& source, int shift) {
  if (!source) {
    NumberSql none;
    none.value = postgres() ? std::vector<std::string>{"NULL::numeric"}
                            : std::vector<std::string>{"toInt64(0)", "toInt64(0)"};
    return none;
  }
  if (shift != 0) {
    TextSql written = text(role, source);
    written.text = shifted(role, written.text, shift);
    return number_of_text(role, written, 3);
  }
  if (source->path.empty() && source->column.kind == ColumnClass::integer)
    return integer(role, source->column);
  if (source->path.empty() && source->column.kind == ColumnClass::decimal)
    return decimal(role, source->column);
  if (postgres() && !source->path.empty() && source->column.type == "jsonb")
    return jsonb_number(role, *source);
  return number_of_text(role, text(role, source), 1);
}

NumberSql ValueExpressions::number_or_dash(const std::string& role,
                                           const std::optional<ColumnSource>& source, int shift) {
  const bool is_number =
      source && source->path.empty() &&
      (source->column.kind == ColumnClass::integer || source->column.kind == ColumnClass::decimal);
  if (!source || is_number) return number(role, source, shift);
  TextSql written = text(role, source);
  written.text =
      fmt::format("CASE WHEN {} = '-' THEN '' ELSE {} END", trim(written.text), written.text);
  if (shift == 0) return number_of_text(role, written, 1);
  written.text = shifted(role, written.text, shift);
  return number_of_text(role, written, 3);
}

// A number with another exponent, a text that is none as it is. Far exponents stay: they make 0 of
// it or more than is in range, either way.
std::string ValueExpressions::shifted(const std::string& role, const std::string& text, int shift) {
  const std::string s = define(1, role + "_written", trim(text));
  const std::string near = matches(s, "[eE][+-]?0*[0-9]{1,6}$");
  // The exponent without zeros in front.
  const std::string exponent =
      fmt::format("{}({}, {}, {})", postgres() ? "regexp_replace" : "replaceRegexpOne", s,
                  literal("^.*[eE]([+-]?)0*([0-9])"), literal("\\1\\2"));
  if (postgres())
    return define(2, role + "_shifted",
                  fmt::format("CASE WHEN NOT {1} THEN {0} WHEN {2} THEN regexp_replace({0}, "
                              "'[eE].*$', '') || 'e' || ({4}::int + {5})::text WHEN {3} THEN {0} "
                              "ELSE {0} || 'e{5}' END",
                              s, matches(s, kNumber), near, matches(s, "[eE]"), exponent, shift));
  return define(2, role + "_shifted",
                fmt::format("multiIf(NOT {1}, {0}, {2}, concat(replaceRegexpOne({0}, '[eE].*$', "
                            "''), 'e', toString(toInt64OrZero(replaceRegexpOne({4}, '^[+]', '')) + "
                            "{5})), {3}, {0}, concat({0}, 'e{5}'))",
                            s, matches(s, kNumber), near, matches(s, "[eE]"), exponent, shift));
}

// The database has parsed the numbers of a jsonb already.
NumberSql ValueExpressions::jsonb_number(const std::string& role, const ColumnSource& source) {
  std::string value = quote_identifier(engine_, source.column.name);
  std::string within = define(0, role + "_m", value);
  std::string wrong;
  for (const std::string& key : source.path) {
    wrong += fmt::format("coalesce(jsonb_typeof({}) NOT IN ('object', 'null'), false) OR ", within);
    const std::string step = literal(key);
    value = fmt::format("({} -> {})", value, step);
    within = fmt::format("({} -> {})", within, step);
  }
  const std::string leaf = define(0, role + "_l", value);
  // Written out: most values are numbers, of which nobody wants the text.
  const std::string text = fmt::format("coalesce({} #>> '{{}}', '')", leaf);
  wrong += fmt::format("coalesce(jsonb_typeof({}) IN ('boolean', 'array', 'object'), false)", leaf);
  return number_of_text(role, {kNever, wrong, text}, 1,
                        fmt::format("WHEN jsonb_typeof({0}) = 'number' THEN {0}::numeric", leaf));
}

NumberSql ValueExpressions::integer(const std::string& role, const ColumnInfo& column) {
  const std::string name = quote_identifier(engine_, column.name);
  NumberSql number;
  if (postgres()) {
    const std::string v = define(0, role + "_v", name + "::bigint");
    number.missing = v + " IS NULL";
    number.value = {v};
    number.out = fmt::format("({0} > {1} OR {0} < -{1})", v, kMost);
  } else {
    const std::string set = column.nullable ? fmt::format("ifNull({}, 0)", name) : name;
    const std::string v = define(0, role + "_v", fmt::format("toInt64({})", set));
    number.missing = column.nullable ? fmt::format("isNull({})", name) : kNever;
    number.value = {v, "toInt64(0)"};
    number.out = fmt::format("({0} > {1} OR {0} < -{1})", set, kMost);
  }
  number.negative = number.value[0] + " < 0";
  number.positive = number.value[0] + " > 0";
  return number;
}

// PostgreSQL's numeric: may hold NaN and infinities, and more decimals than are kept.
NumberSql ValueExpressions::decimal(const std::string& role, const ColumnInfo& column) {
  const std::string n =
      define(0, role + "_n", quote_identifier(engine_, column.name) + "::numeric");
  NumberSql number = postgres_number(role, 3);
  number.missing = n + " IS NULL";
  number.bad = fmt::format("({} AND {}::text ~ '[A-Za-z]')", number.out, n);
  return number;
}

// `first_case`, where it is not empty, is looked at before the text.
NumberSql ValueExpressions::number_of_text(const std::string& role, const TextSql& text, int step,
                                           const std::string& first_case) {
  if (!postgres()) return clickhouse_number(role, text, step);
  const std::string& t = text.text;
  const std::string s = trim(t);
  // What is wrong without a text lies within another value than an object.
  const std::string none = text.wrong == kNever
                               ? "NULL"
                               : fmt::format("CASE WHEN {} THEN 'NaN'::numeric END", text.wrong);
  // Blanks are looked for only where the text is not the usual one, whose pattern has no counts:
  // PostgreSQL takes six times as long for those. Far exponents would be too much for the type;
  // their values are known without it.
  const std::string n = define(
      step, role + "_n",
      fmt::format("CASE {4} WHEN {3} = '' THEN {5} WHEN octet_length({3}) < 20 AND {3} ~ "
                  "'^-?[0-9]+[.]?[0-9]*$' THEN {3}::numeric WHEN {0} = '' THEN NULL WHEN {0} !~ "
                  "{1} THEN 'NaN' WHEN {0} !~ '[eE][+-]?0*[1-9][0-9]{{4}}' THEN {0}::numeric WHEN "
                  "{0} ~ '^[+-]?[0.]*[eE]' THEN 0 WHEN {0} ~ '[eE]-' THEN 0.{2}1 ELSE 2e18 END",
                  s, literal(kNumber), std::string(29, '0'), t, first_case, none));
  NumberSql number = postgres_number(role, step + 1);
  if (text.wrong != kNever) number.wrong = fmt::format("({} = 'NaN' AND ({}))", n, text.wrong);
  number.bad = n + " = 'NaN'";
  number.missing = n + " IS NULL";
  return number;
}

// From role_n, a numeric, null where missing and NaN where it is none, to role_v: 18 decimals,
// rounded half to even; null where that is out of range.
NumberSql ValueExpressions::postgres_number(const std::string& role, int step) {
  const std::string n = prefix_ + role + "_n";
  const std::string rest = fmt::format("abs({0} - trunc({0}, 18))", n);
  const std::string half = "0.0000000000000000005";
  const std::string rounded = fmt::format(
      "WHEN scale({0}) <= 18 THEN {0} ELSE trunc({0}, 18) + CASE WHEN {1} > {2} OR ({1} = {2} AND "
      "mod(trunc({0}, 18) * 1000000000000000000, 2) <> 0) THEN sign({0}) * 0.000000000000000001 "
      "ELSE 0 END END",
      n, rest, half);
  NumberSql number;
  number.out = fmt::format("({0} NOT BETWEEN -{1} AND {1})", n, kMost);
  const std::string v =
      define(step, role + "_v", fmt::format("CASE WHEN {} THEN NULL {}", number.out, rounded));
  number.value = {v};
  number.once = {"CASE " + rounded};
  number.rounded = fmt::format("{} <> {}", n, v);
  number.negative = v + " < 0";
  number.positive = v + " > 0";
  number.fraction = fmt::format("{0} <> trunc({0})", v);
  return number;
}

// [whole part, decimals, fault (1 bad, 2 out of range), rounded, missing] of a trimmed text.
std::string ValueExpressions::clickhouse_parts(const std::string& s) const {
  if (plain_) return plain_parts(s);
  const std::string zeros = literal(std::string(20, '0'));
  // x: significant digits, p: how many of them stand before the point (may be negative).
  const std::string whole_part = fmt::format(
      "toUInt64OrZero(substring(concat(ff_x, {}), 1, least(greatest(ff_p, 0), 19)))", zeros);
  const std::string decimals = fmt::format(
      "if(ff_p >= 0, substring(ff_x, greatest(ff_p, 0) + 1), concat(substring({}, 1, "
      "least(greatest(-ff_p, 0), 20)), ff_x))",
      zeros);
  // w: whole part, f: 18 decimals, r: what follows them, without zeros at its end; g, h, i:
  // rounded.
  const std::string rounded =
      let("ff_g", {"ff_f + (ff_r > '5' OR (ff_r = '5' AND ff_f % 2 = 1))"},
          let("ff_h, ff_i",
              {fmt::format("toInt64(ff_w) + (ff_g = {})", kMost),
               fmt::format("if(ff_g = {}, 0, ff_g)", kMost)},
              fmt::format(
                  "[if(ff_n, -ff_h, ff_h), if(ff_n, -ff_i, ff_i), toInt64(if(ff_x != '' AND "
                  "(ff_p > 19 OR ff_w > {0} OR (ff_w = {0} AND (ff_f > 0 OR ff_r != ''))), 2, 0)), "
                  "toInt64(ff_r != ''), toInt64(0)]",
                  kMost)));
  const std::string parts =
      let("ff_w, ff_f, ff_r",
          {whole_part, fmt::format("toInt64OrZero(substring(concat(ff_y, {}), 1, 18))", zeros),
           "replaceRegexpAll(substring(ff_y, 19), '0+$', '')"},
          rounded);
  const std::string digits =
      let("ff_x, ff_p, ff_n",
          {"if(ff_a = '', substring(ff_b, length(extract(ff_b, '^0*')) + 1), concat(ff_a, ff_b))",
           "if(ff_a = '', -toInt64(length(extract(ff_b, '^0*'))), toInt64(length(ff_a))) + "
           "if(length(replaceRegexpAll(ff_e, '^[+-]?0*', '')) > 5, if(substring(ff_e, 1, 1) = '-', "
           "-99999, 99999), toInt64OrZero(replaceRegexpAll(ff_e, '^[+]', '')))",
           "substring(ff_s, 1, 1) = '-'"},
          let("ff_y", {decimals}, parts));
  return let("ff_s", {s},
             fmt::format("if(match(ff_s, {}), {}, [toInt64(0), toInt64(0), toInt64(ff_s != ''), "
                         "toInt64(0), toInt64(ff_s = '')])",
                         literal(kNumber),
                         let("ff_a, ff_b, ff_e",
                             {"extract(ff_s, '^[+-]?0*([0-9]*)')", "extract(ff_s, '[.]([0-9]*)')",
                              "extract(ff_s, '[eE]([+-]?[0-9]+)$')"},
                             digits)));
}

NumberSql ValueExpressions::clickhouse_number(const std::string& role, const TextSql& text,
                                              int step) {
  const std::string p =
      define(step, role + "_p", clickhouse_parts(plain_ ? text.text : trim(text.text)));
  NumberSql number;
  number.wrong = text.wrong;
  number.missing = p + "[5] = 1";
  if (text.wrong != kNever)
    number.missing = fmt::format("({} AND NOT ({}))", number.missing, text.wrong);
  number.bad = p + "[3] = 1";
  number.out = p + "[3] = 2";
  number.rounded = p + "[4] = 1";
  number.value = {p + "[1]", p + "[2]"};
  number.negative = fmt::format("({0}[1] < 0 OR {0}[2] < 0)", p);
  number.positive = fmt::format("({0}[1] > 0 OR {0}[2] > 0)", p);
  number.fraction = p + "[2] != 0";
  return number;
}

}  // namespace footfall
