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

}  // namespace

/// A rounded tint behind a chip's two buttons; an outline where the chip has no effect; nothing
/// where no filter is set.
class ChipBody : public QWidget {
 public:
  enum class Look { plain, active, idle };
  void set_look(Look look) {
    look_ = look;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    if (look_ == Look::plain) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (look_ == Look::active) {
      QColor tint = palette().color(QPalette::Highlight);
      tint.setAlphaF(0.14F);
      painter.setBrush(tint);
    } else {
      painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DashLine));
    }
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5), 5, 5);
  }

 private:
  Look look_ = Look::plain;
};

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

  auto* range = new BarButton("calendar", {});
  range->set_arrow(true);
  connect(range, &QToolButton::clicked, this, &FilterBar::choose_range);
  range_ = make_chip(range);
  range_.clear->setToolTip(tr("Show all time"));
  range_.clear->setAccessibleName(tr("Show all time"));
  connect(range_.clear, &QToolButton::clicked, this, [this] { set_range({}, {}); });
  row->addWidget(range_.body);

  for (const ReportKind kind : kAllReports) {
    auto* open = new BarButton({}, {});
    open->set_text_limit(kChipTextWidth);
    connect(open, &QToolButton::clicked, this, [this, kind] { choose_names(kind); });
    const Chip chip = chips_[static_cast<std::size_t>(kind)] = make_chip(open);
    chip.clear->setToolTip(tr("Remove this filter"));
    chip.clear->setAccessibleName(tr("Remove this filter"));
    connect(chip.clear, &QToolButton::clicked, this, [this, kind] { set_names(kind, {}); });
    chip.body->hide();
    row->addWidget(chip.body);
  }

  add_ = new BarButton({}, tr("+ filter"));
  add_->setToolTip(tr("Show only some pages, customers, campaigns or users (Ctrl+L)"));
  connect(add_, &QToolButton::clicked, this, &FilterBar::choose_kind);
  row->addWidget(add_);

  range_popup_ = new TimeRangePopup(this);
  connect(range_popup_, &TimeRangePopup::range_chosen, this,
          [this](const auto& from, const auto& to) { set_range(from, to); });
  names_popup_ = new PickPopup(PickPopup::Mode::several, tr("Find or type a name"), this);
  connect(names_popup_, &PickPopup::picked_names, this,
          [this](const std::vector<std::string>& names) { set_names(naming_, names); });
  refresh(page_);
}

FilterBar::Chip FilterBar::make_chip(BarButton* open) {
  auto* body = new ChipBody;
  auto* row = new QHBoxLayout(body);
  row->setContentsMargins(2, 0, 2, 0);
  row->setSpacing(0);
  auto* clear = new BarButton("close", {});
  row->addWidget(open);
  row->addWidget(clear);
  return {body, open, clear};
}

void FilterBar::refresh(ReportKind page) {
  page_ = page;
  refresh_range();
  for (const ReportKind kind : kAllReports) refresh_chip(kind);
}

void FilterBar::refresh_range() {
  const Filter& filter = session_.filter();
  const bool set = filter.from || filter.to;
  const bool timed = page_ != ReportKind::user_activity;
  range_.open->setText(range_words(filter));
  range_.open->updateGeometry();
  range_.open->setEnabled(timed);
  range_.open->set_quiet(!timed);
  const QString why = tr("User activity has no time: this page shows all of it.");
  range_.open->setToolTip(timed ? tr("Time range (Ctrl+T)") : why);
  range_.open->setAccessibleName(tr("Time range: %1").arg(range_words(filter)));
  range_.open->setAccessibleDescription(timed ? QString() : why);
  range_.clear->setVisible(set);
  range_.body->set_look(!set    ? ChipBody::Look::plain
                        : timed ? ChipBody::Look::active
                                : ChipBody::Look::idle);
}

void FilterBar::refresh_chip(ReportKind kind) {
  const std::vector<std::string>& names = filter_names(session_.filter(), kind);
  const Chip& chip = chips_[static_cast<std::size_t>(kind)];
  chip.body->setVisible(!names.empty());
  if (names.empty()) return;
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
  const bool fits = kind == page_;
  const QString why = tr("No effect here: the page %1 has no such field. It narrows %2.")
                          .arg(page_name(page_), page_name(kind));
  chip.open->setText(text);
  chip.open->set_quiet(!fits);
  chip.open->setToolTip(plain_tooltip((fits ? all : all << QString() << why).join("\n")));
  chip.open->setAccessibleName(text);
  chip.open->setAccessibleDescription(fits ? QString() : why);
  chip.body->set_look(fits ? ChipBody::Look::active : ChipBody::Look::idle);
}

void FilterBar::choose_range() {
  if (!range_.open->isEnabled()) return;
  range_popup_->set_range(session_.filter(), time_extent(session_.whole(page_), page_));
  range_popup_->open_below(range_.open);
}

void FilterBar::set_range(const std::optional<TimeBound>& from,
                          const std::optional<TimeBound>& to) {
  Filter filter = session_.filter();
  filter.from = from;
  filter.to = to;
  session_.set_filter(filter);
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
  const QWidget* chip = chips_[static_cast<std::size_t>(kind)].body;
  names_popup_->open_below(chip->isVisible() ? chip : add_);
}

void FilterBar::set_names(ReportKind kind, const std::vector<std::string>& names) {
  Filter filter = session_.filter();
  filter_names(filter, kind) = names;
  session_.set_filter(filter);
}

}  // namespace footfall
