#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/parse/input_options.h"
#include "model/parse/value_forms.h"
#include "model/report/load_report.h"

namespace footfall {

/// One change of the options of reading.
struct ReadingAnswer {
  enum class Kind : std::uint8_t {
    decimal_comma,
    decimal_point,
    day_first,
    month_first,
    day_numbers,  ///< of a spreadsheet
    blank_is_zero,
    each_row,   ///< of `role`: every row is one of its own
    no_header,  ///< the first record is one of data
  };
  Kind kind{};
  std::string role;
  std::uint64_t rejected = 0;  ///< rows of the trial that would still be rejected

  void apply_to(InputOptions& options) const;
};

/// Whether a file that failed so may be read with other options.
[[nodiscard]] bool is_answerable(const Error& error);

/// Which options answer an error of a run.
[[nodiscard]] std::vector<ReadingAnswer> answers_to(const Error& error);

/// What may help against a reject, to be tried.
[[nodiscard]] std::vector<ReadingAnswer> likely_answers(const Reject& reject,
                                                        const ValueForms& forms);

}  // namespace footfall
