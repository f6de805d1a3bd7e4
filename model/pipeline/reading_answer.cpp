#include "model/pipeline/reading_answer.h"

namespace footfall {
namespace {

bool looks_like_day_number(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find('.'));
  return whole.size() == 5 && whole.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::vector<ReadingAnswer> likely_answers(const Reject& reject, const ValueForms& forms) {
  using Kind = ReadingAnswer::Kind;
  switch (reject.reason) {
    case RejectReason::bad_number:
      if (reject.value.find_first_of(",.") == std::string::npos) return {};
      return {{forms.mark == DecimalMark::comma ? Kind::decimal_point : Kind::decimal_comma,
               reject.column}};
    case RejectReason::bad_timestamp:
      if (looks_like_day_number(reject.value)) return {{Kind::day_numbers, reject.column}};
      if (reject.value.find_first_of("/.-") != std::string::npos)
        return {{Kind::day_first, reject.column}, {Kind::month_first, reject.column}};
      return {};
    case RejectReason::missing_value:
      if (reject.column == "impressions" || reject.column == "clicks" || reject.column == "spend" ||
          reject.column == "conversions")
        return {{Kind::blank_is_zero, reject.column}};
      if (reject.column == "event_id" || reject.column == "id")
        return {{Kind::each_row, reject.column}};
      return {};
    default:
      return {};
  }
}

void ReadingAnswer::apply_to(InputOptions& options) const {
  switch (kind) {
    case Kind::decimal_comma:
      options.decimal = DecimalMark::comma;
      break;
    case Kind::decimal_point:
      options.decimal = DecimalMark::point;
      break;
    case Kind::day_first:
      options.date_order = DateOrder::day_first;
      break;
    case Kind::month_first:
      options.date_order = DateOrder::month_first;
      break;
    case Kind::day_numbers:
      options.day_numbers = true;
      break;
    case Kind::blank_is_zero:
      options.blank_is_zero = true;
      break;
    case Kind::each_row:
      options.columns[role] = "@row";
      break;
    case Kind::no_header:
      options.header = HeaderMode::no;
      break;
  }
}

bool is_answerable(const Error& error) {
  switch (error.kind) {
    case ErrorKind::missing_column:
    case ErrorKind::missing_roles:
    case ErrorKind::no_header:
    case ErrorKind::one_column:
    case ErrorKind::other_header:
    case ErrorKind::missing_key:
    case ErrorKind::doubled_column:
    case ErrorKind::unknown_format:
    case ErrorKind::bad_encoding:
    case ErrorKind::both_date_orders:
    case ErrorKind::open_date_order:
    case ErrorKind::odd_digits:
    case ErrorKind::day_numbers:
    case ErrorKind::zone_abbreviation:
    case ErrorKind::contradicted_guess:
    case ErrorKind::bad_option:
      return true;
    default:
      return false;
  }
}

std::vector<ReadingAnswer> answers_to(const Error& error) {
  using Kind = ReadingAnswer::Kind;
  switch (error.kind) {
    case ErrorKind::open_date_order:
    case ErrorKind::both_date_orders:
      return {{Kind::day_first, error.column}, {Kind::month_first, error.column}};
    case ErrorKind::day_numbers:
      return {{Kind::day_numbers, error.column}};
    case ErrorKind::no_header:
      return {{Kind::no_header, {}}};
    case ErrorKind::contradicted_guess:
      if (error.expected.ends_with("dmy"))
        return {{Kind::day_first, error.column}, {Kind::month_first, error.column}};
      if (error.expected.ends_with("mdy"))
        return {{Kind::month_first, error.column}, {Kind::day_first, error.column}};
      if (error.expected.ends_with(","))
        return {{Kind::decimal_comma, error.column}, {Kind::decimal_point, error.column}};
      if (error.expected.ends_with("."))
        return {{Kind::decimal_point, error.column}, {Kind::decimal_comma, error.column}};
      return {};
    default:
      return {};
  }
}

}  // namespace footfall
