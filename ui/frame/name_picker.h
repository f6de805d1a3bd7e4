#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "model/session/task_thread.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace footfall {

/// Names that a text finds, all names for the empty text, at most `limit`, in the names' own order.
/// Called on a thread of the picker; gives up early when asked to stop.
using NameSearch = std::function<std::vector<std::string>(
    const std::string& wanted, std::size_t limit, const std::stop_token& stop)>;

/// A search field over a list of names, of which one or several are picked. What stands in the
/// field can be picked too, listed or not. Or nothing is picked, and the list shows what the text
/// in the field finds.
class NamePicker : public QWidget {
  Q_OBJECT
 public:
  enum class Mode { one, several, none };
  explicit NamePicker(const QString& hint, QWidget* parent = nullptr);

  /// The text in the field stays where `keep_text` says so. Without a search there is no list.
  void set_names(Mode mode, NameSearch search, const std::vector<std::string>& picked,
                 bool keep_text = false);
  void set_hint(const QString& hint);
  void set_text(const QString& text);
  [[nodiscard]] std::string text() const;
  [[nodiscard]] const std::vector<std::string>& picked() const { return picked_; }
  /// Stands at the right of the foot.
  void add_to_foot(QWidget* widget);
  void focus_field();
  /// Takes what stands in the field, as Return does; accepted() follows.
  void take_field();

 signals:
  void text_changed();
  /// Return, or the one name was picked.
  void accepted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void search();
  void list(const std::vector<std::string>& names);
  void add_item(const std::string& name);
  void toggle(QListWidgetItem* item);

  Mode mode_ = Mode::one;
  QLineEdit* field_;
  QListWidget* list_;
  QLabel* more_;
  QHBoxLayout* foot_;
  NameSearch search_;
  std::vector<std::string> picked_;
  bool current_ = false;  // the list is of the text in the field
  bool ticked_ = false;   // in the list of that text
  bool waiting_ = false;  // Return came before the list
  std::uint64_t generation_ = 0;
  QTimer typing_;
  TaskThread worker_;
};

}  // namespace footfall
