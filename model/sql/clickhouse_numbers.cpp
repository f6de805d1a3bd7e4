#include <fmt/format.h>

#include "model/sql/clickhouse_values.h"
#include "model/sql/clickhouse_words.h"

namespace footfall {

using namespace fmt::literals;

std::vector<std::string> ClickHouseValues::no_number() const {
  return {"toInt64(0)", "toInt64(0)"};
}

std::optional<NumberSql> ClickHouseValues::typed_number(const std::string& role,
                                                        const ColumnSource& source) {
  const ColumnInfo& column = source.column;
  if (!source.path.empty() || column.kind != ColumnClass::integer) return std::nullopt;
  const std::string name = dialect_.identifier(column.name);
  const std::string set = column.nullable ? fmt::format("ifNull({}, 0)", name) : name;
  const std::string v = define(RowStep::columns, role + "_v", fmt::format("toInt64({})", set));
  NumberSql number;
  number.missing = column.nullable ? fmt::format("isNull({})", name) : kNever;
  number.value = {v, "toInt64(0)"};
  number.out = fmt::format("({set} > {most} OR {set} < -{most})", "set"_a = set, "most"_a = kMost);
  number.negative = v + " < 0";
  number.positive = v + " > 0";
  return number;
}

NumberSql ClickHouseValues::number_of_text(const std::string& role, const TextSql& text,
                                           RowStep step) {
  const std::string p =
      define(step, role + "_p", number_parts(plain_ ? text.text : dialect_.trim(text.text)));
  NumberSql number;
  number.wrong = text.wrong;
  number.missing = missing_unless_wrong(p + "[5] = 1", text);
  number.bad = p + "[3] = 1";
  number.out = p + "[3] = 2";
  number.rounded = p + "[4] = 1";
  number.value = {p + "[1]", p + "[2]"};
  number.negative = fmt::format("({p}[1] < 0 OR {p}[2] < 0)", "p"_a = p);
  number.positive = fmt::format("({p}[1] > 0 OR {p}[2] > 0)", "p"_a = p);
  number.fraction = p + "[2] != 0";
  return number;
}

std::string ClickHouseValues::replaced(const std::string& text, std::string_view pattern,
                                       std::string_view by) const {
  return fmt::format("replaceRegexpOne({}, {}, {})", text, dialect_.literal(pattern),
                     dialect_.literal(by));
}

std::string ClickHouseValues::with_exponent(const std::string& number, const Exponent& exponent,
                                            int shift) const {
  return fmt::format(
      "multiIf(NOT {is_number}, {number}, {near}, concat(replaceRegexpOne({number}, '[eE].*$', "
      "''), 'e', toString(toInt64OrZero(replaceRegexpOne({digits}, '^[+]', '')) + {shift})), "
      "{present}, {number}, concat({number}, 'e{shift}'))",
      "is_number"_a = dialect_.matches(number, kNumber), "number"_a = number,
      "near"_a = exponent.near, "digits"_a = exponent.digits, "shift"_a = shift,
      "present"_a = exponent.present);
}

std::string ClickHouseValues::number_parts(const std::string& s) const {
  if (plain_) return plain_number_parts(s);
  const std::string zeros = dialect_.literal(std::string(20, '0'));
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
              fmt::format("[if(ff_n, -ff_h, ff_h), if(ff_n, -ff_i, ff_i), toInt64(if(ff_x != '' "
                          "AND (ff_p > 19 OR ff_w > {most} OR (ff_w = {most} AND (ff_f > 0 OR "
                          "ff_r != ''))), 2, 0)), toInt64(ff_r != ''), toInt64(0)]",
                          "most"_a = kMost)));
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
             fmt::format("if(match(ff_s, {number}), {parts}, [toInt64(0), toInt64(0), "
                         "toInt64(ff_s != ''), toInt64(0), toInt64(ff_s = '')])",
                         "number"_a = dialect_.literal(kNumber),
                         "parts"_a = let(
                             "ff_a, ff_b, ff_e",
                             {"extract(ff_s, '^[+-]?0*([0-9]*)')", "extract(ff_s, '[.]([0-9]*)')",
                              "extract(ff_s, '[eE]([+-]?[0-9]+)$')"},
                             digits)));
}

}  // namespace footfall
