#include "ui/charts/chart_file.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSvgGenerator>

namespace footfall {
namespace {

constexpr double kPngScale = 2;
constexpr int kScreenDpi = 96;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(footfall::ChartFile)
};

bool draw(QCustomPlot& plot, QPaintDevice& device) {
  QCPPainter painter;
  if (!painter.begin(&device)) return false;
  painter.setMode(QCPPainter::pmVectorized);
  painter.setMode(QCPPainter::pmNoCaching);
  plot.toPainter(&painter, plot.width(), plot.height());
  return painter.end();
}

bool write_svg(QCustomPlot& plot, QIODevice& file) {
  QSvgGenerator svg;
  svg.setOutputDevice(&file);
  svg.setSize(plot.size());
  svg.setViewBox(plot.rect());
  svg.setResolution(kScreenDpi);
  svg.setTitle(plot.accessibleName());
  return draw(plot, svg);
}

bool write_pdf(QCustomPlot& plot, QIODevice& file) {
  QPdfWriter pdf(&file);
  pdf.setResolution(kScreenDpi);
  pdf.setTitle(plot.accessibleName());
  pdf.setPageMargins({});
  pdf.setPageSize(QPageSize(QSizeF(plot.size()) * 72 / kScreenDpi, QPageSize::Point));
  return draw(plot, pdf);
}

}  // namespace

QString save_plot(QCustomPlot& plot, const QString& path) {
  const QString ending = QFileInfo(path).suffix().toLower();
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly))
    return Words::tr("The chart was not saved to %1: %2. Try another folder.")
        .arg(path, file.errorString());
  bool written = false;
  if (ending == QLatin1String("png"))
    written = plot.toPixmap(plot.width(), plot.height(), kPngScale).save(&file, "PNG");
  else if (ending == QLatin1String("svg"))
    written = write_svg(plot, file);
  else if (ending == QLatin1String("pdf"))
    written = write_pdf(plot, file);
  else
    return Words::tr("The chart was not saved: “%1” ends in none of .png, .svg and .pdf.")
        .arg(path);
  if (!written || !file.commit())
    return Words::tr("The chart was not saved to %1: %2. Try another folder.")
        .arg(path, file.errorString());
  return {};
}

QString ask_and_save_plot(QCustomPlot& plot, const QString& suggested_stem, QWidget* parent) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  QString kind;
  QString path = QFileDialog::getSaveFileName(
      parent, Words::tr("Save chart"),
      folder + QLatin1Char('/') + suggested_stem + QStringLiteral(".png"),
      Words::tr("PNG image (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"), &kind);
  if (path.isEmpty()) return {};
  if (QFileInfo(path).suffix().isEmpty())
    path += kind.contains(QLatin1String("*.svg"))   ? QStringLiteral(".svg")
            : kind.contains(QLatin1String("*.pdf")) ? QStringLiteral(".pdf")
                                                    : QStringLiteral(".png");
  return save_plot(plot, path);
}

}  // namespace footfall
