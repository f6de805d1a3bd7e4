#pragma once

#include <QDialog>

namespace footfall {

/// The user guide, read from resources/guide.
class GuideDialog : public QDialog {
  Q_OBJECT
 public:
  explicit GuideDialog(QWidget* parent = nullptr);
};

}  // namespace footfall
