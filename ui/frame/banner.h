#pragma once

#include <QFrame>
#include <functional>
#include <vector>

class QPushButton;

namespace footfall {

class WrappedLabel;

/// A message across the page, above what it speaks of, with the actions that answer it.
class Banner : public QFrame {
  Q_OBJECT
 public:
  struct Answer {
    QString text;
    std::function<void()> act;
  };
  /// The icon "error" makes it an error's.
  Banner(const QString& icon_name, std::vector<Answer> answers, QWidget* parent = nullptr);
  void set_text(const QString& text);
  [[nodiscard]] QString text() const;
  /// Another word on the button of an answer.
  void set_answer(std::size_t answer, const QString& text);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  WrappedLabel* label_;
  std::vector<QPushButton*> buttons_;
  bool error_;
};

}  // namespace footfall
