// Long, for every kind of note and remark has its sentence here.
#include "ui/reading_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct ReadingWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::ReadingWords)
};

constexpr std::size_t kNamesShown = 8;
const QString kDot = QStringLiteral(" · ");

QString shown(const std::string& value) { return example_text(value); }

QString encoding_words(const std::string& name) {
  QString words = visible_text(name);
  if (words.startsWith("WINDOWS-")) words.replace(0, 8, "Windows-");
  return words;
}

QString named_list(const std::vector<std::string>& names) {
  QStringList shown_names;
  for (std::size_t i = 0; i < std::min(names.size(), kNamesShown); ++i)
    shown_names << ReadingWords::tr("“%1”").arg(shown(names[i]));
  if (names.size() > kNamesShown)
    return ReadingWords::tr("%1 and %2 more")
        .arg(shown_names.join(", "), whole_number(names.size() - kNamesShown));
  return shown_names.join(", ");
}

// What was found out of the forms of values.
QStringList form_words(const InputLayout& layout) {
  bool comma = false, day_first = false, month_first = false, day_numbers = false;
  for (const EventType type : kEventTypes) {
    if (!layout.feeds.contains(type)) continue;
    const ValueForms& forms = layout.forms[type];
    comma = comma || forms.mark == DecimalMark::comma;
    for (const TimeForm& form : forms.times) {
      day_numbers = day_numbers || form.kind == TimeForm::Kind::day_number;
      if (form.kind != TimeForm::Kind::ordered) continue;
      day_first = day_first || form.order == DateOrder::day_first;
      month_first = month_first || form.order == DateOrder::month_first;
    }
  }
  QStringList words;
  if (comma) words << ReadingWords::tr("decimal comma");
  if (day_first) words << ReadingWords::tr("day first");
  if (month_first) words << ReadingWords::tr("month first");
  if (day_numbers) words << ReadingWords::tr("day numbers");
  return words;
}

QString expected_words(RejectReason reason, const std::string& role, bool comma) {
  switch (reason) {
    case RejectReason::bad_timestamp:
      return ReadingWords::tr("A time such as 2025-01-06T10:58:58Z is expected there.");
    case RejectReason::bad_number:
      return role == "impressions" || role == "clicks" || role == "bytes"
                 ? ReadingWords::tr("A whole number such as 12 is expected there.")
                 : ReadingWords::tr("A number such as %1 is expected there.")
                       .arg(QLatin1String(comma ? "12,50" : "12.50"));
    case RejectReason::unclosed_quote:
      return ReadingWords::tr("A closing quote is expected within 64 KiB of the opening one.");
    case RejectReason::too_many_fields:
      return ReadingWords::tr("No more fields are expected than the header has names.");
    default:
      return {};
  }
}

}  // namespace

QString character_words(char character) {
  if (character == '\t') return ReadingWords::tr("tab");
  if (character == ' ') return ReadingWords::tr("blank");
  return visible_text(std::string_view(&character, 1));
}

QString plan_words(const InputLayout& layout) {
  const FormatChoice format = format_choice(layout.format);
  QStringList parts;
  if (format.columns) {
    parts << visible_text(format.name);
    if (layout.dialect.delimiter != ',') parts << character_words(layout.dialect.delimiter);
  } else {
    parts << visible_text(layout.description());
  }
  // How it is packed stands in front of its encoding.
  if (format.columns) {
    const QString decoding = visible_text(layout.decoding);
    for (const QString& step : decoding.split(", ", Qt::SkipEmptyParts))
      if (step != visible_text(layout.encoding)) parts << step;
    if (layout.encoding != "UTF-8") parts << encoding_words(layout.encoding);
    if (layout.header.empty() && !layout.feeds.empty()) parts << ReadingWords::tr("no header");
  }
  if (layout.lines_left_out > 0)
    parts << ReadingWords::tr("%1 title lines left out", nullptr, plural(layout.lines_left_out))
                 .arg(whole_number(layout.lines_left_out));
  parts << form_words(layout);
  return parts.join(kDot);
}

QString plan_words(const Source& source) {
  if (!source.layout) return {};
  QString words = plan_words(*source.layout);
  if (source.read_by == Source::ReadBy::person) words += kDot + ReadingWords::tr("as you chose");
  if (source.read_by == Source::ReadBy::memory)
    words += kDot + ReadingWords::tr("as chosen before");
  for (const QString& read_over : read_over_words(source.rows)) words += kDot + read_over;
  return words;
}

QString source_words(const RoleFound& role) {
  if (role.words.each_row) return ReadingWords::tr("each row is one of its own");
  QStringList alternatives;
  for (const std::vector<ColumnRef>& joined : role.words.alternatives) {
    QStringList parts;
    for (const ColumnRef& ref : joined)
      parts << (ref.number && ref.name.empty() ? ReadingWords::tr("column %1").arg(*ref.number + 1)
                                               : visible_text(ref.name));
    alternatives << parts.join(" + ");
  }
  return alternatives.join(" | ");
}

