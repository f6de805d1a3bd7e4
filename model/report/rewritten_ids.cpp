#include "model/report/rewritten_ids.h"

#include "model/core/digit.h"

namespace footfall {
namespace {

void skip_digits(std::string_view& text) {
  while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
}

}  // namespace

bool is_rewritten_id(std::string_view id) {
  if (id.starts_with("=\"")) return id.size() > 2 && id.ends_with('"');
  // One digit, more behind a decimal mark, and an exponent with its sign.
  if (id.size() < 4 || !is_digit(id[0])) return false;
  id.remove_prefix(1);
  if (id.front() == '.' || id.front() == ',') {
    id.remove_prefix(1);
    skip_digits(id);
  }
  if (!id.starts_with("E+") || id.size() == 2) return false;
  id.remove_prefix(2);
  skip_digits(id);
  return id.empty();
}

}  // namespace footfall
