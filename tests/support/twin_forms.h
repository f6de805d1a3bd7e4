#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/support/twin_records.h"
#include "tests/support/twin_time.h"

// The further forms of times and numbers, read with regular expressions.
namespace footfall::twin {

/// What all values of an input have in common.
struct Forms {
  char mark = '.';
  enum class Time { clear, date_alone, digits, day_first, month_first, days_equal_months };
  Time time = Time::clear;
  bool refused = false;  ///< the run fails: what the times mean is open
};

/// A number as the contract's grammar has it; none where it is no number with this mark.
std::optional<std::string> plain_number(std::string text, char mark);
/// `NULL` and its kin.
bool null_word(const std::string& text);
/// Blanks of any kind around dropped.
std::string squeezed_ends(std::string text);
/// Blanks of any kind around dropped, those inside squeezed to one space.
std::string squeezed(std::string text);

/// Epoch seconds of a time in one of the forms. `below_zero`: numbers below 0 are times too.
std::optional<std::int64_t> any_time(const std::string& text, Forms::Time form, const Zone& source,
                                     bool below_zero);

/// Chooses the forms from all records, and writes their times and numbers in the usual ones; a null
/// word becomes a missing value.
Forms apply_forms(std::vector<Record>& records, const Options& options, const Zone& source);

}  // namespace footfall::twin
