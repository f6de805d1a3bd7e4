#pragma once

#include <QWidget>
#include <chrono>
#include <optional>

#include "model/session/source.h"

class QLabel;
class QToolButton;

namespace footfall {

class ElidedLabel;
class WrappedLabel;

/// One source in the rail: its name, how far it is, its counts, how it is read, or what went wrong
/// and what can be done about it; reload and remove.
class SourceRow : public QWidget {
  Q_OBJECT
 public:
  explicit SourceRow(const Source& source, QWidget* parent = nullptr);
  void show_source(const Source& source);
  [[nodiscard]] const std::string& path() const { return path_; }

 signals:
  void reload_requested();
  void interval_requested(std::chrono::seconds interval);  ///< in which a table is asked again
  void remove_requested();
  void rejects_requested();
  void edit_requested();     ///< another connection, or other columns, of a table
  void reading_requested();  ///< how a file is read
  void forget_requested();   ///< what is remembered of its shape

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  [[nodiscard]] QString progress_words(const Source& source) const;
  void show_plan(const Source& source);
  void show_error(const Source& source);
  void follow_link(const QString& link);

  std::string path_;
  ElidedLabel* name_;
  QLabel* counts_;
  ElidedLabel* plan_;
  QLabel* plan_links_;
  QWidget* error_;
  WrappedLabel* error_text_;
  QLabel* answers_;
  QString place_;
  std::optional<std::chrono::seconds> interval_;  // of a table
  bool is_table_ = false;
  bool has_rejects_ = false;
  bool readable_ = false;  ///< how it is read can be asked
  bool chosen_ = false;    ///< it is not read as it says itself
};

}  // namespace footfall
