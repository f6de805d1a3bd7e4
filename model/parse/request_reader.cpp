#include "model/parse/request_reader.h"

namespace footfall::request_detail {

AnswerClass read_unusual_status(std::string_view text) {
  const ParsedNumber number = parse_number(trim_blanks(text));
  if (number.fault != NumberFault::none) return AnswerClass::other;
  const Int128 units = number.value.units;
  if (units % Decimal::kOne != 0 || units < 200 * Decimal::kOne || units >= 600 * Decimal::kOne)
    return AnswerClass::other;
  return static_cast<AnswerClass>(static_cast<unsigned>(units / (100 * Decimal::kOne)) - 2);
}

}  // namespace footfall::request_detail
