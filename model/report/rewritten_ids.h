#pragma once

#include <string_view>
#include <vector>

#include "model/core/text_pool.h"
#include "model/report/report.h"

namespace footfall {

/// An id that a spreadsheet has rewritten: `1.2E+16`, `="0012"`.
[[nodiscard]] bool is_rewritten_id(std::string_view id);

/// Adds the remark where there are such ids among the names of the entries.
template <class Entries>
void note_rewritten_ids(const Entries& entries, const TextPool& names,
                        std::vector<Remark>& remarks) {
  constexpr std::size_t kExamples = 3;
  Remark remark{RemarkKind::rewritten_ids, {}};
  for (const auto& entry : entries) {
    const std::string_view name = names[entry.name];
    if (!is_rewritten_id(name)) continue;
    remark.names.emplace_back(name);
    if (remark.names.size() == kExamples) break;
  }
  if (!remark.names.empty()) remarks.push_back(std::move(remark));
}

}  // namespace footfall
