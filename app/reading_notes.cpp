#include "app/reading_notes.h"

#include <fmt/format.h>

#include <cstdint>
#include <set>

#include "app/error_text.h"
#include "model/core/time_forms.h"
#include "model/parse/role_synonyms.h"
#include "model/report/reading_warnings.h"

namespace footfall {
namespace {

constexpr std::size_t kMostLeftOut = 50;  // named one by one

std::string_view parts_called(std::string_view scale) {
  return scale == kHundredths ? "hundredths" : "millionths";
}

// What a column's name says of the unit of its figures.
std::string if_in_parts(const std::string& role, std::string_view column) {
  const std::string_view scale = scale_of_name(column);
  if (scale.empty()) return {};
  return fmt::format(" and, if it holds {}, --scale {}={}", parts_called(scale), role, scale);
}

bool is_compact_date(std::string_view digits) {
  std::int64_t seconds = 0;
  return read_time_digits(digits, seconds);
}

std::string sentence(const ReadingNote& note) {
  const std::string column = quoted_for_message(note.column);
  switch (note.kind) {
    case ReadingNoteKind::synonym:
      return fmt::format("{} is read from {}", note.role, column);
    case ReadingNoteKind::misfit:
      return fmt::format("{} is not read from {}, which holds {}", note.role, column,
                         quoted_for_message(note.value));
    case ReadingNoteKind::quantity_beside:
      return fmt::format(
          "{} is read from {}, and a quantity stands in {}: it may be the price of one piece; "
          "name another column with --map",
          note.role, column, quoted_for_message(note.value));
    case ReadingNoteKind::zone_beside:
      return fmt::format(
          "the times of {} have no offset, and the time zone that stands in {} is not followed; "
          "--map {} follows it",
          note.role, column, shell_quoted(note.role + '=' + note.value));
    case ReadingNoteKind::currencies:
      return fmt::format(
          "{} holds several currencies ({}), and {} is added up as if they were one; make a file "
          "of each, and a report of each file",
          column, note.value, note.role);
    case ReadingNoteKind::encoding:
      return fmt::format("it is no UTF-8 and is read as {0}; name another with --encoding",
                         note.value);
    case ReadingNoteKind::invalid_bytes:
      return fmt::format(
          "{} of its first records hold bytes that are no UTF-8, which are kept; name its encoding "
          "with --encoding",
          note.value);
    case ReadingNoteKind::dates_alone:
      return fmt::format("{} holds dates without a clock, such as {}: each is its day's 00:00",
                         note.role, quoted_for_message(note.value));
    case ReadingNoteKind::far_times: {
      const bool compact = (note.value.size() == 10 || note.value.size() == 12) &&
                           is_compact_date(note.value.substr(0, 8));
      return fmt::format(
          "{0} is {1}, which is read as {2} by its number of digits{3}; where that is not meant, "
          "name another column with --map {0}=COLUMN, or write times as 2025-01-06T10:58:58Z",
          note.role, quoted_for_message(note.value), note.column,
          compact ? ", for a date and hour without marks is no form of times" : "");
    }
    case ReadingNoteKind::day_by_dots:
      return fmt::format(
          "{} is read with the day first, as dots mean ({}); --date-order mdy reads it otherwise",
          note.role, quoted_for_message(note.value));
    case ReadingNoteKind::days_unread:
      return fmt::format("{} is not read, since what {} means is open; {} says it", note.role,
                         quoted_for_message(note.value),
                         note.value.find_first_not_of("0123456789.") == std::string::npos &&
                                 std::ranges::count(note.value, '.') < 2
                             ? "--time-form excel"
                             : "--date-order dmy or --date-order mdy");
    case ReadingNoteKind::decimal_comma:
      return fmt::format("numbers have a decimal comma, as {} in {} shows",
                         quoted_for_message(note.value), note.role);
    case ReadingNoteKind::open_mark:
      return fmt::format(
          "{} in {} may have a decimal point or comma, and nothing tells which; a point was taken, "
          "and --decimal , reads it otherwise",
          quoted_for_message(note.value), note.role);
    case ReadingNoteKind::no_figure: {
      const std::string where =
          note.column.empty() ? "no column gives it" : "none of its first records has " + column;
      const std::string counts = note.role == "status" ? "requests without status count as other"
                                 : note.role == "page_url"
                                     ? "requests without page_url are of no page"
                                     : note.role + " counts as 0 where it is missing";
      return fmt::format("{}, and {}; name its column with --map {}{}", counts, where,
                         shell_word(note.role + '=' + note.value),
                         if_in_parts(note.role, note.value));
    }
    case ReadingNoteKind::scale_meant:
      return fmt::format(
          "{0} is read from {1} as it stands there; where that holds {2}, --scale {0}={3} makes "
          "whole units of them",
          note.role, column, parts_called(note.value), note.value);
    case ReadingNoteKind::status_beside:
      return fmt::format("a status stands in {} beside {}: rows that failed count like the others",
                         quoted_for_message(note.value), column);
    case ReadingNoteKind::forwarded_client:
      return fmt::format(
          "connections come from proxies alone, so forwarded addresses such as {} are the "
          "visitors; "
          "--client connection takes the others",
          quoted_for_message(note.value));
    case ReadingNoteKind::connected_client:
      return fmt::format(
          "the addresses of connections are the visitors, though others such as {} are forwarded; "
          "--client forwarded takes those",
          quoted_for_message(note.value));
    case ReadingNoteKind::client_beside:
      return fmt::format(
          "all visitors are private addresses, such as {}, and {} stands in a place that its "
          "format passes over: if that is the client's, say so with --log-format, in the server's "
          "own notation",
          column, quoted_for_message(note.value));
    case ReadingNoteKind::clients_shared:
      return fmt::format(
          "its visitors are few addresses, such as {}, while others such as {} stand in a place "
          "that its format passes over: if those are the clients', say so with --log-format, in "
          "the server's own notation",
          column, quoted_for_message(note.value));
    case ReadingNoteKind::line_prefixes:
      return fmt::format("what {} puts in front of the lines is cut", note.value);
    case ReadingNoteKind::wrapped_lines:
      return fmt::format("the lines that stand in {} are read, as {}", column, note.value);
    case ReadingNoteKind::nothing_left_out:
      return fmt::format("--leave-out {} leaves nothing out, for its first lines have no {}",
                         note.value, note.column);
    case ReadingNoteKind::not_cleaned:
      return fmt::format("{} does nothing, for this is no access log", note.value);
  }
  return {};
}

}  // namespace

std::string reading_note_lines(const LoadReport& load) {
  std::string lines;
  std::set<std::string> said;
  for (const SourceCounts& source : load.sources)
    for (const ReadingNote& note : source.notes) {
      const std::string text = sentence(note);
      if (!said.insert(text).second) continue;
      const std::string where =
          source.path == "-" ? "standard input" : quoted_for_message(source.path);
      lines += fmt::format("{}: {}: {}\n", warns(note.kind) ? "warning" : "note", where, text);
    }
  return lines;
}

std::string left_out_lines(const LoadReport& load) {
  std::string lines;
  for (std::size_t i = 0; i < load.left_out.size(); ++i) {
    if (i == kMostLeftOut) {
      lines += fmt::format("warning: {} more were left out; --stats names them all\n",
                           load.left_out.size() - i);
      break;
    }
    lines +=
        fmt::format("warning: {}: left out, for it feeds no row: {}\n",
                    quoted_for_message(load.left_out[i].path), error_text(load.left_out[i].why));
  }
  return lines;
}

}  // namespace footfall
