#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/parse/field.h"
#include "model/parse/offer.h"
#include "model/parse/value_forms.h"

// Whether the sampled values of a column are of a kind.
namespace footfall {

template <class Each>
void for_each_word(std::string_view words, const Each& each) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    if (each(words.substr(0, end))) return;
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
}

struct Fit {
  std::size_t values = 0;
  std::size_t fitting = 0;
  std::string misfit;  ///< the first

  void add(bool good, std::string_view text) {
    ++values;
    if (good) ++fitting;
    if (!good && misfit.empty()) misfit = text;
  }
  /// At least one, and all but one or nine tenths.
  [[nodiscard]] bool good() const {
    return fitting > 0 && (fitting + 1 >= values || fitting * 10 >= values * 9);
  }
};

[[nodiscard]] bool empty_value(const Field& field);
[[nodiscard]] bool reads_as_time(std::string_view text);
[[nodiscard]] bool reads_as_number(std::string_view text);

/// Of the values that are there, headers that repeat aside.
[[nodiscard]] Fit fit_of(const Offer& offer, std::size_t place, ValueKind kind);

/// The first number of a column that would be a time before March 1973 in seconds, where it holds
/// no other times: hours, clock times, durations. Null where it is none of those; day numbers of a
/// spreadsheet and dates of eight digits are not, for they are told of elsewhere.
[[nodiscard]] const Field* first_of_clock_numbers(const Offer& offer, std::size_t place);

}  // namespace footfall
