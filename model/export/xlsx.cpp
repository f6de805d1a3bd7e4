#include "model/export/xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "model/core/spill_file.h"
#include "model/core/utf8.h"
#include "model/export/output_file.h"
#include "model/export/xlsx_chart.h"

namespace footfall {
namespace {

constexpr std::size_t kRowsBetweenStops = 4096;

struct FreeWorkbook {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using Workbook = std::unique_ptr<lxw_workbook, FreeWorkbook>;

// Workbooks write a control character as _x000D_, so an underscore that begins such a word is
// written as one itself. The library does the first, and would then end the word.
bool begins_escape(std::string_view text) {
  constexpr std::size_t kWord = 6;
  if (text.size() <= kWord || !text.starts_with("_x")) return false;
  const auto hexadecimal = [](unsigned char c) { return std::isxdigit(c) != 0; };
  if (!std::all_of(text.begin() + 2, text.begin() + kWord, hexadecimal)) return false;
  return text[kWord] == '_' || static_cast<unsigned char>(text[kWord]) < 0x20;
}

// What a spreadsheet can show of a text.
std::string shown(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = text[0] == '\0' ? 0 : utf8_character_size(text);
    // XML has no U+FFFE and U+FFFF.
    if (length == 0 || text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF")) {
      out += "\xEF\xBF\xBD";
    } else if (begins_escape(text)) {
      out += "_x005F_";
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

// A number as written, if a double holds every digit of it.
bool exact_number(std::string_view text, double& value, std::size_t& decimals) {
  if (!is_sheet_number(text)) return false;
  const std::size_t point = text.find('.');
  const bool whole = point == std::string_view::npos || text.find('e') != std::string_view::npos;
  decimals = whole ? 0 : text.size() - point - 1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size();
}

// The library says some failures on the standard error of C, beside returning them. While this
// lives, its words (and those that other threads write there by C) go nowhere.
class SilentLibrary {
 public:
  SilentLibrary() : lock_(mutex()) {
    // Kept open: another thread may be writing to it when this ends.
    static std::FILE* const nowhere = std::fopen("/dev/null", "we");
    if (nowhere != nullptr) stderr = nowhere;
  }
  ~SilentLibrary() { stderr = kept_; }
  SilentLibrary(const SilentLibrary&) = delete;
  SilentLibrary& operator=(const SilentLibrary&) = delete;

 private:
  static std::mutex& mutex() {
    static std::mutex mutex;
    return mutex;
  }
  std::lock_guard<std::mutex> lock_;
  std::FILE* kept_ = stderr;
};

// Where rows wait: the same as for other large results.
std::string temporary_folder() {
  const char* const chosen = std::getenv("TMPDIR");
  return chosen != nullptr && *chosen != '\0' ? chosen : "/var/tmp";
}

class WorkbookWriter {
 public:
  WorkbookWriter(lxw_workbook* workbook, const std::string& name, std::size_t sheet_rows)
      : workbook_(workbook), name_(name), sheet_rows_(sheet_rows) {
    header_ = workbook_add_format(workbook_);
    format_set_bold(header_);
  }

  [[nodiscard]] Status add(const Table& table, const ParallelFor& parallel) {
    const std::optional<TableChart> chart = chart_of(table);
    std::size_t begin = 0;
    for (std::size_t part = 1; part == 1 || begin < table.rows(); ++part, begin += sheet_rows_) {
      lxw_worksheet* const sheet = add_sheet(table, part);
      if (sheet == nullptr) return failure("the workbook refused a sheet");
      const std::size_t end = std::min(begin + sheet_rows_, table.rows());
      for (std::size_t row = begin; row < end; row += kRowsBetweenStops) {
        Status written = Done{};
        parallel(1, [&](std::size_t) {
          written = add_rows(sheet, table, begin, row, std::min(row + kRowsBetweenStops, end));
        });
        if (!written) return written;
        // The library does not look whether the rows have found room.
        errno = 0;
        if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile) != 0)
          return write_error(temporary_folder(), errno == 0 ? EIO : errno);
      }
      const off_t bytes = ::ftello(sheet->optimize_tmpfile);
      longest_sheet_ =
          std::max(longest_sheet_, static_cast<std::size_t>(std::max(bytes, off_t{0})));
      if (chart && chart->first >= begin && chart->end <= end)
        add_chart(sheet, table, *chart, begin);
    }
    return Done{};
  }
  /// Closing copies one sheet after the other to where rows wait, and the library does not look
  /// there either.
  [[nodiscard]] Status find_room() const {
    constexpr std::size_t kOtherParts = std::size_t{1} << 20;
    SpillFile room;
    if (!room.grow(longest_sheet_ + kOtherParts)) return write_error(temporary_folder(), ENOSPC);
    return Done{};
  }
  [[nodiscard]] Error failure(const std::string& found) const {
    return {ErrorKind::write_failed, name_, found, {}};
  }

 private:
  lxw_worksheet* add_sheet(const Table& table, std::size_t part) {
    std::string title = table.name();
    if (part > 1) title += " (" + std::to_string(part) + ")";
    const SilentLibrary silent;
    lxw_worksheet* const sheet = workbook_add_worksheet(workbook_, title.c_str());
    if (sheet == nullptr) return nullptr;
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
      const Column& shape = table.columns()[column];
      const auto at = static_cast<lxw_col_t>(column);
      worksheet_set_column(sheet, at, at, shape.kind == ColumnKind::text ? 28 : 18, nullptr);
      worksheet_write_string(sheet, 0, at, std::string(shape.name).c_str(), header_);
    }
    return sheet;
  }

