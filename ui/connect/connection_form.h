#pragma once

#include <QWidget>

#include "ui/connect/pasted_url.h"

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
  /// How a person calls it; empty where it has no name.
  void set_name(const QString& name);
  [[nodiscard]] QString name() const;
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
  /// A URL in place of the host has filled the fields, or cannot be read.
  void url_taken(const footfall::PastedUrl& pasted);
  void url_refused(const QString& fault);

 private:
  void show_engine();
  void show_tls();
  void choose_authorities();
  /// Empty, or why it cannot be read.
  QString take_url();
  [[nodiscard]] SqlEngine engine() const;
  [[nodiscard]] TlsMode tls() const;
  [[nodiscard]] int usual_port() const;

  SqlTimeouts timeouts_;
  QString host_before_;  ///< what stood there before it was edited
  QComboBox* engine_;
  QLineEdit* name_;
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
