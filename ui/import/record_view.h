#pragma once

#include <QTableView>

namespace footfall {

class RecordModel;

/// The records of a RecordModel: columns that feed a role in its colour, the role's name below the
/// column's; values that would be rejected marked.
class RecordView : public QTableView {
  Q_OBJECT
 public:
  explicit RecordView(RecordModel& model, QWidget* parent = nullptr);
  /// Gives columns the width of what they hold, within reason.
  void fit_columns();

 signals:
  /// To give it a role; `place` on the screen is where a menu belongs.
  void column_chosen(int column, const QPoint& place);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace footfall
