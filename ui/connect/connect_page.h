#pragma once

#include <QWidget>
#include <vector>

#include "ui/connect/saved_connections.h"

class QListWidget;
class QPushButton;

namespace footfall {

class ConnectionForm;
class Passwords;
class WrappedLabel;

/// First step of connecting: the connections used before, and the form of one.
class ConnectPage : public QWidget {
  Q_OBJECT
 public:
  explicit ConnectPage(Passwords& passwords, QWidget* parent = nullptr);

  /// Lists the saved connections; the newest one, or none, stands in the form.
  void begin();
  void begin_with(const ConnectionSettings& settings);
  [[nodiscard]] ConnectionForm& form() { return *form_; }
  /// Keeps the connection under the name in the form. One that was chosen here by that name stays
  /// one, whatever was changed about it.
  void save(const ConnectionSettings& settings);

 signals:
  void changed();
  /// A saved connection was double-clicked.
  void accepted();

 private:
  void build_question();
  void ask_to_forget(bool asked);
  void forget_chosen();
  void forget_password(const ConnectionSettings& settings);
  [[nodiscard]] const SavedConnection* chosen() const;
  void list();
  void fill(const SavedConnection& connection);
  void look_up_password();

  Passwords& passwords_;
  std::vector<SavedConnection> connections_;
  SavedConnection begun_;  // what the form was filled with
  QWidget* side_;
  QListWidget* saved_;
  QWidget* buttons_;  // below the list
  QPushButton* forget_;
  QWidget* question_;  // in their place: whether to forget
  WrappedLabel* question_text_;
  QPushButton* leave_;
  ConnectionForm* form_;
};

}  // namespace footfall
