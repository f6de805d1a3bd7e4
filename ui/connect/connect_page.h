#pragma once

#include <QWidget>
#include <vector>

#include "ui/connect/saved_connections.h"

class QListWidget;
class QPushButton;

namespace footfall {

class ConnectionForm;
class Passwords;

/// First step of connecting: the connections used before, and the form of one.
class ConnectPage : public QWidget {
  Q_OBJECT
 public:
  explicit ConnectPage(Passwords& passwords, QWidget* parent = nullptr);

  /// Lists the saved connections; the newest one, or none, stands in the form.
  void begin();
  void begin_with(const ConnectionSettings& settings);
  [[nodiscard]] ConnectionForm& form() { return *form_; }

 signals:
  void changed();
  /// A saved connection was double-clicked.
  void accepted();

 private:
  void list();
  void fill(const SavedConnection& connection);
  void look_up_password();

  Passwords& passwords_;
  std::vector<SavedConnection> connections_;
  QWidget* side_;
  QListWidget* saved_;
  QPushButton* forget_;
  ConnectionForm* form_;
};

}  // namespace footfall
