#pragma once

#include <vector>

#include "ui/charts/plot_base.h"

namespace footfall {

/// Ranked rows as horizontal bars, the first at the top, each with its name at the left and a label
/// at its end; several values of a row are stacked in the colours of the series. Whole rows are
/// shown, as many as have room; the others are scrolled to, and the caption says which are in view.
/// The axis stands below the last bar. A click picks a row.
class HorizontalBars : public PlotBase {
  Q_OBJECT
 public:
  struct Row {
    QString name;
    std::vector<double> values;  ///< one per series, none negative
    QString label;               ///< at the end of the bar
    QString readout;             ///< under the pointer, below the name
  };

  /// `whole`: the values are whole numbers; `suffix` follows the axis numbers: " %".
  HorizontalBars(const QString& name, bool whole, const QString& suffix = {},
                 QWidget* parent = nullptr);

  /// One series has no legend; `colour` is then the index of its colour.
  void set_rows(const QStringList& series, std::vector<Row> rows, std::size_t colour = 0);
  void set_picked(int row);
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] int first_row() const { return first_; }
  [[nodiscard]] int shown_rows() const { return shown_; }
  /// The drawn labels, in pixels, by row; empty where there was no room.
  [[nodiscard]] const std::vector<QRectF>& label_rects() const { return label_rects_; }
  [[nodiscard]] QSize begin_picture() override;
  void end_picture() override;
  void fill_menu(QMenu& menu) override;

 signals:
  void row_picked(int row);
  /// The menu of a row is about to open; what it gets now comes first.
  void menu_requested(QMenu* menu, int row);

 protected:
  void apply_style() override;
  void show_full() override;
  void keep_view() override;
  [[nodiscard]] QString shown_caption() const override;
  [[nodiscard]] QRect pointed_area() const override;
  void point_at(const QPointF& position) override;
  void drop_cursor() override { cursor_ = -1; }
  void pick_at(const QPointF& position) override;
  void step_cursor(int by) override;
  void show_cursor() override;
  void pick_cursor() override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] int row_at(const QPointF& position) const;
  [[nodiscard]] double total(const Row& row) const;
  [[nodiscard]] int name_width() const;
  void scroll_to(int first);
  void reveal(int row);
  void place_rows();
  void show_row(int row, const QPointF& anchor);
  void place_names();
  void draw_labels(QCPPainter& painter);
  void draw_legend(QCPPainter& painter) const;

  std::vector<QCPBars*> bars_;
  QStringList series_;
  std::vector<Row> rows_;
  std::vector<QRectF> label_rects_;
  QScrollBar* scroll_;
  int first_ = 0;   // row at the top
  int shown_ = 0;   // rows in view
  int turned_ = 0;  // of the wheel, not yet a row
  std::size_t colour_ = 0;
  int picked_ = -1;
  int cursor_ = -1;
  double highest_ = 0;
};

}  // namespace footfall
