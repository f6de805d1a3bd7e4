#pragma once

#include <QAbstractButton>

namespace footfall {

/// A page's entry in the rail: icon and name; folded, the icon alone with the name as tooltip.
class NavButton : public QAbstractButton {
  Q_OBJECT
 public:
  NavButton(const QString& icon_name, const QString& text, QWidget* parent = nullptr);
  void set_folded(bool folded);
  /// A dot beside the name: the page has something to show.
  void set_marked(bool marked);
  [[nodiscard]] bool marked() const { return marked_; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  bool folded_ = false;
  bool marked_ = false;
};

}  // namespace footfall
