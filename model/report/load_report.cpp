#include "model/report/load_report.h"

#include <numeric>

namespace footfall {

std::string_view reason_name(RejectReason reason) {
  constexpr std::array<std::string_view, kRejectReasons> names = {
      "malformed row",   "unclosed quote", "too many fields",  "record too long",
      "wrong type",      "missing value",  "bad timestamp",    "bad number",
      "negative number", "out of range",   "no request target"};
  return names[static_cast<std::size_t>(reason)];
}

std::uint64_t RowCounts::filtered() const {
  return std::accumulate(filtered_by_reason.begin(), filtered_by_reason.end(), std::uint64_t{0});
}

std::uint64_t RowCounts::rejected() const {
  return std::accumulate(rejected_by_reason.begin(), rejected_by_reason.end(), std::uint64_t{0});
}

std::uint64_t RowCounts::parse_errors() const {
  return rejected() - rejected_by_reason[static_cast<std::size_t>(RejectReason::missing_value)] -
         rejected_by_reason[static_cast<std::size_t>(RejectReason::no_request_target)];
}

RowCounts& RowCounts::operator+=(const RowCounts& other) {
  counted += other.counted;
  lines_left_out += other.lines_left_out;
  for (const ReadOver kind : kReadOvers) read_over[kind] += other.read_over[kind];
  for (const FilterReason reason : kFilterReasons)
    filtered_by_reason[reason] += other.filtered_by_reason[reason];
  rounded += other.rounded;
  found_places |= other.found_places;
  for (std::size_t i = 0; i < null_words.size(); ++i) null_words[i] += other.null_words[i];
  for (std::size_t i = 0; i < kRejectReasons; ++i)
    rejected_by_reason[i] += other.rejected_by_reason[i];
  return *this;
}

}  // namespace footfall
