#pragma once

#include <QDialog>

class QTextBrowser;

namespace footfall {

/// The user guide, read from resources/guide.
class GuideDialog : public QDialog {
  Q_OBJECT
 public:
  explicit GuideDialog(QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void load();

  QTextBrowser* text_;
};

}  // namespace footfall
