#pragma once

#include <QLabel>

namespace footfall {

/// Rich text with links that Tab reaches: the first of them at once, where a label of Qt's would
/// take the focus without showing it.
class LinkLabel : public QLabel {
  Q_OBJECT
 public:
  explicit LinkLabel(QWidget* parent = nullptr);

 protected:
  void focusInEvent(QFocusEvent* event) override;
};

/// Sets the text of a LinkLabel; without a link in it Tab passes it by.
void set_html(QLabel& label, const QString& html);

}  // namespace footfall
