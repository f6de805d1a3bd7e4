#include "ui/dialogs/guide_text.h"

#include <QAbstractTextDocumentLayout>
#include <QImageReader>
#include <QPainter>
#include <QPointer>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>
#include <algorithm>

#include "ui/dialogs/guide_file.h"

namespace footfall {
namespace {

constexpr int kMargin = 24;
constexpr int kLineHeight = 125;  // percent
constexpr int kWidestText = 760;  // longer lines are hard to follow
constexpr int kPictureRatio = 2;  // pixels of a picture for one of the text, as on fine screens
constexpr int kLeastWidth = 400;
constexpr int kRoomAbove = 16;       // of a heading that one was led to
constexpr int kMarkedAround = 4000;  // characters out of view, for what is marked is drawn slowly

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

// Room between lines, paragraphs and chapters, for most paragraphs are long. Lines of code break
// where the text does: else the longest of them is as wide as all becomes.
void air_blocks(QTextDocument* document, const QColor& code) {
  QTextCursor all(document);
  all.beginEditBlock();
  for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
    const QTextBlockFormat now = block.blockFormat();
    const bool picture =
        block.begin() != block.end() && block.begin().fragment().charFormat().isImageFormat();
    QTextCursor cursor(block);
    QTextBlockFormat format;
    if (now.headingLevel() > 0) {
      format.setTopMargin(now.headingLevel() == 2 ? 32 : now.headingLevel() == 3 ? 24 : 0);
      format.setBottomMargin(8);
    } else if (picture) {
      format.setTopMargin(8);
      format.setBottomMargin(16);
    } else if (now.nonBreakableLines()) {
      const bool goes_on = block.next().blockFormat().nonBreakableLines();
      format.setNonBreakableLines(false);
      format.setBackground(code);
      format.setBottomMargin(goes_on ? 0 : 12);
    } else {
      format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
      if (!cursor.currentTable()) format.setBottomMargin(block.textList() ? 4 : 12);
    }
    cursor.mergeBlockFormat(format);
  }
  all.endEditBlock();
}

// One character each.
std::vector<int> picture_places(const QTextDocument& document) {
  std::vector<int> places;
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
    for (auto part = block.begin(); !part.atEnd(); ++part)
      if (part.fragment().charFormat().isImageFormat())
        places.push_back(part.fragment().position());
  return places;
}

}  // namespace

GuideText::GuideText(QWidget* parent) : QTextBrowser(parent) {
  setFrameShape(QFrame::NoFrame);
  setOpenExternalLinks(true);
  setLineWrapMode(FixedPixelWidth);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // all is as wide as the view at most
  setMinimumWidth(kLeastWidth);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &GuideText::follow_scrolling);
}

// The text is made before it is shown: every change of what is shown would lay it out anew.
void GuideText::show_guide(const Guide& guide, const QString& folder) {
  const int top = cursorForPosition({0, 0}).position();
  const bool anew = !sections_.empty();
  folder_ = folder;
  auto* made = new QTextDocument(this);
  made->setUndoRedoEnabled(false);
  made->setDefaultFont(font());
  made->setDocumentMargin(kMargin);
  made->setMarkdown(guide.markdown);
  calm_tables(made, palette().color(QPalette::Mid));
  air_blocks(made, palette().color(QPalette::Window));
  const int width = text_width();
  fit_pictures(*made, width);
  {
    const QScopedValueRollback<bool> moving(moving_, true);
    setExtraSelections({});
    const QPointer<QTextDocument> before = document();  // deletes itself where it is Qt's own
    setDocument(made);
    delete before.data();
    setLineWrapColumnOrWidth(width);
  }
  list_sections(guide);
  if (anew) scroll_to(top_of(top), section_);
  mark_found();
}

