#include "ui/dialogs/guide_dialog.h"

#include <QFile>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

#include "ui/resource_files.h"

namespace footfall {
namespace {

// Tables of Markdown come with the text's colour around every cell.
void calm_tables(QTextDocument* document, const QColor& line) {
  for (QTextFrame* frame : document->rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (!table) continue;
    QTextTableFormat format = table->format();
    format.setBorderCollapse(true);
    format.setBorder(0.5);
    format.setBorderBrush(line);
    format.setCellPadding(6);
    format.setCellSpacing(0);
    table->setFormat(format);
  }
}

}  // namespace

GuideDialog::GuideDialog(QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("User guide"));
  resize(800, 720);
  auto* text = new QTextBrowser;
  text->setFrameShape(QFrame::NoFrame);
  text->setOpenExternalLinks(true);
  text->document()->setDocumentMargin(24);
  text->setAccessibleName(tr("User guide"));
  QFile file(resource_file("guide/user-guide.md"));
  if (file.open(QIODevice::ReadOnly)) {
    text->setMarkdown(QString::fromUtf8(file.readAll()));
    calm_tables(text->document(), palette().color(QPalette::Mid));
  } else {
    text->setPlainText(tr(
        "The user guide is missing from this installation (share/footfall/guide/user-guide.md)."));
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(text);
}

}  // namespace footfall
