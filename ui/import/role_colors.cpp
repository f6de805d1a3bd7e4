#include "ui/import/role_colors.h"

#include <array>

namespace footfall {
namespace {

// Of Okabe and Ito, darker on light and lighter on dark; neither the colour of errors nor that of
// warnings.
constexpr std::array<QRgb, 6> kOnLight = {0x0072b2, 0x00876a, 0xb45309,
                                          0x8e4b87, 0x3b6e9c, 0x5b6b1f};
constexpr std::array<QRgb, 6> kOnDark = {0x56b4e9, 0x2dc59a, 0xe6a05a,
                                         0xd7a0cf, 0x8fbde6, 0xb5c56a};

bool is_dark(const QPalette& palette) { return palette.color(QPalette::Base).lightnessF() < 0.5F; }

}  // namespace

QColor role_color(const QPalette& palette, std::size_t role) {
  const auto& colors = is_dark(palette) ? kOnDark : kOnLight;
  return QColor(colors[role % colors.size()]);
}

QColor role_tint(const QPalette& palette, std::size_t role) {
  QColor tint = role_color(palette, role);
  tint.setAlphaF(is_dark(palette) ? 0.20F : 0.11F);
  return tint;
}

}  // namespace footfall
