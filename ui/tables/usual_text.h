#pragma once

#include <QString>

#include "model/report/usual_hours.h"

namespace footfall {

/// The median as it is shown; it is known.
[[nodiscard]] QString usual_text(const Usual& usual);

/// What it was taken over: "the median of 5 other hours of the same weekday and hour of day"; of a
/// longer span than an hour other times. It is known.
[[nodiscard]] QString usual_words(const Usual& usual, bool hour);

/// "3.2": with one decimal, or two where that would say 1.0 or less.
[[nodiscard]] QString times_usual_text(const TimesUsual& times);

/// That there is nothing to compare an hour, or a longer time, with; in what a filter leaves.
[[nodiscard]] QString nothing_usual_words(bool hour, bool filtered);

}  // namespace footfall
