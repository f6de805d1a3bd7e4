#pragma once

#include <QDate>
#include <QString>

#include "model/core/calendar.h"

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

/// "Thu Jan 9, 14:00"; outside of UTC with the offset, which tells a repeated hour from its twin.
[[nodiscard]] QString hour_text(Hour hour, bool utc);
/// "Jan 9 14:00"
[[nodiscard]] QString short_hour_text(Hour hour);

}  // namespace footfall