void GuideText::list_sections(const Guide& guide) {
  sections_.clear();
  qsizetype heading = 0;
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
    const int level = block.blockFormat().headingLevel();
    if (level == 0) continue;
    if (level == 2 || level == 3)
      sections_.push_back({block.text(), level, guide.anchors.value(heading), block.position()});
    ++heading;
  }
}

int GuideText::section_at(int place) const {
  const auto next = std::ranges::upper_bound(sections_, place, {}, &Section::place);
  return static_cast<int>(next - sections_.begin()) - 1;
}

int GuideText::top_of(int place) const {
  const QTextBlock block = document()->findBlock(place);
  return static_cast<int>(document()->documentLayout()->blockBoundingRect(block).top());
}

void GuideText::go_to(int section) {
  const bool known = section >= 0 && static_cast<std::size_t>(section) < sections_.size();
  if (known)
    scroll_to(top_of(sections_[static_cast<std::size_t>(section)].place) - kRoomAbove, section);
  else
    scroll_to(0, -1);
  at_heading_ = true;
}

// A section near the end does not come to the top of the view, but is the one that is read.
void GuideText::scroll_to(int value, int section) {
  {
    const QScopedValueRollback<bool> moving(moving_, true);
    verticalScrollBar()->setValue(value);
  }
  mark_found();
  if (section == section_) return;
  section_ = section;
  emit section_changed(section_);
}

void GuideText::follow_scrolling() {
  if (moving_) return;
  at_heading_ = false;
  mark_found();
  const QScrollBar* bar = verticalScrollBar();
  const bool at_end = bar->value() == bar->maximum() && bar->maximum() > 0;
  const int line = at_end ? bar->value() + viewport()->height() : bar->value() + 2 * kRoomAbove;
  int section = -1;
  for (const Section& one : sections_) {
    if (top_of(one.place) > line) break;
    ++section;
  }
  if (section == section_) return;
  section_ = section;
  emit section_changed(section_);
}

void GuideText::resizeEvent(QResizeEvent* event) {
  // While the text is set its scroll bar comes and goes.
  if (moving_ || event->size().width() == event->oldSize().width())
    return QTextBrowser::resizeEvent(event);
  const int top = cursorForPosition({0, 0}).position();
  {
    const QScopedValueRollback<bool> moving(moving_, true);
    const int width = text_width();
    setLineWrapColumnOrWidth(width);
    fit_pictures(*document(), width);
    // Text is laid out as it comes into view; a change behind that leaves what is between without
    // lines, unless all is laid out again.
    document()->markContentsDirty(0, document()->characterCount());
    QTextBrowser::resizeEvent(event);
  }
  // What stood at the top of the view still does.
  if (at_heading_)
    go_to(section_);
  else
    scroll_to(top_of(top), section_);
}

int GuideText::text_width() const {
  return std::min(viewport()->width(), kWidestText + 2 * kMargin);
}

int GuideText::picture_width(const QSize& pixels, int room) {
  return std::min(std::max(kMargin, room), pixels.width() / kPictureRatio);
}

// Their sizes; those that have been looked at are scaled anew, the others when they come into view.
void GuideText::fit_pictures(QTextDocument& document, int width) {
  QTextCursor all(&document);
  all.beginEditBlock();
  for (const int place : picture_places(document)) {
    QTextCursor cursor(&document);
    cursor.setPosition(place);
    cursor.setPosition(place + 1, QTextCursor::KeepAnchor);
    QTextImageFormat format = cursor.charFormat().toImageFormat();
    const QString name = format.name();
    const QSize pixels = QImageReader(folder_ + '/' + name).size();
    if (pixels.isEmpty()) continue;
    const int shown = picture_width(pixels, width - 2 * kMargin);
    format.setWidth(shown);
    format.setHeight(1.0 * shown * pixels.height() / pixels.width());
    cursor.setCharFormat(format);
    if (pictures_.contains(name))
      document.addResource(QTextDocument::ImageResource, QUrl(name), fitted(name, shown));
  }
  all.endEditBlock();
}

