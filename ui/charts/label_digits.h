#pragma once

#include <QLocale>
#include <QStringList>
#include <span>

namespace footfall {

/// A number of an axis in short form (950, 10 k, 1.2 M) with as many decimals as numbers that are
/// `step` apart take: 0.025, 0.050, 0.075; zero is 0.
[[nodiscard]] QString step_number(double value, double step, const QLocale& locale = QLocale());

/// Numbers with the fewest decimals, the same for all and at least `decimals`, that tell every two
/// different ones apart and none from zero; what 12 decimals cannot tell apart stays alike.
[[nodiscard]] QStringList distinct_numbers(std::span<const double> values, int decimals,
                                           const QLocale& locale = QLocale());

}  // namespace footfall
