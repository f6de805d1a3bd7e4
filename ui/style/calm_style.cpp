#include "ui/style/calm_style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <algorithm>

namespace footfall {
namespace {

constexpr int kControlHeight = 28;
constexpr int kMenuItemHeight = 26;
constexpr int kScrollBar = 12;
constexpr int kLeastHandle = 28;
constexpr int kOutlineOfWindow = 140;  // percent by which Fusion darkens the window for an outline

// Fusion takes outlines from the window's colour, where they vanish on dark: one that gives ours.
QPalette outlined(const QPalette& palette) {
  QPalette outline = palette;
  outline.setColor(QPalette::Window, palette.color(QPalette::Mid).lighter(kOutlineOfWindow));
  return outline;
}

QRect handle_rect(const QStyleOptionSlider& bar) {
  const bool upright = bar.orientation == Qt::Vertical;
  const int room = upright ? bar.rect.height() : bar.rect.width();
  const qint64 range = qint64{bar.maximum} - bar.minimum;
  int length = room;
  if (range > 0) {
    const qint64 all = range + bar.pageStep;
    length = std::clamp(static_cast<int>(qint64{bar.pageStep} * room / std::max<qint64>(1, all)),
                        std::min(kLeastHandle, room), room);
  }
  const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                    room - length, bar.upsideDown);
  return upright ? QRect(bar.rect.x(), bar.rect.y() + start, bar.rect.width(), length)
                 : QRect(bar.rect.x() + start, bar.rect.y(), length, bar.rect.height());
}

void draw_scroll_bar(const QStyleOptionSlider& bar, QPainter* painter) {
  if (bar.maximum <= bar.minimum) return;
  const bool active = bar.state.testFlag(QStyle::State_Sunken) ||
                      (bar.state.testFlag(QStyle::State_MouseOver) &&
                       bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider));
  QColor tone = bar.palette.color(QPalette::Text);
  tone.setAlphaF(active ? 0.45F : 0.24F);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  painter->setBrush(tone);
  const QRectF handle = QRectF(handle_rect(bar)).adjusted(3, 3, -3, -3);
  painter->drawRoundedRect(handle, 3, 3);
  painter->restore();
}

// A copy of the option with the palette changed, for as long as `draw` takes.
template <class Option, class Draw>
bool with_outline(const QStyleOptionComplex* option, const Draw& draw) {
  const auto* known = qstyleoption_cast<const Option*>(option);
  if (!known) return false;
  Option copy = *known;
  copy.palette = outlined(copy.palette);
  draw(&copy);
  return true;
}

// The button that Return presses, where it can be pressed.
bool is_primary(const QStyleOptionButton* button) {
  return button && button->features.testFlag(QStyleOptionButton::DefaultButton) &&
         button->state.testFlag(QStyle::State_Enabled);
}

