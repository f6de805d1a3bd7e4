#pragma once

#include <QString>
#include <QStringList>

#include "model/session/report_comparison.h"

namespace footfall {

/// "Jan 6 – Jan 12, 2025"
[[nodiscard]] QString period_words(const Period& period);
/// What a report is compared with, in short: its period where that is known, else the wish.
[[nodiscard]] QString compared_words(const ComparedWith& with,
                                     const ReportComparisonPtr& comparison);
[[nodiscard]] QString why_not_words(NotCompared fault);
/// What keeps the periods from being alike, in sentences.
[[nodiscard]] QStringList comparison_note_words(const ComparedPeriods& of);

}  // namespace footfall
