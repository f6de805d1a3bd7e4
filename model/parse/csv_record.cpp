#include "model/parse/csv_record.h"

#include <algorithm>
#include <cstring>

namespace footfall {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t find_byte(std::string_view text, char wanted, std::size_t from, std::size_t to) {
  if (from >= to) return kNone;
  const void* const at = std::memchr(text.data() + from, wanted, to - from);
  return at == nullptr ? kNone
                       : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

CsvRecordScan skip_long_record(std::string_view text, std::size_t begin,
                               const CsvDialect& dialect) {
  const std::size_t content_end = begin + dialect.record_limit;
  const std::size_t line_end = find_byte(text, '\n', content_end, text.size());
  return {CsvScan::too_long, content_end, line_end == kNone ? text.size() : line_end + 1};
}

// Rejects the first physical line; a line over the limit is too long, whatever else is wrong with
// it.
CsvRecordScan skip_first_line(std::string_view text, std::size_t begin, bool at_end, CsvScan status,
                              const CsvDialect& dialect) {
  const std::size_t line_end = find_byte(text, '\n', begin, text.size());
  if (line_end == kNone && !at_end && text.size() - begin <= dialect.record_limit + 2)
    return {CsvScan::need_more, begin, begin};
  const bool carriage_return = line_end != kNone && line_end > begin && text[line_end - 1] == '\r';
  const std::size_t content_end =
      line_end == kNone ? text.size() : line_end - (carriage_return ? 1 : 0);
  if (content_end - begin > dialect.record_limit) return skip_long_record(text, begin, dialect);
  return {status, content_end, line_end == kNone ? text.size() : line_end + 1};
}

}  // namespace

CsvRecordScan scan_csv_record(std::string_view whole, std::size_t begin, bool at_end,
                              const CsvDialect& dialect, std::vector<CsvSpan>* fields) {
  if (fields != nullptr) fields->clear();
  // A record that fits the limit ends, line end included, within this window.
  const bool window_cuts = whole.size() - begin > dialect.record_limit + 2;
  const std::string_view text =
      window_cuts ? whole.substr(0, begin + dialect.record_limit + 2) : whole;
  const bool final = at_end && !window_cuts;
  const auto out_of_text = [&]() -> CsvRecordScan {
    if (window_cuts) return skip_long_record(whole, begin, dialect);
    return {CsvScan::need_more, begin, begin};
  };
  const auto complete = [&](std::size_t content_end, std::size_t next) -> CsvRecordScan {
    if (content_end - begin > dialect.record_limit) return skip_long_record(whole, begin, dialect);
    return {CsvScan::complete, content_end, next};
  };

  std::size_t at = begin;
  for (;;) {
    std::size_t field_end = 0;
    if (at < text.size() && text[at] == '"') {
      const std::size_t open = at;
      const std::size_t reach = std::min(text.size(), open + dialect.quoted_limit + 1);
      bool doubled = false;
      std::size_t close = open + 1;
      for (;; close += 2) {
        close = find_byte(text, '"', close, reach);
        if (close == kNone) {
          if (reach == open + dialect.quoted_limit + 1 || final)
            return skip_first_line(whole, begin, at_end, CsvScan::unclosed_quote, dialect);
          return out_of_text();
        }
        if (close + 1 == text.size() && !final) return out_of_text();
        if (close + 1 == text.size() || text[close + 1] != '"') break;
        doubled = true;
      }
      if (fields != nullptr) fields->push_back({open + 1, close, doubled});
      field_end = close + 1;
      if (field_end == text.size()) return complete(field_end, field_end);
      const char after = text[field_end];
      if (after == '\r') {
        if (field_end + 1 == text.size() && !final) return out_of_text();
        if (field_end + 1 < text.size() && text[field_end + 1] == '\n')
          return complete(field_end, field_end + 2);
      }
      if (after == '\n') return complete(field_end, field_end + 1);
      if (after != dialect.delimiter)
        return skip_first_line(whole, begin, at_end, CsvScan::malformed, dialect);
      at = field_end + 1;
      continue;
    }
    field_end = at;
    while (field_end < text.size() && text[field_end] != dialect.delimiter &&
           text[field_end] != '\n')
      ++field_end;
    if (field_end == text.size()) {
      if (!final) return out_of_text();
      if (fields != nullptr) fields->push_back({at, field_end, false});
      return complete(field_end, field_end);
    }
    if (text[field_end] == '\n') {
      const std::size_t content_end =
          field_end > at && text[field_end - 1] == '\r' ? field_end - 1 : field_end;
      if (fields != nullptr) fields->push_back({at, content_end, false});
      return complete(content_end, field_end + 1);
    }
    if (fields != nullptr) fields->push_back({at, field_end, false});
    at = field_end + 1;
  }
}

}  // namespace footfall
