#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace footfall {

/// A calm page in place of an empty one: what is missing, and buttons for what to do.
class Notice : public QWidget {
  Q_OBJECT
 public:
  Notice(const QString& title, const QString& text, QWidget* parent = nullptr);
  void set_title(const QString& title);
  void set_text(const QString& text);
  QPushButton* add_button(const QString& text);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void apply_style();
  void fit_text();

  QLabel* title_;
  QLabel* text_;
  QHBoxLayout* buttons_;
  bool applying_ = false;
};

}  // namespace footfall
