#include "ui/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <limits>

#include "model/pipeline/detection.h"

#include "model/export/links.h"
#include "model/export/replacement.h"
#include "ui/connect/query_words.h"
#include "ui/frame/field_words.h"
#include "ui/style/plain_text.h"
#include "ui/window_pages.h"

namespace footfall {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(footfall::Words)
};

QString lacking_words(const Error& error) {
  if (error.found.empty()) return {};
  const QString header = Words::tr("Its header is: %1").arg(visible_text(error.found));
  return error.column.empty() ? header
                              : header + ' ' +
                                    Words::tr("“%1” holds “%2”.")
                                        .arg(visible_text(error.column), visible_text(error.other));
}

ErrorWords words_of_kind(const Error& error) {
  const QString where = visible_text(error.where);
  const QString found = visible_text(error.found);
  const QString expected = visible_text(error.expected);
  switch (error.kind) {
    case ErrorKind::not_found:
      return {Words::tr("The file is not there."), where,
              Words::tr("Was it moved or renamed? Open it at its new place.")};
    case ErrorKind::is_directory:
      return {Words::tr("This is a folder."), where, Words::tr("Open the files in it.")};
    case ErrorKind::no_permission:
      if (const std::string link = untrusted_link(error); !link.empty())
        return {Words::tr("%1 is a link in a folder that others may write.").arg(to_text(link)),
                where, Words::tr("Choose the file itself or another folder.")};
      return {Words::tr("You are not allowed to open it."), where,
              Words::tr("Change its permissions, then reload.")};
    case ErrorKind::read_failed:
      return {Words::tr("Reading failed: %1.").arg(found), where,
              Words::tr("Check the disk or the network, then reload.")};
    case ErrorKind::write_failed:
      if (const std::string files = stayed_new(error); !files.empty())
        return {
            Words::tr("Writing failed: %1.").arg(found), where,
            Words::tr("These files are new already and could not be put back (in brackets: where "
                      "the old one is): %1")
                .arg(to_text(files))};
      return {Words::tr("Writing failed: %1.").arg(found), where,
              Words::tr("Choose another folder.")};
    case ErrorKind::disk_full:
      return {Words::tr("The disk is full."), where,
              Words::tr("Free some space or choose another folder.")};
    case ErrorKind::broken_pipe:
      return {Words::tr("The receiver closed the connection."), where, {}};
    case ErrorKind::missing_column: {
      const std::optional<ReportKind> kind = report_that_needs(error.expected);
      return {kind ? Words::tr("%1 needs the column “%2”, which is missing.")
                         .arg(page_name(*kind), expected)
                   : Words::tr("The column “%1” is missing.").arg(expected),
              where, found.isEmpty() ? QString() : Words::tr("Its header is: %1").arg(found)};
    }
    case ErrorKind::missing_roles: {
      const std::size_t comma = error.expected.find(',');
      const std::optional<ReportKind> kind = report_that_needs(error.expected.substr(0, comma));
      const QString page = kind ? page_name(*kind) : QString();
      return {comma == std::string::npos
                  ? Words::tr("%1 needs the column “%2”, which is missing.").arg(page, expected)
                  : Words::tr("%1 needs the columns %2, which are missing.").arg(page, expected),
              where, lacking_words(error)};
    }
    case ErrorKind::no_header:
      return {Words::tr("It seems to have no header."), where,
              Words::tr("Its first line is: %1").arg(found)};
    case ErrorKind::one_column:
      return {Words::tr("It has one column, and none for %1.").arg(expected), where,
              Words::tr("Its header is: %1").arg(found)};
    case ErrorKind::other_header:
      return {Words::tr("It has another header than its plan."), where,
              Words::tr("Its header is: %1").arg(found)};
    case ErrorKind::bad_log_format:
      return {Words::tr("This description of an access log format cannot be read."), where,
              Words::tr("Line %1 holds: %2").arg(error.line).arg(found)};
    case ErrorKind::bad_plan:
      return {Words::tr("The plan cannot be read."), where, found};
    case ErrorKind::missing_key:
      return {Words::tr("No row has the key “%1”.").arg(expected), where,
              found.isEmpty() ? QString() : Words::tr("Its keys are: %1").arg(found)};
    case ErrorKind::doubled_column:
      return {Words::tr("The column “%1” is there twice.").arg(expected), where,
              Words::tr("Rename one of the two, then reload.")};
    case ErrorKind::unknown_format:
      return {Words::tr("No report can be made from it."), where,
              found.isEmpty() ? Words::tr("See the user guide for the columns that are needed.")
                              : Words::tr("It begins with: %1").arg(found)};
    case ErrorKind::binary_input:
      return {Words::tr("This is a binary file (%1).").arg(found), where,
              Words::tr("Open tables, JSON or access logs, plain or packed.")};
    case ErrorKind::bad_encoding:
      return {Words::tr("The encoding %1 is unknown or does not fit.").arg(found), where,
              Words::tr("Save the file as UTF-8.")};
    case ErrorKind::damaged_compression:
      return {Words::tr("The compressed file is damaged: %1.").arg(found), where,
              Words::tr("Fetch or make it again, then reload.")};
    case ErrorKind::unreadable_kind:
      return {Words::tr("It holds no rows that can be read: it is %1.").arg(found), where,
              Words::tr("What helps: %1.").arg(expected)};
    case ErrorKind::json_lists:
      return {found.isEmpty()
                  ? Words::tr("It is JSON whose records are lists, not objects with names.")
                  : Words::tr("It is JSON whose records are lists in “%1”, not objects with names.")
                        .arg(found),
              where, Words::tr("Make a table of them, for example with jq -r '%1'.").arg(expected)};
    case ErrorKind::nothing_feeds:
      return {found.isEmpty() ? Words::tr("There is no file in it.")
                              : Words::tr("Nothing in it feeds a report: %1").arg(found),
              where, Words::tr("See the user guide for the columns that are needed.")};
    case ErrorKind::broken_json:
      return {
          Words::tr("Its JSON is broken at byte %1, before “%2”.").arg(found, expected), where,
          Words::tr("A bracket there has no partner, or text follows the end. Repair it there, or "
                    "fetch the file again.")};
    case ErrorKind::cut_json:
      return {
          Words::tr("Its JSON is cut short: it ends at byte %1 with brackets open.").arg(expected),
          where, Words::tr("Fetch the file again, then reload.")};
    case ErrorKind::large_window:
      return {Words::tr("It was packed with a window of more than 128 MB."), where,
              Words::tr("Unpack it with zstd -d --long=31 and open the file that comes out.")};
    case ErrorKind::bad_option:
      if (error.where == "--log-format")
        return {
            Words::tr("“%1” is no log format that is known here.").arg(found),
            {},
            Words::tr("Choose one of the list, or write it as Apache's or nginx's configuration "
                      "does; it needs the client, the time and the request.")};
      if (error.where == "--client")
        return {Words::tr("The lines of this log have no forwarded addresses."),
                {},
                Words::tr("Choose the addresses of the connections, or another log format.")};
      return {Words::tr("“%1” does not fit.").arg(found), where,
              expected.isEmpty() ? QString() : Words::tr("Expected: %1").arg(expected)};
    case ErrorKind::unknown_zone:
      return {Words::tr("The time zone %1 is unknown.").arg(found), where,
              Words::tr("Choose one such as Europe/Berlin.")};
    case ErrorKind::input_changed:
      return {Words::tr("The file changed while it was read."), where,
              Words::tr("Reload it once it is complete.")};
    case ErrorKind::cleaned_whole:
      return {Words::tr("Conditions on customers, users, event types or currencies do not hold "
                        "beside a cleaning of logs, where one set of files has both."),
              {},
              Words::tr("Take one of the two out of the filter.")};
    case ErrorKind::unsupported:
      return {Words::tr("This cannot be opened here: %1.").arg(found), where,
              Words::tr("Save it as a plain file, or use footfall-cli.")};
    case ErrorKind::both_date_orders:
      return {Words::tr("It writes dates in two ways: %1 in line %2, %3 in line %4.")
                  .arg(found)
                  .arg(error.line)
                  .arg(visible_text(error.other))
                  .arg(error.other_line),
              where, Words::tr("Correct one of the two, then reload.")};
    case ErrorKind::open_date_order:
      return {Words::tr("%1 in line %2 may be %3 or %4, and no other date tells which.")
                  .arg(found)
                  .arg(error.line)
                  .arg(expected, visible_text(error.other)),
              where, Words::tr("Save it with dates such as 2025-01-06, then reload.")};
    case ErrorKind::odd_digits:
      return {Words::tr("%1 in line %2 is no date such as 20250106.").arg(found).arg(error.line),
              where, Words::tr("Correct it, then reload.")};
    case ErrorKind::day_numbers:
      return {Words::tr("The times are day numbers of a spreadsheet: %1 in line %2.")
                  .arg(found)
                  .arg(error.line),
              where, Words::tr("Save it with dates such as 2025-01-06 10:58, then reload.")};
    case ErrorKind::zone_abbreviation:
      return {Words::tr("%1 in line %2 means no one time zone.").arg(found).arg(error.line), where,
              Words::tr("Choose the zone of its times, then reload.")};
    case ErrorKind::contradicted_guess:
      return {Words::tr("%1 in line %2 does not fit how the column “%3” was read.")
                  .arg(found)
                  .arg(error.line)
                  .arg(visible_text(error.column)),
              where, Words::tr("Read it with footfall-cli and %1.").arg(expected)};
    case ErrorKind::out_of_memory:
      return {Words::tr("There is not enough memory for it."), where,
              Words::tr("Close other files or programs, then try again.")};
    case ErrorKind::failed_stream:
      return {Words::tr("Its rows did not come to their end."), where, Words::tr("Try again.")};
    case ErrorKind::no_threads:
      return {Words::tr("The system gives no further thread: %1.").arg(found), where,
              Words::tr("Close other programs, then try again.")};
    case ErrorKind::system_failure:
      return {Words::tr("This failed: %1.").arg(found), where, Words::tr("Try again.")};
  }
  return {};
}

}  // namespace

