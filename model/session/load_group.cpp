#include "model/session/load_group.h"

#include <algorithm>

namespace footfall {
namespace {

bool overlap(const ReportKinds& a, const ReportKinds& b) {
  for (const ReportKind kind : kAllReports)
    if (a.contains(kind) && b.contains(kind)) return true;
  return false;
}

void insert_all(ReportKinds& kinds, const ReportKinds& others) {
  for (const ReportKind kind : kAllReports)
    if (others.contains(kind)) kinds.insert(kind);
}

bool feeds(const Source& source) {
  const bool read_here = source.database ? source.database->fetched && source.let_in : true;
  return read_here && !source.kinds.empty() && !source.error;
}

}  // namespace

bool LoadGroup::can_take(const std::vector<std::string>& wanted,
                         const std::set<std::string>& changed) const {
  return !ended && inputs.size() < wanted.size() &&
         std::equal(inputs.begin(), inputs.end(), wanted.begin()) &&
         std::none_of(inputs.begin(), inputs.end(),
                      [&](const std::string& path) { return changed.contains(path); }) &&
         !depends_on_clock();
}

bool LoadGroup::depends_on_clock() const {
  const auto has_later_rows = [&](ReportKind kind) {
    const RowCounts& rows = result.whole->load_of(kind).rows;
    return kinds.contains(kind) && rows.filtered_by_reason[FilterReason::in_the_future] > 0;
  };
  return own_result && std::ranges::any_of(kAllReports, has_later_rows);
}

std::vector<LoadPlan> plan_loads(const std::vector<Source>& sources) {
  std::vector<ReportKinds> parts;
  for (const Source& source : sources) {
    if (!feeds(source)) continue;
    ReportKinds joined = source.kinds;
    std::vector<ReportKinds> others;
    for (const ReportKinds& part : parts) {
      if (overlap(part, joined)) {
        insert_all(joined, part);
      } else {
        others.push_back(part);
      }
    }
    others.push_back(joined);
    parts = std::move(others);
  }

  std::vector<LoadPlan> plans;
  for (const ReportKinds& part : parts) {
    LoadPlan plan{part, {}, 0};
    for (const Source& source : sources) {
      if (!feeds(source) || !overlap(source.kinds, part)) continue;
      plan.inputs.push_back(source.path);
      plan.bytes += source.bytes;
    }
    plans.push_back(std::move(plan));
  }
  return plans;
}

}  // namespace footfall
