#include "ui/style/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/style/theme.h"

namespace footfall {
namespace {

QColor color_of(const QString& name, QIcon::Mode mode) {
  const QPalette palette = QApplication::palette();
  const bool plain = mode == QIcon::Normal || mode == QIcon::Active;
  if (plain && name == "error") return signal_color(palette, Signal::error);
  if (plain && name == "warning") return signal_color(palette, Signal::warning);
  switch (mode) {
    case QIcon::Disabled:
      return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
      return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
      break;
  }
  return palette.color(QPalette::WindowText);
}

class StrokeIconEngine : public QIconEngine {
 public:
  explicit StrokeIconEngine(const QString& name) : name_(name) {
    QFile file(":/icons/" + name + ".svg");
    if (file.open(QIODevice::ReadOnly)) svg_ = file.readAll();
  }
  QIconEngine* clone() const override { return new StrokeIconEngine(*this); }

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    QByteArray colored = svg_;
    colored.replace("currentColor", color_of(name_, mode).name(QColor::HexRgb).toLatin1());
    QSvgRenderer(colored).render(painter, rect);
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return scaledPixmap(size, mode, state, 1);
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
    const QString key = QString("footfall/%1/%2x%3/%4")
                            .arg(name_)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color_of(name_, mode).name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
  }

 private:
  QString name_;
  QByteArray svg_;
};

}  // namespace

QIcon icon(const QString& name) { return QIcon(new StrokeIconEngine(name)); }

}  // namespace footfall
