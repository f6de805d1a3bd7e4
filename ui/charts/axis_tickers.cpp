#include "ui/charts/axis_tickers.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/charts/label_digits.h"
#include "ui/charts/time_text.h"

namespace footfall {
namespace {

constexpr double kMonth = 30.44 * kDay;
constexpr int kMostTicks = 400;
constexpr int kMonday = 4;  // days from 1970-01-01, a Thursday

}  // namespace

TimeTicker::Step TimeTicker::step_for(const QCPRange& range) const {
  static constexpr std::array steps = {
      Step{Unit::hours, 1, kHour},        Step{Unit::hours, 2, 2 * kHour},
      Step{Unit::hours, 3, 3 * kHour},    Step{Unit::hours, 6, 6 * kHour},
      Step{Unit::hours, 12, 12 * kHour},  Step{Unit::days, 1, kDay},
      Step{Unit::days, 2, 2 * kDay},      Step{Unit::weeks, 1, 7 * kDay},
      Step{Unit::weeks, 2, 14 * kDay},    Step{Unit::months, 1, kMonth},
      Step{Unit::months, 3, 3 * kMonth},  Step{Unit::months, 6, 6 * kMonth},
      Step{Unit::months, 12, 12 * kMonth}};
  for (const Step& step : steps) {
    if (days_only_ && step.unit == Unit::hours) continue;
    if (range.size() / step.seconds <= room_) return step;
  }
  int years = 5;
  while (range.size() / (12 * kMonth * years) > room_) years *= 2;
  return {Unit::months, 12 * years, 12 * kMonth * years};
}

std::int64_t TimeTicker::local(double instant) const {
  const auto seconds = static_cast<std::int64_t>(std::floor(instant));
  return seconds + zone_.period_at(seconds).offset;
}

QVector<double> TimeTicker::ticks(const QCPRange& range) {
  step_ = step_for(range);
  return createTickVector(step_.seconds, range);
}

double TimeTicker::getTickStep(const QCPRange& range) {
  step_ = step_for(range);
  return step_.seconds;
}

QVector<double> TimeTicker::createTickVector(double, const QCPRange& range) {
  QVector<double> result;
  const auto add = [&](std::int64_t local_seconds) {
    const auto instant = static_cast<double>(zone_.from_local(local_seconds));
    // A reading that a change of the clock skips has no tick.
    const bool exists = local(instant) == local_seconds;
    if (exists && instant >= range.lower && instant <= range.upper &&
        (result.isEmpty() || instant > result.last()))
      result.append(instant);
    return instant <= range.upper && result.size() < kMostTicks;
  };
  const Day first = static_cast<Day>(floor_divide(local(range.lower), kSecondsPerDay));
  switch (step_.unit) {
    case Unit::hours:
      for (Day day = first;; ++day)
        for (int hour = 0; hour < 24; hour += step_.count)
          if (!add(std::int64_t{day} * kSecondsPerDay + std::int64_t{hour} * kSecondsPerHour))
            return result;
    case Unit::days:
    case Unit::weeks: {
      const int days = step_.unit == Unit::weeks ? 7 * step_.count : step_.count;
      const int anchor = step_.unit == Unit::weeks ? kMonday : 0;
      Day day = static_cast<Day>(floor_divide(first - anchor, days) * days + anchor);
      while (add(std::int64_t{day} * kSecondsPerDay)) day += days;
      return result;
    }
    case Unit::months:
      break;
  }
  const std::chrono::year_month_day date = calendar_date(first);
  int month = static_cast<int>(date.year()) * 12 +
              static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  month -= month % step_.count;
  const auto day_of_month = [](int number) {
    return day_number(calendar_date(number / 12, static_cast<unsigned>(number % 12) + 1, 1));
  };
  while (add(std::int64_t{day_of_month(month)} * kSecondsPerDay)) month += step_.count;
  return result;
}

QVector<QString> TimeTicker::labels(const QVector<double>& ticks) const {
  QVector<QString> result;
  QString context;  // what the last second line said
  int year = 0;     // the one said last
  for (const double tick : ticks) {
    const std::int64_t clock = local(tick);
    const Day day = static_cast<Day>(floor_divide(clock, kSecondsPerDay));
    const QDate date = date_of(day);
    QString text, about;
    const bool say_year = years_ && date.year() != year;
    if (step_.unit == Unit::hours) {
      const int hour =
          static_cast<int>((clock - std::int64_t{day} * kSecondsPerDay) / kSecondsPerHour);
      text = QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'));
      about = day_text(day);
      if (about != context && say_year) {
        result.append(text + QLatin1Char('\n') + full_day_text(day));
        context = about;
        year = date.year();
        continue;
      }
    } else if (step_.unit != Unit::months) {
      result.append(weekday_text(day) + QLatin1Char('\n') +
                    (say_year ? date_text(day) : month_day_text(day)));
      year = date.year();
      continue;
    } else if (step_.count % 12 == 0) {
      text = QString::number(date.year());
    } else {
      text = QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat);
      about = QString::number(date.year());
    }
    result.append(about.isEmpty() || about == context ? text : text + QLatin1Char('\n') + about);
    context = about;
  }
  return result;
}

QVector<QString> TimeTicker::createLabelVector(const QVector<double>& ticks, const QLocale&, QChar,
                                               int) {
  return labels(ticks);
}

double NumberTicker::getTickStep(const QCPRange& range) {
  const double step = QCPAxisTicker::getTickStep(range);
  step_ = whole_ ? std::max(1.0, std::round(step)) : step;
  return step_;
}

QString NumberTicker::getTickLabel(double tick, const QLocale& locale, QChar, int) {
  return step_number(tick, step_, locale) + suffix_;
}

}  // namespace footfall
