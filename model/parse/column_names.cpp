#include "model/parse/column_names.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/core/currency.h"
#include "model/core/letter_case.h"

namespace footfall {
namespace {

// What may stand around a name without being part of it.
constexpr std::string_view kAround[] = {" ",        "\t",          "\r", "\"", "\xEF\xBB\xBF",
                                        "\xC2\xA0", "\xE2\x80\xAF"};

bool names_currency(std::string_view text) {
  // "Clicks (all)" speaks of no lek, and one letter may be anything.
  return text != "all" &&
         (is_currency_code(text) ||
          (is_currency_sign(text) && !(text.size() == 1 && lower_case(text[0]) != text[0])));
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string_view bare_name(std::string_view name) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view around : kAround) {
      if (name.starts_with(around)) {
        name.remove_prefix(around.size());
        changed = true;
      }
      if (name.ends_with(around)) {
        name.remove_suffix(around.size());
        changed = true;
      }
    }
  }
  return name;
}

std::string name_in_lower_case(std::string_view name) { return lower_case(bare_name(name)); }

std::string name_letters(std::string_view name) {
  std::string letters;
  for (const char c : bare_name(name)) {
    const char low = lower_case(c);
    const bool counts = (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') ||
                        static_cast<unsigned char>(low) >= 0x80;
    if (counts) letters += low;
  }
  return letters;
}

std::optional<NameUnit> name_unit(std::string_view name) {
  name = bare_name(name);
  if (name.empty() || (name.back() != ')' && name.back() != ']')) return std::nullopt;
  const std::size_t open = name.find_last_of(name.back() == ')' ? '(' : '[');
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  const std::string_view unit = bare_name(name.substr(open + 1, name.size() - open - 2));
  const bool utc = equal_in_any_case(unit, "utc") || equal_in_any_case(unit, "gmt");
  if (!utc && !names_currency(unit)) return std::nullopt;
  return NameUnit{bare_name(name.substr(0, open)), utc};
}

ColumnNames::ColumnNames(const std::vector<std::string>& names) {
  names_.reserve(names.size());
  for (const std::string& name : names) {
    Name& entry = names_.emplace_back();
    entry.whole = name_in_lower_case(name);
    entry.letters = name_letters(name);
    if (const std::optional<NameUnit> unit = name_unit(name)) {
      entry.without_unit = name_letters(unit->name);
      entry.utc = unit->utc;
    }
  }
}

std::optional<ColumnNames::Found> ColumnNames::find(std::string_view wanted) const {
  const std::string whole = name_in_lower_case(wanted);
  const std::string letters = name_letters(wanted);
  const std::pair<std::string Name::*, const std::string&> turns[] = {
      {&Name::whole, whole}, {&Name::letters, letters}, {&Name::without_unit, letters}};
  for (const auto& [member, sought] : turns) {
    if (sought.empty()) continue;
    const auto same = [&](const Name& name) { return name.*member == sought; };
    const auto found = std::ranges::find_if(names_, same);
    if (found == names_.end()) continue;
    return Found{static_cast<std::size_t>(found - names_.begin()),
                 std::any_of(found + 1, names_.end(), same),
                 member == &Name::without_unit && found->utc};
  }
  return std::nullopt;
}

std::vector<std::size_t> ColumnNames::nearest(std::string_view wanted, std::size_t most) const {
  constexpr std::size_t kLongest = 64;  // of a name that is compared
  const std::string letters = name_letters(wanted).substr(0, kLongest);
  std::vector<std::pair<std::size_t, std::size_t>> ranked;  // distance, column
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string name = names_[i].letters.substr(0, kLongest);
    if (name.empty()) continue;
    const bool holds =
        letters.size() >= 3 && name.size() >= 3 &&
        (name.find(letters) != std::string::npos || letters.find(name) != std::string::npos);
    const std::size_t distance = edit_distance(letters, name);
    if (holds || distance <= std::max<std::size_t>(1, letters.size() / 3))
      ranked.emplace_back(holds ? distance / 4 : distance, i);
  }
  std::ranges::sort(ranked);
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < ranked.size() && i < most; ++i) columns.push_back(ranked[i].second);
  return columns;
}

}  // namespace footfall
