#include "ui/import/report_list.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/style/icons.h"
#include "ui/style/plain_text.h"
#include "ui/tables/table_paint.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kStateRole = Qt::UserRole + 1;
constexpr int kFedRole = Qt::UserRole + 2;
constexpr int kItemPadding = 8;

/// A name and, below it, a muted line.
class ReportDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex&) const override {
    return {80, 2 * option.fontMetrics.height() + 10};
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    painter->save();
    const QPalette& palette = option.palette;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
      QColor tint = palette.color(QPalette::Highlight);
      tint.setAlphaF(0.16F);
      painter->fillRect(option.rect, tint);
      painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                        palette.color(QPalette::Highlight));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
      painter->setPen(palette.color(QPalette::Highlight));
      painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    const bool fed = index.data(kFedRole).toBool();
    const int line = option.fontMetrics.height();
    QRect text = option.rect.adjusted(kItemPadding + 4, 4, -kItemPadding, -4);
    text.setHeight(line);
    if (fed)
      icon("done").paint(painter, QRect(text.right() - 15, text.top() + (line - 16) / 2, 16, 16));
    QFont font = option.font;
    if (fed) font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(text.adjusted(0, 0, fed ? -20 : 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data().toString());
    painter->setFont(option.font);
    painter->setPen(muted_text(palette));
    text.translate(0, line + 2);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(kStateRole).toString(),
                                                    Qt::ElideRight, text.width()));
    painter->restore();
  }
};

}  // namespace

ReportKind nearest_report(const ReadingPreview& preview) {
  ReportKind nearest = ReportKind::hourly_visitors;
  double most = 0;
  for (const ReportKind kind : kAllReports) {
    if (!preview.layout) break;
    const EventType type = events_of(kind);
    if (preview.layout->feeds.contains(type)) return kind;
    const RoleMatch& match = preview.layout->matches[type];
    if (match.roles.empty()) continue;
    const auto required = std::ranges::count_if(roles_of(type), &Role::required);
    const double found =
        1 - static_cast<double>(match.absent.size()) / static_cast<double>(required);
    if (found > most) nearest = kind;
    most = std::max(most, found);
  }
  return nearest;
}

ReportList::ReportList(QWidget* parent) : QListWidget(parent) {
  setObjectName("reports");
  setAccessibleName(tr("Reports"));
  setFrameShape(NoFrame);
  setItemDelegate(new ReportDelegate(this));
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAutoFillBackground(false);
  for (const ReportKind kind : kAllReports) addItem(page_name(kind));
  setCurrentRow(0);
}

void ReportList::show_preview(const ReadingPreview& preview) {
  for (const ReportKind kind : kAllReports) {
    QListWidgetItem* const entry = item(static_cast<int>(kind));
    const EventType type = events_of(kind);
    const bool fed = preview.layout && preview.layout->feeds.contains(type);
    const RowCounts& rows = preview.trials[kind].rows;
    QString state;
    if (fed) {
      state = tr("%1 of %2 rows count", nullptr, plural(rows.read()))
                  .arg(whole_number(rows.counted), whole_number(rows.read()));
    } else if (preview.layout) {
      QStringList absent;
      for (const std::size_t role : preview.layout->matches[type].absent)
        absent << to_text(std::string(roles_of(type)[role].name));
      state = absent.isEmpty() ? tr("not made of it") : tr("lacks %1").arg(absent.join(", "));
    }
    entry->setData(kStateRole, state);
    entry->setData(kFedRole, fed);
    entry->setData(Qt::AccessibleTextRole, page_name(kind) + ": " + state);
    entry->setToolTip(plain_tooltip(page_name(kind) + ": " + state));
  }
}

}  // namespace footfall
