#pragma once

#include <QLabel>

namespace footfall {

/// Plain text over as many lines as it needs. A word longer than a line, such as the header of a
/// file, is broken anywhere: a label of Qt's would ask for its width and take the window with it.
class WrappedLabel : public QLabel {
  Q_OBJECT
 public:
  explicit WrappedLabel(QWidget* parent = nullptr);
  /// Written in the colour of errors.
  void set_error(bool error);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  bool error_ = false;
};

/// The same for the rich text of a label: lets lines break within words of more than a few letters.
/// Not for text that can be copied, which would hold the marks.
[[nodiscard]] QString breakable_html(const QString& plain);

}  // namespace footfall
