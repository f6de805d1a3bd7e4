#pragma once

#include <QDialog>
#include <QTimer>

#include "ui/dialogs/guide_topics.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace footfall {

class GuideContents;
class GuideText;

/// The user guide in the language of the window, with its contents and a search.
class GuideDialog : public QDialog {
  Q_OBJECT
 public:
  /// `folder` holds the guide's languages and pictures.
  explicit GuideDialog(const QString& folder, QWidget* parent = nullptr);

  /// Shows the guide at the section of a page or dialog.
  void open_at(GuideTopic topic);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] QWidget* build_search();
  void load();
  void search();
  void step(int by);
  void list_found();
  void say_found();

  QString folder_;
  GuideText* text_;
  GuideContents* contents_;
  QLineEdit* field_ = nullptr;
  QLabel* found_ = nullptr;
  QToolButton* previous_ = nullptr;
  QToolButton* next_ = nullptr;
  QTimer typing_;
};

}  // namespace footfall
