#pragma once

#include <QString>
#include <QWidget>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace footfall {

/// The figures that matter at the top of a page: a large number over a small muted label. Where
/// they have little room they stand closer and are smaller.
class FiguresRow : public QWidget {
  Q_OBJECT
 public:
  struct Figure {
    QString value;
    QString label;
    QString tooltip = {};  ///< what the label has no room for
    QString mark = {};     ///< why the figure may mislead; makes a mark that can be followed
  };
  explicit FiguresRow(QWidget* parent = nullptr);

  /// `partial` tags the labels "so far".
  void set_figures(const std::vector<Figure>& figures, bool partial);
  /// What is shown, with labels in whole words.
  [[nodiscard]] std::vector<Figure> shown() const;

  [[nodiscard]] QSize sizeHint() const override;
  /// From then on it may be narrower than its least width; the longest labels are cut short there.
  void cut_labels() { cutting_ = true; }
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] int least_width() const { return width_at(densities().back()); }

 signals:
  void mark_followed();

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Cell {
    QWidget* box;
    QLabel* value;
    QLabel* label;
    QString words = {};  // of the label, whole
    QToolButton* mark;
  };
  struct Density {
    int spacing;
    double value_scale;
  };
  static constexpr int kLongestLabel = 1200;       // px
  static const std::vector<Density>& densities();  // from wide to narrow

  Cell make_cell();
  [[nodiscard]] QFont scaled_font(double scale) const;
  [[nodiscard]] QFont value_font(const Density& density) const;
  [[nodiscard]] int width_at(const Density& density, int longest_label = kLongestLabel) const;
  void apply_density();

  QHBoxLayout* row_;
  std::vector<Cell> cells_;
  bool applying_ = false;
  bool cutting_ = false;
};

}  // namespace footfall
