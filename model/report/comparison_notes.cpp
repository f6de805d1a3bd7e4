#include "model/report/comparison_notes.h"

namespace footfall {

std::vector<ComparisonNote> notes_of(const Comparison& periods, std::uint64_t rows_before) {
  using Kind = ComparisonNoteKind;
  std::vector<ComparisonNote> notes;
  if (periods.length(periods.now) != periods.length(periods.before))
    notes.push_back({Kind::unequal_length});
  const auto check = [&](const Period& period, Kind begins_later, Kind ends_earlier) {
    if (period.begin.reading < periods.data->begin.reading) notes.push_back({begins_later});
    if (period.end.reading > periods.data->end.reading) notes.push_back({ends_earlier});
  };
  if (periods.data) {
    check(periods.now, Kind::data_begin_later, Kind::data_end_earlier);
    check(periods.before, Kind::data_begin_later_before, Kind::data_end_earlier_before);
  }
  if (rows_before == 0) notes.push_back({Kind::nothing_before});
  return notes;
}

}  // namespace footfall
