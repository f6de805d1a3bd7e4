#include "app/error_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "model/core/digit.h"
#include "model/core/letter_case.h"
#include "model/core/utf8.h"
#include "model/export/links.h"
#include "model/export/output_file.h"
#include "model/export/replacement.h"
#include "model/sql/connection_settings.h"

namespace footfall {
namespace {

constexpr std::size_t kLongestQuote = 160;

// Bytes of a character that shows nothing, or turns the text around it; 0 where it is none.
std::size_t invisible_size(std::string_view text, std::uint32_t& code) {
  const std::size_t size = utf8_character_size(text);
  if (size < 2) return 0;
  code = static_cast<unsigned char>(text[0]) & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i)
    code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
  const auto within = [&](std::uint32_t first, std::uint32_t last) {
    return code >= first && code <= last;
  };
  const bool invisible = within(0x80, 0xA0) || code == 0xAD || within(0x2000, 0x200F) ||
                         within(0x2028, 0x202F) || within(0x205F, 0x206F) || code == 0x3000 ||
                         code == 0xFEFF;
  return invisible ? size : 0;
}

}  // namespace

std::string quoted_for_message(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    if (out.size() > kLongestQuote) {
      out += "...";
      break;
    }
    std::uint32_t code = 0;
    const auto byte = static_cast<unsigned char>(text[0]);
    std::size_t size = invisible_size(text, code);
    if (size > 0) {
      out += fmt::format("\\u{:04x}", code);
    } else {
      // A UTF-8 character is not cut in two.
      size = std::max<std::size_t>(1, utf8_character_size(text));
      if (byte < 0x20 || byte == 0x7F)
        out += fmt::format("\\x{:02x}", byte);
      else
        out += text.substr(0, size);
    }
    text.remove_prefix(size);
  }
  return out + '"';
}

std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out + '\'';
}

