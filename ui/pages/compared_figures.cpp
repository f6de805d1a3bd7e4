#include "ui/pages/compared_figures.h"

#include <QCoreApplication>

#include "model/report/compared_tables.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

struct ComparedFigures {
  Q_DECLARE_TR_FUNCTIONS(footfall::ComparedFigures)
};

QString change_words(const ExactNumber& now, const ExactNumber& before) {
  const std::string percent = change_percent(now, before);
  if (percent.empty())
    return now.numerator.zero() ? ComparedFigures::tr("unchanged") : ComparedFigures::tr("was 0");
  if (now.numerator * before.denominator == before.numerator * now.denominator)
    return ComparedFigures::tr("unchanged");
  const QString sign = percent.front() == '-' ? QString() : QLocale().positiveSign();
  return ComparedFigures::tr("%1 %").arg(sign + localized_number(percent));
}

}  // namespace

void compare_figure(FiguresRow::Figure& figure, const ExactNumber& now, const ExactNumber& before,
                    const QString& before_text) {
  figure.label = ComparedFigures::tr("%1 · %2").arg(figure.label, change_words(now, before));
  const QString was = ComparedFigures::tr("Before: %1").arg(before_text);
  figure.tooltip = figure.tooltip.isEmpty() ? was : figure.tooltip + QLatin1Char('\n') + was;
}

void compare_figure(FiguresRow::Figure& figure, std::uint64_t now, std::uint64_t before) {
  compare_figure(figure, exact_number(now), exact_number(before), localized_number(before));
}

void compare_figures(std::vector<FiguresRow::Figure>& figures, const HourlyVisitorsReport& now,
                     const HourlyVisitorsReport& before) {
  std::size_t next = 0;
  compare_figure(figures[next++], now.pageviews, before.pageviews);
  if (now.unique_visitors > 0)
    compare_figure(figures[next++], now.unique_visitors, before.unique_visitors);
  compare_figure(figures[next], now.unique_pages, before.unique_pages);
}

}  // namespace footfall
