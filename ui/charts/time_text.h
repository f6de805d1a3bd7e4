#pragma once

#include <QDate>
#include <QString>

#include "model/core/step.h"

namespace footfall {

[[nodiscard]] QDate date_of(Day day);

/// "Thu Jan 9"
[[nodiscard]] QString day_text(Day day);
/// "Thu"
[[nodiscard]] QString weekday_text(Day day);
/// "Jan 9"
[[nodiscard]] QString month_day_text(Day day);
/// "Jan 9, 2025"
[[nodiscard]] QString date_text(Day day);
/// "Thu Jan 9 2025"
[[nodiscard]] QString full_day_text(Day day);

/// "2025", "2024 – 2026"
[[nodiscard]] QString years_text(Day first, Day last);
/// Whether a day between the two needs its year.
[[nodiscard]] bool in_several_years(Day first, Day last);

/// "Thu Jan 9, 14:00", "Thu Jan 9 2025, 14:00"; outside of UTC with the offset, which tells a
/// repeated hour from its twin.
[[nodiscard]] QString hour_text(Hour hour, bool utc, bool with_year);
/// "Jan 9 14:00", "Jan 9, 2025 14:00"
[[nodiscard]] QString short_hour_text(Hour hour, bool with_year);

/// The same of a report's hour, which may be a day, "Thu Jan 9", or a week, "week of Jan 6".
[[nodiscard]] QString step_text(Step step, Hour hour, bool utc, bool with_year);
[[nodiscard]] QString short_step_text(Step step, Hour hour, bool with_year);
/// With a capital letter: "Week of Jan 6".
[[nodiscard]] QString step_headline(Step step, Hour hour, bool utc, bool with_year);

}  // namespace footfall
