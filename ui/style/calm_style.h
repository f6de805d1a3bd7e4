#pragma once

#include <QProxyStyle>

namespace footfall {

/// Fusion with more room inside of buttons, fields and menus, and no icons on the buttons of dialogs.
class CalmStyle : public QProxyStyle {
  Q_OBJECT
 public:
  CalmStyle();
  [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                       const QWidget* widget) const override;
  [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* data) const override;
};

}  // namespace footfall
