#include "ui/style/theme.h"

#include <QApplication>
#include <QLabel>

#include "ui/style/calm_style.h"
#include "ui/style/desktop_scheme.h"

namespace footfall {
namespace {

struct Tones {
  QRgb window, base, alternate, text, muted, faint, button, midlight, mid, dark, accent,
      accent_text, link;
};

QPalette palette_of(const Tones& tones) {
  QPalette palette;
  const auto set = [&palette](QPalette::ColorRole role, QRgb color) {
    palette.setColor(role, QColor(color));
  };
  set(QPalette::Window, tones.window);
  set(QPalette::WindowText, tones.text);
  set(QPalette::Base, tones.base);
  set(QPalette::AlternateBase, tones.alternate);
  set(QPalette::Text, tones.text);
  set(QPalette::PlaceholderText, tones.muted);
  set(QPalette::Button, tones.button);
  set(QPalette::ButtonText, tones.text);
  set(QPalette::BrightText, tones.accent_text);
  set(QPalette::ToolTipBase, tones.base);
  set(QPalette::ToolTipText, tones.text);
  set(QPalette::Light, tones.base);
  set(QPalette::Midlight, tones.midlight);
  set(QPalette::Mid, tones.mid);
  set(QPalette::Dark, tones.dark);
  set(QPalette::Shadow, tones.dark);
  set(QPalette::Highlight, tones.accent);
  set(QPalette::HighlightedText, tones.accent_text);
  set(QPalette::Link, tones.link);
  set(QPalette::LinkVisited, tones.link);
  for (const QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, QColor(tones.faint));
  palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.mid));
  palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(tones.text));
  return palette;
}

}  // namespace

QPalette light_palette() {
  return palette_of({.window = 0xfff4f5f7,
                     .base = 0xffffffff,
                     .alternate = 0xfff8f9fa,
                     .text = 0xff1c2127,
                     .muted = 0xff5d6772,
                     .faint = 0xffa3abb4,
                     .button = 0xfff4f5f7,
                     .midlight = 0xffe6e9ec,
                     .mid = 0xffcfd4da,
                     .dark = 0xff9aa3ad,
                     .accent = 0xff0b68b3,
                     .accent_text = 0xffffffff,
                     .link = 0xff0b5fa5});
}

QPalette dark_palette() {
  return palette_of({.window = 0xff1f2226,
                     .base = 0xff17191c,
                     .alternate = 0xff1c1f22,
                     .text = 0xffe4e7ea,
                     .muted = 0xff9aa4af,
                     .faint = 0xff626b75,
                     .button = 0xff2a2e33,
                     .midlight = 0xff2f343a,
                     .mid = 0xff3d434a,
                     .dark = 0xff0e1012,
                     .accent = 0xff2f7fbf,
                     .accent_text = 0xffffffff,
                     .link = 0xff6fb6ee});
}

QColor signal_color(const QPalette& palette, Signal signal) {
  const bool dark = palette.color(QPalette::Window).lightnessF() < 0.5F;
  if (signal == Signal::error) return QColor(dark ? 0xff8fa8U : 0xb3123fU);
  return QColor(dark ? 0xe4d668U : 0x6f6200U);
}

ThemeKeeper::ThemeKeeper(QObject* parent) : QObject(parent) {
  QApplication::setStyle(new CalmStyle);
  auto* scheme = new DesktopScheme(this);
  connect(scheme, &DesktopScheme::changed, this, [this](bool dark) {
    desktop_is_dark_ = dark;
    apply();
  });
}

void ThemeKeeper::set_theme(Theme theme) {
  theme_ = theme;
  apply();
}

void ThemeKeeper::apply() {
  const bool dark = theme_ == Theme::dark || (theme_ == Theme::system && desktop_is_dark_);
  QApplication::setPalette(dark ? dark_palette() : light_palette());
  // Text with links takes their colour when it is set.
  for (QWidget* widget : QApplication::allWidgets()) {
    auto* label = qobject_cast<QLabel*>(widget);
    if (!label || label->textFormat() == Qt::PlainText || !label->text().contains("<a ")) continue;
    const QString text = label->text();
    label->clear();
    label->setText(text);
  }
}

}  // namespace footfall
