#pragma once

#include <QWidget>
#include <chrono>
#include <vector>

#include "model/session/source.h"
#include "ui/window_pages.h"

class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace footfall {

class NavButton;
class SourceRow;

/// The left side of the window: the pages, below them the sources. Folds to the icons.
class Rail : public QWidget {
  Q_OBJECT
 public:
  explicit Rail(QWidget* parent = nullptr);

  void set_page(WindowPage page);
  /// Marks the pages that have data.
  void set_data(WindowPage page, bool has);
  void set_folded(bool folded);
  [[nodiscard]] bool folded() const { return folded_; }
  void show_sources(const std::vector<Source>& sources);

 signals:
  void page_chosen(footfall::WindowPage page);
  void fold_requested(bool folded);
  void add_requested();
  void connect_requested();
  void reload_requested(const std::string& path);
  void interval_requested(const std::string& path, std::chrono::seconds interval);
  void remove_requested(const std::string& path);
  void rejects_requested(const std::string& path);
  void edit_requested(const std::string& path);
  void reading_requested(const std::string& path);
  void forget_requested(const std::string& path);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  SourceRow* make_row(const Source& source);

  ByKind<WindowPage, NavButton*> pages_{};
  QWidget* sources_;
  QVBoxLayout* rows_layout_;
  std::vector<SourceRow*> rows_;
  QToolButton* sources_icon_;
  QToolButton* fold_;
  bool folded_ = false;
};

}  // namespace footfall