  Status add_rows(lxw_worksheet* sheet, const Table& table, std::size_t first, std::size_t begin,
                  std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) {
      for (std::size_t column = 0; column < table.columns().size(); ++column) {
        cell_.clear();
        table.append_cell(cell_, row, column);
        if (cell_.empty()) continue;
        const auto line = static_cast<lxw_row_t>(row - first + 1);
        const lxw_error fault =
            write_cell(sheet, line, static_cast<lxw_col_t>(column), table.columns()[column].kind);
        if (fault == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
          return Error{ErrorKind::unsupported, name_,
                       "a text of more than 32,767 characters in a workbook", "csv or json"};
        if (fault != LXW_NO_ERROR) return failure(lxw_strerror(fault));
      }
    }
    return Done{};
  }

  // Beside its table, whose rows from `begin` on the sheet holds.
  void add_chart(lxw_worksheet* sheet, const Table& table, const TableChart& of,
                 std::size_t begin) {
    const SilentLibrary silent;
    lxw_chart* const chart =
        workbook_add_chart(workbook_, of.over_time ? LXW_CHART_LINE : LXW_CHART_BAR);
    if (chart == nullptr) return;
    const auto first = static_cast<lxw_row_t>(of.first - begin + 1);
    const auto last = static_cast<lxw_row_t>(of.end - begin);
    const auto names = static_cast<lxw_col_t>(of.names);
    for (const std::size_t column : of.values) {
      const auto at = static_cast<lxw_col_t>(column);
      lxw_chart_series* const series = chart_add_series(chart, nullptr, nullptr);
      chart_series_set_categories(series, sheet->name, first, names, last, names);
      chart_series_set_values(series, sheet->name, first, at, last, at);
      chart_series_set_name_range(series, sheet->name, 0, at);
    }
    chart_title_set_name(chart, of.title.c_str());
    if (of.values.size() == 1) chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    // The first bar on top.
    if (!of.over_time) chart_axis_set_reverse(chart->y_axis);
    lxw_chart_options place{};
    place.x_scale = of.over_time ? 2 : 1.5;
    place.y_scale = 1.5;
    worksheet_insert_chart_opt(sheet, 1, static_cast<lxw_col_t>(table.columns().size() + 1), chart,
                               &place);
  }

  lxw_error write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, ColumnKind kind) {
    double value = 0;
    std::size_t decimals = 0;
    const bool number =
        kind == ColumnKind::count || kind == ColumnKind::amount || kind == ColumnKind::instant;
    if (number && exact_number(cell_, value, decimals))
      return worksheet_write_number(sheet, row, column, value, format_of(decimals));
    return worksheet_write_string(sheet, row, column, shown(cell_).c_str(), nullptr);
  }

  // Shows as many decimals as the CSV has.
  lxw_format* format_of(std::size_t decimals) {
    if (decimals == 0) return nullptr;
    lxw_format*& format = formats_[decimals];
    if (format == nullptr) {
      format = workbook_add_format(workbook_);
      format_set_num_format(format, ("0." + std::string(decimals, '0')).c_str());
    }
    return format;
  }

  lxw_workbook* workbook_;
  const std::string& name_;
  std::size_t sheet_rows_;
  std::size_t longest_sheet_ = 0;  // in bytes
  lxw_format* header_;
  std::map<std::size_t, lxw_format*> formats_;
  std::string cell_;
};

}  // namespace

Status write_workbook(const std::vector<TablePtr>& tables, const std::string& path,
                      const std::string& name, const ParallelFor& parallel,
                      std::size_t sheet_rows) {
  // Rows go to temporary files as they come: memory does not follow their number.
  std::string folder = temporary_folder();
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  options.constant_memory = LXW_TRUE;
  options.use_zip64 = LXW_TRUE;
  Workbook workbook(workbook_new_opt(path.c_str(), &options));
  if (!workbook) return Error{ErrorKind::write_failed, name, "the workbook could not be begun", {}};
  WorkbookWriter writer(workbook.get(), name, sheet_rows);
  for (const TablePtr& table : tables) {
    if (Status added = writer.add(*table, parallel); !added) return added;
    if (const TablePtr largest = largest_rows(table, parallel.stop_check()))
      if (Status added = writer.add(*largest, parallel); !added) return added;
  }
  if (Status room = writer.find_room(); !room) return room;
  const SilentLibrary silent;
  errno = 0;
  const lxw_error fault = workbook_close(workbook.release());
  if (fault == LXW_NO_ERROR) return Done{};
  if (errno == ENOSPC || errno == EDQUOT) return write_error(name, errno);
  return writer.failure(lxw_strerror(fault));
}

}  // namespace footfall
