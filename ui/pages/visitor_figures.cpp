#include "ui/pages/visitor_figures.h"

#include <QCoreApplication>

#include "ui/charts/time_text.h"
#include "ui/tables/number_text.h"
#include "ui/tables/usual_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct VisitorFigures {
  Q_DECLARE_TR_FUNCTIONS(footfall::VisitorFigures)
};

QString busiest_visitors(Step step, int count) {
  return step == Step::hour  ? VisitorFigures::tr("busiest hour · %1 visitors", nullptr, count)
         : step == Step::day ? VisitorFigures::tr("busiest day · %1 visitors", nullptr, count)
                             : VisitorFigures::tr("busiest week · %1 visitors", nullptr, count);
}

QString picked_visitors(Step step, int count) {
  return step == Step::hour  ? VisitorFigures::tr("picked hour · %1 visitors", nullptr, count)
         : step == Step::day ? VisitorFigures::tr("picked day · %1 visitors", nullptr, count)
                             : VisitorFigures::tr("picked week · %1 visitors", nullptr, count);
}

QString usual_tooltip(const Usual& usual, bool filtered) {
  if (!usual.known()) return nothing_usual_words(true, filtered);
  return VisitorFigures::tr("The usual %1 is %2").arg(usual_text(usual), usual_words(usual, true));
}

bool of_several_years(const HourlyVisitorsReport& report) {
  return in_several_years(local_day(report.hours.front().hour),
                          local_day(report.hours.back().hour));
}

// "busiest hour · 41,203 visitors", and how many times as much as usual that is.
FiguresRow::Figure peak_figure(const HourlyVisitorsReport& report, const Peaks::Peak& peak,
                               QString (*words)(Step, int), bool filtered) {
  QString label =
      words(report.step, plural(peak.value.value)).arg(localized_number(peak.value.value));
  if (const auto times = peak.times_usual())
    label = VisitorFigures::tr("%1 · %2 × usual").arg(label, times_usual_text(*times));
  return {step_headline(report.step, report.hours[peak.hour].hour, report.utc,
                        of_several_years(report)),
          label, report.step == Step::hour ? usual_tooltip(peak.usual, filtered) : QString()};
}

}  // namespace

QString hour_name(const HourlyVisitorsReport& report, std::size_t hour) {
  return step_text(report.step, report.hours[hour].hour, report.utc, of_several_years(report));
}

std::vector<FiguresRow::Figure> visitor_figures(const HourlyVisitorsReport& report,
                                                const Peaks::Peak* busiest,
                                                const Peaks::Peak* picked, bool filtered) {
  const auto count = [](std::uint64_t number, const QString& label) {
    return FiguresRow::Figure{localized_number(number), label};
  };
  std::vector<FiguresRow::Figure> figures{
      count(report.pageviews, VisitorFigures::tr("pageviews", nullptr, plural(report.pageviews)))};
  if (report.unique_visitors > 0)
    figures.push_back(
        count(report.unique_visitors,
              VisitorFigures::tr("unique visitors", nullptr, plural(report.unique_visitors))));
  figures.push_back(count(report.unique_pages,
                          VisitorFigures::tr("pages", nullptr, plural(report.unique_pages))));
  if (busiest != nullptr)
    figures.push_back(peak_figure(report, *busiest, busiest_visitors, filtered));
  if (picked != nullptr && (busiest == nullptr || picked->hour != busiest->hour))
    figures.push_back(peak_figure(report, *picked, picked_visitors, filtered));
  return figures;
}

}  // namespace footfall
