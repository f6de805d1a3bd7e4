#include "ui/style/calm_style.h"

#include <QStyleFactory>

namespace footfall {
namespace {

constexpr int kControlHeight = 28;
constexpr int kMenuItemHeight = 26;

}  // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStyleFactory::create("Fusion")) {}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const {
  QSize room = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_PushButton: room.rwidth() += 16; [[fallthrough]];
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox: room.setHeight(std::max(room.height(), kControlHeight)); break;
    case CT_MenuItem:
      // A separator keeps its own height.
      if (room.height() > 12) room = {room.width() + 8, std::max(room.height(), kMenuItemHeight)};
      break;
    default: break;
  }
  return room;
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const {
  if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
  return QProxyStyle::styleHint(hint, option, widget, data);
}

}  // namespace footfall
