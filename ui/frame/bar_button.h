#pragma once

#include <QToolButton>

namespace footfall {

/// A flat button of the top bar: icon, text and, where it opens something, a small arrow.
class BarButton : public QToolButton {
  Q_OBJECT
 public:
  BarButton(const QString& icon_name, const QString& text, QWidget* parent = nullptr);
  void set_arrow(bool arrow);
  /// The text gives way in the middle beyond this many pixels.
  void set_text_limit(int pixels) { limit_ = pixels; }
  /// Muted: what it stands for has no effect here. It can be used all the same.
  void set_quiet(bool quiet);
  [[nodiscard]] bool quiet() const { return quiet_; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QString shown_text() const;
  bool arrow_ = false;
  bool quiet_ = false;
  int limit_ = 240;
};

}  // namespace footfall
