#pragma once

#include <QWidget>

class QButtonGroup;

namespace footfall {

/// A few exclusive choices as flat buttons in a row: Line | Heatmap | Both.
class ChoiceBar : public QWidget {
  Q_OBJECT
 public:
  ChoiceBar(const QString& name, const QStringList& choices, QWidget* parent = nullptr);
  [[nodiscard]] int choice() const;
  void set_choice(int choice);

 signals:
  void chosen(int choice);

 private:
  QButtonGroup* group_;
};

}  // namespace footfall
