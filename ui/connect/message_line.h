#pragma once

#include <QWidget>

#include "ui/words.h"

class QLabel;
class QProgressBar;

namespace footfall {

class IconWidget;

/// One message beside its cause: that something is under way, went well, or went wrong.
class MessageLine : public QWidget {
  Q_OBJECT
 public:
  explicit MessageLine(QWidget* parent = nullptr);
  void show_busy(const QString& text);
  void show_good(const QString& text);
  void show_fault(const ErrorWords& words);
  void clear();
  [[nodiscard]] QString text() const;
  [[nodiscard]] bool is_fault() const { return fault_; }

 private:
  void show_text(const QString& text, const QString& icon_name, bool busy);

  IconWidget* mark_;
  QProgressBar* bar_;
  QLabel* label_;
  bool fault_ = false;
};

}  // namespace footfall
