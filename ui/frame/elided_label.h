#pragma once

#include <QLabel>

namespace footfall {

/// One line of text that gives way in the middle, or at its end, and shows itself whole in a
/// tooltip.
class ElidedLabel : public QLabel {
  Q_OBJECT
 public:
  explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
  void set_full_text(const QString& text, const QString& tooltip);
  void set_elide_mode(Qt::TextElideMode mode);
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void elide();
  QString full_;
  Qt::TextElideMode mode_ = Qt::ElideMiddle;
};

}  // namespace footfall
