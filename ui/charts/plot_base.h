#pragma once

#include <qcustomplot.h>

#include <functional>
#include <optional>

#include "ui/charts/chart_file.h"
#include "ui/charts/chart_style.h"

namespace footfall {

/// An item that draws with a function, in pixels, in front of the plot and unclipped. Areas and
/// straight lines are sharp: what wants smooth edges asks the painter for them.
class PaintItem : public QCPAbstractItem {
  Q_OBJECT
 public:
  PaintItem(QCustomPlot* plot, const QString& layer, std::function<void(QCPPainter&)> paint);
  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

 protected:
  // Smoothed, the plot's painter stands half a pixel aside, and areas side by side lose a quarter
  // of their colour.
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
    painter->setAntialiasing(false);
  }
  void draw(QCPPainter* painter) override { paint_(*painter); }

 private:
  std::function<void(QCPPainter&)> paint_;
};

/// What all charts share: left and bottom axes, a faint horizontal grid, colours of the palette, a
/// caption that says what is shown in which unit, a cursor line with the exact value. Double click
/// fits; arrow keys move the cursor, Enter picks, Home and 0 fit.
class PlotBase : public QCustomPlot {
  Q_OBJECT
 public:
  explicit PlotBase(const QString& name, QWidget* parent = nullptr);

  void set_caption(const QString& caption);
  [[nodiscard]] const QString& caption() const { return caption_; }
  /// Shows everything.
  void fit();
  /// The same for the user.
  void choose_all();
  [[nodiscard]] bool fitted() const { return fitted_; }
  /// The text at the cursor; empty without one.
  [[nodiscard]] const QString& readout() const { return readout_; }
  void clear_readout();
  /// Fills the chart's menu.
  virtual void fill_menu(QMenu& menu);
  /// Makes ready for a picture of this size, which shows everything that scrolling would; and back.
  [[nodiscard]] virtual QSize begin_picture() { return size(); }
  virtual void end_picture() {}
  [[nodiscard]] const ChartColors& colors() const { return colors_; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {240, 96}; }
  [[nodiscard]] QSize sizeHint() const override { return {640, 280}; }

 signals:
  /// "Save chart" of the context menu.
  void picture_requested(footfall::PictureTo to);
  /// Everything is shown, or no longer.
  void fitted_changed(bool fitted);
  /// The user zoomed, went along, or back to everything.
  void view_chosen();

 protected:
  /// Pens, brushes and gradients of the chart's own plottables.
  virtual void apply_style() = 0;
  /// Sets the ranges that show everything.
  virtual void show_full() = 0;
  /// New data or another size: the ranges stay where there is something to see.
  virtual void keep_view() = 0;
  /// Where the pointer is at a value: on the plot, and on what stands beside it for one.
  [[nodiscard]] virtual QRect pointed_area() const { return axisRect()->rect(); }
  /// The pointer is here; calls set_readout() or clear_readout().
  virtual void point_at(const QPointF& position) = 0;
  /// The menu is of no value.
  virtual void drop_cursor() {}
  virtual void pick_at(const QPointF&) {}
  /// Moves the cursor one value on.
  virtual void step_cursor(int) {}
  /// Shows the cursor's value again where it is in view now; nothing where there is none.
  virtual void show_cursor() {}
  /// Enter: picks what is under the cursor.
  virtual void pick_cursor() {}
  /// What the caption's line says at the moment.
  [[nodiscard]] virtual QString shown_caption() const { return caption_; }

  /// The cursor line stands at a pixel column, none without; the text beside `anchor`.
  void set_readout(const QString& text, const QPointF& anchor, std::optional<double> line_x);
  /// New data: fits unless the user has zoomed; replots.
  void data_changed();
  void set_fitted(bool fitted);
  /// The view has moved: the text at the pointer, or at the keyboard's cursor, speaks of what is
  /// there now. Replots.
  void view_moved();
  /// Width at the right end of the caption's line that the chart itself draws on.
  void set_caption_reserve(int pixels);
  [[nodiscard]] QFont small_font() const;
  [[nodiscard]] bool keyboard_cursor() const { return keyboard_cursor_; }
  /// Where the pointer is in the pointed area.
  [[nodiscard]] const std::optional<QPointF>& pointer() const { return pointer_; }
  /// A press and a release at one place.
  [[nodiscard]] bool is_click(const QMouseEvent& event) const;

  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void restyle();
  void draw_caption(QCPPainter& painter) const;
  void draw_readout(QCPPainter& painter) const;
  void step_by_key(int by);

  ChartColors colors_;
  QString caption_;
  QString readout_;
  QPointF readout_anchor_;
  std::optional<double> cursor_x_;
  std::optional<QPointF> pointer_;
  QPoint pressed_;
  int caption_reserve_ = 0;
  bool fitted_ = true;
  bool keyboard_cursor_ = false;  // the readout is at the keyboard's cursor
  bool keyboard_focus_ = false;
};

}  // namespace footfall
