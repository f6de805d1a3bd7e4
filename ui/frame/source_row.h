#pragma once

#include <QWidget>

#include "model/session/source.h"

class QLabel;
class QToolButton;

namespace footfall {

class ElidedLabel;
class WrappedLabel;

/// One source in the rail: its name, how far it is, its counts or what went wrong; reload and
/// remove.
class SourceRow : public QWidget {
  Q_OBJECT
 public:
  explicit SourceRow(const Source& source, QWidget* parent = nullptr);
  void show_source(const Source& source);
  [[nodiscard]] const std::string& path() const { return path_; }

 signals:
  void reload_requested();
  void remove_requested();
  void rejects_requested();
  void edit_requested();  ///< another connection, or other columns, of a table

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  [[nodiscard]] QString progress_words(const Source& source) const;

  std::string path_;
  ElidedLabel* name_;
  QLabel* counts_;
  QWidget* error_;
  WrappedLabel* error_text_;
  QLabel* edit_;
  QString place_;
  bool is_table_ = false;
  bool has_rejects_ = false;
};

}  // namespace footfall
