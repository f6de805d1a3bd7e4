#pragma once

#include <memory>
#include <string>

#include "model/input/byte_source.h"
#include "model/input/workbook.h"

namespace footfall {

/// The cells of a sheet as CSV: commas, doubled quotes, LF; a line for each row of the sheet, so
/// that a reject's line is its row where no text holds a line end. `xml`: the sheet's member.
/// Formulas give their stored values, errors and truth values their words.
[[nodiscard]] ByteSourcePtr sheet_as_csv(ByteSourcePtr xml,
                                         std::shared_ptr<const Workbook> workbook,
                                         std::string name);

}  // namespace footfall
