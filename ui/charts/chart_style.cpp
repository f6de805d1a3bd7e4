#include "ui/charts/chart_style.h"

namespace footfall {
namespace {

QColor blend(const QColor& over, const QColor& under, qreal share) {
  const auto mix = [share](float a, float b) {
    return static_cast<float>(a * share + b * (1 - share));
  };
  return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                          mix(over.blueF(), under.blueF()));
}

}  // namespace

ChartColors ChartColors::from(const QPalette& palette) {
  ChartColors colors;
  colors.background = palette.color(QPalette::Base);
  colors.text = palette.color(QPalette::Text);
  colors.dark = colors.background.lightnessF() < 0.5F;
  colors.muted = blend(colors.text, colors.background, 0.62);
  colors.axis = blend(colors.text, colors.background, 0.30);
  colors.grid = blend(colors.text, colors.background, colors.dark ? 0.12 : 0.09);
  // Blue, vermilion, bluish green, orange, reddish purple, black.
  if (colors.dark)
    colors.series = {QColor(0x56B4E9), QColor(0xF0804A), QColor(0x2DC59A),
                     QColor(0xE6AF2E), QColor(0xDB8FBE), colors.muted};
  else
    colors.series = {QColor(0x0072B2), QColor(0xD55E00), QColor(0x00876A),
                     QColor(0xB97F00), QColor(0xA8497F), colors.muted};
  return colors;
}

QColor ChartColors::fill(std::size_t index) const {
  QColor color = series[index];
  color.setAlphaF(0.12F);
  return color;
}

QColor ChartColors::bar(std::size_t index) const {
  return blend(series[index % series.size()], background, 0.76);
}

}  // namespace footfall
