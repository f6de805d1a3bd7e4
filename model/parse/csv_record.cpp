#include "model/parse/csv_record.h"

#include <algorithm>
#include <cstring>

#include "model/parse/find_byte.h"

namespace footfall {
namespace {

std::size_t find_byte(std::string_view text, char wanted, std::size_t from, std::size_t to) {
  if (from >= to) return kNotFound;
  const void* const at = std::memchr(text.data() + from, wanted, to - from);
  return at == nullptr ? kNotFound
                       : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

CsvRecordScan skip_long_record(std::string_view text, std::size_t begin,
                               const CsvDialect& dialect) {
  const std::size_t content_end = begin + dialect.record_limit;
  const std::size_t line_end = find_byte(text, '\n', content_end, text.size());
  return {CsvScan::too_long, content_end, line_end == kNotFound ? text.size() : line_end + 1};
}

// Rejects the first physical line; a line over the limit is too long, whatever else is wrong with
// it.
CsvRecordScan skip_first_line(std::string_view text, std::size_t begin, bool at_end, CsvScan status,
                              const CsvDialect& dialect) {
  const std::size_t line_end = find_byte(text, '\n', begin, text.size());
  if (line_end == kNotFound && !at_end && text.size() - begin <= dialect.record_limit + 3)
    return {CsvScan::need_more, begin, begin};
  const std::size_t content_end =
      line_end == kNotFound ? text.size()
                            : line_end - carriage_returns(text.substr(begin, line_end - begin));
  if (content_end - begin > dialect.record_limit) return skip_long_record(text, begin, dialect);
  return {status, content_end, line_end == kNotFound ? text.size() : line_end + 1};
}

}  // namespace

char* unescape_quotes(std::string_view raw, const CsvDialect& dialect, char* out) {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const bool next = i + 1 < raw.size();
    const bool escape = dialect.backslash && raw[i] == '\\' && next &&
                        (raw[i + 1] == dialect.quote || raw[i + 1] == '\\');
    // The first of a pair of quotes, or the backslash in front of one.
    if (escape || (raw[i] == dialect.quote && next && raw[i + 1] == dialect.quote)) ++i;
    *out++ = raw[i];
  }
  return out;
}

CsvRecordScan scan_csv_record(std::string_view whole, std::size_t begin, bool at_end,
                              const CsvDialect& dialect, std::vector<CsvSpan>* fields) {
  if (fields != nullptr) fields->clear();
  // A record that fits the limit ends, line end included, within this window.
  const bool window_cuts = whole.size() - begin > dialect.record_limit + 3;
  const std::string_view text =
      window_cuts ? whole.substr(0, begin + dialect.record_limit + 3) : whole;
  const bool final = at_end && !window_cuts;
  const auto out_of_text = [&]() -> CsvRecordScan {
    if (window_cuts) return skip_long_record(whole, begin, dialect);
    return {CsvScan::need_more, begin, begin};
  };
  const auto complete = [&](std::size_t content_end, std::size_t next) -> CsvRecordScan {
    if (content_end - begin > dialect.record_limit) return skip_long_record(whole, begin, dialect);
    return {CsvScan::complete, content_end, next};
  };

  const auto is_blank = [&](std::size_t i) {
    return i < text.size() && text[i] != dialect.delimiter && (text[i] == ' ' || text[i] == '\t');
  };
  std::size_t at = begin;
  for (;;) {
    std::size_t field_end = 0;
    std::size_t open = at;
    while (is_blank(open)) ++open;
    if (open < text.size() && text[open] == dialect.quote) {
      const std::size_t reach = std::min(text.size(), open + dialect.quoted_limit + 1);
      bool escaped = false;
      std::size_t close = open + 1;
      for (;; close += 2) {
        const std::size_t from = close;
        close = find_byte(text, dialect.quote, from, reach);
        if (dialect.backslash) {
          const std::size_t slash = find_byte(text, '\\', from, close == kNotFound ? reach : close);
          if (slash != kNotFound) {
            escaped = true;
            close = slash;  // it and what follows are passed over
            continue;
          }
        }
        if (close == kNotFound || close >= reach) {
          if (reach == open + dialect.quoted_limit + 1 || final)
            return skip_first_line(whole, begin, at_end, CsvScan::unclosed_quote, dialect);
          return out_of_text();
        }
        if (close + 1 == text.size() && !final) return out_of_text();
        if (close + 1 == text.size() || text[close + 1] != dialect.quote) break;
        escaped = true;
      }
      if (fields != nullptr) fields->push_back({open + 1, close, escaped});
      field_end = close + 1;
      while (is_blank(field_end)) ++field_end;
      if (field_end == text.size()) {
        if (!final) return out_of_text();
        return complete(field_end, field_end);
      }
      std::size_t line_end = field_end;
      while (line_end < text.size() && line_end < field_end + 2 && text[line_end] == '\r')
        ++line_end;
      if (line_end == text.size() && !final) return out_of_text();
      if (line_end < text.size() && text[line_end] == '\n')
        return complete(field_end, line_end + 1);
      if (text[field_end] != dialect.delimiter)
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
      const std::size_t content_end = field_end - carriage_returns(text.substr(at, field_end - at));
      if (fields != nullptr) fields->push_back({at, content_end, false});
      return complete(content_end, field_end + 1);
    }
    if (fields != nullptr) fields->push_back({at, field_end, false});
    at = field_end + 1;
  }
}

}  // namespace footfall
