#include "ui/charts/time_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace footfall {
namespace {

constexpr qint64 kJulianEpoch = 2440588;  // 1970-01-01

// Formats are texts to translate: other languages put the day before the month.
QString format(const char* text) { return QCoreApplication::translate("Dates", text); }

QString clock_text(Hour hour) {
  return QStringLiteral("%1:00").arg(clock_hour(hour), 2, 10, QLatin1Char('0'));
}

}  // namespace

QDate date_of(Day day) { return QDate::fromJulianDay(kJulianEpoch + day); }

QString day_text(Day day) {
  return QLocale().toString(date_of(day), format(QT_TRANSLATE_NOOP("Dates", "ddd MMM d")));
}

QString weekday_text(Day day) {
  return QLocale().toString(date_of(day), format(QT_TRANSLATE_NOOP("Dates", "ddd")));
}

QString month_day_text(Day day) {
  return QLocale().toString(date_of(day), format(QT_TRANSLATE_NOOP("Dates", "MMM d")));
}

QString date_text(Day day) {
  return QLocale().toString(date_of(day), format(QT_TRANSLATE_NOOP("Dates", "MMM d, yyyy")));
}

QString full_day_text(Day day) {
  return QLocale().toString(date_of(day), format(QT_TRANSLATE_NOOP("Dates", "ddd MMM d yyyy")));
}

QString years_text(Day first, Day last) {
  const QString from = QString::number(date_of(first).year());
  return in_several_years(first, last)
             ? from + QStringLiteral(" – ") + QString::number(date_of(last).year())
             : from;
}

bool in_several_years(Day first, Day last) { return date_of(first).year() != date_of(last).year(); }

QString hour_text(Hour hour, bool utc, bool with_year) {
  const Day day = local_day(hour);
  QString text =
      (with_year ? full_day_text(day) : day_text(day)) + QStringLiteral(", ") + clock_text(hour);
  if (utc) return text;
  std::string label;
  append_hour(label, hour, false);  // YYYY-MM-DD HH:00+02:00
  return text + QLatin1Char(' ') + QString::fromStdString(label.substr(16));
}

QString short_hour_text(Hour hour, bool with_year) {
  const Day day = local_day(hour);
  return (with_year ? date_text(day) : month_day_text(day)) + QLatin1Char(' ') + clock_text(hour);
}

QString step_text(Step step, Hour hour, bool utc, bool with_year) {
  if (step == Step::hour) return hour_text(hour, utc, with_year);
  if (step == Step::week) return short_step_text(step, hour, with_year);
  return with_year ? full_day_text(local_day(hour)) : day_text(local_day(hour));
}

QString short_step_text(Step step, Hour hour, bool with_year) {
  if (step == Step::hour) return short_hour_text(hour, with_year);
  const Day day = local_day(hour);
  const QString text = with_year ? date_text(day) : month_day_text(day);
  return step == Step::day ? text : QCoreApplication::translate("Dates", "week of %1").arg(text);
}

QString step_headline(Step step, Hour hour, bool utc, bool with_year) {
  QString text = step_text(step, hour, utc, with_year);
  text[0] = text[0].toUpper();
  return text;
}

}  // namespace footfall
