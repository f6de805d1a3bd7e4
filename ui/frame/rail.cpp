#include "ui/frame/rail.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/frame/nav_button.h"
#include "ui/frame/source_row.h"
#include "ui/style/icons.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr int kWidth = 232;
constexpr int kFoldedWidth = 48;

}  // namespace

Rail::Rail(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 8, 1, 8);
  column->setSpacing(0);
  for (const WindowPageFacts& facts : kWindowPageTable) {
    const QString title = page_title(facts.page);
    auto* button = new NavButton(facts.icon, title);
    button->setToolTip(tr("%1 (Alt+%2)").arg(title).arg(QKeySequence(facts.key).toString()));
    connect(button, &NavButton::clicked, this,
            [this, page = facts.page] { emit page_chosen(page); });
    pages_[facts.page] = button;
    column->addWidget(button);
  }
  column->addSpacing(16);

  sources_icon_ = new QToolButton;
  sources_icon_->setIcon(icon("sources"));
  sources_icon_->setIconSize({20, 20});
  sources_icon_->setAutoRaise(true);
  sources_icon_->setFixedSize(36, 36);
  sources_icon_->setToolTip(tr("Show the sources"));
  sources_icon_->setAccessibleName(tr("Show the sources"));
  connect(sources_icon_, &QToolButton::clicked, this, [this] { emit fold_requested(false); });
  column->addWidget(sources_icon_, 0, Qt::AlignHCenter);

  sources_ = new QWidget;
  auto* section = new QVBoxLayout(sources_);
  section->setContentsMargins(0, 0, 0, 0);
  section->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(16, 0, 8, 0);
  auto* title = plain_label(tr("Sources"));
  title->setForegroundRole(QPalette::PlaceholderText);
  head->addWidget(title, 1);
  const auto add_button = [&](const char* icon_name, const QString& name, auto signal) {
    auto* button = new QToolButton;
    button->setIcon(icon(icon_name));
    button->setIconSize({16, 16});
    button->setAutoRaise(true);
    button->setFixedSize(24, 24);
    button->setToolTip(name);
    button->setAccessibleName(name);
    connect(button, &QToolButton::clicked, this, signal);
    head->addWidget(button);
  };
  add_button("database", tr("Connect to a database"), &Rail::connect_requested);
  add_button("add", tr("Open more files"), &Rail::add_requested);
  section->addLayout(head);
  auto* rows = new QWidget;
  rows_layout_ = new QVBoxLayout(rows);
  rows_layout_->setContentsMargins(0, 0, 0, 0);
  rows_layout_->setSpacing(4);
  rows_layout_->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setFocusPolicy(Qt::NoFocus);  // what stands in it takes the focus, and comes into view
  scroll->setWidget(rows);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->viewport()->setAutoFillBackground(false);
  rows->setAutoFillBackground(false);
  section->addWidget(scroll, 1);
  column->addWidget(sources_, 1);
  column->addStretch(0);

  fold_ = new QToolButton;
  fold_->setIconSize({16, 16});
  fold_->setAutoRaise(true);
  fold_->setFixedSize(32, 32);
  connect(fold_, &QToolButton::clicked, this, [this] { emit fold_requested(!folded_); });
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(8, 0, 8, 0);
  foot->addWidget(fold_, 0, Qt::AlignLeft);
  column->addLayout(foot);
  set_folded(false);
}

void Rail::set_page(WindowPage page) {
  NavButton* chosen = pages_[page];
  // A ring of focus on one page and the mark of the chosen one on another would contradict.
  const bool focused =
      std::find(pages_.begin(), pages_.end(), window()->focusWidget()) != pages_.end();
  chosen->setChecked(true);
  if (focused) chosen->setFocus();
}

void Rail::set_data(WindowPage page, bool has) { pages_[page]->set_marked(has); }

void Rail::set_folded(bool folded) {
  folded_ = folded;
  setFixedWidth(folded ? kFoldedWidth : kWidth);
  for (NavButton* button : pages_) button->set_folded(folded);
  sources_->setVisible(!folded);
  sources_icon_->setVisible(folded);
  fold_->setIcon(icon(folded ? "unfold" : "fold"));
  const QString name = folded ? tr("Unfold the side") : tr("Fold the side to icons");
  fold_->setToolTip(name);
  fold_->setAccessibleName(name);
  // With the sources hidden nothing else takes the room between the icons and the foot.
  static_cast<QVBoxLayout*>(layout())->setStretch(layout()->indexOf(sources_) + 1, folded ? 1 : 0);
}

SourceRow* Rail::make_row(const Source& source) {
  auto* row = new SourceRow(source);
  connect(row, &SourceRow::reload_requested, this,
          [this, row] { emit reload_requested(row->path()); });
  connect(row, &SourceRow::interval_requested, this, [this, row](std::chrono::seconds interval) {
    emit interval_requested(row->path(), interval);
  });
  connect(
      row, &SourceRow::remove_requested, this, [this, row] { emit remove_requested(row->path()); },
      Qt::QueuedConnection);
  connect(row, &SourceRow::rejects_requested, this,
          [this, row] { emit rejects_requested(row->path()); });
  connect(row, &SourceRow::edit_requested, this, [this, row] { emit edit_requested(row->path()); });
  connect(row, &SourceRow::reading_requested, this,
          [this, row] { emit reading_requested(row->path()); });
  connect(row, &SourceRow::forget_requested, this,
          [this, row] { emit forget_requested(row->path()); });
  return row;
}

void Rail::show_sources(const std::vector<Source>& sources) {
  std::vector<SourceRow*> rows;
  for (const Source& source : sources) {
    const auto known = std::find_if(rows_.begin(), rows_.end(), [&](const SourceRow* row) {
      return row && row->path() == source.path;
    });
    SourceRow* row = nullptr;
    if (known != rows_.end()) {
      row = std::exchange(*known, nullptr);
      row->show_source(source);
    } else {
      row = make_row(source);
    }
    const int position = static_cast<int>(rows.size());
    if (rows_layout_->indexOf(row) != position) rows_layout_->insertWidget(position, row);
    rows.push_back(row);
  }
  for (SourceRow* row : rows_) {
    if (!row) continue;
    row->hide();
    row->deleteLater();
  }
  rows_ = std::move(rows);
}

void Rail::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), palette().color(QPalette::Window));
  painter.fillRect(width() - 1, 0, 1, height(), palette().color(QPalette::Midlight));
}

}  // namespace footfall
