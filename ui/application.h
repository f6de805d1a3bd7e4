#pragma once

#include <QApplication>

#include "model/core/error.h"

namespace footfall {

/// The window's application: what is thrown while an event is handled, memory that ran out above
/// all, is told, and the window goes on.
class Application : public QApplication {
  Q_OBJECT
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override;

 signals:
  void failed(const footfall::Error& error);
};

/// Tells the window what failed and belongs to no file or dialog, as soon as it can listen.
void tell_failure(const Error& error);

}  // namespace footfall