std::string shell_word(std::string_view text) {
  const bool plain = std::ranges::all_of(text, [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("_-+=:,./@%^").find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  return plain && !text.empty() ? std::string(text) : shell_quoted(text);
}

namespace {

// A zone that a word may stand for: what is proposed must not be another one.
struct ZoneWord {
  std::string_view front;
  std::string_view zone;
};
constexpr ZoneWord kZoneWords[] = {
    {"Eastern", "America/New_York"},     {"EST", "America/New_York"},
    {"EDT", "America/New_York"},         {"Central Time", "America/Chicago"},
    {"CDT", "America/Chicago"},          {"Mountain", "America/Denver"},
    {"MDT", "America/Denver"},           {"Pacific", "America/Los_Angeles"},
    {"PST", "America/Los_Angeles"},      {"PDT", "America/Los_Angeles"},
    {"Central Europe", "Europe/Berlin"}, {"CET", "Europe/Berlin"},
    {"CEST", "Europe/Berlin"},           {"MEZ", "Europe/Berlin"},
    {"MESZ", "Europe/Berlin"},           {"JST", "Asia/Tokyo"}};

std::string zone_example(std::string_view word) {
  for (const ZoneWord& known : kZoneWords) {
    const std::string_view front = word.substr(0, known.front.size());
    const bool ends = word.size() == front.size() || word[front.size()] == ' ' ||
                      known.front.find(' ') != std::string_view::npos;
    if (ends && equal_in_any_case(front, known.front))
      return fmt::format("ZONE, for example {}", known.zone);
  }
  return "AREA/CITY";
}

std::string sentence(const Error& error) {
  const std::string where = error.where == "-" ? "standard input"
                            : error.where == kStandardOutput
                                ? error.where
                                : quoted_for_message(without_user_info(error.where));
  const std::string found = quoted_for_message(error.found);
  // System and decoder texts are words, not quotations.
  const std::string reason = found.substr(1, found.size() - 2);
  const std::string& expected = error.expected;
  const std::string concerning = error.where.empty() ? std::string() : " for " + where;
  switch (error.kind) {
    case ErrorKind::not_found:
      return fmt::format("cannot open {}: there is no such file; check the name and the folder",
                         where);
    case ErrorKind::is_directory:
      return fmt::format("cannot use {}: it is a folder; give the name of a file", where);
    case ErrorKind::no_permission:
      if (const std::string link = untrusted_link(error); !link.empty())
        return fmt::format(
            "cannot write {}: {} is a link in a folder that others may write; name the file itself "
            "or choose another place",
            where, quoted_for_message(link));
      return fmt::format(
          "cannot open {}: permission denied; ask its owner for access or choose another place",
          where);
    case ErrorKind::read_failed:
      return fmt::format("cannot read {}: {}; check the disk or the connection and try again",
                         where, reason);
    case ErrorKind::write_failed:
      if (const std::string files = stayed_new(error); !files.empty())
        return fmt::format(
            "cannot write {}: {}; these are new already and could not be put back (in brackets: "
            "where the old file is): {}",
            where, reason, quoted_for_message(files));
      return fmt::format("cannot write {}: {}; choose another place", where, reason);
    case ErrorKind::disk_full:
      return fmt::format(
          "cannot write {}: the disk is full; free some space or choose another place", where);
    case ErrorKind::broken_pipe:
      return fmt::format("cannot write {}: the reader is gone", where);
    // A role is named ROLE, since its column may bear another name.
    case ErrorKind::missing_column:
      return fmt::format(
          "{} has no column {}; its columns are {}; name the right one with --map ROLE=COLUMN",
          where, quoted_for_message(expected), found);
    case ErrorKind::missing_roles:
      return fmt::format("{} lacks {}; it has {}{}; name what stands for them with --map {}{}",
                         where, expected, found,
                         error.column.empty() ? std::string()
                                              : fmt::format(", of which {} holds {}",
                                                            quoted_for_message(error.column),
                                                            quoted_for_message(error.other)),
                         shell_quoted(error.remedy),
                         error.scale.empty() ? std::string() : " --scale " + error.scale);
    case ErrorKind::no_header:
      return fmt::format(
          "{} seems to have no header, for its first line is {}; say where {} stand, by number: "
          "--has-header no --map ROLE=N,...",
          where, found, expected);
    case ErrorKind::one_column:
      return fmt::format(
          "{} has one column, {}, and none for {}; name what separates its columns with "
          "--delimiter, or its format with --input-format",
          where, found, expected);
    case ErrorKind::other_header:
      return fmt::format(
          "{} has another header than the plan: {} in place of {}; make a plan of its own with "
          "footfall-cli inspect --save, or leave --plan out",
          where, found, quoted_for_message(expected));
    case ErrorKind::bad_log_format:
      return fmt::format(
          "{}, line {}: {} is no way to describe a format of access logs; correct the file or move "
          "it out of its folder",
          where, error.line, found);
    case ErrorKind::bad_plan:
      return fmt::format("--plan: {} is no plan ({}); make one with footfall-cli inspect --save",
                         where, reason);
    case ErrorKind::missing_key:
      return fmt::format(
          "no row of {} has the key {}; its keys are {}; name the right one with --map ROLE=KEY",
          where, quoted_for_message(expected), found);
    case ErrorKind::doubled_column:
      return fmt::format(
          "{} has the column {} more than once; its columns are {}; choose one by its number with "
          "--map ROLE=N",
          where, quoted_for_message(expected), found);
    case ErrorKind::unknown_format:
      return fmt::format(
          "cannot tell the format of {}, which begins with {}; name it with --input-format", where,
          found);
    case ErrorKind::binary_input:
      return fmt::format(
          "{} is not text ({}); give a CSV, NDJSON or access-log file, or name its encoding with "
          "--encoding",
          where, reason);
    case ErrorKind::bad_encoding:
      return fmt::format(
          "--encoding: unknown encoding {}; use a name such as UTF-8, UTF-16LE, ISO-8859-1 or "
          "windows-1252",
          found);
    case ErrorKind::damaged_compression:
      return fmt::format(
          "cannot unpack {}: {}{}; the file is damaged or cut short, fetch it again", where, reason,
          expected.empty() ? std::string()
          : error.found.find("check") != std::string::npos
              ? fmt::format("; {} bytes came out, and not all are what was packed", expected)
              : fmt::format("; {} bytes came out sound before that", expected));
    case ErrorKind::unreadable_kind:
      return fmt::format("cannot read {}: it is {}; {}", where, reason, expected);
    case ErrorKind::json_lists:
      return fmt::format(
          "cannot read {}: it is JSON whose records are lists{}, not objects with names; make a "
          "table of them, for example with jq -r {}, and give that",
          where, error.found.empty() ? std::string() : " in " + quoted_for_message(error.found),
          shell_quoted(expected));
    case ErrorKind::nothing_feeds:
      return error.found.empty()
                 ? fmt::format("{} holds no file; give one that holds events", where)
                 : fmt::format(
                       "nothing in {} feeds the report: {}; footfall-cli inspect shows what each "
                       "holds and lacks",
                       where, found);
    case ErrorKind::broken_json:
      return fmt::format(
          "the JSON of {} is broken at byte {}, before {}: a bracket there has no partner, or text "
          "follows its end; repair it there, or fetch it again",
          where, reason, quoted_for_message(expected));
    case ErrorKind::cut_json:
      return fmt::format(
          "the JSON of {} is cut short: it ends at byte {} in the middle of {}; fetch it again, or "
          "close its brackets",
          where, expected,
          error.found.empty() ? "an array or object"
                              : fmt::format("what begins at byte {}", error.found));
    case ErrorKind::large_window:
      return fmt::format(
          "cannot unpack {}: it was packed with a window of more than 128 MiB; unpack it with "
          "zstd -d --long=31 and give the file that comes out",
          where);
    case ErrorKind::bad_option:
      return fmt::format("{}: {} does not fit{}{}", error.where, found,
                         expected.empty() ? "" : "; use ", expected);
    case ErrorKind::unknown_zone:
      return fmt::format("{}: unknown time zone {}; use an IANA name such as UTC or Europe/Berlin",
                         error.where, found);
    case ErrorKind::input_changed:
      return fmt::format("{} changed while it was read ({}); try again when it is complete", where,
                         error.found == error.expected
                             ? "it was written to"
                             : fmt::format("it had {} bytes and has {} now", expected, reason));
    case ErrorKind::cleaned_whole:
      return "conditions that only a reading can answer do not hold beside a cleaning of logs; "
             "leave "
             "one of the two out";
    case ErrorKind::unsupported:
      return fmt::format("{}: {} is not supported{}{}", error.where, found,
                         expected.empty() ? "" : "; use ", expected);
    case ErrorKind::both_date_orders:
      return fmt::format(
          "{} writes days before months in line {}, {}, and months before days in line {}, {} "
          "({}); say which with --date-order dmy or --date-order mdy, and the others are rejected",
          where, error.line, found, error.other_line, quoted_for_message(error.other),
          error.column);
    case ErrorKind::open_date_order:
      return fmt::format(
          "{}, line {}: {} may be {} or {}, and nothing in {} tells which; say it with "
          "--date-order "
          "dmy (the day first) or --date-order mdy (the month first)",
          where, error.line, found, expected, error.other, error.column);
    case ErrorKind::odd_digits:
      return fmt::format(
          "{}, line {}: {} in {} is no time among digits such as {}; dates of eight or fourteen "
          "digits are read where all are possible (YYYYMMDD, YYYYMMDDHHMMSS); correct the file or "
          "name another column with --map {}=COLUMN",
          where, error.line, found, error.column,
          quoted_for_message(error.other.empty() ? "20250106" : error.other), error.column);
    case ErrorKind::day_numbers:
      return fmt::format(
          "{}, line {}: {} in {} looks like a day number of a spreadsheet, as all of its values "
          "do; read them so with --time-form excel",
          where, error.line, found, error.column);
    case ErrorKind::zone_abbreviation:
      return fmt::format(
          "{}, line {}: {} beside the times of {} means no one time zone; say where the clock "
          "stood with --source-zone {}",
          where, error.line, found, error.column, zone_example(error.found));
    case ErrorKind::contradicted_guess:
      return fmt::format(
          "{}, line {}: {} in {} does not fit how the column was read, which the values before "
          "left "
          "open; {} reads it the other way, {} keeps to it and rejects such values",
          where, error.line, found, error.column, expected, error.other);
    case ErrorKind::out_of_memory:
      return fmt::format(
          "not enough memory{}; use fewer --threads or a narrower filter, or give it more memory",
          concerning);
    case ErrorKind::failed_stream:
      return fmt::format("{}: its rows did not come to their end; try again", where);
    case ErrorKind::no_threads:
      return fmt::format(
          "cannot make a thread{}: {}; end other programs, or raise the limits (ulimit -u, -v)",
          concerning, reason);
    case ErrorKind::system_failure:
      return fmt::format("cannot go on{}: {}; try again, and report it where it stays", concerning,
                         reason);
  }
  return fmt::format("{}: failed", where);
}

}  // namespace

std::string error_text(const Error& error) {
  std::string text = sentence(error);
  if (error.tried.empty()) return text;
  text +=
      "; where it is a log, say what its lines look like with --log-format, in the server's "
      "notation, for no known format reads it";
  if (error.line > 0)
    text +=
        fmt::format(": {} came furthest, to byte {} of line {}, where {} was looked for",
                    error.column, error.other_line, error.line, quoted_for_message(error.other));
  return text + fmt::format(" (tried: {})", error.tried);
}

}  // namespace footfall