QStringList role_lines(const InputLayout& layout) {
  QStringList lines;
  for (const ReportKind kind : kAllReports) {
    const EventType type = events_of(kind);
    if (!layout.feeds.contains(type)) continue;
    QStringList roles;
    const std::vector<RoleFound>& found = layout.matches[type].roles;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const QString source = source_words(found[i]);
      if (!source.isEmpty())
        roles << ReadingWords::tr("%1 from %2")
                     .arg(to_text(std::string(roles_of(type)[i].name)), source);
    }
    if (!roles.isEmpty()) lines << page_name(kind) + ": " + roles.join(", ");
  }
  return lines;
}

QStringList read_over_words(const RowCounts& rows) {
  QStringList words;
  for (const ReadOver kind : kReadOvers) {
    const std::uint64_t lines = rows.read_over[kind];
    if (lines == 0) continue;
    switch (kind) {
      case ReadOver::marks:
        words << ReadingWords::tr("%1 lines with marks at the beginning", nullptr, plural(lines));
        break;
      case ReadOver::commas:
        words << ReadingWords::tr("%1 lines with a comma at the end", nullptr, plural(lines));
        break;
      case ReadOver::joined:
        words << ReadingWords::tr("%1 lines of several objects", nullptr, plural(lines));
        break;
      case ReadOver::end:
        continue;
    }
    words.back() = words.back().arg(whole_number(lines));
  }
  return words;
}

QStringList passed_over_sentences(const RowCounts& rows) {
  QStringList words;
  for (const ReadOver kind : kReadOvers) {
    const std::uint64_t lines = rows.read_over[kind];
    if (lines == 0) continue;
    switch (kind) {
      case ReadOver::marks:
        words << ReadingWords::tr(
            "%1 lines begin with NUL bytes or a byte-order mark, which were read over.", nullptr,
            plural(lines));
        break;
      case ReadOver::commas:
        words << ReadingWords::tr("%1 lines end in a comma, which was read over.", nullptr,
                                  plural(lines));
        break;
      case ReadOver::joined:
        words << ReadingWords::tr("%1 lines hold several objects, each of which is a row.", nullptr,
                                  plural(lines));
        break;
      case ReadOver::end:
        continue;
    }
    words.back() = words.back().arg(whole_number(lines));
  }
  if (rows.lines_left_out > 0)
    words << ReadingWords::tr("%1 lines are no rows: titles, comments, empty ones.", nullptr,
                              plural(rows.lines_left_out))
                 .arg(whole_number(rows.lines_left_out));
  QStringList missing;
  for (std::size_t i = 0; i < kNullWords.size(); ++i)
    if (rows.null_words[i] > 0)
      missing << ReadingWords::tr("“%1” (%2)")
                     .arg(to_text(std::string(kNullWords[i])), whole_number(rows.null_words[i]));
  if (!missing.isEmpty())
    words << ReadingWords::tr("Words that stood for missing values: %1.").arg(missing.join(", "));
  return words;
}

