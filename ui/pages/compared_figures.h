#pragma once

#include <type_traits>

#include "model/report/hourly_visitors_report.h"
#include "ui/pages/figures_row.h"

// Figures of a page beside those of another period: the label says how they changed, the tooltip
// what they were.
namespace footfall {

/// Of a count, or of a sum in the same unit as the other one.
template <class Number>
[[nodiscard]] ExactNumber exact_number(const Number& number) {
  if constexpr (std::is_integral_v<Number> || std::is_same_v<Number, UInt128>)
    return {WideInt<3>(static_cast<Int128>(number))};
  else
    return {WideInt<3>(number)};
}

void compare_figure(FiguresRow::Figure& figure, const ExactNumber& now, const ExactNumber& before,
                    const QString& before_text);
void compare_figure(FiguresRow::Figure& figure, std::uint64_t now, std::uint64_t before);

/// Those at the front that both reports have, in the order of the page.
void compare_figures(std::vector<FiguresRow::Figure>& figures, const HourlyVisitorsReport& now,
                     const HourlyVisitorsReport& before);

}  // namespace footfall