ErrorWords error_words(const Error& error) {
  ErrorWords words = words_of_kind(error);
  if (error.tried.empty()) return words;
  const auto formats =
      static_cast<std::uint64_t>(std::count(error.tried.begin(), error.tried.end(), ',')) + 1;
  QStringList advice;
  advice << Words::tr("None of the %1 known formats of access logs reads it either.", nullptr,
                      plural(formats))
                .arg(whole_number(formats));
  if (error.line > 0)
    advice << Words::tr("%1 came furthest, to byte %2 of line %3, where “%4” was looked for.")
                  .arg(visible_text(error.column), whole_number(error.other_line),
                       whole_number(error.line), visible_text(error.other));
  advice << Words::tr(
      "Where it is a log, say what its lines look like: in its reading plan, under "
      "Log format.");
  // What stands in front may be a line of the file.
  if (!words.advice.isEmpty()) words.advice += '\n';
  words.advice += advice.join(' ');
  return words;
}

QString error_sentence(const Error& error) { return words_sentence(error_words(error)); }

ErrorWords failure_words(const Source& source) {
  if (source.sql_error) return sql_error_words(*source.sql_error);
  return source.error ? error_words(*source.error) : ErrorWords();
}

QString words_sentence(const ErrorWords& words) {
  QString line = words.where.isEmpty() ? words.what : words.where + ": " + words.what;
  if (!words.advice.isEmpty()) line += " " + words.advice;
  return line;
}

