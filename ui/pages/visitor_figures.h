#pragma once

#include <QString>
#include <vector>

#include "model/report/peaks.h"
#include "ui/pages/figures_row.h"

namespace footfall {

/// An hour of a report, or the day or week it is, with its year where there are several.
[[nodiscard]] QString hour_name(const HourlyVisitorsReport& report, std::size_t hour);

/// What the Visitors page says at its top: the whole, the busiest hour, day or week, and the picked
/// one where it is another; null where there is none. `filtered`: what is usual, too, is of what
/// the filter leaves.
[[nodiscard]] std::vector<FiguresRow::Figure> visitor_figures(const HourlyVisitorsReport& report,
                                                              const Peaks::Peak* busiest,
                                                              const Peaks::Peak* picked,
                                                              bool filtered);

}  // namespace footfall
