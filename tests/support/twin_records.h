#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/twin.h"

namespace footfall::twin {

/// One value of a record, by role.
struct Cell {
  enum class Kind { missing, text, number, wrong_type };
  Kind kind = Kind::missing;
  std::string text;
};

/// One row of an input, before its values are judged.
struct Record {
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
  std::string excerpt;
  std::string fault;        ///< reason where the syntax is wrong or a field is too many; else empty
  std::vector<Cell> cells;  ///< by role
  std::vector<std::string> fields;  ///< all of a CSV record
};

/// Names of the values a report reads, in the contract's order, which is that of checks.
struct Role {
  std::string name;
  bool required = false;
};
std::vector<Role> roles_of(Report report);

/// All rows of an input; `failed` is set where the header does not do.
std::vector<Record> read_csv(const std::string& bytes, const Options& options, std::string& failed);
std::vector<Record> read_ndjson(const std::string& bytes, const Options& options);
/// Cells: time, target, host, agent; a request without target leaves the target missing.
/// `cut_lines`: a last line without end has to be whole.
std::vector<Record> read_access_log(const std::string& bytes, const Options& options,
                                    bool cut_lines = true);

/// A record within a line of NDJSON.
struct JsonPiece {
  std::size_t at = 0;
  std::string_view text;
};
/// The line without a comma behind it.
std::string_view without_comma(std::string_view line);
/// The records of a line that is no object, not even without a comma: its joined objects, or the
/// line itself where it cannot be read in pieces.
std::vector<JsonPiece> json_pieces(std::string_view line);

/// Where the first row may begin: behind a byte-order mark.
std::size_t start_of(std::string_view bytes);
/// End of the physical line that begins at `at`: its LF, or the end of the bytes.
std::size_t line_end(std::string_view bytes, std::size_t at);
/// The line [begin, end) without a CR before its LF.
std::string_view line_text(std::string_view bytes, std::size_t begin, std::size_t end);
bool blank(std::string_view line);
std::string excerpt_of(std::string_view record);

}  // namespace footfall::twin
