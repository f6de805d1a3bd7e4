#include "ui/dialogs/guide_dialog.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/dialogs/guide_contents.h"
#include "ui/dialogs/guide_file.h"
#include "ui/dialogs/guide_text.h"
#include "ui/style/icons.h"
#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr QSize kGuideSize(1104, 760);
constexpr int kSearchWidth = 248;
constexpr int kSearchPause = 120;  // ms

}  // namespace

GuideDialog::GuideDialog(const QString& folder, QWidget* parent)
    : QDialog(parent), folder_(folder), text_(new GuideText), contents_(new GuideContents) {
  setObjectName("guide");
  setWindowTitle(tr("User guide"));
  resize(kGuideSize.boundedTo(screen()->availableSize() - QSize(24, 48)));
  text_->setAccessibleName(tr("User guide"));
  auto* parts = new QSplitter(Qt::Horizontal);
  parts->setChildrenCollapsible(false);
  parts->setHandleWidth(1);
  parts->addWidget(contents_);
  parts->addWidget(text_);
  parts->setStretchFactor(1, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(build_search());
  column->addWidget(parts, 1);
  load();

  connect(contents_, &GuideContents::section_chosen, text_, &GuideText::go_to);
  connect(text_, &GuideText::section_changed, contents_, &GuideContents::mark_section);
  const auto on_keys = [this](QKeySequence::StandardKey key, auto act) {
    for (const QKeySequence& keys : QKeySequence::keyBindings(key))
      connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
  };
  on_keys(QKeySequence::Find, [this] {
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
  });
  on_keys(QKeySequence::FindNext, [this] { step(1); });
  on_keys(QKeySequence::FindPrevious, [this] { step(-1); });
}

QWidget* GuideDialog::build_search() {
  field_ = new QLineEdit;
  field_->setObjectName("find_in_guide");
  field_->setPlaceholderText(tr("Find in the guide"));
  field_->setAccessibleName(tr("Find in the guide"));
  field_->setClearButtonEnabled(true);
  field_->setTextMargins(4, 0, 4, 0);
  field_->setFixedWidth(kSearchWidth);
  field_->installEventFilter(this);
  const auto button = [this](const char* icon_name, const QString& name, int by) {
    auto* made = new QToolButton;
    made->setIcon(icon(icon_name));
    made->setIconSize({16, 16});
    made->setAutoRaise(true);
    made->setFixedSize(28, 28);
    made->setFocusPolicy(Qt::TabFocus);
    made->setToolTip(name);
    made->setAccessibleName(name);
    connect(made, &QToolButton::clicked, this, [this, by] { step(by); });
    return made;
  };
  previous_ = button("previous", tr("Previous place (Shift+F3)"), -1);
  next_ = button("next", tr("Next place (F3)"), 1);
  found_ = plain_label();
  found_->setObjectName("found_in_guide");
  found_->setForegroundRole(QPalette::PlaceholderText);
  typing_.setSingleShot(true);
  typing_.setInterval(kSearchPause);
  connect(&typing_, &QTimer::timeout, this, &GuideDialog::search);
  connect(field_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));

  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(8, 8, 8, 8);
  row->setSpacing(4);
  row->addWidget(field_);
  row->addWidget(previous_);
  row->addWidget(next_);
  row->addSpacing(4);
  row->addWidget(found_, 1);
  say_found();
  return bar;
}

void GuideDialog::load() {
  const std::optional<Guide> guide = read_guide(guide_file(folder_, QLocale().uiLanguages()));
  if (guide) {
    text_->show_guide(*guide, folder_);
    contents_->show_sections(text_->sections());
    contents_->mark_section(text_->section());
    list_found();
  } else {
    text_->setPlainText(tr(
        "The user guide is missing from this installation (share/footfall/guide/user-guide.md)."));
  }
}

void GuideDialog::open_at(GuideTopic topic) {
  if (!isVisible()) field_->clear();
  search();
  show();
  raise();
  activateWindow();
  text_->setFocus();
  const auto& sections = text_->sections();
  const auto section = std::ranges::find(sections, QString(kGuideTopicTable[topic].anchor),
                                         &GuideText::Section::anchor);
  text_->go_to(section == sections.end() ? -1 : static_cast<int>(section - sections.begin()));
}

void GuideDialog::search() {
  typing_.stop();
  text_->find(field_->text());
  list_found();
  say_found();
}

void GuideDialog::list_found() {
  contents_->show_found(field_->text().isEmpty() ? std::vector<int>() : text_->found_by_section());
}

void GuideDialog::step(int by) {
  if (typing_.isActive()) return search();  // it goes to the first place
  text_->go_to_found(by);
  say_found();
}

void GuideDialog::say_found() {
  const bool searched = !field_->text().isEmpty();
  const int found = text_->found();
  previous_->setEnabled(found > 0);
  next_->setEnabled(found > 0);
  const QString words =
      !searched    ? QString()
      : found == 0 ? tr("Not found")
                   : tr("%1 of %2")
                         .arg(whole_number(static_cast<std::uint64_t>(text_->found_at()) + 1),
                              whole_number(static_cast<std::uint64_t>(found)));
  if (words == found_->text()) return;
  found_->setText(words);
  found_->setAccessibleName(words);
  if (words.isEmpty()) return;
  QAccessibleEvent event(found_, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

bool GuideDialog::eventFilter(QObject* watched, QEvent* event) {
  if (watched == field_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
      return true;
    }
    if (key->key() == Qt::Key_Down) {
      contents_->setFocus();
      return true;
    }
  }
  return QDialog::eventFilter(watched, event);
}

// Esc first empties the field, then closes, as in the window.
void GuideDialog::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Cancel) && !field_->text().isEmpty()) {
    field_->clear();
    search();
  } else {
    QDialog::keyPressEvent(event);
  }
}

// Links, lines and marks take their colours from the palette when the text is set.
void GuideDialog::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) load();
}

}  // namespace footfall
