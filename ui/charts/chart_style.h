#pragma once

#include <QColor>
#include <QPalette>
#include <array>

namespace footfall {

/// Colours of charts, made from the palette. Series come from the set of Okabe and Ito (2008),
/// which colour-blind readers tell apart, darkened or lightened until they stand out on the
/// background.
struct ChartColors {
  bool dark = false;
  QColor background;
  QColor text;
  QColor muted;  ///< tick labels, captions
  QColor axis;
  QColor grid;
  std::array<QColor, 6> series;

  [[nodiscard]] static ChartColors from(const QPalette& palette);
  /// The fill below a line: 12 % of its colour.
  [[nodiscard]] QColor fill(std::size_t index) const;
  /// Bars: softened, yet opaque, so that no grid shines through.
  [[nodiscard]] QColor bar(std::size_t index) const;
};

}  // namespace footfall
