#pragma once

#include <QTabBar>

namespace footfall {

/// Tabs as plain words, the one in front underlined.
class TabStrip : public QTabBar {
  Q_OBJECT
 public:
  explicit TabStrip(QWidget* parent = nullptr);

 protected:
  [[nodiscard]] QSize tabSizeHint(int index) const override;
  [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace footfall
