#include "ui/frame/pick_popup.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/style/plain_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr std::size_t kListed = 200;
constexpr int kTypingMilliseconds = 120;
constexpr int kNameRole = Qt::UserRole;

std::string name_of(const QListWidgetItem* item) {
  return item->data(kNameRole).toByteArray().toStdString();
}

}  // namespace

PickPopup::PickPopup(Mode mode, const QString& hint, QWidget* parent) : Popup(parent), mode_(mode) {
  field_ = new QLineEdit;
  field_->setPlaceholderText(hint);
  field_->setAccessibleName(hint);
  field_->setClearButtonEnabled(true);
  field_->installEventFilter(this);
  list_ = new QListWidget;
  list_->setUniformItemSizes(true);
  list_->setTextElideMode(Qt::ElideMiddle);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setAccessibleName(hint);
  list_->setFixedSize(320, 280);
  more_ = plain_label();
  more_->setForegroundRole(QPalette::PlaceholderText);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(8);
  column->addWidget(field_);
  column->addWidget(list_);
  auto* foot = new QHBoxLayout;
  foot->addWidget(more_, 1);
  if (mode == Mode::several) {
    apply_ = new QPushButton(tr("Apply"));
    apply_->setDefault(true);
    connect(apply_, &QPushButton::clicked, this, &PickPopup::accept);
    foot->addWidget(apply_);
  }
  column->addLayout(foot);

  typing_.setSingleShot(true);
  typing_.setInterval(kTypingMilliseconds);
  connect(&typing_, &QTimer::timeout, this, &PickPopup::search);
  connect(field_, &QLineEdit::textEdited, &typing_, qOverload<>(&QTimer::start));
  connect(list_, &QListWidget::itemClicked, this, &PickPopup::toggle);
}

void PickPopup::set_names(NameSearch search, const std::vector<std::string>& picked) {
  search_ = std::move(search);
  picked_ = picked;
  field_->clear();
  this->search();
}

void PickPopup::showEvent(QShowEvent* event) {
  Popup::showEvent(event);
  field_->setFocus();
}

bool PickPopup::eventFilter(QObject* watched, QEvent* event) {
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
  return Popup::eventFilter(watched, event);
}

void PickPopup::keyPressEvent(QKeyEvent* event) {
  const bool on_list = list_->hasFocus() && list_->currentItem();
  if (on_list && event->key() == Qt::Key_Space) return toggle(list_->currentItem());
  if (on_list && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    if (mode_ == Mode::one || picked_.empty()) toggle(list_->currentItem());
    if (mode_ == Mode::several) accept();
    return;
  }
  Popup::keyPressEvent(event);
}

void PickPopup::search() {
  const std::uint64_t generation = ++generation_;
  const std::string wanted = to_bytes(field_->text());
  const auto find = [this, generation, wanted, search = search_](const std::stop_token& stop) {
    std::vector<std::string> names = search(wanted, kListed + 1, stop);
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

void PickPopup::list(const std::vector<std::string>& names) {
  list_->clear();
  const bool searching = !field_->text().isEmpty();
  if (mode_ == Mode::several && !searching)
    for (const std::string& name : picked_) add_item(name);
  std::size_t listed = 0;
  for (const std::string& name : names) {
    const bool picked = std::find(picked_.begin(), picked_.end(), name) != picked_.end();
    if (mode_ == Mode::several && picked && !searching) continue;
    if (++listed > kListed) break;
    add_item(name);
  }
  more_->setText(names.size() > kListed ? tr("and more; type to find them")
                 : list_->count() == 0  ? tr("None of that name")
                                        : QString());
}

void PickPopup::add_item(const std::string& name) {
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

void PickPopup::toggle(QListWidgetItem* item) {
  const std::string name = name_of(item);
  if (mode_ == Mode::one) {
    picked_ = {name};
    accept();
    return;
  }
  if (std::erase(picked_, name) == 0) picked_.push_back(name);
  const bool picked = std::find(picked_.begin(), picked_.end(), name) != picked_.end();
  item->setCheckState(picked ? Qt::Checked : Qt::Unchecked);
}

void PickPopup::take_field() {
  const std::string text = to_bytes(field_->text());
  if (mode_ == Mode::one) {
    if (list_->count() > 0) toggle(list_->item(0));
    return;
  }
  if (!text.empty() && std::find(picked_.begin(), picked_.end(), text) == picked_.end()) {
    // A single match is what was meant by its part.
    picked_.push_back(list_->count() == 1 ? name_of(list_->item(0)) : text);
  }
  accept();
}

void PickPopup::accept() {
  emit picked_names(picked_);
  close();
}

}  // namespace footfall