QString note_words(const ReadingNote& note) {
  const QString role = to_text(note.role), column = shown(note.column), value = shown(note.value);
  switch (note.kind) {
    case ReadingNoteKind::synonym:
      return ReadingWords::tr("%1 is read from “%2”.").arg(role, column);
    case ReadingNoteKind::misfit:
      return ReadingWords::tr("%1 is not read from “%2”, which holds “%3”.")
          .arg(role, column, value);
    case ReadingNoteKind::quantity_beside:
      return ReadingWords::tr(
                 "%1 is read from “%2”, and a quantity stands in “%3”: it may be the price of "
                 "one piece.")
          .arg(role, column, value);
    case ReadingNoteKind::zone_beside:
      return ReadingWords::tr(
                 "The times of %1 have no offset, and the time zone that stands in “%2” is not "
                 "followed: name both columns to follow it.")
          .arg(role, column);
    case ReadingNoteKind::currencies:
      return ReadingWords::tr(
                 "“%1” holds several currencies (%2), and %3 is added up as if they were one: make "
                 "a file of each.")
          .arg(column, value, role);
    case ReadingNoteKind::encoding:
      return ReadingWords::tr("It is no UTF-8 and is read as %1.").arg(encoding_words(note.value));
    case ReadingNoteKind::invalid_bytes:
      return ReadingWords::tr(
                 "%1 of its first records hold bytes that are no UTF-8: choose its encoding.")
          .arg(value);
    case ReadingNoteKind::dates_alone:
      return ReadingWords::tr(
                 "%1 holds dates without a clock, such as %2: each is its day's 00:00.")
          .arg(role, value);
    case ReadingNoteKind::far_times:
      return ReadingWords::tr(
                 "%1 is “%2”, which is read as %3: if that is not meant, choose another column, or "
                 "write times as 2025-01-06T10:58:58Z.")
          .arg(role, value, column);
    case ReadingNoteKind::day_by_dots:
      return ReadingWords::tr("%1 is read with the day first, as dots mean (%2).").arg(role, value);
    case ReadingNoteKind::days_unread:
      return ReadingWords::tr(
                 "%1 is not read, since what %2 means is open: is it the day that stands "
                 "first, or the month?")
          .arg(role, value);
    case ReadingNoteKind::decimal_comma:
      return ReadingWords::tr("Numbers have a decimal comma, as %1 in %2 shows.").arg(value, role);
    case ReadingNoteKind::open_mark:
      return ReadingWords::tr(
                 "%1 in %2 may have a decimal point or comma, and nothing tells which; a "
                 "point was taken.")
          .arg(value, role);
    case ReadingNoteKind::no_figure:
      if (note.role == "status")
        return ReadingWords::tr("Nothing gives the status: its requests count as other.");
      if (note.role == "page_url")
        return ReadingWords::tr("Nothing gives the page: its requests are of none.");
      return note.column.empty()
                 ? ReadingWords::tr("No column gives %1, which counts as 0 in every row.").arg(role)
                 : ReadingWords::tr(
                       "None of its first records has “%2”: %1 counts as 0 where it is "
                       "missing.")
                       .arg(role, column);
    case ReadingNoteKind::scale_meant:
      return ReadingWords::tr(
                 "%1 is read from “%2” as it stands there: its name speaks of parts of a unit, "
                 "which are to be multiplied by %3.")
          .arg(role, column, value);
    case ReadingNoteKind::status_beside:
      return ReadingWords::tr(
                 "A status stands in “%1” beside %2: rows that failed count like the others.")
          .arg(value, column);
    case ReadingNoteKind::forwarded_client:
      return ReadingWords::tr(
                 "Connections come from proxies alone, so forwarded addresses such as %1 are "
                 "the visitors.")
          .arg(value);
    case ReadingNoteKind::connected_client:
      return ReadingWords::tr(
                 "The addresses of connections are the visitors, though others such as %1 are "
                 "forwarded.")
          .arg(value);
    case ReadingNoteKind::client_beside:
      return ReadingWords::tr(
                 "All visitors are private addresses, such as %1, and %2 stands in a place that "
                 "its format passes over: if that is the client’s, name the log format.")
          .arg(column, value);
    case ReadingNoteKind::clients_shared:
      return ReadingWords::tr(
                 "Its visitors are few addresses, such as %1, while others such as %2 stand in a "
                 "place that its format passes over: if those are the clients’, name the log "
                 "format.")
          .arg(column, value);
    case ReadingNoteKind::line_prefixes:
      return ReadingWords::tr("What %1 puts in front of the lines is cut.").arg(value);
    case ReadingNoteKind::wrapped_lines:
      return ReadingWords::tr("The lines that stand in “%1” are read, as %2.").arg(column, value);
    case ReadingNoteKind::nothing_left_out:
      return ReadingWords::tr("Leaving out %1 leaves nothing out, for its first lines have no %2.")
          .arg(value, column);
    case ReadingNoteKind::not_cleaned:
      return ReadingWords::tr("%1 does nothing, for this is no access log.").arg(value);
  }
  return {};
}

QString reject_summary_words(const RejectSummary& summary, const LoadReport& load) {
  const QString rejected = whole_number(summary.rejected), read = whole_number(summary.read);
  QString text =
      summary.rejected == summary.read
          ? ReadingWords::tr("All %1 rows were rejected", nullptr, plural(summary.read)).arg(read)
          : ReadingWords::tr("%1 of %2 rows were rejected", nullptr, plural(summary.rejected))
                .arg(rejected, read);
  if (summary.input && load.sources.size() > 1 && *summary.input < load.sources.size())
    text = file_name(load.sources[*summary.input].path) + ": " + text;
  const QString reason = reason_words(summary.reason);
  text += summary.for_that == summary.rejected ? ReadingWords::tr(" (%1)").arg(reason)
                                               : ReadingWords::tr(", most of them (%1) as %2")
                                                     .arg(whole_number(summary.for_that), reason);
  if (!summary.first) return text + '.';
  const Reject& first = *summary.first;
  const QString line = whole_number(first.line), role = visible_text(first.column);
  if (first.line == 0)
    text += first.reason == RejectReason::missing_value
                ? ReadingWords::tr(", for example where %1 is missing in “%2”.")
                      .arg(role, shown(first.excerpt))
                : ReadingWords::tr(", for example where %1 is “%2”.").arg(role, shown(first.value));
  else if (first.column.empty())
    text += ReadingWords::tr(", first in line %1: “%2”.").arg(line, shown(first.excerpt));
  else if (first.reason == RejectReason::missing_value)
    text += ReadingWords::tr(", first in line %1: %2 is missing in “%3”.")
                .arg(line, role, shown(first.excerpt));
  else
    text += ReadingWords::tr(", first in line %1: %2 is “%3”.").arg(line, role, shown(first.value));
  const bool comma = first.file < load.sources.size() && load.sources[first.file].decimal_comma;
  const QString expected = expected_words(first.reason, first.column, comma);
  return expected.isEmpty() ? text : text + ' ' + expected;
}

