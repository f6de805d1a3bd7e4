#include "model/report/report_options.h"

#include <algorithm>

namespace footfall {
namespace {

template <auto kMember>
bool same(const ReportOptions& a, const ReportOptions& b) {
  return a.*kMember == b.*kMember;
}

struct SameOption {
  ReportOption option{};
  bool (*same)(const ReportOptions& a, const ReportOptions& b) = nullptr;
};
constexpr auto kSameOption = kind_table<&SameOption::option, SameOption>({
    {ReportOption::zone, same<&ReportOptions::zone>},
    {ReportOption::source_zone, same<&ReportOptions::source_zone>},
    {ReportOption::step, same<&ReportOptions::step>},
    // The clock goes on whatever is asked for.
    {ReportOption::now, [](const ReportOptions&, const ReportOptions&) { return true; }},
    {ReportOption::event_types, same<&ReportOptions::event_types>},
    {ReportOption::event_map, same<&ReportOptions::event_map>},
    {ReportOption::rates, same<&ReportOptions::rates>},
    {ReportOption::shards, same<&ReportOptions::shards>},
    {ReportOption::distinct_events, same<&ReportOptions::distinct_events>},
    {ReportOption::top, same<&ReportOptions::top>},
});

}  // namespace

bool same_for(ReportKind kind, const ReportOptions& a, const ReportOptions& b) {
  return std::ranges::all_of(kSameOption, [&](const SameOption& row) {
    return !kReportTable[kind].options.contains(row.option) || row.same(a, b);
  });
}

}  // namespace footfall
