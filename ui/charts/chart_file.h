#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

class QCPPainter;
class QWidget;

namespace footfall {

class PlotBase;

/// Where a picture goes: a file of its own, the clipboard, or a document of the whole page.
enum class PictureTo : std::uint8_t { file, clipboard, page };

/// Charts with what a reader has to know who sees nothing but the picture.
struct ChartPicture {
  std::vector<PlotBase*> plots;         ///< as they are shown, all rows of those that scroll
  Qt::Orientation side = Qt::Vertical;  ///< in which direction they follow each other
  QString title;
  QStringList lines;  ///< source, filter, ...
};

/// Saves a picture: PNG at twice the screen's size, SVG or PDF by the name's ending. Returns what
/// went wrong, empty on success. The old file stays whole on failure.
[[nodiscard]] QString save_picture(const ChartPicture& picture, const QString& path);

/// Puts the picture on the clipboard, as an image of twice the screen's size.
void copy_picture(const ChartPicture& picture);

/// For documents, in light colours: the picture as SVG; or drawn into a room, as wide as that and
/// no higher, with its height in return.
[[nodiscard]] QByteArray picture_svg(const ChartPicture& picture);
qreal paint_picture(const ChartPicture& picture, QCPPainter& painter, const QRectF& room);

/// Asks for a name and saves; returns what went wrong, empty on success or when the user declined.
[[nodiscard]] QString ask_and_save_picture(const ChartPicture& picture,
                                           const QString& suggested_stem, QWidget* parent);

}  // namespace footfall
