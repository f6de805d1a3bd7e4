#include <fmt/format.h>

#include "model/sql/clickhouse_values.h"
#include "model/sql/clickhouse_words.h"

// The short way: the forms that values nearly always have. Anything else ends the statement, and
// the caller asks again the long way.
namespace footfall {

using namespace fmt::literals;

// The text of a key at the top of an object without depth, escapes and repeated keys; empty where
// it is missing or null.
std::string ClickHouseValues::plain_json(const ColumnSource& source) const {
  const std::string key = json_key_pattern(source.path[0]);
  constexpr std::string_view kPair =
      R"( *"[^"\\]*" *: *(?:"[^"\\]*"|-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null) *)";
  const std::string usual =
      fmt::format(R"(^(?:null)?$|^\{{(?:{pair}(?:,{pair})*)?\}}$)", "pair"_a = kPair);
  const std::string odd = fmt::format(
      "NOT {usual} OR position(substring(ff_m, position(ff_m, {quoted}) + 1), {quoted}) > 0",
      "usual"_a = dialect_.matches("ff_m", usual),
      "quoted"_a = dialect_.literal('"' + source.path[0] + '"'));
  const std::string value = fmt::format(
      "extract(ff_m, {})", dialect_.literal(fmt::format(R"("{}" *: *("[^"]*"|[^,}} ]*))", key)));
  // Only then are quotes taken off: null and true are no texts.
  return let("ff_m", {column_text(source.column)},
             let("ff_v", {fmt::format("if(throwIf({}) = 0, {}, '')", odd, value)},
                 "if(throwIf(ff_v IN ('true', 'false')) = 1 OR ff_v = 'null', '', replaceAll(ff_v, "
                 "'\"', ''))"));
}

// Up to 18 digits on each side of the point: number_parts() of them.
std::string ClickHouseValues::plain_number_parts(const std::string& s) const {
  const std::string decimals = fmt::format(
      "if(ff_d = 0, 0, toInt64OrZero(substring(concat(substring(ff_s, ff_d + 1), {}), 1, 18)))",
      dialect_.literal(std::string(18, '0')));
  return let(
      "ff_s", {s},
      let("ff_d",
          {"if(throwIf(NOT match(ff_s, '^(?:-?[0-9]{1,18}(?:[.][0-9]{1,18})?)?$')) = "
           "0, position(ff_s, '.'), 0)"},
          fmt::format("[toInt64OrZero(if(ff_d = 0, ff_s, substring(ff_s, 1, greatest(ff_d, 1) "
                      "- 1))), if(substring(ff_s, 1, 1) = '-', -({decimals}), {decimals}), "
                      "toInt64(0), toInt64(0), toInt64(ff_s = '')]",
                      "decimals"_a = decimals)));
}

}  // namespace footfall
