#pragma once

#include <QWidget>

#include "model/sql/connection_settings.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace footfall {

/// Where a database is and as whom to go there. Empty fields mean what their grey text says.
class ConnectionForm : public QWidget {
  Q_OBJECT
 public:
  explicit ConnectionForm(QWidget* parent = nullptr);

  void set_settings(const ConnectionSettings& settings);
  [[nodiscard]] ConnectionSettings settings() const;
  void set_password(const std::string& password);
  [[nodiscard]] std::string password() const;
  /// Whether the password can be kept for longer than the session; false until it is known.
  void set_keychain(bool there);
  /// The password is to be kept in the keychain.
  [[nodiscard]] bool remember() const;
  void set_remember(bool on);
  /// Empty, or what stands in the way of connecting; the field gets the focus.
  [[nodiscard]] QString missing();
  /// Where to begin: the first empty field.
  void focus_first();

 signals:
  /// Another account or server than before.
  void changed();

 private:
  void show_engine();
  void show_tls();
  void choose_authorities();
  [[nodiscard]] SqlEngine engine() const;
  [[nodiscard]] TlsMode tls() const;
  [[nodiscard]] int usual_port() const;

  SqlTimeouts timeouts_;
  QComboBox* engine_;
  QLineEdit* host_;
  QLineEdit* port_;
  QLineEdit* database_;
  QLineEdit* user_;
  QLineEdit* password_;
  QCheckBox* remember_;
  QLabel* kept_;
  QComboBox* tls_;
  QLineEdit* authorities_;
  QPushButton* browse_;
};

}  // namespace footfall