QString page_title(WindowPage page) { return Words::tr(kWindowPageTable[page].title); }

QString page_name(ReportKind kind) { return page_title(page_of(kind)); }

QString reason_words(RejectReason reason) {
  switch (reason) {
    case RejectReason::malformed_row:
      return Words::tr("malformed row");
    case RejectReason::unclosed_quote:
      return Words::tr("unclosed quote");
    case RejectReason::too_many_fields:
      return Words::tr("too many fields");
    case RejectReason::record_too_long:
      return Words::tr("record too long");
    case RejectReason::wrong_type:
      return Words::tr("wrong type");
    case RejectReason::missing_value:
      return Words::tr("missing value");
    case RejectReason::bad_timestamp:
      return Words::tr("bad timestamp");
    case RejectReason::bad_number:
      return Words::tr("bad number");
    case RejectReason::negative_number:
      return Words::tr("negative number");
    case RejectReason::out_of_range:
      return Words::tr("out of range");
    case RejectReason::no_request_target:
      return Words::tr("no request target");
  }
  return {};
}

QString ignored_words(const std::vector<std::string_view>& filters) {
  QStringList words;
  for (const std::string_view name : filters) {
    const auto field =
        std::find_if(kConditionFieldTable.begin(), kConditionFieldTable.end(),
                     [&](const ConditionFieldFacts& facts) { return facts.name == name; });
    words << (field == kConditionFieldTable.end() ? Words::tr("time")
                                                  : Words::tr(field_words(field->field).word));
  }
  words.removeDuplicates();
  return words.join(", ");
}

