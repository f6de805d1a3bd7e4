#include "ui/frame/comparison_words.h"

#include <QCoreApplication>

#include "ui/frame/time_range_popup.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct ComparisonWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::ComparisonWords)
};

QString note_sentence(const ComparisonNote& note, const Comparison& of) {
  using Kind = ComparisonNoteKind;
  const auto shown = [&](const Period::Edge& edge) { return to_text(of.shown(edge)); };
  switch (note.kind) {
    case Kind::unequal_length: {
      const QString now = whole_number(static_cast<std::uint64_t>(of.length(of.now)));
      const QString before = whole_number(static_cast<std::uint64_t>(of.length(of.before)));
      return (of.by_hour()
                  ? ComparisonWords::tr("The periods are not equally long: %1 and %2 hours.")
                  : ComparisonWords::tr("The periods are not equally long: %1 and %2 days."))
          .arg(now, before);
    }
    case Kind::data_begin_later:
      return ComparisonWords::tr("The data begin at %1, later than the period.")
          .arg(shown(of.data->begin));
    case Kind::data_begin_later_before:
      return ComparisonWords::tr(
                 "The data begin at %1, later than the period that it is compared with.")
          .arg(shown(of.data->begin));
    case Kind::data_end_earlier:
      return ComparisonWords::tr("The data end at %1, earlier than the period.")
          .arg(shown(of.data->end));
    case Kind::data_end_earlier_before:
      return ComparisonWords::tr(
                 "The data end at %1, earlier than the period that it is compared with.")
          .arg(shown(of.data->end));
    case Kind::nothing_before:
      return ComparisonWords::tr("No row counts in the period that it is compared with.");
    case Kind::no_data:
      return ComparisonWords::tr("No rows tell which periods are compared.");
    case Kind::undated_rows:
      return ComparisonWords::tr(
                 "Rows without a date (%1) count in the period, and not in the one that it "
                 "is compared with.")
          .arg(whole_number(note.rows));
    case Kind::end:
      break;
  }
  return {};
}

}  // namespace

QString period_words(const Period& period) {
  Filter filter;
  filter.from = TimeBound{period.begin.reading, {}};
  filter.to = TimeBound{period.end.reading, {}};
  return range_words(filter);
}

QString compared_words(const ComparedWith& with, const ReportComparisonPtr& comparison) {
  if (comparison && comparison->periods.known)
    return period_words(comparison->periods.periods.before);
  switch (with.kind) {
    case ComparedWith::Kind::previous:
      return ComparisonWords::tr("the period before");
    case ComparedWith::Kind::week_before:
      return ComparisonWords::tr("the week before");
    case ComparedWith::Kind::range:
      break;
  }
  return period_words({{with.from.civil, 0}, {with.to.civil, 0}});
}

QString why_not_words(NotCompared fault) {
  switch (fault) {
    case NotCompared::no_time:
      return ComparisonWords::tr("User activity has no time: there is no other period.");
    case NotCompared::database:
      return ComparisonWords::tr(
          "Rows in a database are not compared here. Show each period by itself, with the time "
          "range.");
    case NotCompared::no_beginning:
      return ComparisonWords::tr(
          "Nothing is before a period that begins where the data do. Choose a time range, or "
          "compare with the week before.");
    case NotCompared::read_through:
      return ComparisonWords::tr(
          "Not compared: the filter leaves rows out while the files are read, so that those of the "
          "other period are not there. Take its event types, currencies and patterns away.");
    case NotCompared::open_ended:
      return ComparisonWords::tr(
          "Not compared: with a choice of event types the rows do not tell where the data begin "
          "and end. Choose a time range with both ends.");
  }
  return {};
}

QStringList comparison_note_words(const ComparedPeriods& of) {
  QStringList sentences;
  for (const ComparisonNote& note : of.notes) sentences << note_sentence(note, of.periods);
  return sentences;
}

}  // namespace footfall