// Scaled once for the screen's pixels: what is scaled while it is drawn is not smooth.
QPixmap GuideText::fitted(const QString& name, int width) {
  QImage& picture = pictures_[name];
  if (picture.isNull())
    picture = QImage(folder_ + '/' + name).convertToFormat(QImage::Format_RGB32);
  if (picture.isNull()) return {};
  const qreal ratio = devicePixelRatioF();
  QPixmap scaled = QPixmap::fromImage(
      picture.scaledToWidth(static_cast<int>(width * ratio), Qt::SmoothTransformation));
  {
    // The page of a light picture is as white as the text's.
    QPainter painter(&scaled);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(scaled.rect().adjusted(0, 0, -1, -1));
  }
  scaled.setDevicePixelRatio(ratio);
  return scaled;
}

QVariant GuideText::loadResource(int type, const QUrl& name) {
  if (type != QTextDocument::ImageResource) return QTextBrowser::loadResource(type, name);
  const QSize pixels = QImageReader(folder_ + '/' + name.path()).size();
  if (pixels.isEmpty()) return {};
  return fitted(name.path(), picture_width(pixels, lineWrapColumnOrWidth() - 2 * kMargin));
}

void GuideText::find(const QString& words) {
  const int top = found_at_ < 0 ? cursorForPosition({0, 0}).position()
                                : found_[static_cast<std::size_t>(found_at_)];
  words_ = words;
  found_.clear();
  found_at_ = -1;
  if (!words.isEmpty())
    for (QTextCursor place = document()->find(words); !place.isNull();
         place = document()->find(words, place))
      found_.push_back(place.selectionStart());
  if (found_.empty()) return mark_found();
  const auto next = std::ranges::lower_bound(found_, top);
  found_at_ = next == found_.end() ? 0 : static_cast<int>(next - found_.begin());
  show_found();
}

void GuideText::go_to_found(int step) {
  if (found_.empty()) return;
  const int count = found();
  found_at_ = (found_at_ + step + count) % count;
  show_found();
}

std::vector<int> GuideText::found_by_section() const {
  std::vector<int> counts(sections_.size(), 0);
  for (const int place : found_)
    if (const int section = section_at(place); section >= 0)
      ++counts[static_cast<std::size_t>(section)];
  return counts;
}

void GuideText::show_found() {
  QTextCursor cursor(document());
  cursor.setPosition(found_[static_cast<std::size_t>(found_at_)]);
  const QRect line = cursorRect(cursor);
  const int shown = viewport()->height();
  int value = verticalScrollBar()->value();
  const bool in_sight = line.top() > 2 * kMargin && line.bottom() < shown - 2 * kMargin;
  if (!in_sight) value += line.top() - shown / 3;
  at_heading_ = false;
  scroll_to(value, section_at(cursor.position()));
}

void GuideText::mark_found() {
  QList<ExtraSelection> marks;
  const int begin = cursorForPosition({0, 0}).position() - kMarkedAround;
  const int end = cursorForPosition(viewport()->rect().bottomRight()).position() + kMarkedAround;
  const auto first = std::ranges::lower_bound(found_, begin);
  for (auto place = first; place != found_.end() && *place < end; ++place) {
    ExtraSelection mark;
    mark.cursor = QTextCursor(document());
    mark.cursor.setPosition(*place);
    mark.cursor.setPosition(*place + static_cast<int>(words_.size()), QTextCursor::KeepAnchor);
    QColor tone = palette().color(QPalette::Active, QPalette::Highlight);
    const bool here = place - found_.begin() == found_at_;
    if (here)
      mark.format.setForeground(palette().color(QPalette::Active, QPalette::HighlightedText));
    else
      tone.setAlphaF(0.28F);
    mark.format.setBackground(tone);
    marks << mark;
  }
  setExtraSelections(marks);
}

}  // namespace footfall
