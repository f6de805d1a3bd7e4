#include "ui/dialogs/guide_dialog.h"

#include <QEvent>
#include <QFile>
#include <QScrollBar>
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
  text_ = new QTextBrowser;
  text_->setFrameShape(QFrame::NoFrame);
  text_->setOpenExternalLinks(true);
  text_->document()->setDocumentMargin(24);
  text_->setAccessibleName(tr("User guide"));
  load();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(text_);
}

void GuideDialog::load() {
  const int place = text_->verticalScrollBar()->value();
  QFile file(resource_file("guide/user-guide.md"));
  if (file.open(QIODevice::ReadOnly)) {
    text_->setMarkdown(QString::fromUtf8(file.readAll()));
    calm_tables(text_->document(), palette().color(QPalette::Mid));
    text_->verticalScrollBar()->setValue(place);
  } else {
    text_->setPlainText(tr(
        "The user guide is missing from this installation (share/footfall/guide/user-guide.md)."));
  }
}

// Links and lines take their colours from the palette when the text is set.
void GuideDialog::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) load();
}

}  // namespace footfall
