#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/input/archive_reader.h"
#include "model/input/cell_format.h"

namespace footfall {

/// A sheet of a workbook.
struct WorkbookSheet {
  std::string name;
  std::string part;     ///< the member of the archive that holds its cells
  bool hidden = false;  ///< people do not see it
};

/// What the sheets of an .xlsx workbook share (ECMA-376): their names, texts and number formats.
/// Memory: that of the different texts, up to 1 GiB. Immutable.
class Workbook {
 public:
  /// Reads what is shared out of the archive at `path`, whatever the order of its members.
  /// ErrorKind::damaged_compression where a part is missing or broken.
  [[nodiscard]] static Result<std::shared_ptr<const Workbook>> open(const std::string& path);

  /// In the workbook's order.
  [[nodiscard]] const std::vector<WorkbookSheet>& sheets() const { return sheets_; }
  /// The sheet whose cells are in a member of the archive; null: the member is no sheet.
  [[nodiscard]] const WorkbookSheet* sheet_in(std::string_view member) const;
  [[nodiscard]] bool from_1904() const { return from_1904_; }
  [[nodiscard]] CellForm form(std::size_t style) const {
    return style < forms_.size() ? forms_[style] : CellForm::number;
  }
  /// False where there is no such text.
  [[nodiscard]] bool text(std::size_t index, std::string_view& text) const;

 private:
  friend class WorkbookParts;

  std::vector<WorkbookSheet> sheets_;
  std::map<std::string, std::size_t, std::less<>> by_part_;  // in lower case
  std::vector<CellForm> forms_;
  std::string texts_;
  std::vector<std::uint64_t> text_ends_;
  bool from_1904_ = false;
};

/// Texts of cells may hold characters as _x000D_.
void append_unescaped(std::string& out, std::string_view text);

}  // namespace footfall
