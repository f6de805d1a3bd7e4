#include <fmt/format.h>

#include "model/sql/value_expressions.h"

// The short way in ClickHouse: the forms that values nearly always have. Anything else ends the
// statement, and the caller asks again the long way.
namespace footfall {

// The text of a key at the top of an object without depth, escapes and repeated keys; empty where
// it is missing or null.
std::string ValueExpressions::plain_json(const ColumnSource& source) const {
  const std::string key = json_key_pattern(source.path[0]);
  const std::string pair =
      R"( *"[^"\\]*" *: *(?:"[^"\\]*"|-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null) *)";
  const std::string usual = fmt::format(R"(^(?:null)?$|^\{{(?:{0}(?:,{0})*)?\}}$)", pair);
  const std::string quoted = literal('"' + source.path[0] + '"');
  const std::string odd =
      fmt::format("NOT {0} OR position(substring(ff_m, position(ff_m, {1}) + 1), {1}) > 0",
                  matches("ff_m", usual), quoted);
  const std::string value =
      fmt::format("extract(ff_m, {})", literal(fmt::format(R"("{}" *: *("[^"]*"|[^,}} ]*))", key)));
  // Only then are quotes taken off: null and true are no texts.
  return let("ff_m", {column_text(source.column)},
             let("ff_v", {fmt::format("if(throwIf({}) = 0, {}, '')", odd, value)},
                 "if(throwIf(ff_v IN ('true', 'false')) = 1 OR ff_v = 'null', '', replaceAll(ff_v, "
                 "'\"', ''))"));
}

// Up to 18 digits on each side of the point: the parts of clickhouse_parts().
std::string ValueExpressions::plain_parts(const std::string& s) const {
  const std::string decimals = fmt::format(
      "if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), {}), 1, 18)))",
      literal(std::string(18, '0')));
  return let(
      "ff_s", {s},
      let("ff_d",
          {"if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = "
           "0, position(ff_s, '.'), 0)"},
          fmt::format("[toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) "
                      "- 1))), if(substring(ff_s, 1, 1) = '-', -({0}), {0}), toInt64(0), "
                      "toInt64(0), toInt64(ff_s = '')]",
                      decimals)));
}

}  // namespace footfall
