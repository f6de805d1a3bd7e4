#include "ui/dialogs/guide_contents.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/style/plain_text.h"
#include "ui/tables/table_paint.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kSectionRole = Qt::UserRole;
constexpr int kReadRole = Qt::UserRole + 1;   // it is being read
constexpr int kFoundRole = Qt::UserRole + 2;  // its places; no value while nothing is searched for
constexpr int kContentsWidth = 272;
constexpr int kEntryHeight = 28;

class SectionDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& /*index*/) const override {
    return {80, std::max(kEntryHeight, option.fontMetrics.height() + 8)};
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool read = index.data(kReadRole).toBool();
    const QColor accent = option.palette.color(QPalette::Active, QPalette::Highlight);
    // The whole line, whatever the indentation.
    QRectF body = option.rect;
    body.setLeft(0);
    body.adjust(6, 1, -6, -1);
    QColor fill = accent;
    fill.setAlphaF(read ? 0.16F : option.state.testFlag(QStyle::State_MouseOver) ? 0.07F : 0.0F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRoundedRect(body, 5, 5);
    if (read) {
      painter->setBrush(accent);
      painter->drawRoundedRect(QRectF(body.left(), body.top() + 5, 3, body.height() - 10), 1.5,
                               1.5);
    }
    const QVariant found = index.data(kFoundRole);
    const QColor muted = muted_text(option.palette);
    QRect text = option.rect.adjusted(14, 0, -16, 0);
    if (found.toULongLong() > 0) {
      const QString number = whole_number(found.toULongLong());
      painter->setPen(muted);
      draw_number(*painter, text, number);
      text.setRight(text.right() - option.fontMetrics.horizontalAdvance(number) - 8);
    }
    QFont font = option.font;
    if (read) font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(found.isValid() && found.toULongLong() == 0
                        ? muted
                        : option.palette.color(QPalette::Active, QPalette::WindowText));
    painter->drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
      painter->setBrush(Qt::NoBrush);
      painter->setPen(QPen(accent, 1.5));
      painter->drawRoundedRect(body.adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
  }
};

}  // namespace

GuideContents::GuideContents(QWidget* parent) : QTreeWidget(parent) {
  setObjectName("guide_contents");
  setAccessibleName(tr("Contents"));
  setHeaderHidden(true);
  setFrameShape(NoFrame);
  setRootIsDecorated(false);
  setItemsExpandable(false);
  setIndentation(16);
  setUniformRowHeights(true);
  setSelectionMode(NoSelection);
  setItemDelegate(new SectionDelegate(this));
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMouseTracking(true);
  viewport()->setAutoFillBackground(false);
  connect(this, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem* item) {
    emit section_chosen(item->data(0, kSectionRole).toInt());
  });
}

QSize GuideContents::sizeHint() const { return {kContentsWidth, QTreeWidget::sizeHint().height()}; }

void GuideContents::show_sections(const std::vector<GuideText::Section>& sections) {
  clear();
  entries_.clear();
  marked_ = -1;
  QTreeWidgetItem* chapter = nullptr;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const bool below = sections[i].level > 2 && chapter;
    auto* entry = below ? new QTreeWidgetItem(chapter) : new QTreeWidgetItem(this);
    if (!below) chapter = entry;
    entry->setText(0, sections[i].title);
    entry->setToolTip(0, plain_tooltip(sections[i].title));
    entry->setData(0, kSectionRole, static_cast<int>(i));
    entries_.push_back(entry);
  }
  expandAll();
}

QTreeWidgetItem* GuideContents::entry(int section) const {
  return section >= 0 && static_cast<std::size_t>(section) < entries_.size()
             ? entries_[static_cast<std::size_t>(section)]
             : nullptr;
}

void GuideContents::mark_section(int section) {
  if (QTreeWidgetItem* before = entry(marked_)) before->setData(0, kReadRole, false);
  marked_ = section;
  viewport()->update();  // the mark begins left of an entry
  if (QTreeWidgetItem* now = entry(section)) {
    now->setData(0, kReadRole, true);
    setCurrentItem(now);
    scrollToItem(now);
  } else {
    setCurrentItem(nullptr);
    scrollToTop();
  }
}

void GuideContents::show_found(const std::vector<int>& found) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    QTreeWidgetItem* entry = entries_[i];
    const bool searched = !found.empty();
    entry->setData(0, kFoundRole, searched ? QVariant(found[i]) : QVariant());
    entry->setData(
        0, Qt::AccessibleTextRole,
        searched ? entry->text(0) + ", " + tr("%n found", nullptr, found[i]) : entry->text(0));
  }
}

void GuideContents::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentItem())
    emit section_chosen(currentItem()->data(0, kSectionRole).toInt());
  else
    QTreeWidget::keyPressEvent(event);
}

}  // namespace footfall
