#include "ui/frame/filter_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include "ui/frame/bar_button.h"
#include "ui/frame/pick_popup.h"
#include "ui/frame/report_names.h"
#include "ui/frame/time_range_popup.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kChipTextWidth = 180;

/// A rounded tint behind a chip's two buttons.
class ChipBody : public QWidget {
 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = palette().color(QPalette::Highlight);
    tint.setAlphaF(0.14F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(rect().adjusted(0, 1, 0, -1), 5, 5);
  }
};

}  // namespace

const std::vector<std::string>& filter_names(const Filter& filter, ReportKind kind) {
  switch (kind) {
    case ReportKind::customer_report:
      return filter.customers;
    case ReportKind::campaign_ranking:
      return filter.campaigns;
    case ReportKind::user_activity:
      return filter.users;
    case ReportKind::hourly_visitors:
      break;
  }
  return filter.pages;
}

std::vector<std::string>& filter_names(Filter& filter, ReportKind kind) {
  return const_cast<std::vector<std::string>&>(filter_names(std::as_const(filter), kind));
}

FilterBar::FilterBar(AnalysisSession& session, QWidget* parent)
    : QWidget(parent), session_(session) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);

  range_ = new BarButton("calendar", {});
  range_->set_arrow(true);
  range_->setToolTip(tr("Time range (Ctrl+T)"));
  connect(range_, &QToolButton::clicked, this, &FilterBar::choose_range);
  row->addWidget(range_);

  for (const ReportKind kind : kAllReports) {
    Chip& chip = chips_[static_cast<std::size_t>(kind)];
    chip = make_chip(kind);
    row->addWidget(chip.widget);
  }

  add_ = new BarButton({}, tr("+ filter"));
  add_->setToolTip(tr("Show only some pages, customers, campaigns or users (Ctrl+L)"));
  connect(add_, &QToolButton::clicked, this, &FilterBar::choose_kind);
  row->addWidget(add_);

  range_popup_ = new TimeRangePopup(this);
  connect(range_popup_, &TimeRangePopup::range_chosen, this,
          [this](const auto& from, const auto& to) {
            Filter filter = session_.filter();
            filter.from = from;
            filter.to = to;
            session_.set_filter(filter);
          });
  names_popup_ = new PickPopup(PickPopup::Mode::several, tr("Find or type a name"), this);
  connect(names_popup_, &PickPopup::picked_names, this,
          [this](const std::vector<std::string>& names) { set_names(naming_, names); });
  refresh();
}

FilterBar::Chip FilterBar::make_chip(ReportKind kind) {
  auto* body = new ChipBody;
  auto* row = new QHBoxLayout(body);
  row->setContentsMargins(2, 1, 2, 1);
  row->setSpacing(0);
  auto* open = new BarButton({}, {});
  open->set_text_limit(kChipTextWidth);
  connect(open, &QToolButton::clicked, this, [this, kind] { choose_names(kind); });
  auto* clear = new BarButton("close", {});
  clear->setToolTip(tr("Remove this filter"));
  clear->setAccessibleName(tr("Remove this filter"));
  connect(clear, &QToolButton::clicked, this, [this, kind] { set_names(kind, {}); });
  row->addWidget(open);
  row->addWidget(clear);
  body->hide();
  return {body, open};
}

void FilterBar::refresh() {
  const Filter& filter = session_.filter();
  range_->setText(range_words(filter));
  range_->updateGeometry();
  range_->setAccessibleName(tr("Time range: %1").arg(range_words(filter)));
  for (const ReportKind kind : kAllReports) {
    const std::vector<std::string>& names = filter_names(filter, kind);
    Chip& chip = chips_[static_cast<std::size_t>(kind)];
    chip.widget->setVisible(!names.empty());
    if (names.empty()) continue;
    static constexpr std::array<const char*, kReportKinds> one = {
        QT_TR_NOOP("Page: %1"), QT_TR_NOOP("Customer: %1"), QT_TR_NOOP("Campaign: %1"),
        QT_TR_NOOP("User: %1")};
    static constexpr std::array<const char*, kReportKinds> several = {
        QT_TR_NOOP("%1 pages"), QT_TR_NOOP("%1 customers"), QT_TR_NOOP("%1 campaigns"),
        QT_TR_NOOP("%1 users")};
    const auto index = static_cast<std::size_t>(kind);
    QStringList all;
    for (std::size_t i = 0; i < names.size() && i < 20; ++i) all << visible_text(names[i]);
    const QString text =
        names.size() == 1 ? tr(one[index]).arg(all.front()) : tr(several[index]).arg(names.size());
    chip.open->setText(text);
    chip.open->setToolTip(plain_tooltip(all.join("\n")));
    chip.open->setAccessibleName(text);
  }
}

void FilterBar::choose_range() {
  range_popup_->set_range(session_.filter(),
                          time_extent(session_.whole(ReportKind::hourly_visitors),
                                      session_.whole(ReportKind::customer_report)));
  range_popup_->open_below(range_);
}

void FilterBar::choose_kind() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  static constexpr std::array<const char*, kReportKinds> items = {
      QT_TR_NOOP("Page…"), QT_TR_NOOP("Customer…"), QT_TR_NOOP("Campaign…"), QT_TR_NOOP("User…")};
  for (const ReportKind kind : kAllReports) {
    menu->addAction(tr(items[static_cast<std::size_t>(kind)]), this,
                    [this, kind] { choose_names(kind); });
  }
  menu->popup(add_->mapToGlobal(QPoint(0, add_->height() + 2)));
}

void FilterBar::choose_names(ReportKind kind) {
  naming_ = kind;
  names_popup_->set_names(name_search(session_.whole(kind), kind),
                          filter_names(session_.filter(), kind));
  const QWidget* chip = chips_[static_cast<std::size_t>(kind)].widget;
  names_popup_->open_below(chip->isVisible() ? chip : add_);
}

void FilterBar::set_names(ReportKind kind, const std::vector<std::string>& names) {
  Filter filter = session_.filter();
  filter_names(filter, kind) = names;
  session_.set_filter(filter);
}

}  // namespace footfall
