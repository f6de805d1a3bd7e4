#include "ui/tables/spoken_date.h"

#include <QLocale>
#include <QStringList>

#include "ui/charts/time_text.h"

namespace footfall {
namespace {

constexpr std::size_t kDate = 10;  // YYYY-MM-DD

QStringList day_texts(Day day) {
  return {day_text(day),
          full_day_text(day),
          month_day_text(day),
          date_text(day),
          QLocale().toString(date_of(day), QLocale::ShortFormat),
          QLocale().toString(date_of(day), QLocale::LongFormat)};
}

}  // namespace

std::function<std::string(std::string_view cell)> spoken_dates() {
  // The hours of a day follow each other.
  return [date = std::string(), texts = QStringList()](std::string_view cell) mutable {
    if (cell.size() < kDate) return std::string();
    if (date != cell.substr(0, kDate)) {
      date = cell.substr(0, kDate);
      Day day = 0;
      texts = parse_date(date, day) ? day_texts(day) : QStringList();
    }
    if (cell.size() < kDate + 6) return texts.join(QLatin1Char('\n')).toStdString();
    const QString hour = QString::fromLatin1(cell.data() + kDate + 1, 5);
    QString all;
    for (const QString& text : texts)
      all += text + QStringLiteral(", ") + hour + QLatin1Char('\n') + text + QLatin1Char(' ') +
             hour + QLatin1Char('\n');
    return all.toStdString();
  };
}

}  // namespace footfall
