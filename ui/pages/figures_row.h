#pragma once

#include <QString>
#include <QWidget>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace footfall {

/// The figures that matter at the top of a page: a large number over a small muted label.
class FiguresRow : public QWidget {
  Q_OBJECT
 public:
  struct Figure {
    QString value;
    QString label;
    QString tooltip = {};  ///< what the label has no room for
  };
  explicit FiguresRow(QWidget* parent = nullptr);

  /// `partial` tags the labels "so far".
  void set_figures(const std::vector<Figure>& figures, bool partial);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Cell {
    QWidget* box;
    QLabel* value;
    QLabel* label;
  };
  Cell make_cell();
  void apply_fonts();

  QHBoxLayout* row_;
  std::vector<Cell> cells_;
  bool applying_ = false;
};

}  // namespace footfall
