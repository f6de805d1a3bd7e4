#pragma once

#include <string>

#include "model/report/load_report.h"

namespace footfall {

/// One "note: ..." line for all that the way inputs are read rests on; each said once, of the first
/// input that it is true of.
[[nodiscard]] std::string reading_note_lines(const LoadReport& load);

/// One "warning: ..." line for each file of a folder and member of an archive that was left out; of
/// very many the first.
[[nodiscard]] std::string left_out_lines(const LoadReport& load);

}  // namespace footfall
