#pragma once

#include <QTimer>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "model/session/task_thread.h"
#include "ui/frame/popup.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace footfall {

/// Names that contain `wanted` in any case (all names for the empty text), at most `limit`, in the
/// names' own order. Called on a thread of the popup; gives up early when asked to stop.
using NameSearch = std::function<std::vector<std::string>(
    const std::string& wanted, std::size_t limit, const std::stop_token& stop)>;

/// A search field over a list of names, of which one or several are picked. What stands in the
/// field can be picked too, listed or not.
class PickPopup : public Popup {
  Q_OBJECT
 public:
  enum class Mode { one, several };
  PickPopup(Mode mode, const QString& hint, QWidget* parent = nullptr);

  void set_names(NameSearch search, const std::vector<std::string>& picked);
  [[nodiscard]] std::vector<std::string> picked() const { return picked_; }

 signals:
  void picked_names(const std::vector<std::string>& names);

 protected:
  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void search();
  void list(const std::vector<std::string>& names);
  void add_item(const std::string& name);
  void toggle(QListWidgetItem* item);
  void take_field();
  void accept();

  Mode mode_;
  QLineEdit* field_;
  QListWidget* list_;
  QLabel* more_;
  QPushButton* apply_ = nullptr;
  NameSearch search_;
  std::vector<std::string> picked_;
  std::uint64_t generation_ = 0;
  QTimer typing_;
  TaskThread worker_;
};

}  // namespace footfall
