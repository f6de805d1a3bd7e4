#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace footfall {

/// What the number format of a cell makes of its number.
enum class CellForm : std::uint8_t { number, date, date_and_time, time };

/// By the id of a format that every workbook has (ECMA-376, 18.8.30).
[[nodiscard]] CellForm form_of_builtin(unsigned id);
/// By a format of the workbook's own, such as "yyyy-mm-dd hh:mm".
[[nodiscard]] CellForm form_of_code(std::string_view code);

/// Appends a cell's number as text: at fifteen digits, as spreadsheets show and keep them, or as
/// the date and time it stands for. `from_1904`: the workbook counts its days from 1904.
/// Text that is no number is appended as it is.
void append_cell_number(std::string& out, std::string_view text, CellForm form, bool from_1904);

}  // namespace footfall
