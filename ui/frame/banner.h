#pragma once

#include <QFrame>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace footfall {

/// A message across the page, above what it speaks of, with the actions that answer it.
class Banner : public QFrame {
  Q_OBJECT
 public:
  struct Answer {
    QString text;
    std::function<void()> act;
  };
  Banner(const QString& icon_name, std::vector<Answer> answers, QWidget* parent = nullptr);
  void set_text(const QString& text);
  [[nodiscard]] QString text() const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QLabel* label_;
};

}  // namespace footfall
