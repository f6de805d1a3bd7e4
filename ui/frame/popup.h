#pragma once

#include <QFrame>

namespace footfall {

/// A small panel that opens below a button and closes with Esc or a click elsewhere.
class Popup : public QFrame {
  Q_OBJECT
 public:
  explicit Popup(QWidget* parent = nullptr);
  /// Below `button`, moved as far as the screen demands.
  void open_below(const QWidget* button);

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace footfall
