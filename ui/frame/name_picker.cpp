#include "ui/frame/name_picker.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr std::size_t kListedNames = 200;
constexpr int kTypingMilliseconds = 120;
constexpr int kNameRole = Qt::UserRole;

std::string name_of(const QListWidgetItem* item) {
  return item->data(kNameRole).toByteArray().toStdString();
}

}  // namespace

NamePicker::NamePicker(const QString& hint, QWidget* parent)
    : QWidget(parent),
      field_(new QLineEdit),
      list_(new QListWidget),
      more_(plain_label()),
      foot_(new QHBoxLayout) {
  field_->setClearButtonEnabled(true);
  field_->installEventFilter(this);
  list_->setUniformItemSizes(true);
  list_->setTextElideMode(Qt::ElideMiddle);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setMinimumWidth(336);
  list_->setFixedHeight(280);
  more_->setForegroundRole(QPalette::PlaceholderText);
  set_hint(hint);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addWidget(field_);
  column->addWidget(list_);
  foot_->setSpacing(8);
  foot_->addWidget(more_, 1);
  column->addLayout(foot_);

  typing_.setSingleShot(true);
  typing_.setInterval(kTypingMilliseconds);
  connect(&typing_, &QTimer::timeout, this, &NamePicker::search);
  connect(field_, &QLineEdit::textEdited, &typing_, qOverload<>(&QTimer::start));
  connect(field_, &QLineEdit::textChanged, this, [this] {
    current_ = ticked_ = waiting_ = false;
    emit text_changed();
  });
  connect(list_, &QListWidget::itemClicked, this, &NamePicker::toggle);
}

void NamePicker::set_names(Mode mode, NameSearch search, const std::vector<std::string>& picked,
                           bool keep_text) {
  mode_ = mode;
  search_ = std::move(search);
  picked_ = picked;
  if (!keep_text) field_->clear();
  current_ = ticked_ = waiting_ = false;
  list_->setVisible(static_cast<bool>(search_));
  list_->setSelectionMode(mode == Mode::none ? QAbstractItemView::NoSelection
                                             : QAbstractItemView::SingleSelection);
  list_->clear();
  more_->clear();
  this->search();
}

void NamePicker::set_hint(const QString& hint) {
  field_->setPlaceholderText(hint);
  field_->setAccessibleName(hint);
  list_->setAccessibleName(hint);
}

void NamePicker::set_text(const QString& text) {
  field_->setText(text);
  search();
}

std::string NamePicker::text() const { return to_bytes(field_->text()); }

void NamePicker::add_to_foot(QWidget* widget) { foot_->addWidget(widget); }

void NamePicker::focus_field() { field_->setFocus(); }

bool NamePicker::eventFilter(QObject* watched, QEvent* event) {
  if (watched == field_ && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Down && list_->count() > 0) {
      list_->setFocus();
      list_->setCurrentRow(std::max(0, list_->currentRow()));
      return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      take_field();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void NamePicker::keyPressEvent(QKeyEvent* event) {
  const bool on_list = list_->hasFocus() && list_->currentItem();
  if (on_list && event->key() == Qt::Key_Space) return toggle(list_->currentItem());
  if (on_list && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    if (mode_ == Mode::one) return toggle(list_->currentItem());
    if (picked_.empty()) toggle(list_->currentItem());
    emit accepted();
    return;
  }
  QWidget::keyPressEvent(event);
}

void NamePicker::search() {
  const std::uint64_t generation = ++generation_;
  if (!search_) return;
  const std::string wanted = to_bytes(field_->text());
  const auto find = [this, generation, wanted, search = search_](const std::stop_token& stop) {
    std::vector<std::string> names = search(wanted, kListedNames + 1, stop);
    QMetaObject::invokeMethod(
        this,
        [this, generation, names = std::move(names)] {
          if (generation == generation_) list(names);
        },
        Qt::QueuedConnection);
  };
  worker_.post(find, [this, generation](const Error& error) {
    QMetaObject::invokeMethod(
        this,
        [this, generation, words = error_words(error)] {
          if (generation == generation_) more_->setText(words.what);
        },
        Qt::QueuedConnection);
  });
}

void NamePicker::list(const std::vector<std::string>& names) {
  list_->clear();
  current_ = true;
  const bool searching = !field_->text().isEmpty();
  if (mode_ == Mode::several && !searching)
    for (const std::string& name : picked_) add_item(name);
  std::size_t listed = 0;
  for (const std::string& name : names) {
    const bool picked = std::find(picked_.begin(), picked_.end(), name) != picked_.end();
    if (mode_ == Mode::several && picked && !searching) continue;
    if (++listed > kListedNames) break;
    add_item(name);
  }
  const bool found = mode_ == Mode::none && searching && !names.empty();
  more_->setText(found && names.size() <= kListedNames
                     ? tr("%n match", nullptr, static_cast<int>(names.size()))
                 : found                       ? tr("More than %1 match").arg(kListedNames)
                 : names.size() > kListedNames ? tr("and more; type to find them")
                 : list_->count() == 0         ? tr("None of that name")
                                               : QString());
  if (std::exchange(waiting_, false)) take_field();
}

void NamePicker::add_item(const std::string& name) {
  auto* item = new QListWidgetItem(visible_text(name), list_);
  item->setData(kNameRole, QByteArray::fromStdString(name));
  item->setToolTip(plain_tooltip(visible_text(name)));
  const bool picked = std::find(picked_.begin(), picked_.end(), name) != picked_.end();
  if (mode_ == Mode::several) {
    item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
    item->setCheckState(picked ? Qt::Checked : Qt::Unchecked);
  } else if (picked) {
    list_->setCurrentItem(item);
  }
}

void NamePicker::toggle(QListWidgetItem* item) {
  if (mode_ == Mode::none) return;
  const std::string name = name_of(item);
  if (mode_ == Mode::one) {
    picked_ = {name};
    emit accepted();
    return;
  }
  ticked_ = true;
  if (std::erase(picked_, name) == 0) picked_.push_back(name);
  const bool picked = std::find(picked_.begin(), picked_.end(), name) != picked_.end();
  item->setCheckState(picked ? Qt::Checked : Qt::Unchecked);
}

void NamePicker::take_field() {
  if (search_ && !current_ && mode_ != Mode::none) {
    waiting_ = true;  // for what the text finds
    search();
    return;
  }
  if (mode_ == Mode::one) {
    if (list_->count() > 0) toggle(list_->item(0));
    return;
  }
  // What was typed to find names to tick is no name.
  const std::string text = this->text();
  if (mode_ == Mode::several && search_ && !text.empty() && !ticked_) {
    // A single match is what was meant by its part.
    const std::string name = list_->count() == 1 ? name_of(list_->item(0)) : text;
    if (std::find(picked_.begin(), picked_.end(), name) == picked_.end()) picked_.push_back(name);
  }
  emit accepted();
}

}  // namespace footfall
