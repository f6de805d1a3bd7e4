#pragma once

#include <QDialog>
#include <string>

#include "model/sql/connection_settings.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace footfall {

class Passwords;

/// Asks for the password of an account that a server did not let in.
class PasswordPrompt : public QDialog {
  Q_OBJECT
 public:
  /// `passwords` outlives it.
  explicit PasswordPrompt(Passwords& passwords, QWidget* parent = nullptr);

  /// `refused`: another password was tried before.
  void ask(const ConnectionSettings& settings, bool refused);
  [[nodiscard]] const std::string& account() const { return account_; }
  [[nodiscard]] std::string password() const;
  /// It is to be kept in the keychain.
  [[nodiscard]] bool remember() const;

 private:
  std::string account_;
  QLabel* whose_;
  QLabel* refused_;
  QLineEdit* password_;
  QCheckBox* remember_;
  QLabel* kept_;
};

}  // namespace footfall
