#pragma once

#include <QObject>
#include <QPalette>

namespace footfall {

enum class Theme { system, light, dark };

[[nodiscard]] QPalette light_palette();
[[nodiscard]] QPalette dark_palette();

/// The colours of what went wrong and of what wants a look; no chart uses them.
enum class Signal { error, warning };
[[nodiscard]] QColor signal_color(const QPalette& palette, Signal signal);

/// Dresses the application in Fusion with one of the two palettes and keeps to it. "System" follows
/// the desktop portal's color-scheme, live; without a portal it is light.
class ThemeKeeper : public QObject {
  Q_OBJECT
 public:
  explicit ThemeKeeper(QObject* parent = nullptr);
  void set_theme(Theme theme);
  [[nodiscard]] Theme theme() const { return theme_; }

 private:
  void apply();

  Theme theme_ = Theme::system;
  bool desktop_is_dark_ = false;
};

}  // namespace footfall