void draw_primary(const QStyleOptionButton& button, QPainter* painter) {
  QColor tone = button.palette.color(QPalette::Highlight);
  if (button.state.testFlag(QStyle::State_Sunken))
    tone = tone.darker(115);
  else if (button.state.testFlag(QStyle::State_MouseOver))
    tone = tone.lighter(108);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(Qt::NoPen);
  painter->setBrush(tone);
  painter->drawRoundedRect(QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  painter->restore();
}

// Fusion's outline is a darker window, which is none on a dark one.
void draw_radio(const QStyleOption& option, QPainter* painter) {
  const QPalette& palette = option.palette;
  const bool focus = option.state.testFlag(QStyle::State_HasFocus);
  const QRectF rect = QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  QColor outline = palette.color(focus ? QPalette::Highlight : QPalette::Text);
  if (!focus) outline.setAlphaF(0.5F);
  painter->setPen(QPen(outline, focus ? 1.5 : 1));
  painter->setBrush(palette.color(QPalette::Base));
  painter->drawEllipse(rect);
  if (option.state.testFlag(QStyle::State_On)) {
    const qreal inset = rect.width() * 0.28;
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.color(QPalette::Text));
    painter->drawEllipse(rect.adjusted(inset, inset, -inset, -inset));
  }
  painter->restore();
}

}  // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStyleFactory::create("Fusion")) {}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const {
  QSize room = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_PushButton:
      room.rwidth() += 16;
      [[fallthrough]];
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
      room.setHeight(std::max(room.height(), kControlHeight));
      break;
    case CT_MenuItem:
      // A separator keeps its own height.
      if (room.height() > 12) room = {room.width() + 8, std::max(room.height(), kMenuItemHeight)};
      break;
    default:
      break;
  }
  return room;
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const {
  if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
  return QProxyStyle::styleHint(hint, option, widget, data);
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                           const QWidget* widget) const {
  if (metric == PM_ScrollBarExtent) return kScrollBar;
  if (metric == PM_ScrollBarSliderMin) return kLeastHandle;
  return QProxyStyle::pixelMetric(metric, option, widget);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                SubControl part, const QWidget* widget) const {
  const auto* bar =
      control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider*>(option) : nullptr;
  if (!bar) return QProxyStyle::subControlRect(control, option, part, widget);
  const QRect handle = handle_rect(*bar);
  const bool upright = bar->orientation == Qt::Vertical;
  QRect before = bar->rect, after = bar->rect;
  if (upright) {
    before.setBottom(handle.top() - 1);
    after.setTop(handle.bottom() + 1);
  } else {
    before.setRight(handle.left() - 1);
    after.setLeft(handle.right() + 1);
  }
  switch (part) {
    case SC_ScrollBarGroove:
      return bar->rect;
    case SC_ScrollBarSlider:
      return handle;
    case SC_ScrollBarSubPage:
      return bar->upsideDown ? after : before;
    case SC_ScrollBarAddPage:
      return bar->upsideDown ? before : after;
    default:
      return {};
  }
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                              QPainter* painter, const QWidget* widget) const {
  if (element == PE_FrameLineEdit) {
    const bool focus = option->state.testFlag(State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(
        QPen(option->palette.color(focus ? QPalette::Highlight : QPalette::Mid), focus ? 1.5 : 1));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    painter->restore();
    return;
  }
  if (element == PE_FrameMenu) {
    painter->setPen(option->palette.color(QPalette::Mid));
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    return;
  }
  if (element == PE_IndicatorRadioButton) return draw_radio(*option, painter);
  if (element == PE_PanelScrollAreaCorner) {
    painter->fillRect(option->rect, option->palette.base());
    return;
  }
  if (element == PE_PanelButtonCommand || element == PE_IndicatorCheckBox) {
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
      if (element == PE_PanelButtonCommand && is_primary(button))
        return draw_primary(*button, painter);
      QStyleOptionButton copy = *button;
      copy.palette = outlined(copy.palette);
      return QProxyStyle::drawPrimitive(element, &copy, painter, widget);
    }
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const {
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
  if (element != CE_PushButtonLabel || !is_primary(button))
    return QProxyStyle::drawControl(element, option, painter, widget);
  QStyleOptionButton copy = *button;
  copy.palette.setColor(QPalette::ButtonText, button->palette.color(QPalette::HighlightedText));
  QProxyStyle::drawControl(element, &copy, painter, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const {
  const auto draw = [&](const QStyleOptionComplex* with) {
    QProxyStyle::drawComplexControl(control, with, painter, widget);
  };
  if (control == CC_ScrollBar) {
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
      return draw_scroll_bar(*bar, painter);
  } else if (control == CC_SpinBox) {
    if (with_outline<QStyleOptionSpinBox>(option, draw)) return;
  } else if (control == CC_ComboBox) {
    if (with_outline<QStyleOptionComboBox>(option, draw)) return;
  }
  draw(option);
}

}  // namespace footfall
