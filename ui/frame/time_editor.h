#pragma once

#include <QDateTimeEdit>
#include <cstdint>

namespace footfall {

/// A field for a date and a time of day between the years 1 and 9999, without a zone: the clock
/// shown is that of the time bound, whatever zone that is in.
[[nodiscard]] QDateTimeEdit* make_time_editor(const QString& accessible_name);

/// The moment that a time bound's `civil` seconds show on such a field.
[[nodiscard]] QDateTime civil_moment(std::int64_t civil);

}  // namespace footfall
