#include "ui/tables/usual_text.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/tables/number_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct UsualWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::UsualWords)
};

}  // namespace

QString usual_text(const Usual& usual) {
  std::string text;
  append_usual(text, usual);
  return localized_number(text);
}

QString usual_words(const Usual& usual, bool hour) {
  const int count = plural(usual.compared);
  const bool weekday = usual.over == UsualOver::weekday_and_hour;
  const QString words =
      hour
          ? weekday
                ? UsualWords::tr("the median of %1 other hours of the same weekday and hour of day",
                                 nullptr, count)
                : UsualWords::tr("the median of %1 other hours of the same hour of day", nullptr,
                                 count)
      : weekday ? UsualWords::tr("the median of the same time in %1 other weeks", nullptr, count)
                : UsualWords::tr("the median of the same time on %1 other days", nullptr, count);
  return words.arg(localized_number(usual.compared));
}

QString nothing_usual_words(bool hour, bool filtered) {
  if (hour)
    return filtered ? UsualWords::tr(
                          "The filter leaves no other hour at this time of day to "
                          "compare with.")
                    : UsualWords::tr("There is no other hour at this time of day to compare with.");
  return filtered ? UsualWords::tr(
                        "The filter leaves fewer than four other weeks to compare with, and "
                        "no other day that has this time whole.")
                  : UsualWords::tr(
                        "There are fewer than four other weeks to compare with, and no "
                        "other day that has this time whole.");
}

QString times_usual_text(const TimesUsual& times) {
  constexpr double kPlain = 1.05;
  const double number = times.number();
  return QLocale().toString(number, 'f', number < kPlain ? 2 : 1);
}

}  // namespace footfall