QString remark_words(const Remark& remark, ReportKind report) {
  switch (remark.kind) {
    case RemarkKind::no_usual_types: {
      QStringList usual;
      for (const std::string_view word : usual_types(report)) usual << to_text(std::string(word));
      const QString zero = report == ReportKind::customer_report
                               ? ReadingWords::tr("the average ticket is 0")
                               : ReadingWords::tr("all columns are 0");
      const bool untyped = remark.names.empty() || remark.names == std::vector<std::string>{""};
      return untyped
                 ? ReadingWords::tr("No event has the type %1, so %2.")
                       .arg(usual.join(ReadingWords::tr(" or ")), zero)
                 : ReadingWords::tr("No event has the type %1 (there are %3), so %2.")
                       .arg(usual.join(ReadingWords::tr(" or ")), zero, named_list(remark.names));
    }
    case RemarkKind::no_value:
      return report == ReportKind::customer_report
                 ? ReadingWords::tr(
                       "The spend of every customer is 0 on every day: amounts may "
                       "stand in another column.")
                 : ReadingWords::tr(
                       "The total value of every user is 0, though there are "
                       "purchases: prices may stand in another column.");
    case RemarkKind::rewritten_ids:
      return ReadingWords::tr(
                 "Ids such as %1 were rewritten by a spreadsheet, which may have made "
                 "different ids equal: export the data again with ids as text.")
          .arg(named_list(remark.names));
    case RemarkKind::sums_of_others:
      return ReadingWords::tr(
                 "Counted as campaigns, though each of their figures is the sum of all the "
                 "others’: %1. Leave them out by the filter where they are total lines.")
          .arg(named_list(remark.names));
    case RemarkKind::totals_counted:
      return ReadingWords::tr(
                 "Named like total lines, but counted as campaigns: %1. Their figures are not the "
                 "sums of the others; take such lines out where they are totals.")
          .arg(named_list(remark.names));
  }
  return {};
}

QString rejected_words(const RejectedRows& rejected, std::uint64_t rows) {
  const QString count = whole_number(rejected.rows), all = whole_number(rows);
  const QString reason = reason_words(rejected.reason), role = visible_text(rejected.role);
  if (rejected.role.empty())
    return ReadingWords::tr("%1 of %2 rows: %3, first in line %4: “%5”.", nullptr, plural(rows))
        .arg(count, all, reason, whole_number(rejected.first.line), shown(rejected.first.excerpt));
  if (rejected.reason == RejectReason::missing_value)
    return ReadingWords::tr("%1 of %2 rows: %3 in %4, first in line %5.", nullptr, plural(rows))
        .arg(count, all, reason, role, whole_number(rejected.first.line));
  return ReadingWords::tr("%1 of %2 rows: %3 in %4, such as “%5” in line %6.", nullptr,
                          plural(rows))
      .arg(count, all, reason, role, shown(rejected.first.value),
           whole_number(rejected.first.line));
}

QString answer_words(const ReadingAnswer& answer) {
  switch (answer.kind) {
    case ReadingAnswer::Kind::decimal_comma:
      return ReadingWords::tr("Read it with a decimal comma");
    case ReadingAnswer::Kind::decimal_point:
      return ReadingWords::tr("Read it with a decimal point");
    case ReadingAnswer::Kind::day_first:
      return ReadingWords::tr("The day stands first");
    case ReadingAnswer::Kind::month_first:
      return ReadingWords::tr("The month stands first");
    case ReadingAnswer::Kind::day_numbers:
      return ReadingWords::tr("Read them as day numbers");
    case ReadingAnswer::Kind::blank_is_zero:
      return ReadingWords::tr("Count missing figures as 0");
    case ReadingAnswer::Kind::each_row:
      return ReadingWords::tr("Every row is one of its own");
    case ReadingAnswer::Kind::no_header:
      return ReadingWords::tr("It has no header");
  }
  return {};
}

}  // namespace footfall