int plural(std::uint64_t value) {
  return static_cast<int>(std::min<std::uint64_t>(value, std::numeric_limits<int>::max()));
}

QString whole_number(std::uint64_t value) {
  return QLocale().toString(static_cast<qulonglong>(value));
}

QString short_count(std::uint64_t value) {
  if (value < 10'000) return whole_number(value);
  constexpr const char* units[] = {" k", " M", " G", " T"};
  double scaled = static_cast<double>(value) / 1000;
  std::size_t unit = 0;
  while (scaled >= 999.5 && unit + 1 < std::size(units)) {
    scaled /= 1000;
    ++unit;
  }
  const int decimals = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0;
  return QLocale().toString(scaled, 'f', decimals) + units[unit];
}

QString duration_words(double seconds) {
  if (seconds < 1) return Words::tr("less than a second");
  const auto whole = static_cast<long long>(std::ceil(seconds));
  if (whole < 60) return Words::tr("%1 s").arg(whole);
  if (whole < 3600) return Words::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
  return Words::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString rejection_words(const LoadReport& load) {
  const auto& counts = load.rows.rejected_by_reason;
  const auto most =
      static_cast<RejectReason>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  const QString reason = reason_words(most);
  const auto first = std::find_if(load.rejects.begin(), load.rejects.end(),
                                  [&](const Reject& reject) { return reject.reason == most; });
  if (first == load.rejects.end()) return Words::tr("Mostly: %1.").arg(reason);
  if (first->line == 0) {
    const QString column = visible_text(first->table_column);
    return first->value.empty() ? Words::tr("Mostly: %1 in the column “%2”.").arg(reason, column)
                                : Words::tr("Mostly: %1 in the column “%2”, such as “%3”.")
                                      .arg(reason, column, example_text(first->value));
  }
  const QString line = QLocale().toString(static_cast<qulonglong>(first->line));
  return first->column.empty()
             ? Words::tr("Mostly: %1, first in line %2: “%3”.")
                   .arg(reason, line, example_text(first->excerpt))
             : Words::tr("Mostly: %1 in the column “%2”, first in line %3: “%4”.")
                   .arg(reason, visible_text(first->column), line, example_text(first->excerpt));
}

QString example_text(const std::string& value) {
  constexpr qsizetype kShown = 40;
  const QString text = to_text(value).simplified();
  return visible_text(text.size() > kShown ? text.left(kShown) + QChar(0x2026) : text);
}

QString moment_words(std::int64_t seconds) {
  const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds);
  return moment.date() == QDate::currentDate()
             ? QLocale().toString(moment.time(), QLocale::ShortFormat)
             : QLocale().toString(moment, QLocale::ShortFormat);
}

QString answer_words(const DatabaseAnswer& answer) {
  const QString took = answer.seconds < 10
                           ? Words::tr("%1 s").arg(QLocale().toString(answer.seconds, 'f', 1))
                           : duration_words(answer.seconds);
  return Words::tr("answered %1, in %2").arg(moment_words(answer.at), took);
}

QString to_text(const std::string& path_or_id) { return QString::fromStdString(path_or_id); }
std::string to_bytes(const QString& text) { return text.toStdString(); }

QString file_name(const std::string& path) {
  return visible_text(QFileInfo(to_text(path)).fileName());
}

QString source_name(const Source& source) {
  if (!source.database) return file_name(source.path);
  const QString name = source.database->table.query.empty()
                           ? visible_text(source.database->table.name)
                           : query_name(*source.database);
  const QString where = visible_text(source.database->where);
  return where.isEmpty() ? name : name + QStringLiteral(" (") + where + ')';
}

QString source_place(const Source& source) {
  return source.database ? to_text(database_url(*source.database)) : to_text(source.path);
}

}  // namespace footfall
