#include "ui/dialogs/guide_dialog.h"

#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/resource_files.h"

namespace footfall {

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
  } else {
    text->setPlainText(tr("The user guide is missing from this installation (share/footfall/guide/user-guide.md)."));
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(text);
}

}  // namespace footfall
