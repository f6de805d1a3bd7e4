#include "ui/application.h"

#include <cstdio>

#include "model/core/failure.h"

namespace footfall {

bool Application::notify(QObject* receiver, QEvent* event) {
  try {
    return QApplication::notify(receiver, event);
  } catch (...) {
    tell_failure(current_failure());
  }
  return true;
}

void tell_failure(const Error& error) {
  auto* const application = qobject_cast<Application*>(QCoreApplication::instance());
  if (!application) return;
  try {
    // Not now: the event that failed may be half of a layout or a painting.
    QMetaObject::invokeMethod(
        application, [application, error] { emit application->failed(error); },
        Qt::QueuedConnection);
  } catch (...) {
    std::fputs("footfall: not enough memory\n", stderr);
  }
}

}  // namespace footfall
