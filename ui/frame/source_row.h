#pragma once

#include <QWidget>

#include "model/session/source.h"

class QLabel;
class QToolButton;

namespace footfall {

class ElidedLabel;

/// One source in the rail: its name, how far it is, its counts or what went wrong; reload and remove.
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

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  std::string path_;
  ElidedLabel* name_;
  QLabel* counts_;
  QLabel* error_;
  bool has_rejects_ = false;
};

}  // namespace footfall
