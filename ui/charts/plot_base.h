#pragma once

#include <qcustomplot.h>

#include <functional>
#include <optional>

#include "ui/charts/chart_style.h"

namespace footfall {

/// An item that draws with a function, in pixels, in front of the plot and unclipped.
class PaintItem : public QCPAbstractItem {
  Q_OBJECT
 public:
  PaintItem(QCustomPlot* plot, const QString& layer, std::function<void(QCPPainter&)> paint);
  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

 protected:
  void draw(QCPPainter* painter) override { paint_(*painter); }

 private:
  std::function<void(QCPPainter&)> paint_;
};

/// What all charts share: left and bottom axes, a faint horizontal grid, colours of the palette, a
/// caption that says what is shown in which unit, a cursor line with the exact value, drag pans,
/// wheel zooms (with Ctrl the horizontal axis only), double click fits; arrow keys move the cursor,
/// Enter picks, + and - zoom, Home fits.
class PlotBase : public QCustomPlot {
  Q_OBJECT
 public:
  explicit PlotBase(const QString& name, QWidget* parent = nullptr);

  void set_caption(const QString& caption);
  [[nodiscard]] const QString& caption() const { return caption_; }
  /// Shows everything.
  void fit();
  [[nodiscard]] bool fitted() const { return fitted_; }
  /// The text at the cursor; empty without one.
  [[nodiscard]] const QString& readout() const { return readout_; }
  void clear_readout();
  [[nodiscard]] const ChartColors& colors() const { return colors_; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {240, 96}; }
  [[nodiscard]] QSize sizeHint() const override { return {640, 280}; }

 signals:
  /// "Save chart" of the context menu.
  void save_requested();
  /// Everything is shown, or no longer.
  void fitted_changed(bool fitted);

 protected:
  /// Pens, brushes and gradients of the chart's own plottables.
  virtual void apply_style() = 0;
  /// What "fit" shows.
  struct Ranges {
    QCPRange x;
    QCPRange y;
  };
  [[nodiscard]] virtual Ranges full_ranges() const = 0;
  /// How far panning and zooming out go.
  [[nodiscard]] virtual Ranges limits() const { return full_ranges(); }
  /// The pointer is here; calls set_readout() or clear_readout().
  virtual void point_at(const QPointF& position) = 0;
  virtual void pick_at(const QPointF&) {}
  /// Moves the cursor one value on.
  virtual void step_cursor(int) {}
  /// Enter: picks what is under the cursor.
  virtual void pick_cursor() {}

  /// The cursor line stands at a pixel column, none without; the text beside `anchor`.
  void set_readout(const QString& text, const QPointF& anchor, std::optional<double> line_x);
  /// New data: fits unless the user has zoomed; replots.
  void data_changed();
  void set_least_span(double x) { least_x_span_ = x; }
  [[nodiscard]] QFont small_font() const;

  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
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
  void bound(QCPAxis* axis, const QCPRange& wanted);
  void zoom(double factor);
  void set_fitted(bool fitted);
  void draw_caption(QCPPainter& painter) const;
  void draw_readout(QCPPainter& painter) const;

  ChartColors colors_;
  QString caption_;
  QString readout_;
  QPointF readout_anchor_;
  std::optional<double> cursor_x_;
  QPoint pressed_;
  bool fitted_ = true;
  bool fitting_ = false;
  bool keyboard_focus_ = false;
  double least_x_span_ = 1;
};

}  // namespace footfall
