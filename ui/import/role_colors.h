#pragma once

#include <QColor>
#include <QPalette>
#include <cstddef>

namespace footfall {

/// The colour of a report's role, from its place among them: for text and marks.
[[nodiscard]] QColor role_color(const QPalette& palette, std::size_t role);
/// A tint of it that text can be read on.
[[nodiscard]] QColor role_tint(const QPalette& palette, std::size_t role);

}  // namespace footfall
