#include "ui/charts/chart_file.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>

#include "model/export/links.h"
#include "ui/charts/plot_base.h"
#include "ui/dialogs/save_place.h"
#include "ui/style/theme.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr double kPngScale = 2;
constexpr int kScreenDpi = 96;
constexpr int kMargin = 16;
constexpr int kSpacing = 8;
constexpr double kTitleScale = 1.2;
constexpr double kLineScale = 0.9;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(footfall::ChartFile)
};

QFont scaled(QFont font, double scale) {
  font.setPointSizeF(font.pointSizeF() * scale);
  return font;
}

// Charts side by side or one below the other, under the heading; makes the charts ready for it and
// gives them back.
class Sheet {
 public:
  explicit Sheet(const ChartPicture& picture) : picture_(picture) {
    const bool down = picture.side == Qt::Vertical;
    QSize body(0, 0);
    for (PlotBase* plot : picture.plots) {
      plot->clear_readout();
      sizes_.push_back(plot->begin_picture());
      const QSize size = sizes_.back();
      const int gap = sizes_.size() > 1 ? kSpacing : 0;
      body = down
                 ? QSize(std::max(body.width(), size.width()), body.height() + gap + size.height())
                 : QSize(body.width() + gap + size.width(), std::max(body.height(), size.height()));
    }
    title_font_ = scaled(picture.plots.front()->font(), kTitleScale);
    title_font_.setWeight(QFont::DemiBold);
    line_font_ = scaled(picture.plots.front()->font(), kLineScale);
    size_ = body;
    if (picture.title.isEmpty() && picture.lines.isEmpty()) return;
    margin_ = heading_ = kMargin;
    add_heading(title_font_, picture.title, body.width());
    for (const QString& line : picture.lines) add_heading(line_font_, line, body.width());
    heading_ += kSpacing;
    size_ += QSize(2 * margin_, heading_ + margin_);
  }
  ~Sheet() {
    for (PlotBase* plot : picture_.plots) plot->end_picture();
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  [[nodiscard]] QSize size() const { return size_; }

  bool draw(QPaintDevice& device, double scale, QCPPainter::PainterMode mode) {
    QCPPainter painter;
    if (!painter.begin(&device)) return false;
    painter.setMode(mode);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.scale(scale, scale);
    paint(painter);
    return painter.end();
  }
  void paint(QCPPainter& painter) {
    const ChartColors& colors = picture_.plots.front()->colors();
    painter.fillRect(QRect(QPoint(), size_), colors.background);
    for (const Heading& heading : headings_) {
      painter.setFont(heading.font);
      painter.setPen(&heading == &headings_.front() ? colors.text : colors.muted);
      painter.drawText(heading.place, kFlow, heading.text);
    }
    QPoint at(margin_, heading_);
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
      painter.save();
      painter.translate(at);
      picture_.plots[i]->toPainter(&painter, sizes_[i].width(), sizes_[i].height());
      painter.restore();
      if (picture_.side == Qt::Vertical)
        at.ry() += sizes_[i].height() + kSpacing;
      else
        at.rx() += sizes_[i].width() + kSpacing;
    }
  }

 private:
  static constexpr int kFlow = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere;
  struct Heading {
    QFont font;
    QString text;
    QRect place;
  };
  void add_heading(const QFont& font, const QString& text, int width) {
    if (text.isEmpty()) return;
    const QRect room(kMargin, heading_, width, 4096);
    const int height = QFontMetrics(font).boundingRect(room, kFlow, text).height() + 2;
    headings_.push_back({font, text, QRect(room.topLeft(), QSize(room.width(), height))});
    heading_ += height + 2;
  }

  const ChartPicture& picture_;
  std::vector<QSize> sizes_;
  std::vector<Heading> headings_;
  QFont title_font_, line_font_;
  int heading_ = 0;  // height
  int margin_ = 0;
  QSize size_;
};

