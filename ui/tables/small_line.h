#pragma once

#include <QString>
#include <optional>

#include "model/report/page_totals.h"

class QColor;
class QPainter;
class QRect;

namespace footfall {

/// The small line of a row over time.
struct SmallLine {
  const PageTotals* of = nullptr;
  std::span<const PageTotals::Point> points;
};

/// A column that is drawn: it has no text, and does not stand in files.
[[nodiscard]] bool is_small_line(const Column& column);
/// The line of a row of such a table, also of one that is compared; none where the row has none.
[[nodiscard]] std::optional<SmallLine> small_line_of(const Table& table, std::size_t row);
/// What the points of a table's lines are: "Visitors by day".
[[nodiscard]] QString small_line_title(const Table& table);
/// "Visitors by day: highest 1,234 (Thu Jan 9)".
[[nodiscard]] QString small_line_words(const SmallLine& line);
/// From 0 to its own highest point, which has a dot; gaps where no page has a row.
void draw_small_line(QPainter& painter, const QRect& rect, const SmallLine& line,
                     const QColor& color);

}  // namespace footfall
