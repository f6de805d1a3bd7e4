#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace footfall {

/// How CSV text is cut into records and fields. The limits are parameters so that tests can shrink
/// them.
struct CsvDialect {
  char delimiter = ',';
  char quote = '"';
  bool backslash = false;  ///< within quotes a backslash takes the meaning from a quote behind it
  std::size_t quoted_limit = std::size_t{64}
                             << 10;  ///< most bytes from an opening to its closing quote
  std::size_t record_limit = std::size_t{16}
                             << 20;  ///< most bytes of a record without its line end

  /// Whether the index (csv_index.h) knows its quotes.
  [[nodiscard]] bool indexable() const { return quote == '"' && !backslash; }
};

enum class CsvScan : std::uint8_t {
  complete,
  need_more,  ///< the text ends before the record does
  malformed,  ///< text after a closing quote
  unclosed_quote,
  too_long,
};

/// A field as it stands in the text: without its quotes, those within still doubled or escaped.
struct CsvSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool escaped = false;  ///< there are quotes within
};

/// Writes the text of an escaped field to `out`, which has room for all of it; returns its end.
char* unescape_quotes(std::string_view raw, const CsvDialect& dialect, char* out);

/// How many bytes at the end of a line, in front of its LF, belong to the line's end: one CR, or
/// two.
[[nodiscard]] inline std::size_t carriage_returns(std::string_view line) {
  if (!line.ends_with('\r')) return 0;
  return line.ends_with("\r\r") ? 2 : 1;
}

struct CsvRecordScan {
  CsvScan status = CsvScan::complete;
  std::size_t content_end = 0;  ///< end of the record's bytes, without the line end; for a rejected
                                ///< record, of its first physical line
  std::size_t next = 0;         ///< where reading goes on
};

/// Reads one record from `begin`, byte for byte as the contract says: the slow, exact path, and the
/// definition that the fast path is tested against. `at_end`: no more text will follow. A record
/// over the limit ends at the first line end at or behind `begin + record_limit`; where there is
/// none yet, `next` is the text's end and the caller goes on skipping.
[[nodiscard]] CsvRecordScan scan_csv_record(std::string_view text, std::size_t begin, bool at_end,
                                            const CsvDialect& dialect,
                                            std::vector<CsvSpan>* fields);

/// True for a line that is no record: empty, or spaces and tabs only.
[[nodiscard]] inline bool is_blank_line(std::string_view line) {
  for (char c : line)
    if (c != ' ' && c != '\t') return false;
  return true;
}

}  // namespace footfall