// Charts in light colours while it lives.
class LightCharts {
 public:
  explicit LightCharts(const ChartPicture& picture) : picture_(picture) {
    for (PlotBase* plot : picture.plots) plot->setPalette(light_palette());
  }
  ~LightCharts() {
    for (PlotBase* plot : picture_.plots) plot->setPalette({});
  }
  LightCharts(const LightCharts&) = delete;
  LightCharts& operator=(const LightCharts&) = delete;

 private:
  const ChartPicture& picture_;
};

QImage image_of(Sheet& sheet) {
  QImage image(sheet.size() * kPngScale, QImage::Format_RGB32);
  return sheet.draw(image, kPngScale, QCPPainter::pmNonCosmetic) ? image : QImage();
}

bool write_png(Sheet& sheet, QIODevice& file) {
  const QImage image = image_of(sheet);
  return !image.isNull() && image.save(&file, "PNG");
}

bool write_svg(Sheet& sheet, const QString& title, QIODevice& file) {
  QSvgGenerator svg;
  svg.setOutputDevice(&file);
  svg.setSize(sheet.size());
  svg.setViewBox(QRect(QPoint(), sheet.size()));
  svg.setResolution(kScreenDpi);
  svg.setTitle(title);
  return sheet.draw(svg, 1, QCPPainter::pmVectorized);
}

bool write_pdf(Sheet& sheet, const QString& title, QIODevice& file) {
  QPdfWriter pdf(&file);
  pdf.setResolution(kScreenDpi);
  pdf.setTitle(title);
  pdf.setPageMargins({});
  pdf.setPageSize(QPageSize(QSizeF(sheet.size()) * 72 / kScreenDpi, QPageSize::Point));
  return sheet.draw(pdf, 1, QCPPainter::pmVectorized);
}

}  // namespace

QString save_picture(const ChartPicture& picture, const QString& path) {
  const QString ending = QFileInfo(path).suffix().toLower();
  const QString title =
      picture.title.isEmpty() ? picture.plots.front()->accessibleName() : picture.title;
  if (ending != QLatin1String("png") && ending != QLatin1String("svg") &&
      ending != QLatin1String("pdf"))
    return Words::tr("The chart was not saved: “%1” ends in none of .png, .svg and .pdf.")
        .arg(path);
  const Result<std::string> place = follow_links(to_bytes(path));
  if (!place) return error_sentence(place.error());
  QSaveFile file(to_text(*place));
  if (!file.open(QIODevice::WriteOnly))
    return Words::tr("The chart was not saved to %1: %2. Try another folder.")
        .arg(path, file.errorString());
  Sheet sheet(picture);
  const bool written = ending == QLatin1String("png")   ? write_png(sheet, file)
                       : ending == QLatin1String("svg") ? write_svg(sheet, title, file)
                                                        : write_pdf(sheet, title, file);
  if (!written || !file.commit())
    return Words::tr("The chart was not saved to %1: %2. Try another folder.")
        .arg(path, file.errorString());
  return {};
}

void copy_picture(const ChartPicture& picture) {
  Sheet sheet(picture);
  QGuiApplication::clipboard()->setImage(image_of(sheet));
}

QByteArray picture_svg(const ChartPicture& picture) {
  const LightCharts light(picture);
  Sheet sheet(picture);
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  return write_svg(sheet, picture.title, buffer) ? buffer.data() : QByteArray();
}

qreal paint_picture(const ChartPicture& picture, QCPPainter& painter, const QRectF& room) {
  const LightCharts light(picture);
  Sheet sheet(picture);
  const QSizeF size = sheet.size();
  const qreal scale = std::min(room.width() / size.width(), room.height() / size.height());
  painter.save();
  painter.translate(room.topLeft());
  painter.scale(scale, scale);
  sheet.paint(painter);
  painter.restore();
  return size.height() * scale;
}

QString ask_and_save_picture(const ChartPicture& picture, const QString& suggested_stem,
                             QWidget* parent) {
  const QString path =
      ask_save_path(parent, Words::tr("Save chart"), suggested_stem + QStringLiteral(".png"),
                    Words::tr("PNG image (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
  return path.isEmpty() ? QString() : save_picture(picture, path);
}

}  // namespace footfall
