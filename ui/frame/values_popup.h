#pragma once

#include <vector>

#include "model/report/filter_part.h"
#include "ui/frame/popup.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace footfall {

/// Chooses hours of day or weekdays: a button for each, and buttons for several at once.
class ValuesPopup : public Popup {
  Q_OBJECT
 public:
  explicit ValuesPopup(ConditionField field, QWidget* parent = nullptr);

  /// `edits`: the part is set already, and can be taken away. `zone`: whose hours and days they
  /// are.
  void set_part(const FilterPart& part, bool edits, const QString& zone);

 signals:
  /// Without values: nothing is asked of the field.
  void part_chosen(const footfall::FilterPart& part);

 protected:
  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void add_several(const QString& name, unsigned first, unsigned last, int row, int column,
                   int span);
  [[nodiscard]] std::vector<std::string> chosen() const;
  void check();
  void accept();
  void move_focus(int by);

  ConditionField field_;
  QGridLayout* grid_;
  std::vector<QToolButton*> buttons_;
  QLabel* title_;
  QLabel* words_;
  QPushButton* remove_;
  QPushButton* apply_;
};

}  // namespace footfall
