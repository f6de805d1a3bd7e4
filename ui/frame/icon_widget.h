#pragma once

#include <QIcon>
#include <QWidget>

namespace footfall {

/// An icon that follows the palette, which a pixmap in a label would not.
class IconWidget : public QWidget {
 public:
  explicit IconWidget(const QString& name = {}, QWidget* parent = nullptr);
  [[nodiscard]] const QString& name() const { return name_; }
  /// A name of icons.h; empty for none.
  void set_icon(const QString& name);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString name_;
  QIcon icon_;
};

}  // namespace footfall
