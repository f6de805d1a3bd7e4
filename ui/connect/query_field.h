#pragma once

#include <QWidget>
#include <optional>

#include "model/sql/sql_error.h"

class QPlainTextEdit;
class QPushButton;

namespace footfall {

class WrappedLabel;

/// A query of one's own, which the server checks before anything is made of it.
class QueryField : public QWidget {
  Q_OBJECT
 public:
  explicit QueryField(QWidget* parent = nullptr);

  /// Not as an edit.
  void set_query(const std::string& query);
  /// As an edit, which can be undone, and has it checked.
  void put(const std::string& query);
  /// As TableName::query holds it.
  [[nodiscard]] std::string query() const;
  /// Something was typed since set_query() or forget_edits().
  [[nodiscard]] bool edited() const;
  void forget_edits();

  /// The server has taken what stands here.
  [[nodiscard]] bool taken() const;
  /// It was of another connection.
  void forget_check();
  /// Asks for a check, where there is something to check.
  void check();
  void show_taken();
  /// Below the field, and at the place that is to blame.
  void show_fault(const SqlError& error);
  /// Nothing more comes of the check; what was said stays.
  void end_check();

 signals:
  /// What stands here, or whether it was taken.
  void changed();
  void check_requested(const std::string& query);

 protected:
  /// Ctrl+Return checks.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void take_edit();
  void say(const QString& text, bool fault = false);
  void mark(std::size_t place);
  void refresh();

  QPlainTextEdit* text_;
  QPushButton* check_;
  WrappedLabel* state_;
  std::optional<std::string> sent_;  ///< the text of the latest check
  bool checking_ = false;
  bool taken_ = false;  ///< the server took that
};

}  // namespace footfall
