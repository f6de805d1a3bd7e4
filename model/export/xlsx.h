#pragma once

#include <string>
#include <vector>

#include "model/core/error.h"
#include "model/core/parallel.h"
#include "model/report/table.h"

namespace footfall {

/// What a sheet can hold below its header.
inline constexpr std::size_t kSheetRows = 1'048'575;

/// Writes tables as the sheets of one workbook into an existing file. Rows beyond
/// `sheet_rows` go on in sheets named "name (2)", "name (3)". Numbers that a
/// spreadsheet holds exactly (15 digits) are numbers, longer ones text, so that no digit is lost;
/// hours and days are text as in the CSV. Bytes that are no UTF-8, NUL, U+FFFE and U+FFFF become
/// U+FFFD. Tables that have one get a chart (chart_of()) beside their rows, those of which only the
/// largest rows make one a sheet of these behind them. Rows wait in $TMPDIR, else /var/tmp, until
/// the file is put together. A text of more than 32,767 characters does not fit a cell and is an
/// error. `name` stands in errors. Rows are written one by one on the calling thread; `parallel` is
/// called for every few thousand of them, so that a caller may stop in between.
[[nodiscard]] Status write_workbook(const std::vector<TablePtr>& tables, const std::string& path,
                                    const std::string& name, const ParallelFor& parallel,
                                    std::size_t sheet_rows = kSheetRows);

}  // namespace footfall
